"""docxtpl: text in, DOCX out, from a template made once with python-docx.

    python -m peers.docxtpl_docx TEMPLATE.docx TEXT.json OUT.docx

The template has one paragraph for each style inside a Jinja loop over the blocks. Warm opens it anew
for each report, as docxtpl asks.
"""

from __future__ import annotations

import sys
from io import BytesIO
from math import floor
from pathlib import Path

from docxtpl import DocxTemplate

from .text import FAMILIES, PITCH, SIZE, TITLE_SIZE, TRACKING, Text, load

_STYLES = {  # name: (face role, size, indent of the first line in characters, alignment)
    "title": ("小标宋", TITLE_SIZE, 0, "CENTER"),
    "heading-1": ("黑体", SIZE, 2, "JUSTIFY"),
    "heading-2": ("楷体", SIZE, 2, "JUSTIFY"),
    "heading-3": ("仿宋", SIZE, 2, "JUSTIFY"),
    "heading-4": ("仿宋", SIZE, 2, "JUSTIFY"),
    "text": ("仿宋", SIZE, 2, "JUSTIFY"),
    "issuer": ("仿宋", SIZE, 0, "RIGHT"),
    "date": ("仿宋", SIZE, 0, "RIGHT"),
}


class Docxtpl:
    """One template, filled again and again."""

    name = "docxtpl"

    def __init__(self, template: Path) -> None:
        if not template.exists():
            _make_template(template)
        self._template = template

    def make(self, text: Text) -> bytes:
        """Fill the template with one report; a paragraph's first face, then its last."""
        blocks = [
            {"style": style, "head": runs[0][1] if len(runs) > 1 else "", "rest": runs[-1][1]}
            for style, runs in text.blocks
        ]
        document = DocxTemplate(self._template)
        document.render({"title": text.title, "blocks": blocks}, autoescape=True)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


def _make_template(path: Path) -> None:
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, Twips

    def set_face(holder: object, role: str) -> None:
        fonts = holder._element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{slot}"), FAMILIES[role])

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    pitch = floor(PITCH * 20)  # twips; rounded up, a page would hold a row less
    grid = section._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(pitch))
    folio = section.footer.paragraphs[0]
    folio.alignment = WD_ALIGN_PARAGRAPH.CENTER
    folio.add_run("— ")
    folio._p.append(OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"}))
    folio.add_run(" —")
    for style, (role, size, indent, align) in _STYLES.items():
        look = document.styles.add_style(f"peer-{style}", WD_STYLE_TYPE.PARAGRAPH)
        set_face(look, role)
        look.font.size = Pt(size)
        tracking = OxmlElement("w:spacing", {qn("w:val"): str(floor(TRACKING * 20) if size == SIZE else 0)})
        look.element.rPr.find(qn("w:sz")).addprevious(tracking)
        look.paragraph_format.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
        look.paragraph_format.first_line_indent = Pt(indent * SIZE)
        look.paragraph_format.line_spacing = Twips(pitch)
        look.paragraph_format.space_before = look.paragraph_format.space_after = Pt(0)

    def add(words: str, style: str = "text") -> object:
        return document.add_paragraph(words, style=f"peer-{style}")

    add("{{ title }}", "title")
    add("")
    add("{%p for block in blocks %}")
    for style in _STYLES:
        if style != "title":
            add(f"{{%p if block.style == '{style}' %}}")
            paragraph = add("", style)
            set_face(paragraph.add_run("{{ block.head }}"), "楷体")
            paragraph.add_run("{{ block.rest }}")
            add("{%p endif %}")
    add("{%p endfor %}")
    document.save(path)


def main() -> None:
    template, source, target = map(Path, sys.argv[1:])
    target.write_bytes(Docxtpl(template).make(load(source)))


if __name__ == "__main__":
    main()
