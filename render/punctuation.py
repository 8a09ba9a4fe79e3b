"""Punctuation: the marks print needs, restored where a web page or a keyboard left ASCII ones.

Inside Chinese text , : ; ? ! ( ) and straight quotes become their full-width forms, <…> inside 《》
become 〈〉, a hyphen between two years becomes — and full-width digits become half-width ones, each
listed (GB/T 15834-2011 and 15835-2011 say which belongs where). Numbers, times, addresses of the net,
English, and marks that are right already are never touched. Blanks between Han characters and digits,
which no print has, are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_PASSED = " \u3000,:;?!，：；？！"
_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_WIDE = re.compile(rf"[{_HAN}，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…％‰℃·①-⑳×]")
_CHINESE = re.compile(rf"[{_HAN}]")
_KEPT = re.compile(  # what may hold ASCII marks of its own
    r"https?://[^\s\u4e00-\u9fff，。；、（）《》“”]+|(?:www\.)[^\s\u4e00-\u9fff，。；、（）《》“”]+"
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+|(?<![图表\d])\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d[\d,]*\d|&#?\w+;"
)
_YEARS = re.compile(r"(?<![\d\-—.])((?:19|20)\d{2})(\s*(?:-{1,2}|－|–)\s*)((?:19|20)\d{2})(?![\d.]|\s*-)")
_INNER_TITLE = re.compile(r"《[^《》]*?<([^<>《》]*)>[^《》]*》")
_DIGITS = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF05)}  # ０–９ and ％
_FULL_DIGITS = re.compile("[０-９％]|(?<=[０-９])．(?=[０-９])")
_GAP = re.compile(
    rf"(?<=[{_HAN}，。、；：？！“”（）《》])[ \u3000]+(?=\d)(?!\d{{1,2}}[:：]\d{{2}})"
    rf"|(?<=[\d%％‰])[ \u3000]+(?=[{_HAN}，。、；：？！（）《》%％‰])"
)
_NUMBERS_ITEM = re.compile(
    r"(?:[表图]|附件)\s*\d{1,3}(?:[-—.]\d{1,3})?$|^\d{1,2}(?:\.\d{1,2})*$|^第[一二三四五六七八九十]+(?:部分|[章节编条款])$"
)
_MINUS = re.compile(r"(?<=[为是至达到由从（])-(?=\d+(?:\.\d+)?(?:%|‰|个百分点|℃|度))")
_DASHED = re.compile(r"(?<=\d)~(?=\d)|(?<=%)~(?=\d)|(?<=[\u4e00-\u9fff])~(?=\d)")
_RUNS = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Change:
    """One mark that was restored."""

    at: int  # character of the text before
    before: str
    after: str
    rule: str  # a key of `messages.phrases`, after `import.changed.`


def restore(text: str) -> tuple[str, tuple[Change, ...]]:
    """Restore the marks of a paragraph; returns the text and what was changed in it.

    A paragraph without a Han character is English, a formula or a number, and stays as it is.
    """
    if not _CHINESE.search(text):
        return text, ()
    changes = sorted(_changes(text), key=lambda change: change.at)
    pieces: list[str] = []
    made: list[Change] = []
    start = 0
    for change in changes:
        if change.at < start:
            continue  # two rules saw the same mark
        pieces += (text[start : change.at], change.after)
        made.append(change)
        start = change.at + len(change.before)
    return ("".join([*pieces, text[start:]]), tuple(made)) if made else (text, ())


def fold(text: str) -> str:
    """Write a paragraph with full-width marks, character for character, to be looked at alone."""
    _restored, changes = restore(text)
    if not changes:
        return text
    chars = list(text)
    for change in changes:
        if len(change.before) == len(change.after) == 1:
            chars[change.at] = change.after
    return "".join(chars)


def _changes(text: str) -> Iterator[Change]:
    if _FULL_DIGITS.search(text):
        for found in _FULL_DIGITS.finditer(text):
            yield Change(
                found.start(), found[0], "." if found[0] == "．" else found[0].translate(_DIGITS), "digits"
            )
    if " " in text or "\u3000" in text:
        for found in _GAP.finditer(text):
            if _NUMBERS_ITEM.search(text[: found.start()]):
                continue  # 表1 主要指标, 1.2 编制依据
            yield Change(found.start(), found[0], "", "blanks")
    if not re.search(r"[,:;?!()\"'<>~-]", text):
        return
    kept = [range(found.start(), found.end()) for found in _KEPT.finditer(text)]
    for found in _YEARS.finditer(text):
        if int(found[1]) < int(found[3]):
            yield Change(found.start(2), found[2], "—", "years")
    for found in _MINUS.finditer(text):
        yield Change(found.start(), "-", "\N{MINUS SIGN}", "minus")
    for found in _DASHED.finditer(text):
        yield Change(found.start(), "~", "～", "ranges")
    for found in _INNER_TITLE.finditer(text):
        yield Change(found.start(1) - 1, "<", "〈", "titles")
        yield Change(found.end(1), ">", "〉", "titles")
    yield from _brackets(text)
    yield from _quotes(text)
    spans = iter(kept)
    span = next(spans, None)
    for at, char in enumerate(text):
        while span is not None and span.stop <= at:
            span = next(spans, None)
        is_kept = span is not None and at in span and not _ends_address(text, at, span)
        if char in _FULL and not is_kept and _is_chinese_at(text, at):
            yield Change(at, char, _FULL[char], "marks")


def _ends_address(text: str, at: int, span: range) -> bool:
    """Tell whether a mark only closes the address or number before it."""
    return at == span.stop - 1 and not text[at].isdigit()


def _is_chinese_at(text: str, at: int) -> bool:
    """Tell whether a mark stands in Chinese text, by what it stands between."""
    before, after = _neighbour(text, at, -1), _neighbour(text, at, 1)
    char = text[at]
    if before and _WIDE.match(before):
        return True
    if after and _WIDE.match(after):
        # 10:00、 and 3:2 were kept before; here "GDP:国内生产总值" and "12,受理".
        return True
    if char == ":" and re.search(r"[图表]\s*\d+$", text[:at]):
        return True
    if char == ":" or not before:
        return False
    if not after:  # at the end of a paragraph, which is Chinese as a whole
        return char in ";,!?" and (before.isdigit() or before in "%)）”\"'" or not _is_english(text, at))
    # Between ASCII characters: "GDP, CPI和PPI" is a list in a Chinese sentence only if it is set close.
    return before in "%)）" and (after.isalnum() or after in "(（") and char in ",;"


def _neighbour(text: str, at: int, step: int) -> str:
    """Give the nearest character that is no blank, and none of the marks that depend on it as well."""
    at += step
    while 0 <= at < len(text) and text[at] in _PASSED:
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _is_english(text: str, at: int) -> bool:
    """Tell whether the words before a mark are English ones."""
    return re.search(r"[A-Za-z]+ [A-Za-z]+\W*$", text[:at]) is not None


def _brackets(text: str) -> Iterator[Change]:
    """Pair brackets of either width; a pair is full-width where it holds or touches Chinese."""
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in "(（":
            opened.append(at)
        elif char in ")）":
            if not opened:
                if char == ")" and _is_number_mark(text, at):
                    yield Change(at, ")", "）", "brackets")
                continue
            start = opened.pop()
            inner = text[start + 1 : at]
            beside = _neighbour(text, start, -1) + _neighbour(text, at, 1)
            if _WIDE.search(inner) or _WIDE.search(beside) or "（" in (text[start], inner) or char == "）":
                if text[start] == "(":
                    yield Change(start, "(", "（", "brackets")
                if char == ")":
                    yield Change(at, ")", "）", "brackets")
    for at in opened:
        after = text[at + 1 : at + 2]
        if text[at] == "(" and (
            (after and _WIDE.match(after)) or _WIDE.match(_neighbour(text, at, -1) or " ")
        ):
            yield Change(at, "(", "（", "brackets")


def _is_number_mark(text: str, at: int) -> bool:
    return bool(_WIDE.match(_neighbour(text, at, 1) or " ") or _WIDE.match(_neighbour(text, at, -1) or " "))


def _quotes(text: str) -> Iterator[Change]:
    """Turn straight quotes into pairs, where a paragraph has as many that open as that close."""
    for mark, left, right in (('"', "“", "”"), ("'", "‘", "’")):
        places = [at for at, char in enumerate(text) if char == mark]
        if not places or len(places) % 2 or (mark == "'" and _has_apostrophe(text, places)):
            continue
        for start, end in zip(places[::2], places[1::2], strict=True):
            inner = text[start + 1 : end]
            beside = text[max(start - 1, 0) : start] + text[end + 1 : end + 2]
            if _CHINESE.search(inner) or (_WIDE.search(beside) and inner):
                yield Change(start, mark, left, "quotes")
                yield Change(end, mark, right, "quotes")


def _has_apostrophe(text: str, places: list[int]) -> bool:
    return any(
        text[at - 1 : at].isalpha() and text[at - 1 : at].isascii() and text[at + 1 : at + 2].isalpha()
        for at in places
    )
