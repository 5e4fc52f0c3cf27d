"""Settings that several programs change at the same moment, or in which one is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from episodes.config.edit import create_settings, editing, save_show, set_base_url
from episodes.config.settings import load_config
from episodes.config.workspace import Workspace
from episodes.core.episode import Comment, Episode
from episodes.core.errors import StoreError, UsageError
from episodes.core.show import Show
from episodes.store.show_values import show_row
from episodes.studio import Studio

BEGIN = """
import sys, time
from dataclasses import replace
from pathlib import Path
from episodes.config.edit import editing
from episodes.core.show import Show
from episodes.studio import Studio

name = sys.argv[1]

def wait_for(file):
    while not Path(file).exists():
        time.sleep(0.001)
"""
#: A name more for the show that all share, then a show of its own, again and again.
EDITS = """
with Studio.open(Path()) as studio:
    book = studio.shows
    Path(f"{name}.ready").touch()
    wait_for("go")
    for count in range(8):
        book.change("talk", lambda show: replace(show, glossary=(*show.glossary, f"{name} {count}")))
        book.add(Show(slug=f"{name}-{count}", title=name))
"""
OTHER_SETTINGS = """
with Studio.open(Path()) as studio:
    book = studio.shows
    Path(f"{name}.ready").touch()
    wait_for("go")
    book.change("talk", lambda show: replace(show, **{name: "theirs"}))
"""
#: Comments shown on an episode's page, one by one.
APPROVALS = """
from episodes.cli.app import main

first = int(name)
Path(f"{name}.ready").touch()
wait_for("go")
for number in range(first, first + 8):
    assert main(["-q", "comments", "talk/1", "--approve", str(number)]) == 0
"""
HOLDS = """
with editing(Path("episodes.toml")):
    Path("episodes.toml.4711.part").touch()
    Path(f"{name}.ready").touch()
    time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path):
    settings = Workspace(tmp_path).settings
    create_settings(settings)
    save_show(settings, Show(slug="talk", title="Talk"))
    with Studio.open(tmp_path) as studio:
        assert studio.shows.get("talk").guid
    return tmp_path


def start(folder: Path, name: str, script: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", BEGIN + script, name], cwd=folder)


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


def race(folder: Path, names: tuple[str, ...], script: str) -> None:
    """Let programs begin at the same moment, and all end well."""
    running = [start(folder, name, script) for name in names]
    wait_until(lambda: all((folder / f"{name}.ready").exists() for name in names))
    (folder / "go").touch()
    assert [process.wait(60) for process in running] == [0 for _ in names]


def test_no_edit_is_lost_where_programs_race(folder):
    """Names that all add to one show, and shows that each adds: all are in the settings and in the database."""
    names = ("ann", "bo", "cy")

    race(folder, names, EDITS)

    shows = load_config(folder / "episodes.toml").shows
    wanted = {f"{name} {count}" for name in names for count in range(8)}
    assert set(shows["talk"].glossary) == wanted
    assert set(shows) == {"talk", *(entry.replace(" ", "-") for entry in wanted)}
    with Studio.open(folder) as studio:
        mirrored = {show.slug: show_row(show) for show in studio.reader.list_shows()}
    assert mirrored == {slug: show_row(show) for slug, show in shows.items()}


def test_programs_that_change_other_settings_of_a_show_keep_each_others(folder):
    """Each read the settings before the other wrote, and writes only what it was asked to."""
    race(folder, ("author", "copyright"), OTHER_SETTINGS)

    show = load_config(folder / "episodes.toml").shows["talk"]
    assert (show.author, show.copyright) == ("theirs", "theirs")


def test_programs_that_change_one_episode_keep_each_others_changes(folder):
    """Each shows eight of its comments, while the other shows the others."""
    comments = tuple(Comment(author=f"Reader {number}", text="Well said.") for number in range(1, 17))
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    episode = Episode(
        guid="talk-1", show="talk", slug="1-part", title="Part 1", number=1, published_at=moment, comments=comments
    )
    with Studio.open(folder) as studio:
        studio.catalogue.add_episode(episode)

    race(folder, ("1", "9"), APPROVALS)

    with Studio.open(folder) as studio:
        assert all(comment.approved for comment in studio.catalogue.get_episode("talk-1").comments)


def test_a_show_that_another_program_made_meanwhile_is_not_made_again(folder):
    """`add` refuses it, and `ensure` takes it as it is."""
    with Studio.open(folder) as early, Studio.open(folder) as late:
        assert "new" not in early.shows.shows
        made = late.shows.add(Show(slug="new", title="Theirs"))

        with pytest.raises(UsageError, match="there is a show 'new' already"):
            early.shows.add(Show(slug="new", title="Ours"))
        assert early.shows.ensure(Show(slug="new", title="Ours")) == made


def test_who_waits_too_long_is_told_and_a_killed_program_holds_nobody_up(folder):
    """One line names the program; after kill -9 the next edit goes through and clears away what was half-written."""
    settings = folder / "episodes.toml"
    holder = start(folder, "holder", HOLDS)
    try:
        wait_until((folder / "holder.ready").exists)
        told = rf"process {holder.pid}\) has been changing episodes.toml"
        with pytest.raises(StoreError, match=told), editing(settings, patience=0.1):
            pass
    finally:
        holder.kill()
        holder.wait()
    assert (folder / "episodes.toml.4711.part").exists()

    set_base_url(settings, "https://pods.example.org")

    assert load_config(settings).base_url == "https://pods.example.org"
    assert not list(folder.glob("*.part"))


def test_a_lock_whose_folder_is_deleted_while_somebody_waits_still_keeps_two_apart(folder):
    """The folder .episodes/ may be deleted at any time; who waited for the old file asks for the new one."""
    settings, lock = folder / "episodes.toml", folder / ".episodes" / "settings.lock"
    waiting = start(folder, "waiting", HOLDS)
    with editing(settings):
        wait_until(lambda: waiting.poll() is None and is_open(waiting.pid, lock))
        lock.unlink()
    try:
        wait_until((folder / "waiting.ready").exists)
        with pytest.raises(StoreError), editing(settings, patience=0.1):
            pass
    finally:
        waiting.kill()
        waiting.wait()


def is_open(process: int, file: Path) -> bool:
    """Whether a process has a file open, as /proc tells."""
    descriptors = Path(f"/proc/{process}/fd")
    if not descriptors.exists():
        pytest.skip("this system does not tell which files a process has open")
    return any(os.path.realpath(one) == str(file.resolve()) for one in descriptors.iterdir())


def test_settings_keep_their_mode_and_stay_a_link(tmp_path):
    """A file that only its owner may read, kept elsewhere and linked into the workspace."""
    real = tmp_path / "elsewhere" / "pods.toml"
    create_settings(real)
    real.chmod(0o600)
    (tmp_path / "desk").mkdir()
    settings = tmp_path / "desk" / "episodes.toml"
    settings.symlink_to(real)

    set_base_url(settings, "https://pods.example.org")

    assert settings.is_symlink()
    assert load_config(real).base_url == "https://pods.example.org"
    assert real.stat().st_mode & 0o777 == 0o600
