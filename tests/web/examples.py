"""A published show with everything that pages can show, in made-up words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link
from episodes.core.media import Medium, Source
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Segment, Transcript, Word

BASE_URL = "https://shows.example.org/pods"

SHOW = Show(
    slug="quick-take",
    title="Quick Take",
    description="News of the week, taken quickly.",
    language="en",
    author="Quick Media",
    disclaimer="Opinions are the guests' own.",
    hosts=(Credit(name="Ann Lee", title="Editor"),),
    funding=("Buy us tea|https://example.org/tea",),
)
AUDIO = Medium(
    kind="audio",
    source=Source(provider="file", key="a"),
    media_key="quick-take/338.mp3",
    mime_type="audio/mpeg",
    duration=379,
    length=3_032_478,
)
VIDEO = Medium(
    kind="video",
    source=Source(provider="youtube", key="v", url="https://www.youtube.com/watch?v=v"),
    media_key="quick-take/338.mp4",
    mime_type="video/mp4",
    duration=381,
    length=9_000_000,
    offset=2.0,
    width=640,
    height=360,
)
EPISODE = Episode(
    guid="quick-take-338",
    show="quick-take",
    slug="338-the-bridge",
    title="The bridge & the river",
    published_at=datetime(2026, 3, 3, 8, tzinfo=UTC),
    number=338,
    summary="Who pays for the bridge?",
    notes="We talk about **money** from 1:05 on, see https://example.org/report.",
    credits=(Credit(name="Ann Lee"), Credit(name="Bo Diaz", role="guest", title="Engineer")),
    links=(
        Link(title="The report", url="https://example.org/report", kind="citation"),
        Link(title="A book", kind="citation"),
        Link(title="Elsewhere", url="https://soundcloud.com/x", kind="listen"),
        Link(title="Spotify", url="https://open.spotify.com/show/x", kind="subscribe"),
    ),
    chapters=(
        Chapter(start=0, title="Hello"),
        Chapter(start=60, title="Money", url="https://example.org/money"),
        Chapter(start=300, title="Goodbye"),
    ),
    soundbites=(Soundbite(start=66, duration=20, title="Who pays"),),
    related=("Part 2", "Never recorded"),
    comments=(
        Comment(author="Cy", text="Fine show.", approved=True),
        Comment(author="Di", text="Hidden.", approved=False),
        Comment(author="Ann Lee", text="Thank you.", approved=True, reply_to=0),
    ),
    media=(AUDIO, VIDEO),
)
_SENTENCE = "The bridge is old and the river is young so somebody has to pay for both of them"


def spoken(count: int = 60, length: float = 6.0) -> tuple[Segment, ...]:
    """Sentences of two speakers, a change of speaker every ten; the seventh is in doubt."""
    return tuple(
        Segment(
            start=place * length,
            end=(place + 1) * length - 0.2,
            text=f" Sentence {place}: {_SENTENCE[: 30 + 6 * (place % 9)].strip()}.",
            speaker="Ann Lee" if place // 10 % 2 == 0 else "Bo Diaz",
            doubts=("low probability",) if place == 7 else (),
        )
        for place in range(count)
    )


def a_transcript(segments: tuple[Segment, ...] | None = None) -> Transcript:
    said = spoken() if segments is None else segments
    return Transcript(
        fingerprint=Fingerprint(media_sha256="0", engine="simple/1", model="tiny.en"),
        language="en",
        duration=said[-1].end if said else 0,
        created_at=datetime(2026, 3, 4, tzinfo=UTC),
        segments=said,
    )


def words_of(text: str, *, doubtful: str) -> tuple[Word, ...]:
    """Words with times, one of them doubtful."""
    return tuple(
        Word(start=i, end=i + 1, text=f" {word}", probability=0.2 if word == doubtful else 0.9)
        for i, word in enumerate(text.split())
    )


def a_publication(episode: Episode = EPISODE, segments: tuple[Segment, ...] | None = None) -> Publication:
    return Publication(episode=episode, transcript=a_transcript(segments))


def an_older_episode(number: int) -> Publication:
    episode = Episode(
        guid=f"quick-take-{number}",
        show="quick-take",
        slug=f"{number}-part",
        title=f"Part {number}",
        number=number,
        published_at=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=number),
        credits=(Credit(name="Ann Lee"),),
        media=(replace(AUDIO, media_key=f"quick-take/{number}.mp3"),),
    )
    return Publication(episode=episode)


def a_show(older: int = 2, *, episode: Episode = EPISODE, show: Show = SHOW) -> ShowPublication:
    """A show of one full episode and some older ones, newest first."""
    rest = tuple(an_older_episode(number) for number in range(older, 0, -1))
    return ShowPublication(show=show, base_url=BASE_URL, episodes=(a_publication(episode), *rest))
