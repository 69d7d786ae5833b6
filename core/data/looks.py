"""What a picture looks like in 80 bytes, so that copies of it are found whatever their format, size or quality.

A look is the perceptual hash of the picture in grey, 256 bits, as ImageHash makes it (`phash`: signs against the median
of the low frequencies of a discrete cosine transform; Zauner 2010, "Implementation and Benchmarking of Perceptual Image
Hash Functions", section 3.2.1), and its mean colours on a grid of 4 x 4, since the hash alone is blind to colour. It is
made of what the network sees, the centre square. Which pictures look alike is said here, how they are found among many
in `core.data.duplicates`.

Of 245 photos of insects no two are nearer than 94 bits, of 240 sample pictures 42. Of 100 copies saved as JPEG at
quality 30, 99 are at most 7 bits away; of those at half the size, 27; of those a tenth brighter, 11, with colours that
are off by 22.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

#: Edge of the square that a look is made of, in pixels: four times the hash's, as its source has it.
LOOK_EDGE = 64
#: Takes part in what is kept of a check. Change it whenever the look of any picture changes.
LOOK_VERSION = "1"
#: Two pictures look alike when at most so many bits of their hashes differ ...
MOST_BITS = 31
#: ... and none of their mean colours by more than that, of 255.
MOST_COLOUR = 32

_HASH_EDGE = 16
_HASH_BYTES = _HASH_EDGE * _HASH_EDGE // 8
_GRID = 4
LOOK_BYTES = _HASH_BYTES + _GRID * _GRID * 3


def look_of(pixels: NDArray[np.uint8]) -> bytes:
    """Return the look of a picture, uint8 (LOOK_EDGE, LOOK_EDGE, 3), as `LOOK_BYTES` bytes."""
    # It brings SciPy along, which a start and a training whose pictures are all known do without.
    import imagehash

    bits: NDArray[np.bool_] = imagehash.phash(Image.fromarray(pixels), hash_size=_HASH_EDGE).hash
    cell = LOOK_EDGE // _GRID
    colours = pixels.reshape(_GRID, cell, _GRID, cell, 3).mean(axis=(1, 3))
    look: bytes = np.packbits(bits).tobytes() + np.rint(colours).astype(np.uint8).tobytes()
    return look


def hashes_of(looks: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Return the hashes of looks, uint8 (n, LOOK_BYTES), as uint64 (n, 4)."""
    return np.ascontiguousarray(looks[:, :_HASH_BYTES]).view(np.uint64)


def same_colours(looks: NDArray[np.uint8], others: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return for each pair of looks, both uint8 (n, LOOK_BYTES), whether their colours are alike: bool (n,)."""
    colours, other_colours = looks[:, _HASH_BYTES:].astype(np.int16), others[:, _HASH_BYTES:].astype(np.int16)
    alike: NDArray[np.bool_] = np.abs(colours - other_colours).max(axis=1, initial=0) <= MOST_COLOUR
    return alike
