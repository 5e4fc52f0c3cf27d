"""Pages: what they hold, where they link, and that the same catalogue gives the same bytes."""

from __future__ import annotations

import json
import posixpath
import time
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from episodes import site
from episodes.core import addresses
from episodes.core.episode import Comment
from episodes.core.publication import Publication
from episodes.core.transcript import Segment
from episodes.site.lists import LIST_LENGTH
from feed.examples import a_publication as feed_publication
from feed.examples import an_episode
from web.examples import BASE_URL, EPISODE, a_publication, a_show, spoken, words_of


def everything(older: int = 2) -> dict[str, bytes]:
    show = a_show(older)
    return dict([*site.render_show(show), *site.render_home([show]), *site.assets()])


def page(path: str = "quick-take/338-the-bridge/index.html", **pages: bytes) -> html.HtmlElement:
    return html.fromstring((pages or everything())[path].decode())


def episode_page(publication, show=None) -> html.HtmlElement:
    return html.fromstring(site.render_episode(show or a_show(), publication)[1].decode())


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_same_catalogue_same_bytes():
    """Rendering twice gives equal files."""
    assert everything() == everything()


@pytest.mark.parametrize("older", [0, 2, 2 * LIST_LENGTH + 3])
def test_every_link_leads_somewhere(older):
    """Links inside the site name a page, an asset, or a file that the build puts there."""
    files = everything(older)
    built = set(files) | {"quick-take/feed.xml", "quick-take/video.xml"}
    for one in a_show(older).episodes:
        built |= {addresses.media_file(one.episode, medium) for medium in one.episode.media}
        built |= {addresses.transcript_file(one.episode, extension) for extension in addresses.CAPTION_FORMATS}

    for path, content in files.items():
        if not path.endswith(".html"):
            continue
        tree = html.fromstring(content.decode())
        for link in tree.xpath("//@href | //@src | //@poster"):
            address = urlsplit(urljoin(f"{BASE_URL}/{path}", link))
            if address.netloc != urlsplit(BASE_URL).netloc or address.scheme != "https":
                continue
            target = unquote(address.path).removeprefix("/pods/")
            target = posixpath.join(target, "index.html") if target.endswith("/") or not target else target
            assert target in built, f"{path} links to {link}"


def test_anchors_of_a_page_are_there_and_unique():
    """Every link to a place of the same page finds it, and no two places share a name."""
    for path, content in everything().items():
        if path.endswith(".html"):
            tree = html.fromstring(content.decode())
            names = tree.xpath("//@id")
            assert len(names) == len(set(names)), path
            wanted = {link[1:] for link in tree.xpath("//@href") if link.startswith("#") and not link.startswith("#t=")}
            assert wanted <= set(names), path


def test_the_transcript_is_read_and_heard_without_a_script():
    """Segments are anchors, chapters are headings, and a time opens the recording at that time."""
    tree = page()

    assert "Sentence 12: The bridge" in text_of(tree.get_element_by_id("s12"))
    assert tree.get_element_by_id("chapter-2").text == "Money"
    paragraph = tree.xpath("//*[@data-words]/p")[1]
    href = paragraph.xpath("a[@class='at']/@href")[0]
    assert href.startswith("../media/")
    assert href.endswith(f".mp3#t={paragraph.xpath('span/@data-t')[0]}")


def test_speakers_are_named_where_they_change():
    """Not again in each paragraph."""
    names = [text_of(name) for name in page().xpath("//*[@data-words]//b")]

    assert names[:3] == ["Ann Lee", "Bo Diaz", "Ann Lee"]
    assert len(names) < len(page().xpath("//*[@data-words]//p"))


