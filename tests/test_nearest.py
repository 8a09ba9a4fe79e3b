"""The word that was probably meant."""

from __future__ import annotations

import pytest

from render.nearest import nearest


@pytest.mark.parametrize(
    ("name", "near"), [("合同審核件数", "合同审核件数"), ("审核件", "合同审核件数"), ("x", "年度")]
)
def test_the_nearest_name_is_offered(name: str, near: str) -> None:
    """Some name always is, as long as there is one."""
    assert nearest(name, ["年度", "合同审核件数"]) == near
