"""Sites and pages, read by yt-dlp from a loopback server, and what it says when things go wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from episodes.core.errors import MediaError, SourceError
from episodes.core.progress import Progress
from episodes.media.asking import Limits
from episodes.media.downloads import Downloads
from episodes.media.probe import probe
from episodes.media.sites import Sites
from episodes.media.ytdlp import Quiet, clean_message, new_ytdlp, translate
from media.making import PAGE, make_media
from media.servers import Call, Server, files, serving

PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfilm.ts\n#EXT-X-ENDLIST\n"
QUICK = Limits(answer_seconds=2, stall_seconds=2, attempts=2, pause=0.01)


def html(body: str, title: str = "How printing began") -> tuple[str, bytes]:
    page = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"
    return "text/html; charset=utf-8", page.encode()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, bytes]]:
    folder = tmp_path_factory.mktemp("content")
    film = make_media(folder / "film.mp4", 4.0, picture=True, tags={"title": "Tag"}).read_bytes()
    voice = make_media(folder / "voice.mp3", 4.0).read_bytes()
    return {
        "/film.mp4": ("video/mp4", film),
        "/voice.mp3": ("audio/mpeg", voice),
        "/one.html": html('<video src="film.mp4"></video>'),
        "/two.html": html('<video src="film.mp4"></video><audio src="voice.mp3"></audio>'),
        "/swapped.html": html('<audio src="voice.mp3"></audio><video src="film.mp4"></video>'),
        "/nothing.html": html("<p>Only text.</p>"),
        "/private.html": html('<video src="http://10.0.0.8/film.mp4"></video>'),
        "/broken.html": html('<video src="gone.mp4"></video>'),
        "/fake.html": html('<audio src="login.mp3"></audio>'),
        "/login.mp3": ("audio/mpeg", PAGE),
        "/list.m3u8": ("application/vnd.apple.mpegurl", PLAYLIST),
        "/film.ts": ("video/mp2t", make_media(folder / "film.ts", 4.0, picture=True).read_bytes()),
    }


def downloads(server: Server) -> Downloads:
    return Downloads(allow_hosts=[f"127.0.0.1:{server.port}"], limits=QUICK)


def fetch_all(server: Server, path: str, folder: Path, *, audio_only: bool = False) -> list[Path]:
    chooser = downloads(server)
    found = []
    for number, item in enumerate(chooser.info(server.url + path)):
        work = folder / str(number)
        work.mkdir()
        found.append(chooser.fetch(item, work, audio_only=audio_only))
    return found


def test_a_page_with_a_film(content: dict[str, tuple[str, bytes]], tmp_path: Path) -> None:
    """The page's title, the page's address as key, and the very bytes of the film."""
    with serving(files(content)) as server:
        (item,) = downloads(server).info(f"{server.url}/one.html")
        (file,) = fetch_all(server, "/one.html", tmp_path)

        assert (item.source.provider, item.source.key) == ("generic", f"{server.url}/one.html")
    assert (item.title, item.kind, item.date_is_sure) == ("How printing began", "video", False)
    assert file.read_bytes() == content["/film.mp4"][1]


def test_a_page_with_two_media_in_any_order(content: dict[str, tuple[str, bytes]], tmp_path: Path) -> None:
    """Each has an identity of its own that outlives a new order on the page."""
    pages = dict(content)
    with serving(files(pages)) as server:
        chooser = downloads(server)
        items = chooser.info(f"{server.url}/two.html")
        pages["/two.html"] = pages["/swapped.html"]
        (tmp_path / "0").mkdir()
        (tmp_path / "1").mkdir()
        found = [chooser.fetch(item, tmp_path / str(number)) for number, item in enumerate(items)]

    assert [item.source.key.rpartition("/")[2] for item in items] == ["film.mp4", "voice.mp3"]
    assert [file.read_bytes() for file in found] == [content["/film.mp4"][1], content["/voice.mp3"][1]]


def test_a_stream_of_pieces_is_put_together(content: dict[str, tuple[str, bytes]], tmp_path: Path) -> None:
    """HLS needs no ffmpeg; the result is probed and named after what it is."""
    seen: list[Progress] = []
    with serving(files(content)) as server:
        chooser = downloads(server)
        (item,) = chooser.info(f"{server.url}/list.m3u8")
        file = chooser.fetch(item, tmp_path, audio_only=False, report=seen.append)

    found = probe(file)
    assert found.duration == pytest.approx(4.0, rel=0.05)
    assert file.suffix in (".ts", ".mp4")
    assert seen
    assert {progress.stage for progress in seen} == {"download"}


REFUSED = {
    "/nothing.html": "no audio or video was found",
    "/gone.html": "nothing at",
    "/private.html": "private address",
    "/broken.html": "nothing at|no longer there",
    "/fake.html": "a web page",
    "/login.mp3": "a web page",
}


@pytest.mark.parametrize("path", REFUSED)
def test_pages_that_do_not_work(content: dict[str, tuple[str, bytes]], tmp_path: Path, path: str) -> None:
    """One clear line with a hint, and nothing left in the work folder."""
    with serving(files(content)) as server, pytest.raises((SourceError, MediaError)) as caught:
        fetch_all(server, path, tmp_path)

    assert any(words in caught.value.message for words in REFUSED[path].split("|")), caught.value.message
    assert caught.value.hint
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_redirect_of_a_page_to_a_private_address(content: dict[str, tuple[str, bytes]]) -> None:
    """The guard stands at every hop."""

    def script(call: Call) -> None:
        call.reply(b"", "302 Found", Location="http://192.168.1.1/page.html")

    with serving(script) as server, pytest.raises(SourceError, match="private address"):
        downloads(server).info(f"{server.url}/page.html")


def test_yt_dlp_is_kept_quiet(capfd: pytest.CaptureFixture[str], content: dict[str, tuple[str, bytes]]) -> None:
    """It prints its own ERROR line even when quiet; ours is the only one."""
    with serving(files(content)) as server, pytest.raises(SourceError):
        Sites(web=downloads(server).web, allow_hosts=["127.0.0.1"]).info(f"{server.url}/nothing.html")

    assert capfd.readouterr() == ("", "")


def test_sites_are_known_by_their_addresses() -> None:
    """Without asking anybody."""
    sites = Downloads().sites

    assert sites.knows("https://www.youtube.com/watch?v=dQw4w9WgXcQ")
    assert sites.knows("https://soundcloud.com/someone/a-track")
    assert not sites.knows("https://example.org/page.html")


SAID = {
    "ERROR: [youtube] abc: Private video. Sign in if you've been granted access": "is private",
    "ERROR: [youtube] abc: Sign in to confirm you’re not a bot. Use --cookies": "no robot",
    "ERROR: [youtube] abc: Sign in to confirm your age": "restricted by age",
    "ERROR: [youtube] abc: Video unavailable. This video has been removed by the uploader": "no longer there",
    "ERROR: [youtube] abc: Video unavailable": "no longer there",
    "ERROR: [youtube] abc: The uploader has not made this video available in your country": "from this country",
    "ERROR: [youtube] abc: Join this channel to get access to members-only content": "paying members",
    "ERROR: [youtube] abc: This live event will begin in 3 hours.": "not begun",
    "ERROR: [soundcloud] x: Unable to download JSON metadata: HTTP Error 404: Not Found": "no longer there",
    "ERROR: [soundcloud] x: Unable to download webpage: HTTP Error 429: Too Many Requests": "too often",
    "ERROR: [generic] Unable to download webpage: HTTP Error 403: Forbidden": "refuses the request",
    "ERROR: [generic] Unable to download webpage: HTTP Error 502: Bad Gateway": "trouble of its own",
    "ERROR: [youtube] abc: Unable to extract initial player response; please report this issue on": "newer yt-dlp",
    "ERROR: [youtube] abc: Requested format is not available": "nothing|no audio or video",
    "ERROR: [x] abc: This video is DRM protected": "DRM",
    "ERROR: Unable to download webpage: <urlopen error [Errno -2] Name or service not known>": "no network",
    "ERROR: Unable to download webpage: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed": "certificate",
    "ERROR: [youtube] abc: No supported JavaScript runtime could be found": "JavaScript runtime",
    "ERROR: [x] abc: something that nobody foresaw": "something that nobody foresaw",
}


@pytest.mark.parametrize("said", SAID)
def test_what_yt_dlp_says_is_said_in_words(said: str) -> None:
    """What happened to which address, and what to type."""
    from yt_dlp.utils import DownloadError

    error = translate(DownloadError(said), "https://site.example/x", Quiet())
    told = f"{error.message} {error.hint}"

    assert error.message.startswith("https://site.example/x ")
    assert any(words in told for words in SAID[said].split("|")), told
    assert "--cookies" not in told
    assert error.hint


def test_an_address_that_nobody_reads() -> None:
    """yt-dlp's own error has its own meaning."""
    from yt_dlp.utils import DownloadError, UnsupportedError

    cause = UnsupportedError("https://site.example/x")
    error = translate(
        DownloadError("ERROR: Unsupported URL", (type(cause), cause, None)), "https://site.example/x", Quiet()
    )

    assert error.message == "no audio or video was found at https://site.example/x"


