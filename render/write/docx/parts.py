"""The parts beside the text: settings, faces, page numbers, the section, and what the file says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC

from ...blocks import Properties
from ...fonts import LATIN, LATIN_FAMILIES
from ...target import BASELINE, Target
from ...template import Template
from ...units import to_twips
from .package import DIGEST_NAME, SOURCE_NAME, TEXT_NAME
from .styles import FOLIO_LEADING, normal_style, style_id
from .text import attribute, escaped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_DASH_CENTRE = 0.38
"""Em above the baseline: the middle of the dash in 宋体, whose em box stands from −0.12 to 0.88."""

_HEADER_DISTANCE = 42.55  # 1.5 cm, Word's own; there is no header

_FACES: dict[str, tuple[str, str]] = {
    "仿宋_GB2312": ("仿宋", "modern"),
    "楷体_GB2312": ("楷体", "modern"),
    "仿宋": ("FangSong", "modern"),
    "楷体": ("KaiTi", "modern"),
    "黑体": ("SimHei", "modern"),
    "宋体": ("SimSun", "auto"),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "script"),
    "Times New Roman": ("", "roman"),
}
"""What Word's font table says of the official faces: the name to try next, and the kind."""


def settings_part(target: Target) -> str:
    """Write `word/settings.xml`."""
    office = "http://schemas.microsoft.com/office/word"
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{office}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    places = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    accents = {name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hyperlink")}
    names = {**places, **accents, "followedHyperlink": "followedHyperlink"}
    colors = " ".join(f'w:{name}="{color}"' for name, color in names.items())
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{attribute(target.no_end)}"/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val="{attribute(target.no_start)}"/>'
        f"<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>{compatibility}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        f"<w:clrSchemeMapping {colors}/>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_part(template: Template) -> str:
    """Write `word/fontTable.xml`: what to use where a face is not installed."""
    fonts = []
    for family in dict.fromkeys(template.faces.values()):
        alternative, kind = _FACES.get(family, ("", "auto"))
        charset = "00" if family in LATIN_FAMILIES else "86"
        other = f'<w:altName w:val="{alternative}"/>' if alternative else ""
        fonts.append(
            f'<w:font w:name="{attribute(family)}">{other}<w:charset w:val="{charset}"/>'
            f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/></w:font>'
        )
    return f'<w:fonts xmlns:w="{W}">{"".join(fonts)}</w:fonts>'


def theme_fonts(template: Template) -> str:
    """Write the theme's fonts, which charts and text boxes added in Word take: the text's own."""
    own = template.faces[normal_style(template).face]
    family, latin = attribute(own), attribute(template.faces.get(LATIN, own))
    slots = f'<a:latin typeface="{latin}"/><a:ea typeface="{family}"/><a:cs typeface=""/>'
    return (
        f'<a:fontScheme xmlns:a="{_DRAWING}/main" name="gongwen">'
        f"<a:majorFont>{slots}</a:majorFont><a:minorFont>{slots}</a:minorFont></a:fontScheme>"
    )


def folio_paragraph(template: Template, *, odd: bool, spacing: str = "") -> str:
    """Write the printed page number: outside, so at the right of an odd page (GB/T 9704-2012, 7.5).

    Args:
        template: The form.
        odd: The side it is for.
        spacing: `w:spacing` of its own, where the foot is taller than the number.
    """
    folio = template.folio
    side = "right" if odd else "left"
    indent = to_twips(folio.indent * template.styles[folio.style].size)
    before, _, after = folio.pattern.partition("{page}")
    return (
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{attribute(style_id(template, folio.style))}"/>{spacing}'
        f'<w:ind w:{side}Chars="{folio.indent * 100:.0f}" w:{side}="{indent}"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escaped(before)}</w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        f'<w:r><w:t xml:space="preserve">{escaped(after)}</w:t></w:r></w:p>'
    )


def folio_line(size: float) -> float:
    """Say how far the dashes of a page number of some size stand above the foot of its line."""
    return (1 - BASELINE) * (size + FOLIO_LEADING) + _DASH_CENTRE * size


def page_measures(template: Template) -> dict[str, int]:
    """Give what `w:pgSz`, `w:pgMar` and `w:docGrid` say, in twips.

    The page number stands the same distance from the sheet's edge in both geometries: the standard
    measures it from the nominal type area.
    """
    geometry = template.geometries[template.docx_geometry]
    nominal = template.geometries["nominal"]
    foot = folio_line(template.styles[template.folio.style].size)
    bottom, footer = geometry.bottom, nominal.bottom - template.folio.below - foot
    if template.masthead.form == "letter" and template.upright is None:
        bottom, footer = geometry.bottom - geometry.pitch, _letter_footer(template)
    lengths = {
        "width": template.width, "height": template.height,
        "top": geometry.top, "bottom": bottom, "left": geometry.left, "right": geometry.right,
        "header": _HEADER_DISTANCE, "footer": footer,
        "pitch": geometry.pitch,
    }  # fmt: skip
    return {name: to_twips(length) for name, length in lengths.items()}


def _letter_footer(template: Template) -> float:
    """Give the distance of a letter's page feet: the lower double rule of its first page lies on it."""
    look = template.masthead
    return look.foot - (look.rule + look.between + look.thin) / 2


def letter_spacing(template: Template) -> str:
    """Write the space around the page number of a letter's further pages.

    The text of a letter's first page goes a row further down, to the lower double rule (10.1). On the
    others their page foot takes that row, being taller, and keeps the number where it is elsewhere.
    """
    geometry, nominal = template.geometries[template.docx_geometry], template.geometries["nominal"]
    size = template.styles[template.folio.style].size
    below = nominal.bottom - template.folio.below - folio_line(size) - _letter_footer(template)
    above = geometry.bottom - _letter_footer(template) - below - size - FOLIO_LEADING
    return (
        f'<w:spacing w:before="{to_twips(above)}" w:after="{to_twips(below)}"'
        f' w:line="{to_twips(size + FOLIO_LEADING)}" w:lineRule="exact"/>'
    )


def document_opening() -> str:
    """Begin `word/document.xml`."""
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{_DRAWING}/main"'
        f' xmlns:pic="{_DRAWING}/picture" xmlns:wp="{_DRAWING}/wordprocessingDrawing"><w:body>'
    )


