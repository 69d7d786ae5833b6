"""Run as a process of its own: decodes every picture of a folder as the program's stages do, and says what came of it.

    python -m tests.fuzz.decoding_child FOLDER SECONDS

For each file a line of JSON: its name, why check, training and thumbnails refuse it ('' where they don't), a digest of
its pixels, the seconds. The last line is the peak memory in MB. A picture that takes longer than SECONDS ends the
process with a traceback.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import xxhash

from core.data.checked_picture import check_picture
from core.data.decode import decode_image, open_upright
from core.data.opened_picture import ImageUnusable
from tests.fuzz.real_worker import peak_megabytes

_IMAGE_SIZE, _THUMBNAIL = 32, 128


def main(folder: Path, seconds: float) -> None:
    """Decode the files of `folder`, sub-folders included, in the order of their names."""
    warnings.simplefilter("always")
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        print(json.dumps({"begins": name}), flush=True)
        faulthandler.dump_traceback_later(seconds, exit=True)
        started = time.perf_counter()
        found = _stages(file)
        faulthandler.cancel_dump_traceback_later()
        print(json.dumps({"name": name, **found, "seconds": time.perf_counter() - started}), flush=True)
    print(json.dumps({"peak_mb": peak_megabytes()}), flush=True)


def _stages(file: Path) -> dict[str, object]:
    pixels, again = (_outcome(lambda: decode_image(file, _IMAGE_SIZE)) for _ in range(2))
    return {
        "checked": check_picture(file).reason,
        "decoded": pixels[0],
        "pixels": [pixels[1], again[1], _outcome(lambda: decode_image(file.read_bytes(), _IMAGE_SIZE))[1]],
        "shown": _outcome(lambda: np.asarray(open_upright(file, _THUMBNAIL)))[0],
    }


def _outcome(decode: Callable[[], np.ndarray]) -> tuple[str, str]:
    """Return why a picture is refused, and the digest of its pixels; one of them is empty."""
    try:
        return "", xxhash.xxh3_128_hexdigest(np.ascontiguousarray(decode()).tobytes())
    except ImageUnusable as unusable:
        return unusable.reason, ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
