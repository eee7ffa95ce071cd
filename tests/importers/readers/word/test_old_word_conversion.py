"""Old Word files are converted in a process of its own, which ends in every case."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from importers.readers.word import doc_process, doc_reader
from importers.readers.word.doc_reader import read_doc
from places import ROOT
from storage.errors import FileProblem

pytestmark = pytest.mark.thorough

OLD_WORD = ROOT / "tests" / "samples" / "old_word.doc"
PATIENCE = 20.0
"""Seconds until a process that should have ended counts as left behind."""

_CONVERTER = """
import os, time
from pathlib import Path

def convert(source, target):
    Path(target).write_bytes(b"half written")
    Path({noted!r}).write_text(str(os.getpid()))
    {work}
"""
_READ = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path[:0] = sys.argv[1].split("|")
from pathlib import Path
from importers.readers.word.doc_reader import read_doc
read_doc(Path(sys.argv[2]))
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def stand_in(folder: Path, work: str) -> Path:
    """Write a converter that does something else; return the file where it notes its process."""
    package = folder / "instead" / "doc2docx"
    package.mkdir(parents=True)
    noted = folder / "process"
    (package / "__init__.py").write_text(_CONVERTER.format(noted=str(noted), work=work))
    (package / "errors.py").write_text("class EncryptedDocumentError(Exception): pass\n")
    return noted


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    # One that has ended, and that nobody has asked after yet, still has its number.
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def wait_until_gone(process: int, folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while is_running(process) or list(folder.iterdir()):
        assert time.monotonic() < end, (process, list(folder.iterdir()))
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("os._exit(0)", "意外停止"),
        ("os.abort()", "意外停止"),
        ("raise RuntimeError", "已损坏"),
        ("raise MemoryError", "内存不够"),
        ("raise OSError(28, 'full')", "读取"),
    ],
)
def test_whatever_the_converter_does_it_ends_in_a_sentence(
    work: str, words: str, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = stand_in(tmp_path, work)
    monkeypatch.syspath_prepend(str(tmp_path / "instead"))
    with pytest.raises(FileProblem, match=words) as caught:
        read_doc(OLD_WORD)
    assert OLD_WORD.name in str(caught.value)
    assert not is_running(int(noted.read_text()))
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("seconds", [0.0, 2.0])
def test_a_conversion_that_does_not_end_is_ended(
    seconds: float, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = stand_in(tmp_path, "while True: pass")
    monkeypatch.syspath_prepend(str(tmp_path / "instead"))
    monkeypatch.setattr(doc_reader, "MOST_SECONDS", seconds)
    with pytest.raises(FileProblem, match="太复杂，读了一分钟"):
        read_doc(OLD_WORD)
    # On a busy machine it may be ended before it has even begun.
    assert not (noted.exists() and is_running(int(noted.read_text())))
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="memory cannot be limited in this way there")
def test_a_conversion_that_eats_memory_is_ended(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "kept = [bytes(10_000_000) for _ in range(1000)]")
    monkeypatch.syspath_prepend(str(tmp_path / "instead"))
    monkeypatch.setattr(doc_process, "MOST_MEMORY", 300_000_000)
    with pytest.raises(FileProblem, match="内存不够"):
        read_doc(OLD_WORD)
    assert list(temporary.iterdir()) == []


def test_a_converter_that_cannot_be_started_is_told(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(temporary / "none"))
    with pytest.raises(FileProblem, match="没有能启动"):
        read_doc(OLD_WORD)
    assert list(temporary.iterdir()) == []


def test_what_is_wrong_with_the_converted_file_names_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "return type('R', (), {'report': type('W', (), {'warnings': ()})})")
    monkeypatch.syspath_prepend(str(tmp_path / "instead"))
    with pytest.raises(FileProblem, match="old_word.doc"):
        read_doc(OLD_WORD)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
@pytest.mark.parametrize("ended_by", [signal.SIGKILL, signal.SIGINT])
def test_nothing_is_left_when_the_program_ends(ended_by: signal.Signals, tmp_path: Path) -> None:
    noted = stand_in(tmp_path, "time.sleep(600)")
    folder = tmp_path / "temporary"
    folder.mkdir()
    paths = "|".join(map(str, (tmp_path / "instead", ROOT, ROOT / "io")))
    with subprocess.Popen(
        [sys.executable, "-c", _READ, paths, str(OLD_WORD)],
        env={**os.environ, "TMPDIR": str(folder)},
        stderr=subprocess.DEVNULL,
    ) as program:
        end = time.monotonic() + PATIENCE
        while not (noted.exists() and noted.read_text()):
            assert time.monotonic() < end
            time.sleep(0.02)
        program.send_signal(ended_by)
        program.wait(PATIENCE)
    wait_until_gone(int(noted.read_text()), folder)
