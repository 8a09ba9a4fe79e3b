"""Message files: drafts and messages on the disk, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..diagnostics import Faults, Source, fault
from ..outputs import Output, file_name, write_all
from .ledger import Entry
from .letter import Letter
from .message import ChangedEnclosure, Composer

MESSAGES = "messages"  # below the ledger's folder

_DRAFT = re.compile(r"\d{4,}_.*\.eml")
_STEM = 60  # characters of a name before the address


@dataclass(frozen=True, slots=True)
class Written:
    """A message written as a file."""

    path: Path
    size: int
    sha256: str


def draft_name(number: int, letter: Letter) -> str:
    """Name a draft: its place in the mailing, whom it is for, and to which address."""
    stem = f"{number:04}_{letter.recipient.label}"[:_STEM]
    return file_name(stem, "eml", marks=[letter.recipient.to[0].address])


def message_name(number: int, letter: Letter) -> str:
    """Name a message, beside the ledger: as its draft, and so that no other message has the name."""
    stem = f"{number:04}_{letter.recipient.label}"[:_STEM]
    return f"{MESSAGES}/{file_name(stem, 'eml', marks=[letter.key[:12]])}"


def composed(letter: Letter, date: datetime, composer: Composer) -> bytes:
    """Write a letter as the bytes that go to a server.

    Raises:
        Faults: one of its files has changed or cannot be read.
    """
    try:
        return composer.compose(letter, date, is_draft=False)
    except ChangedEnclosure as err:
        raise _changed(err) from err
    except OSError as err:
        values = {"name": str(err.filename), "reason": err.strerror or str(err)}
        raise fault("mail.unreadable", letter.recipient.source, **values) from err


def write_message(data: bytes, folder: Path, name: str) -> None:
    """Write one message, its bytes on the disk when this returns.

    Args:
        data: The message.
        folder: The ledger's.
        name: As `message_name` gives it.

    Raises:
        Faults: it cannot be written.
    """
    place = folder / name
    written, failed = write_all([Output("eml", place.name, data)], place.parent)
    if not written:
        raise Faults(failed)


def replace_drafts(drafts: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Written, ...]:
    """Write drafts beside a folder's own, one after the other, then put them in place of the old ones.

    Raises:
        Faults: one could not be made or written; the folder is as it was.
    """
    waiting = folder.with_name(f".{folder.name}-{os.getpid()}")
    written: list[Written] = []
    try:
        for name, data in drafts:
            waiting.mkdir(parents=True, exist_ok=True)
            (waiting / name).write_bytes(data)  # not forced to the disk: a draft is soon written again
            written.append(Written(folder / name, len(data), hashlib.sha256(data).hexdigest()))
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.eml"):
            if _DRAFT.fullmatch(old.name):
                old.unlink()
        for each in written:
            (waiting / each.path.name).replace(each.path)
    except ChangedEnclosure as err:
        raise _changed(err) from err
    except OSError as err:
        reason = err.strerror or str(err)
        raise fault("output.not_writable", Source(str(folder)), reason=reason) from err
    finally:
        if waiting.is_dir():
            for left in waiting.iterdir():
                left.unlink()
            waiting.rmdir()
    return tuple(written)


def is_whole(path: Path, entry: Entry) -> bool:
    """Tell whether a message's file is there and as it was registered."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == entry.sha256
    except OSError:
        return False


def _changed(err: ChangedEnclosure) -> Faults:
    return fault("mail.changed_meanwhile", Source(str(err.enclosure.path)), name=err.enclosure.name)
