"""Metadata changed in place."""

from __future__ import annotations

import pytest

from render.edit import set_metadata


def taken_out(_: str) -> None:
    """Take a value out."""
    return


CHANGES = {"year": lambda value: value.replace("2020", "2021"), "issued_on": taken_out, "number": taken_out}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("年度: 2020年", "年度: 2021年"),
        ("year: '2020' # 本年", "year: '2021' # 本年"),
        ("成文日期: 2021-02-18", "成文日期:  # 上年：2021-02-18"),
        ("成文日期：2021-02-18", "成文日期：  # 上年：2021-02-18"),
        ("成文日期: 2021-02-18  # 周四", "成文日期:  # 上年：2021-02-18  # 周四"),
        ("成文日期:", "成文日期:"),
        ("成文日期:  # 上年：2021-02-18", "成文日期:  # 上年：2021-02-18"),
        ("# 成文日期: 2021-02-18", "# 成文日期: 2021-02-18"),
        ("发文字号:\n  - 甲\n  - 乙", "发文字号:\n#  - 甲\n#  - 乙"),
        ("2021:\n  成文日期: 2022-01-01", "2021:\n  成文日期: 2022-01-01"),
        ("版本:\n  公开:\n    成文日期: 2021-03-01", "版本:\n  公开:\n    成文日期:  # 上年：2021-03-01"),
        ("标题: |\n  年度: 2020", "标题: |\n  年度: 2020"),
    ],
)
def test_only_the_value_changes(before: str, after: str) -> None:
    """Quotes, comments, colons of either width, and everything below the head stay."""
    data, _ = set_metadata(f"---\n{before}\n---\n年度: 2020\n".encode(), "report.md", CHANGES)
    assert data.decode() == f"---\n{after}\n---\n年度: 2020\n"


def test_what_was_taken_out_is_named() -> None:
    """By its Chinese name, once."""
    text = "---\nissued_on: 2021-02-18\n版本:\n  公开:\n    成文日期: 2021-03-01\n---\n"
    assert set_metadata(text.encode(), "report.md", CHANGES)[1] == ("成文日期",)


def test_a_text_without_metadata_stays() -> None:
    """There is nothing to change."""
    assert set_metadata("年度: 2020\n".encode(), "report.md", CHANGES)[0] == "年度: 2020\n".encode()


def test_json_values_keep_their_quotes() -> None:
    """Nested ones of an edition are changed too."""
    text = '{\n\t"年度": "2020",\n\t"版本": {"公开": {"成文日期": "2021-02-18"}}\n}\n'
    data, taken = set_metadata(text.encode(), "report.json", CHANGES)
    assert data.decode() == '{\n\t"年度": "2021",\n\t"版本": {"公开": {"成文日期": ""}}\n}\n'
    assert taken == ("成文日期",)
