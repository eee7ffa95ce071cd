"""The one door through which the open report changes."""
