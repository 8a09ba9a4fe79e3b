"""Wording: rules about words that offices are picked up on, by a table of them, and about what is said twice.

A row of the table (`data/words.csv`) has a rule, what is wrong, what may or must stand around it, and what
is meant. Only what is wrong wherever it stands is in it: 制定 and 制订 are for a person to weigh.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import eq
from pathlib import Path

from ..diagnostics import Diagnostic
from .looking import Hit, excerpt, language_rule
from .once import may_hold, whole
from .passages import CELL, LABEL, Passage
from .rule import Level, Rule, Subject

LIST = Path(__file__).parent / "data" / "words.csv"

_HAN = "\u4e00-\u9fff"
_SHORTEST = 16  # Han characters of a sentence that nobody writes twice by chance
_SENTENCE = re.compile("[^。；！？\n\\s][^。；！？\n]*[。；！？]?")
_OTHER = re.compile(f"[^{_HAN}]")
_WORD = re.compile(f"[{_HAN}]+")
_PARTICLES = re.compile(
    "(?<![目标有])的的(?![确士])|了了(?![解结然])|把把(?!关)|及及(?!时)|是是(?!非)|我我|被被(?!子)"
)
_CLAUSE_TWICE = re.compile(r"(?<![^，、；。：\n])([^，、；。：\n]{6,40})[，、；](\1)(?=[，、；。])")
_LENGTHS = range(2, 5)  # of a word that may have been typed twice
_MAY_BE_TWICE = re.compile(
    "[一每很常渐个十百千万两三四五六七八九]|研究|商量|讨论|学习|考虑|交流|了解|锻炼|调查"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table."""

    wrong: str
    pattern: re.Pattern[str]
    right: str


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Read the table, by rule."""
    found: dict[str, list[Entry]] = {}
    with LIST.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["检查项"], []).append(Entry(row["错"], _pattern(row), row["正"]))
    return {code: tuple(rows) for code, rows in found.items()}


def listed(code: str, roles: Callable[[Passage], bool]) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule of the rows of the table under its code.

    A wrong word is looked for in the whole text at once: most of them are not there.
    """

    def find(subject: Subject) -> Iterator[Diagnostic]:
        text = whole(subject)
        for entry in entries()[code]:
            if may_hold(subject, entry.wrong) and entry.wrong in text:
                yield from _places(code, entry, [each for each in subject.passages if roles(each)])

    return find


def _places(code: str, entry: Entry, passages: list[Passage]) -> Iterator[Diagnostic]:
    for passage in passages:
        if entry.wrong not in passage.text:
            continue
        for match in entry.pattern.finditer(passage.text):
            if passage.is_open(*match.span()):
                found = excerpt(passage.text, *match.span())
                values = {"found": found, "word": match[0], "right": entry.right}
                yield Diagnostic(code, passage.prose.source_at(match.start()), values)


def twice(passage: Passage) -> Iterator[Hit]:
    """Look for a word that was typed twice."""
    text = passage.text
    for match in _PARTICLES.finditer(text):
        yield Hit(*match.span())
    for match in _CLAUSE_TWICE.finditer(text):
        yield Hit(match.start(2), match.end(2))
    for length in _LENGTHS:
        # A word typed twice is a stretch of characters each of which comes again so many places on.
        again = bytes(map(eq, text, text[length:]))
        at = again.find(b"\1" * length)
        while at >= 0:
            word = text[at : at + length]
            if _WORD.fullmatch(word) and len(set(word)) > 1 and not _MAY_BE_TWICE.match(word):
                yield Hit(at, at + 2 * length)
            at = again.find(b"\1" * length, at + 2 * length)


def same_sentence(subject: Subject) -> Iterator[Diagnostic]:
    """Find sentences, and paragraphs, that were said before."""
    firsts: dict[str, Passage] = {}
    for passage in subject.passages:
        if not passage.is_running or len(passage.text) < _SHORTEST:
            continue
        for match in _SENTENCE.finditer(passage.text):
            sentence = match[0]
            if len(sentence) < _SHORTEST or firsts.setdefault(sentence, passage) is passage:
                continue
            first = firsts[sentence]
            if len(_OTHER.sub("", sentence)) >= _SHORTEST and passage.is_open(*match.span()):
                source = passage.prose.source_at(match.start())
                at = first.prose.source_at(first.text.index(sentence))
                if at != source:
                    yield Diagnostic("word.same_sentence", source, {"found": sentence[:30], "first": at})


def _pattern(row: dict[str, str]) -> re.Pattern[str]:
    before = "|".join(f"(?<={each})" for each in row["前"].split("|") if each)
    excluded = "".join(f"(?<!{each})" for each in row["非前"].split("|") if each)
    after = f"(?={row['后']})" if row["后"] else ""
    barred = f"(?!{row['非后']})" if row["非后"] else ""
    return re.compile(f"{f'(?:{before})' if before else ''}{excluded}{re.escape(row['错'])}{after}{barred}")


def _is_text(passage: Passage) -> bool:
    return passage.role not in (CELL, LABEL)


def _is_running(passage: Passage) -> bool:
    return passage.is_running


def _anywhere(passage: Passage) -> bool:
    return bool(passage.text)


RULES = (
    Rule("word.wrong_character", Level.RECOMMENDED, listed("word.wrong_character", _anywhere)),
    Rule("word.account", Level.RECOMMENDED, listed("word.account", _anywhere)),
    Rule("word.deadline", Level.RECOMMENDED, listed("word.deadline", _anywhere)),
    Rule(
        "word.fixed_numeral",
        Level.REQUIRED,
        listed("word.fixed_numeral", _anywhere),
        "GB/T 15835-2011，4.2.3",
    ),
    Rule("word.formula", Level.RECOMMENDED, listed("word.formula", _anywhere)),
    Rule("word.negation", Level.REQUIRED, listed("word.negation", _is_text)),
    Rule("word.pleonasm", Level.CUSTOMARY, listed("word.pleonasm", _is_text)),
    Rule("word.other", Level.CUSTOMARY, listed("word.other", _is_text)),
    Rule("word.de", Level.RECOMMENDED, listed("word.de", _is_text)),
    Rule("word.colloquial", Level.CUSTOMARY, listed("word.colloquial", _is_running)),
    language_rule("word.twice", Level.RECOMMENDED, twice, roles=_is_text),
    Rule("word.same_sentence", Level.RECOMMENDED, same_sentence),
)
