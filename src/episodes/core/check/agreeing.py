"""Rules of files that say the same thing: transcripts in several formats, chapters in two."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from episodes.core.captions import Captions
from episodes.core.check.facts import Facts
from episodes.core.check.finding import CHAPTERS, NAMESPACE, TAGS, TRANSCRIPTS, Finding, warning
from episodes.core.check.strict import is_time
from episodes.core.check.tree import Feed, Node
from episodes.core.light import dataclass
from episodes.core.timecode import parse_timecode

_BUILD = "`episodes build` writes them again"

OTHER_WORDS = warning("transcripts-differ", TRANSCRIPTS, f"an item's transcripts say the same words; {_BUILD}")
NO_VOICE = warning("captions-voice", TRANSCRIPTS, "name who speaks on every cue (<v Name>): `episodes transcript`")
SAME_KIND = warning("transcript-duplicate", NAMESPACE, "give each type and language once: apps take one of them")
OTHER_LANGUAGE = warning("transcript-language-other", TAGS, "the same words are in the same language; correct one")
NO_LANGUAGE = warning("transcript-language-missing", NAMESPACE, "name each transcript's language where one is named")
OTHER_CHAPTERS = warning("chapters-differ", CHAPTERS, f"podcast:chapters and psc:chapters are the same; {_BUILD}")
OTHER_NAME = warning("chapters-name", CHAPTERS, f"title is the episode's, podcastName the show's; {_BUILD}")

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]+)>")
_TAG = re.compile(r"</?[a-z][^<>]*>")
_TIMING = re.compile(r"^(?:[ \t]*\d+[ \t]*\r?\n)?[^\n]*-->[^\n]*$", re.MULTILINE)
#: Seconds that the same chapter may start apart: some write whole ones.
APART = 1.0


@dataclass(frozen=True, kw_only=True)
class Named:
    """A chapter as far as formats agree on it."""

    start: float  #: seconds
    title: str


@dataclass(frozen=True, kw_only=True)
class _Read:
    """A transcript as it was read."""

    name: str
    language: str
    kind: str
    text: str
    captions: Captions


def check_agreement(feed: Feed, item: Node, facts: Facts | None) -> Iterator[Finding]:
    """Judge the transcripts and chapters of an item beside one another."""
    transcripts = item.all("podcast:transcript")
    yield from _kinds(item, transcripts)
    if facts is None:
        return
    read = [found for found in (_read(transcript, facts) for transcript in transcripts) if found]
    for language in dict.fromkeys(one.language for one in read):
        yield from _words(item, [one for one in read if one.language == language])
    yield from _languages(item, read)
    yield from _chapters(item, facts)
    yield from _names(feed, item, facts)


def _kinds(item: Node, transcripts: Sequence[Node]) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], str] = {}
    for transcript in transcripts:
        key = tuple((transcript.get(name) or "").lower() for name in ("type", "language", "rel"))
        url = transcript.get("url") or ""
        if seen.get(key, url) != url:
            yield SAME_KIND(item.where, f"has {key[0] or 'no type'} {key[1]} twice: {seen[key]} and {url}")
        seen.setdefault(key, url)
    nameless = [one for one in transcripts if not one.get("language")]
    if nameless and len(nameless) < len(transcripts):
        yield NO_LANGUAGE(item.where, f"{len(nameless)} of {len(transcripts)} transcripts name no language")


def _read(transcript: Node, facts: Facts) -> _Read | None:
    url, kind = transcript.get("url") or "", transcript.get("type") or ""
    known = facts(url) if url else None
    if not known or not known.exists or not known.data:
        return None
    from episodes.core.captions.parsing import parse_captions  # a build, which judges too, reads no captions

    text = known.data.decode("utf-8", "replace").lstrip("\ufeff")
    captions = Captions(cues=(), format="") if kind == "text/plain" else parse_captions(text)
    if kind != "text/plain" and not captions.cues:
        return None  # what cannot be read is said elsewhere
    language = (transcript.get("language") or "").lower()
    return _Read(name=url.rsplit("/", 1)[-1], language=language, kind=kind, text=text, captions=captions)


def _words(item: Node, read: Sequence[_Read]) -> Iterator[Finding]:
    """Compare letters only: formats break lines and words, and write names, each in its own way."""
    people = {person.text for person in item.all("podcast:person") if person.text}
    speakers = {name for one in read for name in _named(one, people)}
    names = "|".join(re.escape(name) for name in sorted(speakers | people, key=len, reverse=True))
    label = re.compile(rf"^[ \t]*(?:{names}):" if names else r"^\b\B", re.MULTILINE)
    said = [(one, _letters(_text(one, label))) for one in read]
    for one, letters in said[1:]:
        first, expected = said[0]
        if letters != expected:
            pairs = enumerate(zip(letters, expected, strict=False))
            place = next((n for n, (a, b) in pairs if a != b), min(len(letters), len(expected)))
            yield OTHER_WORDS(item.where, f"{one.name} and {first.name} differ after {place} letters")
    for one in read:
        if one.captions.format == "vtt" and speakers:
            yield from _voices(item.where, one)


def _languages(item: Node, read: Sequence[_Read]) -> Iterator[Finding]:
    """Find a transcript that has another one's words, and another language."""
    for one, other in combinations(read, 2):
        apart = one.language.partition("-")[0] != other.language.partition("-")[0]
        if apart and one.language and other.language and _said(one) == _said(other):
            yield OTHER_LANGUAGE(
                item.where, f"{one.name} is {one.language}, {other.name} {other.language}, and both say the same words"
            )
            return


