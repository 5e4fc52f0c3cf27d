"""In which parts a show's index is made, so that a new episode seldom makes more than a small one again."""

from __future__ import annotations

from collections.abc import Sequence

#: Folders of parts, from large to small, and the number of episodes that each holds a multiple of. Only every
#: hundredth new episode makes the hundreds again, and every thousandth the thousands. The newest are always there.
#: Browsers load some 20 kB more for each part, so there are few.
PARTS = {"thousands": 1000, "hundreds": 100, "newest": 1}


def part(episodes: Sequence[str]) -> dict[str, Sequence[str]]:
    """Part episodes, oldest first, into whole thousands, whole hundreds and the newest, which are 1 to 100.

    >>> {name: len(members) for name, members in part(["a"] * 2345).items()}
    {'thousands': 2000, 'hundreds': 300, 'newest': 45}
    >>> {name: len(members) for name, members in part(["a"] * 100).items()}
    {'newest': 100}
    """
    parts: dict[str, Sequence[str]] = {}
    for name, size in PARTS.items():
        settled = (len(episodes) - 1) // size * size if size > 1 else len(episodes)
        if settled > 0:
            parts[name] = episodes[:settled]
            episodes = episodes[settled:]
    return parts
