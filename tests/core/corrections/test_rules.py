"""Rules: what they match, in which case they write, and what they leave alone."""

from __future__ import annotations

import pytest

from episodes.core.corrections import Rule, apply_rules


def fixed(text: str, wrong: str, right: str, **how: bool) -> str:
    return apply_rules([text], [Rule(wrong=wrong, right=right, **how)])[0][0]


@pytest.mark.parametrize(
    ("text", "wrong", "right", "expected"),
    [
        ("Marcurius said", "Marcurius", "Mercouris", "Mercouris said"),
        ("marcurius and MARCURIUS", "Marcurius", "Mercouris", "Mercouris and MERCOURIS"),
        ("It's Marcurius's.", "marcurius", "Mercouris", "It's Mercouris's."),
        ("Marcus  Curious", "marcus curious", "Mercouris", "Mercouris"),
        ("Gonna go, gonna stay", "gonna", "going to", "Going to go, going to stay"),
        ("Will he? He will.", "Will", "William", "William he? He will."),
        ("The US told us", "US", "United States", "The United States told us"),
        ("comfyui ComfyUI COMFYUI", "comfyui", "ComfyUI", "ComfyUI ComfyUI ComfyUI"),
        ("Anne met Ann", "Ann", "Anne", "Anne met Anne"),
        ("東京と東京", "東京", "京都", "京都と京都"),
        ("a.b axb", "a.b", "c", "c axb"),
        (r"x \1", "x", r"\g<0>", r"\g<0> \1"),
        ("straße strasse", "straße", "Weg", "Weg strasse"),
    ],
)
def test_what_is_written(text, wrong, right, expected):
    assert fixed(text, wrong, right) == expected


def test_whole_words_only():
    assert fixed("cat category", "cat", "dog") == "dog dogegory"
    assert fixed("cat category", "cat", "dog", whole_word=True) == "dog category"


def test_a_place_says_when_it_lies_inside_a_word():
    found = apply_rules(["cat category"], [Rule(wrong="cat", right="dog")])[1]

    assert [place.inside for place in found] == [False, True]
    assert {place.before for place in found} == {"cat category"}


def test_rules_work_one_after_the_other():
    rules = [
        Rule(id=1, wrong="marcus curious", right="Mercouris"),
        Rule(id=2, wrong="Mercouris", right="Alex Mercouris"),
    ]

    assert apply_rules(["Marcus curious"], rules)[0] == ["Alex Mercouris"]


def test_untouched_lines_come_back_as_they_are():
    lines = [" odd\u2028 spaces ", ""]

    assert apply_rules(lines, [Rule(wrong="x", right="y")]) == (lines, [])
