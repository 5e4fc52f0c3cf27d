"""The index of what is said: made once, made again only when something to be found changed."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from episodes import site
from episodes.core.errors import PublishError
from episodes.core.publication import Publication, ShowPublication
from episodes.core.transcript import Segment
from episodes.site.search import Indexed, SiteSearch, find_program
from episodes.site.search.documents import write_document
from web.examples import EPISODE, SHOW, a_publication, a_show


@pytest.fixture
def search(tmp_path: Path) -> SiteSearch:
    program = find_program()
    if not program:
        pytest.skip("Pagefind is not here; the extra site-search brings it")
    return SiteSearch(root=tmp_path / "web", state=tmp_path / "state", program=program)


def index(search: SiteSearch, publication: ShowPublication) -> Indexed:
    for one in publication.episodes:
        search.keep(one, publication.show)
    return search.index(publication.show, [one.episode.slug for one in reversed(publication.episodes)])


def files(root: Path) -> dict[str, tuple[int, bytes]]:
    found = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): (file.stat().st_mtime_ns, file.read_bytes()) for file in found}


def fragments(root: Path) -> list[dict]:
    packed = root.rglob("*.pf_fragment")
    return [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in packed]


def said(text: str, speaker: str = "Ann Lee", at: float = 6.5) -> Publication:
    return a_publication(EPISODE, segments=(Segment(start=at, end=at + 5, text=text, speaker=speaker),))


def test_an_index_is_what_browsers_need_and_no_more(search):
    """No interface of the indexer's own, no module of languages that are not spoken."""
    indexed = index(search, a_show(older=2))

    names = {Path(name).name for name in files(search.root)}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"} <= names
    assert not [name for name in names if "-ui" in name or name.endswith(".css") or "unknown" in name]
    assert indexed.bytes == sum(len(content) for name, (_, content) in files(search.root).items() if "/." not in name)


def test_segments_are_found_with_anchor_time_and_speaker(search):
    """The names of speakers may hold anything."""
    show = a_show(older=0)
    index(search, replace(show, episodes=(said('Zebras & "quaggas" <graze>', "Łucja ~ O’Hara <b>"),)))

    (fragment,) = fragments(search.root)
    assert 'Zebras & "quaggas" <graze>' in fragment["content"]
    assert fragment["anchors"][-1]["id"] == "s0~6~%C5%81ucja%20~%20O%E2%80%99Hara%20%3Cb%3E"
    assert fragment["meta"]["folder"] == "338-the-bridge"
    assert fragment["meta"]["date"] == "3 March 2026"


def test_the_same_is_made_of_the_same(search, tmp_path):
    """Byte for byte, in another folder."""
    other = SiteSearch(root=tmp_path / "b/web", state=tmp_path / "b/state", program=search.program)
    index(search, a_show(older=5))
    index(other, a_show(older=5))

    assert {n: c for n, (_, c) in files(search.root).items()} == {n: c for n, (_, c) in files(other.root).items()}


def test_nothing_new_touches_nothing(search):
    """Nor is the indexer run: one that cannot be run is no trouble."""
    index(search, a_show(older=2))
    before = files(search.root)

    again = index(search, a_show(older=2))

    assert not again.report.changed
    assert again.bytes > 0
    assert files(search.root) == before


def test_a_changed_word_is_found_and_the_old_one_is_gone(search):
    """Files of the old index are removed."""
    show = a_show(older=0)
    index(search, replace(show, episodes=(said("A zebra."),)))

    changed = index(search, replace(show, episodes=(said("A quagga."),)))

    assert changed.report.written
    assert changed.report.removed
    assert [one["content"].endswith("A quagga.") for one in fragments(search.root)] == [True]


def test_a_removed_episode_is_found_no_more(search):
    """Its document is forgotten."""
    index(search, a_show(older=2))
    index(search, replace(a_show(older=2), episodes=a_show(older=2).episodes[1:]))

    assert {one["meta"]["folder"] for one in fragments(search.root)} == {"2-part", "1-part"}


