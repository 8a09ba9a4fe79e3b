"""`gongwen restore`: the report folder that a DOCX or PDF carries."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from .. import carry
from ..messages import exit_of
from ..messages.phrases import phrase
from .reply import Reply
from .usage import Call, Command, Operand, Option


def run(options: Namespace, call: Call) -> Reply:
    """Bring the folder back and say where it is."""
    out = None if options.out is None else Path(options.out)
    restored = carry.restore(Path(options.file), out, force=options.force)
    stamp = restored.stamp
    if stamp is None or not restored.outputs:
        return Reply(exit_of(restored.diagnostics), diagnostics=restored.diagnostics)
    count = len(restored.outputs)
    lines = (
        str(restored.folder),
        phrase("restore.done", call.language, count=count, year=stamp.year, tool=stamp.tool),
    )
    more = {
        "folder": str(restored.folder),
        "year": stamp.year,
        "edition": stamp.edition,
        "tool": stamp.tool,
    }
    return Reply(lines=lines, diagnostics=restored.diagnostics, outputs=restored.outputs, more=more)


COMMAND = Command(
    run,
    (Operand("file"),),
    (
        Option("out", ("-o", "--out"), "folder", phrase="restore.out"),
        Option("force", ("--force",), phrase="restore.force"),
    ),
)
