"""Cells of a delimited text file: set and added, all other bytes as they were."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.diagnostics import Source
from render.edit import add_year, set_cells


def write(folder: Path, data: bytes, name: str = "figures.csv") -> Path:
    """Write a figures file."""
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("指标,单位,2019,2020\n甲,件,1,2\n", "指标,单位,2019,2020,2021\n甲,件,1,2,\n"),
        ("指标,2019,2020,备注\n甲,1,2,无\n", "指标,2019,2020,2021,备注\n甲,1,2,,无\n"),
        ("指标,2020,2019\n甲,2,1\n", "指标,2021,2020,2019\n甲,,2,1\n"),
        ("台账\n指标,2020\n\n甲,2", "台账\n指标,2020,2021\n\n甲,2,"),
        (
            '指标,2020年,"说明,长"\n"甲","1,234","引""号"\n',
            '指标,2020年,2021年,"说明,长"\n"甲","1,234",,"引""号"\n',
        ),
        ("指标;2020\r\n甲;2\r\n", "指标;2020;2021\r\n甲;2;\r\n"),
        ('指标,2020\n"两\n行",2\n', '指标,2020,2021\n"两\n行",2,\n'),
    ],
)
def test_a_year_is_added_beside_the_last(tmp_path: Path, before: str, after: str) -> None:
    """Quotes, line ends, titles and a missing last line end stay."""
    data, _ = add_year(write(tmp_path, before.encode()), 2021)
    assert data == after.encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_stays(tmp_path: Path, encoding: str) -> None:
    """With its byte order mark."""
    path = write(tmp_path, "指标,2020\n甲,2\n".encode(encoding))
    assert add_year(path, 2021)[0] == "指标,2020,2021\n甲,2,\n".encode(encoding)


def test_tabs_separate_too(tmp_path: Path) -> None:
    """As in .tsv."""
    path = write(tmp_path, "指标\t2020\n甲\t2\n".encode(), "figures.tsv")
    assert add_year(path, 2021)[0] == "指标\t2020\t2021\n甲\t2\t\n".encode()


def test_last_years_other_values_get_their_year(tmp_path: Path) -> None:
    """上年 would come to mean the year after."""
    path = write(tmp_path, "指标,2020,上年可比数,上年情况\n甲,2,1,好\n".encode())
    assert add_year(path, 2021)[0] == "指标,2020,2021,2019年可比数,上年情况\n甲,2,,1,好\n".encode()


def test_a_year_that_is_there_changes_nothing(tmp_path: Path) -> None:
    """Not even what 上年 means."""
    path = write(tmp_path, "指标,2020,2021,上年可比数\n甲,1,2,1\n".encode())
    assert add_year(path, 2021)[0] == path.read_bytes()


def test_cells_are_set(tmp_path: Path) -> None:
    """Numbers as digits, texts in quotes where they need them, short rows made longer."""
    path = write(tmp_path, '指标,单位,2020\n甲,"件",2\n乙,件\n'.encode())
    data = set_cells(
        path,
        {
            Source("figures.csv", 2, cell="C2"): Decimal("3.50"),
            Source("figures.csv", 2, cell="B2"): "件,次",
            Source("figures.csv", 3, cell="C3"): Decimal("7"),
        },
    )
    assert data == '指标,单位,2020\n甲,"件,次",3.50\n乙,件,7\n'.encode()


@given(
    st.lists(
        st.lists(st.text(alphabet='甲1 ,"\n', max_size=4), min_size=2, max_size=2), min_size=1, max_size=4
    )
)
def test_whatever_the_cells_the_others_read_the_same(rows: list[list[str]]) -> None:
    """The table before, with one empty column more."""
    import csv
    import io
    import tempfile

    file = io.StringIO()
    csv.writer(file).writerows([["指标", "2020"], *rows])
    with tempfile.TemporaryDirectory() as folder:
        data, _ = add_year(write(Path(folder), file.getvalue().encode()), 2021)
    made = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert made == [["指标", "2020", "2021"], *([*row, ""] for row in rows)]
