"""The words of the pages themselves, in the language of a show; English where there are none in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from episodes.core.errors import PublishError

_OURS = Path(__file__).parent / "languages"
#: The folder among a producer's templates that holds phrases of their own, a file for each language.
OWN = "phrases"
_ENGLISH = "en"
#: What scripts say, which hold the English; pages in other languages bring these along.
IN_SCRIPTS = (
    "Copied", "Play", "Pause", "Continue at {time}", "Speed {rate}×", "{time} of {length}", "Sound off", "Sound on",
    "This medium cannot be played here", "{count} found", "Not found", "{place} of {count}", "Oldest first",
    "Newest first", "Searching …", "{count} episode", "{count} episodes", "Nothing found for {words}",
    "The search cannot be used here: {reason}", "{count} more place", "{count} more places", "Notes", "Start at {time}",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Words:
    """Phrases by their English wording, and how the language writes dates and numbers.

    >>> german = words_for("de-AT")
    >>> german("Chapters"), german.count("{count} episode", "{count} episodes", 2)
    ('Kapitel', '2 Folgen')
    """

    language: str  #: of the phrases, as a tag for `lang`
    months: tuple[str, ...]
    date: str  #: such as "{day} {month} {year}"
    first: str = "1"  #: how the first day of a month is written
    point: str = "."  #: before the decimals of a number
    comma: str = ","  #: between thousands
    quotes: tuple[str, str] = ("“", "”")
    alone: int = 1  #: the largest count that takes the singular besides one: 0 in French
    phrases: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, text: str, **values: object) -> str:
        """Say an English phrase in this language, with values for its {names}."""
        said = self.phrases.get(text, text)
        if not values:
            return said
        try:
            return said.format_map(values)
        except (LookupError, ValueError, AttributeError):  # a name in braces that the page does not know
            return text.format_map(values)

    @cached_property
    def for_scripts(self) -> dict[str, str]:
        """What scripts say in another wording than theirs."""
        quotes = {"“": self.quotes[0], "”": self.quotes[1]}
        said = {text: self.phrases.get(text, text) for text in IN_SCRIPTS} | quotes
        return {text: words for text, words in said.items() if text != words}

    def count(self, one: str, many: str, count: int, **values: object) -> str:
        """Say a phrase with a {count} in the form that goes with it."""
        is_one = count == 1 or (count == 0 and self.alone == 0)
        return self(one if is_one else many, count=self.number(count), **values)

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number with the language's marks."""
        marks = {",": self.comma, ".": self.point}
        return "".join(marks.get(character, character) for character in f"{value:,.{decimals}f}")


def primary(language: str) -> str:
    """The language without country and script.

    >>> primary("pt-BR"), primary("DE"), primary("")
    ('pt', 'de', '')
    """
    return language.replace("_", "-").split("-", maxsplit=1)[0].strip().lower()


@lru_cache(maxsize=64)
def words_for(language: str, templates: Path | None = None) -> Words:
    """The words of a language; `templates` may hold more, or other ones. Raises PublishError."""
    name = primary(language) if primary(language).isalpha() else ""
    own = _read(templates / OWN / f"{name}.toml") if templates and name else {}
    ours = _read(_OURS / f"{name}.toml") if name else {}
    if not (ours or own):
        return words_for(_ENGLISH, templates)
    english = _read(_OURS / f"{_ENGLISH}.toml")
    form = {**english["form"], **ours.get("form", {}), **own.get("form", {})}
    if len(form["months"]) != 12 or any(name not in form["date"] for name in ("{day}", "{month}", "{year}")):
        raise PublishError(
            f"the form of dates in {name}.toml lacks something",
            hint='give twelve months, and a date such as "{day} {month} {year}"',
        )
    phrases = {**ours.get("phrases", {}), **own.get("phrases", {})}
    return Words(
        language=name,
        months=tuple(form["months"]),
        date=form["date"],
        first=form["first"],
        point=form["point"],
        comma=form["comma"],
        quotes=(form["quotes"][0], form["quotes"][1]),
        alone=form["alone"],
        phrases=phrases,
    )


def languages() -> tuple[str, ...]:
    """The languages that the pages come in."""
    return tuple(sorted(file.stem for file in _OURS.glob("*.toml")))


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PublishError(
            f"the phrases in {file} cannot be read: {error}", hint="correct that file, or remove it to get ours"
        ) from error
