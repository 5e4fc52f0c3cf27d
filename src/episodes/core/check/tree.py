"""A feed opened for judging: its elements by short names, and words for where each one stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import unescape
from io import BytesIO
from itertools import count
from typing import Any, cast
from xml.etree import ElementTree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
#: The other name of the podcast namespace, which apps take as the same.
PODCAST_OLD = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
PSC = "http://podlove.org/simple-chapters"
HISTORY = "http://purl.org/syndication/history/1.0"

_GUID = re.compile(rb"<guid\b[^>]*>([^<]*)</guid>")
_ENCLOSURE = re.compile(rb"<enclosure\b[^>]*?\burl=\"([^\"]*)\"")
#: Signs that whoever writes XML leaves as they are.
_PLAIN = re.compile("[!#-%(-;=?-~]+")
#: So many values are looked for one by one.
_FEW = 8

PREFIXES = {
    ITUNES: "itunes",
    PODCAST: "podcast",
    PODCAST_OLD: "podcast",
    ATOM: "atom",
    CONTENT: "content",
    PSC: "psc",
    HISTORY: "fh",
}


class Node:
    """An element with its name written as `itunes:image`, and the place where people find it.

    A long feed has half a million of them, hence the slots.
    """

    __slots__ = ("_children", "element", "name", "where")

    def __init__(self, element: ElementTree.Element, where: str) -> None:
        self.element = element
        self.where = where
        self.name = short_name(element.tag)
        self._children: dict[str, list[Node]] | None = None

    @property
    def text(self) -> str:
        return (self.element.text or "").strip()

    @property
    def raw(self) -> str:
        return self.element.text or ""

    def get(self, attribute: str) -> str | None:
        return self.element.get(attribute)

    @property
    def children(self) -> dict[str, list[Node]]:
        if self._children is None:
            self._children = {}
            for element in self.element:
                node = Node(element, self.where)
                self._children.setdefault(node.name, []).append(node)
        return self._children

    def all(self, name: str) -> list[Node]:
        return self.children.get(name, [])

    def first(self, name: str) -> Node | None:
        found = self.children.get(name)
        return found[0] if found else None

    def value(self, name: str) -> str:
        """The text of the first child of that name; empty if there is none."""
        node = self.first(name)
        return node.text if node else ""


@dataclass(frozen=True)
class Feed:
    """A whole feed; `declared` are its namespaces by prefix."""

    root: Node
    declared: dict[str, str] = field(default_factory=dict)
    titles: Sequence[str] = ()  #: of the same show's other feeds, with which it shares files
    #: Where only some items were read: their numbers; how many others there are, and their text.
    numbers: tuple[int, ...] = ()
    further: int = 0
    unread: Sequence[bytes] = ()

    @cached_property
    def channel(self) -> Node:
        found = self.root.first("channel")
        return Node(found.element, "channel") if found else Node(ElementTree.Element("channel"), "channel")

    @cached_property
    def title(self) -> str:
        return self.channel.value("title")

    @cached_property
    def items(self) -> list[Node]:
        return [
            Node(element, f"item {number}{_quoted((element.findtext('title') or '').strip())}")
            for number, element in zip(self.numbers or count(1), self.channel.element.iterfind("item"), strict=False)
        ]

    def nodes(self) -> Iterator[Node]:
        yield self.channel
        yield from self.items

    @cached_property
    def show_hosts(self) -> bool:
        return any((person.get("role") or "host").lower() == "host" for person in self.channel.all("podcast:person"))

    @cached_property
    def enclosure_counts(self) -> Counter[str]:
        """How often each address of the items that were read stands in the whole feed."""
        found = (item.element.find("enclosure") for item in self.items)
        counted = Counter(url for enclosure in found if enclosure is not None and (url := enclosure.get("url")))
        return counted + _times(_ENCLOSURE, self.unread, counted)

    @cached_property
    def guid_counts(self) -> Counter[str]:
        """How often each GUID of the items that were read stands in the whole feed."""
        counted = Counter(guid for item in self.items if (guid := (item.element.findtext("guid") or "").strip()))
        return counted + _times(_GUID, self.unread, counted)


def _times(pattern: re.Pattern[bytes], runs: Sequence[bytes], wanted: Collection[str]) -> Counter[str]:
    """How often each of the wanted values stands in runs of items, where a pattern finds it."""
    signs = [_as_written(value) for value in wanted]
    if len(signs) <= _FEW and not any(sign in run for sign in signs for run in runs):
        return Counter()  # nearly always, and patterns take several times as long to tell
    found = [value for run in runs for value in pattern.findall(run)]
    told = [unescape(value.decode("utf-8", "replace")).strip() for value in found]
    return Counter([value for value in told if value in wanted])


def _as_written(value: str) -> bytes:
    """The longest part of a value that stands in XML as it is.

    >>> _as_written("https://example.org/?a=1&b=2"), _as_written("北")
    (b'https://example.org/?a=1', b'')
    """
    return max(_PLAIN.findall(value), key=len, default="").encode()


def _quoted(title: str) -> str:
    if not title:
        return ""
    return f" “{title if len(title) <= 40 else title[:39] + '…'}”"


@cache
def short_name(tag: str) -> str:
    """Name a tag as feeds do.

    >>> short_name("{http://www.itunes.com/dtds/podcast-1.0.dtd}image"), short_name("guid"), short_name("{urn:x}y")
    ('itunes:image', 'guid', '{urn:x}y')
    """
    if not isinstance(tag, str) or tag[:1] != "{":
        return tag
    namespace, _, local = tag[1:].partition("}")
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else tag


def open_feed(data: bytes) -> Feed:
    """Read a feed's XML; raises ElementTree.ParseError where it is none."""
    declared: dict[str, str] = {}
    reader = ElementTree.iterparse(BytesIO(data), ["start-ns"])  # noqa: S314 - expat limits what entities may grow to
    for _, (prefix, uri) in cast("Iterator[tuple[str, tuple[str, str]]]", reader):
        declared.setdefault(prefix, uri)
    return Feed(Node(cast("Any", reader).root, "feed"), declared)
