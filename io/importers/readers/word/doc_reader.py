"""Old Word files and those of WPS (.doc, .wps): turned into .docx in passing, then read as such."""

from __future__ import annotations

import ctypes
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from importers.readers.word.docx_reader import read_docx
from importers.source_document import SourceDocument
from storage.errors import FileProblem, unreadable

MOST_BYTES = 60_000_000
MOST_SECONDS = 60.0
_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
# What the converter says of things that can hold words or figures; the rest is about looks.
_DOUBTS = {
    "表格": ("MALFORMED_TABLE", "TABLE_CELL", "TABLE_GRID", "TABLE_DEPTH"),
    "自动编号": ("LIST_NUMBER_FORMAT", "NUMBERING_TABLE", "BROKEN_LISTNUM"),
    "文本框": ("MAIN_TEXTBOX", "FLOATING_SHAPE_TYPES"),
    "嵌入的对象": ("OLE_OBJECT",),
    "特殊字符": ("UNSUPPORTED_CONTROL",),
}


_Result = TypeVar("_Result")


class _TooLongError(BaseException):
    """Time is up; no handler for errors of a library's own may catch this."""


def read_doc(path: Path) -> SourceDocument:
    """Return the old Word file as a neutral document; FileProblem if it cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，里面可能有很多图片。{_RESAVE}")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            target = Path(folder) / "converted.docx"
            doubts = _convert(path, target)
            document = read_docx(target)
    except OSError as error:
        raise unreadable(path, error) from error
    notes = [f"旧版 Word 文件里的{what}可能没有完全认出，请对照原文核对" for what in doubts]
    return replace(document, name=path.name, notes=(*document.notes, *notes))


def _convert(path: Path, target: Path) -> list[str]:
    """Write the file as .docx and return, in Chinese, what the converter was not sure of."""
    from doc2docx import convert  # type: ignore[import-untyped]
    from doc2docx.errors import EncryptedDocumentError  # type: ignore[import-untyped]

    try:
        result = _limited(lambda: convert(path, target), MOST_SECONDS)
    except EncryptedDocumentError as error:
        raise FileProblem(
            f"「{path.name}」设有打开密码，请先用 Word 或 WPS 打开并去掉密码，再导入。"
        ) from error
    except OSError:
        raise
    except _TooLongError as error:
        raise FileProblem(f"「{path.name}」太复杂，读了一分钟还没有读完。{_RESAVE}") from error
    except Exception as error:
        # Whatever a young converter stumbles over, the way out is the same.
        raise FileProblem(f"「{path.name}」不是旧版 Word 文档，或文件已损坏。{_RESAVE}") from error
    return list(_doubts(diagnostic.code for diagnostic in result.report.warnings))


def _doubts(codes: Iterable[str]) -> Iterator[str]:
    found = tuple(codes)
    for what, beginnings in _DOUBTS.items():
        if any(code.startswith(beginnings) for code in found):
            yield what


def _limited(work: Callable[[], _Result], seconds: float) -> _Result:
    """Return what the work returns; _TooLongError after some seconds, and the work is ended.

    The work has a thread of its own: looking at the clock at every call instead would make it
    twice as slow, and an exception may be sent into a thread only where that thread then ends.
    """
    results: list[_Result] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if thread.is_alive() and thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(_TooLongError)
        )
        raise _TooLongError
    if failures:
        raise failures[0]
    return results[0]
