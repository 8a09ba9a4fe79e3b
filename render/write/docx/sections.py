"""Sections: stretches of sheets set upright or landscape, and the page number on the latter.

A landscape section keeps the type area where it is on the paper. Its page number stands where it does on
every other sheet, read with the sheet held upright (GB/T 9704-2012, clause 8): at the left of the page
as one reads it, turned a quarter, in a text box that hangs in the section's own page foot.
"""

from __future__ import annotations

from ...noun import Noun
from ...pattern import pattern
from ...template import Template
from ...units import to_emu
from .package import Part, make_part
from .parts import DECLARATION, R, W, folio_line, folio_paragraph, page_measures, relation
from .styles import FOLIO_LEADING, style_id
from .text import attribute

_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
FOOT_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SIDES = {"default": "footerLandscapeOdd", "even": "footerLandscapeEven"}
"""Page feet by the side they are for, the odd one being what Word calls the default."""

_BARE = "footerBare"
_FOOT_REFERENCE = pattern(r'<w:footerReference w:type="(\w+)" r:id="\w+"/>')

_FOOT = 20  # twips; height of the line that the text box hangs in, and of the room for it below the page
_FIRST_ID = 900_001  # of drawings outside the text, out of the way of those in it


class Sections(Noun, frozen=True):
    """What a document says at the end of each stretch of sheets."""

    upright: str  # `w:sectPr` elements
    landscape: str
    bare: str  # upright, without page numbers

    def of(self, *, landscape: bool) -> str:
        """Give the properties of a section."""
        return self.landscape if landscape else self.upright


def sections_of(template: Template, upright: str) -> Sections:
    """Write the properties of both kinds of section; `upright` is that of the base package."""
    turned = page_measures(template.turned())
    feet = "".join(
        f'<w:footerReference w:type="{side}" r:id="{name}"/>' for side, name in sorted(_SIDES.items())
    )
    return Sections(
        upright,
        f"<w:sectPr>{feet}"
        f'<w:pgSz w:w="{turned["width"]}" w:h="{turned["height"]}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{turned["top"]}" w:right="{turned["right"]}" w:bottom="{turned["bottom"]}"'
        f' w:left="{turned["left"]}" w:header="{turned["header"]}" w:footer="{turned["header"]}"'
        f' w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{turned["pitch"]}"/></w:sectPr>',
        _FOOT_REFERENCE.sub(rf'<w:footerReference w:type="\1" r:id="{_BARE}"/>', upright),
    )


def landscape_parts(template: Template) -> list[Part]:
    """Write the page feet of landscape sections."""
    return [
        make_part(f"word/{name}.xml", f"{DECLARATION}{_foot(template, odd=side == 'default')}".encode())
        for side, name in _SIDES.items()
    ]


def landscape_relations() -> str:
    """Write the relationships from the text to those page feet."""
    return "".join(relation(name, "footer", f"{name}.xml") for name in _SIDES.values())


def landscape_types() -> str:
    """Write what the list of content types says of them."""
    return "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{FOOT_KIND}"/>' for name in _SIDES.values()
    )


def bare_part(template: Template) -> Part:
    """Write the page foot of pages without a number: an empty line of the number's style."""
    style = attribute(style_id(template, template.folio.style))
    foot = f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:ftr>'
    return make_part(f"word/{_BARE}.xml", f"{DECLARATION}{foot}".encode())


def bare_relation() -> str:
    """Write the relationship from the text to that page foot."""
    return relation(_BARE, "footer", f"{_BARE}.xml")


def bare_type() -> str:
    """Write what the list of content types says of it."""
    return f'<Override PartName="/word/{_BARE}.xml" ContentType="{FOOT_KIND}"/>'


def _foot(template: Template, *, odd: bool) -> str:
    """Write one page foot: a line of next to no height, and the text box.

    The box is as long as the type area is wide on an upright sheet, and as thick as the line of a page
    number; its left edge is that line's foot.
    """
    nominal = template.geometries["nominal"]
    size = template.styles[template.folio.style].size
    left, top = nominal.bottom - template.folio.below - folio_line(size), nominal.left
    thick = size + FOLIO_LEADING
    long = template.width - nominal.left - nominal.right
    number = _FIRST_ID + odd
    text = folio_paragraph(template, odd=odd)
    box = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{to_emu(left)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{to_emu(top)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{to_emu(thick)}" cy="{to_emu(long)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="{_title(odd=odd)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPES}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{to_emu(thick)}" cy="{to_emu(long)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr rot="0" vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"'
        ' anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
    )
    # What programs older than Word 2010 read.
    style = (
        f"position:absolute;margin-left:{left:.2f}pt;margin-top:{top:.2f}pt;width:{thick:.2f}pt;"
        f"height:{long:.2f}pt;z-index:1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    shape = (
        f'<v:shape id="folio{number}" type="#box{number}" style="{style}" filled="f" stroked="f">'
        '<v:textbox style="layout-flow:vertical" inset="0,0,0,0">'
        f"<w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape>"
    )
    kind = (
        f'<v:shapetype id="box{number}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
        '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
    )
    return (
        f'<w:ftr xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{_DRAWING}/main"'
        f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:wps="{_SHAPES}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<w:p><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{_FOOT}" w:lineRule="exact"/></w:pPr><w:r><mc:AlternateContent>'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{kind}{shape}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p></w:ftr>"
    )


def _title(*, odd: bool) -> str:
    return attribute("单页页码" if odd else "双页页码")
