"""Pages of many sites: lost links, calls to come somewhere, comments and their services, dates and hosts."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from episodes.core.naming.blocks import split_blocks
from episodes.core.naming.links import find_links
from episodes.core.naming.pages import read_page
from episodes.core.reading import Reading


def _links(found: Reading) -> list[tuple[str, str]]:
    return [(link.title, link.kind) for link in found.links if link.kind != "citation"]


def _page_of(*lines: str, comments: str = "") -> Reading:
    article = (
        "What the oven costs (Video)\n\nCrumb Brief: Episode 12.\n\nBread rises when it is warm, and so do hopes.\n\n"
    )
    return read_page(article + "\n\n".join(lines) + comments)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("According to Tidewire (", "According to Tidewire"), ("According to Tidewire (.", "According to Tidewire."),
        ("According to Tidewire (), it is so.", "According to Tidewire, it is so."),
    ],
)  # fmt: skip
def test_brackets_whose_link_was_lost(line: str, kept: str):
    """However much of them a copy has left."""
    found = _page_of(line)

    assert found.notes == kept
    assert [link.title for link in found.links] == ["Tidewire"]


def test_each_call_to_come_somewhere_by_itself():
    """One sentence asks for both; some platforms are called as common words are."""
    found = _page_of(
        "Please subscribe to The Crumb on YouTube Music and Rumble, and follow us on Telegram, X, Gab and Truth Social."
    )

    assert _links(found) == [
        ("YouTube Music", "subscribe"), ("Rumble", "subscribe"), ("Telegram", "follow"), ("X", "follow"),
        ("Gab", "follow"), ("Truth Social", "follow"),
    ]  # fmt: skip


def test_places_below_a_line_that_asks_to_come_there():
    """`Find us on:` and an address a line."""
    found = _page_of("Find us on:\nRumble: https://rumble.example/c\nOdysee: https://odysee.example/c")

    assert _links(found) == [("Rumble", "follow"), ("Odysee", "follow")]
    assert found.notes == ""


def test_comments_of_a_service_that_tells_no_dates():
    """Author and how long ago stand on one line, and whom it answers behind the author."""
    found = _page_of(
        comments="\n\nDisqus Comments\n2 Comments  The Crumb  Privacy Policy  Login\nSort by Best\nJoin the "
        "discussion…\n"
        "Selma Ortiz • 2 months ago\nToo much, and… see more\n8 • Reply • Share ›\n"
        "H. Vance  Selma Ortiz • 2 months ago\n"
        "Too little.\n• Reply • Share ›\nAlso on The Crumb\nFive ovens that were never built\n"
    )

    assert [(c.author, c.text, c.reply_to) for c in found.comments] == [
        ("Selma Ortiz", "Too much, and…", None),
        ("H. Vance", "Too little.", 0),
    ]
    assert found.related == ("Five ovens that were never built",)


def test_whom_a_comment_answers_may_stand_below_its_date():
    """And a box about the author stands above the first comment."""
    found = _page_of(
        comments="\n\nWhat do you think?\n44 Points\nUpvote Downvote\nWritten by Ann Lee\nWriter of The Crumb\n\n"
        "2 Comments\n"
        "Newest\nOldest\nBo\nBo\nSeptember 18, 2023\n\nGood.\n\n2\nReply\nIda\nIda\nSeptember 19, 2023\n"
        "Reply to  Bo\n\n"
        "In writing? Where?\n\n0\nReply\n\nZoning fight goes on and on\n"
    )

    assert [(c.author, c.text, c.reply_to) for c in found.comments] == [
        ("Bo", "Good.", None),
        ("Ida", "In writing? Where?", 0),
    ]
    assert found.related == ("Zoning fight goes on and on",)


def test_other_posts_may_stand_between_article_and_comments():
    """Points, neighbours, other posts, comments: in the order of many a theme."""
    found = _page_of(
        comments="\n\nWhat do you think?\n12 points\n\nPrevious article\nBank run of a morning\n\nNext article\n"
        'A house without a speaker\n\nYou May Also Like\nMinutes of no meeting\nOctober 29, 2019\nIn "Video"\n\n'
        "1 Comment\n\n"
        "On 5 Jan 2020 at 13:02, Lars (author) wrote:\nWhich oven?\n"
    )

    assert found.related == ("Bank run of a morning", "A house without a speaker", "Minutes of no meeting")
    assert [(c.author, c.text) for c in found.comments] == [("Lars", "Which oven?")]
    assert found.notes == ""


def test_slashed_dates_of_comments_tell_their_order_together():
    """Two comments a day apart were not written a month apart."""
    found = _page_of(
        comments="\n\nComments\n\nAnn\n12/06/2021 at 14:20\nOne.\nReply\n\nBo\n12/07/2021 at 09:02\nTwo.\nReply\n"
    )

    assert [c.published_at and c.published_at.date().isoformat() for c in found.comments] == [
        "2021-12-06",
        "2021-12-07",
    ]


@pytest.mark.parametrize(
    "comments",
    [
        "\n\n2 Gedanken zu „Ofen“\n\nAnn sagt:\n17. Oktober 2023 um 21:03 Uhr\nSo.\nAntworten\n",
        "\n\n1 réflexion sur « Four »\n\nAnn dit :\n17 octobre 2023 à 21 h 03 min\nSo.\nRépondre\n",
        "\n\nWas meinst du?\n\n1 Kommentar\n\nAnn\n17. Oktober 2023 um 21:03\nSo.\nAntworten\n",
    ],
)
def test_comments_in_other_languages(comments: str):
    """The words around them are of the site's language."""
    found = _page_of(comments=comments)

    assert [(c.author, c.text, str(c.published_at)[:16]) for c in found.comments] == [
        ("Ann", "So.", "2023-10-17 21:03")
    ]


