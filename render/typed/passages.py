"""Passages: a report's text cut into sentences, each with its place.

Markdown is taken apart only as far as sentences need it: headings, rows of tables and titles of pictures
stand by themselves, lines of a paragraph are joined. Comments of the author's and statements of the
template language are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..diagnostics import Source
from ..report import Entry, Metadata, Report, SourceText
from ..review import Sentence
from ..sentences import sentences

METADATA = {
    "title": "标题",
    "name": "名称",
    "addressees": "主送机关",
    "attachments": "附件",
    "closing": "结语",
    "note": "附注",
    "compare_title": "对比表标题",
    "compare_origin": "对比表来源",
}
"""Metadata that are text, by English key; 年度, dates and numbers are set anew when a year begins."""

EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_NO_TEXT = re.compile(r"<!--.*?-->|\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]*(?<!\{)\{[^{}]*\})?[ \t]*#*")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(.*\)")
_RULE = re.compile(r"[\s|:\-]*-[\s|:\-]*")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]")


def sentences_of(report: Report) -> tuple[Sentence, ...]:
    """Cut a report into sentences, in the order of its files: metadata, text, attachments, figures."""
    found: list[Sentence] = [*_metadata(report.metadata, "")]
    for name, metadata in report.editions.items():
        found += _metadata(metadata, name)
    for text in (report.text, *report.passages.values()):
        found += text_sentences(text)
    for attachment in report.attachments:
        title = Sentence(attachment.title, attachment.source, "标题")
        found += [title, *text_sentences(attachment.text)]
    for figure in report.figures.figures.values():
        if figure.form and "{" not in figure.form:
            found.append(Sentence(f"{figure.name}：{figure.form}", figure.source, "写法"))
    return tuple(each for each in found if each.text)


def text_sentences(text: SourceText) -> Iterator[Sentence]:
    """Cut one text into sentences."""
    lines = _NO_TEXT.sub(lambda gone: "\n" * gone[0].count("\n"), text.text).split("\n")
    numbers = [*text.lines, *[text.lines[-1]] * len(lines)]
    section = ""
    paragraph: list[tuple[str, int]] = []
    for at, line in enumerate(lines):
        words = line.strip()
        source = Source(text.file, numbers[at])
        heading = _HEADING.fullmatch(words)
        is_row = words.startswith("|") or ("|" in words and _is_in_table(lines, at))
        if not words or words.startswith(":::") or heading or is_row:
            yield from _paragraph(paragraph, text.file, section)
            paragraph = []
        if heading:
            section = heading[2]
            yield Sentence(heading[2], source, section)
        elif is_row and not _RULE.fullmatch(words):
            yield Sentence("　".join(cell.strip() for cell in words.strip("|").split("|")), source, section)
        elif words and not is_row and not words.startswith(":::"):
            picture = _PICTURE.fullmatch(words)
            paragraph.append((picture[1] if picture else words, numbers[at]))
    yield from _paragraph(paragraph, text.file, section)


def blanked(text: str) -> str:
    """Put a mark of one character each in place of every expression, so that offsets stay."""
    return EXPRESSION.sub(lambda found: FIGURE * len(found[0]), text)


FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what an expression prints."""


def _metadata(metadata: Metadata, edition: str) -> Iterator[Sentence]:
    for key, chinese in METADATA.items():
        if key in metadata:
            yield from _entry(metadata[key], f"{edition}·{chinese}" if edition else chinese)


def _entry(entry: Entry, section: str) -> Iterator[Sentence]:
    values: Iterable[object] = entry.value if isinstance(entry.value, tuple) else (entry.value,)
    for value in values:
        for line in str(value).split("\n"):
            if line.strip():
                yield Sentence(line.strip(), replace(entry.source, column=None), section)


def _paragraph(lines: list[tuple[str, int]], file: str, section: str) -> Iterator[Sentence]:
    """Join a paragraph's lines as the page does, and cut it into sentences."""
    text = ""
    starts: list[tuple[int, int]] = []  # offset and line
    for words, number in lines:
        is_spaced = bool(text) and bool(_ASCII_WORD.match(text[-1])) and bool(_ASCII_WORD.match(words[0]))
        text += " " if is_spaced else ""
        starts.append((len(text), number))
        text += words
    for span in sentences(blanked(text)):
        words = text[span.start : span.stop].strip()
        begin = span.start + len(text[span.start : span.stop]) - len(text[span.start : span.stop].lstrip())
        line = max(number for offset, number in starts if offset <= begin) if starts else 0
        if words:
            yield Sentence(words, Source(file, line), section)


def _is_in_table(lines: list[str], at: int) -> bool:
    """Tell whether a line with strokes belongs to a pipe table: a rule stands in the same block."""
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(lines) and "|" in lines[other]:
            if _RULE.fullmatch(lines[other].strip()):
                return True
            other += step
    return False
