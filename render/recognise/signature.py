"""Signature (落款): the lines of organs and the date below a text, found by the date.

A line that holds a date and nothing else, below lines that name organs, or above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import lexicon
from .anatomy import Block, Para, Part
from .numbers import read_number

MOST_SIGNERS = 12  # organs of one signature
LONGEST_SIGNER = 45

MARK = re.compile(
    r"附\s*[件表录]\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[—\-－]\d+)?[)）]?\s*[：:.．、]?"
)
LIST = re.compile(r"附\s*件\s*(?:下载)?\s*[：:]\s*(?=\S)")
LISTED = re.compile(r"(?:附件\s*)?\d{1,2}\s*[.．、：:]?\s*(?=\S)")
_SIGNED = re.compile(rf"(.{{3,60}}?)[ \u3000]+({lexicon.DATE.pattern})")
_OFFICES = (
    "主任 市长 省长 县长 区长 州长 主席 部长 局长 厅长 署长 院长 检察长 总理 行长 会长 校长 镇长 乡长".split()
)
_PERSON = re.compile(
    rf"(?:{'|'.join(_OFFICES)})?[\s：:]*[\u4e00-\u9fff·]{{1,4}}(?:[\s\u3000]?[\u4e00-\u9fff]{{1,3}})?"
)
_NOT_SIGNED = re.compile("[。；，：、？！,;:?!]|^第.+[章节条]|^[（(]|^附")


def signature_of(body: Sequence[Block]) -> range | None:
    """Find the lines of the signature: organs, then the date, or the other way round."""
    for at, block in enumerate(body):
        if not isinstance(block, Para):
            continue
        text = block.folded
        if at and lexicon.DATE.fullmatch(text):
            first = _signers_above(body, at)
            if first < at:
                return range(first, at + 1)
            if at + 1 < len(body) and _is_signer(body[at + 1], sure=True) and ends_above(body, at):
                return range(at, at + 2)
            if ends_above(body, at) and _ends_below(body, at):
                return range(at, at + 1)
        elif (found := _SIGNED.fullmatch(text)) and lexicon.is_organ(found[1].strip()) and at:
            return range(at, at + 1)
    # A text may end with its organ and no date.
    last = next((at for at in range(len(body) - 1, 0, -1) if isinstance(body[at], Para)), 0)
    if last and _is_signer(body[last], sure=True) and ends_above(body, last):
        return range(_signers_above(body, last + 1), last + 1)
    return None


def _signers_above(body: Sequence[Block], at: int) -> int:
    """Find the first of the lines of names right above a place."""
    first = at
    while first > 0 and at - first < MOST_SIGNERS and _is_signer(body[first - 1], sure=first - 1 != at - 1):
        first -= 1
    if first == at - 1 and not _is_signer(body[first], sure=True) and not ends_above(body, first):
        return at
    return first


def _is_signer(block: Block, *, sure: bool) -> bool:
    """Tell whether a line may be a name below a text; not `sure`: any short line will do."""
    if not isinstance(block, Para):
        return False
    text = block.folded.strip("〇 ")
    flat = re.sub("[ \u3000]", "", text)
    if not 2 <= len(flat) <= LONGEST_SIGNER or read_number(text) or lexicon.DATE.fullmatch(text):
        return False
    if lexicon.is_organ(flat) or all(map(lexicon.is_organ, re.split("[ \u3000]{1,}", text))):
        return not _NOT_SIGNED.search(flat)
    return (
        not sure
        and not _NOT_SIGNED.search(flat)
        and (_PERSON.fullmatch(text) is not None or len(flat) > 3)
        and len(flat) <= 30
    )


def ends_above(body: Sequence[Block], at: int) -> bool:
    """Tell whether the text above a place has come to its end."""
    before = body[at - 1] if at else None
    return (
        not isinstance(before, Para)
        or before.folded[-1:] in "。！？；）…”"
        or bool(LISTED.match(before.folded))
        or bool(LIST.match(before.folded))
    )


def _ends_below(body: Sequence[Block], at: int) -> bool:
    """Tell whether nothing but an end follows."""
    rest = [block for block in body[at + 1 :] if isinstance(block, Para)]
    return not rest or bool(
        MARK.match(rest[0].folded)
        or lexicon.NOTE.fullmatch(rest[0].folded)
        or lexicon.is_title(rest[0].folded)
    )


def signature_parts(blocks: Sequence[Block]) -> list[Part]:
    """Make a part of each line, two of one that holds an organ and the date."""
    parts: list[Part] = []
    for block in blocks:
        assert isinstance(block, Para)
        if lexicon.DATE.fullmatch(block.folded):
            parts.append(Part("date", block))
        elif found := _SIGNED.fullmatch(block.folded):
            cut = found.end(1)
            parts.append(Part("issuer", _cut(block, 0, cut)))
            parts.append(Part("date", _cut(block, cut, len(block.text))))
        else:
            parts.append(Part("issuer", block))
    return parts


def _cut(para: Para, start: int, stop: int) -> Para:
    text, folded = para.text[start:stop].strip(), para.folded[start:stop].strip()
    return Para(text, para.source, para.look, para.is_restored and start == 0, (), folded, para.typed)