@pytest.mark.parametrize(
    ("page", "show", "title"),
    [
        ("News | Video | Store\n\nSeptember 18, 2023\n\nGrain: who blinked?\n\nHelios Talks, Episode 19: In this "
         "talk we look at grain and ask who blinked first in all of it.", "Helios Talks", "Grain: who blinked?"),
        ("SHOW: Northgate Wire: Episode 19.\n\nin ,\n\nTalks end at night (Video)\n\nIt was late when they ended, and "
         "nobody slept.", "Northgate Wire", "Talks end at night"),
        ("Folge 19: Der Damm (Video)\n\nPegelstand: Folge 19.\n\nDer Damm ist niedrig wie im Jahre 1962, sagt man.",
         "Pegelstand", "Der Damm"),
        ("Talks end at night (Video)\n\nIt was late when they ended, and nobody slept.\n\nNorthgate Wire: Episode 19.",
         "Northgate Wire", "Talks end at night"),
    ],
)  # fmt: skip
def test_show_and_number_wherever_they_stand(page: str, show: str, title: str):
    """At the top behind a label, before the first paragraph's words, beside a title that has the number, at the end."""
    found = read_page(page)

    assert (show, 19, title) == (found.show_title, found.number, found.title)


@pytest.mark.parametrize(
    "line",
    [
        "by Ann Lee October 14, 2019 , 10:48 am 2.3k Views 18 Comments",
        "in Latest, Video October 14, 2019 10:48 AM 2k Views",
        "Posted in Law, Politics on October 14th, 2019 10:48 by admin",
        "PODCAST · October 14, 2019 10:48 · 14 min read",
    ],
)
def test_dates_in_lines_that_say_more(line: str):
    """The line is the page's; its date is the episode's."""
    found = read_page(
        f"What the oven costs (Video)\n\nCrumb Brief: Episode 12.\n\n{line}\n\nBread rises when it is warm, they say."
    )

    assert str(found.published_at)[:16] == "2019-10-14 10:48"
    assert found.notes == ""
    assert found.summary == "Bread rises when it is warm, they say."


@pytest.mark.parametrize(
    ("summary", "hosts"),
    [
        ("The Crumb’s Ann Lee and Editor-in-Chief Bo Ray take a quick look at bread.",
         ["Ann Lee", "Bo Ray|Editor-in-Chief"]),
        ("The Crumb's Ann Lee, Senior Editor Paul Mbeki and Director Yasmin Oduya examine bread.",
         ["Ann Lee", "Paul Mbeki|Senior Editor", "Yasmin Oduya|Director"]),
        ("The Crumb's Film Club and Art Desk look at bread, once again.", []),
        ("The Crumb's Ann Lee and Bo Ray were arrested on Monday for bread.", []),
    ],
)  # fmt: skip
def test_hosts_whom_a_house_sends(summary: str, hosts: list[str]):
    """The house's people who do something together; nobody to whom something is done."""
    found = _page_of_summary(summary)

    assert [f"{c.name}|{c.title}".rstrip("|") for c in found.credits if c.role == "host"] == hosts


