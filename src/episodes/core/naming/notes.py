"""Show notes: what stays of a description when summary, disclaimer, chapters and links have places of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from episodes.core.episode import Link
from episodes.core.naming import block_words as words
from episodes.core.naming.blocks import Block, is_label, repeats
from episodes.core.naming.markup import without_links

_KEPT = frozenset(["prose", "heading", "people", "link", "other"])
_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+")
_SIGNS = re.compile(r"[\W_]+")


def join_notes(blocks: Sequence[Block], *, summary: str, title: str = "", links: Sequence[Link] = ()) -> str:
    """Join the body as Markdown: everything but summary, disclaimer, chapters and calls to subscribe, follow or buy.

    A bare list of addresses goes too, since the record keeps them as `links`; a list under a heading that says
    more than "Links" stays. A label goes with what it stood over.
    """
    listed, told = _listed_plainly(blocks, links), _letters(summary)
    kept = [_stays(block, told) and place not in listed for place, block in enumerate(blocks)]
    for place in reversed(range(len(blocks))):
        if kept[place] and is_label(blocks[place].text):
            kept[place] = place + 1 < len(blocks) and kept[place + 1]
    texts = [block.text for block, stays in zip(blocks, kept, strict=True) if stays]
    while texts and repeats(texts[0], title):
        texts.pop(0)
    return "\n\n".join(texts)


def _stays(block: Block, told: str) -> bool:
    """Whether a block is part of the notes; `told` is the letters of the summary."""
    plain = without_links(block.text).strip()
    return (
        block.kind in _KEPT
        and bool(plain)
        and (not told or _letters(plain) != told)
        and not words.HASHTAGS.match(plain)
        and not words.HOSTING.match(plain)
        and not words.THANKS.match(plain)
    )


def _listed_plainly(blocks: Sequence[Block], links: Sequence[Link]) -> set[int]:
    """Places of lists of links that say no more than titles and addresses, under no label or one like "Links"."""
    found: set[int] = set()
    for is_list, group in groupby(range(len(blocks)), lambda place: _is_entry(blocks[place])):
        places = list(group)
        if not is_list or not all(_is_bare(blocks[place].text, links) for place in places):
            continue
        above = without_links(blocks[places[0] - 1].text) if places[0] else ""
        if not is_label(above) or words.HEADING.match(above) or words.LISTS.match(above):
            found.update(places)
    return found


def _is_entry(block: Block) -> bool:
    return block.kind == "link" and not is_label(block.text)


def _is_bare(text: str, links: Sequence[Link]) -> bool:
    """Whether a line says no more than the title and address of links that the record keeps."""
    titles = [link.title for link in links if link.url and _bare(link.url) in text]
    rest = _letters(_ADDRESSES.sub(" ", without_links(text)))
    for title in titles:
        rest = rest.replace(_letters(_ADDRESSES.sub(" ", title)), "", 1)
    return bool(titles) and not rest


def _bare(url: str) -> str:
    return re.sub(r"^https?://", "", url)


def _letters(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
