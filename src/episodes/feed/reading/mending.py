"""From text to a tree: strictly where the document is well-formed, else mended step by step, each step told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from episodes.core.errors import SourceError
from episodes.feed.reading.decoding import without_forbidden

_DECLARATION = re.compile(r"^\s*(?:<\?xml\s[^>]{0,300}\?>|&lt;\?xml\s[^>]{0,300}?\?(?:>|&gt;))")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]{0,2000}(?:\[(?P<inner>.*?)\]\s*)?>", re.DOTALL)
_ENTITY = re.compile(r"""<!ENTITY\s+([\w.:-]+)\s+(?:"([^"<&%]{0,1000})"|'([^'<&%]{0,1000})')\s*>""")
_VERBATIM = re.compile(r"<!\[CDATA\[|<!--")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}
_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)(?:([A-Za-z][\w.:-]{0,40});)?")
_STRAY_LESS = re.compile(r"<(?![A-Za-z_:!?]|/[A-Za-z_:])")
#: An opening tag whose attributes are whole, but for the quotes of some.
_ATTRIBUTES = re.compile(r"""<[A-Za-z_][\w:.-]*(?:\s+[A-Za-z_][\w:.-]*=(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))+\s*/?>""")
#: A value with its quotes, which stays, or one that lacks them.
_VALUE = re.compile(r"""("[^"]*"|'[^']*')|(?<=[\w:.-]=)([^\s"'<>]+?)(?=\s|/?>$)""")
_ITEM = re.compile(r"<((?:\w+:)?(?:item|entry))(?=[\s>])[^>]*>", re.IGNORECASE)
#: Elements that hold text alone, and what follows one of them that was never closed.
_OPEN_LEAF = re.compile(
    r"(<(title|link|guid|pubDate|author|itunes:(?:title|author|duration|subtitle|summary|episode|season|explicit))"
    r"(?:\s[^<>]*)?(?<!/)>[^<]*)(?=<(?:title|link|guid|pubDate|description|enclosure|itunes:|content:|podcast:|author|category|/item))"
)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|RDF|feed|channel|opml)\b", re.IGNORECASE)


def parse(text: str, notes: list[str]) -> etree._Element:
    """Make a tree of a document's text; what was mended goes to `notes`. Raises SourceError if there is none."""
    text = _from_the_start(text, notes)
    head, rest = _parted(text)
    entities = _entities(head)
    text = _DOCTYPE.sub("", head, count=1) + rest
    tree = None if entities else _strict(text)
    if tree is not None:
        return tree
    mended = _mended(text, entities, notes)
    tree = _strict(mended)
    if tree is not None:
        return tree
    return _recovered(mended, notes)


def _parted(text: str) -> tuple[str, str]:
    """What stands before the first element, without comments, and the rest: both may speak of document types."""
    root = _ROOT.search(blanked(text[:200_000]))
    start = root.start() if root else len(text)
    head = "".join(
        piece for piece, is_verbatim in _pieces(text[:start]) if not (is_verbatim and piece.startswith("<!--"))
    )
    return head, text[start:]


def _from_the_start(text: str, notes: list[str]) -> str:
    """Drop declarations (the text is decoded already) and whatever stands before the first element."""
    stripped = text.lstrip("\ufeff")
    declarations = 0
    while match := _DECLARATION.match(stripped):
        stripped, declarations = stripped[match.end() :], declarations + 1
    begun = stripped.lstrip()
    if not begun.startswith("<") and (root := _ROOT.search(begun)):
        notes.append(f"{root.start()} characters before the feed's beginning were skipped")
        begun = begun[root.start() :]
    if declarations > 1:
        notes.append("there were several XML declarations")
    elif declarations and text.lstrip("\ufeff")[:1].isspace():
        notes.append("there was white space before the XML declaration")
    return begun


def _entities(text: str) -> dict[str, str]:
    """The plain entities that the document declares for itself; those that hold others are left alone."""
    match = _DOCTYPE.search(text[:200_000])
    inner = match["inner"] if match else None
    return {name: a or b for name, a, b in _ENTITY.findall(inner)} if inner else {}


