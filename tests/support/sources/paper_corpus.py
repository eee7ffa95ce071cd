"""Papers written in every format, by ourselves and by another office program, and their shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import office
from paper_files import write_one_sheet, write_page, write_sheets, write_word
from paper_judge import KINDS, faults, judge
from papers import Paper
from report_sources import open_report

TEXT = "txt:Text (encoded):UTF8"
OWN = {"word": "docx", "page": "html", "sheet": "xlsx", "sheets": "xlsx"}
"""What we write ourselves, by place; "sheet" has all tables on one, "sheets" on one each."""
OTHERS = {"word": ("doc", "html", "pdf", TEXT), "sheet": ("xls", "html", "pdf"), "sheets": ("xls",)}
"""What LibreOffice makes of it."""
FORMATS = tuple(
    (place, kind) for place, own in OWN.items() for kind in (own, *OTHERS.get(place, ()))
)


def write_own(folder: Path, place: str, made: dict[str, Paper]) -> list[Path]:
    """Write each paper as the place has it, and return the files; rows may tear, heads repeat."""
    (folder / place).mkdir(exist_ok=True)
    files = [folder / place / f"{name}.{OWN[place]}" for name in made]
    for number, (paper, path) in enumerate(zip(made.values(), files, strict=True)):
        match place:
            case "word":
                write_word(paper, path, repeats=number % 2 == 0, tears=number % 3 == 0)
            case "page":
                write_page(paper, path)
            case "sheet":
                write_one_sheet(paper, path)
            case _:
                write_sheets(paper, path)
    return files


def write_format(folder: Path, place: str, kind: str, made: dict[str, Paper]) -> list[Path]:
    """Write each paper, have LibreOffice write it anew in another format, and return the files."""
    own = write_own(folder, place, made)
    if kind == OWN[place]:
        return own
    office.convert(own, kind, folder / place)
    return [path.with_suffix(f".{kind.split(':')[0]}") for path in own]


def shares(title: str, counts: dict[str, Counter[str]]) -> str:
    """Return a table of the shares of cells by how they were read."""
    lines = [f"{title:<90}" + "".join(f"{kind:>10}" for kind in KINDS)]
    for name, counter in counts.items():
        whole = sum(counter.values())
        lines.append(f"{name:<90}" + "".join(f"{counter[kind] / whole:>10.2%}" for kind in KINDS))
    return "\n".join(lines)


def read_format(paths: Iterable[Path], made: dict[str, Paper]) -> tuple[Counter[str], list[str]]:
    """Return how the cells of these files were read, and every fault."""
    counts: Counter[str] = Counter()
    failed: list[str] = []
    for path in paths:
        opened, truth = open_report(path), made[path.stem].truth
        counts.update(judge(opened, truth))
        failed += [f"{path.parent.name}/{path.name}: {fault}" for fault in faults(opened, truth)]
    return counts, failed
