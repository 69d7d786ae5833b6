"""Changes to a picture file that know its format: segments and chunks, their lengths, and the size that it claims.

Checksums are put right after a change where the format has any, since a decoder that stops at a wrong one proves
nothing. What knows no format is in `byte_mutations`.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from tests.fuzz.byte_mutations import BYTE_MUTATIONS, cross
from tests.fuzz.picture_seeds import formats, picture_seeds, seeds_of

#: Tiny, or too large with any other of them; the rare ones make pictures that are allowed and take seconds each.
_SIZES = (0, 1, 3, 255, 2048, 30_000, 65_500, 65_535)
_RARE_SIZES = (4096, 9000, 13_000)


@dataclass(frozen=True)
class MutatedPicture:
    """A mutated picture. name: of the file, which tells seed and change; kind: the seed's format."""

    name: str
    kind: str
    change: str
    content: bytes


def mutated_pictures(count: int, seed: int) -> Iterator[MutatedPicture]:
    """Yield `count` mutated pictures, of each format about as many, the same ones for the same seed."""
    kinds = formats()
    for number in range(count):
        yield _mutated(kinds[number % len(kinds)], number, np.random.default_rng([seed, number]))


def _mutated(kind: str, number: int, generator: np.random.Generator) -> MutatedPicture:
    seeds = seeds_of(kind)
    _, suffix, content = seeds[generator.integers(len(seeds))]
    change, changed = _change(kind, content, generator)
    if generator.random() < 0.05:
        suffix = (".jpg", ".png", ".txt", "", ".TIFF", ".gif")[generator.integers(6)]
    return MutatedPicture(f"{number:05} {kind} {change}{suffix}", kind, change, changed)


def _change(kind: str, content: bytes, generator: np.random.Generator) -> tuple[str, bytes]:
    known = _BY_FORMAT.get(kind, ())
    chance = generator.random()
    if chance < 0.04:
        return "as it is", content
    if chance < 0.1:
        others = list(picture_seeds().values())
        return "cross", cross(content, others[generator.integers(len(others))][1], generator)
    if known and chance < 0.55:
        mutation = known[generator.integers(len(known))]
        return mutation.__name__.strip("_").replace("_", " "), mutation(content, generator)
    mutation = BYTE_MUTATIONS[generator.integers(len(BYTE_MUTATIONS))]
    changed = mutation(content, generator)
    return mutation.__name__.replace("_", " "), changed if kind != "png" else _with_right_checksums(changed)


def _size(generator: np.random.Generator) -> int:
    sizes = _RARE_SIZES if generator.random() < 0.1 else _SIZES
    return sizes[generator.integers(len(sizes))]


def _rearranged(pieces: list[bytes], generator: np.random.Generator) -> list[bytes]:
    """Leave out, double or exchange one piece behind the first."""
    if len(pieces) < 3:
        return pieces
    one, other = (int(generator.integers(1, len(pieces))) for _ in range(2))
    match generator.integers(3):
        case 0:
            return pieces[:one] + pieces[one + 1 :]
        case 1:
            return pieces[: one + 1] + pieces[one:]
        case _:
            pieces = list(pieces)
            pieces[one], pieces[other] = pieces[other], pieces[one]
            return pieces


# JPEG: segments of a marker and a length that counts itself.


def _jpeg_segments(content: bytes) -> list[bytes]:
    """Return the start, each segment, and from the first scan on all the rest."""
    pieces, place = [content[:2]], 2
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != 0xDA:
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        pieces.append(content[place:end])
        place = end
    return [*pieces, content[place:]]


def _other_segments(content: bytes, generator: np.random.Generator) -> bytes:
    return b"".join(_rearranged(_jpeg_segments(content), generator))


def _segment_length(content: bytes, generator: np.random.Generator) -> bytes:
    pieces = _jpeg_segments(content)
    chosen = int(generator.integers(1, len(pieces)))
    length = (0, 1, 2, len(pieces[chosen]) * 2, 0xFFFF)[generator.integers(5)] & 0xFFFF
    pieces[chosen] = pieces[chosen][:2] + length.to_bytes(2, "big") + pieces[chosen][4:]
    return b"".join(pieces)


