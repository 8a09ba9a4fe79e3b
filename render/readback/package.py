"""The package of a DOCX that anybody may have saved: its parts as XML, with memory kept in bounds.

Nothing is opened by an office program. Parts are found by their relationships, as programs that save a
document are free to name them; one that is too big, packed too tightly or holds a document type is
refused before it is parsed.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from ..diagnostics import Source, fault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_PART = 64_000_000
"""Bytes of one part, unpacked; the text of a thousand pages under tracked changes takes 20 MB."""

MOST_RATIO = 400  # of unpacked to packed; a long table of empty cells reaches 120
MOST_PARTS = 5_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of an encrypted document (MS-OFFCRYPTO)
_DOCTYPE = re.compile("<!DOCTYPE|<!ENTITY")
_OTHERS = {b"%PDF": ".pdf", b"{\\rtf": ".rtf"}


class Package:
    """The parts of one document."""

    def __init__(self, path: Path) -> None:
        """Open a file.

        Raises:
            Faults: it cannot be read, is no DOCX, is encrypted or damaged.
        """
        self.source = Source(path.name)
        try:
            data = path.read_bytes()
        except OSError as err:
            raise fault("readback.unreadable", Source(str(path)), reason=err.strerror or str(err)) from err
        if data.startswith(_OLE):
            code = "readback.locked" if _ENCRYPTED in data else "readback.old_format"
            raise fault(code, self.source)
        if not data.startswith(b"PK"):
            raise fault("readback.no_docx", self.source)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as err:
            raise fault("readback.damaged", self.source, reason=str(err)) from err
        if len(entries) > MOST_PARTS:
            self._refuse(f"{len(entries)} parts")
        # Names are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3).
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        self.main = self._main_part()

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name.lower() in self._entries

    def xml(self, name: str) -> Element | None:
        """Parse a part; None when there is none of that name.

        Raises:
            Faults: it is damaged, too big, or holds a document type.
        """
        from xml.etree import ElementTree

        if not self.has(name):
            return None
        content = self._content(name)
        head = content[:2]
        encoding = "utf-16" if head in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
        # ISO/IEC 29500-2, 6.2.5 forbids it: entities could grow without end.
        if _DOCTYPE.search(content.decode(encoding, errors="replace")):
            self._refuse(f"{name}: DOCTYPE")
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, RecursionError, ValueError, LookupError) as err:
            self._refuse(f"{name}: {err}")

    def related(self, kind: str) -> list[str]:
        """Name the parts the text is related to in one way, such as "comments"; also missing ones."""
        found = self._relations(self.main)
        return [target for each, target in found.values() if each.rpartition("/")[2] == kind]

    def relation(self, identity: str) -> str | None:
        """Name the part behind a relationship of the text."""
        found = self._relations(self.main).get(identity)
        return None if found is None else found[1]

    def names(self) -> list[str]:
        """List all parts."""
        return [entry.filename for entry in self._entries.values()]

    def _main_part(self) -> str:
        """Find the text: by the package's relationships, else under its usual name."""
        for kind, target in self._relations("").values():
            if kind.endswith("/officeDocument"):
                if self.has(target) and target.startswith(("xl/", "ppt/")):
                    raise fault("readback.no_docx", self.source)
                if self.has(target):
                    return target
                raise fault("readback.no_text", self.source, part=target)
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise fault("readback.no_docx" if not self.has("[content_types].xml") else "readback.no_text",
                    self.source, part="word/document.xml")  # fmt: skip

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Read the relationships of a part: kind and target by id."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in () if root is None else root:
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id", "")] = (relation.get("Type", ""), posixpath.normpath(path))
        return found

    def _content(self, name: str) -> bytes:
        entry = self._entries[name.lower()]
        if entry.flag_bits & 1:
            raise fault("readback.locked", self.source)
        size, packed = entry.file_size, max(entry.compress_size, 1)
        if size > MOST_PART or (size > 1_000_000 and size > MOST_RATIO * packed):
            raise fault("readback.too_big", self.source, part=name, megabytes=MOST_PART // 1_000_000)
        try:
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                self._refuse(f"{name}: method {entry.compress_type}")
            with self._archive.open(
                entry
            ) as file:  # `read` would unpack what the directory does not own up to
                content = file.read(size + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as err:
            raise fault("readback.damaged", self.source, reason=f"{name}: {err}") from err
        if len(content) != size:
            self._refuse(f"{name}: {len(content)} bytes of {size}")
        return content

    def _refuse(self, reason: str) -> NoReturn:
        raise fault("readback.damaged", self.source, reason=reason)
