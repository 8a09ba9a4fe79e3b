"""Reading: a stretch of Han characters with its words told apart, and what may be wrong in it.

A slip of the pen leaves two traces: a stretch that no word explains, and a word close by that would
explain it, with a character that sounds or looks like the one that stands there. Both are weighed: what
the stretch costs as it stands and as it was meant (`lexicon.split`), how usual the meetings of characters
at its borders are, how alike the two characters are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import mul
from typing import NamedTuple

from .lexicon import LONGEST, Lexicon, Likeness, lexicon, split

RARE = 13.0  # cost above which a word may be made of two by chance

_INSIDE = 7.0  # what the inside of a word counts as
_EDGE = 3.0  # and the edge of a stretch
_SHORT = 3  # a stretch that is no longer may be a name

_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两第")
_PARTICLES = frozenset(
    "的了在是和与及或而且并也都就又便则即既以于从对把被将由向为之其这那此某各每我他她它你们不没未无很更最太有到上下中里外前后时"
    "所等着过给让使还只但却因若如可能应须会要"
)
_SURNAMES = frozenset(
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
    "姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
)
# A body's name ends with one of them and the next may begin with the same: 市市场监管局, 区区长.
_BODIES = frozenset("省市区县州乡镇村部委局院会校所处科室厅办厂社站组队街道")


class Found(NamedTuple):
    """One slip of a stretch of Han characters."""

    score: float  # logarithm of the odds that it is one
    start: int
    stop: int
    right: str  # what is meant in its place


class Reading(NamedTuple):
    """A stretch with its words told apart."""

    text: str
    cost: float
    tokens: list[range]

    @classmethod
    def of(cls, text: str, words: Lexicon) -> Reading:
        """Read a stretch."""
        return cls(text, *split(text, words))

    def token(self, at: int) -> range:
        """Find the word that a character is in."""
        return next(token for token in self.tokens if at in token)

    def is_open(self, at: int, words: Lexicon) -> bool:
        """Tell whether a character is in no word, or in one that is hardly used."""
        token = self.token(at)
        return len(token) == 1 or (words.cost(self.text[token.start : token.stop]) or 0) > RARE

    def meeting(self, at: int, words: Lexicon) -> float:
        """Tell how usual the meeting of a character with the one before it is."""
        if any(token.start < at < token.stop for token in self.tokens):
            return _INSIDE
        return min(_INSIDE, words.met(self.text[at - 1], self.text[at]))

    def meetings(self, borders: Iterable[int], words: Lexicon) -> list[float]:
        """Tell how usual the meetings at some places are, the least usual first."""
        inside = [at for at in borders if 0 < at < len(self.text)]
        return sorted(self.meeting(at, words) for at in inside) or [_EDGE]

    def exchanged(self, at: int, words: Lexicon) -> Found | None:
        """Look for the character that is meant in the place of one."""
        meant = candidates(self.text, at, words)
        if not meant:
            return None
        return max(
            (self._exchange(at, char, likeness, words) for char, likeness in meant.items()),
            key=lambda each: each.score,
        )

    def _exchange(self, at: int, char: str, likeness: Likeness, words: Lexicon) -> Found:
        old = self.text[at]
        new = Reading.of(f"{self.text[:at]}{char}{self.text[at + 1 :]}", words)
        token, word = self.token(at), new.token(at)
        before = self.meetings((at, at + 1), words)
        after = new.meetings((word.start, word.stop), words)
        single = {each.start for each in self.tokens if len(each) == 1}
        size = min(len(word), LONGEST)
        used = words.used(new.text[word.start : word.stop])
        single_after = sum(len(each) == 1 for each in new.tokens)
        traces = (
            1,
            self.cost - new.cost,
            before[0],
            before[-1],
            after[0],
            after[-1],
            len(token) > 1,
            self._is_name(at, single),
            old in _NUMERALS or char in _NUMERALS,
            old in _PARTICLES,
            max(used, 3.0) if size == LONGEST else used,
            self._is_short(),
            len(new.tokens) - len(self.tokens),
            single_after,
            len(single) - single_after,
        )
        score = weigh(traces, likeness, size)
        return Found(score, word.start, word.stop, new.text[word.start : word.stop])

    def _is_short(self) -> bool:
        """Tell whether a stretch may be nothing but a name."""
        return len(self.text) <= _SHORT + (self.text[0] in _SURNAMES)

    def _is_name(self, at: int, single: set[int]) -> bool:
        """Tell whether a character may be of a person's name: a surname stands alone at it or before it."""
        if self.text[at] in _SURNAMES and at in single and (at == 0 or at + 1 in single):
            return True
        return any(start in single and self.text[start] in _SURNAMES for start in (at - 1, at - 2))

    def turned(self, at: int, words: Lexicon) -> Found | None:
        """Look for two characters that changed places."""
        first, second = self.text[at], self.text[at + 1]
        known = words.words.get(second + first)
        if first == second or known is None or known[1] < 2:
            return None
        new = Reading.of(f"{self.text[:at]}{second}{first}{self.text[at + 2 :]}", words)
        word = new.token(at)
        if at + 1 not in word:
            return None
        before = self.meetings((at, at + 1, at + 2), words)
        after = new.meetings((word.start, word.stop), words)
        gain = self.cost - new.cost
        score = -7.0 + 0.5 * gain - 0.6 * (before[0] + before[-1]) + 0.3 * after[0] + 0.6 * known[1]
        score -= 6 * self._is_short()
        return Found(score, word.start, word.stop, new.text[word.start : word.stop])

    def doubled(self, at: int, words: Lexicon) -> Found | None:
        """Look for a character typed twice."""
        char = self.text[at]
        if char != self.text[at + 1] or char in _BODIES or char in _NUMERALS:
            return None
        new = Reading.of(self.text[:at] + self.text[at + 1 :], words)
        word = new.token(at)
        left, right = self.token(at), self.token(at + 1)
        if len(word) == 1 or left == right or (len(left) > 1 and len(right) > 1):
            return None
        if self.text[at - 1 : at] == "一" or (at > 1 and self.text[at - 1] == self.text[at - 2]):
            return None  # 一幢幢, 山山岭岭
        before = self.meetings((at, at + 1, at + 2), words)
        score = 1.0 + 0.25 * (self.cost - new.cost - 8) - 1.2 * before[0]
        score -= 4 * self._is_short()
        return Found(score, word.start, word.stop + 1, new.text[word.start : word.stop])

    def dropped(self, at: int, words: Lexicon) -> Found | None:
        """Look for a character that is missing beside one that does not stand alone."""
        best: Found | None = None
        for place, is_first in ((at, True), (at + 1, False)):
            if len(self.token(place)) > 1:
                continue
            char = self.text[place]
            for word in _beginning(char) if is_first else _ending(char):
                new = Reading.of(self.text[:place] + word + self.text[place + 1 :], words)
                gain = self.cost - new.cost
                if gain < 2:
                    continue
                token = new.token(place)
                before = self.meetings((place, place + 1), words)
                after = new.meetings((token.start, token.stop), words)
                used = words.used(new.text[token.start : token.stop])
                score = -6.2 + 0.6 * gain - 0.8 * before[0] - 0.4 * before[-1] + 0.6 * after[0] + 0.4 * used
                score -= 6 * self._is_short()
                if best is None or score > best.score:
                    stop = token.stop - 1
                    best = Found(score, token.start, stop, new.text[token.start : token.stop])
        return best


