"""Lexicon: what the check knows of the language, counted from word lists, laws and news.

`data/lexicon.txt.gz` has five parts, one after the other, with an empty line between: words by length, cost
and use; which characters follow which within a word; which meet where a word ends and the next begins;
syllables; characters that look alike. `docs/lexicon/build.py` in the project makes it. A cost is the negative
logarithm of how often a word is written: of two ways to read a text the cheaper one is the likelier.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from math import log
from pathlib import Path

LIST = Path(__file__).parent / "data" / "lexicon.txt.gz"

LONGEST = 4  # characters of a word
UNKNOWN = 18.6  # cost of a character that the lists lack: 50 times in six thousand million words

_HALVES = 2.0  # of a nat, in which costs are written
_MET = tuple(log(1 + count) for count in (0, 1, 2.5, 6, 20, 400))  # never, once, 2–3, 4–9, 10–49, more
_USED = tuple(log(1 + count) for count in (0, 1.5, 5, 20, 150))  # never, 1–2, 3–9, 10–49, more


class Likeness(Enum):
    """How one character comes to stand for another."""

    SOUND_AND_SHAPE = "b"
    TONE = "t"  # the same sound, the same tone
    SOUND = "u"  # the same sound but for the tone, which nobody types
    NEAR_SOUND = "f"  # zh and z, -ng and -n
    SHAPE = "s"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, meetings and likenesses."""

    words: Mapping[str, tuple[float, float]]  # cost; how often official prose has it, as a logarithm
    followers: Mapping[str, str]  # by character: those after it within a word
    meetings: Mapping[str, Sequence[str]]  # by first character: those after it, by level
    syllables: Mapping[str, str]  # `shi4` to its characters
    shapes: Mapping[str, str]
    readings: Mapping[str, Sequence[str]]
    _alike: dict[str, dict[str, Likeness]] = field(default_factory=dict)

    def met(self, first: str, second: str) -> float:
        """Tell how often two words met with these characters, as a logarithm; 0: never."""
        for level, chars in enumerate(self.meetings.get(first, ()), 1):
            if second in chars:
                return _MET[level]
        return 0.0

    def cost(self, word: str) -> float | None:
        """Tell what a word costs; None: it is none. Every character is one."""
        known = self.words.get(word)
        if known is not None:
            return known[0]
        return UNKNOWN if len(word) == 1 else None

    def used(self, word: str) -> float:
        """Tell how often official prose has a word, as a logarithm."""
        known = self.words.get(word)
        return known[1] if known is not None else 0.0

    def alike(self, char: str) -> Mapping[str, Likeness]:
        """List the characters that may be typed for one, or that it may be typed for."""
        found = self._alike.get(char)
        if found is None:
            found = self._alike[char] = dict(self._likenesses(char))
            found.pop(char, None)
        return found

    def _likenesses(self, char: str) -> Iterator[tuple[str, Likeness]]:
        """Give the weakest likeness first."""
        shapes = self.shapes.get(char, "")
        yield from ((other, Likeness.SHAPE) for other in shapes)
        readings = self.readings.get(char, ())
        for reading in readings:
            for near in _near(reading[:-1]):
                for tone in "12345":
                    for other in self.syllables.get(f"{near}{tone}", ""):
                        if other not in shapes:
                            yield other, Likeness.NEAR_SOUND
        for exact in (False, True):
            for reading in readings:
                for tone in reading[-1] if exact else "12345":
                    for other in self.syllables.get(f"{reading[:-1]}{tone}", ""):
                        kind = Likeness.TONE if exact else Likeness.SOUND
                        yield other, Likeness.SOUND_AND_SHAPE if other in shapes else kind


def split(text: str, lexicon: Lexicon) -> tuple[float, list[range]]:
    """Tell the words of a text apart, and what they cost together; the cheapest way wins."""
    words = lexicon.words
    costs = [0.0]
    starts = [0]
    for stop in range(1, len(text) + 1):
        known = words.get(text[stop - 1])
        least, start = costs[-1] + (known[0] if known is not None else UNKNOWN), stop - 1
        for begin in range(max(0, stop - LONGEST), stop - 1):
            known = words.get(text[begin:stop])
            if known is not None and costs[begin] + known[0] < least:
                least, start = costs[begin] + known[0], begin
        costs.append(least)
        starts.append(start)
    tokens: list[range] = []
    stop = len(text)
    while stop:
        tokens.append(range(starts[stop], stop))
        stop = starts[stop]
    return costs[-1], tokens[::-1]


@cache
def lexicon() -> Lexicon:
    """Read the lists."""
    words, followers, meetings, sounds, shapes = (
        part.split("\n") for part in gzip.decompress(LIST.read_bytes()).decode().split("\n\n")
    )
    syllables = dict(line.split(" ") for line in sounds)
    readings: dict[str, list[str]] = {}
    for sound, chars in syllables.items():
        for char in chars:
            readings.setdefault(char, []).append(sound)
    return Lexicon(
        _words(words),
        {line[0]: line[1:] for line in followers},
        {line[0]: line[2:].split(" ") for line in meetings},
        syllables,
        {line[0]: line[1:] for line in shapes},
        readings,
    )


def _words(lines: Sequence[str]) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for line in lines:
        length, halves, level, same = line.split(" ")
        size = int(length)
        known = (int(halves) / _HALVES, _USED[int(level)])
        found.update(dict.fromkeys((same[at : at + size] for at in range(0, len(same), size)), known))
    return found


def _near(syllable: str) -> set[str]:
    """List the syllables that people mix up with one: zh and z, -ng and -n."""
    heads = {syllable}
    for plain in "zcs":
        if syllable.startswith(f"{plain}h"):
            heads.add(plain + syllable[2:])
        elif syllable.startswith(plain):
            heads.add(f"{plain}h{syllable[1:]}")
    found = set(heads)
    for head in heads:
        if head.endswith(("ing", "eng", "ang")):
            found.add(head[:-1])
        elif head.endswith(("in", "en", "an")):
            found.add(f"{head}g")
    return {unicodedata.normalize("NFC", each) for each in found} - {syllable}
