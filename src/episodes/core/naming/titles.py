"""Clean titles: without the show's name, the number and "(Video)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from episodes.core.naming.episode_words import EPISODE, LOOSE_EPISODE, words_of
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.number_shapes import Heading, Numbering, opening_of
from episodes.core.naming.patterns import search_pattern
from episodes.core.naming.show_names import initials_of, is_abbreviation, is_short_form, joined_otherwise

_VIDEO = re.compile(
    r"\s*[(\[【]\s*(?:the |official |full |with |\+ )?vid[eé]o(?: ?podcast| ?cast| version| episode| edition|"
    r" interview)?\s*[)\]】]"
    r"|\s*[-|:]\s*video(?: podcast| version| episode)?\s*$|^\s*video(?: podcast)?\s*[:|]\s+"
    r"|\s*[(\[【]\s*видео\s*[)\]】]"
)
_AUDIO = re.compile(
    r"\s*[(\[]\s*(?:audio|audio only|audio version|podcast|hd|hq|4k|full episode|full show)\s*[)\]]|"
    r"\s*[|]\s*(?:audio|full episode)\s*$|^\s*pod(?:c|k)ast\s*[:|]\s+"
)
_LEFT_EDGE = re.compile(r"^[\s\-:：|｜,，、;；/~·•・–—_.。!！)\]}】」』》〉>]+")
_RIGHT_EDGE = re.compile(r"[\s\-:：|｜,，、;；/~·•・–—_(\[{【「『《〈<#]+$")
#: `the 100th episode` counts and is part of what the title says.
_COUNTED = re.compile(r"\d(?:st|nd|rd|th)\s")
_CLOSERS = {"(": ")", "[": "]", "{": "}", "【": "】", "「": "」", "『": "』", "《": "》", "〈": "〉"}
#: Who makes a show, behind its name: `… - Crumb Hour w/Ann & Bo`.
_WITH = re.compile(r"\s(?:w/|with |mit |avec |con |com |met |med )(?=[A-ZÀ-Þ])[^-|:]{2,40}$")
_SEVERAL_WORDS = re.compile(r"\s|[^\W\d_][A-Z][a-z]")
#: `MU Podcast – Title` of Mysterious Universe; `WtP: Title` of What's the Problem, since small letters among them mean
#: nothing else.
_IN_SHORT = re.compile(
    r"(?P<letters>[A-Z]{2,6}) (?:Podcast|Show|Radio|Cast)\s*(?:[:|]|\s[-–—])\s*|"
    r"(?P<alone>[A-Z](?=[A-Z]{0,3}[a-z])[A-Za-z]{1,4}[A-Z])\s*(?:[:|]|\s[-–—])\s+"
)
_SEASON = re.compile(r"\s*[(\[][Ss](\d{1,2})[)\]]")
#: What shows call themselves behind their name: `Crumb Hour Talk #12: Rye`.
_CALLED = re.compile(r"[\s-](?:talk|podcast|podkast|show|radio|cast|sendung|magazin|magazine|livestream|live)$")
#: `Episode 20 of Crumb Hour is here`.
_GOES_ON = re.compile(r"\s(?:of|von|de|di|van|av)\s")


#: Words that only count episodes: `Podcast #12`.
_COUNTING = frozenset(EPISODE + LOOSE_EPISODE) - words_of(
    "bonus special interview entretien gesprach minisode talk class"
)


def is_marked_video(title: str) -> bool:
    """Whether the title itself says that it is the video.

    >>> is_marked_video("Ep. 12: What Now? (Video)"), is_marked_video("Video killed the radio star")
    (True, False)
    """
    return bool(_VIDEO.search(fold(tidy(title[:2000]))))


def clean_title(
    title: str, *, numbering: Numbering, show_title: str = "", patterns: Mapping[str, str] | None = None
) -> str:
    """Take show name, number and media marks off a title; a title made of nothing else stays as it is.

    >>> clean_title("Quick Take: What Now? (Video)", numbering=Numbering(), show_title="Quick Take")
    'What Now?'
    """
    heading = Heading(tidy(title[:2000])[:500], show_title=show_title)
    if (pattern := (patterns or {}).get("title")) and (chosen := _by_pattern(pattern, heading.text)):
        return chosen
    without_number = _cut_number(heading, numbering) if numbering.number is not None else heading.text
    if (mark := _SEASON.search(without_number)) and numbering.season == int(mark[1]) and numbering.number is not None:
        without_number = (without_number[: mark.start()] + without_number[mark.end() :]).strip() or without_number
    cleaned = _unwrap(_without_name(_without_marks(without_number), show_title))
    if any(map(str.isalnum, cleaned)):
        return cleaned
    without_name = _without_name(_without_marks(heading.text), show_title).rstrip(" .")
    return without_name if any(map(str.isalnum, without_name)) else heading.text


def _by_pattern(pattern: str, text: str) -> str:
    match = search_pattern(pattern, text)
    return tidy(match[1] or "" if match.groups() else match[0]) if match else ""


def _without_marks(text: str) -> str:
    for mark in (_VIDEO, _AUDIO):
        match = mark.search(fold(text))
        if match and (rest := (text[: match.start()] + " " + text[match.end() :]).strip()):
            text = tidy(rest)
    return text


def _cut_number(heading: Heading, numbering: Numbering) -> str:
    text, start, end = heading.text, numbering.start, numbering.end
    if _COUNTED.search(heading.folded, start, end):
        return text
    left, right = text[: opening_of(heading.folded, start)], text[end:]
    if (on := _GOES_ON.match(right)) and not left.strip() and _begins_with_name(right[on.end() :], heading):
        rest = _without_name(right[on.end() :], heading.show_title)
        return text if rest == right[on.end() :] else rest
    opener = next((c for c in reversed(text[len(left) : start]) if c in _CLOSERS), "")
    if opener and not right.lstrip(" !.").startswith(_CLOSERS[opener]) and _CLOSERS[opener] in right:
        return f"{left.rstrip()} {opener}{_LEFT_EDGE.sub('', right)}".strip()
    trimmed = _LEFT_EDGE.sub("", right)
    bare = fold(left).strip(" -:|#,./")
    if not bare or _names_show(bare, heading) or _names_show(_CALLED.sub("", bare), heading):
        return _dotted(trimmed, right)
    if not trimmed:
        return text if bare in _COUNTING else _RIGHT_EDGE.sub("", left)
    if bare in _COUNTING or _abbreviates(left, heading):
        return _dotted(trimmed, right)
    joint = " " if trimmed[0] in _CLOSERS else _joint(text[len(left) : start], right)
    return _RIGHT_EDGE.sub("", left) + joint + trimmed


def _names_show(bare: str, heading: Heading) -> bool:
    """Whether words are the show's name, in any spacing, or a part of it: `Scene-Talk` of `Radio X - Scene-Talk`."""
    plain = bare.replace(" ", "")
    parts = [part for part in re.split(r"\s[-–—|:]\s", fold(heading.show_title)) if re.search(r"\w[\s-]\w", part)]
    return any(plain == name.replace(" ", "") for name in (*heading.names, *parts))


