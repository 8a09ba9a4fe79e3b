"""Recipients: a table of them (收件人.xlsx or .csv), one row each.

Columns are known by their heading: 邮箱 (needed) · 单位 · 姓名 · 称呼 · 抄送 · 密送 · 附件; any other column
is a field that subject and text may name.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..read import read_listing
from ..read.folder import FOREIGN_BOOKS
from .letter import Recipient
from .settings import ADDRESS_HEADINGS, field_of, make_recipient, part_of

NAMES = tuple(
    f"{stem}.{suffix}" for stem in ("收件人", "recipients") for suffix in ("xlsx", "csv", "xls", "ods", "tsv")
)
"""What a table may be called to be found without being named."""

_FILES = re.compile(r"[;；\n]+")


def table_in(folder: Path) -> Path | None:
    """Find the table of a report folder that bears one of the usual names."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def read_recipients(path: Path, named: Source, found: list[Diagnostic]) -> tuple[Recipient, ...]:
    """Read a table of recipients.

    Args:
        path: The table.
        named: Where it is named, for when it is not there.
        found: Receives what is wrong, row by row; a faulty row is left out.
    """
    if not path.is_file():
        raise fault("mail.no_table", named, name=path.name)
    try:
        suffix = path.suffix.lower()
        if suffix in FOREIGN_BOOKS:
            raise fault("folder.foreign", Source(path.name), suffix=suffix, wanted=FOREIGN_BOOKS[suffix])
        listing = read_listing(path, found, headings=ADDRESS_HEADINGS)
    except Faults as faults:
        found += (each for each in faults.diagnostics if each not in found)
        return ()
    recipients = []
    for row in listing.rows:
        if set(row.cells) <= {"序号"}:
            continue
        parts, places = {}, {}
        # A field stays a field where this row leaves it empty: the template may ask for it.
        fields = {field_of(heading): "" for heading in row.places if part_of(heading) is None}
        for heading, text in row.cells.items():
            part = part_of(heading)
            if part is None:
                fields[field_of(heading)] = text
            else:
                parts[part] = _FILES.split(text) if part == "attachments" else [text]
                places[part] = row.places[heading]
        recipient = make_recipient(parts, places, fields, row.source, found)
        if recipient is not None:
            recipients.append(recipient)
    return tuple(recipients)
