"""Characters: rules about single characters that do not belong into an official text, or that no face has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from ..diagnostics import Diagnostic
from .looking import Hit, language_rule, pattern
from .passages import Passage
from .rule import Level, Rule, Subject

_DATA = Path(__file__).parent / "data" / "traditional.txt"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_CONTROLS = "".join(chr(code) for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)))
_UNSEEN_RUN = re.compile(f"[{_UNSEEN}]+")
_UNKNOWN = re.compile(f"[\ufffd\ufffe\uffff{re.escape(_CONTROLS)}\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_COMPATIBLE = re.compile("[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_FULL_LETTERS = re.compile("[Ａ-Ｚａ-ｚ]+")
_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile("[A-Za-z\u0370-\u03ff\u0400-\u04ff]+")
_TWINS = dict(
    zip("АВСЕНІЈКМОРЅТХУавсеіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABCEHIJKMOPSTXYabceijopsxyABEZHIKMNOPTYXo", strict=True)
)
_KANA = dict(zip("ニハロエカタトー", "二八口工力夕卜一", strict=True))
_LETTERS_AS_DIGITS = re.compile(
    r"(?<=[0-9])(?<![A-Za-z][0-9])[OolI]+(?=[0-9]*(?:[余多万亿]|[件起家户人名个次项条份场元吨亩年月日%]))"
)
_DIGITS = str.maketrans("OolI", "0011")
_MOST = 12  # characters listed


@cache
def _traditional() -> dict[str, str]:
    """Read the list: the simplified form of each traditional character."""
    lines = _DATA.read_text(encoding="utf-8").split("\n")
    return {line[0]: line[1] for line in lines if line and not line.startswith("#")}


@cache
def _traditional_set() -> frozenset[str]:
    return frozenset(_traditional())


def traditional(passage: Passage) -> Iterator[Hit]:
    """Look for traditional characters; a run of them is one finding."""
    if _traditional_set().isdisjoint(passage.chars):
        return
    forms = _traditional()
    for match in re.finditer("[\u3400-\u9fff]+", passage.text):
        start = None
        for at in range(match.start(), match.end() + 1):
            is_one = at < match.end() and passage.text[at] in forms
            if is_one and start is None:
                start = at
            elif not is_one and start is not None:
                simple = "".join(forms[char] for char in passage.text[start:at])
                yield Hit(start, at, values={"simple": simple, "char": passage.text[start:at]})
                start = None


def compatible(passage: Passage) -> Iterator[Hit]:
    """Look for radicals and compatibility characters that look like a common one."""
    for match in _COMPATIBLE.finditer(passage.text):
        plain = unicodedata.normalize("NFKC", match[0])
        if plain != match[0]:
            yield Hit(*match.span(), plain, _code(match[0]))


def look_alikes(passage: Passage) -> Iterator[Hit]:
    """Look for Greek and Cyrillic letters in Latin words, or where all letters of a text have Latin twins."""
    is_russian = any("\u0400" <= char <= "\u04ff" and char not in _TWINS for char in passage.chars)
    for word in _WORD.finditer(passage.text):
        letters = word[0]
        if not _ALIKE.search(letters):
            continue
        is_mixed = bool(re.search("[A-Za-z]", letters))
        for at, char in enumerate(letters, word.start()):
            is_cyrillic = "\u0400" <= char <= "\u04ff"
            if char in _TWINS and (is_mixed or (is_cyrillic and not is_russian)):
                yield Hit(at, at + 1, _TWINS[char], _code(char))


def letters_as_digits(passage: Passage) -> Iterator[Hit]:
    """Look for the letters O and l within a number: 68OO余人次."""
    for match in _LETTERS_AS_DIGITS.finditer(passage.text):
        yield Hit(*match.span(), match[0].translate(_DIGITS), _code(match[0][0]))


def kana(passage: Passage) -> Iterator[Hit]:
    """Look for a Japanese sign alone between Han characters: 统ー for 统一."""
    for match in re.finditer(
        "(?<=[\u4e00-\u9fff])[ニハロエカタトー](?=[\u4e00-\u9fff，。、；：])", passage.text
    ):
        yield Hit(*match.span(), _KANA[match[0]], _code(match[0]))


def unseen(passage: Passage) -> Iterator[Hit]:
    """Look for characters that take no place."""
    for match in _UNSEEN_RUN.finditer(passage.text):
        yield Hit(*match.span(), "", _code(match[0][0]))


def unknown(passage: Passage) -> Iterator[Hit]:
    """Look for the sign of what could not be read, control characters and private ones."""
    for match in _UNKNOWN.finditer(passage.text):
        yield Hit(*match.span(), values=_code(match[0][0]))


def without_face(subject: Subject) -> Iterator[Diagnostic]:
    """Find Han characters beyond the repertoire of 仿宋_GB2312 and 楷体_GB2312, once, with a list."""
    found: dict[str, Passage] = {}
    for passage in subject.passages:
        for char in passage.chars - _plain_chars():
            if _is_han(char) and not _has_face(char) and char not in _traditional():
                found.setdefault(char, passage)
    if found:
        ordered = sorted(found)
        source = min(
            (found[char].prose.source_at(found[char].text.index(char)) for char in ordered),
            key=lambda each: (each.file, each.page or 0, each.line or 0),
        )
        more = "" if len(ordered) <= _MOST else str(len(ordered))
        chars = tuple(f"{char}（U+{ord(char):04X}）" for char in ordered[:_MOST])
        yield Diagnostic("char.no_face", source, {"chars": chars, "count": more})


@cache
def _plain_chars() -> frozenset[str]:
    """List the Han characters of GB/T 2312, which faces by that name have, and 〇."""
    chars = [
        bytes((row, cell)).decode("gb2312", "ignore")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
    ]
    return frozenset("".join(chars)) | {"〇"}


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def _has_face(char: str) -> bool:
    return char in _plain_chars() or bool(_COMPATIBLE.match(char))


def _code(char: str) -> dict[str, str]:
    return {"code": f"U+{ord(char):04X}"}


_recommended = partial(language_rule, level=Level.RECOMMENDED)

RULES = (
    language_rule("char.unknown", Level.REQUIRED, unknown),
    _recommended("char.unseen", look=unseen, needs=_UNSEEN, corrects=True),
    _recommended("char.compatible", look=compatible, corrects=True),
    _recommended("char.look_alike", look=look_alikes, needs="".join(_TWINS), corrects=True),
    _recommended("char.letter_in_number", look=letters_as_digits, needs="OolI", corrects=True),
    _recommended("char.kana", look=kana, needs="".join(_KANA), corrects=True),
    _recommended(
        "char.full_letters",
        look=pattern(_FULL_LETTERS.pattern, lambda match: unicodedata.normalize("NFKC", match[0])),
        clause="GB/T 9704-2012，5.2.2",
        needs="".join(chr(code) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))),
        corrects=True,
    ),
    _recommended("char.traditional", look=traditional, clause="国家通用语言文字法，第九条", habit=20),
    Rule("char.no_face", Level.RECOMMENDED, without_face),
)
