"""Work in the background, and collecting garbage where it is safe."""
