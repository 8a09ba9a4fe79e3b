"""Letterhead: the mark and the double rules of a letter, in the head and the foot of its first page.

They are paper, not text: a first page that differs has them, as printed letter paper would, and the text
below flows as it likes (GB/T 9704-2012, 10.1).
"""

from __future__ import annotations

import re

from ...blocks import Masthead
from ...target import BASELINE
from ...template import MastheadStyle, Template
from ...units import to_twips
from .lines import Heights, line_paragraph, run_look
from .package import Part, make_part
from .paragraph import Writer
from .parts import DECLARATION, W, relation
from .sections import FOOT_KIND
from .text import attribute

_HEAD, _FOOT = "letterHead", "letterFoot"
_HEAD_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_LEADING = 1.2  # of the mark's own line, in em
_FINE = 14  # twips; the least a line of exact height may be
RULE = "rule"
"""The paragraph style that a rule is the border of."""


def letter_elements(block: Masthead, writer: Writer) -> str:
    """Write what of a letter's masthead stands in the text: 份号 and what follows it, 发文字号 at the right.

    Raises:
        ValueError: Layout has not settled it.
    """
    if not block.rows or block.rule is None:
        raise ValueError("a letterhead without settled rows")
    template = writer.template
    pitch = template.geometries[template.docx_geometry].pitch
    heights = Heights(pitch, to_twips(block.rule + _height(template.masthead)))
    foot = to_twips(block.rows * pitch)
    pieces = []
    last = len(block.number_lines) - 1
    for n, line in enumerate(block.number_lines):
        # The first line makes up for the space above it: at the head of a page some programs drop that.
        leading = (line.baseline - heights.reached / 20) / BASELINE if n == 0 else pitch
        pieces.append(line_paragraph(line, heights, leading, writer, down_to=foot if n == last else None))
    if not pieces:
        pieces.append(heights.blank(foot, writer))
    return "".join(pieces)


def letter_section(section: str, block: Masthead, template: Template) -> str:
    """Give a section the head and foot of a letter's first page."""
    references = (
        f'<w:headerReference w:type="first" r:id="{_HEAD}"/>'
        f'<w:footerReference w:type="first" r:id="{_FOOT}"/>'
    )
    (mark,) = block.mark_lines
    top = template.geometries[template.docx_geometry].top
    distance = to_twips(top + mark.baseline - BASELINE * _LEADING * mark.size)
    section = section.replace("<w:sectPr>", f"<w:sectPr>{references}", 1)
    section = re.sub(r'w:header="\d+"', f'w:header="{distance}"', section)
    # No grid: LibreOffice counts its lines from below the head, and the page would lose its last row.
    return re.sub(r"<w:docGrid[^>]*/>", "<w:titlePg/>", section)


def letter_parts(block: Masthead, writer: Writer) -> list[Part]:
    """Write the head and the foot of a letter's first page."""
    (mark,) = block.mark_lines
    assert block.rule is not None
    leading = _LEADING * mark.size
    below = to_twips(block.rule) - to_twips(mark.baseline + (1 - BASELINE) * leading)
    style = writer.style_id(mark.style)
    head = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:spacing w:line="{to_twips(leading)}" w:lineRule="exact"/></w:pPr>'
        f"{'' if block.is_preprinted else writer.runs(mark.pieces[0].runs, mark.style, run_look(mark))}</w:p>"
        f"{_rule(writer, max(_FINE, below), thin_first=False, drawn=not block.is_preprinted)}"
    )
    foot = _rule(writer, _FINE, thin_first=True, drawn=not block.is_preprinted)
    names = {_HEAD: ("hdr", head), _FOOT: ("ftr", foot)}
    return [
        make_part(f"word/{name}.xml", f'{DECLARATION}<w:{tag} xmlns:w="{W}">{xml}</w:{tag}>'.encode())
        for name, (tag, xml) in names.items()
    ]


def letter_relations() -> str:
    """Write the relationships from the text to both."""
    return relation(_HEAD, "header", f"{_HEAD}.xml") + relation(_FOOT, "footer", f"{_FOOT}.xml")


def letter_types() -> str:
    """Write what the list of content types says of them."""
    return (
        f'<Override PartName="/word/{_HEAD}.xml" ContentType="{_HEAD_KIND}"/>'
        f'<Override PartName="/word/{_FOOT}.xml" ContentType="{FOOT_KIND}"/>'
    )


def _rule(writer: Writer, line: int, *, thin_first: bool, drawn: bool) -> str:
    """Write a double rule: the lower border of an empty paragraph, wider than the text; or its room."""
    template = writer.template
    look = template.masthead
    beyond = to_twips((look.rule_width - template.measure) / 2)
    if not drawn:
        line += to_twips(_height(look))
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id(RULE)}"/>'
            f'<w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr></w:p>'
        )
    kind = "thinThickSmallGap" if thin_first else "thickThinSmallGap"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id(RULE)}"/><w:pBdr><w:bottom w:val="{kind}"'
        f' w:sz="{round(look.rule * 8)}" w:space="0" w:color="{attribute(look.rule_color)}"/></w:pBdr>'
        f'<w:spacing w:line="{line}" w:lineRule="exact"/>'
        f'<w:ind w:left="{-beyond}" w:right="{-beyond}"/></w:pPr></w:p>'
    )


def _height(look: MastheadStyle) -> float:
    return look.rule + look.between + look.thin
