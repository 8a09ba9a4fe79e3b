"""`gongwen init`: a report folder to start from."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from ..messages import exit_of
from ..messages.phrases import phrase
from ..starter import usual_target, write_starter
from .reply import Reply
from .usage import Call, Command, Operand


def run(options: Namespace, call: Call) -> Reply:
    """Write the starter and say what to do next."""
    folder = Path(options.folder)
    outputs, diagnostics = write_starter(folder, usual_target(sys.platform))
    lines = [str(output.path) for output in outputs]
    if outputs:
        shown = f'"{folder}"' if " " in str(folder) else str(folder)
        lines += ["", phrase("init.next", call.language, folder=shown)]
    return Reply(exit_of(diagnostics), tuple(lines), tuple(diagnostics), tuple(outputs))


COMMAND = Command(run, (Operand("folder"),))
