"""Schema: the shape of report.yaml, report.json and the front matter of report.md, for editors.

One JSON Schema (2020-12), made from the keys a report knows, so the two cannot disagree. It is
for completion and early warning; the readers make their own checks and say more about a fault.
"""

from __future__ import annotations

from typing import Any

from ..report import METADATA_KEYS, ROOT_KINDS, Kind, MetadataKey
from ..wording import WORDING_KEYS, WordingKey
from .sections import ATTACHMENT_KEYS, HEADING_KEYS, ROOT_TEXT_KEYS, SECTION_KEYS, TEXT_KEYS, TITLE_KEYS

_EXPRESSION = r"\{\{"
_DATE = r"^\s*[0-9]{4}(-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|\.[0-9]{1,2}\.[0-9]{1,2}|\s*年.+日)"
_YEAR = r"^(19|20|21)[0-9]{2}\s*(年度?)?$"


def report_schema() -> dict[str, Any]:
    """Make the JSON Schema of a report, with every key under its Chinese and its English name."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gongwen report",
        "description": "公文的要素与正文 / metadata and text of a report",
        **_metadata(in_group=False),
        "$defs": {
            "scalar": {"type": ["string", "number", "null"]},
            "group": _metadata(in_group=True),
            "text": {
                "anyOf": [
                    {"type": ["string", "null"]},
                    {"$ref": "#/$defs/section"},
                    {
                        "type": "array",
                        "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/section"}]},
                    },
                ]
            },
            "section": _object(
                {HEADING_KEYS: {"type": "string"}, TEXT_KEYS: _TEXT, SECTION_KEYS: _TEXT}, HEADING_KEYS
            ),
            "attachment": _object({TITLE_KEYS: {"type": "string"}, TEXT_KEYS: _TEXT}, TITLE_KEYS),
        },
    }


_TEXT = {"$ref": "#/$defs/text"}


def _metadata(in_group: bool) -> dict[str, Any]:
    """Describe the keys of a report, or of one year or edition in it."""
    keys: dict[tuple[str, ...], Any] = {
        (key.chinese, key.name): _value(key)
        for key in METADATA_KEYS
        if not (in_group and key.kind in ROOT_KINDS)
    }
    if in_group:
        return _object(keys)
    inline = {"type": "array", "items": {"$ref": "#/$defs/attachment"}}
    keys[ATTACHMENT_KEYS] = {"anyOf": [keys[ATTACHMENT_KEYS], inline]}
    keys[ROOT_TEXT_KEYS] = _TEXT
    return {**_object(keys), "patternProperties": {_YEAR: {"$ref": "#/$defs/group"}}}


def _object(keys: dict[tuple[str, ...], Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    """Describe a mapping whose keys have several names, of which one at a time is used."""
    rules: list[Any] = [
        {"not": {"required": [one, other]}}
        for names in keys
        for at, one in enumerate(names)
        for other in names[at + 1 :]
    ]
    if required:
        rules.append({"anyOf": [{"required": [name]} for name in required]})
    return {
        "type": "object",
        "properties": {name: value for names, value in keys.items() for name in names},
        "additionalProperties": False,
        "allOf": rules,
    }


def _value(key: MetadataKey) -> dict[str, Any]:
    """Describe the values a key takes."""
    scalar = {"$ref": "#/$defs/scalar"}
    match key.kind:
        case Kind.TEXT:
            return scalar
        case Kind.NAMES:
            return {"anyOf": [scalar, {"type": "array", "items": scalar}]}
        case Kind.DATE:
            return {"type": ["string", "null"], "pattern": f"{_DATE}|{_EXPRESSION}|^$"}
        case Kind.YEAR:
            return {
                "anyOf": [
                    {"type": "integer", "minimum": 1900, "maximum": 2199},
                    {"type": ["string", "null"], "pattern": f"{_YEAR}|{_EXPRESSION}|^$"},
                ]
            }
        case Kind.YEARS:
            year = _value(MetadataKey("", "", Kind.YEAR))
            one = _YEAR[1:-1]
            several = {"type": "string", "pattern": rf"^{one}([,，、;；\s]+{one})+$"}
            return {"anyOf": [year, several, {"type": "array", "items": year}]}
        case Kind.CHOICE:
            return {"anyOf": [{"enum": [*key.choices, "", None]}, {"type": "string", "pattern": _EXPRESSION}]}
        case Kind.GROUPS:
            return {"type": "object", "additionalProperties": {"$ref": "#/$defs/group"}}
        case Kind.EQUATIONS:
            return {"anyOf": [scalar, {"type": "array", "items": scalar}]}
        case Kind.REASONS:
            words: dict[str, Any] = {"anyOf": [scalar, {"type": "array", "items": scalar}]}
            place = _object({("文字", "words"): words, ("原因", "reason"): scalar})
            reasons = {"anyOf": [scalar, place, {"type": "array", "items": place}]}
            return {"type": "object", "additionalProperties": reasons}
        case Kind.SETTINGS:
            return _object({(setting.chinese, setting.name): _setting(setting) for setting in WORDING_KEYS})


def _setting(setting: WordingKey) -> dict[str, Any]:
    """Describe the values a setting of number words takes."""
    if setting.choices:
        return {"enum": [*setting.choices, "", None]}
    number = {
        "type": "integer" if setting.is_whole else "number",
        "minimum": float(setting.least),
        "maximum": float(setting.most),
    }
    return {"anyOf": [number, {"type": ["string", "null"]}]}
