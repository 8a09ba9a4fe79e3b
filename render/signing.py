"""Signing: the sign-off sheets that go with a build, as files of their own (核对表)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import layout_file, pipeline
from .content import Content
from .diagnostics import Diagnostic, fault
from .disclosure import is_public
from .fingerprint import fingerprint
from .freeze import has_states
from .noun import replace
from .outputs import Output
from .places import places_of
from .report import Report

if TYPE_CHECKING:
    from .freeze.moved import CellMoved
    from .signoff import Since

NAMES = ("核对表", "signoff")
TEMPLATE = "signoff"
SUFFIX = "数据核对表"


def fingerprint_of(job: pipeline.Job, laid_out: pipeline.LaidOut) -> str:
    """Reckon the eight digits of a build's text and figures."""
    return fingerprint(laid_out.content, _report(job, laid_out).figures)


def sign_off(job: pipeline.Job, laid_out: pipeline.LaidOut, found: list[Diagnostic]) -> list[Output]:
    """Make the sign-off sheets of a build, in the formats it is built in.

    Raises:
        Faults: the edition is public, which nothing internal goes with.
    """
    from . import compare
    from .signoff import SignOff, sheets_of

    content = laid_out.content
    if is_public(job.edition, content.metadata):
        raise fault("signoff.public")
    report = _report(job, laid_out)
    earlier = [year for year in report.figures.years if year < content.year]
    title = compare.titled(content.title, content.year, SUFFIX)
    about = SignOff(
        title=title,
        year=content.year,
        base=earlier[-1] if earlier else None,
        fingerprint=fingerprint(content, report.figures),
        wording=report.wording,
        remarks=report.figures.remarks,
        since=_since(job, laid_out),
    )
    nodes = sheets_of(report.figures, places_of(laid_out.pages), about)
    metadata = {key: value for key, value in content.metadata.items() if key in ("issuers", "category")}
    sheets = Content(title, content.year, content.issued_on, job.edition, metadata, nodes)
    look = layout_file.load(TEMPLATE)
    composed = pipeline.compose_content(sheets, look, report.folder, found)
    if composed is None:
        return []
    own = replace(job, name="", carry_source=False, edition=None)
    return pipeline.write_documents(own, pipeline.settle_job(own, sheets, composed, found))


def _since(job: pipeline.Job, laid_out: pipeline.LaidOut) -> Since | None:
    """Tell what moved since the report was last frozen for this year."""
    if not has_states(job.report):
        return None
    from .freeze.since import news_of
    from .signoff import Since

    news = news_of(job, laid_out, [])
    if news is None:
        return None
    record = news.state.record
    counts = {kind: count for kind, count in news.counts.items() if kind not in ("template", "faces")}
    moved = {each.key: _values(each.cells) for each in news.moved.figures}
    return Since(news.state.name, record.frozen_at.date(), record.fingerprint, counts, moved)


def _values(cells: Sequence[CellMoved]) -> str:
    """Say what became of a figure's values; one whose other columns changed has none to show."""
    said = (f"{cell.year}年：{cell.before or '未报'}→{cell.after or '未报'}" for cell in cells)
    return f"（{'，'.join(said)}）" if cells else ""


def _report(job: pipeline.Job, laid_out: pipeline.LaidOut) -> Report:
    return pipeline.derived(pipeline.read_job(job, []), laid_out.content.year, [])
