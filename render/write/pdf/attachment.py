"""Attachment: the report's own files in the PDF, as an associated file (ISO 19005-3, 6.8).

PDF/A-3 lets a file carry any other, if the catalog names it twice: among the associated files, with what
it is to the document, and among the embedded files, where readers list attachments.
"""

from __future__ import annotations

from ...blocks import Properties
from .metadata import date_string
from .objects import File, array, name, text_string

SOURCE_NAME = "source.gongwen.zip"

_DESCRIPTION = "报告文件夹：正文、数据和附件；用gongwen restore还原"


def write_attachment(file: File, source: bytes, properties: Properties) -> tuple[str, str]:
    """Attach an archive; returns what the catalog says under `AF` and under `Names`."""
    stream = file.add_filtered(
        source,
        f"/Type /EmbeddedFile /Subtype {name('application/zip')}"
        f" /Params <</Size {len(source)} /ModDate {date_string(properties.created)}>>",
    )
    title = text_string(SOURCE_NAME)
    specification = file.add(
        f"<</Type /Filespec /F ({SOURCE_NAME}) /UF {title} /Desc {text_string(_DESCRIPTION)}"
        f" /AFRelationship /Source /EF <</F {stream} /UF {stream}>>>>"
    )
    names = file.add(f"<</EmbeddedFiles <</Names {array((title, specification))}>>>>")
    return array((specification,)), names
