"""A spot before its snippet is cut, and how an answer should look."""

from __future__ import annotations

from typing import NamedTuple

from episodes.core.hits import Place
from episodes.core.query import Sort
from episodes.store.search.spots import Page, Spot


class Wish(NamedTuple):
    """How the answer should look."""

    sort: Sort = "best"
    limit: int = 10  #: episodes; 0 = all
    hits: int = 3  #: spots of each episode; 0 = all
    context: int = 0  #: more sentences on either side of a snippet


class Found(NamedTuple):
    """A spot that was found."""

    episode: int
    score: float
    spot: Spot
    page: Page
    place: Place = "transcript"
