"""Figures from elsewhere on their way into a table: how they may lie, and a look before."""
