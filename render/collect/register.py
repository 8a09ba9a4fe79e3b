"""Register: which office sent what, when and how often (报送登记), kept in the report folder.

`收数/报送登记.json` is read again; the workbook beside it says the same for people and is written anew each
time. A file is known by its bytes, a version by what it says: a file taken in twice is one file, and a
file that was only saved again is the same version.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..diagnostics import Source, fault
from ..noun import Noun, asdict, field

FOLDER = "收数"
FILE = f"{FOLDER}/报送登记.json"

_FORM = 1


class Entry(Noun, frozen=True):
    """One file that was taken in."""

    year: int
    office: str
    file: str
    sha256: str
    digest: str  # of what it says
    version: int  # of the office's answers for the year, from 1
    time: int  # how often the office had sent a file by then, from 1
    is_taken: bool  # False: another file of the office was chosen
    modified: str
    code: str = ""
    head: str = ""
    reviewer: str = ""
    filler: str = ""
    phone: str = ""
    filled_on: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)  # as typed, by figure
    reasons: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)  # what went into the figures table


class Register(Noun, frozen=True):
    """All files taken in, in the order they were."""

    entries: tuple[Entry, ...] = ()

    def of(self, office: str, year: int) -> list[Entry]:
        """List an office's entries of a year."""
        return [each for each in self.entries if (each.office, each.year) == (office, year)]

    def written(self, office: str, year: int) -> dict[str, str]:
        """Give what the office's answers last put into the table, by figure."""
        values: dict[str, str] = {}
        for entry in self.of(office, year):
            values.update(entry.written)
        return values


def read_register(folder: Path) -> Register:
    """Read a report folder's register; an empty one where there is none yet.

    Raises:
        Faults: `collect.register`, it cannot be read.
    """
    path = folder / FILE
    if not path.exists():
        return Register()
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["form"] != _FORM:
            raise ValueError(f"form {kept['form']}")
        return Register(tuple(Entry(**each) for each in kept["entries"]))
    except (OSError, ValueError, KeyError, TypeError) as err:
        raise fault("collect.register", Source(FILE), reason=str(err)) from err


def write_register(register: Register) -> bytes:
    """Write the register to be read again."""
    kept: dict[str, Any] = {"form": _FORM, "entries": [asdict(each) for each in register.entries]}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def moved(entries: Sequence[Entry]) -> list[tuple[Entry, Entry, str]]:
    """List what an office said otherwise from version to version: both entries, and the figure's key."""
    versions: dict[int, Entry] = {}
    for entry in entries:
        if entry.is_taken:
            versions.setdefault(entry.version, entry)
    return [
        (before, after, key)
        for before, after in pairwise(versions[number] for number in sorted(versions))
        for key in dict.fromkeys((*before.answers, *after.answers))
        if before.answers.get(key, "") != after.answers.get(key, "")
    ]


def next_version(entries: Sequence[Entry], digest: str) -> int:
    """Count a version: that of a file that says the same, else the next."""
    same = [each.version for each in entries if each.digest == digest]
    return same[0] if same else 1 + max((each.version for each in entries), default=0)
