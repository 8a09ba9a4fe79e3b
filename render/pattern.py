"""Pattern: regular expressions that are compiled when they are first used, not when their module is loaded.

Compiling takes 0.1 to 3 ms each; of the patterns in the modules that a build loads it uses half.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give what acts as `re.compile(source, flags)` does; a faulty source is found at its first use."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))


class _Pattern:
    """Stands for a pattern; keeps each of its methods once it was asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Compile, when a method is wanted for the first time."""
        if name == "_compiled":
            self._compiled: re.Pattern[Any] = re.compile(self._source, self._flags)
            return self._compiled
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