def _said(read: _Read) -> str:
    return _letters(" ".join(_TAG.sub("", cue.text) for cue in read.captions.cues) if read.captions.cues else read.text)


def _named(read: _Read, people: set[str]) -> Iterator[str]:
    """Name who speaks where a format marks it, or where the name before a colon is that of a person of the item."""
    if read.captions.format == "vtt":
        yield from (match[1].strip() for match in _VOICE.finditer(read.text))
    is_marked = read.captions.format in ("json", "podlove", "html")
    yield from (cue.speaker for cue in read.captions.cues if cue.speaker and (is_marked or cue.speaker in people))


def _text(read: _Read, label: re.Pattern[str]) -> str:
    if read.captions.format == "srt" or read.kind == "text/plain":
        shown = _TIMING.sub("", read.text) if read.captions.format == "srt" else read.text
        return label.sub("", _TAG.sub("", shown))
    # What looks like a tag was said here, but in SRT nobody can tell it from one: it is compared nowhere.
    return " ".join(label.sub("", _TAG.sub("", cue.text)) for cue in read.captions.cues)


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", text.casefold()))


def _voices(where: str, read: _Read) -> Iterator[Finding]:
    silent = [cue for cue in read.captions.cues if cue.text and not cue.speaker]
    if silent:
        yield NO_VOICE(
            where, f"{read.name}: {len(silent)} cues name no speaker, the first at {silent[0].start} s; others do"
        )


def _chapters(item: Node, facts: Facts) -> Iterator[Finding]:
    ours, theirs = simple_chapters(item), linked_chapters(item, facts)
    if ours is None or theirs is None:
        return
    if len(ours) != len(theirs):
        yield OTHER_CHAPTERS(item.where, f"psc:chapters has {len(ours)} chapters, the chapters file {len(theirs)}")
        return
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True), start=1):
        if abs(one.start - other.start) >= APART or one.title != other.title:
            yield OTHER_CHAPTERS(
                item.where,
                f"chapter {number} is {one.title!r} at {one.start:g} s, "
                f"in the file {other.title!r} at {other.start:g} s",
            )
            return


def _names(feed: Feed, item: Node, facts: Facts) -> Iterator[Finding]:
    """Compare what a chapters file says it belongs to; one name may be the other with a number, or an edition.

    A show's feeds have their own titles and share the chapters files, so the name may be any of the titles.
    """
    linked = item.first("podcast:chapters")
    known = facts(linked.get("url") or "") if linked else None
    try:
        record = json.loads(known.data) if known and known.data else None
    except (ValueError, RecursionError):
        return  # said elsewhere
    if not isinstance(record, dict):
        return
    places = (("title", (item.value("title"), item.value("itunes:title"))), ("podcastName", (feed.title, *feed.titles)))
    for name, ours in places:
        stated = _title(record.get(name)).casefold()
        names = [_title(one).casefold() for one in ours if one]
        if stated and names and not any(stated in one or one in stated for one in names):
            yield OTHER_NAME(item.where, f"the chapters file's {name} is {record[name]!r}, the feed says {ours[0]!r}")


def chapters_of(item: Node, facts: Facts | None) -> list[Named]:
    """The chapters of an item, by psc:chapters or else by its chapters file; none where they cannot be read."""
    return simple_chapters(item) or (linked_chapters(item, facts) if facts else None) or []


def simple_chapters(item: Node) -> list[Named] | None:
    """The chapters that an item lists; None where it lists none, or what cannot be read."""
    listed = item.first("psc:chapters")
    if listed is None:
        return None
    try:
        return [
            Named(start=parse_timecode(chapter.get("start") or ""), title=_title(chapter.get("title")))
            for chapter in listed.all("psc:chapter")
        ]
    except ValueError:
        return None  # said elsewhere


def linked_chapters(item: Node, facts: Facts) -> list[Named] | None:
    """The chapters of an item's chapters file that are shown; None where there is none, or what cannot be read."""
    linked = item.first("podcast:chapters")
    known = facts(linked.get("url") or "") if linked else None
    if not known or not known.data:
        return None
    try:
        shown = [chapter for chapter in json.loads(known.data)["chapters"] if chapter.get("toc") is not False]
        if not all(is_time(chapter["startTime"]) for chapter in shown):
            return None  # said elsewhere
        return [Named(start=float(chapter["startTime"]), title=_title(chapter.get("title"))) for chapter in shown]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # said elsewhere


def _title(text: object) -> str:
    return " ".join(str(text or "").split())
