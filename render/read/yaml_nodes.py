"""YAML as nodes, with plain values as authors type them.

YAML forbids a plain value that begins with `{{` or holds `: `, yet titles do both. Such values are
put in quotes before the parser sees them, on the same line, so that line numbers stay true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, Source, fault
from ..pattern import pattern
from .characters import clean
from .nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COMMENT = pattern(r"(?:^|\s+)#.*$")

_NULLS = ("", "~", "null", "Null", "NULL")
# List dashes, a key, then a value on the same line.
_LINE = pattern(
    r"""(?P<dashes>\s*(?:-\s+)*)(?P<key>(?:[^\s:"'#{\[&*!|>%@`-][^:]*?\s*:\s+)?)(?P<value>\S.*?)\s*"""
)


def read_yaml(text: str, file: str, found: list[Diagnostic], first_line: int = 1) -> Node:
    """Parse a YAML text.

    Args:
        text: One YAML document; empty text gives an empty scalar.
        file: How diagnostics name the file.
        found: Receives barred characters.
        first_line: The author's number of the text's first line.

    Raises:
        Faults: `text.syntax`, at the line where the text stops being YAML.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    parser = YAML(typ="safe", pure=True)
    try:
        root = parser.compose("\n".join(protected(text.split("\n"))))
        return _Converter(file, first_line, found).node(root)
    except MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        line = first_line + (mark.line if mark else 0)
        raise fault("text.syntax", Source(file, line), reason=err.problem or "") from err
    except YAMLError as err:
        raise fault("text.syntax", Source(file, first_line), reason=str(err).split("\n")[0]) from err
    except RecursionError as err:
        raise fault("text.syntax", Source(file, first_line), reason="nested too deeply") from err


def protected(lines: Iterable[str]) -> Iterator[str]:
    """Put plain values that YAML would stumble over in single quotes."""
    owner: int | None = None  # column of the key or dash whose value may run on below it
    for line in lines:
        if owner is not None and (not line.strip() or len(line) - len(line.lstrip()) > owner):
            yield line
            continue
        owner = None
        match = _LINE.fullmatch(line)
        if match is None or match["value"].startswith("#") or match["value"].endswith(":"):
            yield line
            continue
        dashes, key, value = match["dashes"], match["key"], match["value"]
        owner = len(dashes) if key else max(dashes.rfind("-"), 0)
        if value.startswith(("{{", "{%", "{#")) or (key and value[0] not in "\"'[{&*!|>" and ": " in value):
            value = "'" + COMMENT.sub("", value).replace("'", "''") + "'"
        yield dashes + key + value


class _Converter:
    """The parser's nodes to ours."""

    def __init__(self, file: str, first_line: int, found: list[Diagnostic]) -> None:
        self.file, self.first_line, self.found = file, first_line, found
        self.seen: set[int] = set()

    def node(self, node: Any) -> Node:
        if node is None:
            return Scalar("", self.first_line)
        line = self.first_line + node.start_mark.line
        if id(node) in self.seen:  # a few anchors that refer to each other can stand for gigabytes
            raise fault(
                "text.syntax", Source(self.file, line), reason="anchors and aliases are not used here"
            )
        self.seen.add(id(node))
        if isinstance(node.value, str):
            return self._scalar(node, line)
        if node.id == "sequence":
            return Sequence(tuple(self.node(item) for item in node.value), line)
        pairs = []
        for key, value in node.value:
            if not isinstance(key.value, str):
                raise fault("text.syntax", Source(self.file, line), reason="a key is not a text")
            pairs.append((self._scalar(key, self.first_line + key.start_mark.line), self.node(value)))
        return Mapping(tuple(pairs), line)

    def _scalar(self, node: Any, line: int) -> Scalar:
        source = Source(self.file, line, column=node.start_mark.column + 1)
        text = clean(node.value, source, self.found)
        if node.style is None and text in _NULLS:
            text = ""
        if node.style in ("|", ">"):
            return Scalar(text.rstrip("\n"), line + 1, stepped=node.style == "|")
        return Scalar(text, line)
