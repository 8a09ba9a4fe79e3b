"""`gongwen import`: a report folder made of last year's published report."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .. import intake
from ..diagnostics import Source, fault
from ..intake import LEVELS
from ..messages.phrases import phrase
from ..recognise.account import Account
from ..recognise.changes import Changed, Changes
from ..recognise.figures import SURE
from ..recognise.figures.figure import FoundFigure
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
    return Reply(
        taken.exit,
        lines,
        taken.diagnostics,
        taken.outputs,
        more=lambda: {"folder": str(taken.folder), "import": told(account)},
    )


def told(account: Account) -> dict[str, Any]:
    """Give an account as plain values for JSON."""

    def place(source: Source) -> dict[str, Any]:
        return {"line": source.line, "page": source.page}

    return {
        "source": account.source,
        "kind": account.kind,
        "encoding": account.encoding or None,
        "title": account.title,
        "year": account.year,
        "template": account.template,
        "metadata": {key: list(v) if isinstance(v, tuple) else v for key, v in account.metadata.items()},
        "counts": dict(account.counts),
        "particulars": [
            {"label": p.label, "key": p.key or None, "value": p.value, **place(p.source)}
            for p in account.particulars
        ],
        "outline": [
            {
                "level": e.level,
                "number": e.number,
                "title": e.title,
                "run_in": e.runs_in,
                "doubtful": e.is_doubtful,
                **place(e.source),
            }
            for e in account.outline
        ],
        "dropped": [{"text": d.text, "reason": d.reason, **place(d.source)} for d in account.dropped],
        "changed": [
            {
                "before": c.change.before,
                "after": c.change.after,
                "rule": c.change.rule,
                "context": c.context,
                **place(c.source),
            }
            for c in account.changed
        ],
        "doubtful": [{"what": d.what, "text": d.text, **place(d.source)} for d in account.doubtful],
        "figures": [
            {
                "key": f.key,
                "name": f.name,
                "unit": f.unit,
                "kind": f.kind,
                "values": {str(year): f"{value:f}" for year, value in sorted(f.values.items())},
                "form": f.form,
                "sentence": f.sentence,
                "place": f.place,
                "confidence": round(f.sureness * 100),
                "printed": f.printed,
                **place(f.source),
            }
            for f in account.figures
        ],
    }


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
        mark = say("doubtful_mark") if entry.is_doubtful else ""
        yield f"  {'  ' * (entry.level - 1)}{entry.number or ''}{_short(entry.title)}{mark}"
    yield from _figures(account.figures, head, say)
    yield from _listed(
        head("dropped", len(account.dropped)),
        [
            f"{_place(d.source, say)}{say('dropped.' + d.reason.replace(' ', '_'))}  {_short(d.text)}"
            for d in account.dropped
        ],
        say,
    )
    yield from _changed(account.changed, head, say)
    yield from _listed(
        head("doubts", len(account.doubtful)),
        [f"{_place(d.source, say)}{say('doubt.' + d.what)}  {_short(d.text)}" for d in account.doubtful],
        say,
    )
    yield ""
    yield say("next")


def _figures(figures: Sequence[FoundFigure], head: Any, say: Any) -> Iterator[str]:
    """Show the figures that are least sure; the table has them all."""
    weak = sorted((f for f in figures if f.sureness < SURE), key=lambda f: f.sureness)
    yield ""
    yield head("figures", len(figures)) if figures else say("no_figures")
    if weak:
        yield say("weak", count=len(weak))
    for figure in weak[:SHOWN]:
        values = "、".join(f"{value:f}{figure.unit}" for value in figure.values.values())
        yield f"  {round(figure.sureness * 100):3}  {figure.name}  {values}"
    if len(weak) > SHOWN:
        yield say("and_more", count=len(weak) - SHOWN)


def _changed(changed: Changes, head: Any, say: Any) -> Iterator[str]:
    """Count the marks that were restored, each kind with the first place it stands."""
    kinds = Counter((c.change.rule, c.change.before, c.change.after) for c in changed)
    first: dict[tuple[str, str, str], Changed] = {}
    for each in changed:
        first.setdefault((each.change.rule, each.change.before, each.change.after), each)
    lines = []
    for kind, count in kinds.most_common():
        rule, before, after = kind
        shown = f"{before} → {after}" if rule != "blanks" else say("blanks")
        lines.append(
            say(
                "change",
                shown=shown,
                count=count,
                place=_place(first[kind].source, say),
                context=first[kind].context,
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


def _place(source: Source, say: Any) -> str:
    if source.page:
        return str(say("page", page=source.page))
    return str(say("line", line=source.line)) if source.line else ""


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
