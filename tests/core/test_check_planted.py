"""Faults planted in a good feed and its small files: each is found, by its own rule."""
# ruff: noqa: E501 - one planted fault a line reads best

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from time import process_time

import pytest

from core.planting import FILES, FOLDER, GOOD, rules
from episodes.core.check import FileFacts
from episodes.core.check.cues import check_cues
from episodes.core.check.markup import repeated, trouble_of_nesting
from episodes.core.check.strict import json_object

NOW = datetime(2027, 1, 1, tzinfo=UTC)
NODE = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"
RECIPIENT = f'<podcast:valueRecipient type="node" address="{NODE}" split="100"/>'
VALUE = f'<podcast:value type="lightning" method="keysend">{RECIPIENT}</podcast:value>'
REMOTE = '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>'
REMOTE_FILM = REMOTE.replace("/>", ' medium="movies"/>')
REMOTE_MUSIC = REMOTE.replace("/>", ' medium="music"/>')
REMOTE_BAD = REMOTE.replace("917393e3", "x")
REMOTE_URL = REMOTE.replace("/>", ' feedUrl="x"/>')
TRAILER = '<podcast:trailer pubdate="Thu, 01 Apr 2021 08:00:00 +0000" url="https://x.example/t.mp3" length="9" type="audio/mpeg">Soon</podcast:trailer>'
LIVE = (
    '<podcast:liveItem status="live" start="2026-09-26T07:30:00-06:00" end="2026-09-26T09:30:00-06:00"><title>L</title>'
    '<guid isPermaLink="false">l</guid><enclosure url="https://x.example/s.mp3" type="audio/mpeg" length="312"/>'
    '<podcast:contentLink href="https://x.example/live">Live</podcast:contentLink></podcast:liveItem>'
)


def split(attributes: str, inner: str = REMOTE) -> str:
    return VALUE.replace(
        "</podcast:value>", f"<podcast:valueTimeSplit {attributes}>{inner}</podcast:valueTimeSplit></podcast:value>"
    )


#: What a channel may hold besides: it is found at fault by the rule, or not at all where the rule is "".
CHANNEL = [
    ("", VALUE), ("", TRAILER), ("", LIVE), ("", f"<podcast:podroll>{REMOTE}</podcast:podroll>"),
    ("value-numbers", VALUE.replace('"100"', '"0"')),
    ("value-numbers", VALUE.replace("split", 'fee="maybe" split')),
    ("value-numbers", VALUE.replace("method", 'suggested="some" method')),
    ("", VALUE.replace("method", 'suggested="0.00000005000" method')),
    ("value-type", VALUE.replace("lightning", "coins")),
    ("value-type", VALUE.replace('"node"', '"person"')),
    ("value-address", VALUE.replace("02d5", "zzd5")),
    ("value", VALUE.replace('"100"', f'"{"9" * 5000}"')),
    ("trailer", TRAILER.replace("Thu, 01", "Mon, 01")),
    ("trailer-parts", TRAILER.replace(' type="audio/mpeg"', "")),
    ("trailer-parts", TRAILER.replace(' length="9"', "")),
    ("trailer-parts", TRAILER.replace("length", 'season="one" length')),
    ("trailer-words", TRAILER.replace("Soon", "x" * 130)),
    ("live-item", LIVE.replace("2026-09-26T09", "2026-09-25T09")),
    ("live-item-parts", LIVE.replace("<title>L</title>", "")),
    ("live-item-parts", LIVE.replace('<guid isPermaLink="false">l</guid>', "")),
    ("remote-item", f"<podcast:podroll>{REMOTE_BAD}</podcast:podroll>"),
    ("remote-item-parts", f"<podcast:podroll>{REMOTE_FILM}</podcast:podroll>"),
    ("remote-item-parts", f"<podcast:podroll>{REMOTE_URL}</podcast:podroll>"),
    ("remote-item-alone", REMOTE),
    ("publisher-medium", f"<podcast:publisher>{REMOTE_MUSIC}</podcast:publisher>"),
    ("podcast-block-service", '<podcast:block id="facebookx">yes</podcast:block>'),
    ("", '<podcast:block id="amazon">yes</podcast:block>'),
    ("podcast-image-parts", '<podcast:image href="https://x.example/c.jpg" width="wide"/>'),
    ("podcast-image-parts", '<podcast:image href="https://x.example/c.jpg" aspect-ratio="16x9"/>'),
    ("", '<podcast:image href="https://x.example/c.jpg" aspect-ratio="16/9" width="1600"/>'),
    ("category-name", '<itunes:category text="Arts"><itunes:category text="Books"><itunes:category text="Design"/></itunes:category></itunes:category>'),
    ("empty-element", "<category/>"),
    ("repeated-alike", '<podcast:funding url="https://example.org/give">Support the show</podcast:funding>'),
]  # fmt: skip
ITEM = [
    ("", split('startTime="10" duration="30" remotePercentage="90"')),
    ("value-time-split-percentage", split('startTime="10" duration="10" remotePercentage="150"')),
    ("value-time-split-span", split('startTime="1000" duration="10"')),
    ("value-time-split-span", split('startTime="1" duration="9"').replace("</podcast:value>", f'<podcast:valueTimeSplit startTime="5" duration="1">{REMOTE}</podcast:valueTimeSplit></podcast:value>')),
    ("value-time-split-parts", split('startTime="10" duration="10"', REMOTE + RECIPIENT)),
    ("value-time-split-parts", split('startTime="10" duration="10"', '<podcast:remoteItem itemGuid="i"/>')),
    ("social-protocol", '<podcast:socialInteract protocol="pigeon" uri="https://x.example/1"/>'),
    ("social-address", '<podcast:socialInteract protocol="activitypub" uri="x"/>'),
    ("", '<podcast:socialInteract protocol="activitypub" uri="https://x.example/1"/>'),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "xml"), CHANNEL, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(CHANNEL)])
