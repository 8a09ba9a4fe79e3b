"""Assembly: one document put together, its body first, then the parts that the body asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...blocks import Colophon, Composed, Masthead, Properties
from ...target import Target
from .base import base_of
from .body import document_body
from .drawings import Drawings
from .letterhead import letter_parts, letter_relations, letter_section, letter_types
from .package import changed_part, digest_of, make_part, with_types, zipped
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
from .source import source_parts, source_relation, source_types, text_digest


class Assembly:
    """A document on its way."""

    def __init__(self, settled: Composed, target: Target, properties: Properties, *, plain: bool) -> None:
        self.settled, self.target, self.plain = settled, target, plain
        self.base = base_of(settled.template, target, plain)
        self.drawings = Drawings(settled.images, settled.template, properties.created)
        self.writer = Writer(settled.template, target, plain)
        self._properties = properties
        self._head = next((block for block in settled.blocks if isinstance(block, Masthead)), None)

    @property
    def _letter(self) -> Masthead | None:
        """The head of a letter, which stands in the page head."""
        return self._head if self.settled.template.masthead.form == "letter" else None

    def body(self) -> str:
        """Write the text and its sections.

        Raises:
            ValueError: A table, picture or chart is not settled.
        """
        template = self.settled.template
        sections = sections_of(template, self.base.section)
        body = document_body(self.settled, self.writer, sections, self.drawings)
        if self._letter is not None:
            # The first section alone has the head of a letter.
            return body.replace(sections.upright, letter_section(sections.upright, self._letter, template), 1)
        return body

    def packed(
        self,
        body: str,
        *,
        source: bytes | None = None,
        changes: Mapping[str, Callable[[str], str]] | None = None,
        marks: Mapping[str, str] | None = None,
    ) -> bytes:
        """Put a body and all other parts into a file.

        Args:
            body: As `body` wrote it, or with changes marked in it.
            source: The report's own files as one archive.
            changes: What is written otherwise in parts of the base, by their names.
            marks: Further properties of ours, by name.
        """
        template = self.settled.template
        relations, types = self.drawings.relations(), self.drawings.types()
        own = [
            make_part("docProps/core.xml", core_properties(self._properties).encode()),
            make_part("word/document.xml", f"{document_opening()}{body}</w:body></w:document>".encode()),
            *self.drawings.parts(),
        ]
        if any(block.landscape for block in self.settled.blocks):
            relations += landscape_relations()
            types += landscape_types()
            own += landscape_parts(template)
        if any(isinstance(block, Colophon) and block.skipped > 1 for block in self.settled.blocks):
            relations += bare_relation()
            types += bare_type()
            own.append(bare_part(template))
        if self._letter is not None:
            relations += letter_relations()
            types += letter_types()
            own += letter_parts(self._letter, self.writer)
        if source is not None:
            relations += source_relation()
            types += source_types()
            own += source_parts(source)
        listed = f"{self.base.relations}{relations}</Relationships>"
        own.append(make_part("word/_rels/document.xml.rels", listed.encode()))
        parts = [*(with_types(part, types) for part in self.base.parts), *own]
        if changes:
            parts = [changed_part(p, changes[p.name]) if p.name in changes else p for p in parts]
        if not self.plain:
            ours = custom_properties(digest_of(parts), text_digest(self.settled), source, marks)
            parts.append(make_part("docProps/custom.xml", ours.encode()))
        return zipped(parts)
