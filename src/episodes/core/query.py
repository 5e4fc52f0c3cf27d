"""Reading what people type into a search: any text whatever has a meaning, none is an error.

Plain words are looked for together; "phrases" as they stand; `-word` must not be near; `wor*` is a beginning; `OR`
joins alternatives; `speaker:`, `host:`, `show:`, `title:`, `before:`, `after:` and `episode:` narrow down.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Literal

from episodes.core.light import dataclass, replace
from episodes.core.words import is_unspaced, terms

Scope = Literal["all", "transcript", "notes", "title", "comments"]
Sort = Literal["best", "new", "old"]


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One way to say what is looked for: words that stand together, the last one perhaps only begun."""

    terms: tuple[str, ...]
    prefix: bool = False
    quoted: bool = False


@dataclass(frozen=True, kw_only=True)
class Concept:
    """One thing that is looked for, in any of its wordings."""

    wordings: tuple[Wording, ...]
    typed: str  #: as the person wrote it

    @property
    def is_plain(self) -> bool:
        """A single word, neither quoted nor cut: other spellings may stand in for it."""
        return len(self.wordings) == 1 and not self.wordings[0].prefix and not self.wordings[0].quoted


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What narrows a search down; empty = anything."""

    shows: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()  #: host or guest
    speakers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None  #: the first moment that is too late
    numbers: tuple[int, int] | None = None  #: first and last episode number
    scope: Scope = "all"


@dataclass(frozen=True, kw_only=True)
class Query:
    """A search as it was understood."""

    text: str
    concepts: tuple[Concept, ...] = ()
    excluded: tuple[Wording, ...] = ()
    filters: Filters = Filters()
    is_cut: bool = False  #: there were more things than are looked for
    ignored: tuple[str, ...] = ()  #: filters whose value says nothing: "before:soon"

    @property
    def is_empty(self) -> bool:
        return not self.concepts


#: Things that are looked for at most.
MOST = 50
#: Read as `"`: a pattern with all of them takes three times as long to compile.
_QUOTES = str.maketrans(dict.fromkeys("“”„«»＂", '"'))
_PIECE = re.compile(
    r"""(?P<minus>(?<!\S)[-−–](?=[\w"]))?
    (?:(?P<field>[A-Za-z]+):(?=[^\s/]))?
    (?:"(?P<quoted>[^"]*)"|(?P<word>\S+))""",
    re.VERBOSE,
)
_FIELDS = {
    "show": "shows", "host": "hosts", "guest": "hosts", "with": "hosts", "speaker": "speakers", "by": "speakers",
    "title": "titles", "before": "before", "until": "until", "after": "since", "since": "since",
    "episode": "numbers", "episodes": "numbers", "number": "numbers", "in": "scope",
}  # fmt: skip


def parse_query(text: str, filters: Filters | None = None) -> Query:
    """Read a search.

    >>> [concept.typed for concept in parse_query("don't panic").concepts]
    ["don't", 'panic']
    >>> parse_query('speaker:"Ann Lee" budget').filters.speakers
    ('Ann Lee',)
    """
    query = _shortened(_parse(text, filters or Filters()))
    if query.is_empty and query.excluded:  # only exclusions: nothing to start from, so the words themselves are meant
        return _shortened(_parse(re.sub(r"(?<!\S)[-−–](?=\S)", " ", text), filters or Filters()))
    return query


def _shortened(query: Query) -> Query:
    """A pasted page is looked for by its first words: nobody remembers more, and each costs time."""
    concepts = [replace(one, wordings=one.wordings[:MOST]) for one in query.concepts[:MOST]]
    names: dict[str, Any] = {
        kind: tuple(dict.fromkeys(getattr(query.filters, kind)))[:MOST]
        for kind in ("shows", "hosts", "speakers", "titles")
    }
    return replace(
        query,
        concepts=tuple(concepts),
        excluded=query.excluded[:MOST],
        filters=replace(query.filters, **names),
        is_cut=len(query.concepts) > MOST,
    )


def _parse(text: str, filters: Filters) -> Query:
    concepts: list[Concept] = []
    excluded: list[Wording] = []
    ignored: list[str] = []
    shouted = text.isupper()  # "DO NOT PANIC": capitals say nothing then
    joining = negating = False
    for piece in _PIECE.finditer(text.translate(_QUOTES)):
        word = piece["word"] or ""
        if not shouted and word in ("OR", "|", "||") and concepts:
            joining = True
        elif not shouted and word in ("AND", "&&"):
            continue
        elif not shouted and word == "NOT":
            negating = True
        elif name := _FIELDS.get((piece["field"] or "").lower()):
            value = word or piece["quoted"] or ""
            narrowed = _narrow(filters, name, value.strip())
            filters = narrowed or filters
            ignored += [] if narrowed else [piece[0].strip()]
        elif found := _concepts(piece):
            if piece["minus"] or negating:
                excluded += [wording for concept in found for wording in concept.wordings]
            elif joining:
                concepts[-1] = _either(concepts[-1], found)
            else:
                concepts += found
            joining = negating = False
    return Query(text=text, concepts=tuple(concepts), excluded=tuple(excluded), filters=filters, ignored=tuple(ignored))


def _concepts(piece: re.Match[str]) -> list[Concept]:
    if piece["quoted"] is not None:
        typed = ((piece["field"] + ":") if piece["field"] else "") + piece["quoted"]
        words = tuple(terms(typed))
        return [Concept(wordings=(Wording(terms=words, quoted=True),), typed=f'"{typed}"')] if words else []
    typed = ((piece["field"] + ":") if piece["field"] else "") + piece["word"]
    prefix = typed.endswith("*") and bool(re.search(r"\w\*+$", typed))
    words = tuple(terms(typed))
    if not words:
        return []
    typed = typed.strip('".,;!?()[]{}') or typed
    if len(words) > 1 and re.search(r"[][,;/:(){}|=<>&]", typed) and not any(map(is_unspaced, words)) and not prefix:
        return [Concept(wordings=(Wording(terms=(word,)),), typed=word) for word in words]
    return [Concept(wordings=(Wording(terms=words, prefix=prefix),), typed=typed)]


def _either(concept: Concept, others: list[Concept]) -> Concept:
    if len(concept.wordings) >= MOST:  # no more are looked for
        return concept
    wordings = concept.wordings + tuple(wording for other in others for wording in other.wordings)
    return Concept(wordings=wordings, typed=" OR ".join([concept.typed, *(other.typed for other in others)]))


def _narrow(filters: Filters, name: str, value: str) -> Filters | None:
    if name in ("shows", "hosts", "speakers", "titles"):
        more: dict[str, Any] = {name: (*getattr(filters, name), value)}
        return replace(filters, **more) if terms(value) else None
    if name == "scope":
        scopes: dict[str, Scope] = {"all": "all", "transcript": "transcript", "notes": "notes", "title": "title",
                                    "comments": "comments"}  # fmt: skip
        return replace(filters, scope=scopes[value.lower()]) if value.lower() in scopes else None
    if name == "numbers":
        numbers = parse_numbers(value)
        return replace(filters, numbers=numbers) if numbers else None
    from episodes.core.periods import parse_period  # 2 ms, and few searches are narrowed by date

    period = parse_period(value)
    if period is None:
        return None
    if name == "since":
        return replace(filters, since=period[0])
    return replace(filters, until=period[0] if name == "before" else period[1])


def taken_apart(query: Query) -> Query:
    """The single words of phrases and of words with hyphens, as if each had been typed by itself."""
    concepts: list[Concept] = []
    for concept in query.concepts:
        is_quoted = all(wording.quoted for wording in concept.wordings)
        concepts += _words_of(concept) if is_quoted or _has_hyphens(concept) else [concept]
    return _shortened(replace(query, concepts=tuple(concepts)))


def _has_hyphens(concept: Concept) -> bool:
    return any(len(one.terms) > 1 and not any(map(is_unspaced, one.terms)) for one in concept.wordings)


def _words_of(concept: Concept) -> list[Concept]:
    return [
        Concept(wordings=(Wording(terms=(term,), prefix=wording.prefix and number == len(wording.terms)),), typed=term)
        for wording in concept.wordings
        for number, term in enumerate(wording.terms, start=1)
    ]


def parse_numbers(text: str) -> tuple[int, int] | None:
    """Read a range of episode numbers.

    >>> [parse_numbers(text) for text in ("300-350", "#338", "300-", "-350", "x")]
    [(300, 350), (338, 338), (300, 999999999), (0, 350), None]
    """
    found = re.fullmatch(r"#?(\d{1,9})?\s*(?:(-|–|\.\.)\s*#?(\d{1,9})?)?", text.strip())
    if not found or not (found[1] or found[3]):
        return None
    first = int(found[1] or 0)
    last = int(found[3] or 999_999_999) if found[2] else first
    return min(first, last), max(first, last)
