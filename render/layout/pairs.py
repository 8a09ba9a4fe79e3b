"""Pairs: where Latin text may be broken, after the pair table of UAX #14.

LibreOffice's rules for Latin portions follow the pair table of Unicode 5.0, in which a closing mark
still binds the letter or digit after it. Only the classes that occur in Chinese reports are told
apart; anything else is a letter.
"""

from __future__ import annotations

from functools import lru_cache

_CLASSES = {
    "SP": " ",
    "GL": "\u00a0\u202f\u2011",
    "WJ": "\u2060",
    "CL": "、。，．）〉》」』】〕〗〞}﹚﹜﹞｝］｡､",
    "CP": ")]",
    "OP": "([{（〈《「『【〔〖〝［｛",
    "QU": "“”‘’\"'«»",
    "EX": "!?！？",
    "IS": ".,:;",
    "NS": "：；々゛゜",
    "HY": "-",
    "SY": "/\\",
    "PO": "%‰℃％¢′″￠",
    "PR": "$£¥+±№￥￡＄",
    "B2": "—",
    "IN": "…‥",
    "BA": "–|\t‐",
    "NU": "0123456789",
}
_CLASS_OF = {char: name for name, chars in _CLASSES.items() for char in chars}

_NEVER_BEFORE = frozenset({"CL", "CP", "EX", "IS", "SY", "WJ"})
_PAIRS = """
    ID×PO AL×NU NU×AL NU×NU AL×AL PR×ID AL×PR PR×AL PO×AL PR×NU PO×NU NU×PO NU×PR
    IS×AL IS×NU SY×NU AL×OP NU×OP CL×AL CL×NU AL×PO
"""
_NEVER_TOGETHER = frozenset(tuple(pair.split("×")) for pair in _PAIRS.split())


@lru_cache(maxsize=4096)
def line_break_class(char: str) -> str:
    """Name the line breaking class of a character."""
    if char in _CLASS_OF:
        return _CLASS_OF[char]
    code = ord(char)
    wide = 0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0xFF00
    return "ID" if wide else "AL"


def may_break(text: str, position: int) -> bool:
    """Tell whether a line may end before a character of Latin text.

    Source: UAX #14, pair table, as LibreOffice 7.4 applies it.
    """
    after = line_break_class(text[position])
    if after == "SP":
        return False
    last = position - 1
    while last >= 0 and text[last] == " ":
        last -= 1
    if last < 0:
        return True
    before = line_break_class(text[last])
    if (
        after in _NEVER_BEFORE
        or before == "OP"
        or (before == "CL" and after == "NS")
        or before == after == "B2"
    ):
        return False
    if last < position - 1:
        return True  # a space lies between
    if "GL" in (before, after) or before == "WJ" or "QU" in (before, after) or after in ("BA", "HY", "NS"):
        return False
    return _may_part(text, position, before, after)


def _may_part(text: str, position: int, before: str, after: str) -> bool:
    """Judge neighbours that no absolute rule has settled."""
    if after == "IN":
        return before not in ("AL", "ID", "IN", "NU")
    follower = line_break_class(text[position + 1]) if position + 1 < len(text) else ""
    if before == "SY" and after == "AL":
        return follower == "AL"
    if before in ("PR", "PO") and after == "OP":
        return follower != "NU"
    if before == "CL" and after in ("PO", "PR"):
        return not _closes_number(text, position - 1)
    return (before, after) not in _NEVER_TOGETHER


def _closes_number(text: str, position: int) -> bool:
    start = position - 1
    while start >= 0 and line_break_class(text[start]) in ("NU", "IS", "SY"):
        start -= 1
    return start < position - 1