def test_what_a_show_may_have_is_judged(rule, xml):
    assert rules(GOOD.replace("<docs>", f"{xml}<docs>", 1)) == ({rule} if rule else set())


@pytest.mark.parametrize(("rule", "xml"), ITEM, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(ITEM)])
def test_what_an_episode_may_have_is_judged(rule, xml):
    assert rules(GOOD.replace("<guid ", f"{xml}<guid ", 1)) == ({rule} if rule else set())


#: Rule, what stands in the good feed, what is planted instead (the first place only).
FAULTS = [
    ("misplaced-element", "  </channel>\n", "  </channel><item><title>x</title></item>"),
    ("stray-text", "<guid ", "words <guid "),
    ("stray-text", "<docs>", "words <docs>"),
    ("show-date-early", "<lastBuildDate>Wed, 04 Mar 2026", "<lastBuildDate>Sun, 01 Mar 2026"),
    ("language-region", "<language>en-GB<", "<language>en-UK<"),
    ("language-region", 'type="text/vtt" language="en"', 'type="text/vtt" language="en-UK"'),
    ("language-region", 'title="Video"', 'title="Video" lang="de-Latn-UK"'),
    ("social-address", "<podcast:contentLink ", '<podcast:socialInteract protocol="matrix" uri="https://[x/1"/><podcast:contentLink '),
    ("locked-owner-missing", ' owner="ann@example.org"', ""),
    ("license-letters", ">cc-by-4.0<", ">CC-BY-4.0<"),
    ("location-country", "<podcast:location ", '<podcast:location country="zz" '),
    ("person-role", '<podcast:person role="host"', '<podcast:person role=""'),
    ("empty-element", "<itunes:author>Ann Lee<", "<itunes:author><"),
    ("season-names", '<podcast:season name="Rivers"', '<podcast:season name="Lakes"'),
    ("broken-letters", "<title>The bridge", "<title>The br\u00c3\u00bccke"),
    ("broken-letters", "<title>The bridge", "<title>The br\ufffdcke"),
    ("transcript-type-old", "application/x-subrip", "application/srt"),
    ("transcript-language-other", 'type="text/vtt" language="en"', 'type="text/vtt" language="de"'),
    ("description-times", "00:01:01 Money", "00:01:11 Money"),
    ("description-times", "00:05:00 Goodbye", "00:05:00 Adieu"),
    ("alternate-average", 'bitrate="64078"', 'bitrate="640780"'),
    ("alternate-bitrate", 'bitrate="64078"', 'bitrate="0"'),
    ("alternate-not-default", ' title="Audio" default="true"', ' title="Audio"'),
    ("alternate-codecs", ' title="Audio"', ' codecs="opus" title="Audio"'),
    ("source-type", ".mp3\"/>\n        <podcast:integrity", ".mp3\" contentType=\"web\"/>\n        <podcast:integrity"),
    ("integrity", "      </podcast:alternateEnclosure>", '<podcast:integrity type="sri" value="sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="/></podcast:alternateEnclosure>'),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "good", "bad"), FAULTS, ids=[f"{n}-{fault[0]}" for n, fault in enumerate(FAULTS)])
def test_each_planted_fault_is_found(rule, good, bad):
    assert good in GOOD

    assert rule in rules(GOOD.replace(good, bad, 1), now=NOW)


