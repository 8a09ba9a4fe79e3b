"""Signing: the sign-off sheets that go with a build, as files of their own (核对表)."""

from __future__ import annotations

from . import layout_file, pipeline
from .content import Content
from .diagnostics import Diagnostic, fault
from .disclosure import is_public
from .fingerprint import fingerprint
from .noun import replace
from .outputs import Output
from .places import places_of
from .report import Report

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


def _report(job: pipeline.Job, laid_out: pipeline.LaidOut) -> Report:
    return pipeline.derived(pipeline.read_job(job, []), laid_out.content.year, [])
