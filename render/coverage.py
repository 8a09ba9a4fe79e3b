"""Coverage: which characters which face draws.

Counted against 通用规范汉字表 (State Council, 2013), the 8105 characters that names and texts in
official use may be written with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from . import resources
from .blocks import Chart, Colophon, Composed, Masthead, Paragraph, Run, Signature, Table
from .diagnostics import Source
from .fonts import Face, FontBook, shaper
from .template import Template


@dataclass(frozen=True, slots=True)
class Fallback:
    """A character of a report that the face of its role lacks, and where it first stands."""

    char: str
    role: str
    face: Face  # what draws it instead
    source: Source
    count: int  # how often the report uses it in this role


@cache
def standard_characters() -> frozenset[str]:
    """Give the 8105 characters of 通用规范汉字表."""
    listed = (resources.folder("fonts") / "8105.txt").read_text(encoding="utf-8")
    return frozenset(listed) - {"\n", "\r"}


def covered(faces: Iterable[Face]) -> int:
    """Count the standard's characters that at least one of the faces has."""
    wanted = {ord(char) for char in standard_characters()}
    total = len(wanted)
    for face in faces:
        font, _ = shaper(face.path, face.index)
        wanted -= set(font.face.unicodes)
    return total - len(wanted)


def version_of(face: Face) -> str:
    """Read a face's version from its name table (OpenType, name ID 5), without the word Version."""
    font, _ = shaper(face.path, face.index)
    stated = str(font.face.get_name(5) or "").split(";")[0].strip()
    return stated.removeprefix("Version").strip()


def fallbacks(settled: Composed, book: FontBook) -> list[Fallback]:
    """List the characters of a report that another face draws, in reading order.

    Args:
        settled: The report's blocks; characters that no face has are not among the results, since
            layout refuses them.
        book: The faces it is drawn with.
    """
    found: dict[tuple[str, str], tuple[Source, int]] = {}
    for role, run in _runs(settled):
        measure = book.measure(role)
        for char in run.text:
            measure[char]  # looks the character up and notes who draws it
            if char in measure.fallbacks:
                source, count = found.get((role, char), (run.source, 0))
                found[role, char] = source, count + 1
    return [
        Fallback(char, role, book.face(book.measure(role).fallbacks[char]), source, count)
        for (role, char), (source, count) in found.items()
    ]


def _runs(settled: Composed) -> Iterator[tuple[str, Run]]:
    """Yield every run with the face role that draws it."""
    template = settled.template
    for block in settled.blocks:
        if isinstance(block, Paragraph | Masthead | Signature | Colophon):
            for paragraph in (block,) if isinstance(block, Paragraph) else block.paragraphs:
                for run in paragraph.runs:
                    yield _role(template, paragraph.style, run), run
        elif isinstance(block, Table):
            table = template.tables[block.style]
            for style, rows in ((table.head, block.head), (table.body, block.rows)):
                for cell in (cell for row in rows for cell in row):
                    for run in cell.runs:
                        yield _role(template, style, run), run
        elif isinstance(block, Chart):
            words = (block.unit, *block.categories, *(one.name for one in block.series))
            for word in words:
                yield template.styles["chart-text"].face, Run(word, block.source)


def _role(template: Template, style: str, run: Run) -> str:
    """Find the face role of a run: its own style's, else its paragraph's."""
    name = run.style or ""
    if name in template.styles:  # a run-in heading
        return template.styles[name].face
    own = template.characters[name].face if name in template.characters else ""
    return own or template.styles[style].face