def _jpeg_size(content: bytes, generator: np.random.Generator) -> bytes:
    pieces = _jpeg_segments(content)
    for number, piece in enumerate(pieces):
        if piece[:1] == b"\xff" and piece[1] in (0xC0, 0xC1, 0xC2):
            pieces[number] = piece[:5] + struct.pack(">HH", _size(generator), _size(generator)) + piece[9:]
    return b"".join(pieces)


def _frame_kind(content: bytes, generator: np.random.Generator) -> bytes:
    """Claim another coding: arithmetic, lossless, hierarchical."""
    pieces = _jpeg_segments(content)
    for number, piece in enumerate(pieces):
        if piece[:1] == b"\xff" and piece[1] in (0xC0, 0xC1, 0xC2):
            pieces[number] = bytes([0xFF, 0xC0 + int(generator.integers(16))]) + piece[2:]
    return b"".join(pieces)


# PNG: chunks of length, name, content, checksum.


def _png_chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    chunks, place = [], 8
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        chunks.append((content[place + 4 : place + 8], content[place + 8 : place + 8 + length]))
        place += 12 + length
    return chunks


def _png_chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def _png(content: bytes, chunks: list[tuple[bytes, bytes]]) -> bytes:
    return content[:8] + b"".join(itertools.starmap(_png_chunk, chunks))


def _with_right_checksums(content: bytes) -> bytes:
    return _png(content, _png_chunks(content)) if content[:4] == b"\x89PNG" else content


def _other_chunks(content: bytes, generator: np.random.Generator) -> bytes:
    whole = [content[:8], *itertools.starmap(_png_chunk, _png_chunks(content))]
    return b"".join(_rearranged(whole, generator))


def _chunk_content(content: bytes, generator: np.random.Generator) -> bytes:
    chunks = _png_chunks(content)
    chosen = int(generator.integers(len(chunks)))
    name, inside = chunks[chosen]
    mutation = BYTE_MUTATIONS[generator.integers(len(BYTE_MUTATIONS))]
    chunks[chosen] = (name, mutation(inside, generator) if inside else generator.bytes(9))
    return _png(content, chunks)


def _chunk_length(content: bytes, generator: np.random.Generator) -> bytes:
    length = int(generator.choice([0, 1, 0x7FFFFFFF, 0xFFFFFFFF]))
    place = 8 + (0 if generator.random() < 0.5 else 25)
    return content[:place] + length.to_bytes(4, "big") + content[place + 4 :]


def _png_size(content: bytes, generator: np.random.Generator) -> bytes:
    (name, header), *others = _png_chunks(content)
    return _png(content, [(name, struct.pack(">II", _size(generator), _size(generator)) + header[8:]), *others])


def _png_kind(content: bytes, generator: np.random.Generator) -> bytes:
    """Claim another depth, another kind of colour, or interlacing."""
    (name, header), *others = _png_chunks(content)
    depth, colour = int(generator.choice([1, 2, 4, 8, 16, 3])), int(generator.choice([0, 2, 3, 4, 6, 5]))
    return _png(content, [(name, header[:8] + bytes([depth, colour, 0, 0, int(generator.integers(3))])), *others])


def _text_bomb(content: bytes, generator: np.random.Generator) -> bytes:
    """Put in a compressed text or profile that unpacks to many megabytes."""
    packed = zlib.compress(bytes(int(generator.integers(1, 80)) << 20), 9)
    name, head = ((b"zTXt", b"a\0\0"), (b"iCCP", b"a\0\0"), (b"iTXt", b"a\0\1\0\0\0"))[generator.integers(3)]
    first, *others = _png_chunks(content)
    return _png(content, [first, (name, head + packed), *others])


# TIFF: a directory of tags.


def _tiff_tag(content: bytes, generator: np.random.Generator) -> bytes:
    """Give one to three tags of the first directory another number, type, count or value."""
    order = "<" if content[:2] == b"II" else ">"
    directory = struct.unpack_from(order + "I", content, 4)[0]
    count = struct.unpack_from(order + "H", content, directory)[0]
    changed = bytearray(content)
    for _ in range(generator.integers(1, 4)):
        place = directory + 2 + 12 * int(generator.integers(count))
        number = int(generator.choice([0, 1, 2, 8, 16, 255, 4096, 30_000, 65_535, 1 << 20, 0x7FFFFFFF, 0xFFFFFFFF]))
        match generator.integers(6):
            case 0:
                struct.pack_into(order + "H", changed, place + 2, int(generator.integers(14)))
            case 1:
                struct.pack_into(order + "I", changed, place + 4, number)
            case 2:
                struct.pack_into(
                    order + "H", changed, place, int(generator.choice([256, 257, 259, 262, 277, 273, 339]))
                )
            case _:
                struct.pack_into(order + "I", changed, place + 8, number)
    return bytes(changed)


