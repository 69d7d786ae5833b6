"""A freeze plan as a small file that a person can read, write and send: JSON with the SPEC of the command line.

{"frostline_plan": 1, "backbone": "ResNet50", "thaw": "conv5_block3", "thaw_batch_norm": false}
"""

from __future__ import annotations

import json
from pathlib import Path

from core.disk_errors import cannot_write
from core.errors import UnusableInput
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec, parse_spec
from core.typed_json import JsonDamaged, read_json
from core.whole_files import write_text

SUFFIX = ".frostplan.json"
_VERSION = 1
_LARGEST_FILE = 1_000_000


def write_plan(plan: FreezePlan, network: NetworkDescription, file: Path) -> None:
    """Write `plan` to `file`, whole or not at all.

    Raises:
        FrostlineError: the file can't be written.

    """
    content = {
        "frostline_plan": _VERSION,
        "backbone": network.backbone,
        "thaw": format_spec(plan.thawed, network),
        "thaw_batch_norm": plan.thaw_batch_norm,
    }
    try:
        write_text(file, json.dumps(content, indent=2) + "\n")
    except OSError as error:
        raise cannot_write("The plan", file, error, then="save it again, or choose another place") from error


def read_plan(file: Path, network: NetworkDescription) -> FreezePlan:
    """Read a plan.

    Raises:
        UnusableInput: the file can't be read, is no plan, or is one for another network.

    """
    content = _read_json(file)
    if not isinstance(content, dict) or "frostline_plan" not in content:
        raise UnusableInput(f"{file} is not a freeze plan.", hint=f"Choose a file that Frostline saved (*{SUFFIX}).")
    if content["frostline_plan"] != _VERSION or content.get("backbone") != network.backbone:
        raise UnusableInput(
            f"{file} is a plan for {str(content.get('backbone'))[:80]}, version {str(content['frostline_plan'])[:80]}: "
            f"expected {network.backbone}, version {_VERSION}.",
            hint="Choose that network on the Layers page first, or open the plan with the Frostline that saved it.",
        )
    thaw, thaw_batch_norm = content.get("thaw"), content.get("thaw_batch_norm", False)
    if not isinstance(thaw, str) or not isinstance(thaw_batch_norm, bool):
        raise UnusableInput(
            f"{file} is damaged: 'thaw' must be text and 'thaw_batch_norm' true or false.",
            hint="Mend it in a text editor, or save the plan anew.",
        )
    return FreezePlan(parse_spec(thaw, network), thaw_batch_norm)


def _read_json(file: Path) -> object:
    try:
        return read_json(file, most_bytes=_LARGEST_FILE)
    except OSError as error:
        raise UnusableInput(f"{file} can't be read: {error.strerror}.", hint="Choose another file.") from error
    except JsonDamaged as why:
        raise UnusableInput(f"{file} is not a freeze plan: {why}.", hint=f"Choose a *{SUFFIX} file.") from why
