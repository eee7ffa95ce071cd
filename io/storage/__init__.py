"""Files of the program's own: the report file and the form definitions."""
