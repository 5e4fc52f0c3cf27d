"""Hosts and guests: who is named as one, and who is only talked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.core.credit import Credit
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.naming.person_names import is_name, name_at
from episodes.core.naming.same_person import same_person
from episodes.core.reading import Reading
from episodes.core.show import Show


def reading(
    title: str = "A title", description: str = "", *, author: str = "", show: Show | None = None, people=()
) -> Reading:
    item = Item(
        source=Source(provider="web", key="1"), title=title, description=description, author=author, people=people
    )
    return read_item(item, show=show)


def names(found: Reading, role: str) -> list[str]:
    return [credit.name for credit in found.credits if credit.role == role]


HOSTS = [
    ("Hosts: Ann Lee and Bob Ray, Editor-in-Chief", ["Ann Lee", "Bob Ray"]),
    ("Host: Ann Lee", ["Ann Lee"]),
    ("A talk about bread. Hosted by Ann Lee and Bob Ray.", ["Ann Lee", "Bob Ray"]),
    ("The Harbour's Ann Lee and Editor-in-Chief Bob Ray examine how the bread was lost.", ["Ann Lee", "Bob Ray"]),
    ("Moderation: Jürgen Groß", ["Jürgen Groß"]),
    ("Présenté par : Hélène Dubois", ["Hélène Dubois"]),
    ("Ведущие: Анна Иванова, Пётр Смирнов", ["Анна Иванова", "Пётр Смирнов"]),
    ("In this episode, host Ann Lee sits down with a baker.", ["Ann Lee"]),
    ("Ein Abend über Brot. Durch die Sendung führen Anna Groß und Jürgen Klein.", ["Anna Groß", "Jürgen Klein"]),
]
GUESTS = [
    ("Joining me this week is the novelist Auryn Rye.", ["Auryn Rye"]),
    ("We chatted this week with Auryn Mac, a voice of rye. Auryn bakes by night.", ["Auryn Mac"]),
    ("Ann Lee (Rye Works) and Bob Ray (Yeast) drop by to chat about ovens.", ["Ann Lee", "Bob Ray"]),
    (
        "A talk about bread. Hosted by Eva Ek.\n\nWith\n\n"
        "Ann Lee\nProfessor of Bread at Loaf College\n\nBob Ray\nLecturer in Rye",
        ["Ann Lee", "Bob Ray"],
    ),
    ("Unser Gast heute ist die Autorin Anna Groß.", ["Anna Groß"]),
    ("Interview mit Prof. Dr. Anna Groß, Präsidentin des Brotbundes.", ["Anna Groß"]),
    ("Hablamos de la masa madre con María García.", ["María García"]),
    ("In this episode we talk to Ann Lee, founder and CEO of Breadworks, about ovens.", ["Ann Lee"]),
    ("This week we're joined by Ann Lee and Dr. Bob Ray to talk about ovens.", ["Ann Lee", "Bob Ray"]),
    ("Special Guests: Ann Lee and Bob Ray.", ["Ann Lee", "Bob Ray"]),
    ("Ann Lee joins the show to talk about her oven.", ["Ann Lee"]),
    ("Author and baker Ann Lee joins us in the studio.", ["Ann Lee"]),
    ("Our guest today is Ann Lee of Breadworks.", ["Ann Lee"]),
    ("Wir sprechen mit Jürgen Groß, Bäcker in Bonn, über Öfen.", ["Jürgen Groß"]),
    ("Zu Gast ist heute Anna Groß.", ["Anna Groß"]),
    ("Nous recevons Hélène Dubois, boulangère à Lyon.", ["Hélène Dubois"]),
    ("Hablamos con María García sobre el pan.", ["María García"]),
    ("Parliamo di pane con Giulia Rossi.", ["Giulia Rossi"]),
    ("This week we're joined by Night Oven's Ann Lee and Rye Crumbs founder Bob Ray.", ["Ann Lee", "Bob Ray"]),
    ("This week we're joined by New Bread Times columnist Ann Lee and Yale professor Bob Ray.", ["Ann Lee", "Bob Ray"]),
    ("With us is special guest Bread Elf Molly Rye.", ["Molly Rye"]),
    ("Wir sprechen mit Anna Groß, Leiterin des Bonner Büros der Bäckerinnung.", ["Anna Groß"]),
    ("We look back at a live show with judges Ann Lee, Bob Ray, and Carl Fox.", ["Ann Lee", "Bob Ray", "Carl Fox"]),
]
NOBODY = [
    "Hélène Dubois lost her oven. She talks to Carl Fox, who sold it.",
    "Special guest: A Cat with a hat.",
    "Donald Trump met Angela Merkel in Berlin, and the press asked what it means.",
    "Music by Harry Stone, artwork by Gavin Moss.",
    "According to John Smith of the Herald, bread is dear.",
    "Thanks to our sponsors! Raygun Pulse is the fastest way to find errors.",
    "Based on the book by Ann Lee.",
    "Joined by Radio Free Europe and the Harvard Business School, the city opens a museum.",
    "Past guests include Ann Lee and Bob Ray.",
    "Next week: we talk to Ann Lee.",
    "Follow us on Twitter. Produced by Ann Lee at Big Dog Studios.",
    "The film stars Ann Lee as the queen and Bob Ray as the king.",
    "We speak with the Federal Reserve about the New York Stock Exchange.",
]


@pytest.mark.parametrize(("text", "hosts"), HOSTS)
def test_hosts_are_found(text: str, hosts: list[str]):
    """A text that says who presents names the hosts."""
    assert hosts == names(reading(description=text), "host")


@pytest.mark.parametrize(("text", "guests"), GUESTS)
def test_guests_are_found(text: str, guests: list[str]):
    """A text that says who comes to the show names the guests."""
    assert guests == names(reading(description=text), "guest")


@pytest.mark.parametrize("text", NOBODY)
def test_people_talked_about_take_no_part(text: str):
    """Makers, sponsors, sources and people in the news are no hosts and no guests."""
    assert reading(description=text).credits == ()


@pytest.mark.parametrize(
    ("title", "guests"),
    [
        ("The Long Oven with Ann Lee", ["Ann Lee"]),
        ("Ep. 12: Bread w/ Ann Lee & Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Bread (feat. Ann Lee)", ["Ann Lee"]),
        ("Fighting Poverty With Actual Evidence", []),
        ("Dealing with Donald Trump", []),
        ("Cooking with Cast Iron", []),
        ("What Went Wrong with Boeing", []),
    ],
)
def test_guests_of_titles(title: str, guests: list[str]):
    """`with` before a person's name at the end of a title makes a guest; before anything else it does not."""
    assert guests == names(reading(title=title), "guest")


