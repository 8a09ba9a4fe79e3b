"""Noun: the way values are made in this house, frozen and slotted, cheap to define and to make.

A class of `msgspec` is defined in 0.02 ms and made in 0.1 µs; a frozen dataclass, whose methods Python
compiles from text at every start, takes 0.5 ms and 0.8 µs. A command defines some 140 of them, and a
comparison of 5,000 figures makes 110,000, so it shows (`docs/performance.md`). Either is written, compared,
hashed, matched and pickled in the same way, and `dataclasses.replace`, `fields` and `asdict` take both.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import NODEFAULT, Struct, field
from msgspec.structs import asdict, replace

if TYPE_CHECKING:
    import dataclasses

__all__ = ["Changing", "Noun", "asdict", "field", "fields", "replace"]


class _DataclassFields:
    """What makes a class one that the functions of `dataclasses` take; worked out when they ask."""

    def __get__(self, _: object, kind: type[Struct]) -> dict[str, dataclasses.Field[Any]]:
        return _fields_of(kind)


class Field(Struct, frozen=True):
    """A field of a class of nouns."""

    name: str
    type: str  # as its class writes it
    default: Any  # NODEFAULT: it is required; one that a factory makes is the factory, wrapped

    @property
    def is_required(self) -> bool:
        """Whether a noun cannot be made without it."""
        return self.default is NODEFAULT


@cache  # as many as there are classes
def fields(kind: type[Struct]) -> tuple[Field, ...]:
    """List the fields of a class of nouns."""
    types: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        types |= getattr(base, "__annotations__", {})
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    required = len(names) - len(defaults)
    defaults = (NODEFAULT,) * required + defaults
    return tuple(Field(name, types[name], default) for name, default in zip(names, defaults, strict=True))


@cache
def _fields_of(kind: type[Struct]) -> dict[str, dataclasses.Field[Any]]:
    import dataclasses

    listed: list[tuple[Any, ...]] = []
    for each in fields(kind):
        factory = getattr(each.default, "factory", None)
        said = (
            dataclasses.field(default_factory=factory) if factory else dataclasses.field(default=each.default)
        )
        listed.append((each.name, each.type) if each.is_required else (each.name, each.type, said))
    made: Any = dataclasses.make_dataclass(kind.__name__, listed)
    found: dict[str, dataclasses.Field[Any]] = made.__dataclass_fields__
    return found


class Noun(Struct, frozen=True, gc=False):
    """A value that never changes; a class of them says `frozen=True` again, as type checkers want it.

    The garbage collector passes them over: what never changes cannot come to refer to what holds it.
    """

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]
    else:
        __dataclass_fields__ = _DataclassFields()


class Changing(Struct):
    """A value that one stage fills in as it goes."""
