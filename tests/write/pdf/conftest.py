"""Pictures of a few pixels."""

from __future__ import annotations

from io import BytesIO

import PIL.Image
import pytest

from render.blocks import Image


@pytest.fixture
def png() -> Image:
    """Two pixels, red and blue."""
    picture = PIL.Image.new("RGB", (2, 1), (255, 0, 0))
    picture.putpixel((1, 0), (0, 0, 255))
    file = BytesIO()
    picture.save(file, "PNG")
    return Image(file.getvalue(), "png", 2, 1, 96.0)
