"""Broken and odd feeds: read as far as can be, each repair told, no item lost."""

from __future__ import annotations

import time

import pytest

from episodes.core.errors import SourceError
from episodes.feed.reading import is_feed, is_opml, read_feed, read_opml

ITEM = (
    "<item><title>{0}</title><guid>g{0}</guid><pubDate>Fri, 13 Feb 2015 22:38:5{0} +0000</pubDate>"
    '<enclosure url="https://example.org/{0}.mp3" length="37143728" type="audio/mpeg"/>'
    "<itunes:duration>1:02:03</itunes:duration></item>"
)


def feed(*items: str, head: str = "", opening: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    body = "".join(items or (ITEM.format(1), ITEM.format(2), ITEM.format(3)))
    itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    podcast = 'xmlns:podcast="https://podcastindex.org/namespace/1.0"'
    text = f'{opening}<rss version="2.0" {itunes} {podcast}><channel><title>Show</title>{head}{body}</channel></rss>'
    return text.encode()


BREAKS = {
    "a bare ampersand": lambda data: data.replace(b"<title>2", b"<title>A & B 2"),
    "an entity of HTML": lambda data: data.replace(b"<title>2", b"<title>caf&eacute;&nbsp;2"),
    "an unknown entity": lambda data: data.replace(b"<title>2", b"<title>&gtgt;2"),
    "a control character": lambda data: data.replace(b"<title>2", b"<title>\x0b2"),
    "a reference to one": lambda data: data.replace(b"<title>2", b"<title>&#11;2"),
    "an open tag": lambda data: data.replace(b"2</title>", b"2"),
    "an open item": lambda data: data.replace(b"</item>", b"", 1),
    "a stray less-than": lambda data: data.replace(b"<title>2", b"<title>1 < 2"),
    "a stray end of what is no tag": lambda data: data.replace(b"<title>2", b"<title></2>2"),
    "a value without quotes": lambda data: data.replace(b"<guid>", b"<guid isPermaLink=false>"),
    "text before the beginning": lambda data: b"Warning: mysql on line 3\n" + data,
    "white space before the declaration": lambda data: b"\n\n  " + data,
    "an escaped declaration": lambda data: b'<?xml version="1.0"?>\n' + data.replace(b"<?xml", b"&lt;?xml"),
    "a cut end": lambda data: data[:-20],
    "bytes of Windows": lambda data: data.replace(b"<title>2", b"<title>caf\xe9 2"),
    "an undeclared prefix": lambda data: data.replace(
        b'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"', b""
    ),
    "a doubled attribute": lambda data: data.replace(b'type="audio/mpeg"', b'type="audio/mpeg" type="x"', 1),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_feed_keeps_its_items(name):
    """Items, GUIDs, dates and durations are all there, and a note tells what was mended."""
    found = read_feed(BREAKS[name](feed()))

    assert [one.guid for one in found.items] == ["g1", "g2", "g3"]
    assert [one.item.published_at.second for one in found.items] == [51, 52, 53]
    assert [one.item.duration for one in found.items] == [3723.0] * 3
    assert found.notes or name == "an undeclared prefix"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "iso-8859-1", "windows-1251", "shift_jis", "utf-8-sig"])
def test_declared_encodings_are_kept(encoding):
    """The title comes out in its own letters."""
    title = {"windows-1251": "Война", "shift_jis": "瞑トレ"}.get(encoding, "Größe")
    declared = encoding.removesuffix("-sig")
    text = feed(opening=f'<?xml version="1.0" encoding="{declared}"?>').decode().replace("<title>2", f"<title>{title}")

    assert read_feed(text.encode(encoding)).items[1].item.title == title


@pytest.mark.parametrize(
    ("written", "charset"), [(b"It\x92s", "iso-8859-1"), (b"It&#146;s", "utf-8"), (b"It&#x92;s", "us-ascii")]
)
def test_what_windows_writes_for_latin_1_is_meant_as_it_says(written, charset):
    """As browsers read it: nobody means control characters. GUIDs stay as they are."""
    opening = f'<?xml version="1.0" encoding="{charset}"?>'
    item = (
        b"<item><title>" + written + b"</title><guid>g&#146;</guid><description>" + written + b"</description></item>"
    )

    (found,) = read_feed(feed("{}", opening=opening).replace(b"{}", item)).items

    assert (found.item.title, found.item.description, found.guid) == ("It’s", "It’s", "g\x92")


def test_an_item_may_say_what_its_addresses_hang_on():
    """Its xml:base hangs on that of the feed (XML Base, 4)."""
    item = '<item xml:base="july/"><title>A</title><enclosure url="a.mp3" type="audio/mpeg"/></item>'
    data = feed(item).replace(b"<channel>", b'<channel xml:base="https://example.org/media/">')

    assert read_feed(data).items[0].files[0].url == "https://example.org/media/july/a.mp3"


