"""Descriptions taken apart: summary, body, disclaimer, and what only asks to subscribe, follow or buy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from episodes.core.naming import block_words as words
from episodes.core.naming.asides import split_asides
from episodes.core.naming.chapters import find_chapters, is_chapter_line
from episodes.core.naming.folding import fold
from episodes.core.naming.markup import iter_links, without_links
from episodes.core.naming.phrases import LABELS

BlockKind = Literal[
    "prose", "heading", "chapters", "disclaimer", "subscribe", "follow", "sponsor", "people", "link", "other"
]

_ONLY_ADDRESS = re.compile(r"^[\s\-–—•*·>►→\[(<]*(?:https?://\S+|www\.\S+)[\s)\]>]*$")
_LIST_ITEM = re.compile(r"^\s*(?:(?:[-–—•*·►▶→]|\d{1,2}[.)])\s+|-(?=[^\W\d_]\w*\s))")
_SPONSORS = re.compile(
    r"^\W*+(?:today'?s |our |this (?:week|month|episode)'?s )?(?:sponsors?|sponsored by|(?:brought to you|"
    r"supported) by|advertisers?|sponsoren|werbung|patrocinadores|sponsorisé par)\s*[:：]\W*$",
    re.IGNORECASE,
)
_LABEL_OF_DISCLAIMER = re.compile(
    r"^\W*+(?:disclaimer|haftungsausschluss|descargo(?: de responsabilidad)?|clause de non-responsabilité)"
    r"\s*[:：\-–—]\W*(?=\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？:\"”»)]\s*$")
_QUOTED = re.compile(r"^[\"“„«”][^\"“„«”»]{20,}[\"”“»]$")
#: `Contributor(s): Ann Lee, Bo Ek | Ovens are old …`.
_CONTRIBUTORS = re.compile(r"^(?:Contributor\(?s?\)?|Speakers?):[^|\n]{5,300}\s\|\s(?=.{60})")
_ENDS_WITH_ADDRESS = re.compile(r"^.{0,160}[(:\s\-–]\s*\(?https?://\S+\)?\s*$")
#: A sentence that says something of its own stands before the address.
_SAYS_MORE = re.compile(r"^(?:[^\s.!?]+\s){7,}[^\s.!?]{2,}[.!?]\s+[^\W\d_a-z]")
#: What tells a disclaimer or a sponsor's line stands near its beginning; further on it is part of a paragraph.
_FIRST_SENTENCE = re.compile(r".{10,300}?[^\W\d_]{3}[.!?]\s(?=[^\W\d_])", re.DOTALL)
#: So many letters behind the first sentence of a line that names people are about something else.
LONGEST_DETAIL = 150
_SOON = 320
#: A line that ends in a colon and is no longer than this announces what comes below it.
LONGEST_LABEL = 60
#: A summary has at least so many characters, where there is a longer paragraph to choose.
LEAST_SUMMARY = 40
#: A line that is no sentence and shorter than the second figure, and a quotation, give way to a sentence right below
#: them that has the first.
LEAST_SENTENCE, SHORT_LINE = 60, 60
#: Of more lines than these, some must be sentences; else they are a list.
MOST_LOOSE_LINES = 8


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph or line of a description, and what it is for."""

    kind: BlockKind
    text: str  #: Markdown


def split_blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """Cut tidy lines into blocks: a gap ends one, and so does a line of another kind.

    >>> [block.kind for block in split_blocks(["We talk.", "", "Subscribe on YouTube!", "00:00 Intro", "01:00 End"])]
    ['prose', 'subscribe', 'chapters', 'chapters']
    """
    has_chapters = bool(find_chapters(lines))
    blocks: list[Block] = []
    of_sponsors = False
    called: BlockKind | None = None  # what the line above asks for, whose places stand below it
    for line in _without_tails(lines):
        kind = kind_of(line, has_chapters=has_chapters)
        if kind == "link" and called:
            kind = called
        else:
            called = _called_by(line, kind)
        of_sponsors = _SPONSORS.match(without_links(line)) is not None or (
            of_sponsors and _LIST_ITEM.match(line) is not None
        )
        if of_sponsors:
            blocks.append(Block(kind="heading" if is_label(line) else "sponsor", text=line))
        elif kind in ("prose", "disclaimer", "sponsor"):
            blocks += _parted(kind, line)
        else:
            blocks.append(Block(kind=kind, text=line))
    return tuple(blocks)


