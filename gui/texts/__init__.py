"""Work on the words of a text: figures that follow the tables, what is pasted, find and replace."""
