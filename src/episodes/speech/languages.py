"""Which language is spoken: settled from several windows, and seen when it changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

SURE = 0.9  #: probability from which a window's own language counts against the settled one
UNLIKELY = 0.05  #: and the settled one's probability must be below this
ENOUGH = 3.0  #: seconds of speech that are needed for that


@dataclass
class Languages:
    """What was asked for and what was found; shared by all workers.

    `asked` is a language, "multi" for one per window, or "" for one per episode; even then a
    window that is surely in another language is heard in that one.
    """

    asked: str = ""
    settled: str = ""

    @property
    def fixed(self) -> bool:
        return self.asked not in {"", "auto", "multi"}

    def settle(self, found: list[tuple[dict[str, float], float]]) -> None:
        """Decide by several windows, each with the probabilities of languages and its seconds of speech."""
        if self.fixed:
            self.settled = self.asked
            return
        votes: dict[str, float] = defaultdict(float)
        for chances, spoken in found:
            for name, chance in chances.items():
                votes[name] += chance * spoken
        self.settled = max(votes, key=lambda name: votes[name], default="en")

    def choose(self, chances: dict[str, float], spoken: float) -> tuple[str, str]:
        """The language to hear a window in, and the other one that is spoken there though one was asked for."""
        likeliest = max(chances, key=lambda name: chances[name])
        differs = (
            likeliest != self.settled
            and chances[likeliest] >= (0.5 if self.asked == "multi" else SURE)
            and chances.get(self.settled, 0.0) < (0.5 if self.asked == "multi" else UNLIKELY)
            and spoken >= ENOUGH
        )
        if self.fixed:
            return self.settled, likeliest if differs else ""
        return likeliest if differs else self.settled, ""
