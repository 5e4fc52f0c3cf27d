"""Search on the site: what is said, written and promised, found in the browser without a server."""

from episodes.site.search.index import Indexed, SiteSearch
from episodes.site.search.pagefind import find_program

__all__ = ["Indexed", "SiteSearch", "find_program"]
