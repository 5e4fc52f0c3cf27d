"""What another source says of an episode: it fills what the episode lacks, and can be taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.doubts import doubted_person, is_doubt
from episodes.core.episode import SURE, Comment, Episode, Origin
from episodes.core.media import Source
from episodes.core.naming.same_person import same_person
from episodes.core.reading import Reading
from episodes.core.timing import moved

Said = Episode | Reading

#: What may be filled; hosts and guests are parts of `credits`, citations one of `links`.
FILLED = (
    "number", "season", "kind", "hosts", "guests", "summary", "notes", "disclaimer", "language", "image", "links",
    "citations", "related", "comments", "published_at", "license", "location",
)  # fmt: skip
#: What has times of a recording.
TIMED = ("chapters", "soundbites")
#: What comes and goes with another field.
_ALONG = {
    "number": ("number_label",),
    "season": ("season_name",),
    "published_at": ("date_is_sure",),
    "license": ("license_url",),
}
_TEXTS = ("summary", "notes", "disclaimer")
#: Kinds that an item may make of an episode that nobody called anything; what a rebroadcast repeats is none.
_KINDS = ("trailer", "bonus")
#: How sure times are that may be off, for nobody could hear how the two media lie to each other.
_UNMEASURED = 0.6
_NOTHING = Reading()


@dataclass(frozen=True, kw_only=True)
class Account:
    """What an item says of the episode that it is a part of now."""

    said: Said  #: the record that it makes alone, or what was read
    source: Source
    is_numbered_alike: bool = True  #: False where its source counts otherwise, or another episode has that number


def completed(episode: Episode, account: Account) -> Episode:
    """Fill an episode's empty fields with what an item says; what is there, or was set by a person, stays.

    GUID, slug, title and a sure date are not among them. Each field that is filled gets the item's origin, with the
    source that it came from. Chapters and soundbites wait until it is known how their times lie (`with_times`).
    """
    for name in FILLED:
        if _may_fill(episode, name, account):
            episode = replace(_with(episode, name, account.said), origins=_origins(episode, name, account))
    known = {one.field for one in episode.origins}
    doubts = [
        _marked(one, account.source)
        for one in account.said.origins
        if is_doubt(one) and one.field not in known and _is_new(episode, doubted_person(one).name)
    ]
    return replace(episode, origins=(*episode.origins, *doubts)) if doubts else episode


def with_times(episode: Episode, account: Account, offset: float, *, is_measured: bool = True) -> Episode:
    """Fill chapters and soundbites, too: a time of the episode plus `offset` is one of the item."""
    for name in TIMED:
        if _lacks(episode, account, name):
            episode = _with_timed(episode, account, name, offset, is_measured=is_measured)
    return episode


def lacks_times(episode: Episode, account: Account) -> bool:
    """Whether an item has chapters or soundbites that its episode may take."""
    return any(_lacks(episode, account, name) for name in TIMED)


def _lacks(episode: Episode, account: Account, name: str) -> bool:
    return bool(_held(account.said, name)) and may_fill(episode, name)


def _with_timed(episode: Episode, account: Account, name: str, offset: float, *, is_measured: bool) -> Episode:
    said = _held(account.said, name)
    if name == "soundbites":  # one that begins before would be another stretch
        said = tuple(one for one in said if one.start >= offset)
    alone: dict[str, Any] = dict.fromkeys(TIMED, ()) | {name: said}
    filled = moved(replace(episode, **alone), -offset)
    values = tuple(one for one in getattr(filled, name) if not episode.duration or one.start < episode.duration)
    if not values:
        return episode
    *kept, own = _origins(episode, name, account)
    if not is_measured:
        own = replace(own, confidence=min(own.confidence, _UNMEASURED), reason=f"{own.reason}; times not compared")
    changes: dict[str, Any] = {name: values, "origins": (*kept, own)}
    return replace(episode, **changes)


def may_fill(episode: Episode, name: str) -> bool:
    """Whether a field is empty, and not because a person wants it so."""
    return not _held(episode, name) and not _is_locked(episode, name)


def taken_back(episode: Episode, sources: Collection[Source], said: Collection[Said] = ()) -> Episode:
    """Take away what came from sources, and nothing that was set since; a date stays, for apps may know it.

    `said` is what they said, as far as is known: of several people or links only those named there go.
    """
    marks = {mark_of(source) for source in sources}
    own = [origin for origin in episode.origins if origin.source in marks and origin.field != "published_at"]
    for origin in own:
        if not is_doubt(origin) and not _is_settled(episode, origin.field):
            episode = _without(episode, origin.field, said)
    return (
        replace(episode, origins=tuple(origin for origin in episode.origins if origin not in own)) if own else episode
    )


def is_told(episode: Episode, name: str) -> bool:
    """Whether a field came with an item that was joined, and not with the episode."""
    origin = episode.origin_of(name)
    return origin is not None and bool(origin.source)


def mark_of(source: Source) -> str:
    """How origins name the source that a value came from."""
    return f"{source.provider} {source.key}"


def _may_fill(episode: Episode, name: str, account: Account) -> bool:
    said = account.said
    value = _held(said, name)
    if value == _held(_NOTHING, name) or _is_locked(episode, name):
        return False
    if name == "published_at":
        return not episode.date_is_sure and said.date_is_sure and _is_sure(said, name)
    if name == "kind":
        return episode.kind == "full" and episode.origin_of("kind") is None and value in _KINDS
    if _held(episode, name) != _held(_NOTHING, name):
        return False
    if name in ("number", "season"):
        is_same_season = None in (episode.season, said.season) or episode.season == said.season
        return account.is_numbered_alike and is_same_season and (name == "number" or episode.number == said.number)
    if name in ("hosts", "guests"):
        return _is_sure(said, name) and any(_is_new(episode, one.name) for one in value)
    return name not in _TEXTS or not any(value in getattr(episode, other) for other in _TEXTS)


def _held(said: Said, name: str) -> Any:
    """A field's value; what is in records alone, such as `image`, a reading has empty."""
    if name in ("hosts", "guests"):
        return tuple(one for one in said.credits if f"{one.role}s" == name)
    if name in ("links", "citations"):
        return tuple(one for one in said.links if (one.kind == "citation") == (name == "citations"))
    return getattr(said, name, () if name in TIMED else "")


