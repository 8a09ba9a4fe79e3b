"""Title: which lines above a text are its title, and what else they hold.

It is the line, or the few lines, most like one: called so by the file itself, ending in a kind of document,
set large or centred.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from . import lexicon
from .anatomy import Anatomy, Doubt, Para
from .found import Dropped, FoundDocument
from .masthead import element_of, without_blanks

MOST_TITLE_LINES = 4
_OF_MASTHEAD = 4.0  # what a line above the number of a document loses, when a title stands below it
_NUMBER_AT_END = re.compile(r"[（(]([\u4e00-\u9fff]{1,12}[〔\[](?:19|20)\d{2}[〕\]]\d+号)[)）]$")
_DASHED = re.compile("(?:——|--|—)(?=(?:19|20)\\d{2}年|在)")
_SUBTITLE = re.compile(
    r"^(?:——|--|—|－－)|^[（(](?=.*(?:会议|全会|大会|日|月))[^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*[)）]$"
)
_NOTE_MARK = re.compile(r"(?:[\[［【（(]\s*(?:\d{1,2}|注)\s*[)）\]］】]|[①-⑨*＊])$")
_WORDS = re.compile(r"[\s\W_]+")
SITE = re.compile(
    r"\s*(?:[_|｜>]|\s[-—–]\s|\s{2,}|[-—–]+(?=[^-—–]*(?:网|政府|局|厅|委|部|办|门户|公开|信息))).{2,60}$"
)


def choose_title(document: FoundDocument, lines: Sequence[tuple[int, Para]], anatomy: Anatomy) -> range:
    """Choose the lines of the title and set it; an empty range when none of them is one."""
    named = anatomy.particular("name")
    names = [named.value] if named and named.value else []
    names += [name for title in document.titles for name in (title, SITE.sub("", title)) if name]
    known = {plain_words(name) for name in names}
    often = Counter(plain_words(para.folded) for _, para in lines)
    known |= {plain for plain, count in often.items() if count > 1 and len(plain) > 6}
    largest = max((para.look.size for _, para in lines), default=0.0)
    best, chosen = 2.0, range(0)
    for first in range(len(lines)):
        for last in range(first, min(first + MOST_TITLE_LINES, len(lines))):
            if lines[last][0] - lines[first][0] != last - first:
                break  # something of the page stands between
            score = _score([para for _, para in lines[first : last + 1]], known, largest)
            score -= _OF_MASTHEAD if _is_masthead(lines, last) else 0.0
            # Of equals the later one: sites repeat a title above the page's own.
            if score > best or (score == best and len(chosen) <= last - first + 1):
                best, chosen = score, range(first, last + 1)
    if chosen:
        anatomy.title_lines = tuple(lines[n][1] for n in chosen)
        anatomy.title = _unwrapped("".join(without_blanks(para.text) for para in anatomy.title_lines))
        _take_mark(anatomy)
        _take_apart(anatomy)
        if best < 3.5:
            anatomy.doubts.append(Doubt("title", anatomy.title, anatomy.title_lines[0].source))
        return chosen
    anatomy.title = next((name for name in names if len(name) > 3), "")
    if anatomy.title or (only := _unlike_titles(lines, anatomy)) is None:
        return range(0)
    anatomy.title_lines = (lines[only][1],)
    anatomy.title = without_blanks(lines[only][1].text)
    _take_mark(anatomy)
    anatomy.doubts.append(Doubt("title", anatomy.title, lines[only][1].source))
    return range(only, only + 1)


def _is_masthead(lines: Sequence[tuple[int, Para]], last: int) -> bool:
    """Tell the mark of minutes from their title, which stands below the number of the document."""
    below = [without_blanks(para.folded) for _, para in lines[last + 1 :]]
    number = next((n for n, text in enumerate(below) if element_of(text, is_above=False) == "number"), None)
    return number is not None and any(lexicon.is_title(text) for text in below[number + 1 :])


def _unlike_titles(lines: Sequence[tuple[int, Para]], anatomy: Anatomy) -> int | None:
    """Choose a title among lines none of which ends like one: 农村公路的发展, in large letters or at the top.

    Below the furniture of a page it is the line nearest to the text.
    """
    fit = [
        n
        for n, (_, para) in enumerate(lines)
        if 4 <= len(text := without_blanks(para.folded)) <= 60
        and re.search("[\u4e00-\u9fff]{4}", text)
        and not re.search("[。；！：，、]$", text)
        and not lexicon.is_organ(text)
        and not _SUBTITLE.search(text)
        and not re.search(r"\d+日$", text)
        and not para.look.is_outside
        and not para.look.is_linked
        and not element_of(text, is_above=True)
    ]
    if not fit:
        return None
    is_page = any(each.reason in ("navigation", "tools") for each in anatomy.dropped)
    largest = max(lines[n][1].look.size for n in fit)
    top = [n for n in fit if lines[n][1].look.size == largest]
    centred = [n for n in top if lines[n][1].look.is_centred]
    return (centred or top)[-1 if is_page else 0]


def _take_apart(anatomy: Anatomy) -> None:
    """Take the number of the document off the end of its title, and a subtitle from behind a dash."""
    last = anatomy.title_lines[-1]
    if (found := _NUMBER_AT_END.search(anatomy.title)) and "number" not in anatomy.elements:
        anatomy.elements["number"] = (found[1], last.source)
        anatomy.title = anatomy.title[: found.start()]
    if (found := _DASHED.search(anatomy.title)) and lexicon.is_title(
        anatomy.title[: found.start()], weak=False
    ):
        subtitle = anatomy.title[found.start() :]
        anatomy.title = anatomy.title[: found.start()]
        anatomy.opening.append(Para(subtitle, last.source, last.look, False, (), subtitle, subtitle))


def _take_mark(anatomy: Anatomy) -> None:
    """Take the mark of a note off the end of a title: a title is used where the note does not follow."""
    if found := _NOTE_MARK.search(anatomy.title):
        anatomy.title = anatomy.title[: found.start()].rstrip()
        anatomy.dropped.append(Dropped(found[0], "note mark", anatomy.title_lines[-1].source))


def _unwrapped(title: str) -> str:
    """Take off the title marks that some sites put around a whole title."""
    if title[:1] != "《" or title[-1:] != "》" or "》" in title[:-1]:
        return title
    return title[1:-1].replace("〈", "《").replace("〉", "》")


def _score(paras: Sequence[Para], known: set[str], largest: float) -> float:
    """Say how much some lines together read as a title."""
    texts = [without_blanks(para.folded) for para in paras]
    joined = "".join(texts)
    if not 3 <= len(joined) <= 150 or any(_SUBTITLE.match(text) for text in texts):
        return 0.0
    if any(re.search("[。；！]|[，：]$", text) for text in texts) or lexicon.DATE.fullmatch(joined):
        return 0.0
    if any(element_of(text, is_above=False) for text in texts):
        return 0.0  # a number, with its signer or without, is no line of a title
    if len(texts) > 1:
        for above, below in itertools.pairwise(texts):
            is_whole = lexicon.is_title(above, weak=False) and not re.match("[与和及的暨、（(“]", below)
            if is_whole:
                return 0.0
        looks = [(para.look.size, para.look.is_centred, para.look.is_outside) for para in paras]
        if len({size for size, _, _ in looks}) > 1:
            return 0.0
    if _DASHED.search("".join(texts[:-1])):
        return 0.0
    joined = _DASHED.split(joined)[0]  # a subtitle behind it says where a report was given
    plain = plain_words(joined)
    score = 0.0 if re.search("[\u4e00-\u9fff]", joined) else -6.0  # the same in English
    if plain in known:
        score += 6.0
    elif len(plain) >= 6 and any(name.startswith(plain) for name in known):
        score += 2.0
    if lexicon.is_title(joined):
        score += 3.0 if lexicon.is_title(joined, weak=False) else 2.2
        score += 0.5 * (lexicon.ABOUT.search(joined) is not None)
        score += 0.4 * (len(texts) > 1 and lexicon.is_organ(texts[0]))
    elif len(texts) > 1 and plain not in known:
        return 0.0
    look = paras[0].look
    is_centred = any(para.look.is_centred for para in paras)  # a full line shows nothing of it
    score += 1.5 * (look.level in (1, 2)) + 1.0 * is_centred + 0.4 * look.is_bold
    score += 1.5 * (largest > 0 and look.size == largest and largest > 16)
    if lexicon.is_organ(joined) and not lexicon.ABOUT.search(joined):
        score -= 3.0 if not lexicon.is_title(joined) else 1.5
    if re.search(r"文\s*件$", joined) and plain not in known:
        score -= 3.0
    if len(joined) < 5:
        score -= 2.0
    if len(joined) > 12 or re.search(r"\d{4}年", joined):
        score += 0.5
    return score - 2.0 * look.is_linked - 1.5 * look.is_outside


def plain_words(text: str) -> str:
    """Take out blanks and marks, in which the same title differs from place to place."""
    return _WORDS.sub("", text)
