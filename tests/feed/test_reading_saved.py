"""Players in pages that a browser has saved, with their frames beside them or within them."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from episodes.feed.reading.article import is_page, read_article

FILM = "https://www.youtube.com/embed/abcdefghij1"
TRACK = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12345"
PAGE = """<!DOCTYPE html>
<!-- saved from url=(0026)https://crumb.example/7/ü -->
<html><body><article><h1>Crumb Hour, Episode 7: Rye</h1><p>{words}</p>{frames}</article></body></html>"""


def save(folder: Path, frames: str) -> Path:
    file = folder / "Rye.html"
    file.write_text(PAGE.format(words="Words on rye. " * 40, frames=frames), encoding="utf-8")
    return file


def save_frame(folder: Path, name: str, address: str) -> None:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"<!DOCTYPE html>\n<!-- saved from url=({len(address):04}){address} -->\n<html></html>")


def read(file: Path):
    return read_article(file.read_bytes(), url=str(file))


def test_a_saved_page_knows_its_address(tmp_path: Path):
    assert read(save(tmp_path, "")).url == "https://crumb.example/7/ü"


@pytest.mark.parametrize("src", ["./Rye%20files/a.html", "Rye files/a.html", "Rye files/a.html?x=1"])
def test_a_frame_beside_the_page_says_where_it_was(tmp_path: Path, src: str):
    save_frame(tmp_path, "Rye files/a.html", FILM)

    assert [player.url for player in read(save(tmp_path, f'<iframe src="{src}"></iframe>')).players] == [FILM]


def test_a_frame_within_the_page_says_where_it_was(tmp_path: Path):
    """As SingleFile keeps them."""
    within = f"&lt;!--\n Page saved with SingleFile\n url: {TRACK}\n saved date: Sun Nov 29 2026\n--&gt;&lt;p&gt;"

    assert [player.url for player in read(save(tmp_path, f'<iframe srcdoc="{within}"></iframe>')).players] == [TRACK]


@pytest.mark.parametrize(
    "src", ["../a.html", "Rye files/none.html", "Rye files", "a\0b.html", "cid:frame-1@x", "", "."]
)
def test_what_is_not_beside_the_page_is_not_read(tmp_path: Path, src: str):
    """A page may be anybody's: its frames lead nowhere else on the disk."""
    folder = tmp_path / "pages"
    (folder / "Rye files").mkdir(parents=True)
    save_frame(tmp_path, "a.html", FILM)

    assert read(save(folder, f'<iframe src="{src}"></iframe>')).players == ()


def test_a_page_of_the_web_has_no_frames_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    save_frame(tmp_path, "a.html", FILM)
    monkeypatch.chdir(tmp_path)
    data = PAGE.format(words="Words.", frames='<iframe src="a.html"></iframe>').encode()

    found = read_article(data, url="https://pages.example/rye")

    assert found.players == ()
    assert found.url == ""


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=b\n\n--b\n", True),
        ("Content-Type: text/plain\n\nmultipart/related", False),
        ("Notes: rye\n\nContent-Type: multipart/related\n", False),
        ("x" * 100_000, False),
    ],
)
def test_an_archive_is_known_by_its_headers(head: str, is_one: bool):
    assert is_page(head.encode()) == is_one


def test_a_page_that_safari_saved_is_read():
    page = PAGE.format(words="Käse. " * 40, frames=f'<iframe src="{FILM}"></iframe><a href="rye.mp3">Listen</a>')
    main = {"WebResourceData": page.encode("utf-16"), "WebResourceTextEncodingName": "utf-16"}
    main |= {"WebResourceURL": "https://crumb.example/rye/7", "WebResourceMIMEType": "text/html"}
    data = plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)

    article = read_article(data, url="rye.webarchive")

    assert is_page(data)
    assert (article.title, article.url) == ("Crumb Hour, Episode 7: Rye", "https://crumb.example/rye/7")
    assert "Käse. Käse." in article.text
    assert [player.url for player in article.players] == [FILM]
    assert [medium.url for medium in article.page.media] == ["https://crumb.example/rye/rye.mp3"]


@pytest.mark.parametrize("cut", [9, 100, -8, -1])
def test_a_damaged_property_list_is_empty(cut: int):
    data = plistlib.dumps({"WebMainResource": {"WebResourceData": b"x" * 500}}, fmt=plistlib.FMT_BINARY)

    assert read_article(data[:cut] + b"WebMainResource", url="rye.webarchive").text == ""
    assert read_article(plistlib.dumps({"WebMainResource": 1}, fmt=plistlib.FMT_BINARY), url="a").text == ""


@pytest.mark.parametrize("body", ["", "--b\nContent-Type: image/png\n\nx\n--b--", "--b\nContent-Type: text/html\n"])
def test_an_archive_without_a_page_is_empty(body: str):
    data = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n{body}".encode()

    assert read_article(data, url="rye.mhtml").text == ""
