"""Naming: from the words of a source to show, number, title, people, summary, links and the rest.

Here are short names and GUIDs, which everything needs; `items.py` and `pages.py`, which read sources, take long to
import, and are imported where something is read.
"""

from episodes.core.naming.guids import new_guid
from episodes.core.naming.slugs import episode_slug, make_slug

__all__ = ["episode_slug", "make_slug", "new_guid"]
