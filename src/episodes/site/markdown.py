"""Show notes: Markdown from anywhere turned into clean HTML with links and clickable times."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from episodes.core.timecode import parse_timecode

#: Headings of the notes begin below the page's own, or below that of the part that they stand in.
_FIRST_HEADING = 2
_TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code",
    "em", "strong", "s", "a", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_LINKABLE = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)|(?<![\w:.])(?P<time>(?:\d{1,2}:)?[0-5]?\d:[0-5]\d)(?![\w:]|[.,]\d)", re.IGNORECASE
)
# C0, C1 and direction overrides turn text around or hide it; tabs and line ends are text.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def render_notes(text: str, first_heading: int = _FIRST_HEADING) -> Markup:
    r"""Turn Markdown into HTML in which nothing is active: no raw HTML, no images, no styles.

    Bare addresses become links, and times such as 12:34 lead to that place of the episode.
    Pictures become links to them, since a page must not ask other sites for anything.

    >>> str(render_notes("# News\n**Bold** at 1:05<script>")).replace("\n", "")
    '<h2>News</h2><p><strong>Bold</strong> at <a href="#t=65" rel="noopener">1:05</a>&lt;script&gt;</p>'
    """
    html = _parser().render(clean_text(text), {"first heading": first_heading})
    return Markup(  # noqa: S704 - nh3 has just cleaned it
        nh3.clean(
            html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel="noopener"
        ).strip()
    )


def clean_text(text: str) -> str:
    """Take out characters that no reader should meet: controls, direction overrides, lone surrogates."""
    if text.isprintable():  # nearly all texts, and much faster than looking for what is not
        return text
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    parser.core.ruler.push("headings", _lower_headings)
    parser.core.ruler.push("links", _link_text)
    parser.add_render_rule("image", _picture_as_link)
    return parser


def _lower_headings(state: StateCore) -> None:
    """Let them follow one another without gaps, whatever levels the text uses."""
    above: list[int] = []
    for token in state.tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            above = [*(one for one in above if one < level), level]
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, state.env['first heading'] + len(above) - 1)}"


def _link_text(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = _with_links(token.children)


def _with_links(tokens: Sequence[Token]) -> list[Token]:
    linked: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type in ("link_open", "link_close") else 0
        linked += _split_links(token) if token.type == "text" and not depth else [token]
    return linked


def _split_links(token: Token) -> list[Token]:
    parts: list[Token] = []
    at = 0
    for match in _LINKABLE.finditer(token.content):
        shown = _without_tail(match["url"]) if match["url"] else match["time"]
        href = shown if match["url"] else f"#t={parse_timecode(shown):.0f}"
        parts += [_text(token.content[at : match.start()]), *_link(href, shown)]
        at = match.start() + len(shown)
    return [*parts, _text(token.content[at:])]


def _without_tail(url: str) -> str:
    """Leave the sentence's own punctuation out of an address."""
    url = url.rstrip(".,;:!?'*_~")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?'")
    return url


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _link(href: str, shown: str) -> list[Token]:
    return [Token("link_open", "a", 1, attrs={"href": href}), _text(shown), Token("link_close", "a", -1)]


def _picture_as_link(
    _renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: MutableMapping[str, Any]
) -> str:
    token = tokens[index]
    escape = Markup.escape
    return str(Markup('<a href="{}">{}</a>').format(escape(token.attrs.get("src", "")), token.content or "Picture"))
