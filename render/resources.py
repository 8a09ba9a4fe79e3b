"""Resources: where templates, faces and samples lie, in a checkout, an editable install or a wheel.

A wheel carries `templates/`, `fonts/` and `samples/` inside the package; a checkout (and so an
editable install) keeps them beside it. Both are found from this file's own place, never from the
working directory.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Find a resource folder: `templates`, `fonts` or `samples`.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for parent in (_PACKAGE / "data", _PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(
        f"resource folder {name!r} is neither in {_PACKAGE / 'data'} nor in {_PACKAGE.parent}"
    )


def cache_folder() -> Path:
    """Name the folder for things that can be made again; it may not exist yet."""
    if named := os.environ.get("GONGWEN_CACHE"):
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "gongwen" / "Cache"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "gongwen"
