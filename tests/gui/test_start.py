"""What a start to the window may load, and that the rest still comes when it is asked for."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from gui import late
from places import ROOT

MAY_LOAD = """
commands file_kinds
exporters: page_style writer_list
exporters.paged: fonts
gui: application crash_guard late main_window messages native_crashes screen services settings
gui.dialogs: file_chooser notes_dialog
gui.document: announcements document edit_step history
gui.files: attaching beginning clipboard_content desk dropping export_all exporting filling_in
    last_read looking_back opening reading saving taking_over
gui.frame: arrangement dialog elided
gui.keeping: autosave endings failing_sign file_guard recovery session_locks sessions
gui.look: fitting icons palette ring sizes style text_styles theme tool_tips
gui.menus: actions file_actions menu_of_report print_actions report_actions sign_off_actions
    text_actions tool_bar view_actions
gui.panels: state_line
gui.printing: font_files
gui.sign_off: checking
gui.start: recent_reports recent_row start_page
gui.work: garbage tasks
importers: reader_list
model.checks: catalogue checker declared finding on_links registry
model.form: basis consistency form language layout parts reading table
model.judging: acknowledging sorted_findings
model.report: acknowledged cleaning comparison deadline edits file_name misfits office report
    sign_off_record totals values year_range
model.report.links: carrying following link linking
model.signing: code differences final final_lock folding standing
model.texts: figure_clauses sentences uncut unit_kind width
storage: atomic cancelling errors form_store guarded_save program regular_files report_file
    report_links report_locks report_members report_parsing seen snapshots unknown_members
    version_notes versions within
storage.damage: report_integrity report_rescue
"""
"""Modules by their package; one more here is one more that every start waits for."""
OTHERS = {"PySide6", "shiboken6", "_distutils_hack"}
"""What a start may load of others' libraries; the last comes with every start of this Python."""
START = """
import sys
from PySide6.QtWidgets import QApplication
import main

def shown(*_):
    QApplication.processEvents()
    print(*sys.modules)
    return 0

QApplication.exec = shown
sys.exit(main.main([]))
"""


def may_load() -> Iterator[str]:
    package = ""
    for word in MAY_LOAD.split():
        if word.endswith(":"):
            package = word[:-1]
        else:
            yield f"{package}.{word}".lstrip(".")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules that are there once the window stands."""
    home = str(tmp_path_factory.mktemp("home"))
    own = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "CACHE")}
    run = subprocess.run(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env=os.environ | own | {"HOME": home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        text=True,
    )
    return set(run.stdout.split())


def is_own(module: str) -> bool:
    """Return whether a module stands in this project."""
    path = Path(*module.split(".")).with_suffix(".py")
    return module != "main" and any((root / path).exists() for root in (ROOT, ROOT / "io"))


def test_a_start_loads_nothing_that_can_wait(loaded: set[str]) -> None:
    assert {name for name in loaded if is_own(name)} - set(may_load()) == set()


def test_the_list_names_nothing_that_a_start_does_without(loaded: set[str]) -> None:
    assert set(may_load()) - loaded == set()


def test_a_start_loads_no_library_but_qt(loaded: set[str]) -> None:
    installed = Path(import_module("PySide6").__file__ or "").parents[1]
    roots = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names
    libraries = {name for name in roots if any(installed.glob(f"{name}*"))}
    assert {"PySide6", "shiboken6"} <= libraries
    assert libraries - OTHERS == set()


def _typed() -> dict[str, list[str]]:
    """Return the names that the type checker knows to be late, by their modules."""
    tree = ast.parse(Path(late.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    found: dict[str, list[str]] = {}
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        assert node.module is not None
        found.setdefault(node.module, []).extend(alias.name for alias in node.names)
    return found


def test_the_list_of_what_is_late_is_what_the_type_checker_knows() -> None:
    typed = {module: sorted(names) for module, names in _typed().items()}
    assert typed == {module: sorted(names) for module, names in late.PLACES.items()}


@pytest.mark.parametrize("module", late.PLACES)
def test_what_is_late_comes_when_it_is_asked_for(module: str) -> None:
    for name in late.PLACES[module]:
        assert getattr(late, name) is getattr(import_module(module), name)


def test_what_is_not_in_the_list_is_not_there() -> None:
    assert not hasattr(late, "Nothing")


def test_a_late_function_is_got_at_its_first_call() -> None:
    got: list[str] = []

    def get_it() -> type[int]:
        got.append("got")
        return int

    call = late.when_called(get_it)
    assert got == []
    assert call("7", base=8) == 7
    assert got == ["got"]
