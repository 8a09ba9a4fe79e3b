"""`gongwen templates`: the templates at hand, and the values one of them comes to."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .. import layout_file
from ..clauses import clause_for, clauses_of
from ..diagnostics import Diagnostic, Faults, fault
from ..messages import exit_of
from ..messages.phrases import phrase
from .columns import lined_up
from .jobs import TEMPLATES
from .reply import Reply
from .usage import Call, Command, Operand

_NO_CLAUSES: Mapping[str, str] = {}


def run(options: Namespace, call: Call) -> Reply:
    """List all templates, or show one with everything it inherits."""
    folders = tuple(Path(folder) for folder in options.templates)
    if options.action is None:
        return _list(folders, call)
    if options.action != "show":
        raise fault("cli.bad_choice", option="templates", value=options.action, choices="show")
    if options.template is None:
        raise fault("cli.no_operand", operand=phrase("value.template", call.language), command="templates")
    look = layout_file.load(options.template, folders)
    layout = layout_file.as_layout(look)
    clauses = clauses_of(look)
    more = {
        "clauses": clauses,
        "name": look.name,
        "folder": str(look.folder),
        "inherits": list(look.inherits),
        "layout": layout,
    }
    return Reply(lines=tuple(as_toml(layout, clauses).splitlines()), more={"template": more})


def _list(folders: tuple[Path, ...], call: Call) -> Reply:
    found: list[Diagnostic] = []
    entries: list[dict[str, Any]] = []
    for name in layout_file.available(folders):
        try:
            look = layout_file.load(name, folders)
        except Faults as faults:
            found += faults.diagnostics
            continue
        inherits = list(look.inherits)
        entries.append({"name": name, "title": look.title, "inherits": inherits, "folder": str(look.folder)})
    heads = [phrase(f"templates.{head}", call.language) for head in ("name", "title", "inherits", "folder")]
    rows = [[e["name"], e["title"], ", ".join(e["inherits"]) or "—", e["folder"]] for e in entries]
    return Reply(exit_of(found), tuple(lined_up([heads, *rows])), tuple(found), more={"templates": entries})


def as_toml(layout: Mapping[str, Any], clauses: Mapping[str, str] = _NO_CLAUSES) -> str:
    """Write a layout as a `layout.toml`, of which any line can be put into a template of one's own.

    Values that the standard gives have its clause beside them.
    """
    return "\n".join(_lines(layout, clauses)) + "\n"


def _lines(layout: Mapping[str, Any], clauses: Mapping[str, str], trail: str = "") -> Iterator[str]:
    import json

    for key, value in layout.items():
        if not isinstance(value, dict):
            clause = clause_for(f"{trail}{key}", clauses)
            note = f"  # {clause}" if clause else ""
            yield f"{_key(key)} = {json.dumps(value, ensure_ascii=False)}{note}"
    for key, value in layout.items():
        if isinstance(value, dict):
            yield ""
            yield f"[{trail}{_key(key)}]"
            yield from _lines(value, clauses, f"{trail}{_key(key)}.")


def _key(key: str) -> str:
    return key if key.isascii() else f'"{key}"'


COMMAND = Command(run, (Operand("action", required=False), Operand("template", required=False)), (TEMPLATES,))
