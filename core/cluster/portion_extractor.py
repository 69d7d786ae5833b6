"""The work itself: a portion of the listing becomes rows of features, in this process, by the engine of a training.

Pictures are read and decoded ahead in threads while the network computes, as in `core.features.extract`. Rows reach the
store every half minute, under their keys, so that whatever dies loses little; a portion that is begun again keeps what
it has. Who deals out the portions is the concern of `here` and of `driver`.
"""

from __future__ import annotations

import dataclasses
import secrets
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np
import xxhash

from core.cluster.image_table import StoredImage, StoredProblem, read_images, write_images, write_problems
from core.cluster.ledger import Claim, Count, Ledger
from core.cluster.listing import Listed, pictures_of
from core.cluster.partition import digests_in, write_partition
from core.cluster.place import open_place
from core.cluster.store_files import FEATURES, StoreManifest, portion_name
from core.data.content import read_picture
from core.data.decode import decode_image, pixels_of
from core.data.looks import LOOK_EDGE, look_of
from core.data.opened_picture import ImageUnusable, opened_picture
from core.data.pixel_limit import pixel_limit
from core.data.work_ahead import done_ahead
from core.features.batch_size import WithinMemory, largest_batch_size
from core.features.engine import computes_on_gpu, open_engine
from core.features.extract import Extraction, as_stored
from core.features.recipe import row_key
from core.job_control import JobControl

#: Computed rows reach the store after so many seconds, or bytes.
_WRITE_SECONDS, _WRITE_BYTES = 30.0, 64 << 20
#: So often the ledger hears how far a portion is.
_REPORT_SECONDS = 0.25
#: Of a picture behind a URI so much is read at most.
_LARGEST_FILE = 1 << 30


@dataclass(frozen=True, slots=True)
class _Read:
    """A picture that was read. pixels: as the network sees them; None where it can't be used."""

    picture: Listed
    digest: str = ""
    look: bytes = b""
    pixels: np.ndarray | None = None
    unusable: ImageUnusable | None = None


class PortionExtractor:
    """Computes portions, one after another. Holds the model once."""

    def __init__(
        self, manifest: StoreManifest, store: str, extractor: keras.Model, ledger: Ledger, *, threads: int | None = None
    ) -> None:
        """threads: that read and decode ahead; None: as many as there are cores."""
        self._manifest = manifest
        self._store = open_place(store)
        self._source = open_place(manifest.source)
        self._ledger = ledger
        self._threads = threads
        engine = open_engine(manifest.engine, extractor)
        self._batch_size = largest_batch_size(
            engine, manifest.images, manifest.recipe.image_size, on_gpu=computes_on_gpu(manifest.engine)
        )
        self._engine = WithinMemory(engine, JobControl())
        self.too_large = Extraction()

    def extract(self, portion: int) -> Count:
        """Compute what a portion lacks, until it is done or the ledger says to stop; return what was done.

        Raises:
            OSError: the store or the listing can't be reached.
            FrostlineError: not even one image fits into the memory.

        """
        with pixel_limit(self._manifest.pixel_limit):
            return _Portion(self, portion).run()


