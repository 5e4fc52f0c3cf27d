"""An episode's words for apps: its title, a description of few tags, and the whole notes as clean HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from episodes.core.chapter import Chapter
from episodes.core.episode import Episode, Link, LinkKind
from episodes.core.timecode import format_clock
from episodes.feed.elements import web_address
from episodes.feed.markup import clean
from episodes.feed.plain_notes import render_plain

#: Bytes of a description that Apple shows (Podcaster's guide to RSS).
DESCRIPTION_BYTES = 4000

#: An address in running text, without the sentence's own signs at its end; a bracket closes only what it opened.
_ADDRESS = re.compile(r"https?://[^\s<>\"()]+(?:\([^\s<>\"()]*\)[^\s<>\"()]*)*(?<![.,;:!?'*_~])", re.IGNORECASE)
_TAGS = {
    "p", "br", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a",
}  # fmt: skip
_HEADINGS: dict[LinkKind, str] = {
    "citation": "Sources",
    "link": "Links",
    "watch": "Watch",
    "listen": "Listen",
    "sponsor": "Sponsors",
    "subscribe": "Subscribe",
    "follow": "Follow",
}


def title_of(episode: Episode) -> str:
    """The title; an item must have one, whatever there is to make it of."""
    number = f"Episode {episode.number}" if episode.number is not None else ""
    titles = (clean(title).strip() for title in (episode.title, episode.original_title, number, episode.slug))
    return next((title for title in titles if title), episode.guid)


def render_description(episode: Episode, chapters: Iterable[Chapter]) -> str:
    """Write the summary and the chapters' lines in the tags that Apple and PSP-1 allow, within Apple's length."""
    paragraphs = [_escaped(part.strip()) for part in _summary(episode).split("\n\n") if part.strip()]
    paragraphs += [f"{format_clock(c.start, hours=True)} {_escaped(_line(c.title))}" for c in chapters]
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    written = "\n".join(paragraphs)
    is_short = len(written) <= DESCRIPTION_BYTES / 4  # whatever its letters are
    return written if is_short else "\n".join(_within(paragraphs))


def _within(paragraphs: Iterable[str]) -> Iterator[str]:
    room = DESCRIPTION_BYTES
    for number, paragraph in enumerate(paragraphs):
        size = len(paragraph.encode("utf-8", "ignore")) + 1
        if size > room and number == 0:
            yield f"<p>{_shorten(paragraph[3:-4], room - 8)}</p>"
        if size > room:
            return
        yield paragraph
        room -= size


def _shorten(text: str, size: int) -> str:
    """Cut at a word, never inside a character or an entity."""
    cut = text.encode("utf-8", "ignore")[: size - 3].decode("utf-8", "ignore").rsplit(" ", 1)[0]
    if "&" in cut[-10:] and ";" not in cut[cut.rindex("&") :]:
        cut = cut[: cut.rindex("&")]
    return cut + "…"


def _summary(episode: Episode) -> str:
    return episode.summary.strip() or _first_paragraph(episode.notes) or title_of(episode)


def _first_paragraph(notes: str) -> str:
    html = render_markdown(notes)
    text = nh3.clean(html.split("</p>")[0], tags=set()).strip() if html else ""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def render_content(episode: Episode, disclaimer: str) -> str:
    """Write the whole show notes: notes, or else the summary; the links that they do not hold yet; the disclaimer."""
    body = render_markdown(episode.notes) or render_markdown(_summary(episode))
    parts = [body, *_link_lists(episode.links, body)]
    if disclaimer.strip() and disclaimer.strip() not in episode.notes:
        parts.append(f"<p><em>{_escaped(disclaimer.strip())}</em></p>")
    return "\n".join(part for part in parts if part)


def _link_lists(links: Iterable[Link], body: str) -> Iterator[str]:
    anchors: dict[LinkKind, list[str]] = {}
    for link in links:
        if not link.url or escape(link.url) not in body:
            anchors.setdefault(link.kind, []).append(f"\n<li>{_anchor(link)}</li>")
    for kind in sorted(anchors, key=[*_HEADINGS].index) if len(anchors) > 1 else anchors:
        yield f"<h3>{_HEADINGS[kind]}</h3>\n<ul>{''.join(anchors[kind])}\n</ul>"


def _anchor(link: Link) -> str:
    title = _escaped(_line(link.title or link.url))
    url = link.url if link.url.lower().startswith("mailto:") else web_address(link.url)
    return f'<a href="{escape(url)}">{title}</a>' if url else title


def _line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Write text as it stands between tags of HTML."""
    if "&" not in text and "<" not in text and ">" not in text:
        return text
    return escape(text, quote=False)


def render_markdown(text: str) -> str:
    """Turn Markdown into HTML in which nothing is active: no scripts, styles, frames or pictures."""
    if not text.strip():
        return ""
    plain = render_plain(text)
    return render_markdown_at_length(text) if plain is None else plain


def render_markdown_at_length(text: str) -> str:
    """The same for any text whatever, by a parser of Markdown and a cleaner of HTML."""
    html: str = _parser().render(clean(text))
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_whole_addresses,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    ).strip()


def _link_addresses(state: StateCore) -> None:
    """Make links of the bare addresses that descriptions are full of."""
    for token in state.tokens:
        if token.type == "inline" and token.children and "://" in token.content:
            token.children = list(_with_links(token.children))


def _with_links(tokens: Iterable[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type in ("link_open", "link_close") else 0
        if token.type != "text" or depth:
            yield token
            continue
        place = 0
        for match in _ADDRESS.finditer(token.content):
            yield Token("text", "", 0, content=token.content[place : match.start()])
            yield Token("link_open", "a", 1, attrs={"href": web_address(match[0])})
            yield Token("text", "", 0, content=match[0])
            yield Token("link_close", "a", -1)
            place = match.end()
        yield Token("text", "", 0, content=token.content[place:])


def _whole_addresses(_tag: str, _attribute: str, value: str) -> str | None:
    """An app does not know what page an address such as "../about" starts from."""
    return value if value.lower().startswith(("http://", "https://", "mailto:")) else None


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True})
    parser.core.ruler.push("headings", _lower_headings)
    parser.core.ruler.push("links", _link_addresses)
    return parser


def _lower_headings(state: StateCore) -> None:
    """The app shows the title above the notes, so their own headings begin below it."""
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
