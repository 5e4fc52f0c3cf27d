"""Searching in a real browser: by words, by show, by keys, and a sentence where that cannot be."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from episodes import site
from episodes.core.transcript import Segment
from episodes.site.search import SiteSearch, find_program
from episodes.web.serve import serve
from web.examples import BASE_URL, a_show
from web.writing import write_tree

pytestmark = pytest.mark.skipif(not find_program(), reason="Pagefind is not here; the extra site-search brings it")


@pytest.fixture(scope="module")
def two_shows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two shows, of which each says something that the other does not."""
    root = tmp_path_factory.mktemp("two")
    search = SiteSearch(root=root, state=root.with_name("two-state"), program=find_program())
    shows = [of_show("quick-take", "zebra"), of_show("second-talk", "quagga", language="de")]
    for show in shows:
        for one in show.episodes:
            search.keep(one, show.show)
        search.index(show.show, [one.episode.slug for one in reversed(show.episodes)])
    shows = [replace(show, indexes=search.indexes(show.show.slug)) for show in shows]
    write_tree(
        root, [*site.render_home(shows), *site.render_show(shows[0]), *site.render_show(shows[1]), *site.assets()]
    )
    server = serve(root, port=0, base_url=BASE_URL)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.url
    server.shutdown()
    thread.join(timeout=5)


def of_show(slug: str, word: str, language: str = "en", older: int = 14):
    show = a_show(older=older)
    lines = tuple(
        Segment(
            start=61.0 * place, end=61.0 * place + 5, text=f"Line {place} of the {word} & the <river>.", speaker="Bo"
        )
        for place in range(6)
    )
    episodes = tuple(
        replace(
            one,
            episode=replace(one.episode, show=slug, media=()),
            transcript=replace(show.episodes[0].transcript, segments=lines),
        )
        for one in show.episodes
    )
    named = replace(show.show, slug=slug, title=slug.replace("-", " ").title(), language=language)
    return replace(show, show=named, episodes=episodes, searchable=True)


def test_a_sentence_is_found_and_leads_to_its_place(page, preview):
    """From the box in an episode's header to the very sentence."""
    page.goto(preview.episode)
    page.get_by_label("Search titles, notes and transcripts").fill('"sentence 12"')
    page.keyboard.press("Enter")
    page.get_by_text("1 episode", exact=True).wait_for()
    assert urlsplit(page.url).path == "/search/"

    hit = page.locator(".hit").first
    assert page.locator(".found h2").inner_text() == "The bridge & the river"
    assert page.locator(".found .meta").inner_text().replace("\n", " ").startswith("Episode 338")
    assert hit.locator(".at").inner_text() == "1:12"
    assert hit.locator("mark").all_inner_texts()[0] == "Sentence"
    hit.click()

    page.wait_for_url("**/338-the-bridge/#s12")
    assert 0 < page.locator("#s12").bounding_box()["y"] < 800
    assert page.evaluate("document.querySelector('audio').currentTime") == 72


def test_notes_and_titles_are_found_too(page, preview):
    """A hit in the notes has no time."""
    page.goto(f"{preview.url}search/?q=money")
    page.locator(".hit").first.wait_for()
    assert "Notes" in page.locator(".hit .at").all_inner_texts()

    page.get_by_label("Words to find").fill("bridge")
    page.get_by_text("1 episode", exact=True).wait_for()


def test_all_shows_are_searched_or_one(page, two_shows):
    """The address names words and show, so that it can be sent."""
    page.goto(f"{two_shows}search/?q=river")
    page.get_by_text("30 episodes", exact=True).wait_for()

    page.get_by_label("Show", exact=True).select_option("Second Talk")
    page.get_by_text("15 episodes", exact=True).wait_for()
    assert page.url.endswith("/search/?q=river&show=second-talk")

    page.get_by_label("Words to find").fill("zebra")
    page.get_by_text("Nothing found for “zebra”").wait_for()
    page.get_by_label("Show", exact=True).select_option("All shows")
    page.get_by_text("15 episodes", exact=True).wait_for()
    assert page.locator(".found h2 a").first.get_attribute("href").startswith(f"{two_shows}quick-take/")


