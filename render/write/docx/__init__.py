"""DOCX: settled blocks become a word-processing document (ISO/IEC 29500, transitional).

Word breaks its own lines, so nothing is placed here: named styles carry the layout, the body names
them, and the few decisions that needed pages (title breaks, indents of a signature, widths of a
table) come settled from layout. Lengths are points; twips and other units appear only in what is
written.

`base` prepares the parts that do not depend on the report, `body` writes the text, `table` and
`drawings` (`picture`, `chart`) the blocks inside it, `sections` where sheets are turned, `source` what
the file carries; `package` puts the parts into one file.
"""

from __future__ import annotations

from ...blocks import Colophon, Composed, Masthead, Properties
from ...target import Target
from .base import base_of
from .body import document_body
from .drawings import Drawings
from .letterhead import letter_parts, letter_relations, letter_section, letter_types
from .package import digest_of, digest_state, make_part, with_types, zipped
from .paragraph import Writer
from .parts import core_properties, custom_properties, document_opening
from .sections import (
    bare_part,
    bare_relation,
    bare_type,
    landscape_parts,
    landscape_relations,
    landscape_types,
    sections_of,
)
from .source import Carried, carried_by, source_parts, source_relation, source_types, text_digest

__all__ = ["Carried", "carried_by", "digest_state", "text_digest", "write_docx"]


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
        settled: Blocks as layout returns them: tables with widths, pictures and charts with sizes.
        target: The program whose line breaks the file is written for.
        properties: What the file says about itself.
        plain: Leave out every mark of ours: the bookmarks and the character style that tell where a
            figure is printed, and the digest.
        source: The report's own files as one archive, carried in a part of its own.

    Returns:
        The file. The same arguments give the same bytes.

    Raises:
        ValueError: A table, picture or chart is not settled, or `properties.created` has no time zone,
            or a plain document is to carry a source.
    """
    if plain and source is not None:
        raise ValueError("a plain document carries no source")
    template = settled.template
    base = base_of(template, target, plain)
    sections = sections_of(template, base.section)
    drawings = Drawings(settled.images, template, properties.created)
    writer = Writer(template, target, plain)
    body = document_body(settled, writer, sections, drawings)
    head = next((block for block in settled.blocks if isinstance(block, Masthead)), None)
    is_letter = head is not None and template.masthead.form == "letter"
    if head is not None and is_letter:
        # The first section alone has the head of a letter.
        body = body.replace(sections.upright, letter_section(sections.upright, head, template), 1)
    relations, types = drawings.relations(), drawings.types()
    own = [
        make_part("docProps/core.xml", core_properties(properties).encode()),
        make_part("word/document.xml", f"{document_opening()}{body}</w:body></w:document>".encode()),
        *drawings.parts(),
    ]
    if any(block.landscape for block in settled.blocks):
        relations += landscape_relations()
        types += landscape_types()
        own += landscape_parts(template)
    if any(isinstance(block, Colophon) and block.skipped > 1 for block in settled.blocks):
        relations += bare_relation()
        types += bare_type()
        own.append(bare_part(template))
    if head is not None and is_letter:
        relations += letter_relations()
        types += letter_types()
        own += letter_parts(head, writer)
    if source is not None:
        relations += source_relation()
        types += source_types()
        own += source_parts(source)
    own.append(
        make_part("word/_rels/document.xml.rels", f"{base.relations}{relations}</Relationships>".encode())
    )
    parts = [*(with_types(part, types) for part in base.parts), *own]
    if not plain:
        ours = custom_properties(digest_of(parts), text_digest(settled), source)
        parts.append(make_part("docProps/custom.xml", ours.encode()))
    return zipped(parts)
