"""Faces: which font file draws which role, and how wide each character is.

The standard names five faces by role: 小标宋 仿宋 黑体 楷体 宋体. For every role there is a chain: the
official face when this machine has it, else the vendored face; then, for characters it lacks, the
vendored 宋体. A character that no face of the chain has is never drawn as a box or a gap: the measure
reports it and layout makes it an error. Installed faces are used in place and never copied.
"""

from __future__ import annotations

import os
import struct
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import resources
from .noun import Noun
from .scripts import in_latin_face

if TYPE_CHECKING:
    import uharfbuzz

ROLES = ("小标宋", "仿宋", "黑体", "楷体", "宋体")
LATIN = "西文"
"""The role of the face that ASCII is drawn in where a template wants one of its own."""

LATIN_FAMILIES = ("Times New Roman",)
"""Families a template may name for it: those whose widths are known without the font."""

OFFICIAL: Mapping[str, tuple[str, ...]] = {
    "小标宋": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
    "仿宋": (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "仿宋",
        "FangSong",
        "方正仿宋_GBK",
        "朱雀仿宋",
        "Zhuque Fangsong",
    ),
    "黑体": ("黑体", "SimHei", "方正黑体_GBK"),
    "楷体": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK"),
    "宋体": ("宋体", "SimSun"),
    LATIN: LATIN_FAMILIES,
}
"""Family or PostScript names of the faces offices use, best first."""

_EMBEDDING_FORBIDDEN = 0x0002  # OpenType OS/2.fsType, bits 0–3: restricted licence embedding


class Face(Noun, frozen=True):
    """One font of one file."""

    name: str  # PostScript name, unique in a font book
    family: str
    path: Path
    index: int  # within a collection; 0 otherwise
    origin: str  # "official" or "vendored"


class Choice(Noun, frozen=True):
    """Why a role is drawn with a face: what was passed over, and for what reason."""

    role: str
    face: Face
    passed_over: tuple[tuple[str, str], ...]  # (family, "outlines" or "embedding")


class Measure(dict[str, float]):
    """Advance widths of one role in em, by character; looked up once, then a plain dictionary.

    Attributes:
        fallbacks: characters that another face than the role's own draws, and that face's name.
        missing: characters that no face of the chain has; they count one em.
    """

    def __init__(self, chain: tuple[Face, ...], latin: Face | None = None) -> None:
        super().__init__()
        self.chain = chain
        self.latin = latin
        self.fallbacks: dict[str, str] = {}
        self.missing: set[str] = set()

    def __missing__(self, char: str) -> float:
        chain = (self.latin, *self.chain) if self.latin and in_latin_face(char) else self.chain
        for face in chain:
            font, em = shaper(face.path, face.index)
            glyph = font.get_nominal_glyph(ord(char))
            if glyph:
                if face is not self.chain[0]:
                    self.fallbacks[char] = face.name
                advance = float(font.get_glyph_h_advance(glyph)) / em
                break
        else:
            self.missing.add(char)
            advance = 1.0
        self[char] = advance
        return advance


class Widths(dict[str, float]):
    """Advances of a role at one size, in points, by character."""

    def __init__(self, measure: Measure, size: float) -> None:
        super().__init__()
        self._measure = measure
        self._size = size

    def __missing__(self, char: str) -> float:
        width = self[char] = self._measure[char] * self._size
        return width


class FontBook:
    """The faces one job draws with.

    Attributes:
        choices: the face of each role, and why.
        plain: the same faces without the Latin one, for what the standard wants in a Chinese face.
    """

    def __init__(
        self, choices: Mapping[str, Choice], vendored: Mapping[str, Face], plain: FontBook | None = None
    ) -> None:
        self.choices = choices
        self.plain = plain or self
        self._latin = choices[LATIN].face if plain else None
        self._last = vendored["宋体"]
        self._chains: dict[str, tuple[Face, ...]] = {}
        for role in ROLES:
            chain = dict.fromkeys((choices[role].face, vendored[role], self._last))
            self._chains[role] = tuple(chain)
        self._faces = {face.name: face for chain in self._chains.values() for face in chain}
        if self._latin:
            self._faces[self._latin.name] = self._latin
        self._measures: dict[str, Measure] = {}
        self._widths: dict[tuple[str, float], Widths] = {}

    def measure(self, role: str) -> Measure:
        """Give the advance widths of a role."""
        if role not in self._measures:
            self._measures[role] = Measure(self._chains[role], self._latin)
        return self._measures[role]

    def widths(self, role: str, size: float) -> Widths:
        """Give the advance widths of a role at a size."""
        key = (role, size)
        if key not in self._widths:
            self._widths[key] = Widths(self.measure(role), size)
        return self._widths[key]

    def primary(self, role: str) -> Face:
        """Give the face that draws a role unless it lacks the character."""
        return self._chains[role][0]

    def face(self, name: str) -> Face:
        """Find a face by the name that pages use."""
        return self._faces[name]


