"""XLSX packages: a guard before anything is unpacked, and the marks that stand beside values.

ISO/IEC 29500-1, 18.3.1.4 (`c`: attribute `s` is the style, `t` the type; `f` a formula, `v` the stored
value). A sheet is scanned once, with the standard library's parser, and no tree is built.
"""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NoReturn, TypeAlias
from xml.parsers import expat

from ..diagnostics import Source, fault
from ..noun import Changing, field
from ..pattern import pattern
from .number_formats import BUILT_IN, Shown, read_format
from .sheet import Marks, column_name, column_number

if TYPE_CHECKING:
    from zipfile import ZipFile

MOST_BYTES = 200_000_000  # of all parts together, unpacked: fifty times 5,000 rows of 18 columns
MOST_RATIO = 200  # of a part unpacked to packed; office files reach 30
RATIO_FROM = 10_000_000  # bytes; below it any ratio is harmless
MOST_CELLS = 5_000_000  # in the rectangle around all filled cells, which is what gets allocated

_Start: TypeAlias = Callable[[str, dict[str, str]], None]

_STYLE = '" s="'  # between a cell's name and its style, as written
_PLAIN_CELL = r'<c(?: r="({}"(?: s="[0-9]+)?)"?(?: t="(?!e")[A-Za-z]+")?/?>|[ >])'
_NEAR_CELLS = pattern(_PLAIN_CELL.format("[A-F]?[A-Z][0-9]{1,4}"))
"""Within 182 columns of 9,999 rows, fewer than `MOST_CELLS`; anything else is found as an empty text."""
_CELLS = pattern(_PLAIN_CELL.format("[A-Z]+[0-9]+"))
_FILLED_CELLS = pattern(r'<c r="([A-Z]+)([0-9]+)[^>]*[^>/]>')
_FORMULA, _PREFIXED = pattern("<(?:f[ />]|!)"), pattern(":c[ >]")  # a comment might hide what it is in
_UTF_16 = (b"\xfe\xff", b"\xff\xfe")
_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # compound file: a protected .xlsx, or an .xls


def open_package(data: bytes, file: str) -> Package:
    """Open an .xlsx or .ods file that is one, is whole, and is not made to fill the memory.

    Raises:
        Faults: `figures.protected`, `figures.misnamed`, `figures.damaged` or `figures.too_large`.
    """
    from zipfile import BadZipFile, ZipFile

    source = Source(file)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise fault("figures.protected", source)
        raise fault("figures.misnamed", source, kind="（.xls）")
    if not data.startswith(b"PK"):
        is_markup = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
        raise fault("figures.misnamed", source, kind="（HTML）" if is_markup else "")
    try:
        parts = ZipFile(io.BytesIO(data))
        sizes = [(part.file_size, part.compress_size) for part in parts.infolist()]
        if sum(size for size, _ in sizes) > MOST_BYTES or any(
            size > RATIO_FROM and size > MOST_RATIO * max(packed, 1) for size, packed in sizes
        ):
            raise fault("figures.too_large", source)
        # Reading stops at the declared size, so a part that understates it fails its checksum here.
        broken = parts.testzip()
        if broken:
            raise fault("figures.damaged", source, reason=broken)
        return Package(parts, file)
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, zlib.error) as err:
        raise fault("figures.damaged", source, reason=str(err)) from err


class Package:
    """The parts of an .xlsx file."""

    def __init__(self, parts: ZipFile, file: str) -> None:
        self.parts, self.file = parts, file

    def marks(self, sheet: str) -> Marks:
        """Scan a sheet for number formats, errors and formulas without a value.

        Raises:
            Faults: `figures.too_large` when its cells lie so far apart that a grid of them would
                not fit; `figures.damaged` when a part is missing or is not XML.
        """
        part = self._sheet_parts.get(sheet)
        if part is None:
            raise fault("figures.damaged", Source(self.file, sheet=sheet), reason="no worksheet part")
        scan = _Scan()
        formats = self._formats
        if not scan.read_plainly(self._content(part), formats):
            parser = expat.ParserCreate()
            self._parse(part, scan.listener(parser), parser)
        try:
            area = scan.area()
        except ValueError as err:  # a cell that stands nowhere
            raise fault("figures.damaged", Source(self.file), reason=str(err)) from err
        if area > MOST_CELLS:
            raise fault("figures.too_large", Source(self.file, sheet=sheet))
        shown = {cell: formats[style] for cell, style in scan.styles.items() if style in formats}
        return Marks(shown, scan.errors, frozenset(scan.uncomputed), frozenset(scan.formulas))

    @cached_property
    def _book(self) -> str:
        return next(iter(self._related("", "officeDocument").values()), "xl/workbook.xml")

    @cached_property
    def _sheet_parts(self) -> Mapping[str, str]:
        """Find the part of each sheet."""
        targets = self._related(self._book, "worksheet")
        found: dict[str, str] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            if _local(name) == "sheet":
                ids = (value for key, value in attributes.items() if key.endswith(":id"))
                found[attributes.get("name", "")] = targets.get(next(ids, ""), "")

        self._parse(self._book, start)
        return {name: part for name, part in found.items() if part}

    @cached_property
    def _formats(self) -> Mapping[str, Shown]:
        """Read what each cell style (by its number, as cells write it) shows; General is left out."""
        part = next(iter(self._related(self._book, "styles").values()), "")
        return _formats_in(self._content(part), self.file, part) if part else {}

    def _related(self, part: str, kind: str) -> dict[str, str]:
        """Find the parts that a part refers to by a kind of relationship, by their ids (OPC, 9.3)."""
        folder, name = posixpath.split(part)
        targets: dict[str, str] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            if _local(name) == "Relationship" and attributes.get("Type", "").endswith("/" + kind):
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                targets[attributes.get("Id", "")] = target.lstrip("/")

        self._parse(posixpath.join(folder, "_rels", f"{name}.rels"), start)
        return targets

    def _parse(self, part: str, start: _Start, parser: expat.XMLParserType | None = None) -> None:
        _parse(self._content(part), start, self.file, part, parser)

    def _content(self, part: str) -> bytes:
        try:
            return self.parts.read(part)
        except KeyError as err:
            raise fault("figures.damaged", Source(self.file), reason=f"{part}: {err}") from err


