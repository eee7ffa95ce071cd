"""The plan of the house, held by reading the code."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from radon.complexity import cc_visit
from radon.visitors import Class

from places import ROOT

FOLDERS = ("model", "io", "gui")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
FORBIDDEN = {
    "model": (
        "gui",
        "storage",
        "importers",
        "exporters",
        "PySide6",
        "docx",
        "openpyxl",
        "lxml",
        "report_sources",
        "command_line",
        "pathlib",
        "os",
    ),
    "io": ("gui", "PySide6"),
    "io/importers": ("exporters",),
    "io/exporters": ("importers", "report_sources"),
    "io/storage": ("importers", "exporters", "report_sources"),
}
ONLY_ROOM_WITH_QT = "io/exporters/paged/"
"""Measures and paints pages; the rest of io works where Qt cannot."""
MOST_LINES = 400
MOST_FUNCTION_LINES = 40
MOST_COMPLEXITY = 10
"""By radon, which counts each condition of a comprehension and of `and`/`or` too."""
MOST_MODULES = 20

ROOMS = (
    *("model/paper", "model/form", "model/texts", "model/texts/years", "model/texts/figures"),
    *("model/report", "model/checks", "model/checks/cells", "model/checks/sums"),
    *("model/checks/across_years", "model/checks/texts", "model/judging", "model/signing"),
    "io/storage",
    *("io/exporters/blocks", "io/exporters/stand_ins", "io/exporters/page_style"),
    "io/exporters/lines",
    *("io/exporters/table_layout", "io/exporters/title_layout", "io/exporters/paragraph_layout"),
    *("io/exporters/table_fitting", "io/exporters/report_blocks", "io/exporters/extra_blocks"),
    *("io/exporters/sign_off_blocks", "io/exporters/word", "io/exporters/workbook"),
    *("io/exporters/web", "io/exporters/paged", "io/exporters/copy_fitting"),
    *("io/exporters/printed", "io/exporters/writer_list", "io/exporters/writing"),
    *("io/importers/source_document", "io/importers/safe_xml", "io/importers/attribute_numbers"),
    *("io/importers/marked_notes", "io/importers/simplified"),
    *("io/importers/ole_names", "io/importers/file_content", "io/importers/recognising/labels"),
    "io/importers/recognising/around",
    *("io/importers/readers", "io/importers/readers/text", "io/importers/readers/word"),
    *("io/importers/readers/html", "io/importers/readers/workbook", "io/importers/readers/paged"),
    *("io/importers/readers/pdf", "io/importers/readers/ofd"),
    *("io/importers/readers/odf", "io/importers/readers/rtf"),
    "io/importers/readers/markdown",
    *("io/importers/recognising/texts", "io/importers/recognising/figures"),
    "io/importers/recognising/tables",
    *("io/importers/recognising/several", "io/importers/recognising/proof"),
    *("io/importers/recognising", "io/importers/reader_list", "io/importers/reading"),
    *("io/importers/placing", "io/importers/copied_words"),
    *("io/file_kinds", "io/report_sources", "io/paper_strays", "io/several_processes"),
    *("io/progress_line", "io/checked_file", "io/check_command"),
    *("io/commands", "io/command_line"),
    *("gui/displays", "gui/doubt_words", "gui/below", "gui/screen"),
    *("gui/services", "gui/settings", "gui/messages", "gui/look", "gui/fields", "gui/work"),
    *("gui/document", "gui/keeping", "gui/frame", "gui/review"),
    *("gui/dialogs", "gui/pasting", "gui/printing", "gui/tables"),
    *("gui/sign_off", "gui/parts", "gui/findings", "gui/texts", "gui/panels", "gui/late"),
    *("gui/files", "gui/sign_off/checking", "gui/start", "gui/menus", "gui/main_window"),
    *("gui/crash_guard", "gui/native_crashes", "gui/application"),
)
"""Every room, or module beside rooms, from the ground up: each knows only those before it."""
ENDS = ("", ".py")


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def broken(rule: Callable[[Path], object]) -> dict[str, object]:
    """Return what breaks a rule, by the file that does."""
    found = {path.relative_to(ROOT).as_posix(): rule(path) for path in FILES}
    assert len(found) == len(FILES) > 0
    return {place: faults for place, faults in found.items() if faults}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _banned_imports(path: Path) -> set[str]:
    place = path.relative_to(ROOT).as_posix()
    banned = {
        name
        for folder, names in FORBIDDEN.items()
        if place.startswith(folder + "/")
        for name in names
        if not (name == "PySide6" and place.startswith(ONLY_ROOM_WITH_QT))
    }
    found = {name.split(".")[0] for name in imports(path)}
    return found & banned


def test_imports_go_downward_only() -> None:
    assert broken(_banned_imports) == {}


def room_of(place: str) -> str:
    """Return the innermost room that a file or module stands in, "" where it has none."""
    inside = [room for room in ROOMS if place == room or place.startswith(room + "/")]
    return max(inside, key=len, default="")


def place_of(module: str) -> str:
    """Return where a module or package of this project stands, "" for any other."""
    path = module.replace(".", "/")
    places = (f"{root}{path}" for root in ("", "io/"))
    found = (place for place in places if any((ROOT / (place + end)).exists() for end in ENDS))
    return next(found, "")


def test_rooms_know_only_those_below() -> None:
    above = {}
    for path in FILES:
        place = path.relative_to(ROOT).with_suffix("").as_posix()
        room = room_of(place)
        assert room or path.name == "__init__.py", f"{place} has no room in the list"
        order = ROOMS.index(room) if room else 0
        known = {room_of(place_of(name)) for name in imports(path)} - {""}
        above[place] = {name for name in known if ROOMS.index(name) > order}
    assert {place: rooms for place, rooms in above.items() if rooms} == {}


def test_every_room_in_the_list_is_there() -> None:
    assert [room for room in ROOMS if place_of(room.replace("/", ".")) != room] == []


def test_no_folder_is_a_long_corridor() -> None:
    files = [*FILES, *(ROOT / "tests").rglob("*.py")]
    folders = Counter(path.parent for path in files if path.name != "__init__.py")
    assert [folder for folder, count in folders.items() if count > MOST_MODULES] == []


def test_no_function_decides_too_much() -> None:
    above: dict[str, int] = {}
    for path in FILES:
        place = path.relative_to(ROOT).as_posix()
        for found in cc_visit(text_of(path)):
            functions = found.methods if isinstance(found, Class) else [found]
            above |= {f"{place}: {item.fullname}": item.complexity for item in functions}
    assert {name: count for name, count in above.items() if count > MOST_COMPLEXITY} == {}


LOOKS = re.compile(r"QColor\(|GlobalColor|#[0-9a-fA-F]{6}\b|setPointSize|setPixelSize|setFamily")


def test_colours_and_fonts_stand_in_the_room_of_looks_alone() -> None:
    windows = [path for path in FILES if path.is_relative_to(ROOT / "gui")]
    with_looks = {path.parent for path in windows if LOOKS.search(text_of(path))}
    assert with_looks == {ROOT / "gui" / "look"}


def test_io_is_a_source_root_and_no_package() -> None:
    assert not (ROOT / "io" / "__init__.py").exists()


def _crowded(path: Path) -> list[str]:
    functions = [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    long = [n.name for n in functions if (n.end_lineno or 0) - n.lineno >= MOST_FUNCTION_LINES]
    return ["the file"] * (text_of(path).count("\n") > MOST_LINES) + long


def test_rooms_are_not_crowded() -> None:
    assert broken(_crowded) == {}


def _steps_through_history(path: Path) -> list[str]:
    if path.is_relative_to(ROOT / "gui" / "document"):
        return []
    return [
        node.attr
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr in ("undo", "redo", "setIndex")
        and ast.unparse(node.value).endswith("stack")
    ]


def test_only_the_document_steps_through_its_history() -> None:
    """The document asks before a final report is changed; the stack by itself does not."""
    assert broken(_steps_through_history) == {}


def test_main_is_short() -> None:
    assert (ROOT / "main.py").read_text(encoding="utf-8").count("\n") <= 60


def _labels_in_code(path: Path) -> list[str]:
    labels = ("予以公开", "部分公开", "信访举报", "自然人", "商业企业", "行政许可", "结果维持")
    tree = tree_of(path)
    comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in comments
    ]
    return [label for label in labels if any(label in text for text in strings)]


def test_no_label_of_the_form_stands_in_code() -> None:
    assert broken(_labels_in_code) == {}