#: Rule, HTML. Empty where nothing is wrong.
TEXTS = [
    ("html-nesting", "<strong>bold"), ("html-nesting", "<p><strong>bold</p>"),
    ("html-nesting", "closed</em>"), ("html-nesting", "<b><i>crossed</b></i>"), ("html-nesting", "<li>no list</li>"),
    ("html-nesting", '<p><a href="https://a.example/">a<a href="https://b.example/">b</a></a></p>'),
    ("html-nesting", "<p>a<ul><li>b</li></ul></p>"), ("html-nesting", '<a href="https://a.exam'),
    ("html-nesting", "<div><p>never closed"), ("html-nesting", "<p>a<div>b</div></p>"), ("html-nesting", "<b><p>a</b>"),
    ("html-nesting", "<ul><li><b>a<li>b</ul>"),
    ("", "<p>one<p>two<ul><li>a<li><p>b<li>c</ul><dl><dt>d<dd>e<p>f<dt>g<dd>h</dl>i"),
    ("", "<table><tr><th>a<td>b<tbody><tr><td><p>c<tr><td>d</table><ruby>e<rt>f</ruby>"),
    ("", "<p><a href=https://x.example/>x</a> <a href = https://x.example/>y</a></p>"),
    ("html-nesting", "<!-- open"), ("html-nesting", '<p><a href="https://a.example/>a</a></p>'),
    ("html-entity", "<p>a &foo; b</p>"), ("html-entity", "<p>a &#1; b</p>"),
    ("html-attribute", '<p><a href="https://a.example/" href="https://b.example/">a</a></p>'),
    ("html-link", "<p><a>nowhere</a></p>"), ("html-link", '<p><a href="htp://a.example/">a</a></p>'),
    ("page-link-missing", f'<p><a href="{FOLDER}gone/">a</a></p>'),
    ("", '<p>Fish &amp; <em>chips</em> &#8211; <a href="https://a.example/?a=1&amp;b=2">a</a></p><ul><li>b</li></ul>'),
    ("", "<p>1 < 2 & 3, AT&T; R&D</p>"), ("", '<p><a href="mailto:a@example.org">mail</a></p>'),
]  # fmt: skip


@pytest.mark.parametrize("element", ["description", "content:encoded"])
@pytest.mark.parametrize(("rule", "html"), TEXTS, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(TEXTS)])
def test_html_is_judged(rule, html, element):
    """Whatever is not whole is found in both texts of an item."""
    head, _, tail = GOOD.partition("<item>")
    feed = f"{head}<item>{tail.replace(f'<{element}>', f'<{element}>{escape(html)}', 1)}"

    def look(url: str) -> FileFacts | None:
        return FileFacts(exists=False) if url == f"{FOLDER}gone/" else FILES.get(url)

    class Facts(dict[str, FileFacts]):
        get = staticmethod(look)

    assert {one for one in rules(feed, Facts()) if one.startswith(("html", "page"))} == ({rule} if rule else set())


def a_file(ending: str) -> str:
    return next(url for url in FILES if url.endswith(f"bridge/{ending}"))


