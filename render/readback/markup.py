"""Markup: typed characters as an author writes them in Markdown, so that they print as they are."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\*_`<&]|~~|\[(?=\^)|\](?=\()|!(?=\[)")
_BRACES = re.compile(r"[{}]")
_OPENING = re.compile(r"#|[-+>](?=[ \t\u3000])|-{2,}|={2,}|:::|(?:[-*][ \t\u3000]*){3,}$")
_EMPHASIS = re.compile(r"(?<!\\)(\*+|_+)")


def escaped(text: str, *, opens: bool = False, in_cell: bool = False) -> str:
    """Write text so that no character of it is markup.

    Args:
        text: The characters to print.
        opens: It begins a paragraph.
        in_cell: It stands in a table.
    """
    # A brace may open an expression; as an entity it never does.
    written = _BRACES.sub(lambda m: f"&#{ord(m[0])};", _SIGNS.sub(lambda m: f"\\{m[0]}", text))
    written = written.replace("\n", " " if in_cell else "\\\n")
    if in_cell:
        written = written.replace("|", "\\|")
    if opens and _OPENING.match(written):
        written = "\\" + written
    return written


def emphasis_left(source: str) -> str:
    """Give the emphasis marks of a passage that have no partner in it."""
    open_marks: list[str] = []
    for mark in _EMPHASIS.findall(source):
        if open_marks and open_marks[-1] == mark:
            open_marks.pop()
        else:
            open_marks.append(mark)
    return "".join(open_marks)
