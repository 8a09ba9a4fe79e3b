"""Faces: those a state's pages are drawn with, written down, and found again on this machine or not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .. import fonts, pipeline
from ..diagnostics import Diagnostic
from .record import DrawnFace, Record


def families_of(book: fonts.FontBook) -> tuple[str, ...]:
    """Name the official family of each role; empty for the vendored face."""
    chosen = (book.choices[role].face for role in fonts.OFFICIAL)
    return tuple(face.family if face.origin == "official" else "" for face in chosen)


def drawn_with(result: pipeline.Result) -> tuple[DrawnFace, ...]:
    """Write down the faces that a build's pages are drawn with."""
    if result.laid_out is None:
        return ()
    choices = result.laid_out.book.choices
    role_of = {choice.face.name: role for role, choice in reversed(list(choices.items()))}
    return tuple(
        DrawnFace(
            role=role_of.get(name, ""),
            name=name,
            family=face.family,
            origin=face.origin,
            file=face.path.name,
            index=face.index,
            sha256=_digest(face.path),
        )
        for name, face in sorted(result.faces.items())
    )


def lacking(record: Record) -> list[Diagnostic]:
    """List the faces of a state that this machine does not have, or has in another version.

    A vendored face that is another now is no obstacle: it came with the program, and the build will tell.
    """
    return [
        Diagnostic(code, values={"family": face.family, "file": face.file, "digest": face.sha256[:16]})
        for face, code in _differing(record)
        if face.origin == "official"
    ]


def changed(record: Record) -> tuple[str, ...]:
    """Name the faces of a state that are missing here, or other ones."""
    return tuple(face.family for face, _ in _differing(record))


def _differing(record: Record) -> Iterator[tuple[DrawnFace, str]]:
    vendored = {face.name: face.path for face in fonts.vendored_faces().values()}
    for face in record.faces:
        if face.origin == "official":
            installed = fonts.installed_faces().get(face.family)
            path = None if installed is None or installed.refusal else installed.path
        else:
            path = vendored.get(face.name)
        if path is None:
            yield face, "freeze.face_missing"
        elif _digest(path) != face.sha256:
            yield face, "freeze.face_other"


def _digest(path: Path) -> str:
    size = path.stat()
    return _content_digest(path, size.st_size, size.st_mtime_ns)


@lru_cache(maxsize=32)
def _content_digest(path: Path, _size: int, _changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
