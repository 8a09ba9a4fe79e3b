"""Package: the parts of an .xlsx file, of which a few are rewritten and the rest stays byte for byte.

ISO/IEC 29500-2 (OPC): parts refer to each other by relationships, and `[Content_Types].xml` says what
each of them is. A part that is looked at as XML is written back only where it was changed.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from ..diagnostics import Source, fault
from ..read.xlsx import open_package

CONTENT_TYPES = "[Content_Types].xml"


class Book:
    """A workbook's parts by name."""

    def __init__(self, data: bytes, file: str) -> None:
        """Open a workbook.

        Raises:
            Faults: it is not what its name says, is protected, damaged or far too large.
        """
        package = open_package(data, file)
        self.file = file
        self.shown_in = package.marks
        self._archive: ZipFile = package.parts
        self._trees: dict[str, Any] = {}
        self._changed: dict[str, bytes | None] = {}  # None: taken out

    @cached_property
    def part(self) -> str:
        """Name of the part that lists the sheets."""
        return next(iter(self.related("", "officeDocument")), "xl/workbook.xml")

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Part of each sheet, by the sheet's name."""
        targets = {ident: target for ident, kind, target in self._relations(self.part)}
        found: dict[str, str] = {}
        for sheet in self.root(self.part).iter("{*}sheet"):
            ident = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
            if ident in targets:
                found[sheet.get("name", "")] = targets[ident]
        return found

    def names(self) -> list[str]:
        """List the parts, in the order of the file."""
        return [entry.filename for entry in self._archive.infolist()]

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return part in self._archive.namelist() and self._changed.get(part, b"") is not None

    def bytes_of(self, part: str) -> bytes:
        """Read a part as it will be written, changes made to its tree left out."""
        return self._changed.get(part) or self._archive.read(part)

    def root(self, part: str) -> Any:
        """Read a part as XML; changes to the tree count once `touch` says so."""
        if part not in self._trees:
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, huge_tree=True, strip_cdata=False
            )
            try:
                root = etree.fromstring(self.bytes_of(part), parser)
            except (KeyError, etree.XMLSyntaxError) as err:
                raise fault("figures.damaged", Source(self.file), reason=f"{part}: {err}") from err
            if root.getroottree().docinfo.internalDTD is not None:  # no office program declares one
                raise fault("figures.damaged", Source(self.file), reason=f"{part}: DOCTYPE")
            self._trees[part] = root
        return self._trees[part]

    def touch(self, part: str) -> None:
        """Have a part written from its tree."""
        self._changed[part] = b""

    def put(self, part: str, data: bytes) -> None:
        """Have a part written with these bytes."""
        self._changed[part] = data

    def related(self, part: str, kind: str) -> list[str]:
        """List the parts that a part refers to by a kind of relationship."""
        return [target for _, found, target in self._relations(part) if found == kind]

    def related_to(self, part: str) -> list[tuple[str, str]]:
        """List kind and name of every part that a part refers to."""
        return [(kind, target) for _, kind, target in self._relations(part)]

    def take_out(self, part: str) -> None:
        """Remove a part of the workbook, and what refers to it."""
        self._changed[part] = None
        types = self.root(CONTENT_TYPES)
        for override in [each for each in types if each.get("PartName") == f"/{part}"]:
            types.remove(override)
            self.touch(CONTENT_TYPES)
        relations = _relations_part(self.part)
        root = self.root(relations)
        for relation in [each for each in root if _target(self.part, each.get("Target", "")) == part]:
            root.remove(relation)
            self.touch(relations)

    def write(self) -> bytes:
        """Write the file; parts nobody touched have the bytes they had, in the same order."""
        file = io.BytesIO()
        with ZipFile(file, "w") as archive:
            for entry in self._archive.infolist():
                data = self._data(entry)
                if data is not None:
                    archive.writestr(_entry(entry), data)
            archive.comment = self._archive.comment
        return file.getvalue()

    def _data(self, entry: ZipInfo) -> bytes | None:
        part = entry.filename
        if part not in self._changed:
            return self._archive.read(entry)
        changed = self._changed[part]
        if changed != b"":
            return changed
        tree = self._trees[part].getroottree()
        return bytes(
            etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=tree.docinfo.standalone)
        )

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Go through a part's relationships: their id, their kind and the part they lead to."""
        relations = _relations_part(part)
        if relations not in self._archive.namelist():
            return
        for relation in self.root(relations):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                yield relation.get("Id", ""), kind, _target(part, relation.get("Target", ""))


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(part: str, target: str) -> str:
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _entry(entry: ZipInfo) -> ZipInfo:
    """Describe a part as it was described, without the fields that speak of its old size."""
    copy = ZipInfo(entry.filename, entry.date_time)
    copy.compress_type = ZIP_STORED if entry.compress_type == ZIP_STORED else ZIP_DEFLATED
    copy.external_attr = entry.external_attr
    copy.create_system = entry.create_system
    copy.comment = entry.comment
    return copy
