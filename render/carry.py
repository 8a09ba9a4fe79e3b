"""Carry: the report folder inside a DOCX or PDF that was sent, and out of it again.

What is carried is one ZIP archive: a stamp that says what built it, then the files the author keeps,
byte for byte. Nothing in it comes from the clock or the machine. An archive that comes back may be
anybody's: names, number and sizes of its files are checked before one of them is written.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from . import __version__, pdfium
from .blocks import Composed
from .diagnostics import NOWHERE, Diagnostic, Faults, Source, fault
from .disclosure import is_public
from .outputs import Output, write_folder
from .pages import Pages, TextRun

__all__ = [
    "FORMAT", "Bundle", "Restored", "Stamp", "bundle", "is_public", "restore", "stamp_of", "unbundle",
]  # fmt: skip

FORMAT = 1
"""Of the archive; a reader refuses a higher one."""

STAMP_NAME = "gongwen.json"
MOST_BYTES = 200_000_000  # unpacked
MOST_FILES = 2_000
MOST_RATIO = 200  # of unpacked to packed; text of figures reaches 30

_FOLDERS = ("附件", "图片")
_CLUTTER = ("thumbs.db", "desktop.ini")  # what Windows leaves in folders and hides
_MOST_STAMP = 1 << 20
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # that a ZIP file can name
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of an encrypted document (MS-OFFCRYPTO)
_HYPHENS = "-\u00ad\u2010\u2011\x02\ufffe"  # PDFium has a mark of its own for one at a line's end


@dataclass(frozen=True, slots=True)
class Stamp:
    """What built an archive, and what the files it went into show."""

    tool: str  # version of gongwen
    year: int
    edition: str | None
    text: str  # SHA-256 of a DOCX's text
    pages: str  # SHA-256 of a PDF's text


@dataclass(frozen=True, slots=True)
class Bundle:
    """An archive, checked."""

    stamp: Stamp
    files: Mapping[str, bytes]  # by path in the report folder, with `/`


@dataclass(frozen=True, slots=True)
class Restored:
    """What bringing a folder back came to."""

    folder: Path
    outputs: tuple[Output, ...] = ()
    stamp: Stamp | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def stamp_of(settled: Composed, pages: Pages, *, year: int, edition: str | None) -> Stamp:
    """Stamp a build."""
    from .write.docx import text_digest

    shown = "".join(i.text for page in pages.pages for i in page.items if isinstance(i, TextRun))
    return Stamp(__version__, year, edition, text_digest(settled), _digest(_read_alike(shown)))


def bundle(folder: Path, stamp: Stamp, *, report: Path | None = None, pictures: Iterable[str] = ()) -> bytes:
    """Pack the files an author keeps in a report folder.

    Args:
        folder: The report folder.
        stamp: What it was built to.
        report: The text, where it has a name of its own.
        pictures: Paths of pictures the text uses, wherever in the folder they lie.

    Returns:
        The archive; the same files and stamp give the same bytes.

    Raises:
        Faults: a file cannot be read (`carry.unreadable`), has a name that no other system takes
            (`carry.unsafe`), or there is too much (`carry.too_big`).
    """
    names = {name: path for path, name in kept_files(folder, report, pictures)}
    contents: dict[str, bytes] = {}
    size = 0
    for name in sorted(names):
        if not _is_safe(name):
            raise fault("carry.unsafe", Source(name), name=name)
        try:
            size += names[name].stat().st_size
            _limit(len(names), size, Source(str(folder)))
            contents[name] = names[name].read_bytes()
        except OSError as err:
            raise fault("carry.unreadable", Source(name), reason=err.strerror or str(err)) from err
    said = json.dumps({"format": FORMAT, **asdict(stamp)}, ensure_ascii=False, indent=2) + "\n"
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in {STAMP_NAME: said.encode(), **contents}.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 3  # Unix, wherever it is written
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            shrinks_sensibly = len(content) <= MOST_RATIO * (len(zlib.compress(content)) - 6)  # RFC 1950
            method = zipfile.ZIP_DEFLATED if shrinks_sensibly else zipfile.ZIP_STORED
            archive.writestr(entry, content, method)
    return file.getvalue()


def unbundle(data: bytes, source: Source = NOWHERE) -> Bundle:
    """Unpack an archive in memory.

    Args:
        data: The archive.
        source: The file it was found in.

    Raises:
        Faults: it is damaged (`carry.damaged`), of a newer format (`carry.newer`), names a place
            outside its folder (`carry.unsafe`), or unpacks to too much (`carry.too_big`).
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if not entries or entries[0].filename != STAMP_NAME or entries[0].file_size > _MOST_STAMP:
                raise fault("carry.damaged", source, reason=f"no {STAMP_NAME}")
            stamp = _stamp(_content(archive, entries.pop(0)), source)
            _limit(len(entries), sum(entry.file_size for entry in entries), source)
            names = [entry.orig_filename for entry in entries]
            for entry, name in zip(entries, names, strict=True):
                is_file = stat.S_IFMT(entry.external_attr >> 16) in (0, stat.S_IFREG)
                if not is_file or not _is_safe(name) or names.count(name) > 1:
                    raise fault("carry.unsafe", source, name=_shown(name))
                if entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
                    raise fault("carry.too_big", source, **_LIMITS)
            files = {name: _content(archive, entry) for name, entry in zip(names, entries, strict=True)}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as err:
        raise fault("carry.damaged", source, reason=str(err)) from err
    return Bundle(stamp, files)


