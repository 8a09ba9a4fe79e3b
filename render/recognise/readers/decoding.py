"""Decoding: bytes of a text or web page to characters, whatever encoding they are in.

Chinese offices save UTF-8, GB18030 (which holds GBK and GB 2312) and, from Taiwan and Hong Kong, Big5;
programs add UTF-16. GB18030 accepts nearly any bytes, so Big5 is told from it by how common the
characters are that come out. A file pasted together from two encodings is read line by line.
"""

from __future__ import annotations

import codecs
import re

from ...diagnostics import Diagnostic, Source, fault
from .blanks import BARRED

# The characters that official texts are full of, in both scripts; no frequency table is needed to tell
# two readings apart, one of which is nonsense.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度"
    "家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看"
    "原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图"
    "山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府市县省委局院报告务安全保障规定施意见工办议政"
    "這個國們來時會說發對產種於過為動經進電後學體機當點從業與關重數變條沒結問題總報務規辦議員長強區縣實際據處資統計劃運農決"
    "，。、；：“”《》（）"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5-hkscs": "big5hkscs"}
LEAST_WHOLE = 4  # Han characters for each broken one, that bytes are taken for UTF-8
_SAMPLE = 200_000  # bytes that are enough to tell Big5 from GB18030
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, source: Source, remarks: list[Diagnostic]) -> tuple[str, str]:
    """Turn a file's bytes into text with line feeds only.

    Returns:
        The text and the name of its encoding.

    Raises:
        Faults: `import.binary`, the bytes are no text at all.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return _clean(data.decode(encoding), source), encoding.removesuffix("-sig").upper()
            except UnicodeDecodeError:
                break
    if b"\x00" in data[:_SAMPLE]:
        encoding = _without_mark(data[:_SAMPLE])
        if not encoding:
            raise fault("import.binary", source)
        return _clean(data.decode(encoding, errors="ignore"), source), encoding.upper()
    try:
        return _clean(data.decode("utf-8"), source), "UTF-8"
    except UnicodeDecodeError:
        pass
    encoding = _legacy(data, _declared(data))
    if _is_damaged(data):
        return _clean(_by_line(data, encoding, source, remarks), source), "UTF-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text, encoding = _by_line(data, encoding, source, remarks), f"{encoding.upper()}+UTF-8"
    return _clean(text, source), encoding.upper()


def likeness(text: str) -> float:
    """Say how much of the Han characters of a text are common ones, from 0 to 1."""
    han = _HAN.findall(text)
    return sum(char in _COMMON for char in han) / len(han) if han else 0.0


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else ""
    name = _ALIASES.get(name, name)
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _legacy(data: bytes, declared: str) -> str:
    """Choose between GB18030 and Big5 by which of them gives words, and else by what the file says."""
    sample = data[:_SAMPLE]
    scores = {
        name: likeness(sample.decode(name, errors="ignore")) - 0.5 * _broken(sample, name)
        for name in ("gb18030", "big5hkscs")
    }
    return max(scores, key=lambda name: (scores[name], name == declared))


def _broken(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    return min(1.0, 20 * text.count("\ufffd") / max(len(text), 1))


def _without_mark(sample: bytes) -> str:
    """Tell UTF-16 without its mark by where the zero bytes of its ASCII characters stand."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 4 * max(others, 1):
            text = sample[: len(sample) // 2 * 2].decode(encoding, errors="ignore")
            if likeness(text) > 0.2:
                return encoding
    return ""


def _is_damaged(data: bytes) -> bool:
    """Tell UTF-8 in which a few characters are broken, as where a download ended."""
    text = data.decode("utf-8", errors="replace")
    return len(_HAN.findall(text)) >= LEAST_WHOLE * text.count("\ufffd")


def _by_line(data: bytes, encoding: str, source: Source, remarks: list[Diagnostic]) -> str:
    """Read each line in the encoding that fits it; what fits none keeps a mark in its place."""
    lines, of_utf8, others, lost = [], 0, 0, 0
    for line in data.split(b"\n"):
        is_utf8 = _is_damaged(line)
        name = "utf-8" if is_utf8 else encoding
        try:
            read = line.decode(name)
        except UnicodeDecodeError:
            # The bytes of a cut character are no text; everything around them is kept.
            read = line.decode(name, errors="replace")
            lost += read.count("\ufffd")
        lines.append(read)
        of_utf8 += is_utf8 and not line.isascii()
        others += not is_utf8
    text = "\n".join(lines)
    if lost > max(20, len(text) // 50):
        raise fault("import.binary", source)
    if of_utf8 and others:
        values = {"lines": of_utf8, "encoding": encoding.upper()}
        remarks.append(Diagnostic("import.mixed_encodings", source, values))
    if lost:
        remarks.append(Diagnostic("import.undecodable", source, {"count": lost}))
    return text


def _clean(text: str, source: Source) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x85", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    if len(BARRED.findall(text)) > max(50, len(text) // 20):
        raise fault("import.binary", source)
    return text
