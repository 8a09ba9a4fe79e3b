"""`gongwen readback`: what people changed in a report's DOCX, and back into the report with it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from ..diagnostics import fault
from ..messages import place_of, wording
from ..messages.phrases import phrase
from ..pipeline import Job
from ..readback import Change, Kind, Read, Readback, Remark, read_back
from .jobs import REPORT, TEMPLATES, settings_of, year_of, years_of
from .reply import Reply
from .usage import Call, Command, Operand, Option

_CONTEXT = 14  # unchanged characters shown before and behind a change
_LONGEST = 60  # characters of a paragraph that are shown
_REPORTS = (".md", ".yaml", ".yml", ".json")


def run(options: Namespace, call: Call) -> Reply:
    """List the changes; write those that were chosen."""
    report = Path(options.report)
    documents = [Path(each) for each in options.documents]
    if report.is_file() and report.suffix.lower() not in _REPORTS:
        raise fault("readback.no_report", name=report.name)
    if options.only is not None and not options.apply:
        raise fault("readback.only_without_apply")
    job = Job(
        report=report,
        year=year_of(options),
        edition=options.edition,
        template=options.template,
        templates=tuple(Path(folder) for folder in options.templates),
        settings=settings_of(options),
        compare=years_of("--compare", options.compare),
    )
    result = read_back(job, documents, apply=options.apply, only=options.only)
    if result.base is None:
        return Reply(result.exit, diagnostics=result.diagnostics)
    lines = tuple(_text(result, call.language))
    return Reply(result.exit, lines, result.diagnostics, more=_more(result, call.language))


def _text(result: Readback, language: str) -> Iterator[str]:
    """Write the list for a person, paragraph by paragraph."""

    def say(key: str, **values: object) -> str:
        return phrase(f"readback.{key}", language, **values)

    for read in result.documents:
        yield _document(read, language)
        for aside in read.asides:
            yield "  " + say(
                "aside", kind=say(f"aside.{aside.kind.replace(' ', '_')}"), text=_short(aside.text)
            )
    remarks: dict[int | None, list[Remark]] = {}
    for remark in result.remarks:
        remarks.setdefault(remark.slot, []).append(remark)
    slots = {change.slot for change in result.changes} | set(remarks)
    changes = {slot: list(group) for slot, group in groupby(result.changes, lambda change: change.slot)}
    many = len(result.documents) > 1
    for slot in sorted(slots, key=lambda each: -1 if each is None else each):
        yield ""
        yield _heading(result, slot, language)
        for change in changes.get(slot, ()):
            yield from _change(change, result, language, many=many)
        for remark in remarks.get(slot, ()):
            yield from _remark(remark, language, many=many)
    if result.changes or result.remarks:
        yield ""
    yield from _sum(result, language)


def _document(read: Read, language: str) -> str:
    saved = (
        phrase("readback.saved", language, name=read.saved_by, date=read.saved_on[:10])
        if read.saved_by
        else ""
    )
    return phrase(
        "readback.document", language, file=read.file, saved=saved, changes=read.changes, remarks=read.remarks
    )


def _heading(result: Readback, slot: int | None, language: str) -> str:
    """Say which paragraph the changes below are of."""
    assert result.base is not None
    if slot is None:
        return phrase("readback.at_start", language)
    own = result.base.slots[slot]
    place = place_of(result.base.origins.source(slot), language)
    key = "cell" if own.row is not None else "paragraph"
    text = _short(own.text, 24) or phrase("readback.empty", language)
    return phrase(f"readback.at_{key}", language, place=place, text=text)


def _change(change: Change, result: Readback, language: str, *, many: bool) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return phrase(f"readback.{key}", language, **values)

    kind = say(f"kind.{change.kind.value}")
    details = dict(change.details)
    if change.kind is Kind.FIGURE:
        details["figure"] = _figure_name(change, result)
        what = say("figure", **details)
    elif change.kind is Kind.LEVEL:
        old, new = (
            say("level", level=details[key]) if details[key] else say("no_level") for key in ("old", "new")
        )
        what = say("level_change", old=old, new=new, text=_short(change.after))
    elif change.words:
        what = _marked(change.words, language)
    else:
        what = _short(change.after or change.before).replace("\t", " | ")
    state = ""
    if change.number in result.chosen:
        state = say("state.written")
    elif change.refused is not None:
        state = say("state.refused")
    elif change.conflicts:
        state = say("state.conflict", numbers=_listed(map(str, change.conflicts), language))
    yield f"  {change.number:>3}  {kind}  {what}{say('by', by=_by(change, language, many=many))}{state}"
    if change.kind is Kind.FIGURE:
        yield "       " + _marked(change.words, language)
        if change.cell.file:
            count = details["elsewhere"]
            elsewhere = say("elsewhere", count=count) if count != "0" else ""
            place = place_of(change.cell, language)
            yield "       " + say("goes_to", place=place, number=details["number"], elsewhere=elsewhere)
    if change.refused is not None and change.number not in result.chosen:
        message, hint = wording(change.refused, language)
        yield "       " + say("reason", message=message, hint=hint)


def _figure_name(change: Change, result: Readback) -> str:
    assert result.base is not None
    key = change.details["figure"]
    figure = result.base.report.figures.figures.get(key)
    return figure.name if figure else key


def _remark(remark: Remark, language: str, *, many: bool) -> Iterator[str]:
    on = phrase("readback.remark_on", language, text=_short(remark.on, 24)) if remark.on else ""
    key = "answer" if remark.answers else "remark"
    who = _who(remark.author, remark.date, language)
    done = phrase("readback.done", language) if remark.done else ""
    file = phrase("readback.in_file", language, file=remark.file) if many else ""
    said = phrase(f"readback.{key}", language, who=who, on=on, answers=remark.answers, done=done, file=file)
    first, *others = remark.text.split("\n") or [""]
    yield f"       {said}{first}"
    yield from (f"         {line}" for line in others)


def _sum(result: Readback, language: str) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return phrase(f"readback.{key}", language, **values)

    changes = result.changes
    if not changes:
        yield say("nothing")
        return
    if result.applied is not None and result.applied.files:
        yield say("written", count=len(result.chosen), files=_listed(result.applied.files, language))
        yield say("kept", folder=result.applied.kept)
        if left := len(changes) - len(result.chosen):
            yield say("left", count=left)
        return
    if result.applied is not None:
        yield say("none_written")
        return
    refused = sum(change.refused is not None for change in changes)
    clashing = sum(bool(change.conflicts) and change.refused is None for change in changes)
    yield say(
        "sum", count=len(changes), good=len(changes) - refused - clashing, clashing=clashing, refused=refused
    )


def _marked(words: Sequence[tuple[str, str]], language: str) -> str:
    """Show what was taken out and put in, and a few characters around it."""
    shown: list[str] = []
    at = 0
    while at < len(words):
        sign, text = words[at]
        if sign == "=":
            first, last = at == 0, at == len(words) - 1
            if len(text) > _CONTEXT * (1 if first or last else 2):
                before = "" if first else text[:_CONTEXT]
                after = "" if last else text[-_CONTEXT:]
                text = f"{before}…{after}"
            shown.append(text)
        elif sign == "-" and at + 1 < len(words) and words[at + 1][0] == "+":
            shown.append(phrase("readback.replaced", language, old=text, new=words[at + 1][1]))
            at += 1
        else:
            shown.append(
                phrase("readback.taken_out" if sign == "-" else "readback.put_in", language, text=text)
            )
        at += 1
    return "".join(shown).replace("\n", "⏎")


def _by(change: Change, language: str, *, many: bool) -> str:
    who = [_who(by.author, by.date, language) for by in change.by] or [phrase("readback.untracked", language)]
    files = list(change.files) if many else []
    return _listed(dict.fromkeys([*files, *who]), language)


def _who(author: str, date: str, language: str) -> str:
    return " ".join(filter(None, (author or phrase("readback.nameless", language), date[:10])))


def _listed(texts: Any, language: str) -> str:
    return ("、" if language == "zh" else ", ").join(texts)


def _short(text: str, most: int = _LONGEST) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= most else f"{text[:most]}…"


def _more(result: Readback, language: str) -> dict[str, Any]:
    """Write the list for a program."""
    assert result.base is not None
    applied = result.applied
    return {
        "documents": [
            {
                "file": read.file,
                "saved_by": read.saved_by or None,
                "saved_on": read.saved_on or None,
                "elsewhere": [{"kind": aside.kind, "text": aside.text} for aside in read.asides],
                "lost": list(read.lost),
            }
            for read in result.documents
        ],
        "changes": [_change_more(change, result, language) for change in result.changes],
        "comments": [
            {
                "author": remark.author,
                "date": remark.date or None,
                "text": remark.text,
                "on": remark.on,
                "paragraph": None if remark.slot is None else result.base.slots[remark.slot].text,
                "file": remark.source.file or None,
                "line": remark.source.line,
                "document": remark.file,
                "answers": remark.answers or None,
                "done": remark.done,
            }
            for remark in result.remarks
        ],
        "conflicts": [
            {"paragraph": "" if slot is None else result.base.slots[slot].text, "changes": numbers}
            for slot, numbers in _conflicts(result.changes)
        ],
        "written": list(result.chosen),
        "files": list(applied.files) if applied else [],
        "kept": str(applied.kept) if applied and applied.kept else None,
    }


def _conflicts(changes: Sequence[Change]) -> list[tuple[int | None, list[int]]]:
    """List the paragraphs in which changes clash."""
    found: dict[int | None, list[int]] = {}
    for change in changes:
        if change.conflicts:
            found.setdefault(change.slot, []).append(change.number)
    return list(found.items())


def _change_more(change: Change, result: Readback, language: str) -> dict[str, Any]:
    assert result.base is not None
    reason = wording(change.refused, language)[0] if change.refused else None
    return {
        "number": change.number,
        "kind": change.kind.value,
        "file": change.source.file or None,
        "line": change.source.line,
        "paragraph": None if change.slot is None else result.base.slots[change.slot].text,
        "before": change.before,
        "after": change.after,
        "words": [list(each) for each in change.words],
        "details": dict(change.details),
        "cell": place_of(change.cell, "en") or None,
        "by": [{"author": by.author, "date": by.date or None} for by in change.by],
        "tracked": bool(change.by),
        "documents": list(change.files),
        "conflicts": list(change.conflicts),
        "can_be_written": change.refused is None,
        "code": change.refused.code if change.refused else None,
        "reason": reason,
        "written": change.number in result.chosen,
    }


COMMAND = Command(
    run,
    (Operand("documents", many=True), REPORT),
    (
        Option("apply", ("--apply",)),
        Option("only", ("--only",), "choice"),
        Option("year", ("--year",), "year"),
        Option("edition", ("--edition",), "edition"),
        Option("template", ("--template",), "template"),
        TEMPLATES,
        Option("settings", ("--set",), "setting", repeated=True),
        Option("compare", ("--compare",), "years", repeated=True),
    ),
)
