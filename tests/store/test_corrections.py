"""Corrections in the catalogue: all follows in one transaction, nothing a person wrote is lost, undo is exact."""

from __future__ import annotations

import dataclasses
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from episodes.core.corrections import Rule, effective_segments
from episodes.core.corrections.differences import Changes, changes
from episodes.core.corrections.values import Looked
from episodes.core.errors import NotFound, UsageError
from episodes.core.transcript import Segment
from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader
from store.samples import a_show, a_transcript, an_episode, numbered

GUID = "guid-338"
MERCOURIS = Rule(wrong="marcurius", right="Mercouris")


@pytest.fixture
def spoken(catalogue: Catalogue) -> Catalogue:
    catalogue.add_episode(an_episode())
    catalogue.save_transcript(GUID, a_transcript("Welcome.", "I am Marcurius in London.", "Bye."))
    return catalogue


def text_of(catalogue: Catalogue, guid: str = GUID) -> str:
    return catalogue.effective_transcript(guid).text


def change_line(catalogue: Catalogue, number: int, text: str, guid: str = GUID, **how: str) -> Changes:
    """Save another text in one line, as an editor does."""
    corrected = catalogue.corrections.find(guid)
    wanted = list(corrected.effective.segments)
    wanted[number] = dataclasses.replace(wanted[number], text=text, words=())
    found = changes(corrected.machine.segments, corrected.effective, wanted)
    catalogue.corrections.save_edits(guid, found, who="ann", **how)
    return found


def test_a_rule_mends_old_and_new_transcripts(spoken):
    affected = spoken.corrections.add_rule(MERCOURIS, who="ann")

    assert [(one.slug, [at for at, _ in one.places]) for one in affected] == [("338-syria", [5.0])]
    assert text_of(spoken) == "Welcome. I am Mercouris in London. Bye."
    spoken.save_transcript(GUID, a_transcript("This is Marcurius again."))
    assert text_of(spoken) == "This is Mercouris again."
    assert spoken.find_transcript(GUID).text == "This is Marcurius again."
    assert [use.hits for use in spoken.corrections.rules()] == [{GUID: 1}]


def test_a_rule_can_be_looked_at_first(spoken):
    before = spoken.revisions("quick-take")

    affected = spoken.corrections.preview_rule(MERCOURIS)

    assert affected[0].places[0][1].after == "I am Mercouris in London."
    assert (text_of(spoken), spoken.revisions("quick-take")) == ("Welcome. I am Marcurius in London. Bye.", before)


def test_a_rule_of_a_show_stays_there(spoken):
    spoken.save_show(a_show(slug="other"))
    spoken.add_episode(numbered(9, show="other"))
    spoken.save_transcript("guid-9", a_transcript("Marcurius."))
    spoken.corrections.add_rule(dataclasses.replace(MERCOURIS, show="other"), who="ann")

    assert (text_of(spoken), text_of(spoken, "guid-9")) == ("Welcome. I am Marcurius in London. Bye.", "Mercouris.")
    spoken.save_episode(numbered(9, show="quick-take"))
    assert text_of(spoken, "guid-9") == "Marcurius."


def test_only_affected_episodes_get_another_revision(spoken):
    spoken.add_episode(numbered(9))
    spoken.save_transcript("guid-9", a_transcript("Nothing here."))
    before = spoken.revisions("quick-take")
    spoken.corrections.add_rule(MERCOURIS, who="ann")
    fixed = spoken.revisions("quick-take")
    change_line(spoken, 0, "Hello.")
    edited = spoken.revisions("quick-take")
    spoken.corrections.undo(who="ann")
    spoken.corrections.undo(who="ann")

    assert before["guid-9"] == fixed["guid-9"] == edited["guid-9"]
    assert len({before[GUID], fixed[GUID], edited[GUID]}) == 3
    assert spoken.revisions("quick-take") == before


def test_an_edit_stays_when_the_episode_is_transcribed_anew(spoken):
    change_line(spoken, 1, "I am Alexander Mercouris in London.")
    spoken.save_transcript(GUID, a_transcript("Welcome I'm Mark Urius", "in London. Bye."))

    assert text_of(spoken) == "Welcome I am Alexander Mercouris in London. Bye."
    with Reader.open(spoken.path) as reader:
        assert reader.effective_transcript(GUID) == spoken.effective_transcript(GUID)
        assert [change.verb for change in reader.history(GUID)] == ["transcribe", "edit", "transcribe"]


