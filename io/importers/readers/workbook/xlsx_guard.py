"""What a workbook weighs, looked at before a library takes all of it into memory."""

from __future__ import annotations

import re
from pathlib import Path

from importers.readers.zip_parts import (
    PackageError,
    PackageLockedError,
    PackageTooLargeError,
    ZipParts,
)
from importers.safe_xml import declares_type
from storage.errors import FileProblem, unreadable

OLE_START = b"\xd0\xcf\x11\xe0"
MOST_CELLS = 100_000
"""Cells, rows and cells of merged areas."""
MOST_MERGES = 5_000
MOST_TAGS = 1_500_000
MOST_BYTES = 60_000_000
"""Of all parts of the package that are XML, unpacked."""
MOST_OTHER_BYTES = 200_000_000
"""Of each other part, such as a picture; they are unpacked here only to be measured."""
_XML = (".xml", ".rels", ".vml")
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row|col)[ >/\t\r\n]")
_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c( [^>]*)>\s*<(?:\w+:)?f(?:| [^>]*)(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</"
)
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([^\"']*)[\"']")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell[ >/\t\r\n]")
_CORNERS = re.compile(
    r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", re.IGNORECASE
)


def examine(path: Path) -> int:
    """Return the number of formulas without a stored result.

    FileProblem for what is no workbook, or one of a size that no report has.
    """
    try:
        with path.open("rb") as file:
            if file.read(4) == OLE_START:
                raise FileProblem(
                    f"「{path.name}」是旧式的 Office 文件，里面却没有工作簿。请确认选对了文件，"
                    "用 Excel 或 WPS 打开后另存为 .xlsx 再导入。"
                )
        with ZipParts(path) as package:
            return _measure(package)
    except FileProblem:
        raise
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # zipfile and zlib raise many kinds; whatever they say, the file is no workbook.
        raise _problem(path, error) from error


def _measure(package: ZipParts) -> int:
    """Return the number of formulas without a result; PackageError for too much or nonsense."""
    left, cells, tags, empty = MOST_BYTES, 0, 0, 0
    for name in package.infos:
        if not name.lower().endswith(_XML):
            # A library unpacks such a part in one go: its size must be what it says.
            package.measure(name, MOST_OTHER_BYTES)
            continue
        data = package.read(name, left)
        left -= len(data)
        tags += data.count(b"<")
        if tags > MOST_TAGS:
            raise PackageTooLargeError
        if declares_type(data):
            raise PackageError(name)
        cells += len(_CELL.findall(data)) + _merged_cells(data)
        if cells > MOST_CELLS:
            raise PackageTooLargeError
        if "worksheets/" in name:
            # An empty result of kind "str" is one: the formula yields no text.
            empty += sum(b't="str"' not in found for found in _NO_RESULT.findall(data))
    return empty


def _merged_cells(data: bytes) -> int:
    """Return how many cells the merged areas of a sheet cover."""
    references = _MERGED.findall(data)
    if len(references) > MOST_MERGES:
        raise PackageTooLargeError
    if len(references) != len(_MERGE.findall(data)):
        raise PackageError
    return sum(map(_area, references))


def _area(reference: bytes) -> int:
    from openpyxl.utils import column_index_from_string

    corners = _CORNERS.fullmatch(reference.decode("ascii", "replace"))
    if corners is None:
        raise PackageError
    first, top, last, bottom = corners.groups()
    left, right = (column_index_from_string(name.upper()) for name in (first, last or first))
    return (abs(right - left) + 1) * (abs(int(bottom or top) - int(top)) + 1)


def too_large(path: Path) -> FileProblem:
    """Return what to tell of a workbook that holds too much."""
    return FileProblem(
        f"「{path.name}」的单元格太多，不像一份年度报告。"
        "请把年度报告的内容复制到一个新的工作簿，保存后再导入。"
    )


def broken(path: Path) -> FileProblem:
    """Return what to tell of a file that is no workbook."""
    return FileProblem(
        f"「{path.name}」不是 Excel 工作簿，或文件已损坏。"
        "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    )


def _problem(path: Path, error: Exception) -> FileProblem:
    if isinstance(error, PackageTooLargeError):
        return too_large(path)
    if isinstance(error, PackageLockedError):
        return FileProblem(
            f"「{path.name}」设有打开密码，请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx 再导入。"
        )
    return broken(path)