def _page_of_summary(summary: str) -> Reading:
    return read_page(f"What the oven costs (Video)\n\nCrumb Brief: Episode 12.\n\n{summary}\n\nIt is dear.")


@pytest.mark.parametrize(
    "line",
    [
        "Les propos tenus ici n'engagent que leurs auteurs.",
        "The views of the speakers should not be attributed to the Institute.",
        "This programme has the personal opinions of its hosts.",
    ],
)
def test_disclaimers_worded_otherwise(line: str):
    """Whose opinions these are, in other words and languages."""
    assert _page_of(line).disclaimer == line


def test_a_page_in_markdown():
    """Marks of headings, rules and emphasis are no words of the page."""
    found = read_page(
        "# What the oven costs (Video)\n\n**Crumb Brief: Episode 12.**\n\nBread rises when it is *very* warm, they say."
        "\n\n---\n\n## What do you think?\n\n### 1 Comment\n\n**Paolo M.** — October 19, 2019 at 10:11\n\nToo much.\n"
    )

    assert (found.title, found.show_title, found.notes) == ("What the oven costs", "Crumb Brief", "")
    assert found.summary == "Bread rises when it is very warm, they say."
    assert [(c.author, c.text) for c in found.comments] == [("Paolo M.", "Too much.")]


def test_whom_a_comment_answers_may_stand_above_its_author():
    """It belongs to the comment below it, not to the one above."""
    found = _page_of(
        comments="\n\nLeave a comment\n\nCarol P\n17 October 2019 09:05 AM\nNo paper.\n\nReplying to Carol P\nHank\n"
        "17 October 2019 10:15 AM\nIn a museum.\n"
    )

    assert [(c.author, c.text, c.reply_to) for c in found.comments] == [
        ("Carol P", "No paper.", None),
        ("Hank", "In a museum.", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Title of a page\n\n" + "Related\nComments\nReply\n" * 7000,
        "Title of a page\n\nComments\n" + "Ann Lee\nMay 3, 2020\nText.\nReply\n" * 5000,
        "Title of a page\n\n" + "x | " * 74 + "y" * 70,
        "Title of a page\n\nThe Crumb's " + "A-" * 2000 + "B takes a look at all of it, and at what is left.",
        "Title of a page\n\nThe Crumb's " + "Ann Lee, " * 2000 + "take a look at all of it, and at what is left.",
        "Title of a page\n\n" + "\x00\x01 é" * 40_000,
        "# Title of a page\n\n" + "* " * 60_000 + "**a" * 20_000,
        "Title of a page\n\n" + "Previous article\n" * 9000,
    ],
    ids=range(8),
)  # fmt: skip
def test_no_page_takes_long(text: str):
    """However it repeats itself."""
    began = time.process_time()
    read_page(text)

    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("According to a report from Al Jazeera (, it is so.", "Al Jazeera"), ("Selon l’AFP (, il pleut.", "AFP"),
        ("According to the New York Times’ Ben Hall (, it is so.", "New York Times"), ("Per Axios, it is so.", "Axios"),
        ("Via Lloyd's List…", "Lloyd's List"),
        ("According to President Vance, it is so.", ""), ("According to officials, it is so.", ""),
        ("Authored by Pat Byrne, op-ed via Buchanan.org,", "Buchanan.org"), ("По данным ТАСС, это так.", "ТАСС"),
        ("First published by Global Research", "Global Research"), ("Bloomberg reports that oil fell.", "Bloomberg"),
        ("As The Telegraph reports, it is so.", "The Telegraph"), ("Baker reported that oil fell.", ""),
        ("The paper, citing the Wall Street Journal, agrees.", "Wall Street Journal"), ("We flew via Rome home.", ""),
    ],
)  # fmt: skip
def test_sources_however_they_are_named(line: str, source: str):
    """The house, not who writes there; nobody who is only quoted."""
    cited = [link.title for link in _page_of(line).links if link.kind == "citation"]

    assert cited == ([source] if source else [])