def restore(path: Path, folder: Path | None = None, *, force: bool = False) -> Restored:
    """Bring back the report folder that a DOCX or PDF carries.

    Args:
        path: The file.
        folder: Where to; new, or empty. None: beside the file, under its name without extension.
        force: Also when somebody has edited the file's text since it was built.

    Returns:
        The files, all written; or none, and why.
    """
    folder = path.with_suffix("") if folder is None else folder
    try:
        found, is_edited, is_document = _carried(path)
        _check_place(folder)
    except Faults as faults:
        return Restored(folder, diagnostics=faults.diagnostics)
    source = Source(path.name)
    if is_edited and not force:
        code = "carry.edited" if is_document else "carry.changed"
        return Restored(folder, diagnostics=(Diagnostic(code, source, {"name": path.name}),))
    said = (Diagnostic("carry.without_edits", source, {"name": path.name}),) if is_edited else ()
    outputs = [
        Output(PurePosixPath(name).suffix.removeprefix("."), name, data) for name, data in found.files.items()
    ]
    written, failed = write_folder(outputs, folder)
    return Restored(folder, tuple(written), found.stamp, (*said, *failed))


def carries_source(data: bytes) -> bool:
    """Tell whether a DOCX or PDF has a report folder inside; of anything else, no."""
    try:
        if data.startswith(b"PK"):
            from .write.docx import carried_by

            # Names of parts stand as they are in a package; reading one takes milliseconds.
            return b"customXml/item" in data and carried_by(data).source is not None
        with pdfium.opened(data) as document:
            return any(_is_ours(content) for _, content in pdfium.attachments(document))
    except (KeyError, ValueError, pdfium.Locked, pdfium.Damaged):
        return False


def shows_text_of(data: bytes, stamp: Stamp) -> bool:
    """Tell whether a DOCX or PDF shows the text of a build, however it was set; of anything else, no."""
    try:
        if data.startswith(b"PK"):
            from .write.docx import carried_by

            return _digest(carried_by(data).text) == stamp.text
        with pdfium.opened(data) as document:
            return _digest(_read_alike(pdfium.text(document))) == stamp.pages
    except (KeyError, ValueError, pdfium.Locked, pdfium.Damaged):
        return False


def _carried(path: Path) -> tuple[Bundle, bool, bool]:
    """Find a file's archive; also whether its text was edited, and whether it is a DOCX."""
    source = Source(str(path))
    try:
        data = path.read_bytes()
    except OSError as err:
        raise fault("carry.unreadable", source, reason=err.strerror or str(err)) from err
    if data.startswith(b"PK"):
        return _carried_by_docx(data, source)
    if b"%PDF-" in data[:1024]:  # ISO 32000-1, annex H, note 13: readers take bytes before the header
        return _carried_by_pdf(data, source)
    is_locked = data.startswith(_OLE) and _ENCRYPTED in data
    raise fault("carry.locked" if is_locked else "carry.foreign", source)


def _carried_by_docx(data: bytes, source: Source) -> tuple[Bundle, bool, bool]:
    from .write.docx import carried_by

    try:
        carried = carried_by(data)
    except KeyError as err:
        raise fault("carry.foreign", source) from err
    except ValueError as err:
        raise fault("carry.damaged", source, reason=str(err)) from err
    if carried.source is None:
        raise fault("carry.lost" if carried.promise else "carry.none", source)
    found = unbundle(carried.source, source)
    return found, _digest(carried.text) != found.stamp.text, True


def _carried_by_pdf(data: bytes, source: Source) -> tuple[Bundle, bool, bool]:
    from .write.pdf.attachment import SOURCE_NAME

    try:
        with pdfium.opened(data) as document:
            attached = dict(reversed(pdfium.attachments(document)))  # of two by one name, the first
            ours = [name for name, content in attached.items() if name == SOURCE_NAME or _is_ours(content)]
            if not ours:
                raise fault("carry.none", source)
            found = unbundle(attached[SOURCE_NAME if SOURCE_NAME in ours else ours[0]], source)
            text = pdfium.text(document)
    except pdfium.Locked as err:
        raise fault("carry.locked", source) from err
    except pdfium.Damaged as err:
        raise fault("carry.damaged", source, reason=str(err)) from err
    return found, _digest(_read_alike(text)) != found.stamp.pages, False


