"""Pages in a real browser: play, seek, follow, find, quote; with a script and without one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from web.attacks import ATTACKS, crowded

#: Pages of each sort, under the web root.
SORTS = (
    "", "quick-take/", "quick-take/338-the-bridge/", "quick-take/40-part/", "quick-take/338-the-bridge/embed/",
    "quick-take/pages/1/", "quick-take/episodes/", "quick-take/people/bo-diaz/", "quick-take/about/", "404.html",
)  # fmt: skip
#: Pages of unusual content; `web.unusual` says what is in them.
UNUSUAL = (
    "kurz/", "kurz/lang/", "show-he/one/", "show-ja/one/", "bare/", "bare/nothing/", "hostile/", "hostile/one/",
    "odd/video-only/", "odd/no-media/", "odd/alone/", "odd/endless-title/", "odd/three-hours/",
)  # fmt: skip
#: One of each kind; `benchmarks/judges.py` asks all pages, in both themes and all widths.
KINDS = ("", "quick-take/", "quick-take/338-the-bridge/", "quick-take/people/bo-diaz/", "404.html")


def now(page, medium: str = "audio") -> float:
    return page.evaluate(f"document.querySelector('{medium}').currentTime")


def is_playing(page, medium: str = "audio") -> bool:
    return not page.evaluate(f"document.querySelector('{medium}').paused")


def wait_until(page, condition: str) -> None:
    """Ask again and again; the pages' policy forbids the browser's own way to wait."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {condition}")


def test_it_plays_and_pauses(page, preview):
    """By the large button."""
    page.goto(preview.episode)
    page.get_by_role("button", name="Play", exact=True).click()
    wait_until(page, "document.querySelector('audio').currentTime > 0.2")

    page.get_by_role("button", name="Pause").click()

    assert not is_playing(page)


def test_a_click_on_a_sentence_plays_it(page, preview):
    """And lights it, names the chapter, and docks the player at the foot of the window."""
    page.goto(preview.episode)
    page.locator("#s12").click()
    wait_until(page, "document.querySelector('audio').currentTime >= 72")

    assert is_playing(page)
    assert page.locator(".words .on").get_attribute("id") == "s12"
    assert page.locator(".chapters [aria-current]").inner_text().endswith("Money")
    page.locator("#s50").scroll_into_view_if_needed()
    page.wait_for_selector(".player.docked")
    box = page.locator("[data-dock]").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(800, abs=1)


def test_the_spoken_line_is_followed_until_the_reader_looks_elsewhere(page, preview):
    """A reader who scrolled away is not pulled back."""
    seek = "seconds => { document.querySelector('audio').currentTime = seconds }"
    page.goto(preview.episode)
    page.locator("#s5").click()
    page.evaluate(seek, 200)
    page.wait_for_selector("#s33.on")
    assert page.evaluate("document.querySelector('#s33').getBoundingClientRect().top") == pytest.approx(264, abs=60)

    page.evaluate("scrollTo(0, 0)")
    page.evaluate(seek, 300)
    page.wait_for_selector("#s50.on")

    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize(
    ("hash_", "seconds", "line"),
    [("t=252", 252, "s42"), ("t=4:12", 252, "s42"), ("s20", 120, "s20"), ("chapter-3", 300, "s50")],
)
def test_a_link_leads_to_its_place(page, preview, hash_, seconds, line):
    """Without playing at once, and with the line in sight."""
    page.goto(f"{preview.episode}#{hash_}")
    wait_until(page, f"document.querySelector('audio').currentTime == {seconds}")

    assert not is_playing(page)
    assert page.locator(".words .on").get_attribute("id") == line
    box = page.locator(f"#{line}").bounding_box()
    assert 0 < box["y"] < 800


def test_times_in_the_notes_and_chapters_seek(page, preview):
    """And the address then names the place."""
    page.goto(preview.episode)
    page.get_by_role("link", name="1:05").click()
    wait_until(page, "document.querySelector('audio').currentTime >= 65")
    assert page.url.endswith("#t=65")

    page.get_by_role("region", name="Chapters").get_by_role("link", name="Goodbye").click()
    wait_until(page, "document.querySelector('audio').currentTime >= 300")


def test_switching_the_medium_keeps_the_place(page, preview):
    """The video begins two seconds before the audio."""
    page.goto(f"{preview.episode}#t=100")
    wait_until(page, "document.querySelector('audio').currentTime == 100")

    page.get_by_role("button", name="Video").click()
    wait_until(page, "document.querySelector('video').currentTime == 102")
    assert page.locator("video").is_visible()
    page.get_by_role("button", name="Audio").click()

    wait_until(page, "document.querySelector('audio').currentTime == 100")
    assert not page.locator("video").is_visible()


