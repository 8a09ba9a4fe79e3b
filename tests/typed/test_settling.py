"""What became of listed sentences in the text of today."""

from __future__ import annotations

import pytest

from render.diagnostics import Source
from render.review import Review, ReviewItem, Sentence
from render.typed import Outcome, Settled, held_in, settled


def sentence(text: str) -> Sentence:
    """A sentence of the report."""
    return Sentence(text, Source("report.md", 1))


def become(old: list[str], new: list[str], *marks: str) -> list[Settled]:
    """What became of old sentences, each with its mark."""
    items = tuple(
        ReviewItem(number, sentence(text), held_in(text, 2020), mark)
        for number, (text, mark) in enumerate(zip(old, [*marks, *[""] * len(old)], strict=False), 1)
    )
    return list(settled(Review(2020, 2021, items), [sentence(text) for text in new]))


def outcomes(old: list[str], new: list[str]) -> list[str]:
    """Their outcomes, as people read them."""
    return [each.outcome.value for each in become(old, new)]


MEETING = "区委召开第二次、第三次会议，听取工作汇报。"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ([MEETING], "未改"),
        (["区委召开第 二次、第三次会议，听取工作汇报。"], "未改"),
        (["新加的一句。", MEETING], "未改"),
        (["区委召开第四次、第五次会议，听取工作汇报。"], "已改写"),
        (["区委召开第三次、第四次会议，听取工作汇报。"], "仍含"),
        (["另外一句，毫不相干的话。"], "已删去"),
        ([], "已删去"),
    ],
)
def test_a_sentence_is_known_by_what_it_says(new: list[str], expected: str) -> None:
    """Not by its line; a rewritten one waits as long as it holds something of what was listed."""
    assert outcomes([MEETING], new) == [expected]


def test_what_is_left_is_named() -> None:
    """Of two ordinals, one was changed."""
    (only,) = become([MEETING], ["区委召开第三次、第四次会议，听取工作汇报。"])
    assert [held.text for held in only.left] == ["第三次"]
    assert only.is_open


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("受理案件3件，按期办结。", "受理案件13件，按期办结。"),
        ("受理案件3件，按期办结。", "受理案件2.3件，按期办结。"),
        ("召开会议三次，听取汇报。", "召开会议十三次，听取汇报。"),
        ("全年办理案件若干，按期办结。", "办理案件{{ 全年件数 }}，按期办结。"),
        ("办理案件28件，按期办结。", "办理案件{{ 件数|带单位 }}，按期办结。"),
    ],
)
def test_part_of_a_longer_number_or_name_is_not_what_was_listed(old: str, new: str) -> None:
    """The sentence is settled."""
    assert outcomes([old], [new]) == ["已改写"]


def test_a_year_with_more_behind_it_is_still_the_year() -> None:
    """2020年 became 2020年度."""
    assert outcomes(["2020年办理案件若干，按期办结。"], ["2020年度办理案件若干，按期办结。"]) == ["仍含"]


def test_two_sentences_alike_are_matched_once_each() -> None:
    """One was rewritten, the other was not."""
    old = ["2020年办理案件一批，成效明显。", "2020年办理案件两批，成效明显。"]
    assert outcomes(old, ["2020年办理案件两批，成效明显。", "2021年办理案件一批，成效明显。"]) == [
        "已改写",
        "未改",
    ]


def test_a_mark_settles_what_was_not_rewritten() -> None:
    """保留 says that it is still right."""
    (only,) = become([MEETING], [MEETING], "保留")
    assert not only.is_open
    assert not only.is_contradicted


def test_changed_beside_the_same_sentence_is_a_contradiction() -> None:
    """Somebody forgot, or marked another line."""
    (only,) = become([MEETING], [MEETING], "已改")
    assert only.is_contradicted
    assert only.outcome is Outcome.UNCHANGED


def test_a_long_list_is_settled_in_time() -> None:
    """Half of them rewritten: each is compared with few others."""
    old = [f"第{n}个街道2020年办理各类案件若干，按期办结，群众满意，编号{n * 7919}。" for n in range(300)]
    new = [text.replace("2020", "2021") if n % 2 else text for n, text in enumerate(old)]
    assert outcomes(old, new).count("未改") == 150
