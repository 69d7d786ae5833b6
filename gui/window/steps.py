"""The steps of the rail, in the order in which a person takes them. Data only; `gui.app` says which page is which."""

from __future__ import annotations

from dataclasses import dataclass

from gui.language.translate import tr


@dataclass(frozen=True)
class Step:
    """One entry of the rail: `name` for programs (the page is `page_<name>`), the rest for people."""

    name: str
    title: str
    purpose: str

    @property
    def icon(self) -> str:
        """The name of the step's icon."""
        return self.name


STEPS = (
    Step("data", tr("Data"), tr("Choose the pictures to learn from")),
    Step("layers", tr("Layers"), tr("Decide which layers stay frozen")),
    Step("train", tr("Train"), tr("Train the head and whatever was thawed")),
    Step("evaluate", tr("Evaluate"), tr("See how good the model is, and where it errs")),
    Step("predict", tr("Predict"), tr("Classify new pictures")),
    Step("export", tr("Export"), tr("Take the model anywhere")),
)


def step_named(name: str) -> Step:
    """Return the step of that name; KeyError when there is none."""
    for step in STEPS:
        if step.name == name:
            return step
    raise KeyError(name)
