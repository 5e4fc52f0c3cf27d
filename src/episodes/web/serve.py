"""The preview server: the web root as listeners' browsers and podcast apps will get it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO, cast

from episodes.core.errors import UsageError
from episodes.web.answer import Answer, Part, answer_file
from episodes.web.files import Found, find_file
from episodes.web.ranges import Range
from episodes.web.rewrite import is_host

#: Seconds that a silent connection is kept.
PATIENCE = 30
_CHUNK = 256 * 1024
#: What the server says of each request: method, path and status.
Log = Callable[[str], None]


class PreviewServer:
    """Serves a folder until `shutdown`; `url` is the address of its root."""

    def __init__(self, root: Path, *, host: str, port: int, base_url: str, log: Log | None) -> None:
        try:
            self._server = _Server((host, port), _Handler)
        except (OSError, OverflowError) as error:
            raise _cannot_listen(host, port, error) from error
        self._server.root = root.resolve()
        self._server.base_url = base_url.rstrip("/")
        self._server.log = log or (lambda _: None)
        self._server.own_url = self.url.rstrip("/")

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        host = str(self._server.server_address[0])
        shown = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104 - shown
        return f"http://{shown}:{self.port}/"

    def serve_forever(self) -> None:
        """Answer requests until `shutdown` is called from another thread, or the user stops the program."""
        try:
            self._server.serve_forever(poll_interval=0.1)
        finally:
            self._server.server_close()

    def shutdown(self) -> None:
        """Stop serving and free the port."""
        self._server.shutdown()
        self._server.server_close()


def serve(
    root: Path, *, host: str = "127.0.0.1", port: int = 8484, base_url: str = "", log: Log | None = None
) -> PreviewServer:
    """Open a preview of a web root; raises UsageError if the address cannot be had. Port 0 takes a free one.

    Texts that name `base_url`, the address the site was built for, name the address that was asked instead,
    so that feed and media work in a podcast app while they are looked at.
    """
    if not root.is_dir():
        raise UsageError(f"there is nothing to serve: {root} is not a folder", hint="episodes build")
    return PreviewServer(root, host=host, port=port, base_url=base_url, log=log)


def _cannot_listen(host: str, port: int, error: OSError | OverflowError) -> UsageError:
    if isinstance(error, OverflowError):
        return UsageError(f"{port} is no port", hint="take one with --port, from 1024 to 65535")
    if error.errno == errno.EADDRINUSE:
        return UsageError(
            f"port {port} is taken by another program", hint="take another with --port, or --port 0 for any free one"
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return UsageError(f"port {port} may not be used by you", hint="take one from 1024 with --port")
    return UsageError(f"cannot listen at {host}: {error.strerror or error}", hint="127.0.0.1 always works")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    root: Path
    base_url: str
    own_url: str
    log: Log

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, handler)

    def server_bind(self) -> None:
        # HTTPServer would ask the name service for the host's full name, which can take seconds.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers close connections in the middle of media all the time; that is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "episodes"
    sys_version = ""
    timeout = PATIENCE

    @property
    def _site(self) -> _Server:
        return cast(_Server, self.server)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        found = find_file(self._site.root, self.path)
        if found.moved_to:
            headers = {"Location": found.moved_to, "Content-Length": "0"}
            self._send(Answer(status=HTTPStatus.MOVED_PERMANENTLY, headers=headers), with_body=with_body)
            return
        try:
            self._send(self._of_file(found), with_body=with_body)
        except (BrokenPipeError, ConnectionError, TimeoutError):
            self.close_connection = True  # the client went away, as players do when they seek

    def _of_file(self, found: Found) -> Answer:
        if found.file:
            try:
                return self._read(found.file, HTTPStatus.OK)
            except OSError:
                pass  # removed by a build since it was found
        try:
            return self._read(self._site.root / "404.html", HTTPStatus.NOT_FOUND)
        except OSError:
            return _plain_not_found()

    def _read(self, file: Path, status: HTTPStatus) -> Answer:
        return answer_file(
            file,
            cast("dict[str, str]", self.headers),
            base_url=self._site.base_url,
            asked_url=self._asked_url(),
            status=status,
        )

    def _asked_url(self) -> str:
        host = self.headers.get("Host", "")
        return f"http://{host}" if is_host(host) else self._site.own_url

    def _send(self, answer: Answer, *, with_body: bool) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Access-Control-Allow-Origin", "*")  # web players load captions and chapters from elsewhere
        self.end_headers()
        if with_body:
            self._send_body(answer)

    def _send_body(self, answer: Answer) -> None:
        if answer.content is not None:
            for part in answer.parts:
                self.wfile.write(part.head + answer.content[part.range.start : part.range.stop])
        elif answer.file and answer.parts:
            with answer.file.open("rb") as file:
                for part in answer.parts:
                    self.wfile.write(part.head)
                    _copy(file, self.wfile, part.range.start, part.range.length)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002 - the base class's
        status = code.value if isinstance(code, HTTPStatus) else code
        asked = f"{self.command} {self.path}" if hasattr(self, "path") else "?"  # a line that is no request has none
        self._site.log(f"{asked} {status}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Nothing goes to stderr: the log callback has every answer."""


def _plain_not_found() -> Answer:
    text = b"There is no page at this address.\n"
    headers = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(text))}
    return Answer(status=HTTPStatus.NOT_FOUND, headers=headers, content=text, parts=(Part(range=Range(0, len(text))),))


def _copy(source: BinaryIO, target: object, start: int, length: int) -> None:
    source.seek(start)
    write = cast(BinaryIO, target).write
    while length > 0 and (chunk := source.read(min(_CHUNK, length))):
        write(chunk)
        length -= len(chunk)
