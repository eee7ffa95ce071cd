"""What a clerk types about printed pages."""
