"""`episodes sync`, `match`, `unmatch`: one talk under several sources is one episode, once."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import feedparser
import pytest

from cli.loopback import audio_page, babble, quiet, served, video_page, write_media
from conftest import run_cli
from episodes.core.transcript import Fingerprint, Heard
from episodes.store.catalogue import Catalogue
from episodes.workflow.resting import RestingSources
from media.servers import Call, serving

#: Seconds that the videos' sound lies after (before) the audio's.
OFFSETS = (4.2, -2.5, 11.75)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three talks as audio and, with other beginnings and levels, as video."""
    folder = tmp_path_factory.mktemp("talks")
    for number, offset in enumerate(OFFSETS):
        talk = babble(number, 40 + 3 * number)
        write_media(folder / f"a{number}.mp3", talk)
        film = np_concatenate(quiet(max(0, offset)), (talk[int(max(0, -offset) * 16000) :] * 0.5).astype("int16"))
        write_media(folder / f"v{number}.mp4", film, video=True)
    return folder


def np_concatenate(*parts):
    import numpy as np

    return np.concatenate(parts)


@pytest.fixture
def site(tmp_path: Path, talks: Path):
    """The site on loopback: a folder that tests may change, and its address."""
    folder = tmp_path / "site"
    shutil.copytree(talks, folder)
    (folder / "audio.html").write_text(
        audio_page([("a0.mp3", "Morning"), ("a1.mp3", "Printing"), ("a2.mp3", "The end")])
    )
    films = [("v2.mp4", "Quite another name"), ("v0.mp4", "Live from the desk"), ("v1.mp4", "Gutenberg and friends")]
    (folder / "video.html").write_text(video_page(films))
    with served(folder) as address:
        yield folder, address


@pytest.fixture
def desk(tmp_path: Path, site) -> Path:
    """A workspace with a show whose source is the audio page."""
    folder = tmp_path / "desk"
    folder.mkdir()
    assert run_cli(folder, "show", "add", "talk", "--title", "Talks") == 0
    assert run_cli(folder, "source", "add", "talk", f"{site[1]}/audio.html") == 0
    return folder


def media(folder: Path) -> list[tuple]:
    with sqlite3.connect(folder / "episodes.db") as connection:
        query = (
            "SELECT e.guid, e.slug, e.published_at, m.kind, m.media_key, m.offset FROM medium m "
            "JOIN episode e ON e.id = m.episode_id ORDER BY e.slug, m.kind"
        )
        found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_video_that_comes_later_joins_its_audio(desk, site, capsys):
    """Other order, other titles: three episodes, six media, offsets right, GUIDs and dates as before."""
    assert run_cli(desk, "sync") == 0
    before = media(desk)
    assert run_cli(desk, "source", "add", "talk", f"{site[1]}/video.html", "--as", "video") == 0

    assert run_cli(desk, "sync") == 0

    after = media(desk)
    assert {row[:3] for row in after} == {row[:3] for row in before}
    assert len(before) == 3
    assert len(after) == 6
    offsets = {row[1]: row[5] for row in after if row[3] == "video"}
    assert offsets == pytest.approx({"morning": 4.2, "printing": -2.5, "the-end": 11.75}, abs=0.2)
    assert all(bool(row[4]) == (row[3] == "audio") for row in after)


def test_what_a_page_does_not_date_waits_for_a_date(desk, site, capsys):
    """It was out before today: nobody publishes it as of today, and the first item that knows its day dates it."""

    def published() -> dict[str, str]:
        capsys.readouterr()
        assert run_cli(desk, "build") == 0
        said = capsys.readouterr().err
        entries = feedparser.parse(feed.read_bytes()).entries
        assert said.count("its date is a guess") == 3 - len(entries)
        return {entry.title: entry.published for entry in entries}

    feed = desk / "feeds/talk/feed.xml"
    assert run_cli(desk, "sync") == 0
    assert published() == {}

    days = {"Morning": "Mon, 04 Mar 2024 08:00:00 +0000", "Printing": "Tue, 05 Mar 2024 08:00:00 +0000"}
    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid><pubDate>{day}</pubDate>"
        f"<enclosure url='a{number}.mp3?from=feed' type='audio/mpeg' length='0'/></item>"
        for number, (title, day) in enumerate(days.items())
    )
    (site[0] / "feed.xml").write_text(f"<rss version='2.0'><channel><title>Talks</title>{items}</channel></rss>")
    assert run_cli(desk, "source", "add", "talk", f"{site[1]}/feed.xml") == 0
    assert run_cli(desk, "sync") == 0
    assert published() == days

    assert run_cli(desk, "edit", "talk/the-end", "date=2024-03-06") == 0
    assert published().keys() == {*days, "The end"}


