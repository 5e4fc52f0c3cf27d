"""Hosts and guests in some thirty languages: half of the texts only talk of somebody, or of another week."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.casting import cast

from episodes.core.naming.world.cases import base_of
from episodes.core.naming.world.spoken import speeches_of

ROWS = Path(__file__).resolve().parents[1] / "golden" / "talks" / "by_language.tsv"


def rows() -> list[list[str]]:
    return [line.split("\t") for line in ROWS.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("language", "hosts", "guests", "text"), rows())
def test_who_takes_part(language: str, hosts: str, guests: str, text: str):
    """Those who take part are named in their base form, and nobody else is."""
    title, _, description = text.rpartition(" ¶ ")

    found = cast(title, description, show="")

    assert found == (names(hosts), names(guests)), language


@pytest.mark.parametrize(
    ("name", "language", "before", "base"),
    [
        ("Janem Kowalskim", "pl", "z", "Jan Kowalski"),
        ("Magdaleną Kruk", "pl", "z", "Magdalena Kruk"),
        ("Ivanom Horvat", "hr", "s", "Ivana Horvat"),
        ("Андреем Лебедевым", "ru", "с", "Андрей Лебедев"),
        ("Δημήτρη Ράπτη", "el", "με τον", "Δημήτρης Ράπτης"),
        ("Nagy Zoltánnal", "hu", "", "Nagy Zoltán"),
        ("Martinom Šimkom", "sk", "s", ""),  # Šimko or Šimek
        ("Xyzem Kowalskim", "pl", "z", ""),  # no given name
    ],
)
def test_base_form(name: str, language: str, before: str, base: str):
    """A name loses its ending where only one base form can be meant, else nothing is read."""
    assert base_of(name, language, before=before, text="") == base


def test_a_base_form_elsewhere_in_the_text_decides():
    assert base_of("Martinom Šimkom", "sk", before="s", text="Martin Šimko radí") == "Martin Šimko"


def test_english_has_its_own_rules():
    assert speeches_of("This week our guest Petr Novák tells us how he bakes") == ()


def names(listed: str) -> set[str]:
    return {name for name in listed.split("; ") if name}
