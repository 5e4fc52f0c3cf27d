"""Parts of a web page by what its theme calls them: the article, what frames it, what stands below it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import Any

from lxml import html

#: What frames every page of a site.
_FURNITURE = ("nav", "script", "style", "noscript", "template", "svg", "iframe", "form", "button", "select")
_ROLES = {"navigation", "search", "banner", "contentinfo"}
#: Words of classes and ids that hold an article's own text and nothing else, as themes call them.
_CONTENT = re.compile(
    r"(?:^|\s)(?:(?:entry|post|article|td-post|single-post|blog-post|page|episode|single|available|story|"
    r"elementor-widget-theme-post)[-_]{0,2}content|(?:article|post|entry|story)[-_]{0,2}(?:body|text)|"
    r"shownotes|show-notes|episode-(?:description|notes|body)|c-content|e-content|gh-content|field--name-body|rich-?text-content)(?:\s|$)",
    re.IGNORECASE,
)
#: Words of classes and ids of what belongs to the site, and not to the article beside which it stands.
_FRAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|navi|menu|topbar|breadcrumbs?|shar(?:e|ing|er)|share-?buttons?|social|socials|"
    r"sharedaddy|mashsb\w*|addtoany|a2a|cookies?|cookie\w*|consent|gdpr|sidebar|newsletter|subscription|optin|mailchimp|"
    r"skip-link|advert\w*|ads?|adsbygoogle|banner|popup|modal|paywall|pagination|pager|"
    r"tagcloud|tags-links|toc|jp-likes?|likes?-?widget|author-?box|author-?bio|about-?author|(?:post|entry)-author|byline|views|ufi|reactions?|"
    r"search-?form|searchform|site-?header|site-?footer|masthead|footer|footer-widgets?|copyright|comments-link|"
    r"(?:td-)?module-comments|readtime|reading-?time|print-?friendly|edit-link|backlink|"
    r"screen-reader-text|sr-only|visually-hidden)(?:[\s_-]|$)",
    re.IGNORECASE,
)
#: A container of comments, as plugins and themes call it.
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comments?[-_](?:area|section|list|wrap(?:per)?|container|thread|block)|commentlist|"
    r"wpdcom|wpcomm|wpdiscuz\w*|wc[-_]comments?|disqus_thread|respond|comment-respond|fb-comments)(?:\s|$)",
    re.IGNORECASE,
)
#: Words of classes and ids of what holds the players of other posts.
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|related|recommended|recommendations|more-(?:posts|episodes)|latest|read-?next|you-may|footer|"
    r"nav|menu|widget-area)(?:[\s_-]|$)",
    re.IGNORECASE,
)
#: Below an article, links tell the titles of other posts, so that those within the site are made whole.
NOWHERE = "https://page.invalid/"
#: Above so much of a page's text, a part is the page itself, whatever its name.
_MOST_OF_PAGE = 0.5


def name_of(element: Any) -> str:
    """The classes and the id of an element, parted by blanks."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def is_of_comments(element: Any) -> bool:
    """Whether an element holds readers' comments, or stands in one that does."""
    return any(
        isinstance(one.tag, str) and one.tag not in ("body", "html") and _COMMENTS.search(name_of(one)) is not None
        for one in (element, *element.iterancestors())
    )


def without_furniture(root: Any) -> None:
    """Take out what frames every page of a site; the furniture of an article, as its header, stays."""
    content = _content(root)
    whole = len(str(root.text_content())) or 1
    gone = [one for one in root.iter() if isinstance(one.tag, str) and _is_furniture(one, content, whole)]
    for element in gone:
        if element.getparent() is not None:
            element.drop_tree()


def article_only(root: Any) -> Callable[[Any], bool]:
    """A way to tell whether a player is of a page's article: not of a menu, a side bar, comments, or below it.

    Unlike text, a player may stand behind a notice of cookies, in a window of its own, or in the article's header.
    """
    content = _content(root)
    articles = list(root.iter("article"))
    outer = _article_of(content) if content is not None else None
    if outer is not None and outer.tag == "article":
        ending = outer
    else:
        ending = content if content is not None or len(articles) != 1 else articles[0]
    around = set() if ending is None else {ending, *ending.iterancestors()}

    def is_inside(element: Any) -> bool:
        line = [element, *element.iterancestors()]
        if any(
            one.tag in ("aside", "footer", "nav") or _ELSEWHERE.search(name_of(one))
            for one in line
            if one not in around
        ):
            return False
        apart = line[: next((at for at, one in enumerate(line) if one in around), 0)]  # of which none holds the article
        is_below = bool(apart) and any(one in around for one in apart[-1].itersiblings(preceding=True))
        return not is_below and not is_of_comments(element)

    return is_inside


def parted(root: Any) -> tuple[str, str]:
    """The HTML of a page up to the end of its article, and of what stands below it.

    A page whose article has no name that we know is all article. Links below it are whole addresses. Takes elements
    out of `root`.
    """
    body = root.find("body")
    whole = root if body is None else body
    content = _content(root)
    below = ""
    if content is not None:
        article = _article_of(content)
        below = _cut_below(content, whole)
        if article is not None and article.find(".//h1") is not None:
            whole = article
    return str(html.tostring(whole, encoding="unicode", with_tail=False)), below


def _content(root: Any) -> Any:
    """The element that holds the article's own text: the longest of those named so, comments apart."""
    named = [
        one for one in root.iter("div", "section", "article", "main", "td")
        if (one.get("itemprop") == "articleBody" or _CONTENT.search(name_of(one))) and not is_of_comments(one)
    ]  # fmt: skip
    every = frozenset(named)
    outer = [one for one in named if not any(parent in every for parent in one.iterancestors())]
    best = max(outer, key=lambda one: len(one.text_content()), default=None)
    if best is None or any(h1 is not None for h1 in best.iter("h1")):
        return None  # named like it, and yet with the title inside: the page's frame
    return best


def _article_of(content: Any) -> Any:
    inside = [one for one in content.iterancestors() if one.tag in ("article", "main") or one.get("role") == "main"]
    return inside[0] if inside else None


def _cut_below(content: Any, whole: Any) -> str:
    """Cut out what follows the article in the page, nearest first."""
    below: Any = html.Element("div")
    for element in [content, *content.iterancestors()]:
        if element is whole or element.tag in ("body", "html"):
            break
        for after in list(element.itersiblings()):
            below.append(after)
    with contextlib.suppress(ValueError):  # an address that is none
        below.make_links_absolute(NOWHERE)
    return str(html.tostring(below, encoding="unicode"))


def _is_furniture(element: Any, content: Any, whole: int) -> bool:
    if element.tag in _FURNITURE or str(element.get("role") or "").lower() in _ROLES:
        return not (element.tag == "form" and element.find(".//h1") is not None)  # ASP.NET: the page is one form
    hidden = element.get("hidden") is not None or str(element.get("aria-hidden") or "") == "true"
    if hidden or _is_frame_by_name(element, content, whole):
        return True
    inside = any(parent.tag in ("article", "main", "section") for parent in element.iterancestors())
    return element.tag in ("header", "footer") and not inside and element.find(".//h1") is None


def _is_frame_by_name(element: Any, content: Any, whole: int) -> bool:
    if element.tag in ("body", "html", "main", "article", "h1", "a", "time") or not _FRAME.search(name_of(element)):
        return False
    if element.find(".//h1") is not None or is_of_comments(element):
        return False
    if content is not None and (element is content or element in content.iterancestors()):
        return False
    return len(str(element.text_content())) < whole * _MOST_OF_PAGE
