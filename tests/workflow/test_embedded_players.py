"""Which frames of a page are its episode's players, and what they are to it."""

from __future__ import annotations

import pytest

from episodes.feed.reading.article import Article, read_article
from episodes.workflow.embedded_players import embedded_players, is_of_one

FILM = "https://www.youtube.com/embed/abcdefghij1"
PAGE = """<html><body><article><h1>Crumb Hour, Episode 7: Rye</h1>
<div class="entry-content"><p>{words}</p>{within}</div>
{behind}</article>{below}</body></html>"""


def article(within: str = "", *, behind: str = "", below: str = "") -> Article:
    text = PAGE.format(words="Words on rye. " * 40, within=within, behind=behind, below=below)
    return read_article(text.encode(), url="https://crumb.example/7")


def frame(url: str, attribute: str = "src") -> str:
    return f'<iframe {attribute}="{url}"></iframe>'


@pytest.mark.parametrize(
    "page",
    [
        article(frame(FILM)),
        article(frame(f"{FILM}?list=PLabcdef")),
        article(frame(" HTTPS://www.youtube.com/embed/abcdefghij1 ")),
        article(behind=f'<div class="player">{frame(FILM)}</div>'),
        article(f'<div class="cookie-notice-wrap">{frame(FILM, "data-src")}</div>'),
        article(f"<noscript>{frame(FILM)}</noscript>"),
        article(f'<div class="lazy" data-src="{FILM}"></div>'),
        article('<lite-youtube videoid="abcdefghij1"></lite-youtube>'),
        article(frame(f"https://cdn.embedly.com/widgets/media.html?src={FILM}")),
    ],
)
def test_a_player_of_the_article_is_a_medium(page: Article):
    """However a theme writes it, and behind whatever notice it waits."""
    (medium,) = embedded_players(page.players).media
    assert (medium.source.provider, medium.source.key, medium.media_key) == ("youtube", "abcdefghij1", "")


@pytest.mark.parametrize(
    "page",
    [
        article(below=frame(FILM)),
        article(f'<section class="related-posts">{frame(FILM)}</section>'),
        article(f"<aside>{frame(FILM)}</aside>"),
        article(frame(f"https://www.facebook.com/plugins/like.php?href={FILM}")),
        article(f'<div class="share" data-url="{FILM}"></div>'),
        article(frame("https://www.youtube.com:abc/embed/abcdefghij1")),
        article(frame("https://[x/embed/abcdefghij1")),
    ],
)
def test_other_frames_are_nothing_to_an_episode(page: Article):
    """Buttons, players of other posts, and addresses that are none."""
    players = embedded_players(page.players)
    assert (players.media, players.links, players.notes) == ((), (), ())


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/embed/videoseries?list=PLabcdef",
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/playlists/12",
        "https://w.soundcloud.com/player/?url=https%3A//[x",
        "https://www.mixcloud.com/widget/iframe/?feed=%2Fann%2Fone%2F",
    ],
)
def test_what_cannot_be_told_from_an_address_is_a_link(url: str):
    """Two of them are never taken for the same medium."""
    players = embedded_players(article(frame(url)).players)
    assert players.media == ()
    assert [link.url for link in players.links] == [url]
    assert len(players.notes) == 1


def test_a_page_is_of_one_episode_where_each_place_has_one_player():
    """Its own file counts as a place."""
    vimeo, own = frame("https://player.vimeo.com/video/12345"), '<audio src="https://crumb.example/7.mp3"></audio>'
    assert is_of_one(article(frame(FILM) + vimeo))
    assert is_of_one(article(frame(FILM) + own))
    assert not is_of_one(article(frame(FILM)))
    assert not is_of_one(article(own))
    assert not is_of_one(article(frame(FILM) + frame(FILM[:-1] + "2") + vimeo))
