"""Files in the Rich Text Format, also those named .doc, to the neutral document."""