def _with(episode: Episode, name: str, said: Said) -> Episode:
    """An episode with one field as another record has it."""
    if name in ("hosts", "guests"):
        return _put(episode, name, tuple(one for one in _held(said, name) if _is_new(episode, one.name)))
    if name in ("links", "citations"):
        return _put(episode, name, _held(said, name))
    return replace(episode, **{one: _held(said, one) for one in (name, *_ALONG.get(name, ()))})


def _without(episode: Episode, name: str, said: Collection[Said]) -> Episode:
    """An episode without what others said of one field; what was added to theirs stays."""
    held = _held(episode, name)
    if not said or not isinstance(held, tuple):
        return _with(episode, name, _NOTHING)
    theirs = [_named(one) for words in said for one in _held(words, name)]
    return _put(episode, name, tuple(one for one in held if _named(one) not in theirs))


def _put(episode: Episode, name: str, values: tuple[Any, ...]) -> Episode:
    """An episode with one field of several values."""
    changes: dict[str, Any] = {name: values}
    for whole, (first, second) in {"credits": ("hosts", "guests"), "links": ("links", "citations")}.items():
        if name in (first, second):
            parts = {one: _held(episode, one) for one in (first, second)} | {name: values}
            changes = {whole: (*parts[first], *parts[second])}
    return replace(episode, **changes)


def _named(one: Any) -> object:
    """What a person, chapter or comment is known by, whatever else changed; all else by itself."""
    if isinstance(one, Credit):
        return one.name
    if isinstance(one, Chapter | Soundbite):  # its time moves with the medium that it is told of
        return one.title
    return (one.author, one.text) if isinstance(one, Comment) else one


def _is_new(episode: Episode, person: str) -> bool:
    return not any(same_person(person, one.name) for one in episode.credits)


def _origin_in(said: Said, name: str) -> Origin | None:
    """Where a record has a field from; a feed states hosts and guests, and a text links and citations, together."""
    names = {"hosts": ("credits", name), "guests": ("credits", name), "citations": ("links",)}.get(name, (name,))
    return next((origin for one in names for origin in said.origins if origin.field == one), None)


def _is_sure(said: Said, name: str) -> bool:
    """Whether a field is good enough to be taken over: no guess, nor what only holds for the show or that episode."""
    origin = _origin_in(said, name)
    return (
        origin is not None and origin.origin not in ("show", "default") and (origin.locked or origin.confidence >= SURE)
    )


def _origins(episode: Episode, name: str, account: Account) -> tuple[Origin, ...]:
    own = _origin_in(account.said, name) or _unsaid(name)
    kept = (origin for origin in episode.origins if origin.field != name)
    return (*kept, _marked(replace(own, field=name), account.source))


def _unsaid(name: str) -> Origin:
    if name in (*_TEXTS, "related", "comments"):
        return Origin(field=name, origin="description", confidence=0.85)
    return Origin(field=name, origin="tag", confidence=0.9)


def _marked(origin: Origin, source: Source) -> Origin:
    """An origin that names its source; what came from a further one before keeps that."""
    if origin.source:
        return origin
    place = f"told by {source.url or source.key}"
    return replace(origin, source=mark_of(source), reason=f"{origin.reason}; {place}" if origin.reason else place)


def _is_locked(episode: Episode, name: str) -> bool:
    origin = episode.origin_of("credits" if name in ("hosts", "guests") else name)
    return origin is not None and origin.locked


def _is_settled(episode: Episode, name: str) -> bool:
    """Whether a person has decided on a field in another way than by writing it."""
    if name in ("hosts", "guests"):
        return _is_locked(episode, name)
    return name == "comments" and any(one.approved for one in episode.comments)
