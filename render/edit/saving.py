"""Saving: changed files put in place of an author's own, all of them or none, and the old ones kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..diagnostics import Diagnostic, Source
from ..outputs import Output, open_elsewhere, write_folder

KEPT = "备份"
"""Folder of a report that keeps what was replaced, in one folder for each time."""


def save(
    folder: Path, contents: Mapping[str, bytes], occasion: str
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """Replace files of a report folder.

    Args:
        folder: The report folder.
        contents: New contents by path in the folder, with `/`; the files are there already.
        occasion: What the copies are kept for, the first part of their folder's name.

    Returns:
        The folder that the old files were copied to before anything was replaced, or None and what
        went wrong; then every file is as it was.
    """
    places = {name: (folder / name).resolve() for name in contents}
    found = [
        Diagnostic("edit.open", Source(name), {"name": name})
        for name, path in places.items()
        if open_elsewhere(path)
    ]
    if found:
        return None, tuple(found)
    old: dict[str, bytes] = {}
    for name, path in places.items():
        try:
            old[name] = path.read_bytes()
        except OSError as err:
            values = {"reason": err.strerror or str(err)}
            return None, (Diagnostic("folder.unreadable", Source(name), values),)
    kept = _next_folder(folder / KEPT, occasion)
    _, failed = write_folder([Output(Path(n).suffix[1:], n, data) for n, data in old.items()], kept)
    if failed:
        return None, tuple(failed)
    replaced: list[str] = []
    waiting: dict[str, Path] = {}
    name = ""
    try:
        for name, data in contents.items():
            waiting[name] = _beside(places[name], data)
        for name, temporary in waiting.items():
            os.replace(temporary, places[name])  # noqa: PTH105 (named for what it promises)
            replaced.append(name)
    except OSError as err:
        for each in replaced:
            places[each].write_bytes(old[each])
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
        with suppress(OSError):
            kept.parent.rmdir()
        return None, (_explain(err, name),)
    return kept, ()


def _next_folder(folder: Path, occasion: str) -> Path:
    """Name a folder that is not there yet, by the occasion and a number."""
    number = 1
    while (path := folder / f"{occasion}-{number}").exists():
        number += 1
    return path


def _beside(path: Path, data: bytes) -> Path:
    """Write a file beside its place, with the rights of the one it replaces."""
    temporary = path.with_name(f".gongwen-{os.getpid()}-{path.name}"[:200])
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, temporary)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def _explain(err: OSError, name: str) -> Diagnostic:
    if isinstance(err, PermissionError):
        return Diagnostic("edit.open", Source(name), {"name": name})
    return Diagnostic("output.not_writable", Source(name), {"reason": err.strerror or str(err)})