def _begins_with_name(text: str, heading: Heading) -> bool:
    return any(re.match(rf"{re.escape(name)}(?!\w)", fold(text)) for name in joined_otherwise(heading.names))


def _abbreviates(left: str, heading: Heading) -> bool:
    """Whether what stands before the number is the show's name in short: `H.I.`, `SS`."""
    letters = left.strip(" -:|#,./").replace(".", "")
    in_short = 1 < len(letters) <= 6 and letters.isupper() and is_abbreviation(letters, heading.show_title)
    return in_short or (_SEVERAL_WORDS.search(letters) is not None and is_short_form(letters, heading.show_title))


def _dotted(trimmed: str, right: str) -> str:
    """Leave an ellipsis at the beginning of a title alone."""
    return "..." + trimmed if re.match(r"^[\s:|-]*\.\.\.", right) else trimmed


def _joint(before: str, right: str) -> str:
    """What joins the words around a number that was cut out: the separator that stood there."""
    for side in (right[: len(right) - len(_LEFT_EDGE.sub("", right))], before):
        if mark := re.search(r"[-:|–—/·•]", side):
            return ": " if mark[0] == ":" else f" {mark[0]} "
    return " "


def _without_name(text: str, show_title: str) -> str:
    if not show_title:
        return text
    heading = Heading(text, show_title=show_title)
    in_short = _IN_SHORT.match(text)
    is_ours = in_short is not None and fold(in_short["letters"] or in_short["alone"]) in initials_of(heading.names)
    if in_short and is_ours and _has_letters(text[in_short.end() :]):
        return text[in_short.end() :]
    for name in joined_otherwise(heading.names):
        if heading.folded.startswith(name) and re.match(r"\s*[-:|/.#·•>]|\s*$", heading.folded[len(name) :]):
            rest = _LEFT_EDGE.sub("", text[len(name) :])
            return rest if _has_letters(rest) else text
        makers = _WITH.search(text) if " " in name else None
        ends = heading.folded[: makers.start()] if makers else heading.folded
        before = text[: len(ends) - len(name)]
        if ends.endswith(name) and re.search(r"[-|/·•–—(\[]\s*$", before):
            return _RIGHT_EDGE.sub("", before) if _has_letters(before) else text
    return text


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _unwrap(text: str) -> str:
    """Take brackets off that hold the whole title."""
    text = text.strip()
    if len(text) > 2 and _CLOSERS.get(text[0]) == text[-1] and text[0] not in text[1:] and text[-1] not in text[1:-1]:
        return text[1:-1].strip()
    return text
