"""The base package: every part that does not depend on the report, prepared with python-docx.

python-docx brings the package and its relationships; its default look (theme faces, Japanese as the
East Asian language, effects of an old Word) is taken out, and the template's styles go in. Loading
it costs 70 ms, so the prepared parts are kept in the process and in the cache folder, under a digest
of everything that went into them. A cache that cannot be read or written only costs time.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ... import resources
from ...noun import Noun
from ...target import Target
from ...template import Template
from .package import Part, make_part
from .parts import (
    application_part,
    folio_paragraph,
    font_table_part,
    letter_spacing,
    page_measures,
    settings_part,
    theme_fonts,
)
from .styles import styles_part

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_PREPARATION = 3
"""Raise it with a change in `_prepare`, or in how parts are deflated, that its recipe does not show."""

_BAGGAGE = ("stylesWithEffects", "customXml", "numbering", "webSettings")
"""Relationships of python-docx's default document that a report has no use for."""

_SECTION, _RELATIONS = ".section", ".relations"
"""Names under which the two texts of a base are kept beside its parts."""


class Base(Noun, frozen=True):
    """What all documents of one template and target share."""

    parts: tuple[Part, ...]
    section: str  # `w:sectPr` of sheets set upright
    relations: str  # word/_rels/document.xml.rels without its last tag


def base_of(template: Template, target: Target, plain: bool) -> Base:
    """Give the base package of a template: from the process, the cache folder, or python-docx."""
    return _base_of(_Same(template), target, plain)


class _Same:
    """A template as a key: the object itself, since its mappings have no hash."""

    __slots__ = ("template",)

    def __init__(self, template: Template) -> None:
        self.template = template

    def __hash__(self) -> int:
        return id(self.template)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.template is self.template


@lru_cache(maxsize=32)
def _base_of(key: _Same, target: Target, plain: bool) -> Base:
    recipe = _recipe(key.template, target, plain)
    digest = hashlib.sha256(repr((_PREPARATION, _docx_version(), recipe)).encode()).hexdigest()
    try:
        path = resources.cache_folder() / "docx" / f"{digest[:32]}.base"
    except RuntimeError:  # no home folder, as in a bare container
        return _prepare(recipe)
    if (base := _load(path)) is None:
        base = _prepare(recipe)
        _store(path, base)
    return base


class _Recipe(NamedTuple):
    """All that goes into a base package."""

    styles: str
    settings: str
    faces: str
    theme_fonts: str
    application: str
    folio_odd: str
    folio_even: str
    measures: dict[str, int]
    has_digest: bool


def _recipe(template: Template, target: Target, plain: bool) -> _Recipe:
    spacing = letter_spacing(template) if template.masthead.form == "letter" else ""
    return _Recipe(
        styles=styles_part(template, target, plain=plain),
        settings=settings_part(target),
        faces=font_table_part(template),
        theme_fonts=theme_fonts(template),
        application=application_part(),
        folio_odd=folio_paragraph(template, odd=True, spacing=spacing),
        folio_even=folio_paragraph(template, odd=False, spacing=spacing),
        measures=page_measures(template),
        has_digest=not plain,
    )


@cache
def _docx_version() -> str:
    """Read the installed version off the folder pip leaves; `importlib.metadata` costs 30 ms."""
    from importlib.util import find_spec

    spec = find_spec("docx")
    if spec is None or spec.origin is None:
        return ""
    return " ".join(
        sorted(path.name for path in Path(spec.origin).parents[1].glob("python_docx-*.dist-info"))
    )


def _prepare(recipe: _Recipe) -> Base:
    """Turn python-docx's default document into an empty report."""
    from io import BytesIO
    from zipfile import ZipFile

    import docx

    document = docx.Document()
    _unload(document)
    _refill(document.styles.element, recipe.styles)
    _refill(document.settings.element, recipe.settings)
    _set_up_page(document, recipe)
    _set_other_parts(document, recipe)
    buffer = BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as package:
        contents = {name: package.read(name) for name in package.namelist()}
    main = contents.pop("word/document.xml").decode()
    relations = contents.pop("word/_rels/document.xml.rels").decode()
    contents.pop("docProps/core.xml")  # written anew with every document, as is the digest
    contents.pop("docProps/custom.xml", None)
    kinds = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in ("jpeg", "png"))
    types = contents["[Content_Types].xml"].decode()
    contents["[Content_Types].xml"] = types.replace("<Default ", f"{kinds}<Default ", 1).encode()
    return Base(
        tuple(make_part(name, content) for name, content in sorted(contents.items())),
        section=main[main.index("<w:sectPr") : main.index("</w:body>")].strip(),
        relations=relations.removesuffix("</Relationships>"),
    )