def test_doubtful_words_are_marked_only_where_they_stand():
    """A corrected text has other words than were heard, so none of them is marked."""
    heard = Segment(start=0, end=3, text="We meet in Mainz", words=words_of("We meet in Mainz", doubtful="Mainz"))
    corrected = replace(heard, start=3, end=6, text="We meet in Metz")

    tree = episode_page(a_publication(segments=(heard, corrected)))

    assert [text_of(word) for word in tree.xpath("//*[@class='doubt']")] == ["Mainz"]
    assert text_of(tree.get_element_by_id("s0")) == "We meet in Mainz"
    assert tree.xpath("//*[@data-doubts]")


def test_both_media_are_there_with_their_offset():
    """The script needs the offset to keep the place when the medium changes."""
    media = page().xpath("//audio | //video")

    assert [(medium.tag, medium.get("data-offset")) for medium in media] == [("audio", "0.0"), ("video", "2.0")]
    assert page().xpath("//track[@kind='captions']/@src") == ["transcript.vtt"]


def test_only_approved_comments_show_and_answers_follow():
    """A hidden comment is nowhere in the page."""
    comments = page().xpath("//section[contains(@class, 'comments')]")[0]

    assert "Hidden." not in text_of(comments)
    assert "Thank you." in text_of(comments.xpath(".//li//li")[0])


def test_a_long_chain_of_answers_is_set_side_by_side():
    """A thousand answers to answers neither nest a thousand deep nor take long."""
    chain = tuple(
        Comment(author="A", text=str(place), approved=True, reply_to=place - 1 if place else None)
        for place in range(1000)
    )

    tree = episode_page(a_publication(replace(EPISODE, comments=chain)))

    assert len(tree.xpath("//p[@class='said']")) == 1000
    assert not tree.xpath("//li//li//li//li//li")


def test_related_episodes_of_the_catalogue_are_linked():
    """Others stay text."""
    related = page().xpath("//section[@aria-labelledby='related']//li")

    assert [text_of(one) for one in related] == ["Part 2", "Never recorded"]
    assert [one.xpath("a/@href") for one in related] == [["../2-part/"], []]


def test_neighbours_are_linked_by_date():
    """Previous is the older one."""
    tree = page("quick-take/2-part/index.html")

    assert tree.xpath("//nav[contains(@class, 'neighbours')]//a/@href") == ["../1-part/", "../338-the-bridge/"]


def test_machines_are_told_what_people_see():
    """JSON-LD, cards, canonical address, feeds, oEmbed and plain transcript."""
    tree = page()
    data = json.loads(tree.xpath("//script[@type='application/ld+json']")[0].text)
    address = f"{BASE_URL}/quick-take/338-the-bridge/"

    assert (data["@type"], data["name"], data["url"]) == ("PodcastEpisode", "The bridge & the river", address)
    assert [medium["@type"] for medium in data["associatedMedia"]] == ["AudioObject", "VideoObject"]
    assert [clip["name"] for clip in data["hasPart"]] == ["Hello", "Money", "Goodbye"]
    assert tree.xpath("//link[@rel='canonical']/@href") == [address]
    assert tree.xpath("//meta[@property='og:title']/@content") == ["The bridge & the river"]
    assert tree.xpath("//link[@type='application/rss+xml']/@href") == ["../feed.xml", "../video.xml"]
    assert tree.xpath("//link[@type='text/plain']/@href") == ["transcript.txt"]
    answer = json.loads(everything()["quick-take/338-the-bridge/oembed.json"])
    assert answer["html"].startswith(f'<iframe src="{address}embed/"')


def test_pages_hold_no_inline_script_and_ask_nobody_else():
    """The policy forbids both; here nothing even tries."""
    for path, content in everything().items():
        if not path.endswith(".html"):
            continue
        tree = html.fromstring(content.decode())
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'self'")
        assert "unsafe" not in policy
        assert not tree.xpath("//script[not(@src) and not(@type='application/ld+json')] | //style | //@style")
        assert not [name for name in tree.xpath("//@*") if name.attrname.startswith("on")]
        for source in tree.xpath("//script/@src | //img/@src | //source/@src | //iframe/@src"):
            assert urlsplit(source).netloc in ("", urlsplit(BASE_URL).netloc)


