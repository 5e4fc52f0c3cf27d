"""A show and episodes that use every field a feed can carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Episode, Link
from episodes.core.media import Medium, Source
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Segment, Transcript

BASE_URL = "https://shows.example.org/pods"

SHOW = Show(
    slug="quick-take",
    title="Quick Take",
    description="News of the week, taken quickly.",
    language="en-GB",
    author="Quick Media",
    owner_name="Ann Lee",
    owner_email="ann@example.org",
    category="News > Politics; Society & Culture > Documentary",
    copyright="© 2026 Quick Media",
    disclaimer="Opinions are the guests' own.",
    hosts=(Credit(name="Ann Lee", title="Editor", url="https://example.org/ann"),),
    guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
    funding=("Support the show|https://example.org/give",),
    license="cc-by-4.0",
    location="Austin, TX|geo:30.2672,-97.7431|R113314",
    update_frequency="Every Tuesday",
    update_rule="FREQ=WEEKLY;BYDAY=TU",
    texts=("applepodcastsverify|05124",),
)

AUDIO = Medium(
    kind="audio",
    source=Source(provider="soundcloud", key="1", url="https://soundcloud.com/quick/338"),
    media_key="quick-take/338.mp3",
    mime_type="audio/mpeg",
    duration=378.6,
    length=3032478,
    sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
)
VIDEO = Medium(
    kind="video",
    source=Source(provider="youtube", key="abc", url="https://www.youtube.com/watch?v=abc"),
    media_key="quick-take/338.mp4",
    mime_type="video/mp4",
    duration=380.6,
    length=33291221,
    sha256="a" * 64,
    offset=2.0,
    height=720,
    width=1280,
)

EPISODE = Episode(
    guid="quick-take-338",
    show="quick-take",
    slug="338-the-bridge",
    title="The bridge & the river",
    published_at=datetime(2026, 3, 3, 8, 0, tzinfo=UTC),
    number=338,
    number_label="338a",
    season=4,
    season_name="Rivers",
    summary="Who pays for the bridge? <Everybody> & nobody.",
    notes="# The bridge\n\nWe talk about **money** and [a report](https://example.org/report).\n\n<script>alert(1)</script>",
    language="en",
    credits=(
        Credit(name="Ann Lee"),
        Credit(name="Bo Diaz", role="guest", title="Engineer", image_url="https://example.org/bo.jpg"),
    ),
    links=(
        Link(title="The report", url="https://example.org/report", kind="citation"),
        Link(title="City budget 2026", url="https://example.org/budget?a=1&b=2", kind="citation"),
        Link(title="A book without address", kind="citation"),
        Link(title="Site", url="https://example.org", kind="link"),
    ),
    chapters=(
        Chapter(start=0, title="Hello"),
        Chapter(start=61.5, title="Money & bridges", url="https://example.org/money"),
        Chapter(start=300, title="Goodbye", end=378),
    ),
    soundbites=(Soundbite(start=70, duration=30, title="Nobody pays"),),
    media=(AUDIO, VIDEO),
)

TRANSCRIPT = Transcript(
    fingerprint=Fingerprint(media_sha256=AUDIO.sha256, engine="simple/1", model="tiny.en"),
    language="en",
    duration=378.6,
    created_at=datetime(2026, 3, 4, 9, 30, tzinfo=UTC),
    segments=(
        Segment(start=0.5, end=3.2, text=" Welcome to Quick Take. I am Ann Lee.", speaker="Ann Lee"),
        Segment(start=3.4, end=8.0, text=" And I am Bo Diaz, who builds bridges, and rivers too.", speaker="Bo Diaz"),
        Segment(start=8.0, end=12.5, text=" Today we ask who pays for the bridge in New York.", speaker="Ann Lee"),
    ),
)


def an_episode(number: int) -> Episode:
    media = (replace(AUDIO, source=replace(AUDIO.source, key=str(number)), media_key=f"quick-take/{number}.mp3"),)
    return replace(
        EPISODE,
        guid=f"quick-take-{number}",
        slug=f"{number}-part",
        title=f"Part {number}",
        number=number,
        number_label="",
        published_at=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=number),
        media=media,
    )


def a_publication(*episodes: Publication, show: Show = SHOW) -> ShowPublication:
    held = episodes or (Publication(episode=EPISODE, transcript=TRANSCRIPT),)
    return ShowPublication(show=show, base_url=BASE_URL, episodes=held, cover="quick-take/cover.jpg")
