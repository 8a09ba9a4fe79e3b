"""Which paragraph is which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from render.pairing import Words, pair

TEXTS = (
    "区委组织召开会议，重点听取汇报。",
    "落实区委中心组学法制度，开展学习。",
    "推进审批制度改革，开展对标优化。",
    "在区政务中心部署安装评价设备。",
)


def paired(
    before: list[str] | tuple[str, ...], after: list[str]
) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    """Pair plain paragraphs."""
    return [(p.before, p.after, p.moved) for p in pair([Words(t) for t in before], [Words(t) for t in after])]


def test_equal_documents_pair_one_to_one() -> None:
    """In order."""
    assert paired(TEXTS, list(TEXTS)) == [((n,), (n,), False) for n in range(4)]


def test_one_paragraph_moved() -> None:
    """The others stay where they are."""
    a, b, c, d = TEXTS
    assert [each for each in paired(TEXTS, [c, a, b, d]) if each[2]] == [((2,), (0,), True)]


def test_new_gone_and_changed() -> None:
    """What is gone comes before what followed it."""
    a, _, c, d = TEXTS
    assert paired(TEXTS, [a, "全新的一段话说别的事情。", c + "并加强督查。", d]) == [
        ((0,), (0,), False),
        ((), (1,), False),
        ((1,), (), False),
        ((2,), (2,), False),
        ((3,), (3,), False),
    ]


def test_split_and_joined() -> None:
    """Whichever piece is the longer one."""
    a, b, c, d = TEXTS
    assert ((1,), (1, 2), False) in paired(TEXTS, [a, b[:5], b[5:], c, d])
    assert ((1,), (1, 2), False) in paired(TEXTS, [a, b[:12], b[12:], c, d])
    assert ((1, 2), (1,), False) in paired(TEXTS, [a, b + c, d])


def test_a_short_line_between_the_same_neighbours_is_the_same() -> None:
    """Though no character of it is left; a long one is another."""
    assert paired(["甲" * 20, "条", "乙" * 20], ["甲" * 20, "项", "乙" * 20])[1] == ((1,), (1,), False)


def test_a_role_tells_in_order() -> None:
    """A title rewritten from the first to the last word is the title."""
    before = [Words("某某报告", role="title"), Words(TEXTS[0])]
    after = [Words("另外一个全新的名称和说法", role="title"), Words(TEXTS[0])]
    assert pair(before, after)[0].before == (0,)


@given(
    st.lists(st.sampled_from([*TEXTS, "附件", "条", ""]), max_size=8),
    st.lists(st.sampled_from([*TEXTS, "附件", "项"]), max_size=8),
)
def test_everything_is_in_one_pair(before: list[str], after: list[str]) -> None:
    """Each paragraph of either side once; those that did not move never cross."""
    found = paired(before, after)
    assert sorted(n for each in found for n in each[0]) == list(range(len(before)))
    assert [n for each in found for n in each[1]] == list(range(len(after)))
    kept = [each[0][0] for each in found if each[0] and each[1] and not each[2]]
    assert kept == sorted(kept)