def test_a_count_of_comments_above_the_text_begins_none():
    """And the day on which the page was saved is not that of the episode."""
    found = read_page(
        "Monday, October 28, 2019\nWhat it costs (Video)\nCrumb Brief: Episode 12.\nby Ann Lee\nOctober 22, 2019, "
        "09:20\n12 Comments\nShare\nTweet\nBread rises when it is warm, and so do the hopes of the bakers here, "
        "who have waited for it since the spring of the year before.\nIt is dear.\n1 Comment\nOldest\n"
        "Pip · 22 October 2019 · 10:02\nWhat is?\nReply\n"
    )

    assert (found.summary[:5], found.notes) == ("Bread", "It is dear.")
    assert [(c.author, c.text) for c in found.comments] == [("Pip", "What is?")]
    assert str(found.published_at)[:16] == "2019-10-22 09:20"


def test_authors_before_a_colon():
    """Where no comment has one of its own."""
    found = _page_of(comments="\n\nComments (2)\n\n21/10/2019 18:44\nWatcher: Three.\n\n22/10/2019 08:30\nanon: Two.\n")

    assert [(c.author, c.text) for c in found.comments] == [("Watcher", "Three."), ("anon", "Two.")]


def test_whose_show_it_is_makes_no_summary():
    """`Hosted by …` says nothing of the episode; a call may begin with what not to miss."""
    summary = "Bread rises when it is warm, and so do the hopes of bakers in all of this town."
    found = read_page(
        "What the oven costs (Video)\n\nCrumb Brief: Episode 12.\n\nHosted by Carla Munro (Editor) and Dev Ray "
        f"(Director).\n\n{summary}\n\nThe opinions given by the hosts are not those of the house.\n\n"
        "Don't miss an episode: subscribe on Deezer."
    )

    assert (found.summary, found.disclaimer) == (summary, "The opinions given by the hosts are not those of the house.")
    assert _links(found) == [("Deezer", "subscribe")]


def test_a_call_is_not_parted_within_the_words_of_its_link():
    """Where a line asks for two things is outside its links."""
    blocks = split_blocks(
        ["[Subscribe to Tide Tales. It is free. Follow us on Mastodon](https://tales.example.org/in)"]
    )
    (link,) = find_links(blocks)
    assert "]" not in link.title
    assert link.title.startswith("Subscribe to Tide Tales") or link.title == "Mastodon"


@pytest.mark.parametrize(
    "line",
    ["Tweet by Ann Lee on Twitter", "Find a free tax form on the harbour site", "Donate coins to the seal hospital"],
)
def test_a_link_that_begins_like_a_call_is_a_link(line: str):
    (link,) = find_links(split_blocks([f"[{line}](https://a.example.org/x)"]))
    assert (link.kind, link.title) == ("link", line)


def test_addresses_below_a_heading_that_asks_to_follow_are_followed():
    lines = [
        "FOLLOW US",
        "Instagram: https://instagram.com/wall",
        "",
        "You can find the song here:",
        "https://s.example.org",
    ]
    kinds = {link.url: link.kind for link in find_links(split_blocks(lines))}
    assert kinds == {"https://instagram.com/wall": "follow", "https://s.example.org": "link"}


def test_facts_in_a_row_name_no_show():
    text = (
        "March 14, 2022 • Harriet Boone • Season 2 • Episode 9\n\nBees on the Roof\n\n"
        "Harriet Boone climbs on a roof in the rain, where forty thousand bees live and nobody else wanted to go.\n"
    )
    reading = read_page(text)
    assert (reading.show_title, reading.number, reading.season) == ("", 9, 2)


def test_who_submitted_a_page_stands_beside_its_date():
    text = (
        "Border Markets Reopen\n\nSubmitted by editor on Tue, 10/13/2020 - 09:15\n\nSTEPPE BRIEF: Episode 104.\n\n"
        "The markets came back after two hundred days, with new scales, and with an old captain who had gone away.\n"
    )
    reading = read_page(text)
    assert reading.published_at == datetime(2020, 10, 13, 9, 15, tzinfo=UTC)
    assert "Submitted" not in reading.notes + reading.summary


def test_a_link_to_somebody_on_a_platform_keeps_the_name():
    (link,) = find_links(split_blocks(["[Follow Daniel Morris on Twitter](https://twitter.com/dm)"]))
    assert (link.kind, link.title) == ("follow", "Follow Daniel Morris on Twitter")
