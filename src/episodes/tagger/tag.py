"""Mentions: who may take part in an episode, by the words of its source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from episodes.core.item import Item
from episodes.core.mention import Mention
from episodes.core.naming.folding import fold, opening_of
from episodes.core.naming.markup import to_lines, without_links
from episodes.core.naming.person_names import is_given
from episodes.core.naming.praise import without_praise
from episodes.core.show import Show
from episodes.tagger.network import Network
from episodes.tagger.spans import end_of_name, spans_of
from episodes.tagger.windows import FIELDS, TEXT, windows_of
from episodes.tagger.words import MOST_TEXT, Word, words_of

KEPT = 100  #: items whose mentions are remembered
MOST_OPENING, MOST_END = 12_000, 2_000  #: characters of a description, from its beginning and its end
SHORTEST_BROKEN = 50  #: characters of a line that was broken because of its width
_POSSESSIVE = re.compile(r"(?:['’]s?|-)+$")
#: What a lost line break glued to a name: `Ed MaurerTips`, `Вера ЧелищеваЗвук`.
_GLUED = re.compile(
    r"(?<=[a-zß-öø-ÿ])(?:Tips|Description|Show|Notes|Links|Episode|Guests?|Hosts?|Resources|Sponsors?|Subscribe|Follow|"
    r"Topics|Transcript|Music|About|Bio|Twitter|Website|Producers?|Editor|Ensemble|Cast|Written|Created|Directed|"
    r"Recorded|Moderation|Technik|Redaktion|Gäste|Invités?|Värd|Gäst|"
    r"Programledare|Medverkande|Vært|Gæst|Gjest)$"
)
#: A first and a last name in capitals; what else follows in capitals is an office, a degree or a house.
_CRIED = re.compile(
    r"(?<![\w’'-])(?P<given>[A-ZÀ-Þ]{3,})(?:\s[A-ZÀ-Þ]\.)?\s(?!(?:CEO|CTO|CFO|BBC|NPR|CNN|DEL|DE|DI|DU|DER|THE|OF|VON|VAN)\b)"
    r"[A-ZÀ-Þ]{2,}(?:-[A-ZÀ-Þ]{2,})?(?![\w’'-])"
)
_GLUED_CYRILLIC = re.compile(r"(?<=[а-яёіїєґ]{3})[А-ЯЁІЇЄҐ]\S{0,40}$")


def mentions(item: Item, show: Show | None = None) -> tuple[Mention, ...]:
    """Mark the names of those who may be the hosts or guests of an item, in the order in which they stand there.

    Takes some hundredths of a second for a description of a page. Raises EpisodesError where the weights are not there.
    """
    return _kept(tuple(fields_of(item, show).items()))


def marked(item: Item, show: Show | None = None) -> Item:
    """The item with the names that `mentions` marks in it."""
    return replace(item, mentions=mentions(item, show))


def fields_of(item: Item, show: Show | None) -> dict[str, str]:
    """What the network is given to read of an item and its show; links are taken off."""
    told = [_uncried(without_links(line)) for line in to_lines(item.description)]
    lines = opening_of(told, MOST_OPENING, end=MOST_END)
    said = {
        "show": item.show_title or (show.title if show else ""),
        "author": show.author if show else "",
        "about": without_praise(show.description) if show else "",
        "title": item.title,
        "by": item.author,
        "persons": "; ".join(f"{role}: {name}" for role, name in item.people),
        TEXT: "\n".join(lines),
    }
    return {field: unicodedata.normalize("NFC", said[field][:MOST_TEXT]) for field in FIELDS}


def _marked(fields: Mapping[str, str], network: Network) -> list[Mention]:
    words: list[Word] = [word for field, text in fields.items() for word in words_of(field, text)]
    if not words:
        return []
    found: list[Mention] = []
    for window in windows_of(words, network.pieces):
        rows = network.tags(window)
        tags: dict[int, Sequence[float]] = {number: rows[place].tolist() for place, number in window.places}
        for span in spans_of(words, tags):
            first, last = words[span.first], words[end_of_name(span.last, words, fields)]
            name = " ".join(_of_one_line(fields[first.field], first.start, last.end).split())
            name = _GLUED.sub("", _GLUED_CYRILLIC.sub("", _POSSESSIVE.sub("", name)))
            found.append(Mention(name=name, field=first.field, host=span.host, guest=span.guest))
    return found


def _uncried(line: str) -> str:
    """A line of small letters with the names that it has in capitals as names are written: `historian ANN LEE`."""
    if not any(map(str.islower, line)):
        return line
    return _CRIED.sub(lambda found: found[0].title() if is_given(fold(found["given"])) else found[0], line)


def _of_one_line(text: str, start: int, end: int) -> str:
    """A name up to the end of its line; in text that was broken at one width it goes on in the next."""
    whole = text[start:end]
    line = text[text.rfind("\n", 0, start) + 1 : start] + whole.partition("\n")[0]
    return whole if len(line) >= SHORTEST_BROKEN else whole.partition("\n")[0]


@lru_cache(maxsize=KEPT)
def _kept(fields: tuple[tuple[str, str], ...]) -> tuple[Mention, ...]:
    """What is marked in a text, once: a sync may read an item several times."""
    return tuple(_marked(dict(fields), _network()))


@cache
def _network() -> Network:
    return Network()
