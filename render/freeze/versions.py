"""Versions: of the program and of everything else that has a part in a file's bytes."""

from __future__ import annotations

import platform
import zlib
from collections.abc import Mapping

from .. import __version__

LIBRARIES = (
    "reportlab",
    "python-docx",
    "uharfbuzz",
    "lxml",
    "pillow",
    "XlsxWriter",
    "jinja2",
    "markdown-it-py",
    "babel",
    "ruamel.yaml",
    "python-calamine",
)


def versions() -> dict[str, str]:
    """List the versions at hand; a library that is not installed is left out."""
    from importlib.metadata import PackageNotFoundError, version  # 10 ms

    found = {"gongwen": __version__, "python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def changed(before: Mapping[str, str]) -> tuple[str, ...]:
    """List what has another version now, as `gongwen 0.1.0→0.2.0`."""
    now = versions()
    return tuple(
        f"{name} {was}→{now.get(name, '无')}" for name, was in before.items() if now.get(name) != was
    )
