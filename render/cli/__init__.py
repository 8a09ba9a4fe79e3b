"""Command line: arguments in, text or JSON and an exit code out; no logic of its own.

A command is a module of its own, loaded when it is called for: what a command needs, the others do
not wait for. Results go to standard output, everything else to standard error; with `--format json`
one envelope on standard output says it all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import TextIO

from .. import __version__
from ..diagnostics import Faults, fault
from ..locale import LANGUAGES, language_of, negotiate
from ..messages import Exit
from ..nearest import nearest
from .reply import FORMATS, Reply, answer
from .usage import Call, Command, command_help, general_help, parse, split_general

__all__ = ["main"]

COMMANDS = (
    "init",
    "import",
    "build",
    "compare",
    "where",
    "check",
    "readback",
    "rollover",
    "freeze",
    "collect",
    "batch",
    "restore",
    "preview",
    "mail",
    "fonts",
    "templates",
    "schema",
    "doctor",
)
"""Every command, in the order of help; each is the module of that name (`import_`: Python has the word)."""

INTERRUPTED = 130  # 128 + SIGINT, as shells report it


def main(words: Sequence[str] | None = None) -> int:
    """Run one command line.

    Args:
        words: The words after the program's name; None takes the process's own.

    Returns:
        The exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console in GBK prints what it can, and never dies of the rest
            stream.reconfigure(errors="replace")
    try:
        return _run(sys.argv[1:] if words is None else list(words))
    except KeyboardInterrupt:
        return INTERRUPTED


def load(name: str) -> Command:
    """Find a command's definition."""
    module = f"{name}_" if iskeyword(name) else name
    command: Command = import_module(f".{module}", __name__).COMMAND
    return command


def _run(words: list[str]) -> int:
    general, rest = split_general(words)
    language = language_of(os.environ) if _shows_han(sys.stderr) else "en"
    form = "json" if "json" in general.forms else "text"
    name = "gongwen"
    try:
        if general.languages:
            language = _language(general.languages[-1])
        if general.incomplete:
            raise fault("cli.no_value", option=general.incomplete)
        if unknown := [value for value in general.forms if value not in FORMATS]:
            raise fault("cli.bad_choice", option="--format", value=unknown[0], choices=FORMATS)
        if general.version:
            reply = Reply(lines=(f"gongwen {__version__}",), more={"version": __version__})
        elif not rest:
            reply = _help(general_help(COMMANDS, language))
        else:
            name = _known(rest[0])
            command = load(name)
            call = Call(language, sys.stdout.encoding if sys.stdout else "utf-8")
            if general.help:
                reply = _help(command_help(name, command, language))
            else:
                reply = command.run(parse(name, command, rest[1:], language), call)
    except Faults as faults:
        reply = Reply(Exit.USE, diagnostics=faults.diagnostics)
    return answer(name, reply, form, language)


def _shows_han(stream: TextIO | None) -> bool:
    """Tell whether a console has Han characters at all; one in ASCII would show nothing but marks."""
    try:
        "中文".encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _language(wanted: str) -> str:
    """Take what `--lang` says, in any spelling a locale has."""
    language = negotiate([wanted or "?"])
    if language == "en" and not wanted.lower().startswith("en"):
        raise fault("cli.bad_choice", option="--lang", value=wanted, choices=LANGUAGES)
    return language


def _known(name: str) -> str:
    if name.startswith("-"):
        raise fault("cli.option_first", option=name)
    if name not in COMMANDS:
        near = nearest(name, COMMANDS)
        raise fault("cli.unknown_command", name=name, near=near, names=COMMANDS)
    return name


def _help(text: str) -> Reply:
    return Reply(lines=(text,), more={"help": text})
