"""Pictures: PNG and JPEG files of a report folder, read and measured.

Bytes go into the outputs as they are, so whatever an output cannot hold is refused here. PDF/A with
an sRGB output intent holds no DeviceCMYK (ISO 19005-2, 6.2.4.3); other formats than these two would
have to be converted, and that is the author's to see.
"""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..blocks import Image
from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..pattern import pattern

MOST_PIXELS = 89_478_485  # Pillow's own mark of a decompression bomb: 256 MB of RGB
DPI = 96.0  # of a picture that does not say, as word processors assume
_SENSIBLE_DPI = range(20, 5001)
_ORIENTATION = 0x0112  # EXIF 2.32, 4.6.4

# First bytes of formats that people put into reports, so that a message can name them.
_SIGNATURES = (
    (rb"RIFF....WEBP", "WebP"),
    (rb"GIF8", "GIF"),
    (rb"BM", "BMP"),
    (rb"II\*\x00|MM\x00\*", "TIFF"),
    (rb"....ftyp(?:hei|mif|avi)", "HEIC"),
    (rb"%PDF", "PDF"),
    (rb"\xd7\xcd\xc6\x9a", "WMF"),
    (rb"\x01\x00\x00\x00.{36} EMF", "EMF"),
    (rb"\s*(?:\xef\xbb\xbf)?<(?:\?xml|svg|!--|!DOCTYPE svg)", "SVG"),
)
_DRIVE_OR_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")


def read_pictures(
    folder: Path, wanted: Iterable[tuple[str, Source]]
) -> tuple[dict[str, Image], tuple[Diagnostic, ...]]:
    """Read the pictures that a text asks for.

    Args:
        folder: The report folder, which no picture may lie outside of.
        wanted: Paths as the author wrote them, relative to the folder, each with its place.

    Returns:
        Images by the path they were wanted under, and what was found; a picture that cannot be
        used is absent and has an error, at every place that wants it.
    """
    images: dict[str, Image] = {}
    findings: dict[str, list[tuple[str, dict[str, object]]]] = {}
    found: list[Diagnostic] = []
    for name, source in wanted:
        if name not in findings:
            findings[name] = []
            image = _read(folder, name, findings[name])
            if image is not None:
                images[name] = image
        found += [Diagnostic(code, source, values) for code, values in findings[name]]
    return images, tuple(found)


_Findings = list[tuple[str, dict[str, object]]]


def _read(folder: Path, name: str, found: _Findings) -> Image | None:
    path = _inside(folder, name)
    if path is None:
        found.append(("picture.outside", {"name": name}))
        return None
    try:
        data = path.read_bytes()
    except OSError as err:
        if path.is_file():
            found.append(("picture.unreadable", {"name": name, "reason": err.strerror or str(err)}))
            return None
        near = _near(folder, name)
        found.append(("picture.misspelt" if near else "picture.missing", {"name": name, "near": near}))
        return None
    kind = next((kind for start, kind in _SIGNATURES if re.match(start, data, re.DOTALL)), "")
    if data.startswith((b"\x89PNG", b"\xff\xd8")):
        return _measure(data, name, found)
    found.append(("picture.format" if kind else "picture.not_one", {"name": name, "kind": kind}))
    return None


def _inside(folder: Path, name: str) -> Path | None:
    """Find a path in the folder; None when it leads out of it."""
    parts = PurePosixPath(name.replace("\\", "/"))
    if (
        not name
        or "\x00" in name
        or parts.is_absolute()
        or _DRIVE_OR_SCHEME.match(name)
        or ".." in parts.parts
    ):
        return None
    path = folder / parts
    return path if path.resolve().is_relative_to(folder.resolve()) else None


def _near(folder: Path, name: str) -> str:
    """Find a file that the author may have meant: other case, other composition, other ending."""
    wanted = PurePosixPath(name.replace("\\", "/"))
    names = sorted(
        each.relative_to(folder).as_posix()
        for parent in {folder, folder / wanted.parent, folder / "图片"}
        if parent.is_dir()
        for each in parent.iterdir()
        if each.is_file() and each.suffix.lower() in (".png", ".jpg", ".jpeg")
    )
    for fold in (_folded, lambda path: PurePosixPath(_folded(path)).stem):
        for each in names:
            if fold(each) == fold(wanted.as_posix()):
                return each
    return nearest(name, names)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _measure(data: bytes, name: str, found: _Findings) -> Image | None:
    """Open a PNG or JPEG, check that it is whole, and measure it."""
    import PIL.Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            picture = PIL.Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            width, height = picture.size
            is_png = picture.format == "PNG"
            mode, dpi = picture.mode, _dpi(picture.info.get("dpi"))
            orientation = 1
            if is_png:
                picture.verify()  # checksums of every chunk, without unpacking
            else:
                orientation = picture.getexif().get(_ORIENTATION, 1)
                picture.draft("L", (width // 8 or 1, height // 8 or 1))  # all data, least arithmetic
                picture.load()
    except (PIL.Image.DecompressionBombWarning, PIL.Image.DecompressionBombError):
        found.append(
            (
                "picture.too_large",
                {"name": name, "most": MOST_PIXELS},
            )
        )
        return None
    except (OSError, SyntaxError, ValueError, EOFError) as err:
        # Pillow reports broken PNG chunks as SyntaxError.
        found.append(("picture.broken", {"name": name, "reason": str(err)}))
        return None
    if mode == "CMYK":
        found.append(("picture.cmyk", {"name": name}))
        return None
    if orientation not in (0, 1):
        found.append(("picture.turned", {"name": name}))
    return Image(data, "png" if is_png else "jpeg", width, height, dpi or DPI, sized=dpi > 0)


def _dpi(stated: object) -> float:
    """Take the horizontal resolution if it is a sensible one; 0 where none is stated."""
    across = stated[0] if isinstance(stated, tuple) and stated else 0
    dpi = float(across) if isinstance(across, int | float) else 0.0
    return dpi if int(dpi) in _SENSIBLE_DPI else 0.0
