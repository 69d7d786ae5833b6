from __future__ import annotations

import threading
from pathlib import Path

import keras
import numpy as np
import pytest

from core.data.decode import decode_image
from core.errors import Stopped
from core.evaluation.evaluate import evaluate
from core.job_control import JobControl
from core.messages import Event, ImagePredicted, ImageRefused, ImageShown, Progress
from core.prediction.model_shelf import warm_model
from core.prediction.predict import predict


def reports_of(model: Path, *images: Path | bytes, top: int = 5, preview_edge: int = 0) -> list[Event]:
    events: list[Event] = []
    predict(model, images, JobControl(report=events.append), top=top, preview_edge=preview_edge)
    return [event for event in events if not isinstance(event, Progress)]


def test_the_likeliest_class_comes_first_and_probabilities_sum_to_one(trained_run: Path, dark_and_light: Path) -> None:
    [dark, light] = reports_of(trained_run, dark_and_light / "dark" / "0.png", dark_and_light / "light" / "0.jpg")

    assert isinstance(dark, ImagePredicted)
    assert isinstance(light, ImagePredicted)
    assert [name for name, _ in dark.top] == ["dark", "light"]
    assert [name for name, _ in light.top] == ["light", "dark"]
    assert sum(probability for _, probability in dark.top) == pytest.approx(1.0, abs=1e-5)
    assert dark.top[0][1] >= dark.top[1][1]


def test_answers_come_in_order_and_a_refused_picture_keeps_its_place(
    trained_run: Path, dark_and_light: Path, tmp_path: Path
) -> None:
    no_image = tmp_path / "notes.txt"
    no_image.write_text("not a picture")
    good = dark_and_light / "dark" / "1.png"

    events = reports_of(trained_run, good, no_image, good, tmp_path / "gone.png", good)

    assert [(type(event), event.index) for event in events if isinstance(event, (ImagePredicted, ImageRefused))] == [
        (ImagePredicted, 0),
        (ImageRefused, 1),
        (ImagePredicted, 2),
        (ImageRefused, 3),
        (ImagePredicted, 4),
    ]
    refused = [event for event in events if isinstance(event, ImageRefused)]
    assert [event.source for event in refused] == [str(no_image), str(tmp_path / "gone.png")]
    assert refused[0].reason == "It is not an image."


def test_an_encoded_picture_is_predicted_like_its_file(trained_run: Path, dark_and_light: Path) -> None:
    file = dark_and_light / "light" / "2.jpg"

    [by_file] = reports_of(trained_run, file)
    [by_content] = reports_of(trained_run, file.read_bytes())

    assert isinstance(by_file, ImagePredicted)
    assert isinstance(by_content, ImagePredicted)
    assert by_content.top == by_file.top


def test_the_pictures_follow_the_answers_upright_in_the_size_asked_for(
    trained_run: Path, dark_and_light: Path, tmp_path: Path
) -> None:
    file = dark_and_light / "dark" / "0.png"

    events = reports_of(trained_run, file, tmp_path / "gone.png", file, preview_edge=24)

    kinds = [ImagePredicted, ImageRefused, ImagePredicted, ImageShown, ImageShown]
    assert [type(event) for event in events] == kinds
    pictures = [event for event in events if isinstance(event, ImageShown)]
    assert [event.index for event in pictures] == [0, 2]
    assert {(event.width, event.height, len(event.pixels)) for event in pictures} == {(24, 20, 24 * 20 * 3)}


def test_top_limits_the_number_of_classes(trained_run: Path, dark_and_light: Path) -> None:
    [event] = reports_of(trained_run, dark_and_light / "dark" / "0.png", top=1)

    assert isinstance(event, ImagePredicted)
    assert len(event.top) == 1


def test_the_probability_does_not_depend_on_what_else_is_in_the_batch(trained_run: Path, dark_and_light: Path) -> None:
    files = sorted(dark_and_light.glob("*/*")) * 3  # 48 pictures: a whole batch and a part of one
    assert len(files) > 32

    together = [event for event in reports_of(trained_run, *files) if isinstance(event, ImagePredicted)]
    alone = [event for file in files[:4] for event in reports_of(trained_run, file)]

    assert [event.source for event in together] == [str(file) for file in files]
    for one, other in zip(alone, together, strict=False):
        assert isinstance(one, ImagePredicted)
        assert dict(one.top) == pytest.approx(dict(other.top), abs=1e-5)


def test_prediction_and_evaluation_say_the_same_of_an_image(trained_run: Path, dark_and_light: Path) -> None:
    files = sorted(dark_and_light.glob("*/*"))
    labels = [file.parent.name for file in files]

    predictions = [event for event in reports_of(trained_run, *files) if isinstance(event, ImagePredicted)]
    of_the_truth = [dict(event.top)[label] for event, label in zip(predictions, labels, strict=True)]
    evaluation = evaluate(trained_run, dark_and_light, JobControl())

    assert evaluation.loss == pytest.approx(-np.log(of_the_truth).mean(), abs=1e-5)


def test_the_probabilities_are_those_of_the_bare_model(trained_run: Path, dark_and_light: Path) -> None:
    file = dark_and_light / "dark" / "3.png"
    model = warm_model(trained_run)

    [event] = reports_of(trained_run, file)
    bare = keras.ops.convert_to_numpy(model.model(decode_image(file, 32)[None].astype(np.float32)))[0]

    assert isinstance(event, ImagePredicted)
    assert dict(event.top) == pytest.approx(dict(zip(("dark", "light"), bare.tolist(), strict=True)), abs=1e-5)


def test_a_stopped_prediction_ends_between_batches_and_leaves_no_thread(
    trained_run: Path, dark_and_light: Path
) -> None:
    control = JobControl()
    told: list[Event] = []

    def stop_at_first(event: Event) -> None:
        told.append(event)
        control.stop_requested.set()

    control.report = stop_at_first
    with pytest.raises(Stopped):
        predict(trained_run, (dark_and_light / "dark" / "0.png",) * 100, control)

    assert sum(isinstance(event, ImagePredicted) for event in told) == 32
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("picture")]


def test_nothing_to_predict_says_nothing(trained_run: Path) -> None:
    assert reports_of(trained_run) == []
