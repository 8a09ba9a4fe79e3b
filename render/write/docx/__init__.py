"""DOCX: settled blocks become a word-processing document (ISO/IEC 29500, transitional).

Word breaks its own lines, so nothing is placed here: named styles carry the layout, the body names
them, and the few decisions that needed pages (title breaks, indents of a signature, widths of a
table) come settled from layout. Lengths are points; twips and other units appear only in what is
written.

`base` prepares the parts that do not depend on the report, `body` writes the text, `table` and
`picture` the blocks inside it, `source` what the file carries, `package` puts the parts into one file.
"""

from __future__ import annotations

from ...blocks import Composed, Properties
from ...target import Target
from .base import base_of
from .body import document_body
from .package import Part, digest_of, digest_state, make_part, zipped
from .parts import core_properties, custom_properties, document_opening, relation
from .source import Carried, carried_by, content_types, source_parts, source_relation

__all__ = ["Carried", "carried_by", "digest_state", "write_docx"]


def write_docx(
    settled: Composed,
    target: Target,
    properties: Properties,
    *,
    plain: bool = False,
    source: bytes | None = None,
) -> bytes:
    """Write a document that LibreOffice, Word and WPS lay out as the target says.

    Args:
        settled: Blocks as layout returns them: tables with widths, pictures with sizes.
        target: The program whose line breaks the file is written for.
        properties: What the file says about itself.
        plain: Leave out every mark of ours: the bookmarks and the character style that tell where a
            figure is printed, and the digest.
        source: The report's own files as one archive, carried in a part of its own.

    Returns:
        The file. The same arguments give the same bytes.

    Raises:
        ValueError: A table or picture is not settled, or `properties.created` has no time zone,
            or a plain document is to carry a source.
    """
    if plain and source is not None:
        raise ValueError("a plain document carries no source")
    base = base_of(settled.template, target, plain)
    body, images = document_body(settled, target, plain=plain)
    relations = "".join(relation(image.relation, "image", image.name) for image in images)
    if source is not None:
        relations += source_relation()
    parts = [
        *base.parts,
        make_part("docProps/core.xml", core_properties(properties).encode()),
        make_part("word/document.xml", "".join((document_opening(), body, base.closing)).encode()),
        make_part("word/_rels/document.xml.rels", f"{base.relations}{relations}</Relationships>".encode()),
        *(Part.stored(f"word/{image.name}", image.data) for image in images),
    ]
    if source is not None:
        parts = [content_types(part) for part in parts] + source_parts(source)
    if not plain:
        parts.append(make_part("docProps/custom.xml", custom_properties(digest_of(parts), source).encode()))
    return zipped(parts)
