"""What the Data page says of pictures that are there more than once; plain functions, tested without a window."""

from __future__ import annotations

from core.messages import DuplicateGroup
from gui.language.translate import tr

#: The group's kinds, in the words of the table.
EXACT, ALIKE = tr("Exact copies"), tr("Look alike")


def kind_in_words(group: DuplicateGroup) -> str:
    """Return what the pictures of a group are to one another."""
    return EXACT if group.exact else ALIKE


def classes_in_words(group: DuplicateGroup) -> str:
    """Return the classes that a group's pictures are in, each once."""
    return ", ".join(dict.fromkeys(group.class_names))


def why_it_matters(group: DuplicateGroup) -> str:
    """Return why a person should care about a group, in plain sentences."""
    count, names = len(group.files), list(dict.fromkeys(group.class_names))
    if len(names) > 1:
        where = tr("{names} and {names_2}", names=", ".join(names[:-1]), names_2=names[-1])
        if group.exact:
            return tr(
                "The same picture is in {where}: at most one is right, and the model is taught all of them.",
                where=where,
            )
        return tr(
            "These look alike, yet they are in {where}. All but one are wrong if they show the same.", where=where
        )
    kept = tr("They are kept on one side of the split, so that no picture is tested with that was learnt from;")
    if group.exact:
        return tr(
            "The same picture is {count:,} times in {names}. {kept} still it counts {count:,} times in training.",
            count=count,
            names=names[0],
            kept=kept,
        )
    alike = tr(
        "These {count:,} pictures of {names} look alike, as one that was saved twice does.", count=count, names=names[0]
    )
    return tr(
        "{alike} {kept} if they show the same, it counts {count:,} times in training.",
        alike=alike,
        kept=kept,
        count=count,
    )