def test_a_cover_elsewhere_is_not_asked_for():
    """A cover that is only an address stays out of the page: a visit there would tell of the reader."""
    show = a_show()
    far = replace(show, show=replace(show.show, image="https://elsewhere.example/cover.jpg"))

    assert b"elsewhere.example" not in site.render_episode(far, far.episodes[0])[1]


def test_long_lists_are_paged_and_complete():
    """Every episode is on one of the pages, and all are on the page of all."""
    older = 2 * LIST_LENGTH + 3
    files = everything(older)
    pages = ["quick-take/index.html", "quick-take/pages/1/index.html"]

    listed = [href for path in pages for href in page(path, **files).xpath("//li[contains(@class,'row')]//h3/a/@href")]

    assert len(listed) == len(set(listed)) == older + 1
    assert not any(path.startswith("quick-take/pages/2/") for path in files)
    assert len(page("quick-take/episodes/index.html", **files).xpath("//li[@data-find]")) == older + 1


@pytest.mark.parametrize("count", [1, LIST_LENGTH, 2 * LIST_LENGTH - 1, 2 * LIST_LENGTH, 3 * LIST_LENGTH + 1])
def test_a_new_episode_changes_no_list_of_older_ones(count):
    """Only the show's own page tells of it; where that grows too long, one more page is cut off it."""

    def made_from(count: int) -> dict[str, str]:
        newest_first = [Publication(episode=an_episode(n), mark=str(n)) for n in range(count, 0, -1)]
        return {one.path: one.made_from for one in site.plan_lists(feed_publication(*newest_first))}

    before, after = made_from(count), made_from(count + 1)

    changed = {path for path in before.keys() | after if before.get(path) != after.get(path)}
    lists = {path for path in changed if "/pages/" in path}
    last = (count + 1) // LIST_LENGTH - 1
    touched = {last, last - 1} if (count + 1) % LIST_LENGTH == 0 else set()  # the one before has another newer page
    assert lists == {f"quick-take/pages/{number}/index.html" for number in touched if number > 0}


def test_people_have_pages_with_all_their_appearances():
    """A host's page lists every episode; the guest's only that one."""
    assert len(page("quick-take/people/ann-lee/index.html").xpath("//li[contains(@class,'row')]")) == 3
    assert len(page("quick-take/people/bo-diaz/index.html").xpath("//li[contains(@class,'row')]")) == 1


def test_the_site_map_names_every_page():
    """But not embedded players and the page for what is not there."""
    files = everything()
    listed = files["sitemap.xml"].decode()

    for path in files:
        if path.endswith("index.html") and "/embed/" not in path:
            assert f"<loc>{BASE_URL}/{path.removesuffix('index.html')}</loc>" in listed
    assert "404" not in listed


def test_an_episode_without_anything_has_a_page():
    """No media, transcript, people or words beyond the title."""
    bare = replace(
        EPISODE, media=(), credits=(), links=(), chapters=(), comments=(), related=(), summary="", notes="", number=None
    )

    tree = episode_page(replace(a_publication(bare), transcript=None))

    assert text_of(tree.find(".//h1")) == "The bridge & the river"
    assert not tree.xpath("//*[@data-player] | //*[@data-transcript]")


def test_no_show_at_all_still_has_a_home():
    """A workspace without shows can be built."""
    assert b"no show here yet" in dict(site.render_home([]))["index.html"]


def test_lists_look_at_no_transcript():
    """So that a build can make them without reading all transcripts."""
    show = a_show()
    without = replace(show, episodes=tuple(replace(one, transcript=None) for one in show.episodes))

    assert list(site.render_lists(show)) == list(site.render_lists(without))


def test_a_three_hour_transcript_is_rendered_quickly():
    """Thousands of segments are no reason to wait."""
    publication = a_publication(segments=spoken(3600, length=3.0))
    begun = time.process_time()
    _, content = site.render_episode(a_show(), publication)

    assert time.process_time() - begun < 2.0
    assert b'id="s3599"' in content