def _parser(*, recover: bool) -> etree.XMLParser:
    # Entities are resolved before, and the DTD is gone: `huge_tree` can then not be used to fill the memory.
    return etree.XMLParser(
        recover=recover,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def _strict(text: str) -> etree._Element | None:
    try:
        root: etree._Element = etree.fromstring(text.encode("utf-8", "surrogatepass"), _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _mended(text: str, entities: dict[str, str], notes: list[str]) -> str:
    """Mend what needs no guessing: forbidden characters, bare ampersands, HTML's entities."""
    text, count = without_forbidden(text)
    text = text.replace("&#X", "&#x")
    if count:
        notes.append(f"{count} control characters were left out")
    counts = {"ampersands": 0, "entities": 0, "brackets": 0, "values": 0}

    def ampersand(match: re.Match[str]) -> str:
        name = match[1]
        if name in entities:
            return html.escape(entities[name], quote=False)
        if name and (meant := html.unescape(f"&{name};")) != f"&{name};" and len(meant) <= 2:
            counts["entities"] += 1
            return html.escape(meant, quote=False)
        counts["ampersands"] += 1
        return "&amp;" + match[0][1:]

    def bracket(_: re.Match[str]) -> str:
        counts["brackets"] += 1
        return "&lt;"

    def value(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        counts["values"] += 1
        return f'"{match[2]}"'

    pieces = [
        piece
        if is_verbatim
        else _ATTRIBUTES.sub(
            lambda tag: _VALUE.sub(value, tag[0]), _STRAY_LESS.sub(bracket, _AMPERSAND.sub(ampersand, piece))
        )
        for piece, is_verbatim in _pieces(text)
    ]
    words = {
        "ampersands": "bare ampersands",
        "entities": "entities of HTML",
        "brackets": "stray '<'",
        "values": "values without quotes",
    }
    notes += [f"{counts[name]} {words[name]} were mended" for name in words if counts[name]]
    return "".join(pieces)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Part a document into what is markup and what is taken as it stands (CDATA, comments)."""
    ends = dict(_ENDS)
    place = at = 0
    while ends and (begun := _VERBATIM.search(text, at)):
        at = begun.end()
        end = text.find(ends[begun[0]], at) if begun[0] in ends else -1
        if end < 0:
            ends.pop(begun[0], None)  # none of its kind ends from here on: that is looked for once
            continue
        at = end + 3
        yield text[place : begun.start()], False
        yield text[begun.start() : at], True
        place = at
    yield text[place:], False


def _recovered(text: str, notes: list[str]) -> etree._Element:
    """Read a document that is broken in itself: the head as far as it goes, then each item for itself."""
    text = "".join(piece if verbatim else _OPEN_LEAF.sub(r"\1</\2>", piece) for piece, verbatim in _pieces(text))
    starts = find_items(blanked(text))
    whole = _lenient(text)
    if whole is None:
        raise SourceError("it is no feed: no XML is in it", hint="check the address")
    found = sum(1 for element in whole.iter() if isinstance(element.tag, str) and _local(element) in ("item", "entry"))
    if len(starts) < 2 or _is_sound(whole, found, len(starts)):
        notes.append("it is not well-formed XML; what can be read was read")
        return whole
    notes.append("it is not well-formed XML; each item was read by itself")
    root = _lenient(text[: starts[0]])
    if root is None:
        return whole
    parent = next((e for e in root.iter() if isinstance(e.tag, str) and _local(e) == "channel"), root)
    opening = opening_tag(text, starts[0])
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = _lenient(opening + text[start:end])
        item = (
            next((e for e in piece.iter() if isinstance(e.tag, str) and _local(e) in ("item", "entry")), None)
            if piece is not None
            else None
        )
        if item is None:
            notes.append(f"an item that cannot be read was left out: {' '.join(text[start : start + 80].split())}")
        else:
            parent.append(item)
    return root


def _is_sound(root: etree._Element, found: int, stated: int) -> bool:
    """Whether the lenient reading has all items, none inside another."""
    nested = any(
        _local(parent) in ("item", "entry")
        for element in root.iter()
        if isinstance(element.tag, str) and _local(element) in ("item", "entry")
        for parent in element.iterancestors()
    )
    return found == stated and not nested


def find_items(text: str) -> list[int]:
    """Where items begin, in a text whose CDATA and comments are blanked out."""
    return [match.start() for match in _ITEM.finditer(text)]


def is_well_formed(text: str) -> bool:
    """Whether a text is one element, as strict parsers want it."""
    return _strict(text) is not None


def blanked(text: str) -> str:
    """The text with CDATA and comments blanked out, every place kept."""
    return "".join(" " * len(piece) if is_verbatim else piece for piece, is_verbatim in _pieces(text))


def opening_tag(text: str, end: int) -> str:
    """The root's opening tag, so that an item's prefixes keep their namespaces."""
    match = re.search(r"<(?:\w+:)?(?:rss|RDF|feed)\b[^>]*>", text[:end], re.IGNORECASE)
    return match[0] if match else "<rss>"


def _lenient(text: str) -> etree._Element | None:
    try:
        root: etree._Element | None = etree.fromstring(text.encode("utf-8", "replace"), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
