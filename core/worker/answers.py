"""Which function answers which request. Each is imported when it is first needed, so that a scan needs no Keras.

No work is done here: a new request gets its line in `_ANSWERS` and a function that calls the room which does it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core import messages
from core.job_control import JobControl
from core.messages import Event, Nothing, Request
from core.worker.keras_import import import_keras


def answer_request(request: Request, control: JobControl) -> Event:
    """Do what a request asks and return its result.

    Raises:
        Stopped: the user asked for it.
        FrostlineError: see the function that answers.

    """
    return _ANSWERS[type(request)](request, control)


def _scan_folder(request: messages.ScanFolder, control: JobControl) -> Event:
    from core.data.scan import scan_folder

    return scan_folder(request.folder, control, pixels=request.pixel_limit, inner_classes=request.inner_classes)


def _see_to_leftovers(request: messages.SeeToLeftovers, control: JobControl) -> Event:
    from core.leftovers import see_to_leftovers

    see_to_leftovers(control, runs=request.runs)
    return Nothing()


def _save_project_as(request: messages.SaveProjectAs, control: JobControl) -> Event:
    from core.project.contents import contents_from_json
    from core.project.saving_as import save_as

    saved = save_as(
        request.destination,
        contents_from_json(request.destination, request.contents),
        control,
        runs_folder=request.runs_folder,
        all_runs=request.all_runs,
        pictures=request.pictures,
        in_use=request.in_use,
    )
    return messages.ProjectSaved(
        project=request.destination, runs=saved.runs, in_use=saved.in_use, left_out=saved.left_out
    )


def _draw_sample_pictures(request: messages.DrawSamplePictures, control: JobControl) -> Event:
    from core.data.sample_pictures import draw_sample_pictures

    draw_sample_pictures(request.folder, control, pictures_per_class=request.pictures_per_class, seed=request.seed)
    return messages.SamplePicturesDrawn(folder=request.folder)


def _make_thumbnails(request: messages.MakeThumbnails, control: JobControl) -> Event:
    from core.data.thumbnail_cache import thumbnail_cache
    from core.data.thumbnails import make_thumbnails
    from core.places import thumbnail_folder

    cache = thumbnail_cache(thumbnail_folder())
    make_thumbnails(request.files, request.edge, control, cache=cache, pixels=request.pixel_limit)
    return Nothing()


def _prepare_weights(request: messages.PrepareWeights, control: JobControl) -> Event:
    from core.network.weights import prepare_weights

    return messages.WeightsReady(file=prepare_weights(request.weights, control, request.backbone))


def _warm_up(_request: messages.WarmUp, _control: JobControl) -> Event:
    import_keras()
    return Nothing()


def _describe_network(request: messages.DescribeNetwork, _control: JobControl) -> Event:
    import_keras()
    from core.network.backbone import describe_network

    return messages.NetworkDescribed(network=describe_network(request.image_size, request.backbone))


def _train(request: messages.Train, control: JobControl) -> Event:
    import_keras()
    from core.training.run_record import RECORD_FILE
    from core.training.train import extend, resume, train

    if request.more_epochs:
        return extend(request.specification.run, request.more_epochs, control)
    # A worker can die before the run has a record to resume from.
    if request.resume and (request.specification.run / RECORD_FILE).exists():
        return resume(request.specification.run, control)
    return train(request.specification, control)


def _find_learning_rate(request: messages.FindLearningRate, control: JobControl) -> Event:
    import_keras()
    from core.training.learning_rate_finder import find_learning_rate

    return find_learning_rate(request.specification, control)


def _extract_to_store(request: messages.ExtractToStore, control: JobControl) -> Event:
    import_keras()
    from core.cluster.extraction import extract_to_store, order_for_training

    order = order_for_training(request.specification, request.cut, cluster=request.cluster, store=request.store)
    return extract_to_store(order, control)


def _evaluate(request: messages.Evaluate, control: JobControl) -> Event:
    import_keras()
    from core.evaluation.evaluate import evaluate

    return evaluate(
        request.model, request.folder, control, pixels=request.pixel_limit, inner_classes=request.inner_classes
    )


def _save_report(request: messages.SaveReport, control: JobControl) -> Event:
    import_keras()
    from core.evaluation.report.save import save_report

    return save_report(request, control)


def _predict(request: messages.Predict, control: JobControl) -> Event:
    import_keras()
    from core.prediction.predict import predict

    predict(
        request.model,
        request.images,
        control,
        top=request.top,
        preview_edge=request.preview_edge,
        pixels=request.pixel_limit,
        percentile=request.percentile,
    )
    return Nothing()


def _compare_runs(request: messages.CompareRuns, control: JobControl) -> Event:
    import_keras()
    from core.evaluation.compare_runs import compare_runs

    return compare_runs(
        request.model,
        request.against,
        request.folder,
        control,
        pixels=request.pixel_limit,
        inner_classes=request.inner_classes,
    )


def _explain(request: messages.Explain, control: JobControl) -> Event:
    import_keras()
    from core.explanation.explain import explain

    return explain(request, control)


def _keep_reference(request: messages.KeepReference, control: JobControl) -> Event:
    import_keras()
    from core.explanation.keep_reference import keep_reference

    keep_reference(request.run, control)
    return Nothing()


def _export(request: messages.Export, control: JobControl) -> Event:
    import_keras()
    from core.export.export import export_run

    return export_run(
        request.run,
        request.format,
        request.destination,
        control,
        precision=request.precision,
        resize_inside=request.resize_inside,
    )


def _inspect_layer(request: messages.InspectLayer, control: JobControl) -> Event:
    import_keras()
    from core.inspection.inspect_layer import inspect_layer

    return inspect_layer(request, control)


def _calibrate(request: messages.Calibrate, control: JobControl) -> Event:
    import_keras()
    from core.network.calibration import calibrate

    return messages.Calibrated(calibration=calibrate(request.image_size, control, request.backbone))


def _describe_machine(_request: messages.DescribeMachine, control: JobControl) -> Event:
    from core.diagnosis.machine import describe_machine

    return describe_machine(control)


def _describe_backends(_request: messages.DescribeBackends, control: JobControl) -> Event:
    from core.diagnosis.backends import describe_backends

    return describe_backends(control)


_ANSWERS: dict[type[Request], Callable[[Any, JobControl], Event]] = {
    messages.ScanFolder: _scan_folder,
    messages.SeeToLeftovers: _see_to_leftovers,
    messages.SaveProjectAs: _save_project_as,
    messages.DrawSamplePictures: _draw_sample_pictures,
    messages.MakeThumbnails: _make_thumbnails,
    messages.PrepareWeights: _prepare_weights,
    messages.WarmUp: _warm_up,
    messages.DescribeNetwork: _describe_network,
    messages.Train: _train,
    messages.FindLearningRate: _find_learning_rate,
    messages.ExtractToStore: _extract_to_store,
    messages.Evaluate: _evaluate,
    messages.SaveReport: _save_report,
    messages.CompareRuns: _compare_runs,
    messages.Predict: _predict,
    messages.Explain: _explain,
    messages.KeepReference: _keep_reference,
    messages.Export: _export,
    messages.InspectLayer: _inspect_layer,
    messages.Calibrate: _calibrate,
    messages.DescribeMachine: _describe_machine,
    messages.DescribeBackends: _describe_backends,
}
