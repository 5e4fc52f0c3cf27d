"""Places to look at: the worst first, without what a person wrote or found good."""

from __future__ import annotations

from dataclasses import replace

from episodes.core.corrections import Edit, Overlay, effective
from episodes.core.corrections.doubtful import doubtful
from episodes.core.corrections.values import Looked
from episodes.core.transcript import ReviewPlace, Segment
from store.samples import a_transcript

SPOKEN = (
    Segment(start=0, end=5, text="Good.", confidence=0.9),
    Segment(start=5, end=10, text="Hm.", confidence=0.1),
    Segment(start=60, end=65, text="Thanks."),
    Segment(start=65, end=70, text="Thanks."),
    Segment(start=70, end=75, text="Thanks."),
    Segment(start=75, end=80, text="Danke.", language="de"),
)
MACHINE = replace(
    a_transcript(),
    segments=SPOKEN,
    duration=80.0,
    review=(ReviewPlace(start=20, end=30, reason="speech without text"),),
)


def reasons(overlay: Overlay = Overlay(), looked: tuple[Looked, ...] = ()) -> list[str]:  # noqa: B008 - a frozen value
    return [doubt.reason for doubt in doubtful(MACHINE, effective(SPOKEN, overlay), looked)]


def test_the_worst_comes_first():
    assert reasons() == ["speech without text", "repetition", "low probability", "other language", "long gap"]


def test_what_a_person_wrote_is_not_doubted():
    edit = Edit(
        heard=SPOKEN[1:2], lines=(replace(SPOKEN[1], text="Him."),), before="Good.", after="Thanks. Thanks.", id=1
    )

    assert "low probability" not in reasons(Overlay(edits=(edit,)))


def test_what_was_found_good_is_left_out_while_it_stands():
    look = Looked(start=5, end=10, reason="low probability", text="Hm.")

    assert "low probability" not in reasons(looked=(look,))
    assert "low probability" in reasons(looked=(replace(look, text="Other."),))


def test_an_edit_without_a_place_comes_first():
    edit = Edit(
        heard=(replace(SPOKEN[0], text="quite other words"),), lines=(SPOKEN[0],), before="x y", after="z", id=1
    )

    assert reasons(Overlay(edits=(edit,)))[0] == "a correction has lost its place"
