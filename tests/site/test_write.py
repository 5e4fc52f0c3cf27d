"""Writing the web root: whole files, only those that change, and none that are not ours."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from episodes.core.errors import PublishError
from episodes.site.write import Writer
from web.writing import write_tree


def tree(root: Path) -> dict[str, bytes]:
    files = (file for file in root.rglob("*") if file.is_file() and file.name != ".built")
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def test_a_second_build_writes_nothing(tmp_path):
    """Nor does it touch a time stamp."""
    files = [("a/index.html", b"one"), ("b.xml", b"two")]
    write_tree(tmp_path, files)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}

    report = write_tree(tmp_path, files)

    assert (report.written, report.unchanged, report.removed) == ((), 2, ())
    assert before == {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}


def test_only_what_changed_is_written(tmp_path):
    """Also where the length stays the same."""
    write_tree(tmp_path, [("a", b"one"), ("b", b"two")])

    report = write_tree(tmp_path, [("a", b"one"), ("b", b"TWO")])

    assert (report.written, report.unchanged, report.bytes_written) == (("b",), 1, 3)


def test_what_is_no_longer_made_is_removed_with_its_folder(tmp_path):
    """But a producer's own file in the same place stays."""
    write_tree(tmp_path, [("a/old/index.html", b"1"), ("a/both/index.html", b"2")])
    (tmp_path / "a/both/my.txt").write_bytes(b"mine")

    report = write_tree(tmp_path, [("a/new/index.html", b"3")])

    assert report.removed == ("a/both/index.html", "a/old/index.html")
    assert tree(tmp_path) == {"a/both/my.txt": b"mine", "a/new/index.html": b"3"}
    assert not (tmp_path / "a/old").exists()


def test_each_scope_removes_only_its_own(tmp_path):
    """Building one show leaves the others and the pages above alone."""
    write_tree(tmp_path, [("one/a", b"1")], scope="one")
    write_tree(tmp_path, [("two/a", b"2")], scope="two")
    write_tree(tmp_path, [("index.html", b"3")])

    write_tree(tmp_path, [("one/b", b"4")], scope="one")

    assert tree(tmp_path) == {"one/b": b"4", "two/a": b"2", "index.html": b"3"}


def test_a_kept_file_stays_without_its_content(tmp_path):
    """An incremental build says of most pages only that they stand."""
    write_tree(tmp_path, [("a", b"one"), ("b", b"two")])

    report = write_tree(tmp_path, [("a", None), ("b", b"two")])

    assert report.unchanged == 2
    assert tree(tmp_path) == {"a": b"one", "b": b"two"}


def test_a_build_that_stops_removes_nothing(tmp_path):
    """Without `finish` the old pages stay as they were."""
    write_tree(tmp_path, [("a", b"one")])

    Writer(tmp_path).write("b", b"two")

    assert tree(tmp_path) == {"a": b"one", "b": b"two"}


@pytest.mark.parametrize("path", ["../out", "/etc/out", "a/../../out", "", "a\0b"])
def test_no_path_leads_out_of_the_root(tmp_path, path):
    """A slug of two dots must not reach the folder above."""
    with pytest.raises(PublishError):
        Writer(tmp_path / "root").write(path, b"x")


def test_a_full_disk_is_said_in_words_and_leaves_no_half_file(tmp_path, monkeypatch):
    """The old page stands, and no .part file is left."""
    write_tree(tmp_path, [("a", b"one")])

    def full(file: Path, content: bytes) -> int:
        with file.open("wb") as half:
            half.write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(PublishError, match="disk is full") as raised:
        write_tree(tmp_path, [("a", b"two")])

    assert raised.value.hint
    assert tree(tmp_path) == {"a": b"one"}


def test_a_folder_in_the_way_is_said_in_words(tmp_path):
    """Not as a traceback."""
    (tmp_path / "a/b").mkdir(parents=True)

    with pytest.raises(PublishError, match="cannot write a"):
        write_tree(tmp_path, [("a", b"one")])


def test_a_file_that_this_build_made_is_not_taken_away(tmp_path):
    """Two episodes that swap short names: the files of the second are the first one's by the time it is written."""
    write_tree(tmp_path, [("a", b"one"), ("b", b"two")])
    writer = Writer(tmp_path)

    writer.write("b", b"one")
    writer.discard("b")
    writer.discard("a")

    assert tree(tmp_path) == {"b": b"one"}
