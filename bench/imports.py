"""Imports: what `python -X importtime` says, summed up by package."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LINE = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|\s*(\S+)")


@dataclass(slots=True)
class Package:
    """The modules of one package."""

    modules: int = 0
    ms: float = 0.0  # in the modules themselves, not in those that they import


def imported(said: str) -> Mapping[str, Package]:
    """Sum up what was imported, the package that took longest first."""
    packages: dict[str, Package] = {}
    for microseconds, module in _LINE.findall(said):
        package = packages.setdefault(module.partition(".")[0], Package())
        package.modules += 1
        package.ms += int(microseconds) / 1000
    return dict(sorted(packages.items(), key=lambda pair: -pair[1].ms))
