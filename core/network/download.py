"""Download a file so that it can be stopped and resumed, and is only ever seen whole and with the right hash.

Bytes go to `<name>.part` beside the destination; `<name>.part.json` says where they came from, so that a file which
changed on the server in between is not spliced. One process at a time: locking is `weights_cache`'s concern.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from core.job_control import JobControl
from core.network.download_stream import Answer, DownloadFailed, Patience, open_stream
from core.typed_json import from_json, read_json
from core.whole_files import write_text

STAGE = "weights"

#: A file larger than this is not what was asked for (the weights of ResNet50 have 95 MB).
_MOST_BYTES = 2**30
_HASH_CHUNK = 2**20
_WORTH_ASKING_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


def download(url: str, destination: Path, digest: str, control: JobControl, patience: Patience | None = None) -> None:
    """Download `url` to `destination`, which is replaced only by a whole file of the given hash.

    Progress is reported in bytes, as stage `weights`. What was fetched before a stop or a failure is kept and
    resumed by the next call.

    Raises:
        DownloadFailed: why it came to nothing. `destination` is as it was before.
        Stopped: the user asked for it.

    """
    part = _Part(destination)
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        _fetch(url, part, control, patience or Patience())
        if not has_digest(part.file, digest, control):
            part.remove()
            raise DownloadFailed(f"what {url} sent is not the expected file (its hash is wrong)", transient=False)
        part.move_into_place()
    except OSError as error:
        raise DownloadFailed(f"{part.file} can't be written ({error.strerror or error})", transient=False) from error


def has_digest(file: Path, digest: str, control: JobControl) -> bool:
    """Say whether `file` has this hash: SHA-256 when it has 64 digits, else MD5, as Keras itself decides."""
    hasher = hashlib.new("sha256" if len(digest) == 64 else "md5", usedforsecurity=False)
    with file.open("rb") as opened:
        while chunk := opened.read(_HASH_CHUNK):
            control.raise_if_stopped()
            hasher.update(chunk)
    return hasher.hexdigest() == digest.lower()


def bytes_so_far(destination: Path) -> tuple[int, int]:
    """Return how many bytes of an unfinished download are there, and how many there will be (0: not known)."""
    part = _Part(destination)
    source = part.source()
    return part.size(), source.total if source else 0


@dataclass(frozen=True)
class _Source:
    """Where the bytes of a .part come from. validator: its strong ETag or date; '' when the server gave none."""

    url: str
    validator: str
    total: int


@dataclass(frozen=True)
class _Part:
    """The unfinished file beside a destination, and the note of where it comes from."""

    destination: Path

    @property
    def file(self) -> Path:
        return self.destination.with_name(self.destination.name + ".part")

    @property
    def _note(self) -> Path:
        return self.destination.with_name(self.destination.name + ".part.json")

    def size(self) -> int:
        try:
            return self.file.stat().st_size
        except OSError:
            return 0

    def source(self) -> _Source | None:
        try:
            return from_json(_Source, read_json(self._note))
        except (OSError, ValueError):
            return None

    def begin(self, source: _Source) -> None:
        self.file.write_bytes(b"")
        write_text(self._note, json.dumps(asdict(source)))

    def remove(self) -> None:
        self.file.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def move_into_place(self) -> None:
        with self.file.open("rb+") as opened:
            os.fsync(opened.fileno())
        self.file.replace(self.destination)
        self._note.unlink(missing_ok=True)


def _fetch(url: str, part: _Part, control: JobControl, patience: Patience) -> None:
    """Fill `part`, asking again after transient failures. An attempt that got further counts as the first one."""
    furthest, failures = part.size(), 0
    while True:
        try:
            return _attempt(url, part, control, patience)
        except DownloadFailed as failure:
            if part.size() > furthest:
                furthest, failures = part.size(), 0
            if not failure.transient or failures == len(patience.pauses):
                raise
        control.stop_requested.wait(patience.pauses[failures])
        control.raise_if_stopped()
        failures += 1


def _attempt(url: str, part: _Part, control: JobControl, patience: Patience) -> None:
    source = part.source()
    if source is None or source.url != url or source.validator == "":
        source = None
    done = part.size() if source else 0
    control.progress(STAGE, done, source.total if source else 0)
    if source and 0 < source.total <= done:
        return
    headers = {"Accept-Encoding": "identity"}
    if source and done:
        headers |= {"Range": f"bytes={done}-", "If-Range": source.validator}
    with open_stream(url, headers, control, patience) as (answer, chunks):
        if not (source and done and _continues(answer, done, source)):
            _begin_anew(url, part, answer)
        _append(part, chunks, _total(answer), control)


def _continues(answer: Answer, done: int, source: _Source) -> bool:
    """Say whether this answer goes on with the same file at byte `done`."""
    if answer.status != 206 or _validator(answer) != source.validator:
        return False
    return answer.headers.get("content-range", "").startswith(f"bytes {done}-")


def _begin_anew(url: str, part: _Part, answer: Answer) -> None:
    if answer.status in (206, 416):
        part.remove()
        raise DownloadFailed(f"{url} changed while it was downloaded", transient=True)
    if answer.status != 200:
        again = answer.status in _WORTH_ASKING_AGAIN
        raise DownloadFailed(f"{url} answers {answer.status} {answer.reason}".rstrip(), transient=again)
    packed = answer.headers.get("content-encoding", "identity")
    if packed.lower() != "identity":
        reason = f"{url} comes packed ({packed}), although that was not asked for: is there a proxy that changes files?"
        raise DownloadFailed(reason, transient=False)
    part.begin(_Source(url, _validator(answer), _total(answer)))


def _append(part: _Part, chunks: Iterator[bytes], total: int, control: JobControl) -> None:
    done = part.size()
    _require_room(part.file.parent, max(total, done) - done)
    with part.file.open("ab") as opened:
        for chunk in chunks:
            done += len(chunk)
            if max(total, done) > _MOST_BYTES:
                raise DownloadFailed("the file on the server is far too large", transient=False)
            opened.write(chunk)
            control.progress(STAGE, done, total)
    if total == 0:
        control.progress(STAGE, done, done)


def _require_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        megabytes = f"{needed / 1e6:.0f} MB are needed and {free / 1e6:.0f} MB are free"
        raise DownloadFailed(f"there is no room in {folder} ({megabytes})", transient=False)


def _total(answer: Answer) -> int:
    """Return the size of the whole file, 0 when the server doesn't say."""
    said = answer.headers.get("content-length", "")
    if answer.status == 206:
        said = answer.headers.get("content-range", "").rpartition("/")[2]
    return int(said) if re.fullmatch(r"[0-9]{1,18}", said) else 0


def _validator(answer: Answer) -> str:
    """Return what tells this version of the file from others: its ETag (a weak one won't do) or its date."""
    tag = answer.headers.get("etag", "")
    return tag if tag.startswith('"') else answer.headers.get("last-modified", "")
