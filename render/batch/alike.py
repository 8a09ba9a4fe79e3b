"""Alike: how much two offices say in the same words (雷同).

Sentences are compared whole, with their figures left out: what an office wrote itself should differ from
what others wrote, however alike the forms are. Sentences of the common text are the same by design and
are counted apart from those of the offices' own paragraphs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_OFFICES = 5_000  # every pair is looked at: 12 million then, about ten seconds


@dataclass(frozen=True, slots=True)
class Likeness:
    """The office that says most of the same."""

    office: int  # index
    other: int | None  # index; None: nobody shares a sentence
    sentences: int  # of the office
    shared: int  # with the other
    own: int  # sentences of the office's own paragraphs
    own_shared: int  # with the other

    @property
    def share(self) -> float:
        """Part of the office's own sentences, else of all, that the other has too."""
        whole, part = (self.own, self.own_shared) if self.own else (self.sentences, self.shared)
        return part / whole if whole else 0.0


def likenesses(reports: Sequence[Mapping[str, bool]]) -> list[Likeness]:
    """Find, for each report, the one that shares most sentences with it.

    Args:
        reports: Digests of sentences; True for one of the office's own paragraphs.

    Returns:
        One for each report, in their order. A report's own sentences decide where it has some.

    Raises:
        ValueError: more than `MOST_OFFICES` reports.
    """
    if len(reports) > MOST_OFFICES:
        raise ValueError(f"{len(reports)} reports")
    numbers: dict[str, int] = {}
    for report in reports:
        for sentence in report:
            numbers.setdefault(sentence, len(numbers))
    # A set of sentences is one whole number, bit by bit: what two share is one operation.
    whole = [_bits(report, numbers) for report in reports]
    own = [_bits([s for s, is_own in report.items() if is_own], numbers) for report in reports]
    found = []
    for at, bits in enumerate(whole):
        wanted = own[at] or bits
        shared, other = max(
            (((wanted & theirs).bit_count(), -n) for n, theirs in enumerate(whole) if n != at),
            default=(0, 0),
        )
        beside = whole[-other] if shared else 0
        found.append(
            Likeness(
                at,
                -other if shared else None,
                bits.bit_count(),
                (bits & beside).bit_count(),
                own[at].bit_count(),
                (own[at] & beside).bit_count(),
            )
        )
    return found


def _bits(sentences: Sequence[str] | Mapping[str, bool], numbers: Mapping[str, int]) -> int:
    bits = bytearray(len(numbers) // 8 + 1)
    for sentence in sentences:
        number = numbers[sentence]
        bits[number // 8] |= 1 << number % 8
    return int.from_bytes(bits, "little")
