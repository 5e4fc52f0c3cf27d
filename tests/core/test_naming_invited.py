"""Who is invited, speaks to us or asks, in many languages; and sentences that deny it or tell of another week."""

from __future__ import annotations

import pytest

from core.casting import cast
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show


@pytest.mark.parametrize(
    ("description", "guests"),
    [
        ("In dieser Folge spreche ich mit Klaus Vogt darüber.", {"Klaus Vogt"}),
        ("Heute habe ich lange mit Lena Vogt gesprochen.", {"Lena Vogt"}),
        ("Diesmal begrüßen wir Lena Vogt.", {"Lena Vogt"}),
        ("Cette fois, je discute longuement avec Anne Dubois.", {"Anne Dubois"}),
        ("Hoy converso un rato con Ana García.", {"Ana García"}),
        ("Oggi chiacchiero con Marco Rossi.", {"Marco Rossi"}),
        ("Hoje conversei com Ana Silva.", {"Ana Silva"}),
        ("Vandaag spreek ik uitgebreid met Pieter Bos.", {"Pieter Bos"}),
        ("Idag snackar vi med Karin Ek.", {"Karin Ek"}),
        ("I dagens avsnitt får du träffa Lars Ek och Karin Dahl.", {"Lars Ek", "Karin Dahl"}),
        ("Känns fint att ha Karin Ek och Lars Dahl, som driver ugnen, som gäster idag.", {"Karin Ek", "Lars Dahl"}),
        ("Lo chiediamo a Marco Rossi, fornaio.", {"Marco Rossi"}),
        ("Dans cet épisode, Anne Dubois nous raconte son four.", {"Anne Dubois"}),
        ("Nell'episodio di oggi, Marco Rossi ci guida tra i forni.", {"Marco Rossi"}),
        ("In dieser Folge erzählt die Historikerin Lena Vogt von Brot.", {"Lena Vogt"}),
        ("The millers are thrilled to welcome Ann Lee, a baker.", {"Ann Lee"}),
        ("The team is thrilled to welcome Ann Lee, a baker.", {"Ann Lee"}),
        ("We're delighted to be joined by Ann Lee.", {"Ann Lee"}),
        ("In this message, Guest Speaker Ann Lee shows how bread heals.", {"Ann Lee"}),
        ("desta vez com dois convidados: Ana Silva e Pedro Costa.", {"Ana Silva", "Pedro Costa"}),
        ("Analizamos el pan junto a la periodista Ana García.", {"Ana García"}),
        ("This episode features Crumb's Ann Lee and baker Bob Ray.", {"Ann Lee", "Bob Ray"}),
        (
            "In this feature, author Ann Lee (Crumbs), miller Bob Ray, night baker Eva Holt, and others share stories.",
            {"Ann Lee", "Bob Ray", "Eva Holt"},
        ),
        ("And we talk to two new millers in Loafland: Ann Lee and Bob Ray.", {"Ann Lee", "Bob Ray"}),
        ("Elkin Ek, professor at Crumb College, is fond of rye. She joins us to talk about it.", {"Elkin Ek"}),
        ("Wir sprechen mit Lena Vogt (Foto: Max Bauer) über Brot.", {"Lena Vogt"}),
        ("So today, we ask Ann Lee, author of Crumbs, how it rises.", {"Ann Lee"}),
    ],
)
def test_whom_we_talk_to_invite_or_let_speak_is_a_guest(description: str, guests: set[str]):
    assert cast("Bread", description) == (set(), guests)


