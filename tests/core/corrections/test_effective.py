"""The effective text: what a person wrote stays, whatever is fixed, edited or transcribed anew."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.corrections import Edit, Overlay, Rule, effective, effective_segments
from episodes.core.corrections.differences import changes
from episodes.core.transcript import Segment, Word, join_text

WORDS = [
    "the",
    "a",
    "to",
    "of",
    "and",
    "we",
    "go",
    "now",
    "then",
    "yes",
    "war",
    "peace",
    "Syria",
    "talk",
    "house",
    "river",
    "money",
    "Mercouris",
    "Alexander",
    "well",
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


def segments_of(*lines: str, seconds: float = 5.0) -> tuple[Segment, ...]:
    return tuple(Segment(start=seconds * n, end=seconds * (n + 1), text=line) for n, line in enumerate(lines))


def recut(segments: tuple[Segment, ...], sizes: list[int], *, words: bool = False) -> tuple[Segment, ...]:
    """The same words in other segments, as another recogniser cuts them."""
    timed = []
    for segment in segments:
        tokens = segment.text.split()
        step = (segment.end - segment.start) / max(1, len(tokens))
        timed += [
            Word(start=segment.start + n * step, end=segment.start + (n + 1) * step, text=token)
            for n, token in enumerate(tokens)
        ]
    made, at, turn = [], 0, 0
    while at < len(timed):
        size = sizes[turn % len(sizes)]
        part = timed[at : at + size]
        at, turn = at + size, turn + 1
        text = " ".join(word.text for word in part)
        made.append(Segment(start=part[0].start, end=part[-1].end, text=text, words=tuple(part) if words else ()))
    return tuple(made)


def edited(machine: tuple[Segment, ...], overlay: Overlay, number: int, text: str) -> Overlay:
    """The overlay after a person wrote another text in one segment."""
    now = effective(machine, overlay)
    number %= len(now.segments)
    wanted = list(now.segments)
    wanted[number] = replace(wanted[number], text=text)
    return with_changes(machine, overlay, wanted)


def with_changes(machine: tuple[Segment, ...], overlay: Overlay, wanted: list[Segment]) -> Overlay:
    found = changes(machine, effective(machine, overlay), wanted)
    latest = max([0, *(edit.id for edit in overlay.edits), *(rule.id for rule in overlay.rules)])
    kept = [edit for edit in overlay.edits if edit not in found.replaced]
    new = [replace(edit, id=latest + n) for n, edit in enumerate(found.edits, start=1)]
    return replace(overlay, edits=(*kept, *new))


def said(segments) -> str:
    return join_text(segments)


def test_without_corrections_nothing_is_touched():
    machine = segments_of("One.", " Two. ")

    assert effective_segments(machine, Overlay()) == machine


def test_an_edit_stands_in_place_of_what_was_heard():
    machine = segments_of("Hello there.", "I am Marcus curious.", "Bye.")
    overlay = edited(machine, Overlay(), 1, "I am Alexander Mercouris.")

    assert said(effective_segments(machine, overlay)) == "Hello there. I am Alexander Mercouris. Bye."


def test_an_edit_survives_another_model():
    """Other words, other cuts: the line that a person wrote stands, once, where it belongs."""
    machine = segments_of("so welcome back to the show", "I am Marcus curious in London", "and today we talk of Syria")
    overlay = edited(machine, Overlay(), 1, "I am Alexander Mercouris in London.")
    other = (
        Segment(start=0.2, end=6.9, text="So, welcome back to the show. I'm mark"),
        Segment(start=6.9, end=15, text="Curius in London. And today, we'll talk about Syria."),
    )

    result = said(effective_segments(other, overlay))

    assert (
        result == "So, welcome back to the show. I am Alexander Mercouris in London. And today, we'll talk about Syria."
    )


def test_an_edit_moves_with_a_new_beginning():
    """The medium got an introduction of two minutes; words are found later, and so is the edit."""
    lines = ["so welcome back to the show", "I am Marcus curious in London", "and today we talk of Syria and of peace"]
    machine = segments_of(*lines)
    overlay = edited(machine, Overlay(), 1, "I am Alexander Mercouris in London.")
    later = tuple(replace(s, start=s.start + 120, end=s.end + 120) for s in segments_of(*lines))
    intro = Segment(start=0, end=118, text="this episode comes to you with friendly support of nobody at all")

    result = effective_segments((intro, *later), overlay)

    assert [s.start for s in result] == [0, 120, 125, 130]
    assert result[2].text == "I am Alexander Mercouris in London."


def test_an_edit_whose_place_is_gone_is_told():
    machine = segments_of("so welcome back to the show", "I am Marcus curious in London")
    overlay = edited(machine, Overlay(), 1, "I am Alexander Mercouris in London.")

    result = effective(segments_of("music", "nothing else whatever"), overlay)

    assert [lost.edit for lost in result.lost] == list(overlay.edits)


def test_a_rule_spares_later_edits_and_mends_older_ones():
    machine = segments_of("Marcurius said so", "Marcurius again")
    overlay = edited(machine, Overlay(rules=(Rule(id=1, wrong="Marcurius", right="Mercouris"),)), 0, "Marcurius it is")
    overlay = replace(overlay, rules=(*overlay.rules, Rule(id=9, wrong="it is", right="it was")))

    assert said(effective_segments(machine, overlay)) == "Marcurius it was Mercouris again"


def test_joining_cutting_deleting_and_adding_lines():
    machine = segments_of("one two", "three four", "five six", "seven")
    wanted = [
        Segment(start=0, end=10, text="one two three four", speaker="Ann"),
        Segment(start=10, end=12, text="five"),
        Segment(start=12, end=15, text="six", speaker="Bo"),
        Segment(start=21, end=22, text="added"),
    ]
    overlay = with_changes(machine, Overlay(), wanted)

    assert [(s.start, s.text, s.speaker) for s in effective_segments(machine, overlay)] == [
        (s.start, s.text, s.speaker) for s in wanted
    ]


def test_words_that_stay_keep_their_times():
    machine = recut(segments_of("I am Marcus curious now"), [5], words=True)

    (segment,) = effective_segments(machine, Overlay(rules=(Rule(wrong="Marcus curious", right="Mercouris", id=1),)))

    assert [(w.text, w.start) for w in segment.words] == [("I", 0), ("am", 1), ("Mercouris", 2), ("now", 4)]


def test_a_name_cut_in_two_by_a_segment_is_mended():
    machine = segments_of("this is Marcus", "curious speaking")

    result = effective_segments(machine, Overlay(rules=(Rule(wrong="marcus curious", right="Mercouris", id=1),)))

    assert [s.text for s in result] == ["this is Mercouris", " speaking"]


@given(lines=st.lists(texts, min_size=1, max_size=12), sizes=st.lists(st.integers(1, 9), min_size=1, max_size=4),
       edits=st.lists(st.tuples(st.integers(0, 50), texts), max_size=6), words=st.booleans())  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_other_segments_of_the_same_words_change_nothing(lines, sizes, edits, words):
    """A person's lines stand to the letter when the same words are cut otherwise."""
    machine = segments_of(*lines)
    overlay = Overlay()
    for number, text in edits:
        overlay = edited(machine, overlay, number, f"{text} !")
    before = effective(machine, overlay)
    after = effective(recut(machine, sizes, words=words), overlay)

    assert before.lost == after.lost == ()
    assert said(after.segments).split() == said(before.segments).split()


