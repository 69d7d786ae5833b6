"""Opening a picture file, and saying in a sentence why it can't be used.

Header only: pixels are decoded by whoever holds the opened picture (`core.data.decode`), inside the same `with`, so
that what goes wrong there gets its sentence here too.
"""

from __future__ import annotations

import errno
import io
import stat
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from core.data.pixel_limit import allowed_pixels
from core.data.pixels_at_once import pixels_at_once
from core.data.quiet_decoders import keep_decoders_quiet
from core.errors import UnusableInput

#: What Frostline reads, by Pillow's names (MPO comes with JPEG). Left out are formats that start other programs (EPS)
#: and those without fixed pixels (WMF, PDF).
FORMATS = (
    *("JPEG", "PNG", "WEBP", "GIF", "BMP", "DIB", "TIFF", "AVIF", "JPEG2000", "PPM"),
    *("ICO", "ICNS", "TGA", "PCX", "SGI", "DDS", "QOI", "PSD"),
)

#: Larger files are decoded from the disk: threads that decode ahead would hold many of them at once.
IN_MEMORY_BYTES = 64 << 20

#: How well-known picture files start: such a file that can't be identified is damaged rather than something else.
_PICTURE_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x00\x0cjP")
_PICTURE_KINDS = (b"WEBP", b"avif", b"avis")
#: The brands of the pictures that telephones make and Pillow alone can't read.
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_PILLOW_MODULES = r"PIL\."
#: Of these Pillow decodes no more pixels than are asked for, nearly.
_DECODED_SMALLER = frozenset({"JPEG", "MPO"})
_WHOLE_COPY = "Replace the file with a whole copy, or remove it."


class ImageUnusable(UnusableInput):
    """A picture that can't be decoded. `reason` is one sentence without the file's name, `message` one with it.

    source: what was decoded.
    may_pass: the same content may be usable another time: with permission, memory, or another limit of pixels.
    """

    kind = "image_unusable"

    def __init__(self, source: Path | bytes, reason: str, *, hint: str = _WHOLE_COPY, may_pass: bool = False) -> None:
        name = str(source) if isinstance(source, Path) else "The picture"
        super().__init__(f"{name} can't be used: {reason[:1].lower()}{reason[1:]}", hint=hint)
        self.source = source
        self.reason = reason
        self.may_pass = may_pass

    def on_its_own(self) -> ImageUnusable:
        """Return itself without the frames that it went through, which hold what was read of the file."""
        self.__traceback__ = self.__cause__ = self.__context__ = None
        return self


class PictureTooLarge(ImageUnusable):
    """A picture of more pixels than are allowed; `pixels` is their number, 0 where the file does not say."""

    kind = "too_large"

    def __init__(self, source: Path | bytes, size: tuple[int, int] | None) -> None:
        has = f"{size[0]} x {size[1]}" if size else "too many"
        reason = f"The image has {has} pixels: at most {_in_millions(allowed_pixels())} are allowed."
        super().__init__(source, reason, hint="Make the image smaller, or raise the limit of pixels.", may_pass=True)
        self.pixels = size[0] * size[1] if size else 0


@contextmanager
def opened_picture(source: Path | bytes) -> Iterator[Image.Image]:
    """Give the picture of a file, or of a file's content, with its header read and its pixels not yet.

    Where other threads hold large pictures open, it waits for them: see `core.data.pixels_at_once`.

    Raises:
        ImageUnusable: the file can't be opened, or anything in the `with` block failed, which is the decoding.

    """
    _keep_pillow_quiet()
    try:
        with _stream(source) as stream:
            picture = _identified(source, stream)
            pixels = picture.width * picture.height
            with pixels_at_once(pixels // 4 if picture.format in _DECODED_SMALLER else pixels):
                try:
                    yield picture
                except Exception as error:
                    # Its frames hold picture and decoder, and whoever lists what is refused holds the exceptions: a
                    # header that claims 100 million pixels would keep 400 MB for each.
                    traceback.clear_frames(error.__traceback__)
                    raise
                finally:
                    picture.close()
    except ImageUnusable:
        raise
    except OSError as error:
        # What the system says has a number; what Pillow's decoders say of the content has none.
        may_pass = error.errno not in {None, errno.EINVAL}
        raise ImageUnusable(source, why_unreadable(error), may_pass=may_pass) from error
    except MemoryError as error:
        raise ImageUnusable(source, "There is not enough memory to decode it.", may_pass=True) from error
    except Exception as error:  # On damaged data Pillow's decoders raise nearly every exception there is.
        raise ImageUnusable(source, "The image is damaged and can't be decoded.") from error


def why_unreadable(error: OSError) -> str:
    """Return a sentence about a file that can't be read, whether the system says so or Pillow's decoder."""
    if isinstance(error, FileNotFoundError):
        return "The file is no longer there."
    if isinstance(error, PermissionError):
        return "The permission to read the file is missing."
    if error.errno == errno.EINVAL:  # a decoder was led before the start of a large file
        return "The image is damaged and can't be decoded."
    if error.errno is not None:
        return f"The file can't be read ({error.strerror})."
    if "truncated" in str(error):
        return "The image is cut short: the end of the file is missing."
    return "The image is damaged and can't be decoded."


def _keep_pillow_quiet() -> None:
    """Put a filter for Pillow's warnings (odd EXIF, large pictures) in front of all others.

    `warnings.catch_warnings` is not safe with threads; a filter that stays is. Others may have put theirs in front
    since the last picture, so each picture looks.
    """
    keep_decoders_quiet()
    if not warnings.filters or getattr(warnings.filters[0][3], "pattern", "") != _PILLOW_MODULES:
        warnings.filterwarnings("ignore", module=_PILLOW_MODULES)


def _stream(source: Path | bytes) -> BinaryIO:
    if isinstance(source, bytes):
        _refuse_empty(source, len(source))
        return io.BytesIO(source)
    # A named pipe would block on opening, so ask first.
    status = source.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ImageUnusable(source, "It is not a file.", hint="Choose an image file.", may_pass=True)
    _refuse_empty(source, status.st_size)
    # Pillow gets the content or an opened file, not a name, lest it map the file into memory: when another program cuts
    # a mapped file short, the process dies. A damaged file can lead its decoders before its start, which the system
    # refuses and a content doesn't: so that every stage says the same, files are contents here as in the check.
    return source.open("rb") if status.st_size > IN_MEMORY_BYTES else io.BytesIO(source.read_bytes())


def _refuse_empty(source: Path | bytes, size: int) -> None:
    if size == 0:
        raise ImageUnusable(source, "The file is empty.")


def _identified(source: Path | bytes, stream: BinaryIO) -> Image.Image:
    allowed = allowed_pixels()
    _let_pillow_open(allowed)
    try:
        picture = Image.open(stream, formats=FORMATS)
    except UnidentifiedImageError as error:
        reason, hint = _why_unidentified(_first_bytes(stream))
        raise ImageUnusable(source, reason, hint=hint) from error
    except Image.DecompressionBombError as error:
        raise PictureTooLarge(source, _declared_size(stream)) from error
    if picture.width * picture.height > allowed:
        raise PictureTooLarge(source, picture.size)
    return picture


def _let_pillow_open(pixels: int) -> None:
    """Let Pillow open pictures of so many pixels: it refuses those of more than twice a number of its own.

    The number holds for the whole process and is never lowered again, since another thread may need it; what a job
    may open is looked at for each picture here.
    """
    if Image.MAX_IMAGE_PIXELS is not None and pixels > 2 * Image.MAX_IMAGE_PIXELS:
        Image.MAX_IMAGE_PIXELS = -(-pixels // 2)


def _why_unidentified(start: bytes) -> tuple[str, str]:
    if start[4:8] == b"ftyp" and start[8:12] in _HEIC_BRANDS:
        return "It is a HEIC picture, which can't be read here.", "Convert it to JPEG or PNG."
    if start.startswith(_PICTURE_STARTS) or start[8:12] in _PICTURE_KINDS:
        return "The image is damaged or cut short: its header can't be read.", _WHOLE_COPY
    return "It is not an image.", "Remove the file, or convert it to JPEG or PNG."


def _in_millions(pixels: int) -> str:
    return f"{pixels / 1e6:.0f} million" if pixels >= 10_000_000 else f"{pixels:,}"


def _first_bytes(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read(16)


def _declared_size(stream: BinaryIO) -> tuple[int, int] | None:
    """Return the width and height that a file claims, which Pillow does not tell when it refuses them."""
    start = _first_bytes(stream)
    Image.init()
    for name in FORMATS:
        factory, accepts = Image.OPEN[name]
        if accepts is not None and accepts(start) is True:
            stream.seek(0)
            with suppress(Exception):
                return factory(stream, "").size
    return None
