"""Rules of how cues are written in VTT and SRT: what stands between them, their settings, and marks in their text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from episodes.core.check.finding import SUBRIP, WEBVTT, Finding, error, warning

_BUILD = "`episodes build` writes it again"

GAP = warning(
    "captions-gap", WEBVTT, f"a blank line parts cues; players take the second for text of the first; {_BUILD}"
)
NO_LENGTH = error("captions-no-length", WEBVTT, f"a cue ends after it begins; {_BUILD}")
SETTINGS = warning("captions-settings", WEBVTT, f"settings are such as position:50% or align:center; {_BUILD}")
MARKS = warning("captions-marks", WEBVTT, f"cues hold c, i, b, u, v, lang, ruby and rt, and close them; {_BUILD}")
IDS = warning("captions-blocks", WEBVTT, f"each cue has a name of its own, styles and regions stand before; {_BUILD}")
SRT_GAP = warning("captions-gap-srt", SUBRIP, f"a blank line stands before each number; {_BUILD}")

_PERCENT = r"(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%"
_SETTING = re.compile(
    rf"vertical:(?:rl|lr)|line:(?:-?\d+(?:\.\d+)?|{_PERCENT})(?:,(?:start|center|end))?"
    rf"|position:{_PERCENT}(?:,(?:line-left|center|line-right))?|size:{_PERCENT}"
    r"|align:(?:start|center|end|left|right)|region:\S+"
)
_MARK = re.compile(r"<(/?)([^<>\s.]*)[^<>]*>")
_BARE = re.compile(r"&(?!#?\w{1,31};)")
_TIME = re.compile(r"(?:\d+:)?\d\d:\d\d\.\d{3}")
_KNOWN = {"c", "i", "b", "u", "v", "lang", "ruby", "rt"}
#: What may be left open: a voice reaches to the end of its cue, a reading to the end of its base.
_OPEN = {"v", "rt"}


def check_cues(where: str, name: str, lines: Sequence[str], form: str) -> Iterator[Finding]:
    """Judge the cues of a VTT or SRT file, each kind of trouble once."""
    places = [place for place, line in enumerate(lines) if "-->" in line]
    if glued := next((place for place in places if _is_glued(lines, place, form)), None):
        rule = GAP if form == "vtt" else SRT_GAP
        yield rule(where, f"{name}: no blank line before the cue of {lines[glued].strip()[:40]!r}")
    if form != "vtt":
        return
    for place in places:
        start, _, rest = lines[place].partition("-->")
        end = (rest.split() or [""])[0]
        if start.strip() == end:
            yield NO_LENGTH(where, f"{name}: the cue at {end} has no length")
            break
    ids = [lines[place - 1].strip() for place in places if place > 1 and not lines[place - 2].strip()]
    counted = Counter(one for one in ids if one)
    if twice := next((one for one, count in counted.items() if count > 1), ""):
        yield IDS(where, f"{name}: {twice[:40]!r} names two cues")
    first = places[0] if places else len(lines)
    if late := next((line for line in lines[first:] if line.strip() in ("STYLE", "REGION")), ""):
        yield IDS(where, f"{name}: a {late.strip()} block stands behind a cue")
    told = {place: _trouble_of_settings(lines[place]) for place in places}
    if wrong := next((found for found in told.values() if found), ""):
        yield SETTINGS(where, f"{name}: {wrong[:40]!r}")
    for place in places:
        if trouble := _trouble_of_marks("\n".join(_payload(lines, place))):
            yield MARKS(where, f"{name}: {trouble}, in the cue of {lines[place].strip()[:40]!r}")
            return


def _is_glued(lines: Sequence[str], place: int, form: str) -> bool:
    before = [line.strip() for line in lines[max(0, place - 2) : place]]
    if form == "srt":  # its number, and a blank line before that
        return len(before) > 1 and bool(before[0]) and before[1].isdecimal()
    return len(before) > 1 and bool(before[0]) and bool(before[1])


def _payload(lines: Sequence[str], place: int) -> Iterator[str]:
    for number in range(place + 1, len(lines)):
        if not lines[number].strip() or "-->" in lines[number]:
            return
        yield lines[number]


def _trouble_of_settings(line: str) -> str:
    settings = line.partition("-->")[2].split()[1:]
    return next((setting for setting in settings if not _SETTING.fullmatch(setting)), "")


def _trouble_of_marks(text: str) -> str:
    """Say the first mark that is wrong.

    >>> _trouble_of_marks("<v Ann>Hello <i>you</i>"), _trouble_of_marks("<i>Hello"), _trouble_of_marks("<blink>a")
    ('', '<i> is not closed', 'there is no <blink>')
    """
    open_: list[str] = []
    for found in _MARK.finditer(text):
        closes, mark = found[1], found[2]
        if not closes and _TIME.fullmatch(found[0][1:-1]):
            continue
        if mark not in _KNOWN:
            return f"there is no <{closes}{mark}>"
        if not closes:
            open_.append(mark)
            continue
        while open_ and open_[-1] != mark and open_[-1] in _OPEN:
            open_.pop()
        if not open_ or open_.pop() != mark:
            return f"</{mark}> closes nothing"
    left = [mark for mark in open_ if mark not in _OPEN]
    if left:
        return f"<{left[0]}> is not closed"
    if _BARE.search(text):
        return "an & is not written as &amp;"
    return "a < begins no mark" if "<" in _MARK.sub("", text) else ""
