"""Rules of what answers on the web: every address of a feed, and how its server behaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Literal
from urllib.parse import urlsplit

from episodes.core.check.finding import APPLE, HTTP, PRACTICE, PSP, TRANSCRIPTS, Finding, error, warning
from episodes.core.check.tree import Feed, Node, open_feed

Role = Literal["feed", "enclosure", "transcript", "chapters", "picture", "page", "link"]

DEAD = error("online-dead", APPLE, "publish the file at that address, or correct the address")
DEAD_LINK = warning("online-dead-link", PRACTICE, "take the link out of the show notes, or correct it")
NO_CERTIFICATE = error("online-certificate", APPLE, "renew the server's certificate")
LATE = error("online-slow", APPLE, "let the server answer at once: apps and directories give up on it")
MANY_REDIRECTS = warning(
    "online-redirects", HTTP, "name the last address in the feed: some apps follow five and no more"
)
NO_RANGES = error("online-no-ranges", APPLE, "let the server answer byte ranges (Accept-Ranges: bytes, status 206)")
NO_HEAD = error("online-no-head", APPLE, "let the server answer HEAD requests")
WRONG_LENGTH = error("online-length", APPLE, "publish the file that the feed was built with")
WRONG_TYPE = warning("online-type", PSP, "let the server send the type that the feed states")
CAPTIONS_CLOSED = warning("online-cors", TRANSCRIPTS, "let the server send Access-Control-Allow-Origin: *")

#: Redirects that every app follows.
REDIRECTS = 5

#: What sites answer to programs though people get the page.
_NOT_FOR_PROGRAMS = frozenset((401, 403, 405, 429, 501, 503))
_LINK = re.compile(r"""href=["'](https?://[^"'<>\s]+)["']""")
#: Which of a feed's elements hold addresses: element, attribute ("" = its text), role.
_PLACES: tuple[tuple[str, str, Role], ...] = (
    ("enclosure", "url", "enclosure"),
    ("podcast:transcript", "url", "transcript"),
    ("podcast:chapters", "url", "chapters"),
    ("itunes:image", "href", "picture"),
    ("link", "", "page"),
)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How a server answers for an address, after redirects."""

    status: int = 0  #: of the HEAD request, or of the GET request where HEAD is refused; 0 = no connection
    trouble: str = ""  #: in words, where there was no answer
    is_secure: bool = True  #: False: the certificate is not valid
    is_late: bool = False  #: there was no answer in time
    redirects: int = 0  #: how many led there
    head_status: int = 0  #: what HEAD was refused with; 0 = it was answered
    mime_type: str = ""
    length: int | None = None
    ranges: bool = False  #: a byte range was answered with 206
    is_open: bool = False  #: pages of other sites may read it (CORS)


@dataclass(frozen=True, kw_only=True)
class Address:
    """An address that a feed names, and what the feed says of it."""

    url: str
    role: Role
    where: str
    mime_type: str = ""
    length: int | None = None


def addresses_of(feed: bytes) -> list[Address]:
    """List the web addresses of a feed, each once."""
    opened: Feed = open_feed(feed)
    found = [*_of_node(opened.channel), *(address for item in opened.items for address in _of_item(item))]
    return list({address.url: address for address in reversed(found)}.values())[::-1]


def _of_item(item: Node) -> Iterator[Address]:
    yield from _of_node(item)
    for url in _LINK.findall(item.value("content:encoded")):
        yield Address(url=unescape(url), role="link", where=item.where)


def _of_node(node: Node) -> Iterator[Address]:
    for name, attribute, role in _PLACES:
        for element in node.all(name):
            url = (element.get(attribute) if attribute else element.text) or ""
            if url.startswith(("http://", "https://")):
                length = element.get("length") or ""
                yield Address(
                    url=url,
                    role=role,
                    where=node.where,
                    mime_type=element.get("type") or "",
                    length=int(length) if re.fullmatch(r"[0-9]{1,18}", length) else None,
                )


def check_online(addresses: list[Address], answers: Mapping[str, Answer]) -> Iterator[Finding]:
    """Judge what the servers answered; an address without an answer is passed over."""
    for address in addresses:
        answer = answers.get(address.url)
        if answer is not None:
            yield from _check(address, answer)


def _check(address: Address, answer: Answer) -> Iterator[Finding]:
    if trouble := _trouble(address, answer):
        yield trouble
        return
    where, url = address.where, address.url
    if answer.redirects > REDIRECTS and address.role not in ("link", "page"):  # browsers open those
        yield MANY_REDIRECTS(where, f"{url} is reached only after {answer.redirects} redirects")
    if address.role == "enclosure":
        yield from _check_enclosure(address, answer)
    if address.mime_type and answer.mime_type and not _alike(address.mime_type, answer.mime_type):
        yield WRONG_TYPE(where, f"{url} is sent as {answer.mime_type}, the feed says {address.mime_type}")
    if address.role in ("transcript", "chapters") and not answer.is_open:
        yield CAPTIONS_CLOSED(where, f"web players of other sites cannot read {url}")


def _trouble(address: Address, answer: Answer) -> Finding | None:
    """Say why nothing can be had at an address; what a link leads to is somebody else's to mend."""
    where, url, is_link = address.where, address.url, address.role == "link"
    if not answer.is_secure:
        rule = DEAD_LINK if is_link else NO_CERTIFICATE
        return rule(where, f"{urlsplit(url).hostname} has no valid certificate: {answer.trouble} ({url})")
    if answer.is_late:
        return (DEAD_LINK if is_link else LATE)(where, f"{url} does not answer: {answer.trouble}")
    if 0 < answer.status < 400 or (is_link and answer.status in _NOT_FOR_PROGRAMS):
        return None
    why = answer.trouble or f"HTTP {answer.status}"
    return (DEAD_LINK if is_link else DEAD)(where, f"{url} does not answer: {why}")


def _check_enclosure(address: Address, answer: Answer) -> Iterator[Finding]:
    where, url = address.where, address.url
    if answer.head_status:
        yield NO_HEAD(where, f"{url} does not answer HEAD (HTTP {answer.head_status})")
    if not answer.ranges:
        yield NO_RANGES(where, f"{url} does not answer byte ranges")
    if address.length and answer.length is not None and answer.length != address.length:
        yield WRONG_LENGTH(where, f"{url} has {answer.length} bytes, the feed says {address.length}")


def _alike(stated: str, sent: str) -> bool:
    """Compare types without parameters and the x- of those that were never registered.

    >>> _alike("audio/x-m4a", "audio/m4a"), _alike("text/vtt", "text/vtt; charset=utf-8"), _alike("text/a", "text/b")
    (True, True, False)
    """
    same = [text.partition(";")[0].strip().lower().replace("/x-", "/") for text in (stated, sent)]
    return same[0] == same[1] or set(same) in ({"audio/m4a", "audio/mp4"}, {"application/subrip", "text/plain"})
