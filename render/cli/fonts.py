"""`gongwen fonts`: which faces a build draws with, why, and how far they reach."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from .. import coverage, pipeline
from ..fontconfig import fontconfig_rule
from ..fonts import Choice, FontBook, font_book, vendored_faces
from ..messages.phrases import phrase
from .columns import lined_up
from .jobs import FACES, policy_of
from .reply import Reply, is_unicode
from .usage import Call, Command, Option


def run(options: Namespace, call: Call) -> Reply:
    """List the faces; or look which characters of a report fall back; or write a fontconfig rule."""
    if options.fontconfig:
        rule = fontconfig_rule()
        if not is_unicode(call.encoding):  # the file says UTF-8, the console would write something else
            rule = rule.encode("ascii", "xmlcharrefreplace").decode()
        return Reply(lines=(rule.rstrip(),), more={"fontconfig": rule})
    policy = policy_of(options)
    if options.check is not None:
        return _check(Path(options.check), policy, call)
    book = font_book(policy)
    faces = [_entry(book, role, policy) for role in book.choices]
    return Reply(lines=tuple(_table(faces, call.language)), more={"faces": faces})


def _entry(book: FontBook, role: str, policy: str) -> dict[str, Any]:
    choice = book.choices[role]
    face = choice.face
    vendored = vendored_faces()
    return {
        "role": role,
        "family": face.family,
        "name": face.name,
        "version": coverage.version_of(face),
        "origin": face.origin,
        "why": _why(choice, policy),
        "passed_over": [{"family": family, "reason": reason} for family, reason in choice.passed_over],
        "covers": coverage.covered([face]),
        "chain_covers": coverage.covered(dict.fromkeys((face, vendored[role], vendored["宋体"]))),
        "of": len(coverage.standard_characters()),
        "file": str(face.path),
        "index": face.index,
    }


def _why(choice: Choice, policy: str) -> str:
    if policy == "vendored":
        return "asked"
    if choice.face.origin == "official":
        return "official"
    return "passed_over" if choice.passed_over else "not_installed"


def _table(faces: list[dict[str, Any]], language: str) -> list[str]:
    def say(key: str, **values: object) -> str:
        return phrase(key, language, **values)

    heads = ("role", "family", "version", "why", "covers", "chain", "file")
    rows = [[say(f"fonts.head.{head}") for head in heads]]
    rows += [
        [
            face["role"],
            face["family"],
            face["version"],
            say(f"fonts.why.{face['why']}"),
            f"{face['covers']}/{face['of']}",
            f"{face['chain_covers']}/{face['of']}",
            face["file"],
        ]
        for face in faces
    ]
    passed_over = [
        say("fonts.passed_over", role=face["role"], family=p["family"], reason=say(f"fonts.{p['reason']}"))
        for face in faces
        for p in face["passed_over"]
    ]
    return [*lined_up(rows), *passed_over]


def _check(report: Path, policy: str, call: Call) -> Reply:
    """Lay a report out and list the characters that another face draws; missing ones are diagnostics."""
    result = pipeline.lay_out(pipeline.Job(report, faces=policy))
    if result.laid_out is None:
        return Reply(result.exit, diagnostics=result.diagnostics)
    found = coverage.fallbacks(result.laid_out.settled, result.laid_out.book)
    rows = [
        phrase(
            "fonts.fallback",
            call.language,
            char=fallback.char,
            code=f"U+{ord(fallback.char):04X}",
            role=fallback.role,
            family=fallback.face.family,
            count=fallback.count,
            place=_place(fallback, call.language),
        )
        for fallback in found
    ]
    more = [
        {
            "char": fallback.char,
            "code": f"U+{ord(fallback.char):04X}",
            "role": fallback.role,
            "family": fallback.face.family,
            "count": fallback.count,
            "file": fallback.source.file or None,
            "line": fallback.source.line,
        }
        for fallback in found
    ]
    lines = tuple(rows) or (phrase("fonts.no_fallback", call.language),)
    return Reply(result.exit, lines, result.diagnostics, more={"fallbacks": more})


def _place(fallback: coverage.Fallback, language: str) -> str:
    from ..messages import place_of

    return place_of(fallback.source, language)


COMMAND = Command(
    run,
    options=(
        Option("check", ("--check",), "report"),
        FACES,
        Option("fontconfig", ("--fontconfig",)),
    ),
)
