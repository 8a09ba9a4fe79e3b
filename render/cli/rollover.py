"""`gongwen rollover`: next year's report folder, and the list of sentences to look at."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from ..diagnostics import fault
from ..messages import place_of
from ..messages.phrases import phrase
from ..rollover import Rolled, list_again, roll_over
from .jobs import REPORT, year_of
from .reply import Reply
from .usage import Call, Command, Option


def run(options: Namespace, call: Call) -> Reply:
    """Make the folder and say what to do next; or write its list anew."""
    path = Path(options.report)
    if options.list:
        if options.year is not None or options.out is not None:
            raise fault("rollover.list_alone")
        rolled = list_again(path)
        lines = [str(output.path) for output in rolled.outputs]
        if rolled.outputs:
            lines.append(phrase("rollover.waiting", call.language, count=rolled.waiting))
    else:
        rolled = roll_over(path, year_of(options), None if options.out is None else Path(options.out))
        lines = _steps(rolled, call.language) if rolled.outputs else []
    return Reply(rolled.exit, tuple(lines), rolled.diagnostics, rolled.outputs, more=_more(rolled))


def _steps(rolled: Rolled, language: str) -> list[str]:
    """Name the folder and what is left to do in it."""
    assert rolled.review is not None
    folder = str(rolled.folder)
    shown = f'"{folder}"' if " " in folder else folder
    steps: list[str] = []
    if rolled.to_fill:
        first, count = rolled.to_fill[0], len(rolled.to_fill)
        place = place_of(first, language)
        steps.append(phrase("rollover.fill", language, place=place, count=count, year=rolled.review.year))
    if rolled.waiting:
        steps.append(phrase("rollover.review", language, count=rolled.waiting))
    if rolled.taken_out:
        comma = phrase("list.pause", language)
        steps.append(phrase("rollover.metadata", language, keys=comma.join(rolled.taken_out)))
    steps.append(phrase("rollover.check", language, folder=shown))
    steps.append(phrase("rollover.build", language, folder=shown))
    numbered = [f"  {number}. {step}" for number, step in enumerate(steps, 1)]
    return [folder, "", phrase("rollover.next", language), *numbered]


def _more(rolled: Rolled) -> dict[str, Any]:
    review = rolled.review
    return {
        "folder": str(rolled.folder),
        "from": review.base if review else None,
        "to": review.year if review else None,
        "sentences": len(review.items) if review else 0,
        "waiting": rolled.waiting,
        "to_fill": len(rolled.to_fill),
        "metadata": list(rolled.taken_out),
    }


COMMAND = Command(
    run,
    (REPORT,),
    (
        Option("year", ("--to",), "year", phrase="rollover.to"),
        Option("out", ("-o", "--out"), "folder", phrase="rollover.out"),
        Option("list", ("--list",), phrase="rollover.list"),
    ),
)
