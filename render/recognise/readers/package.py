"""Package: the parts of a DOCX, opened without harm.

An archive may be made to fill the memory, and its parts may declare entities or point outside the file.
Sizes are checked before anything is unpacked, no entity is expanded, and nothing outside is fetched.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

from ...diagnostics import Diagnostic, Source, fault

MOST_BYTES = 200_000_000  # of all parts together, unpacked
MOST_RATIO = 200  # of a part unpacked to packed; office files reach 30
RATIO_FROM = 10_000_000  # bytes; below it any ratio is harmless

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = "http://purl.oclc.org/ooxml/"  # ISO/IEC 29500-1, strict documents
_TRANSITIONAL = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a part refers to by an id."""

    name: str  # of a part; the address where it is outside
    kind: str  # the last word of its type
    is_outside: bool


@dataclass(slots=True)
class Package:
    """An opened DOCX."""

    archive: zipfile.ZipFile
    source: Source
    remarks: list[Diagnostic] = field(default_factory=list)
    has_entities: bool = False

    def part(self, name: str) -> Any:
        """Parse a part; None when there is none.

        Raises:
            Faults: `import.damaged`, it is no XML.
        """
        data = self.bytes_of(name)
        if data is None:
            return None
        if data.count(b"<!DOCTYPE", 0, 4096) or data.count(b"<!ENTITY", 0, 65536):
            self.has_entities = True
        if _STRICT.encode() in data[:8192]:
            for strict, transitional in _TRANSITIONAL.items():
                data = data.replace(strict.encode(), transitional.encode())
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as err:
            raise fault("import.damaged", self.source, reason=f"{name}: {err.msg}") from err

    def bytes_of(self, name: str) -> bytes | None:
        """Unpack a part; None when there is none."""
        try:
            return self.archive.read(name)
        except KeyError:
            return None
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            ValueError,
        ) as err:
            raise fault("import.damaged", self.source, reason=f"{name}: {err}") from err

    def targets(self, part: str) -> dict[str, Target]:
        """List what a part refers to, by id (OPC, 9.3)."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Target] = {}
        for each in root if root is not None else ():
            if each.tag != _RELATIONSHIPS:
                continue
            target = each.get("Target") or ""
            is_outside = each.get("TargetMode") == "External"
            if not is_outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id") or ""] = Target(
                target, (each.get("Type") or "").rpartition("/")[2], is_outside
            )
        return found

    def main(self) -> str:
        """Name the part that holds the document."""
        return next(
            (t.name for t in self.targets("").values() if t.kind == "officeDocument"), "word/document.xml"
        )


def open_package(data: bytes, name: str) -> Package:
    """Open a DOCX.

    Raises:
        Faults: it is damaged, made to fill the memory, or holds another program's document.
    """
    source = Source(name)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError) as err:
        raise fault("import.damaged", source, reason=str(err)) from err
    if any(part.flag_bits & 1 for part in parts):
        raise fault("import.locked", source)
    is_bomb = sum(part.file_size for part in parts) > MOST_BYTES or any(
        part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if is_bomb:
        raise fault("import.bomb", source, megabytes=MOST_BYTES // 1_000_000, ratio=MOST_RATIO)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names or "content.xml" in names:
        suffix = ".xlsx" if "xl/workbook.xml" in names else ".odt"
        raise fault("import.foreign", source, suffix=suffix, wanted=".docx")
    package = Package(archive, source)
    if package.main() not in names:
        raise fault("import.binary", source)
    if any(part.rpartition("/")[2].lower() == "vbaproject.bin" for part in names):
        package.remarks.append(Diagnostic("import.macros", source))
    return package
