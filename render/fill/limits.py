"""Limits: how much a report may ask for before it is stopped.

A text of a few characters can ask for more than a machine has. No honest report comes near these
numbers; they are there so that a slip, or somebody else's report, ends in a diagnostic.
"""

from __future__ import annotations

LINES = 65_000  # of one text, and values in it: a private-use plane has 65,534 places (see `marks`)
OUTPUT = 20_000_000  # characters that all texts of a report become
STEPS = 1_000_000  # statements, turns of loops and calls in all texts of a report
TEXT = 1_000_000  # characters that one expression puts together
DEPTH = 20  # statements inside statements, and macros inside macros
EXPRESSION_DEPTH = 100  # expressions inside expressions


class LimitReached(Exception):
    """A text asks for more than this stage is ready to do; `code` says of what."""

    def __init__(self, code: str, most: int) -> None:
        super().__init__(code, most)
        self.code = code
        self.most = most


class Meter:
    """Counts what a report asks for, over all of its texts."""

    def __init__(self) -> None:
        self._steps = 0
        self._written = 0

    def step(self, count: int = 1) -> None:
        """Count steps.

        Raises:
            LimitReached: there have been too many; counting begins anew.
        """
        self._steps += count
        if self._steps > STEPS:
            self._steps = 0
            raise LimitReached("limit.steps", STEPS)

    def write(self, piece: str) -> str:
        """Count the characters of a piece of output, kept for later or not.

        Raises:
            LimitReached: there have been too many; counting begins anew.
        """
        self._written += len(piece)
        if self._written > OUTPUT:
            self._written = 0
            raise LimitReached("limit.output", OUTPUT)
        return piece
