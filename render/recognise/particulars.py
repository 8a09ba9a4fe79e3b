"""Particulars: what the information table of a page says, by metadata key.

Labels come in any order, spaced out or not, two pairs to a row or one to a line, the value behind the
colon, in the next cell or on the next line; dates may carry a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Source
from .lexicon import LABEL, LABELS, plain_label

LONGEST = 200  # characters of a value

_EMPTY = re.compile(r"[\s\-—|/／]*")
_TRAIL = re.compile(r"[\s|]+$")


@dataclass(frozen=True, slots=True)
class Particular:
    """One label and its value."""

    key: str  # of the metadata; "" for what a report does not keep
    label: str
    value: str
    source: Source


def pairs_of_line(text: str, source: Source) -> list[Particular]:
    """Read the labels and values of a line; none when it does not begin with a label."""
    found = list(LABEL.finditer(text))
    if not found or re.sub(r"[\s|•·●◆■*\-]", "", text[: found[0].start()]):
        return []
    ends = [each.start() for each in found[1:]] + [len(text)]
    return [
        _particular(each[1], text[each.end() : end], source) for each, end in zip(found, ends, strict=True)
    ]


def label_alone(text: str) -> str:
    """Give the label a line consists of, if its value stands on the next one."""
    label = plain_label(text)
    return (
        label
        if label in LABELS and len(text) <= len(label) * 3 + 4 and re.search(r"[：:]\s*$|^[\[【•]", text)
        else ""
    )


def pairs_of_table(rows: Sequence[Sequence[str]], source: Source) -> list[Particular]:
    """Read an information table; none when most of its cells are neither labels nor their values."""
    found: list[Particular] = []
    strangers = 0
    for row in rows:
        label = ""
        for cell in row:
            text = cell.strip()
            if not text:
                continue
            if label:
                if plain_label(text) in LABELS:  # the value before it is empty
                    found.append(_particular(label, "", source))
                    label = plain_label(text)
                else:
                    found.append(_particular(label, text, source))
                    label = ""
            elif plain_label(text) in LABELS:
                label = plain_label(text)
            elif inline := pairs_of_line(text, source):
                if len(inline) == 1 and not inline[0].value:
                    label = inline[0].label
                else:
                    found += inline
            else:
                strangers += 1
        if label:
            found.append(_particular(label, "", source))
    known = sum(bool(each.key) for each in found)
    return found if known >= 2 and strangers <= len(found) else []


def _particular(label: str, value: str, source: Source) -> Particular:
    label = plain_label(label)
    value = _TRAIL.sub("", value.replace("\u3000", " ").strip(" |【】[]"))
    return Particular(
        LABELS.get(label, ""), label, "" if _EMPTY.fullmatch(value) else value[:LONGEST], source
    )