VTT, SRT, JSON, HTML, TEXT, CHAPTERS = (
    a_file(name)
    for name in (
        "transcript.vtt",
        "transcript.srt",
        "transcript.json",
        "transcript.html",
        "transcript.txt",
        "chapters.json",
    )
)
FILE_FAULTS = [
    ("captions-gap", VTT, b"\n\n00:00:03.400", b"\n00:00:03.400"),
    ("captions-gap-srt", SRT, b"\n\n2\n", b"\n2\n"),
    ("captions-no-length", VTT, b"00:00:03.400 --> 00:00:08.000", b"00:00:03.400 --> 00:00:03.400"),
    ("captions-settings", VTT, b"00:00:03.200\n", b"00:00:03.200 position:200%\n"),
    ("captions-marks", VTT, b"Welcome", b"<i>Welcome"),
    ("captions-marks", VTT, b"Welcome", b"<blink>Welcome</blink>"),
    ("captions-blocks", VTT, b"\n\n00:00:08.000", b"\n\nSTYLE\n::cue { color: red }\n\n00:00:08.000"),
    ("captions-marks", VTT, b"Welcome", b"Welcome & hello"),
    ("captions-length", SRT, b"00:00:03,400 --> 00:00:08,000", b"00:00:03,400 --> 00:00:03,400"),
    ("captions-length", JSON, b'"endTime": 3.2', b'"endTime": 0.5'),
    ("transcript-relative", HTML, b"</body>", b'<img src="a.png" alt=""></body>'),
    ("chapters-twice", CHAPTERS, b'"startTime": 61.5', b'"startTime": 1, "startTime": 61.5'),
    ("chapters-picture", CHAPTERS, b'"title": "Hello"', f'"title": "Hello", "img": "{VTT}"'.encode()),
    ("captions-control", VTT, b"Welcome", b"Wel\x07come"),
    ("captions-control", TEXT, b"Welcome", b"Wel\x07come"),
    ("captions-json-speaker", JSON, b'"speaker": "Bo Diaz"', b'"speaker": ""'),
    ("captions-json-twice", JSON, b'"startTime": 0.5', b'"startTime": 1, "startTime": 0.5'),
    ("captions-byte-order-mark", JSON, b"{", b"\xef\xbb\xbf{"),
    ("transcript-nesting", HTML, b"rivers too.</p>", b"rivers too.</i></p>"),
    ("transcript-nesting", HTML, b"<time>0:03</time>", b"<time>0:03"),
    ("transcript-nesting", HTML, b"</body>", b"</div></body>"),
    ("transcript-active", HTML, b"</body>", b"<script>alert(1)</script></body>"),
    ("transcript-active", HTML, b"<p>", b'<p onclick="x()">'),
    ("transcript-charset", HTML, b'charset="utf-8"', b'charset="iso-8859-1"'),
    ("transcript-page-language", HTML, b'lang="en"', b'lang="de"'),
    ("transcript-times", HTML, b"<time>0:03</time>", b"<time>0:30</time>"),
    ("transcript-times", HTML, b"<time>0:08</time>", b"<time>59:08</time>"),
    ("chapters-span", CHAPTERS, b'"startTime": 0,', b'"startTime": 0, "endTime": 70,'),
    ("chapters-name", CHAPTERS, b'"title": "The bridge & the river"', b'"title": "Another one"'),
    ("chapters-name", CHAPTERS, b'"podcastName": "Quick Take"', b'"podcastName": "Slow Give"'),
    ("chapters-toc", CHAPTERS, b'"version"', b'"waypoints": "yes", "version"'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "url", "good", "bad"), FILE_FAULTS, ids=[f"{n}-{f[0]}" for n, f in enumerate(FILE_FAULTS)]
)
def test_each_fault_of_a_small_file_is_found(rule, url, good, bad):
    data = FILES[url].data
    assert good in data
    bad_data = data.replace(good, bad, 1)

    assert rule in rules(GOOD, {**FILES, url: replace(FILES[url], data=bad_data, length=len(bad_data))})


def test_names_of_cues_are_told_apart():
    """A name that two cues have is found; a number for each is not."""
    for names, expected in ((b"12", False), (b"11", True)):
        data = FILES[VTT].data
        for place, name in ((b"00:00:00.500", names[:1]), (b"00:00:03.400", names[1:])):
            data = data.replace(place + b" -->", name + b"\n" + place + b" -->", 1)

        assert ("captions-blocks" in rules(GOOD, {**FILES, VTT: replace(FILES[VTT], data=data)})) is expected


GOOD_LANGUAGES = ["en-GB", "es-419", "en-XA", "de-QM", "en-ZZ", "en-AA", "fr-CQ", "zh-Hant-TW", "de-x-uk"]


@pytest.mark.parametrize("language", GOOD_LANGUAGES)
def test_regions_for_private_use_are_left_alone(language):
    assert not {one for one in rules(GOOD.replace(">en-GB<", f">{language}<", 1)) if "language-" in one}


@pytest.mark.parametrize("people", ['role="guest" group="writing"', 'role="director"', 'group="writing"'])
def test_any_role_of_any_group_is_fine(people):
    """The namespace's own example has a guest of the group writing."""
    feed = GOOD.replace('<podcast:person role="host" group="cast"', f"<podcast:person {people}", 1)

    assert not {one for one in rules(feed) if one.startswith("person")}


def test_a_cue_without_length_is_told_once():
    data = FILES[VTT].data.replace(b"00:00:03.400 --> 00:00:08.000", b"00:00:03.400 --> 00:00:03.400")
    found = rules(GOOD, {**FILES, VTT: replace(FILES[VTT], data=data, length=len(data))})

    assert {one for one in found if "length" in one} == {"captions-no-length"}


