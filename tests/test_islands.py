"""Changes as a person would mark them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from render.islands import readable


def marked(before: str, after: str) -> str:
    """Write the later text with what was taken out in [] and what was put in in {}."""
    pieces: list[str] = []
    at = 0
    for edit in readable(before, after):
        pieces.append(before[at : edit.start])
        gone, new = before[edit.start : edit.stop], after[edit.new_start : edit.new_stop]
        pieces.append((f"[{gone}]" if gone else "") + (f"{{{new}}}" if new else ""))
        at = edit.stop
    return "".join([*pieces, before[at:]])


def test_a_number_changes_as_a_whole() -> None:
    """With its decimals, thousands, sign of per cent and minus sign."""
    assert marked("合格率99.95%，比上年", "合格率99.93%，比上年") == "合格率[99.95%]{99.93%}，比上年"
    assert marked("共收到12,558件。", "共收到12,600件。") == "共收到[12,558]{12,600}件。"
    assert marked("增减为−5.4个百分点", "增减为5.4个百分点") == "增减为[−5.4]{5.4}个百分点"


def test_two_numbers_of_a_sentence_are_two_changes() -> None:
    """Each beside its own unit."""
    came = marked("收到54件，审结51件。", "收到60件，审结58件。")
    assert came == "收到[54]{60}件，审结[51]{58}件。"


def test_a_kept_character_between_changes_is_part_of_them() -> None:
    """加强 for 大力强化 is one change."""
    assert (
        marked("要进一步抓好推进工作落实", "要进一步加大推动工作落实")
        == "要进一步[抓好推进]{加大推动}工作落实"
    )


def test_a_paragraph_with_little_in_common_is_written_anew() -> None:
    """But for the mark both end with."""
    assert (
        marked("区委组织召开会议部署。", "推行延时服务的举措。")
        == "[区委组织召开会议部署]{推行延时服务的举措}。"
    )


@given(st.text("的12.,%。甲乙\r", max_size=20), st.text("的12.,%。甲丙\r", max_size=20))
def test_the_changes_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    """Whatever the texts; and something is kept between any two changes."""
    at = new_at = 0
    pieces: list[str] = []
    for number, edit in enumerate(readable(before, after)):
        assert before[at : edit.start] == after[new_at : edit.new_start]
        assert number == 0 or edit.start > at
        assert edit.stop > edit.start or edit.new_stop > edit.new_start
        pieces += (before[at : edit.start], after[edit.new_start : edit.new_stop])
        at, new_at = edit.stop, edit.new_stop
    assert "".join([*pieces, before[at:]]) == after
