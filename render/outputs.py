"""Outputs: names that every system takes, and files written whole or not at all.

A file is written beside its place under another name and then put there in one step, so that a full
disk, a crash or a cut connection leaves what was there before.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import time
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from .diagnostics import Diagnostic, Source
from .noun import Noun
from .pattern import pattern

_FILE_LEFT_AFTER, _FOLDER_LEFT_AFTER = 60.0, 600.0  # seconds since something was last written to it

LONGEST_NAME = 240
"""Bytes; file systems take 255, and office programs put `.~lock.` and `#` around a name."""

_FULL_WIDTH = str.maketrans('\\/:*?"<>|', "＼／：＊？”〈〉｜")
_RESERVED = pattern(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")  # Windows device names


class Output(Noun, frozen=True):
    """One finished file."""

    format: str  # "docx", "pdf", "png" …
    name: str
    data: bytes
    path: Path | None = None  # None: not written to a folder

    @property
    def sha256(self) -> str:
        """Digest of the content, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def file_name(title: str, extension: str, *, marks: Iterable[str] = ()) -> str:
    """Make a file name of a title.

    Args:
        title: As printed, on one line.
        extension: Without the dot.
        marks: What tells this file from others of the title, such as an edition or a draft's stage.

    Returns:
        A name that Windows, macOS and Linux take: NFC, no reserved characters or words, at most 255
        bytes. A longer title is cut and gets a digest of the whole, so that two never share a name.
    """
    suffix = "".join(f"_{mark}" for mark in marks if mark) + f".{extension}"
    stem = unicodedata.normalize("NFC", title).translate(_FULL_WIDTH)
    stem = "".join(char for char in stem if unicodedata.category(char)[0] != "C")
    stem = re.sub(r"\s+", " ", stem).strip(" .") or "report"
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    room = LONGEST_NAME - len(suffix.encode())
    if len(stem.encode()) > room:
        digest = "_" + hashlib.sha256(stem.encode()).hexdigest()[:8]
        stem = stem.encode()[: room - len(digest)].decode(errors="ignore").rstrip(" .") + digest
    return stem + suffix


def open_elsewhere(path: Path) -> bool:
    """Tell whether an office program holds a document open, by the lock file it leaves beside it."""
    word = path.with_name("~$" + path.name[2:])
    word_short = path.with_name("~$" + path.name)
    writer = path.with_name(f".~lock.{path.name}#")
    return any(lock.exists() for lock in (word, word_short, writer))


def write_all(outputs: Sequence[Output], folder: Path) -> tuple[list[Output], list[Diagnostic]]:
    """Write files into a folder, all of them or none.

    Args:
        outputs: What to write; their `path` is set in what is returned.
        folder: Made when it does not exist.

    Returns:
        The outputs with their paths, or none and what went wrong.
    """
    waiting: list[tuple[Path, Path]] = []
    place = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_left(folder)
        for output in outputs:
            place = folder / output.name
            waiting.append((_write_beside(output.data, folder), place))
        for temporary, place in waiting:
            os.replace(temporary, place)  # noqa: PTH105 (named for what it promises)
    except OSError as err:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
        return [], [_explain(err, place)]
    written = [Output(o.format, o.name, o.data, path) for o, (_, path) in zip(outputs, waiting, strict=True)]
    return written, []


def write_folder(outputs: Sequence[Output], folder: Path) -> tuple[list[Output], list[Diagnostic]]:
    """Write files into a new or empty folder, all of them or none.

    Args:
        outputs: What to write; names may lead into folders of the folder, with `/`.
        folder: Made when it does not exist, and then put in place in one step.

    Returns:
        The outputs with their paths, or none and what went wrong.
    """
    folder = folder.absolute()
    is_new = not folder.exists()
    temporary = (folder.parent if is_new else folder) / f".gongwen-{os.getpid()}-{folder.name}"[:60]
    moved: list[Path] = []
    try:
        _clear_left(temporary.parent)
        temporary.mkdir(parents=True)
        for output in outputs:
            place = temporary / output.name
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file:
                file.write(output.data)
                file.flush()
                os.fsync(file.fileno())
        if is_new:
            temporary.rename(folder)
        else:
            for place in sorted(temporary.iterdir()):
                moved.append(folder / place.name)
                place.rename(folder / place.name)
            temporary.rmdir()
    except OSError as err:
        for place in (temporary, *moved):
            shutil.rmtree(place, ignore_errors=True)
            with suppress(OSError):
                place.unlink()
        return [], [_explain(err, folder)]
    return [Output(o.format, o.name, o.data, folder / o.name) for o in outputs], []


@cache  # once a run: a batch writes many files into one folder
def _clear_left(folder: Path) -> None:
    """Take away what runs that were killed while writing left in a folder.

    A number of a process would not tell on a shared folder, where other machines write, so age does. Files
    that `edit.saving` has yet to put in place are not touched: their names end otherwise.
    """
    with suppress(OSError):
        for entry in os.scandir(folder):
            if not entry.name.startswith(".gongwen-"):
                continue
            age = time.time() - entry.stat().st_mtime
            if entry.is_dir() and age > _FOLDER_LEFT_AFTER:
                shutil.rmtree(entry.path, ignore_errors=True)
            elif entry.name.endswith(".part") and age > _FILE_LEFT_AFTER:
                Path(entry.path).unlink(missing_ok=True)


def _write_beside(data: bytes, folder: Path) -> Path:
    # Process and digest make the name: two builds at once never share one, and the file keeps the
    # rights that new files have here.
    temporary = folder / f".gongwen-{os.getpid()}-{hashlib.sha256(data).hexdigest()[:16]}.part"
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _explain(err: OSError, place: Path) -> Diagnostic:
    source = Source(str(place))
    if err.errno in (errno.ENOSPC, errno.EDQUOT):
        return Diagnostic("output.disk_full", source)
    if err.errno == errno.ENAMETOOLONG:
        return Diagnostic("output.name_too_long", source)
    if isinstance(err, PermissionError) and place.is_file() and os.access(place.parent, os.W_OK):
        return Diagnostic("output.open", source, {"name": place.name})
    if err.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Diagnostic("output.denied", source)
    if err.errno in (errno.EEXIST, errno.ENOTDIR):
        return Diagnostic("output.not_a_folder", source)
    return Diagnostic("output.not_writable", source, {"reason": err.strerror or str(err)})
