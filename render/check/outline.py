"""Outline: the parts of a content that carry numbers, as a reader sees them.

Headings that the template numbers are in it without a number of their own; what an author, or whoever made
the file at hand, typed before a heading or a paragraph is read: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)
and what is written in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..content import Chart, Content, Heading, Node, Paragraph, Picture, Spans, Table
from ..diagnostics import Source
from ..han import from_han

_HAN = "[一二三四五六七八九十]{1,3}"
_FORMS: tuple[tuple[int, re.Pattern[str], bool], ...] = (
    (1, re.compile(rf"({_HAN})、(?![一二三四五六七八九十]+、)"), True),
    (1, re.compile(rf"第({_HAN})、"), False),
    (1, re.compile(rf"({_HAN})[.．,，](?=[\u4e00-\u9fff])"), False),
    (2, re.compile(rf"（({_HAN})）(?![、.．，])"), True),
    (2, re.compile(rf"[（(]({_HAN})[）)][、.．，]?"), False),
    (3, re.compile(r"([1-9][0-9]?)[.．](?![0-9])"), True),
    (3, re.compile(r"([1-9][0-9]?)、(?![0-9])"), False),
    (4, re.compile(r"（([1-9][0-9]?)）(?![、.．，])"), True),
    (4, re.compile(r"[（(]([1-9][0-9]?)[）)][、.．，]?"), False),
    (4, re.compile(r"([1-9][0-9]?)[）)]"), False),
)
_NOTES = re.compile("(?:注|附注|说明|备注)[：:]")
RIGHT_FORMS = ("一、", "（一）", "1.", "（1）")
"""How the numbers of the four levels are written."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands before a heading or a paragraph."""

    text: str
    level: int  # 1 to 4, by its form
    count: int
    is_right: bool  # written as the standard writes its level


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, or a paragraph that begins with a number."""

    text: str  # without its number
    level: int
    number: Number | None  # None: the template numbers it, or nobody does
    source: Source
    is_heading: bool  # said to be one, not only numbered as one
    run_in: bool
    sheet: int  # 0 for the text itself; attachments count on
    at: int  # place in the content's nodes
    depth: int = 0  # level of a heading among its own, whatever its number looks like


def text_of(spans: Spans) -> str:
    """Put the characters of spans together."""
    return "".join(span.text for span in spans)


def number_of(text: str) -> Number | None:
    """Read the number a text begins with."""
    for level, pattern, is_right in _FORMS:
        if match := pattern.match(text):
            count = int(match[1]) if match[1].isdecimal() else from_han(match[1])
            return Number(match[0], level, count, is_right)
    return None


def _alone(number: str) -> Number | None:
    """Read a heading's number that was told from its text."""
    read = number_of(f"{number}题")
    return read if read and read.text == number else number_of(number)


def outline(content: Content) -> Iterator[Part]:
    """List what is numbered, or could be, in reading order."""
    in_notes = False
    for at, sheet, node in on_sheets(content):
        if isinstance(node, Heading):
            text = text_of(node.spans).strip()
            number = _alone(node.number) if node.number else number_of(text)
            if number and not node.number:
                text = text[len(number.text) :].lstrip()
            level = number.level if number else node.level
            yield Part(text, level, number, node.source, True, node.run_in, sheet, at, node.level)
            in_notes = False
        elif isinstance(node, Paragraph) and node.role == "text":
            text = text_of(node.spans).strip()
            number = number_of(text)
            in_notes = _NOTES.match(text) is not None or (
                in_notes and number is not None and number.level > 2
            )
            if number and not in_notes:
                rest = text[len(number.text) :].lstrip()
                yield Part(rest, number.level, number, node.source, False, "。" in rest[:-1], sheet, at)


def on_sheets(content: Content) -> Iterator[tuple[int, int, Node]]:
    """List nodes with their place and the count of the attachment they stand in; 0: the text itself."""
    sheet = 0
    for at, node in enumerate(content.nodes):
        if isinstance(node, Paragraph) and node.role == "attachment-mark":
            sheet += 1
        yield at, sheet, node


def body(content: Content) -> Iterator[Node]:
    """List the nodes of the text itself, attachments left out."""
    return (node for _, sheet, node in on_sheets(content) if not sheet)


def paragraphs(content: Content, *roles: str) -> Iterator[Paragraph]:
    """List paragraphs of these roles."""
    return (node for node in content.nodes if isinstance(node, Paragraph) and node.role in roles)


def is_shown(node: Node) -> bool:
    """Tell whether a node is something below a heading."""
    return isinstance(node, Paragraph | Table | Picture | Chart)


def siblings(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Gather the parts of one level that stand under the same part, in order of their first."""
    groups: list[list[Part]] = []
    open_groups: dict[int, list[Part]] = {}
    sheet = -1
    for part in parts:
        if part.sheet != sheet:
            open_groups, sheet = {}, part.sheet
        open_groups = {level: group for level, group in open_groups.items() if level <= part.level}
        group = open_groups.get(part.level)
        if group is None:
            group = open_groups[part.level] = []
            groups.append(group)
        group.append(part)
    yield from groups
