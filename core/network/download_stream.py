"""One HTTP answer as a stream of bytes that its reader can leave at any moment.

The request runs in a thread of its own, because a blocked connection can't be interrupted: whoever is told to stop
leaves at once, and the thread ends by itself at its next byte or time-out. What is done with the bytes, and whether
to ask again, is `download`'s concern.
"""

from __future__ import annotations

import queue
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.request import getproxies, proxy_bypass

import httpx

from core.job_control import JobControl

#: Chunks that may wait for the reader; each is at most 64 KiB.
_CHUNKS_AHEAD = 16
_STOP_CHECK_SECONDS = 0.1


class DownloadFailed(Exception):
    """A download came to nothing. `reason` finishes the sentence "... could not be downloaded: ".

    transient: asking again may help.
    """

    def __init__(self, reason: str, *, transient: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.transient = transient


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long to wait, in seconds, and how often to ask again.

    connect: for the connection. read: for the next bytes. pauses: before each further attempt.
    """

    connect: float = 10.0
    read: float = 30.0
    pauses: tuple[float, ...] = (0.5, 2.0)


@dataclass(frozen=True)
class Answer:
    """The head of an HTTP answer, after redirects; header names are lower-case."""

    status: int
    reason: str
    headers: dict[str, str]


@contextmanager
def open_stream(
    url: str, headers: dict[str, str], control: JobControl, patience: Patience
) -> Iterator[tuple[Answer, Iterator[bytes]]]:
    """Ask for `url`; give the head of the answer and its bytes as they come, exactly as they were sent.

    Raises:
        DownloadFailed: no answer, a broken or silent connection, or an address that must not be asked.
        Stopped: the user asked for it.

    """
    request = _Request(url, headers, patience)
    request.start()
    try:
        answer = request.next_item(control)
        assert isinstance(answer, Answer)
        yield answer, request.chunks(control)
    finally:
        request.abandoned.set()


class _Abandoned(Exception):
    """Nobody reads any more."""


class _Request(threading.Thread):
    """A GET request that puts into a queue: the Answer, its chunks, then None, or the exception that ended it."""

    def __init__(self, url: str, headers: dict[str, str], patience: Patience) -> None:
        super().__init__(name="frostline-download", daemon=True)
        self.abandoned = threading.Event()
        self._url, self._headers, self._patience = url, headers, patience
        self._items: queue.Queue[Answer | bytes | BaseException | None] = queue.Queue(_CHUNKS_AHEAD)

    def run(self) -> None:
        try:
            self._fetch()
            self._put(None)
        except _Abandoned:
            pass
        except Exception as error:
            with suppress(_Abandoned):
                self._put(error)

    def _fetch(self) -> None:
        timeout = httpx.Timeout(self._patience.read, connect=self._patience.connect)
        with (
            httpx.Client(follow_redirects=True, timeout=timeout) as client,
            client.stream("GET", self._url, headers=self._headers) as response,
        ):
            _refuse_downgrade(response)
            self._put(Answer(response.status_code, response.reason_phrase, dict(response.headers)))
            for chunk in response.iter_raw():
                self._put(chunk)

    def _put(self, item: Answer | bytes | BaseException | None) -> None:
        while not self.abandoned.is_set():
            try:
                self._items.put(item, timeout=_STOP_CHECK_SECONDS)
            except queue.Full:
                continue
            return
        raise _Abandoned

    def chunks(self, control: JobControl) -> Iterator[bytes]:
        """Give the bytes of the answer until its end."""
        while (chunk := self.next_item(control)) is not None:
            assert isinstance(chunk, bytes)
            yield chunk

    def next_item(self, control: JobControl) -> Answer | bytes | None:
        """Wait for what comes next; raise what ended the request."""
        # Looking up a name has no time-out of its own in the system's resolver: this bounds it.
        give_up = time.monotonic() + self._patience.connect + self._patience.read
        while time.monotonic() < give_up:
            control.raise_if_stopped()
            try:
                item = self._items.get(timeout=_STOP_CHECK_SECONDS)
            except queue.Empty:
                continue
            if isinstance(item, BaseException):
                failure = _as_failure(item, self._url, self._patience)
                raise failure from (None if failure is item else item)
            return item
        raise DownloadFailed(f"{_host(self._url)} does not answer", transient=True)


def _refuse_downgrade(response: httpx.Response) -> None:
    hops = [*response.history, response]
    if hops[0].url.scheme == "https" and any(hop.url.scheme != "https" for hop in hops):
        raise DownloadFailed(f"{hops[0].url.host} redirects to an insecure address", transient=False)


def _as_failure(error: BaseException, url: str, patience: Patience) -> BaseException:
    """Return the DownloadFailed that tells `error` to a person; faults of the program come back as they are."""
    host = _host(url)
    if isinstance(error, httpx.ConnectTimeout):
        return DownloadFailed(f"{host} did not answer within {patience.connect:g} seconds", transient=True)
    if isinstance(error, httpx.TimeoutException):
        return DownloadFailed(f"{host} sent nothing for {patience.read:g} seconds", transient=True)
    if _has_tls_error(error):
        return DownloadFailed(f"the identity of {host} can't be verified ({error})", transient=False)
    if isinstance(error, (httpx.ConnectError, httpx.ProxyError)):
        return DownloadFailed(f"{host} can't be reached{_by_way_of(url)} ({_without_number(error)})", transient=True)
    if isinstance(error, httpx.RemoteProtocolError | httpx.NetworkError):
        return DownloadFailed(f"the connection to {host} broke off", transient=True)
    if isinstance(error, (httpx.UnsupportedProtocol, httpx.InvalidURL)):
        return DownloadFailed(f"{url} is not an http or https address", transient=False)
    if isinstance(error, (httpx.HTTPError, OSError, ImportError, ValueError)):
        return DownloadFailed(f"the connection to {host} can't be set up ({error})", transient=False)
    return error


def _has_tls_error(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _by_way_of(url: str) -> str:
    """Name the proxy that the environment sets for an address, without its password; '' where there is none."""
    address = httpx.URL(url)
    proxy = getproxies().get(address.scheme) or getproxies().get("all")
    if not proxy or proxy_bypass(address.host):
        return ""
    way = httpx.URL(proxy if "://" in proxy else f"http://{proxy}")
    return f" through the proxy {way.copy_with(username=None, password=None)}"


def _without_number(error: BaseException) -> str:
    return str(error).rpartition("] ")[2]


def _host(url: str) -> str:
    try:
        return httpx.URL(url).host or url
    except httpx.InvalidURL:
        return url