@pytest.mark.parametrize(
    ("rule", "url", "good"),
    [
        ("chapters-start", CHAPTERS, b'"startTime": 61.5'),
        ("chapters-span", CHAPTERS, b'"endTime": '),
        ("captions-json-segment", JSON, b'"startTime": 0.5'),
        ("captions-json-segment", JSON, b'"endTime": 3.2'),
    ],
)
@pytest.mark.parametrize("digits", [b"9" * 400, b'"' + b"9" * 400 + b'h"', b"1e9"], ids=["number", "text", "short"])
def test_times_without_an_end_are_found(rule, url, good, digits):
    """Python makes no float of them."""
    data = FILES[url].data
    if good == b'"endTime": ':
        data, good = data.replace(b'"startTime": 0,', b'"startTime": 0, "endTime": 7,'), b'"endTime": 7'
    assert good in data
    data = data.replace(good, good.split(b" ")[0] + b" " + digits, 1)

    assert rule in rules(GOOD, {**FILES, url: replace(FILES[url], data=data, length=len(data))})


def test_the_rate_of_a_playlist_is_not_counted():
    """Its length is the playlist's own, and types are written in capitals too."""
    feed = GOOD.replace('bitrate="64078"', 'bitrate="640780"', 1)
    playlist = feed.replace(
        'alternateEnclosure type="audio/mpeg"', 'alternateEnclosure type="application/x-mpegURL"', 1
    )

    assert "alternate-average" in rules(feed)
    assert not rules(playlist) & {"alternate-average", "alternate-type"}


FILM = FOLDER + "quick-take/media/film.mp4"


def with_film(rate, *, url=FILM):
    """The good feed, whose first episode of 379 s has a film besides."""
    film = f'<podcast:alternateEnclosure type="video/mp4" length="100000000" bitrate="{rate}" title="Video"><podcast:source uri="{url}"/></podcast:alternateEnclosure>'
    return GOOD.replace("<podcast:alternateEnclosure", f"{film}<podcast:alternateEnclosure", 1)


def test_a_film_that_is_longer_than_the_sound_has_a_bit_rate_of_its_own():
    """By its file, not by the item's duration: a broadcast of an hour, cut to six minutes for the ears."""
    files = {**FILES, FILM: FileFacts(length=100_000_000, mime_type="video/mp4", duration=3600.0)}

    assert not rules(with_film(222_222), files)
    assert rules(with_film(2_113_048), files) == {"alternate-average"}  # by the sound's duration


def test_the_rate_of_a_film_that_is_not_at_hand_is_believed():
    """Nobody tells how long it lasts."""
    assert not rules(with_film(222_222, url="https://films.example.net/film.mp4"))


@pytest.mark.parametrize("html", ["<textarea>" * 40_000, "<b>" * 20_000 + "<a></a>" * 20_000 + "</b>" * 20_000])
def test_long_texts_are_judged_at_once(html):
    began = process_time()
    trouble_of_nesting(html)

    assert process_time() - began < 2


def test_many_elements_are_compared_at_once():
    many = "".join(f"<podcast:txt>{number}</podcast:txt>" for number in [*range(12_000), 11_999])
    began = process_time()

    assert "repeated-alike" in rules(GOOD.replace("<podcast:guid>", f"{many}<podcast:guid>", 1))
    assert process_time() - began < 1


def test_many_names_are_counted_at_once():
    """Of attributes, of JSON, of cues, and lines behind a cue."""
    began = process_time()
    names = [str(number) for number in range(20_000)]
    assert repeated([(name, "") for name in [*names, names[-1]]]) == names[-1]
    assert json_object([(name, "") for name in [*names, names[0]]], twice := [])
    cues = [line for name in [*names, names[-1]] for line in (name, "00:01.000 --> 00:02.000", "a", "")]
    assert [one.rule for one in check_cues("item", "a.vtt", ["WEBVTT", "", *cues], "vtt")] == ["captions-blocks"]

    assert twice == [names[0]]
    assert process_time() - began < 3


@pytest.mark.parametrize("url", [JSON, CHAPTERS])
def test_json_without_an_end_to_its_nesting_is_a_finding(url):
    data = b'{"version": "1.0.0", "segments": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"

    assert rules(GOOD, {**FILES, url: replace(FILES[url], data=data, length=len(data))})


@pytest.mark.parametrize(
    "bad",
    [
        ('img="https://example.org/bo.jpg"', 'img="{gone}"'),
        ('<podcast:funding url="https://example.org/give"', '<podcast:funding url="{gone}"'),
        ("      <url>https://shows.example.org/pods/quick-take/cover.jpg", "      <url>{gone}"),
    ],
)
def test_addresses_of_ours_lead_to_something(bad):
    gone = f"{FOLDER}quick-take/gone"
    assert bad[0] in GOOD

    feed = GOOD.replace(bad[0], bad[1].format(gone=gone), 1)

    assert "page-link-missing" in rules(feed, {**FILES, gone: FileFacts(exists=False)})
