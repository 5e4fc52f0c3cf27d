"""Items: description blocks, links, chapters, and the weighing of title against tags."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from episodes.core.chapter import Chapter
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.blocks import kind_of
from episodes.core.naming.chapters import find_chapters
from episodes.core.naming.citations import find_citations
from episodes.core.naming.items import read_item
from episodes.core.naming.markup import to_lines
from episodes.core.reading import Reading
from episodes.core.show import Show


def read(
    title: str = "A title", description: str = "", *, show: Show | None = None, provider: str = "web", **fields: Any
) -> Reading:
    return read_item(
        Item(source=Source(provider=provider, key="1"), title=title, description=description, **fields), show=show
    )


def reason(found: Reading, field: str) -> str:
    return next((origin.reason for origin in found.origins if origin.field == field), "")


def test_the_titles_number_goes_before_the_tags():
    """Both are named in the reason."""
    found = read("Ep. 338: What Now?", number="337")

    assert found.number == 338
    assert "338" in reason(found, "number")
    assert "the tag says 337" in reason(found, "number")


def test_the_tag_speaks_where_the_title_is_silent():
    """A title without a number takes the tag's, and stays as it is."""
    found = read("What Now?", number="12", season="2")

    assert (found.number, found.season, found.title) == (12, 2, "What Now?")


def test_the_tag_settles_a_doubt():
    """A bare year-like figure is the number where the tag says the same."""
    assert read("1984: What Now?").number is None
    assert ((found := read("1984: What Now?", number="1984")).number, found.title) == (1984, "What Now?")


def test_the_first_line_of_a_description_may_hold_the_number():
    """`Episode 07: Title` opens many a description."""
    found = read("Grand Plan", "Episode 07: Grand Plan\nWe talk over plates of migas as we usually do.")

    assert (found.number, next(o.origin for o in found.origins if o.field == "number")) == (7, "description")


def test_a_shows_pattern_reads_what_we_cannot():
    """Number and title by the producer's own patterns."""
    show = Show(slug="s", title="S", patterns={"number": r"Log\((\d+)\)", "title": r"^(.*) Log"})
    found = read("What Now? Log(12)", show=show)

    assert (found.number, found.title) == (12, "What Now?")


def test_every_found_field_has_its_origin():
    """Title, number, summary, links and chapters say where they come from."""
    found = read("Ep. 3: What Now?", "A summary of what is said here.\n\n00:00 Intro\n02:00 End\n\nhttps://a.example/")

    assert {"title", "number", "summary", "chapters", "links"} <= {origin.field for origin in found.origins}
    assert all(0 < origin.confidence <= 1 for origin in found.origins)


def test_a_description_is_taken_apart():
    """Summary, body, disclaimer and calls to subscribe each go where they belong."""
    found = read(
        "What Now?",
        "We ask what is to be done now that the bridge is gone.\n\nThe bridge was built in 1900.\n\n"
        "Subscribe on Apple Podcasts: https://apple.example/\nFollow us on Twitter: https://twitter.example/\n"
        "This episode is brought to you by Breadworks. Use code BREAD for 10% off: https://bread.example/\n\n"
        "Disclaimer: the views expressed are those of the guests.\n\n00:00 Intro\n10:00 The bridge",
    )

    assert found.summary == "We ask what is to be done now that the bridge is gone."
    assert found.notes == "The bridge was built in 1900."
    assert found.disclaimer == "The views expressed are those of the guests."
    assert [link.kind for link in found.links] == ["subscribe", "follow", "sponsor"]
    assert [chapter.start for chapter in found.chapters] == [0.0, 600.0]


