"""Which passages are worth reading, as far as the index alone tells."""

from __future__ import annotations

from episodes.store.search.candidates import PRESELECTED, best_windows
from episodes.store.search.evidence import Evidence, by_episode
from episodes.store.search.passages import ROOM
from episodes.store.search.sought import FORM, Sought, Way


def test_among_very_many_passages_the_exact_ones_are_read_whatever_their_place_in_the_episode():
    each = 100
    episodes = range(1, 2 * PRESELECTED // each)
    rows = {episode * ROOM + number: FORM for episode in episodes for number in range(each)}
    exact = {episode * ROOM + (7 * episode) % each for episode in episodes}
    rows |= dict.fromkeys(exact, 1.0)
    project = Sought("project", [Way(("project",)), Way(("projects",), FORM)])
    project.rows, project.weight = len(rows), 2.0
    evidence = Evidence(1)
    evidence.speech, evidence.fetched, evidence.density = [rows], [True], [by_episode(sorted(rows))]

    windows = best_windows([project], evidence, count=40, each=4)

    best = windows[: len({window.episode for window in windows})]
    assert len(best) >= 10
    assert {window.row for window in best} <= exact
    assert [window.episode for window in best] == sorted(episodes, reverse=True)[: len(best)]  # the newest first


def test_passages_are_counted_by_episode():
    rows = [5 * ROOM, 5 * ROOM + 3, 7 * ROOM + ROOM - 1, 8 * ROOM]

    assert by_episode(rows) == {5: 2, 7: 1, 8: 1}
    assert by_episode([]) == {}
