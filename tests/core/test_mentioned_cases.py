"""Names that a tagger marked in another case than the base form, and names that are no person's of their own."""

from __future__ import annotations

import pytest

from episodes.core.credit import Credit
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.mention import Mention
from episodes.core.naming.items import read_item
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.tagged_people import Scene, with_tagged
from episodes.core.naming.world.cases import plain_form

RUSSIAN = "Разговор о хлебе, и о том, как его пекут, с историком {} – это было в нашей студии"
POLISH = "W tej audycji o chlebie i o tym, jak się go piecze, rozmawiamy z piekarzem {}, który jest z nami w studiu"
CZECH = "V tomto díle si povídáme o chlebu a o tom, jak se peče, a podle slov {} je to snadné, protože mouka je dobrá"
UKRAINIAN = "У цьому випуску говоримо про хліб і про те, як його печуть, і що думає про це гість: слова {}, який печe"
HUNGARIAN = "Ebben az adásban a kenyérről beszélgetünk, és arról is, hogyan sütik; kérdeztük róla {}, aki pék"
SLOVENE = "V tej epizodi se pogovarjamo o kruhu in o tem, kako ga pečemo, skupaj z gostom, ki je {}, pek iz Celja"
FINNISH = "Tapaamme tässä jaksossa myös kaksi vierasta, jotka kertovat, miten leipä paistetaan: runoilija {} ja muut"


def told(name: str, line: str, *, field: str = "text", role: str = "guest") -> list[tuple[str, bool]]:
    marked = Mention(name=name, field=field, **{"host": 0.02, "guest": 0.02, role: 0.97})
    scene = Scene(title="", show_title="", said="", lines=[line.format(name)], away=())
    return [(one.credit.name, one.confidence >= BAR) for one in with_tagged([], [marked], scene)]


@pytest.mark.parametrize(
    ("name", "line", "base"),
    [
        ("Евгением Петровым", RUSSIAN, "Евгений Петров"),
        ("Наталией Соколовской", RUSSIAN, "Наталия Соколовская"),
        ("Rafałem Kalinowskim", POLISH, "Rafał Kalinowski"),
        ("Ewy Dąbskiej", POLISH, "Ewa Dąbska"),
        ("Jarmo Virtasen", FINNISH, "Jarmo Virtanen"),
        ("Minja Koskelan", FINNISH, "Minja Koskela"),
        ("Heli Koski Etlasta", FINNISH, "Heli Koski"),
        ("Lenky Vahalové", CZECH, "Lenka Vahalová"),
        ("Ангеліни Карякіної", UKRAINIAN, "Ангеліна Карякіна"),
        ("Navracsics Tibort", HUNGARIAN, "Navracsics Tibor"),
        ("Tálas Lászlónak", HUNGARIAN, "Tálas László"),
        ("Jeszenszky Gézáról", HUNGARIAN, "Jeszenszky Géza"),
        ("Rudijem Siegerjem", SLOVENE, "Rudi Sieger"),
    ],
)
def test_a_name_in_another_case_is_published_in_its_base_form(name: str, line: str, base: str) -> None:
    assert told(name, line) == [(base, True)]


@pytest.mark.parametrize(
    ("name", "line"),
    [("Иваном Толстым", RUSSIAN), ("Данила Мокрика", UKRAINIAN), ("Jukka Sillanpään", FINNISH)],
)
def test_a_name_whose_base_form_cannot_be_told_is_told_and_not_published(name: str, line: str) -> None:
    assert told(name, line) == [(name, False)]


def both(name: str, other: str, line: str) -> list[tuple[str, bool]]:
    marked = [Mention(name=one, field="text", host=0.02, guest=0.97) for one in (name, other)]
    scene = Scene(title="", show_title="", said="", lines=[line.format(name, other)], away=())
    return [(one.credit.name, one.confidence >= BAR) for one in with_tagged([], marked, scene)]


def test_a_person_in_two_cases_is_one() -> None:
    line = "Hostia: {}. Bratislava dnes otvorila centrum a pýtali sme sa, ako to je, primátora mesta, ktorým je {}"
    assert both("Matúš Vallo", "Matúša Valla", line) == [("Matúš Vallo", True)]


def test_who_may_be_a_woman_or_a_man_in_another_case_is_only_told() -> None:
    line = "В гостях и на связи: {}. Мы говорим о хлебе с {}, и о том, как его пекут"
    assert both("Павел Гусев", "Павла Гусева", line) == [("Павел Гусев", True), ("Павла Гусева", False)]


@pytest.mark.parametrize(
    ("name", "other"),
    [("Jan Novák", "Jana Nováková"), ("Jan Novák", "Jan Novotný"), ("Martin Kováč", "Martina Kováčová")],
)
def test_two_whose_names_begin_alike_are_two(name: str, other: str) -> None:
    line = "V tomto díle si povídáme o chlebu a o tom, jak se peče; ve studiu jsou {} a {}, kteří mají pekárnu"
    assert both(name, other, line) == [(name, True), (other, True)]