def test_html_descriptions_become_markdown():
    """Links stay links, and the summary is plain text."""
    found = read(
        "T",
        "<p>We talk about <a href='https://a.example/'>bridges</a> for an hour.</p><p>See <b>more</b> <a "
        "href='https://b.example/'>here</a>.</p>",
    )

    assert found.summary == "We talk about bridges for an hour."
    assert "[here](https://b.example/)" in found.notes
    assert [link.url for link in found.links] == ["https://a.example/", "https://b.example/"]


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("Today's sponsor: https://shop.example/?utm=a|b|c&x=1 gives 10%", ["https://shop.example/?utm=a|b|c&x=1"]),
        ("<p>Sponsor: <a href='https://shop.example/?u=a|b'>Crumb</a></p>", ["https://shop.example/?u=a|b"]),
        ("Get it at https://a.example/css?family=Sans|Serif.", ["https://a.example/css?family=Sans|Serif"]),
        ("https://a.example/?q=1|https://b.example/|Book", ["https://a.example/?q=1", "https://b.example/"]),
        ("https://a.example/?q=1 | www.b.example/?q=2|3|", ["https://a.example/?q=1", "https://www.b.example/?q=2|3"]),
    ],
)
def test_a_bar_belongs_to_a_query_and_parts_all_else(line: str, addresses: list[str]):
    """Tracking parameters hold bars; a bar before another address, or behind a path, is a separator."""
    assert [link.url for link in read(description=line).links] == addresses


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Remember to Please Subscribe to The Harbour's YouTube Channel.", "subscribe"),
        ("Follow The Harbour Audio Podcast on Soundcloud.", "follow"),
        ("If you enjoyed this episode, please rate and review us on iTunes.", "subscribe"),
        ("Abonniert uns auf Spotify!", "subscribe"),
        ("Support the show on Patreon", "subscribe"),
        ("This episode is sponsored by Breadworks.", "sponsor"),
        ("Thanks to our sponsors!", "sponsor"),
        ("Nothing in this video is financial advice.", "disclaimer"),
        ("The views and opinions expressed are those of the guests.", "disclaimer"),
        ("Hosted on Acast. See acast.com/privacy for more information.", "other"),
        ("Music by Harry Stone, artwork by Gavin Moss.", "other"),
        ("Show notes:", "heading"),
        ("Guest: Ann Lee", "people"),
        ("https://a.example/page", "link"),
        ("We follow the money that left the island in a boat.", "prose"),
        ("The views from the bridge are the best in town.", "prose"),
        ("Subscription prices are going up, and nobody can say why.", "prose"),
        ("The sponsors of the bill walked out of the chamber.", "prose"),
    ],
)
def test_lines_are_told_apart(line: str, kind: str):
    """By what they ask for, not by a word that they happen to hold."""
    assert kind == kind_of(line)


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        (["00:00 Intro", "01:30 Talk", "1:02:03 End"], [0, 90, 3723]),
        (["(00:00) Intro", "(01:30) Talk"], [0, 90]),
        (["[00:00:00] - Intro", "[00:01:30] - Talk"], [0, 90]),
        (["- 0:00 – Intro", "- 1:30 – Talk"], [0, 90]),
        (["Intro - 00:00", "Talk - 01:30"], [0, 90]),
        (["00:00 Intro 01:30 Talk 02:45 End"], [0, 90, 165]),
        (["1. 00:00 Intro", "2. 78:14 Talk"], [0, 4694]),
        (["00:00 - 01:30 Intro", "01:30 - 03:00 Talk"], [0, 90]),
        (["We meet at 10:30 in the hall."], []),
        (["The score was 2:1 and then 3:1."], []),
        (["00:99 No time"], []),
    ],
)
def test_chapters_from_time_stamps(lines: list[str], starts: list[int]):
    """A list of rising times with words is a list of chapters; a time of day is none."""
    assert starts == [chapter.start for chapter in find_chapters(lines)]


def test_chapters_beyond_the_end_are_left_out():
    """A time stamp of another medium names nothing here."""
    assert len(find_chapters(["00:00 A", "01:00 B", "99:00 C"], duration=120)) == 2


def test_the_mediums_own_chapters_go_first():
    """Embedded chapters are not replaced by what a text says."""
    own = (Chapter(start=0, title="Own"), Chapter(start=9, title="Two"))

    assert own == read(description="00:00 Intro\n01:00 End", chapters=own).chapters


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("According to the New York Herald, bread is dear.", ["New York Herald"]),
        ("According to a report by Tidewire, bread is dear.", ["Tidewire"]),
        ("Via The Northern Ledger…", ["The Northern Ledger"]),
        ("Source: Tidewire", ["Tidewire"]),
        ("As reported by Tidewire, bread is dear.", ["Tidewire"]),
        ("According to experts, bread is dear.", []),
        ("According to Ann Lee, bread is dear.", []),
        ("They travelled via Rome.", []),
    ],
)
def test_citations(line: str, sources: list[str]):
    """A source is a name in capitals that is no person's."""
    assert sources == [link.title for link in find_citations([line])]