def _is_ours(content: bytes) -> bool:
    """Tell an archive of ours, whatever it is called now, by the name of its first entry."""
    return content.startswith(b"PK\3\4") and content[30:].startswith(STAMP_NAME.encode())


def _check_place(folder: Path) -> None:
    source = Source(str(folder))
    try:
        there = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    except OSError as err:
        raise fault("output.not_writable", source, reason=err.strerror or str(err)) from err
    if there:
        raise fault("carry.not_empty", source, name=there[0])
    if folder.exists() and not folder.is_dir():
        raise fault("output.not_a_folder", source)


def kept_files(folder: Path, report: Path | None, pictures: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """List what an author keeps, with its path in the folder; a picture's link never leads out of it.

    Args:
        folder: The report folder.
        report: The text, where it has a name of its own.
        pictures: Paths of pictures the text uses, wherever in the folder they lie.
    """
    from .read.folder import REPORT_NAMES

    for path in folder.iterdir():
        is_source = path.name.lower() in (*REPORT_NAMES, "mail.toml") or path.stem.lower() == "figures"
        if path.is_file() and (is_source or path == report) and not _is_clutter(path.name):
            yield path, path.name
    folders = [*_FOLDERS, *(path.parent.name for path in folder.glob("*/layout.toml"))]
    below = [path for name in folders if name != "out" for path in (folder / name).rglob("*")]
    there = {
        path.resolve() for path in below
    }  # the text may spell a name in another case, as Windows lets it
    shown = (folder / PurePosixPath(picture.replace("\\", "/")) for picture in pictures)
    inside = folder.resolve()
    for path in (*below, *(path for path in shown if path.resolve() not in there)):
        name = path.relative_to(folder).as_posix()
        is_read = (
            path.parent == folder / _FOLDERS[0] and path.suffix == ".md"
        )  # the build read it, link or not
        if (
            path.is_file()
            and not any(map(_is_clutter, PurePosixPath(name).parts))
            and (is_read or path.resolve().is_relative_to(inside))
        ):
            yield path, name


def _is_clutter(name: str) -> bool:
    """Tell what no author keeps: hidden files, lock files of office programs, what systems leave."""
    return name.startswith((".", "~$")) or name.lower() in _CLUTTER


def _is_safe(name: str) -> bool:
    """Tell whether a name stays in its folder on every system."""
    parts = name.split("/")
    return (
        not any(part in ("", ".", "..") or re.match("[A-Za-z]:", part) for part in parts)
        and not any(char == "\\" or unicodedata.category(char) in ("Cc", "Cs") for char in name)
        and name != STAMP_NAME
    )


def _shown(name: str) -> str:
    """Make a name printable."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)[:200]


_LIMITS = {"megabytes": MOST_BYTES // 1_000_000, "files": MOST_FILES, "ratio": MOST_RATIO}


def _limit(files: int, size: int, source: Source) -> None:
    if files > MOST_FILES or size > MOST_BYTES:
        raise fault("carry.too_big", source, **_LIMITS)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(f"method {entry.compress_type}")
    with archive.open(entry) as file:  # `ZipFile.read` would unpack what the directory does not own up to
        return file.read(entry.file_size + 1)


def _stamp(content: bytes, source: Source) -> Stamp:
    """Read a stamp.

    Raises:
        Faults: its format is newer than `FORMAT`, or it is no stamp.
    """
    try:
        said = json.loads(content)
        number, tool = said["format"], said["tool"]
        if isinstance(number, int) and number > FORMAT:
            values = {"tool": _shown(str(tool)), "ours": __version__, "format": number, "known": FORMAT}
            raise fault("carry.newer", source, **values)
        stamp = Stamp(tool, said["year"], said["edition"], said["text"], said["pages"])
    except (ValueError, KeyError, TypeError, RecursionError) as err:
        raise fault("carry.damaged", source, reason=STAMP_NAME) from err
    kinds = (str, int, str | None, str, str)
    if not all(isinstance(v, kind) for v, kind in zip(asdict(stamp).values(), kinds, strict=True)):
        raise fault("carry.damaged", source, reason=STAMP_NAME)
    return stamp


def _read_alike(text: str) -> str:
    """Take out what reading a PDF's text may change: spaces, hyphens, compatible forms of a character."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(char for char in normal if not char.isspace() and char not in _HYPHENS)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
