"""Events as text: what a person sees of each. Progress has a display of its own."""

from __future__ import annotations

from functools import singledispatch

from core.command_line.layer_events import LayersSummed
from core.command_line.layer_text import layer_tree
from core.command_line.scan_text import scan_lines
from core.command_line.text_table import table
from core.counted import counted
from core.messages import (
    EpochFinished,
    Evaluation,
    Event,
    FeaturesExtracted,
    FolderScan,
    ImagePredicted,
    ImageRefused,
    LearningRatesTried,
    MachineDescription,
    ModelExported,
    NodesAtWork,
    Notice,
    PhaseStarted,
    ReportSaved,
    RunFinished,
    RunsCompared,
    RunStarted,
    SamplePicturesDrawn,
)

_MISTAKES_SHOWN = 20
#: As wide as a terminal may be; of more classes the pairs that are confused most are told.
_CLASSES_IN_MATRIX = 20


def is_aside(event: Event) -> bool:
    """Tell whether an event is a remark rather than a result, and so belongs on standard error."""
    return isinstance(event, (Notice, ImageRefused, NodesAtWork))


@singledispatch
def text_of(_event: Event) -> list[str]:
    """Return the lines that a person sees of an event; none for events that only programs need."""
    return []


@text_of.register
def _(event: Notice) -> list[str]:
    return [f"Note: {event.message}"]


@text_of.register
def _(event: FolderScan) -> list[str]:
    return scan_lines(event)


@text_of.register
def _(event: SamplePicturesDrawn) -> list[str]:
    return [f"Sample pictures: {event.folder}"]


@text_of.register
def _(event: RunStarted) -> list[str]:
    return [
        f"{counted(len(event.class_names), 'class', 'classes')}: {', '.join(event.class_names)}",
        f"{counted(event.training_images, 'image')} to train on, {event.validation_images:,} to validate with",
        f"Frost line at {event.cut_layer}: {counted(event.frozen_layers, 'frozen layer')}, "
        f"{counted(event.trainable_parameters, 'trainable parameter')}",
        f"Computing with {event.backend} on {event.device}",
    ]


@text_of.register
def _(event: PhaseStarted) -> list[str]:
    return [
        f"From epoch {event.first_epoch} on, thawed: {event.thaw}; learning rate {event.learning_rate:g}; "
        f"frost line at {event.cut_layer}: {counted(event.frozen_layers, 'frozen layer')}, "
        f"{counted(event.trainable_parameters, 'trainable parameter')}"
    ]


@text_of.register
def _(event: LearningRatesTried) -> list[str]:
    rows = [[f"{rate:.1e}", f"{loss:.4f}"] for rate, loss in zip(event.rates, event.losses, strict=True)][::5]
    return [
        *table(("learning rate", "loss"), rows, right=frozenset({0, 1})),
        f"Suggested: --learning-rate {event.suggestion:g}",
    ]


@text_of.register
def _(event: EpochFinished) -> list[str]:
    validation = ""
    if event.val_loss is not None and event.val_accuracy is not None:
        validation = f"  validation loss {event.val_loss:.4f}  validation accuracy {event.val_accuracy:.1%}"
    return [
        f"Epoch {event.epoch:>3}  loss {event.loss:.4f}  accuracy {event.accuracy:.1%}{validation}"
        f"  {event.seconds:.2f} s"
    ]


@text_of.register
def _(event: RunFinished) -> list[str]:
    accuracy = "" if event.val_accuracy is None else f", validation accuracy {event.val_accuracy:.1%}"
    unchanged = event.frozen_layers_checked - event.frozen_layers_changed
    seconds = event.seconds
    return [
        f"{'Stopped' if event.stopped else 'Finished'} after {counted(event.epochs, 'epoch')}; "
        f"kept epoch {event.best_epoch}{accuracy}",
        f"{unchanged} of {event.frozen_layers_checked} frozen layers unchanged",
        f"{counted(event.images_extracted, 'image')} computed up to the frost line, "
        f"{event.images_reused:,} reused from the feature store",
        f"Seconds: decode {seconds.decode:.1f}, extract {seconds.extract:.1f}, fit {seconds.fit:.1f}, "
        f"total {seconds.total:.1f}",
        f"Run: {event.run}",
    ]


@text_of.register
def _(event: FeaturesExtracted) -> list[str]:
    copies = f", {event.copies:,} copies of others" if event.copies else ""
    where = f" on {counted(len(event.nodes), 'node')}" if event.nodes else ""
    lines = [
        f"{counted(event.images, 'image')}: {event.images_extracted:,} computed{where}, "
        f"{event.images_reused:,} in the store before{copies}",
        f"Store: {event.store} ({event.seconds:.1f} s)",
    ]
    if event.problems:
        lines.insert(1, f"{counted(event.problems, 'image')} can't be used: see the table `problems` of the store")
    return lines


@text_of.register
def _(event: Evaluation) -> list[str]:
    right = frozenset({1, 2, 3, 4})
    rows = [
        [one.class_name, f"{one.precision:.1%}", f"{one.recall:.1%}", f"{one.f1:.1%}", f"{one.support:,}"]
        for one in event.classes
    ]
    rows += [
        [f"({one.average})", f"{one.precision:.1%}", f"{one.recall:.1%}", f"{one.f1:.1%}", f"{one.support:,}"]
        for one in event.averages
    ]
    return [
        f"Accuracy {event.accuracy:.1%}, loss {event.loss:.4f} on {counted(event.images, 'image')} "
        f"({event.split} in {event.folder})",
        *_summary_lines(event),
        "",
        *table(("class", "precision", "recall", "F1", "images"), rows, right=right),
        "",
        *_confusion_lines(event),
        *_mistake_lines(event),
        *_suspect_lines(event),
    ]


