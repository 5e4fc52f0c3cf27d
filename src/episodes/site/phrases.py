"""How dates, lengths, sizes and numbers are said on pages."""

from __future__ import annotations

from datetime import datetime

from episodes.core.episode import Episode
from episodes.core.transcript import Transcript

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TITLE_LENGTH = 70
_FROM_THE_RIGHT = {"ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"}
_KINDS = {"full": "", "trailer": "Trailer", "bonus": "Bonus", "rebroadcast": "Rebroadcast"}


def say_date(moment: datetime) -> str:
    """Say a day in full; strftime would answer in the machine's language.

    >>> say_date(datetime(2019, 10, 17))
    '17 October 2019'
    """
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def say_length(seconds: float) -> str:
    """Say how long something plays, to the minute.

    >>> say_length(379), say_length(45), say_length(3720), say_length(3600)
    ('6 min', '45 sec', '1 h 2 min', '1 h')
    """
    if seconds < 60:
        return f"{round(seconds)} sec"
    hours, minutes = divmod(round(seconds / 60), 60)
    return " ".join(part for part in (f"{hours} h" * bool(hours), f"{minutes} min" * bool(minutes)) if part)


def say_size(length: int) -> str:
    """Say a file's size as shops and systems do, in powers of ten.

    >>> say_size(3032478), say_size(950), say_size(25_400_000)
    ('3.0 MB', '1 kB', '25 MB')
    """
    if length < 1_000_000:
        return f"{max(1, round(length / 1000))} kB"
    return f"{length / 1e6:.1f} MB" if length < 10_000_000 else f"{length / 1e6:.0f} MB"


def iso_duration(seconds: float) -> str:
    """Write a length as ISO 8601 has it.

    >>> iso_duration(3754), iso_duration(59.6)
    ('PT1H2M34S', 'PT1M')
    """
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    parts = [f"{hours}H" * bool(hours), f"{minute}M" * bool(minute), f"{second}S" * bool(second)]
    return "PT" + ("".join(parts) or "0S")


def say_number(episode: Episode) -> str:
    """Say which episode it is: number with season, else its kind.

    >>> from datetime import UTC
    >>> one = dict(guid="g", show="s", slug="e", title="T", published_at=datetime(2019, 1, 1, tzinfo=UTC))
    >>> say_number(Episode(number=12, **one)), say_number(Episode(number=3, season=2, **one))
    ('Episode 12', 'Season 2, episode 3')
    """
    number = episode.number_label or ("" if episode.number is None else str(episode.number))
    season = "" if episode.season is None else f"Season {episode.season}"
    said = f"{season}, episode {number}" if season and number else f"Episode {number}" if number else season
    return " · ".join(part for part in (said, _KINDS[episode.kind]) if part)


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
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in _FROM_THE_RIGHT else "ltr"


def page_title(title: str, suffix: str = "") -> str:
    """Name a page in tabs and search results, which cut what is longer than 70 letters.

    >>> page_title("Syria", "Quick Take"), len(page_title("A long way " * 9))
    ('Syria · Quick Take', 68)
    """
    whole = f"{title} · {suffix}" if suffix else title
    if len(whole) <= _TITLE_LENGTH:
        return whole
    return title if len(title) <= _TITLE_LENGTH else title[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def say_making(transcript: Transcript) -> str:
    """Say who or what wrote a transcript, and when."""
    day = say_date(transcript.created_at)
    if transcript.origin == "person":
        return "This transcript was written by a person."
    if transcript.origin == "captions":
        return f"This transcript was taken from automatic captions on {day}. It may contain errors."
    model = transcript.fingerprint.model
    made_with = f" with the speech model “{model}”" if model else ""
    return f"This transcript was made by machine{made_with} on {day}. It may contain errors: the recording counts."
