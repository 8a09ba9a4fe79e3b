"""Build: one order in the process that runs it, and what is told of it.

What goes back to the batch is small: names, digests and findings, not pages; the files' bytes only where
the worker cannot write to the place itself.
"""

from __future__ import annotations

import hashlib
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .. import pipeline
from ..content import Content, Heading, Paragraph
from ..diagnostics import Diagnostic, Source
from ..fill.metadata import SET
from ..messages import Exit
from ..sentences import sentences
from .database import SNAPSHOT
from .orders import Made, Order, Outcome

_SHORT = 8  # characters; shorter sentences are alike everywhere
_DIGEST = 12  # hexadecimal digits of a sentence's digest: no two alike among a billion


@dataclass(frozen=True, slots=True)
class Task:
    """An order on its way to a worker."""

    order: Order
    place: Path | None  # where the worker writes; None: it sends the bytes back
    compares: bool = False  # digests of the sentences are wanted


def build_one(task: Task) -> Outcome:
    """Build an order's files.

    Whatever goes wrong is told: an error that nobody foresaw is a finding of its own, with its name, so
    that one job never ends the batch.
    """
    began = time.process_time()
    order = task.order
    folder = None if task.place is None else task.place / order.folder
    try:
        result = pipeline.build(replace(order.job, out=folder))
    except MemoryError:
        return Outcome(Exit.CONTENT, (Diagnostic("batch.memory", order.source),))
    except Exception as err:  # one bad row never stops the rest
        reason = f"{type(err).__name__}: {err}"[:500]
        return Outcome(Exit.CONTENT, (Diagnostic("batch.crash", order.source, {"reason": reason}),))
    made = tuple(
        Made(
            f"{order.folder}/{output.name}" if order.folder else output.name,
            output.sha256,
            len(output.data),
            output.data if task.place is None else None,
        )
        for output in result.outputs
    )
    laid_out = result.laid_out
    return Outcome(
        result.exit,
        tuple(_plain(_told(diagnostic, order)) for diagnostic in result.diagnostics),
        made if result.ok else (),
        time.process_time() - began,
        peak_mb(),
        len(laid_out.pages.pages) if laid_out else 0,
        _sentences(laid_out.content, order) if task.compares and laid_out else None,
    )


def peak_mb() -> float:
    """Give the most memory this process has held, in megabytes; 0 where the system does not say."""
    try:
        # Not `getrusage`: on Linux it counts what the parent held before this program began.
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return _peak_of_usage()
    found = re.search(r"VmHWM:\s*(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def _peak_of_usage() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _told(diagnostic: Diagnostic, order: Order) -> Diagnostic:
    """Tell a finding as whoever keeps the manifest can mend it.

    A key that was set stands in a cell of the manifest; what a database lacks is not filled in here.
    """
    cell = diagnostic.values.get("cell")
    if diagnostic.code == "figure.missing" and isinstance(cell, Source) and cell.file.startswith(SNAPSHOT):
        return replace(diagnostic, code="batch.not_supplied")
    set_by_hand = diagnostic.source.file.removeprefix(SET)
    if set_by_hand == diagnostic.source.file or set_by_hand not in order.places:
        return diagnostic
    return replace(diagnostic, source=order.places[set_by_hand])


def _plain(diagnostic: Diagnostic) -> Diagnostic:
    """Keep what can be sent and stored of a finding's values."""
    values = {
        name: value if isinstance(value, (str, int, float, Source)) else _words(value)
        for name, value in diagnostic.values.items()
    }
    return replace(diagnostic, values=values)


def _words(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)


def _sentences(content: Content, order: Order) -> dict[str, bool]:
    """Sum up each sentence, figures left out; True for one of the office's own paragraphs."""
    own = {text.file for text in order.job.office.passages.values()} if order.job.office else set()
    return {
        hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]: is_own for text, is_own in _texts(content, own)
    }


def _texts(content: Content, own: set[str]) -> Iterator[tuple[str, bool]]:
    for node in content.nodes:
        if isinstance(node, Heading) or (isinstance(node, Paragraph) and node.role == "text"):
            text = "".join("#" if span.figure else span.text for span in node.spans)
            for place in sentences(text):
                sentence = text[place.start : place.stop].strip()
                if len(sentence) >= _SHORT:
                    yield sentence, node.source.file in own
