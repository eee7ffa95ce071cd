"""The parts of an OFD file: its documents, their pages, templates and shared drawings."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from importers.readers.ofd.ofd_names import Element, child, children, text_of
from importers.readers.zip_parts import (
    PackageError,
    PackageLockedError,
    PackageTooLargeError,
    ZipParts,
)
from importers.safe_xml import XmlTooLargeError, parse_xml

MOST_BYTES = 200_000_000
MOST_PART_BYTES = 30_000_000
MOST_IN_ALL = 200_000_000
"""Bytes unpacked, of one part of XML and of all together."""
MOST_PAGES = 200
_ROOT, _LOCKS = "ofd.xml", ("encryptions.xml", "decryptseed.dat", "encryptinfo.xml")


class TooManyPagesError(Exception):
    """The file has more pages than a report; the number is its argument."""


@dataclass
class Shared:
    """What pages refer to by number: colours of drawing, and drawings made of several objects."""

    parameters: dict[str, Element] = field(default_factory=dict)
    drawings: dict[str, Element] = field(default_factory=dict)

    def add(self, root: Element) -> None:
        """Add what a part of resources holds."""
        for group in children(root, "DrawParams", "CompositeGraphicUnits"):
            for item in children(group, "DrawParam"):
                self.parameters[item.get("ID", "")] = item
            for item in children(group, "CompositeGraphicUnit"):
                self.drawings[item.get("ID", "")] = item


@dataclass
class OfdDocument:
    """One document of a file: the boxes and pages as they stand in XML, and what they refer to."""

    area: Element | None
    pages: list[Element]
    templates: dict[str, Element]
    shared: Shared
    notes: list[Element]
    """The parts with what was written or stamped on pages later."""


class OfdPackage:
    """An open file of parts, found by name in whatever way a producer writes names."""

    def __init__(self, parts: ZipParts) -> None:
        """Take the open parts; PackageLockedError where the file is locked."""
        self._parts = parts
        self._names = {_plain(name): name for name in parts.infos}
        self._left = MOST_IN_ALL
        if any(posixpath.basename(name) in _LOCKS for name in self._names):
            raise PackageLockedError

    def documents(self) -> Iterator[OfdDocument]:
        """Yield the documents of the file; PackageError or XmlError where a part is broken."""
        root = self._xml(_ROOT)
        if root is None:
            raise PackageError(_ROOT)
        pages = 0
        for body in children(root, "DocBody"):
            place = _text(child(body, "DocRoot"))
            found = self._document(place) if place else None
            if found is not None:
                pages += len(found.pages)
                if pages > MOST_PAGES:
                    raise TooManyPagesError(pages)
                yield found

    def _document(self, place: str) -> OfdDocument | None:
        root = self._xml(place)
        if root is None:
            return None
        folder = posixpath.dirname(_plain(place))
        common = child(root, "CommonData")
        shared = Shared()
        for part in children(common, "PublicRes", "DocumentRes") if common is not None else ():
            resources = self._xml(_text(part), folder)
            if resources is not None:
                shared.add(resources)
        listed = child(root, "Pages")
        places = list(children(listed, "Page")) if listed is not None else []
        if len(places) > MOST_PAGES:
            raise TooManyPagesError(len(places))
        return OfdDocument(
            child(common, "PageArea"),
            [page for at in places if (page := self._page(at, folder, shared)) is not None],
            dict(self._templates(common, folder, shared)),
            shared,
            list(self._notes(root, folder)),
        )

    def _page(self, place: Element, folder: str, shared: Shared) -> Element | None:
        where = place.get("BaseLoc", "")
        page = self._xml(where, folder)
        for part in children(page, "PageRes") if page is not None else ():
            near = posixpath.dirname(self._found(where, folder))
            resources = self._xml(_text(part), near)
            if resources is not None:
                shared.add(resources)
        return page

    def _templates(
        self, common: Element | None, folder: str, shared: Shared
    ) -> Iterator[tuple[str, Element]]:
        for place in children(common, "TemplatePage") if common is not None else ():
            page = self._page(place, folder, shared)
            if page is not None:
                yield place.get("ID", ""), page

    def _notes(self, root: Element, folder: str) -> Iterator[Element]:
        """Yield what is written on pages, listed in a part that itself is listed."""
        where = _text(child(root, "Annotations"))
        listed = self._xml(where, folder) if where else None
        for page in children(listed, "Page") if listed is not None else ():
            place = _text(child(page, "FileLoc"))
            near = posixpath.dirname(self._found(where, folder))
            found = self._xml(place, near) if place else None
            if found is not None:
                yield found

    def _found(self, place: str, folder: str = "") -> str:
        """Return the plain name of a part, looked for in a folder and from the root; "" if none."""
        plain = _plain(place)
        beside = posixpath.normpath(posixpath.join(folder, plain))
        options = (plain, beside) if place.startswith("/") else (beside, plain)
        return next((name for name in options if name in self._names), "")

    def _xml(self, place: str, folder: str = "") -> Element | None:
        """Return a part as XML, None where the file does not hold it."""
        name = self._found(place, folder)
        if not name:
            return None
        data = self._parts.read(self._names[name], min(MOST_PART_BYTES, self._left))
        self._left -= len(data)
        return parse_xml(data.lstrip())


def _plain(name: str) -> str:
    return posixpath.normpath(name.strip().replace("\\", "/").lstrip("/")).lower()


def _text(element: Element | None) -> str:
    return text_of(element).strip()


def open_package(path: Path) -> ZipParts:
    """Return the open parts of a file; PackageTooLargeError where it is larger than any report."""
    if path.stat().st_size > MOST_BYTES:
        raise PackageTooLargeError
    return ZipParts(path)


def is_too_large(error: Exception) -> bool:
    """Return whether a file was refused for its size."""
    return isinstance(error, PackageTooLargeError | XmlTooLargeError)
