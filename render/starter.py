"""Starter: a report folder to begin with.

The text and the figures are copied from `samples/starter`; they are made up and say so. Nothing that
is there already is touched.
"""

from __future__ import annotations

import re
from pathlib import Path

from . import resources
from .diagnostics import Diagnostic, Source
from .outputs import Output, write_all

_TARGET = re.compile(r"(?m)^排版目标: .*$")


def usual_target(platform: str) -> str:
    """Name the layout target most people on a platform print from.

    Args:
        platform: As `sys.platform` says it.
    """
    return "word" if platform in ("win32", "darwin") else "portable"


def write_starter(folder: Path, target: str) -> tuple[list[Output], list[Diagnostic]]:
    """Write a small report into a new folder.

    Args:
        folder: Made when it does not exist; hidden files in it do no harm.
        target: Layout target written into the report.

    Returns:
        The files with their paths, or none and why: something else is there.
    """
    source = Source(str(folder))
    if folder.exists() and not folder.is_dir():
        return [], [Diagnostic("init.not_a_folder", source)]
    if folder.is_dir() and (there := sorted(p.name for p in folder.iterdir() if not p.name.startswith("."))):
        return [], [Diagnostic("init.not_empty", source, {"name": there[0]})]
    outputs = [
        Output(path.suffix.removeprefix("."), path.name, _for_target(path, target))
        for path in sorted((resources.folder("samples") / "starter").iterdir())
    ]
    return write_all(outputs, folder)


def _for_target(path: Path, target: str) -> bytes:
    if path.suffix != ".md":
        return path.read_bytes()
    return _TARGET.sub(f"排版目标: {target}", path.read_text(encoding="utf-8")).encode()