def _summary_lines(event: Evaluation) -> list[str]:
    parts = [f"among the {k} likeliest {share:.1%}" for k, share in event.top_k if k > 1]
    if event.calibration_error is not None:
        parts.append(f"expected calibration error {event.calibration_error:.1%}")
    return [", ".join(parts).capitalize()] if parts else []


def _confusion_lines(event: Evaluation) -> list[str]:
    if len(event.class_names) > _CLASSES_IN_MATRIX:
        return _confused_pairs(event)
    rows = [
        [name, *(f"{count:,}" for count in counts)]
        for name, counts in zip(event.class_names, event.confusion, strict=True)
    ]
    return table(("true \\ predicted", *event.class_names), rows, right=frozenset(range(1, len(event.class_names) + 1)))


def _confused_pairs(event: Evaluation) -> list[str]:
    pairs = [
        (count, name, event.class_names[column])
        for row, (name, counts) in enumerate(zip(event.class_names, event.confusion, strict=True))
        for column, count in enumerate(counts)
        if count and column != row
    ]
    most = sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))[:_MISTAKES_SHOWN]
    rows = [[name, called, f"{count:,}"] for count, name, called in most]
    return table(("confused most", "called", "images"), rows, right=frozenset({2})) if rows else []


def _mistake_lines(event: Evaluation) -> list[str]:
    if not event.mistakes:
        return []
    lines = [
        f"  {one.file}: {one.predicted_class} ({one.probability:.1%}), is {one.true_class}"
        for one in event.mistakes[:_MISTAKES_SHOWN]
    ]
    more = len(event.mistakes) - _MISTAKES_SHOWN
    return ["", "Mistakes, the surest first:", *lines, *([f"  and {more:,} more"] if more > 0 else [])]


def _suspect_lines(event: Evaluation) -> list[str]:
    remark = ["", event.suspects_remark] if event.suspects_remark else []
    if not event.suspects:
        return remark
    lines = [
        f"  {one.file}: {one.class_name}, or {one.suggested_class} ({one.probability:.1%})?"
        for one in event.suspects[:_MISTAKES_SHOWN]
    ]
    more = len(event.suspects) - _MISTAKES_SHOWN
    return ["", "Labels that may be wrong:", *lines, *([f"  and {more:,} more"] if more > 0 else []), *remark]


@text_of.register
def _(event: ReportSaved) -> list[str]:
    return [f"Written: {file}" for file in event.files]


@text_of.register
def _(event: ImagePredicted) -> list[str]:
    width = max(len(name) for name, _ in event.top)
    lines = [event.source, *(f"  {name.ljust(width)}  {probability:6.1%}" for name, probability in event.top)]
    if event.is_unlike:
        lines.append(
            f"  Unlike anything it was trained on: distance {event.distance:.2f}, expected at most "
            f"{event.threshold:.2f}. The classes may mean nothing."
        )
    return lines


@text_of.register
def _(event: RunsCompared) -> list[str]:
    lines = [
        "",
        f"Against {event.against} on {counted(event.images, 'image')}: accuracy {event.accuracy_before:.1%} before, "
        f"{event.accuracy:.1%} now; {event.improved:,} better, {len(event.regressions):,} worse",
    ]
    lines += [
        f"  {one.file}: is {one.true_class}, was {one.probability_before:.1%} sure of it, now {one.predicted_class} "
        f"({one.probability:.1%})"
        for one in event.regressions[:_MISTAKES_SHOWN]
    ]
    more = len(event.regressions) - _MISTAKES_SHOWN
    return [*lines, *([f"  and {more:,} more"] if more > 0 else [])]


@text_of.register
def _(event: ImageRefused) -> list[str]:
    return [f"{event.source}: {event.reason}"]


@text_of.register
def _(event: ModelExported) -> list[str]:
    lines = [f"Written: {event.destination} ({event.size_bytes / 1e6:,.1f} MB), class names in {event.labels}"]
    if not event.images_compared:  # a script
        return [f"Written: {event.destination}"]
    lines.append(
        f"Opened again and compared on {counted(event.images_compared, 'image')}: "
        f"largest difference of a probability {event.max_difference:.1e}, {event.latency_ms:.0f} ms an image"
    )
    if event.accuracy is not None and event.accuracy_change is not None:
        before = event.accuracy - event.accuracy_change
        lines.append(f"Accuracy in {event.precision}: {event.accuracy:.1%}, the trained model's {before:.1%}")
    if event.report is not None:
        lines.append(f"Report: {event.report}")
    return lines


@text_of.register
def _(event: LayersSummed) -> list[str]:
    return layer_tree(event)


@text_of.register
def _(event: MachineDescription) -> list[str]:
    width = max(len(fact.topic) for fact in event.facts)
    lines = []
    for fact in event.facts:
        lines.append(f"{'ok' if fact.ok else '!!'}  {fact.topic.ljust(width)}  {fact.finding}")
        if fact.remedy:
            lines.append(f"{'':{width + 6}}{fact.remedy}")
    return lines
