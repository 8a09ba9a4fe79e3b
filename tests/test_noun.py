"""Nouns: frozen, equal by value, and taken by whatever takes dataclasses."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Mapping

import pytest

from render.noun import Changing, Noun, field, replace


class Mark(Noun, frozen=True):
    """A noun with every sort of field."""

    name: str
    places: Mapping[str, int] = field(default_factory=dict)
    weight: float = 1.0


class Seen(Changing):
    """A value that is filled in."""

    names: list[str] = field(default_factory=list)


def test_a_noun_does_not_change() -> None:
    """Setting a field of one fails, and so does giving it another attribute."""
    mark = Mark("甲")

    with pytest.raises(AttributeError):
        mark.name = "乙"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        mark.other = "乙"  # type: ignore[attr-defined]


def test_nouns_are_equal_by_value_and_class() -> None:
    """Equal fields make nouns of one class equal, and alike as keys."""

    class Other(Noun, frozen=True):
        name: str

    class Same(Noun, frozen=True):
        name: str

    assert Other("甲") == Other("甲") != Other("乙")
    assert len({Other("甲"), Other("甲")}) == 1
    assert Other("甲") != Same("甲")


def test_replacing_changes_a_copy() -> None:
    """`replace` gives another noun and leaves the one it was given alone; an unknown field is an error."""
    mark = Mark("甲", {"一": 1})

    assert replace(mark, name="乙") == Mark("乙", {"一": 1})
    assert mark.name == "甲"
    with pytest.raises(TypeError):
        replace(mark, size=1)


def test_every_noun_gets_its_own_default() -> None:
    """What a factory makes is not shared."""
    assert Seen().names is not Seen().names


def test_functions_of_dataclasses_take_nouns() -> None:
    """`replace`, `fields` and `asdict` of the standard library do the same with nouns as with dataclasses."""
    mark = Mark("甲")

    assert dataclasses.is_dataclass(mark)
    assert dataclasses.replace(mark, weight=2.0) == Mark("甲", {}, 2.0)
    assert dataclasses.asdict(mark) == {"name": "甲", "places": {}, "weight": 1.0}
    assert [(each.name, each.type) for each in dataclasses.fields(mark)] == [
        ("name", "str"),
        ("places", "Mapping[str, int]"),
        ("weight", "float"),
    ]
    assert dataclasses.fields(mark)[0].default is dataclasses.MISSING


def test_nouns_go_to_other_processes() -> None:
    """A noun that is pickled comes back equal."""
    assert pickle.loads(pickle.dumps(Mark("甲", {"一": 1}))) == Mark("甲", {"一": 1})
