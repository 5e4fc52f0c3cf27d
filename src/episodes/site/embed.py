"""The player for other people's pages, and the oEmbed answer that tells of it (https://oembed.com)."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from episodes.core.addresses import episode_folder, episode_page, page_url, show_page
from episodes.core.episode import Episode
from episodes.core.publication import Publication, ShowPublication
from episodes.site.markdown import clean_text
from episodes.site.places import Place

#: Size of the frame, in CSS pixels: cover, title and player without a scroll bar; video is taller.
WIDTH, HEIGHT, VIDEO_HEIGHT = 640, 340, 660
#: What the player may do in a page of another site.
ALLOWED = "autoplay; fullscreen; clipboard-write"


def embed_page(episode: Episode) -> str:
    return f"{episode_folder(episode)}/embed/index.html"


def oembed_file(episode: Episode) -> str:
    return f"{episode_folder(episode)}/oembed.json"


def frame_of(episode: Episode, base_url: str) -> Markup:
    """Write the element that shows an episode's player on another page."""
    return Markup('<iframe src="{}" width="{}" height="{}" title="{}" allow="{}" loading="lazy"></iframe>').format(
        page_url(base_url, embed_page(episode)), WIDTH, _height(episode), clean_text(episode.title), ALLOWED
    )


def _height(episode: Episode) -> int:
    main = episode.main_medium
    return VIDEO_HEIGHT if main and main.kind == "video" else HEIGHT


def oembed_answer(show: ShowPublication, publication: Publication) -> bytes:
    """Write the static answer for an episode's page; it cannot know a reader's wish for another size."""
    episode = publication.episode
    here = Place(base_url=show.base_url, path=episode_page(episode))
    answer: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": clean_text(episode.title),
        "author_name": clean_text(show.show.title),
        "author_url": here.url(show_page(show.show.slug)),
        "provider_name": clean_text(show.show.title),
        "provider_url": here.url("index.html"),
        "html": str(frame_of(episode, show.base_url)),
        "width": WIDTH,
        "height": _height(episode),
    }
    if publication.card:
        answer |= {"thumbnail_url": here.url(publication.card), "thumbnail_width": 1200, "thumbnail_height": 630}
    return json.dumps(answer, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
