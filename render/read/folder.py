"""Report folders: which files a report is made of, and the report they make.

    fazhi-2020/
      report.md        or report.yaml, report.json
      figures.xlsx     or .csv, .tsv, .yaml, .json, .xls, .ods; may be absent
      附件/            attachments, one Markdown file each, in the order of their names

All files are read before anything is said, so one run shows what is wrong in every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from ..diagnostics import Diagnostic, Faults, Source, fault
from ..noun import Noun
from ..pattern import pattern
from ..report import Attachment, FigureTable, Report, SourceText
from .characters import read_text
from .figures import read_table
from .front_matter import split_front_matter
from .metadata import MetadataGroups, read_metadata
from .nodes import Mapping, Node, Scalar, Sequence
from .sections import ATTACHMENT_KEYS, ROOT_TEXT_KEYS, TITLE_KEYS, read_inline_attachments, read_sections
from .sheet import Sheet

REPORT_NAMES = ("report.md", "report.yaml", "report.yml", "report.json")
FIGURE_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv", ".yaml", ".yml", ".json", ".xls", ".ods")
ATTACHMENT_FOLDER = "附件"
LEFT_BY_WINDOWS = ("thumbs.db", "desktop.ini")
# Formats of other programs, and what to save them as; `import` makes a report of the documents.
FOREIGN_TEXTS = dict.fromkeys((".wps", ".doc", ".rtf", ".pages"), ".docx")
FOREIGN_BOOKS = dict.fromkeys((".et", ".ett", ".numbers", ".xlsb"), ".xlsx")
DOCUMENTS = (".docx", ".pdf", ".html", ".htm", ".txt")

_Result = TypeVar("_Result")
_HEADING = pattern(r"#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*")
_ORDER = pattern(r"^(?:附件)?[\s0-9０-９]*[\s._\-、．—：:]*")


class _Parts(Noun, frozen=True):
    """What one report file holds."""

    metadata: MetadataGroups
    text: SourceText
    attachments: tuple[Attachment, ...] = ()


def read_report(path: Path) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Read a report folder.

    Args:
        path: The folder, or the report file in it.

    Returns:
        The report and what was found on the way. Entries and cells that could not be read are left
        out of it, each with an error among the diagnostics.

    Raises:
        Faults: nothing sensible remains, because a file is missing, is there twice, or cannot be
            read or parsed; with everything found in all files.
    """
    found: list[Diagnostic] = []
    folder, files = _listing(path)
    parts = _attempt(found, lambda: _read_parts(_report_file(path, folder, files), found))
    figures = _attempt(found, lambda: _read_figures(files, found))
    attachments = _attempt(found, lambda: _read_attachments(folder, found))
    if parts is None or figures is None or attachments is None:
        raise Faults(found)
    report = Report(
        folder=folder,
        metadata=parts.metadata.common,
        by_year=parts.metadata.by_year,
        editions=parts.metadata.editions,
        text=parts.text,
        attachments=parts.attachments + attachments,
        figures=figures,
        relations=parts.metadata.relations,
        wording=parts.metadata.wording,
        waived=parts.metadata.waived,
        accepted=tuple(parts.metadata.accepted),
    )
    return report, tuple(found)


def _attempt(found: list[Diagnostic], step: Callable[[], _Result]) -> _Result | None:
    """Take a step; None when it raises, so that the other files are still looked at."""
    try:
        return step()
    except Faults as err:
        found.extend(err.diagnostics)
        return None


def _listing(path: Path) -> tuple[Path, list[Path]]:
    """Find the folder of a report and the files in it, by name."""
    folder = path if path.is_dir() else path.parent
    if not path.exists():
        raise fault("folder.missing", Source(str(path)))
    try:
        return folder, sorted(each for each in folder.iterdir() if each.is_file())
    except OSError as err:
        raise fault("folder.unreadable", Source(str(folder)), reason=err.strerror or str(err)) from err


