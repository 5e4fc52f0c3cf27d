"""Titles: number, season, clean title and kind, in the shapes that shows use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.naming.kinds import read_kind
from episodes.core.naming.numbers import read_numbering
from episodes.core.naming.titles import clean_title, is_marked_video

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "titles"


def rows(name: str) -> list[list[str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [[*line.split("\t"), "", ""][:4] for line in lines if not line.startswith("#") and line.strip("\t")]


@pytest.mark.parametrize(("show", "title", "episode", "season"), rows("numbers.tsv"))
def test_number_and_season(show: str, title: str, episode: str, season: str):
    """The title's own number is read, and no other figure is taken for it."""
    found = read_numbering(title, show_title=show)

    assert (episode, season) == (_text(found.number), _text(found.season))


@pytest.mark.parametrize(("show", "title", "clean", "kind"), rows("clean.tsv"))
def test_clean_title_and_kind(show: str, title: str, clean: str, kind: str):
    """Show name, number and media mark go; all else stays."""
    found = clean_title(title, numbering=read_numbering(title, show_title=show), show_title=show)

    assert (clean, kind) == (found, read_kind(title, show_title=show).kind)


@pytest.mark.parametrize(
    ("title", "label"), [("2.15a- Title", "2.15a"), ("Episode 12b: Title", "12b"), ("Ep. 12-13: Title", "12-13")]
)
def test_a_label_keeps_what_a_number_cannot(title: str, label: str):
    """Letters, halves and ranges are shown as the show writes them."""
    assert label == read_numbering(title).label


def test_the_shows_own_pattern_goes_first():
    """A producer's pattern beats every rule of ours."""
    found = read_numbering("Chronicle 12 of issue #7", patterns={"number": r"Chronicle (\d+)"})

    assert (found.number, found.confidence) == (12, 1.0)


def test_a_wrong_pattern_is_passed_over():
    """A pattern that is no regular expression stops nothing."""
    assert read_numbering("Episode 12", patterns={"number": "("}).number == 12


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=40))
def test_any_title_can_be_read(title: str, show: str):
    """No text makes the reader fail, and a title is never lost."""
    numbering = read_numbering(title, show_title=show)
    found = clean_title(title, numbering=numbering, show_title=show)

    assert bool(found) == bool("".join(title.split()).strip("\u200b")) or found or not title.isprintable()
    assert numbering.number is None or numbering.number >= 0
    read_kind(title, show_title=show)
    is_marked_video(title)


@settings(deadline=None)
@given(
    st.integers(1, 9999),
    st.sampled_from(["Episode {}", "Ep. {}: Title", "Folge {} – Titel", "Episodio {}", "Выпуск {}", "第{}話"]),
)
def test_a_number_with_its_word_is_always_read(number: int, shape: str):
    """A clear word for episodes makes any number the episode's."""
    assert number == read_numbering(shape.format(number)).number


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 999))
def test_season_and_episode_in_code_are_always_read(season: int, episode: int):
    """`S02E05` is read for all seasons and episodes."""
    found = read_numbering(f"S{season:02}E{episode:02} Title")

    assert (season, episode) == (found.season, found.number)


def _text(value: int | None) -> str:
    return "" if value is None else str(value)
