"""Keeps unsaved work: snapshots, sessions, recovery, and the guard of the file."""
