"""The package: parts in one ZIP file, the same bytes every time, and a digest of them.

Written by hand because the standard library cannot store a part that is deflated already, and the
unchanging parts of a document are deflated once for all documents (ISO/IEC 29500-2; APPNOTE 6.3.3).
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterable
from typing import Literal

from ...noun import Noun
from ...pattern import pattern

DIGEST_NAME = "gongwenDigest"
SOURCE_NAME = "gongwenSource"
TEXT_NAME = "gongwenText"
"""Names of three properties: the digests of the parts, of a carried source, and of the text."""

REVISION_NAME = "gongwenRevision"
"""Name of the property that says what a document with tracked changes was compared with."""

DIGEST_PART = "docProps/custom.xml"
"""Where the digest stands; the one part it does not cover."""

_CONTENT_TYPES = "[Content_Types].xml"
_DEFLATE_LEVEL = 2  # the text of twelve pages in 0.13 ms; 6, in 0.6, would make the file 5 % shorter
_DOS_DATE = (1 << 5) | 1  # 1980-01-01, the first day a ZIP file can name
_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_VERSION = 20  # of the ZIP format: deflate and folders
_DIGEST = pattern(
    rb'<(?:\w+:)?property\b[^>]*\bname="%b"[^>]*>\s*<(?:\w+:)?lpwstr>([0-9a-f]{64})<' % DIGEST_NAME.encode()
)


class Part(Noun, frozen=True):
    """One part of a package, ready to be copied into a file."""

    name: str  # without the leading slash
    size: int  # of the content in bytes
    crc: int
    digest: str  # SHA-256 of the content
    packed: bytes  # the content, deflated when that makes it shorter

    @classmethod
    def stored(cls, name: str, content: bytes) -> Part:
        """Take content that is compressed already, as a picture is."""
        return cls(name, len(content), zlib.crc32(content), hashlib.sha256(content).hexdigest(), content)


def make_part(name: str, content: bytes) -> Part:
    """Deflate a part."""
    deflate = zlib.compressobj(_DEFLATE_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(content) + deflate.flush()
    if len(packed) >= len(content):
        return Part.stored(name, content)
    return Part(name, len(content), zlib.crc32(content), hashlib.sha256(content).hexdigest(), packed)


def with_types(part: Part, types: str) -> Part:
    """Add to the list of content types, if this is it."""
    if part.name != _CONTENT_TYPES or not types:
        return part
    return changed_part(part, lambda content: content.replace("</Types>", f"{types}</Types>"))


def changed_part(part: Part, change: Callable[[str], str]) -> Part:
    """Write a part anew, changed."""
    content = zlib.decompress(part.packed, -zlib.MAX_WBITS) if len(part.packed) < part.size else part.packed
    return make_part(part.name, change(content.decode()).encode())


def zipped(parts: Iterable[Part]) -> bytes:
    """Put parts into a ZIP file: the content types first, the others by name, all dated 1980-01-01."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in sorted(parts, key=lambda part: (part.name != _CONTENT_TYPES, part.name)):
        name = part.name.encode("ascii")
        method = zlib.DEFLATED if len(part.packed) < part.size else 0
        common = struct.pack(
            "<5H3L2H",
            _VERSION, 0, method, 0, _DOS_DATE, part.crc, len(part.packed), part.size, len(name), 0,
        )  # fmt: skip
        directory.append(
            _CENTRAL + struct.pack("<H", _VERSION) + common + struct.pack("<3H2L", 0, 0, 0, 0, offset) + name
        )
        files += (_LOCAL + common + name, part.packed)
        offset += len(files[-2]) + len(files[-1])
    index = b"".join(directory)
    end = _END + struct.pack("<4H2LH", 0, 0, len(directory), len(directory), len(index), offset, 0)
    return b"".join((*files, index, end))


def digest_of(parts: Iterable[Part]) -> str:
    """Sum up the names and contents of all parts but the one that will hold the sum."""
    return _sum((part.name, part.digest) for part in parts if part.name != DIGEST_PART)


def digest_state(data: bytes) -> Literal["ours", "edited", "foreign"]:
    """Tell whether a file is as it was written here.

    Returns:
        "ours": as written. "edited": written here, and some part differs now (opening and saving in
        Word is enough). "foreign": no digest in it, or no ZIP file at all.
    """
    import zipfile  # costs 20 ms, and most builds have no earlier file to look at
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            found = _DIGEST.search(package.read(DIGEST_PART))
            if found is None:
                return "foreign"
            contents = [(name, package.read(name)) for name in package.namelist() if name != DIGEST_PART]
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return "foreign"
    digest = _sum((name, hashlib.sha256(content).hexdigest()) for name, content in contents)
    return "ours" if digest == found[1].decode() else "edited"


def _sum(digests: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"{name} {digest}\n" for name, digest in sorted(digests))
    return hashlib.sha256(lines.encode()).hexdigest()
