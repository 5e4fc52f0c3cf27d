"""Which HTML elements are open, which of them end by themselves, and what may not stand in another."""

from __future__ import annotations

#: What ends a paragraph by beginning.
_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p"),
        *("pre", "section", "table", "ul"),
    ]
)
_LISTS = ("ul", "ol", "menu")
_BODIES = frozenset(["thead", "tbody", "tfoot"])
_ROWS = _BODIES | {"tr"}
#: Elements whose end tag may be left out, and what ends them by beginning. Each ends its like, so few follow another.
_ENDED_BY = {
    **dict.fromkeys(("dt", "dd"), frozenset(["dt", "dd"])),
    **dict.fromkeys(("rt", "rp"), frozenset(["rt", "rp"])),
    **dict.fromkeys(("td", "th"), _ROWS | {"td", "th"}),
    **dict.fromkeys(("caption", "colgroup"), _ROWS | {"caption", "colgroup"}),
    **dict.fromkeys(_BODIES, _BODIES),
    "tr": _ROWS,
    "p": _BLOCKS,
    "li": frozenset(["li"]),
    "option": frozenset(["option", "optgroup"]),
    "optgroup": frozenset(["optgroup"]),
    "head": frozenset(["head", "body"]),
    "body": frozenset(["body"]),
    "html": frozenset(["html"]),
}
#: With the end of these, elements in them end whose own end tag is left out.
_HOLDERS = (_BLOCKS - {"p"}) | (_ENDED_BY.keys() - {"p"}) | {"ruby", "select", "datalist", "center", "dialog"}


class Nest:
    """The elements that are open at a place, the outermost first."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._link = -1  # where the last <a> stands, or stood

    def open(self, name: str, *, is_empty: bool = False) -> str:
        """Begin an element; says what is wrong with its place."""
        self._end_for(name)
        trouble = self._misplaced(name)
        if not is_empty:
            if name == "a":
                self._link = len(self.names)
            self.names.append(name)
        return trouble

    def close(self, name: str) -> str:
        """End an element; says what is wrong with that."""
        place = len(self.names) - 1
        while place > 0 and self.names[place] != name and name in _HOLDERS and self.names[place] in _ENDED_BY:
            place -= 1
        if place >= 0 and self.names[place] == name:
            del self.names[place:]
            return ""
        left = self.names[-1] if name in self.names else ""
        return f"<{left}> is not closed before </{name}>" if left else f"</{name}> closes nothing"

    def left(self) -> str:
        """The innermost element that does not end with the text; empty if all do."""
        return next((name for name in reversed(self.names) if name not in _ENDED_BY), "")

    def _end_for(self, name: str) -> None:
        """End what ends by itself where this element begins."""
        place = len(self.names)
        while place > 0 and self.names[place - 1] in _ENDED_BY:
            place -= 1
            if name in _ENDED_BY[self.names[place]]:
                del self.names[place:]

    def _misplaced(self, name: str) -> str:
        if name == "li" and (not self.names or self.names[-1] not in _LISTS):
            return "<li> stands outside a list"
        if name == "a" and 0 <= self._link < len(self.names) and self.names[self._link] == "a":
            return "<a> stands in another <a>"
        return ""
