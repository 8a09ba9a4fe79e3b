"""DOCX: settled blocks become a word-processing document (ISO/IEC 29500, transitional).

Word breaks its own lines, so nothing is placed here: named styles carry the layout, the body names
them, and the few decisions that needed pages (title breaks, indents of a signature, widths of a
table) come settled from layout. Lengths are points; twips and other units appear only in what is
written.

`assembly` puts the document together: `base` prepares the parts that do not depend on the report, `body`
writes the text, `table` and `drawings` (`picture`, `chart`) the blocks inside it, `sections` where sheets
are turned, `source` what the file carries; `package` puts the parts into one file. `revision` writes the
same document with what differs from another as tracked changes.
"""

from __future__ import annotations

from ...blocks import Composed, Properties
from ...target import Target
from .assembly import Assembly
from .package import digest_state
from .source import Carried, carried_by, text_digest

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
    assembly = Assembly(settled, target, properties, plain=plain)
    return assembly.packed(assembly.body(), source=source)
