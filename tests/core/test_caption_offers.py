"""Which of the offered captions are taken, and whether their times fit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from episodes.core.captions.offer import CaptionOffer, chosen, fitted
from episodes.core.errors import SourceError
from episodes.core.transcript import Fingerprint, Segment, Transcript
from episodes.media.infodict import captions_from_info


def places(*offers: CaptionOffer, language: str = "", automatic: bool = False) -> list[str]:
    return [offer.place for offer in chosen(offers, language=language, automatic=automatic)]


def test_the_language_that_is_spoken_is_taken():
    """Captions of another language are translations; without a known language, they must agree on one."""
    english, german = CaptionOffer(place="en", language="en-GB"), CaptionOffer(place="de", language="de")

    assert places(english, german, language="de-AT") == ["de"]
    assert places(english, german) == []
    assert places(english) == ["en"]


def test_people_come_before_recognisers():
    """And a form that says more before one that says less."""
    machine = CaptionOffer(place="auto", kind="vtt", language="en-orig", automatic=True)
    srt, vtt = CaptionOffer(place="srt", kind="application/srt"), CaptionOffer(place="vtt", kind="text/vtt")

    assert places(machine, srt, vtt) == ["vtt", "srt"]
    assert places(machine, srt, vtt, automatic=True) == ["vtt", "srt", "auto"]


def test_a_recogniser_in_translation_is_left_out():
    """Sites offer automatic captions in every language; the original alone says what was said."""
    form = [{"ext": "json3", "url": "https://example.org/x"}, {"ext": "vtt", "url": "https://example.org/v"}]
    info = {
        "subtitles": {"de": form, "live_chat": [{"ext": "json", "url": "https://example.org/chat"}]},
        "automatic_captions": {"en-orig": form, "en": form, "fr": form},
    }

    found = captions_from_info(info)

    assert [(offer.language, offer.automatic, offer.kind) for offer in found] == [
        ("de", False, "vtt"),
        ("en-orig", True, "vtt"),
    ]


def heard(*times: tuple[float, float]) -> Transcript:
    segments = tuple(Segment(start=start, end=end, text="so") for start, end in times)
    made = Fingerprint(media_sha256="", engine="captions", model="vtt")
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Transcript(fingerprint=made, language="en", duration=times[-1][1], created_at=now, segments=segments)


def test_times_are_cut_to_the_medium():
    assert [one.end for one in fitted(heard((0, 50), (50, 103)), 100.0).segments] == [50, 100.0]


@pytest.mark.parametrize("end", [30.0, 120.0])
def test_captions_of_another_edit_are_refused(end):
    """They end far after the medium, or leave most of it out."""
    with pytest.raises(SourceError, match="its times end at"):
        fitted(heard((0, end)), 100.0)
