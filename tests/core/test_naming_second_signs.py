"""Who is named by one rule's word alone, and so is a suggestion: topics, examples, casts, archives and no persons."""

from __future__ import annotations

import pytest

from core.casting import cast
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show

TALKS = "Interviews and conversations with bakers."


@pytest.mark.parametrize(
    "of_show",
    [
        "Stories by Anna Keller, Martin Roth, Clara Weiss and David Kern, set to music.",
        "Our show turns stories into song with writers Anna Keller, Martin Roth, Clara Weiss, and David Kern.",
        "A podcast with guests such as Anna Keller and Martin Roth.",
        "Conversations with authors like Anna Keller and Martin Roth.",
        "This show features interviews with Anna Keller, Martin Roth and more.",
        "We have talked to Anna Keller, Martin Roth and many others.",
        "Experts Anna Keller, Martin Roth and others have been heard here.",
        "We visit bakers. For example Anna Keller and Martin Roth, who met in Rye.",
        "A drama, scripted by Anna Keller and starring Martin Roth.",
        "Brot und mehr. Logodesign: Anna Keller.",
        "Wir besuchen Menschen. Zum Beispiel Corinna und Theresa Keller, die Schwestern aus Kiel.",
        "Hier sprechen wir mit Gästen wie Anna Keller oder Martin Roth über Brot.",
        "Avec des invités comme Anne Keller et Martin Roth, nous parlons de pain.",
        "Un podcast con invitados como Ana Keller y Luis Roth.",
        "Podcast from the Martin Roth Foundation.",
    ],
)
def test_whom_a_show_names_for_an_example_is_no_host(of_show: str):
    assert cast("Bread", "Flour is dear.", of_show=of_show) == (set(), set())


@pytest.mark.parametrize(
    ("of_show", "hosts"),
    [
        ("Written and hosted by Anna Keller.", {"Anna Keller"}),
        ("Hosted by Anna Keller, Martin Roth, Clara Weiss and David Kern.",
         {"Anna Keller", "Martin Roth", "Clara Weiss", "David Kern"}),
        ("A show about bread with Rye, by Anna Keller and Martin C. Roth", {"Anna Keller", "Martin C. Roth"}),
        ("Un podcast di Anna Bianchi per Casa Verde.<br />Con Ente Pane.<br />Logo by Rosa Verdi", {"Anna Bianchi"}),
        ("Tout sur le pain. Conducono Anna Bianchi e Marco Rossi.", {"Anna Bianchi", "Marco Rossi"}),
        ("Bakers and millers - Anna Keller vom Ofenfunk spricht in diesem Podcast mit ihnen.", {"Anna Keller"}),
    ],
)  # fmt: skip
def test_a_hosts_word_in_the_sentence_names_hosts(of_show: str, hosts: set[str]):
    assert cast("Bread", "Flour is dear.", of_show=of_show)[0] == hosts


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Folge 7: Müllerin ANNA KELLER im Interview", "Sie mahlt. Und Bundesmüller Jan Huber setzt auf sie."),
        ("Episode 7: Anna Keller", "A pitcher saw Martin Roth throw a punch, and no one was thrown out. He joins us."),
        ("Anna Keller: A Life", "Anna Keller bakes."),
        ("Anna Keller", "Wir sprechen über den Mann, den Anna Keller rettete."),
        ("Anna Keller", "Anna Keller saved hundreds. She is remembered for it. We explore why."),
        ("Giulio Romero on Flour", "We read from an old book and look at mills."),
        ("Dr. Martin Roth", "The king and his bread."),
        ("Le journal d'Anne Dubois", "Anne Dubois raconte dans son journal la faim."),
        ("Ana García", "Ana García cuenta en sus memorias cómo escapó."),
        ("Anna Bianchi", "Anna Bianchi racconta nel suo libro la fame."),
        ("Das Dorf", "Der neue Roman von Julia Stern erzählt von einem Dorf."),
        ("Bread", "Anna Keller hat via Interview mit Clara Weiss davon erzählt."),
        ("Bread", "In a 1975 interview with Anna Keller, bread was dear."),
        ("Bread", "An archive interview with the late Anna Keller."),
        ("Bread", "If you liked our conversation with Martin Roth, you will love this one."),
        ("Bread", "Our lost colleague, the baker Anna Keller, whose words can be heard."),
        ("Bread", "Anna Keller and Martin Roth discuss the tariff in court."),
        ("Bread", "Medverkande: Anna Keller, Martin Roth"),
        ("Bread", "Featuring: Anna Keller"),
        ("Bread", "Es diskutieren: Anna Keller, Martin Roth"),
        ("Bread", "Tilrettelægger: Anna Keller"),
    ],
)
def test_who_is_only_talked_of_or_listed_is_a_suggestion(title: str, description: str):
    assert cast(title, description, of_show=TALKS) == (set(), set())


