"""Opening: what stands above the text: information table, breadcrumbs, letterhead, title.

Everything from the top of a file to its first sentence is looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..dates import read_date
from ..diagnostics import Source
from . import furniture, lexicon
from .anatomy import Anatomy, Block, Doubt, Para, is_sentence
from .found import Dropped, FoundDocument, FoundPicture, FoundTable
from .masthead import element_of, joint_issuers, value_of, without_blanks
from .numbers import ARABIC, ARTICLE, CHAPTER, HAN, HAN_IN_BRACKETS, PART, read_number
from .particulars import Particular, label_alone, pairs_of_line, pairs_of_table
from .title import SITE, choose_title, plain_words

SEEN_ABOVE = 12  # lines of an information table that tell how it is set
FARTHEST = 120  # lines above the first sentence; a page that has more is no report

_STAMP = re.compile(
    r"(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s+\d{1,2}[:：])\S*(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s.{0,60})?"
)
_LEADS_IN = re.compile(
    r"(?:如下|下列|以下|通知|意见|报告|公告|决定|规定|说明|通报|方案|要求|部署|特点|方面|内容|问题|措施|情况|工作|指出|强调|认为|会议)[^：]{0,4}[：:]$"
)


def read_opening(document: FoundDocument, blocks: Sequence[Block], anatomy: Anatomy) -> int:
    """Take the parts above the text; returns the place of the first block of the text."""
    is_page = document.kind in ("text", "web page")
    lines: list[tuple[int, Para]] = []
    for label, value in document.particulars.items():
        anatomy.particulars.append(Particular(lexicon.LABELS.get(label, ""), label, value, Source()))
    start = _first_sentence(blocks, is_page)
    at = 0
    while at < start:
        block = blocks[at]
        if isinstance(block, FoundTable):
            if pairs := pairs_of_table(block.rows, block.source):
                anatomy.particulars += pairs
                anatomy.dropped.append(Dropped(_flat(block), "information", block.source))
            elif is_page and all(not cell or furniture.reason_of(cell) for row in block.rows for cell in row):
                anatomy.dropped.append(Dropped(_flat(block), "navigation", block.source))
            elif lines and any(lexicon.is_title(para.text) for _, para in lines):
                start = at
                break
            else:
                anatomy.dropped.append(Dropped(_flat(block), "above", block.source))
                anatomy.doubts.append(Doubt("above", _flat(block), block.source))
        elif isinstance(block, FoundPicture):
            anatomy.dropped.append(Dropped(block.name, "picture", block.source))
        else:
            at += _line(block, blocks, at, start, is_page, anatomy, lines)
        at += 1
    title = choose_title(document, lines, anatomy)
    if lines and _may_be_heading(lines, title, blocks, start):
        start = lines.pop()[0]
    _sort_lines(lines, title, is_page, anatomy)
    return start


def _may_be_heading(
    lines: Sequence[tuple[int, Para]], title: range, blocks: Sequence[Block], start: int
) -> bool:
    """Tell whether the line right above the first sentence heads it, rather than belonging to the title."""
    at, para = lines[-1]
    text = para.folded
    first = blocks[start] if start < len(blocks) else None
    return (
        bool(title)
        and len(lines) - 1 not in title
        and at == start - 1
        and len(text) <= 30
        and not re.search(r"[ \u3000]|^[—（(]|[）)]$|\d日$|[会會][议議]?上$", text)
        and not lexicon.is_organ(text)
        and lexicon.DATE.fullmatch(text) is None
        and not lexicon.NUMBER_OF_DOCUMENT.fullmatch(text)
        and not (isinstance(first, Para) and is_addressee(first.folded))
    )


def _line(
    para: Para, blocks: Sequence[Block], at: int, start: int, is_page: bool, anatomy: Anatomy,
    lines: list[tuple[int, Para]],
) -> int:  # fmt: skip
    """Look at one line above the text; returns how many further lines belong to it."""
    text = para.folded
    if not re.search(r"\w", text):
        return 0
    if is_page and (label := label_alone(text)):
        following = blocks[at + 1] if at + 1 < start else None
        value = following.typed if isinstance(following, Para) else ""
        is_other = not lexicon.LABELS[label] and lexicon.is_title(value)
        takes_next = (
            bool(value)
            and label not in lexicon.TOOLS
            and not (label_alone(value) or pairs_of_line(value, para.source) or is_other)
            and (not _has_values(blocks[:at]) or _is_labelled(blocks[at + 2 : at + 3]))
        )
        anatomy.particulars.append(
            Particular(lexicon.LABELS[label], label, value if takes_next else "", para.source)
        )
        anatomy.dropped.append(
            Dropped(f"{para.typed} {value}" if takes_next else para.typed, "information", para.source)
        )
        return int(takes_next)
    if (pairs := pairs_of_line(para.typed, para.source)) and (is_page or any(each.key for each in pairs)):
        anatomy.particulars += pairs
        anatomy.dropped.append(Dropped(para.typed, "information", para.source))
        return 0
    if is_page and _STAMP.fullmatch(text):
        day = re.match(r"\S+", text)
        value = text if read_date(text) else day[0] if day else ""
        anatomy.particulars.append(Particular("published_on", "", value, para.source))
        anatomy.dropped.append(Dropped(para.typed, "information", para.source))
    elif is_page and (reason := furniture.reason_of(para.text, is_linked=para.look.is_linked)):
        anatomy.dropped.append(Dropped(para.typed, reason, para.source))
    else:
        lines.append((at, para))
    return 0


def _has_values(above: Sequence[Block]) -> bool:
    """Tell whether labels have their values on their own lines, so that one without has none."""
    return any(
        pair.value
        for block in above[-SEEN_ABOVE:]
        if isinstance(block, Para)
        for pair in pairs_of_line(block.typed, block.source)
    )


def _is_labelled(blocks: Sequence[Block]) -> bool:
    return any(
        isinstance(b, Para) and bool(label_alone(b.folded) or pairs_of_line(b.typed, b.source))
        for b in blocks
    )


def _first_sentence(blocks: Sequence[Block], is_page: bool) -> int:
    """Find where the text begins: its first sentence, its first numbered heading, or whom it addresses."""
    for at, block in enumerate(blocks[:FARTHEST]):
        if not isinstance(block, Para):
            continue
        text = block.folded
        if is_page and (
            furniture.reason_of(block.text, is_linked=block.look.is_linked)
            or pairs_of_line(text, block.source)
        ):
            continue
        if block.look.is_outside and len(text) < 60:
            continue
        number = read_number(text)
        is_first = (
            number is not None
            and number.value == 1
            and number.rank in (PART, CHAPTER, ARTICLE, HAN, HAN_IN_BRACKETS, ARABIC)
        )
        if is_first or is_addressee(text) or (is_sentence(text) and not _is_stamped(text)):
            return at
    return min(_after_title(blocks), len(blocks))


def _is_stamped(text: str) -> bool:
    """Tell a line below a title, （2020年1月1日第一次会议通过……）, from a sentence."""
    return text[:1] in "（(" and text[-1:] in "）)" and len(text) < 200


def _after_title(blocks: Sequence[Block]) -> int:
    """Say where the text begins in a file without a sentence: below the first line that is a title."""
    for at, block in enumerate(blocks):
        if isinstance(block, Para) and lexicon.is_title(block.folded):
            return at + 1
    return 1 if blocks and isinstance(blocks[0], Para) else 0


def is_addressee(text: str) -> bool:
    """Tell whether a line names whom a document is for (主送机关)."""
    return (
        text[-1:] in "：:"
        and 3 <= len(text) <= 300
        and "。" not in text
        and lexicon.ADDRESSED.search(text) is not None
        and not _LEADS_IN.search(text)
        and read_number(text) is None
        and not re.match("附|抄|主题词|联系", text)
    )


def _sort_lines(lines: Sequence[tuple[int, Para]], title: range, is_page: bool, anatomy: Anatomy) -> None:
    """Say what the lines around the title are."""
    plain = plain_words(anatomy.title)
    heads, anatomy.joint = joint_issuers([para.folded for _, para in lines[: title.start]])
    floor = max((each.source.line or 0 for each in anatomy.dropped), default=0)
    for n, (_, para) in enumerate(lines):
        if n in title or n in heads:
            continue
        text = without_blanks(para.folded)
        is_above = bool(title) and n < title.start
        if plain_words(text) == plain or (
            is_page and len(plain) > 6 and plain_words(SITE.sub("", para.text)) == plain
        ):
            anatomy.dropped.append(Dropped(para.typed, "repeat", para.source))
        elif key := element_of(text, is_above):
            anatomy.elements[key] = (value_of(key, para.folded), para.source)
            if key == "number" and (signers := lexicon.SIGNERS.search(para.folded)):
                anatomy.elements["signers"] = (signers[1].strip(), para.source)
        elif is_above or (not title and is_page and not _belongs(para, floor)):
            anatomy.dropped.append(Dropped(para.typed, "above", para.source))
            if not is_page or para.look.size or len(text) > 20:
                anatomy.doubts.append(Doubt("above", para.text, para.source))
        else:
            anatomy.opening.append(para)


def _belongs(para: Para, floor: int) -> bool:
    """Tell whether a line of a page without a title may be text: nothing of the page follows it."""
    is_below = (para.source.line or 0) > floor
    return is_below or len(para.folded) > 14 or lexicon.DATE.fullmatch(para.folded) is not None


def _flat(table: FoundTable) -> str:
    return " ".join(cell for row in table.rows for cell in row if cell)