@lru_cache(maxsize=8)
def _formats_in(styles: bytes, file: str, part: str) -> Mapping[str, Shown]:
    """Read the formats of a styles part; the books of a batch mostly have the same one."""
    codes = {str(number): code for number, code in BUILT_IN.items()}
    cell_formats: list[str] = []
    group = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal group
        match _local(name):
            case "numFmt":
                codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs" | "cellStyleXfs" | "cellStyles" | "dxfs" as opened:
                group = opened
            case "xf" if group == "cellXfs":
                cell_formats.append(attributes.get("numFmtId", "0"))

    _parse(styles, start, file, part)
    shown = {number: read_format(code) for number, code in codes.items()}
    return {
        str(index): each
        for index, number in enumerate(cell_formats)
        if (each := shown.get(number)) is not None
    }


def _parse(
    content: bytes, start: _Start, file: str, part: str, parser: expat.XMLParserType | None = None
) -> None:
    def refuse(*_: object) -> NoReturn:
        # No office program declares entities; they serve to blow a small file up.
        raise fault("figures.damaged", Source(file), reason="entity")

    parser = parser or expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (ValueError, expat.ExpatError) as err:
        raise fault("figures.damaged", Source(file), reason=f"{part}: {err}") from err


class _Scan(Changing):
    """What a sheet holds beside its values."""

    styles: dict[str, str] = field(default_factory=dict)  # style number by cell
    errors: dict[str, str] = field(default_factory=dict)
    uncomputed: set[str] = field(default_factory=set)
    formulas: set[str] = field(default_factory=set)
    filled: list[str] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)  # of filled cells that are not in the list
    rows: set[str] = field(default_factory=set)

    def read_plainly(self, content: bytes, wanted: Iterable[str]) -> bool:
        """Take in a sheet of values alone, written as office programs write them; False for any other.

        The same as `listener` finds, in a tenth of the time; of the styles those that are wanted, of the
        area nothing when it is small.
        """
        if content.startswith(_UTF_16):
            return False
        text = content.decode("utf-8", "replace")
        if _FORMULA.search(text) or _PREFIXED.search(text):
            return False
        cells = _NEAR_CELLS.findall(text)  # such as B7" s="4
        if "" in cells:
            cells = _CELLS.findall(text)
            if "" in cells:
                return False
            filled = _FILLED_CELLS.findall(text)
            self.columns = {column for column, _ in filled}
            self.rows = {row for _, row in filled}
        ends = tuple(f"{_STYLE}{style}" for style in wanted)
        styled = (cell.partition(_STYLE) for cell in cells if cell.endswith(ends))
        self.styles = {name: style for name, _, style in styled}
        return True

    def listener(self, parser: expat.XMLParserType) -> _Start:
        """Make the handler that fills this in, element by element."""
        styles, uncomputed, formulas, filled = self.styles, self.uncomputed, self.formulas, self.filled
        cell_tag = value_tag = inline_tag = formula_tag = row_tag = cell = kind = ""
        row = column = 0  # for files that leave out where a cell stands

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal cell_tag, value_tag, inline_tag, formula_tag, row_tag, cell, kind, row, column
            if name == cell_tag:
                column += 1
                cell = attributes.get("r") or f"{column_name(column - 1)}{row}"
                kind = attributes.get("t", "")
                if "s" in attributes:
                    styles[cell] = attributes["s"]
            elif name in (value_tag, inline_tag):
                filled.append(cell)
                if kind == "str":  # a formula's empty text is a stored value too
                    uncomputed.discard(cell)
                elif kind == "e" or cell in uncomputed:
                    parser.CharacterDataHandler = stored
            elif name == formula_tag:
                uncomputed.add(cell)
                formulas.add(cell)
            elif name == row_tag:
                row, column = int(attributes.get("r", row + 1)), 0
            elif not cell_tag:  # the root: some programs write x:c for c
                prefix = name[: name.rfind(":") + 1]
                cell_tag, value_tag, inline_tag, formula_tag, row_tag = (
                    prefix + tag for tag in ("c", "v", "is", "f", "row")
                )

        def stored(text: str) -> None:
            parser.CharacterDataHandler = None
            uncomputed.discard(cell)
            if kind == "e":
                self.errors[cell] = text

        return start

    def area(self) -> int:
        """Count the cells of the rectangle around all filled ones."""
        columns = list(map(column_number, self.columns | {cell.rstrip(_DIGITS) for cell in self.filled}))
        rows = list(map(int, self.rows | {cell.lstrip(_LETTERS) for cell in self.filled}))
        if not rows:
            return 0
        return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
