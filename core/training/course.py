"""The course of a training through its phases: what is frozen, computed, fitted and proven in each, and what follows.

    build the classifier -> for each phase: freeze -> features up to the frost line -> fit the tail
    -> prove that what was frozen did not change

Where a training comes from and where its results go is `train`'s concern.
"""

from __future__ import annotations

import time
from dataclasses import replace

from core.job_control import JobControl
from core.messages import ChangePlan, Notice, PhaseStarted, RunSeconds, UndoPlanChange
from core.network.frost_line import layer_digests
from core.training.batches import LabelledRows
from core.training.checkpoint import Checkpoint, keep_checkpoint, read_checkpoint, write_checkpoint
from core.training.checkpointing import put_weights_back
from core.training.classifier import Classifier, build_classifier, in_phase
from core.training.course_end import CourseEnd
from core.training.devices import devices_for_epochs
from core.training.fitting import Fitting, PhaseWork, fit_phase
from core.training.material import Material, gather_material, normalize_head
from core.training.phases import (
    TrainingPhase,
    changed_phases,
    ended_early,
    phase_at,
    planned_phases,
    without_last_change,
)
from core.training.recording import run_started
from core.training.run_folder import require_room, telling_why
from core.training.run_record import RunRecord, write_run_record
from core.training.training_data import TrainingData