@pytest.mark.parametrize(
    ("description", "hosts", "guests"),
    [
        ("Gast von Lena Vogt ist die Autorin Eva Holt.", {"Lena Vogt"}, {"Eva Holt"}),
        ("Es geht um Brot. Die Fragen in der Sendung stellt Max Bauer.", {"Max Bauer"}, set()),
        ("Ett samtal om bröd. Intervjuar gör Karin Ek och Lars Dahl.", {"Karin Ek", "Lars Dahl"}, set()),
        ("In dieser Folge blicken Lena Vogt und Max Bauer zurück.", {"Lena Vogt", "Max Bauer"}, set()),
        ("In de podcast bespreken Pieter Bos en Jan Smit het brood.", {"Pieter Bos", "Jan Smit"}, set()),
        ("Im Bundestag sprechen Lena Vogt und Max Bauer.", set(), set()),
        ("We bake.\nHosted and produced: Ann Lee", {"Ann Lee"}, set()),
        ("We bake.\nConduzione: Marco Rossi", {"Marco Rossi"}, set()),
        ("We bake.\nGesprächsleitung: Lena Vogt", {"Lena Vogt"}, set()),
        ("Don't miss our interview with Ann Lee.", set(), {"Ann Lee"}),
        ("Guests\n\nAnn Lee\nwww.example.org/ann\ntwitter.com/ann\n\nBob Ray", set(), {"Ann Lee", "Bob Ray"}),
    ],
)  # fmt: skip
def test_who_asks_is_a_host(description: str, hosts: set[str], guests: set[str]):
    assert cast("Bread", description) == (hosts, guests)


@pytest.mark.parametrize(
    "description",
    [
        "We did not talk to Ann Lee.",
        "No hablamos con Ana García.",
        "We talked without Ann Lee.",
        "We invited Ann Lee, but she could not come.",
        "We invited Ann Lee and she declined.",
        "You'll hear from Ann Lee next week.",
        "Fans were thrilled to welcome Ann Lee to the stage.",
        "She was proud to interview Ann Lee in 1950.",
        "We are happy to have Ann Lee's book on our shelf.",
        "We ask Ann Lee's lawyer what happened.",
        "The lawyer of Ann Lee talks to us.",
        "Ann Lee came as a guest to the wedding.",
        "This episode features Ann Lee's music.",
        "This special features Leonard Cohen songs.",
        "Wir haben nie mit Max Bauer gesprochen.",
        "Wir haben kein Gespräch mit Max Bauer geführt.",
        "Nächste Woche spreche ich mit Max Bauer.",
        "Ich spreche über meine Reise mit Max Bauer.",
        "Der Anwalt von Max Bauer erzählt uns alles.",
        "Max Bauer war im Jahr 1990 als Gast im Fernsehen.",
        "La semaine prochaine, je reçois Anne Dubois.",
        "L'avocat de Paul Durand nous raconte.",
        "Anne Dubois ne nous parle plus.",
        "La semana que viene entrevistamos a Ana García.",
        "La semana pasada entrevistamos a Ana García.",
        "Hablamos de la pelea con Ana García.",
        "La hija de Ana García nos habla de su madre.",
        "Non parliamo con Marco Rossi.",
        "Não falamos com Ana Silva.",
        "Vi snakker ikke med Anna Ek.",
        "Nästa vecka träffar vi Anna Ek.",
        "Frühere Gäste: Lena Vogt, Max Bauer.",
        "The film about author Ann Lee, rye miller Bob Ray and night baker Eva Holt wins a prize.",
        "Author Ann Lee, rye miller Bob Ray and night baker Eva Holt died in the war.",
        "We talk to fans about their idol: Ann Lee.",
        "Wir reden mit viel Liebe über ein Idol: Lena Vogt.",
        "Ich habe ein Problem mit Max Bauer.",
        "Wir haben mit Max Bauer gebrochen.",
        "Der Roman von Lena Vogt erzählt uns von Brot.",
        "Lena Vogts Roman erzählt uns von Brot.",
        "The book by Ann Lee tells us about bread.",
        "Le livre nous parle d'Anne Dubois.",
        "Il film ci racconta Anna Bianchi.",
        "El libro nos habla de Ana García.",
        "Listener Ann Lee asks how rye rises.",
        "No guest today, but Ann Lee wrote to us.",
        "Exploramos la tumba de Ana García junto al río.",
        "Schnitt und Produktion: Max Bauer",
    ],
)
def test_who_did_not_come_or_comes_another_week_is_no_guest(description: str):
    assert cast("Bread", description) == (set(), set())