def test_an_entity_bomb_does_no_harm():
    """Entities that hold others are not unfolded."""
    bomb = b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    data = feed().replace(b"<rss", bomb + b"<rss").replace(b"<title>2", b"<title>&c;2")

    assert len(read_feed(data).items[1].item.title) < 100


def test_a_file_of_this_machine_is_not_read(tmp_path):
    """An external entity gives nothing."""
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    doctype = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    data = feed().replace(b"<rss", doctype + b"<rss").replace(b"<title>2", b"<title>&x;2")

    assert "hidden" not in read_feed(data).items[1].item.title


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ('<enclosure url="https://e.org/1.mp3" length="0" type="audio/mpeg"/>', "stated as 0"),
        ('<enclosure url="https://e.org/1.mp3" type="audio/mpeg"/>', "states no length"),
        ('<enclosure url="https://e.org/1.mp3" length="big" type="audio/mpeg"/>', "no number of bytes"),
        ("<itunes:duration>a while</itunes:duration>", "'a while' makes no sense"),
        ("<pubDate>someday</pubDate>", "'someday' makes no sense"),
        ("<itunes:episode>twelve</itunes:episode>", "'twelve' is no number"),
        ('<podcast:person role="cover art designer">Ann Lee</podcast:person>', "Ann Lee (cover art designer)"),
    ],
)
def test_what_cannot_be_taken_as_it_stands_is_noted_on_the_item(element, words):
    """Nothing is dropped silently."""
    (item,) = read_feed(feed(f"<item><title>A</title><guid>1</guid>{element}</item>")).items

    assert any(words in note for note in item.notes), item.notes


def test_categories_that_apple_gave_up_are_those_of_today():
    """And the change is told; what Apple never had stays, for `check` to tell."""
    old = '<itunes:category text="Technology"><itunes:category text="{}"/></itunes:category>'
    named = [old.format("Gadgets"), old.format("Tech News"), '<itunes:category text="Cheese"/>']

    found = read_feed(feed(*named))

    assert found.show.category == "Technology; News > Tech News; Cheese"
    assert len([note for note in found.notes if "list of today" in note]) == 2


def test_items_of_one_guid_that_are_different_things_are_all_kept():
    """The oldest keeps it, the other gets its date added; a true repetition counts once, and both are told."""
    items = [ITEM.format(n).replace(f"g{n}", "same") for n in (1, 2)]

    found = read_feed(feed(*items, items[0]))

    assert [one.guid for one in found.items] == ["same", "same#2015-02-13T22:38:52+00:00"]
    assert any("twice" in note for note in found.notes)
    assert any("its date added" in note for note in found.items[1].notes)


def test_a_repetition_whose_address_has_another_token_counts_once():
    """Hosts write tokens behind the address that are others each time; date or title and address tell."""
    dated = [ITEM.format(1).replace("1.mp3", f"1.mp3?t={n}") for n in "ab"]
    undated = [
        f'<item><title>A</title><guid>g</guid><enclosure url="https://example.org/a.mp3?t={n}" length="9"/></item>'
        for n in "ab"
    ]

    assert [one.guid for one in read_feed(feed(*dated)).items] == ["g1"]
    assert [one.guid for one in read_feed(feed(*undated)).items] == ["g"]


def test_addresses_that_differ_in_their_query_alone_are_other_media():
    """Some hosts name the file there; where dates or titles differ too, nothing is a repetition."""
    weekly = [
        f"<item><title>Sermon</title><guid>g</guid><pubDate>Fri, {day:02} Feb 2015 10:00:00 +0000</pubDate>"
        f'<enclosure url="https://example.org/get.php?id={day}" length="9"/></item>'
        for day in (27, 20, 13)
    ]
    parts = [
        one.replace(f"Fri, {day}", "Fri, 27").replace("Sermon", f"Part {day}")
        for one, day in zip(weekly, (27, 20, 13), strict=True)
    ]

    assert len(read_feed(feed(*weekly)).items) == 3
    assert len(read_feed(feed(*parts)).items) == 3


def bare(title: str, second: int | None = None, more: str = "") -> str:
    """An item without a GUID; all of them have the same enclosure."""
    date = f"<pubDate>Fri, 13 Feb 2015 22:38:{second} +0000</pubDate>" if second is not None else ""
    return (
        f'<item><title>{title}</title>{date}{more}<enclosure url="https://example.org/live.mp3" length="1" '
        'type="audio/mpeg"/></item>'
    )


