"""Listeners get one sound of an episode."""

from __future__ import annotations

from episodes.core.media import Medium, Source
from episodes.core.sound import joined_media, offered_media

OWN = Medium(kind="audio", source=Source(provider="web", key="a"), media_key="talk/a.mp3")
FILM = Medium(kind="video", source=Source(provider="web", key="v"), media_key="talk/v.mp4")
CUT = Medium(kind="audio", source=Source(provider="audio-of", key="web:v"), media_key="talk/v.m4a")
LINK = Medium(kind="audio", source=Source(provider="web", key="a"))


def test_a_films_sound_does_not_come_beside_audio():
    assert joined_media((OWN,), (CUT, FILM), may_replace=True) == (OWN, FILM)


def test_it_comes_where_audio_is_only_linked():
    """Else there would be nothing to listen to."""
    assert joined_media((LINK,), (CUT, FILM), may_replace=True) == (LINK, CUT, FILM)


def test_audio_takes_its_place_where_nobody_has_heard_it():
    assert joined_media((CUT, FILM), (OWN,), may_replace=True) == (OWN, FILM)
    assert joined_media((CUT, FILM), (OWN,), may_replace=False) == (CUT, FILM, OWN)


def test_the_same_medium_again_is_written_over():
    assert joined_media((LINK, FILM), (OWN,), may_replace=False) == (OWN, FILM)
    assert joined_media((CUT, FILM), (CUT, FILM), may_replace=True) == (CUT, FILM)


def test_of_two_sounds_the_first_is_offered():
    other = Medium(kind="audio", source=Source(provider="feed", key="b"), media_key="talk/b.mp3")

    assert offered_media((CUT, FILM, OWN)) == (CUT, FILM)
    assert offered_media((OWN, CUT, FILM)) == (OWN, FILM)
    assert offered_media((OWN, other, LINK)) == (OWN, other)
