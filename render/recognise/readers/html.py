"""Web pages: what a government site's page shows, block by block.

lxml reads any HTML, broken or not. A block of text is a paragraph; a table without tables in it and
without long texts is a table; one that only lays out the page is not. The part of the page that holds
nearly all of its sentences is taken for the text, and what stands outside it is marked so. Nothing is
fetched: pictures that do not lie in the page itself are counted and left where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from ...diagnostics import Diagnostic, Source
from ..found import Dropped, Found, FoundDocument, FoundParagraph, FoundPicture, FoundTable, Look, is_display
from ..lexicon import is_title
from .blanks import BARRED, tidy
from .decoding import decode
from .html_tables import SILENT, data_rows
from .pictures import picture_of_url
from .wrapped import Line, paragraphs

SHARE = 0.85  # of a page's sentences that stand in its main part

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary
    table tbody td tfoot th thead tr ul br
""".split()
)
_OUTSIDE = frozenset(["nav", "footer", "aside", "header", "menu", "form"])
_TITLED = re.compile(
    r"(?:^|[\s_-])(?:art|article|arc|news|con|content|main|page|xl|doc)?[_-]?(?:tit|title|bt|biaoti|headline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTSIDE_NAMES = re.compile(
    r"nav|menu|foot|crumb|share|copyright|sidebar|related|search|toolbar|login|weizhi|dangqian|bdshare|qrcode|friend"
    r"|banner|topbar|hotline|pagination|page-?tool|prev-?next",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align\s*:\s*(?:left|right|justify|start)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(px|pt)", re.IGNORECASE)
_FACE = re.compile(r"font-family\s*:\s*[\"']?\s*([^;,\"']+)", re.IGNORECASE)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SENTENCE = re.compile("[，。；：,;]")
_META = {  # 政府网站网页属性标签, and what an information table calls them
    "articletitle": "标题",
    "pubdate": "发布日期",
    "contentsource": "来源",
    "source": "来源",
}


@dataclass(slots=True)
class _State:
    """What holds at one place of the page."""

    is_centred: bool = False
    is_bold: bool = False
    is_linked: bool = False
    is_outside: bool = False
    keeps_lines: bool = False  # in <pre>, where line feeds show
    size: float = 0.0
    level: int = 0
    face: str = ""


@dataclass(slots=True)
class _Block:
    """A paragraph being gathered."""

    pieces: list[tuple[str, bool, bool, str]] = field(default_factory=list)  # text, bold, linked, face
    state: _State = field(default_factory=_State)
    line: int | None = None


def read_html(data: bytes, name: str) -> FoundDocument:
    """Read a web page."""
    remarks: list[Diagnostic] = []
    text, encoding = decode(data, Source(name), remarks)
    text = BARRED.sub("", text)  # a parser stops at some of them
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return FoundDocument("web page", (), encoding, remarks=tuple(remarks))
    page = _Page(name, root)
    page.walk()
    titles = tuple(tidy("".join(map(str, each.itertext()))) for each in root.iterfind(".//title"))[:1]
    particulars = _particulars(root)
    if page.pictures_left:
        values = {"count": page.pictures_left}
        remarks.append(Diagnostic("import.pictures_not_taken", Source(name), values))
    return FoundDocument(
        "web page", tuple(page.items), encoding, titles, particulars, tuple(page.dropped), tuple(remarks)
    )


def _particulars(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iterfind(".//meta"):
        label = _META.get((meta.get("name") or "").strip().lower())
        content = tidy(meta.get("content") or "")
        if label and content:
            found.setdefault(label, content)
    return found


class _Page:
    """Goes through a page once, from start to end tag, without recursion."""

    def __init__(self, name: str, root: Any) -> None:
        self.items: list[Found] = []
        self.dropped: list[Dropped] = []
        self.pictures_left = 0
        self._name = name
        body = root.find("body")
        self._body = root if body is None else body
        self._main = _main_part(self._body)
        self._block = _Block()

    def walk(self) -> None:
        stack: list[_State] = [_State(is_outside=self._main is not self._body)]
        walker = etree.iterwalk(self._body, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "end":
                stack.pop()
                if tag in _BLOCKS:
                    self._flush()
                self._add(element.tail, stack[-1], element)
                continue
            state = self._state(element, stack[-1])
            if self._is_silent(element):
                walker.skip_subtree()
                stack.append(state)
                self._skip(element)
                continue
            if tag in _BLOCKS:
                self._flush()
            stack.append(state)
            if tag == "table" and (rows := data_rows(element)):
                self.items.append(FoundTable(rows, Source(self._name, element.sourceline)))
                walker.skip_subtree()
                continue
            if tag == "img":
                self._picture(element)
            if tag == "li" and (number := _list_number(element)):
                self._block.pieces.append((number, False, False, ""))
                self._block.state, self._block.line = state, element.sourceline
            self._add(element.text, state, element)
        self._flush()

    def _is_silent(self, element: Any) -> bool:
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        return element.tag in SILENT or bool(hidden)

    def _skip(self, element: Any) -> None:
        """Note hidden words; scripts and forms have none that anybody reads."""
        if element.tag not in SILENT:
            words = tidy("".join(element.itertext(with_tail=False)))
            if words:
                self.dropped.append(Dropped(words[:200], "hidden", Source(self._name, element.sourceline)))

    def _state(self, element: Any, above: _State) -> _State:
        tag, style = element.tag, element.get("style") or ""
        align = (element.get("align") or "").lower()
        is_centred = above.is_centred
        if tag == "center" or align == "center" or _CENTRED.search(style):
            is_centred = True
        elif align or _ALIGNED.search(style):
            is_centred = False
        size = above.size
        if found := _SIZE.search(style):
            size = float(found[1]) * (0.75 if found[2].lower() == "px" else 1.0)  # CSS: 96 px to the inch
        face = above.face
        if named := _FACE.search(style):
            face = named[1].strip()
        elif tag == "font" and element.get("face"):
            face = element.get("face").strip()
        names = f"{element.get('id') or ''} {element.get('class') or ''}"
        is_outside = above.is_outside
        if element is self._main:
            is_outside = False
        if tag in _OUTSIDE or (
            tag not in ("body", "html") and element is not self._main and _OUTSIDE_NAMES.search(names)
        ):
            is_outside = is_outside or not _holds(element, self._main)
        level = _HEADINGS.get(tag, above.level)
        if is_outside and _TITLED.search(names) and is_title(tidy("".join(element.itertext()))):
            is_outside, level = False, 1  # a box of its own above the one that holds the text
        return _State(
            is_centred,
            above.is_bold or tag in ("b", "strong", "th") or bool(_BOLD.search(style)),
            above.is_linked or tag == "a",
            is_outside,
            above.keeps_lines or tag == "pre",
            size,
            level,
            face,
        )

    def _add(self, text: str | None, state: _State, element: Any) -> None:
        if not text:
            return
        if state.keeps_lines and "\n" in text:
            self._flush()
            lines = [Line(line, n) for n, line in enumerate(text.split("\n"), element.sourceline or 1)]
            for line in paragraphs(lines)[0]:
                self._block.state, self._block.line = state, line.number
                self._block.pieces.append((line.text, state.is_bold, state.is_linked, state.face))
                self._flush()
            return
        if not "".join(piece[0] for piece in self._block.pieces).strip():
            self._block.state, self._block.line = state, element.sourceline
        self._block.pieces.append((text, state.is_bold, state.is_linked, state.face))

    def _flush(self) -> None:
        block, self._block = self._block, _Block()
        raw = "".join(piece[0] for piece in block.pieces)
        for part in _parts(raw):
            text = tidy(part)
            if not text:
                continue
            bold = _count(block.pieces, 1)
            linked = _count(block.pieces, 2)
            shown = sum(not char.isspace() for char in raw)
            look = Look(
                size=block.state.size,
                is_bold=bold >= 0.9 * shown,
                is_centred=block.state.is_centred,
                level=block.state.level,
                is_linked=linked >= 0.9 * shown,
                is_outside=block.state.is_outside,
                face=_face(block.pieces),
                lead=_lead(block.pieces) if bold < 0.9 * shown else 0,
            )
            self.items.append(FoundParagraph(text, Source(self._name, block.line), look))

    def _picture(self, element: Any) -> None:
        source = element.get("src") or ""
        picture = picture_of_url(source)
        if picture is not None:
            self._flush()
            place = Source(self._name, element.sourceline)
            self.items.append(FoundPicture(tidy(element.get("alt") or ""), picture, place))
        elif source:
            self.pictures_left += 1


def _parts(text: str) -> list[str]:
    """Cut a block at indents in its middle, where a page lost the ends of its paragraphs."""
    flat = re.sub(r"[\r\n\t ]+", " ", text)
    return [line.text for line in paragraphs([Line(flat, 1)])[0]]


def _face(pieces: list[tuple[str, bool, bool, str]]) -> str:
    """Name the face of most of the characters."""
    counts: Counter[str] = Counter()
    for text, _, _, face in pieces:
        counts[face] += len(text.strip())
    return counts.most_common(1)[0][0] if counts else ""


def _count(pieces: list[tuple[str, bool, bool, str]], at: int) -> int:
    return sum(not char.isspace() for piece in pieces if piece[at] for char in str(piece[0]))


def _lead(pieces: list[tuple[str, bool, bool, str]]) -> int:
    """Count the characters of a beginning in bold or a face of headings, as `tidy` leaves them."""
    last = next((piece for piece in reversed(pieces) if piece[0].strip()), ("", False, False, ""))
    lead = ""
    for text, is_bold, _, face in pieces:
        is_apart = (is_bold and not last[1]) or (is_display(face) and not is_display(last[3]))
        if not is_apart and text.strip():
            break
        lead += text
    return len(tidy(lead))


def _list_number(element: Any) -> str:
    """Give the number a browser puts before an item of a numbered list."""
    parent = element.getparent()
    if parent is None or parent.tag != "ol" or "none" in (parent.get("style") or ""):
        return ""
    if (parent.get("type") or "1") != "1":
        return ""
    items = [child for child in parent if child.tag == "li"]
    first = parent.get("start") or "1"
    return f"{items.index(element) + (int(first) if first.isdecimal() else 1)}."


def _holds(element: Any, other: Any) -> bool:
    return any(each is element for each in (other, *other.iterancestors()))


def _main_part(body: Any) -> Any:
    """Find the smallest part of a page that holds nearly all of its sentences."""
    weights: dict[Any, int] = {}
    stack: list[int] = []
    skipped = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            skipped += element.tag in SILENT
            stack.append(0 if skipped else _weight(element.text))
        else:
            weight = stack.pop()
            skipped -= element.tag in SILENT
            if element.tag in _BLOCKS and weight:
                weights[element] = weight
            if stack:
                stack[-1] += weight + (0 if skipped else _weight(element.tail))
    total = weights.get(body, 0)
    part = body
    while total:
        below = [
            child for child in part if weights.get(child, 0) >= SHARE * total and child.tag not in ("p", "br")
        ]
        if not below:
            # A wrapper without a weight of its own may still hold the part.
            break
        part = below[0]
    return part


def _weight(text: str | None) -> int:
    """Count the characters of a text that reads as sentences; links and labels weigh nothing."""
    return len(text) if text and len(text) > 15 and _SENTENCE.search(text) else 0
