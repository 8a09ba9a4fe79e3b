"""Comparison as JSON: every number as a text of exact decimals, so that no reader rounds it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Literal

from ..change import rounded
from ..comparison import (
    ComparedChange,
    ComparedFigure,
    ComparedOffice,
    ComparedValue,
    Comparison,
    OfficeTable,
)

MADE_BY = "gongwen"


def write_comparison_json(comparison: Comparison) -> bytes:
    """Write a comparison as a JSON file."""
    value = {"made_by": MADE_BY, **as_values(comparison)}
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def digest_state(data: bytes) -> Literal["ours", "foreign"]:
    """Tell whether a JSON file is one of ours; what another program made is "foreign"."""
    try:
        value = json.loads(data)
    except ValueError:
        return "foreign"
    return "ours" if isinstance(value, dict) and value.get("made_by") == MADE_BY else "foreign"


def as_values(comparison: Comparison) -> dict[str, Any]:
    """Give a comparison as plain values."""
    rates = comparison.rate_decimals
    return {
        "title": comparison.title,
        "year": comparison.year,
        "period": comparison.period,
        "columns": [
            {"heading": column.heading, "year": column.year, "remark": column.remark}
            for column in comparison.columns
        ],
        "base": comparison.base,
        "last": comparison.last,
        "figures": [_figure(row, rates) for row in comparison.figures],
        "offices": [_offices(table, rates) for table in comparison.offices],
        "notes": list(comparison.notes),
        "origin": comparison.origin,
        "unmatched": [
            {"heading": side.heading, "figures": list(side.names)} for side in comparison.unmatched
        ],
    }


def _figure(row: ComparedFigure, rates: int) -> dict[str, Any]:
    return {
        "figure": row.figure,
        "number": row.number,
        "name": row.name,
        "unit": row.unit,
        "group": row.group,
        "part": row.part,
        "values": [_value(value) for value in row.values],
        "decimals": row.decimals,
        **_change(row.change, rates),
        "remark": row.remark,
    }


def _offices(table: OfficeTable, rates: int) -> dict[str, Any]:
    return {
        "name": table.name,
        "unit": table.unit,
        "decimals": table.decimals,
        "rows": [_office(row, rates) for row in table.rows],
        "total": None if table.total is None else _office(table.total, rates),
    }


def _office(row: ComparedOffice, rates: int) -> dict[str, Any]:
    return {
        "figure": row.figure,
        "name": row.name,
        "values": [_value(value) for value in row.values],
        "share": _number(row.share, rates),
        **_change(row.change, rates),
    }


def _value(value: ComparedValue) -> dict[str, Any]:
    plain: dict[str, Any] = {"number": None if value.number is None else f"{value.number:f}"}
    if value.manner != "{}":
        plain["manner"] = value.manner
    if value.mark:
        plain["mark"] = value.mark
    source = value.source
    if source.cell:
        plain["cell"] = f"{source.sheet}!{source.cell}" if source.sheet else source.cell
    return plain


def _change(change: ComparedChange, rates: int) -> dict[str, Any]:
    difference = change.difference
    return {
        "difference": None if difference is None else f"{difference:f}",
        "rate": _number(change.rate, rates),
    }


def _number(number: Decimal | None, decimals: int) -> str | None:
    return None if number is None else f"{rounded(number, decimals):f}"
