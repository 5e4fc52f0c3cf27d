"""What the templates of an episode's page are given, worked out beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from episodes.core.accents import ACCENTS
from episodes.core.addresses import CAPTION_FORMATS, media_file, transcript_file
from episodes.core.chapter import Chapter
from episodes.core.episode import Comment, Episode, Link
from episodes.core.light import dataclass
from episodes.core.media import Medium
from episodes.core.paragraphs import Paragraph, iter_paragraphs
from episodes.core.publication import Publication
from episodes.core.transcript import Segment
from episodes.site.markdown import clean_text
from episodes.site.phrases import say_size
from episodes.site.words import Words

_CAPTION_NAMES = {"vtt": "WebVTT", "srt": "SubRip", "json": "JSON", "txt": "Text"}
_PROVIDERS = {
    "youtube": "YouTube", "soundcloud": "SoundCloud", "vimeo": "Vimeo", "spotify": "Spotify", "odysee": "Odysee",
    "rumble": "Rumble", "bitchute": "BitChute", "peertube": "PeerTube", "applepodcasts": "Apple Podcasts",
}  # fmt: skip
#: Answers to answers to answers are set beside one another; a phone is too narrow for more.
MOST_NESTED = 3
#: Steps between the accents of two speakers; it leads through all nine.
_STRIDE = 4
#: A word that the recogniser was less sure of than this is a doubtful one.
DOUBTFUL = 0.4


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A paragraph of the transcript as the page shows it."""

    first: int  #: position of its first segment: the anchor
    start: float
    speaker: str  #: empty where the same one goes on
    tint: str = ""  #: an accent of the speaker's own, where several speak
    html: Markup
    chapter: tuple[int, Chapter] | None = None  #: the chapter that begins here, with its number


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A comment with the answers to it."""

    comment: Comment
    answers: tuple[Thread, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Download:
    """Files of one sort that a listener can take away: what each is called, and its path under the web root."""

    label: str
    files: tuple[tuple[str, str], ...]


def playable(episode: Episode) -> tuple[Medium, ...]:
    """The held media, one of a kind, the transcript's own first."""
    held = [medium for medium in episode.media if medium.media_key]
    return tuple(medium for i, medium in enumerate(held) if medium.kind not in {one.kind for one in held[:i]})


def pieces(publication: Publication, accent: str = "") -> Iterator[Piece]:
    """Lay the transcript out in paragraphs, with chapters as headings between them."""
    chapters = list(enumerate(publication.episode.chapters, start=1))
    tints = _tints(publication, accent)
    speaker = ""
    for paragraph in iter_paragraphs(
        publication.transcript.segments if publication.transcript else (),
        breaks=[chapter.start for _, chapter in chapters],
    ):
        begun = [one for one in chapters if one[1].start <= paragraph.start + 0.5]
        chapters = chapters[len(begun) :]
        for skipped in begun[:-1]:
            yield Piece(first=-1, start=skipped[1].start, speaker="", html=Markup(), chapter=skipped)
        yield Piece(
            first=paragraph.positions[0],
            start=paragraph.start,
            speaker=paragraph.speaker if paragraph.speaker != speaker or begun else "",
            tint=tints.get(paragraph.speaker, ""),
            html=_spans(paragraph),
            chapter=begun[-1] if begun else None,
        )
        speaker = paragraph.speaker
    for chapter in chapters:
        yield Piece(first=-1, start=chapter[1].start, speaker="", html=Markup(), chapter=chapter)


def _tints(publication: Publication, accent: str) -> dict[str, str]:
    """Give speakers accents that lie far apart, the first one the show's; one alone needs none."""
    segments = publication.transcript.segments if publication.transcript else ()
    speakers = [speaker for speaker in dict.fromkeys(segment.speaker for segment in segments) if speaker]
    if len(speakers) < 2:
        return {}
    first = ACCENTS.index(accent) if accent in ACCENTS else 0
    return {name: ACCENTS[(first + _STRIDE * place) % len(ACCENTS)] for place, name in enumerate(speakers)}


def _spans(paragraph: Paragraph) -> Markup:
    """Write each segment as a span with its time and, as anchor, its position: `#s120`.

    Made here and not in a template: a three-hour transcript has thousands of them.
    """
    written = []
    for position, segment in zip(paragraph.positions, paragraph.segments, strict=True):
        doubt = ' class="doubt"' if segment.doubts else ""
        time = f"{max(0.0, segment.start):.2f}".rstrip("0").rstrip(".")
        written.append(f'<span id="s{position}"{doubt} data-t="{time}">{_words(segment)}</span>')
    return Markup(" ".join(written))  # noqa: S704 - every text in it went through `escape`


