"""A feed opened for judging: its elements by short names, and words for where each one stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast
from xml.etree import ElementTree

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
#: The other name of the podcast namespace, which apps take as the same.
PODCAST_OLD = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
PSC = "http://podlove.org/simple-chapters"
HISTORY = "http://purl.org/syndication/history/1.0"

PREFIXES = {
    ITUNES: "itunes",
    PODCAST: "podcast",
    PODCAST_OLD: "podcast",
    ATOM: "atom",
    CONTENT: "content",
    PSC: "psc",
    HISTORY: "fh",
}


@dataclass(frozen=True)
class Node:
    """An element with its name written as `itunes:image`, and the place where people find it."""

    element: ElementTree.Element
    where: str

    @cached_property
    def name(self) -> str:
        return short_name(self.element.tag)

    @cached_property
    def text(self) -> str:
        return (self.element.text or "").strip()

    @property
    def raw(self) -> str:
        return self.element.text or ""

    def get(self, attribute: str) -> str | None:
        return self.element.get(attribute)

    @cached_property
    def children(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for element in self.element:
            node = Node(element, self.where)
            found.setdefault(node.name, []).append(node)
        return found

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

    @cached_property
    def channel(self) -> Node:
        found = self.root.first("channel")
        return Node(found.element, "channel") if found else Node(ElementTree.Element("channel"), "channel")

    @cached_property
    def items(self) -> list[Node]:
        return [
            Node(node.element, f"item {number}{_quoted(node.value('title'))}")
            for number, node in enumerate(self.channel.all("item"), start=1)
        ]

    def nodes(self) -> Iterator[Node]:
        yield self.channel
        yield from self.items

    @cached_property
    def show_hosts(self) -> bool:
        return any((person.get("role") or "host").lower() == "host" for person in self.channel.all("podcast:person"))

    @cached_property
    def enclosure_counts(self) -> Counter[str]:
        urls = (enclosure.get("url") for item in self.items for enclosure in item.all("enclosure")[:1])
        return Counter(url for url in urls if url)

    @cached_property
    def guid_counts(self) -> Counter[str]:
        return Counter(guid for item in self.items if (guid := item.value("guid")))


def _quoted(title: str) -> str:
    if not title:
        return ""
    return f" “{title if len(title) <= 40 else title[:39] + '…'}”"


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
    parser: ElementTree.XMLPullParser[ElementTree.Element] = ElementTree.XMLPullParser(["start-ns"])
    parser.feed(data)
    parser.close()
    declared: dict[str, str] = {}
    for _, (prefix, uri) in cast("Iterator[tuple[str, tuple[str, str]]]", parser.read_events()):
        declared.setdefault(prefix, uri)
    root = ElementTree.fromstring(data)  # noqa: S314 - expat limits what entities may grow to
    return Feed(Node(root, "feed"), declared)
