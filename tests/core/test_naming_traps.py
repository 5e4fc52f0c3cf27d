"""Sentences made to mislead the rules that read hosts and guests: who is only talked of is never published."""

from __future__ import annotations

import pytest

from core.casting import cast
from episodes.core.naming.asides import split_asides


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Bob Ray: De Farina", "We tell a story. It is long. It is sad. Ann Lee speaks to Bob Ray for the last time."),
        ("Anna Ray: the budget", "We look at it. Tom Roth asks Chancellor Anna Ray why she broke her promise."),
        ("Bob Ray: the end", "Eva Holt asks supporters of President Bob Ray why they stay."),
        ("Bob Ray: the end", "Eva Holt speaks to voters after Bob Ray left office."),
        ("Bob Ray: the end", "Eva Holt speaks to candidates to replace Bob Ray."),
        ("Bob Ray: the end", "Eva Holt speaks to supporters of President Bob Ray."),
        ("Bob Ray: the takeover", "Eva Holt speaks to the engineers Bob Ray fired."),
        ("Bob Ray: the takeover", "Eva Holt interviews people Bob Ray fired."),
        ("Bob Ray: the verdict", "Eva Holt speaks to men accusing Bob Ray of theft."),
        ("Bob Ray: a life", "Eva Holt talks to folk singers inspired by Bob Ray."),
        ("Bob Ray: the vote", "Eva Holt speaks to farmers opposing Prime Minister Bob Ray."),
        ("Bob Ray: free at last", "Eva Holt speaks to the wife and lawyers of Crumb founder Bob Ray."),
    ],
)
def test_of_whom_one_tells_in_an_episode_called_after_them_is_nobody_of_it(title: str, description: str):
    assert cast(title, description) == (set(), set())
    assert cast(title, description, of_show="Hosted by Eva Holt.")[1] == set()


@pytest.mark.parametrize(
    "description",
    [
        "Bob Ray will join the team next season.",
        "One day Bob Ray will join us.",
        "The club waits for Bob Ray. He will join the team next season.",
        "Lena Vogt und Max Bauer sind nicht unsere Gäste.",
        "Lena Vogt und Max Bauer sind keine unserer Gäste.",
        "Lena Vogt und Max Bauer waren unsere Gäste im Jahr 2015.",
        "Max Bauer ist nicht unser Gast.",
        "Max Bauer ist nächste Woche unser Gast.",
        "Anna Bianchi e Marco Rossi sono stati i nostri ospiti nel 2015.",
        "Anne Dubois et Luc Martin ne sont pas nos invités.",
        "This episode features the return of Ann Lee to the field.",
        "This episode features Ann Lee at her worst.",
        "We asked the baker Ann Lee to talk, and she declined.",
        "Hablamos del pan que nació junto a la panadera Ana García.",
        "Nos valemos de Ana García para explicar el pan.",
        "Parlem amb qui va conèixer Ana García.",
        "Parlem avui del disc amb Ana García que ho va canviar tot.",
        "Ana García e Luis Gil comentam a lei.",
        "Ana Silva e Pedro Costa debatem a lei.",
        "A hundred years ago, baker Ann Lee joined us in spirit.",
        "Vor zweihundert Jahren sprach Goethe mit Max Bauer.",
        "Livres :\n- Anne DUBOIS, romancière, Le Pain\n- Luc MARTIN, historien, La Farine",
        "Nos coups de cœur :\n- Anne DUBOIS, romancière, Le Pain\n- Luc MARTIN, historien, La Farine",
    ],
)
def test_whom_a_sentence_only_mentions_takes_no_part(description: str):
    assert cast("Bread", description) == (set(), set())


@pytest.mark.parametrize("title", ["Ex-Con: Bob Ray", "Weg mit: Max Bauer?", "The Met: Ann Lee returns"])
def test_what_looks_like_with_in_a_title_brings_no_guest(title: str):
    assert cast(title, "A story of our town.") == (set(), set())


@pytest.mark.parametrize(
    ("description", "hosts", "guests"),
    [
        ("Our guest is Ann Lee, inspired early by reading Eva Holt.", set(), {"Ann Lee"}),
        ("We talk to Ann Lee, Crumb Bowl–winning chef Bob Ray.", set(), {"Ann Lee", "Bob Ray"}),
        ("Hosted by ANN HUGHES and PAUL STONE.", {"Ann Hughes", "Paul Stone"}, set()),
        ("Hosted by Amy Reed, Joe Fox tells the story of the first oven.", {"Amy Reed", "Joe Fox"}, set()),
        ("Hosted by Amy Reed, Joe Fox, a miller, tells the story of the oven.", {"Amy Reed"}, {"Joe Fox"}),
        ("Amy Reed and Joe Fox (hosts of Bread Hour) share their oven.", set(), set()),
        ("Amy Reed and Joe Fox (hosts of Crumb Cast) share their oven.", set(), {"Amy Reed", "Joe Fox"}),
        ("Vor tausend Gästen in Köln sprechen wir mit Lena Vogt.", set(), {"Lena Vogt"}),
        ("Il y a mille façons de cuire un pain, et Julie Martin est notre invitée.", set(), {"Julie Martin"}),
        ("Hace un siglo ardió el molino; hablamos con Ana García.", set(), {"Ana García"}),
        ("Ten thousand years ago wheat was tamed, and Dr. Helen Marks joins us.", set(), {"Helen Marks"}),
        ("Ann Lee is a miller. She will join us to talk about rye.", set(), {"Ann Lee"}),
        ("Lena Vogt und Max Bauer sind heute unsere beiden Gäste.", set(), {"Lena Vogt", "Max Bauer"}),
    ],
)
def test_who_takes_part_is_read_beside_them(description: str, hosts: set[str], guests: set[str]):
    found = cast("Bread", description)
    assert tuple({name.title() for name in names} for names in found) == (hosts, guests)


def test_a_co_host_who_joins_makes_no_topic_of_the_guest():
    text = "Ann Hughes is a baker in Kent. We are joined by co-host Paul Stone."
    assert cast("Ann Hughes", text) == ({"Paul Stone"}, {"Ann Hughes"})


def test_what_is_published_keeps_the_dots_inside_words():
    """Sentences that were glued are parted to look for names only."""
    line = "We compare Booking.Com with Hotel.De this week. Follow us on Instagram."
    assert split_asides(line)[0] == "We compare Booking.Com with Hotel.De this week."


def test_the_word_for_a_host_may_belong_to_the_next_name():
    about = "From bread to politics, from Bo Ek to Amy Stone, host Eva Holt and her friends talk about the week."
    assert cast("Rye", "We talk of rye.", of_show=about) == ({"Eva Holt"}, set())
