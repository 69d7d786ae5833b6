"""The steps of the rail, in the order in which a person takes them. Data only; `gui.app` says which page is which."""

from __future__ import annotations

from dataclasses import dataclass


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
    Step("data", "Data", "Choose the pictures to learn from"),
    Step("layers", "Layers", "Decide which layers stay frozen"),
    Step("train", "Train", "Train the head and whatever was thawed"),
    Step("evaluate", "Evaluate", "See how good the model is, and where it errs"),
    Step("predict", "Predict", "Classify new pictures"),
    Step("export", "Export", "Take the model anywhere"),
)


def step_named(name: str) -> Step:
    """Return the step of that name; KeyError when there is none."""
    for step in STEPS:
        if step.name == name:
            return step
    raise KeyError(name)
