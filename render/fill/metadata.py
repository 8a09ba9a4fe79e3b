"""Metadata: which of a report's keys hold for one year and one edition, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from ..content import Span
from ..dates import read_date, read_years
from ..diagnostics import Diagnostic, Source
from ..disclosure import INTERNAL, OWN_ONLY, PUBLIC_NOTE, is_public_edition
from ..nearest import nearest
from ..noun import replace
from ..report import METADATA_KEYS, ROOT_KINDS, Entry, Kind, MetadataKey, Report
from .findings import Findings
from .inline import plain_text
from .names import Names
from .passages import Job
from .values import Day, Phrase, Undated

Said: TypeAlias = Phrase | tuple[Phrase, ...] | Day | int
"""What a key says once its expressions have been filled."""

SET = "--set "
"""What the place of a key that the caller set begins with; its name follows."""

KEYS = {key.name: key for key in METADATA_KEYS}
_BY_EITHER_NAME = {name: key for key in METADATA_KEYS for name in (key.name, key.chinese)}


def entries_of(
    report: Report, year: int, edition: str | None, overrides: Mapping[str, str], findings: Findings
) -> dict[str, Entry]:
    """Lay the year's, the edition's and the caller's keys over the report's own."""
    typed = _overriding(overrides, findings)
    of_year = report.by_year.get(year, {})
    own_year = report.metadata.get("year")
    file = Source(report.text.file)
    if edition is not None and edition not in report.editions:
        names = "、".join(report.editions)
        findings.add(Diagnostic("edition.unknown", file, {"name": edition, "names": names}))
    if own_year is not None and own_year.value != year and "issued_on" not in {**of_year, **typed}:
        at = report.metadata.get("issued_on", own_year).source
        findings.add(Diagnostic("metadata.no_date_of_year", at, {"year": year, "own": own_year.value}))
    entries = {**report.metadata, **of_year, **report.editions.get(edition or "", {}), **typed}
    if is_public_edition(edition):
        own = report.editions.get(edition or "", {})
        entries = {
            key: entry
            for key, entry in entries.items()
            if key not in INTERNAL and (key not in OWN_ONLY or key in own or entry.value == PUBLIC_NOTE)
        }
        entries["seal"] = Entry("不用", file)
    entries["year"] = Entry(year, own_year.source if own_year else file)
    return entries


def say(entries: Mapping[str, Entry], names: Names, job: Job) -> dict[str, Said]:
    """Fill the expressions of all keys, by English name.

    A key may speak of the year, of figures, of `names`, of keys without expressions, and of keys before
    it in the order of `METADATA_KEYS`.
    """
    said: dict[str, Said] = {}
    known: dict[str, object] = dict(names.values)
    for key in sorted(
        METADATA_KEYS, key=lambda key: key.name in entries and _has_expression(entries[key.name])
    ):
        if (entry := entries.get(key.name)) is None:
            continue
        value = _value(key, entry, Names(known, names.table, names.year), job)
        said[key.name] = value
        known[key.chinese] = known[key.name] = value
    return said


def in_words(said: Mapping[str, Said]) -> dict[str, str | tuple[str, ...]]:
    """Write every key as plain text; dates in ISO 8601."""
    return {name: _in_words(value) for name, value in said.items()}


def _in_words(value: Said) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(text) for text in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _overriding(overrides: Mapping[str, str], findings: Findings) -> dict[str, Entry]:
    """Read what the caller set by hand (`--set`), each value by the kind of its key."""
    entries: dict[str, Entry] = {}
    for name, text in overrides.items():
        source = Source(SET + name)
        key = _BY_EITHER_NAME.get(name)
        if key is None or key.kind in ROOT_KINDS:
            near = nearest(name, _BY_EITHER_NAME)
            findings.add(Diagnostic("metadata.unknown_key", source, {"key": name, "near": near}))
        elif key.kind is Kind.CHOICE and text not in key.choices:
            values = {"key": name, "found": text, "near": nearest(text, key.choices)}
            findings.add(Diagnostic("metadata.choice", source, values | {"choices": "、".join(key.choices)}))
        elif key.kind is Kind.YEAR and not text.isdecimal():
            findings.add(Diagnostic("metadata.year", source, {"key": name, "found": text}))
        elif key.kind is Kind.YEARS and text and not read_years(text):
            findings.add(Diagnostic("metadata.years", source, {"key": name, "found": text}))
        else:
            entries[key.name] = Entry(_typed(key, text), source)
    return entries


def _typed(key: MetadataKey, text: str) -> str | tuple[str, ...] | int:
    match key.kind:
        case Kind.YEAR:
            return int(text)
        case Kind.NAMES:
            return (text,)
    return text


def _has_expression(entry: Entry) -> bool:
    texts = entry.value if isinstance(entry.value, tuple) else (entry.value,)
    return any(isinstance(text, str) and "{" in text for text in texts)


def _value(key: MetadataKey, entry: Entry, names: Names, job: Job) -> Said:
    value = entry.value
    if isinstance(value, int):
        return value
    if isinstance(value, date):
        return Day.at(value, entry.source)
    if key.kind is Kind.NAMES:
        texts = (value,) if isinstance(value, str) else value
        phrases = tuple(_phrase(text, entry.source, names, job) for text in texts)
        if key.name == "addressees":
            return tuple(map(_without_colon, phrases))
        return tuple(map(_without_stop, phrases)) if key.name == "copies_to" else phrases
    phrase = _phrase(value if isinstance(value, str) else "、".join(value), entry.source, names, job)
    if key.name == "note":
        return _without_brackets(phrase)
    if key.kind is not Kind.DATE or not phrase:
        return phrase
    day = read_date(phrase)
    if day is None:
        values = {"key": key.chinese, "found": str(phrase)}
        job.findings.add(Diagnostic("metadata.date", entry.source, values))
        return Undated(phrase.spans)
    return Day.at(day, entry.source)


def _phrase(text: str, source: Source, names: Names, job: Job) -> Phrase:
    text = text.strip()
    if "{" not in text:
        return Phrase((Span(text, source),) if text else ())
    return Phrase(job.spans(text, source, names))


def _without_colon(phrase: Phrase) -> Phrase:
    """Take off the colon after an addressee, which the template sets (GB/T 9704-2012, 7.3.2)."""
    return _cut(phrase, 0, 1) if phrase.endswith(("：", ":")) else phrase


def _without_stop(phrase: Phrase) -> Phrase:
    """Take off the full stop after those a copy goes to, which the template sets (7.4.2)."""
    return _cut(phrase, 0, 1) if phrase.endswith("。") else phrase


def _without_brackets(phrase: Phrase) -> Phrase:
    """Take off the brackets around a note, which the template sets (7.3.7); （甲）和（乙） keeps its own."""
    if not phrase.startswith(("（", "(")):
        return phrase
    depth = 0
    for at, char in enumerate(phrase):
        depth += (char in "（(") - (char in "）)")
        if not depth:
            return _cut(phrase, 1, 1) if at == len(phrase) - 1 else phrase
    return phrase


def _cut(phrase: Phrase, first: int, last: int) -> Phrase:
    """Take characters off the ends of a text, each left in its span."""
    spans: list[Span] = []
    at, end = 0, len(phrase) - last
    for span in phrase.spans:
        text = span.text[max(first - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if text:
            spans.append(replace(span, text=text))
    return Phrase(tuple(spans))


def one_line(phrase: Phrase) -> str:
    """Write a text on one line, without the author's own breaks."""
    return plain_text(phrase.spans).replace("\n", "")
