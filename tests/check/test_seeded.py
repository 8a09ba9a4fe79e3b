"""Errors put into clean prose are found, and nothing else is."""

from __future__ import annotations

import pytest
from check.language import found_in
from check.seeding import Fault, faults

LEAST = 200  # errors put in
SHARE = 0.95  # of them found


@pytest.mark.parametrize("seed", [2019, 2020, 2021])
def test_seeded_errors_are_found(seed: int) -> None:
    """At least 95 % of more than 200, with the rule for it and in the paragraph that has it."""
    seeded = list(faults(seed))
    missed = [fault for fault in seeded if not _is_found(fault)]

    assert len(seeded) >= LEAST
    told = "\n".join(f"{fault.codes}: {fault.kind}: {fault.paragraphs[fault.line - 1]}" for fault in missed)
    assert len(missed) <= len(seeded) * (1 - SHARE), told


def test_seeded_errors_raise_no_other_alarm() -> None:
    """Beside the error itself, and what it takes along in its own paragraph, the text is as clean as before."""
    beside = [
        place for fault in faults() for place in found_in(list(fault.paragraphs)) if place.line != fault.line
    ]
    assert beside == []


def test_the_same_seed_gives_the_same_errors() -> None:
    """What is measured today is measured tomorrow."""
    assert list(faults()) == list(faults())


def _is_found(fault: Fault) -> bool:
    return any(
        place.code in fault.codes and place.line == fault.line for place in found_in(list(fault.paragraphs))
    )
