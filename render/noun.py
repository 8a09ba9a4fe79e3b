"""Noun: the way values are made in this house, frozen and slotted, cheap to define and to make.

A class of `msgspec` is defined in 0.02 ms and made in 0.1 µs; a frozen dataclass, whose methods Python
compiles from text at every start, takes 0.5 ms and 0.8 µs. A command defines some 140 of them, and a
comparison of 5,000 figures makes 110,000, so it shows (`docs/performance.md`). Either is written, compared,
hashed, matched and pickled in the same way, and `dataclasses.replace`, `fields` and `asdict` take both.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct, field
from msgspec.structs import replace

if TYPE_CHECKING:
    from dataclasses import Field

__all__ = ["Changing", "Noun", "field", "replace"]


class _DataclassFields:
    """What makes a class one that the functions of `dataclasses` take; worked out when they ask."""

    def __get__(self, _: object, kind: type[Struct]) -> dict[str, Field[Any]]:
        return _fields_of(kind)


@cache  # as many as there are classes
def _fields_of(kind: type[Struct]) -> dict[str, Field[Any]]:
    import dataclasses
    from inspect import get_annotations

    types = {name: each for base in reversed(kind.__mro__) for name, each in get_annotations(base).items()}
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    required = len(names) - len(defaults)
    listed: list[tuple[str, Any, Any]] = [
        (name, types[name], dataclasses.field()) for name in names[:required]
    ]
    for name, default in zip(names[required:], defaults, strict=True):
        factory = getattr(default, "factory", None)  # msgspec wraps one that makes a value anew
        said = dataclasses.field(default_factory=factory) if factory else dataclasses.field(default=default)
        listed.append((name, types[name], said))
    made: Any = dataclasses.make_dataclass(kind.__name__, listed)
    found: dict[str, Field[Any]] = made.__dataclass_fields__
    return found


class Noun(Struct, frozen=True):
    """A value that never changes; a class of them says `frozen=True` again, as type checkers want it."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    else:
        __dataclass_fields__ = _DataclassFields()


class Changing(Struct):
    """A value that one stage fills in as it goes."""
