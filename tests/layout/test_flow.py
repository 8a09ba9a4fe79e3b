"""Which rows stand on which page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from render.layout.flow import Slot, Unit, next_page


def fill_pages(units: list[Unit], rows: int) -> list[list[Slot]]:
    """Page after page, until all units are placed."""
    pages: list[list[Slot]] = []
    first = 0
    while first < len(units):
        page, first = next_page(units, first, rows)
        pages.append(page)
    return pages


def lines(count: int, block: int = 0, **more: object) -> list[Unit]:
    """Lines of one block."""
    return [Unit(1, block, part, **more) for part in range(count)]  # type: ignore[arg-type]


def shape(units: list[Unit], rows: int = 4) -> list[list[tuple[int, int]]]:
    """(block, part) of every unit, page by page."""
    return [[(slot.unit.block, slot.unit.part) for slot in page] for page in fill_pages(units, rows)]


def test_no_units_no_pages() -> None:
    """Nothing fills nothing."""
    assert fill_pages([], 22) == []


def test_a_page_takes_its_rows() -> None:
    """Five lines on pages of four rows."""
    assert [len(page) for page in shape(lines(5))] == [4, 1]


def test_a_heading_moves_with_its_text() -> None:
    """A heading on the last row goes to the next page."""
    units = [*lines(3), *lines(1, 1, may_end=False), *lines(2, 2)]
    assert shape(units) == [[(0, 0), (0, 1), (0, 2)], [(1, 0), (2, 0), (2, 1)]]


def test_units_that_fill_a_page_together_are_parted_at_its_end() -> None:
    """Keeping together what no page holds would never end."""
    assert [len(page) for page in shape(lines(6, may_end=False))] == [4, 2]


def test_a_new_sheet_begins_a_page() -> None:
    """An attachment starts on a new side whatever is left."""
    units = [*lines(1), Unit(1, 1, 0, must_start=True)]
    assert shape(units) == [[(0, 0)], [(1, 0)]]


def test_a_table_head_comes_again() -> None:
    """Rows that continue a table leave room for its head."""
    units = [Unit(1, 0, 0, may_end=False), *(Unit(1, 0, n, repeats=1 if n > 1 else 0) for n in range(1, 6))]
    pages = fill_pages(units, 4)
    assert [[slot.row for slot in page] for page in pages] == [[0, 1, 2, 3], [1, 2]]


def test_a_unit_taller_than_a_page_stands_alone() -> None:
    """It sticks out; nothing is lost."""
    assert [len(page) for page in shape([Unit(9, 0, 0), *lines(1, 1)])] == [1, 1]


@given(
    st.lists(
        st.builds(Unit, st.integers(1, 5), st.just(0), st.integers(0, 99), st.booleans(), st.booleans())
    ),
    st.integers(1, 22),
)
def test_pages_keep_every_unit_in_order(units: list[Unit], rows: int) -> None:
    """Whatever may not be parted, every unit is set once, in order, and pages are not overfull."""
    pages = fill_pages(units, rows)
    assert [slot.unit for page in pages for slot in page] == units
    assert all(sum(s.unit.rows for s in page) <= rows or len(page) == 1 for page in pages)
