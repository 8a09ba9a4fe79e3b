"""The line itself: help, languages, faults of usage, and how they are said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from render import __version__
from render.cli import COMMANDS, load, main
from render.cli.columns import width_of
from render.cli.usage import command_help, general_help, split_general

from .conftest import Run

HEAVY = (
    "jinja2",
    "docx",
    "reportlab",
    "babel",
    "openpyxl",
    "lxml",
    "pypdfium2",
    "render.pipeline",
    "argparse",
)


def process(
    *words: object, environment: dict[str, str] | None = None, **more: object
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m render` in a process of its own."""
    command = [sys.executable, "-m", "render", *map(str, words)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **(environment or {})}, **more)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"]])
def test_help_names_every_command(run: Run, words: list[str]) -> None:
    """Nothing typed means help."""
    ran = run(*words)
    assert ran.status == 0
    assert all(f"\n  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, name: str, language: str) -> None:
    """Every option has its phrase, and the end shows the command at work."""
    ran = run(name, "--help", "--lang", language)
    assert ran.status == 0
    assert all(flag in ran.out for option in load(name).options for flag in option.flags)
    assert ran.out.rstrip().splitlines()[-1].startswith(f"  gongwen {name}")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_fits_80_columns(language: str) -> None:
    """A Han character takes two."""
    texts = [general_help(COMMANDS, language), *(command_help(n, load(n), language) for n in COMMANDS)]
    assert [line for text in texts for line in text.splitlines() if width_of(line) > 80] == []


def test_version(run: Run) -> None:
    """Name and number."""
    assert run("--version").out == f"gongwen {__version__}\n"
    assert run("--version", "--format", "json").envelope["version"] == __version__


def test_general_options_stand_anywhere() -> None:
    """Before the command, after it, with = or without; what follows -- is left alone."""
    general, rest = split_general(["--lang=en", "build", "x", "--format", "json", "--", "--lang"])
    assert (general.languages, general.forms, rest) == (["en"], ["json"], ["build", "x", "--", "--lang"])


def test_an_unknown_command_is_told_the_nearest(run: Run) -> None:
    """Exit status 2, and nothing among the results."""
    ran = run("bild")
    assert (ran.status, ran.out) == (2, "")
    assert "最接近的是“build”" in ran.err


def test_an_unknown_option_is_told_the_nearest(run: Run) -> None:
    """The value after it does not matter."""
    ran = run("build", "x", "--yeer", "2020", "--lang", "en")
    assert ran.status == 2
    assert "build has no option --yeer [cli.unknown_option]\n  hint: the nearest is --year" in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["build"], "cli.no_operand"),
        (["build", "a", "b"], "cli.too_many_operands"),
        (["build", "a", "--to"], "cli.no_value"),
        (["build", "a", "--lang"], "cli.no_value"),
        (["build", "a", "--strict=yes"], "cli.no_value_wanted"),
        (["--to", "pdf", "build", "a"], "cli.option_first"),
        (["build", "a", "--lang", "fr"], "cli.bad_choice"),
        (["build", "a", "--format", "xml"], "cli.bad_choice"),
        (["build", "a", "--faces", "best"], "cli.bad_choice"),
        (["build", "a", "--year", "20"], "cli.bad_year"),
        (["build", "a", "--set", "标题"], "cli.bad_setting"),
        (["build", "a", "--to", "odt"], "job.unknown_format"),
        (["preview", "a", "--dpi", "10000"], "preview.bad_dpi"),
        (["preview", "a", "--pages", "3-1"], "preview.bad_pages"),
        (["templates", "shwo"], "cli.bad_choice"),
        (["templates", "show"], "cli.no_operand"),
        (["templates", "show", "repot"], "template.unknown"),
    ],
)
def test_wrong_use_is_an_envelope_too(run: Run, words: list[str], code: str) -> None:
    """With --format json nothing but the envelope is said, whatever is wrong."""
    ran = run("--format", "json", *words)
    assert (ran.status, ran.err) == (2, "")
    assert code in ran.codes
    assert (ran.envelope["ok"], ran.envelope["exit"], ran.envelope["outputs"]) == (False, 2, [])


def test_all_faults_of_a_line_are_said_at_once(run: Run) -> None:
    """One run, three corrections."""
    ran = run("--format=json", "build", "a", "--year", "x", "--set", "y", "--faces", "z")
    assert ran.codes == ["cli.bad_year", "cli.bad_setting", "cli.bad_choice"]


def test_settings_of_the_environment_are_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting nobody can follow is no reason to guess."""
    monkeypatch.setenv("GONGWEN_FACES", "best")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ran = run("--format=json", "build", "a")
    assert ran.codes == ["cli.bad_choice", "cli.bad_epoch"]
    assert "GONGWEN_FACES" in ran.envelope["diagnostics"][0]["message"]


def test_lists_are_punctuated_by_language(run: Run) -> None:
    """、 in Chinese, a comma in English."""
    assert "auto、vendored" in run("fonts", "--faces", "x").err
    assert "auto, vendored" in run("fonts", "--faces", "x", "--lang", "en").err


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is 130, as shells count it."""

    def interrupted(words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("render.cli._run", interrupted)
    assert main(["doctor"]) == 130


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_console_never_kills_a_run(encoding: str, tmp_path: Path) -> None:
    """What the console cannot show is replaced."""
    done = process("build", tmp_path / "𬺈㕮·工作报告", environment={"PYTHONIOENCODING": encoding})
    assert done.returncode == 2
    assert b"folder.missing" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_console_without_han_is_spoken_to_in_english(tmp_path: Path) -> None:
    """Question marks help nobody."""
    done = process("build", tmp_path / "nowhere", environment={"PYTHONIOENCODING": "ascii"})
    assert b"error: no such file or folder" in done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_json_loses_nothing_on_any_console(encoding: str, tmp_path: Path) -> None:
    """Outside UTF-8 it is written with escapes."""
    import json

    folder = tmp_path / "𬺈㕮"
    done = process("build", folder, "--format", "json", environment={"PYTHONIOENCODING": encoding})
    assert json.loads(done.stdout.decode(encoding))["diagnostics"][0]["file"] == str(folder)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")
def test_a_reader_may_go_away() -> None:
    """`gongwen schema | head` is no error."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-m", "render", "schema"], stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_loads_no_library() -> None:
    """A cold start is mostly imports."""
    code = (
        "import sys; from render.cli import main; main(['--help']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"
