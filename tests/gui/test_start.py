"""What a start to the window may load, and that the rest still comes when it is asked for."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from gui import below, late
from gui.menus import ways
from places import ROOT

LISTS = (below, late, ways)
MAY_LOAD = """
commands file_kinds
exporters: stand_ins writer_list
exporters.paged: families qt_loading
gui: application below crash_guard late main_window messages native_crashes screen services settings
gui.dialogs: file_chooser
gui.document: announcements document edit_step history
gui.files: desk
gui.frame: arrangement elided
gui.keeping: autosave endings failing_sign file_guard recovery session_locks sessions
gui.look: fitting icons palette ring sizes style text_styles theme tool_tips
gui.menus: actions file_actions menu_of_report report_actions sign_off_actions text_actions
    tool_bar view_actions ways
gui.panels: state_line
gui.printing: font_files
gui.start: recent_reports recent_row start_page
gui.work: garbage tasks
importers: reader_list
model.report: year_range
storage: atomic cancelling errors program within
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


def test_what_comes_after_qt_is_imported_in_pythons_own_way() -> None:
    told = "import builtins; print(builtins.__import__.__name__)"
    load = "from exporters.paged.qt_loading import load_qt; load_qt('PySide6.QtCore')"
    runs = [
        subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path.insert(0, 'io'); {first}; {told}"],
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for first in (load, "import PySide6.QtCore")
    ]
    # The second is what the library does by itself; once it does not, nobody needs `load_qt`.
    assert runs == ["__import__", "__feature_import__"]


def test_a_start_loads_no_library_but_qt(loaded: set[str]) -> None:
    installed = Path(import_module("PySide6").__file__ or "").parents[1]
    roots = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names
    libraries = {name for name in roots if any(installed.glob(f"{name}*"))}
    assert {"PySide6", "shiboken6"} <= libraries
    assert libraries - OTHERS == set()


def _typed(module: ModuleType) -> dict[str, list[str]]:
    """Return the names that the type checker knows to be late, by their modules."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    found: dict[str, list[str]] = {}
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        assert node.module is not None
        found.setdefault(node.module, []).extend(alias.name for alias in node.names)
    return found


@pytest.mark.parametrize("lister", LISTS)
def test_the_list_of_what_is_late_is_what_the_type_checker_knows(lister: ModuleType) -> None:
    typed = {module: sorted(names) for module, names in _typed(lister).items()}
    assert typed == {module: sorted(names) for module, names in lister.PLACES.items()}


@pytest.mark.parametrize(
    ("lister", "module"), [(lister, module) for lister in LISTS for module in lister.PLACES]
)
def test_what_is_late_comes_when_it_is_asked_for(lister: ModuleType, module: str) -> None:
    for name in lister.PLACES[module]:
        assert getattr(lister, name) is getattr(import_module(module), name)


@pytest.mark.parametrize("lister", LISTS)
def test_what_is_not_in_the_list_is_not_there(lister: ModuleType) -> None:
    assert not hasattr(lister, "Nothing")


def test_a_late_function_is_got_at_its_first_call() -> None:
    got: list[str] = []

    def get_it() -> type[int]:
        got.append("got")
        return int

    call = late.when_called(get_it)
    assert got == []
    assert call("7", base=8) == 7
    assert got == ["got"]