class Course:
    """A training from its start, or from a checkpoint, to its best epoch."""

    def __init__(
        self, record: RunRecord, data: TrainingData, checkpoint: Checkpoint | None, control: JobControl
    ) -> None:
        """Begin or take up the training of `record`, whose phases may not be planned yet."""
        self._specification = record.specification
        self._record = record if record.phases else replace(record, phases=planned_phases(record.specification))
        self._data = data
        self._state = checkpoint
        self._control = control
        self._started = time.monotonic()
        self._seconds = RunSeconds(decode=0.0, extract=0.0, fit=0.0, total=0.0)
        self._extracted = self._reused = 0
        self._changed: frozenset[str] = frozenset()

    def run(self) -> CourseEnd:
        """Go through all phases.

        Raises: as `core.training.train.train` does.

        """
        classifier = self._build()
        announced = False
        while True:
            classifier = in_phase(classifier, self._phase)
            if not announced:
                require_room(self._specification.run, classifier.model)
                self._require_features(classifier)
            self._announce(classifier, is_first=not announced)
            announced = True
            material, fitting = self._fit_phase(classifier)
            if isinstance(fitting.wish, UndoPlanChange):
                self._take_back()
                classifier = self._build()
            elif not self._goes_on(fitting):
                break
        fitting.best.put_into(classifier.model)
        return CourseEnd(
            record=self._record,
            classifier=classifier,
            material=material,
            fitting=fitting,
            seconds=self._seconds,
            frozen=classifier.frozen,
            changed=self._changed,
            extracted=self._extracted,
            reused=self._reused,
        )

    # ------------------------------------------------------------------ one phase

    @property
    def _epochs_done(self) -> int:
        return 0 if self._state is None else self._state.epoch

    @property
    def _index(self) -> int:
        return phase_at(self._record.phases, self._epochs_done)

    @property
    def _phase(self) -> TrainingPhase:
        return self._record.phases[self._index]

    def _build(self) -> Classifier:
        classifier = build_classifier(self._specification, len(self._data.class_names), self._control)
        if self._state is not None:
            put_weights_back(self._state, classifier.model)
        return classifier

    def _require_features(self, classifier: Classifier) -> None:
        """Refuse a course for which a store has not the features of every phase, before the first one."""
        store = self._specification.store
        if store is None:
            return
        from core.training.store_images import refuse_other_cut

        refuse_other_cut(self._specification, {in_phase(classifier, phase).cut_layer for phase in self._record.phases})
        in_phase(classifier, self._phase)

    def _announce(self, classifier: Classifier, *, is_first: bool) -> None:
        self._record = replace(
            self._record,
            trainable_layers=tuple(
                layer.name for layer in classifier.network.layers if layer.name in classifier.trainable
            ),
            cut_layer=classifier.cut_layer,
        )
        with telling_why(self._specification.run):
            write_run_record(self._record, self._specification.run)
        if is_first:
            self._control.report(run_started(self._record, classifier))
        if not is_first or self._phase.reason == "extended":
            self._control.report(_phase_started(self._phase, self._epochs_done + 1, classifier))

    def _fit_phase(self, classifier: Classifier) -> tuple[Material, Fitting]:
        digests = layer_digests(classifier.model, frozenset(layer.name for layer in classifier.network.layers))
        material = gather_material(self._specification, classifier, digests, self._data, self._control)
        self._data = material.data
        fit_started = time.monotonic()
        if self._state is None:
            normalize_head(classifier.model, material)
        fitting = fit_phase(self._work(classifier, material), self._control)
        self._count(material, fit_seconds=time.monotonic() - fit_started)
        self._changed |= _changed_layers(classifier, digests, self._control)
        return material, fitting

    def _work(self, classifier: Classifier, material: Material) -> PhaseWork:
        state, phase = self._state, self._phase
        if state is not None and state.epoch + 1 == phase.first_epoch:
            state = state.for_next_phase()
        # Whoever extends a run says by how many epochs: its time limit has had its say.
        limit = 0.0 if phase.reason == "extended" else self._specification.time_limit
        return PhaseWork(
            specification=self._specification,
            phase=phase,
            all_epochs=self._record.phases[-1].last_epoch,
            classifier=classifier,
            learner=material.learner(classifier.model),
            training=LabelledRows(material.training, material.data.training.labels),
            validation=LabelledRows(material.validation, material.data.validation.labels),
            earlier=state,
            deadline=self._started + limit if limit else None,
            can_undo=phase.reason == "changed",
            devices=devices_for_epochs(self._specification, classifier, material.layer, self._control),
        )

    def _count(self, material: Material, fit_seconds: float) -> None:
        self._extracted += material.extracted
        self._reused += material.reused
        self._seconds = RunSeconds(
            decode=self._seconds.decode + material.decode_seconds,
            extract=self._seconds.extract + material.extract_seconds,
            fit=self._seconds.fit + fit_seconds,
            total=0.0,
        )

    # ------------------------------------------------------------------ what follows

    def _goes_on(self, fitting: Fitting) -> bool:
        """Prepare the next phase, if there is one."""
        state = fitting.checkpoint
        if state is None or fitting.out_of_time:
            return False
        if isinstance(fitting.wish, ChangePlan):
            phases = changed_phases(self._record.phases, state.epoch, fitting.wish)
        else:
            phases = ended_early(self._record.phases, self._index, state.epoch)
        self._turn_to(phases, state)
        return True

    def _turn_to(self, phases: tuple[TrainingPhase, ...], state: Checkpoint) -> None:
        """Note the phases and the state on disk, in an order in which a crash between two steps loses nothing."""
        run = self._specification.run
        with telling_why(run):
            keep_checkpoint(state, run)
            self._record = replace(self._record, phases=phases)
            write_run_record(self._record, run)
            write_checkpoint(state.for_next_phase(), run)
        self._state = state

    def _take_back(self) -> None:
        """Go back to where the user last changed the plan."""
        changed_at = self._record.phases[-1].first_epoch
        state = read_checkpoint(self._specification.run, kept_after=changed_at - 1)
        phases = without_last_change(self._record.phases)
        if state is None or phases is None:
            self._control.report(Notice(message="The state before the change of the plan is gone: it can't be undone."))
            return
        self._record = replace(self._record, phases=phases)
        with telling_why(self._specification.run):
            write_run_record(self._record, self._specification.run)
            write_checkpoint(state, self._specification.run)
        self._state = state


def _phase_started(phase: TrainingPhase, first_epoch: int, classifier: Classifier) -> PhaseStarted:
    return PhaseStarted(
        first_epoch=first_epoch,
        last_epoch=phase.last_epoch,
        thaw=phase.thaw,
        thaw_batch_norm=phase.thaw_batch_norm,
        learning_rate=phase.learning_rate,
        cut_layer=classifier.cut_layer,
        frozen_layers=len(classifier.frozen),
        trainable_parameters=classifier.trainable_parameters,
        reason=phase.reason if first_epoch == phase.first_epoch else "undone",
    )


def _changed_layers(classifier: Classifier, before: dict[str, str], control: JobControl) -> frozenset[str]:
    """Return the frozen layers whose weights are not bit for bit what they were: none, or something is wrong."""
    frozen = classifier.frozen
    control.progress("verify", 0, len(frozen))
    after = layer_digests(classifier.model, frozen)
    control.progress("verify", len(frozen), len(frozen))
    return frozenset(name for name in frozen if before[name] != after[name])
