from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

import core.evaluation.report.page as page_module
from core.evaluation.report.page import most_confused, report_page
from core.job_control import JobControl
from core.messages import AverageMetrics, ClassMetrics, Evaluation, Mistake, ReliabilityBin, SuspectedLabel

NAMES = ("ants", "<script>bees</script>", "wasps & hornets")


class Page(HTMLParser):
    """Collects what a page refers to, and which elements it has."""

    _EMPTY = ("meta", "img", "br")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[str] = []
        self.references: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.references += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href", "srcset")]
        if tag not in self._EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def evaluation(tmp_path: Path) -> Evaluation:
    files = [tmp_path / f"<b>{number}.png" for number in range(3)]
    for number, file in enumerate(files[:2]):
        Image.effect_noise((400, 300), 60.0 + number).convert("RGB").save(file)
    return evaluation_of(files)


def evaluation_of(files: list[Path], class_names: tuple[str, ...] = NAMES) -> Evaluation:
    counts = [[2 if row == column else 0 for column in range(len(class_names))] for row in range(len(class_names))]
    counts[0][1] = 3
    return Evaluation(
        model=Path("/runs/<i>run</i>"),
        folder=Path("/pictures & more"),
        split="folder",
        images=9,
        loss=0.5,
        accuracy=2 / 3,
        class_names=class_names,
        confusion=tuple(map(tuple, counts)),
        classes=tuple(
            ClassMetrics(class_name=name, precision=0.5, recall=0.4, f1=0.44, support=5) for name in class_names
        ),
        mistakes=tuple(
            Mistake(file=file, true_class=class_names[0], predicted_class=class_names[1], probability=0.9)
            for file in files
        ),
        averages=(AverageMetrics(average="macro", precision=0.5, recall=0.4, f1=0.44, support=9),),
        top_k=((1, 2 / 3), (3, 0.9)),
        calibration_error=0.1,
        reliability=(ReliabilityBin(lower=0.5, upper=1.0, images=9, confidence=0.8, accuracy=0.7),),
        suspects=(
            SuspectedLabel(
                file=files[0],
                name=files[0].name,
                class_name=class_names[0],
                suggested_class=class_names[1],
                probability=0.9,
                own_probability=0.05,
                threshold=0.8,
            ),
        ),
        judged_images=9,
        suspects_remark="Some were not judged.",
    )


def test_the_page_is_whole_and_refers_to_nothing_outside(evaluation: Evaluation) -> None:
    text = report_page(evaluation, JobControl())

    page = Page(text)
    assert page.open == []
    assert page.references
    assert all(one.startswith("data:image/jpeg;base64,") for one in page.references)
    assert not re.search(r"https?://|url\(|@import", text)
    assert not {"script", "link", "iframe", "object"} & set(page.elements)


def test_names_stay_words(evaluation: Evaluation) -> None:
    page = Page(report_page(evaluation, JobControl()))

    assert not {"b", "i"} & set(page.elements)
    for name in (*NAMES, "<b>0.png", "/runs/<i>run</i>", "/pictures & more"):
        assert name in page.words


def test_the_page_says_what_was_measured(evaluation: Evaluation) -> None:
    words = " ".join(Page(report_page(evaluation, JobControl())).words.split())

    for expected in (
        "66.7%",
        "Among the 3 likeliest",
        "90.0%",
        "10.0%",
        "Mean of the classes (macro)",
        "Some were not",
    ):
        assert expected in words


def test_light_and_dark_are_left_to_the_reader_s_system(evaluation: Evaluation) -> None:
    assert "prefers-color-scheme: dark" in report_page(evaluation, JobControl())


def test_a_picture_that_is_gone_leaves_its_place(evaluation: Evaluation) -> None:
    page = Page(report_page(evaluation, JobControl()))

    assert page.elements.count("img") == 3  # two mistakes and a suspect
    assert "no picture" in page.words


def test_pictures_take_no_more_room_than_is_theirs(evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "_PICTURE_BYTES", 9_000)

    page = Page(report_page(evaluation, JobControl()))

    assert len(set(page.references)) == 1
    assert sum(map(len, set(page.references))) < 9_000 * 4 / 3 + 100


def test_of_many_classes_the_pairs_that_are_confused_are_shown(evaluation: Evaluation, tmp_path: Path) -> None:
    many = evaluation_of([tmp_path / "gone.png"], tuple(f"class {number}" for number in range(400)))

    text = report_page(many, JobControl())

    assert [(pair.true_class, pair.called, pair.images) for pair in most_confused(many)] == [("class 0", "class 1", 3)]
    assert "confused most" in text
    assert len(text) < 200_000
