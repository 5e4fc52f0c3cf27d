"""`check --online` against servers that do things wrong: each fault is told with where, what and how to mend it."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from episodes.core.check import Finding
from episodes.core.check.online import Address, check_online
from episodes.media.visiting import visit
from media.servers import Call, serving
from serving import running

WHERE = "item 1 “The bridge”"
BODY = b"x" * 500


def told(url: str, role="enclosure", patience: float = 5, **stated) -> list[Finding]:
    """What is found at an address of which the feed says the truth, but for what is `stated`."""
    facts = {"mime_type": "audio/mpeg", "length": len(BODY)} if role == "enclosure" else {}
    address = Address(url=url, role=role, where=WHERE, **{**facts, **stated})
    return list(check_online([address], visit([address], patience=patience)))


def rules(*arguments, **stated) -> list[tuple[str, str]]:
    found = told(*arguments, **stated)
    assert all(one.where == WHERE and one.what and one.mend and one.source for one in found)
    return [(one.level, one.rule) for one in found]


def good(call: Call) -> None:
    """Answer as apps want it: HEAD, byte ranges, type, length, open to other sites."""
    part = "bytes=" in call.headers.get("range", "")
    body = BODY[:1] if part else BODY
    length = {"Content_Length": len(body), "Content_Range": f"bytes 0-0/{len(BODY)}" if part else None}
    call.head(
        "206 Partial Content" if part else "200 OK",
        Content_Type="audio/mpeg", Access_Control_Allow_Origin="*", **length,
    )  # fmt: skip
    if call.method == "GET":
        call.send(body)


def test_a_server_that_does_all_right_is_left_alone():
    with serving(good) as server:
        assert rules(f"{server.url}/a.mp3") == []


@pytest.mark.parametrize("length", ["\u00b2", "1" * 5000, "-4", "*"])
def test_a_length_that_is_no_number_is_none(length):
    """Nothing that a server says ends the check."""

    def odd(call: Call) -> None:
        if call.method == "HEAD":
            call.reply(b"", "405 Method Not Allowed")
        else:
            call.head(
                "206 Partial Content", Content_Type="audio/mpeg", Content_Length=1, Content_Range=f"bytes 0-0/{length}"
            )
            call.send(b"x")

    with serving(odd) as server:
        assert ("error", "online-no-head") in rules(f"{server.url}/a.mp3")


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "500 Internal Server Error"])
def test_an_enclosure_that_is_gone_is_an_error(status):
    with serving(lambda call: call.reply(b"", status)) as server:
        (found,) = told(f"{server.url}/a.mp3")

    assert (found.level, found.rule) == ("error", "online-dead")
    assert f"{server.url}/a.mp3" in found.what
    assert status[:3] in found.what


@pytest.mark.parametrize(("role", "level"), [("enclosure", "error"), ("link", "warning")])
def test_a_host_that_does_not_listen_is_dead(role, level):
    with serving(good) as server:
        gone = server.url

    assert [one.level for one in told(gone, role)] == [level]


def test_another_type_and_length_are_told_with_both_values():
    with serving(good) as server:
        length, kind = told(f"{server.url}/a.mp3", mime_type="video/mp4", length=499)

    assert (length.level, length.rule, kind.level, kind.rule) == ("error", "online-length", "warning", "online-type")
    assert "500 bytes" in length.what
    assert "499" in length.what
    assert "audio/mpeg" in kind.what
    assert "video/mp4" in kind.what


def test_a_server_without_byte_ranges_is_an_error():
    with serving(lambda call: call.reply(BODY)) as server:
        assert rules(f"{server.url}/a.mp3") == [("error", "online-no-ranges")]


@pytest.mark.parametrize("status", ["405 Method Not Allowed", "501 Not Implemented", "403 Forbidden", "404 Not Found"])
def test_a_server_that_refuses_head_is_told_from_a_file_that_is_gone(status):
    """The file can be had all the same, and its length is told by the byte range."""

    def no_head(call: Call) -> None:
        call.reply(b"", status) if call.method == "HEAD" else good(call)

    with serving(no_head) as server:
        assert rules(f"{server.url}/a.mp3") == [("error", "online-no-head")]
        assert rules(f"{server.url}/a.mp3", length=7) == [("error", "online-no-head"), ("error", "online-length")]
        assert rules(f"{server.url}/page", "page") == []


def redirecting(call: Call) -> None:
    """/3 leads to /2, /2 to /1, and so on to the file; /round leads to itself."""
    left = call.path[1:]
    if left == "round" or left.isdigit():
        onward = "/round" if left == "round" else f"/{int(left) - 1}" if left != "1" else "/a.mp3"
        call.reply(b"", "302 Found", Location=onward)
    else:
        good(call)


def test_redirects_are_followed_and_long_chains_are_told():
    """Trackers stand before most files; some apps follow five redirects and no more."""
    with serving(redirecting) as server:
        assert rules(f"{server.url}/5") == []
        (found,) = told(f"{server.url}/6")
        assert rules(f"{server.url}/round") == [("error", "online-dead")]

    assert (found.level, found.rule) == ("warning", "online-redirects")
    assert "6 redirects" in found.what


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "502 Bad Gateway"])
def test_a_dead_link_of_the_notes_is_a_warning(status):
    """Somebody else's page is no fault of the feed."""
    with serving(lambda call: call.reply(b"", status)) as server:
        assert rules(f"{server.url}/report", "link") == [("warning", "online-dead-link")]


