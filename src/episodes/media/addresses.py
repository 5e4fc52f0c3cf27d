"""Web addresses: one form for one thing, and what may be asked at all."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from episodes.core.errors import SourceError, UsageError

_DEFAULT_PORTS = {"http": 80, "https": 443}
#: NAT64 (RFC 6052) writes an IPv4 address into the last 32 bits of such an IPv6 one.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_web_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def refuse_mistyped(text: str) -> None:
    """Raise UsageError for a web address that nobody can be asked by; of paths nothing is said.

    >>> refuse_mistyped("talk.mp3"), refuse_mistyped("https://example.org/a.mp3")
    (None, None)
    """
    if not is_web_address(text.strip()):
        return
    try:
        parts = parts_of(text)
    except SourceError as error:
        raise UsageError(error.message, hint=error.hint) from error
    if not parts.hostname:
        raise UsageError(f"{without_secrets(text)} names no host", hint="write it as the browser shows it")


def parts_of(url: str) -> SplitResult:
    """Take an address apart; raises SourceError where that cannot be done, as with a port of 99999.

    >>> parts_of(" https://example.org:8000/a.mp3 ").port
    8000
    """
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError as error:
        shown = re.sub(r"//[^/@]*@", "//", url)
        raise SourceError(f"{shown} is no web address", hint="check its host and port") from error
    return parts


def host_of(url: str) -> str:
    """Name the host and port that an address asks; "" for a path, and for what is no address.

    >>> host_of("https://nas.local/a.mp3"), host_of("http://[::1]:8000/"), host_of("http://[::1/"), host_of("talk.mp3")
    ('nas.local:443', '::1:8000', '', '')
    """
    try:
        parts = parts_of(url)
    except SourceError:  # whoever asks it says so
        return ""
    return f"{parts.hostname}:{parts.port or _DEFAULT_PORTS.get(parts.scheme, 80)}" if parts.hostname else ""


def canonical_url(url: str) -> str:
    """Write an address in its one form: the key of an item from the web.

    >>> canonical_url("HTTP://user:secret@Example.ORG:80/a%7Eb/ü.mp3?x=1#t=5")
    'http://example.org/a~b/%C3%BC.mp3?x=1'
    """
    parts = parts_of(url)
    host, port = (parts.hostname or "").rstrip("."), parts.port
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise SourceError(f"{url} is no web address", hint="check its host and port") from error
    host = f"[{host}]" if ":" in host else host
    if port and port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    path = re.sub(r"%[0-9a-fA-F]{2}", _unreserved, parts.path)
    return urlunsplit((parts.scheme.lower(), host, quote(path, safe="/%:@!$&'()*+,;=~-._") or "/", parts.query, ""))


def _unreserved(match: re.Match[str]) -> str:
    """Undo percent signs that need not be there (RFC 3986, 6.2.2.2)."""
    character = chr(int(match[0][1:], 16))
    return character if character.isascii() and (character.isalnum() or character in "-._~") else match[0].upper()


def without_secrets(url: str) -> str:
    """Leave out the user's name and password, and the fragment.

    >>> without_secrets("https://me:pw@example.org/a.mp3#x")
    'https://example.org/a.mp3'
    """
    parts = parts_of(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))


def file_name(url: str, disposition: str = "") -> str:
    """Name a download: as the server says (RFC 6266), else as its address ends; never with a folder.

    >>> file_name("https://example.org/media/Ep%20338.mp3?from=feed"), file_name("https://example.org/")
    ('Ep 338.mp3', 'example.org')
    >>> len(file_name("https://example.org/" + 90 * "%E4%B8%AD" + ".mp3").encode())  # disks count bytes
    180
    >>> file_name("https://example.org/d", 'attachment; filename="../../x.mp3"')
    'x.mp3'
    """
    name = ""
    if disposition:
        message = Message()
        message["content-disposition"] = disposition
        name = message.get_filename() or ""
    parts = parts_of(url)
    name = name or unquote(PurePosixPath(parts.path).name) or parts.hostname or "download"
    name = PurePosixPath(name.replace("\\", "/")).name
    name = re.sub(r'[\x00-\x1f<>:"|?*\x7f]+', "_", name).strip(". ")[:120]
    return within_bytes(name, 180) or "download"


def within_bytes(name: str, most: int) -> str:
    """Cut a name to so many bytes: disks count these, and a letter may have four.

    >>> within_bytes("中文.mp3", 7), within_bytes("talk.mp3", 180)
    ('中文.', 'talk.mp3')
    """
    return name.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore")


def resolve(host: str, port: int, *, allowed: Collection[str] = ()) -> list[str]:
    """Look up the addresses of a host that may be asked; raises SourceError if there are none.

    An address inside a private network is refused, unless the host is in `allowed`: a feed or
    page must not be able to make this machine ask its neighbours.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"the host {host} cannot be found", hint="check the address and the network") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if host in allowed or f"{host}:{port}" in allowed:
        return addresses
    public = [address for address in addresses if is_public(address)]
    if not public:
        raise private_address(host, addresses[0])
    return public


def private_address(host: str, address: str) -> SourceError:
    where = f"{host} is a private address" if host == address else f"{host} has the private address {address}"
    return SourceError(
        f"{where} and is not asked, so that no feed or page can reach into your network",
        hint=f'if it is yours, write allow_hosts = ["{host}"] under [download] in episodes.toml',
    )


def is_public(text: str) -> bool:
    """Tell whether an address is one of the public Internet, whatever way it is written.

    >>> is_public("93.184.216.34"), is_public("10.0.0.8"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::7f00:1")
    (True, False, False, False)
    """
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved
