"""Cold start: what a plain `gongwen build` loads, and what it leaves alone.

Nothing is timed here; a library or a room that comes in by accident is named. `bench/run.py --row imports`
shows what they take.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "samples" / "hongshan-2020"
LIBRARIES = (
    *(
        "babel",
        "docx",
        "fontTools",
        "lxml",
        "markdown_it",
        "openpyxl",
        "pebble",
        "pypdfium2",
        "ruamel",
        "xlsxwriter",
    ),
    *(
        "asyncio",
        "concurrent",
        "email",
        "http",
        "logging",
        "multiprocessing",
        "smtplib",
        "sqlite3",
        "ssl",
        "xml.dom",
    ),
)
"""Libraries that a build of Markdown and .xlsx into DOCX and PDF does without."""
ROOMS = (
    *(
        "batch",
        "carry",
        "check",
        "collect",
        "compare",
        "comparing",
        "coverage",
        "doctor",
        "edit",
        "fontconfig",
    ),
    *(
        "intake",
        "mail",
        "proofread",
        "readback",
        "recognise",
        "rollover",
        "signing",
        "signoff",
        "starter",
        "typed",
    ),
    *("messages.batch", "messages.check", "messages.mail", "messages.readback", "messages.recognise"),
    *("write.xlsx", "write.web", "derive.evaluation", "derive.formula"),
)
"""Rooms of other commands, and what a report asks for that the sample does not hold."""
_PROGRAM = """
import dataclasses, json, sys
defined, genuine = [], dataclasses._process_class
def noted(cls, *given):
    defined.append(f"{cls.__module__}.{cls.__qualname__}")
    return genuine(cls, *given)
dataclasses._process_class = noted
from render.cli import main
status = main(sys.argv[1:])
json.dump([status, sorted(sys.modules), defined], sys.stderr)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """Modules that one build has loaded, and dataclasses that were defined meanwhile."""
    folder = tmp_path_factory.mktemp("cold")
    for _ in range(2):  # the second time the DOCX parts made from the template lie in the cache
        command = [
            sys.executable,
            "-c",
            _PROGRAM,
            "build",
            str(SAMPLE),
            "-o",
            str(folder),
            "--faces",
            "vendored",
        ]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    status, modules, defined = json.loads(done.stderr.splitlines()[-1])
    assert status == 0
    return modules, defined


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_build_loads_no_library_it_does_not_use(loaded: tuple[list[str], list[str]], library: str) -> None:
    """Each costs between 5 and 110 ms of every start."""
    assert [name for name in loaded[0] if name == library or name.startswith(f"{library}.")] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_build_loads_no_room_of_other_commands(loaded: tuple[list[str], list[str]], room: str) -> None:
    """Wordings of other rooms neither."""
    assert [name for name in loaded[0] if f"{name}.".startswith(f"render.{room}.")] == []


def test_a_build_defines_nouns_and_no_dataclasses(loaded: tuple[list[str], list[str]]) -> None:
    """A dataclass costs 0.5 ms where a noun costs 0.02; one that caches what it works out may stay."""
    assert [name for name in loaded[1] if name.startswith("render.")] == ["render.fill.values.Captured"]
