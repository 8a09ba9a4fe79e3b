"""Usage: what a command takes, how its words are parsed, and the help that says so.

Operands and options are declared once, as data; argparse does the parsing, the help is written here,
because Han characters take two columns and both languages come from the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ..diagnostics import fault
from ..messages.phrases import phrase
from ..nearest import nearest
from ..noun import Changing, Noun, field
from .columns import padded, width_of
from .reply import Reply

if TYPE_CHECKING:
    from argparse import Namespace


class Operand(Noun, frozen=True):
    """A word that stands by itself, such as the report."""

    name: str  # of the parsed value, and of its phrases
    required: bool = True
    many: bool = False  # one or several words; of a command's operands one at most


class Option(Noun, frozen=True):
    """An option, or a switch when it takes no value."""

    name: str  # of the parsed value, and of its phrase
    flags: tuple[str, ...]
    value: str = ""  # what the value is: name of a phrase, or the choices with `|` between
    repeated: bool = False
    phrase: str = ""  # of its help; empty: `option.` and its name


class Call(Noun, frozen=True):
    """What a command is told about its caller."""

    language: str
    encoding: str  # of standard output


class Command(Noun, frozen=True):
    """What a command takes and what it does."""

    run: Callable[[Namespace, Call], Reply]
    operands: tuple[Operand, ...] = ()
    options: tuple[Option, ...] = ()


GENERAL = (
    Option("lang", ("--lang",), "zh|en"),
    Option("format", ("--format",), "text|json"),
    Option("help", ("-h", "--help")),
    Option("version", ("--version",)),
)
"""Options that every command takes, anywhere on the line."""


class General(Changing):
    """The general options of one line."""

    languages: list[str] = field(default_factory=list)  # values of --lang; the last one holds
    forms: list[str] = field(default_factory=list)  # values of --format
    help: bool = False
    version: bool = False
    incomplete: str = ""  # a general option at the end of the line, without its value


def split_general(words: Sequence[str]) -> tuple[General, list[str]]:
    """Take the general options out of a line; returns them and the words that are left.

    Words after `--` are operands whatever they look like.
    """
    general, rest = General(), []
    values = {"--lang": general.languages, "--format": general.forms}
    waiting = iter(words)
    for word in waiting:
        flag, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *waiting]
        elif flag in values and equals:
            values[flag].append(value)
        elif flag in values:
            following = next(waiting, None)
            if following is None:
                general.incomplete = flag
            else:
                values[flag].append(following)
        elif word in ("-h", "--help"):
            general.help = True
        elif word == "--version":
            general.version = True
        else:
            rest.append(word)
    return general, rest


def parse(name: str, command: Command, words: Sequence[str], language: str) -> Namespace:
    """Parse a command's words.

    Raises:
        Faults: an operand is missing or too many, an option is unknown or lacks its value.
    """
    from argparse import ArgumentError, ArgumentParser  # help does without

    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    has_many = any(operand.many for operand in command.operands)
    for operand in () if has_many else command.operands:
        parser.add_argument(operand.name, nargs="?")
    if has_many:
        parser.add_argument("_words", nargs="*")
    for option in command.options:
        if not option.value:
            parser.add_argument(*option.flags, dest=option.name, action="store_true")
        elif option.repeated:
            parser.add_argument(*option.flags, dest=option.name, action="append", default=[])
        else:
            parser.add_argument(*option.flags, dest=option.name)
    try:
        options, left = parser.parse_known_intermixed_args(words)
    except ArgumentError as err:
        option = next(o for o in command.options if "/".join(o.flags) == err.argument_name)
        code = "cli.no_value" if option.value else "cli.no_value_wanted"
        raise fault(code, option=option.flags[-1]) from err
    if unknown := [word for word in left if word.startswith("-") and word != "--"]:
        known = [flag for option in (*command.options, *GENERAL) for flag in option.flags]
        wrong = unknown[0].partition("=")[0]
        raise fault("cli.unknown_option", option=wrong, near=nearest(wrong, known), command=name)
    if left:
        raise fault("cli.too_many_operands", word=left[0], command=name)
    if has_many:
        _share_out(options, command.operands)
    for operand in command.operands:
        if operand.required and getattr(options, operand.name) is None:
            raise fault("cli.no_operand", operand=phrase(f"value.{operand.name}", language), command=name)
    return options


def _share_out(options: Namespace, operands: Sequence[Operand]) -> None:
    """Give the single operands their words from both ends, and those between to the one of many."""
    at = next(n for n, operand in enumerate(operands) if operand.many)
    before, after = operands[:at], operands[at + 1 :]
    words: list[str] = options._words
    last = max(len(words) - len(after), len(before))
    taken = dict(zip((o.name for o in before), words, strict=False))
    taken |= dict(zip((o.name for o in after), words[last:], strict=False))
    for operand in (*before, *after):
        setattr(options, operand.name, taken.get(operand.name))
    setattr(options, operands[at].name, words[len(before) : last] or None)


def general_help(commands: Iterable[str], language: str) -> str:
    """Write the help of the whole tool."""

    def say(key: str) -> str:
        return phrase(key, language)

    rows = [(name, say(f"{name}.summary")) for name in commands]
    return "\n".join(
        [
            say("help.usage").format(line=f"gongwen {say('help.command')}"),
            "",
            say("help.about"),
            "",
            say("help.commands"),
            *_listed(rows),
            "",
            say("help.general"),
            *_listed(_option_rows(GENERAL, language)),
            "",
            say("help.exits"),
            *_listed([(str(code), say(f"exit.{code}")) for code in range(6)]),
            "",
            say("help.more"),
        ]
    )


def command_help(name: str, command: Command, language: str) -> str:
    """Write the help of one command."""

    def say(key: str) -> str:
        return phrase(key, language)

    names = [(o, say(f"value.{o.name}")) for o in command.operands]
    shown = [value + ("…" if o.many else "") if o.required else f"[{value}]" for o, value in names]
    line = " ".join(["gongwen", name, *shown, *([say("help.options_word")] if command.options else [])])
    parts = [say("help.usage").format(line=line), "", say(f"{name}.summary"), ""]
    if names:
        parts += [*_listed([(value, say(f"{name}.{o.name}")) for o, value in names]), ""]
    if command.options:
        parts += [say("help.options"), *_listed(_option_rows(command.options, language)), ""]
    parts += [say("help.general"), *_listed(_option_rows(GENERAL, language)), ""]
    parts += [say("help.example"), *(f"  {line}" for line in say(f"{name}.example").splitlines())]
    return "\n".join(parts)


def _option_rows(options: Iterable[Option], language: str) -> list[tuple[str, str]]:
    rows = []
    for option in options:
        value = option.value
        if value and "|" not in value:
            value = phrase(f"value.{value}", language)
        left = ", ".join(option.flags) + (f" {value}" if value else "")
        rows.append((left, phrase(option.phrase or f"option.{option.name}", language)))
    return rows


def _listed(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Set terms and what they mean in two columns; a meaning of several lines stays in its column."""
    indent = 2 + max(width_of(left) for left, _ in rows) + 2
    lines = []
    for left, right in rows:
        first, *others = right.split("\n")
        lines.append("  " + padded(left, indent - 2) + first)
        lines += [" " * indent + other for other in others]
    return lines
