"""Judged descriptions as training takes them: words with tags, names exchanged, fields left out."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming import episode_words
from episodes.core.show import Show
from episodes.tagger.spans import GUEST, HOST, OUTSIDE
from episodes.tagger.tag import fields_of
from episodes.tagger.words import Word, words_of

UNSURE = -100  #: a word from which nothing is learned
INFLECTION = 3  #: letters that an ending may add to a name's word
#: Languages in which a name in another case may end in other letters.
CASED = episode_words.words_of("be bg bs cs el et fi hr hu is lt lv mk pl ru sk sl sr tr uk")


@dataclass(frozen=True)
class Case:
    """A description and who takes part; in `unsure` are names on which readers differ."""

    fields: dict[str, str]
    hosts: tuple[str, ...]
    guests: tuple[str, ...]
    unsure: tuple[str, ...]
    language: str

    @property
    def is_english(self) -> bool:
        return self.language == "en"


def read_cases(files: Sequence[Path]) -> Iterator[Case]:
    """Read files of the form of `benchmarks/metadata.py --hosts`, with `lang` and `optional` where they have it."""
    for file in files:
        for line in filter(str.strip, file.read_text(encoding="utf-8").split("\n")):
            yield _case(json.loads(line))


def _case(said: dict[str, Any]) -> Case:
    show = Show(
        slug="show", title=said.get("show") or "", author=said.get("channel_author") or "",
        description=said.get("channel_description") or "",
    )  # fmt: skip
    item = Item(
        source=Source(provider="web", key="1"), title=said.get("title") or "", author=said.get("item_author") or "",
        description=said.get("description") or "",
        people=tuple((role, name) for role, name in said.get("persons") or ()),
    )  # fmt: skip
    names = (tuple(said.get(key) or ()) for key in ("gold_hosts", "gold_guests", "optional"))
    return Case(fields_of(item, show), *names, language=said.get("lang", "en"))


def tagged(case: Case) -> tuple[list[Word], list[int]]:
    """The words of a description and the tag of each; from a part of somebody's name nothing is learned."""
    words = [word for field, text in case.fields.items() for word in words_of(field, text)]
    letters = [_letters(word.text) for word in words]
    tags = [OUTSIDE] * len(words)
    for name in case.unsure:
        for first, last in _places(name, words, letters, case):
            tags[first : last + 1] = [UNSURE] * (last + 1 - first)
    named = [*((name, HOST) for name in case.hosts), *((name, GUEST) for name in case.guests)]
    named.sort(key=lambda one: len(one[0]))
    for name, _ in named:
        parts = name.split()
        for part in parts if len(parts) > 1 else ():
            for first, last in _places(part, words, letters, case):
                if part[0].isupper() and words[first].text[0].isupper() and tags[first] == OUTSIDE:
                    tags[first : last + 1] = [UNSURE] * (last + 1 - first)
    for name, tag in named:
        for first, last in _places(name, words, letters, case):
            tags[first : last + 1] = [tag, *[tag + 1] * (last - first)]
    return words, tags


def _places(name: str, words: Sequence[Word], letters: Sequence[str], case: Case) -> Iterator[tuple[int, int]]:
    parts = [part for word in words_of("", name) if (part := _letters(word.text))]
    seen = [number for number, text in enumerate(letters) if text]
    for at in range(len(seen) - len(parts) + 1 if parts else 0):
        here = seen[at : at + len(parts)]
        is_near = here[-1] - here[0] <= len(parts) + 2 and words[here[0]].field == words[here[-1]].field
        pairs = zip(here, parts, strict=True)
        if is_near and all(_is_form(letters[number], part, case.language in CASED) for number, part in pairs):
            yield here[0], here[-1]


def _is_form(text: str, part: str, cased: bool) -> bool:
    """Whether a word is a part of a name, with an ending or, in some languages, another ending than its own."""
    longer = len(text) - len(part)
    if text == part or (len(part) > INFLECTION and text.startswith(part) and longer <= INFLECTION):
        return True
    stem = max(len(part) - 2, min(len(part), 3))
    return cased and len(part) > 2 and -2 <= longer <= min(INFLECTION, len(part) - 2) and text[:stem] == part[:stem]


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


class Changes:
    """Cases as they might have been: other people's names, and fields that a source does not give."""

    def __init__(self, cases: Sequence[Case], *, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.names: dict[bool, list[list[str]]] = {True: [], False: []}
        for case in cases:
            for name in (*case.hosts, *case.guests):
                if 2 <= len(name.split()) <= 3 and "(" not in name:
                    self.names[case.is_english].append(name.split())

    def with_less(self, case: Case) -> Case:
        """Leave out what sources often lack; who is named nowhere else is no longer asked for."""
        chance = self.random.random()
        without: tuple[str, ...] = ()
        if chance < 0.12:
            without = ("author", "about")
        elif chance < 0.17:
            without = ("show", "author", "about")
        elif chance < 0.22:
            without = ("title",)
        fields = {field: "" if field in without else text for field, text in case.fields.items()}
        whole = _letters(" ".join(fields.values()))
        return replace(
            case, fields=fields, hosts=tuple(name for name in case.hosts if _letters(name) in whole),
            guests=tuple(name for name in case.guests if _letters(name) in whole),
        )  # fmt: skip

    def with_others(self, case: Case, words: Sequence[Word]) -> tuple[Case, list[Word]]:
        """Give hosts and guests the names of others, so that what is learned is where a name stands, not which."""
        names = self.names[case.is_english] if self.random.random() > 0.2 else [*self.names[True], *self.names[False]]
        instead: dict[str, str] = {}
        for name in (*case.hosts, *case.guests):
            parts = name.split()
            if len(parts) == 1:
                instead.setdefault(name, self.random.choice(names)[0])
            elif self.random.random() > 0.25:
                instead.setdefault(parts[0], self.random.choice(names)[0])
                instead.setdefault(parts[-1], self.random.choice(names)[-1])
        changed = {
            key: tuple(" ".join(instead.get(part, part) for part in name.split()) for name in getattr(case, key))
            for key in ("hosts", "guests", "unsure")
        }
        return replace(case, **changed), [replace(word, text=instead.get(word.text, word.text)) for word in words]
