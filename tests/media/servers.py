"""Web servers on loopback that do exactly as a script says, wrong things above all."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Call:
    """One request, and the means to answer it byte by byte."""

    connection: socket.socket
    path: str
    method: str
    headers: dict[str, str]
    number: int  #: how many requests came before this one
    stopping: threading.Event

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def head(self, status: str, **headers: object) -> None:
        lines = [f"HTTP/1.1 {status}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items() if value is not None]
        self.send(("\r\n".join([*lines, "Connection: close", "", ""])).encode("latin-1"))

    def reply(self, body: bytes, status: str = "200 OK", **headers: object) -> None:
        self.head(status, **{"Content_Length": len(body), "Content_Type": "audio/mpeg", **headers})
        self.send(body)

    @property
    def start(self) -> int | None:
        """Where the asked range begins, if one was asked for."""
        text = self.headers.get("range", "")
        return int(text.removeprefix("bytes=").split("-")[0]) if text else None

    def drip(self, data: bytes, seconds: float) -> None:
        """Send byte by byte, until told to stop."""
        for byte in data:
            if self.stopping.wait(seconds):
                return
            self.send(bytes([byte]))


Script = Callable[[Call], None]


@dataclass
class Server:
    """What a test sees of a running server."""

    port: int
    calls: list[Call] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """Run a server that answers each request by calling the script; it stops with the block."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    server = Server(port=listener.getsockname()[1])
    stopping = threading.Event()
    threads: list[threading.Thread] = []

    def accept() -> None:
        while not stopping.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            threads.append(threading.Thread(target=answer, args=(connection,), daemon=True))
            threads[-1].start()

    def answer(connection: socket.socket) -> None:
        with connection:
            connection.settimeout(10)
            call = read_call(connection, len(server.calls), stopping)
            if call is None:
                return
            server.calls.append(call)
            try:
                script(call)
            except OSError:
                pass  # the client has hung up, as it may

    main = threading.Thread(target=accept, daemon=True)
    main.start()
    try:
        yield server
    finally:
        stopping.set()
        main.join()
        listener.close()
        for thread in threads:
            thread.join(timeout=2)


def read_call(connection: socket.socket, number: int, stopping: threading.Event) -> Call | None:
    data = b""
    try:
        while b"\r\n\r\n" not in data:
            chunk = connection.recv(65536)
            if not chunk:
                return None
            data += chunk
    except OSError:
        return None
    lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    method, path = lines[0].split(" ")[:2]
    return Call(connection=connection, path=path, method=method, headers=headers, number=number, stopping=stopping)


def files(content: dict[str, tuple[str, bytes]], **headers: object) -> Script:
    """A server that behaves: files by path, ranges, a strong ETag."""

    def script(call: Call) -> None:
        path = call.path.split("?")[0]
        if path not in content:
            call.reply(b"gone", "404 Not Found", Content_Type="text/plain")
            return
        kind, body = content[path]
        etag = f'"{len(body):x}"'
        start = call.start
        if start is not None and call.headers.get("if-range", etag) == etag:
            part = f"bytes {start}-{len(body) - 1}/{len(body)}"
            call.reply(body[start:], "206 Partial Content", Content_Type=kind, ETag=etag, Content_Range=part, **headers)
        else:
            call.reply(body, Content_Type=kind, ETag=etag, **headers)

    return script
