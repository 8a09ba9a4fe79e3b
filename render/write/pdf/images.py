"""Images: pictures as XObjects (ISO 32000-1, 8.9).

A JPEG goes in as it is, and so does a PNG whose samples PDF can read, because both formats filter
and deflate in the same way. What PDF cannot read is unpacked by Pillow: transparency becomes a
soft mask, interlaced rows are put in order, and CMYK becomes RGB, which the output intent covers.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import PIL.Image

from ...blocks import Image
from ...diagnostics import fault
from .objects import File

_GRAY, _RGB, _PALETTE = 0, 2, 3  # colour types without transparency, PNG specification, 11.2.2
_SAMPLES = {_GRAY: 1, _RGB: 3, _PALETTE: 1}  # in a pixel
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG markers, ITU-T T.81, table B.1
_DECODABLE = frozenset((0xC0, 0xC1, 0xC2))  # of them, what DCTDecode reads; ISO 32000-1, 7.4.8

_FAULTS = (OSError, SyntaxError, ValueError, IndexError, struct.error, zlib.error)
"""What Pillow and the readers below raise at a damaged file."""


def write_image(file: File, image: Image, name: str) -> str:
    """Add a picture; returns the reference to its XObject.

    Args:
        file: The file it goes into.
        image: The picture.
        name: What the author calls it.

    Raises:
        Faults: `pdf.image_unreadable`.
    """
    try:
        whole = _write_jpeg(file, image.data) if image.format == "jpeg" else _write_png(file, image.data)
        return whole or _write_samples(file, image.data)
    except (*_FAULTS, PIL.Image.DecompressionBombError) as err:
        raise fault("pdf.image_unreadable", name=name) from err


def _write_jpeg(file: File, data: bytes) -> str | None:
    """Add a JPEG as it is; None where PDF cannot decode it or its colours are not gray or RGB."""
    marker, height, width, components = _jpeg_frame(data)
    if marker not in _DECODABLE or components not in _SPACES:
        return None
    return file.add_filtered(data, _entries(width, height, 8, _SPACES[components]) + " /Filter /DCTDecode")


def _jpeg_frame(data: bytes) -> tuple[int, int, int, int]:
    """Read a frame header: its marker, lines, samples in a line, components (ITU-T T.81, B.2.2)."""
    position = 2  # after the start of image
    while data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:  # a fill byte
            position += 1
            continue
        if marker in _FRAMES:
            return (marker, *struct.unpack_from(">HHB", data, position + 5))
        position += 2 + int.from_bytes(data[position + 2 : position + 4])
    raise ValueError("no frame header")


def _write_png(file: File, data: bytes) -> str | None:
    """Add a PNG's rows as they are; None where they are interlaced or hold transparency."""
    chunks = _png_chunks(data)
    width, height, bits, color, _, _, interlace = struct.unpack(">LL5B", chunks[b"IHDR"])
    if color not in _SAMPLES or interlace or b"tRNS" in chunks:
        return None
    rows = bytes(chunks[b"IDAT"])
    length = height * (1 + (width * _SAMPLES[color] * bits + 7) // 8)  # each row after its filter byte
    if len(zlib.decompressobj().decompress(rows, length + 1)) != length:
        raise ValueError("rows are missing")
    space = _SPACES[_SAMPLES[color]]
    if color == _PALETTE:
        palette = chunks[b"PLTE"]
        space = f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"
    filtered = (
        f" /Filter /FlateDecode /DecodeParms"
        f" <</Predictor 15 /Colors {_SAMPLES[color]} /BitsPerComponent {bits} /Columns {width}>>"
    )
    return file.add_filtered(rows, _entries(width, height, bits, space) + filtered)


def _png_chunks(data: bytes) -> dict[bytes, bytearray]:
    """Read the chunks of a PNG by type; those of one type are joined."""
    chunks: dict[bytes, bytearray] = {}
    position = 8  # after the signature
    while position < len(data):
        length, kind = struct.unpack_from(">L4s", data, position)
        chunks.setdefault(kind, bytearray()).extend(data[position + 8 : position + 8 + length])
        position += 12 + length
    if not chunks.keys() >= {b"IHDR", b"IDAT"}:
        raise ValueError("chunks are missing")
    return chunks


def _write_samples(file: File, data: bytes) -> str:
    """Unpack a picture and add its samples, with a soft mask where it is not opaque."""
    with PIL.Image.open(BytesIO(data)) as opened:
        picture: PIL.Image.Image = opened
        picture.load()
        alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
        if picture.mode.startswith("I"):  # 16 bits, which Pillow clips at 255 instead of scaling
            picture = picture.point(lambda sample: sample / 256)
        is_gray = picture.mode in ("1", "L", "LA", "I", "I;16")
        samples = picture.convert("RGB").convert("L" if is_gray else "RGB")
    mask = ""
    if alpha is not None and alpha.getextrema() != (255, 255):
        mask = f" /SMask {_add_samples(file, alpha)}"
    return _add_samples(file, samples, mask)


def _add_samples(file: File, picture: PIL.Image.Image, entries: str = "") -> str:
    space = _SPACES[len(picture.getbands())]
    entries = f"{_entries(*picture.size, 8, space)}{entries} /Filter /FlateDecode"
    return file.add_filtered(zlib.compress(picture.tobytes()), entries)


def _entries(width: int, height: int, bits: int, space: str) -> str:
    return (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height}"
        f" /BitsPerComponent {bits} /ColorSpace {space}"
    )
