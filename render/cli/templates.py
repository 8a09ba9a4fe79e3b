"""`gongwen templates`: the templates at hand, and the values one of them comes to."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from .. import template
from ..diagnostics import Diagnostic, Faults, fault
from ..messages import exit_of
from ..messages.phrases import phrase
from .columns import lined_up
from .jobs import TEMPLATES
from .reply import Reply
from .usage import Call, Command, Operand

_LEFT_OUT = ("document", "lineage")  # whole files


def run(options: Namespace, call: Call) -> Reply:
    """List all templates, or show one with everything it inherits."""
    folders = tuple(Path(folder) for folder in options.templates)
    if options.action is None:
        return _list(folders, call)
    if options.action != "show":
        raise fault("cli.bad_choice", option="templates", value=options.action, choices="show")
    if options.template is None:
        raise fault("cli.no_operand", operand=phrase("value.template", call.language), command="templates")
    values = _plain(template.load(options.template, folders))
    lines = (phrase("templates.units", call.language), *_flat(values))
    return Reply(lines=lines, more={"template": values})


def _list(folders: tuple[Path, ...], call: Call) -> Reply:
    found: list[Diagnostic] = []
    entries: list[dict[str, Any]] = []
    for name in template.available(folders):
        try:
            look = template.load(name, folders)
        except Faults as faults:
            found += faults.diagnostics
            continue
        inherits = list(look.inherits)
        entries.append({"name": name, "title": look.title, "inherits": inherits, "folder": str(look.folder)})
    heads = [phrase(f"templates.{head}", call.language) for head in ("name", "title", "inherits", "folder")]
    rows = [[e["name"], e["title"], ", ".join(e["inherits"]) or "—", e["folder"]] for e in entries]
    return Reply(exit_of(found), tuple(lined_up([heads, *rows])), tuple(found), more={"templates": entries})


def _plain(value: object) -> Any:
    """Turn a template into plain values, leaving whole files out."""
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name not in _LEFT_OUT}
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, float):
        return round(value, 3)  # points; a twentieth of a point is the finest a DOCX states
    return str(value) if isinstance(value, Path) else value


def _flat(values: Mapping[str, Any], trail: str = "") -> Iterator[str]:
    """Write nested values as `styles.title.size = 22.0`, one to a line."""
    import json

    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{trail}{key}.")
        else:
            yield f"{trail}{key} = {json.dumps(value, ensure_ascii=False)}"


COMMAND = Command(run, (Operand("action", required=False), Operand("template", required=False)), (TEMPLATES,))