@pytest.mark.parametrize("status", ["403 Forbidden", "429 Too Many Requests", "503 Service Unavailable"])
def test_a_site_that_sends_programs_away_is_no_dead_link(status):
    with serving(lambda call: call.reply(b"", status)) as server:
        assert rules(f"{server.url}/report", "link") == []


def test_a_server_that_does_not_answer_in_time_is_told():
    with serving(lambda call: call.stopping.wait(5)) as server:
        (found,) = told(f"{server.url}/a.mp3", patience=0.3)
        assert rules(f"{server.url}/report", "link", patience=0.3) == [("warning", "online-dead-link")]

    assert (found.level, found.rule) == ("error", "online-slow")
    assert "within 0.3 seconds" in found.what


def drips_headers(call: Call) -> None:
    call.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Slow: 1\r\n" * 1000, 0.02)


def leads_on_slowly(call: Call) -> None:
    """Each answer comes in time, but there is no end to them."""
    call.stopping.wait(0.2)
    call.reply(b"", "302 Found", Location=f"{call.path}x")


def refuses_head_and_drips(call: Call) -> None:
    call.reply(b"", "405 Method Not Allowed") if call.method == "HEAD" else drips_headers(call)


@pytest.mark.parametrize("script", [drips_headers, leads_on_slowly, refuses_head_and_drips])
def test_an_address_has_an_end_even_if_each_byte_comes_in_time(script):
    """It is told in one line, and the others are answered meanwhile, more of them than are asked at once."""

    def answer(call: Call) -> None:
        script(call) if call.path.startswith("/slow") else good(call)

    with serving(answer) as server:
        facts = {"where": WHERE, "mime_type": "audio/mpeg", "length": len(BODY)}
        addresses = [Address(url=f"{server.url}/{name}", role="enclosure", **facts) for name in ("slow", *"abcdefghij")]
        began = time.monotonic()
        answers = visit(addresses, patience=5, longest=0.8)
        took = time.monotonic() - began

    (found,) = check_online(addresses, answers)
    assert (found.level, found.rule) == ("error", "online-slow")
    assert f"{server.url}/slow does not answer: no whole answer within 0.8 seconds" in found.what
    assert took < 4
    assert len(answers) == 11


def test_captions_that_other_sites_cannot_read_are_told():
    with serving(lambda call: call.reply(b"WEBVTT", Content_Type="text/vtt")) as server:
        assert rules(f"{server.url}/a.vtt", "transcript", mime_type="text/vtt") == [("warning", "online-cors")]


@contextmanager
def secure(certificate: Path, key: Path):
    """An https server on loopback; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_arguments: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with running(server):
        yield f"https://127.0.0.1:{server.server_port}"


def issue(folder: Path, until: str) -> tuple[Path, Path]:
    """Make a certificate for 127.0.0.1, signed by itself and valid until a day, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificates")
    settings = folder / "ca.cnf"
    settings.write_text(
        "[ca]\ndefault_ca=it\n[it]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\ndefault_md=sha256\n"
        "policy=any\n[any]\ncommonName=supplied\n[host]\nsubjectAltName=IP:127.0.0.1\nbasicConstraints=CA:TRUE\n"
        "[req]\ndistinguished_name=name\n[name]\n"
    )
    (folder / "index.txt").write_text("")
    dates = ["-startdate", "20200101000000Z", "-enddate", until]
    asking = ["req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "asked.pem"]
    signing = ["ca", "-batch", "-notext", "-selfsign", "-keyfile", "key.pem", "-in", "asked.pem", "-out", "it.pem"]
    for command in ([*asking, "-subj", "/CN=127.0.0.1"], [*signing, "-extensions", "host", *dates]):
        subprocess.run(
            ["openssl", *command, "-config", settings.name],
            cwd=folder, check=True, capture_output=True,
        )  # fmt: skip
    return folder / "it.pem", folder / "key.pem"


def test_a_certificate_that_nobody_vouches_for_is_an_error(tmp_path):
    with secure(*issue(tmp_path, "20491231000000Z")) as url:
        (found,) = told(f"{url}/a.mp3")
        assert rules(f"{url}/report", "link") == [("warning", "online-dead-link")]

    assert (found.level, found.rule) == ("error", "online-certificate")
    assert "self" in found.what
    assert "127.0.0.1" in found.what


def test_a_certificate_that_has_run_out_is_an_error(tmp_path, monkeypatch):
    certificate, key = issue(tmp_path, "20200201000000Z")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # it is trusted, and old
    with secure(certificate, key) as url:
        (found,) = told(f"{url}/a.mp3")

    assert (found.level, found.rule) == ("error", "online-certificate")
    assert "expired" in found.what
