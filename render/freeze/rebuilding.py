"""Rebuilding: a frozen state built again, from what is kept of it and nothing else, and compared.

The files are read and verified first, then built in a folder of their own; today's report folder, its
templates and the settings of the environment have no part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import pipeline, signing
from ..diagnostics import Diagnostic, Faults, Source
from ..noun import Noun, replace
from ..outputs import Output
from . import STATES, faces, versions
from .making import job_of, laid_out_in
from .record import Record
from .states import State, parts_of, state_of


class Rebuilt(Noun, frozen=True):
    """What building a state again came to."""

    result: pipeline.Result
    state: State | None = None
    fingerprint: str = ""
    same: Mapping[str, bool] | None = None  # by format: the bytes are those that were frozen


def rebuild(job: pipeline.Job, name: str, made_with: str | None = None) -> Rebuilt:
    """Build a state again.

    Args:
        job: The report, what to write of it and where; the state says everything else.
        name: Of the state.
        made_with: "auto" or "vendored" draws with the faces that are here, whatever the state was
            drawn with; None insists on those.
    """
    found: list[Diagnostic] = []
    state: State | None = None
    try:
        state = state_of(job.report, name)
        contents = parts_of(state)
        record = state.record
        if made_with is None and (wanting := faces.lacking(record)):
            raise Faults(wanting)
        with TemporaryDirectory(prefix="gongwen-") as temporary:
            laid_out_in(contents, Path(temporary))
            own = job_of(Path(temporary), record)
            own = replace(own, to=job.to, extras=job.extras, strict=job.strict)
            if made_with is not None:
                own = replace(own, faces=made_with, families=())
            result = pipeline.build(own)
            if result.laid_out is None or not result.ok:
                found += result.diagnostics
                if newer := versions.changed(record.versions):
                    found.append(Diagnostic("freeze.does_not_build", values={"versions": newer}))
                return Rebuilt(pipeline.Result(result.exit, tuple(found)), state)
            same = _compared(record, result.outputs)
            is_same = all(same.values())
            digits = record.fingerprint if is_same else signing.fingerprint_of(own, result.laid_out)
    except Faults as faults:
        found += faults.diagnostics
        return Rebuilt(pipeline.Result(pipeline.exit_for(job, found), tuple(found)), state)
    found += result.diagnostics
    if not is_same:
        found.append(_difference(state, result, same, digits))
    status = pipeline.exit_for(job, found)
    if status:
        return Rebuilt(pipeline.Result(status, tuple(found)), state, digits, same)
    delivered = pipeline.deliver(job, result.outputs, found, result.laid_out)
    return Rebuilt(delivered, state, digits, same)


def _compared(record: Record, outputs: Iterable[Output]) -> dict[str, bool]:
    """Compare what was built with what was frozen, by format; sign-off sheets follow and do not count."""
    same: dict[str, bool] = {}
    for output in outputs:
        if output.format in record.outputs:
            frozen = record.files[record.outputs[output.format]]
            same.setdefault(output.format, output.sha256 == frozen.sha256)
    return same


def _difference(state: State, result: pipeline.Result, same: Mapping[str, bool], digits: str) -> Diagnostic:
    """Say which files are not what was frozen, the likely reason, and where the frozen ones are."""
    record = state.record
    reasons = versions.changed(record.versions)
    drawn = {face.family for face in record.faces}
    here = {face.family for face in result.faces.values()}
    other = tuple(sorted(drawn - here)) or faces.changed(record)
    code = "freeze.other_bytes" if digits == record.fingerprint else "freeze.other_text"
    kept = tuple(
        f"{STATES}/{state.name}/{record.outputs[name]}" for name, is_same in same.items() if not is_same
    )
    source = Source(str(state.folder))
    values = {
        "name": state.name,
        "formats": tuple(name.upper() for name, is_same in same.items() if not is_same),
        "versions": reasons,
        "faces": other,
        "kept": kept,
        "digits": digits,
        "frozen": record.fingerprint,
    }
    return Diagnostic(code, source, values)
