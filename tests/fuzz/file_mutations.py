"""Changes to what Frostline keeps of itself: JSON, ini, SQLite, arrays (npz) and the segments of the store.

Each change is to one file of a case that `written_files` wrote; every choice comes from the generator.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import xxhash

from tests.fuzz.byte_mutations import BYTE_MUTATIONS
from tests.fuzz.json_mutations import ODD_NAMES, mutated_json
from tests.fuzz.written_files import npy


class Sings:
    """What makes a file when somebody unpickles it."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return Path.touch, (Path(os.environ["FROSTLINE_CANARY"]),)  # type: ignore[return-value]


def mutate_file(file: Path, generator: np.random.Generator) -> None:
    """Change `file` as its kind can be changed."""
    change = _BY_SUFFIX.get(file.suffix, _bytes)
    if generator.random() < 0.3:
        change = _bytes
    change(file, generator)


def _bytes(file: Path, generator: np.random.Generator) -> None:
    content = file.read_bytes()
    for _ in range(generator.integers(1, 4)):
        content = BYTE_MUTATIONS[generator.integers(len(BYTE_MUTATIONS))](content or b"\0", generator)
    file.write_bytes(content)


def _json(file: Path, generator: np.random.Generator) -> None:
    file.write_bytes(mutated_json(json.loads(file.read_bytes()), generator))


def _ini(file: Path, generator: np.random.Generator) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    chosen = int(generator.integers(len(lines)))
    name = ODD_NAMES[generator.integers(len(ODD_NAMES))]
    key = lines[chosen].partition("=")[0]
    odd = (
        *(f"{key}={name}", f"{key}=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\x5X)", f"{key}=@ByteArray(", f"{key}=1e999"),
        *(f"{key}=@Invalid()", f"{key}=@Size(-1 -1)", f"{key}=" + "a, " * 9000, f"{key}=-99999999999999999999"),
        *(f"{key}=@DateTime(\\0\\xff)", "[", "[[]]", "=", "%%%=%zz", key, f"{key}=\\x", f'{key}="', f"{key}=nan"),
    )
    lines[chosen] = odd[generator.integers(len(odd))]
    if generator.random() < 0.3:
        lines += lines
    file.write_bytes("\n".join(lines).encode("utf-8", errors="surrogatepass"))


def _sqlite(file: Path, generator: np.random.Generator) -> None:
    forever = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"
    odd = (
        "UPDATE checked SET digest = 7",
        "UPDATE checked SET look = zeroblob(1)",
        "UPDATE checked SET look = zeroblob(30000000)",
        "UPDATE checked SET pixels = -1",
        "UPDATE checked SET pixels = 'many'",
        "UPDATE checked SET format = x'ff'",
        "UPDATE checked SET reason = CAST(x'ff' AS TEXT)",
        "UPDATE checked SET used = 'never'",
        "UPDATE checked SET used = 9223372036854775807",
        "UPDATE made_by SET version = 'another'",
        "INSERT INTO made_by VALUES ('another')",
        "DROP TABLE checked",
        "ALTER TABLE checked DROP COLUMN pixels",
        "ALTER TABLE checked ADD COLUMN more TEXT",
        f"DROP TABLE checked; CREATE VIEW checked AS {forever} x AS path, x AS state FROM n",
        f"DROP TABLE made_by; CREATE VIEW made_by AS {forever} x AS version FROM n",
        f"CREATE TRIGGER t AFTER INSERT ON checked BEGIN INSERT INTO made_by {forever} x FROM n; END",
        "CREATE TABLE other (x); PRAGMA user_version = 99",
        "PRAGMA page_size = 65536; VACUUM",
        "PRAGMA application_id = 1; PRAGMA journal_mode = DELETE",
    )
    database = sqlite3.connect(file, isolation_level=None)
    try:
        database.executescript(odd[generator.integers(len(odd))])
    finally:
        database.close()


def _npz(file: Path, generator: np.random.Generator) -> None:
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    names = list(members)
    chosen = names[generator.integers(len(names))]
    array = np.load(io.BytesIO(members[chosen]))
    header = members[chosen][: -array.nbytes or None]
    huge = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({10 ** int(generator.integers(6, 15))},), }}"
    objects = np.empty(1, dtype=object)
    objects[0] = Sings()
    odd: tuple[bytes | None, ...] = (
        None,
        npy(objects, allow_pickle=True),
        npy(np.empty((0, 3), np.float32)),
        npy(np.full((2, 2), np.nan, np.float32)),
        npy(np.array(["../../x", "C:\\x"])),
        npy(np.array("[" * 90_000)),
        npy(np.array('{"history": 7, "best_score": [1], "best_epoch": 1e999, "patience": {}}')),
        npy(np.array(["a"], dtype="S1")),
        npy(np.zeros(2, dtype=[("a", "f4")])),
        npy(np.zeros((1, 1, 1, 1), np.complex64)),
        b"\x93NUMPY\x01\x00" + (len(huge) + 1).to_bytes(2, "little") + huge.encode() + b"\n" + bytes(16),
        b"\x93NUMPY\x02\x00" + (0xFFFFFFF0).to_bytes(4, "little") + bytes(16),
        b"\x93NUMPY\x01\x00" + (4).to_bytes(2, "little") + b"((((",
        header,
        members[chosen] + bytes(8),
        bytes(200 << 20),
        BYTE_MUTATIONS[generator.integers(len(BYTE_MUTATIONS))](members[chosen], generator),
    )
    value = odd[generator.integers(len(odd))]
    if value is None:
        del members[chosen]
    else:
        members[chosen] = value
    if generator.random() < 0.1:
        members[("../../evil.npy", "/evil.npy", "C:\\evil.npy")[generator.integers(3)]] = npy(np.ones(1))
    with zipfile.ZipFile(
        file, "w", zipfile.ZIP_DEFLATED if generator.random() < 0.7 else zipfile.ZIP_STORED
    ) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def _index(file: Path, generator: np.random.Generator) -> None:
    """Change what an index says, and put its digest right."""
    text = mutated_json(json.loads(file.read_bytes().partition(b"\n")[2]), generator)
    file.write_bytes(xxhash.xxh3_128_hexdigest(text).encode("ascii") + b"\n" + text)


_BY_SUFFIX: dict[str, Callable[[Path, np.random.Generator], None]] = {
    ".json": _json,
    ".ini": _ini,
    ".sqlite": _sqlite,
    ".npz": _npz,
    ".index": _index,
}
