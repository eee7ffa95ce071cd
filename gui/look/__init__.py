"""How everything looks: colours, sizes and tips."""