def _unload(document: Document) -> None:
    """Take the default document's baggage out; a part without a relationship is not saved."""
    for holder in (document.part, document.part.package):
        for identity, rel in list(holder.rels.items()):
            if rel.reltype.rsplit("/", 1)[1] in (*_BAGGAGE, "thumbnail"):
                del holder.rels[identity]


def _refill(element: BaseOxmlElement, xml: str) -> None:
    """Put the children of another element in place of an element's own."""
    from docx.oxml import parse_xml
    from lxml import etree

    element.clear()
    element.extend(list(parse_xml(xml)))
    etree.cleanup_namespaces(element)


def _set_up_page(document: Document, recipe: _Recipe) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Twips

    section = document.sections[0]
    measures = {name: Twips(length) for name, length in recipe.measures.items()}
    section.page_width, section.page_height = measures["width"], measures["height"]
    section.top_margin, section.bottom_margin = measures["top"], measures["bottom"]
    section.left_margin, section.right_margin = measures["left"], measures["right"]
    section.header_distance, section.footer_distance = measures["header"], measures["footer"]
    properties = section._sectPr  # python-docx has no public way to the document grid
    for name in list(properties.attrib):
        del properties.attrib[name]  # revision marks of whoever made the default document
    for name in ("w:cols", "w:docGrid"):
        for element in properties.findall(qn(name)):
            properties.remove(element)
    # No charSpace: LibreOffice lays a character grid out with two cells for each character.
    grid = OxmlElement("w:docGrid", {qn("w:type"): "lines", qn("w:linePitch"): str(recipe.measures["pitch"])})
    properties.append(grid)
    for footer, xml in ((section.footer, recipe.folio_odd), (section.even_page_footer, recipe.folio_even)):
        footer.is_linked_to_previous = False
        _refill(footer._element, f'<w:ftr xmlns:w="{properties.nsmap["w"]}">{xml}</w:ftr>')


def _set_other_parts(document: Document, recipe: _Recipe) -> None:
    """Set the parts that python-docx keeps as bytes, and add the one that will hold the digest."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part as DocxPart
    from lxml import etree

    package = document.part.package
    font_table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    application = package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    font_table._blob = f"{declaration}{recipe.faces}".encode()
    application._blob = recipe.application.encode()
    theme = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = etree.fromstring(theme.blob)
    fonts = next(tree.iter("{*}fontScheme"))
    fonts[:] = list(etree.fromstring(recipe.theme_fonts))
    theme._blob = etree.tostring(tree, encoding="UTF-8", standalone=True)
    if recipe.has_digest:
        name = PackURI("/docProps/custom.xml")
        part = DocxPart(name, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"", package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _load(path: Path) -> Base | None:
    """Read a base from the cache folder; None when it is not there or not whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, content = data[:32], data[32:]
    if hashlib.sha256(content).digest() != digest:
        return None
    head, _, packed = content.partition(b"\n\n")
    texts: dict[str, str] = {}
    parts: list[Part] = []
    start = 0
    for line in head.decode().split("\n"):
        name, size, crc, sha, length = line.split(" ")
        stop = start + int(length)
        if name in (_SECTION, _RELATIONS):
            texts[name] = packed[start:stop].decode()
        else:
            parts.append(Part(name, int(size), int(crc), sha, packed[start:stop]))
        start = stop
    return Base(tuple(parts), texts[_SECTION], texts[_RELATIONS])


def _store(path: Path, base: Base) -> None:
    """Keep a base in the cache folder, whole or not at all."""
    texts = ((_SECTION, base.section), (_RELATIONS, base.relations))
    entries = [*base.parts, *(Part.stored(name, text.encode()) for name, text in texts)]
    head = "\n".join(f"{e.name} {e.size} {e.crc} {e.digest} {len(e.packed)}" for e in entries)
    content = b"".join((head.encode(), b"\n\n", *(entry.packed for entry in entries)))
    temporary = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(hashlib.sha256(content).digest() + content)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