@pytest.mark.parametrize(
    ("show", "hosts"),
    [
        (Show(slug="s", title="The Ann Lee Show"), ["Ann Lee"]),
        (Show(slug="s", title="Past Bread with Ann Lee"), ["Ann Lee"]),
        (Show(slug="s", title="Bread", description="A podcast by Ann Lee and Bob Ray"), ["Ann Lee", "Bob Ray"]),
        (Show(slug="s", title="Bread", description="Der Brot-Podcast mit Anna Groß"), ["Anna Groß"]),
        (Show(slug="s", title="Bread", description="Ann Lee interviews bakers about bread."), ["Ann Lee"]),
        (Show(slug="s", title="Bread", description="News of bread. Logo by Ann Lee."), []),
        (Show(slug="s", title="Bread", description="Interviews with guests like Ann Lee."), []),
        (Show(slug="s", title="Bread", author="Ann Lee, Bob Ray"), ["Ann Lee", "Bob Ray"]),
        (Show(slug="s", title="Bread", author="Big Dog Media - Ann Lee"), ["Ann Lee"]),
        (Show(slug="s", title="Ann Lee's Bread Hour"), ["Ann Lee"]),
        (Show(slug="s", title="Bread", description="Ann Lee and Bob Ray are baking the past."), ["Ann Lee", "Bob Ray"]),
        (Show(slug="s", title="Bread", description="Rye is life. Hosted by Roman Mill."), ["Roman Mill"]),
        (Show(slug="s", title="Bread", author="Dough Fireball / Ann Lee"), ["Ann Lee"]),
        (Show(slug="s", title="Bread", author="Big Dog Media"), []),
        (Show(slug="s", title="Bread", author="Justice for Bakers"), []),
        (Show(slug="s", title="Bread", author="Ann Lee", hosts=(Credit(name="Bob Ray"),)), ["Bob Ray"]),
    ],
)
def test_hosts_of_shows(show: Show, hosts: list[str]):
    """A show's settings, description, name and author let its hosts be known, in this order."""
    assert hosts == names(reading(show=show), "host")


