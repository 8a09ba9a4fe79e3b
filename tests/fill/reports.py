"""Reports for tests of the fill stage: a text, a few figures, and a document that prints the text alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from render.content import Content, Node, Paragraph, Span
from render.diagnostics import Diagnostic, Source
from render.fill import fill
from render.report import (
    METADATA_KEYS,
    Absence,
    Attachment,
    Entry,
    Figure,
    FigureTable,
    Metadata,
    Report,
    SourceText,
    Value,
)

ONLY_TEXT = "{{ 正文 }}\n"
NAMES = {key.chinese: key.name for key in METADATA_KEYS}

Number = str | Absence


def source_text(text: str, file: str = "report.md", first: int = 1) -> SourceText:
    """Make a text whose lines are numbered from `first` on."""
    return SourceText(text, file, tuple(range(first, first + text.count("\n") + 1)))


def figure(key: str, *, name: str = "", unit: str = "件", row: int = 2, **more: object) -> Figure:
    """Make a figure; years go in as `y2020="28"`, and stand in column F for 2020, G for 2021."""
    values = {}
    for word in [word for word in more if word.startswith("y")]:
        number = more.pop(word)
        year = int(word[1:])
        cell = Source("figures.xlsx", sheet="指标", cell=f"{chr(ord('F') + year - 2020)}{row}")
        values[year] = Value(number if isinstance(number, Absence) else Decimal(str(number)), None, cell)
    return Figure(key, name or key, unit, None, values, **more)  # type: ignore[arg-type]


def table(*figures: Figure) -> FigureTable:
    """Make a table with a column for each year of its figures."""
    years = sorted({year for each in figures for year in each.values})
    return FigureTable(
        {each.key: each for each in figures}, tuple(years), Source("figures.xlsx", sheet="指标")
    )


def metadata(entries: Mapping[str, object]) -> Metadata:
    """Metadata by Chinese key, one line each from line 2 on."""
    return {
        NAMES[key]: Entry(value, Source("report.md", line))  # type: ignore[arg-type]
        for line, (key, value) in enumerate(entries.items(), 2)
    }


def report(
    text: str = "",
    *figures: Figure,
    attachments: tuple[Attachment, ...] = (),
    by_year: Mapping[int, Mapping[str, object]] | None = None,
    editions: Mapping[str, Mapping[str, object]] | None = None,
    first: int = 1,
    **entries: object,
) -> Report:
    """Make a report of 2020, titled 报告 and issued on 18 February 2021."""
    own = {"年度": 2020, "标题": "报告", "成文日期": date(2021, 2, 18), **entries}
    return Report(
        folder=Path("fazhi-2020"),
        metadata=metadata({key: value for key, value in own.items() if value is not None}),
        by_year={year: metadata(keys) for year, keys in (by_year or {}).items()},
        editions={name: metadata(keys) for name, keys in (editions or {}).items()},
        text=source_text(text, first=first),
        attachments=attachments,
        figures=table(*figures),
    )


def attachment(title: str, text: str, file: str = "附件/1.md") -> Attachment:
    """Make an attachment whose title stands on line 1 and whose text follows it."""
    return Attachment(title, source_text(text, file, first=2), Source(file, 1))


def filled(given: Report, document: str = ONLY_TEXT, **more: object) -> tuple[Content, list[Diagnostic]]:
    """Fill a report that leaves something sensible."""
    content, found = fill(given, document, **{"year": 2020, **more})  # type: ignore[arg-type]
    assert content is not None
    return content, but_for_scraps(found)


def but_for_scraps(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what is said of reports as scrappy as those of most tests."""
    return [each for each in found if each.code not in ("content.no_text", "heading.no_text")]


def nodes(text: str, *figures: Figure, **more: object) -> tuple[Node, ...]:
    """Make nodes of a text without faults."""
    content, found = filled(report(text, *figures, **more))  # type: ignore[arg-type]
    assert found == []
    return content.nodes


def spans(text: str, *figures: Figure, **more: object) -> tuple[Span, ...]:
    """Make spans of a text of one paragraph without faults."""
    (node,) = nodes(text, *figures, **more)
    assert isinstance(node, Paragraph)
    return node.spans


def said(text: str, *figures: Figure, **more: object) -> str:
    """Say a text of one paragraph without faults."""
    return "".join(span.text for span in spans(text, *figures, **more))


def found(text: str, *figures: Figure, **more: object) -> list[tuple[str, int | None]]:
    """List the codes and lines of a text's faults."""
    _, diagnostics = fill(report(text, *figures, **more), ONLY_TEXT, year=2020)  # type: ignore[arg-type]
    return [(each.code, each.source.line) for each in but_for_scraps(diagnostics)]


def words_of(content: Content) -> list[str]:
    """List the words of every paragraph and heading."""
    return ["".join(span.text for span in node.spans) for node in content.nodes if hasattr(node, "spans")]
