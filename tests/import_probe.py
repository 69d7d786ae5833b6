"""A script: imports every module of a package while some others can't be imported, and says which module wanted one.

    python import_probe.py PACKAGE BLOCKED...

The exit status is 0 when every module was imported and nothing that is blocked was reached.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback


class _Blocker:
    def __init__(self, blocked: set[str]) -> None:
        self._blocked = blocked

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] in self._blocked:
            raise ImportError(f"blocked: {name}")


def main(package: str, blocked: set[str]) -> int:
    sys.meta_path.insert(0, _Blocker(blocked))
    failures = 0
    names = [package]
    for name in names:
        try:
            path = getattr(importlib.import_module(name), "__path__", [])
        except BaseException:
            failures += 1
            print(f"{name} can't be imported:")
            traceback.print_exc(limit=-3, file=sys.stdout)
            continue
        found = [module.name for module in pkgutil.iter_modules(path, name + ".")]
        names += [module for module in found if not module.endswith(".__main__")]
    reached = sorted(blocked & set(sys.modules))
    print(f"{len(names)} modules; reached: {reached}")
    return 1 if failures or reached else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], set(sys.argv[2:])))
