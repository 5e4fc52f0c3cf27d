"""Values that the store's tests save and find again."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link, Origin
from episodes.core.media import Medium, Source
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Heard, ReviewPlace, Segment, Transcript, Word

DAY = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def a_show(**changes: Any) -> Show:
    show = Show(
        slug="quick-take",
        title="Quick Take",
        hosts=(Credit(name="Ann Lee", title="Editor"),),
        patterns={"number": r"No\. (\d+)"},
        explicit=True,
    )
    return dataclasses.replace(show, **changes)


def a_medium(**changes: Any) -> Medium:
    medium = Medium(
        kind="audio",
        source=Source(provider="file", key="abc", url="talk.mp3"),
        media_key="quick-take/338.mp3",
        mime_type="audio/mpeg",
        duration=61.5,
        length=123456,
        sha256="abc",
        loudness=-16.5,
    )
    return dataclasses.replace(medium, **changes)


def an_episode(**changes: Any) -> Episode:
    episode = Episode(
        guid="guid-338",
        show="quick-take",
        slug="338-syria",
        title="Syria, the day after",
        published_at=DAY,
        number=338,
        summary="What comes now.",
        credits=(Credit(name="Ann Lee"), Credit(name="Bo Li", role="guest", organisation="Uni")),
        links=(Link(title="Paper", url="https://example.org/p", kind="citation"),),
        chapters=(Chapter(start=0, title="Start"), Chapter(start=30.5, title="End", end=61.0)),
        comments=(Comment(author="Eva", text="Good.", published_at=DAY, approved=True),),
        related=("The one before",),
        origins=(Origin(field="number", origin="title", confidence=0.9, reason="#338"),),
        explicit=False,
        media=(a_medium(),),
    )
    return dataclasses.replace(episode, **changes)


def numbered(n: int, **changes: Any) -> Episode:
    """An episode of its own for each number, a day apart."""
    source = Source(provider="file", key=f"key-{n}", url=f"talk-{n}.mp3")
    own: dict[str, Any] = {
        "guid": f"guid-{n}",
        "slug": f"{n}-talk",
        "title": f"Talk {n}",
        "number": n,
        "published_at": DAY + timedelta(days=n - 338),
        "media": (a_medium(source=source),),
    }
    return an_episode(**{**own, **changes})


def a_fingerprint(**changes: Any) -> Fingerprint:
    fingerprint = Fingerprint(media_sha256="abc", engine="packed/1", model="tiny.en", options={"beam": "1"})
    return dataclasses.replace(fingerprint, **changes)


def a_transcript(*texts: str, **changes: Any) -> Transcript:
    """A transcript with a segment of five seconds for each text."""
    segments = tuple(
        Segment(start=5.0 * n, end=5.0 * n + 5, text=text) for n, text in enumerate(texts or ("Hello there.",))
    )
    transcript = Transcript(
        fingerprint=a_fingerprint(), language="en", duration=5.0 * len(segments), created_at=DAY, segments=segments
    )
    return dataclasses.replace(transcript, **changes)


def a_rich_segment() -> Segment:
    return Segment(
        start=1.25,
        end=3.5,
        text=" Grüezi, “world” 🎧",
        speaker="Ann Lee",
        words=(
            Word(start=1.25, end=2.0, text=" Grüezi,", probability=0.5),
            Word(start=2.0, end=3.5, text=" “world” 🎧"),
        ),
        confidence=0.75,
        doubts=("low probability",),
        language="de",
    )


def heard(until: float, *texts: str, **changes: Any) -> Heard:
    segments = tuple(Segment(start=until - 1, end=until, text=text) for text in texts)
    return dataclasses.replace(Heard(until=until, segments=segments, review=()), **changes)


def a_review_place() -> ReviewPlace:
    return ReviewPlace(start=1.0, end=2.0, reason="low probability")
