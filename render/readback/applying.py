"""Applying: chosen changes written into the author's files, once they are known to say what was chosen."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..edit import replace_spans, set_values
from ..edit.saving import save
from ..pipeline import Job
from ..report import Report
from .base import Base, base_of, file_names
from .changes import Change
from .checking import is_as_chosen
from .planning import Plan, Planner

OCCASION = "回读前"
"""What the copies of replaced files are kept under: as they were before reading back."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What writing came to."""

    files: tuple[str, ...] = ()  # that were changed, by path in the report folder
    kept: Path | None = None  # where the old ones are
    left: tuple[tuple[Change, Diagnostic], ...] = ()  # changes that were not written, and why
    diagnostics: tuple[Diagnostic, ...] = ()


class Writer:
    """Writes changes of one report."""

    def __init__(self, job: Job, base: Base, planner: Planner) -> None:
        self._job = job
        self._base = base
        self._planner = planner
        self._folder = base.report.folder

    def write(self, changes: Sequence[Change], *, all_or_none: bool) -> Applied:
        """Write changes.

        Args:
            changes: What was chosen; none of them is refused or clashes with another.
            all_or_none: Write nothing unless every one of them can be written; otherwise those that
                cannot are left.
        """
        left: list[tuple[Change, Diagnostic]] = []
        chosen = list(changes)
        try:
            contents = self._checked(chosen)
        except Faults as faults:
            if any(d.code.startswith(("edit.", "folder.")) for d in faults.diagnostics):
                return Applied(diagnostics=faults.diagnostics)
            left = self._bad(chosen)
            chosen = [change for change in chosen if all(change is not bad for bad, _ in left)]
            if all_or_none or not chosen:
                return Applied(left=tuple(left or [(change, faults.diagnostics[0]) for change in changes]))
            try:
                contents = self._checked(chosen)
            except Faults as again:
                return Applied(left=tuple((change, again.diagnostics[0]) for change in changes))
        if not contents:
            return Applied(left=tuple(left))
        kept, failed = save(self._folder, contents, OCCASION)
        if failed:
            return Applied(diagnostics=failed)
        return Applied(tuple(contents), kept, tuple(left))

    def _bad(self, changes: Sequence[Change]) -> list[tuple[Change, Diagnostic]]:
        """Find the changes that cannot be written by themselves, or not together with those before them."""
        bad: list[tuple[Change, Diagnostic]] = []
        good: list[Change] = []
        for change in changes:
            try:
                self._checked([change])
                self._checked([*good, change])
            except Faults as faults:
                bad.append((change, faults.diagnostics[0]))
            else:
                good.append(change)
        return bad

    def _checked(self, changes: Sequence[Change]) -> dict[str, bytes]:
        """Work out the new files and see that a report composed from them is the one that was chosen.

        Raises:
            Faults: it is not.
        """
        contents = self._contents(self._planner.plan(changes))
        with tempfile.TemporaryDirectory(prefix="gongwen-") as place:
            folder = Path(place)
            job = replace(self._job, report=self._copied(folder, contents))
            found: list[Diagnostic] = []
            after = base_of(job, found, self._at_home)
        if after is not None and (new := after.errors - self._base.errors):
            raise fault("readback.breaks", fault_code=next(iter(new)))
        if after is None or not is_as_chosen(self._base, after, changes):
            raise fault("readback.not_as_chosen")
        return contents

    def _contents(self, plan: Plan) -> dict[str, bytes]:
        contents: dict[str, bytes] = {}
        for name, replacements in self._planner.replacements(plan).items():
            try:
                contents[name] = replace_spans((self._folder / name).read_bytes(), name, replacements)
            except OSError as err:
                reason = err.strerror or str(err)
                raise fault("folder.unreadable", Source(name), reason=reason) from err
            except ValueError as err:  # two changes want the same characters
                raise fault("readback.overlap") from err
        if plan.cells:
            table = self._base.report.figures
            name = table.source.file
            contents[name] = set_values(self._folder / name, table, plan.cells)
        return contents

    def _copied(self, folder: Path, contents: dict[str, bytes]) -> Path:
        """Copy what a report is read from, with new contents; pictures stay where they are."""
        report = self._base.report
        names = file_names(report)
        if report.figures.source.file:
            names.append(report.figures.source.file)
        for name in dict.fromkeys(names):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name in contents:
                path.write_bytes(contents[name])
            else:
                shutil.copyfile(self._folder / name, path)
        return folder / report.text.file

    def _at_home(self, report: Report) -> Report:
        return replace(report, folder=self._folder)
