"""Numbers that a word or a code marks: `S02E05`, `Season 2, Episode 5`, `Folge 12`, `第5話`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from episodes.core.naming import episode_words as words
from episodes.core.naming.distractors import is_year
from episodes.core.naming.number_rules import counts_from_first
from episodes.core.naming.number_shapes import Heading, Numbering
from episodes.core.naming.number_words import CHINESE_DIGITS, ORDINALS, chinese_value, figure_at

_COMPACT = [
    # S02E05, S2 Ep. 12, s.4 ep.2, T1xC5, S42 - E9107
    re.compile(
        r"(?<![\w'])(?:s|ss|se|sn|ssn|st|t|temp|szn|k)[. ]{0,2}(?P<season>\d{1,4})[ ,.:;/|_-]{0,3}[x×]?"
        r"(?:e|ep|eps|epi|epis|episode|episodio|c|cap|capitulo|f|folge|afl|avsn|b|bolum|o|odc|"
        r"d)[.:# ]{0,2}(?P<number>\d{1,5}(?!\d))"
    ),
    # S3A4
    re.compile(r"(?<![\w'])s(?P<season>\d{1,2})a(?P<number>\d{1,3})(?!\w)"),
    # C3E059
    re.compile(r"(?<![\w'])c(?P<season>\d{1,2})e(?P<number>\d{2,3})(?!\w)"),
    # T2 x 04
    re.compile(r"(?<![\w'])[st](?P<season>\d{1,2})\s?[x×]\s?(?P<number>\d{1,3})(?!\w)"),
    # T3•81, T2 · E3
    re.compile(r"^t(?P<season>\d{1,2})[•·](?P<number>\d{1,3})(?!\w)"),
    re.compile(r"^[st](?P<season>\d{1,2})\s?[•·]\s?(?:e|ep|ep\.)\s?(?P<number>\d{1,3})(?!\w)"),
    # 17 выпуск 04 сезона
    re.compile(
        r"(?<![\w.,])(?P<number>\d{1,4})\.? (?:выпуск|серия|эпизод|odcinek|epizoda|dil) "
        r"(?P<season>\d{1,2})\.? (?:сезона|sezonu|sezony)(?!\w)"
    ),
    # EP2S3, E05 S02
    re.compile(
        r"(?<![\w'])(?:e|ep|epi|c|cap|f)[. ]?(?P<number>\d{1,5})[ ,.:/_-]{0,3}(?:s|t)[. ]?(?P<season>\d{1,3})(?!\w)"
    ),
    # Campaign 4, Episode 18
    re.compile(r"(?<![\w'])campaign (?P<season>\d{1,2})[ ,:|-]{1,3}(?:episode|ep)[. ]{1,2}(?P<number>\d{1,3})(?!\w)"),
    # S2 #5, Season 2 E5
    re.compile(
        r"(?<![\w'])(?:s|t(?=\d )|season|series|staffel|saison|temporada|stagione|"
        r"seizoen) ?(?P<season>\d{1,4})[ ,.:/|-]{1,3}(?:#|e)(?P<number>\d{1,4})(?!\w)"
    ),
    # E12 alone
    re.compile(
        r"(?<![\w'.-])(?P<season>)e[. ]?(?P<number>\d{1,4})(?=\s*(?:[:|\])·•・]|-\s|$|[.\s]\s?[\u3040-\ud7a3]))"
    ),
    # E134 Title; E46 is a car, E10 a fuel, E17 a part of London
    re.compile(r"^(?P<season>)e(?P<number>0\d{1,3}|\d{3})(?=\s[^\W\d_])"),
    # 08x30, S02x05
    re.compile(r"(?<![\w.,])(?:s|t)?(?P<season>\d{1,2})(?:x|×(?=0))(?P<number>\d{2,3})(?![\w])"),
    # 2x5 at the very beginning
    re.compile(r"^(?P<season>\d{1,2})x(?P<number>\d{1,3})(?=\s?[-:|]|\.\s)"),
]
_BEFORE = r"(?<![^\W_])"


def _before(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Match a word that has its number behind it; a final full stop, colon, hash or `No.` may stand between."""
    return re.compile(
        _BEFORE
        + "(?:"
        + "|".join(map(re.escape, listed))
        + r")[. :#_(\[-]{0,3}(?:(?:nr|no|num|number|nummer|numero|n)(?:[.o°º]|\b)[ .]?)?[#(\[]?(?=\w)"
    )


_AFTER_NUMBER = (
    r"(?<![\w.,:#'’])(?<!\d{{4}}[-/–])(\d{{1,4}})(?:\.|-?(?:st|nd|rd|th|e|er|eme|a|o|ya|i|y|th|-?nci|-?inci|"
    r"-?uncu))?[ -]?(?:{words})(?![^\W_])"
)
_MARKS: list[tuple[Literal["season", "episode", "loose"], re.Pattern[str]]] = [
    ("season", _before(words.SEASON)),
    ("episode", _before(words.EPISODE)),
    ("loose", _before(words.LOOSE_EPISODE)),
]
_AFTER: list[tuple[Literal["season", "episode"], re.Pattern[str]]] = [
    ("season", re.compile(_AFTER_NUMBER.format(words="|".join(map(re.escape, words.SEASON_AFTER))))),
    ("episode", re.compile(_AFTER_NUMBER.format(words="|".join(map(re.escape, words.EPISODE_AFTER))))),
]
_ORDINAL = re.compile(
    _BEFORE
    + "("
    + "|".join(sorted(ORDINALS, key=len, reverse=True))
    + r") (?:(season|series|staffel|temporada|saison|stagione|seizoen|sasong|sezon|сезон)|"
    r"(episode|folge|episodio|capitulo|puntata|aflevering|avsnittet?))\b"
)
_CJK = rf"[\d{CHINESE_DIGITS}]{{1,6}}"
_CJK_MARKS: list[tuple[Literal["season", "episode"], re.Pattern[str]]] = [
    ("season", re.compile(rf"[第제]\s?({_CJK})\s?(?:季|期シリーズ|シーズン|シリーズ|部|시즌)")),
    ("season", re.compile(r"()(?:シーズン|시즌)\s?(\d{1,3})")),
    ("episode", re.compile(rf"第\s?({_CJK})\s?(?:[集话話回章期節节夜弾幕]|エピソード)")),
    ("episode", re.compile(r"제\s?(\d{1,4})\s?[회화편강]")),
    ("episode", re.compile(r"(?<![\d.,])(\d{1,4})\s?[회화](?![\w])")),
    ("episode", re.compile(r"(?<![\d.,])(\d{1,4})[話话集](?![\w])")),
    ("episode", re.compile(r"()(?:エピソード|에피소드|その)\s?(\d{1,4})")),
]
#: Number words, and Roman numerals, that are common words in other languages.
_COMMON_WORDS = words.words_of("sei sex due tre uno une een ein elf dos uma zes ter ten mix dix dim did civil mid mi")
_LABEL_TAIL = re.compile(r"(?:[.](\d{1,2})(?!\d)|([a-e])(?![\w'])|\s?[-&+]\s?(\d{1,4})(?![\d.]|:\d))")
_VOLUME = re.compile(r"vol(?:\.|ume|umen)?\b|band\b")
#: Behind `Podcast 25`: the rest of a date, `.4.`.
_DAY = re.compile(r"\.\d{1,2}\.(?=\s|$)")
_OF_SO_MANY = re.compile(r"(?:\s?(?:/|of|von|de|di|van|av)\s?\d{1,4}|:\d{1,2})(?![\w.])")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A number with the word that says what it counts."""

    kind: Literal["season", "episode", "loose"]
    value: int
    start: int
    end: int
    spelled: bool = False


def compact_numbers(heading: Heading) -> Iterator[Numbering]:
    for pattern in _COMPACT:
        for match in pattern.finditer(heading.dated):
            number = int(match["number"])
            if not match["season"]:
                named = heading.closes(match.end()) or heading.text[match.end() :].lstrip()[:1].isupper()
                if named and heading.opens_after_name(match.start()) and not is_year(number):
                    yield _numbering(heading, match.start(), match.end(), number, None, 0.84)
            elif (season := int(match["season"])) or number:
                yield _numbering(heading, match.start(), match.end(), number, season, 0.98)


def marked_numbers(heading: Heading) -> Iterator[Numbering]:
    marks = sorted(_marks(heading), key=lambda mark: (mark.start, -mark.end))
    seasons = [mark for mark in marks if mark.kind == "season"]
    for mark in marks:
        if mark.kind == "season" or _is_volume(heading, mark, marks):
            continue
        confidence = _confidence(heading, mark)
        season = min(seasons, key=lambda other: _distance(mark, other), default=None)
        if season is None or _distance(mark, season) < 0:
            yield _numbering(heading, mark.start, mark.end, mark.value, None, confidence)
        else:
            near = _distance(mark, season) <= 6
            start, end = (min(mark.start, season.start), max(mark.end, season.end)) if near else (mark.start, mark.end)
            yield _numbering(heading, start, end, mark.value, season.value, max(confidence, 0.97 if near else 0.0))


def _is_volume(heading: Heading, mark: Mark, marks: list[Mark]) -> bool:
    """Whether a number is that of a volume whose issues or episodes are counted: `Volume 3, Issue 14`."""
    if mark.kind != "loose" or not _VOLUME.match(heading.dated, mark.start):
        return False
    return any(0 <= other.start - mark.end <= 3 for other in marks if other is not mark)


def season_alone(heading: Heading) -> Numbering | None:
    """Find a season that stands without an episode: `Title - Season 4`, `第四季`, `S3 Trailer`."""
    for mark in sorted(_marks(heading), key=lambda mark: mark.start):
        if mark.kind == "season":
            return _numbering(heading, mark.start, mark.end, None, mark.value, 0.85)
    match = re.search(
        r"(?<![\w'])s(\d{1,2})(?=\s?(?:$|[-:|(]|trailer|teaser|finale|recap|bonus|preview|premiere))", heading.dated
    )
    return _numbering(heading, match.start(), match.end(), None, int(match[1]), 0.8) if match else None


def season_in_brackets(heading: Heading) -> Numbering | None:
    """Find the season of an episode that has a number besides: `#33 - Title (S04)`; a Galaxy (S24) is none."""
    match = re.search(r"[(\[]s(0\d|\d{1,2}(?=[)\]]\s*$))[)\]]", heading.dated)
    return _numbering(heading, match.start(), match.end(), None, int(match[1]), 0.8) if match else None


def _marks(heading: Heading) -> Iterator[Mark]:
    before = list(_marks_before(heading))
    yield from before
    seasons = [mark for mark in before if mark.kind == "season"]
    labels = [mark for mark in before if mark.kind == "episode" and ":" in heading.dated[mark.start : mark.end]]
    for mark in _marks_behind(heading):
        is_season_s = any(season.start < mark.start < season.end for season in seasons)
        if not (is_season_s and any(mark.start < label.start < mark.end for label in labels)):
            yield mark  # no `40. Episode` of `Season: 40. Episode: 11`
    for cjk_kind, pattern in _CJK_MARKS:
        for match in pattern.finditer(heading.dated):
            value = _cjk_value(match[1] or match[2])
            yield Mark(kind=cjk_kind, value=value, start=match.start(), end=match.end())


def _marks_before(heading: Heading) -> Iterator[Mark]:
    """`Folge 12`: the word, then the number."""
    text = heading.dated
    for kind, pattern in _MARKS:
        for match in pattern.finditer(text):
            if text[: match.start()].endswith("hors-"):  # `Hors-série 12`
                continue
            figure = figure_at(text, match.end(), words=kind != "loose" or text[match.end() - 1] == " ")
            if figure and figure.spelled and not _stands_apart(heading, match.end(), figure.end):
                continue
            if kind == "loose" and figure and _DAY.match(text, figure.end):
                continue
            if figure and not _runs_on(text, figure.end):
                spelled = figure.spelled
                yield Mark(kind=kind, value=figure.value, start=match.start(), end=figure.end, spelled=spelled)


def _stands_apart(heading: Heading, start: int, end: int) -> bool:
    """Whether letters are a number: `epic` is no episode 100, and `episode on` no tenth in Turkish."""
    if heading.dated[start - 1].isalpha():
        return False
    return heading.closes(end) or (end - start > 2 and heading.dated[start:end] not in _COMMON_WORDS)


def _marks_behind(heading: Heading) -> Iterator[Mark]:
    """`12. Bölüm`, `zweite Staffel`: the number, then the word."""
    for kind, pattern in _AFTER:
        for match in pattern.finditer(heading.dated):
            yield Mark(kind=kind, value=int(match[1]), start=match.start(), end=match.end())
    for match in _ORDINAL.finditer(heading.dated):
        if heading.closes(match.end()):
            ordinal: Literal["season", "episode"] = "season" if match[2] else "episode"
            yield Mark(kind=ordinal, value=ORDINALS[match[1]], start=match.start(), end=match.end(), spelled=True)


def _cjk_value(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else chinese_value("".join(c for c in numeral if not c.isdigit()) or "零")


def _runs_on(text: str, end: int) -> bool:
    """Whether a number goes on as something else: `5g`, `12:30`, `3%`."""
    return bool(re.match(r"[^\W\d_a-e]|[a-e]\w|:\d\d|\s?%|,\d", text[end : end + 4]))


def _distance(one: Mark, other: Mark) -> int:
    return max(one.start - other.end, other.start - one.end)


def _confidence(heading: Heading, mark: Mark) -> float:
    opens, closes = heading.opens_after_name(mark.start), heading.closes(mark.end)
    if mark.kind == "episode":
        if heading.folded[: mark.start].endswith(", ") and counts_from_first(heading, mark.value):
            return 0.8  # `656. The Force, Episode 3`
        base = 0.93 if not mark.spelled or closes else 0.7
        return base + 0.02 * opens + 0.02 * closes
    if not (opens and closes) or is_year(mark.value):
        return 0.0
    return 0.82


def _numbering(
    heading: Heading, start: int, end: int, number: int | None, season: int | None, confidence: float
) -> Numbering:
    label, end = _with_tail(heading, number, end)
    return Numbering(
        number=number, season=season, label=label, start=start, end=end, confidence=confidence,
        reason=f"{heading.text[start:end].strip()!r} in the title",
    )  # fmt: skip


def _with_tail(heading: Heading, number: int | None, end: int) -> tuple[str, int]:
    """Take what belongs to a number's label along: `12b`, `12.5`, `12-14`."""
    if match := _OF_SO_MANY.match(heading.dated, end):
        return "", match.end()
    match = _LABEL_TAIL.match(heading.dated, end)
    if number is None or not match or not heading.closes(match.end()):
        return "", end
    if match[3] and not number < int(match[3]) <= number + 9:
        return "", end
    return f"{number}{match[0].replace(' ', '')}", match.end()