def test_a_shows_own_places_to_follow_it_come_first():
    """As buttons on its page and in every page's menu; what is no address of the web is left out."""
    show = a_show()
    entries = ("Apple Podcasts|https://podcasts.apple.com/x", "https://open.spotify.com/x", "Trap|javascript:alert(1)")
    tree = page(
        "quick-take/index.html", **dict(site.render_show(replace(show, show=replace(show.show, subscribe=entries))))
    )

    buttons = tree.xpath("//a[@class='button']")
    assert [(text_of(one), one.get("href")) for one in buttons] == [
        ("Apple Podcasts", "https://podcasts.apple.com/x"),
        ("open.spotify.com", "https://open.spotify.com/x"),
    ]
    listed = tree.xpath("//div[@class='sheet']//li")
    assert [text_of(one) for one in listed[:2]] == ["Apple Podcasts", "open.spotify.com"]
    assert not tree.xpath("//*[contains(@href, 'javascript')]")


def test_shows_of_several_languages_say_which():
    """For browsers that read aloud and for search engines; one language needs no word."""
    english, german = a_show(), a_show()
    german = replace(german, show=replace(german.show, slug="kurz-gesagt", language="de-AT"))

    both = page("index.html", **dict(site.render_home([english, german])))
    same = page("index.html", **dict(site.render_home([english, english])))

    assert both.xpath("//ul[@class='shows']/li/@lang") == ["en", "de-AT"]
    assert both.xpath("//ul[@class='shows']//h2/a/@hreflang") == ["en", "de-AT"]
    assert not same.xpath("//ul[@class='shows']//@hreflang")


def test_rows_that_were_kept_make_the_same_pages():
    """People's pages from rows of an earlier build are those from nothing; only rows of today's episodes stay."""
    show = feed_publication(*(Publication(episode=an_episode(number)) for number in range(1, 5)))
    held: dict[str, bytes] = {}

    def pages(mark: str):
        return [(one.path, one.render()) for one in site.plan_lists(show, held=held, mark=mark)]

    fresh = pages("a")
    kept = dict(held)

    assert fresh == list(site.render_lists(show))
    assert len(kept) == 4
    assert pages("a") == fresh
    assert held == kept
    assert pages("b") == fresh
    assert len(held) == 4
    assert not held.keys() & kept.keys()


def test_other_words_leave_the_long_files_alone():
    """A summary stands in no line, so site map, llms.txt and the list of all need not be made again; a title does."""

    def made_from(**changes: object) -> dict[str, str]:
        numbers = range(1, 2 * LIST_LENGTH + 1)
        show = feed_publication(*(Publication(episode=replace(an_episode(n), **changes), mark=str(n)) for n in numbers))
        planned = [*site.plan_home([show]), *site.plan_lists(show)]
        return {one.path: one.made_from for one in planned}

    def changed(**changes: object) -> set[str]:
        before, after = made_from(), made_from(**changes)
        return {path for path in before if before[path] != after[path]}

    assert changed(summary="Other words.") == set()
    assert {path.rpartition("/")[2] for path in changed(title="Renamed")} == {"sitemap.xml", "llms.txt", "index.html"}


def test_an_episode_that_moves_to_the_next_show_is_looked_for_there():
    """Its neighbours stay the same, the marks of all episodes too, one after the other: only the show is another."""
    first, second = (Publication(episode=an_episode(n), mark=str(n)) for n in (1, 2))

    def planned(*shows: tuple[Publication, ...]) -> dict[str, str]:
        some = feed_publication(first)
        named = zip(("talk", "two"), shows, strict=True)
        made = [replace(some, show=replace(some.show, slug=slug), episodes=episodes) for slug, episodes in named]
        return {one.path: one.made_from for one in site.plan_home(made)}

    before, after = planned((first, second), ()), planned((first,), (second,))

    assert {path for path in before if before[path] == after[path]} == {"robots.txt"}
