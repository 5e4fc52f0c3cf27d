"""Naming: from the words of a source to show, number, title, people, summary, links and the rest."""

from episodes.core.naming.guids import new_guid
from episodes.core.naming.items import read_item
from episodes.core.naming.learned import taught
from episodes.core.naming.pages import read_page
from episodes.core.naming.slugs import episode_slug, make_slug

__all__ = ["episode_slug", "make_slug", "new_guid", "read_item", "read_page", "taught"]