def candidates(text: str, at: int, words: Lexicon) -> dict[str, Likeness]:
    """List the characters that make a word where one makes none, or hardly one."""
    follows = words.followers
    before = follows.get(text[at - 1], "") if at else ""
    after = text[at + 1 : at + 2]
    alike = words.alike(text[at])
    spans: list[tuple[str, str, float]] | None = None
    found: dict[str, Likeness] = {}
    for char in alike:
        if char not in before and (not after or after not in follows.get(char, "")):
            continue
        if spans is None:
            spans = [
                (text[start:at], text[at + 1 : stop], _share(text[start:stop], words))
                for start in range(max(0, at - LONGEST + 1), at + 1)
                for stop in range(max(at + 1, start + 2), min(len(text), start + LONGEST) + 1)
            ]
        for left, right, most in spans:
            word = words.words.get(f"{left}{char}{right}")
            if word is not None and word[0] < most:
                found[char] = alike[char]
                break
    return found


def _share(text: str, words: Lexicon) -> float:
    """Tell the cost below which another word is fifty times as frequent as what stands there."""
    cost = words.cost(text)
    return (99.0 if cost is None else cost - 4.0) if len(text) > 1 else 0.0


@cache
def _beginning(char: str) -> tuple[str, ...]:
    return _pairs()[0].get(char, ())


@cache
def _ending(char: str) -> tuple[str, ...]:
    return _pairs()[1].get(char, ())


@cache
def _pairs() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """List the usual words of two characters by their first and by their second."""
    first: dict[str, tuple[str, ...]] = {}
    second: dict[str, tuple[str, ...]] = {}
    for word, (cost, used) in lexicon().words.items():
        if len(word) == 2 and cost < 12 and used > 2:
            first[word[0]] = (*first.get(word[0], ()), word)
            second[word[1]] = (*second.get(word[1], ()), word)
    return first, second


# Fitted to 1,304 exchanged characters in clean prose and all that is clean in it (`docs/lexicon/README.md`).
WEIGHTS = {
    "is one": -9.07,
    "gain": 0.296,
    "rarest before": -1.52,
    "other before": -0.407,
    "rarest after": 0.453,
    "other after": 0.138,
    "in a word": -0.027,
    "name": -1.22,
    "numeral": 0.139,
    "particle": -0.511,
    "used": 1.042,
    "short": -5.51,
    "words more": -1.744,
    "single after": -0.515,
    "single fewer": -0.386,
}
_LIKENESS = {
    Likeness.SOUND_AND_SHAPE: 1.23,
    Likeness.TONE: 1.23,
    Likeness.SOUND: 0.12,
    Likeness.NEAR_SOUND: -1.74,
    Likeness.SHAPE: 0.05,
}
_SIZE = {1: -3.72, 2: 0.87, 3: 1.02, 4: 1.83}


def weigh(traces: Sequence[float], likeness: Likeness, size: int) -> float:
    """Give the logarithm of the odds that a character was exchanged.

    Args:
        traces: What was seen, in the order of `WEIGHTS`.
        likeness: Of the two characters.
        size: Characters of the word that is meant.
    """
    return float(sum(map(mul, WEIGHTS.values(), traces))) + _LIKENESS[likeness] + _SIZE[size]
