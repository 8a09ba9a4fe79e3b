"""Inputs: everything a build depends on, summed up in one digest.

Equal digests mean equal files, so a job whose digest stands in the journal need not run again. The text
and figures count by their bytes, the template by what it says, faces by where they lie and when they
were changed, our own program by its version.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import __version__, fonts, layout_file
from ..carry import kept_files
from ..diagnostics import Faults
from ..freeze import STATES
from ..pipeline import Job

_NOT_INPUT = ("report", "out", "templates", "office", "force")


def digest_of(job: Job, folders: dict[Path, str] | None = None) -> str:
    """Sum up a job's inputs; a folder that cannot be read has a digest too, and its build will say why.

    Args:
        job: The job.
        folders: Digests of report folders that this run has looked at, and will not look at again.
    """
    folders = {} if folders is None else folders
    if job.report not in folders:
        folders[job.report] = files_digest(job.report)
    settings = {f.name: getattr(job, f.name) for f in fields(job) if f.name not in _NOT_INPUT}
    said = {
        "version": __version__,
        "files": folders[job.report],
        "template": _template_digest(job),
        "faces": _faces_digest(job.faces),
        "settings": settings,
        "office": job.office,
    }
    text = json.dumps(_plain(said), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def files_digest(report: Path) -> str:
    """Sum up the files an author keeps in a report folder."""
    try:
        stamps = tuple((name, path.stat().st_size, path.stat().st_mtime_ns) for path, name in _files(report))
    except OSError:
        return "unreadable"
    return _contents_digest(report, stamps)


def contents_of(report: Path) -> dict[str, bytes]:
    """Read the files an author keeps, by their path in the folder.

    Raises:
        OSError: one of them cannot be read.
    """
    return {name: path.read_bytes() for path, name in _files(report)}


def _files(report: Path) -> Iterator[tuple[Path, str]]:
    folder = report if report.is_dir() else report.parent
    files = kept_files(folder, report if report.is_file() else None, _pictures(folder))
    return iter(sorted(files, key=lambda file: file[1]))


def _pictures(folder: Path) -> list[str]:
    """List the picture files below a folder, wherever the text may find them.

    What was built and what was frozen is no input.
    """
    suffixes = (".png", ".jpg", ".jpeg")
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes and path.relative_to(folder).parts[0] not in ("out", STATES)
    ]


@lru_cache(maxsize=256)  # one text for many offices is summed up once
def _contents_digest(report: Path, _stamps: tuple[tuple[str, int, int], ...]) -> str:
    total = hashlib.sha256()
    for name, content in contents_of(report).items():
        total.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()


def _template_digest(job: Job) -> str:
    """Sum up the template a job names; what the report chooses itself may be any of those at hand."""
    if job.template is None:
        return _templates_digest((), job.templates)
    folder = job.report if job.report.is_dir() else job.report.parent
    return _templates_digest((job.template,), (*job.templates, folder))


@lru_cache(maxsize=64)
def _templates_digest(names: tuple[str, ...], folders: tuple[Path, ...]) -> str:
    total = hashlib.sha256()
    for name in names or layout_file.available(folders):
        try:
            template = layout_file.load(name, folders)
        except Faults:
            continue  # the build will say so
        total.update("\0".join((name, *template.lineage, template.document)).encode())
    return total.hexdigest()


@lru_cache(maxsize=4)
def _faces_digest(policy: str) -> str:
    book = fonts.font_book(policy)
    paths = sorted({choice.face.path for choice in book.choices.values()})
    stamps = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    return hashlib.sha256(json.dumps(stamps).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Turn a value into what JSON can say."""
    if value is None or isinstance(value, (str, int)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(each) for name, each in asdict(value).items()}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, (Decimal, Path, date, datetime)):
        return str(value)
    return value
