"""Who stands in for a host, and who of a show's hosts is away this time."""

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show

SHOW = "Ann Lee and Clara Berg talk about bread, every week."


def people(description: str, *, role: str, show: str = SHOW, tags: tuple[tuple[str, str], ...] = ()) -> list[str]:
    item = Item(source=Source(provider="web", key="1"), title="Rye", description=description, people=tags)
    reading = read_item(item, show=Show(slug="bread", title="Bread Hour", description=show))
    return sorted(credit.name for credit in reading.credits if credit.role == role)


@pytest.mark.parametrize(
    ("description", "hosts"),
    [
        ("Guest host Peter Olsen asks how rye came north.", ["Peter Olsen"]),
        ("Peter Olsen, filling in as host, asks how rye came north.", ["Peter Olsen"]),
        ("Peter Olsen sits in for Ann Lee and asks how rye came north.", ["Clara Berg", "Peter Olsen"]),
        ("Peter Olsen is standing in for Clara this week.", ["Ann Lee", "Peter Olsen"]),
        ("Ann is away, so Clara bakes alone.", ["Clara Berg"]),
        ("Clara Berg ist krank. Ann Lee redet allein über Roggen.", ["Ann Lee"]),
        ("L'émission est présentée aujourd'hui par Paul Dumas en l'absence d'Ann Lee.", ["Clara Berg", "Paul Dumas"]),
        ("Clara Berg and Ann Lee are away, so guest host Peter Olsen bakes.", ["Peter Olsen"]),
        ("Guest host Peter Olsen joins Ann Lee to talk about rye.", ["Ann Lee", "Peter Olsen"]),
        ("What is rye? In this episode hosted by Peter Olsen, we ask.", ["Peter Olsen"]),
        ("This episode, hosted by Ann Lee, asks what rye is.", ["Ann Lee"]),
        ("Peter Olsen is our host today.", ["Peter Olsen"]),
        ("Ann is sick and Clara has to bake alone.", ["Clara Berg"]),
        # None of these stands in for a host, and nobody is away.
        ("This week, hosted by Emmanuel Macron, bakers met in Paris.", ["Ann Lee", "Clara Berg"]),
        ("Clara Berg and Ann Lee are out and about at the bakery fair.", ["Ann Lee", "Clara Berg"]),
        ("Ann Lee is sick and fed up with flour.", ["Ann Lee", "Clara Berg"]),
        ("Farmer Peter Olsen is our host for today's tour of the mill.", ["Ann Lee", "Clara Berg"]),
        ("Clara Berg is your host.", ["Ann Lee", "Clara Berg"]),
        ("Also try The Rye Show. This podcast is hosted by Peter Olsen.", ["Ann Lee", "Clara Berg"]),
        ("Peter Olsen steps in for Carlos Sainz at Ferrari.", ["Ann Lee", "Clara Berg"]),
        ("Peter Olsen remplace Marie Dumas à Matignon.", ["Ann Lee", "Clara Berg"]),
        ("Why Peter Olsen took over as host of Loaves.", ["Ann Lee", "Clara Berg"]),
        ("Peter Olsen vertritt Deutschland beim Gipfel.", ["Ann Lee", "Clara Berg"]),
        ("Ann is off sugar, Clara is off meat.", ["Ann Lee", "Clara Berg"]),
        ("Ann is sick and tired of rye.", ["Ann Lee", "Clara Berg"]),
        ("Ann Lee is out now with her new book.", ["Ann Lee", "Clara Berg"]),
        ("What happens when Ann is sick? Mary Ann is away.", ["Ann Lee", "Clara Berg"]),
        ("Peter Olsen fills in the gaps of the story of rye.", ["Ann Lee", "Clara Berg"]),
        ("Ann Lee is out of flour and Clara Berg has an idea.", ["Ann Lee", "Clara Berg"]),
        ("How Peter Olsen stepped in for a sick baker.", ["Ann Lee", "Clara Berg"]),
    ],
)  # fmt: skip
def test_who_stands_in_takes_the_place_of_who_is_away(description: str, hosts: list[str]):
    """The others stay hosts; where nobody is named, who stands in is there for all."""
    assert people(description, role="host") == hosts


def test_hosts_whom_the_tags_name_are_all_that_there_are():
    """A feed that names the hosts of an item leaves out who is not there."""
    assert people("How rye came north.", role="host", tags=(("host", "Ann Lee"),)) == ["Ann Lee"]
    for role, name in (("guest", "Peter Olsen"), ("ghostwriter", "Peter Olsen"), ("host", "")):
        assert people("How rye came north.", role="host", tags=((role, name),)) == ["Ann Lee", "Clara Berg"]
    assert people("Rye.", role="host", tags=(("guest host", "Peter Olsen"),)) == [
        "Ann Lee",
        "Clara Berg",
        "Peter Olsen",
    ]


def test_a_host_who_is_away_is_no_guest():
    assert people("Peter Olsen, filling in as host, misses Ann Lee, who is on leave.", role="guest") == []


def test_who_stands_behind_and_guests_is_one():
    """The row goes on behind the host's name."""
    text = "Ann Lee and guests Peter Olsen, Maria Rossi and James Warren discuss how rye came north."
    assert people(text, role="host") == ["Ann Lee"]  # Clara Berg, the show's other host, is not there
    assert people(text, role="guest") == ["James Warren", "Maria Rossi", "Peter Olsen"]
    assert people("Ann Roe and guests Peter Olsen and Maria Rossi discuss rye.", role="host", show="") == ["Ann Roe"]
    assert people("Ann Lee and guests discuss the essay Peter Olsen wrote.", role="guest") == []


def test_who_produces_is_no_host():
    assert people("This podcast is hosted by Anna Roth and produced by Peter Olsen.", role="host", show="") == [
        "Anna Roth"
    ]
    assert people("Here is our host Peter Olsen with the news of rye.", role="host", show="") == ["Peter Olsen"]
    assert people("Tiffany Roth is our host and Alex Olsen answers.", role="host", show="") == ["Tiffany Roth"]


def test_a_co_host_is_one():
    """What stands before the next name makes that somebody else."""
    text = "We bake live, with co-host Peter Olsen, Congressman James Warren and friends."
    assert "James Warren" not in people(text, role="host")


def test_a_station_is_nobody():
    assert people("", role="host", show="Hosted by Ann Lee, made with WBEZ Chicago.") == ["Ann Lee"]
    assert people("Guest: WANG Min", role="guest") == ["WANG Min"]


def test_an_order_is_no_part_of_a_name():
    assert people("", role="guest", tags=(("guest", "Fr. Peter Olsen, SJ"),)) == ["Peter Olsen"]