edit_steps = st.tuples(st.just("edit"), st.integers(0, 50), texts)
fix_steps = st.tuples(st.just("fix"), st.sampled_from(WORDS), st.sampled_from(["Zappa", "Quux Baz"]))
hear_steps = st.tuples(
    st.just("hear"), st.lists(st.integers(1, 9), min_size=1, max_size=3), st.randoms(use_true_random=False)
)


@given(
    lines=st.lists(texts, min_size=3, max_size=15),
    steps=st.lists(st.one_of(edit_steps, fix_steps, hear_steps), max_size=10),
)
@settings(max_examples=150, deadline=None)
def test_no_edit_is_ever_lost(lines, steps):
    """Whatever is edited, fixed and heard anew: each line of a person stands in the text or is told as homeless."""
    machine = segments_of(*lines)
    overlay = Overlay()
    number = 0
    for kind, one, two in steps:
        number += 1
        if kind == "edit":
            if not effective(machine, overlay).segments:
                continue
            overlay = edited(machine, overlay, one, f"<{number}> {two}")
        elif kind == "fix":
            latest = max([0, *(e.id for e in overlay.edits), *(r.id for r in overlay.rules)])
            overlay = replace(
                overlay, rules=(*overlay.rules, Rule(id=latest + 1, wrong=one, right=two, whole_word=True))
            )
        else:
            heard = [w if two.random() > 0.15 else two.choice(["uh", "Marcus", ""]) for w in said(machine).split()]
            machine = recut(segments_of(" ".join(heard) or "hm", seconds=5.0 * len(lines)), one)
        result = effective(machine, overlay)
        lost = [entry.edit for entry in result.lost]
        for edit in overlay.edits:
            marks = [line.text.split()[0] for line in edit.lines if line.text.startswith("<")]
            there = sum(part.edit == edit for part in result.parts)
            assert (edit in lost) != (there == len(edit.lines)), (edit, result)
            if edit not in lost:
                assert all(said(result.segments).split().count(mark) == 1 for mark in marks)
        assert effective(machine, overlay) == result


@given(
    lines=st.lists(texts, min_size=1, max_size=8), rights=st.lists(st.tuples(st.sampled_from(WORDS), texts), max_size=5)
)
def test_rules_leave_the_number_of_segments_alone(lines, rights):
    overlay = Overlay(rules=tuple(Rule(id=n, wrong=w, right=r) for n, (w, r) in enumerate(rights, 1) if w != r))

    assert len(effective_segments(segments_of(*lines), overlay)) == len(lines)


def test_an_edit_of_an_edit_replaces_it():
    machine = segments_of("one", "two", "three")
    first = edited(machine, Overlay(), 1, "zwei")
    overlay = edited(machine, first, 1, "deux")

    assert len(overlay.edits) == 1
    assert said(effective_segments(machine, overlay)) == "one deux three"
    assert isinstance(overlay.edits[0], Edit)