def _called_by(line: str, kind: BlockKind) -> BlockKind | None:
    """What a line above a list of addresses asks for: `Follow us on:`, but not `You can find the song here:`."""
    plain = without_links(line)
    if kind == "heading" and words.FOLLOW_HEADING.match(plain):
        return "follow"
    if kind not in ("subscribe", "follow") or not is_label(line) or "://" in line:
        return None
    return None if words.FINDS_A_THING.match(plain) else kind


def _parted(kind: BlockKind, line: str) -> list[Block]:
    """Part a paragraph from its asides; without any it stays what it is."""
    body, asides = split_asides(line)
    if not asides:
        return [Block(kind=kind, text=line)]
    return [Block(kind="prose", text=body), *(Block(kind=what, text=text) for what, text in asides)]


def _without_tails(lines: Iterable[str]) -> Iterator[str]:
    """Set what a hosting service added to a line on a line of its own, and what stands behind a list of people."""
    for line in filter(str.strip, lines):
        if people := _CONTRIBUTORS.match(line):
            yield people[0].rstrip(" |")
            line = line[people.end() :]
        tail = words.HOSTING_TAIL.search(line)
        if tail and tail.start():
            yield line[: tail.start()]
            yield tail[0].lstrip(" -–—|·")
        else:
            yield line


def is_label(text: str) -> bool:
    """Whether a line only announces what comes below it.

    >>> is_label("Sources and links:"), is_label("Chapters"), is_label("He said: no")
    (True, True, False)
    """
    plain = without_links(text).strip(" *_#")
    return bool(words.HEADING.match(plain)) or (
        len(plain) <= LONGEST_LABEL and plain.endswith((":", "：")) and not re.search(r"[.!?]\s", plain)
    )


def kind_of(line: str, *, has_chapters: bool = False) -> BlockKind:
    """Tell what a line is for by its words; what no words tell is prose."""
    plain = without_links(line)[:3000]
    if has_chapters and is_chapter_line(line):
        return "chapters"
    if _ONLY_ADDRESS.match(line) or is_all_link(line):
        if words.SUBSCRIBE.match(plain) and not words.OF_OTHERS.match(plain):
            return "subscribe"
        return "follow" if words.FOLLOW.match(plain) and not words.OF_OTHERS.match(plain) else "link"
    for kind, longest, tells in _TELLING:
        if len(plain) < longest and tells(plain):
            return kind
    return "prose"


def _lists_people(plain: str) -> bool:
    first = _FIRST_SENTENCE.match(plain)
    if first and len(plain) - first.end() > LONGEST_DETAIL and ":" not in plain[first.end() :]:
        return False  # the label only begins a paragraph
    return any(phrase.pattern.match(plain) for phrase in LABELS)


def _disclaims(plain: str) -> object:
    return words.DISCLAIMER.search(plain, 0, _SOON)


def _sponsors(plain: str) -> object:
    return words.SPONSOR.search(plain, 0, _SOON)


def _names_address(plain: str) -> bool:
    return bool(_ENDS_WITH_ADDRESS.match(plain)) and not _SAYS_MORE.match(plain)


def _is_by_the_way(plain: str) -> bool:
    return any(pattern.match(plain) for pattern in (words.HOSTING, words.THANKS, words.HASHTAGS, words.PRODUCTION))


#: In this order: the kind, how long a line of it is at most, and what tells it.
_TELLING: list[tuple[BlockKind, int, Callable[[str], object]]] = [
    ("heading", 200, words.HEADING.match),
    ("people", 1200, _lists_people),
    ("disclaimer", 1200, _disclaims),
    ("sponsor", 1200, _sponsors),
    ("subscribe", 400, words.SUBSCRIBE.match),
    ("follow", 400, words.FOLLOW.match),
    ("other", 3000, _is_by_the_way),
    ("link", 300, words.CALL.match),
    ("link", 300, _names_address),
]