def test_a_new_episode_makes_only_the_newest_part_again(search):
    """The hundred before it stands untouched; a change there leaves the newest alone."""
    index(search, a_show(older=104))
    before = files(search.root / "search/quick-take")

    added = index(search, a_show(older=105))
    after = files(search.root / "search/quick-take")

    assert search.indexes("quick-take") == ("quick-take/newest", "quick-take/hundreds")
    assert {path.split("/")[2] for path in added.report.written} == {"newest"}
    assert {n: v for n, v in after.items() if n.startswith("hundreds/")} == {
        n: v for n, v in before.items() if n.startswith("hundreds/")
    }

    show = a_show(older=105)
    old = replace(show.episodes[-1], episode=replace(show.episodes[-1].episode, title="A quagga"))
    edited = index(search, replace(show, episodes=(*show.episodes[:-1], old)))
    assert {path.split("/")[2] for path in edited.report.written} == {"hundreds"}
    assert len(fragments(search.root)) == 106


def test_a_part_that_is_no_more_needed_is_taken_away(search):
    """The episodes that it held are in the other."""
    index(search, a_show(older=100))

    index(search, a_show(older=99))

    assert search.indexes("quick-take") == ("quick-take/newest",)
    assert len(fragments(search.root)) == 100


def test_an_index_in_one_piece_gives_way(search):
    """As earlier versions made it, with the list of its files."""
    folder = search.root / "search/quick-take"
    folder.mkdir(parents=True)
    (folder / "pagefind-entry.json").write_text("{}")
    (folder / ".built").write_text("search/quick-take/pagefind-entry.json\n")

    index(search, a_show(older=1))

    assert not (folder / "pagefind-entry.json").exists()
    assert search.indexes("quick-take") == ("quick-take/newest",)


def test_without_the_program_an_old_index_is_taken_away(search):
    """Pages without a search leave no index to be out of date."""
    index(search, a_show(older=2))

    gone = index(replace(search, program=None), a_show(older=2))

    assert gone.bytes == 0
    assert gone.report.removed
    assert not list(search.root.rglob("pagefind*"))


def test_a_program_that_fails_is_said_in_words(search, tmp_path):
    """And the old index stays."""
    index(search, a_show(older=0))
    before = {name for name in files(search.root) if "/." not in name}
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho no good >&2\nexit 3\n")
    broken.chmod(0o755)

    with pytest.raises(PublishError, match="no good") as raised:
        index(replace(search, program=broken), replace(a_show(older=0), episodes=(said("New."),)))

    assert raised.value.hint
    assert {name for name in files(search.root) if "/." not in name} == before


@pytest.mark.parametrize("language", ["de", "zh-Hans", "tlh", "x", ""])
def test_every_language_has_an_index(search, language):
    """Known to the indexer or not."""
    show = replace(a_show(older=1), show=replace(SHOW, language=language))

    assert index(search, show).bytes > 0


def test_hostile_text_stays_text():
    """What people wrote becomes no element of the document."""
    attack = "</div><i id=s1~2~x></i><script>alert(1)</script>"
    publication = said(attack, speaker=attack)
    episode = replace(publication.episode, title=attack, summary=attack, notes=attack)

    tree = html.fromstring(write_document(replace(publication, episode=episode), replace(SHOW, title=attack)).decode())

    assert not tree.xpath("//script")
    assert [one.get("id").split("~")[0] for one in tree.xpath("//i")] == ["notes", "s0"]


def test_pages_have_a_search_only_where_there_is_one():
    """A box that leads nowhere is worse than none."""
    show = a_show()

    without = dict([*site.render_show(show), *site.render_home([show])])
    searchable = replace(show, searchable=True, indexes=("quick-take/newest",))
    having = dict([*site.render_show(searchable), *site.render_home([searchable])])

    assert not [path for path, content in without.items() if b'role="search"' in content]
    assert "search/index.html" not in without
    assert b'action="../../search/"' in having["quick-take/338-the-bridge/index.html"]
    assert b'action="search/"' in having["index.html"]
    policies = {path for path, content in having.items() if b"wasm-unsafe-eval" in content}
    assert policies == {"search/index.html"}
