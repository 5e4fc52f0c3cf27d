"""What the last build made, as it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from episodes.workflow.ledger import Ledger


def load(folder: Path) -> Ledger:
    return Ledger.load(folder / "state" / "talk.built.json", web=folder / "web", root=folder)


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    """Files of three units: one of two files, one with nothing, one with letters that not all encodings have."""
    paths = ["talk/a.html", "talk/b.html", "talk/ü \u2028.html"]
    for path in [*(f"web/{path}" for path in paths), "media.mp3"]:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    ledger = load(tmp_path)
    ledger.put("two", "1", paths[:2], [tmp_path / "media.mp3"])
    ledger.put("none", "2", [])
    ledger.put("ü", "3", paths[2:])
    ledger.save("all", {"what": "talk"})
    return paths


def test_what_was_made_stands_until_a_stamp_or_a_file_is_another(tmp_path, pages):
    ledger = load(tmp_path)

    assert ledger.stands("all")
    assert not ledger.stands("other")
    assert (ledger.facts, ledger.files) == ({"what": "talk"}, 3)
    assert [ledger.keep("two", "1"), ledger.keep("none", "2"), ledger.keep("ü", "3")] == [True, True, True]
    assert [ledger.keep("two", "2"), ledger.keep("new", "1")] == [False, False]
    assert ledger.paths(["ü", "none", "two"]) == [pages[2], *pages[:2]]
    assert ledger.paths(["none"]) == []


@pytest.mark.parametrize("touched", ["web/talk/b.html", "media.mp3"])
def test_a_file_that_was_changed_or_is_gone_makes_its_unit_again_and_no_other(tmp_path, pages, touched):
    for harm in (lambda file: file.write_bytes(b"more"), Path.unlink):
        harm(tmp_path / touched)
        ledger = load(tmp_path)

        assert not ledger.stands("all")
        assert [ledger.keep("two", "1"), ledger.keep("ü", "3")] == [False, True]
        assert ledger.touched("two") == (["talk/b.html"] if touched.startswith("web/") else [])


def test_what_was_kept_is_kept_on(tmp_path, pages):
    ledger = load(tmp_path)
    ledger.keep("ü", "3")
    ledger.save("all", {})

    assert load(tmp_path).keep("ü", "3")
    assert not load(tmp_path).keep("two", "1")


@pytest.mark.parametrize("name", ["a\ttab", "two\nlines"])
def test_a_unit_whose_name_cannot_be_written_is_made_each_time(tmp_path, pages, name):
    """And its show never stands as a whole, so that somebody looks at the unit."""
    ledger = load(tmp_path)
    ledger.keep("ü", "3")
    ledger.put(name, "4", ["talk/a.html"])
    ledger.save("all", {})

    assert load(tmp_path).keep("ü", "3")
    assert not load(tmp_path).keep(name, "4")
    assert not load(tmp_path).stands("all")


def test_a_damaged_file_is_as_good_as_none(tmp_path, pages):
    file = tmp_path / "state" / "talk.built.json"
    whole = file.read_bytes()
    older = b'{"stamp": "all", "facts": {}, "units": {"two": ["1", "talk/a.html", "", "1.1"]}}'
    for text in (b"", b"{", b"[]", whole[:-40], whole.rpartition(b"\n")[0], whole.replace(b"\t", b" "), b"\xff", older):
        file.write_bytes(text)

        assert not load(tmp_path).keep("two", "1"), text
        assert not load(tmp_path).stands("all"), text


def test_a_part_of_a_unit_stands_while_the_rest_is_made_again(tmp_path, pages):
    """Files of which the part is the same stand, unless somebody touched them."""
    ledger = load(tmp_path)
    ledger.put("two", "1", pages[:2], part="p")
    ledger.save("all", {})
    (tmp_path / "web" / pages[1]).write_bytes(b"other")

    ledger = load(tmp_path)
    assert ledger.untouched("two", "p") == [pages[0]]
    assert ledger.untouched("two", "q") == []
    assert ledger.untouched("new", "p") == []
