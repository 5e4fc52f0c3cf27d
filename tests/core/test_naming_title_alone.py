"""Titles that are nothing but a name, and shapes of sentences that real feeds use to bring a guest in."""

from __future__ import annotations

import pytest

from core.casting import cast


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Marie Curie", "In dieser Folge sprechen wir über Radium. Gast ist Bob Ray."),
        ("Hannah Arendt", "Ein Gespräch über ihr Werk."),
        ("Frida Kahlo", "El invitado de hoy habla de su pintura."),
        ("#12: Karl Marx", "Our guest explains why he still matters."),
        ("Elon Musk", "This week's guest talks about rockets."),
        ("Ann Lee", "Ann Lee was born in 1950. Our guest tells her story."),
        ("Ann Lee", "We talk about her crimes. Our guest is the judge."),
        ("Jane Goodall", "Il nostro ospite racconta la scienziata."),
        ("Folge #28: Anna Groß", "Wir sprechen mit der Autorin über Brot. Im Gespräch verrät sie ihr Rezept."),
        ("12. Anna Groß", "Unser Gast erzählt von Brot. Im Gespräch erklärt sie, was Mehl ist."),
        ("Anna Groß", "Wir sprechen mit der Übersetzerin, und sie erzählt uns viel."),
        ("Anna Groß", "Ein Biograf ist da. Im Gespräch erzählt er, wie sie das Brot neu erfand."),
        ("Ann Lee", "Our guest today wrote the definitive book on the singer's last months."),
        ("Debunking a lecture by Ann Lee", "What she got wrong about rye."),
        ("Why the sermon by Ann Lee was booed", "A look back."),
        ("The lecture by Ann Lee that changed baking", "A look back."),
        ("Sally Ride", "Here with us to discuss her is our guest, a former astronaut."),
    ],
)
def test_a_title_that_tells_what_an_episode_is_about_names_no_guest(title: str, description: str):
    assert cast(title, description)[1] <= {"Bob Ray"}


@pytest.mark.parametrize(
    ("title", "description", "guests"),
    [
        ("Baking Prize lecture by Ann Lee", "", {"Ann Lee"}),
        ("Vortrag von Anna Groß: Was ist Brot?", "", {"Anna Groß"}),
        ("13 Fragen mit: Anna Groß", "Über Brot und Hunde.", {"Anna Groß"}),
        ("Flour", "The price of flour in the war.Joining us is baker Ann Lee.", {"Ann Lee"}),
        ("Flour", "Ann Lee is a miller at Crumb. She'll join us to talk about flour.", {"Ann Lee"}),
        ("Mehl", "Ann Lee und Bob Ray sind unsere Gäste.", {"Ann Lee", "Bob Ray"}),
        ("Farine", "Anne Dubois et Luc Martin sont nos invités.", {"Anne Dubois", "Luc Martin"}),
        ("Pa", "Avui conversem amb la fornera Ana García.", {"Ana García"}),
        (
            "Débat",
            "Le pain.\n▶︎ Anne DUBOIS historienne, autrice du Pain\n▶︎ Luc MARTIN économiste, professeur à Lyon",
            {"Anne Dubois", "Luc Martin"},
        ),
    ],
)
def test_guests_in_the_shapes_of_real_feeds_are_read(title: str, description: str, guests: set[str]):
    assert cast(title, description)[1] == guests


def test_who_talks_to_the_first_name_of_the_title_is_host():
    """`Eva Holt speaks to the former … Ann Lee`, in an episode that is called after Ann Lee."""
    text = "Eva Holt speaks to the former First Baker of Loafland Ann Lee. Is flour dear?"
    assert cast("Ann Lee: Is flour dear?", text) == ({"Eva Holt"}, {"Ann Lee"})


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Marie Curie: Radium", "Ann Lee talks to the biographer of Marie Curie about radium."),
        ("Marie Curie: ein Leben", "Ann Lee spricht mit Freunden von Marie Curie."),
        ("Bob Dylan at 80", "Ann Lee spoke to three people who met Bob Dylan."),
        ("Ted Bundy: the end", "Ann Lee sat down with Ted Bundy's mother."),
    ],
)
def test_of_whom_others_tell_is_no_guest(title: str, description: str):
    assert not {"Marie Curie", "Bob Dylan", "Ted Bundy"} & cast(title, description)[1]


@pytest.mark.parametrize(
    "description",
    [
        "This episode features music by Ann Lee and Bob Ray.",
        "This episode features the case of Ann Lee.",
        "This week's episode features a story by Ann Lee.",
        "This episode features a deep dive into the career of Ann Lee.",
        "We ask whether Ann Lee wants to talk about her taxes.",
        "We asked the family of Ann Lee to share their memories.",
        "Hablamos de Ana García, que vivió junto a Eva García.",
        "Ann Lee und Bob Ray sind unsere größten Helden.",
    ],
)
def test_the_same_words_about_others_name_nobody(description: str):
    assert cast("Bread", description) == (set(), set())


