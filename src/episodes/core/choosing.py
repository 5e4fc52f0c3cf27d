"""Rules that choose episodes for a feed of their own: `guest = "Ann Lee" and not season = 1`; read, never evaluated."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from typing import Any, Literal

from episodes.core.episode import Episode
from episodes.core.errors import UsageError
from episodes.core.light import dataclass
from episodes.core.periods import parse_period
from episodes.core.query import parse_numbers

#: What a rule can ask of an episode.
FIELDS = ("guest", "host", "language", "season", "number", "kind", "title", "date")
KINDS = ("full", "trailer", "bonus", "rebroadcast")
#: Brackets within brackets that a rule may have; more of them are a mistake.
DEPTH = 50

_SIGN = re.compile(
    r"""\s*(?:(?P<text>"[^"]*"|'[^']*'|“[^”]*”)|(?P<sign>!=|<=|>=|=|<|>|~|\(|\))|(?P<word>[^\s"'“”=<>!~()]+)|(?P<bad>\S))"""
)
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question to an episode: a field, a sign and a value."""

    field: str
    sign: str
    value: str

    def holds(self, episode: Episode, language: str) -> bool:
        return _SENSES[self.field](episode, language, self.sign, self.value)


@dataclass(frozen=True, kw_only=True)
class Joined:
    """Rules of which all, any, or (with one part) not that one must hold."""

    how: Literal["and", "or", "not"]
    parts: tuple[Rule, ...]

    def holds(self, episode: Episode, language: str) -> bool:
        answers = (part.holds(episode, language) for part in self.parts)
        return all(answers) if self.how == "and" else any(answers) if self.how == "or" else not any(answers)


Rule = Asked | Joined


def is_chosen(rule: Rule | None, episode: Episode, *, language: str = "") -> bool:
    """Tell whether an episode answers to a rule; `language` is its own, or what it is without one."""
    return rule is None or rule.holds(episode, episode.language or language)


def parse_rule(text: str) -> Rule | None:
    """Read a rule; None for an empty one. Raises UsageError that says what is wrong with it.

    Fields: guest, host, title (`=` the whole, `~` a part), language (`en` is also en-GB), kind, season and number
    (also a range: `number = 300-350`), date (`date >= 2024-06`; a year or month is the whole of it).
    Names and titles are compared without regard to capitals; `and` binds closer than `or`.

    >>> parse_rule('guest = "Ann Lee"')
    Asked(field='guest', sign='=', value='Ann Lee')
    """
    if not text.strip():
        return None
    reader = _Reader(text)
    rule = reader.either()
    if reader.now:
        raise reader.wrong(f"does not go on with {reader.now[1]!r}; join with `and` or `or`")
    return rule


class _Reader:
    """Goes through a rule sign by sign: `now` is the present one as (sort, text), None at the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.signs = _signs(text)
        self.now = next(self.signs, None)
        self.depth = 0

    def wrong(self, why: str) -> UsageError:
        return UsageError(
            f"the rule {self.text!r} {why}",
            hint=f'write it like: guest = "Ann Lee" and season >= 2; fields: {", ".join(FIELDS)}',
        )

    def next(self) -> tuple[str, str]:
        if self.now is None:
            raise self.wrong("ends too early")
        taken, self.now = self.now, next(self.signs, None)
        return taken

    def is_word(self, word: str) -> bool:
        return self.now is not None and self.now[0] == "word" and self.now[1].lower() == word

    def either(self) -> Rule:
        parts = [self.every()]
        while self.is_word("or"):
            self.next()
            parts.append(self.every())
        return parts[0] if len(parts) == 1 else Joined(how="or", parts=tuple(parts))

    def every(self) -> Rule:
        parts = [self.single()]
        while self.is_word("and"):
            self.next()
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else Joined(how="and", parts=tuple(parts))

    def single(self) -> Rule:
        self.depth += 1
        if self.depth > DEPTH:
            raise self.wrong("has too many brackets")
        try:
            if self.is_word("not"):
                self.next()
                return Joined(how="not", parts=(self.single(),))
            if self.now == ("sign", "("):
                self.next()
                inner = self.either()
                if self.now != ("sign", ")"):
                    raise self.wrong("lacks a closing bracket")
                self.next()
                return inner
            return self.asked()
        finally:
            self.depth -= 1

    def asked(self) -> Asked:
        sort, name = self.next()
        field = name.lower()
        if sort != "word" or field not in FIELDS:
            raise self.wrong(f"asks for {name!r}, which is no field")
        _, sign = self.next()
        if sign not in _signs_of(field):
            raise self.wrong(f"has {sign!r} after {field}, where {', '.join(_signs_of(field))} can stand")
        sort, value = self.next()
        if sort in ("sign", "bad") or not value.strip():
            raise self.wrong(f"has no value after {field} {sign}")
        self.verify(field, sign, value.strip())
        return Asked(field=field, sign=sign, value=value.strip())

    def verify(self, field: str, sign: str, value: str) -> None:
        if field in ("season", "number"):
            if parse_numbers(value) is None or (sign in _ORDER and not value.isdecimal()):
                raise self.wrong(f"has {value!r} where {field} wants a number, or after = a range such as 300-350")
        elif field == "date" and not _is_day(value):
            raise self.wrong(f"has {value!r} where date wants a day such as 2024-06-30")
        elif field == "kind" and value.lower() not in KINDS:
            raise self.wrong(f"has {value!r} where kind is one of {', '.join(KINDS)}")


