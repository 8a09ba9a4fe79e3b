"""The Hongshan sample as it goes upward, and as the public reads it."""

from __future__ import annotations

import pymupdf
import pytest

import render
from render import resources

FOLDER = resources.folder("samples") / "hongshan-2020"
INVENTED = ("示例文〔2021〕1号", "示例甲", "示例市委", "示例区人民政府", "示例区委", "特此报告")


def text_of(edition: str | None) -> str:
    """All text of the PDF."""
    (output,) = render.build(FOLDER, edition=edition, to=["pdf"], faces="vendored").outputs
    with pymupdf.open(stream=output.data) as document:
        return "".join(page.get_text() for page in document).replace("\n", "")


def test_the_edition_for_the_body_above_has_what_goes_upward() -> None:
    """Number, signer, addressee, closing and copies, which are invented and say so in a note."""
    text = text_of("报送")
    assert all(invented in text for invented in INVENTED)
    assert "示例：文号、签发人、主送机关、抄送机关和印发机关都是虚构的" in text


@pytest.mark.parametrize("edition", ["公开", None])
def test_no_other_edition_prints_anything_invented(edition: str | None) -> None:
    """The district's own text alone."""
    text = text_of(edition)
    assert not any(word in text for word in (*INVENTED, "示例"))


def test_the_public_edition_stands_under_the_information_table() -> None:
    """As on the district's page."""
    assert text_of("公开").startswith("信息分类")