def test_all_parts_of_an_index_are_searched(page, tmp_path):
    """A show of more than a hundred has several, and the words of old and new ones are found together."""
    show = of_show("quick-take", "zebra", older=119)
    search = SiteSearch(root=tmp_path / "web", state=tmp_path / "state", program=find_program())
    for one in show.episodes:
        search.keep(one, show.show)
    search.index(show.show, [one.episode.slug for one in reversed(show.episodes)])
    show = replace(show, indexes=search.indexes("quick-take"))
    write_tree(search.root, [*site.render_home([show]), *site.assets()])
    server = serve(search.root, port=0, base_url=BASE_URL)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    page.goto(f"{server.url}search/?q=zebra")
    page.get_by_text("120 episodes", exact=True).wait_for()
    page.get_by_label("Words to find").fill('"Part 2"')
    page.get_by_text("1 episode", exact=True).wait_for()
    page.get_by_label("Words to find").fill('"Part 118"')
    page.get_by_text("1 episode", exact=True).wait_for()
    server.shutdown()


def test_the_box_of_a_show_searches_that_show(page, two_shows):
    """Until the visitor chooses otherwise."""
    page.goto(f"{two_shows}second-talk/")
    page.get_by_label("Titel, Notizen und Transkripte durchsuchen").fill("quagga")
    page.keyboard.press("Enter")
    page.get_by_text("15 episodes", exact=True).wait_for()

    assert page.get_by_label("Show", exact=True).input_value() == "second-talk"


def test_text_is_shown_as_text(page, two_shows):
    """Markup that was said is not markup here."""
    page.goto(f"{two_shows}search/?q=zebra")
    page.locator(".hit").first.wait_for()

    assert (
        page.locator(".hit .text").first.inner_text()
        == "Bo Line 0 of the zebra & the <river>. Line 1 of the zebra & the <river>."
    )


def test_more_places_and_more_episodes_come_by_key(page, two_shows):
    """And the focus goes on to what came."""
    page.goto(f"{two_shows}search/?q=zebra")
    page.locator(".hit").first.wait_for()
    assert page.locator(".found > li").count() == 10
    assert page.locator(".found > li").first.locator(".hit").count() == 3

    page.get_by_role("button", name="3 more places").first.press("Enter")
    assert page.locator(".found > li").first.locator(".hit").count() == 6
    assert page.evaluate("document.activeElement.className") == "hit"
    page.get_by_role("button", name="More episodes").press("Enter")
    page.locator(".found > li").nth(14).wait_for()
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.found > li')[10]")
    assert not page.get_by_role("button", name="More episodes").is_visible()


def test_nobody_else_is_asked(page, two_shows):
    """Index, program and all lie beside the pages."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{two_shows}search/?q=river")
    page.get_by_text("30 episodes", exact=True).wait_for()

    assert {urlsplit(url).netloc for url in asked} == {urlsplit(two_shows).netloc}


def test_without_a_script_the_lists_are_named(browser, two_shows):
    """The form still leads there, and the page says why nothing is found."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{two_shows}quick-take/")
    page.get_by_label("Search titles, notes and transcripts").fill("zebra")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=zebra&show=quick-take")

    assert page.get_by_text("Searching needs JavaScript").is_visible()
    assert page.get_by_role("link", name="Quick Take").is_visible()
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 360), ("light", 768), ("dark", 1280)])
def test_results_fit_and_axe_finds_nothing(browser, two_shows, axe, scheme, width):
    """In both themes, from a small phone to a wide screen."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{two_shows}search/?q=river")
    page.locator(".hit").first.wait_for()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe)
    found = page.evaluate("axe.run(document)")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    context.close()
