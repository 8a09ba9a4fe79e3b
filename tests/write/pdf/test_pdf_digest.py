"""Whether a PDF is as it was written."""

from __future__ import annotations

import pytest
from write.pdf.placed import BOOK, PROPERTIES, pages, run

from render.write.pdf import digest_state, write_pdf
from render.write.pdf.digest import sealed


def test_a_file_as_written_is_ours() -> None:
    """Its identifier fits."""
    assert digest_state(write_pdf(pages([run("甲")]), BOOK, PROPERTIES)) == "ours"


def test_a_file_with_something_added_is_edited() -> None:
    """As a stamp or a signature adds to its end."""
    data = write_pdf(pages([run("甲")]), BOOK, PROPERTIES)
    assert digest_state(data + b"\n1 0 obj <<>> endobj") == "edited"
    assert digest_state(data.replace(b"%PDF-1.7", b"%PDF-1.6")) == "edited"


def test_a_file_of_another_program_is_foreign() -> None:
    """Whatever it holds."""
    assert digest_state(b"%PDF-1.4 hello") == "foreign"


def test_a_file_without_an_identifier_cannot_be_sealed() -> None:
    """A caller's slip."""
    with pytest.raises(ValueError, match="no identifier"):
        sealed(b"%PDF-1.4")
