"""Sections: a report's text kept as nested YAML or JSON, flattened to Markdown.

A text is one Markdown string, or a list of paragraphs and sections. A section has a heading (标题),
its own text (正文) and sections below it (小节), four levels deep as GB/T 9704-2012, 7.3.3 numbers them.
Every line of the Markdown keeps the author's line.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..report import Attachment, SourceText
from .nodes import Mapping, Node, Scalar, Sequence

LEVELS = 4
HEADING_KEYS = ("标题", "heading")
ROOT_TEXT_KEYS = ("正文", "text")
TEXT_KEYS = (*ROOT_TEXT_KEYS, "内容")
SECTION_KEYS = ("小节", "sections")
ATTACHMENT_KEYS = ("附件", "attachments")
TITLE_KEYS = ("标题", "title")


def read_sections(node: Node, file: str, found: list[Diagnostic]) -> SourceText:
    """Flatten a text to Markdown."""
    writer = _Writer(file, found)
    writer.add(node, level=1)
    return writer.text()


def read_inline_attachments(node: Sequence, file: str, found: list[Diagnostic]) -> tuple[Attachment, ...]:
    """Read attachments written in the report itself, each with 标题 and 正文."""
    attachments = []
    for item in node.items:
        if not isinstance(item, Mapping):
            found.append(Diagnostic("text.shape", Source(file, item.line)))
            continue
        parts = _parts(item, {"title": TITLE_KEYS, "text": TEXT_KEYS}, file, found)
        title = parts.get("title", Scalar("", item.line))
        if not isinstance(title, Scalar) or not title.text.strip():
            found.append(Diagnostic("text.no_heading", Source(file, title.line)))
            continue
        text = read_sections(parts.get("text", Scalar("", item.line)), file, found)
        attachments.append(Attachment(title.text.strip(), text, Source(file, title.line)))
    return tuple(attachments)


class _Writer:
    """Markdown lines and where each comes from."""

    def __init__(self, file: str, found: list[Diagnostic]) -> None:
        self.file, self.found = file, found
        self.lines: list[str] = []
        self.numbers: list[int] = []

    def text(self) -> SourceText:
        return SourceText("\n".join(self.lines), self.file, tuple(self.numbers) or (1,))

    def add(self, node: Node, level: int) -> None:
        match node:
            case Scalar():
                self._paragraph(node.text, node.lines())
            case Sequence(items):
                for item in items:
                    if isinstance(item, Sequence):
                        self.found.append(Diagnostic("text.shape", Source(self.file, item.line)))
                    elif isinstance(item, Mapping):
                        self._section(item, level)
                    else:
                        self.add(item, level)
            case Mapping():
                self._section(node, level)

    def _section(self, section: Mapping, level: int) -> None:
        known = {"heading": HEADING_KEYS, "text": TEXT_KEYS, "sections": SECTION_KEYS}
        parts = _parts(section, known, self.file, self.found)
        heading = parts.get("heading", Scalar("", section.line))
        if level > LEVELS:
            self.found.append(Diagnostic("text.too_deep", Source(self.file, section.line)))
        elif not isinstance(heading, Scalar) or not heading.text.strip():
            self.found.append(Diagnostic("text.no_heading", Source(self.file, heading.line)))
        else:
            words = " ".join(heading.text.split("\n")).strip()
            self._paragraph("#" * level + " " + words, (heading.line,))
        for part in ("text", "sections"):
            if part in parts:
                self.add(parts[part], level + 1)

    def _paragraph(self, text: str, numbers: tuple[int, ...]) -> None:
        if not text.strip():
            return
        if self.lines:  # a blank line keeps Markdown blocks apart
            self.lines.append("")
            self.numbers.append(numbers[0])
        self.lines += text.split("\n")
        self.numbers += numbers


def _parts(
    mapping: Mapping, known: dict[str, tuple[str, ...]], file: str, found: list[Diagnostic]
) -> dict[str, Node]:
    """Sort a mapping's values by what their keys mean, reporting unknown and repeated keys."""
    meanings = {name: part for part, names in known.items() for name in names}
    parts: dict[str, Node] = {}
    written: dict[str, str] = {}
    for key, value in mapping.pairs:
        part = meanings.get(key.text)
        source = Source(file, key.line)
        if part is None:
            near = nearest(key.text, meanings)
            found.append(Diagnostic("metadata.unknown_key", source, {"key": key.text, "near": near}))
        elif part in parts:
            values = {"key": key.text, "other": written[part]}
            found.append(Diagnostic("metadata.twice", source, values))
        else:
            parts[part], written[part] = value, key.text
    return parts