def test_captions_of_the_video_are_shifted_with_it(page, preview):
    """The caption file has the times of the audio."""
    page.goto(preview.episode)
    page.get_by_role("button", name="Video").click()
    page.evaluate("document.querySelector('video').textTracks[0].mode = 'showing'")

    wait_until(page, "document.querySelector('video').textTracks[0].cues?.[0]?.startTime == 12")


def test_the_place_and_the_speed_are_remembered(page, preview):
    """On the next visit it goes on there."""
    page.goto(f"{preview.episode}#t=100")
    page.get_by_role("button", name="Speed 1×").click()
    page.goto(preview.url)
    page.goto(preview.episode)

    page.get_by_role("button", name="Continue at 1:40").click()

    wait_until(page, "document.querySelector('audio').currentTime > 100")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.2


def test_words_are_found_and_stepped_through(page, preview):
    """Across all paragraphs, in either case."""
    page.goto(preview.episode)
    page.get_by_label("Find in the transcript").fill("SENTENCE 1")
    page.get_by_text("1 of 11", exact=True).wait_for()

    page.keyboard.press("Enter")
    page.get_by_text("2 of 11", exact=True).wait_for()

    assert page.evaluate("[...CSS.highlights.get('found-here')][0].toString()") == "Sentence 1"
    assert page.evaluate("CSS.highlights.get('found').size") == 11
    page.get_by_label("Find in the transcript").fill("nowhere said")
    page.get_by_text("Not found").wait_for()


def test_a_quote_is_copied_with_speaker_link_and_time(page, preview):
    """Times and names inside the selection are left out of the quote."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(preview.episode)
    page.evaluate(
        "() => { const [a, b] = [document.querySelector('#s9'), document.querySelector('#s10')];"
        "a.scrollIntoView(); getSelection().setBaseAndExtent(a.firstChild, 0, b.firstChild, 11) }"
    )

    page.get_by_role("button", name="Copy quote").click()
    page.get_by_text("Copied").wait_for()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"“Sentence 9: [^“”]+ Sentence 10”", copied.splitlines()[0])
    assert copied.splitlines()[1:] == ["— Ann Lee, The bridge & the river, 0:54", f"{preview.episode}#t=54"]


def test_a_link_to_the_moment_is_shared(page, preview):
    """From this moment on, or from the beginning."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{preview.episode}#t=100")
    wait_until(page, "document.querySelector('audio').currentTime == 100")
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("dialog", name="Share").get_by_role("button", name="Copy").first.click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{preview.episode}#t=100"

    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_label("Start at 1:40").uncheck()
    assert page.get_by_label("Link", exact=True).input_value() == preview.episode