def test_an_edit_without_a_place_is_kept(spoken):
    change_line(spoken, 1, "I am Alexander Mercouris in London.")
    spoken.save_transcript(GUID, a_transcript("Other words altogether", "whatever they mean"))

    assert [lost.edit.lines[0].text for lost in spoken.corrections.find(GUID).effective.lost] == [
        "I am Alexander Mercouris in London."
    ]
    assert "1 edits lost their place" in spoken.corrections.history(GUID)[-1].what
    spoken.save_transcript(GUID, a_transcript("Welcome.", "I'm Marcurius in London.", "Bye."))
    assert text_of(spoken) == "Welcome. I am Alexander Mercouris in London. Bye."


def test_what_is_kept_is_what_the_function_says(spoken):
    spoken.corrections.add_rule(MERCOURIS, who="ann")
    change_line(spoken, 0, "Hello Marcurius.")
    corrected = spoken.corrections.find(GUID)

    assert spoken.effective_transcript(GUID).segments == effective_segments(
        corrected.machine.segments, corrected.overlay
    )


def test_undo_goes_back_and_redo_forth(spoken):
    texts = [text_of(spoken)]
    change_line(spoken, 0, "Hello.")
    texts.append(text_of(spoken))
    change_line(spoken, 0, "Good day.")
    texts.append(text_of(spoken))

    spoken.corrections.undo(who="bo")
    assert text_of(spoken) == texts[1]
    undo = spoken.corrections.history(GUID)[-1]
    spoken.corrections.undo(guid=GUID, who="bo")
    assert text_of(spoken) == texts[0]
    with pytest.raises(NotFound):
        spoken.corrections.undo(who="bo")
    with pytest.raises(UsageError):
        spoken.corrections.undo(undo.id, who="bo")
    spoken.corrections.undo(spoken.corrections.history()[-1].id, who="bo")
    assert text_of(spoken) == texts[1]
    spoken.corrections.undo(undo.id, who="bo")
    assert text_of(spoken) == texts[2]


def test_what_others_rest_on_is_not_undone(spoken):
    change_line(spoken, 0, "Hello.")
    change_line(spoken, 0, "Good day.")
    first = next(change for change in spoken.corrections.history(GUID) if change.verb == "edit")

    with pytest.raises(UsageError, match="rests on"):
        spoken.corrections.undo(first.id, who="bo")


def test_rules_are_removed_and_known_ones_refused(spoken):
    spoken.corrections.add_rule(MERCOURIS, who="ann")
    with pytest.raises(UsageError):
        spoken.corrections.add_rule(MERCOURIS, who="ann")
    number = spoken.corrections.rules()[0].rule.id

    spoken.corrections.remove_rule(number, who="ann")

    assert "Marcurius" in text_of(spoken)
    assert spoken.corrections.rules() == []
    with pytest.raises(NotFound):
        spoken.corrections.remove_rule(number, who="ann")


def test_looks_are_kept(spoken):
    look = Looked(start=5, end=10, reason="low probability", text="I am Marcurius in London.")
    spoken.corrections.accept(GUID, [look], who="ann")

    assert spoken.corrections.find(GUID).looked == (look,)
    spoken.corrections.undo(who="ann")
    assert spoken.corrections.find(GUID).looked == ()


def searched(path: Path, words: str) -> list[str]:
    with Reader.open(path) as reader:
        return [hit.snippet for found in reader.search(words).episodes for hit in found.hits]


def test_search_follows(spoken):
    spoken.corrections.add_rule(MERCOURIS, who="ann")
    change_line(spoken, 0, "Guten Morgen.")

    assert searched(spoken.path, '"mercouris in london"')
    assert searched(spoken.path, '"guten morgen"')
    assert not searched(spoken.path, '"welcome"')


