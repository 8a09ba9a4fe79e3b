"""Since: what moved between a frozen state and now, in one line or item by item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ..freeze.moved import SentenceMoved
from ..freeze.since import News
from ..messages import place_of
from ..messages.phrases import phrase
from .columns import lined_up


def summary(news: News, language: str) -> str:
    """Say in one line what moved."""
    if not news.counts:
        return phrase("since.unmoved", language, name=news.state.name)
    counts = phrase("list.pause", language).join(
        phrase(f"since.count.{kind}", language, count=count) for kind, count in news.counts.items()
    )
    return phrase("since.moved", language, name=news.state.name, counts=counts)


def details(news: News, language: str) -> Iterator[str]:
    """Say what moved, item by item."""
    record = news.state.record
    on = f"{record.frozen_at:%Y-%m-%d %H:%M}"
    yield phrase("since.frozen", language, name=news.state.name, on=on, digits=record.fingerprint)
    yield summary(news, language)
    rows = {
        "figures": _figures(news, language),
        "sentences": [_sentence(each, language) for each in news.moved.sentences],
        "metadata": [
            _arrow("since.aspect", language, each.before, each.after, name=each.key)
            for each in news.moved.metadata
        ],
        "files": list(news.moved.files),
        "template": [phrase("since.template", language)],
        "faces": [
            _arrow("since.aspect", language, was, now, name=role) for role, was, now in news.moved.faces
        ],
    }
    for kind in news.counts:
        yield ""
        yield phrase(f"since.head.{kind}", language)
        yield from (f"  {row}" for row in rows[kind])


def _figures(news: News, language: str) -> list[str]:
    rows = []
    for figure in news.moved.figures:
        said = [
            _arrow("since.cell", language, cell.before, cell.after, year=cell.year)
            + f" {_both(place_of(cell.source_before, language), place_of(cell.source, language))}".rstrip()
            for cell in figure.cells
        ]
        said += [
            _arrow("since.aspect", language, was, now, name=column) for column, was, now in figure.aspects
        ]
        for at, each in enumerate(said or [""]):
            case = phrase(f"since.case.{figure.case}", language)
            rows.append([case if at == 0 else "", figure.name if at == 0 else "", each])
    return lined_up(rows) if rows else []


def _both(was: str, now: str) -> str:
    """Name a place, or both where it has moved."""
    places = "→".join(dict.fromkeys(place for place in (was, now) if place))
    return f"[{places}]" if places else ""


def _arrow(key: str, language: str, before: str, after: str, **values: object) -> str:
    blank = phrase("since.blank", language)
    return phrase(key, language, before=before or blank, after=after or blank, **values)


def _sentence(moved: SentenceMoved, language: str) -> str:
    text = moved.after or moved.before
    if moved.case == "changed":
        text = _marked(moved, language)
    case = phrase(f"since.case.{moved.case}", language)
    return f"{place_of(moved.source, language)} {case} {text}"


def _marked(moved: SentenceMoved, language: str) -> str:
    """Write a sentence with what was taken out and put in."""
    parts = []
    at = 0
    for edit in moved.edits:
        parts.append(moved.before[at : edit.start])
        if out := moved.before[edit.start : edit.stop]:
            parts.append(phrase("since.out", language, text=out))
        if put := moved.after[edit.new_start : edit.new_stop]:
            parts.append(phrase("since.in", language, text=put))
        at = edit.stop
    return "".join([*parts, moved.before[at:]])


def as_values(news: News) -> dict[str, Any]:
    """Give what moved as plain values for JSON."""
    record = news.state.record
    moved = asdict(news.moved)
    return {
        "since": news.state.name,
        "frozen_at": record.frozen_at.isoformat(),
        "fingerprint": record.fingerprint,
        "counts": news.counts,
        "moved": moved,
    }