def prose_of(blocks: Sequence[Block]) -> list[str]:
    """The sentences in which the show speaks for itself: prose up to the lists of links and of further reading."""
    kept: list[str] = []
    for block in blocks:
        if block.kind == "heading" and words.LISTS.match(without_links(block.text)):
            break
        if block.kind == "prose":
            kept.append(without_links(block.text))
    return kept


def find_summary(blocks: Sequence[Block], *, title: str = "") -> str:
    """Choose the paragraph that says what the episode is about: the first of some length that is prose.

    A line that only repeats the title is passed over; a mere list, or no prose at all, gives no summary.
    """
    prose = [without_links(block.text) for block in blocks if block.kind == "prose" and not repeats(block.text, title)]
    prose = [text for text in prose if not is_label(text)]
    prose = [text for text in prose if not words.COURTESY.match(text)] or prose
    plain = [text for text in prose if not _LIST_ITEM.match(text)]
    if plain and (any(map(_says_something, plain)) or not any(_tells(text) for text in prose)):
        prose = plain
    whole = [text for text in prose if _is_sentence(text)]
    longer = [text for text in prose if len(text) >= LEAST_SUMMARY or _is_sentence(text)]
    if len(prose) > MOST_LOOSE_LINES:
        return (whole or [""])[0].strip()
    told = [text for text in longer or prose if _says_something(text)]
    first, second = (*told[:2], "", "")[:2]
    is_aside = _QUOTED.match(first) or (len(first) < SHORT_LINE and not _is_sentence(first))
    return (second if is_aside and _tells(second) and not _QUOTED.match(second) else first).strip()


def find_disclaimer(blocks: Sequence[Block]) -> str:
    """Join the disclaimer's lines; one that comes again, at the end of a page, is taken once.

    A label "Disclaimer:" is left out, since pages have a heading for it; "Warning: …" says something and stays.
    """
    kept: list[str] = []
    for block in blocks:
        if block.kind == "disclaimer" and not any(_same(block.text, known) for known in kept):
            kept.append(without_links(block.text).strip(" *_"))
    return "\n\n".join(map(_without_label, kept))


def _without_label(disclaimer: str) -> str:
    rest = _LABEL_OF_DISCLAIMER.sub("", disclaimer)
    return rest if rest == disclaimer else rest[:1].upper() + rest[1:]


def _same(one: str, other: str) -> bool:
    def letters(text: str) -> str:
        return "".join(filter(str.isalnum, fold(without_links(text))))

    return letters(one) == letters(other)


def repeats(text: str, title: str) -> bool:
    """Whether a line is the title once more, perhaps with the show's name or `by …`.

    >>> repeats("Episode 35: Friendship", "Friendship"), repeats("We talk of what friendship is now.", "Friendship")
    (True, False)
    """
    plain, wanted = (fold(value).strip(" .!-:|\"'") for value in (without_links(text)[:1000], title))
    if not wanted or wanted not in plain:
        return plain == wanted or (bool(plain) and plain in wanted)
    rest = re.findall(r"[^\W_]+", plain.replace(wanted, " ", 1))
    while rest and rest[0].isdigit():
        rest = rest[1:]
    by_somebody = rest[:1] in (["by"], ["von"]) and len(rest) <= 8
    return by_somebody or len(rest) <= (5 if any(map(str.isdigit, rest)) else 3)


def _says_something(text: str) -> bool:
    return len(text.split()) > 2 or len(text) > LEAST_SUMMARY or any(ord(letter) >= 0x3040 for letter in text)


def _tells(text: str) -> bool:
    return len(text) >= LEAST_SENTENCE and _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= 4 and bool(_SENTENCE_END.search(text))


def is_all_link(line: str) -> bool:
    """Whether one link is all that a line has."""
    links = iter_links(line)
    return len(links) == 1 and len(without_links(line).strip(" -*•·")) <= len(links[0][0]) + 2
