"""Templates: the one a state was set with, everything it inherits included, as files that need no others."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from ..template import Template

_INHERITS = re.compile(r"(?m)^(\s*)inherits\s*=.*$")


def files_of(look: Template) -> tuple[dict[str, str], str]:
    """Write a template's folders.

    Returns:
        Texts by path, and the name to load it by. Where two templates of the chain bear one name, or one
        names another by a path, the line that names it is changed; nothing else is.
    """
    names: list[str] = []
    for name in (look.name, *look.inherits):
        number, own = 2, name
        while own in names:
            number, own = number + 1, f"{name}-{number}"
        names.append(own)
    files = {f"{names[0]}/document.md.j2": look.document}
    for at, (name, text) in enumerate(zip(names, look.lineage, strict=True)):
        below = names[at + 1] if at + 1 < len(names) else ""
        files[f"{name}/layout.toml"] = _naming(text, below) if below else text
    return files, names[0]


def digest_of(files: Mapping[str, str]) -> str:
    """Sum up a template as `files_of` gives it."""
    return hashlib.sha256(json.dumps(files, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _naming(text: str, below: str) -> str:
    """Let a layout inherit from the template of a name."""
    line = _INHERITS.search(text)
    if line is None or re.fullmatch(rf"""\s*inherits\s*=\s*["']{re.escape(below)}["']\s*(#.*)?""", line[0]):
        return text
    return (
        text[: line.start()]
        + f"{line[1]}inherits = {json.dumps(below, ensure_ascii=False)}"
        + text[line.end() :]
    )
