"""The word that was probably meant."""

from __future__ import annotations

import pytest

from render.nearest import nearest

KNOWN = ["年度", "版式", "合同审核件数", "Title", "--force", "--year"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("合同審核件数", "合同审核件数"),
        ("审核件", "合同审核件数"),
        ("title", "Title"),
        ("--yeer", "--year"),
        ("率", ""),
        ("没有", ""),
        ("--nope", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_offered(name: str, near: str) -> None:
    """One that is like what was typed; a name like no other is better met with none."""
    assert nearest(name, KNOWN) == near


def test_nothing_is_near_where_nothing_is_known() -> None:
    """A report may have no figures."""
    assert nearest("年度", []) == ""
