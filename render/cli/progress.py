"""Progress: one line on a terminal that tells how far a long run is; elsewhere nothing is said."""

from __future__ import annotations

import sys
import time

from ..messages.phrases import phrase
from .columns import width_of

_EVERY = 0.1  # seconds between two lines; a terminal takes longer to draw than a job to finish
_CELLS = 24  # of the bar


class ProgressLine:
    """The line, drawn again and again in its place."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._is_shown = sys.stderr is not None and sys.stderr.isatty()
        self._drawn = 0.0
        self._width = 0

    def show(self, total: int, ended: int, failed: int, rate: float, remaining: float | None) -> None:
        """Draw how far a run is; `rate` counts jobs a second, `remaining` seconds."""
        now = time.monotonic()
        if not self._is_shown or (ended < total and now - self._drawn < _EVERY):
            return
        self._drawn = now
        full = _CELLS * ended // max(total, 1)
        left = "" if remaining is None else f"{int(remaining) // 60}:{int(remaining) % 60:02d}"
        bar = "#" * full + "-" * (_CELLS - full)
        text = phrase(
            "progress.line", self._language, bar=bar, ended=ended, total=total, rate=f"{rate:.1f}", left=left,
            failed=failed,
        )  # fmt: skip
        self._draw(text)

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown and self._width:
            self._draw("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _draw(self, text: str) -> None:
        blanks = " " * max(0, self._width - width_of(text))
        self._width = width_of(text)
        sys.stderr.write(f"\r{text}{blanks}")
        sys.stderr.flush()
