"""Web addresses: one form for one thing, names for downloads, and what may be asked."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.errors import SourceError
from episodes.media.addresses import canonical_url, file_name, is_public, resolve, without_secrets


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://Example.org", "https://example.org/"),
        ("HTTPS://example.org:443/a.mp3#t=1", "https://example.org/a.mp3"),
        ("http://example.org:8080/a b.mp3", "http://example.org:8080/a%20b.mp3"),
        ("https://example.org/%7euser/%c3%a4.mp3", "https://example.org/~user/%C3%A4.mp3"),
        ("https://münchen.example/a", "https://xn--mnchen-3ya.example/a"),
        ("https://example.org/a.mp3?b=2&a=1", "https://example.org/a.mp3?b=2&a=1"),
        ("http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a"),
    ],
)
def test_one_form_for_one_thing(url: str, expected: str) -> None:
    """What means the same is written the same; what may matter is left alone."""
    assert canonical_url(url) == expected
    assert canonical_url(expected) == expected


@pytest.mark.parametrize("read", [canonical_url, without_secrets, file_name])
@pytest.mark.parametrize("url", ["http://me:word@e.org:abc/", "http://me:word@e.org:99999/a.mp3", "http://[::1/a.mp3"])
def test_a_host_or_port_that_is_none(read: Callable[[str], str], url: str) -> None:
    """It is refused in words, among which is no password."""
    with pytest.raises(SourceError, match="no web address") as caught:
        read(url)

    assert "word@" not in caught.value.message


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_download_never_leaves_its_folder(path: str, disposition: str) -> None:
    """Whatever address and server say, the name is one plain name."""
    name = file_name("https://example.org/" + path.replace("?", "").replace("#", ""), disposition)

    assert name not in ("", ".", "..")
    assert not set(name) & set('/\\\x00\n\r<>:"|?*')


def test_secrets_are_left_out() -> None:
    """An address with a password in it is shown without."""
    assert without_secrets("https://a:b@example.org/x?y#z") == "https://example.org/x?y"


PRIVATE = [
    *("127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
    *("224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
    *("::ffff:192.168.0.1", "64:ff9b::a00:1", "2002:7f00:1::"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_in_every_writing(address: str) -> None:
    """Of this machine, the neighbours, the cloud's own service, and what stands for them in IPv6."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    """These are the Internet."""
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "::1"])
def test_this_machine_by_any_name(host: str) -> None:
    """The check is on the address that is connected to, not on how it is written."""
    with pytest.raises(SourceError, match="private address") as caught:
        resolve(host, 80)
    assert f'allow_hosts = ["{host}"]' in caught.value.hint
    assert resolve(host, 80, allowed={host})


def test_of_mixed_addresses_only_the_public_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server may answer with both."""

    def both(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, 1, 6, "", (address, 80)) for address in ("10.0.0.1", "93.184.216.34", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)

    assert resolve("example.org", 80) == ["93.184.216.34"]