class _Portion:
    """A portion on its way."""

    def __init__(self, extractor: PortionExtractor, portion: int) -> None:
        self._all = extractor
        self._portion = portion
        self._ledger = extractor._ledger
        self._store = extractor._store
        self._recipe = extractor._manifest.recipe
        self._count = Count()
        self._images: list[StoredImage] = []
        self._problems: list[StoredProblem] = []
        self._waiting: list[_Read] = []
        self._rows: list[np.ndarray] = []
        self._digests: list[str] = []
        self._written = time.monotonic()
        self._reported = 0.0
        size = self._recipe.image_size
        self._pixels = np.zeros((extractor._batch_size, size, size, 3), dtype=np.float32)

    def run(self) -> Count:
        pictures = pictures_of(self._portion, self._all._manifest.portions, self._store)
        before = {one.picture.name: one for one in read_images(self._portion, self._store)}
        self._ledger.wrote(self._own_digests())
        unknown = self._take_known(pictures, before)
        goes_on = self._read_and_compute(unknown)
        self._write_rows()
        if not goes_on:
            self._images += self._not_reached(pictures, before)
        write_problems(self._problems, self._portion, self._store)
        write_images(self._images, self._portion, self._store)
        self._ledger.report(self._portion, self._count)
        return self._count

    def _own_digests(self) -> list[str]:
        """Return the contents whose rows this portion has written, by an earlier process too that said so to nobody."""
        return digests_in(self._store / FEATURES / portion_name(self._portion))

    def _take_known(self, pictures: Sequence[Listed], before: dict[str, StoredImage]) -> list[Listed]:
        """Take those that are as they were and whose features are stored; return the others."""
        same = [picture for picture in pictures if _is_same(picture, before.get(picture.name))]
        stored = self._ledger.stored([before[picture.name].digest for picture in same])
        known = {picture.name for picture, is_stored in zip(same, stored, strict=True) if is_stored}
        self._images += [
            StoredImage(picture, before[picture.name].digest, before[picture.name].look)
            for picture in same
            if picture.name in known
        ]
        self._add(Count(reused=len(known)))
        return [picture for picture in pictures if picture.name not in known]

    def _read_and_compute(self, pictures: Sequence[Listed]) -> bool:
        """Compute the features of pictures; return False where the ledger says to stop."""
        size, group = self._all._batch_size, list[_Read]()
        ahead = max(64, 2 * size)
        with closing(done_ahead(self._read, pictures, threads=self._all._threads, ahead=ahead)) as read:
            for one in read:
                group.append(one)
                if len(group) == size:
                    self._claim(group)
                    group = []
                    if not self._goes_on():
                        return False
        self._claim(group)
        self._compute(len(self._waiting))
        return True

    def _read(self, picture: Listed) -> _Read:
        """Read a picture and decode it; in a thread."""
        digest = ""
        try:
            source, digest = self._content(picture)
            with opened_picture(source) as opened:
                look = look_of(pixels_of(opened, LOOK_EDGE))
            return _Read(picture, digest, look, decode_image(source, self._recipe.image_size))
        except ImageUnusable as unusable:
            return _Read(picture, digest, unusable=unusable.on_its_own())

    def _content(self, picture: Listed) -> tuple[Path | bytes, str]:
        """Return what to decode a picture from, and its `image_digest`."""
        source = self._all._source
        if source.local is not None:
            return read_picture(source.local / picture.name)
        name = (source / picture.name).where
        if picture.size > _LARGEST_FILE:
            raise ImageUnusable(name.encode(), f"The file has {picture.size / 1e6:,.0f} MB.", hint="Make it smaller.")
        try:
            content = (source / picture.name).read()
        except FileNotFoundError as error:
            raise ImageUnusable(name.encode(), "The file is no longer there.", may_pass=True) from error
        except Exception as error:  # the packages behind fsspec raise exceptions of their own
            why = str(error).partition("\n")[0][:200].rstrip(".")
            raise ImageUnusable(name.encode(), f"The file can't be read ({why}).", may_pass=True) from error
        return content, xxhash.xxh3_128_hexdigest(content)

    def _claim(self, group: Sequence[_Read]) -> None:
        """Keep what was found of some pictures, and compute those that nobody has."""
        for one in group:
            self._images.append(StoredImage(one.picture, one.digest, one.look))
            if one.unusable is not None:
                self._problems.append(
                    StoredProblem(one.picture.name, one.picture.class_name, one.unusable.reason, one.unusable.hint)
                )
        usable = [one for one in group if one.pixels is not None]
        claims = self._ledger.claim([one.digest for one in usable], [one.picture.name for one in usable])
        self._waiting += [one for one, claim in zip(usable, claims, strict=True) if claim == Claim.COMPUTE]
        reused, copies = (sum(claim == kind for claim in claims) for kind in (Claim.STORED, Claim.ELSEWHERE))
        self._add(Count(reused=reused, copies=copies, problems=len(group) - len(usable)))
        while len(self._waiting) >= self._all._batch_size:
            self._compute(self._all._batch_size)

    def _compute(self, count: int) -> None:
        if not count:
            return
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        for position, one in enumerate(now):
            self._pixels[position] = one.pixels
        features = self._all._engine.features(self._pixels)[:count]
        self._rows.append(np.array(as_stored(features, self._recipe.dtype, self._all.too_large)))
        self._digests += [one.digest for one in now]
        self._add(Count(computed=count))
        waited = time.monotonic() - self._written
        if waited > _WRITE_SECONDS or len(self._digests) * self._recipe.row_bytes > _WRITE_BYTES:
            self._write_rows()

    def _write_rows(self) -> None:
        self._written = time.monotonic()
        if not self._digests:
            return
        place = self._store / FEATURES / portion_name(self._portion) / f"{secrets.token_hex(6)}.parquet"
        keys = [row_key(digest) for digest in self._digests]
        write_partition(keys, np.concatenate(self._rows), self._recipe, place)
        self._ledger.wrote(self._digests)
        self._rows, self._digests = [], []

    def _not_reached(self, pictures: Sequence[Listed], before: dict[str, StoredImage]) -> list[StoredImage]:
        """Return what was known before of the pictures that the stop came before."""
        reached = {one.picture.name for one in self._images}
        return [before[one.name] for one in pictures if one.name in before and one.name not in reached]

    def _add(self, count: Count) -> None:
        self._count += count

    def _goes_on(self) -> bool:
        now = time.monotonic()
        if now - self._reported < _REPORT_SECONDS:
            return True
        self._reported = now
        return self._ledger.report(self._portion, self._count)


def _is_same(picture: Listed, before: StoredImage | None) -> bool:
    """Whether a picture is what it was, by its bytes and its time, and was sound."""
    if before is None or not before.digest or not before.look or not picture.modified:
        return False
    return dataclasses.replace(before.picture, class_name=picture.class_name) == picture
