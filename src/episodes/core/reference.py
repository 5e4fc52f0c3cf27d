"""Finding the episode that a person means: `338`, `quick-take/338`, a GUID, an address, words of the title, `last`."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from episodes.core.episode import Episode
from episodes.core.errors import AmbiguousReference, NotFound

_LAST = {"last", "latest", "newest"}
_NUMBER = re.compile(r"(?:#|ep\.?\s*|episode\s+)?\s*(\d{1,9})", re.IGNORECASE)
_SEASON = re.compile(r"s(\d{1,4})\s*[ex](\d{1,6})", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What of an episode a reference can be matched with; lighter to load than the episode."""

    id: int
    guid: str
    show: str
    slug: str
    title: str
    number: int | None = None
    number_label: str = ""
    season: int | None = None
    original_title: str = ""
    urls: tuple[str, ...] = ()

    @classmethod
    def of(cls, episode: Episode, id: int = 0) -> Candidate:  # noqa: A002 - the field's name
        return cls(
            id=id,
            guid=episode.guid,
            show=episode.show,
            slug=episode.slug,
            title=episode.title,
            number=episode.number,
            number_label=episode.number_label,
            season=episode.season,
            original_title=episode.original_title,
            urls=tuple(medium.source.url for medium in episode.media if medium.source.url),
        )

    @property
    def line(self) -> str:
        """The candidate on one line, beginning with a reference that names it alone."""
        label = self.number_label or (str(self.number) if self.number is not None else "")
        return f"{self.show}/{self.slug}  {'#' + label + ' ' if label else ''}{self.title}"


def resolve(reference: str, candidates: Sequence[Candidate], *, by_age: bool = True) -> Candidate:
    """Find the one episode that a reference names; candidates come newest first, and `by_age` `last` is the first.

    Raises NotFound (with the nearest miss in the hint) or AmbiguousReference (with all that answer).
    The first rule that finds anything decides; exact ones come first.
    """
    said = reference.strip()
    if not said:
        raise NotFound("no episode has an empty name", hint="episodes list")
    found = _whole(said, candidates)
    if not found:
        show, rest = _split_show(said, candidates)
        if show:
            candidates = [candidate for candidate in candidates if candidate.show == show]
            found = _named(rest, candidates, by_age=by_age)
        else:
            found = _named(said, candidates, by_age=by_age)
    if not found:
        raise NotFound(f"no episode answers to '{reference}'", hint=_near_miss(said, candidates))
    if len(found) > 1:
        raise AmbiguousReference(
            f"'{reference}' can mean {len(found)} episodes",
            candidates=tuple(candidate.line for candidate in found[:20]),
            hint=f"say which, for example: {found[0].show}/{found[0].slug}",
        )
    return found[0]


def _whole(said: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """What identifies an episode to the letter: GUID, `show/slug`, an address it came from."""
    address = _bare_url(said)
    rules: tuple[Callable[[Candidate], bool], ...] = (
        lambda c: c.guid == said,
        lambda c: f"{c.show}/{c.slug}" == said,
        lambda c: address is not None and any(_bare_url(url) == address for url in c.urls),
        lambda c: address is not None and f"/{address}/".endswith((f"/{c.show}/{c.slug}/",)),
    )
    return _first(rules, candidates)


def _named(said: str, candidates: Sequence[Candidate], *, by_age: bool) -> list[Candidate]:
    if by_age and said.lower() in _LAST:
        return list(candidates[:1])
    number = _NUMBER.fullmatch(said)
    if season := _SEASON.fullmatch(said):
        wanted = (int(season[1]), int(season[2]))
        if found := [c for c in candidates if (c.season, c.number) == wanted]:
            return found
    words = fold(said).split()
    rules: tuple[Callable[[Candidate], bool], ...] = (
        lambda c: c.number_label.lower() == said.lstrip("#").lower() and bool(c.number_label),
        lambda c: number is not None and c.number == int(number[1]),
        lambda c: c.slug == said.lower(),
        lambda c: fold(said) in (fold(c.title), fold(c.original_title)),
        lambda c: len(said) >= 6 and c.guid.lower().startswith(said.lower()),
        lambda c: bool(words) and f" {fold(said)} " in f" {fold(c.title)} ",
        lambda c: bool(words) and fold(said) in fold(c.title),
        lambda c: len(said) >= 3 and said.lower() in c.slug,
        lambda c: bool(words) and all(word in fold(f"{c.title} {c.original_title}") for word in words),
    )
    return _first(rules, candidates)


def _first(rules: Iterable[Callable[[Candidate], bool]], candidates: Sequence[Candidate]) -> list[Candidate]:
    for rule in rules:
        if found := [candidate for candidate in candidates if rule(candidate)]:
            return found
    return []


def _split_show(said: str, candidates: Sequence[Candidate]) -> tuple[str, str]:
    """Split `quick-take/338` if it begins with a show."""
    shows = {candidate.show for candidate in candidates}
    show, slash, rest = said.partition("/")
    return (show, rest.strip()) if slash and show in shows and rest.strip() else ("", said)


def fold(text: str) -> str:
    """Make texts comparable: case, accents and punctuation go.

    >>> fold("Syrië: the “Day After”")
    'syrie the day after'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.replace("'", "").replace("’", "")))


def _bare_url(said: str) -> str | None:
    """An address without what does not matter: scheme, `www.`, fragment, a last slash."""
    scheme, found, rest = said.partition("://")
    if not found or scheme.lower() not in ("http", "https"):
        return None
    return rest.partition("#")[0].removeprefix("www.").removesuffix("index.html").rstrip("/")


def _near_miss(said: str, candidates: Sequence[Candidate]) -> str:
    if not candidates:
        return "the catalogue has no episodes yet: episodes add SOURCE"
    if number := _NUMBER.fullmatch(said.rpartition("/")[2]):
        numbers = sorted({c.number for c in candidates if c.number is not None})
        if numbers:
            nearest = min(numbers, key=lambda n: abs(n - int(number[1])))
            return f"the nearest number is {nearest}; `episodes list` has them all"
    names = {fold(name): f"{c.show}/{c.slug}" for c in candidates for name in (c.title, c.slug, f"{c.show}/{c.slug}")}
    near = difflib.get_close_matches(fold(said), names, n=1, cutoff=0.5)
    return f"did you mean '{names[near[0]]}'? `episodes list` has them all" if near else "episodes list"


def no_show(slug: str, known: Iterable[str]) -> NotFound:
    """Say that there is no such show, and which one may have been meant."""
    near = difflib.get_close_matches(slug.lower(), list(known), n=1, cutoff=0.5)
    hint = f"did you mean '{near[0]}'? `episodes show list` has them all" if near else "episodes show list"
    return NotFound(f"no show named '{slug}'", hint=hint)
