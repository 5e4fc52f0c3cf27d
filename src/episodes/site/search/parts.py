"""In which parts a show's index is made, so that a new or changed episode makes only a small one again."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: How many episodes a part of old ones holds. Pagefind takes half a second of a processor for so many. Browsers load
#: some 20 kB more for each part, so they are not smaller.
THOUSAND = 1000
HUNDRED = 100


def part(episodes: Sequence[str]) -> dict[str, Sequence[str]]:
    """Part episodes, oldest first, into thousands, each by itself, the whole hundreds after them and the newest.

    Of these there are 1 to 100: only every hundredth new episode makes the hundreds again, and every thousandth
    another thousand.

    >>> {name: len(members) for name, members in part(["a"] * 2345).items()}
    {'thousand-1': 1000, 'thousand-2': 1000, 'hundreds': 300, 'newest': 45}
    >>> {name: len(members) for name, members in part(["a"] * 100).items()}
    {'newest': 100}
    """
    parts: dict[str, Sequence[str]] = {}
    while len(episodes) > THOUSAND:
        parts[f"thousand-{len(parts) + 1}"], episodes = episodes[:THOUSAND], episodes[THOUSAND:]
    if settled := (len(episodes) - 1) // HUNDRED * HUNDRED if episodes else 0:
        parts["hundreds"], episodes = episodes[:settled], episodes[settled:]
    return {**parts, "newest": episodes} if episodes else parts


def is_part(name: str) -> bool:
    """Tell whether a folder is called as a part is; `thousands` once held all of them."""
    return re.fullmatch(r"newest|hundreds|thousand-\d{1,9}|thousands", name) is not None


def age(name: str) -> tuple[int, int]:
    """Sort parts by their names, newest first.

    >>> sorted(["thousand-2", "hundreds", "thousand-10", "newest"], key=age)
    ['newest', 'hundreds', 'thousand-10', 'thousand-2']
    """
    kind, _, number = name.partition("-")
    return ("newest", "hundreds", "thousand", "thousands").index(kind), -int(number or 0)
