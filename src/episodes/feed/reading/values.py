"""What feeds write for dates, durations, lengths and yes: read leniently, each repair told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "jan januar january enero janvier gennaio janeiro januari styczeń styczen ene",
            "feb februar february febrero février fevrier febbraio fevereiro februari luty fév fev",
            "mar märz maerz march marzo mars março marco maart marzec mär mrz maa",
            "apr april abril avril aprile kwiecień kwiecien abr avr",
            "may mai mayo maggio maio mei maj mag",
            "jun juni june junio juin giugno junho czerwiec giu",
            "jul juli july julio juillet luglio julho lipiec lug",
            "aug august agosto août aout augustus augusti sierpień sierpien ago aoû",
            "sep sept september septiembre septembre settembre setembro wrzesień wrzesien set",
            "oct oktober october octubre octobre ottobre outubro październik pazdziernik okt out ott",
            "nov november noviembre novembre novembro listopad",
            "dec dezember december diciembre décembre decembre dicembre dezembro grudzień grudzien dez dic déc",
        ),
        start=1,
    )
    for month in names.split()
}
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "bst": 1, "west": 1, "wet": 0, "eet": 2, "eest": 3, "msk": 3,
    "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "akst": -9, "akdt": -8, "hst": -10, "ast": -4, "adt": -3,
    "nzst": 12, "nzdt": 13, "sast": 2, "ist": 5.5,
}  # fmt: skip
#: Nothing was published before; such years stand for no date at all.
_FIRST_YEAR = 1900
_WORDY = re.compile(
    r"(?:\w+[.,]*\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([^\W\d]+)\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(?:at\s+)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([AaPp][Mm])?)?\s*(.*)$"
)
_MONTH_FIRST = re.compile(
    r"(?:\w+[.,]*\s+)?([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp][Mm])?)?\s*(.*)$"
)
_ASCTIME = re.compile(r"\w{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:(\w+)\s+)?(\d{4})$")
_ISO = re.compile(
    r"(\d{4})-?(\d{2})?-?(\d{2})?(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?\s*(Z|[A-Za-z]{3,4}|[+-]\d{2}:?\d{0,2})?)?$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:\(?([A-Za-z]{1,4})\)?)?\s*([+-]\d{1,2}):?(\d{2})?|\(?([A-Za-z]{1,4})\)?")


def parse_date(text: str) -> datetime | None:
    """Read a date as feeds have it (RFC 822, ISO 8601, and what is near them), in UTC; None for no date.

    >>> parse_date("Fri, 13 Feb 2015 22:38:52 +0100").isoformat()
    '2015-02-13T21:38:52+00:00'
    >>> parse_date("Do,03 Okt 2019 10:00 MESZ").isoformat(), parse_date("2003-12-31T10:14:55Z").isoformat()
    ('2019-10-03T08:00:00+00:00', '2003-12-31T10:14:55+00:00')
    >>> parse_date("Wed, 30 Nov -0001 00:00:00 +0000")  # what WordPress writes for no date
    """
    text = re.sub(r"(?<=[^\W\d]),(?=\d)", ", ", " ".join(text.split())[:120])
    for read in (_rfc, _iso, _wordy, _month_first, _asctime):
        try:
            if (found := read(text)) is not None:
                return found.astimezone(UTC) if found.year >= _FIRST_YEAR else None
        except (ValueError, OverflowError):
            continue
    return None


def _rfc(text: str) -> datetime | None:
    if not re.match(
        r"(?:[A-Za-z]{3},\s+)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT|UTC?|[ECMP][SD]T)$", text
    ):
        return None
    parts = parsedate_tz(text)
    if parts is None:
        return None
    return datetime(*parts[:6], tzinfo=timezone(timedelta(seconds=parts[9] or 0)))


def _iso(text: str) -> datetime | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    at = datetime(int(year), int(month or 1), int(day or 1), tzinfo=_zone(zone or ""))
    at += timedelta(hours=int(hour or 0), minutes=int(minute or 0), seconds=int(second or 0))
    return at + timedelta(seconds=float(f"0.{fraction}")) if fraction else at


def _wordy(text: str) -> datetime | None:
    match = _WORDY.match(text)
    if not match or match[2].lower() not in _MONTHS:
        return None
    day, month, year, *rest = match.groups()
    return _made(_full_year(year), month, day, rest)


def _month_first(text: str) -> datetime | None:
    match = _MONTH_FIRST.match(text)
    if not match or match[1].lower() not in _MONTHS:
        return None
    month, day, year, *rest = match.groups()
    return _made(int(year), month, day, rest)


def _asctime(text: str) -> datetime | None:
    match = _ASCTIME.match(text)
    if not match:
        return None
    month, day, hour, minute, second, zone, year = match.groups()
    return _made(int(year), month, day, [hour, minute, second, None, zone or ""])


def _made(year: int, month: str, day: str, rest: list[str | None]) -> datetime:
    hour, minute, second, half, zone = rest
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.lower() == "pm" else 0)
    at = datetime(year, _MONTHS[month.lower()], int(day), tzinfo=_zone(zone or ""))
    return at + timedelta(hours=hours, minutes=int(minute or 0), seconds=min(59, int(second or 0)))


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _zone(text: str) -> timezone:
    match = _ZONE.match(text.strip())
    if not match:
        return UTC
    if match[2]:
        sign = -1 if match[2].startswith("-") else 1
        return timezone(timedelta(hours=int(match[2]), minutes=sign * int(match[3] or 0)))
    return timezone(timedelta(hours=_ZONES.get((match[4] or "").lower(), 0)))


def parse_duration(text: str) -> float | None:
    """Read an itunes:duration in seconds; None for none that makes sense.

    >>> parse_duration("01:36:29"), parse_duration("3629"), parse_duration("45:10"), parse_duration("1h 2m")
    (5789.0, 3629.0, 2710.0, 3720.0)
    >>> parse_duration("PT1H2M3S"), parse_duration("01:02:03:04"), parse_duration("long")
    (3723.0, None, None)
    """
    text = text.strip().strip("\u200e").lower()
    if len(text) > 60:
        return None
    if match := re.fullmatch(r"(?:(\d+):)?(\d+)\s*:\s*(\d+)(?:[.,](\d+))?(?:\s*(?:h|hrs?|min|m|s))?", text):
        hours, minutes, seconds, fraction = match.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + (float(f"0.{fraction}") if fraction else 0.0)
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", "."))
    spoken = re.fullmatch(
        r"(?:p?t?)\s*(?:(\d+)\s*h[a-z]*[\s,:.]*)?(?:(\d+)\s*m[a-z]*[\s,:.]*)?(?:(\d+)(?:\.\d+)?\s*s\w*)?\.?", text
    )
    if text and spoken and any(spoken.groups()):
        hours, minutes, seconds = (int(part or 0) for part in spoken.groups())
        return float(hours * 3600 + minutes * 60 + seconds)
    return None


def parse_length(text: str) -> int | None:
    """Read a length in bytes; None where it is no whole number.

    >>> parse_length("37143728"), parse_length("37,143,728"), parse_length("34.5 MB"), parse_length("-1")
    (37143728, 37143728, None, None)
    """
    plain = re.sub(r"(?<=\d)[,.](?=\d{3}(?:\D|$))", "", text.strip())
    return int(plain) if re.fullmatch(r"\d{1,15}", plain) else None


def parse_flag(text: str) -> bool | None:
    """Read yes and no as feeds write it.

    >>> parse_flag("Yes"), parse_flag("clean"), parse_flag("perhaps")
    (True, False, None)
    """
    return {
        "yes": True,
        "true": True,
        "explicit": True,
        "1": True,
        "no": False,
        "false": False,
        "clean": False,
        "0": False,
    }.get(text.strip().lower())


def parse_number(text: str) -> int | None:
    """Read an episode's or season's number; decimals are cut, words are none.

    >>> parse_number("12"), parse_number(" 007 "), parse_number("3.5"), parse_number("S2")
    (12, 7, 3, None)
    """
    match = re.fullmatch(r"\s*(\d{1,9})(?:\.\d+)?\s*", text)
    return int(match[1]) if match else None
