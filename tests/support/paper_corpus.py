"""Papers written in every format, by ourselves and by another office program, and their shares."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from paper_files import write_one_sheet, write_page, write_sheets, write_word
from paper_judge import KINDS, faults, judge
from papers import Paper
from report_sources import open_report
from workbooks import OFFICE

TEXT = "txt:Text (encoded):UTF8"
FOLDERS = {
    "word": ("doc", "html", "pdf", TEXT),
    "sheet": ("xls", "html", "pdf"),
    "sheets": ("xls",),
}


def write_all(folder: Path, made: dict[str, Paper]) -> None:
    """Write each paper as Word file, web page and workbooks; rows may be torn, headers repeat."""
    for name in ("word", "page", "sheet", "sheets"):
        (folder / name).mkdir()
    for number, (name, paper) in enumerate(made.items()):
        path = folder / "word" / f"{name}.docx"
        write_word(paper, path, repeats=number % 2 == 0, tears=number % 3 == 0)
        write_page(paper, folder / "page" / f"{name}.html")
        write_one_sheet(paper, folder / "sheet" / f"{name}.xlsx")
        write_sheets(paper, folder / "sheets" / f"{name}.xlsx")


def convert(folder: Path) -> None:
    """Have LibreOffice write the files of each folder in its other formats, beside them."""
    assert OFFICE is not None
    profile = (folder / "profile").as_uri()
    for name, kinds in FOLDERS.items():
        sources = sorted(map(str, (folder / name).glob("*.*x")))
        for kind in kinds:
            command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
            command += [kind, "--outdir", str(folder / name), *sources]
            subprocess.run(command, check=True, capture_output=True, timeout=300)


def readings(folder: Path, found: dict[str, Paper]) -> Iterator[tuple[str, str, Path]]:
    """Yield (format, paper, file) of everything there is to read."""
    kinds = [("word", "docx"), ("page", "html"), ("sheet", "xlsx"), ("sheets", "xlsx")]
    kinds += [(name, kind.split(":")[0]) for name, given in FOLDERS.items() for kind in given]
    for place, kind in kinds:
        for name in found:
            yield f"{place}.{kind}", name, folder / place / f"{name}.{kind}"


def shares(title: str, counts: dict[str, Counter[str]]) -> str:
    """Return a table of the shares of cells by how they were read."""
    lines = [f"{title:<90}" + "".join(f"{kind:>10}" for kind in KINDS)]
    for name, counter in counts.items():
        whole = sum(counter.values())
        lines.append(f"{name:<90}" + "".join(f"{counter[kind] / whole:>10.2%}" for kind in KINDS))
    return "\n".join(lines)


def read_all(
    folder: Path, found: dict[str, Paper]
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]], list[str]]:
    """Return how the cells were read by format and by paper, and every fault."""
    by_format: dict[str, Counter[str]] = {}
    by_paper: dict[str, Counter[str]] = {}
    failed: list[str] = []
    for kind, name, path in readings(folder, found):
        opened, truth = open_report(path), found[name].truth
        counts = judge(opened, truth)
        by_format.setdefault(kind, Counter()).update(counts)
        by_paper.setdefault(name, Counter()).update(counts)
        failed += [f"{kind} {name}: {fault}" for fault in faults(opened, truth)]
    return by_format, by_paper, failed
