"""Pictures: each on a line of its own that takes whole grid rows; each file stored once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...blocks import Image, Picture
from ...noun import Noun
from ...units import to_emu, to_twips
from .paragraph import Writer
from .text import attribute

PICTURE = "picture"
"""The paragraph style pictures stand in."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def drawing_line(inline: str, rows: int, writer: Writer) -> str:
    """Write the line that a picture or a chart stands in.

    The line is at least its rows high, never exactly: Word cuts a drawing off at the upper edge of an
    exact line. The characters beside it are one point high, so that they do not add to it.
    """
    template = writer.template
    line = rows * to_twips(template.geometries[template.docx_geometry].pitch)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{writer.style_id(PICTURE)}"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{line}" w:lineRule="atLeast"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
        '<w:r><w:rPr><w:noProof/><w:sz w:val="2"/></w:rPr>'
        f"<w:drawing>{inline}</w:drawing></w:r></w:p>"
    )


class ImagePart(Noun, frozen=True):
    """A picture file and the relationship that leads to it."""

    relation: str
    name: str  # below word/
    data: bytes


class Pictures:
    """The pictures of one document."""

    def __init__(self, images: Mapping[str, Image], numbers: Iterator[int]) -> None:
        """Take the pictures by key, and the numbers that the drawings of the document are told apart by."""
        self._images = images
        self._numbers = numbers
        self._parts: dict[bytes, ImagePart] = {}

    @property
    def parts(self) -> list[ImagePart]:
        """The files used so far, in order of appearance."""
        return list(self._parts.values())

    def beside(self, images: Mapping[str, Image]) -> Pictures:
        """Give the pictures of another body in the same file."""
        other = Pictures(images, self._numbers)
        other._parts = self._parts
        return other

    def keep(self, relations: Collection[str]) -> None:
        """Drop the files that no relationship of these leads to."""
        for data in [data for data, part in self._parts.items() if part.relation not in relations]:
            del self._parts[data]

    def paragraph(self, picture: Picture, writer: Writer) -> str:
        """Write the line of a picture.

        Raises:
            ValueError: Layout has not settled the picture.
        """
        if not (picture.width and picture.height and picture.rows):
            raise ValueError(f"picture {picture.image} has no settled size")
        return drawing_line(self._inline(picture), picture.rows, writer)

    def _inline(self, picture: Picture) -> str:
        size = f'cx="{to_emu(picture.width)}" cy="{to_emu(picture.height)}"'
        graphic = self.graphic(picture.image, picture.width, picture.height, picture.alternative)
        return f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>{graphic}</wp:inline>'

    def graphic(self, image: str, width: float, height: float, alternative: str) -> str:
        """Write what a drawing shows, from its name on."""
        part = self._part(self._images[image])
        name = f'id="{next(self._numbers)}" name="{part.name.removeprefix("media/")}"'
        size = f'cx="{to_emu(width)}" cy="{to_emu(height)}"'
        return (
            f'<wp:docPr {name} descr="{attribute(alternative)}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
            f"<pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{part.relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic>"
        )

    def _part(self, image: Image) -> ImagePart:
        """Find the part of a file, the same for the same bytes."""
        if image.data not in self._parts:
            number = len(self._parts) + 1
            self._parts[image.data] = ImagePart(
                f"rIdImage{number}", f"media/image{number}.{image.format}", image.data
            )
        return self._parts[image.data]
