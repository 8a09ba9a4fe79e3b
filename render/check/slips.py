"""Slips: words with one character exchanged, doubled, dropped or turned round, told by what is usual.

Nothing is said of a word that the lists know: a wrong word in the place of another is for `wording` and
its table. Reading is done in two steps. Most pairs of characters are usual, and are passed over with
sets; only around one that is not are words told apart (`reading`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import add

from ..diagnostics import Diagnostic
from .lexicon import Lexicon, lexicon
from .looking import excerpt
from .once import once
from .passages import Passage
from .reading import RARE, Found, Reading
from .rule import Level, Rule, Subject
from .wording import entries

CERTAIN = 1.5  # score from which a slip is told as one
DOUBTFUL = 0.6  # and as one that may be none

_BESIDE = 5  # characters on either side that are read with one
_USUAL = 1.5  # a meeting at least as usual is no trace of a slip: four times or more
_FREQUENT = 14.5  # cost of a word of two characters below which nothing is meant by it but itself
_REPEATED, _ELSEWHERE = 2.0, 1.5  # what a slip loses for standing there again, and gains where it is right

_PLACES = frozenset("省市县区州盟旗乡镇村")  # what the name of a place ends with
_NAME = 3  # characters of a name with it

_HAN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip of a passage."""

    passage: Passage
    start: int
    stop: int
    right: str
    score: float

    @property
    def wrong(self) -> str:
        """What stands there."""
        return self.passage.text[self.start : self.stop]


def slips(subject: Subject) -> tuple[Slip, ...]:
    """Look through all passages, once for both rules."""
    return once(subject, "slips", lambda: tuple(_slips(subject.passages)))


def _slips(passages: Iterable[Passage]) -> Iterator[Slip]:
    passages = [passage for passage in passages if len(passage.text) > 1]
    unusual: set[str] = set()
    seen: set[str] = set()
    suspected: list[Passage] = []
    words = lexicon()
    for passage in passages:
        pairs = set(map(add, passage.text, passage.text[1:]))
        new = pairs - seen
        if new:
            seen |= new
            unusual |= {pair for pair in new if is_unusual(pair, words)}
        if not pairs.isdisjoint(unusual):
            suspected.append(passage)
    whole = ""
    for passage in suspected:
        text = passage.text
        places = [at for at, pair in enumerate(map(add, text, text[1:])) if pair in unusual]
        found = list(_found(text, places))
        if found:
            whole = whole or "\n".join(each.text for each in passages)
            yield from _kept(passage, found, whole)


def _kept(passage: Passage, found: list[Found], whole: str) -> Iterator[Slip]:
    """Weigh what else the text says, and keep the likeliest of slips that overlap."""
    weighed = []  # nobody makes the same slip again and again
    for each in found:
        start, stop = max(each.start - 1, 0), each.stop + 1
        stands = passage.text[start:stop]
        meant = passage.text[start : each.start] + each.right + passage.text[each.stop : stop]
        score = each.score - _REPEATED * min(whole.count(stands) - 1, 3)
        weighed.append(each._replace(score=score + _ELSEWHERE * (meant in whole)))
    taken: list[Found] = []
    for each in sorted(weighed, key=lambda one: (-one.score, one.start)):
        if all(each.stop + 1 < one.start or one.stop + 1 < each.start for one in taken):
            taken.append(each)
    for each in sorted(taken, key=lambda one: one.start):
        around = passage.text[max(each.start - 1, 0) : each.stop + 1]
        if any(wrong in around for wrong in _listed()):
            continue  # its own rule tells it
        if not _PLACES.isdisjoint(passage.text[each.stop - 1 : each.stop + 1]) and len(each.right) <= _NAME:
            continue  # 平远县 is no 平原
        if each.score >= DOUBTFUL and passage.is_open(each.start, each.stop):
            yield Slip(passage, each.start, each.stop, each.right, each.score)


@cache
def _listed() -> tuple[str, ...]:
    return tuple(entry.wrong for rows in entries().values() for entry in rows)


def is_unusual(pair: str, words: Lexicon) -> bool:
    """Tell whether two characters hardly ever stand side by side, but in a longer word."""
    known = words.words.get(pair)
    if known is not None and known[0] < _FREQUENT:
        return False
    return _is_han(pair[0]) and _is_han(pair[1]) and words.met(*pair) < _USUAL


def _found(text: str, places: list[int]) -> Iterator[Found]:
    """Look at the places of a text whose pair is unusual; a place is that of the first character."""
    stretches = iter(_HAN.finditer(text))
    stretch = next(stretches, None)
    words = lexicon().words
    places = [
        place
        for place in places
        if not (_is_word(text[place - 1 : place + 1], words) and _is_word(text[place + 1 : place + 3], words))
    ]
    asked = sorted({at for place in places for at in (place, place + 1)})
    first = set(places)
    for at in asked:
        while stretch is not None and stretch.end() <= at:
            stretch = next(stretches, None)
        if stretch is None:
            return
        start, stop = max(stretch.start(), at - _BESIDE), min(stretch.end(), at + _BESIDE + 1)
        for each in look(text[start:stop], at - start, at in first):
            yield each._replace(start=each.start + start, stop=each.stop + start)


@cache
def look(window: str, at: int, is_pair: bool) -> tuple[Found, ...]:
    """Find what may be wrong with a character, read with those around it.

    Args:
        window: The stretch, up to five characters on either side.
        at: Of the character.
        is_pair: Whether it and the next one are an unusual pair.
    """
    words = lexicon()
    read = Reading.of(window, words)
    found = [read.exchanged(at, words)] if read.is_open(at, words) else []
    if is_pair and at + 1 < len(window) and (read.is_open(at, words) or read.is_open(at + 1, words)):
        found += [read.turned(at, words), read.doubled(at, words), read.dropped(at, words)]
    return tuple(each for each in found if each is not None and each.score > DOUBTFUL - 3)


def _is_word(text: str, words: Mapping[str, tuple[float, float]]) -> bool:
    known = words.get(text)
    return known is not None and len(text) > 1 and known[0] < RARE


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _told(code: str, least: float, most: float) -> Rule:
    def find(subject: Subject) -> Iterator[Diagnostic]:
        for slip in slips(subject):
            if least <= slip.score < most:
                found = excerpt(slip.passage.text, slip.start, slip.stop)
                values = {"found": found, "word": slip.wrong, "right": slip.right}
                yield Diagnostic(code, slip.passage.prose.source_at(slip.start), values)

    level = Level.RECOMMENDED if least >= CERTAIN else Level.CUSTOMARY
    return Rule(code, level, find)


RULES = (
    _told("word.slip", CERTAIN, float("inf")),
    _told("word.doubtful", DOUBTFUL, CERTAIN),
)
