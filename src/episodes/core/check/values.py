"""Kinds of values that feeds hold: addresses, dates, language tags, numbers; and the lists they are taken from."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from html.entities import html5
from urllib.parse import urlsplit

# ISO 639-1, with two withdrawn codes that feeds still use (in, iw).
_LANGUAGES_TEXT = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw "
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = frozenset(_LANGUAGES_TEXT.split())
_TAG = re.compile(
    r"([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|\d{3}))?(-[a-z0-9]{5,8}|-\d[a-z0-9]{3})*(-x-[a-z0-9-]+)?", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), +)?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) "
    r"(\d\d):(\d\d)(?::(\d\d))? ([+-]\d{4}|GMT|UT|UTC|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT)"
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_MAIL = re.compile(r"[^@\s()<>,;]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")


def trouble_of_url(url: str | None) -> str:
    """Say what is wrong with a web address; empty if nothing is.

    >>> trouble_of_url("https://example.org/a.mp3"), trouble_of_url("/a.mp3"), trouble_of_url("https://x.org/a b")
    ('', 'is not a whole web address', 'holds a space or another character that must be percent-encoded')
    """
    if not url or not url.strip():
        return "is empty"
    if url != url.strip():
        return "begins or ends with a space"
    if not re.fullmatch(r"[!#-;=?-_a-z~\[\]]*", url):
        return "holds a space or another character that must be percent-encoded"
    if re.search(r"%(?![0-9A-Fa-f]{2})", url):
        return "has a percent sign that encodes nothing"
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "cannot be read"
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return "is not a whole web address"
    return ""


def escaped_in(text: str) -> str:
    """Find HTML in plain text: a tag, or an entity that was escaped once more; empty if there is none.

    >>> escaped_in("Salt &amp; sea"), escaped_in("<b>Salt</b>"), escaped_in("R&D; 3 < 4 > 2"), escaped_in("AT&T")
    ('&amp;', '<b>', '', '')
    """
    if tag := re.search(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>", text):
        return tag[0]
    found = re.finditer(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));", text)
    return next((match[0] for match in found if not match[1] or f"{match[1]};" in html5), "")


def is_local(url: str) -> bool:
    """Tell whether an address works on one machine or in one house only."""
    host = (urlsplit(url).hostname or "").lower()
    return host in ("localhost", "::1") or host.endswith((".local", ".localhost")) or host.startswith("127.")


def trouble_of_language(tag: str) -> str:
    """Say what is wrong with a language tag, but for its region; empty if nothing is.

    >>> trouble_of_language("en-US"), trouble_of_language("english"), trouble_of_language("en_US")
    ('', "'english' is no language tag", "'en_US' is no language tag")
    """
    match = _TAG.fullmatch(tag)
    if not match:
        return f"{tag!r} is no language tag"
    language = match[1].lower()
    if len(language) == 2 and language not in LANGUAGES:
        return f"{tag!r}: there is no language {language!r}"
    return ""


def parse_date(text: str) -> datetime | None:
    """Read a date strictly as RFC 822 with a year of four digits has it; None if it is none.

    >>> parse_date("Tue, 03 Mar 2026 08:00:00 +0000").isoformat()
    '2026-03-03T08:00:00+00:00'
    """
    match = _DATE.fullmatch(text)
    if not match:
        return None
    _, day, month, year, hour, minute, second, zone = match.groups()
    if zone[0] in "+-":
        shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])) * (-1 if zone[0] == "-" else 1)
    else:
        shift = timedelta(hours=_ZONES.get(zone, 0))
    try:
        return datetime(
            int(year),
            _MONTHS.index(month) + 1,
            int(day),
            int(hour),
            int(minute),
            int(second or 0),
            tzinfo=timezone(shift),
        )
    except ValueError:
        return None


def trouble_of_date(text: str) -> str:
    """Say what is wrong with a date; empty if nothing is.

    >>> trouble_of_date("Mon, 03 Mar 2026 08:00:00 GMT"), trouble_of_date("2026-03-03")
    ('says Mon, but that day is a Tue', "'2026-03-03' is no RFC 822 date")
    """
    at = parse_date(text)
    if at is None:
        return f"{text!r} is no RFC 822 date"
    stated = text[:3] if text[3:4] == "," else ""
    if stated and stated != _DAYS[at.weekday()]:
        return f"says {stated}, but that day is a {_DAYS[at.weekday()]}"
    return ""


def is_mail(text: str) -> bool:
    return bool(_MAIL.fullmatch(text))


def is_count(text: str | None) -> bool:
    """Tell whether a text is a whole number above zero.

    >>> is_count("12"), is_count("0"), is_count("-3"), is_count("1.5"), is_count(None)
    (True, False, False, False, False)
    """
    return bool(text and re.fullmatch(r"[0-9]{1,18}", text) and int(text) > 0)


def is_decimal(text: str | None) -> bool:
    return bool(text and re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,9})?", text))


def parse_duration(text: str) -> float | None:
    """Read itunes:duration: seconds, MM:SS or H:MM:SS; None if it is none.

    >>> parse_duration("379"), parse_duration("1:02:03"), parse_duration("six minutes")
    (379.0, 3723.0, None)
    """
    if re.fullmatch(r"\d{1,7}", text):
        return float(text)
    match = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d)", text)
    if not match or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        return None
    return int(match[1] or 0) * 3600.0 + int(match[2]) * 60 + int(match[3])
