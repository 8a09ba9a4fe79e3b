"""Pairs: rules about quotes, brackets and book marks (GB/T 15834-2011, 4.8, 4.9 and 4.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from .looking import Hit, Look, language_rule, pattern
from .passages import Passage
from .rule import Level

_CLOSERS = {pair[0]: pair[1] for pair in ("“”", "‘’", "《》", "〈〉", "（）", "〔〕", "【】", "「」", "『』")}
_OPENERS = {close: open_ for open_, close in _CLOSERS.items()}
_MARKS = re.compile(f"[{''.join(_CLOSERS)}{''.join(_OPENERS)}()]")
_NUMBERED = re.compile(r"(?:^|[，。；：、\s])(?:\d{1,2}|[a-zA-Z])$")
_FACED = {"「": "“", "」": "”", "『": "‘", "』": "’"}
_INNER = {"“": ("‘", "’"), "《": ("〈", "〉")}


def unpaired(marks: str) -> Look:
    """Look for marks without their partner."""

    def look(passage: Passage) -> Iterator[Hit]:
        for at, char in _unpaired(passage):
            if char in marks:
                yield Hit(at, at + 1, values={"mark": char})

    return look


def crossed(passage: Passage) -> Iterator[Hit]:
    """Look for pairs of which one ends inside the other and begins outside it."""
    opened: list[tuple[int, str]] = []
    for match in _MARKS.finditer(passage.text):
        char = match[0].translate(_WIDE)
        if char in _CLOSERS:
            opened.append((match.start(), char))
        elif opened and opened[-1][1] == _OPENERS[char]:
            opened.pop()
        else:
            at = next((n for n, (_, each) in enumerate(opened) if each == _OPENERS[char]), None)
            if at is not None and not _has_more(passage.text, match.start(), opened[-1][1]):
                continue  # what it closes over has no partner, which is said of it
            if at is not None:
                yield Hit(opened[-1][0], match.start() + 1)
                del opened[at]


def doubled(open_: str) -> Look:
    """Look for a pair directly inside a pair of the same kind, which takes the other form."""
    close = _CLOSERS[open_]
    inner = _INNER[open_]

    def look(passage: Passage) -> Iterator[Hit]:
        text = passage.text
        depth = 0
        if text.count(open_) != text.count(close):
            return  # which of them has no partner is for a person to say
        for match in re.finditer(f"[{open_}{close}]", text):
            depth += 1 if match[0] == open_ else -1
            if depth == (2 if match[0] == open_ else 1):
                yield Hit(match.start(), match.end(), inner[match[0] == close], is_told=match[0] == open_)

    return look


def corners(passage: Passage) -> Iterator[Hit]:
    """Look for the quotes of vertical text."""
    for match in re.finditer("[「」『』]", passage.text):
        yield Hit(*match.span(), _FACED[match[0]], is_told=match[0] in _CLOSERS)


def angled(passage: Passage) -> Iterator[Hit]:
    """Look for the name of a document in 〈〉 or <> that stands within no 《》."""
    text = passage.text
    for match in re.finditer("[<＜‹«〈]([^<>＜＞‹›«»〈〉《》]{2,60})[>＞›»〉]", text):
        before = text[: match.start()]
        fewest = 2 if match[0][0] in "〈‹«" else 3
        if (
            before.count("《") == before.count("》")
            and len(re.findall("[\u4e00-\u9fff]", match[1])) >= fewest
        ):
            yield Hit(match.start(), match.start() + 1, "《")
            yield Hit(match.end() - 1, match.end(), "》", is_told=False)


def single_outside(passage: Passage) -> Iterator[Hit]:
    """Look for single quotes that stand within no double ones."""
    depth = 0
    for match in re.finditer("[“”‘]", passage.text):
        if match[0] != "‘":
            depth = max(depth + (1 if match[0] == "“" else -1), 0)
        elif not depth and re.match("[\u4e00-\u9fff]", passage.text[match.end() :]):
            yield Hit(*match.span())


def changed(*rules: str) -> Look:
    """Look for marks that print has otherwise, by what `punctuation` calls their change."""

    def look(passage: Passage) -> Iterator[Hit]:
        waiting: Hit | None = None
        opened: list[str] = []
        for change in passage.changes:
            if change.rule not in rules:
                continue
            is_told = True
            if change.after in _CLOSERS:
                opened.append(_CLOSERS[change.after])
            elif change.after in opened:
                opened.remove(change.after)
                is_told = False
            hit = Hit(change.at, change.at + len(change.before), change.after, is_told=is_told)
            if waiting is not None and waiting.stop == hit.start and change.rule == "digits":
                hit = Hit(waiting.start, hit.stop, f"{waiting.put}{hit.put}")  # ２８ is one number
            elif waiting is not None:
                yield waiting
            waiting = hit
        if waiting is not None:
            yield waiting

    return look


def _unpaired(passage: Passage) -> Iterator[tuple[int, str]]:
    """List the marks that have no partner, each kind by itself."""
    text = passage.text
    opened: dict[str, list[int]] = {}
    for match in _MARKS.finditer(text):
        char = match[0].translate(_WIDE)
        at = match.start()
        if char in _CLOSERS:
            opened.setdefault(char, []).append(at)
        elif opened.get(_OPENERS[char]):
            opened[_OPENERS[char]].pop()
        elif not (char == "’" and _is_apostrophe(text, at)) and not (
            char == "）" and _NUMBERED.search(text[:at])
        ):
            yield at, char
    for char, places in opened.items():
        for at in places:
            # A quotation of several paragraphs opens at each and closes once (4.8.3.4).
            if not (char == "“" and at == 0 and passage.following == "“"):
                yield at, char


_WIDE = {ord("("): "（", ord(")"): "）"}


def _has_more(text: str, at: int, open_: str) -> bool:
    return text.find(_CLOSERS[open_], at) >= 0


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()


_STANDARD = "GB/T 15834-2011"
_paired = partial(language_rule, level=Level.REQUIRED)

RULES = (
    _paired("mark.quotes", look=unpaired("“”‘’"), clause=f"{_STANDARD}，4.8", needs="“”‘’"),
    _paired("mark.titles", look=unpaired("《》〈〉"), clause=f"{_STANDARD}，4.15", needs="《》〈〉"),
    _paired(
        "mark.brackets", look=unpaired("（）〔〕【】"), clause=f"{_STANDARD}，4.9", needs="（）〔〕【】()"
    ),
    _paired("mark.crossed", look=crossed, clause=f"{_STANDARD}，4.8、4.9", needs="”’》〉）〕】)"),
    language_rule(
        "mark.inner_quotes",
        Level.RECOMMENDED,
        doubled("“"),
        f"{_STANDARD}，4.8.3.3",
        needs="“",
        corrects=True,
    ),
    language_rule(
        "mark.inner_titles", Level.RECOMMENDED, doubled("《"), f"{_STANDARD}，4.15", needs="《", corrects=True
    ),
    language_rule(
        "mark.outer_titles",
        Level.RECOMMENDED,
        angled,
        f"{_STANDARD}，4.15",
        needs="<＜‹«〈",
        corrects=True,
    ),
    language_rule(
        "mark.title_in_quotes",
        Level.RECOMMENDED,
        pattern(
            "《[^《》“”]*(?P<at>“[^“”《》]{4,}(?:办法|方案|规定|意见|条例|纲要|规划|通知|计划|要点|细则|决定)”)[^《》]*》"
        ),
        f"{_STANDARD}，4.15",
        needs="“",
    ),
    language_rule("mark.outer_quotes", Level.RECOMMENDED, single_outside, f"{_STANDARD}，4.8.3.3", needs="‘"),
    language_rule(
        "mark.corner_quotes",
        Level.RECOMMENDED,
        corners,
        f"{_STANDARD}，4.8.2",
        needs="「」『』",
        corrects=True,
    ),
    language_rule(
        "mark.half_brackets",
        Level.RECOMMENDED,
        changed("brackets"),
        f"{_STANDARD}，4.9.2",
        needs="()",
        corrects=True,
    ),
    language_rule(
        "mark.straight_quotes",
        Level.RECOMMENDED,
        changed("quotes"),
        f"{_STANDARD}，4.8.2",
        needs="\"'",
        corrects=True,
    ),
    language_rule(
        "mark.inner_signs",
        Level.RECOMMENDED,
        changed("titles"),
        f"{_STANDARD}，4.15",
        needs="<>",
        corrects=True,
    ),
    language_rule(
        "mark.empty_pair",
        Level.RECOMMENDED,
        pattern("“”|‘’|《》|〈〉|〔〕|（）"),
        f"{_STANDARD}，4.8、4.9",
        needs="”’》〉〕）",
        roles=lambda passage: passage.is_running,
    ),
)
