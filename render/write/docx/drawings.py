"""Drawings: the pictures and charts of one document, numbered together, and the parts they need."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from copy import copy
from datetime import datetime
from itertools import count

from ...blocks import Chart, Image, Picture
from ...template import Template
from .chart import Charts
from .package import Part
from .paragraph import Writer
from .parts import relation
from .picture import Pictures

_RELATION = re.compile(r'r:(?:embed|id)="([^"]+)"')


class Drawings:
    """What is drawn in one document, gathered while its body is written."""

    def __init__(self, images: Mapping[str, Image], template: Template, created: datetime) -> None:
        numbers = count(1)
        self.pictures = Pictures(images, numbers)
        self._charts = Charts(template, created, numbers)

    def line(self, block: Picture | Chart, writer: Writer) -> str:
        """Write the line that a picture or a chart stands in.

        Raises:
            ValueError: Layout has not settled it.
        """
        if isinstance(block, Picture):
            return self.pictures.paragraph(block, writer)
        return self._charts.paragraph(block, writer)

    def beside(self, images: Mapping[str, Image]) -> Drawings:
        """Give what another body is drawn with that goes into the same file."""
        other = copy(self)
        other.pictures = self.pictures.beside(images)
        return other

    def shown(self) -> dict[str, str]:
        """Say what each relationship to a chart shows; two may show the same, as no two pictures do."""
        return self._charts.shown()

    def keep(self, text: str) -> None:
        """Drop the parts that a body does not use."""
        used: Collection[str] = set(_RELATION.findall(text))
        self.pictures.keep(used)
        self._charts.keep(used)

    def relations(self) -> str:
        """Write the relationships from the text to pictures and charts."""
        pictures = (relation(image.relation, "image", image.name) for image in self.pictures.parts)
        return "".join(pictures) + self._charts.relations()

    def types(self) -> str:
        """Write what the list of content types says of the parts; those of pictures are in every file."""
        return self._charts.types()

    def parts(self) -> list[Part]:
        """Give the parts."""
        pictures = [Part.stored(f"word/{image.name}", image.data) for image in self.pictures.parts]
        return [*pictures, *self._charts.parts()]