@pytest.mark.parametrize(
    "description",
    [
        "Wir sprechen mit dem Anwalt von Ann Lee über das Urteil.",
        "Zu Gast ist der Biograf von Ann Lee.",
        "Ein Interview mit dem Trainer von Ann Lee.",
        "Nous recevons l'avocat de Anne Dubois.",
        "Hablamos con el abogado de Ana García.",
        "Charlamos con amigos de Ana García.",
        "Intervista con l'avvocato di Marco Rossi.",
        "Conversamos com o advogado de Ana Silva.",
        "In gesprek met de advocaat van Jan Jansen.",
        "Vi pratar med dottern till Anna Ek.",
        "We talk to the lawyer for Ann Lee.",
        "We speak with friends of Ann Lee.",
        "We talk to an expert on Ann Lee and Bob Ray.",
    ],
)
def test_whose_lawyer_or_friend_somebody_is_takes_no_part(description: str):
    assert cast("Bread", description) == (set(), set())


@pytest.mark.parametrize(
    ("description", "guest"),
    [
        ("We talk to Tom Roth, an expert on Ann Lee and Bob Ray.", "Tom Roth"),
        ("Our guest is Tom Roth, author of books on Ann Lee and Bob Ray.", "Tom Roth"),
        ("With us is Tom Roth, biographer of Ann Lee and Bob Ray.", "Tom Roth"),
        ("Wir sprechen mit Tom Roth, Experte für Karl Marx und Max Weber.", "Tom Roth"),
        ("Nous recevons Paul Durand, spécialiste de Jean Jaurès et Victor Hugo.", "Paul Durand"),
        ("Hablamos con Ana García, experta en Frida Kahlo y Diego Rivera.", "Ana García"),
        ("Parliamo con Marco Rossi, esperto di Dante Alighieri e Marco Polo.", "Marco Rossi"),
    ],
)
def test_what_an_expert_knows_about_is_a_topic(description: str, guest: str):
    assert cast("Bread", description)[1] == {guest}


@pytest.mark.parametrize(
    ("title", "description", "guest"),
    [
        ("Anna Bianchi", "Anna Bianchi è la scrittrice del pane.\nOspite della puntata è Marco Rossi.", "Marco Rossi"),
        ("Ann Lee", "Ann Lee is a baker who never bought yeast.\nOur guest is Bob Ray.", "Bob Ray"),
        ("Anna Groß", "Anna Groß ist Autorin.\nZu Gast ist Tom Roth, der ihr Werk kennt.", "Tom Roth"),
    ],
)
def test_of_whom_another_guest_tells_is_what_the_episode_is_about(title: str, description: str, guest: str):
    """The whole title is a name, and a phrase names another guest."""
    assert cast(title, description)[1] == {guest}


@pytest.mark.parametrize(
    "description",
    [
        "Two hundred years ago, Ann Lee gave us sourdough.",
        "More than a century ago, the baker Ann Lee taught us patience.",
        "He spent the hour with us, talking about his relationship with Ann Lee, a baker, and his love of flour.",
        "We talk about her long friendship with Ann Lee, a baker from Ghent.",
    ],
)
def test_people_of_the_past_and_old_friends_take_no_part(description: str):
    assert cast("Bread", description) == (set(), set())


def test_who_joins_two_others_is_the_guest():
    """Of two parties who are both somebody, those who come are guests; of the others nobody can tell."""
    text = "Novelist Ann Lee and Dr Eva Holt join physicist Bob Ray and historian Tom Roth for a look at flour."
    assert cast("Flour", text)[1] == {"Ann Lee", "Eva Holt"}


@pytest.mark.parametrize(
    "description",
    [
        "In dieser Folge geht es um die Autorin Anna Groß, die von Brot erzählt.",
        "Dans cet épisode, nous parlons de l'historienne Anne Dubois qui explique tout.",
        "En este episodio, la historia de la escritora Ana García, que nos enseña mucho.",
        "In questa puntata la storia della scrittrice Anna Bianchi, che ci racconta l'Italia.",
    ],
)
def test_whose_story_is_told_takes_no_part(description: str):
    assert cast("Bread", description) == (set(), set())


def test_a_known_host_who_asks_the_first_name_of_the_title_has_a_guest():
    text = "Flour is dear. Eva Holt asks author and journalist Tunde Falk if it will stay so."
    title = "Tunde Falk: Is flour dear?"
    assert cast(title, text, of_show="Hosted by Eva Holt.") == ({"Eva Holt"}, {"Tunde Falk"})
    assert cast(title, text) == (set(), set())


@pytest.mark.parametrize(
    "description",
    [
        "Eva Holt asks Tunde Falk's biographer why he left.",
        "Eva Holt asks the biographer of Tunde Falk why he left.",
        "Eva Holt asks Tunde Falk fans why they love him.",
        "Eva Holt asks how Tunde Falk did it.",
        "Eva Holt speaks to the lawyer for Tunde Falk.",
        "Eva Holt speaks to the brother of crime writer Tunde Falk.",
        "In 1850, Eva Holt asks Tunde Falk if he will marry her.",
    ],
)
def test_what_others_are_asked_about_is_a_topic(description: str):
    assert cast("Tunde Falk: the end", description)[1] == set()
