"""Readers' comments of a web page, where its theme or plugin marks them as such."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from lxml import html

from episodes.core.episode import Comment
from episodes.core.naming.comments import MOST_COMMENTS, as_read, find_moment
from episodes.core.naming.markup import to_lines
from episodes.feed.reading.regions import name_of
from episodes.feed.reading.values import parse_date

_COMMENT = re.compile(
    r"(?:^|\s)(?:(?:wc|wpd|sqs|td|ast|fl|bp|c)[-_]comment|comment(?:[-_](?:item|thread|wrapper|node|block))?|pingback|"
    r"trackback)(?:\s|$)",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:^|\s)(?:comments?-?list|comments)(?:\s|$)", re.IGNORECASE)
_PING = re.compile(r"(?:^|\s)(?:pingback|trackback)(?:\s|$)")
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|fn|commenter|username|user-name|display-?name|name)(?:[\s_-]|$)", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|time|timestamp|metadata|commentmetadata|ago|published|posted)(?:[\s_-]|$)", re.IGNORECASE
)
_TEXT = re.compile(
    r"(?:^|\s)(?:(?:\w+[-_])?comment[-_]{0,2}(?:content|text|message|description)|(?:[\w-]{1,20}[-_])?(?:content|message|text)|"
    r"body|comment-body-text)(?:\s|$)",
    re.IGNORECASE,
)
#: Some themes call so the text alone, others the comment with its author.
_BODY = re.compile(r"(?:^|\s)comment[-_]{0,2}body(?:\s|$)", re.IGNORECASE)
_NO_TEXT = re.compile(
    r"(?:^|[\s_-])(?:author|avatar|label|meta|metadata|footer|reply|replies|vote|votes|actions?|buttons?|header|head|date|"
    r"link|share|tools?|says)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\s*(?:says|sagt|dit|dice|diz|zegt|skriver|napisał(?:\(a\))?)?\s*:?\s*$", re.IGNORECASE)


def take_comments(root: Any) -> tuple[Comment, ...]:
    """Read the comments that a page marks, in its order, with what each answers; what was read leaves `root`.

    Pages that mark none, or none with a text and a date or an author, give an empty tuple and stay as they are.
    """
    marked = [one for one in root.iter("li", "div", "article", "section", "ol", "ul") if _is_comment(one)]
    marked = marked or [
        entry for one in root.iter("ol", "ul") if _LIST.search(name_of(one)) for entry in one.iter("li")
    ]
    marked = list(dict.fromkeys(marked))
    every = frozenset(marked)
    marked = [one for one in marked if not _is_shell(one, every)][:MOST_COMMENTS]
    every = frozenset(marked)
    read = [(one, comment) for one in marked if (comment := _read(one, every)) is not None]
    if not any(comment.published_at or comment.author for _, comment in read):
        return ()
    places = {element: place for place, (element, _) in enumerate(read)}
    comments = tuple(
        as_read(comment.author, comment.text, comment.published_at, reply_to=_answered(element, places))
        for element, comment in read
    )
    for element in marked:
        if element.getparent() is not None:
            element.drop_tree()
    return comments


def _is_comment(element: Any) -> bool:
    name = name_of(element)
    if element.get("itemtype", "").endswith("/Comment"):
        return True
    return bool(_COMMENT.search(str(element.get("class") or ""))) and not re.search(r"respond|form|count", name)


def _is_shell(element: Any, marked: Collection[Any]) -> bool:
    """Whether an element only wraps a marked one, with no words of its own."""
    inner = [one for one in element.iterdescendants() if one in marked]
    return bool(inner) and not "".join(_own_words(element, marked)).strip()


def _own(element: Any, marked: Collection[Any]) -> Iterator[Any]:
    """An element's descendants but those in another comment below it."""
    for child in element:
        if isinstance(child.tag, str) and child not in marked:
            yield child
            yield from _own(child, marked)


def _own_words(element: Any, marked: Collection[Any]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child not in marked:
            yield from _own_words(child, marked)
        yield child.tail or ""


def _read(element: Any, marked: Collection[Any]) -> Comment | None:
    if _PING.search(str(element.get("class") or "")):
        return None
    parts = list(_own(element, marked))
    text = _text(parts)
    if not text:
        return None
    return Comment(author=_author(parts), text=text, published_at=_date(parts))


def _author(parts: list[Any]) -> str:
    named = [one for one in parts if _AUTHOR.search(f"{name_of(one)} {one.get('itemprop') or ''}")]
    for one in [*sorted(named, key=lambda one: one.tag not in ("b", "cite", "strong", "a")), *_heads(parts)]:
        words = _SAYS.sub("", " ".join(str(one.text_content()).split()))
        if words and len(words) <= 60 and find_moment(words) is None:
            return words.strip(" •·|,")
    return ""


def _heads(parts: list[Any]) -> list[Any]:
    """Where a name may stand that nothing calls one: the first links and bold words above the text."""
    found = []
    for one in parts:
        if one.tag == "p" or _TEXT.search(name_of(one)):
            break
        if one.tag in ("a", "b", "strong", "cite", "h3", "h4", "h5") and str(one.text_content()).strip():
            found.append(one)
    return found[:1]


def _date(parts: list[Any]) -> datetime | None:
    for one in parts:
        if one.tag == "time" and (at := parse_date(str(one.get("datetime") or one.text_content()))):
            return at
    named = [one for one in parts if _DATE.search(name_of(one))]
    for one in (*named, *(one for one in parts if one.tag in ("a", "span", "div", "small"))):
        words = " ".join(str(one.text_content()).split())
        for stated in (str(one.get("title") or ""), str(one.get("datetime") or ""), words if len(words) < 90 else ""):
            if stated and (found := find_moment(stated)):
                return found
    return None


def _text(parts: list[Any]) -> str:
    named = [one for one in parts if _TEXT.search(name_of(one)) or one.get("itemprop") == "text"]
    every = frozenset(named)
    inner = [one for one in named if not any(other in every for other in one.iterdescendants())]
    texts = inner[:1] or [one for one in parts if one.tag == "p" and not _stands_aside(one)]
    texts = texts or [
        one for one in parts
        if _BODY.search(name_of(one)) and not any(_AUTHOR.search(name_of(inner)) for inner in one.iterdescendants("*"))
    ][:1]  # fmt: skip
    pieces = [str(html.tostring(one, encoding="unicode", with_tail=False)) for one in texts]
    return "\n".join(to_lines("\n".join(pieces))).strip()


def _stands_aside(element: Any) -> bool:
    return any(_NO_TEXT.search(name_of(one)) for one in [element, *_up(element)])


def _up(element: Any) -> Iterator[Any]:
    for parent in element.iterancestors():
        if _is_comment(parent):
            return
        yield parent


def _answered(element: Any, places: dict[Any, int]) -> int | None:
    """The comment that another one stands in; one beside which a list of answers stands is answered by these."""
    for parent in element.iterancestors():
        if parent in places:
            return places[parent]
        if re.search(r"(?:^|\s)(?:children|replies|comment-replies|child-comments)(?:\s|$)", name_of(parent)):
            before = parent.getprevious()
            while before is not None and before not in places:
                before = before.getprevious()
            if before is not None:
                return places[before]
    return None
