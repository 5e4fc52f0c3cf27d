"""Other hotwords alone do not make a transcript stale."""

from __future__ import annotations

from dataclasses import replace

from episodes.core.plan import needs_transcript
from store.samples import a_fingerprint, a_transcript


def test_a_new_name_does_not_ask_for_a_new_transcript():
    made = a_fingerprint(options={"beam": "1", "hotwords": "Ann"})
    transcript = replace(a_transcript(), fingerprint=made)

    assert not needs_transcript(transcript, a_fingerprint(options={"beam": "1", "hotwords": "Ann, Bo"}))
    assert not needs_transcript(transcript, a_fingerprint(options={"beam": "1"}))
    assert needs_transcript(transcript, a_fingerprint(options={"beam": "5", "hotwords": "Ann"}))
