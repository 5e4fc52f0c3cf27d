"""What a show's own titles teach: where its numbers and guests stand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from episodes.core.credit import Credit
from episodes.core.episode import Episode, Origin
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.naming.learned import taught
from episodes.core.reading import Reading
from episodes.core.show import Show

SHOW = Show(slug="crumbs", title="Crumbs")
GUESTS = ("Ann Lee", "Bob Ray", "Eva Holt", "Tom Hill", "Jon Copley", "Mia Ford")


def episode(
    title: str, number: int | None = None, *, guest: str = "", sure: float = 0.9, day: int | None = None
) -> Episode:
    return Episode(
        guid=f"guid {title}", show="crumbs", slug="x", title=title, original_title=title, number=number,
        published_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number or 0 if day is None else day),
        credits=(Credit(name=guest, role="guest"),) if guest else (),
        origins=(Origin(field="guests", origin="title", confidence=sure),) if guest else (),
    )  # fmt: skip


def read(title: str, episodes: list[Episode], *, show: Show = SHOW) -> Reading:
    item = Item(source=Source(provider="web", key="1"), title=title, show_title=show.title)
    return read_item(item, show=taught(show, episodes))


def numbered(count: int = 6) -> list[Episode]:
    return [episode(f"Loaf {number} of rye", number) for number in range(11, 11 + count)]


def test_a_number_is_read_where_the_others_have_theirs():
    """A word that means no episode in general does in a show that always writes it so; the reason says how known."""
    found = read("Loaf 17 of rye", numbered())
    reason = next(origin.reason for origin in found.origins if origin.field == "number")

    assert (found.number, reason) == (17, "'Loaf 17' in the title, learned from 6 titles of the show")


def test_without_the_show_the_same_title_is_a_guess_or_nothing():
    """The habit adds something."""
    found = read("Loaf 17 of rye", [])

    assert found.number is None or any(o.field == "number" and o.confidence < 0.8 for o in found.origins)


def test_four_titles_are_no_habit():
    """Five have to agree."""
    assert taught(SHOW, numbered(4)).patterns == {}


def test_the_same_episodes_teach_the_same_in_any_order():
    """What is learned follows from the episodes alone."""
    assert taught(SHOW, numbered()) == taught(SHOW, numbered()[::-1])
    assert taught(SHOW, numbered()).patterns == taught(SHOW, numbered()[::-1]).patterns


def test_what_a_person_gave_goes_first():
    """A pattern in the settings is not learned over."""
    given = Show(slug="crumbs", title="Crumbs", patterns={"number": r"No (\d+)"})

    assert taught(given, numbered()).patterns == given.patterns


def test_a_year_in_the_place_of_the_number_is_none():
    """A figure far above the highest number is something else."""
    assert read("Loaf 2026 of rye", numbered()).number != 2026


def test_figures_that_do_not_follow_the_dates_are_no_numbers():
    """Parts and prices go up and down."""
    wild = [episode(f"Loaf {number} of rye", number, day=day) for day, number in enumerate((12, 3, 44, 7, 90, 1))]

    assert taught(SHOW, wild).patterns == {}


def test_a_guest_is_read_where_the_others_stand():
    """A name that no list knows counts where the show always names its guest."""
    talks = [episode(f"On bread – {name}", guest=name) for name in GUESTS]
    found = read("On salt – Zalvia Amon", talks)

    assert [credit.name for credit in found.credits] == ["Zalvia Amon"]
    assert [credit.name for credit in read("On salt – Zalvia Amon", []).credits] == []
    assert "learned from 6 titles" in next(origin.reason for origin in found.origins if origin.field == "guests")


def test_a_place_that_often_holds_something_else_teaches_nothing():
    """Where half of the endings are subjects, the next ending may be one."""
    mixed = [episode(f"On bread – {name}", guest=name) for name in GUESTS]
    mixed += [episode(f"On bread – Part {name.split()[0]}") for name in GUESTS]

    assert taught(SHOW, mixed).patterns == {}


def test_doubtful_guests_teach_nothing():
    """A guess does not confirm itself."""
    talks = [episode(f"On bread – {name}", guest=name, sure=0.5) for name in GUESTS]

    assert taught(SHOW, talks).patterns == {}
