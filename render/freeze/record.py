"""Record: what is written down of a frozen state, as JSON that a person can read.

The record seals itself: a digest of all it says stands in it, so that a change made by hand is noticed. That
keeps out accidents, not forgers; the eight digits on the signed sheets (核对码) are the proof on paper.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from .. import __version__
from ..diagnostics import Source, fault
from ..noun import Noun

FORMAT = 1
"""Of the record; a reader refuses a higher one."""


class Part(Noun, frozen=True):
    """One file of a state."""

    sha256: str
    size: int  # bytes


class DrawnFace(Noun, frozen=True):
    """A face that the pages are drawn with."""

    role: str  # empty: it lends characters that others lack
    name: str  # PostScript name
    family: str
    origin: str  # "official" or "vendored"
    file: str  # name of the file, without its folder
    index: int  # within a collection
    sha256: str  # of the file


class Record(Noun, frozen=True):
    """What is known of a frozen state."""

    frozen_at: datetime  # with a time zone
    by: str  # who froze it; may be empty
    note: str
    title: str
    year: int
    edition: str | None
    fingerprint: str  # eight digits of text and figures (核对码)
    pages: int
    figures: int  # rows of the figures table
    report: str  # name of the text, where it has one of its own; else empty
    template: str
    target: str
    compare: tuple[int, ...] | None  # None: as the report says
    settings: Mapping[str, str]  # metadata set from outside
    created: datetime  # date inside the files
    families: tuple[str, ...]  # official family for each role; empty: the vendored face
    faces: tuple[DrawnFace, ...]
    versions: Mapping[str, str]  # of the program and of the libraries that make the bytes
    warnings: tuple[str, ...]  # what the build warned of, in Chinese
    outputs: Mapping[str, str]  # files that were built, by format
    files: Mapping[str, Part]  # all files, by path in the state's folder, with `/`


def written(record: Record) -> bytes:
    """Write a record."""
    said: dict[str, Any] = {"format": FORMAT, **asdict(record)}
    said["frozen_at"], said["created"] = record.frozen_at.isoformat(), record.created.isoformat()
    said["files"] = {name: asdict(record.files[name]) for name in sorted(record.files)}
    said = json.loads(json.dumps(said))  # tuples as lists, as they come back
    text = json.dumps({**said, "seal": _seal(said)}, ensure_ascii=False, indent=2)
    return text.encode() + b"\n"


def read(data: bytes, source: Source) -> Record:
    """Read a record.

    Raises:
        Faults: its format is newer than `FORMAT` (`freeze.newer`), it was changed (`freeze.record_changed`),
            or it is no record (`freeze.record_damaged`).
    """
    try:
        said = json.loads(data)
        number = said.pop("format")
        if isinstance(number, int) and number > FORMAT:
            tool = str(said.get("versions", {}).get("gongwen", "?"))
            raise fault("freeze.newer", source, tool=tool, ours=__version__, format=number, known=FORMAT)
        seal = said.pop("seal")
        record = Record(**{f.name: _field(f.name, said[f.name]) for f in fields(Record)})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as err:
        raise fault("freeze.record_damaged", source) from err
    if seal != _seal({"format": number, **said}):
        raise fault("freeze.record_changed", source)
    return record


def digest_of(data: bytes) -> Part:
    """Sum up a file."""
    return Part(hashlib.sha256(data).hexdigest(), len(data))


def _field(name: str, value: Any) -> Any:
    match name:
        case "frozen_at" | "created":
            return datetime.fromisoformat(value)
        case "faces":
            return tuple(DrawnFace(**each) for each in value)
        case "files":
            return {path: Part(**part) for path, part in value.items()}
        case "compare":
            return None if value is None else tuple(value)
        case "families" | "warnings":
            return tuple(value)
        case _:
            return value


def _seal(said: Mapping[str, Any]) -> str:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
