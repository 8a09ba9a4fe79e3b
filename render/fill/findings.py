"""Findings: the diagnostics of one run, each said once."""

from __future__ import annotations

from ..diagnostics import Diagnostic


class Findings:
    """Gathers diagnostics in the order they are found; a second of the same kind and place is dropped."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Diagnostic] = {}

    def add(self, *diagnostics: Diagnostic) -> None:
        """Take in diagnostics that are not there yet."""
        for diagnostic in diagnostics:
            values = tuple(sorted((name, str(value)) for name, value in diagnostic.values.items()))
            self._found.setdefault((diagnostic.code, diagnostic.source, values), diagnostic)

    def all(self) -> tuple[Diagnostic, ...]:
        """List what was found."""
        return tuple(self._found.values())
