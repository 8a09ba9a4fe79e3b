"""gongwen: official Chinese reports as DOCX and PDF, again every year.

The map of the house. Data flows one way: a report folder (made, if need be, of last year's published
report, which is *recognised*) is *read*, the formulas of its figures are
worked out (*derive*), its text is *filled* with one year's figures, the content is *composed* into
blocks, blocks are *laid out*, and what is settled is *written*. Imports go down only; stages meet
through the nouns and never import each other.

    ground      noun pattern units diagnostics nearest dates han scripts sentences resources
                messages locale pdfium
    nouns       wording report review content comparison blocks pages looks pack template target fonts
                layout_file layout_measures clauses
    rules       change disclosure difference islands pairing members office numbering typed places prose
                directions fingerprint punctuation upward
    stages      recognise read derive compare fill check signoff compose layout write
    job         outputs carry edit job writing comparing intake pipeline tracing freeze signing rollover
                collect proofread annotating fixing readback revising coverage fontconfig starter
                doctor
    many        batch mail
    faces       cli

In Python:

    import render
    result = render.build("samples/hongshan-2020", out="out")
    for output in result.outputs: print(output.path)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from .pipeline import Result

__version__ = "0.1.0"
__all__ = ["build"]

HOUSE = {
    "ground": (
        *(
            "noun",
            "pattern",
            "units",
            "diagnostics",
            "nearest",
            "dates",
            "han",
            "scripts",
            "sentences",
            "resources",
        ),
        *("messages", "locale", "pdfium"),
    ),
    "nouns": (
        *("wording", "report", "review", "content", "comparison", "blocks", "pages", "looks"),
        "pack",
        *("template", "target", "fonts", "layout_file", "layout_measures", "clauses"),
    ),
    "rules": (
        *("change", "disclosure", "difference", "islands", "pairing", "members", "office", "numbering"),
        *("typed", "places", "fingerprint", "prose", "punctuation", "directions", "upward"),
    ),
    "stages": (
        "recognise",
        "read",
        "derive",
        "compare",
        "fill",
        "check",
        "signoff",
        "compose",
        "layout",
        "write",
    ),
    "job": (
        "outputs",
        "carry",
        "edit",
        "job",
        "writing",
        "comparing",
        "intake",
        "pipeline",
        "tracing",
        "freeze",
        "signing",
        "rollover",
        "collect",
        "proofread",
        "annotating",
        "fixing",
        "readback",
        "revising",
        "coverage",
        "fontconfig",
        "starter",
        "doctor",
    ),
    "many": ("batch", "mail"),
    "faces": ("cli",),
}
"""Floors of the house from the ground up, and the rooms on each."""


def build(
    report: str | Path,
    *,
    year: int | None = None,
    edition: str | None = None,
    to: Iterable[str] = ("docx", "pdf"),
    out: str | Path | None = None,
    template: str | None = None,
    templates: Iterable[str | Path] = (),
    settings: Mapping[str, str] | None = None,
    faces: str = "auto",
    target: str | None = None,
    created: datetime | None = None,
    strict: bool = False,
    force: bool = False,
    compare: Iterable[int] | None = None,
    extras: Iterable[str] = (),
    plain: bool = False,
    per_addressee: bool = False,
    carry_source: bool = False,
) -> Result:
    """Build a report's files.

    Args:
        report: The report folder, or the text file in it.
        year: The year to report; None takes the folder's own.
        edition: One of the report's editions (版本).
        to: Formats: "docx", "pdf", "html", "txt".
        out: Folder to write to; None keeps the bytes in the result and writes nothing.
        template: Name or path of a template; None takes the report's own.
        templates: Folders searched for templates before the built-in ones.
        settings: Metadata that override the folder's, by Chinese or English key.
        faces: "auto" uses installed official faces, "vendored" only those that come along.
        target: Layout target: "portable", "word" or "word-hang"; None takes the report's own.
        created: Date inside the files, with a time zone; None takes 成文日期.
        strict: Refuse to write while a warning stands.
        force: Replace files that someone edited or that another program made.
        compare: Years to compare with; None takes the report's 比较, () compares nothing.
        extras: Files that go with the report: "核对表", the sign-off sheets.
        plain: Leave our own marks out of the DOCX.
        per_addressee: Make one set of files for each 主送机关.
        carry_source: Embed the report folder in the files, for `gongwen restore`.

    Returns:
        The result with outputs (bytes, paths), diagnostics and exit status. Faults of the report are
        in its diagnostics; nothing is raised for them.
    """
    from . import pipeline

    return pipeline.build(
        pipeline.Job(
            report=Path(report),
            year=year,
            edition=edition,
            to=tuple(to),
            out=None if out is None else Path(out),
            template=template,
            templates=tuple(Path(folder) for folder in templates),
            settings=dict(settings or {}),
            faces=faces,
            target=target,
            created=created,
            strict=strict,
            force=force,
            compare=None if compare is None else tuple(compare),
            extras=tuple(extras),
            plain=plain,
            per_addressee=per_addressee,
            carry_source=carry_source,
        )
    )
