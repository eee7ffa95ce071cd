"""The names of the commands, told apart from files without loading what carries them out."""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS = ("convert", "check", "new")


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether the arguments ask for a command rather than for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0].startswith("-"))
