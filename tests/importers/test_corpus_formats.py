"""The same report saved by other office programs in every format gives the same figures."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from paper_files import write_one_sheet, write_page, write_sheets, write_word
from paper_judge import KINDS, faults, judge
from papers import DIRTS, Paper, make_paper
from report_sources import open_report
from workbooks import OFFICE, needs_office

COMBINED = (
    ("aliases", "half-width brackets", "thousands separators", "wrong totals"),
    ("broken labels", "full-width digits", "metadata first", "single last group"),
    ("edition 2019", "blanks for zeros", "unbalanced column", "aliases"),
)
TEXT = "txt:Text (encoded):UTF8"
FOLDERS = {
    "word": ("doc", "html", "pdf", TEXT),
    "sheet": ("xls", "html", "pdf"),
    "sheets": ("xls",),
}


def papers() -> dict[str, Paper]:
    """Return the papers by name: each dirt alone, and some together."""
    mixes = [frozenset([dirt]) for dirt in DIRTS] + [frozenset(dirts) for dirts in COMBINED]
    return {
        f"{number:02} {' + '.join(sorted(mix))}": make_paper(mix, number)
        for number, mix in enumerate(mixes)
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


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Paper]]:
    folder = tmp_path_factory.mktemp("corpus")
    found = papers()
    write_all(folder, found)
    convert(folder)
    return folder, found


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


@needs_office
def test_every_format_of_every_dirt_is_read_alike(
    made: tuple[Path, dict[str, Paper]], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, found = made
    by_format: dict[str, Counter[str]] = {}
    by_dirt: dict[str, Counter[str]] = {}
    failed: list[str] = []
    for kind, name, path in readings(folder, found):
        opened, truth = open_report(path), found[name].truth
        counts = judge(opened, truth)
        by_format.setdefault(kind, Counter()).update(counts)
        by_dirt.setdefault(name, Counter()).update(counts)
        failed += [f"{kind} {name}: {fault}" for fault in faults(opened, truth)]
    with capsys.disabled():
        print("\n" + shares("format", by_format) + "\n" + shares("dirt", by_dirt))
    assert failed == []
    assert len(by_format) == len(FOLDERS["word"]) + len(FOLDERS["sheet"]) + 1 + 4


WRITERS: tuple[tuple[str, Callable[[Paper, Path], Path]], ...] = (
    ("a.docx", write_word),
    ("a.html", write_page),
    ("one.xlsx", write_one_sheet),
    ("each.xlsx", write_sheets),
)


@pytest.mark.parametrize(("name", "write"), WRITERS, ids=[name for name, _ in WRITERS])
@pytest.mark.parametrize("seed", range(3))
def test_dirt_in_chance_mixtures_is_read(
    name: str, write: Callable[[Paper, Path], Path], seed: int, tmp_path: Path
) -> None:
    dirts = frozenset((*DIRTS[1 + seed :: 3], "wrong totals")) - {"slashes for zeros"}
    paper = make_paper(dirts - ({"single last group"} if "edition 2019" in dirts else set()), seed)
    opened = open_report(write(paper, tmp_path / name))
    assert faults(opened, paper.truth) == []
