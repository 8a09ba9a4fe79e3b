from render.cli.columns import lined_up, padded, width_of


def test_a_han_character_takes_two_columns() -> None:
    """A combining mark takes none."""
    assert [width_of(text) for text in ("ab", "公文", "，", "e\u0301")] == [2, 4, 2, 1]


def test_padding_counts_columns() -> None:
    """Six columns: four and two spaces."""
    assert padded("公文", 6) == "公文  "


def test_columns_line_up() -> None:
    """Each is as wide as its widest cell; the last one is not filled up."""
    assert lined_up([["用途", "字体"], ["a", "b"]]) == ["用途  字体", "a     b"]