@lru_cache(maxsize=64)
def shaper(path: Path, index: int) -> tuple[uharfbuzz.Font, int]:
    """Open a font once per process; returns it with its units per em."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), index)
    return uharfbuzz.Font(face), face.upem


@cache
def vendored_faces() -> Mapping[str, Face]:
    """List the faces that come with this package, by role."""
    folder = resources.folder("fonts")
    record = tomllib.loads((folder / "faces.toml").read_text(encoding="utf-8"))
    return {
        entry["role"]: Face(entry["postscript_name"], entry["family"], folder / entry["file"], 0, "vendored")
        for entry in record["face"]
    }


@lru_cache(maxsize=4)
def font_book(policy: str = "auto", families: tuple[str, ...] = (), *, latin: bool = False) -> FontBook:
    """Choose a face for every role.

    Args:
        policy: "auto" takes installed official faces first; "vendored" looks at nothing but the
            package's own, so that the output is the same on every machine.
        families: The official family that is wanted for each role of `OFFICIAL`, empty for the vendored
            face, as another job had them; (): the best that is there.
        latin: ASCII is drawn in a face of its own.
    """
    vendored = vendored_faces()
    if latin:
        plain = font_book(policy, families)
        return FontBook(plain.choices, vendored, plain)
    if policy == "vendored" or (families and not any(families)):
        return FontBook({role: Choice(role, vendored[role], ()) for role in vendored}, vendored)
    installed = installed_faces()
    named = {role: (family,) for role, family in zip(OFFICIAL, families, strict=False)}
    wanted: Mapping[str, tuple[str, ...]] = named or OFFICIAL
    choices = {}
    for role in vendored:
        passed_over: list[tuple[str, str]] = []
        chosen = vendored[role]
        for family in wanted[role]:
            found = installed.get(family)
            if found is None:
                continue
            if found.refusal:
                passed_over.append((family, found.refusal))
                continue
            chosen = Face(found.postscript_name, family, found.path, found.index, "official")
            break
        choices[role] = Choice(role, chosen, tuple(passed_over))
    return FontBook(choices, vendored)


class Installed(Noun, frozen=True):
    """A font found on this machine, under one of its names."""

    path: Path
    index: int
    postscript_name: str
    refusal: str  # why it cannot be used: "outlines" (not TrueType), "embedding" (forbidden), or ""


@cache
def installed_faces() -> Mapping[str, Installed]:
    """Read the name tables of all fonts in the system's and the user's font folders.

    The name tables are read directly because fontconfig always answers with some font, wanted or not.
    """
    wanted = {name for names in OFFICIAL.values() for name in names}
    found: dict[str, Installed] = {}
    for path in sorted(_font_files()):
        try:
            with path.open("rb") as file:
                for names, installed in _fonts_in(file, path):
                    for name in names & wanted:
                        found.setdefault(name, installed)
        except (OSError, struct.error):
            continue  # a broken or unreadable font is simply not installed
    return found


def _font_files() -> Iterator[Path]:
    home = Path.home()
    if os.name == "nt":
        roots = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
        if local := os.environ.get("LOCALAPPDATA"):
            roots.append(Path(local) / "Microsoft" / "Windows" / "Fonts")
    else:
        shared = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts")
        own = (".fonts", ".local/share/fonts", "Library/Fonts")
        roots = [*(home / name for name in own), *map(Path, shared)]
    for root in roots:
        for parent, _, names in os.walk(root):
            for name in names:
                if name.lower().endswith((".ttf", ".ttc", ".otf", ".otc")):
                    yield Path(parent) / name


def _fonts_in(file: Any, path: Path) -> Iterator[tuple[set[str], Installed]]:
    """Yield every font of a file with all its family, full and PostScript names."""
    head = file.read(12)
    offsets = [0]
    if head[:4] == b"ttcf":
        count = struct.unpack(">L", head[8:12])[0]
        offsets = list(struct.unpack(f">{count}L", file.read(4 * count)))
    elif head[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return
    for index, offset in enumerate(offsets):
        file.seek(offset)
        version, count = struct.unpack(">4sH6x", file.read(12))
        directory = file.read(16 * count)
        tables = {
            directory[k : k + 4]: struct.unpack(">LL", directory[k + 8 : k + 16])
            for k in range(0, 16 * count, 16)
        }
        if b"name" not in tables:
            continue
        refusal = ""
        if version == b"OTTO" or b"glyf" not in tables:
            refusal = "outlines"
        elif b"OS/2" in tables:
            file.seek(tables[b"OS/2"][0] + 8)
            if struct.unpack(">H", file.read(2))[0] & 0x000F == _EMBEDDING_FORBIDDEN:
                refusal = "embedding"
        file.seek(tables[b"name"][0])
        names, postscript_name = _names(file.read(tables[b"name"][1]))
        yield names, Installed(path, index, postscript_name or path.stem, refusal)


def _names(table: bytes) -> tuple[set[str], str]:
    """Decode name IDs 1, 4, 6 and 16 in all languages; returns them and the PostScript name."""
    count, strings = struct.unpack_from(">HH", table, 2)
    names: set[str] = set()
    postscript_name = ""
    for record in range(count):
        platform, encoding, _, name_id, length, offset = struct.unpack_from(">6H", table, 6 + 12 * record)
        if name_id not in (1, 4, 6, 16):
            continue
        raw = table[strings + offset : strings + offset + length]
        codec = (
            "gb18030" if (platform, encoding) == (1, 25) else "mac_roman" if platform == 1 else "utf-16-be"
        )
        name = raw.decode(codec, "replace").strip("\0")
        names.add(name)
        if name_id == 6 and name.isascii():
            postscript_name = postscript_name or name.replace(" ", "")
    return names, postscript_name
