"""What a text says of the tables' cells."""
