"""Sound pictures from real encoders, one for each way in which the formats that are listed differ: what is mutated.

Drawn by code with Pillow, small, and the same each time. What is done to them is `picture_mutations`' concern.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import numpy as np
from PIL import Image

_SIZE = (48, 40)


@cache
def picture_seeds() -> dict[str, tuple[str, bytes]]:
    """Return the suffix and the content of each seed by its name; the part of a name before the space is the format."""
    return {name: (suffix, content) for name, suffix, content in (*_still(), *_deep(), *_of_several_frames())}


def _drawing(mode: str, *, size: tuple[int, int] = _SIZE, seed: int = 0) -> Image.Image:
    """Return a picture with both soft and sharp parts, so that every kind of coding has something to do."""
    generator = np.random.default_rng(seed)
    across, down = np.meshgrid(np.linspace(0, 255, size[0]), np.linspace(0, 255, size[1]))
    pixels = np.stack([across, down, 255 - across], axis=-1).astype(np.uint8)
    pixels[8:16, 8:24] = generator.integers(0, 256, (8, 16, 3), dtype=np.uint8)
    picture = Image.fromarray(pixels)
    if mode in {"RGBA", "LA"}:
        picture.putalpha(Image.fromarray(down.astype(np.uint8)))
    return picture.convert(mode)


def _encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    content = io.BytesIO()
    picture.save(content, kind, **options)
    return content.getvalue()


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "drawn by code"
    return exif


def _still() -> Iterator[tuple[str, str, bytes]]:
    rgb, grey, alpha, palette = _drawing("RGB"), _drawing("L"), _drawing("RGBA"), _drawing("P")
    save = _encoded
    yield "jpeg baseline", ".jpg", save(rgb, "JPEG", quality=90, subsampling=0)
    yield "jpeg 4:2:0 with comment", ".jpg", save(rgb, "JPEG", subsampling=2, comment=b"words" * 9)
    yield "jpeg progressive", ".jpeg", save(rgb, "JPEG", progressive=True, optimize=True)
    yield "jpeg restart markers", ".jpg", save(rgb, "JPEG", restart_marker_blocks=2)
    yield "jpeg grey", ".jpg", save(grey, "JPEG")
    yield "jpeg cmyk", ".jpg", save(_drawing("CMYK"), "JPEG")
    yield "jpeg turned", ".jpg", save(rgb, "JPEG", exif=_exif(6), dpi=(72, 72))
    yield "jpeg with profile", ".jpg", save(rgb, "JPEG", icc_profile=bytes(range(256)) * 300)
    yield "png rgb", ".png", save(rgb, "PNG", dpi=(72, 72))
    yield "png palette", ".png", save(palette, "PNG", transparency=3)
    yield "png one bit", ".png", save(_drawing("1"), "PNG")
    yield "png transparent", ".png", save(alpha, "PNG", exif=_exif(8))
    yield "png grey with alpha", ".png", save(_drawing("LA"), "PNG")
    yield "png transparent colour", ".png", save(rgb, "PNG", transparency=(0, 0, 255))
    yield "webp lossy", ".webp", save(rgb, "WEBP", quality=80, exif=_exif(3).tobytes())
    yield "webp lossless", ".webp", save(alpha, "WEBP", lossless=True)
    yield "bmp", ".bmp", save(rgb, "BMP")
    yield "bmp palette", ".bmp", save(palette, "BMP")
    yield "dib", ".dib", save(rgb, "DIB")
    yield "tiff", ".tif", save(rgb, "TIFF")
    for packed in ("tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg", "group4"):
        mode = "1" if packed == "group4" else "RGB"
        yield f"tiff {packed}", ".tiff", save(_drawing(mode), "TIFF", compression=packed, exif=_exif(5))
    yield "tiff tiled", ".tif", _tiled_tiff()
    yield "avif", ".avif", save(rgb, "AVIF", quality=60, speed=10)
    yield "avif transparent", ".avif", save(alpha, "AVIF", quality=60, speed=10, exif=_exif(6).tobytes())
    yield "jpeg2000", ".jp2", save(rgb, "JPEG2000")
    yield "jpeg2000 bare", ".j2k", save(grey, "JPEG2000", no_jp2=True)
    yield "ppm", ".ppm", save(rgb, "PPM")
    yield "ppm grey", ".pgm", save(grey, "PPM")
    yield "ppm words", ".ppm", b"P3\n# words\n4 3\n255\n" + b" ".join(b"%d" % (value * 7 % 256) for value in range(36))
    yield "ico", ".ico", save(_drawing("RGBA", size=(64, 64)), "ICO", sizes=[(16, 16), (32, 32)])
    yield "ico of bitmaps", ".ico", save(alpha, "ICO", sizes=[(16, 16)], bitmap_format="bmp")
    yield "icns", ".icns", save(_drawing("RGBA", size=(128, 128)), "ICNS")
    yield "tga", ".tga", save(rgb, "TGA")
    yield "tga run length", ".tga", save(alpha, "TGA", compression="tga_rle")
    yield "pcx", ".pcx", save(rgb, "PCX")
    yield "pcx palette", ".pcx", save(palette, "PCX")
    yield "sgi", ".sgi", save(rgb, "SGI")
    yield "dds", ".dds", save(alpha, "DDS")
    yield "dds blocks", ".dds", save(alpha, "DDS", pixel_format="DXT5")
    yield "qoi", ".qoi", save(alpha, "QOI")
    yield "psd", ".psd", _photoshop(rgb)


def _deep() -> Iterator[tuple[str, str, bytes]]:
    """Yield grey pictures of more than 8 bits."""
    numbers = np.arange(40 * 48, dtype=np.uint16).reshape(40, 48) * 30
    yield "png 16 bits", ".png", _encoded(Image.fromarray(numbers), "PNG")
    yield "tiff 16 bits", ".tif", _encoded(Image.fromarray(numbers), "TIFF")
    yield "tiff 32 bits", ".tif", _encoded(Image.fromarray(numbers.astype(np.int32) * 1000), "TIFF")
    yield "tiff floats", ".tif", _encoded(Image.fromarray(numbers.astype(np.float32) / 7), "TIFF")
    yield "ppm 16 bits", ".pgm", _encoded(Image.fromarray(numbers), "PPM")
    yield "ppm floats", ".pnm", b"Pf\n48 40\n-1.0\n" + (numbers / 60000).astype("<f4").tobytes()


def _of_several_frames() -> Iterator[tuple[str, str, bytes]]:
    frames = [_drawing("RGB", seed=seed) for seed in range(3)]
    alphas = [_drawing("RGBA", seed=seed) for seed in range(3)]
    several: dict[str, object] = {"save_all": True, "append_images": frames[1:]}
    yield "gif animated", ".gif", _encoded(frames[0], "GIF", duration=50, loop=0, comment=b"words", **several)
    yield "gif", ".gif", _encoded(_drawing("P"), "GIF", transparency=2, interlace=True)
    yield "png animated", ".png", _encoded(frames[0], "PNG", duration=50, **several)
    yield "webp animated", ".webp", _encoded(alphas[0], "WEBP", save_all=True, append_images=alphas[1:], duration=50)
    yield "tiff pages", ".tif", _encoded(frames[0], "TIFF", compression="tiff_lzw", **several)
    yield "avif animated", ".avif", _encoded(frames[0], "AVIF", quality=50, speed=10, **several)
    yield "mpo", ".mpo", _encoded(frames[0], "MPO", **several)


def _tiled_tiff() -> bytes:
    """Return a TIFF of four tiles of 16 x 16 grey pixels, which Pillow reads and does not write."""
    tiles = [bytes((position * (tile + 1)) % 256 for position in range(256)) for tile in range(4)]
    entries = [
        *((256, 3, 1, 32), (257, 3, 1, 32), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (277, 3, 1, 1)),
        *((322, 3, 1, 16), (323, 3, 1, 16), (324, 4, 4, 0), (325, 4, 4, 0)),
    ]
    after_directory = 8 + 2 + 12 * len(entries) + 4
    offsets = [after_directory + 32 + 256 * tile for tile in range(4)]
    entries[-2], entries[-1] = (324, 4, 4, after_directory), (325, 4, 4, after_directory + 16)
    directory = b"".join(
        tag.to_bytes(2, "little")
        + kind.to_bytes(2, "little")
        + count.to_bytes(4, "little")
        + value.to_bytes(4, "little")
        for tag, kind, count, value in entries
    )
    places = b"".join(offset.to_bytes(4, "little") for offset in offsets) + (256).to_bytes(4, "little") * 4
    header = b"II*\x00\x08\x00\x00\x00" + len(entries).to_bytes(2, "little")
    return header + directory + bytes(4) + places + b"".join(tiles)


def _photoshop(picture: Image.Image) -> bytes:
    """Return a flat PSD without layers or compression."""
    header = b"8BPS\x00\x01" + bytes(6) + (3).to_bytes(2, "big")
    size = picture.height.to_bytes(4, "big") + picture.width.to_bytes(4, "big") + (8).to_bytes(2, "big")
    planes = b"".join(band.tobytes() for band in picture.split())
    return header + size + (3).to_bytes(2, "big") + bytes(12) + bytes(2) + planes


def formats() -> tuple[str, ...]:
    """Return the formats of the seeds, each once, sorted."""
    return tuple(sorted({name.split(" ")[0] for name in picture_seeds()}))


def seeds_of(kind: str) -> list[tuple[str, str, bytes]]:
    """Return name, suffix and content of the seeds of a format."""
    return [(name, *seed) for name, seed in picture_seeds().items() if name.split(" ")[0] == kind]
