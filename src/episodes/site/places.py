"""Where pages lie, and links between them that work under any address, sub-path or folder."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from episodes.core.addresses import join_url, page_url

HOME = "index.html"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
STYLE = "assets/site.css"
SCRIPT = "assets/site.js"
FAVICON = "assets/favicon.svg"
FONT = "assets/fonts/source-serif-4-latin.woff2"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page's own place under the web root, from which its links start."""

    base_url: str
    path: str
    floats: bool = False  #: shown at any address, as the page for "not found" is

    def to(self, path: str) -> str:
        """Make a link to another path under the web root; a folder's page is called by its folder.

        >>> here = Place(base_url="https://example.org", path="quick-take/338-syria/index.html")
        >>> here.to("quick-take/index.html"), here.to("assets/site.css"), here.to("quick-take/338-syria/index.html")
        ('../', '../../assets/site.css', './')
        """
        if self.floats:
            return self.url(path)
        page, _, query = path.partition("?")
        relative = posixpath.relpath(page, posixpath.dirname(self.path) or ".")
        if posixpath.basename(page) == "index.html":
            relative = relative.removesuffix("index.html") or "./"
        # A first part with a colon would read as a scheme.
        relative = "./" + relative if ":" in relative.split("/", 1)[0] else relative
        return quote(relative) + (f"?{query}" if query else "")

    def url(self, path: str = "") -> str:
        """Make the full address of a path, or of this page."""
        page, _, query = (path or self.path).partition("?")
        address = page_url(self.base_url, page) if page.endswith("index.html") else join_url(self.base_url, page)
        return address + (f"?{query}" if query else "")


def person_page(show: str, name: str) -> str:
    return f"{show}/people/{person_slug(name)}/index.html"


def about_page(show: str) -> str:
    return f"{show}/about/index.html"


def list_page(show: str, number: int) -> str:
    """The pages of a show's list: the first is the show's own."""
    return f"{show}/index.html" if number == 1 else f"{show}/pages/{number}/index.html"


def archive_page(show: str) -> str:
    return f"{show}/episodes/index.html"


def person_slug(name: str) -> str:
    """Name a person in an address; names that have no Latin letters get a stable mark.

    >>> person_slug("Zoë O'Brien-Lee"), person_slug("山田太郎")
    ('zoe-o-brien-lee', 'p-6b0e1c8c')
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    # Half a name in Latin letters is no name: "山田 T." is not "t".
    known = sum(character.isalnum() for character in name) <= 2 * sum(character.isalnum() for character in slug)
    return slug[:80] if slug and known else "p-" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