def test_a_page_of_somebodys_own_plays_without_the_dialog(page, preview):
    """A producer's template of the player may leave it out; then the button copies the link."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    html = page.request.get(preview.episode).text()
    without = re.sub(r"<dialog [^>]*data-sharing.*?</dialog>", "", html, flags=re.DOTALL)
    assert without != html
    page.route("**/338-the-bridge/*", lambda route: route.fulfill(content_type="text/html", body=without))
    page.goto(f"{preview.episode}#t=100")
    wait_until(page, "document.querySelector('audio').currentTime == 100")
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_text("Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == f"{preview.episode}#t=100"


def test_the_player_stands_on_other_pages(page, preview):
    """The frame that is offered shows it, from the moment that was chosen."""
    page.goto(f"{preview.episode}#t=100")
    wait_until(page, "document.querySelector('audio').currentTime == 100")
    page.get_by_role("button", name="Share", exact=True).click()
    frame = page.get_by_label("Player for your own page").input_value()
    assert frame.startswith(f'<iframe src="{preview.episode}embed/#t=100" width=')

    page.route("**/somebodys.html", lambda route: route.fulfill(content_type="text/html", body=frame))
    page.goto(f"{preview.url}somebodys.html")
    player = page.frame_locator("iframe")
    player.get_by_role("link", name="The bridge & the river").wait_for()
    player.get_by_text("1:40", exact=True).wait_for()


def test_the_bar_tells_what_is_where_it_is_pointed_at(page, preview):
    """The time, and the chapter."""
    page.goto(preview.episode)
    box = page.get_by_label("Place in the episode").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.get_by_text(re.compile(r"^\d:\d\d Money$")).wait_for()
    page.mouse.move(2, 2)
    page.get_by_text(re.compile(r"^\d:\d\d Money$")).wait_for(state="detached")


def test_a_highlight_leads_to_its_place(page, preview):
    """A stretch that stands for the episode, as the feed names it."""
    page.goto(preview.episode)
    page.get_by_role("region", name="Highlights").get_by_role("link", name="Who pays").click()
    wait_until(page, "document.querySelector('audio').currentTime >= 66")


def test_a_list_leads_to_an_episode_that_plays(page, preview):
    """The button of its row; the rest of the row only leads there."""
    page.goto(f"{preview.url}quick-take/")
    page.get_by_role("link", name="Play: The bridge & the river").click()

    wait_until(page, "document.querySelector('audio')?.currentTime > 0.1")
    assert is_playing(page)


def test_the_player_speaks_the_shows_language(page, preview):
    """What the script says is not left in English."""
    page.goto(f"{preview.url}kurz/lang/")
    page.get_by_role("button", name="Abspielen", exact=True).wait_for()
    page.get_by_label("Im Transkript suchen").fill("nirgends gesagt")
    page.get_by_text("Nicht gefunden").wait_for()
    page.get_by_role("button", name="Tempo 1×").click()

    assert page.get_by_role("button", name="Tempo 1.2×").is_visible()


def test_keys_work_and_can_be_switched_off(page, preview):
    """WCAG 2.1.4 asks for the switch."""
    page.goto(f"{preview.episode}#t=100")
    page.keyboard.press("l")
    wait_until(page, "document.querySelector('audio').currentTime == 130")
    page.keyboard.press("n")
    wait_until(page, "document.querySelector('audio').currentTime == 300")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")

    page.keyboard.press("?")
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Close").click()
    page.locator("body").press("j")

    assert now(page) == 300


def test_doubtful_words_show_on_demand(page, preview):
    """Softly, and not before."""
    page.goto(preview.episode)
    style = "getComputedStyle(document.querySelector('.doubt')).textDecorationStyle"
    assert page.evaluate(style) == "solid"

    page.get_by_role("button", name="Doubtful words").click()

    assert page.evaluate(style) == "dotted"


def test_the_address_of_the_feed_is_copied(page, preview):
    """The one under which the page was asked."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(preview.episode)
    page.get_by_text("Subscribe").click()
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_text("Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == f"{preview.url}quick-take/feed.xml"


def test_the_list_of_all_episodes_is_filtered_and_turned(page, preview):
    """By number or words of the title."""
    page.goto(f"{preview.url}quick-take/episodes/")
    page.get_by_label("Find by title or number").fill("part 7")
    assert page.locator("[data-find]:visible").all_inner_texts()[0].split()[:3] == ["7", "Part", "7"]

    page.get_by_label("Find by title or number").fill("")
    page.get_by_role("button", name="Oldest first").click()

    assert page.locator("[data-find] a").first.inner_text() == "Part 1"


def test_without_a_script_it_is_read_heard_and_linked(browser, preview):
    """Native players, anchors, and times that open the recording."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 800, "height": 800}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{preview.episode}#s42")

    assert page.locator("audio").is_visible()
    assert page.locator("video").is_visible()
    assert not page.locator("[data-dock]").is_visible()
    assert not page.locator("[data-tools]").is_visible()
    assert 0 < page.locator("#s42").bounding_box()["y"] < 800
    assert page.locator("#s42:target").count() == 1
    page.goto(f"{preview.episode}#chapter-3")
    assert 0 < page.locator("#chapter-3").bounding_box()["y"] < 800
    context.close()


def test_no_attack_runs_even_without_the_policy(browser):
    """The page of all attacks is opened with the policy off; nothing calls the function that they call."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.add_init_script("window.runs = 0; window.alert = () => { window.runs += 1 }")
    page.route("**/*", lambda route: route.fulfill(body=crowded(list(ATTACKS) * 5), content_type="text/html"))
    page.goto("http://hostile.test/")
    for link in page.locator("main a").all()[:40]:
        link.dispatch_event("mouseover")

    assert page.locator("h1").inner_text() == ATTACKS[0]
    assert page.evaluate("window.runs") == 0
    context.close()


@pytest.mark.parametrize("sort", SORTS)
def test_pages_ask_nobody_else_and_complain_of_nothing(page, preview, sort):
    """No request leaves the site, none fails, and nothing is written to the console."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(preview.url + sort)
    page.wait_for_load_state("load")

    assert {urlsplit(url).netloc for url in asked} == {urlsplit(preview.url).netloc}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_sticks_out_sideways(page, preview, width):
    """From a small phone to a wide screen, and whatever titles say."""
    page.set_viewport_size({"width": width, "height": 800})
    for sort in (*SORTS, *UNUSUAL):
        page.goto(preview.url + sort)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, sort


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing(browser, preview, axe, scheme, width):
    """WCAG 2.2 AA and good practice, as far as a machine can tell."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for sort in KINDS:
        page.goto(preview.url + sort)
        page.evaluate(axe)
        found = page.evaluate("axe.run(document)")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == [], sort
    context.close()
