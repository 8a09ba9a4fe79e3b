"""Styles: the roles of a template as named Word styles.

Every style states all that decides where lines and pages break, and inherits none of it, so that a
paragraph copied into another document keeps its place in the grid. Headings, the title and the page
number take Word's built-in styles, which the navigation pane and tables of contents look for; all
others are ours, with the template's Chinese titles. Children come in the order of the schema
(ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28): Word refuses a file that is out of order.
"""

from __future__ import annotations

from ...fonts import LATIN
from ...noun import replace
from ...target import Target
from ...template import CharacterStyle, Style, TableStyle, Template
from ...units import to_twips
from .text import attribute

FIGURE = "figure"
"""The character style that marks a figure for reading back."""

TEXT = "text"
"""The style of running text: what is typed after a heading, and the look of Word's Normal."""

FOLIO_LEADING = 2.0
"""Added to the size of the page number: a footer line of a whole row would cost the page one of its own."""

FINE_LINE = '<w:snapToGrid w:val="0"/><w:spacing w:line="10" w:lineRule="exact"/>'
"""Of a paragraph half a point high: Word merges tables that touch, and wants a paragraph after the last."""

_BUILT_IN = {
    "title": ("Title", "Title"),
    "heading-1": ("Heading1", "heading 1"),
    "heading-2": ("Heading2", "heading 2"),
    "heading-3": ("Heading3", "heading 3"),
    "heading-4": ("Heading4", "heading 4"),
    "folio": ("Footer", "footer"),
}
_ALIGN = {"justify": "both", "left": "left", "center": "center", "right": "right"}
_ROOT = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EIGHTHS_PER_PT = 8  # ISO/IEC 29500-1, 17.18.2: unit of a border's width


def style_id(template: Template, name: str) -> str:
    """Give the id of a paragraph style."""
    return _BUILT_IN[name][0] if name in _BUILT_IN and name in template.styles else _own_id(name)


def run_style_id(template: Template, name: str) -> str:
    """Give the id of the character style a run names: one of the template's, or a run-in heading's."""
    if name in template.characters:
        return _own_id(name) + ("Char" if name in template.styles else "")
    return style_id(template, name) + "Char"


def table_style_id(name: str) -> str:
    """Give the id of a table style."""
    return _own_id(name) + "Grid"


def _own_id(name: str) -> str:
    return "gongwen" + "".join(word[:1].upper() + word[1:] for word in name.split("-"))


def normal_style(template: Template) -> Style:
    """Give the look of Word's Normal: running text without its indent."""
    style = template.styles.get(TEXT) or next(iter(template.styles.values()))
    return replace(style, first_line=0.0, keep_with_next=False, outline_level=0)


def styles_part(template: Template, target: Target, *, plain: bool) -> str:
    """Write `word/styles.xml`."""
    normal = normal_style(template)
    characters = [c for c in template.characters.values() if not (plain and c.name == FIGURE)]
    order = {name: number for number, name in enumerate(template.styles, start=1)}
    return "".join(
        (
            f'<w:styles xmlns:w="{_ROOT}">',
            f"<w:docDefaults><w:rPrDefault>{_characters(template, normal, tracking=0.0)}</w:rPrDefault>",
            "<w:pPrDefault/></w:docDefaults>",
            # Hide what Word would list beside ours.
            '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
            ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>',
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">',
            '<w:name w:val="Normal"/><w:qFormat/>',
            paragraph_properties(template, target, normal),
            _characters(template, normal),
            "</w:style>",
            _DEFAULTS,
            *(
                _paragraph_style(template, target, style, order[name])
                for name, style in template.styles.items()
            ),
            *(_linked_style(template, style) for style in template.styles.values() if style.outline_level),
            *(_character_style(template, style) for style in characters),
            *(_table_style(style) for style in template.tables.values()),
            "</w:styles>",
        )
    )


_DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _paragraph_style(template: Template, target: Target, style: Style, order: int) -> str:
    identity = style_id(template, style.name)
    follower = style_id(template, TEXT) if style.outline_level and TEXT in template.styles else identity
    link = f'<w:link w:val="{attribute(identity)}Char"/>' if style.outline_level else ""
    return (
        f"{_opening('paragraph', identity, style.name, style.title)}"
        f'<w:basedOn w:val="Normal"/><w:next w:val="{attribute(follower)}"/>{link}'
        f'<w:uiPriority w:val="{order}"/><w:qFormat/>'
        f"{paragraph_properties(template, target, style)}{_characters(template, style)}</w:style>"
    )


def _linked_style(template: Template, style: Style) -> str:
    """Write the character half of a heading style: a run-in heading shares its line with the text."""
    identity = attribute(style_id(template, style.name))
    title = attribute(f"{style.title} Char")
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identity}Char"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{identity}"/><w:uiPriority w:val="99"/>'
        f"{_characters(template, style)}</w:style>"
    )