def relation(identity: str, kind: str, target: str) -> str:
    """Write one relationship of the document."""
    return f'<Relationship Id="{identity}" Type="{R}/{kind}" Target="{target}"/>'


def application_part() -> str:
    """Write `docProps/app.xml`."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{kind}"><Application>gongwen</Application></Properties>'


def core_properties(properties: Properties) -> str:
    """Write `docProps/core.xml`.

    Raises:
        ValueError: The date has no time zone, and would mean another moment on another machine.
    """
    if properties.created.tzinfo is None:
        raise ValueError(f"created has no time zone: {properties.created.isoformat()}")
    created = properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    metadata = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    author = escaped(properties.author)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{metadata}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(properties.title)}</dc:title><dc:subject>{escaped(properties.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:keywords>{escaped(properties.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified>'
        f"<dc:language>{escaped(properties.language)}</dc:language></cp:coreProperties>"
    )


def custom_properties(
    digest: str, text: str, source: bytes | None = None, marks: Mapping[str, str] | None = None
) -> str:
    """Write `docProps/custom.xml`: the digests of all other parts, of the text, and of a carried source.

    `marks` are further properties, by name.
    """
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    digests = {DIGEST_NAME: digest, TEXT_NAME: text, **(marks or {})}
    if source is not None:
        digests[SOURCE_NAME] = hashlib.sha256(source).hexdigest()
    return (
        f'{DECLARATION}<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">'
        # ISO/IEC 29500-1, 22.3.2.1: the format every custom property has, and ids from the first free one.
        + "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
            f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(digests.items(), start=2)
        )
        + "</Properties>"
    )
