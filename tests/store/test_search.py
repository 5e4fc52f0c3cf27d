"""What people type finds what was said, and nothing they type is an error."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from episodes.core.credit import Credit
from episodes.core.hits import Hit, Results
from episodes.core.query import Filters
from episodes.core.transcript import Segment, Word
from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader
from episodes.store.search.sought import FEW_BEGINNINGS
from store.samples import a_show, a_transcript, numbered

FILLER = "We talked for a while about the weather, the garden and the long way home from work."


def say(
    catalogue: Catalogue, number: int, *texts: str | Segment, speakers: tuple[str, ...] = (), **changes: Any
) -> None:
    """Save an episode in which these lines are said, with other talk around them."""
    lines = [FILLER] * 12 + list(texts) + [FILLER] * 12
    segments = tuple(
        line
        if isinstance(line, Segment)
        else Segment(
            start=5.0 * n,
            end=5.0 * n + 5,
            text=line,
            speaker=(*("",) * 12, *speakers)[n] if n < 12 + len(speakers) else "",
        )
        for n, line in enumerate(lines)
    )
    catalogue.add_episode(numbered(number, credits=(), summary="", chapters=(), comments=(), **changes))
    catalogue.save_transcript(f"guid-{number}", a_transcript(segments=segments))


def find(catalogue: Catalogue, text: str, **wishes: Any) -> Results:
    with Reader.open(catalogue.path) as reader:
        return reader.search(text, **wishes)


def numbers(results: Results) -> list[int | None]:
    return [found.episode.number for found in results.episodes]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("don't panic", "And I said: don’t panic now."),
        ("dont panic", "And I said: don't panic now."),
        ("US & Russia", "Talks between the US and Russia."),
        ("C++", "I wrote it in C++ then."),
        ("c#", "I wrote it in C# then."),
        (".net", "I wrote it in .NET then."),
        ("naive cafe", "A naïve idea from the café."),
        ("STRASSE", "In der Straße steht ein Haus."),
        ("neighbour", "My neighbor came by."),
        ("neighbor", "My neighbour came by."),
        ("organise", "They organize everything."),
        ("e-mail", "Send me an email please."),
        ("email", "Send me an e-mail please."),
        ("open-source", "It is open source."),
        ("opensource", "It is open source. Really open source."),
        ("web rtc", "We use WebRTC here. WebRTC is it."),
        ("WebRTC", "We use web RTC here, web RTC it is. It's web RTC."),
        ("21 guns", "There were twenty-one guns."),
        ("twenty one guns", "There were 21 guns."),
        ("3rd time", "It was the third time."),
        ("1000", "It cost 1,000 crowns."),
        ("5%", "It rose by 5 percent."),
        ("refactoring", "We had to refactor it."),
        ("東京タワー", "昨日は東京タワーに行きました。"),
        ("ภาษาไทย", "ผมพูดภาษาไทยได้"),
        ("한국어", "저는 한국어를 배웁니다."),
        ("हिन्दी", "मैं हिन्दी बोलता हूँ"),
        ("Ελλάδα", "Η ΕΛΛΆΔΑ είναι εδώ."),
        ("🎧", "Put your 🎧 on."),
        ("wonderf*", "It was wonderfully quiet."),
        ('"quiet as a mouse"', "It was quiet as a mouse in there."),
        ("zeppelin OR airship", "We saw an airship."),
        ("zeppelin airship|balloon", "We saw a zeppelin, an airship and a balloon."),
        ("AND/or not quixotic", "A quixotic plan, and not a good one, or so."),
        ("kuberntes", "We run kubernetes at home."),
        ("Merkouris", "This is Alexander Mercouris."),
        ("Mercuris", "This is Alexander Mercouris."),
    ],
)
def test_what_is_typed_finds_what_was_said(catalogue, typed, said):
    say(catalogue, 1, "Nothing of that kind.")
    say(catalogue, 2, said)

    results = find(catalogue, typed)

    assert numbers(results)[:1] == [2]
    assert results.episodes[0].hits[0].marks


def test_a_hit_tells_where_and_who(catalogue):
    say(catalogue, 1, "Before that.", "The zeppelin landed on Tuesday.", speakers=("Ann Lee", "Bo Li"))

    hit = find(catalogue, "zeppelin landed").episodes[0].hits[0]

    assert (hit.at, hit.speaker, hit.segment) == (65.0, "Bo Li", 13)
    assert "The zeppelin landed on Tuesday." in hit.snippet
    assert marked(hit) == ["zeppelin landed"]


def test_the_time_is_that_of_the_word_where_words_have_times(catalogue):
    words = (
        Word(start=60.0, end=60.5, text=" A"),
        Word(start=61.0, end=62.0, text=" red"),
        Word(start=63.5, end=64.0, text=" zeppelin."),
    )
    say(catalogue, 1, Segment(start=60.0, end=65.0, text="A red zeppelin.", words=words))

    assert find(catalogue, "zeppelin").episodes[0].hits[0].at == 63.5


def test_a_phrase_is_found_across_segments_wherever_it_lies(catalogue):
    """Also where one passage of the index ends and the next begins."""
    for number in range(1, 20):
        lines = [FILLER] * number
        catalogue.add_episode(numbered(number, credits=(), summary="", chapters=(), comments=()))
        text = [*lines, "and then came the grey", "zeppelin over the hill", *lines]
        catalogue.save_transcript(f"guid-{number}", a_transcript(*text))

    results = find(catalogue, '"came the grey zeppelin over the hill"', limit=50)

    assert sorted(numbers(results)) == list(range(1, 20))
    assert all(marked(found.hits[0]) == ["came the grey zeppelin over the hill"] for found in results.episodes)


def test_several_hits_of_an_episode_are_listed_once_each(catalogue):
    far = [FILLER] * 40
    say(catalogue, 1, "A zeppelin here.", *far, "A zeppelin there.", *far, "No more zeppelin now.")

    hits = find(catalogue, "zeppelin", hits=0).episodes[0].hits

    assert sorted(hit.segment for hit in hits) == [12, 53, 94]
    assert len(find(catalogue, "zeppelin", hits=1).episodes[0].hits) == 1


def test_words_together_come_before_words_apart(catalogue):
    say(catalogue, 1, "The shark was big.", *[FILLER] * 6, "The tank was full.")
    say(catalogue, 2, "It was a shark tank.")

    assert numbers(find(catalogue, "shark tank"))[0] == 2


def test_what_must_not_be_near_is_left_out(catalogue):
    say(catalogue, 1, "Python the snake.")
    say(catalogue, 2, "Python the language.")

    assert numbers(find(catalogue, "python -snake")) == [2]
    assert numbers(find(catalogue, 'python -"the language"')) == [1]


def test_where_all_words_are_found_few_others_are_shown(catalogue):
    say(catalogue, 1, "A zeppelin and a submarine.")
    say(catalogue, 2, "Just a zeppelin.")

    results = find(catalogue, "zeppelin submarine")

    assert numbers(results) == [1]
    assert not results.relaxed


def test_where_nothing_has_all_words_the_nearest_is_shown_as_such(catalogue):
    say(catalogue, 1, "A zeppelin over the town.")
    say(catalogue, 2, "A submarine under the town.")

    results = find(catalogue, "zeppelin submarine")

    assert set(numbers(results)) == {1, 2}
    assert results.relaxed
    assert {hit.missing for found in results.episodes for hit in found.hits} == {("submarine",), ("zeppelin",)}


@pytest.mark.parametrize("wish", [{}, {"sort": "new"}, {"hits": 0, "limit": 0}])
@pytest.mark.parametrize(
    "typed", ["weather xyzzyx", "xyzzyx the weather", '"xyzzyx weather"', "xyzzyx-weather", "xyzzyx/weather"]
)
def test_an_unknown_word_beside_one_that_is_everywhere_gives_the_nearest(catalogue, typed, wish):
    for number in (1, 2):
        say(catalogue, number, "A zeppelin over the town.")

    results = find(catalogue, typed, **wish)

    assert set(numbers(results)) == {1, 2}
    assert results.relaxed
    assert {hit.missing for found in results.episodes for hit in found.hits} == {("xyzzyx",)}


def test_an_unknown_word_beside_one_of_every_title_gives_the_nearest(catalogue):
    for number in (1, 2):
        say(catalogue, number, "A word.", title=f"Weekly news {number}")

    results = find(catalogue, "in:title weekly xyzzyx")

    assert set(numbers(results)) == {1, 2}
    assert results.relaxed


def test_a_word_that_is_said_only_elsewhere_does_not_hide_the_others(catalogue):
    say(catalogue, 1, "A zeppelin over the town.")
    for number in (2, 3, 4):
        say(catalogue, number, "A word.")

    results = find(catalogue, "zeppelin weather episode:2-4")

    assert set(numbers(results)) == {2, 3, 4}
    assert results.relaxed


def test_a_misspelling_is_told(catalogue):
    say(catalogue, 1, "We run kubernetes at home.")

    results = find(catalogue, "kuberntes home")

    assert results.did_you_mean == "kubernetes home"
    assert results.replaced == (("kuberntes", "kubernetes"),)


def test_nothing_is_found_where_there_is_nothing(catalogue):
    say(catalogue, 1, "A word.")

    assert not find(catalogue, "xylophone")
    assert not find(catalogue, "")
    assert not find(catalogue, '"" -- ***')


def test_filters_narrow_down(catalogue):
    catalogue.save_show(a_show(slug="other", title="Other Voices"))
    say(catalogue, 1, "A zeppelin.", speakers=("Ann Lee",))
    say(catalogue, 2, "A zeppelin.", speakers=("Bo Mercouris",), title="On airships")
    say(catalogue, 3, "A zeppelin.", show="other")

    def narrowed(text: str, **filters: Any) -> set[int | None]:
        return set(numbers(find(catalogue, text, filters=Filters(**filters))))

    assert narrowed("zeppelin show:other") == narrowed("zeppelin", shows=("Other Voices",)) == {3}
    assert narrowed("zeppelin speaker:ann") == narrowed("zeppelin", speakers=("Ann Lee",)) == {1}
    assert narrowed("zeppelin speaker:merkuris") == {2}
    assert narrowed("zeppelin title:airships") == {2}
    assert narrowed("zeppelin episode:2-3") == narrowed("zeppelin", numbers=(2, 3)) == {2, 3}
    assert narrowed("zeppelin before:1999") == set()
    assert narrowed("zeppelin", since=datetime(2000, 1, 1, tzinfo=UTC)) == {1, 2, 3}
    assert narrowed("zeppelin speaker:nobody") == set()


def test_the_speaker_filter_looks_at_who_says_it(catalogue):
    say(catalogue, 1, "The zeppelin is mine.", "No, the submarine is.", speakers=("Ann Lee", "Bo Li"))

    assert find(catalogue, "zeppelin speaker:ann")
    assert not find(catalogue, "zeppelin speaker:bo")


def test_titles_notes_and_comments_are_found_too(catalogue):
    catalogue.add_episode(numbered(7, title="On airships", summary="We speak of dirigibles.", media=()))
    catalogue.add_episode(numbered(8, credits=(Credit(name="Ursula Ziller", role="guest"),), media=()))

    by_title = find(catalogue, "airships").episodes[0].hits[0]
    by_notes = find(catalogue, "dirigibles").episodes[0].hits[0]

    assert (by_title.place, marked(by_title)) == ("title", ["airships"])
    assert (by_notes.place, marked(by_notes), by_notes.at) == ("notes", ["dirigibles"], None)
    assert numbers(find(catalogue, "ziller")) == [8]
    assert numbers(find(catalogue, "#7"))[0] == 7
    assert not find(catalogue, "airships", filters=Filters(scope="notes"))
    assert not find(catalogue, "airships in:transcript")


def test_results_can_be_sorted_by_date(catalogue):
    for number in (2, 3, 1):
        say(catalogue, number, "A zeppelin.")

    assert numbers(find(catalogue, "zeppelin", sort="new")) == [3, 2, 1]
    assert numbers(find(catalogue, "zeppelin", sort="old", limit=2)) == [1, 2]


def test_a_limit_keeps_the_count(catalogue):
    for number in range(1, 6):
        say(catalogue, number, "A zeppelin.")

    results = find(catalogue, "zeppelin", limit=2)

    assert (len(results.episodes), results.total) == (2, 5)


def test_context_shows_more(catalogue):
    say(catalogue, 1, "It was late. The zeppelin came.", "Nobody saw it.")

    short, long = (find(catalogue, "zeppelin", context=n).episodes[0].hits[0].snippet for n in (0, 2))

    assert len(long) > len(short)
    assert short in long.replace("… ", "")


PIECES = (
    'OR AND NOT NEAR( " * - zeppelin speaker: before: episode: title:x in:all words: the a* -the -x c++ 東京 🎧 '
    "' '' NULL -- ; {words} before:2020 episode:1-3 speaker:ann \x00 \ud800 ) ( ^ + : .. %"
)
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="abz\"*-:()^{}+,.|&'’ORANDTneart0139 \t\n\x00#@%\\/[]", max_size=60),
    st.lists(st.sampled_from([*PIECES.split(" "), '"the zeppelin"', "x" * 500]), max_size=8).map(" ".join),
)


@given(text=HOSTILE)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_an_error(a_small_catalogue, text):
    a_small_catalogue.search(text)


@pytest.fixture(scope="module")
def a_small_catalogue(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "episodes.db"
    with Catalogue.open(path) as catalogue:
        catalogue.save_show(a_show())
        say(catalogue, 1, "The zeppelin over 東京.", "A to Z: the sea, the sky.", speakers=("Ann Lee",))
    with Reader.open(path) as reader:
        yield reader


def test_a_missing_index_is_made_while_searching(catalogue):
    say(catalogue, 1, "A zeppelin.")
    with closing(sqlite3.connect(catalogue.path)) as connection, connection:
        connection.execute("DROP TABLE search_speech")
        connection.execute("DROP TABLE search_form")

    assert numbers(find(catalogue, "zeppelin")) == [1]


@pytest.mark.parametrize(
    "damage", ["x'00' || substr(block, 2, 3)", "x'ffffffffffff'", "zeroblob(length(block))", "x''"]
)
def test_a_damaged_index_is_made_anew_while_searching(catalogue, damage):
    """Damage that SQLite notices, and damage that only lets words vanish."""
    say(catalogue, 1, "A zeppelin.")
    with closing(sqlite3.connect(catalogue.path)) as connection, connection:
        connection.execute(f"UPDATE search_speech_data SET block = {damage}")

    assert numbers(find(catalogue, "zeppelin")) == [1]


@pytest.mark.parametrize(
    "table",
    ["search_speech_data", "search_speech_idx", "search_speech_config", "search_about_data", "search_term",
     "search_episode", "search_form"],
)  # fmt: skip
def test_a_page_of_the_index_that_nobody_can_read_is_made_anew(catalogue, table):
    """SQLite cannot even drop such a table; nothing of it may stay in the way, nor in the file."""
    say(catalogue, 1, "A zeppelin.")
    catalogue.close()
    with closing(sqlite3.connect(catalogue.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    with catalogue.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))

    assert numbers(find(catalogue, "zeppelin")) == [1]
    with closing(sqlite3.connect(catalogue.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("table", ["search_term", "search_episode", "search_form"])
def test_an_empty_table_of_the_index_is_filled_again(catalogue, table):
    say(catalogue, 1, "A zeppelin.")
    with closing(sqlite3.connect(catalogue.path)) as connection, connection:
        connection.execute(f"DELETE FROM {table}")

    assert numbers(find(catalogue, "zeppelin")) == [1]


def test_an_index_that_does_not_fit_is_made_anew(catalogue):
    """As after a kill in the middle of a bulk import."""
    say(catalogue, 1, "A zeppelin.")
    with closing(sqlite3.connect(catalogue.path)) as connection, connection:
        connection.execute("UPDATE segment SET text = 'A submarine.' WHERE position = 12")
        connection.execute("UPDATE transcript SET digest = 'other'")

    assert numbers(find(catalogue, "submarine")) == [1]


def test_searching_goes_on_while_another_writes(catalogue):
    say(catalogue, 1, "A zeppelin.")
    other = sqlite3.connect(catalogue.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM segment")
    try:
        assert numbers(find(catalogue, "zeppelin")) == [1]
    finally:
        other.close()


def test_stemming_is_a_choice_of_the_show(catalogue):
    """`off` leaves the words as they are typed; other shows of the catalogue go on as they were."""
    catalogue.save_show(replace(a_show(), slug="other", language="en"))
    say(catalogue, 1, "We had to refactor the zeppelin.")
    say(catalogue, 2, "They refactored it again.", show="other")

    def found(text: str, **stemming: str) -> list[int | None]:
        with Reader.open(catalogue.path, stemming=stemming) as reader:
            return sorted(numbers(reader.search(text)))

    assert found("refactoring") == [1, 2]
    assert found("refactoring", other="off") == [1]
    assert found("refactored", other="off") == [1, 2]
    assert found("refactored", **{a_show().slug: "off"}) == [2]
    assert found("refactoring", other="de") == [1]
    with Reader.open(catalogue.path, stemming={"other": "off", a_show().slug: "off"}) as reader:
        as_misspelt = reader.search("refactoring").replaced
        assert as_misspelt == (("refactoring", "refactored"),)  # and that is told


def test_exact_words_come_before_their_forms(catalogue):
    say(catalogue, 1, "We were refactoring it.")
    say(catalogue, 2, "We had to refactor it.")
    say(catalogue, 3, "It was refactored.")

    assert numbers(find(catalogue, "refactor"))[0] == 2


def test_who_says_no_word_is_no_spot(catalogue):
    """The name would stand at the end of the text, where nothing is to be shown."""
    segments = [Segment(start=0, end=5, text=FILLER), Segment(start=5, end=10, text="...", speaker="Zork Blue")]
    catalogue.add_episode(numbered(1, credits=(), summary="", chapters=(), comments=()))
    catalogue.save_transcript("guid-1", a_transcript(segments=tuple(segments)))

    assert not find(catalogue, "zork")


def test_a_reader_that_stays_open_follows_what_others_write(catalogue):
    """What it knows of the whole catalogue holds only until then."""
    say(catalogue, 1, "The zeppelin has landed.")

    with Reader.open(catalogue.path) as reader:
        assert numbers(reader.search("zeppelin")) == [1]
        say(catalogue, 2, "Another zeppelin.")
        assert sorted(numbers(reader.search("zeppelin"))) == [1, 2]
        with closing(sqlite3.connect(catalogue.path, isolation_level=None)) as connection:
            connection.execute("DELETE FROM search_form")
            connection.execute("DELETE FROM search_episode")
        assert sorted(numbers(reader.search("zeppelin"))) == [1, 2]


@pytest.mark.parametrize("words", [FEW_BEGINNINGS, FEW_BEGINNINGS + 1])
def test_a_beginning_finds_all_words_that_have_it_however_many_they_are(catalogue, words):
    """Few are asked for one by one, many by what they begin with."""
    for number in range(1, words + 1):
        say(catalogue, number, f"They took the zeppel{chr(96 + number)} home.")

    found = find(catalogue, "zeppel*", limit=0)

    assert sorted(numbers(found)) == list(range(1, words + 1))
    assert {marked(one.hits[0])[0][:-1] for one in found.episodes} == {"zeppel"}


@pytest.mark.parametrize(("most", "is_found"), [(20, True), (3, False)])
def test_rare_words_with_a_beginning_are_left_out_only_where_common_ones_fill_the_list(
    catalogue, monkeypatch, most, is_found
):
    """Five passages hold all common words, an older one a rare word: it counts where so many rows are fetched."""
    for module in ("asking", "evidence"):
        monkeypatch.setattr(f"episodes.store.search.{module}.FETCHED_IN_ALL", most)
    common = " ".join(f"zeppel{chr(97 + number)}" for number in range(FEW_BEGINNINGS))
    say(catalogue, 1, "They took the zeppelzz home.")
    for number in range(2, 7):
        say(catalogue, number, f"They said {common}.")

    found = find(catalogue, "zeppel*", limit=0)

    assert (1 in numbers(found)) == is_found
    assert found.total_is_exact == is_found


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("Merkurys", ["nobody is called 'Merkurys': 'mercouris' was taken"]),  # by its sound
        ("Mercourys", ["nobody is called 'Mercourys': 'mercouris' was taken"]),
        ("Mercouris", []),
    ],
)
def test_a_speaker_is_found_by_the_nearest_name(catalogue, typed, note):
    say(catalogue, 1, "The zeppelin is safe.", speakers=("Alexander Mercouris",))
    say(catalogue, 2, "The zeppelin is late.", speakers=("Ann Lee",))

    found = find(catalogue, "zeppelin", filters=Filters(speakers=(typed,)))

    assert numbers(found) == [1]
    assert list(found.notes) == note
