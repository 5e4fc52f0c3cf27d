"""How search results are printed: text, JSON, CSV, Markdown, and opened in the browser."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from episodes.cli.output import counted, paint, printable, talk
from episodes.core.episode import Episode
from episodes.core.errors import UsageError
from episodes.core.hits import EpisodeHits, Hit, Results
from episodes.core.query import parse_numbers
from episodes.core.record import episode_line, reference
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from episodes.core.periods import Period


def as_typed(words: Sequence[str]) -> str:
    """Join arguments to one query; what the shell kept together was meant as a phrase.

    >>> as_typed(["safe zone", "turkey"]), as_typed(['"safe zone" turkey']), as_typed(["whisper in the haystack"])
    ('"safe zone" turkey', '"safe zone" turkey', 'whisper in the haystack')
    """
    # Bytes of the command line that are no text would break what is printed.
    words = [word.encode("utf-8", "replace").decode() for word in words]
    if len(words) == 1:
        return words[0]
    plain = re.compile(r"[^\s\"]+\s[^\"]*")
    return " ".join(f'"{word}"' if plain.fullmatch(word) and ":" not in word else word for word in words)


def period(text: str) -> Period | None:
    """Read a date option; raises UsageError.

    >>> period("2019-10")[1].isoformat(), period("")
    ('2019-11-01T00:00:00+00:00', None)
    """
    if not text.strip():
        return None
    from episodes.core.periods import parse_period  # 2 ms, and few searches are narrowed by date

    found = parse_period(text)
    if found is None:
        raise UsageError(
            f"{text!r} is no date", hint="write it like 2019, 2019-10, 2019-10-17, yesterday or '3 weeks ago'"
        )
    return found


def numbers(text: str) -> tuple[int, int] | None:
    """Read a range of episode numbers; raises UsageError.

    >>> numbers("300-350"), numbers("338"), numbers("300-"), numbers("")
    ((300, 350), (338, 338), (300, 999999999), None)
    """
    if not text.strip():
        return None
    found = parse_numbers(text)
    if found is None:
        raise UsageError(f"{text!r} is no range of numbers", hint="write --episodes 300-350, 338, 300- or -350")
    return found


def link(episode: Episode, hit: Hit, base_url: str) -> str:
    """The address that opens the page at the spot."""
    from episodes.core.addresses import episode_page, page_url

    page = page_url(base_url, episode_page(episode))
    return page if hit.at is None else f"{page}#t={int(hit.at)}"


def record(found: Results, base_url: str) -> dict[str, Any]:
    """The answer as `--json` prints it."""
    return {
        "query": found.query,
        "total": found.total,
        "total_is_exact": found.total_is_exact,
        "relaxed": found.relaxed,
        "replaced": [{"typed": typed, "found": other} for typed, other in found.replaced],
        "did_you_mean": found.did_you_mean,
        "notes": list(found.notes),
        "seconds": round(found.seconds, 4),
        "episodes": [
            {
                **episode_line(one.episode),
                "show_title": one.show_title,
                "spots": one.spots,
                "hits": [_hit_record(one.episode, hit, base_url) for hit in one.hits],
            }
            for one in found.episodes
        ],
    }


def _hit_record(episode: Episode, hit: Hit, base_url: str) -> dict[str, Any]:
    return {
        "place": hit.place,
        "at": hit.at,
        "end": hit.end,
        "speaker": hit.speaker,
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "missing": list(hit.missing),
        "url": link(episode, hit, base_url),
    }


def print_count(found: Results) -> None:
    about = "" if found.total_is_exact else "at least "
    spots = sum(max(one.spots, len(one.hits)) for one in found.episodes)
    more = " in the best of them" if found.total > len(found.episodes) else ""
    print(f"{about}{counted(found.total, 'episode')}, {counted(spots, 'spot')}{more}")


def print_text(found: Results, base_url: str, *, links: bool) -> None:
    """Print episodes with their spots: time, speaker, the words in context."""
    for place, one in enumerate(found.episodes):
        if place:
            print()
        episode = one.episode
        title = paint(printable(episode.title), "1")
        print(f"{paint(reference(episode), '36')}  {title}  {paint(f'{episode.published_at:%Y-%m-%d}', '2')}")
        for hit in one.hits:
            when = format_clock(hit.at) if hit.at is not None else hit.place
            who = f"{printable(hit.speaker)}: " if hit.speaker else ""
            print(f"  {paint(when.rjust(7), '33')}  {who}{_marked(hit)}")
            if links:
                print(f"           {link(episode, hit, base_url)}")
        if one.spots > len(one.hits):
            print(f"           {one.spots - len(one.hits)} more here: --all-hits")
    _tell(found)


def _tell(found: Results) -> None:
    """Say how the answer differs from the question."""
    for typed, other in found.replaced:
        talk.say(f"found with {other!r} for {typed!r}")
    if found.relaxed and found:
        talk.say("nowhere are all of these words together; these come nearest")
    if found.did_you_mean:
        talk.say(f"did you mean: {found.did_you_mean}")
    for note in found.notes:
        talk.say(note)
    if found.total > len(found.episodes):
        about = "" if found.total_is_exact else "at least "
        talk.say(f"{about}{counted(found.total, 'episode')} in all; --limit 0 shows them")


def advice(found: Results) -> str:
    """What to try when nothing was found."""
    return f"did you mean: {found.did_you_mean}" if found.did_you_mean else "try fewer or other words"


def _marked(hit: Hit) -> str:
    text, done, parts = hit.snippet, 0, []
    for start, end in hit.marks:
        parts += [printable(text[done:start]), paint(printable(text[start:end]), "1;32")]
        done = end
    return "".join([*parts, printable(text[done:])])


def _spots(found: Results) -> Iterator[tuple[EpisodeHits, Hit]]:
    for one in found.episodes:
        for hit in one.hits:
            yield one, hit


def print_csv(found: Results, base_url: str) -> None:
    import csv

    rows = csv.writer(sys.stdout)
    rows.writerow(("show", "number", "date", "title", "place", "time", "speaker", "text", "url"))
    for one, hit in _spots(found):
        episode = one.episode
        number = "" if episode.number is None else episode.number
        time = "" if hit.at is None else f"{hit.at:.1f}"
        date = f"{episode.published_at:%Y-%m-%d}"
        address = link(episode, hit, base_url)
        cells = (episode.show, number, date, episode.title, hit.place, time, hit.speaker, hit.snippet, address)
        rows.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in cells])


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking foreign text for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "@") else cell


def print_markdown(found: Results, base_url: str) -> None:
    for one in found.episodes:
        print(f"### {printable(one.episode.title)} ({reference(one.episode)}, {one.episode.published_at:%Y-%m-%d})\n")
        for hit in one.hits:
            when = format_clock(hit.at) if hit.at is not None else hit.place
            who = f"{printable(hit.speaker)}: " if hit.speaker else ""
            text = re.sub(r"([\\`*_<>\[\]])", r"\\\1", printable(hit.snippet))
            print(f"- [{when}]({link(one.episode, hit, base_url)}) {who}{text}")
        print()


def open_in_browser(found: Results, base_url: str, position: int) -> None:
    """Open the page of the nth spot as it was listed; raises UsageError if there are not so many."""
    import webbrowser

    spots = list(_spots(found))
    if position > len(spots):
        raise UsageError(f"there is no spot {position}", hint=f"{counted(len(spots), 'spot')} are shown")
    one, hit = spots[position - 1]
    webbrowser.open(link(one.episode, hit, base_url))
