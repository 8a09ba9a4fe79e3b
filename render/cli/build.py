"""`gongwen build`: a report's files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from .. import pipeline
from ..clauses import deviations
from ..diagnostics import Diagnostic, fault
from ..freeze import has_states
from ..messages.phrases import phrase
from ..noun import asdict, replace
from .jobs import JOB_OPTIONS, REPORT, formats_of, job_of, output_folder, years_of
from .reply import Reply
from .usage import Call, Command, Option


def run(options: Namespace, call: Call) -> Reply:
    """Build the files and say which, how long they are and what they are set in."""
    report = Path(options.report)
    if options.at is not None:
        from .build_at import run_at  # most builds do without

        return run_at(options, call)
    job = replace(
        job_of(options),
        to=formats_of(options.to) or pipeline.FORMATS,
        out=output_folder(report, options.out),
        compare=years_of("--compare", options.compare),
        extras=extras_of(options.extras),
        force=options.force,
        plain=options.plain,
        per_addressee=options.per_addressee,
        carry_source=options.carry_source,
    )
    result = pipeline.build(job)
    if not result.ok or result.laid_out is None:
        return Reply(result.exit, diagnostics=result.diagnostics)
    more = built(job, result)
    lines = [*(str(output.path) for output in result.outputs), *summary(more, call.language)]
    found = list(result.diagnostics)
    if has_states(report):
        lines += _since(job, result.laid_out, more, found, call.language)
    return Reply(result.exit, tuple(lines), tuple(found), result.outputs, more["pages"], more)


def built(job: pipeline.Job, result: pipeline.Result) -> dict[str, Any]:
    """Tell what files were built to, as plain values."""
    laid_out = result.laid_out
    assert laid_out is not None
    pages = len(laid_out.pages.pages)
    geometry = {"pdf": "electronic", "docx": laid_out.settled.template.docx_geometry}
    more = {
        "year": laid_out.content.year,
        "edition": job.edition,
        "pages": pages,
        "target": laid_out.target.name,
        "geometry": {name: geometry[name] for name in job.to if name in geometry},
        "faces": _faces(result),
        "deviations": [asdict(each) for each in deviations(laid_out.settled.template)],
    }
    if job.extras:
        from .. import signing

        more["fingerprint"] = signing.fingerprint_of(job, laid_out)
    return more


def _since(
    job: pipeline.Job,
    laid_out: pipeline.LaidOut,
    more: dict[str, Any],
    found: list[Diagnostic],
    language: str,
) -> list[str]:
    """Say what moved since the report was last frozen, and how to see each of it."""
    from ..freeze.since import news_of
    from .since import summary as summary_since

    news = news_of(job, laid_out, found)
    if news is None:
        return []
    more["since"] = {"name": news.state.name, "counts": news.counts}
    lines = [summary_since(news, language)]
    if news.counts:
        lines.append(phrase("since.how", language, report=_shown_path(job.report), name=news.state.name))
    return lines


def _shown_path(path: Path) -> str:
    """Write a path as it can be typed."""
    return f'"{path}"' if " " in str(path) else str(path)


def extras_of(names: list[str]) -> tuple[str, ...]:
    """Read `--with`.

    Raises:
        Faults: there is no such extra.
    """
    if not names:
        return ()
    from .. import signing  # most builds do without

    for name in names:
        if name not in signing.NAMES:
            raise fault("signoff.unknown", name=name, names=signing.NAMES)
    return tuple(dict.fromkeys(names))


def _faces(result: pipeline.Result) -> list[dict[str, Any]]:
    """List the faces on the pages with the role each is the first choice of; a fallback may have none."""
    assert result.laid_out is not None
    choices = result.laid_out.book.choices
    role_of = {choice.face.name: role for role, choice in reversed(list(choices.items()))}
    used = [
        {"role": role_of.get(name), "family": face.family, "origin": face.origin, "file": str(face.path)}
        for name, face in result.faces.items()
    ]
    return sorted(used, key=lambda face: [*choices, None].index(face["role"]))


def summary(more: dict[str, Any], language: str) -> list[str]:
    """Say what files were built to."""

    def say(key: str, **values: object) -> str:
        return phrase(key, language, **values)

    comma = say("list.comma")
    geometry = comma.join(
        say("build.geometry", format=name.upper(), geometry=say(f"geometry.{kind}"))
        for name, kind in more["geometry"].items()
    )
    faces = comma.join(
        say(
            "build.face",
            role=face["role"] or say("faces.fallback"),
            family=face["family"],
            origin=say(f"origin.{face['origin']}"),
        )
        for face in more["faces"]
    )
    departures = [
        say(
            "build.deviation" if each["standard"] is not None else "build.addition", name=each["key"],
            clause=each["clause"], own=_shown(each["own"]), standard=_shown(each["standard"]),
        )
        for each in more["deviations"]
    ]  # fmt: skip
    return [
        say("build.pages", pages=more["pages"], target=more["target"], geometry=geometry),
        say("build.faces", faces=faces),
        *([say("build.fingerprint", digits=more["fingerprint"])] if "fingerprint" in more else []),
        *departures,
    ]


def _shown(value: object) -> str:
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


COMMAND = Command(
    run,
    (REPORT,),
    (
        Option("to", ("--to",), "formats", repeated=True),
        Option("out", ("-o", "--out"), "folder", phrase="build.out"),
        *JOB_OPTIONS,
        Option("at", ("--at",), "state"),
        Option("compare", ("--compare",), "years", repeated=True),
        Option("extras", ("--with",), "extra", repeated=True),
        Option("force", ("--force",)),
        Option("plain", ("--plain",)),
        Option("per_addressee", ("--per-addressee",)),
        Option("carry_source", ("--carry-source",)),
    ),
)