def test_markup_without_links_or_with_broken_tags_is_read():
    """What is not well-formed loses its tags, not its words."""
    assert to_lines("<p>One<p>two <b>three") == ["One", "", "two three"]


def test_a_date_of_the_source_is_kept():
    """The source's own date passes through, with how sure it is."""
    moment = datetime(2020, 1, 1, tzinfo=UTC)

    assert (moment, False) == (
        (found := read(published_at=moment, date_is_sure=False)).published_at,
        found.date_is_sure,
    )


@pytest.mark.parametrize(
    "piece", ["with A ", "Ann Lee, ", "00:00 ", "<a href=x>", "[a](", "Episode ", "please ", "(", "A of A ", "1:"]
)
def test_long_texts_are_read_in_linear_time(piece: str):
    """A megabyte of anything is read in about a second."""
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    read(title=text, description=text, show_title=text, author=text)

    assert time.process_time() - started < 3


def test_a_season_before_an_episode_s_label_is_no_episode():
    reading = read("Rye (11:12)", "CULTURE - Season: 40. Episode: 11. 'Ann Lee'. She bakes.")

    assert (reading.number, reading.season) == (11, 40)


def test_real_records_are_read(shared: Path):
    """Chapters that yt-dlp found itself are found in the description, too."""
    for file in sorted((shared / "metadata" / "infojson").glob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        found = read(record["title"], record.get("description") or "", duration=record.get("duration") or 0.0)
        listed = [chapter["start_time"] for chapter in record.get("chapters") or []]

        assert found.title
        assert set(listed) <= {chapter.start for chapter in found.chapters}


@pytest.mark.parametrize(
    ("title", "description", "summary"),
    [
        ("Desperate Pleasure", "Sitting under a bridge witnessing the duality of desperate pleasure.", None),
        ("Grope Line", 'Quick Take Episode 12 - "Grope Line"\nWe ask who stood there.', "We ask who stood there."),
        ("What Now?", "#72 What Now? by Ann Lee & Bob Ray", ""),
        ("What Now?", "&lt;p&gt;We ask what is to be done.&lt;/p&gt;", "We ask what is to be done."),
        ("What Now?", "<![CDATA[]]>", ""),
        ("What Now?", "https://a.example/", ""),
        ("What Now?", "News\n- One thing\n- Another", ""),
        (
            "Ovens",
            "S01E30\n– Ann Lee has baked bread all her life and tells us what an oven is for.\nGood talk.",
            "– Ann Lee has baked bread all her life and tells us what an oven is for.",
        ),
        (
            "Ovens",
            "With Ann Lee and Bo Ek of the Rye Club\nAnn and Bo walk through the mill and ask who still grinds flour.",
            "Ann and Bo walk through the mill and ask who still grinds flour.",
        ),
        (
            "Ovens",
            "“I have never seen such a loaf.”\nA baker tells how she lost her oven and found it one winter.",
            "A baker tells how she lost her oven and found it one winter.",
        ),
        (
            "Ovens",
            "Contributor(s): Professor Ann Lee, Bo Ek | The book is a history of ovens, told through six key bakers.",
            "The book is a history of ovens, told through six key bakers.",
        ),
        (
            "Ovens",
            "This is a free preview of a paid episode. To hear more, visit a.example\nRye is back.",
            "Rye is back.",
        ),
        ("Ovens", "Direkter Link zur Audiodatei\nWir reden über den Roggen.", "Wir reden über den Roggen."),
        ("何か", "今回は滝の音とイメージと共に。", "今回は滝の音とイメージと共に。"),
    ],
)
def test_summaries(title: str, description: str, summary: str | None):
    """A summary says something that the title does not; where nothing does, it stays empty."""
    assert (description if summary is None else summary) == read(title, description).summary