def test_a_second_run_changes_nothing_and_says_so(desk, site, capsys):
    """Cron may run it every hour."""
    run_cli(desk, "source", "add", "talk", f"{site[1]}/video.html", "--as", "video", "--download")
    assert run_cli(desk, "sync") == 0
    before = media(desk)
    capsys.readouterr()

    assert run_cli(desk, "sync") == 0

    assert "nothing new" in capsys.readouterr().err
    assert media(desk) == before
    assert len([row for row in before if row[3] == "video" and row[4]]) == 3


def test_one_bad_item_does_not_stop_the_rest(desk, site, capsys):
    """It is named with its reason, the exit code is 1, and the next run tries again."""
    folder, _ = site
    (folder / "a1.mp3").rename(folder / "hidden")

    assert run_cli(desk, "sync") == 1

    assert "Printing" in capsys.readouterr().err
    assert len(media(desk)) == 2
    (folder / "hidden").rename(folder / "a1.mp3")
    assert run_cli(desk, "sync") == 0
    assert len(media(desk)) == 3


def test_a_source_whose_address_is_none_does_not_stop_the_rest(desk, capsys):
    """It is named, and the others are brought in. It cannot be added, but be written into the settings."""
    assert run_cli(desk, "source", "add", "talk", "http://[::1/feed.xml") == 2
    settings = desk / "episodes.toml"
    settings.write_text(settings.read_text() + "\n[[shows.talk.sources]]\nurl = 'http://[::1/feed.xml'\n")

    assert run_cli(desk, "sync") == 1

    assert "http://[::1/feed.xml is no web address" in capsys.readouterr().err
    assert len(media(desk)) == 3


def test_nobody_reads_a_password_in_what_a_run_tells(desk, capsys):
    """Runs of cron jobs are mailed and kept."""
    assert run_cli(desk, "source", "add", "talk", "http://ann:secret@127.0.0.1:1/feed.xml") == 0
    capsys.readouterr()

    assert run_cli(desk, "sync") == 1

    told = capsys.readouterr()
    assert "127.0.0.1:1/feed.xml" in told.err
    assert "secret" not in told.out + told.err
    for more in ([], ["--json"]):
        assert run_cli(desk, "source", "list", *more) == 0
        assert "secret" not in capsys.readouterr().out
    assert run_cli(desk, "source", "remove", "talk", "http://127.0.0.1:1/feed.xml") == 0
    assert "secret" not in (desk / "episodes.toml").read_text()


def test_waiting_times_grow(desk, site, capsys):
    """After a second failure the item waits; the run says until when."""
    (site[0] / "a1.mp3").unlink()
    assert run_cli(desk, "sync") == 1
    assert run_cli(desk, "sync") == 1
    capsys.readouterr()

    assert run_cli(desk, "sync") == 0

    assert "waits until" in capsys.readouterr().err


def resting_behind_its_page(call: Call) -> None:
    """A page with one recording, on a server that wants two days of rest from all else."""
    if call.path == "/audio.html":
        call.reply(audio_page([("a.mp3", "Morning")]).encode(), Content_Type="text/html")
    else:
        call.reply(b"", "429 Too Many Requests", Retry_After=2 * 86_400)


