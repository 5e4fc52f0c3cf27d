"""Rules of attributes: each element has those that its specification gives it, and no app reads any other."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from episodes.core.check.finding import NAMESPACE, Finding, warning
from episodes.core.check.tree import Node, short_name

UNKNOWN_ATTRIBUTE = warning("unknown-attribute", NAMESPACE, "use one that the specification has, or leave it out")

#: What each element may have; elements that are not named here may have anything.
_ATTRIBUTES = {
    name: tuple(attributes.split())
    for name, attributes in {
        "guid": "isPermaLink",
        "enclosure": "url length type",
        "itunes:image": "href",
        "itunes:category": "text",
        "psc:chapters": "version",
        "psc:chapter": "start title href image",
        "podcast:transcript": "url type language rel",
        "podcast:locked": "owner",
        "podcast:funding": "url",
        "podcast:chapters": "url type",
        "podcast:soundbite": "startTime duration",
        "podcast:person": "role group href img",
        "podcast:location": "rel geo osm country",
        "podcast:season": "name",
        "podcast:episode": "display",
        "podcast:trailer": "url pubdate length type season",
        "podcast:license": "url",
        "podcast:alternateEnclosure": "type length bitrate height lang title rel codecs default",
        "podcast:source": "uri contentType",
        "podcast:integrity": "type value",
        "podcast:guid": "",
        "podcast:medium": "",
        "podcast:value": "type method suggested",
        "podcast:valueRecipient": "name customKey customValue type address split fee",
        "podcast:valueTimeSplit": "startTime duration remoteStartTime remotePercentage",
        "podcast:images": "srcset",
        "podcast:image": "href alt aspect-ratio width height type purpose",
        "podcast:contentLink": "href",
        "podcast:liveItem": "status start end chat",
        "podcast:socialInteract": "uri protocol accountId accountUrl priority",
        "podcast:block": "id",
        "podcast:txt": "purpose",
        "podcast:remoteItem": "feedGuid feedUrl itemGuid medium title",
        "podcast:updateFrequency": "complete dtstart rrule",
        "podcast:podping": "usesPodping",
        "podcast:chat": "server protocol accountId space",
        "podcast:previousUrl": "",
    }.items()
}


def check_attributes(node: Node) -> Iterator[Finding]:
    """Judge the attributes of all that a show or an item holds; a show's items are judged each by itself."""
    for child in node.element:
        if child.tag != "item":
            yield from _of_element(child, node.where)


def _of_element(element: ElementTree.Element, where: str) -> Iterator[Finding]:
    for one in element.iter():
        name = short_name(one.tag)
        known = _ATTRIBUTES.get(name)
        if known is None:
            continue
        for attribute, value in one.attrib.items():
            if attribute not in known and attribute[0] != "{":
                rest = f"; it has {', '.join(known)}" if known else ""
                yield UNKNOWN_ATTRIBUTE(where, f'{attribute}="{value[:40]}" means nothing in <{name}>{rest}')