@pytest.mark.parametrize(
    "description",
    ["Detective Martin Roth speaks to witnesses.", "Economist Anna Keller argues that flour is dear."],
)
def test_a_sentence_of_the_news_brings_no_guest(description: str):
    assert cast("Flour", description, of_show="The news of the day.") == (set(), set())


@pytest.mark.parametrize(
    ("description", "guests"),
    [
        ("Värd: Eva Lind\nMedverkande: Anna Keller", {"Anna Keller"}),
        ("Vært: Eva Lind\nMedvirkende: Anna Keller, Martin Roth", {"Anna Keller", "Martin Roth"}),
    ],
)
def test_beside_a_host_a_list_of_all_who_take_part_names_guests(description: str, guests: set[str]):
    assert cast("Bread", description, of_show="Hosted by Eva Lind.")[1] == guests


@pytest.mark.parametrize(
    "description",
    [
        "Coach Rye is ill. Associate Head Coach for the Rye Bakers talks about the season with us.",
        "Prix Goncourt-winning talks with us.",
        "Zu Gast: Erster Bürgermeister.",
        "Hear Derek and others speak with us.",
        "Bread Hour is a classic of the baker's trade, and we are glad.",
        "Zum Beispiel Corinna ist Bäckerin und spricht mit uns.",
    ],
)
def test_titles_prizes_and_verbs_are_no_names(description: str):
    assert cast("Bread", description, of_show=TALKS) == (set(), set())


@pytest.mark.parametrize(
    ("author", "hosts"),
    [
        ("Jordan Harbor Bakery", set()),
        ("Charlotte Motor Speedway", set()),
        ("Maximum Fun", set()),
        ("Anna Keller Martin C. Roth", set()),
        ("Harry Ransom Archive", set()),
        ("Anna Keller", {"Anna Keller"}),
    ],
)
def test_firms_in_the_field_of_the_author_are_no_hosts(author: str, hosts: set[str]):
    item = Item(source=Source(provider="web", key="1"), title="Bread", description="Flour is dear.")
    found = read_item(item, show=Show(slug="show", title="Bread Hour", author=author)).credits
    assert {one.name for one in found} == hosts


def test_whom_a_title_names_before_with_is_its_topic():
    about = "Anna Keller is a singer of bread. We talk to Anna about ovens, and to Max Lewis."
    assert cast("The music of Anna Keller with Max Lewis", about)[1] == {"Max Lewis"}


def test_of_two_strangers_nobody_is_the_guest_where_nobody_says_whose_book_it_is():
    about = "Clara Weiss talks to Max Lewis about her new book."
    assert cast("Bread", about) == (set(), set())
    assert cast("Bread", about, of_show="Hosted by Max Lewis.") == ({"Max Lewis"}, {"Clara Weiss"})


@pytest.mark.parametrize(
    "description",
    [
        "Anna Keller war zu Gast bei Jan Huber.",
        "We hoped to talk to Jan Huber.",
        "I once interviewed Jan Huber.",
        "A fictional interview with Jan Huber.",
        "We react to Anna Keller talking with Jan Huber.",
    ],
)
def test_talks_that_are_held_elsewhere_or_never_bring_no_guest(description: str):
    assert "Jan Huber" not in cast("Bread", description)[1]
