"""Against: what a report is compared with, found by what a person calls it.

A folder or the text in one is another report; a file in a format that can be read is a text without looks;
a year is this report for that year; anything else names a frozen state. What exists on disk comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import pipeline
from ..blocks import Composed
from ..dates import read_year
from ..diagnostics import Diagnostic, Faults, Source, fault
from ..freeze import folder_of
from ..messages import Exit, exit_of, message_of
from ..messages.message import Severity
from ..noun import Noun, replace
from ..report import FigureTable
from ..write.docx.revision import OtherLine, OtherTable

MOST_BYTES = 200_000_000
_LONGEST_MARK = 20
_TEXTS = (".md", ".markdown", ".yaml", ".yml", ".json")


class Other(Noun, frozen=True):
    """What a report is compared with."""

    name: str  # as the summary says it
    mark: str  # in file names
    body: Composed | Sequence[OtherLine | OtherTable]
    place: str = ""  # file or folder
    draft: str = ""  # what a frozen state is called
    year: int | None = None  # where it is a report
    figures: FigureTable | None = None
    is_same_table: bool = False  # its values stand in this report's own table
    pictures: int = 0  # in a file, which are not compared


def other_of(job: pipeline.Job, laid_out: pipeline.LaidOut, against: str, found: list[Diagnostic]) -> Other:
    """Find and read what a report is compared with, adding what is worth knowing of it.

    Raises:
        Faults: there is nothing of that name, it is this report itself, or it cannot be read or built.
    """
    path = Path(against)
    if not against.strip():
        raise fault("revision.missing")
    if path.is_dir() or (path.is_file() and path.suffix.lower() in _TEXTS):
        other = _report(job, path)
        is_same_folder = folder_of(path).resolve() == folder_of(job.report).resolve()
        if is_same_folder and other.year == laid_out.content.year:
            raise fault("revision.same", Source(against))
        return other
    if path.is_file():
        return _file(path, found)
    year = read_year(against)
    if year is not None:
        if year == laid_out.content.year:
            raise fault("revision.same", Source(against))
        return _year(job, year)
    if path.suffix or len(path.parts) > 1:
        raise fault("revision.missing", Source(against))
    return _state(job, against)


def _report(job: pipeline.Job, path: Path) -> Other:
    from .. import read

    report, _ = read.read_report(path)
    edition = job.edition if job.edition in report.editions else None
    alone = replace(job, report=path, year=None, edition=edition, settings={}, compare=None)
    laid_out = _laid_out(alone, path)
    year = laid_out.content.year
    day = laid_out.content.issued_on
    own = f"《{laid_out.content.title}》" + (f"（{day.year}年{day.month}月{day.day}日）" if day else "")
    return Other(
        name=own,
        mark=_mark(folder_of(path).resolve().name),
        body=laid_out.settled,
        place=str(path),
        year=year,
        figures=pipeline.derived(pipeline.read_job(alone, []), year, []).figures,
    )


def _year(job: pipeline.Job, year: int) -> Other:
    """Take this report for another year; what the job sets for its own year does not hold for it."""
    alone = replace(job, year=year, settings={}, compare=None)
    laid_out = _laid_out(alone, None)
    return Other(
        name=f"本报告{year}年度稿",
        mark=f"{year}年",
        body=laid_out.settled,
        place=str(job.report),
        year=year,
        figures=pipeline.derived(pipeline.read_job(alone, []), year, []).figures,
        is_same_table=True,
    )


def _state(job: pipeline.Job, name: str) -> Other:
    """Build a frozen state anew, from what is kept of it."""
    from ..freeze.making import job_of, laid_out_in
    from ..freeze.states import parts_of, state_of

    try:
        state = state_of(job.report, name)
    except Faults as faults:
        if {each.code for each in faults.diagnostics} == {"freeze.none"}:
            raise fault("revision.missing", Source(name)) from None
        raise
    contents = parts_of(state)
    with TemporaryDirectory(prefix="gongwen-") as temporary:
        laid_out_in(contents, Path(temporary))
        own = job_of(Path(temporary), state.record)
        # Faces have no part in what is said; those of the state may not be here any more.
        own = replace(own, families=(), faces=job.faces)
        laid_out = _laid_out(own, state.folder)
        year = laid_out.content.year
        figures = pipeline.derived(pipeline.read_job(own, []), year, []).figures
    day = state.record.frozen_at
    return Other(
        name=f"{state.name}（{day.year}年{day.month}月{day.day}日留底）",
        mark=state.name,
        body=laid_out.settled,
        place=str(state.folder),
        draft=state.name,
        year=year,
        figures=figures,
    )


def _mark(name: str) -> str:
    """Cut a name short, so that a file named after it can still be written."""
    return name if len(name) <= _LONGEST_MARK else name[: _LONGEST_MARK - 1] + "…"


def _laid_out(job: pipeline.Job, path: Path | None) -> pipeline.LaidOut:
    """Take the other report as far as settled blocks; only its faults are of interest here.

    Raises:
        Faults: it has some; their places say which folder they are in.
    """
    result = pipeline.lay_out(job)
    if result.laid_out is not None:
        return result.laid_out
    faults = [each for each in result.diagnostics if message_of(each).severity is Severity.ERROR]
    if path is not None:
        folder = folder_of(path)
        faults = [
            Diagnostic(each.code, replace(each.source, file=str(folder / each.source.file)), each.values)
            if each.source.file
            else each
            for each in faults
        ]
    raise Faults([*faults, Diagnostic("revision.other_faulty", Source(str(path or job.report)))])


def _file(path: Path, found: list[Diagnostic]) -> Other:
    """Read a file as a text without looks.

    Raises:
        Faults: it is empty, encrypted, damaged, or of a format that cannot be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise fault("import.too_big", Source(path.name), megabytes=MOST_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as err:
        raise fault("import.unreadable", Source(str(path)), reason=err.strerror or str(err)) from err
    from ..recognise.readers import kind_of

    body: list[OtherLine | OtherTable] = []
    pictures = 0
    if kind_of(data, path.name) == "docx":
        body, pictures = _document(path, data, found)
    else:
        body, pictures = _recognised(data, path.name, found)
    if not any(isinstance(each, OtherTable) or each.text.strip() for each in body):
        raise fault("import.empty", Source(path.name))
    if pictures:
        found.append(Diagnostic("revision.pictures", Source(path.name), {"count": pictures}))
    return Other(name=path.name, mark=_mark(path.stem), body=body, place=str(path), pictures=pictures)


def _document(path: Path, data: bytes, found: list[Diagnostic]) -> tuple[list[OtherLine | OtherTable], int]:
    """Read a DOCX to the character, tracked changes accepted.

    Where Word numbers paragraphs by itself, those numbers are no characters, and the reader of published
    files works them out.
    """
    from ..readback.document import accepted, lines_of
    from ..readback.package import Package
    from ..readback.reading import read_document

    document = read_document(path)
    lines = [line for item in document.items for line in lines_of(item)]
    if any(
        line.inserted or line.deleted or any(p.inserted or p.deleted for p in line.pieces) for line in lines
    ):
        found.append(Diagnostic("revision.accepted", Source(path.name)))
    items = accepted(document.items)
    body = list(_lines(items))
    if Package(path).related("numbering"):
        printed, pictures = _recognised(data, path.name, found)
        if _characters(printed) != _characters(body):
            return printed, pictures
    return body, sum(line.pictures for item in items for line in lines_of(item))


def _characters(body: Sequence[OtherLine | OtherTable]) -> str:
    """Give all characters of a text but blanks."""
    texts: list[str] = []
    for each in body:
        if isinstance(each, OtherLine):
            texts.append(each.text)
        else:
            texts += (line for row in each.rows for cell in row for line in cell)
    return "".join("".join(texts).split())


def _lines(items: Sequence[object]) -> Iterator[OtherLine | OtherTable]:
    from ..readback.document import Line, Table

    for item in items:
        if isinstance(item, Table):
            rows = (tuple(tuple(line.text for line in cell) for cell in row.cells) for row in item.rows)
            yield OtherTable(tuple(row for row in rows if row))
        elif isinstance(item, Line):
            # Blanks around a paragraph are an indent that somebody typed; a tab may say where a name stands.
            text = item.text.strip(" \u3000\n")
            head = 0
            for piece in item.pieces if item.level is None else ():
                if piece.level is None:
                    break
                head += len(piece.text)
            level = item.level or (item.pieces[0].level if head else None)
            yield OtherLine(text, level or 0, head)


def _recognised(data: bytes, name: str, found: list[Diagnostic]) -> tuple[list[OtherLine | OtherTable], int]:
    """Read any file that an import reads: paragraphs as they are printed, one blank for several."""
    from ..recognise.found import FoundParagraph, FoundTable
    from ..recognise.readers import read

    document = read(data, name)
    found += (each for each in document.remarks if exit_of([each]) is Exit.DONE)
    body: list[OtherLine | OtherTable] = []
    pictures = 0
    for item in document.items:
        if isinstance(item, FoundParagraph):
            body.append(OtherLine(item.text, item.look.level if 0 < item.look.level < 5 else 0))
        elif isinstance(item, FoundTable):
            body.append(OtherTable(tuple(tuple((cell,) for cell in row) for row in item.rows if row)))
        else:
            pictures += 1
    return body, pictures
