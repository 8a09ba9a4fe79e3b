"""States: those a report folder holds, found, listed, and looked over for damage.

A state's folder is known by its name, whatever a copy or an archive did to its composition; what lies in it
counts only as long as it is what the record says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import NOWHERE, Diagnostic, Faults, Source, fault
from ..nearest import nearest
from ..noun import Noun
from ..read.review import REVIEW
from . import STATES, folder_of
from . import record as records
from .record import Record

if TYPE_CHECKING:
    from ..report import FigureTable

RECORD = "留底记录.json"
REPORT, TEMPLATES, MADE = "报告", "版式", "成品"
ATTRIBUTES = ".gitattributes"
REVIEW_FILES = tuple(f"{REVIEW}{suffix}" for suffix in (".json", ".xlsx", ".md"))
_CLUTTER = ("thumbs.db", "desktop.ini", ".ds_store")


class State(Noun, frozen=True):
    """A frozen state."""

    name: str
    folder: Path
    record: Record


def states_of(report: Path) -> tuple[list[State], list[Diagnostic]]:
    """List a report's states, the earliest first; records that cannot be read are told."""
    states: list[State] = []
    found: list[Diagnostic] = []
    for folder in _folders(folder_of(report)):
        try:
            states.append(_state(folder))
        except Faults as faults:
            found += faults.diagnostics
    return sorted(states, key=lambda state: (state.record.frozen_at, state.name)), found


def newest(report: Path, year: int | None = None) -> State | None:
    """Find the last state that was frozen, of a year where one is given."""
    states, _ = states_of(report)
    return next((each for each in reversed(states) if year in (None, each.record.year)), None)


def state_of(report: Path, name: str) -> State:
    """Find a state by its name.

    Raises:
        Faults: there is none of that name (`freeze.unknown`), or its record cannot be read.
    """
    folder = place_of(report, name)
    if folder is None and not report.exists():
        raise fault("folder.missing", Source(str(report)))
    if folder is None:
        names = tuple(each.name for each in _folders(folder_of(report)))
        if not names:
            raise fault("freeze.none", Source(str(folder_of(report))), name=name)
        raise fault("freeze.unknown", NOWHERE, name=name, near=nearest(name, names), names=names)
    return _state(folder)


def place_of(report: Path, name: str) -> Path | None:
    """Find the folder of a state; names that differ in case or composition are one, as on Windows."""
    wanted = _folded(name)
    return next((each for each in _folders(folder_of(report)) if _folded(each.name) == wanted), None)


def damage_of(state: State) -> list[Diagnostic]:
    """List what is no longer as it was frozen; files that do not belong are a warning."""
    _, found = _read(state)
    return [*found, *_strangers(state)]


def parts_of(state: State) -> dict[str, bytes]:
    """Read all files of a state, by their path in it.

    Raises:
        Faults: one of them is missing, unreadable, or not what was frozen; with all that are.
    """
    contents, found = _read(state)
    if found:
        raise Faults(found)
    return contents


def frozen_report(report: Path, name: str) -> Path:
    """Find the report folder that is kept in a state, or the text in it where that has a name of its own.

    Raises:
        Faults: there is no such state, or it is damaged.
    """
    state = state_of(report, name)
    parts_of(state)
    return kept_report(state.folder, state.record)


def kept_report(folder: Path, record: Record) -> Path:
    """Name the report below a folder that holds a state's files."""
    return folder / REPORT / record.report if record.report else folder / REPORT


def frozen_figures(report: Path, year: int) -> tuple[State, FigureTable] | None:
    """Read the figures of a year as they were last frozen; None where they never were.

    Raises:
        Faults: the state is damaged.
    """
    state = newest(report, year)
    if state is None:
        return None
    from ..read import read_report

    parts_of(state)
    kept, _ = read_report(kept_report(state.folder, state.record))
    return state, kept.figures


def _folders(folder: Path) -> list[Path]:
    try:
        places = sorted(each for each in (folder / STATES).iterdir() if each.is_dir())
    except OSError:
        return []
    return [each for each in places if not each.name.startswith(".")]


def _state(folder: Path) -> State:
    source = Source(_shown(folder, RECORD))
    if folder.is_symlink() or (folder / RECORD).is_symlink():
        raise fault("freeze.link", Source(_shown(folder)))
    try:
        data = (folder / RECORD).read_bytes()
    except FileNotFoundError as err:
        raise fault("freeze.no_record", Source(_shown(folder)), name=RECORD) from err
    except OSError as err:
        raise fault("freeze.unreadable", source, reason=err.strerror or str(err)) from err
    return State(unicodedata.normalize("NFC", folder.name), folder, records.read(data, source))


def _read(state: State) -> tuple[dict[str, bytes], list[Diagnostic]]:
    contents: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    home = state.folder.resolve()
    for name, part in state.record.files.items():
        source = Source(_shown(state.folder, name))
        path = state.folder / name
        if not path.resolve().is_relative_to(home) or path.is_symlink():
            found.append(Diagnostic("freeze.link", source))
            continue
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            found.append(Diagnostic("freeze.part_missing", source, {"name": state.name}))
            continue
        except OSError as err:
            found.append(Diagnostic("freeze.unreadable", source, {"reason": err.strerror or str(err)}))
            continue
        if records.digest_of(data) == part:
            contents[name] = data
        else:
            differs = len(data) != part.size
            sizes = {"frozen": str(part.size), "size": str(len(data))} if differs else {}
            values = {"name": state.name, **sizes}
            found.append(Diagnostic("freeze.part_changed", source, values))
    return contents, found


def _strangers(state: State) -> Iterator[Diagnostic]:
    """List files that are none of the state's own; what office programs and systems leave does not count."""
    for path in sorted(state.folder.rglob("*")):
        name = path.relative_to(state.folder).as_posix()
        is_clutter = path.name.startswith(("~$", ".~lock.")) or path.name.lower() in _CLUTTER
        if path.is_file() and name != RECORD and name not in state.record.files and not is_clutter:
            yield Diagnostic("freeze.part_added", Source(_shown(state.folder, name)), {"name": state.name})


def _shown(folder: Path, name: str = "") -> str:
    return "/".join(part for part in (STATES, folder.name, name) if part)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
