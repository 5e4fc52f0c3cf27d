"""An episode's page that Chromium saves as one file comes in as it does from the web."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from episodes.feed.reading.article import is_page, read_article

ADDRESS = "http://crumb.example/rye/7"
FILM = "https://www.youtube.com/embed/abcdefghij1"
TRACK = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12345&color=ff5500"
PAGE = f"""<html><head><meta charset="utf-8"><title>Rye</title></head><body><article><h1>Crumb Hour, Episode 7: Rye</h1>
<p>{"Brot ist “ein Wort”, und Käse noch eins. " * 30}</p><iframe src="{FILM}"></iframe><iframe src="{TRACK}"></iframe>
<p><a href="rye.mp3">Listen</a></p></article></body></html>"""


def test_a_page_saved_as_one_file_is_read(browser: Any, tmp_path: Path):
    with browser.new_context() as context:
        context.route("**/*", lambda route: route.fulfill(body="<html><body>sound and film</body></html>"))
        context.route(ADDRESS, lambda route: route.fulfill(body=PAGE, content_type="text/html; charset=utf-8"))
        page = context.new_page()
        page.goto(ADDRESS, wait_until="networkidle")
        saved = context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"].encode()

    article = read_article(saved, url=str(tmp_path / "rye.mhtml"))

    assert is_page(saved)
    assert (article.title, article.url) == ("Crumb Hour, Episode 7: Rye", ADDRESS)
    assert "“ein Wort”, und Käse" in article.text
    assert [player.url for player in article.players] == [FILM, TRACK]
    assert [medium.url for medium in article.page.media] == ["http://crumb.example/rye/rye.mp3"]
