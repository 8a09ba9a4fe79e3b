"""Freeze: a report's state under a name, fixed inside the folder, and built again to the same bytes.

    留底/送审稿/
      留底记录.json    what it is: year, settings, faces, versions, and the digest of every file below
      报告/            text, figures, attachments, pictures, marks of the review: a report folder
      版式/            the template it was set with, everything it inherits included
      成品/            the DOCX and the PDF that came of it

The state is made by building what is kept in it, so that what is kept is known to suffice. Whatever
happens to the folder, to templates or to the faces of the machine later has no part in it. Faces are not
kept: the vendored ones belong to the program, the others to whoever licensed them; the record has their
digests.
"""

from __future__ import annotations

from pathlib import Path

STATES = "留底"
"""Folder of a report that keeps its frozen states, one folder each."""


def has_states(report: Path) -> bool:
    """Tell whether a report, the folder or the text in it, may have frozen states, by one look."""
    return (folder_of(report) / STATES).is_dir()


def folder_of(report: Path) -> Path:
    """Name the report folder of a report."""
    return report.parent if report.is_file() else report