SHARED = {
    "dates": [bare("News", 53), bare("News", 52), bare("News", 51)],
    "titles alone": [bare("C"), bare("B"), bare("A")],
    "titles of one date": [bare("C", 51), bare("B", 51), bare("A", 51)],
    "pages alone": [bare("News", 51, f"<link>https://example.org/{n}</link>") for n in "cba"],
    "no date in one": [bare("C", 53), bare("B"), bare("A", 52)],
    "one page": [bare(n, None, "<link>https://example.org/</link>") for n in "CBA"],
}


@pytest.mark.parametrize("kind", SHARED)
def test_items_without_guid_that_share_a_medium_are_all_kept(kind):
    """Whatever tells them apart; each repair is a note, and reading again gives the same names."""
    found = read_feed(feed(*SHARED[kind])).items

    assert len({one.guid for one in found}) == len({one.item.source.key for one in found}) == 3
    assert found[2].guid == "https://example.org/live.mp3"
    assert all("share 'https://example.org/live.mp3'" in one.notes[-1] for one in found[:2])
    assert read_feed(feed(*SHARED[kind])).items == found


@pytest.mark.parametrize("kind", SHARED)
def test_a_new_item_above_changes_no_name_below(kind):
    """Feeds grow at their new end: what shares a medium with older ones is new, and they stay what they are."""
    before = read_feed(feed(*SHARED[kind][1:])).items
    after = read_feed(feed(*SHARED[kind])).items

    assert [one.guid for one in after[1:]] == [one.guid for one in before]


def test_thousands_of_items_of_one_guid_are_told_apart_at_once():
    """No item is compared with every other one."""
    items = [bare(f"N{n}") for n in range(4000)]
    clock = time.process_time()

    assert len({one.guid for one in read_feed(feed(*items)).items}) == 4000
    assert time.process_time() - clock < 4


def test_persons_chapters_transcripts_and_the_rest_are_read():
    """What the podcast namespace and Podlove say of an item."""
    element = """<item><title>Show 12: A</title><guid isPermaLink="false"> g 1 </guid><itunes:title>A</itunes:title>
    <podcast:person href="https://ann.example" img="https://ann.example/a.jpg">Ann Lee</podcast:person>
    <podcast:person role="Guest">Bo Ek</podcast:person><podcast:episode display="12a">12</podcast:episode>
    <podcast:season name="Spring">2</podcast:season>
    <podcast:soundbite startTime="3.5" duration="30">Hm</podcast:soundbite>
    <podcast:transcript url="https://e.org/t.vtt" type="text/vtt"/>
    <podcast:chapters url="https://e.org/c.json" type="x"/>
    <chapters xmlns="http://podlove.org/simple-chapters">
    <chapter start="00:01:00.5" title="One" href="https://x.org"/></chapters>
    <podcast:location geo="geo:1,2" osm="R1">Here</podcast:location>
    <podcast:license url="https://l.org">cc-by-4.0</podcast:license>
    <enclosure url="/a.mp3" length="5" type="audio/mp3"/>
    <podcast:alternateEnclosure type="video/mp4" height="720">
    <podcast:source uri="https://e.org/v.mp4"/></podcast:alternateEnclosure>
    </item>"""

    (one,) = read_feed(feed(element), url="https://example.org/feed.xml").items

    assert one.guid == "g 1"
    assert [(c.name, c.role, c.url) for c in one.credits] == [
        ("Ann Lee", "host", "https://ann.example"),
        ("Bo Ek", "guest", ""),
    ]
    assert (one.item.number, one.number_label, one.item.season, one.season_name) == ("12", "12a", "2", "Spring")
    assert [(c.start, c.title, c.url) for c in one.item.chapters] == [(60.5, "One", "https://x.org")]
    assert [file.url for file in one.files] == ["https://example.org/a.mp3", "https://e.org/v.mp4"]
    assert (one.files[0].mime_type, one.files[1].kind, one.files[1].height) == ("audio/mpeg", "video", 720)
    assert one.transcripts[0].url == "https://e.org/t.vtt"
    assert (one.chapters_url, one.location, one.license) == ("https://e.org/c.json", "Here|geo:1,2|R1", "cc-by-4.0")
    assert (one.soundbites[0].start, one.soundbites[0].duration) == (3.5, 30.0)