def hosts_of(*, show: Show, description: str = "We bake.", author: str = "", title: str = "Bread") -> set[str]:
    item = Item(source=Source(provider="feed", key="1"), title=title, description=description, author=author)
    return {one.name for one in read_item(item, show=show).credits if one.role == "host"}


def test_authors_are_believed_before_a_word_that_looks_like_a_surname():
    show = Show(
        slug="s", title="Ovens", author="Tom Craig, Ann Lee", description="Ann and Tom Immerse themselves in dough."
    )
    assert hosts_of(show=show) == {"Tom Craig", "Ann Lee"}


def test_who_thought_of_a_show_or_makes_it_is_no_host():
    made = "Un programma ideato da Anna Bianchi. A cura di Marco Rossi e Gino Riva. Conduce Elena Verdi."
    assert hosts_of(show=Show(slug="s", title="Ovens", description=made)) == {"Elena Verdi"}
    called = "Your quarrels are decided by Ann Lee, Certified Judge."
    assert hosts_of(show=Show(slug="s", title="Ovens", description=called)) == set()


def test_a_show_called_after_who_writes_it_is_hosted_by_them():
    assert hosts_of(show=Show(slug="s", title="Le billet d'Anne Dubois")) == {"Anne Dubois"}
    assert hosts_of(show=Show(slug="s", title="La vie d'Anne Dubois")) == set()


def test_hosts_may_go_by_one_name():
    assert hosts_of(show=Show(slug="s", title="Ovens", author="Mac and Jess"), description="Jess and Mac bake.") == {
        "Mac",
        "Jess",
    }
    assert hosts_of(show=Show(slug="s", title="Ovens", author="Mac and Jess"), description="Jess bakes alone.") == {
        "Jess"
    }
    assert hosts_of(show=Show(slug="s", title="Ovens"), description="Folge 12 mit Anna und Jonas.") == {"Anna", "Jonas"}
    assert cast("Bread", "Brent sits down with Ann Lee, a historian.") == ({"Brent"}, {"Ann Lee"})


@pytest.mark.parametrize(
    "description",
    ["Folge 12 mit Herz und Seele.", "Episode 3 with April and May.", "Faith talks to Ann about the soul."],
)
def test_words_that_look_like_first_names_are_no_hosts(description: str):
    assert hosts_of(show=Show(slug="s", title="Ovens", author="Salt and Pepper"), description=description) == set()


def test_a_name_with_two_letters_changed_is_the_same_person():
    text = "We're joined by Martjin Bos, a historian.\n\nGuest: Martijn Bos"
    assert cast("Bread", text) == (set(), {"Martijn Bos"})
    assert cast("Bread", "We're joined by Marian Bos and Marina Bos.") == (set(), {"Marian Bos", "Marina Bos"})


def test_authors_whom_a_show_ranges_between_are_no_hosts():
    told = "Authors and their books, live. Authors ranging from Ann Lee to Bob Ray read from and discuss their newest."
    assert hosts_of(show=Show(slug="s", title="On tour", description=told)) == set()


def test_a_works_title_with_an_article_is_no_person():
    text = (
        "Novelist Ann Lee, in town to promote her new novel The Patient Gardener, speaks to Tom Craig about growing up."
    )
    assert "Patient Gardener" not in set().union(*cast("Interview with novelist Ann Lee", text))


def test_who_spoke_about_it_with_somebody_is_not_their_guest():
    assert cast("Brot", "Was es kostet, darüber sprach Max Bauer mit Lena Vogt.")[1] == {"Lena Vogt"}
    assert cast("Brot", "Darüber spricht Lena Vogt.") == (set(), {"Lena Vogt"})
