"""Doctor: whether this machine has what a build needs, and what to do where it has not.

Looks only; nothing is changed, and no network is used, since none is ever needed.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import resources
from .diagnostics import Diagnostic, Source
from .fonts import font_book

PACKAGES = {
    "babel": "2.16",
    "jinja2": "3.1.5",
    "lxml": "5.3",
    "markdown-it-py": "4.0",
    "msgspec": "0.19",
    "pebble": "5.1",
    "pillow": "11.0",
    "pypdfium2": "4.30",
    "python-calamine": "0.4",
    "python-docx": "1.2",
    "reportlab": "4.4",
    "ruamel.yaml": "0.18.10",
    "uharfbuzz": "0.48",
    "xlsxwriter": "3.2",
}
"""What a build imports and the lowest version it was tried with, as in `pyproject.toml`."""

_OFFICE_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_BEYOND_GBK = "㕮𬺈"  # of 通用规范汉字表, levels two and three; a GBK console has neither


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at."""

    subject: str  # "python" "package" "resources" "face" "offline" "cache" "console" "office"
    name: str  # which package, which role; empty where the subject says it all
    value: str  # what was found: a version, a path; empty: nothing
    diagnostic: Diagnostic | None = None  # what is wrong with it


def examine(*, faces: str, encoding: str) -> list[Check]:
    """Look at everything a build depends on.

    Args:
        faces: "auto" or "vendored", as for a build.
        encoding: What the console prints in.
    """
    needed = [*_packages(), *_resources(), *_faces(faces)]
    is_complete = all(check.diagnostic is None for check in needed)
    return [
        Check("python", "", f"{platform.python_version()} ({platform.system()} {platform.machine()})"),
        *needed,
        Check("offline", "", "yes" if is_complete else "no"),
        _cache(),
        _console(encoding),
        _office(),
    ]


def _packages() -> Iterator[Check]:
    for name, lowest in PACKAGES.items():
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            wrong = Diagnostic("doctor.package_missing", values={"name": name, "lowest": lowest})
            yield Check("package", name, "", wrong)
            continue
        old = Diagnostic("doctor.package_old", values={"name": name, "version": version, "lowest": lowest})
        yield Check("package", name, version, old if _numbers(version) < _numbers(lowest) else None)


def _numbers(version: str) -> tuple[int, ...]:
    """Take the release numbers of a version (PEP 440), without trailing zeros."""
    release = re.match(r"\d+(\.\d+)*", version)
    numbers = [int(part) for part in release[0].split(".")] if release else [0]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _resources() -> Iterator[Check]:
    for name in ("templates", "fonts", "samples"):
        try:
            yield Check("resources", name, str(resources.folder(name)))
        except FileNotFoundError:
            yield Check("resources", name, "", Diagnostic("doctor.resources_missing", values={"name": name}))


def _faces(policy: str) -> Iterator[Check]:
    """Check each role's face, and the vendored files against their recorded digests."""
    try:
        folder = resources.folder("fonts")
    except FileNotFoundError:
        return
    for role, choice in font_book(policy).choices.items():
        yield Check("face", role, f"{choice.face.family} ({choice.face.path})")
    for path in _damaged(folder):
        wrong = Diagnostic("doctor.face_damaged", Source(str(path)), {"name": path.name})
        yield Check("face", path.name, "", wrong)


def _damaged(folder: Path) -> Iterator[Path]:
    for entry in tomllib.loads((folder / "faces.toml").read_text(encoding="utf-8"))["face"]:
        path = folder / entry["file"]
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            yield path


def _cache() -> Check:
    """Try to write where things that can be made again are kept; a build does without."""
    folder = resources.cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Check("cache", "", str(folder))
    except OSError as err:
        values = {"reason": err.strerror or str(err)}
        return Check("cache", "", str(folder), Diagnostic("doctor.cache", Source(str(folder)), values))


def _console(encoding: str) -> Check:
    try:
        _BEYOND_GBK.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Check("console", "", encoding, Diagnostic("doctor.console", values={"encoding": encoding}))
    return Check("console", "", encoding)


def _office() -> Check:
    """Look for LibreOffice; it is never needed to build, only to look at a DOCX."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((place for place in _OFFICE_PLACES if os.path.isfile(place)), None)  # noqa: PTH113 (a Windows path on Linux)
    return Check("office", "", found or "", None if found else Diagnostic("doctor.no_office"))
