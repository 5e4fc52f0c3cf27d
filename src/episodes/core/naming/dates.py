"""Dates as pages write them, in the languages of the world."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from episodes.core.naming.folding import fold
from episodes.core.naming.months import MONTH_NUMBERS

_MONTH = "(?P<month>" + "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True)) + r")\b\.?"
_TIME = (
    r"(?:\s?,?\s*(?:at|um|a|a las|alle|as|om|kl\.?|klo|o|w|в|-|·|"
    r"\|)?\s*(?P<hour>\d{1,2})(?:[:.h]|\sh\s)(?P<minute>\d{2})(?::\d{2}|\smin\b)?(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?uhr)?)?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|o|a)?"
_PATTERNS = [
    re.compile(
        rf"(?<!\d){_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})"
        r"(?:[t ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>z|[+-]\d\d:?\d\d)?)?(?!\d)"
    ),
    re.compile(rf"(?<![^\W\d_]){_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}{_TIME}"),
    re.compile(rf"(?<!\d){_DAY}[\s-](?:de\s|of\s)?{_MONTH}[\s,-]\s?(?:de\s)?{_YEAR}{_TIME}"),
    re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"),
    re.compile(r"(?P<year>(?:19|20)\d\d)년\s?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일"),
    re.compile(rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_TIME}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}[./](?P<month>\d{{1,2}})[./](?P<day>\d{{1,2}})(?!\d)"),
]  # fmt: skip
_SLASHED = re.compile(rf"(?<!\d)(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-]{_YEAR}{_TIME}(?!\d)")
_LONGEST_LINE = 500


@dataclass(frozen=True, kw_only=True)
class DateFound:
    """A date in a text; `is_sure` is false where day and month may be the other way round."""

    at: datetime
    start: int
    end: int
    is_sure: bool = True


def find_date(line: str, *, month_first: bool = False) -> DateFound | None:
    """Find the first full date of a line; without a zone it is taken for UTC, without a time for midnight.

    `month_first` says how to read 03/04/2020, where either may be the month.

    >>> find_date("Posted on October 17, 2019 at 2:35 pm").at.isoformat()
    '2019-10-17T14:35:00+00:00'
    >>> find_date("18. März 2022").at.date().isoformat()
    '2022-03-18'
    """
    folded = fold(line[:_LONGEST_LINE])
    found = [date for pattern in _PATTERNS if (match := pattern.search(folded)) and (date := _read(match))]
    if (match := _SLASHED.search(folded)) and (date := _read_slashed(match, month_first=month_first)):
        found.append(date)
    return min(found, key=lambda date: date.start, default=None)


def _read(match: re.Match[str]) -> DateFound | None:
    parts = match.groupdict()
    month = parts["month"]
    number = int(month) if month.isdigit() else MONTH_NUMBERS[month]
    moment = _moment(int(parts["year"]), number, int(parts["day"]), parts)
    return DateFound(at=moment, start=match.start(), end=match.end()) if moment else None


def day_order(lines: Iterable[str]) -> bool:
    """Whether dates such as 03/04/2020 have the month first: one of them tells, else that which lies closer together.

    >>> day_order(["12/06/2021", "12/07/2021"]), day_order(["06/12/2021", "07/12/2021"])
    (True, False)
    """
    slashed = [match for line in lines if (match := _SLASHED.search(fold(line[:_LONGEST_LINE])))]
    if any(int(match["second"]) > 12 for match in slashed):
        return True
    if len(slashed) < 2 or any(int(match["first"]) > 12 for match in slashed):
        return False
    spans = []
    for month_first in (False, True):
        moments = [date.at for match in slashed if (date := _read_slashed(match, month_first=month_first))]
        spans.append(max(moments) - min(moments) if moments else timedelta.max)
    return spans[1] < spans[0]


def _read_slashed(match: re.Match[str], *, month_first: bool = False) -> DateFound | None:
    """Read 17/10/2019 and 10/17/2019; where both orders would do, it is in doubt."""
    first, second = int(match["first"]), int(match["second"])
    is_day_first = second <= 12 and (not month_first or first > 12)
    day, month = (first, second) if is_day_first else (second, first)
    moment = _moment(int(match["year"]), month, day, match.groupdict())
    is_sure = first > 12 or second > 12 or first == second
    return DateFound(at=moment, start=match.start(), end=match.end(), is_sure=is_sure) if moment else None


def _moment(year: int, month: int, day: int, parts: dict[str, str | None]) -> datetime | None:
    hour, minute = int(parts.get("hour") or 0), int(parts.get("minute") or 0)
    if half := parts.get("half"):
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=_zone(parts.get("zone") or "")).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(text: str) -> timezone:
    if not text or text == "z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))