def _is_day(value: str) -> bool:
    """Tell whether it is a year, month or day by the calendar; "4 weeks ago" would be another day every day."""
    return bool(re.fullmatch(r"\d{4}([-/.]\d{1,2}){0,2}", value)) and parse_period(value) is not None


def _signs(text: str) -> Iterator[tuple[str, str]]:
    for found in _SIGN.finditer(text):
        sort = str(found.lastgroup)
        yield sort, found["text"][1:-1] if sort == "text" else found[sort]


def _signs_of(field: str) -> tuple[str, ...]:
    if field in ("season", "number", "date"):
        return ("=", "!=", *_ORDER)
    return ("=", "!=", "~") if field in ("guest", "host", "title") else ("=", "!=")


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _any_name(names: list[str], sign: str, value: str) -> bool:
    wanted = _fold(value)
    if sign == "~":
        return any(wanted in _fold(name) for name in names)
    return any(wanted == _fold(name) for name in names) == (sign == "=")


def _language(_episode: Episode, language: str, sign: str, value: str) -> bool:
    own, wanted = language.replace("_", "-").lower(), value.replace("_", "-").lower()
    return (own == wanted or own.startswith(f"{wanted}-")) == (sign == "=")  # basic filtering, RFC 4647


def _number(own: int | None, sign: str, value: str) -> bool:
    if own is None:
        return sign == "!="
    if sign in _ORDER:
        return _ORDER[sign](own, int(value))
    first, last = parse_numbers(value) or (0, -1)
    return (first <= own <= last) == (sign == "=")


def _date(episode: Episode, _language: str, sign: str, value: str) -> bool:
    period = parse_period(value)
    assert period is not None  # asked when the rule was read
    start, end = period
    at = episode.published_at
    within = start <= at < end
    return {"=": within, "!=": not within, "<": at < start, ">=": at >= start, "<=": at < end, ">": at >= end}[sign]


_SENSES: dict[str, Callable[[Episode, str, str, str], bool]] = {
    "guest": lambda episode, _, sign, value: _any_name([guest.name for guest in episode.guests], sign, value),
    "host": lambda episode, _, sign, value: _any_name([host.name for host in episode.hosts], sign, value),
    "title": lambda episode, _, sign, value: _any_name([episode.title], sign, value),
    "language": _language,
    "kind": lambda episode, _, sign, value: (episode.kind == value.lower()) == (sign == "="),
    "season": lambda episode, _, sign, value: _number(episode.season, sign, value),
    "number": lambda episode, _, sign, value: _number(episode.number, sign, value),
    "date": _date,
}