def test_our_own_refusal_comes_through() -> None:
    """A guard's word inside of yt-dlp is not lost."""
    inner = SourceError("10.0.0.8 is a private address", hint="h")
    outer = ValueError("wrapped")
    outer.__cause__ = inner

    assert translate(outer, "https://site.example/x", Quiet()) is inner


def test_advice_for_the_users_of_yt_dlp_is_left_out() -> None:
    """They are not ours."""
    text = "\x1b[0;31mERROR:\x1b[0m [Vimeo] 123: Log in first. Use --cookies, or --netrc. See  https://example.org"

    assert clean_message(text) == "Log in first"


class Recorded:
    """A yt-dlp that answers from a table: lists of lists as channels have them."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers

    def extract_info(self, url: str, *, download: bool) -> Any:
        assert not download
        return self.answers[url]


def test_a_channel_with_tabs_is_one_flat_list() -> None:
    """In the site's order; what the site hides is left out."""

    def video(key: str) -> dict[str, Any]:
        url = f"https://www.youtube.com/watch?v={key}"
        return {"_type": "url", "ie_key": "Youtube", "id": key, "url": url, "title": key}

    tab = {"_type": "playlist", "title": "Show - Videos", "entries": [video("a"), None, video("b")]}
    other = {"_type": "playlist", "entries": [video("c")]}
    entries = [{"_type": "url", "ie_key": "YoutubeTab", "url": "tab"}, other]
    channel = {"_type": "playlist", "title": "Show", "entries": entries}
    sites = Downloads().sites

    items = list(sites._items(Recorded({"tab": tab}), channel, "https://www.youtube.com/@show"))

    assert [(item.source.provider, item.source.key) for item in items] == [("youtube", key) for key in "abc"]
    assert items[0].source.url == "https://www.youtube.com/watch?v=a"


def test_no_settings_of_the_user_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration file in the home folder changes nothing; nothing is resumed or cached."""
    (tmp_path / ".config" / "yt-dlp").mkdir(parents=True)
    (tmp_path / ".config" / "yt-dlp" / "config").write_text("--exec 'touch /tmp/pwned'\n-o elsewhere\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))

    with new_ytdlp(quiet=Quiet(), folder=tmp_path / "work") as ytdlp:
        params = ytdlp.params

    assert params["outtmpl"]["default"] == "%(id).100s.%(format_id)s.%(ext)s"
    assert (params["continuedl"], params["cachedir"], params["usenetrc"]) == (False, False, False)
    assert not params.get("exec_cmd")
    assert not params.get("postprocessors")
