"""What pages say to machines: schema.org in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from episodes.core.addresses import episode_page, feed_file, media_file, show_page
from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.media import Medium
from episodes.core.publication import Publication, ShowPublication
from episodes.core.sound import offered_media
from episodes.site.markdown import clean_text
from episodes.site.phrases import iso_duration
from episodes.site.places import Place, person_page

Data = dict[str, Any]


def as_script(data: Data) -> Markup:
    """Write JSON that can stand inside a script element whatever its texts are."""
    text = json.dumps(_without_empty(data), ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - no character is left that HTML or JavaScript reads as its own


def show_data(here: Place, publication: ShowPublication) -> Data:
    """Describe a show (https://schema.org/PodcastSeries)."""
    show = publication.show
    return {
        "@context": "https://schema.org",
        "@type": "PodcastSeries",
        "@id": here.url(show_page(show.slug)),
        "url": here.url(show_page(show.slug)),
        "name": show.title,
        "description": show.description,
        "inLanguage": show.language,
        "webFeed": here.url(feed_file(show.slug)),
        "image": _pictures(here, publication.cover, publication.card),
        "author": [_person(here, show.slug, host) for host in show.hosts],
        "sameAs": show.link,
    }


def episode_data(here: Place, show: ShowPublication, publication: Publication) -> Data:
    """Describe an episode (https://schema.org/PodcastEpisode), with a Clip for each chapter."""
    episode = publication.episode
    pictures = _pictures(here, publication.cover or show.cover, publication.card)
    return {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "@id": here.url(),
        "url": here.url(),
        "name": episode.title,
        "episodeNumber": episode.number,
        "datePublished": episode.published_at.isoformat(),
        "description": episode.summary,
        "inLanguage": episode.language or show.show.language,
        "timeRequired": iso_duration(episode.duration) if episode.duration else "",
        "image": pictures,
        "partOfSeries": {"@type": "PodcastSeries", "name": show.show.title, "url": here.url(show_page(show.show.slug))},
        "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": episode.season} if episode.season else "",
        "author": [_person(here, episode.show, credit) for credit in episode.hosts],
        "actor": [_person(here, episode.show, credit) for credit in episode.guests],
        "associatedMedia": [_medium(here, episode, one, pictures) for one in offered_media(episode.media)],
        "hasPart": [
            {
                "@type": "Clip",
                "name": chapter.title,
                "startOffset": round(chapter.start),
                "endOffset": round(following) if following else None,
                "url": f"{here.url(episode_page(episode))}#t={chapter.start:.0f}",
            }
            for chapter, following in zip(
                episode.chapters,
                [*(one.start for one in episode.chapters[1:]), episode.duration],
                strict=False,
            )
        ],
    }


def _person(here: Place, show: str, credit: Credit) -> Data:
    return {
        "@type": "Person",
        "name": credit.name,
        "jobTitle": credit.title,
        "affiliation": {"@type": "Organization", "name": credit.organisation} if credit.organisation else "",
        "url": here.url(person_page(show, credit.name)),
        "sameAs": credit.url,
    }


def _pictures(here: Place, *paths: str) -> list[str]:
    return [here.url(path) for path in paths if path]


def _medium(here: Place, episode: Episode, medium: Medium, pictures: list[str]) -> Data:
    return {
        "@type": "VideoObject" if medium.kind == "video" else "AudioObject",
        "name": episode.title,
        "description": episode.summary or episode.title,
        "thumbnailUrl": pictures if medium.kind == "video" else "",
        "uploadDate": episode.published_at.isoformat(),
        "contentUrl": here.url(media_file(episode, medium)),
        "encodingFormat": medium.mime_type,
        "contentSize": str(medium.length) if medium.length else "",
        "duration": iso_duration(medium.duration) if medium.duration else "",
        "width": medium.width or None,
        "height": medium.height or None,
    }


def _without_empty(value: Any) -> Any:
    """Leave out what nobody told; texts lose their control characters."""
    if isinstance(value, dict):
        return {key: kept for key, one in value.items() if (kept := _without_empty(one)) not in ("", None, [], {})}
    if isinstance(value, list):
        return [_without_empty(one) for one in value]
    return clean_text(value) if isinstance(value, str) else value
