"""Periods: dates as people say them, from a whole year to a day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

Period = tuple[datetime, datetime]  #: its first moment, and the first one after it

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,4}|an?|one)\s*(days?|d|weeks?|w|months?|m|years?|y)(?:\s*ago)?")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def parse_period(text: str, *, now: datetime | None = None) -> Period | None:
    """Read a year, a month, a day, a moment, or words that count from now; None if it is none of these. Days are UTC's.

    >>> [str(end.date()) for end in parse_period("2024")], [str(end.date()) for end in parse_period("2024-06")]
    (['2024-01-01', '2025-01-01'], ['2024-06-01', '2024-07-01'])
    >>> now = datetime(2026, 11, 26, 12, tzinfo=UTC)
    >>> [str(parse_period(text, now=now)[0].date()) for text in ("yesterday", "3 weeks ago", "last month", "june 2024")]
    ['2026-11-25', '2026-11-05', '2026-10-01', '2024-06-01']
    """
    text = " ".join(text.lower().replace(",", " ").replace("_", " ").split())
    today = (now or datetime.now(UTC)).date()
    try:
        return _of_date(text) or _of_words(text, today) or _of_month(text) or _moment(text)
    except (ValueError, OverflowError):  # a 31st of February, a year before Christ
        return None


def _of_date(text: str) -> Period | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return _days(date(year, month, day), 1)
    return _months(year, month, 1) if month else _months(year, 1, 12)


def _of_words(text: str, today: date) -> Period | None:
    if found := _AGO.fullmatch(text):
        count = int(found[1]) if found[1].isdecimal() else 1
        days = {"d": 1, "w": 7}.get(found[2][0])
        if days:
            return _days(today - timedelta(days=count * days), 1)
        return _days(_months_before(today, count * (12 if found[2][0] == "y" else 1)), 1)
    if text in ("today", "now", "yesterday"):
        return _days(today - timedelta(days=text == "yesterday"), 1)
    which, _, unit = text.rpartition(" ")
    if unit in _WEEKDAYS and which in ("", "last"):
        return _days(today - timedelta(days=(today.weekday() - _WEEKDAYS.index(unit) - 1) % 7 + 1), 1)
    if which not in ("this", "last"):
        return None
    if unit == "week":
        return _days(today - timedelta(days=today.weekday() + 7 * (which == "last")), 7)
    if unit == "month":
        month = _months_before(today.replace(day=1), which == "last")
        return _months(month.year, month.month, 1)
    return _months(today.year - (which == "last"), 1, 12) if unit == "year" else None


def _of_month(text: str) -> Period | None:
    """`June 2024`, `17 Oct 2019`, `October 17 2019`."""
    numbers = [int(word.rstrip("stndrh")) for word in text.split() if re.fullmatch(r"\d{1,4}(?:st|nd|rd|th)?", word)]
    months = [n for word in text.split() if len(word) > 2 for n, name in enumerate(_MONTHS, 1) if name.startswith(word)]
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(text.split()) != 1 + len(numbers):
        return None
    return _days(date(years[0], months[0], days[0]), 1) if days else _months(years[0], months[0], 1)


def _moment(text: str) -> Period | None:
    """A day with a time: its moment, of no length."""
    if len(text) <= len("2019-10-17"):
        return None
    at = datetime.fromisoformat(text.upper())
    at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    return at, at


def _days(first: date, count: int) -> Period:
    begin = datetime.combine(first, time(), UTC)
    return begin, _later(begin, timedelta(days=count))


def _later(begin: datetime, by: timedelta) -> datetime:
    latest = datetime.max.replace(tzinfo=UTC)
    return begin + by if begin <= latest - by else latest


def _months(year: int, month: int, count: int) -> Period:
    begin = datetime(year, month, 1, tzinfo=UTC)
    after = year * 12 + month - 1 + count
    if after // 12 > date.max.year:
        return begin, datetime.max.replace(tzinfo=UTC)
    return begin, datetime(after // 12, after % 12 + 1, 1, tzinfo=UTC)


def _months_before(day: date, count: int) -> date:
    """The same day so many months ago, or the last there is."""
    whole = day.year * 12 + day.month - 1 - count
    first = date(whole // 12, whole % 12 + 1, 1)
    last = (_months(first.year, first.month, 1)[1] - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))