def test_a_server_that_asks_for_rest_is_left_alone_as_long_as_it_says(tmp_path, capsys):
    """Not only the hour that a failure costs: the next run does not ask for the item again."""
    with serving(resting_behind_its_page) as server:
        assert run_cli(tmp_path, "show", "add", "talk", "--title", "Talks") == 0
        assert run_cli(tmp_path, "source", "add", "talk", f"{server.url}/audio.html") == 0
        assert run_cli(tmp_path, "sync") == 1
        assert "asks to be left alone until" in capsys.readouterr().err
        asked = [call.path for call in server.calls].count("/a.mp3")

        assert run_cli(tmp_path, "sync") == 0

        said = re.search(r"waits until (\S+) ", capsys.readouterr().err)
        assert said is not None
        assert date.fromisoformat(said[1]) - datetime.now(UTC).date() >= timedelta(days=1)
        assert [call.path for call in server.calls].count("/a.mp3") == asked == 1


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_source_that_asks_for_rest_is_not_asked_for_its_list_before(tmp_path, capsys, status):
    """It is asked once, not in every run; waiting is no failure, and a dry run waits too."""
    with serving(lambda call: call.reply(b"", status, Retry_After=2 * 86_400)) as server:
        assert run_cli(tmp_path, "show", "add", "talk", "--title", "Talks") == 0
        assert run_cli(tmp_path, "source", "add", "talk", f"{server.url}/feed.xml") == 0
        before = len(server.calls)
        assert run_cli(tmp_path, "sync") == 1
        asked = len(server.calls)
        capsys.readouterr()

        assert run_cli(tmp_path, "sync") == 0
        assert run_cli(tmp_path, "sync", "--dry-run") == 0

        said = re.search(r"waits until (\S+) .*/feed.xml", capsys.readouterr().err)
        assert said is not None
        assert date.fromisoformat(said[1]) - datetime.now(UTC).date() >= timedelta(days=1)
        assert len(server.calls) == asked == before + 1


