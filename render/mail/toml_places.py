"""TOML places: the line of each key in a TOML file, which the standard library's parser keeps to itself.

TOML 1.0 wants quotes around keys in Han characters. Nobody who types `主题 = "…"` thinks of them, so
`with_quoted_keys` puts them there.

    places = TomlPlaces(text)
    places.of("服务器", "端口")        # Source of that line
    places.of("收件人", 1, "邮箱")     # of the second [[收件人]]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..diagnostics import Source

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([^\s=#"'\[]+))\s*=(.*)""")
_TOKEN = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3} | '{3}.*?'{3} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' | \#[^\n]*
    | (?P<key>[\w-]*[^\W\x00-\x7f][\w-]*)(?=[\ \t]*[]=.])""",
    re.DOTALL | re.VERBOSE,
)
_LONG = re.compile(r'"""|\'\'\'')


def with_quoted_keys(text: str) -> str:
    """Put quotes around bare keys that are not ASCII; outside texts and comments there are no others."""
    return _TOKEN.sub(lambda found: f'"{found[0]}"' if found["key"] else found[0], text)


class TomlPlaces:
    """Where tables and keys stand; a key inside an inline table has its table's line."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._lines: dict[tuple[str | int, ...], int] = {}
        self._values: dict[int, int] = {}  # first line of a text in triple quotes, by its key's line
        self._scan(text)

    def of(self, *path: str | int) -> Source:
        """Name the line of a key; that of the nearest table around it where the key has none."""
        for end in range(len(path), 0, -1):
            if (line := self._lines.get(path[:end])) is not None:
                return Source(self._file, line)
        return Source(self._file)

    def lines_of(self, path: Sequence[str | int], value: str) -> tuple[int, ...]:
        """Tell on which lines a text stands that is a key's value."""
        key_line = self.of(*path).line or 1
        first = self._values.get(key_line)
        count = value.count("\n") + 1
        return tuple(range(first, first + count)) if first else (key_line,) * count

    def _scan(self, text: str) -> None:
        table: tuple[str | int, ...] = ()
        counts: dict[str, int] = {}
        open_quotes = ""
        for number, line in enumerate(text.split("\n"), 1):
            if open_quotes:
                open_quotes = "" if open_quotes in line else open_quotes
            elif found := _TABLE.fullmatch(line):
                name = found[2].strip("\"'")
                table = (name,)
                if found[1] == "[[":
                    table = (name, counts.get(name, 0))
                    counts[name] = counts.get(name, 0) + 1
                self._lines.setdefault(table, number)
            elif found := _KEY.fullmatch(line):
                self._lines.setdefault((*table, found[1] or found[2] or found[3]), number)
                quotes = _LONG.search(found[4])
                if quotes and quotes[0] not in found[4][quotes.end() :]:
                    open_quotes = quotes[0]
                    # A line end right behind the quotes is not part of the text (TOML 1.0, String).
                    self._values[number] = number + (not found[4][quotes.end() :].strip())
