"""Where pages lie, and links between them that work under any address, sub-path or folder."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import quote

from episodes.core.addresses import join_url, page_url
from episodes.core.light import dataclass
from episodes.core.naming import make_slug

HOME = "index.html"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
SEARCH = "search/index.html"
SEARCH_STYLE = "assets/search.css"
SEARCH_SCRIPT = "assets/search.js"
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
        relative = self._relative(page)
        if relative == "index.html" or relative.endswith("/index.html"):
            relative = relative.removesuffix("index.html") or "./"
        # A first part with a colon would read as a scheme.
        relative = "./" + relative if ":" in relative.split("/", 1)[0] else relative
        return quote(relative) + (f"?{query}" if query else "")

    @cached_property
    def _folder(self) -> list[str]:
        return self.path.split("/")[:-1]

    def _relative(self, page: str) -> str:
        # Every page has dozens of links, and `posixpath.relpath` makes both paths absolute first: four times as long.
        parts, folder = page.split("/"), self._folder
        shared = 0
        for one, other in zip(parts[:-1], folder, strict=False):
            if one != other:
                break
            shared += 1
        return "../" * (len(folder) - shared) + "/".join(parts[shared:])

    def url(self, path: str = "") -> str:
        """Make the full address of a path, or of this page."""
        page, _, query = (path or self.path).partition("?")
        address = page_url(self.base_url, page) if page.endswith("index.html") else join_url(self.base_url, page)
        return address + (f"?{query}" if query else "")


def person_page(show: str, name: str) -> str:
    return f"{show}/people/{make_slug(name)}/index.html"


def about_page(show: str) -> str:
    return f"{show}/about/index.html"


def list_page(show: str, number: int = 0) -> str:
    """The pages of a show's list: its own with the newest, and those of older ones, of which 1 has the oldest."""
    return f"{show}/pages/{number}/index.html" if number else f"{show}/index.html"


def archive_page(show: str) -> str:
    return f"{show}/episodes/index.html"
