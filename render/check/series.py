"""Series: rules about members of a series in running text: 一是…二是…, 第一，…第二，…, （1）…（2）…, ①…②…."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..content import Content, Heading, Paragraph
from ..diagnostics import Diagnostic
from ..han import from_han, in_han
from ..prose import Prose, joined
from .once import once
from .rule import Level, Rule, Subject

_HAN = "[一二三四五六七八九十]{1,2}"
_STARTS = r"(?:^|(?<=[。；：，、！？ \u3000）]))"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_OF_WORDS = re.compile(rf"{_STARTS}(?P<han>{_HAN})(?P<word>是(?![否非])|要(?=[\u4e00-\u9fff]))")
_OF_ORDINALS = re.compile(rf"{_STARTS}第(?P<han>{_HAN})(?P<word>)(?=[，、：])")
_IN_LINE = re.compile(rf"(?<!^)(?P<word>[（(])(?:(?P<digits>[1-9][0-9]?)|(?P<han>{_HAN}))[）)](?![）)])")
_OF_CIRCLES = re.compile(f"(?P<circle>[{_CIRCLED}])(?P<word>)")


def broken(code: str, *patterns: re.Pattern[str]) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule of the ways a series counts."""

    def find(subject: Subject) -> Iterator[Diagnostic]:
        for section in once(subject, "sections", lambda: _sections(subject.content)):
            for pattern in patterns:
                last: dict[str, int] = {}
                for prose in section:
                    if pattern is _IN_LINE:
                        last = {}  # a series in brackets ends with its paragraph
                    for match in pattern.finditer(prose.text):
                        count, key = _count(match), _key(match)
                        before = last.get(key, 0)
                        last[key] = count
                        if count not in (1, before + 1) and (before or pattern is not _IN_LINE):
                            values = {"found": match[0], "expected": _like(match, before + 1)}
                            yield Diagnostic(code, prose.source_at(match.start()), values)

    return find


RULES = (
    Rule("series.words", Level.REQUIRED, broken("series.words", _OF_WORDS)),
    Rule("series.ordinals", Level.REQUIRED, broken("series.ordinals", _OF_ORDINALS)),
    Rule("series.brackets", Level.REQUIRED, broken("series.brackets", _IN_LINE, _OF_CIRCLES)),
)


def _sections(content: Content | None) -> list[list[Prose]]:
    """List the paragraphs between two headings; a heading that runs in begins none of its own."""
    sections: list[list[Prose]] = [[]]
    for node in content.nodes if content else ():
        if isinstance(node, Heading):
            sections.append([])
        elif isinstance(node, Paragraph) and node.role == "text":
            sections[-1].append(joined(node.spans))
    return sections


def _count(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("circle"):
        return _CIRCLED.index(groups["circle"]) + 1
    return int(groups["digits"]) if groups.get("digits") else from_han(groups["han"])


def _key(match: re.Match[str]) -> str:
    return match["word"] + ("digits" if match.groupdict().get("digits") else "")


def _like(match: re.Match[str], count: int) -> str:
    groups = match.groupdict()
    if groups.get("circle"):
        return _CIRCLED[count - 1]
    kind = "digits" if groups.get("digits") else "han"
    start, stop = match.span(kind)
    text, at = match[0], match.start()
    return text[: start - at] + (str(count) if kind == "digits" else in_han(count)) + text[stop - at :]
