"""Writing: a job that is laid out, as finished files in memory, then in their place, all of them or none.

Nothing is written over that a person changed or another program made, unless the job says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from .diagnostics import Diagnostic, Source, fault
from .job import WEB_FORMATS, Job, LaidOut, Result, exit_for, plain
from .messages import Exit
from .outputs import Output, file_name, open_elsewhere, write_all


def write_documents(job: Job, laid_out: LaidOut) -> list[Output]:
    """Make the DOCX and the PDF a job asks for, in memory.

    Raises:
        Faults: they should carry the report folder and may not.
    """
    marks = marks_of(job, laid_out.content.metadata)
    source = _source(job, laid_out) if job.carry_source else None
    outputs: list[Output] = []
    for name in job.to:
        if name == "docx":
            from .write.docx import write_docx

            data = write_docx(
                laid_out.settled, laid_out.target, laid_out.properties, plain=job.plain, source=source
            )
        elif name == "pdf":
            from .write.pdf import write_pdf

            data = write_pdf(laid_out.pages, laid_out.book, laid_out.properties, source=source)
        elif name in WEB_FORMATS:
            outputs += _web_files(job, laid_out, name, marks)
            continue
        else:
            continue
        stem = file_name(job.name, name) if job.name else file_name(laid_out.content.title, name, marks=marks)
        outputs.append(Output(name, stem, data))
    return outputs


def _web_files(job: Job, laid_out: LaidOut, form: str, marks: Sequence[str]) -> list[Output]:
    """Make the web form of a report: its text, and apart from it particulars and attachments."""
    from .write.web import write_web

    def name_of(mark: str) -> str:
        return file_name(job.name or laid_out.content.title, form, marks=[*([] if job.name else marks), mark])

    files = write_web(laid_out.settled, form, name_of)
    return [Output(form, name_of(file.mark), file.data) for file in files]


def _source(job: Job, laid_out: LaidOut) -> bytes:
    """Pack the report folder; never for the public.

    Raises:
        Faults: the edition is public, or the folder cannot be packed.
    """
    from . import carry

    if carry.is_public(job.edition, laid_out.content.metadata):
        raise fault("carry.public")
    stamp = carry.stamp_of(laid_out.settled, laid_out.pages, year=laid_out.content.year, edition=job.edition)
    folder = job.report if job.report.is_dir() else job.report.parent
    return carry.bundle(folder, stamp, report=job.report, pictures=laid_out.settled.images)


def marks_of(job: Job, metadata: Mapping[str, str | tuple[str, ...]]) -> list[str]:
    """Say what tells these files from others of the same title."""
    stage = plain(metadata.get("stage"))
    edition = f"{job.edition}版" if job.edition and not job.edition.endswith("版") else job.edition or ""
    return [mark for mark in (edition, stage) if mark]


def deliver(
    job: Job, outputs: Sequence[Output], found: Sequence[Diagnostic], laid_out: LaidOut | None
) -> Result:
    """Put finished files where a job wants them, all of them or none."""
    if job.out is None:
        return Result(Exit.DONE, tuple(found), tuple(outputs), laid_out)
    refused = [] if job.force else _refusals(outputs, job.out)
    written, failed = ([], refused) if refused else write_all(outputs, job.out)
    diagnostics = (*found, *failed)
    return Result(exit_for(job, diagnostics), diagnostics, tuple(written), laid_out)


def _refusals(outputs: Sequence[Output], folder: Path) -> list[Diagnostic]:
    """List the places that must not be written over: open in a program, or edited by a person."""
    refused: list[Diagnostic] = []
    for output in outputs:
        path = folder / output.name
        source = Source(str(path))
        if open_elsewhere(path):
            refused.append(Diagnostic("output.open", source, {"name": output.name}))
        elif path.is_file() and (state := _state(path, output)) != "ours":
            refused.append(Diagnostic(f"output.{state}", source, {"name": output.name}))
    return refused


def _state(path: Path, output: Output) -> str:
    """Tell whether the file at an output's place may be replaced: "ours", "edited" or "foreign"."""
    try:
        data = path.read_bytes()
    except OSError:
        return "ours"  # what cannot be read will not be written either, and that is said then
    if data == output.data or output.format in WEB_FORMATS:
        return "ours"  # what is pasted elsewhere is made anew
    if output.format == "docx":
        from .write.docx import digest_state
    elif output.format == "pdf":
        from .write.pdf import digest_state
    elif output.format == "xlsx":
        from .write.xlsx import digest_state
    else:
        from .write.comparison_json import digest_state
    return digest_state(data)