def _words(segment: Segment) -> str:
    """Escape the text; doubtful words are marked where the words are still those that were heard."""
    text = clean_text(segment.text).strip()
    if any(word.probability < DOUBTFUL for word in segment.words):
        heard = "".join(word.text for word in segment.words)
        if heard.strip() == text:
            marked = "".join(_word(word.text, sure=word.probability >= DOUBTFUL) for word in segment.words)
            return marked.strip()
    return str(escape(text))


def _word(text: str, *, sure: bool) -> str:
    space = " " if text[:1].isspace() else ""
    return f"{escape(text)}" if sure else f'{space}<span class="doubt">{escape(text.strip())}</span>'


def has_doubts(publication: Publication) -> bool:
    segments = publication.transcript.segments if publication.transcript else ()
    return any(s.doubts or any(word.probability < DOUBTFUL for word in s.words) for s in segments)


def downloads(publication: Publication, words: Words) -> tuple[Download, ...]:
    """The recordings, then the transcript in its formats."""
    episode = publication.episode
    media = tuple(
        Download(
            label=words(medium.kind.capitalize()),
            files=(
                (
                    f"{medium.media_key.rpartition('.')[2].upper()}, {say_size(medium.length, words)}",
                    media_file(episode, medium),
                ),
            ),
        )
        for medium in playable(episode)
    )
    if not publication.transcript:
        return media
    formats = [extension for extension in CAPTION_FORMATS if extension in _CAPTION_NAMES]
    texts = tuple((words(_CAPTION_NAMES[extension]), transcript_file(episode, extension)) for extension in formats)
    return (*media, Download(label=words("Transcript"), files=texts))


def elsewhere(episode: Episode, words: Words) -> tuple[Link, ...]:
    """Where else the episode is: links to watch and listen, and sources that are pages for people."""
    links = [link for link in episode.links if link.kind in ("watch", "listen")]
    for medium in episode.media:
        source = medium.source
        if source.provider not in ("file", "web", "feed") and is_web(source.url):
            said = "Watch on {site}" if medium.kind == "video" else "Listen on {site}"
            name = _PROVIDERS.get(source.provider) or host_of(source.url)
            links.append(Link(title=words(said, site=name), url=source.url, kind="watch"))
    return _each_once(link for link in links if is_web(link.url))


def links_of(episode: Episode, *kinds: str) -> tuple[Link, ...]:
    """The links of some kinds; an address that is not of the web stays text."""
    return _each_once(
        link if is_web(link.url) else Link(title=link.title or link.url, kind=link.kind)
        for link in episode.links
        if link.kind in kinds and (link.title or link.url)
    )


def _each_once(links: Iterator[Link]) -> tuple[Link, ...]:
    return tuple({(link.url or link.title): link for link in links}.values())


def without_label(text: str, label: str) -> str:
    """Take a label off the beginning of a text that stands under a heading of the same name.

    >>> without_label("DISCLAIMER: Opinions only.", "disclaimer")
    'Opinions only.'
    """
    return re.sub(rf"^[\s*_#]*{re.escape(label)}[\s*_]*[:–—-][\s*_]*", "", text, flags=re.IGNORECASE)


def is_web(url: str) -> bool:
    """Tell an address that a page may link to from script addresses and the like."""
    return bool(re.match(r"https?://[^\s/]", url, re.IGNORECASE))


def host_of(url: str) -> str:
    """Name a site in few letters.

    >>> host_of("https://www.youtube.com/watch?v=1")
    'youtube.com'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def threads(comments: Sequence[Comment]) -> tuple[Thread, ...]:
    """Put approved comments under those that they answer; an answer to a hidden one stands alone."""
    shown = {place: comment for place, comment in enumerate(comments) if comment.approved}
    answers: dict[int | None, list[int]] = {}
    depth: dict[int, int] = {}
    above: dict[int, int | None] = {}
    for place, comment in shown.items():
        # Only an earlier comment can be answered; anything else would make rings.
        parent = comment.reply_to if comment.reply_to in depth and (comment.reply_to or 0) < place else None
        while parent is not None and depth[parent] >= MOST_NESTED:
            parent = above[parent]
        depth[place] = 0 if parent is None else depth[parent] + 1
        above[place] = parent
        answers.setdefault(parent, []).append(place)
    return _threads(answers, shown, None)


def _threads(
    answers: Mapping[int | None, Sequence[int]], shown: Mapping[int, Comment], parent: int | None
) -> tuple[Thread, ...]:
    return tuple(
        Thread(comment=shown[place], answers=_threads(answers, shown, place)) for place in answers.get(parent, ())
    )