def test_an_episodes_own_list_of_hosts_goes_before_the_shows():
    """Who is away is not named."""
    show = Show(slug="s", title="Bread", description="Hosted by Ann Lee and Bob Ray.")

    assert names(reading(description="Hosts: Ann Lee\nGuest: Carl Fox", show=show), "host") == ["Ann Lee"]


def test_a_feeds_persons_need_no_proof():
    """`podcast:person` is taken as stated, with its role; who only works behind the scenes is left out."""
    found = reading(people=(("host", "Moebius"), ("guest", "Dr. Ann Lee"), ("audio editor", "Bob Ray")))

    assert [(c.name, c.role, c.title) for c in found.credits] == [("Moebius", "host", ""), ("Ann Lee", "guest", "Dr.")]


def test_title_and_organisation_are_read():
    """What a guest is and whence is kept."""
    guest = reading(description="We talk to Ann Lee, founder and CEO of Breadworks, about ovens.").credits[0]

    assert (guest.title, guest.organisation) == ("founder and CEO", "Breadworks")


def test_a_presenters_title_is_read():
    """`Editor-in-Chief` before a name is that person's title; whose people they are is their organisation."""
    text = "The Harbour's Ann Lee and Editor-in-Chief Bob Ray examine how the bread was lost."
    second = reading(description=text).credits[1]

    assert (second.title, second.organisation) == ("Editor-in-Chief", "The Harbour")


def test_a_doubtful_name_is_not_published():
    """Two people who discuss something may be the hosts, or the news: the producer is asked."""
    found = reading(description="Donald Trump and Angela Merkel discuss the price of bread.")

    assert found.credits == ()
    assert [credit.name for credit in found.doubtful] == ["Donald Trump", "Angela Merkel"]


def test_credits_say_where_they_come_from():
    """Hosts and guests have an origin each, with the words they were read from."""
    origins = {
        origin.field: origin for origin in reading(description="Hosted by Ann Lee. Special guest: Bob Ray.").origins
    }

    assert "Hosted by" in origins["hosts"].reason
    assert "Bob Ray" in origins["guests"].reason


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ann Lee", True), ("Séamas O'Reilly", True), ("Ludwig van Beethoven", True), ("PJ Vogt", True),
        ("Great Power", False), ("New York", False), ("Piano P", False), ("Harvard Professor", False),
        ("U.S. Geological Survey", False),
    ],
)  # fmt: skip
def test_names_are_told_from_other_capitals(text: str, is_one: bool):
    """Capitals alone make no name."""
    assert is_one == is_name(text)


def test_spellings_of_one_person():
    """Nicknames, initials and full stops do not make two people; another first name does."""
    assert same_person("Jon Dick", "Jonathan Dick")
    assert same_person("John C Dvorak", "John C. Dvorak")
    assert not same_person("Ann Lee", "Bob Lee")


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=400))
def test_any_text_can_be_read(title: str, description: str):
    """No text makes the reader fail."""
    reading(
        title=title, description=description, author=title, show=Show(slug="s", title=title, description=description)
    )
    name_at(description, 0)


def test_the_shows_own_patterns_name_people():
    """A producer's pattern needs no proof and no phrase."""
    show = Show(slug="s", title="Bread", patterns={"hosts": r"At the oven: (.+)$", "guests": r"At the table: (.+)$"})
    found = reading(description="At the oven: Moebius & Ann Lee\nAt the table: Bob Ray", show=show)

    assert (names(found, "host"), names(found, "guest")) == (["Moebius", "Ann Lee"], ["Bob Ray"])


