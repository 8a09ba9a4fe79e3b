"""Fixes: what `gongwen check --fix` put right, or would, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..messages import place_of
from ..messages.phrases import phrase

if TYPE_CHECKING:
    from ..fixing import Fixed


def lines(fixed: Fixed, language: str) -> Iterator[str]:
    """Write the list, line by line of the author's files, and what became of it."""

    def say(key: str, **values: object) -> str:
        return phrase(f"check.fix.{key}", language, **values)

    for source, group in groupby(fixed.fixes, lambda each: each.source):
        yield place_of(source, language)
        for each in group:
            yield "  " + say("change", before=each.before, after=each.after, code=each.code)
    if not fixed.fixes:
        yield say("nothing")
    elif fixed.files:
        yield say(
            "written", count=len(fixed.fixes), files=("、" if language == "zh" else ", ").join(fixed.files)
        )
        yield say("kept", folder=fixed.kept)
    elif not fixed.diagnostics:
        yield say("would", count=len(fixed.fixes))
    if fixed.left:
        yield say("left", count=fixed.left)


def as_json(fixed: Fixed) -> dict[str, Any]:
    """Give the list as plain values."""
    return {
        "changes": [
            {
                "code": each.code,
                "file": each.source.file,
                "line": each.source.line,
                "before": each.before,
                "after": each.after,
            }
            for each in fixed.fixes
        ],
        "diff": fixed.diff,
        "left": fixed.left,
        "files": list(fixed.files),
        "kept": None if fixed.kept is None else str(fixed.kept),
    }
