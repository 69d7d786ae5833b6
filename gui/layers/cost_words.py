"""What the Layers page says of the cost of a plan, in numbers and in words. Plain functions, no widgets.

Estimates are rounded so that they don't look like measurements; measured times are given as they are.
"""

from __future__ import annotations

from core.network.plan_cost import PlanCost
from gui.export.export_words import size_in_words
from gui.language.translate import local_number, tr
from gui.layers.measured_epoch import MeasuredEpoch
from gui.layers.speed_state import Machine, SpeedState
from gui.layers.workload import Workload
from gui.training.progress_words import duration_in_words

_SIZES = ((1e12, tr("trillion")), (1e9, tr("billion")), (1e6, tr("million")))


def work_in_words(cost: PlanCost) -> str:
    """Return the multiply-adds of an epoch with the feature store, and without: '0.9 instead of 4.5 trillion'."""
    computed, naive = cost.epoch_with_store, cost.epoch_without_store
    if computed == naive:
        return count_in_words(naive)
    if not computed:
        return tr("hardly any instead of {count}", count=count_in_words(naive))
    (amount, size), (naive_amount, naive_size) = _amount(computed), _amount(naive)
    if computed >= 0.095 * _unit(naive)[0]:
        return tr(
            "{digits} instead of {naive_amount} {naive_size}",
            digits=_digits(computed / _unit(naive)[0]),
            naive_amount=naive_amount,
            naive_size=naive_size,
        ).rstrip()
    return tr(
        "{amount} {size} instead of {naive_amount} {naive_size}",
        amount=amount,
        size=size,
        naive_amount=naive_amount,
        naive_size=naive_size,
    )


def count_in_words(count: int) -> str:
    """Return a large number at two digits: '4.5 trillion', '820 million'."""
    return " ".join(_amount(count)).rstrip()


def computed_share(cost: PlanCost) -> float:
    """Return the part of an epoch's work that is left to do with the feature store, 0 to 1."""
    return cost.epoch_with_store / cost.epoch_without_store if cost.epoch_without_store else 0.0


def store_in_words(cost: PlanCost, workload: Workload) -> str:
    """Return how large the features are: '1.6 MB for 200 images'; '' when nothing can be kept."""
    return (
        tr("{size} for {images}", size=size_in_words(cost.store_bytes), images=images_in_words(workload.images))
        if cost.store_bytes
        else ""
    )


def images_in_words(count: int) -> str:
    """Return a number of images: '1 image', '1,000 images'."""
    return tr("1 image") if count == 1 else tr("{count:,} images", count=count)


def estimate_in_words(seconds: float) -> str:
    """Return an estimated duration: 'about 1.4 s', 'about 3 min', 'less than 0.1 s'."""
    if seconds < 0.1:
        return tr("less than 0.1 s")
    if seconds >= 60:
        return tr("about {coarse}", coarse=_coarse(seconds))
    return tr("about {seconds:.1f} s", seconds=seconds) if seconds < 3 else tr("about {seconds:.0f} s", seconds=seconds)


def measured_in_words(measured: MeasuredEpoch, workload: Workload) -> str:
    """Return how long an epoch took: '0.05 s', '1.4 s', or '1.4 s for 80 images' where the estimate is for others."""
    seconds = measured.seconds
    words = local_number(f"{seconds:.2f} s") if seconds < 1 else duration_in_words(seconds)
    if measured.image_size != workload.image_size:
        return tr("{words} at {image_size} pixels", words=words, image_size=measured.image_size)
    same = measured.training_images == workload.training
    return words if same else tr("{words} for {images}", words=words, images=images_in_words(measured.training_images))


def measured_tip(measured: MeasuredEpoch) -> str:
    """Return what the measured time was measured on."""
    sentence = tr(
        "An epoch of the run “{run}”: {images}, {image_size} pixels wide, in batches of {batch_size}, on {device}.",
        run=measured.run,
        images=images_in_words(measured.training_images),
        image_size=measured.image_size,
        batch_size=measured.batch_size,
        device=measured.device,
    )
    if measured.only_first:
        sentence += tr(" It was the only one, so that it has what starting costs.")
    return sentence


def machine_in_words(state: SpeedState, machine: Machine | None, failure: str) -> str:
    """Return what the estimates of time rest on, or why there are none."""
    name = tr("this machine ({device})", device=machine.device) if machine is not None else tr("this machine")
    return {
        SpeedState.UNKNOWN: tr("Times can be estimated once this machine is measured."),
        SpeedState.WAITING: tr("For estimates of time, {name} is measured as soon as the worker is free.", name=name),
        SpeedState.MEASURING: tr("For estimates of time, {name} is being measured: a few seconds.", name=name),
        SpeedState.KNOWN: tr("Estimated from a short measurement of {name}.", name=name),
        SpeedState.FAILED: tr("Measuring {name} failed: {failure}", name=name, failure=failure),
    }[state]


def basis_in_words(workload: Workload) -> str:
    """Return for what the costs are: the images of the folder, or a round number of them."""
    settings = tr(
        "{image_size} pixels wide, batches of {batch_size}",
        image_size=workload.image_size,
        batch_size=workload.batch_size,
    )
    if not workload.of_folder:
        return tr(
            "For each {images}, {settings}. Open a folder to count yours.",
            images=images_in_words(workload.training),
            settings=settings,
        )
    held_out = tr(" and {held_out:,} held out", held_out=workload.held_out) if workload.held_out else ""
    return tr(
        "For {images}{held_out}, {settings}.",
        images=images_in_words(workload.training),
        held_out=held_out,
        settings=settings,
    )


def _amount(count: int) -> tuple[str, str]:
    unit, name = _unit(count)
    return _digits(count / unit), name


def _unit(count: int) -> tuple[float, str]:
    return next(((unit, name) for unit, name in _SIZES if count >= 0.95 * unit), (1.0, ""))


def _digits(amount: float) -> str:
    return local_number(f"{amount:.1f}" if amount < 9.95 else f"{float(f'{amount:.2g}'):,.0f}")


def _coarse(seconds: float) -> str:
    minutes = round(seconds / 60)
    return tr("{minutes} min", minutes=minutes) if minutes < 60 else local_number(f"{seconds / 3600:.1f} h")
