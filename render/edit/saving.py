"""Saving: changed files put in place of an author's own, all of them or none, and the old ones kept.

Several files cannot be replaced in one step. So before the first one is, a note in the folder of copies says
which files go where; after the last one it goes. A run that is killed between leaves the note, and `finish`
does what is left of it: all files are then the new ones, or all the old ones.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from ..diagnostics import Diagnostic, Source
from ..outputs import Output, open_elsewhere, write_folder

KEPT = "备份"
"""Folder of a report that keeps what was replaced, in one folder for each time."""

NOTE = ".未完成.json"
"""File in it that names the files a run was about to replace."""


def save(
    folder: Path, contents: Mapping[str, bytes], occasion: str, added: Collection[str] = ()
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """Replace files of a report folder.

    Args:
        folder: The report folder.
        contents: New contents by path in the folder, with `/`.
        occasion: What the copies are kept for, the first part of their folder's name.
        added: Files that need not be there yet.

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
    if done := finish(folder):  # what was read before is not what there is now
        return None, (*done, Diagnostic("edit.again"))
    old: dict[str, bytes] = {}
    for name, path in places.items():
        try:
            if name not in added or path.exists():
                old[name] = path.read_bytes()
        except OSError as err:
            values = {"reason": err.strerror or str(err)}
            return None, (Diagnostic("folder.unreadable", Source(name), values),)
    kept = _next_folder(folder / KEPT, occasion)
    _, failed = write_folder([Output(Path(n).suffix[1:], n, data) for n, data in old.items()], kept)
    if failed:
        return None, tuple(failed)
    note = folder / KEPT / NOTE
    replaced: list[str] = []
    waiting: dict[str, Path] = {}
    name = ""
    try:
        for name, data in contents.items():
            places[name].parent.mkdir(parents=True, exist_ok=True)
            waiting[name] = _beside(places[name], data)
        if len(waiting) > 1:
            _write_note(note, {name: (places[name], old.get(name), waiting[name]) for name in waiting})
        for name, temporary in waiting.items():
            os.replace(temporary, places[name])  # noqa: PTH105 (named for what it promises)
            replaced.append(name)
        note.unlink(missing_ok=True)
    except OSError as err:
        for each in replaced:
            if each in old:
                places[each].write_bytes(old[each])
            else:
                places[each].unlink(missing_ok=True)
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        note.unlink(missing_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
        with suppress(OSError):
            kept.parent.rmdir()
        return None, (_explain(err, name),)
    return kept, ()


def finish(folder: Path) -> tuple[Diagnostic, ...]:
    """Finish what a killed run began: put the files in place that it had not come to.

    Where one of them was changed since, nothing more is replaced, and what was is put back as far as it
    is still as that run left it.

    Returns:
        What was done; empty where nothing was left to do.
    """
    note = folder / KEPT / NOTE
    try:
        begun = json.loads(note.read_text(encoding="utf-8"))
        files = [(each["name"], Path(each["place"]), each["old"], Path(each["new"])) for each in begun]
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError):
        note.unlink(missing_ok=True)
        return ()
    left = [each for each in files if each[3].exists()]
    is_untouched = all(_digest(place) == old for _, place, old, _ in left)
    names = tuple(name for name, *_ in files)
    try:
        for _, place, _, temporary in left:
            if is_untouched:
                os.replace(temporary, place)  # noqa: PTH105
            else:
                temporary.unlink(missing_ok=True)
        note.unlink()
    except OSError as err:
        return (_explain(err, names[0]),)
    code = "edit.finished" if is_untouched else "edit.changed_since"
    return (Diagnostic(code, Source(), {"names": names}),)


def _write_note(note: Path, files: Mapping[str, tuple[Path, bytes | None, Path]]) -> None:
    """Write down which file goes where, whole or not at all."""
    begun = [
        {
            "name": name,
            "place": str(place),
            "old": None if old is None else hashlib.sha256(old).hexdigest(),
            "new": str(temporary),
        }
        for name, (place, old, temporary) in files.items()
    ]
    note.parent.mkdir(exist_ok=True)
    os.replace(_beside(note, json.dumps(begun, ensure_ascii=False).encode()), note)  # noqa: PTH105


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


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
        if path.exists():
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
