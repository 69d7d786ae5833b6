"""What is painted: state by shape and colour, both palettes, nothing cut, and only what changed painted again."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QGraphicsView

from assets import icon_file
from core.network.freeze_plan import FreezePlan, FreezeState, parse_spec
from gui.layers.map.map_words import figures_of_layer, figures_of_row, name_in_row, output_of_row
from gui.layers.map.outlines import block_outline
from gui.layers.map.state_marks import paint_flame, paint_snowflake
from gui.layers.map.style import map_colours
from gui.window.theme import READABLE_CONTRAST, contrast_ratio

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser

LIGHT = QPalette(QColor("#1c1c1c"), QColor("#efefef"), QColor("white"), QColor("#9f9f9f"), QColor("#b8b8b8"),
                 QColor("black"), QColor("white"))  # fmt: skip
DARK = QPalette(QColor("#f0f0f0"), QColor("#323232"), QColor("#4b4b4b"), QColor("#222222"), QColor("#262626"),
                QColor("#f0f0f0"), QColor("#242424"))  # fmt: skip
#: Colours as a person without green cones sees them (Viénot, Brettel, Mollon 1999), on linear RGB.
_DEUTERANOPIA = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))


class PaintedRegion(QObject):
    """Watches which part of a view is painted."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self.region = QRegion()
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False

    def forget(self) -> None:
        QApplication.processEvents()
        self.region = QRegion()


@pytest.fixture
def painted(user: MapUser) -> PaintedRegion:
    return PaintedRegion(user.layer_map)


def test_frozen_and_trainable_blocks_differ_in_outline() -> None:
    rect = QRectF(0, 0, 100, 24)
    outlines = [block_outline(rect, state) for state in (*FreezeState, None)]
    assert len({tuple((e.x, e.y) for e in map(path.elementAt, range(path.elementCount()))) for path in outlines}) == 4
    corner = QPointF(1.5, 1.5)
    assert block_outline(rect, None).contains(corner)
    assert not block_outline(rect, FreezeState.FROZEN).contains(corner)


@pytest.mark.parametrize(("name", "paint"), [("snowflake", paint_snowflake), ("flame", paint_flame)])
def test_marks_are_the_icons_of_the_rest_of_the_window(qtbot: object, name: str, paint: object) -> None:
    assert callable(paint)
    ours, theirs = _blank(), _blank()
    painter = QPainter(ours)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, 96, 96), QColor("black"))
    painter.end()
    svg = icon_file(name).read_bytes().replace(b"#2f8fd8", b"#000000").replace(b"#e8702a", b"#000000")
    painter = QPainter(theirs)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, 96, 96))
    painter.end()
    points = [(x, y) for x in range(96) for y in range(96)]
    different = sum(abs(ours.pixelColor(*at).value() - theirs.pixelColor(*at).value()) > 128 for at in points)
    assert different < 0.06 * len(points)


def test_a_block_changes_colour_with_its_state(user: MapUser) -> None:
    colours = map_colours(user.layer_map.palette())
    place = user.shape("conv5_block3")
    beside = place.x() - 30, place.y()
    assert _picture(user).pixelColor(*beside).rgb() == colours.fills[FreezeState.FROZEN].rgb()
    user.history.change(FreezePlan(parse_spec("conv5_block3", user.network)), "thaw")
    assert _picture(user).pixelColor(*beside).rgb() == colours.fills[FreezeState.TRAINABLE].rgb()


def test_a_mixed_block_is_half_ice_and_half_ember(user: MapUser) -> None:
    colours = map_colours(user.layer_map.palette())
    user.history.change(FreezePlan(parse_spec("conv5_block3_1_conv", user.network)), "thaw")
    place, picture = user.shape("conv5_block3"), _picture(user)
    assert picture.pixelColor(place.x() - 35, place.y()).rgb() == colours.fills[FreezeState.FROZEN].rgb()
    assert picture.pixelColor(place.x() + 35, place.y()).rgb() == colours.fills[FreezeState.TRAINABLE].rgb()


def test_a_closed_block_shows_that_a_layer_inside_is_selected(user: MapUser) -> None:
    highlight = map_colours(user.layer_map.palette()).highlight.rgb()

    def has_tab(block: str) -> bool:
        picture, line = _picture(user), user.words(block)
        return any(picture.pixelColor(x, line.y()).rgb() == highlight for x in range(line.x() - 24, line.x()))

    user.layer_map.selection.select(frozenset({"conv4_block2_2_conv"}))
    assert has_tab("conv4_block2")
    assert not has_tab("conv4_block3")

    user.layer_map.selection.select(frozenset())
    assert not has_tab("conv4_block2")


def test_the_ground_is_frosted_below_the_line_only(user: MapUser) -> None:
    user.session.set_plan(FreezePlan(parse_spec("conv4+", user.network)))
    colours, picture = map_colours(user.layer_map.palette()), _picture(user)
    right = user.layer_map.viewport().width() - 2
    assert picture.pixelColor(right, user.shape("conv5_block1").y()).rgb() == colours.above.rgb()
    assert picture.pixelColor(right, user.shape("conv2_block1").y()).rgb() == colours.below.rgb()