def _tiff_loop(content: bytes, generator: np.random.Generator) -> bytes:
    """Let the directory follow itself, or another place."""
    order = "<" if content[:2] == b"II" else ">"
    directory = struct.unpack_from(order + "I", content, 4)[0]
    count = struct.unpack_from(order + "H", content, directory)[0]
    changed = bytearray(content)
    to = directory if generator.random() < 0.5 else int(generator.integers(len(content)))
    struct.pack_into(order + "I", changed, directory + 2 + 12 * count, to)
    return bytes(changed)


# Formats whose width and height stand at a fixed place.


def _claims_size(place: int, layout: str) -> Callable[[bytes, np.random.Generator], bytes]:
    def claimed_size(content: bytes, generator: np.random.Generator) -> bytes:
        numbers = struct.pack(layout, _size(generator), _size(generator))
        return content[:place] + numbers + content[place + len(numbers) :]

    return claimed_size


def _size_in_words(content: bytes, generator: np.random.Generator) -> bytes:
    kind = content[:2] if generator.random() < 0.8 else b"P%d" % generator.integers(8)
    highest = int(generator.choice([0, 1, 255, 256, 65_535, 65_536, 10**9]))
    return b"%s %d %d %d\n" % (kind, _size(generator), _size(generator), highest) + content[12:]


def _boxes(content: bytes, generator: np.random.Generator) -> bytes:
    """Give a box of an ISO file (AVIF, JPEG 2000) or a chunk of a RIFF another length, or exchange two of them."""
    boxes, place = [], 0
    while place + 8 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big") or len(content)
        boxes.append(content[place : place + length])
        place += max(8, length)
    chosen = int(generator.integers(len(boxes)))
    if generator.random() < 0.5:
        number = int(generator.choice([0, 1, 7, 8, 0x7FFFFFFF, 0xFFFFFFFF]))
        boxes[chosen] = number.to_bytes(4, "big") + boxes[chosen][4:]
        return b"".join(boxes)
    return b"".join(_rearranged(boxes, generator))


def _spatial_extent(content: bytes, generator: np.random.Generator) -> bytes:
    """Claim another size in the `ispe` property of an AVIF."""
    place = content.find(b"ispe") + 8
    return content[:place] + struct.pack(">II", _size(generator), _size(generator)) + content[place + 8 :]


def _canvas(content: bytes, generator: np.random.Generator) -> bytes:
    """Claim another canvas, or size of the first frame, in a WebP."""
    for name, before in ((b"VP8X", 12), (b"VP8 ", 14), (b"VP8L", 9)):
        if (place := content.find(name)) >= 0:
            start = place + before
            return content[:start] + generator.bytes(6 if name == b"VP8X" else 4) + content[start + 6 :]
    return content


_BY_FORMAT: dict[str, tuple[Callable[[bytes, np.random.Generator], bytes], ...]] = {
    "jpeg": (_other_segments, _segment_length, _jpeg_size, _frame_kind),
    "mpo": (_other_segments, _segment_length, _jpeg_size),
    "png": (_other_chunks, _chunk_content, _chunk_length, _png_size, _png_kind, _text_bomb),
    "tiff": (_tiff_tag, _tiff_tag, _tiff_loop),
    "gif": (_claims_size(6, "<HH"),),
    "bmp": (_claims_size(18, "<ii"),),
    "dib": (_claims_size(4, "<ii"),),
    "tga": (_claims_size(12, "<HH"),),
    "pcx": (_claims_size(8, "<HH"),),
    "sgi": (_claims_size(6, ">HH"),),
    "dds": (_claims_size(12, "<II"),),
    "qoi": (_claims_size(4, ">II"),),
    "psd": (_claims_size(14, ">II"),),
    "ppm": (_size_in_words,),
    "avif": (_boxes, _spatial_extent),
    "jpeg2000": (_boxes, _claims_size(48, ">II")),
    "webp": (_canvas,),
    "ico": (_claims_size(14, "<II"),),
    "icns": (_claims_size(12, ">II"),),
}
