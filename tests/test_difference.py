"""What was taken out and what was put in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.difference import difference, pieces, similarity


def shown(before: str, after: str, *edges: int) -> str:
    """Write a comparison with what was taken out in [ ] and what was put in in { }."""
    said, at = "", 0
    for edit in difference(before, after, edges):
        said += before[at : edit.start]
        said += f"[{before[edit.start : edit.stop]}]" if edit.stop > edit.start else ""
        said += f"{{{after[edit.new_start : edit.new_stop]}}}" if edit.new_stop > edit.new_start else ""
        at = edit.stop
    return said + before[at:]


def test_a_number_is_one_piece() -> None:
    """With its decimals; the sign behind it is another."""
    assert pieces("达98.35%，ABC件") == ["达", "98.35", "%", "，", "ABC", "件"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("受理28件，办结27件。", "受理30件，办结27.5件。", "受理[28]{30}件，办结[27]{27.5}件。"),
        ("着力加强法治建设。", "着力强化法治建设。", "着力[加强]{强化}法治建设。"),
        ("2020年", "2021年度", "[2020]{2021}年{度}"),
        ("一是加强。二是落实。", "一是加强。三是监督。二是落实。", "一是加强。{三是监督。}二是落实。"),
        ("一是加强。三是监督。二是落实。", "一是加强。二是落实。", "一是加强。[三是监督。]二是落实。"),
        ("甲。乙。", "甲。乙。丙。", "甲。乙。{丙。}"),
        ("", "甲", "{甲}"),
        ("甲", "", "[甲]"),
    ],
)
def test_changes_read_as_a_person_made_them(before: str, after: str, expected: str) -> None:
    """Numbers whole, neighbours joined, sentences from their beginning."""
    assert shown(before, after) == expected


def test_nothing_moves_across_an_edge() -> None:
    """A comma put in behind a figure stays behind it."""
    assert shown("共28件", "共28件件", 1, 4) == "共28件{件}"


@given(st.text("甲乙丙。，12 ab", max_size=60), st.text("甲乙丙。，12 ab", max_size=60))
def test_the_edits_make_one_text_of_the_other(before: str, after: str) -> None:
    """They come in order, never touch, and each side of them is where it says."""
    made, at, new_at = "", 0, 0
    edits = difference(before, after)
    assert all(edit.stop < following.start for edit, following in pairwise(edits))
    for edit in edits:
        assert before[at : edit.start] == after[new_at : edit.new_start]
        made += before[at : edit.start] + after[edit.new_start : edit.new_stop]
        at, new_at = edit.stop, edit.new_stop
    assert made + before[at:] == after


def test_long_texts_are_compared_by_sentence() -> None:
    """Ten thousand sentences with one changed cost no more than a few."""
    before = "".join(f"第{n}句说明情况。" for n in range(10_000))
    after = "新的开头。" + before.replace("第5000句说明情况", "第5000句另作说明") + "新的结尾。"
    assert len(difference(before, after)) == 3


def test_similarity_counts_what_is_kept() -> None:
    """Half of each text."""
    assert (similarity("甲乙", "甲乙"), similarity("甲乙丙丁", "甲乙戊己"), similarity("甲", "乙")) == (
        1,
        0.5,
        0,
    )
