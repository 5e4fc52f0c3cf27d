"""How well titles and descriptions are read: numbers, kinds, hosts and guests, against titles that people judged.

Usage: python benchmarks/metadata.py [--titles FILE.tsv] [--hosts FILE.jsonl] [--with-tags] [--failures] [--json]
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.reading import Reading
from episodes.core.show import Show
from episodes.tagger.tag import marked

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "metadata"
HONORIFIC = re.compile(r"^(?:dr|prof|professor|sir|mr|mrs|ms)\.?\s+", re.IGNORECASE)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--titles", type=Path, default=SHARED / "episode_titles.tsv")
    options.add_argument("--hosts", type=Path, default=SHARED / "hosts.jsonl")
    options.add_argument("--with-tags", action="store_true", help="let the reader see the feed's own number tags")
    options.add_argument("--failures", action="store_true", help="print each miss")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = options.parse_args()
    figures: dict[str, Any] = {}
    if chosen.titles.is_file():
        figures |= measure_titles(chosen.titles, with_tags=chosen.with_tags, failures=chosen.failures)
    if chosen.hosts.is_file():
        figures |= measure_people(chosen.hosts, failures=chosen.failures)
    if not figures:
        print("neither file of judged cases is there", file=sys.stderr)
        return 2
    print(json.dumps(figures, indent=2) if chosen.json else "\n".join(lines(figures)))
    return 0


def lines(figures: dict[str, Any]) -> Iterator[str]:
    for name, value in figures.items():
        if isinstance(value, list):
            right, of = value
            yield f"{name:<44} {right}/{of} = {right / of if of else 1:.4f}"
        else:
            yield f"{name:<44} {value}"


def measure_titles(file: Path, *, with_tags: bool, failures: bool) -> dict[str, Any]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
    exact, exact_all, false, kinds = [0, 0], [0, 0], [0, 0], [0, 0]
    for row in rows:
        reading = read_title(row, with_tags=with_tags)
        gold = (whole(row.get("gold_episode")), whole(row.get("gold_season")))
        right = (reading.number, reading.season) == gold
        ambiguous = (row.get("ambiguous") or "").strip().lower() in ("1", "true", "yes")
        count(exact_all, right)
        if not ambiguous:
            count(exact, right)
            if gold[0] is None:
                count(false, reading.number is not None)
        right_kind = reading.kind == (row.get("gold_kind") or "full")
        count(kinds, right_kind)
        if failures and not (right and right_kind):
            mark = "ambiguous" if ambiguous else "MISS"
            print(f"{mark}: {row.get('show')} | {row.get('title')} | {gold} {row.get('gold_kind')}"
                  f" | read {reading.number}, {reading.season}, {reading.kind}")  # fmt: skip
    return {
        "titles: number and season exact": exact,
        "titles: the same with the ambiguous ones": exact_all,
        "titles: false numbers where there is none": false,
        "titles: kind": kinds,
    }


def read_title(row: dict[str, str], *, with_tags: bool) -> Reading:
    tags = {"number": row.get("tag_episode") or "", "season": row.get("tag_season") or ""} if with_tags else {}
    return read_item(
        Item(
            source=Source(provider="web", key="1"),
            title=row.get("title") or "",
            show_title=row.get("show") or "",
            **tags,
        )
    )


def measure_people(file: Path, *, failures: bool) -> dict[str, Any]:
    found_right, found_all, gold_all = 0, 0, 0
    per_role = {role: {"right": 0, "found": 0, "gold": 0} for role in ("host", "guest")}
    for line in filter(str.strip, file.read_text(encoding="utf-8-sig").split("\n")):
        case = json.loads(line)
        reading = read_case(case)
        judged = (("host", case.get("gold_hosts") or ()), ("guest", case.get("gold_guests") or ()))
        for role, gold_names in judged:
            found = {plain(credit.name) for credit in reading.credits if credit.role == role}
            gold = {plain(name) for name in gold_names}
            tally = per_role[role]
            tally["right"] += len(found & gold)
            tally["found"] += len(found)
            tally["gold"] += len(gold)
            if failures and found != gold:
                print(f"MISS {role}s: {case.get('show')} | {(case.get('title') or '')[:60]}"
                      f" | too many {sorted(found - gold)}"
                      f" | missing {sorted(gold - found)}")  # fmt: skip
    figures: dict[str, Any] = {}
    for role, tally in per_role.items():
        figures[f"people: {role}s, precision"] = [tally["right"], tally["found"]]
        figures[f"people: {role}s, recall"] = [tally["right"], tally["gold"]]
        found_right += tally["right"]
        found_all += tally["found"]
        gold_all += tally["gold"]
    return figures | {"people: precision": [found_right, found_all], "people: recall": [found_right, gold_all]}


def read_case(case: dict[str, Any]) -> Reading:
    """Read one judged description with what its feed says of the show, as an import would."""
    show = Show(
        slug="show", title=case.get("show") or "", description=case.get("channel_description") or "",
        author=case.get("channel_author") or "",
    )  # fmt: skip
    item = Item(
        source=Source(provider="web", key="1"), title=case.get("title") or "",
        description=case.get("description") or "",
        show_title=case.get("show") or "", author=case.get("item_author") or "",
        people=tuple((role, name) for role, name in case.get("persons") or ()),
    )  # fmt: skip
    return read_item(marked(item, show), show=show)


def plain(name: str) -> str:
    """A name without case, accents, full stops and honorifics, for comparing."""
    bare = HONORIFIC.sub("", name.strip())
    letters = unicodedata.normalize("NFKD", bare).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split())


def whole(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdigit() else None


def count(tally: list[int], hit: bool) -> None:
    tally[0] += hit
    tally[1] += 1


if __name__ == "__main__":
    sys.exit(main())
