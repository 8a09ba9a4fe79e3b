"""What the text says of a figure whose formula lacks a value."""

from __future__ import annotations

from fill.reports import figure, report

from render.derive import derive
from render.diagnostics import Source
from render.fill import fill
from render.report import Absence


def test_the_cells_to_fill_are_named() -> None:
    """Those of the formula's inputs, with who supplies them; nothing is to be filled beside the formula."""
    given = report(
        "{{ 总数 }}",
        figure("总数", formula="甲+乙+丙", y2020=Absence.NOT_SUPPLIED),
        figure("甲", y2020=Absence.NOT_SUPPLIED, supplied_by="区公安局", row=3),
        figure("乙", y2020=Absence.NOT_SUPPLIED, supplied_by="区司法局", row=4),
        figure("丙", y2020=1, row=5),
    )
    figures, _ = derive(given.figures)
    _, found = fill(
        type(given)(given.folder, given.metadata, {}, {}, given.text, (), figures), "{{ 正文 }}\n", year=2020
    )

    assert [(each.code, each.values["figure"], each.values["supplied_by"]) for each in found] == [
        ("figure.missing", "甲", "区公安局"), ("figure.missing", "乙", "区司法局"),
    ]  # fmt: skip
    assert found[0].values["cell"] == Source("figures.xlsx", sheet="指标", cell="F3")
