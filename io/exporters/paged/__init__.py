"""The report on pages: layout, fonts, the painter that window, printer and PDF file share."""