def _report_file(path: Path, folder: Path, files: list[Path]) -> Path:
    """Choose the report file."""
    if path != folder:
        if path.suffix.lower() in (".md", ".yaml", ".yml", ".json"):
            return path
        raise _foreign([path], FOREIGN_TEXTS | FOREIGN_BOOKS) or fault("folder.no_report", Source(path.name))
    reports = [each for each in files if each.name.lower() in REPORT_NAMES]
    if len(reports) > 1:
        raise fault("folder.two_reports", Source(), names="、".join(each.name for each in reports))
    if not reports:
        named = [each for each in files if each.stem.lower() == "report"]
        raise _foreign(named, FOREIGN_TEXTS) or fault("folder.no_report", Source(folder.name))
    return reports[0]


def _foreign(files: Iterable[Path], formats: dict[str, str]) -> Faults | None:
    """Explain the first file that another program must save in another format."""
    for each in files:
        suffix = each.suffix.lower()
        if suffix in DOCUMENTS:
            return fault("folder.document", Source(each.name), suffix=suffix)
        if suffix in formats:
            return fault("folder.foreign", Source(each.name), suffix=suffix, wanted=formats[suffix])
    return None


def _read_parts(path: Path, found: list[Diagnostic]) -> _Parts | None:
    text = read_text(path, path.name, found)
    if text is None:
        return None
    if path.suffix.lower() == ".md":
        return _markdown_parts(text, path.name, found)
    return _node_parts(_parse(path, text, found), path.name, found)


def _parse(path: Path, text: str, found: list[Diagnostic]) -> Node:
    """Parse YAML or JSON."""
    if path.suffix.lower() == ".json":
        from .json_nodes import read_json

        return read_json(text, path.name, found)
    from .yaml_nodes import read_yaml

    return read_yaml(text, path.name, found)


def _markdown_parts(text: str, file: str, found: list[Diagnostic]) -> _Parts:
    entries, taken = split_front_matter(text, file, found)
    lines = text.rstrip("\n").split("\n")[taken:] or [""]
    source_text = SourceText("\n".join(lines), file, tuple(range(taken + 1, taken + 1 + len(lines))))
    return _Parts(read_metadata(entries, file, found), source_text)


def _node_parts(node: Node, file: str, found: list[Diagnostic]) -> _Parts:
    if not isinstance(node, Mapping):
        raise fault("text.no_keys", Source(file, node.line))
    texts = [(key, value) for key, value in node.pairs if key.text in ROOT_TEXT_KEYS]
    inline = [
        (key, value)
        for key, value in node.pairs
        if key.text in ATTACHMENT_KEYS
        and isinstance(value, Sequence)
        and any(isinstance(item, Mapping) for item in value.items)
    ]
    for again, first in [(pair[0], each[0][0]) for each in (texts, inline) for pair in each[1:]]:
        values = {"key": again.text, "other": first.text}
        found.append(Diagnostic("metadata.twice", Source(file, again.line), values))
    rest = tuple(pair for pair in node.pairs if pair not in texts and pair not in inline)
    body = texts[0][1] if texts else Scalar("", node.line)
    return _Parts(
        read_metadata(Mapping(rest, node.line), file, found, ROOT_TEXT_KEYS),
        read_sections(body, file, found),
        tuple(
            attachment
            for _, value in inline
            if isinstance(value, Sequence)
            for attachment in read_inline_attachments(value, file, found)
        ),
    )


def _read_figures(files: list[Path], found: list[Diagnostic]) -> FigureTable | None:
    named = [each for each in files if each.stem.lower() == "figures"]
    books = [each for each in named if each.suffix.lower() in FIGURE_SUFFIXES]
    if len(books) > 1:
        raise fault("folder.two_figures", Source(), names="、".join(each.name for each in books))
    if not books:
        if foreign := _foreign(named, FOREIGN_BOOKS):
            raise foreign
        return FigureTable({}, (), Source())
    sheet = _read_sheet(books[0], found)
    return None if sheet is None else read_table(sheet, found)