def _character_style(template: Template, style: CharacterStyle) -> str:
    properties = (_faces(template, style.face) if style.face else "") + (_BOLD if style.bold else "")
    return (
        f"{_opening('character', run_style_id(template, style.name), '', style.title)}"
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="98"/><w:qFormat/>'
        f"{f'<w:rPr>{properties}</w:rPr>' if properties else ''}</w:style>"
    )


def _table_style(style: TableStyle) -> str:
    def rule(side: str, thickness: float) -> str:
        width = round(thickness * _EIGHTHS_PER_PT)
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="auto"/>'

    sides = style.rule_inner if style.sides else 0.0
    rules = {
        "top": style.rule_outer, "left": sides, "bottom": style.rule_outer, "right": sides,
        "insideH": style.rule_inner, "insideV": style.rule_inner if style.vertical else 0.0,
    }  # fmt: skip
    borders = "".join(rule(side, thickness) for side, thickness in rules.items() if thickness)
    padding = to_twips(style.padding)
    return (
        f"{_opening('table', table_style_id(style.name), '', style.title or style.name)}"
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="97"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
        f'<w:left w:w="{padding}" w:type="dxa"/><w:right w:w="{padding}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def _opening(kind: str, identity: str, name: str, title: str) -> str:
    """Begin a style; a built-in one keeps Word's name and shows ours beside it."""
    if name in _BUILT_IN and identity == _BUILT_IN[name][0]:
        names = f'<w:name w:val="{_BUILT_IN[name][1]}"/><w:aliases w:val="{attribute(title)}"/>'
        return f'<w:style w:type="{kind}" w:styleId="{identity}">{names}'
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{attribute(identity)}">'
        f'<w:name w:val="{attribute(title)}"/>'
    )


def paragraph_properties(template: Template, target: Target, style: Style) -> str:
    """Write the `w:pPr` of a style."""
    outline = f'<w:outlineLvl w:val="{style.outline_level - 1}"/>' if style.outline_level else ""
    line = to_twips(leading_of(template, style))
    return (
        f'<w:pPr><w:keepNext w:val="{style.keep_with_next:d}"/><w:keepLines w:val="0"/>'
        '<w:widowControl w:val="0"/><w:kinsoku w:val="1"/>'
        f'<w:overflowPunct w:val="{target.overflow_punct:d}"/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        f"{indents(template, target, style.indent_left, style.indent_right, style.first_line)}"
        f'<w:jc w:val="{_ALIGN[style.align]}"/>{outline}</w:pPr>'
    )


def leading_of(template: Template, style: Style) -> float:
    """Give the distance from line to line: the style's own, or one row of the grid written into the file."""
    if style.leading:
        return style.leading
    if style.name == template.folio.style:
        return style.size + FOLIO_LEADING
    return template.geometries[template.docx_geometry].pitch


def indents(template: Template, target: Target, left: float, right: float, first_line: float) -> str:
    """Write the `w:ind` of a paragraph whose indents are given in cells.

    Two cells before the first line are two characters, which is what the target was measured with. All
    else is in twips, of cells as layout counts them: Word would take hundredths of a character instead,
    and its character is narrower than a cell.
    """
    start, end, first = (to_twips(cells * template.cell) for cells in (left, right, first_line))
    sides = f'w:leftChars="0" w:left="{start}" w:rightChars="0" w:right="{end}"'
    if first_line == 2:
        return f'<w:ind {sides} w:firstLineChars="200" w:firstLine="{target.first_line_twips}"/>'
    which = f'w:hanging="{-first}"' if first < 0 else f'w:firstLine="{first}"'
    return f'<w:ind {sides} w:firstLineChars="0" {which}/>'


def alignment(align: str) -> str:
    """Write the `w:jc` of an alignment."""
    return f'<w:jc w:val="{_ALIGN[align]}"/>'


_BOLD = "<w:b/><w:bCs/>"


def faces(chinese: str, latin: str) -> str:
    """Write the `w:rFonts` of two families; a slot left out would fall back to a face of its own."""
    slots = {"ascii": latin, "hAnsi": latin, "eastAsia": chinese, "cs": latin}
    named = " ".join(f'w:{slot}="{attribute(family)}"' for slot, family in slots.items())
    return f'<w:rFonts w:hint="eastAsia" {named}/>'


def _faces(template: Template, role: str, *, plain: bool = False) -> str:
    """Name the family of a role, and the template's Latin one if it has any; `plain`: not that one."""
    family = template.faces[role]
    return faces(family, family if plain else template.faces.get(LATIN, family))


def _characters(template: Template, style: Style, *, tracking: float | None = None) -> str:
    """Write the `w:rPr` of a paragraph style."""
    half_points = round(style.size * 2)
    twips = to_twips(style.tracking if tracking is None else tracking)
    color = "" if style.color == "000000" else f'<w:color w:val="{style.color}"/>'
    return (
        f"<w:rPr>{_faces(template, style.face, plain=style.name == template.folio.style)}"
        f"{_BOLD if style.bold else ''}{color}"
        f'<w:spacing w:val="{twips}"/><w:kern w:val="0"/>'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    )
