"""Transcripts and drafts: whole or not at all, and a killed run goes on where it was."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from episodes.core.errors import NotFound, StoreError
from episodes.core.transcript import Segment, Word
from episodes.store.catalogue import Catalogue
from episodes.store.transcript_values import read_segment, segment_row
from store.samples import DAY, a_fingerprint, a_review_place, a_rich_segment, a_transcript, an_episode, heard

GUID = "guid-338"
times = st.floats(0, 1e6)
words = st.builds(Word, start=times, end=times, text=st.text(st.characters(codec="utf-8")), probability=st.floats(0, 1))


@pytest.fixture
def with_episode(catalogue: Catalogue) -> Catalogue:
    catalogue.add_episode(an_episode())
    return catalogue


def finish(catalogue: Catalogue, **changes):
    given = {"duration": 9.0, "language": "en", "created_at": DAY}
    return catalogue.finish_draft(GUID, a_fingerprint(), **{**given, **changes})


def test_a_transcript_comes_back_as_it_was_saved(with_episode):
    transcript = dataclasses.replace(a_transcript(), segments=(a_rich_segment(),), review=(a_review_place(),))
    with_episode.save_transcript(GUID, transcript)

    assert with_episode.find_transcript(GUID) == transcript


@given(text=st.text(st.characters(codec="utf-8")), words=st.lists(words, max_size=3), start=times)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_segment_comes_back(text, words, start):
    segment = Segment(start=start, end=start + 1, text=text, words=tuple(words))

    assert read_segment(segment_row(segment)) == segment


def test_a_transcript_is_replaced_whole(with_episode):
    with_episode.save_transcript(GUID, a_transcript("One.", "Two.", "Three."))
    with_episode.save_transcript(GUID, a_transcript("Four."))

    assert with_episode.find_transcript(GUID) == a_transcript("Four.")


def test_a_transcript_can_be_removed(with_episode):
    with_episode.save_transcript(GUID, a_transcript())
    with_episode.remove_transcript(GUID)

    assert with_episode.find_transcript(GUID) is None


def test_a_transcript_of_no_speech_is_a_transcript(with_episode):
    silent = dataclasses.replace(a_transcript(), segments=())
    with_episode.save_transcript(GUID, silent)

    assert with_episode.find_transcript(GUID) == silent


def test_a_draft_is_what_was_settled_so_far(with_episode):
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(3.0, "One.", language="en"), after=0.0)
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(6.0, "Two.", review=(a_review_place(),)), after=3.0)

    draft = with_episode.find_draft(GUID, a_fingerprint())

    assert draft.until == 6.0
    assert draft.language == "en"
    assert [segment.text for segment in draft.segments] == ["One.", "Two."]
    assert draft.review == (a_review_place(),)


def test_a_draft_made_otherwise_does_not_count(with_episode):
    other = a_fingerprint(model="base", options={})
    with_episode.add_to_draft(GUID, other, heard(3.0, "Old."), after=0.0)

    assert with_episode.find_draft(GUID, a_fingerprint()) is None
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(2.0, "New."), after=0.0)

    assert with_episode.find_draft(GUID, other) is None
    assert with_episode.find_draft(GUID, a_fingerprint()).until == 2.0


def test_the_old_transcript_stands_until_the_new_one_is_done(with_episode):
    with_episode.save_transcript(GUID, a_transcript("Old."))
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(3.0, "New."), after=0.0)
    before = with_episode.find_transcript(GUID).text

    finished = finish(with_episode)

    assert before == "Old."
    assert with_episode.find_transcript(GUID) == finished
    assert finished.text == "New."
    assert with_episode.find_draft(GUID, a_fingerprint()) is None


def test_finishing_nothing_is_an_error(with_episode):
    """An old transcript is not replaced by an empty one by mistake."""
    with_episode.save_transcript(GUID, a_transcript("Old."))

    with pytest.raises(NotFound):
        finish(with_episode)

    assert with_episode.find_transcript(GUID).text == "Old."


def test_two_runs_at_once_are_noticed(with_episode):
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(30.0, "One."), after=0.0)

    for until in (10.0, 30.0, 60.0):
        with pytest.raises(StoreError, match="another run"):
            with_episode.add_to_draft(GUID, a_fingerprint(), heard(until, "One."), after=0.0)


def test_a_run_whose_draft_another_one_finished_stops(with_episode):
    """It would make a transcript of its own rest alone."""
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(30.0, "One."), after=0.0)
    whole = finish(with_episode)

    with pytest.raises(StoreError, match="another run"):
        with_episode.add_to_draft(GUID, a_fingerprint(), heard(60.0, "Two."), after=30.0)

    assert with_episode.find_transcript(GUID) == whole
    assert with_episode.find_draft(GUID, a_fingerprint()) is None


def test_a_draft_can_be_dropped(with_episode):
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(30.0, "One."), after=0.0)
    with_episode.drop_draft(GUID)

    assert with_episode.find_draft(GUID, a_fingerprint()) is None


def test_what_began_and_has_no_transcript_is_listed(with_episode):
    """A stopped transcription is found again until there is a transcript."""
    with_episode.add_to_draft(GUID, a_fingerprint(), heard(3.0, "One."), after=0.0)
    show = with_episode.get_episode(GUID).show

    assert [episode.guid for episode in with_episode.list_begun(show)] == [GUID]

    with_episode.save_transcript(GUID, a_transcript())

    assert with_episode.list_begun(show) == []


def test_what_failed_before_its_first_window_is_listed_too(with_episode):
    with_episode.begin_draft(GUID, a_fingerprint())

    assert [episode.guid for episode in with_episode.list_begun(with_episode.get_episode(GUID).show)] == [GUID]
    assert with_episode.find_draft(GUID, a_fingerprint()) is None
    with_episode.add_to_draft(GUID, a_fingerprint(model="base"), heard(3.0, "One."), after=0.0)
    assert with_episode.find_draft(GUID, a_fingerprint(model="base")).until == 3.0


def test_only_what_has_nothing_settled_is_withdrawn(with_episode):
    """A failure with one model does not cost what another one has heard."""
    with_episode.begin_draft(GUID, a_fingerprint())
    with_episode.withdraw_draft(GUID)
    assert with_episode.list_begun(with_episode.get_episode(GUID).show) == []

    with_episode.add_to_draft(GUID, a_fingerprint(), heard(3.0, "One."), after=0.0)
    with_episode.withdraw_draft(GUID)
    assert with_episode.find_draft(GUID, a_fingerprint()).until == 3.0
