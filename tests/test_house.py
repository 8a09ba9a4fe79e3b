"""The house stands as its map says: rooms, floors, and imports that only go down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import render

PACKAGE = Path(render.__file__).parent
FLOOR = {room: level for level, (_, rooms) in enumerate(render.HOUSE.items()) for room in rooms}
STAGES = render.HOUSE["stages"]
EXTERNAL = {
    "docx": ["write/docx"],
    "msgspec": ["noun.py"],
    "reportlab": ["write/pdf"],
    "babel": ["locale.py"],
    "jinja2": ["fill"],
    "markdown_it": ["fill"],
    "python_calamine": ["read"],
    "ruamel": ["read", "edit/listed.py"],
    "PIL": ["read/pictures.py", "write/pdf/images.py"],
    "pypdfium2": ["pdfium.py"],
    "pebble": ["batch/workers.py"],
    "distributed": ["batch/cluster.py"],
    "sqlalchemy": ["batch/database.py"],
    "fsspec": ["batch/places.py"],
    "xlsxwriter": [
        "write/xlsx.py",
        "write/listing.py",
        "write/docx/chart.py",
        "recognise/book.py",
        "collect/form.py",
    ],
    "uharfbuzz": ["fonts.py", "write/pdf", "coverage.py"],
    "keyring": ["mail/credentials.py"],
    "smtplib": ["mail/smtp.py"],
    "sqlite3": ["mail/ledger.py", "batch/journal.py"],
}


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)


def room_of(path: Path) -> str:
    """The room a module belongs to; "" for the door itself."""
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if part in ("__init__", "__main__") else part


def imports(path: Path) -> Iterator[str]:
    """Absolute names of everything a module imports, wherever in it."""
    package = ["render", *path.relative_to(PACKAGE).with_suffix("").parts]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if path.name == "__init__.py" and node.level:
                base = package[: len(package) - node.level]
            else:
                base = package[: len(package) - node.level] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def test_the_map_names_every_room() -> None:
    """No room is missing from the map, and the map names none that is not there."""
    rooms = {room_of(path) for path in modules()} - {""}
    assert rooms == set(FLOOR)


def test_the_docstring_shows_the_map() -> None:
    """A reader of the door finds every room."""
    assert render.__doc__ is not None
    assert all(room in render.__doc__.split() for room in FLOOR)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    """A room imports its own floor or lower ones; a stage never another; of the door only its version."""
    here = room_of(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "render" or not here:
            continue
        there = parts[1] if len(parts) > 1 else ""
        if there in ("__version__", "HOUSE", "build"):
            assert here == "cli" or there == "__version__", f"{path.name} imports the door"
            continue
        assert FLOOR[there] <= FLOOR[here], f"{here} imports {there}"
        if here in STAGES and there in STAGES:
            assert here == there, f"stage {here} imports stage {there}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_library_is_named_in_one_place(path: Path) -> None:
    """So that it can be changed in one place."""
    relative = path.relative_to(PACKAGE).as_posix()
    for name in imports(path):
        places = EXTERNAL.get(name.split(".")[0])
        assert places is None or any(relative.startswith(place) for place in places), f"{relative}: {name}"


def test_importing_the_door_starts_nothing() -> None:
    """`import render` loads no library and no stage."""
    import subprocess
    import sys

    heavy = ("docx", "reportlab", "jinja2")
    code = f"import sys, render; print([m for m in sys.modules if m.startswith('render.') or m in {heavy}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
