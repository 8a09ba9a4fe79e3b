"""Paragraphs: runs with their character styles, literal numbers, and figures between bookmarks.

A figure's run stands between the two ends of a bookmark with a hidden name (it begins with `_`), so
that reading back can find it; the name tells which figure, and which time it is printed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...blocks import Paragraph, Run
from ...fonts import LATIN
from ...noun import replace
from ...scripts import astray, in_latin_face
from ...target import Target
from ...template import Template
from .styles import FIGURE, faces, indents, run_style_id, style_id
from .text import attribute, run_content

_NAME_LENGTH = 40  # the longest bookmark name Word takes


class Writer:
    """What one document's paragraphs share: its styles, and the bookmarks used so far."""

    def __init__(self, template: Template, target: Target, plain: bool) -> None:
        self.template = template
        self.target = target
        self.plain = plain
        self._style_ids = {name: attribute(style_id(template, name)) for name in template.styles}
        headings = (name for name, style in template.styles.items() if style.outline_level)
        self._run_style_ids = {
            name: attribute(run_style_id(template, name)) for name in (*headings, *template.characters)
        }
        self._bookmarks = 0
        self._names: set[str] = set()
        self._times: dict[str, int] = {}

    @property
    def bookmarks(self) -> int:
        """How many bookmarks there are so far; their ids count from 1."""
        return self._bookmarks

    def style_id(self, name: str) -> str:
        """Give the id of a paragraph style, ready for an attribute."""
        return self._style_ids[name]

    def paragraph(self, paragraph: Paragraph, section: str = "") -> str:
        """Write a paragraph of the text; the last of a section holds its properties."""
        properties = f'<w:pStyle w:val="{self._style_ids[paragraph.style]}"/>{self._overrides(paragraph)}'
        runs = self.runs(_heads_named(_broken(paragraph)), paragraph.style)
        if paragraph.anchor:
            runs = self._bookmarked(runs, _anchor_name(paragraph.anchor))
        return f"<w:p><w:pPr>{properties}{section}</w:pPr>{runs}</w:p>"

    def runs(self, runs: Sequence[Run], paragraph_style: str, more: str = "") -> str:
        """Write the runs of a paragraph or a cell; `more` is how all of them differ from their style."""
        pieces: list[str] = []
        kept = iter(self._kept(runs, paragraph_style)) if LATIN in self.template.faces else None
        for run in runs:
            style = run.style or (FIGURE if run.figure is not None and not self.plain else None)
            named = f'<w:rStyle w:val="{self._run_style_ids[style]}"/>' if style else ""
            piece = "".join(
                f"<w:r>{f'<w:rPr>{named}{face}{more}</w:rPr>' if named or face or more else ''}"
                f"{run_content(text)}</w:r>"
                for text, face in (next(kept) if kept else ((run.text, ""),))
            )
            if run.figure is not None and not self.plain:
                piece = self._bookmarked(piece, self._figure_name(run.figure))
            pieces.append(piece)
        return "".join(pieces)

    def _kept(self, runs: Sequence[Run], style: str) -> Iterator[list[tuple[str, str]]]:
        """Cut each run where a program might take the other face, and name the right one there."""
        strays = astray("".join(run.text for run in runs))
        offset = 0
        for run in runs:
            stop = offset + len(run.text)
            cuts = {offset, stop, *(at for stray in strays for at in stray if offset < at < stop)}
            pieces = []
            for start, end in pairwise(sorted(cuts)):
                text = run.text[start - offset : end - offset]
                is_stray = any(first <= start < last for first, last in strays)
                pieces.append((text, self._face_of(text, run, style) if is_stray else ""))
            yield pieces or [("", "")]
            offset = stop

    def _face_of(self, text: str, run: Run, style: str) -> str:
        if in_latin_face(text[0]):
            family = self.template.faces[LATIN]
        else:
            part = self.template.characters.get(run.style or "")
            named = self.template.styles.get(run.style or "") or self.template.styles[style]
            family = self.template.faces[(part and part.face) or named.face]
        return faces(family, family)

    def _overrides(self, paragraph: Paragraph) -> str:
        """Write what a paragraph settles differently from its style, in the order of the schema."""
        pieces = []
        if paragraph.keep_with_next is not None:
            pieces.append(f'<w:keepNext w:val="{paragraph.keep_with_next:d}"/>')
        if paragraph.sheet_start:
            pieces.append("<w:pageBreakBefore/>")
        if paragraph.keep_two_lines:
            pieces.append("<w:widowControl/>")
        settled = (paragraph.indent_left, paragraph.indent_right, paragraph.first_line)
        if any(indent is not None for indent in settled):
            style = self.template.styles[paragraph.style]
            own = (style.indent_left, style.indent_right, style.first_line)
            left, right, first = (
                inherited if indent is None else indent
                for indent, inherited in zip(settled, own, strict=True)
            )
            pieces.append(indents(self.template, self.target, left, right, first))
        return "".join(pieces)

    def _bookmarked(self, content: str, name: str) -> str:
        number = self._bookmarks = self._bookmarks + 1
        if name.lower() in self._names:  # Word tells bookmarks apart without regard to case
            suffix = f"_{number}"
            name = name[: _NAME_LENGTH - len(suffix)] + suffix
        self._names.add(name.lower())
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def _figure_name(self, key: str) -> str:
        time = self._times[key] = self._times.get(key, 0) + 1
        return figure_bookmark(key, time)


def figure_bookmark(key: str, time: int) -> str:
    """Name the bookmark around a figure, printed for the given time (from 1).

    The name holds a digest of the key, since a key may be longer than a bookmark's name and hold marks
    that one may not.
    """
    return f"_gw_{hashlib.sha256(key.encode()).hexdigest()[:16]}_{time}"


def _anchor_name(anchor: str) -> str:
    """Turn an author's id into a bookmark's name: letters, digits and `_`, no digit in front."""
    name = re.sub(r"\W", "_", anchor)
    return (name if name[:1].isalpha() else f"a{name}")[:_NAME_LENGTH]


def _broken(paragraph: Paragraph) -> Paragraph:
    """Put a line feed at every settled break."""
    if not paragraph.breaks:
        return paragraph
    runs: list[Run] = []
    offset = 0
    for run in paragraph.runs:
        text = run.text
        for at in sorted(paragraph.breaks, reverse=True):
            if offset < at <= offset + len(run.text):
                text = f"{text[: at - offset]}\n{text[at - offset :]}"
        runs.append(replace(run, text=text))
        offset += len(run.text)
    return replace(paragraph, runs=tuple(runs))


def _heads_named(paragraph: Paragraph) -> Sequence[Run]:
    """Give a run-in heading's runs the character style of their level."""
    if not paragraph.head_runs:
        return paragraph.runs
    style = f"heading-{paragraph.head_tag.removeprefix('H')}"
    head = (replace(run, style=run.style or style) for run in paragraph.runs[: paragraph.head_runs])
    return (*head, *paragraph.runs[paragraph.head_runs :])
