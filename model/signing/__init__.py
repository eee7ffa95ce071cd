"""What was signed: the code, making final, and what a final report lets through."""
