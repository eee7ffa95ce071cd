"""Feed mutated files to the importers: no traceback, no hang, no hunger for memory.

Usage: .venv/bin/python scripts/fuzz_import.py [inputs] [seed] [more source files …]
       .venv/bin/python scripts/fuzz_import.py attributes
Prints what was read, refused and failed, the slowest input and the most memory used; the exit
status is 1 if anything failed. Every input follows from the seed. With `attributes` every number
in an attribute of a Word file, a workbook and a page is replaced by every hostile value.
"""

from __future__ import annotations

import copy
import csv
import io as streams
import os
import random
import resource
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook

from source_roots import ROOT
from aside_papers import with_asides
from exporters.writing import export_report
from flat_package import flat_package
from hostile_attributes import (
    PAGE,
    hostile_packages,
    hostile_pages,
    numbered_docx,
)
from importers.readers.word import doc_office
from ofd_files import HABITS, ofd_of_pdf
from paper_files import (
    SHEET_LOOKS,
    WORD_LOOKS,
    write_one_sheet,
    write_word,
)
from papers import make_paper
from report_sources import open_report
from sample_reports import sample_report
from storage.errors import FileProblem
from text_layouts import LAYOUTS, report_text
from web_pages import word_page

SECONDS_ALLOWED = 5.0
MEGABYTES_ALLOWED = 500
ODD = ["|", "\t", "\0", "0" * 60, "（", "一、", "年", "<td>", "&#0;", "\u202e", "９", "-", "件"]


# What an office program on this machine makes of a broken file is not ours to try.
doc_office.office_command = list


def sources(folder: Path, more: list[str]) -> list[Path]:
    """Return sound files of every kind that can be made here, and those that were named."""
    report = sample_report()
    found = [Path(name) for name in more]
    for layout in LAYOUTS:
        path = folder / f"{layout.__name__}.txt"
        path.write_text(report_text(report, layout), encoding="utf-8")
        found.append(path)
    for extension in (".docx", ".xlsx"):
        path = folder / f"a{extension}"
        export_report(report, path)
        found.append(path)
    found.append(flat_package(folder / "a.docx", folder / "a.xml"))
    paper = make_paper(frozenset(["clean"]), 1)
    found += [
        write_word(with_asides(paper, mark, 1), folder / f"{mark}.docx") for mark in WORD_LOOKS
    ]
    found += [
        write_one_sheet(with_asides(paper, mark, 1), folder / f"{mark}.xlsx")
        for mark in SHEET_LOOKS
    ]
    found.append(_as_cells(folder / "struck.xlsx", folder / "a.csv"))
    found += _marked(folder)
    drawn = ROOT / "tests" / "samples" / "table_torn_over_pages.pdf"
    found += [
        ofd_of_pdf(drawn, folder / f"{number}.ofd", habits)
        for number, habits in enumerate(HABITS.values())
    ]
    return found + sorted((ROOT / "tests" / "samples").glob("*.*"))


def _marked(folder: Path) -> list[Path]:
    """Return the report with marks of layout in plain text, and as a page saved as one mail."""
    report = sample_report()
    marked = folder / "a.md"
    lines = [f"# {report.title}", *(report_text(report, layout) for layout in LAYOUTS)]
    marked.write_text("\n\n".join(lines), encoding="utf-8")
    mail = MIMEMultipart("related")
    mail.attach(MIMEText(word_page(report), "html", "utf-8"))
    saved = folder / "a.mht"
    saved.write_bytes(mail.as_bytes())
    return [marked, saved]


def _as_cells(book: Path, target: Path) -> Path:
    """Write the first sheet of a workbook as cells with commas."""
    with target.open("w", encoding="utf-8", newline="") as file:
        rows = load_workbook(book).worksheets[0].iter_rows(values_only=True)
        csv.writer(file).writerows(rows)
    return target


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Return the bytes with something changed: raw bytes, lines, or elements of a package."""
    if dice.random() < 0.15:
        return scrambled(data, dice)
    if not zipfile.is_zipfile(streams.BytesIO(data)):
        return shuffled_lines(data, dice)
    target = streams.BytesIO()
    with zipfile.ZipFile(streams.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            is_xml = name.endswith((".xml", ".rels"))
            new.writestr(name, rebuilt(part, dice) if is_xml and dice.random() < 0.4 else part)
    return target.getvalue()


def shuffled_lines(data: bytes, dice: random.Random) -> bytes:
    """Return a text with lines cut, doubled, swapped, joined or salted with odd characters."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(dice.randrange(1, 25)):
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        match dice.randrange(5):
            case 0:
                lines[at : at + dice.randrange(1, 4)] = [""]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = lines[at].replace("\t", "|") + lines[other]
            case _:
                cut = dice.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + dice.choice(ODD) + lines[at][cut:]
    return "\n".join(lines).encode("utf-8", "replace")


