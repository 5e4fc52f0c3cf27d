"""One sound for listeners: an episode's own audio, and a film's sound where there is no other."""

from __future__ import annotations

from collections.abc import Iterable

from episodes.core.media import Kind, Medium, Source

#: The provider of what was cut out of a film.
CUT_OUT = "audio-of"


def is_cut_out(medium: Medium) -> bool:
    return medium.source.provider == CUT_OUT


def has_sound(media: Iterable[Medium]) -> bool:
    """Whether some of the media is audio that is held."""
    return any(medium.kind == "audio" and medium.media_key for medium in media)


def has_own(media: Iterable[Medium], kind: Kind) -> bool:
    """Whether some medium of a kind is held, and is no film's sound."""
    return any(medium.kind == kind and medium.media_key and not is_cut_out(medium) for medium in media)


def joined_media(held: tuple[Medium, ...], new: tuple[Medium, ...], *, may_replace: bool) -> tuple[Medium, ...]:
    """An episode's media with another item's; those of the same kind and source are written over.

    A film's sound does not come beside audio that is held. Audio of its own takes the place of a film's sound only
    where `may_replace`: nobody has heard that yet.
    """
    brings_own = any(medium.kind == "audio" and medium.media_key and not is_cut_out(medium) for medium in new)
    if brings_own and may_replace and not has_sound(one for one in held if not is_cut_out(one)):
        kept = tuple(medium for medium in held if not is_cut_out(medium))
        if kept != held:
            names = {_name(medium) for medium in new}
            return (*new, *(medium for medium in kept if _name(medium) not in names))
    media = list(held)
    for medium in new:
        place = next((at for at, old in enumerate(media) if _name(old) == _name(medium)), None)
        if place is not None:
            media[place] = medium
        elif not (is_cut_out(medium) and has_sound(held)):
            media.append(medium)
    return tuple(media)


def offered_media(media: tuple[Medium, ...]) -> tuple[Medium, ...]:
    """The held media that listeners are offered: where one audio is a film's sound, only the first audio."""
    held = tuple(medium for medium in media if medium.media_key)
    sounds = [medium for medium in held if medium.kind == "audio"]
    if len(sounds) < 2 or not any(map(is_cut_out, sounds)):
        return held
    return tuple(medium for medium in held if medium.kind != "audio" or medium is sounds[0])


def _name(medium: Medium) -> tuple[str, str, str]:
    return medium.kind, medium.source.provider, medium.source.key


def own_source(source: Source) -> tuple[str, str]:
    """The source that a medium comes from in the end."""
    if source.provider == CUT_OUT:
        provider, _, key = source.key.partition(":")
        return provider, key
    return source.provider, source.key


def belongs_to(medium: Medium, source: Source) -> bool:
    """Whether a medium comes from a source, also as its sound."""
    return own_source(medium.source) == (source.provider, source.key)


def sources_of(media: Iterable[Medium]) -> list[Source]:
    """The sources that media come from, the first one first."""
    return list(dict.fromkeys(medium.source for medium in media if not is_cut_out(medium)))
