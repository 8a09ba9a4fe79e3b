"""Settings: what a report says once about its figures: relations (关系) and number words (用词)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..report import Relation
from ..wording import WORDING_KEYS, Wording, WordingKey
from .nodes import Mapping, Node, Scalar, Sequence
from .numerals import read_numeral

SETTINGS = {name: key for key in WORDING_KEYS for name in (key.chinese, key.name)}


def read_relations(node: Node, file: str) -> tuple[Relation, ...] | None:
    """Read one equation or a list of them; None when the value has another shape."""
    items = node.items if isinstance(node, Sequence) else (node,)
    relations: list[Relation] = []
    for item in items:
        if not isinstance(item, Scalar):
            return None
        for number, text in zip(item.lines(), item.text.split("\n"), strict=True):
            if text.strip():
                relations.append(Relation(text.strip(), Source(file, number)))
    return tuple(relations)


def read_wording(node: Mapping, file: str, found: list[Diagnostic]) -> Wording:
    """Read settings by name; a faulty one is reported and keeps its default."""
    settings: dict[str, Any] = {}
    written: dict[str, str] = {}
    for name, value in node.pairs:
        key = SETTINGS.get(name.text)
        if key is None:
            values = {"key": name.text, "near": nearest(name.text, SETTINGS)}
            found.append(Diagnostic("wording.unknown", Source(file, name.line), values))
        elif key.name in written:
            values = {"key": name.text, "other": written[key.name]}
            found.append(Diagnostic("metadata.twice", Source(file, name.line), values))
        else:
            written[key.name] = name.text
            text = value.text.strip() if isinstance(value, Scalar) else ""
            setting = _setting(key, text)
            if setting is not None:
                settings[key.name] = setting
            elif text or not isinstance(value, Scalar):
                values = {"key": name.text, "found": text, "takes": _takes(key)}
                found.append(Diagnostic("wording.value", Source(file, value.line), values))
    return Wording(**settings)


def _setting(key: WordingKey, text: str) -> str | int | Decimal | None:
    if key.choices:
        return text if text in key.choices else None
    numeral = read_numeral(text, "") if text else None
    if numeral is None or not key.least <= numeral.number <= key.most:
        return None
    if key.is_whole:
        return int(numeral.number) if not numeral.decimals else None
    return numeral.number


def _takes(key: WordingKey) -> str:
    return "、".join(key.choices) or f"{key.least}～{key.most}"
