"""Where the characters of a report come from, asked of a copy full of marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from render.pipeline import Job
from render.readback.base import Base, base_of

from .reports import TEXT, write


def base(tmp_path: Path, text: str, **more: str) -> Base:
    """Compose a report and trace it."""
    found = base_of(Job(write(tmp_path / "报告", text, **more)), [])
    assert found is not None
    return found


def traced(base: Base, slot: int) -> str:
    """A slot as it stands in the source; `·` for what the template set."""
    shown, last = "", None
    origins = base.origins.trace.origins[slot]
    for origin in origins:
        if origin is None:
            shown += "·"
        elif origin.expression is None:
            shown += base.origins.trace.units[origin.unit].text[origin.place : origin.place + origin.length]
        elif origin != last:
            start, stop = base.origins.trace.units[origin.unit].expressions[origin.expression]
            shown += base.origins.trace.units[origin.unit].text[start:stop]
        last = origin
    return shown


def slot(base: Base, text: str) -> int:
    """The number of the slot that holds a text."""
    return next(n for n, each in enumerate(base.slots) if text in each.text)


@pytest.mark.parametrize(
    ("source", "printed", "expected"),
    [
        ("办理**二十**件*事*，", "办理", "办理二十件事，"),
        ("共{{ 受理件数|带单位 }}和{{ 年度 }}年", "共28件", "共{{ 受理件数|带单位 }}和{{ 年度 }}年"),
        ("甲&amp;乙\\*丙&#123;", "甲&乙", "甲&amp;乙*丙&#123;"),
        ("第一行\n第二行 <!-- 注 -->末", "第一行", "第一行第二行 末"),
        ("{% if 年度 > 1 %}有{% else %}无{% endif %}事", "有事", "有事"),
        ("注意：重点", "注意", "注意：重点"),
    ],
)
def test_characters_of_a_paragraph(tmp_path: Path, source: str, printed: str, expected: str) -> None:
    """Past emphasis, escapes, entities, line ends, notes and conditions."""
    found = base(tmp_path, f"{source}\n")
    assert traced(found, slot(found, printed)) == expected


def test_headings_and_their_numbers(tmp_path: Path) -> None:
    """The number is the template's; its length is known."""
    found = base(tmp_path, TEXT)
    number = slot(found, "完善工作机制")
    assert (traced(found, number), found.slots[number].number) == ("···完善工作机制", 3)
    run_in = slot(found, "精心谋划")
    assert traced(found, run_in).startswith("··精心谋划部署。全年受理{{ 受理件数|带单位 }}，")
    assert (found.slots[run_in].number, found.slots[run_in].head) == (2, 9)


def test_cells_and_captions(tmp_path: Path) -> None:
    """Each by itself, though they share a line."""
    found = base(tmp_path, TEXT)
    assert [traced(found, slot(found, text)) for text in ("主要指标", "甲|乙")] == ["主要指标", "甲|乙"]
    assert traced(found, slot(found, "单位：件")) == "单位：件"


def test_every_character_of_the_sample_is_found() -> None:
    """All but numbers of headings and the date, in a report of twelve pages."""
    sample = Path(__file__).parents[2] / "samples" / "hongshan-2020"
    found = base_of(Job(sample), [])
    assert found is not None
    lost = [
        each.text[each.number :]
        for each, origins in zip(found.slots, found.origins.trace.origins, strict=True)
        if None in origins[each.number :]
    ]
    assert lost == ["2021年2月18日"]


def test_what_a_loop_prints_is_known_to_be_repeated(tmp_path: Path) -> None:
    """And what stands outside is not."""
    found = base(tmp_path, "{% for x in [1, 2] %}\n循环内文字。\n\n{% endfor %}\n循环外文字。\n")
    origins = found.origins.trace.origins
    inside, outside = origins[slot(found, "循环内")][2], origins[slot(found, "循环外")][2]
    assert inside is not None
    assert outside is not None
    repeated = found.origins.trace.repeated
    assert (inside.unit, inside.place) in repeated
    assert (outside.unit, outside.place) not in repeated


def test_front_matter_is_traced_to_its_key(tmp_path: Path) -> None:
    """Title and addressee, which the template prints with a colon of its own."""
    found = base(tmp_path, "正文。\n", more="主送机关: [某市人民政府, 某市司法局]\n")
    assert traced(found, slot(found, "某市人民政府")) == "某市人民政府·某市司法局·"
    unit = found.origins.trace.origins[slot(found, "测试报告")][1]
    assert unit is not None
    assert found.origins.trace.units[unit.unit].key == "title"
