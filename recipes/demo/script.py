"""The spoken words: who says what, chapter by chapter. Run it to print them, to compare a transcript with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).resolve().with_name("script.txt")


@dataclass(frozen=True, kw_only=True)
class Turn:
    chapter: str
    host: str
    words: str


def read_script(path: Path = SCRIPT) -> list[Turn]:
    """Read `# chapter` headings and `Host: words` lines."""
    turns, chapter = [], ""
    for line in filter(None, path.read_text("utf-8").splitlines()):
        if line.startswith("# "):
            chapter = line.removeprefix("# ")
        else:
            host, words = line.split(": ", 1)
            turns.append(Turn(chapter=chapter, host=host, words=words))
    return turns


if __name__ == "__main__":
    print(*(turn.words for turn in read_script()), sep="\n")
