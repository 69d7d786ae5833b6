"""The check of one picture: can it be used, and if so, what tells it from others.

It is read once and decoded once, small. How many are checked, and what is known of them from before, is
`core.data.checked_files`' affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.data.content import read_picture
from core.data.decode import pixels_of
from core.data.looks import LOOK_EDGE, look_of
from core.data.opened_picture import ImageUnusable, PictureTooLarge, opened_picture

#: Of `image_digest`, as bytes.
DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class CheckedPicture:
    """What the check of a picture found.

    reason: why it can't be used, in a sentence; '' where it can, and only then the rest is there. may_pass: the same
    content may be usable another time. digest: `image_digest`, 16 bytes. look: `looks.look_of`. format: Pillow's name
    of what the content is, whatever the file is called. pixels: how many it has. Of one that is too large there is
    the number of pixels too, if the file says so, and the kind `too_large`.
    """

    reason: str = ""
    kind: str = ""
    may_pass: bool = False
    digest: bytes = b""
    look: bytes = b""
    format: str = ""
    pixels: int = 0


def check_picture(file: Path) -> CheckedPicture:
    """Decode a picture, and say why that failed or what it is. Safe to call from many threads at once."""
    try:
        source, digest = read_picture(file)
        with opened_picture(source) as picture:
            pixels, image_format = picture.width * picture.height, picture.format or ""
            look = look_of(pixels_of(picture, LOOK_EDGE))
    except PictureTooLarge as large:
        return CheckedPicture(reason=large.reason, kind=large.kind, may_pass=True, pixels=large.pixels)
    except ImageUnusable as unusable:
        return CheckedPicture(reason=unusable.reason, may_pass=unusable.may_pass)
    return CheckedPicture(digest=bytes.fromhex(digest), look=look, format=image_format, pixels=pixels)
