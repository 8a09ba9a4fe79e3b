"""Opening: what stands above the text: information table, breadcrumbs, letterhead, title.

Everything from the top of a file to its first sentence is looked at here. The title is the line, or the
few lines, most like one: called so by the file itself, ending in a kind of document, set large or centred.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from ..dates import read_date
from ..diagnostics import Source
from . import furniture, lexicon
from .anatomy import Anatomy, Block, Doubt, Para, is_sentence
from .found import Dropped, FoundDocument, FoundPicture, FoundTable
from .numbers import ARABIC, ARTICLE, CHAPTER, HAN, HAN_IN_BRACKETS, PART, read_number
from .particulars import Particular, label_alone, pairs_of_line, pairs_of_table

MOST_TITLE_LINES = 4
_OF_MASTHEAD = 4.0  # what a line above the number of a document loses, when a title stands below it
FARTHEST = 120  # lines above the first sentence; a page that has more is no report

_SITE = re.compile(
    r"\s*(?:[_|｜>]|\s[-—–]\s|\s{2,}|[-—–]+(?=[^-—–]*(?:网|政府|局|厅|委|部|办|门户|公开|信息))).{2,60}$"
)
_STAMP = re.compile(
    r"(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s+\d{1,2}[:：])\S*(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s.{0,60})?"
)
_NUMBER_AT_END = re.compile(r"[（(]([\u4e00-\u9fff]{1,12}[〔\[](?:19|20)\d{2}[〕\]]\d+号)[)）]$")
_DASHED = re.compile("(?:——|--|—)(?=(?:19|20)\\d{2}年|在)")
_SUBTITLE = re.compile(
    r"^(?:——|--|—|－－)|^[（(](?=.*(?:会议|全会|大会|日|月))[^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*[)）]$"
)
_NOTE_MARK = re.compile(r"(?:[\[［【（(]\s*(?:\d{1,2}|注)\s*[)）\]］】]|[①-⑨*＊])$")
_LEADS_IN = re.compile(
    r"(?:如下|下列|以下|通知|意见|报告|公告|决定|规定|说明|通报|方案|要求|部署|特点|方面|内容|问题|措施|情况|工作|指出|强调|认为|会议)[^：]{0,4}[：:]$"
)
_WORDS = re.compile(r"[\s\W_]+")


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
    title = _choose_title(document, lines, anatomy)
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
        and not re.search(r"[ \u3000]|^[—（(]|[）)]$|\d日$", text)
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


def _choose_title(document: FoundDocument, lines: Sequence[tuple[int, Para]], anatomy: Anatomy) -> range:
    """Choose the lines of the title and set it; an empty range when none of them is one."""
    named = anatomy.particular("name")
    names = [named.value] if named and named.value else []
    names += [name for title in document.titles for name in (title, _SITE.sub("", title)) if name]
    known = {_plain(name) for name in names}
    often = Counter(_plain(para.folded) for _, para in lines)
    known |= {plain for plain, count in often.items() if count > 1 and len(plain) > 6}
    largest = max((para.look.size for _, para in lines), default=0.0)
    best, chosen = 2.0, range(0)
    for first in range(len(lines)):
        for last in range(first, min(first + MOST_TITLE_LINES, len(lines))):
            if lines[last][0] - lines[first][0] != last - first:
                break  # something of the page stands between
            score = _score([para for _, para in lines[first : last + 1]], known, largest)
            score -= _OF_MASTHEAD if _is_masthead(lines, last) else 0.0
            # Of equals the later one: sites repeat a title above the page's own.
            if score > best or (score == best and len(chosen) <= last - first + 1):
                best, chosen = score, range(first, last + 1)
    if chosen:
        anatomy.title_lines = tuple(lines[n][1] for n in chosen)
        anatomy.title = _unwrapped("".join(_without_blanks(para.text) for para in anatomy.title_lines))
        _take_mark(anatomy)
        _take_apart(anatomy)
        if best < 3.5:
            anatomy.doubts.append(Doubt("title", anatomy.title, anatomy.title_lines[0].source))
        return chosen
    anatomy.title = next((name for name in names if len(name) > 3), "")
    if anatomy.title or (only := _unlike_titles(lines, anatomy)) is None:
        return range(0)
    anatomy.title_lines = (lines[only][1],)
    anatomy.title = _without_blanks(lines[only][1].text)
    _take_mark(anatomy)
    anatomy.doubts.append(Doubt("title", anatomy.title, lines[only][1].source))
    return range(only, only + 1)


def _is_masthead(lines: Sequence[tuple[int, Para]], last: int) -> bool:
    """Tell the mark of minutes from their title, which stands below the number of the document."""
    below = [_without_blanks(para.folded) for _, para in lines[last + 1 :]]
    number = next((n for n, text in enumerate(below) if _element(text, is_above=False) == "number"), None)
    return number is not None and any(lexicon.is_title(text) for text in below[number + 1 :])


def _unlike_titles(lines: Sequence[tuple[int, Para]], anatomy: Anatomy) -> int | None:
    """Choose a title among lines none of which ends like one: 农村公路的发展, in large letters or at the top.

    Below the furniture of a page it is the line nearest to the text.
    """
    fit = [
        n
        for n, (_, para) in enumerate(lines)
        if 4 <= len(text := _without_blanks(para.folded)) <= 60
        and re.search("[\u4e00-\u9fff]{4}", text)
        and not re.search("[。；！：，、]$", text)
        and not lexicon.is_organ(text)
        and not _SUBTITLE.search(text)
        and not re.search(r"\d+日$", text)
        and not para.look.is_outside
        and not para.look.is_linked
        and not _element(text, is_above=True)
    ]
    if not fit:
        return None
    is_page = any(each.reason in ("navigation", "tools") for each in anatomy.dropped)
    largest = max(lines[n][1].look.size for n in fit)
    top = [n for n in fit if lines[n][1].look.size == largest]
    centred = [n for n in top if lines[n][1].look.is_centred]
    return (centred or top)[-1 if is_page else 0]


def _take_apart(anatomy: Anatomy) -> None:
    """Take the number of the document off the end of its title, and a subtitle from behind a dash."""
    last = anatomy.title_lines[-1]
    if (found := _NUMBER_AT_END.search(anatomy.title)) and "number" not in anatomy.elements:
        anatomy.elements["number"] = (found[1], last.source)
        anatomy.title = anatomy.title[: found.start()]
    if (found := _DASHED.search(anatomy.title)) and lexicon.is_title(
        anatomy.title[: found.start()], weak=False
    ):
        subtitle = anatomy.title[found.start() :]
        anatomy.title = anatomy.title[: found.start()]
        anatomy.opening.append(Para(subtitle, last.source, last.look, False, (), subtitle, subtitle))


def _take_mark(anatomy: Anatomy) -> None:
    """Take the mark of a note off the end of a title: a title is used where the note does not follow."""
    if found := _NOTE_MARK.search(anatomy.title):
        anatomy.title = anatomy.title[: found.start()].rstrip()
        anatomy.dropped.append(Dropped(found[0], "note mark", anatomy.title_lines[-1].source))


def _unwrapped(title: str) -> str:
    """Take off the title marks that some sites put around a whole title."""
    if title[:1] != "《" or title[-1:] != "》" or "》" in title[:-1]:
        return title
    return title[1:-1].replace("〈", "《").replace("〉", "》")


def _score(paras: Sequence[Para], known: set[str], largest: float) -> float:
    """Say how much some lines together read as a title."""
    texts = [_without_blanks(para.folded) for para in paras]
    joined = "".join(texts)
    if not 3 <= len(joined) <= 150 or any(_SUBTITLE.match(text) for text in texts):
        return 0.0
    if any(re.search("[。；！]|[，：]$", text) for text in texts) or lexicon.DATE.fullmatch(joined):
        return 0.0
    if len(texts) > 1:
        if any(_element(text, is_above=False) for text in texts):
            return 0.0  # a number with its signer is no line of a title
        for above, below in itertools.pairwise(texts):
            is_whole = lexicon.is_title(above, weak=False) and not re.match("[与和及的暨、（(“]", below)
            if (
                is_whole
                or lexicon.NUMBER_OF_DOCUMENT.fullmatch(below)
                or lexicon.NUMBER_OF_DOCUMENT.fullmatch(above)
            ):
                return 0.0
        looks = [(para.look.size, para.look.is_centred, para.look.is_outside) for para in paras]
        if len({size for size, _, _ in looks}) > 1:
            return 0.0
    if _DASHED.search("".join(texts[:-1])):
        return 0.0
    joined = _DASHED.split(joined)[0]  # a subtitle behind it says where a report was given
    plain = _plain(joined)
    score = 0.0 if re.search("[\u4e00-\u9fff]", joined) else -6.0  # the same in English
    if plain in known:
        score += 6.0
    elif len(plain) >= 6 and any(name.startswith(plain) for name in known):
        score += 2.0
    if lexicon.is_title(joined):
        score += 3.0 if lexicon.is_title(joined, weak=False) else 2.2
        score += 0.5 * (lexicon.ABOUT.search(joined) is not None)
        score += 0.4 * (len(texts) > 1 and lexicon.is_organ(texts[0]))
    elif len(texts) > 1 and plain not in known:
        return 0.0
    look = paras[0].look
    is_centred = any(para.look.is_centred for para in paras)  # a full line shows nothing of it
    score += 1.5 * (look.level in (1, 2)) + 1.0 * is_centred + 0.4 * look.is_bold
    score += 1.5 * (largest > 0 and look.size == largest and largest > 16)
    if lexicon.is_organ(joined) and not lexicon.ABOUT.search(joined):
        score -= 3.0 if not lexicon.is_title(joined) else 1.5
    if re.search(r"文\s*件$", joined) and plain not in known:
        score -= 3.0
    if len(joined) < 5:
        score -= 2.0
    if len(joined) > 12 or re.search(r"\d{4}年", joined):
        score += 0.5
    return score - 2.0 * look.is_linked - 1.5 * look.is_outside


def _sort_lines(lines: Sequence[tuple[int, Para]], title: range, is_page: bool, anatomy: Anatomy) -> None:
    """Say what the lines around the title are."""
    plain = _plain(anatomy.title)
    floor = max((each.source.line or 0 for each in anatomy.dropped), default=0)
    for n, (_, para) in enumerate(lines):
        if n in title:
            continue
        text = _without_blanks(para.folded)
        is_above = bool(title) and n < title.start
        if _plain(text) == plain or (
            is_page and len(plain) > 6 and _plain(_SITE.sub("", para.text)) == plain
        ):
            anatomy.dropped.append(Dropped(para.typed, "repeat", para.source))
        elif key := _element(text, is_above):
            anatomy.elements[key] = (_value(key, para.folded), para.source)
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


def _element(text: str, is_above: bool) -> str:
    """Name the element of the letterhead (版头) that a line is; "" when it is none."""
    if lexicon.NUMBER_OF_DOCUMENT.match(text) and (
        lexicon.NUMBER_OF_DOCUMENT.fullmatch(text) or lexicon.SIGNERS.search(text)
        or (text[:1] in "（(" and text[-1:] in "）)" and lexicon.NUMBER_OF_DOCUMENT.fullmatch(text[1:-1]))
    ):  # fmt: skip
        return "number"
    if not is_above:
        return ""
    for key, pattern in (
        ("copy_no", lexicon.COPY_NO),
        ("security", lexicon.SECURITY),
        ("urgency", lexicon.URGENCY),
        ("signers", lexicon.SIGNERS),
        ("mark", lexicon.LETTERHEAD),
    ):
        if pattern.fullmatch(text):
            return key
    return ""


def _value(key: str, text: str) -> str:
    flat = _without_blanks(text)
    if key == "signers":
        found = lexicon.SIGNERS.search(text)
        return found[1].strip() if found else flat
    if key == "number":
        found = lexicon.NUMBER_OF_DOCUMENT.search(flat)
        return found[0] if found else flat
    return re.sub(r"^份号[：:]?", "", flat) if key == "copy_no" else flat


def _plain(text: str) -> str:
    return _WORDS.sub("", text)


def _without_blanks(text: str) -> str:
    """Take out the blanks that space a line out; those between Latin words stay."""
    return re.sub(r"(?<![A-Za-z])[ \u3000]+|[ \u3000]+(?![A-Za-z])", "", text)


def _flat(table: FoundTable) -> str:
    return " ".join(cell for row in table.rows for cell in row if cell)