def test_a_source_is_asked_again_once_its_rest_is_over(tmp_path, capsys):
    """A damaged note of it holds nobody up."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    resting = RestingSources(file=tmp_path / "state" / "resting.json")
    resting.leave("https://me:secret@example.org/feed", now + timedelta(hours=2), now)

    assert resting.until("https://example.org/feed", now) == now + timedelta(hours=2)
    assert resting.until("https://example.org/feed", now + timedelta(hours=2)) is None
    assert resting.until("https://example.org/other", now) is None
    assert "secret" not in resting.file.read_text()
    resting.file.write_text('["https://example.org/feed"]')
    assert resting.until("https://example.org/feed", now) is None


def test_a_host_that_rests_is_asked_for_no_other_list_either(tmp_path, capsys):
    """What it said of a medium holds for the feed of the next show."""
    with serving(resting_behind_its_page) as server:
        for show, path in (("a-talk", "audio.html"), ("b-talk", "feed.xml")):
            assert run_cli(tmp_path, "show", "add", show, "--title", show) == 0
            assert run_cli(tmp_path, "source", "add", show, f"{server.url}/{path}") == 0
        assert run_cli(tmp_path, "sync") == 1
        assert capsys.readouterr().err.count("left alone until") == 2

        assert "/feed.xml" not in [call.path for call in server.calls]


def test_what_disappears_is_marked_and_stays(desk, site, capsys):
    """The record is the producer's, not the site's."""
    assert run_cli(desk, "sync") == 0
    (site[0] / "audio.html").write_text(audio_page([("a0.mp3", "Morning"), ("a1.mp3", "Printing")]))
    capsys.readouterr()

    assert run_cli(desk, "sync") == 0

    assert "gone at its source: The end" in capsys.readouterr().err
    assert len(media(desk)) == 3
    assert run_cli(desk, "source", "list", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["gone"] == 1


def test_a_dry_run_changes_nothing(desk, capsys):
    """It says what it would do."""
    assert run_cli(desk, "sync", "--dry-run") == 0

    assert "would add: Morning" in capsys.readouterr().err
    assert media(desk) == []


def test_the_limit_takes_some_and_the_rest_later(desk, capsys):
    """A large channel comes in pieces."""
    assert run_cli(desk, "sync", "--limit", "2") == 0
    assert len(media(desk)) == 2

    assert run_cli(desk, "sync", "--limit", "2") == 0
    assert len(media(desk)) == 3


def test_the_filter_of_a_source_leaves_out_what_it_says(tmp_path, site, capsys):
    """By title and by length; a changed filter looks again."""
    run_cli(tmp_path, "show", "add", "talk", "--title", "Talks")
    run_cli(tmp_path, "source", "add", "talk", f"{site[1]}/audio.html", "--match", "Mor|end", "--min-duration", "42")

    assert run_cli(tmp_path, "sync") == 0
    assert [row[1] for row in media(tmp_path)] == ["the-end"]

    settings = tmp_path / "episodes.toml"
    settings.write_text(settings.read_text().replace("min_duration = 42.0", "min_duration = 10.0"))
    assert run_cli(tmp_path, "sync") == 0
    assert [row[1] for row in media(tmp_path)] == ["morning", "the-end"]


def test_a_file_that_turns_out_shorter_than_the_source_wants_is_passed_over_once(site, tmp_path, capsys):
    folder, address = site
    items = "".join(
        f"<item><title>{title}</title><guid>{file}</guid>"
        f"<enclosure url='{address}/{file}' type='audio/mpeg' length='0'/></item>"
        for file, title in (("a0.mp3", "Morning"), ("a1.mp3", "Printing"))
    )
    (folder / "feed.xml").write_text(f"<rss version='2.0'><channel><title>Talk</title>{items}</channel></rss>")
    desk = tmp_path / "short"
    assert run_cli(tmp_path, "init", str(desk)) == 0
    assert run_cli(desk, "show", "add", "talk", "--title", "Talks") == 0
    assert run_cli(desk, "source", "add", "talk", f"{address}/feed.xml", "--min-duration", "42") == 0
    assert run_cli(desk, "sync", "--no-transcribe") == 0
    assert run_cli(desk, "sync", "--no-transcribe") == 0
    assert "nothing new" in capsys.readouterr().err
    with closing(sqlite3.connect(desk / "episodes.db")) as opened:
        assert opened.execute("SELECT title FROM episode").fetchall() == [("Printing",)]
    assert len([*desk.rglob("*.mp3")]) == 1


def test_the_hook_gets_each_new_record(desk, capsys):
    """A shell command of the settings, with JSON on its standard input."""
    with (desk / "episodes.toml").open("a") as settings:
        settings.write("\n[hooks]\nnew_episode = 'cat >> new.jsonl; echo >> new.jsonl'\n")

    assert run_cli(desk, "sync") == 0
    assert run_cli(desk, "sync") == 0

    records = [json.loads(line) for line in (desk / "new.jsonl").read_text().splitlines()]
    assert {record["title"] for record in records} == {"Morning", "Printing", "The end"}


def test_a_hook_that_fails_is_told_with_the_way_to_run_it_again(desk, capsys):
    """The episodes are there, so the next sync does not come to them again, and nothing says that it does."""
    with (desk / "episodes.toml").open("a") as settings:
        settings.write("\n[hooks]\nnew_episode = 'cat > got.json; test -f ok || (echo too bad >&2; exit 3)'\n")

    assert run_cli(desk, "sync") == 1

    told = capsys.readouterr().err
    assert told.count("ended with 3: too bad; the episode is there all the same") == 3
    assert "the hook failed for 3 episodes; all else is done" in told
    assert "sync tries again" not in told
    assert len(media(desk)) == 3
    assert run_cli(desk, "sync") == 0
    again = re.findall(r"run it again with `episodes (info \S+ --json) \| \((.*)\)`", told)
    assert len({said for said, _ in again}) == 3
    capsys.readouterr()
    assert run_cli(desk, *again[0][0].split()) == 0
    record = json.loads(capsys.readouterr().out)
    assert json.loads((desk / "got.json").read_text()).keys() <= record.keys()


def test_a_running_sync_keeps_a_second_one_out(desk, capsys):
    """The message names the process; nothing is changed."""
    from episodes.workflow.lock import locked

    with locked(desk / ".episodes" / "sync.lock", "sync"):
        code = run_cli(desk, "sync")

    assert code == 1
    assert "running already" in capsys.readouterr().err
    assert media(desk) == []


def test_unmatch_undoes_and_match_joins_again(desk, site, capsys):
    """A parted video is an episode of its own and stays one until a person says otherwise."""
    run_cli(desk, "source", "add", "talk", f"{site[1]}/video.html", "--as", "video")
    assert run_cli(desk, "sync") == 0
    joined = media(desk)

    assert run_cli(desk, "unmatch", "talk/morning") == 0
    parted = media(desk)
    assert len({row[0] for row in parted}) == 4
    assert run_cli(desk, "sync") == 0
    assert media(desk) == parted

    assert run_cli(desk, "match", "talk/morning", "Live from the desk") == 0
    assert media(desk) == joined


@pytest.fixture
def asked(tmp_path, site, capsys) -> Path:
    """A workspace where an item with alike title and other sound waits for an answer."""
    folder, address = site
    write_media(folder / "other.mp4", babble(77, 40), video=True)
    (folder / "one.html").write_text(audio_page([("a0.mp3", "The day after in Syria")]))
    (folder / "two.html").write_text(video_page([("other.mp4", "Syria: the day after")]))
    run_cli(tmp_path, "show", "add", "talk", "--title", "Talks")
    run_cli(tmp_path, "source", "add", "talk", f"{address}/one.html")
    run_cli(tmp_path, "source", "add", "talk", f"{address}/two.html", "--as", "video")
    assert run_cli(tmp_path, "sync") == 0
    assert len(media(tmp_path)) == 1
    capsys.readouterr()
    return tmp_path


def questions(folder: Path, capsys) -> list[dict]:
    capsys.readouterr()
    assert run_cli(folder, "match", "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_a_no_is_kept(asked, capsys):
    """The item becomes an episode of its own, and neither it nor the two episodes are asked about again."""
    assert run_cli(asked, "match", "talk/the-day-after-in-syria", "Syria: the day after", "--apart") == 0
    assert questions(asked, capsys) == []
    assert run_cli(asked, "sync") == 0

    apart = media(asked)
    assert len({row[0] for row in apart}) == 2
    assert questions(asked, capsys) == []
    assert run_cli(asked, "sync") == 0
    assert media(asked) == apart


def test_a_no_can_be_taken_back(asked, capsys):
    """Before the next sync as after it."""
    pair = ("talk/the-day-after-in-syria", "Syria: the day after")
    assert run_cli(asked, "match", *pair, "--apart") == 0

    assert run_cli(asked, "match", *pair) == 0

    assert len({row[0] for row in media(asked)}) == 1
    assert run_cli(asked, "sync") == 0
    assert len(media(asked)) == 2


def test_two_episodes_are_kept_apart(tmp_path, site, capsys):
    """A film that was added by hand looks like an episode; a person says that it is not."""
    folder, address = site
    (folder / "one.html").write_text(audio_page([("a0.mp3", "Episode 7: Print")]))
    run_cli(tmp_path, "show", "add", "talk", "--title", "Talks")
    run_cli(tmp_path, "source", "add", "talk", f"{address}/one.html")
    assert run_cli(tmp_path, "sync") == 0
    film = ("add", str(folder / "v1.mp4"), "--show", "talk", "--title", "Press", "--number", "8", "--no-transcribe")
    assert run_cli(tmp_path, *film) == 0
    assert run_cli(tmp_path, "edit", "talk/8", "number=7") == 0
    (question,) = questions(tmp_path, capsys)

    assert run_cli(tmp_path, "match", question["guid"], question["other_guid"], "--apart") == 0

    assert questions(tmp_path, capsys) == []


def test_apart_wants_two_names(tmp_path, capsys):
    run_cli(tmp_path, "show", "add", "talk", "--title", "Talks")

    assert run_cli(tmp_path, "match", "--apart") == 2


def test_what_is_likely_but_not_sure_is_asked(asked, capsys):
    """Alike titles with other sound: the person decides, `match` lists it with the reason."""
    tmp_path = asked

    assert run_cli(tmp_path, "match", "--json") == 0
    (question,) = json.loads(capsys.readouterr().out)
    assert 0.6 <= question["score"] < 0.85
    assert any("sound is not the same" in reason for reason in question["reasons"])

    assert run_cli(tmp_path, "match", "--yes-above", "0.6") == 0
    assert [row[3] for row in media(tmp_path)] == ["audio", "video"]
    assert len({row[0] for row in media(tmp_path)}) == 1


def test_without_a_source_the_next_command_is_named(tmp_path, capsys):
    run_cli(tmp_path, "show", "add", "talk", "--title", "Talks")

    assert run_cli(tmp_path, "sync") == 1

    assert "episodes source add" in capsys.readouterr().err


def test_a_transcription_that_was_stopped_goes_on_with_the_next_sync(desk, tiny_model, capsys):
    """What one sync began to transcribe, the next one ends, though nothing is new."""
    assert run_cli(desk, "sync") == 0
    guid = media(desk)[0][0]
    with closing(Catalogue.open(desk / "episodes.db")) as catalogue:
        begun = Fingerprint(media_sha256="other", engine="other", model="other")
        catalogue.add_to_draft(guid, begun, Heard(until=1.0), after=0.0)

    assert run_cli(desk, "sync", "--transcribe", "--model", tiny_model) == 0

    assert "goes on: talk/" in capsys.readouterr().err
    with closing(Catalogue.open(desk / "episodes.db")) as catalogue:
        assert catalogue.find_transcript(guid) is not None
        assert catalogue.list_begun("talk") == []


def test_ctrl_c_says_that_it_stopped(tmp_path):
    """A server that never answers is waited for; then somebody has enough."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/feed.xml"
        assert run_cli(tmp_path, "show", "add", "talk", "--title", "Talks") == 0
        assert run_cli(tmp_path, "source", "add", "talk", address) == 0
        waiting = subprocess.Popen(
            [sys.executable, "-c", "from episodes.cli.start import run; run()", "sync"],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        silent.settimeout(60)
        asked, _ = silent.accept()  # it has got so far
        waiting.send_signal(signal.SIGINT)
        _, said = waiting.communicate(timeout=30)
        asked.close()

    assert waiting.returncode == 130
    assert "stopped" in said


def test_what_cannot_be_decoded_is_not_gone_on_with(desk, tiny_model, capsys):
    """It would fail at each sync anew, and nobody asked for it."""
    assert run_cli(desk, "sync") == 0
    held = media(desk)[0][4]
    (desk / "media" / held).write_bytes(bytes(5000))

    assert run_cli(desk, "transcribe", "talk/morning", "--model", tiny_model) != 0

    with closing(Catalogue.open(desk / "episodes.db")) as catalogue:
        assert catalogue.list_begun("talk") == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("notaurl",), "no file or folder notaurl"),
        (("a" * 300,), "no file or folder aaa"),
        (("youtube.com/@talk",), "an address begins with https://"),
        ((" ",), "a source needs an address"),
        (("https://",), "names no host"),
        (("ytsearch5:cats",), "ytsearch5 is no kind of source"),
        (("ftp://a.example/feed.xml",), "ftp is no kind of source"),
        (("https://a.example/", "--as", "text"), "--as takes audio or video"),
        (("https://a.example/", "--match", "("), "is no regular expression"),
        (("https://a.example/", "--min-duration", "long"), "is no time"),
    ],
)
def test_a_source_that_nothing_can_come_from_is_not_added(tmp_path, capsys, wrong, said):
    """Said when it is added, not at the first sync."""
    run_cli(tmp_path, "show", "add", "talk", "--title", "Talk")

    assert run_cli(tmp_path, "source", "add", "talk", *wrong) == 2

    assert said in capsys.readouterr().err
    assert "sources" not in (tmp_path / "episodes.toml").read_text()


def test_a_folder_is_kept_by_its_whole_path(tmp_path, capsys, monkeypatch):
    """So that `sync` finds it from anywhere, and it is one source however it is typed."""
    desk, talks = tmp_path / "desk", tmp_path / "talks"
    desk.mkdir()
    talks.mkdir()
    write_media(talks / "one.mp3", babble(1, 4))
    run_cli(desk, "show", "add", "talk", "--title", "Talk")
    monkeypatch.chdir(desk)

    assert run_cli(desk, "source", "add", "talk", "../talks/") == 0
    assert run_cli(desk, "source", "add", "talk", talks.as_uri()) == 2
    assert f'"{talks}"' in (desk / "episodes.toml").read_text()
    monkeypatch.chdir("/")
    assert run_cli(desk, "sync") == 0
    monkeypatch.chdir(tmp_path)
    assert run_cli(desk, "source", "remove", "talk", talks.as_uri()) == 0
    assert "has that source already" in capsys.readouterr().err
