"""`gongwen import`: a report folder made of last year's published report."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .. import intake
from ..diagnostics import fault
from ..intake import LEVELS
from ..messages.phrases import phrase
from ..recognise.account import Account
from .reply import Reply
from .usage import Call, Command, Operand, Option

SHOWN = 12  # lines of a list that the text shows; JSON has them all
WIDEST = 60  # characters of a line of the file that are shown


def run(options: Namespace, call: Call) -> Reply:
    """Make the folder and tell what was made of the file."""
    if options.figures is not None and options.figures not in LEVELS:
        raise fault("cli.bad_choice", option="--figures", value=options.figures, choices=LEVELS)
    taken = intake.take_in(
        intake.Request(
            source=Path(options.source),
            out=None if options.out is None else Path(options.out),
            figures=options.figures or "all",
            keeps_marks=options.keep_punctuation,
            force=options.force,
        )
    )
    account = taken.account
    if account is None:
        return Reply(taken.exit, diagnostics=taken.diagnostics)
    lines = (str(taken.folder), "", *_told(account, call.language))
    more = {"folder": str(taken.folder), "import": asdict(account)}
    return Reply(taken.exit, lines, taken.diagnostics, taken.outputs, more=more)


def _told(account: Account, language: str) -> Iterator[str]:
    """Tell an account so that it can be checked from top to bottom."""

    def say(key: str, **values: object) -> str:
        return phrase(f"import.{key}", language, **values)

    def head(key: str, count: int) -> str:
        return phrase("import.list", language, name=say(key), count=count)

    counts = account.counts
    encoding = say("encoding", encoding=account.encoding) if account.encoding else ""
    yield say("read", kind=say(f"kind.{account.kind.replace(' ', '_').lower()}"), encoding=encoding)
    yield say("title", title=account.title, year=account.year, template=account.template)
    yield say("counts", **counts)
    yield ""
    yield head("outline", len(account.outline))
    for entry in account.outline:
        mark = say("doubtful_mark") if entry["doubtful"] else ""
        yield f"  {'  ' * (entry['level'] - 1)}{entry['number'] or ''}{_short(entry['title'])}{mark}"
    yield from _figures(account.figures, head, say)
    yield from _listed(
        head("dropped", len(account.dropped)),
        [
            f"{_place(d, say)}{say('dropped.' + d['reason'].replace(' ', '_'))}  {_short(d['text'])}"
            for d in account.dropped
        ],
        say,
    )
    yield from _changed(account.changed, head, say)
    yield from _listed(
        head("doubts", len(account.doubtful)),
        [f"{_place(d, say)}{say('doubt.' + d['what'])}  {_short(d['text'])}" for d in account.doubtful],
        say,
    )
    yield ""
    yield say("next")


def _figures(figures: Sequence[Mapping[str, Any]], head: Any, say: Any) -> Iterator[str]:
    """Show the figures that are least sure; the table has them all."""
    weak = sorted((f for f in figures if f["confidence"] < 80), key=lambda f: f["confidence"])
    yield ""
    yield head("figures", len(figures)) if figures else say("no_figures")
    if weak:
        yield say("weak", count=len(weak))
    for figure in weak[:SHOWN]:
        values = "、".join(f"{value}{figure['unit']}" for value in figure["values"].values())
        yield f"  {figure['confidence']:3}  {figure['name']}  {values}"
    if len(weak) > SHOWN:
        yield say("and_more", count=len(weak) - SHOWN)


def _changed(changed: Sequence[Mapping[str, Any]], head: Any, say: Any) -> Iterator[str]:
    """Count the marks that were restored, each kind with the first place it stands."""
    kinds = Counter((c["rule"], c["before"], c["after"]) for c in changed)
    first: dict[tuple[str, str, str], Mapping[str, Any]] = {}
    for change in changed:
        first.setdefault((change["rule"], change["before"], change["after"]), change)
    lines = []
    for kind, count in kinds.most_common():
        rule, before, after = kind
        shown = f"{before} → {after}" if rule != "blanks" else say("blanks")
        lines.append(
            say(
                "change",
                shown=shown,
                count=count,
                place=_place(first[kind], say),
                context=first[kind]["context"],
            )
        )
    yield from _listed(head("changed", len(changed)), lines, say)


def _listed(head: str, lines: Sequence[str], say: Any) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield head
    for line in lines[: 2 * SHOWN]:
        yield f"  {line}"
    if len(lines) > 2 * SHOWN:
        yield say("and_more", count=len(lines) - 2 * SHOWN)


def _place(entry: Mapping[str, Any], say: Any) -> str:
    if entry.get("page"):
        return str(say("page", page=entry["page"]))
    return str(say("line", line=entry["line"])) if entry.get("line") else ""


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


COMMAND = Command(
    run,
    (Operand("source"),),
    (
        Option("out", ("-o", "--out"), "folder", phrase="import.out"),
        Option("figures", ("--figures",), "none|sure|all", phrase="import.figures_option"),
        Option("keep_punctuation", ("--keep-punctuation",), phrase="import.keep_punctuation"),
        Option("force", ("--force",), phrase="import.force"),
    ),
)
