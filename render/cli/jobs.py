"""Jobs: the options that say what to build, shared by every command that builds.

The settings that come from the environment are read here and nowhere below.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from ..dates import read_years
from ..diagnostics import Diagnostic, Faults, fault
from ..pipeline import Job
from .usage import Operand, Option

REPORT = Operand("report")
FACES = Option("faces", ("--faces",), "auto|vendored")
TEMPLATES = Option("templates", ("--templates",), "folder", repeated=True)
JOB_OPTIONS = (
    Option("year", ("--year",), "year"),
    Option("edition", ("--edition",), "edition"),
    Option("template", ("--template",), "template"),
    TEMPLATES,
    Option("settings", ("--set",), "setting", repeated=True),
    Option("target", ("--target",), "target"),
    FACES,
    Option("strict", ("--strict",)),
)

_NO_YEARS = ("", "不用", "none")
_POLICIES = ("auto", "vendored")


def job_of(options: Namespace, report: str | None = None) -> Job:
    """Make a job of a command's `JOB_OPTIONS`; what else it needs, the command adds.

    Args:
        options: As parsed.
        report: The report, where it is none of the options.

    Raises:
        Faults: every option and every environment variable that cannot be used.
    """
    found: list[Diagnostic] = []
    job = Job(
        report=Path(options.report if report is None else report),
        year=_year(options.year, found),
        edition=options.edition,
        template=options.template,
        templates=tuple(Path(folder) for folder in options.templates),
        settings=_settings(options.settings, found),
        faces=_policy(options.faces, os.environ, found),
        target=options.target,
        created=_created(os.environ, found),
        strict=options.strict,
    )
    if found:
        raise Faults(found)
    return job


def year_of(options: Namespace) -> int | None:
    """Read `--year` by itself.

    Raises:
        Faults: it is no year.
    """
    found: list[Diagnostic] = []
    year = _year(options.year, found)
    if found:
        raise Faults(found)
    return year


def settings_of(options: Namespace) -> Mapping[str, str]:
    """Read `--set` by itself.

    Raises:
        Faults: one of them is not `key=value`.
    """
    found: list[Diagnostic] = []
    settings = _settings(options.settings, found)
    if found:
        raise Faults(found)
    return settings


def policy_of(options: Namespace) -> str:
    """Say which faces to look for: as the option says, else as GONGWEN_FACES says, else all.

    Raises:
        Faults: neither "auto" nor "vendored".
    """
    found: list[Diagnostic] = []
    policy = _policy(options.faces, os.environ, found)
    if found:
        raise Faults(found)
    return policy


def output_folder(report: Path, wanted: str | None, *below: str) -> Path:
    """Choose where to write: where the option says, else `out` in the report folder."""
    if wanted is not None:
        return Path(wanted)
    folder = report.parent if report.is_file() else report
    return folder.joinpath("out", *below)


def formats_of(texts: list[str]) -> tuple[str, ...]:
    """Split `docx,pdf`, with a comma of either width; a format named twice counts once."""
    names = ",".join(texts).replace("，", ",").replace("、", ",").split(",")
    return tuple(dict.fromkeys(name.strip().lower() for name in names if name.strip()))


def years_of(option: str, texts: list[str]) -> tuple[int, ...] | None:
    """Read years, with commas between them; () for 不用 or none, None where the option is not given.

    Raises:
        Faults: one of them is no year.
    """
    if not texts:
        return None
    words = ",".join(texts)
    if words.strip().lower() in _NO_YEARS:
        return ()
    years = read_years(words)
    if not years:
        raise fault("cli.bad_years", option=option, value=words)
    return years


def _year(text: str | None, found: list[Diagnostic]) -> int | None:
    if text is None:
        return None
    if not (text.isdecimal() and len(text) == 4):
        found.append(Diagnostic("cli.bad_year", values={"value": text}))
        return None
    return int(text)


def _settings(texts: list[str], found: list[Diagnostic]) -> Mapping[str, str]:
    settings = {}
    for text in texts:
        key, equals, value = text.replace("＝", "=", 1).partition("=")  # typed with a Chinese input method
        if not equals or not key.strip():
            found.append(Diagnostic("cli.bad_setting", values={"value": text}))
        settings[key.strip()] = value.strip()
    return settings


def _policy(option: str | None, environment: Mapping[str, str], found: list[Diagnostic]) -> str:
    policy = option or environment.get("GONGWEN_FACES") or "auto"
    if policy not in _POLICIES:
        named = "--faces" if option else "GONGWEN_FACES"
        values = {"option": named, "value": policy, "choices": _POLICIES}
        found.append(Diagnostic("cli.bad_choice", values=values))
    return policy


def _created(environment: Mapping[str, str], found: list[Diagnostic]) -> datetime | None:
    """Read SOURCE_DATE_EPOCH (reproducible-builds.org), in seconds, as a date in UTC."""
    text = environment.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        found.append(Diagnostic("cli.bad_epoch", values={"value": text}))
        return None