def dump(path: Path) -> dict[str, list]:
    """What the search index holds, whatever it is."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE name LIKE 'search%' AND type='table'"
            )
            if name in ("search_term", "search_episode")
        ]
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, 'search_speech', 'instance')")
        found = {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in tables}
        query = "SELECT term, doc, col, offset FROM temp.words ORDER BY 1, 2, 3, 4"
        return {**found, "speech": connection.execute(query).fetchall()}


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("fix"),
            st.sampled_from(["one", "two words", "six", "tree"]),
            st.sampled_from(["1", "a b c", "tree"]),
        ),
        st.tuples(st.just("unfix"), st.integers(0, 5), st.none()),
        st.tuples(
            st.just("edit"), st.integers(0, 200), st.sampled_from(["one", "quite other words", "two words six", ""])
        ),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(st.just("hear"), st.integers(1, 40), st.none()),
    ),
    max_size=8,
)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_is_what_it_would_be_made_anew(tmp_path_factory, steps):
    """After any fixes, edits, undos and transcriptions."""
    folder = tmp_path_factory.mktemp("index")
    words = ["one", "two", "words", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "tree"]
    with Catalogue.open(folder / "episodes.db") as catalogue:
        catalogue.save_show(a_show())
        for n in (1, 2):
            catalogue.add_episode(numbered(n))
            catalogue.save_transcript(f"guid-{n}", a_transcript(*[" ".join(words[k % 5 : k % 12]) for k in range(90)]))
        for kind, one, two in steps:
            try:
                if kind == "fix":
                    catalogue.corrections.add_rule(Rule(wrong=one, right=two, whole_word=True), who="x")
                elif kind == "unfix":
                    rules = catalogue.corrections.rules()
                    catalogue.corrections.remove_rule(rules[one % len(rules)].rule.id if rules else 1, who="x")
                elif kind == "edit":
                    count = len(catalogue.effective_transcript("guid-1").segments)
                    change_line(catalogue, one % count, two, "guid-1")
                elif kind == "undo":
                    catalogue.corrections.undo(who="x")
                else:
                    lines = [" ".join(words[(k * one) % 5 : (k + one) % 12]) for k in range(80)]
                    catalogue.save_transcript("guid-1", a_transcript(*lines))
            except (NotFound, UsageError):
                continue
            corrected = catalogue.corrections.find("guid-1")
            assert catalogue.effective_transcript("guid-1").segments == corrected.effective.segments
        live = dump(catalogue.path)
        catalogue.reindex()
        assert dump(catalogue.path) == live


KILLED = """
import dataclasses, sys
from episodes.core.corrections import Rule
from episodes.core.corrections.differences import changes
from episodes.store.catalogue import Catalogue
from pathlib import Path
from store.samples import a_transcript
catalogue = Catalogue.open(Path(sys.argv[1]))
for n in range(10_000):
    if n % 3 == 0:
        catalogue.corrections.add_rule(Rule(wrong=f"word{n}", right=f"right{n}"), who="x")
    elif n % 3 == 1:
        corrected = catalogue.corrections.find("guid-338")
        wanted = list(corrected.effective.segments)
        wanted[n % 10] = dataclasses.replace(wanted[n % 10], text=f"edit{n} {n % 10}")
        found = changes(corrected.machine.segments, corrected.effective, wanted)
        catalogue.corrections.save_edits("guid-338", found, who="x")
    else:
        lines = [f"line number {k} of ten, heard in way {n}" for k in range(10)]
        catalogue.save_transcript("guid-338", a_transcript(*lines))
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", [5, 12, 19])
def test_a_kill_loses_nothing(spoken, after):
    """What was told as saved is there after kill -9, and the file is sound."""
    spoken.save_transcript(GUID, a_transcript(*[f"line number {k} of ten" for k in range(10)]))
    tests = str(Path(__file__).resolve().parents[1])
    code = f"import sys; sys.path.insert(0, {tests!r})\n{KILLED}"
    process = subprocess.Popen([sys.executable, "-c", code, str(spoken.path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = [int(process.stdout.readline()) for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split()
    process.wait()
    process.stdout.close()
    done = max(told + [int(n) for n in rest])

    with Catalogue.open(spoken.path) as catalogue:
        rules = {use.rule.wrong for use in catalogue.corrections.rules()}
        corrected = catalogue.corrections.find(GUID)
        assert {f"word{n}" for n in range(0, done + 1, 3)} <= rules
        last = {n % 10: n for n in range(1, done + 1, 3)}  # later edits of a line replace earlier ones
        kept = " ".join(line.text for edit in corrected.overlay.edits for line in edit.lines)
        assert all(f"edit{n} " in kept for n in last.values())
        assert catalogue.effective_transcript(GUID).segments == corrected.effective.segments
    with closing(sqlite3.connect(spoken.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_lines_can_be_taken_out_and_put_in(spoken):
    corrected = spoken.corrections.find(GUID)
    first, *_ = corrected.effective.segments
    added = Segment(start=20, end=22, text="And one more.", speaker="Ann")
    found = changes(corrected.machine.segments, corrected.effective, [first, added])
    spoken.corrections.save_edits(GUID, found, who="ann")

    assert [s.text for s in spoken.effective_transcript(GUID).segments] == ["Welcome.", "And one more."]