def test_who_is_dead_in_another_case_is_no_guest() -> None:
    assert told("Евгением Петровым", RUSSIAN.replace("{}", "{} (1799–1837)")) == [("Евгений Петров", False)]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Катя Беляева", "ru"),
        ("Jan Kowalski", "pl"),
        ("Jana Nováková", "cs"),
        ("Elsa Virtanen", "fi"),
        ("Ann Lee", "de"),
        ("Anna Hansen", "fi"),
        ("Sanna Marin", "fi"),
        ("Kaisa Lindman", "fi"),
        ("Tove Jansson", "fi"),
        ("Christopher Nolan", "fi"),
        ("John Bolton", "fi"),
        ("Anna Maria Costa", "fi"),
        ("Luis da Costa", "fi"),
        ("Lucie Bílé", "cs"),
        ("Kovács Bernát", "hu"),
        ("Nagy Violett", "hu"),
        ("Hannah Arendt", "hu"),
        ("Леся Воронина", "uk"),
        ("Олександра Іванова", "uk"),
        ("Олександра Матвійчук", "uk"),
        ("Людмила Гридковець", "uk"),
        ("Anna Kowalska", "pl"),
        ("Wiesława Nowak", "pl"),
    ],
)
def test_a_base_form_stays(name: str, language: str) -> None:
    assert plain_form(name, language, text=name) == name


@pytest.mark.parametrize("wrong", ["Po Chen", "Po Chen Wu Candidate"])
def test_a_name_that_ends_too_early_or_too_late_is_nobody_beside_the_whole_one(wrong: str) -> None:
    rule = Sighting(credit=Credit(name=wrong, role="guest"), confidence=0.9, origin="description", reason="a rule")
    marked = [Mention(name="Po Chen Wu", field="text", host=0.02, guest=0.97)]
    scene = Scene(title="", show_title="", said="", lines=["Po Chen Wu bakes. Po Chen tells how."], away=())
    persons = [one.credit.name for one in with_tagged([rule], marked, scene) if one.confidence >= BAR]
    assert persons == ["Po Chen Wu"]


def test_a_firm_that_publishes_is_no_host() -> None:
    assert told("Crumb Holdings", "", field="author", role="host") == []
    assert told("Ann Crumb", "", field="author", role="host") == [("Ann Crumb", True)]


def test_a_show_that_is_called_by_its_host_is_nobody() -> None:
    assert told("Ann LeeCast", "", field="show", role="host") == [("Ann LeeCast", False)]
    assert told("Ann Broadcast", "", field="show", role="host") == [("Ann Broadcast", True)]


def test_a_name_that_a_list_states_stays_whatever_its_form_looks_like() -> None:
    name = "Иваном Толстым"
    rule = Sighting(
        credit=Credit(name=name, role="guest"), confidence=0.95, origin="description", reason="a list", exact=True
    )
    marked = [Mention(name=name, field="text", host=0.02, guest=0.97)]
    scene = Scene(title="", show_title="", said="", lines=[RUSSIAN.format(name)], away=())
    assert list(with_tagged([rule], marked, scene)) == [rule]


@pytest.mark.parametrize("words", ["Ministro della Difesa", 'Bob" Martin', "“Bob Martin"])
def test_an_office_and_a_cut_name_are_nobody(words: str) -> None:
    assert told(words, "We talk with {} about bread.") == []
    assert told('Robert "Bob" Martin', "We talk with {} about bread.") == [('Robert "Bob" Martin', True)]


def test_a_doubtful_guest_beside_a_sure_one_is_published() -> None:
    line = "This week we talk about bread, rye and ovens with Qwira Tzoumas and Bo Ek."
    marked = [
        Mention(name="Qwira Tzoumas", field="text", host=0.02, guest=0.97),
        Mention(name="Bo Ek", field="text", host=0.02, guest=0.9),
    ]
    scene = Scene(title="", show_title="", said="", lines=[line], away=())
    alone = [one for one in with_tagged([], marked[1:], scene) if one.confidence >= BAR]
    beside = [one.credit.name for one in with_tagged([], marked, scene) if one.confidence >= BAR]
    assert (alone, beside) == ([], ["Qwira Tzoumas", "Bo Ek"])


def test_who_leads_through_an_episode_hosts_it_whatever_the_tagger_says() -> None:
    text = "Una puntata sul pane e su chi lo fa. Al microfono Luca Tancredi Barone"
    item = Item(source=Source(provider="web", key="1"), title="1", description=text, mentions=())
    assert [(person.role, person.name) for person in read_item(item).credits] == [("host", "Luca Tancredi Barone")]