@pytest.mark.parametrize(
    ("title", "description", "hosts", "guests"),
    [
        (
            "#502 – Katalin Ek: Stars",
            "Katalin Ek is an astrophysicist who studies the insides of stars. "
            "Thank you for listening ❤ Check out our sponsors: https://example.org/s",
            set(),
            {"Katalin Ek"},
        ),
        (
            "Xzavqa Ekqvist on Rye",
            "Xzavqa Ekqvist is a grower of rye and a farmer in Ghent.",
            set(),
            {"Xzavqa Ekqvist"},
        ),
        ("Middle East on the brink", "Middle East on the brink again.", set(), set()),
        ("Rye", "He joins the podcast with Ann Lee to talk about rye.", {"Ann Lee"}, set()),
        ("Rye", "Qui sème ? Eva Dahl, autrice, est l'invitée d'Ann Lee.", {"Ann Lee"}, {"Eva Dahl"}),
        ("Rye", "Rye, once more.\nPresenter Ann Lee\nProducer Eva Dahl", {"Ann Lee"}, set()),
        ("Rye", "Arguing for the motion were the sociologist Ann Lee and Bo Ray.", set(), {"Ann Lee", "Bo Ray"}),
        ("Rye", "Die Bäckerin Ann Lee, Autorin, war zu Gast im Podcast.", set(), {"Ann Lee"}),
        (
            "Rye",
            "In this interview, editors Ann Lee and Bo Ray discuss it with host Eva Dahl.",
            {"Eva Dahl"},
            {"Ann Lee", "Bo Ray"},
        ),
    ],
)
def test_what_houses_write_of_their_own(title, description, hosts, guests):
    item = Item(source=Source(provider="web", key="1"), title=title, description=description)
    found = read_item(item, show=Show(slug="show", title="Bread Hour")).credits
    assert {one.name for one in found if one.role == "host"} == hosts
    assert {one.name for one in found if one.role == "guest"} == guests


def test_a_show_that_is_called_like_a_person_is_none_beside_one():
    item = Item(
        source=Source(provider="web", key="1"), title="Rye", author="Robin Bread, Ann Lee", show_title="Robin Bread"
    )
    assert [one.name for one in read_item(item, show=None).credits] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("title", "description", "guests"),
    [
        ("Rye", "This week, a story about mills. Reporter Ann Lee has the story.", ["Ann Lee"]),
        ("Rye", "We speak with the chemist (and dog devotee) Ann Lee.", ["Ann Lee"]),
        (
            "Rye",
            "We're joined by Ann Lee, Bob Ray, and Sarah Miller recorded live at the fair.",
            ["Ann Lee", "Bob Ray", "Sarah Miller"],
        ),
        ("Rye", "From nurse to novelist Ann Lee, who won the prize.", []),
        ("Rye", "With\n\nAnn Lee\n\nA talk about mills.", ["Ann Lee"]),
        ("Rye", "Author and activist Ann Lee explains how she found her voice.", ["Ann Lee"]),
        ("Rye", "Few books are like those of Charles Darwin. Darwin shows us how species change.", []),
        ("Rye", "Roman and Jill Miller talked of their grief.", []),
        ("Roggen", "Unser Gesprächspartner spricht über Konrad Adenauer.", []),
        ("Burgers with Burger King", "Burger King is one of the players in fast food.", []),
    ],
)
def test_guests_of_whom_little_is_said(title: str, description: str, guests: list[str]):
    """And nobody of whom others tell."""
    show = Show(slug="show", title="Bread Hour", description="Hosted by Roman Roth.")

    assert names(reading(title, description, show=show), "guest") == guests