def test_the_picture_follows_the_palette_while_it_is_shown(user: MapUser) -> None:
    for palette in (DARK, LIGHT):
        user.layer_map.setPalette(palette)
        QApplication.processEvents()
        colours, place = map_colours(palette), user.shape("conv4_block2")
        assert _picture(user).pixelColor(place.x() - 30, place.y()).rgb() == colours.fills[FreezeState.FROZEN].rgb()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_are_readable_on_all_they_stand_on(qtbot: object, palette: QPalette) -> None:
    colours = map_colours(palette)
    grounds = [colours.above, colours.below, colours.stage_above, colours.stage_below]
    for ground in [*grounds, colours.selected]:
        assert contrast_ratio(colours.text, ground) >= READABLE_CONTRAST
    for ground in grounds:
        assert contrast_ratio(colours.quiet, ground) >= READABLE_CONTRAST
    for fill in colours.fills.values():
        assert contrast_ratio(colours.text, fill) >= READABLE_CONTRAST
    assert contrast_ratio(colours.ice, colours.fills[FreezeState.FROZEN]) >= 3.0
    assert contrast_ratio(colours.ember, colours.fills[FreezeState.TRAINABLE]) >= 3.0
    assert contrast_ratio(colours.on_ice, colours.ice) >= READABLE_CONTRAST


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_frozen_and_trainable_differ_without_green_cones(qtbot: object, palette: QPalette) -> None:
    colours = map_colours(palette)
    frozen, learning = (
        _without_green_cones(colours.fills[state]) for state in (FreezeState.FROZEN, FreezeState.TRAINABLE)
    )
    assert abs(frozen.blueF() - learning.blueF()) > 0.12


def test_no_word_is_cut(user: MapUser) -> None:
    layout, style = user.layer_map.map_scene.layout, user.layer_map.map_scene.map_style
    assert layout is not None
    name, small = QFontMetricsF(style.strong), QFontMetricsF(style.small)
    for row in user.layer_map.map_scene.rows:
        words = name.horizontalAdvance(row.node.name) + small.horizontalAdvance(figures_of_row(row))
        assert words < layout.columns.words.width
        assert small.horizontalAdvance(output_of_row(row, 100)) <= layout.columns.shapes.width
        for one in row.layers:
            words = small.horizontalAdvance(name_in_row(one, row)) + small.horizontalAdvance(figures_of_layer(one))
            assert words < layout.columns.words.width


def test_a_thawed_block_repaints_itself_and_the_mark_of_its_stage_but_no_other_block(
    user: MapUser, painted: PaintedRegion
) -> None:
    user.session.set_plan(FreezePlan(parse_spec("conv2_block1", user.network)))
    painted.forget()
    user.session.set_plan(FreezePlan(parse_spec("conv2_block1,conv5_block3", user.network)))
    QApplication.processEvents()
    assert painted.region.contains(user.shape("conv5_block3"))
    assert painted.region.contains(QPoint(20, user.shape("conv5_block2").y()))
    others = [row.node.name for row in user.layer_map.map_scene.rows if row.node.name != "conv5_block3"]
    assert not any(painted.region.contains(user.shape(name)) for name in others)


def test_a_moved_line_repaints_what_lies_between_its_places(user: MapUser, painted: PaintedRegion) -> None:
    user.session.set_plan(FreezePlan(parse_spec("conv5", user.network)))
    painted.forget()
    user.session.set_plan(FreezePlan(parse_spec("conv5,conv4_block6", user.network)))
    QApplication.processEvents()
    assert painted.region.contains(user.shape("conv4_block6"))
    for name in ("conv5_block2", "conv4_block3", "conv3_block1", "head", "input"):
        assert not painted.region.contains(user.shape(name))


def test_a_plan_that_looks_the_same_repaints_nothing(user: MapUser, painted: PaintedRegion) -> None:
    painted.forget()
    user.session.set_plan(FreezePlan(thaw_batch_norm=True))
    user.layer_map.map_scene.show_classes(0)
    QApplication.processEvents()
    assert painted.region.isEmpty()


def test_painting_is_sharp_at_every_scale(user: MapUser) -> None:
    # Given the same map painted at four times the size: an edge must stay one step wide, not four
    image = QImage(QSize(480 * 4, 620 * 4), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(4.0)
    painter = QPainter(image)
    user.layer_map.render(painter)
    painter.end()
    place = user.shape("conv4_block2")
    row = [image.pixelColor(x, place.y() * 4) for x in range(place.x() * 4 - 300, place.x() * 4 - 40)]
    steps = [one != other for one, other in itertools.pairwise(row)]
    assert 2 <= sum(steps) <= 8


def _picture(user: MapUser) -> QImage:
    QApplication.processEvents()
    return user.layer_map.viewport().grab().toImage()


def _blank() -> QImage:
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _without_green_cones(colour: QColor) -> QColor:
    linear = [part**2.2 for part in (colour.redF(), colour.greenF(), colour.blueF())]
    seen = [sum(share * part for share, part in zip(shares, linear, strict=True)) for shares in _DEUTERANOPIA]
    return QColor.fromRgbF(*(min(1.0, max(0.0, part)) ** (1 / 2.2) for part in seen))
