"""Settling: what became of the sentences of a review in the text of today.

Sentences are known by what they say, not by where they stand. One that stands as it was still waits,
unless it is marked 保留. One that was rewritten waits as long as it holds something of what was listed;
one that is found no more is settled. A person's mark settles any of them, but 已改 beside a sentence
that stands as it was is told as a contradiction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from ..review import Held, Mark, Reason, Review, ReviewItem, Sentence
from .passages import EXPRESSION, FIGURE

_ALIKE = 0.5  # of the characters; 第二次、第三次会议 rewritten as 第四次、第五次会议 is 0.9 like it
_COMPARED = 12  # sentences of today compared letter by letter: those that share most pairs of characters
_DIGITS = "0123456789."
_HAN = "一二三四五六七八九十百千零两"
_BLANKS = re.compile(r"\s+")


class Outcome(Enum):
    """What became of a sentence."""

    UNCHANGED = "未改"  # stands as it was
    HOLDS = "仍含"  # rewritten, but still holds something that was listed
    REWRITTEN = "已改写"
    GONE = "已删去"


@dataclass(frozen=True, slots=True)
class Settled:
    """An item of a review and what became of it."""

    item: ReviewItem
    outcome: Outcome
    now: Sentence | None  # the sentence of today; None: gone
    left: tuple[Held, ...]  # of what was listed

    @property
    def is_open(self) -> bool:
        """Whether it still waits for someone."""
        return not self.item.mark and self.outcome in (Outcome.UNCHANGED, Outcome.HOLDS)

    @property
    def is_contradicted(self) -> bool:
        """Whether it is marked as changed and was not."""
        return self.item.mark == Mark.CHANGED and self.outcome is Outcome.UNCHANGED


def settled(review: Review, sentences: Sequence[Sentence]) -> tuple[Settled, ...]:
    """Tell what became of every item.

    Args:
        review: The list as it was made, with its marks.
        sentences: Of the report today.
    """
    free: dict[int, Sentence] = dict(enumerate(sentences))
    by_text: dict[str, list[int]] = {}
    for at, sentence in free.items():
        by_text.setdefault(_plain(sentence.text), []).append(at)
    found: dict[int, Settled] = {}
    for item in review.items:
        places = by_text.get(_plain(item.sentence.text), [])
        if places:
            now = free.pop(places.pop(0))
            found[item.number] = Settled(item, Outcome.UNCHANGED, now, item.held)
    changed = [item for item in review.items if item.number not in found]
    for item, at in _paired(changed, free):
        now = free[at]
        left = tuple(held for held in item.held if _is_still_in(held, now.text))
        found[item.number] = Settled(item, Outcome.HOLDS if left else Outcome.REWRITTEN, now, left)
    return tuple(found.get(item.number) or Settled(item, Outcome.GONE, None, ()) for item in review.items)


def _is_still_in(held: Held, text: str) -> bool:
    """Tell whether a sentence still holds something: 3件 is not in 13件, nor 全年 in a figure's name."""
    if held.reason is Reason.FORM:
        return _plain(text).endswith(f"：{_plain(held.text)}")
    words = _plain(held.text)
    if words.startswith("["):  # a year inside an expression
        return words in _plain(text)
    before = "".join(chars for chars in (_DIGITS, _HAN) if words[0] in chars)
    after = _DIGITS if words[-1] in _DIGITS else ""
    whole = (f"(?<![{before}])" if before else "") + re.escape(words) + (f"(?![{after}])" if after else "")
    return re.search(whole, _plain(EXPRESSION.sub(FIGURE, text))) is not None


def _paired(items: Sequence[ReviewItem], free: dict[int, Sentence]) -> list[tuple[ReviewItem, int]]:
    """Pair rewritten sentences with those of today, the most alike first, each once."""
    texts = {at: _plain(sentence.text) for at, sentence in free.items()}
    with_pair: dict[str, list[int]] = {}
    for at, text in texts.items():
        for pair in _pairs(text):
            with_pair.setdefault(pair, []).append(at)
    likeness: list[tuple[float, int, int]] = []
    for index, item in enumerate(items):
        text = _plain(item.sentence.text)
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(text)
        shared = Counter(at for pair in _pairs(text) for at in with_pair.get(pair, ()))
        for at, _ in shared.most_common(_COMPARED):
            if free[at].source.file == item.sentence.source.file:
                matcher.set_seq1(texts[at])
                if (ratio := matcher.ratio()) >= _ALIKE:
                    likeness.append((-ratio, index, at))
    paired: list[tuple[ReviewItem, int]] = []
    taken: set[int] = set()
    done: set[int] = set()
    for _, index, at in sorted(likeness):
        if index not in done and at not in taken:
            paired.append((items[index], at))
            done.add(index)
            taken.add(at)
    return paired


def _pairs(text: str) -> set[str]:
    """List the pairs of neighbouring characters in a text: sentences alike share most of them."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _plain(text: str) -> str:
    return _BLANKS.sub("", text)