def _read_sheet(path: Path, found: list[Diagnostic]) -> Sheet | None:
    """Read the figures file with the reader of its format."""
    match path.suffix.lower():
        case ".csv" | ".tsv":
            from .delimited import read_delimited

            return read_delimited(path, path.name, found)
        case ".yaml" | ".yml" | ".json":
            from .listed import read_listed

            text = read_text(path, path.name, found)
            return None if text is None else read_listed(_parse(path, text, found), path.name, found)
        case _:
            from .workbook import read_workbook

            return read_workbook(path, path.name, found)


def _read_attachments(folder: Path, found: list[Diagnostic]) -> tuple[Attachment, ...] | None:
    """Read 附件/*.md in the natural order of their names; None when one cannot be read."""
    place = folder / ATTACHMENT_FOLDER
    try:
        files = [each for each in place.iterdir() if each.is_file()] if place.exists() else []
    except OSError as err:
        raise fault("folder.unreadable", Source(ATTACHMENT_FOLDER), reason=err.strerror or str(err)) from err
    attachments: list[Attachment | None] = []
    for path in sorted(files, key=_natural_order):
        file = f"{ATTACHMENT_FOLDER}/{path.name}"
        if path.name.startswith((".", "~$")) or path.name.lower() in LEFT_BY_WINDOWS:
            continue
        if path.suffix.lower() != ".md":
            found.append(Diagnostic("attachment.not_text", Source(file), {"name": path.name}))
            continue
        text = read_text(path, file, found)
        attachments.append(None if text is None else _attachment(path.stem, text, file, found))
    read = [each for each in attachments if each is not None]
    return tuple(read) if len(read) == len(attachments) else None


def _attachment(stem: str, text: str, file: str, found: list[Diagnostic]) -> Attachment:
    """Take the title off an attachment: its 标题, else its first line if a heading, else the file's name."""
    entries, taken = split_front_matter(text, file, found)
    given = _title(entries, file, found)
    lines = text.rstrip("\n").split("\n")[taken:] or [""]
    numbers = list(range(taken + 1, taken + 1 + len(lines)))
    at = next((at for at, line in enumerate(lines) if line.strip()), 0)
    heading = _HEADING.fullmatch(lines[at])
    title, line = (given.text, given.line) if given else (_ORDER.sub("", stem) or stem, numbers[at])
    if heading and (given is None or heading[1] == title):
        title = heading[1]
        lines = lines[:at] + lines[at + 1 :] or [""]
        numbers = numbers[:at] + numbers[at + 1 :] or [line]
    if not "".join(lines).strip():
        found.append(Diagnostic("attachment.empty", Source(file)))
    return Attachment(title, SourceText("\n".join(lines), file, tuple(numbers)), Source(file, line))


def _title(entries: Mapping, file: str, found: list[Diagnostic]) -> Scalar | None:
    """Take the title from an attachment's front matter, which may hold nothing else."""
    title: Scalar | None = None
    for key, value in entries.pairs:
        if key.text not in TITLE_KEYS:
            found.append(Diagnostic("attachment.key", Source(file, key.line), {"key": key.text}))
        elif not isinstance(value, Scalar):
            found.append(Diagnostic("text.shape", Source(file, value.line)))
        elif title is not None:
            values = {"key": key.text, "other": TITLE_KEYS[0]}
            found.append(Diagnostic("metadata.twice", Source(file, key.line), values))
        elif value.text.strip():
            title = Scalar(value.text.strip(), value.line)
    return title


def _natural_order(path: Path) -> list[tuple[int, str]]:
    """Sort 2 before 10: numbers by value, the rest by character."""
    parts = re.findall(r"[0-9]+|[^0-9]+", path.name)
    return [(int(part), "") if part.isdecimal() else (1 << 60, part) for part in parts]
