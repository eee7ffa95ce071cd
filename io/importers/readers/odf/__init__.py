"""OpenDocument texts and workbooks, as packages or in one piece of XML, to the neutral document."""
