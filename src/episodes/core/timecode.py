"""Times in words of the field: how seconds are written in captions, chapters and feeds, and read back."""

from __future__ import annotations

import math
import re

# Compiled when a time is first read: most programs only write some.
_CLOCK = r"(?:(?:(\d{1,6}):)?(\d{1,4}):)?(\d{1,9})(?:[.,](\d{1,9}))?"
_SPOKEN = (
    r"(?:(\d{1,6})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,9})\s*m(?:in(?:utes?)?)?)?\s*(?:(\d{1,9})\s*s(?:ec(?:onds?)?)?)?"
)


def format_timecode(seconds: float, *, comma: bool = False) -> str:
    """Write a time as WebVTT wants it, or SRT (with a comma).

    >>> format_timecode(754.5)
    '00:12:34.500'
    >>> format_timecode(3600, comma=True)
    '01:00:00,000'
    """
    whole, thousandths = divmod(to_milliseconds(seconds), 1000)
    return f"{format_clock(whole, hours=True)}{',' if comma else '.'}{thousandths:03d}"


def format_clock(seconds: float, *, hours: bool = False) -> str:
    """Write a time to the second for people; with `hours`, always as HH:MM:SS.

    >>> format_clock(754.9), format_clock(3754), format_clock(5, hours=True)
    ('12:34', '1:02:34', '00:00:05')
    """
    minutes, second = divmod(max(0, math.floor(seconds)), 60)
    hour, minute = divmod(minutes, 60)
    if hours:
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    return f"{hour}:{minute:02d}:{second:02d}" if hour else f"{minute}:{second:02d}"


def format_normal_play_time(seconds: float) -> str:
    """Write a time as RFC 2326 has it (Podlove Simple Chapters), thousandths only where there are some.

    >>> format_normal_play_time(754.5), format_normal_play_time(60)
    ('00:12:34.500', '00:01:00')
    """
    whole, thousandths = divmod(to_milliseconds(seconds), 1000)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    clock = f"{hour:02d}:{minute:02d}:{second:02d}"
    return f"{clock}.{thousandths:03d}" if thousandths else clock


def parse_timecode(text: str) -> float:
    """Read a time in any of these shapes; ValueError if it is none.

    >>> parse_timecode("01:02:03.5"), parse_timecode("2:03"), parse_timecode("00:00:07,250"), parse_timecode("83")
    (3723.5, 123.0, 7.25, 83.0)
    >>> parse_timecode("1h2m3s"), parse_timecode("90 min")
    (3723.0, 5400.0)
    """
    text = text.strip().removeprefix("npt=")
    if match := re.fullmatch(_CLOCK, text):
        hours, minutes, seconds, fraction = match.groups()
        whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds)
        return float(f"{whole}.{fraction or 0}")
    if text and (match := re.fullmatch(_SPOKEN, text.lower())):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return float(hours * 3600 + minutes * 60 + seconds)
    raise ValueError(f"not a time: {text!r}")


def to_milliseconds(seconds: float) -> int:
    """Round a time to the thousandth, the precision of captions; never negative.

    >>> to_milliseconds(0.0015), to_milliseconds(-1)
    (2, 0)
    """
    return max(0, math.floor(seconds * 1000 + 0.5))
