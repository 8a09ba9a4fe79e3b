"""Punctuation: what print needs, and what is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.punctuation import fold, restore


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2020年,我区以人民为中心.", "2020年，我区以人民为中心."),
        ("主要体现在:一是甲;二是乙;三是丙.", "主要体现在：一是甲；二是乙；三是丙."),
        ("(一)完善机制", "（一）完善机制"),
        ("审结54件(含上年结转10件)。", "审结54件（含上年结转10件）。"),
        ("国内生产总值(GDP)增长", "国内生产总值（GDP）增长"),
        ("怎么办?干起来!", "怎么办？干起来！"),
        ('坚持"四个意识",做到"两个维护"', "坚持“四个意识”，做到“两个维护”"),
        ("《贯彻<实施方案>的细则》", "《贯彻〈实施方案〉的细则》"),
        ("方案(2016-2020年)", "方案（2016—2020年）"),
        ("增长8.1%,其中", "增长8.1%，其中"),
        ("到 2020 年,增长 5.3 %", "到2020年，增长5.3%"),
        ("１２３件，占９．５％", "123件，占9.5%"),
        ("增速为-5.4%", "增速为−5.4%"),
        ("增长5%~8%", "增长5%～8%"),
        ("全年共28件;", "全年共28件；"),
        ("电话:027-87673391", "电话：027-87673391"),
        ("（含上年结转10件)", "（含上年结转10件）"),
        ("1)加强领导", "1）加强领导"),
    ],
)
def test_marks_are_restored(before: str, after: str) -> None:
    """Inside Chinese text."""
    assert restore(before)[0] == after


@pytest.mark.parametrize(
    "text",
    [
        "时间是16:35，比例为3:2，共12,558件",
        "网址http://www.example.gov.cn/a,b?c=1;d=2",
        "邮箱htfw@example.gov.cn",
        "Plain English, with marks: no change (none)!",
        "GB/T 9704-2012",
        "电话027-87673391",
        "1.精心谋划部署。",
        "增长3.5%",
        "已经对了：“甲”、《乙〈丙〉》（丁）……——",
        "2016—2020年",
        "2020-01-15",
    ],
)
def test_the_rest_is_left_alone(text: str) -> None:
    """Numbers, times, addresses, English, and what is right."""
    assert restore(text)[0] == text


@given(st.text(alphabet="甲乙2019年-,:;()?!\"'<>《》“” .%ab１％", max_size=40))
def test_every_change_is_listed(text: str) -> None:
    """Putting them in, one after the other, gives the text."""
    after, changes = restore(text)
    made, start = "", 0
    for change in changes:
        assert text[change.at :].startswith(change.before)
        made += text[start : change.at] + change.after
        start = change.at + len(change.before)
    assert made + text[start:] == after


@given(st.text(alphabet="甲乙2019年，,：:；;？?！!。、%", max_size=40))
def test_restoring_twice_changes_nothing_more(text: str) -> None:
    """What is right already stays."""
    after, _ = restore(text)
    assert restore(after) == (after, ())


@given(st.text(alphabet='甲乙2019年-,:;()?!"<>《》 .%', max_size=40))
def test_folding_keeps_places(text: str) -> None:
    """Character for character."""
    assert len(fold(text)) == len(text)
