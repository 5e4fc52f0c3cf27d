"""Shows and episodes of unusual kinds, in made-up words: what pages must take without breaking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from web.examples import AUDIO, BASE_URL, EPISODE, SHOW, VIDEO, a_transcript, an_older_episode, spoken

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"
HEBREW = "מי משלם על הגשר ולמה זה כל כך יקר"
JAPANESE = "橋の費用は誰が払うのか、そしてなぜそれほど高いのか"
HOSTILE = '</title></script><script>alert(1)</script>"><img src=x onerror=alert(1)>'


def all_shows() -> list[ShowPublication]:
    """A show of each kind that there is."""
    return [english(), odd(), german(), in_script("he", HEBREW), in_script("ja", JAPANESE), bare(), hostile()]


def english() -> ShowPublication:
    """The usual one, long enough for several pages."""
    usual = Publication(episode=EPISODE, transcript=a_transcript())
    return _show(SHOW, [usual, *(an_older_episode(number) for number in range(65, 0, -1))])


def odd() -> ShowPublication:
    """Episodes that lack something, or have too much of it."""
    return _show(replace(SHOW, slug="odd", title="Odd ones"), list(_odd("odd")))


def german() -> ShowPublication:
    words = f"{LONG_WORD} und andere lange Wörter, die in keine Zeile passen wollen"
    show = replace(
        SHOW,
        slug="kurz",
        title="Kurzerklärt: Rechtsschutzversicherungsgesellschaften",
        language="de",
        description=words,
    )
    return _show(show, [_spoken(_episode(show.slug, "lang", words, summary=words), words)])


def in_script(language: str, words: str) -> ShowPublication:
    show = replace(SHOW, slug=f"show-{language}", title=words[:12], language=language, description=words)
    one = _episode(
        show.slug, "one", words, summary=words, notes=f"## {words}\n\n- {words}\n- 1:05 {words}",
        chapters=tuple(replace(chapter, title=words) for chapter in EPISODE.chapters),
    )  # fmt: skip
    return _show(show, [_spoken(one, words, language)])


def bare() -> ShowPublication:
    """No cover, words, people or media."""
    show = Show(slug="bare", title="Bare")
    nothing = Episode(guid="n", show="bare", slug="nothing", title="Nothing", published_at=EPISODE.published_at)
    return _show(show, [Publication(episode=nothing)])


def hostile() -> ShowPublication:
    people = (Credit(name=HOSTILE, title=HOSTILE, organisation=HOSTILE), Credit(name="Bo", role="guest"))
    show = replace(
        SHOW, slug="hostile", title=HOSTILE, description=HOSTILE, hosts=people[:1], funding=(f"{HOSTILE}|javascript:1",)
    )
    one = _episode(
        show.slug, "one", HOSTILE, summary=HOSTILE, notes=f"{HOSTILE}\n\n[x](javascript:alert(1))\n\n# {HOSTILE}",
        credits=people, number_label=HOSTILE, related=(HOSTILE,), disclaimer=HOSTILE,
        links=(Link(title=HOSTILE, url="javascript:alert(1)", kind="citation"), Link(title=HOSTILE, kind="link")),
        chapters=(Chapter(start=0, title=HOSTILE), Chapter(start=30, title=HOSTILE)),
        comments=(Comment(author=HOSTILE, text=HOSTILE, approved=True),),
    )  # fmt: skip
    return _show(show, [_spoken(one, HOSTILE)])


def _odd(show: str) -> Iterator[Publication]:
    yield Publication(episode=_episode(show, "video-only", "Only to be seen", media=(replace(VIDEO, offset=0),)))
    yield Publication(episode=_episode(show, "no-media", "Only to be read", media=()), transcript=a_transcript())
    yield Publication(episode=_episode(show, "alone", "Nobody says anything", credits=(), summary="", notes=""))
    yield Publication(episode=_episode(show, "endless-title", f"{'Word after word ' * 40}{'x' * 300}"))
    chapters = tuple(Chapter(start=place * 36, title=f"Chapter {place + 1} of many") for place in range(300))
    media = tuple(replace(medium, duration=10_800) for medium in (AUDIO, VIDEO))
    long = _episode(show, "three-hours", "Three hours of talk", chapters=chapters, media=media)
    yield Publication(episode=long, transcript=a_transcript(spoken(3600, length=3.0)))


def _episode(show: str, slug: str, title: str, **changes: object) -> Episode:
    return replace(EPISODE, guid=f"{show}-{slug}", show=show, slug=slug, title=title, **changes)


def _spoken(episode: Episode, words: str, language: str = "") -> Publication:
    segments = tuple(replace(one, text=words, speaker=words[:20]) for one in spoken(40))
    return Publication(episode=episode, transcript=replace(a_transcript(segments), language=language or "en"))


def _show(show: Show, episodes: list[Publication]) -> ShowPublication:
    return ShowPublication(show=show, base_url=BASE_URL, episodes=tuple(episodes))