def test_who_sits_beside_a_host_before_a_guest_is_a_host():
    show = Show(slug="show", title="Bread Hour", description="Hosted by Roman Roth.")
    item = Item(
        source=Source(provider="web", key="1"),
        title="Rye",
        description="This week, Roman Roth and Ann Lee sit down with Bo Ray.",
    )
    assert {(one.role, one.name) for one in read_item(item, show=show).credits} == {
        ("host", "Roman Roth"), ("host", "Ann Lee"), ("guest", "Bo Ray"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "description",
    [
        "Elizabeth Warren and Roman sit down with Bo Ray.",
        "Roman and Elizabeth Warren sit down with Bo Ray.",
        "Elizabeth Warren and Roman Roth sit down with Bo Ray.",
    ],
)
def test_a_stranger_beside_a_host_is_no_host(description: str):
    """Of two that are not named alike, or of whom the host is not the first, the other may be anybody."""
    show = Show(slug="show", title="Bread Hour", description="Hosted by Roman Roth.")
    item = Item(source=Source(provider="web", key="1"), title="Rye", description=description)

    assert [one.name for one in read_item(item, show=show).credits if one.role == "host"] == ["Roman Roth"]


@pytest.mark.parametrize(
    ("description", "guests"),
    [
        (
            "We talk to historian Sarah Miller, biographer of Emily Dickinson, and the lawyer of Jane Austen.",
            ["Sarah Miller"],
        ),
        ("We talk to Sarah Miller, translator of Emily Dickinson and Walt Whitman.", ["Sarah Miller"]),
        (
            "We talk to Sarah Miller, biographer of Emily Dickinson, and poet Anna Clark.",
            ["Sarah Miller", "Anna Clark"],
        ),
        (
            "We talk to Sarah Miller, professor of history, and professor of history Anna Clark.",
            ["Sarah Miller", "Anna Clark"],
        ),
        ("We talk to Sarah Miller, a historian, and producer Bob Clark made it.", ["Sarah Miller"]),
        ("We talk to Sarah Miller, a historian, and producer Bob Clark.", ["Sarah Miller", "Bob Clark"]),
    ],
)
def test_whom_a_guest_writes_about_is_none(description: str, guests: list[str]):
    """Nor is who made the episode, where the sentence goes on with it."""
    assert names(reading(description=description), "guest") == guests


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Rye", "Für sie ist Anna Müller ein Vorbild."),
        ("Rye", "Host Mary Clark, Guest Peter Carey"),
        ("Rye", "Moderation Anna Müller, Redaktion Peter Schmidt"),
        ("Rye", "Tom war im Urlaub und erzählt davon."),
        ("Rye", "Tom asks Elon Musk to stop it."),
        ("Rye", "Speaking for the first time is Kate Middleton."),
        ("Rye", "Hotellets gäst är Anna Svensson, som hittades död."),
        ("Rye", "Marxist Rosa Luxemburg explains capital."),
        ("Rye", "Terroristin Ulrike Meinhof erklärt den Krieg."),
        ("Fiesta con Frida Kahlo", "La pintora Frida Kahlo nació en 1907."),
        ("Sonic Youth", "Sonic Youth has spent forty years making noise."),
        ("Kublai Khan", "Kublai Khan runs an empire. Long ago."),
    ],
)
def test_nobody_is_made_of_who_is_only_talked_of(title, description):
    show = Show(slug="show", title="Bread Hour", description="Hosted by Tom Roth.")
    item = Item(source=Source(provider="web", key="1"), title=title, description=description)
    assert [(one.role, one.name) for one in read_item(item, show=show).credits] == [("host", "Tom Roth")]


@pytest.mark.parametrize(
    "description",
    [
        "Dr. Peter Carey and Tom chat with humor about love.",
        "Guest Peter Carey and Tom Roth discuss bread with a live audience.",
        "Tom Roth interviews Peter Carey, son of the philosopher John Miller, and the life of the poet Walt Whitman.",
        "We talk to lawyer Peter Carey, the attorney for rapper Sean Combs.",
    ],
)
def test_a_guest_is_no_host_and_whom_he_is_told_of_is_no_guest(description):
    show = Show(slug="show", title="Bread Hour", description="Hosted by Tom Roth.")
    item = Item(source=Source(provider="web", key="1"), title="Rye", description=description)
    found = {(one.role, one.name) for one in read_item(item, show=show).credits}
    assert found == {("host", "Tom Roth"), ("guest", "Peter Carey")}


def test_a_row_in_groups_is_read_whole():
    text = "Guests: Peter Carey, Marie Dupont; Sarah Connor, Paul Clark"
    item = Item(source=Source(provider="web", key="1"), title="Rye", description=text)
    found = [one.name for one in read_item(item, show=None).credits]
    assert found == ["Peter Carey", "Marie Dupont", "Sarah Connor", "Paul Clark"]


MILLS = "The mill stands by the river, turns by day and by night, and grinds what is brought to it from far away. "


@pytest.mark.parametrize(
    "description",
    [
        f"{'x' * 1480} we talk to Sarah Millerton about rye.",  # the sentence is cut, no name is
        f"A look at mills; {'at another mill; ' * 120}; we talk to Sarah Millerton.",
        "\n\n".join([MILLS * 8] * 40 + ["Today we talk to Sarah Millerton about mills."]),
    ],
)
def test_long_texts_give_whole_names_or_none(description: str):
    assert names(reading("Rye", description), "guest") in ([], ["Sarah Millerton"])


def test_who_stands_at_the_end_of_a_long_text_is_found():
    long = "\n\n".join([MILLS * 8] * 40)
    assert names(reading("Rye", f"{long}\n\nHosted by Ann Lee and Bob Ray."), "host") == ["Ann Lee", "Bob Ray"]
    assert names(reading("Rye", f"{long}\n\nToday we talk to Ann Lee about mills."), "guest") == ["Ann Lee"]
