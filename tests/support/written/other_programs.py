"""Other programs that make pages of what we write: office programs and a browser.

None of them is needed by the program; the folder of tools holds node_modules with playwright-core
and axe-core, and venv with document-builder.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_BUILDER = """builder.OpenFile({source}, "");
builder.SaveFile("pdf", {target});
builder.CloseFile();
"""


def run(*command: str | Path, **variables: str) -> str:
    """What a program prints."""
    environment = {**os.environ, **variables}
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)
    return done.stdout


def build_pages(words: Sequence[Path], folder: Path, tools: Path) -> bool:
    """Have document-builder lay Word files on pages, and return whether it is there."""
    builder = next(tools.glob("venv/lib/*/site-packages/docbuilder/lib/docbuilder"), None)
    if builder is None:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "all.docbuilder"
    pairs = [(word, folder / f"{word.stem}.pdf") for word in words]
    jobs = (_BUILDER.format(source=_quoted(word), target=_quoted(pdf)) for word, pdf in pairs)
    script.write_text("".join(jobs), encoding="utf-8")
    run(builder, script)
    return True


def _quoted(path: Path) -> str:
    return json.dumps(str(path.resolve()), ensure_ascii=False)


def browse(pages: Sequence[Path], folder: Path, tools: Path) -> list[str]:
    """Have Chromium show pages at two widths and print them; return what it and axe find wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    script = ROOT / "scripts" / "check_page.mjs"
    lines = run("node", script, folder, *pages, NODE_PATH=str(tools / "node_modules")).splitlines()
    return lines[:-1] if lines else ["the browser could not be started"]
