"""HTTP connections that go only where they may, and never take longer than they may."""

from __future__ import annotations

import ssl
import threading
import time
import urllib.request
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import httpcore
import httpx

from episodes.core.errors import SourceError
from episodes.media.addresses import is_public, private_address, resolve


def _agent() -> str:
    """Name ourselves to servers; the version is asked of the installation, as the package itself imports more."""
    try:
        return f"episodes/{version('episodes')}"
    except PackageNotFoundError:  # run from a source tree
        return "episodes"


AGENT = _agent()


class TooSlow(httpcore.ReadTimeout):
    """Bytes came all the time, and the end of the answer did not."""


class Deadline(threading.local):
    """A moment until which all reading from the network must be done; each thread has its own."""

    def __init__(self) -> None:
        self.at = float("inf")  #: on the monotonic clock
        self.since = 0.0
        self.came = 0  #: bytes

    def set(self, seconds: float) -> None:
        self.since, self.came = time.monotonic(), 0
        self.at = self.since + seconds

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self.at

    def left(self, timeout: float | None) -> float:
        """Shorten a time-out so that it ends with the deadline; raises if that is over."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise self.over()
        return left if timeout is None else min(left, timeout)

    def over(self) -> httpcore.ReadTimeout:
        """Say what came in all the time."""
        seconds = time.monotonic() - self.since
        if not self.came:
            return httpcore.ReadTimeout(f"no answer in {seconds:.0f} s")
        return TooSlow(f"{seconds:.0f} s at {self.came / seconds:.0f} bytes a second")


class _Stream(httpcore.NetworkStream):
    """A connection that keeps to the deadline, even if each byte comes in time."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            data = self._inner.read(max_bytes, self._deadline.left(timeout))
        except httpcore.ReadTimeout as error:
            if self._deadline.is_over:
                raise self._deadline.over() from error
            raise
        self._deadline.came += len(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Connects to the very address that was looked up and checked, so that no second look-up can differ."""

    def __init__(self, deadline: Deadline, allowed: Collection[str], *, checks: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline
        self._allowed = allowed
        self._checks = checks

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        trouble: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in resolve(host, port, allowed=self._allowed) if self._checks else [host]:
            try:
                inner = self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
                return _Stream(inner, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class GuardedTransport(httpx.BaseTransport):
    """Sends requests of an `httpx.Client` through guarded connections, or through the user's proxy.

    With `to_anywhere`, addresses of the user's own network are asked too, and connections used again: for addresses
    that the user published, of which nothing is kept.
    """

    def __init__(
        self,
        deadline: Deadline,
        *,
        allow_hosts: Collection[str] = (),
        proxy: str = "",
        to_anywhere: bool = False,
    ) -> None:
        self._deadline = deadline
        self._to_anywhere = to_anywhere
        self._allowed = frozenset(allow_hosts)
        self._proxy = proxy
        self._pools: dict[tuple[str, str], httpcore.ConnectionPool] = {}
        self._opening = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        proxy = self._proxy or environment_proxy(url.scheme, url.host)
        if proxy and not self._to_anywhere:
            self._check_name(url)
        assert isinstance(request.stream, httpx.SyncByteStream)
        response = self._pool(proxy, url.scheme).handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        assert isinstance(response.stream, Iterable)
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()

    def _pool(self, proxy: str, scheme: str) -> httpcore.ConnectionPool:
        with self._opening:  # several threads ask at once where published addresses are looked at
            return self._opened(proxy, scheme)

    def _opened(self, proxy: str, scheme: str) -> httpcore.ConnectionPool:
        if (proxy, scheme) not in self._pools:
            # To load the certificates of all authorities takes 30 ms; a feed at http needs none.
            tls = httpx.create_ssl_context() if scheme == "https" else None
            backend = _Backend(self._deadline, self._allowed, checks=not proxy and not self._to_anywhere)
            self._pools[proxy, scheme] = (
                httpcore.HTTPProxy(proxy, ssl_context=tls, network_backend=backend)
                if proxy
                else httpcore.ConnectionPool(
                    ssl_context=tls,
                    network_backend=backend,
                    max_keepalive_connections=None if self._to_anywhere else 0,
                )
            )
        return self._pools[proxy, scheme]

    def _check_name(self, url: httpx.URL) -> None:
        """Behind a proxy, only the proxy knows the address; what is plainly private is refused here."""
        host = url.host
        if host in self._allowed or f"{host}:{url.port}" in self._allowed:
            return
        try:
            private = not is_public(host)
        except ValueError:  # a name
            private = host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
        if private:
            raise private_address(host, host)


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        assert isinstance(self._response.stream, Iterable)
        yield from self._response.stream

    def close(self) -> None:
        self._response.close()


def environment_proxy(scheme: str, host: str) -> str:
    """Find the proxy that the environment names for a host (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)."""
    proxies = urllib.request.getproxies()
    proxy = proxies.get(scheme) or proxies.get("all") or ""
    if not proxy or urllib.request.proxy_bypass(host):
        return ""
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    if not proxy.startswith(("http://", "https://")):
        raise SourceError(f"the proxy {proxy} is of a kind that is not supported", hint="name an http:// proxy")
    return proxy
