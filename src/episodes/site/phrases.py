"""How dates, lengths, sizes and numbers are said on pages."""

from __future__ import annotations

from datetime import datetime

from episodes.core.episode import Episode
from episodes.core.transcript import Transcript
from episodes.site.words import Words, primary, words_for

_TITLE_LENGTH = 70
_FROM_THE_RIGHT = {"ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"}
_KINDS = {"full": "", "trailer": "Trailer", "bonus": "Bonus", "rebroadcast": "Rebroadcast"}
ENGLISH = words_for("en")


def say_date(moment: datetime, words: Words = ENGLISH) -> str:
    """Say a day in full; strftime would answer in the machine's language.

    >>> say_date(datetime(2019, 10, 17)), say_date(datetime(2019, 10, 1), words_for("fr"))
    ('17 October 2019', '1er octobre 2019')
    """
    day = words.first if moment.day == 1 else str(moment.day)
    return (
        words.date.replace("{day}", day)
        .replace("{month}", words.months[moment.month - 1])
        .replace("{year}", str(moment.year))
    )


def say_length(seconds: float, words: Words = ENGLISH) -> str:
    """Say how long something plays, to the minute.

    >>> say_length(379), say_length(45), say_length(3720), say_length(3600, words_for("de"))
    ('6 min', '45 sec', '1 h 2 min', '1 Std.')
    """
    if seconds < 60:
        return words("{count} sec", count=round(seconds))
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = (words("{count} h", count=hours) * bool(hours), words("{count} min", count=minutes) * bool(minutes))
    return " ".join(part for part in parts if part)


def say_size(length: int, words: Words = ENGLISH) -> str:
    """Say a file's size as shops and systems do, in powers of ten.

    >>> say_size(3032478), say_size(950), say_size(25_400_000), say_size(3032478, words_for("fr"))
    ('3.0 MB', '1 kB', '25 MB', '3,0 Mo')
    """
    if length < 1_000_000:
        return words("{size} kB", size=words.number(max(1, round(length / 1000))))
    return words("{size} MB", size=words.number(length / 1e6, 1 if length < 10_000_000 else 0))


def iso_duration(seconds: float) -> str:
    """Write a length as ISO 8601 has it.

    >>> iso_duration(3754), iso_duration(59.6)
    ('PT1H2M34S', 'PT1M')
    """
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    parts = [f"{hours}H" * bool(hours), f"{minute}M" * bool(minute), f"{second}S" * bool(second)]
    return "PT" + ("".join(parts) or "0S")


def say_number(episode: Episode, words: Words = ENGLISH) -> str:
    """Say which episode it is: number with season, else its kind.

    >>> from datetime import UTC
    >>> one = dict(guid="g", show="s", slug="e", title="T", published_at=datetime(2019, 1, 1, tzinfo=UTC))
    >>> say_number(Episode(number=12, **one)), say_number(Episode(number=3, season=2, **one))
    ('Episode 12', 'Season 2, episode 3')
    """
    number, season = short_number(episode), episode.season
    if season is None:
        said = words("Episode {number}", number=number) if number else ""
    elif number:
        said = words("Season {season}, episode {number}", season=season, number=number)
    else:
        said = words("Season {season}", season=season)
    kind = _KINDS[episode.kind]
    return " · ".join(part for part in (said, words(kind) if kind else "") if part)


def short_number(episode: Episode) -> str:
    """Say the number in the margin of a list."""
    return episode.number_label or ("" if episode.number is None else str(episode.number))


def direction(language: str) -> str:
    """Say which way a language is written, as HTML's `dir` wants it.

    >>> direction("he-IL"), direction("en"), direction("")
    ('rtl', 'ltr', 'auto')
    """
    if not language:
        return "auto"
    return "rtl" if primary(language) in _FROM_THE_RIGHT else "ltr"


def page_title(title: str, suffix: str = "") -> str:
    """Name a page in tabs and search results, which cut what is longer than 70 letters.

    >>> page_title("Syria", "Quick Take"), len(page_title("A long way " * 9))
    ('Syria · Quick Take', 68)
    """
    whole = f"{title} · {suffix}" if suffix else title
    if len(whole) <= _TITLE_LENGTH:
        return whole
    return title if len(title) <= _TITLE_LENGTH else title[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def say_making(transcript: Transcript, words: Words = ENGLISH) -> str:
    """Say who or what wrote a transcript, and when."""
    day = say_date(transcript.created_at, words)
    if transcript.origin == "person":
        return words("This transcript was written by a person.")
    if transcript.origin == "captions":
        return words("This transcript was taken from automatic captions on {date}. It may contain errors.", date=day)
    model = transcript.fingerprint.model.join(words.quotes) if transcript.fingerprint.model else ""
    with_model = " with the speech model {model}" if model else ""
    return words(
        f"This transcript was made by machine{with_model} on {{date}}. It may contain errors: the recording counts.",
        model=model,
        date=day,
    )
