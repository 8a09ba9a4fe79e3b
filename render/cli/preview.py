"""`gongwen preview`: a report's pages as PNG pictures."""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from .. import pipeline
from ..diagnostics import fault
from ..messages import Exit, exit_of
from ..messages.phrases import phrase
from ..outputs import Output, write_all
from ..write.png import write_png
from .jobs import JOB_OPTIONS, REPORT, job_of, output_folder
from .reply import Reply
from .usage import Call, Command, Option

DPI = 100  # an A4 page is then 827 × 1169 pixels: readable on a screen, small enough to send
DPI_RANGE = range(20, 601)

_RANGE = re.compile(r"([1-9][0-9]{0,4})(?:[-—–～~]([1-9][0-9]{0,4}))?")
_PICTURE = re.compile(r"page-\d+\.png")


def run(options: Namespace, call: Call) -> Reply:
    """Build the PDF in memory, draw its pages and write them."""
    dpi = _dpi(options.dpi)
    ranges = _ranges(options.pages)
    result = pipeline.build(replace(job_of(options), to=("pdf",)))
    if result.laid_out is None or not result.outputs:
        return Reply(result.exit, diagnostics=result.diagnostics)
    total = len(result.laid_out.pages.pages)
    if ranges and (last := max(pages[-1] for pages in ranges)) > total:
        raise fault("preview.no_such_page", page=last, pages=total)
    numbers = sorted({page for pages in ranges for page in pages}) or list(range(1, total + 1))

    pictures = write_png(result.outputs[0].data, dpi=dpi, page_indexes=[page - 1 for page in numbers])
    digits = max(2, len(str(total)))
    outputs = [
        Output("png", f"page-{page:0{digits}}.png", data)
        for page, data in zip(numbers, pictures, strict=True)
    ]
    folder = output_folder(Path(options.report), options.out, "preview")
    written, failed = write_all(outputs, folder)
    diagnostics = (*result.diagnostics, *failed)
    if failed:
        return Reply(exit_of(diagnostics), diagnostics=diagnostics)
    if options.out is None:
        _remove_others(folder, {output.name for output in outputs})
    lines = [str(output.path) for output in written]
    lines.append(phrase("preview.pages", call.language, pages=len(written), total=total, dpi=dpi))
    more = {"pages": total, "dpi": dpi}
    return Reply(Exit.DONE, tuple(lines), diagnostics, tuple(written), 1, more)


def _dpi(text: str | None) -> int:
    if text is None:
        return DPI
    if not (text.isdecimal() and int(text) in DPI_RANGE):
        raise fault("preview.bad_dpi", value=text, least=DPI_RANGE[0], most=DPI_RANGE[-1])
    return int(text)


def _ranges(text: str | None) -> list[range]:
    """Read `1,3-5` as ranges of pages, counted from 1; no text means all pages, an empty list."""
    if text is None:
        return []
    ranges = []
    for part in re.split("[,，、]", text):
        found = _RANGE.fullmatch(part.strip())
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if last < first:
            raise fault("preview.bad_pages", value=text)
        ranges.append(range(first, last + 1))
    return ranges


def _remove_others(folder: Path, names: set[str]) -> None:
    """Take away pages of an earlier preview, which would pass for pages of this one."""
    for path in folder.iterdir():
        if _PICTURE.fullmatch(path.name) and path.name not in names:
            path.unlink(missing_ok=True)


COMMAND = Command(
    run,
    (REPORT,),
    (
        Option("out", ("-o", "--out"), "folder", phrase="preview.out"),
        Option("dpi", ("--dpi",), "number"),
        Option("pages", ("--pages",), "pages"),
        *JOB_OPTIONS,
    ),
)