def test_atom_is_read_too():
    """Entries, their enclosures by link, their ids and dates."""
    data = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><link href="https://e.org/"/><id>x</id>
    <entry><id>urn:1</id><title type="html">B &amp;amp; C</title><published>2003-12-31T10:14:55+01:00</published>
    <link rel="enclosure" href="https://e.org/1.mp3" type="audio/mpeg" length="7"/>
    <content type="html">&lt;p&gt;Hi&lt;/p&gt;</content>
    </entry></feed>"""

    found = read_feed(data)

    assert (found.format, found.show.title, found.items[0].guid) == ("Atom 1.0", "A", "urn:1")
    assert (found.items[0].item.title, found.items[0].item.published_at.hour) == ("B & C", 9)
    assert found.items[0].files[0].length == 7


@pytest.mark.parametrize("data", [b"", b"hello", b"<html><body>Sign in</body></html>", b"\x00\x01\x02", b"{}"])
def test_what_is_no_feed_is_refused_in_words(data):
    assert not is_feed(data)
    with pytest.raises(SourceError):
        read_feed(data)


def test_a_list_of_feeds_gives_each_once():
    """Groups do not matter."""
    data = b"""<?xml version="1.0"?><opml version="2.0"><body>
    <outline text="News"><outline text="A &amp; B" type="rss"
    xmlUrl="https://a.org/feed"/></outline><outline xmlURL="https://b.org/feed" title="B"/><outline xmlUrl="https://a.org/feed"/>
    </body></opml>"""

    assert is_opml(data)
    assert [(one.url, one.title) for one in read_opml(data)] == [
        ("https://a.org/feed", "A & B"),
        ("https://b.org/feed", "B"),
    ]


@pytest.mark.parametrize("element", ["itunes:duration", "itunes:episode", "pubDate", "itunes:season"])
def test_endless_figures_do_no_harm(element):
    """A number of thousands of digits is no number."""
    (item,) = read_feed(feed(f"<item><title>A</title><guid>1</guid><{element}>{'9' * 5000}</{element}></item>")).items

    assert item.guid == "1"


@pytest.mark.parametrize("piece", ["<!--", "<![CDATA[x", "<script>", "<style>", "<a ", "<", "&", "<p "])
@pytest.mark.parametrize("wrapped", [True, False])
def test_descriptions_of_one_sign_a_thousand_times_are_read_at_once(piece, wrapped):
    """What is opened for ever is looked for once: comments took a minute."""
    text = piece * (160_000 // len(piece))
    description = f"<description>{f'<![CDATA[{text}]]>' if wrapped else text}</description>"
    clock = time.process_time()

    found = read_feed(feed(ITEM.format(1).replace("<guid>", description + "<guid>"), ITEM.format(2)))

    assert found.items[0].item.title == "1"
    assert time.process_time() - clock < 4


CUT = {
    "RSS": feed(
        ITEM.format(1),
        "<item><enclosure url='https://example.org/2.mp3' type='audio/mpeg'/>"
        "<title><![CDATA[Fish & <b>Chips</b>]]></title>"
        "<description><![CDATA[Of <item> and </item>, told in <p>two</p> parts ø]]></description>"
        "<guid>abc-21</guid></item>",
        ITEM.format(3),
    ),
    "Atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Show</title>'
    b'<entry><title>A</title><id>urn:a</id><link rel="enclosure" href="https://example.org/a.mp3"/></entry>\n'
    b'<entry><title>B</title><id>urn:b</id><link rel="enclosure" href="https://example.org/b.mp3"/></entry></feed>\n',
}


@pytest.mark.parametrize("kind", CUT)
def test_a_feed_that_breaks_off_anywhere_gives_whole_items_alone(kind):
    """Wherever it is cut, what is read of an item is what the whole feed says, and the note tells of the rest."""
    data = CUT[kind]
    whole = read_feed(data).items
    first, end = min(data.find(b"<item"), data.find(b"<entry"), key=lambda at: at < 0), len(data.rstrip())
    counts = []
    for place in range(first, end):
        found = read_feed(data[:place])

        assert [(one.guid, one.item.title, one.files) for one in found.items] == [
            (one.guid, one.item.title, one.files) for one in whole[: len(found.items)]
        ], data[:place][-40:]
        assert found.cut in found.notes if b"</channel>" not in data[:place] else not found.cut, data[:place][-40:]
        counts.append(len(found.items))
    assert counts == sorted(counts)
    assert counts[-1] == len(whole)


def test_a_feed_that_breaks_off_is_named_with_its_place():
    """In an item, behind one, or before all; what is broken and whole is not said to break off."""
    data = feed()

    assert read_feed(data[: data.index(b"g3")]).cut == "the feed breaks off in its item '3'; that one is left out"
    assert (
        read_feed(data[: data.index(b"<title>3")]).cut == "the feed breaks off in its last item; that one is left out"
    )
    assert "behind its item '2'" in read_feed(data[: data.index(b"<item><title>3")]).cut
    assert read_feed(data[: data.index(b"<item>")]).cut == "the feed breaks off before its first item"
    assert not read_feed(data.replace(b"</item>", b"") + b"<!-- cached -->").cut
    assert not read_feed(data + b"<script>var row = '<item>';</script>" + b" " * 300).cut


def test_items_in_a_comment_that_never_ends_are_none():
    data = feed()
    cut = data[: data.index(b"<item><title>3")] + b"<!-- <item><title>Old</title><guid>old</guid></item>"

    assert [item.guid for item in read_feed(cut).items] == ["g1", "g2"]
