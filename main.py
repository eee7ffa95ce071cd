"""Start of the program: the window, or a command that does the same without one."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

# `io/` is a folder of packages and not a package: `io` itself is a standard module.
sys.path.insert(1, str(Path(__file__).resolve().parent / "io"))

NO_SCREEN = (
    "没有找到能用的图形桌面，窗口打不开。"
    "请在桌面环境里启动，或使用命令：convert、check、new（--help 看用法）。"
)


def main(arguments: Sequence[str]) -> int:
    """Return the exit status of a command, or of the window when no command is named."""
    # Nothing that is loaded is garbage.
    gc.disable()
    from commands import is_command
    from storage.program import own_interpreter

    sys.executable = own_interpreter(sys.executable)
    # What libraries log about broken files is no message for a clerk.
    logging.getLogger().addHandler(logging.NullHandler())
    if is_command(arguments):
        from command_line import run

        # What is loaded stays, and is not looked through again at each file.
        gc.freeze()
        gc.enable()
        return run(arguments)
    from gui.screen import has_screen

    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    from exporters.paged.qt_loading import load_qt

    load_qt("PySide6.QtWidgets")
    from gui.application import run_window

    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