def rebuilt(part: bytes, dice: random.Random) -> bytes:
    """Return an XML part with elements cut, doubled, moved, emptied or given other values."""
    root = etree.fromstring(part)
    for _ in range(dice.randrange(1, 12)):
        items = list(root.iter("*"))
        item, other = dice.choice(items), dice.choice(items)
        parent = item.getparent()
        match dice.randrange(5):
            case 0 if parent is not None:
                parent.remove(item)
            case 1 if parent is not None:
                parent.append(copy.deepcopy(item))
            case 2 if item not in list(other.iterancestors()) and item is not other:
                other.append(copy.deepcopy(item) if parent is None else item)
            case 3:
                item.text = dice.choice(["", "0", "12", "总计", "１", "3.其他", "x" * 50])
            case _:
                for name in list(item.attrib):
                    item.set(name, dice.choice(["", "0", "-1", "99999", "x", "restart"]))
    return bytes(etree.tostring(root))


def scrambled(data: bytes, dice: random.Random) -> bytes:
    """Return the bytes with stretches cut, doubled, moved or overwritten."""
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 12)):
        at = dice.randrange(len(changed) + 1)
        end = min(len(changed), at + dice.randrange(1, 400))
        match dice.randrange(5):
            case 0:
                del changed[at:end]
            case 1:
                changed[at:at] = changed[at:end]
            case 2:
                changed[at:at] = dice.choice(ODD).encode("utf-8")
            case 3:
                elsewhere = dice.randrange(len(changed) + 1)
                changed[elsewhere:elsewhere] = changed[at:end]
            case _:
                changed[at:end] = bytes(dice.randrange(256) for _ in range(min(end - at, 4)))
    return bytes(changed)


def try_one(path: Path, counts: Counter[str]) -> float:
    """Open the file as the program does, note how it went, and return the seconds it took.

    Seconds of a processor, a converter's own process among them: on a machine that does other
    things as well the clock on the wall would count those too.
    """
    start = sum(os.times()[:4])
    try:
        open_report(path)
        counts["read"] += 1
    except FileProblem:
        counts["refused"] += 1
    except Exception:
        counts["failed"] += 1
        traceback.print_exc(limit=-4)
    return sum(os.times()[:4]) - start


def attributes(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield an extension and the content of each file with hostile attributes."""
    export_report(sample_report(), folder / "a.docx")
    export_report(sample_report(), folder / "a.xlsx")
    for path in (numbered_docx(folder / "b.docx"), folder / "a.docx", folder / "a.xlsx"):
        yield from ((path.suffix, data) for _, data in hostile_packages(path))
    for page in (PAGE, word_page(sample_report())):
        yield from ((".html", data) for _, data in hostile_pages(page))


def mutations(inputs: int, seed: int, more: list[str], folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield an extension and the content of so many files changed by chance."""
    dice = random.Random(seed)
    sound = [(path.suffix, path.read_bytes()) for path in sources(folder, more)]
    for _ in range(inputs):
        extension, data = dice.choice(sound)
        yield extension, mutated(data, dice)


def main() -> int:
    by_attribute = sys.argv[1:] == ["attributes"]
    inputs = 0 if by_attribute else int((sys.argv[1:] or ["1000"])[0])
    seed = int((sys.argv[2:] or ["1"])[0])
    counts: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = (
            attributes(folder) if by_attribute else mutations(inputs, seed, sys.argv[3:], folder)
        )
        for extension, data in files:
            path = folder / f"input{extension}"
            path.write_bytes(data)
            slowest = max(slowest, try_one(path, counts))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{counts.total()} inputs, seed {seed}: {dict(counts)}")
    print(f"slowest {slowest:.2f} s, most memory {megabytes:.0f} MB")
    is_good = slowest < SECONDS_ALLOWED and megabytes < MEGABYTES_ALLOWED
    return 0 if is_good and not counts["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
