"""A real HTTP server on this machine that can misbehave in every way that a download must survive."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class FileServer:
    """What a loopback server offers under any path, and how it behaves.

    statuses: answered, one a request, before it behaves. cuts: bytes after which it cuts the line, one a request.
    hold_after: bytes after which it waits for `release`. drop_seconds: between kilobytes. encoding: what it calls the
    encoding of the content, which is sent as it is. ranges: the Range of each request, in order.
    """

    content: bytes = b""
    etag: str = '"first"'
    honours_ranges: bool = True
    honours_if_range: bool = True
    tells_length: bool = True
    encoding: str = ""
    claimed_length: int | None = None
    redirect: str = ""
    statuses: list[int] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    hold_after: int | None = None
    drop_seconds: float = 0.0
    release: threading.Event = field(default_factory=threading.Event)
    ranges: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/weights.h5"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        asked = request.headers.get("Range", "")
        self.ranges.append(asked)
        if self.statuses:
            request.send_error(self.statuses.pop(0))
            return
        if self.redirect and request.path != "/moved":
            request.send_response(302)
            request.send_header("Location", self.redirect)
            request.end_headers()
            return
        fresh = not self.honours_if_range or request.headers.get("If-Range", self.etag) == self.etag
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and self.honours_ranges and fresh else 0
        self._send_head(request, start)
        self._send_body(request, self.content[start:])

    def _send_head(self, request: BaseHTTPRequestHandler, start: int) -> None:
        request.send_response(206 if start else 200)
        if start:
            request.send_header("Content-Range", f"bytes {start}-{len(self.content) - 1}/{len(self.content)}")
        if self.tells_length:
            request.send_header("Content-Length", str(self.claimed_length or len(self.content) - start))
        if self.encoding:
            request.send_header("Content-Encoding", self.encoding)
        if self.etag:
            request.send_header("ETag", self.etag)
        request.end_headers()

    def _send_body(self, request: BaseHTTPRequestHandler, body: bytes) -> None:
        if self.cuts:
            body = body[: self.cuts.pop(0)]
        if self.hold_after is not None:
            request.wfile.write(body[: self.hold_after])
            request.wfile.flush()
            body = body[self.hold_after :]
            self.release.wait(30)
        while self.drop_seconds and body:
            request.wfile.write(body[:1000])
            body = body[1000:]
            self.release.wait(self.drop_seconds)
        request.wfile.write(body)


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves in the middle is what some tests are about."""


@contextmanager
def serving() -> Iterator[FileServer]:
    """Run a server on a free port."""
    offered = FileServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            offered.answer(self)

        def log_message(self, *_arguments: Any) -> None:
            pass

    with _QuietServer(("127.0.0.1", 0), Handler) as server:
        offered.port = server.server_address[1]
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02))
        thread.start()
        try:
            yield offered
        finally:
            offered.release.set()
            server.shutdown()
            thread.join()
