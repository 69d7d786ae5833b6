"""What the window remembers, in a file of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from core.places import settings_folder
from gui.window.recent_menu import RecentMenu
from gui.window.settings import RECENT_FOLDERS_KEPT, WindowSettings


def test_nothing_is_remembered_at_first() -> None:
    settings = WindowSettings()
    assert settings.geometry.isEmpty()
    assert settings.recent_folders == ()
    assert settings.last_folder == Path.home()


def test_folders_are_remembered_newest_first_and_once(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("ants", "bees", "cats")]
    for folder in folders:
        folder.mkdir()
    settings = WindowSettings()
    for folder in (*folders, folders[0]):
        settings.keep_folder(folder)
    assert WindowSettings().recent_folders == (folders[0], folders[2], folders[1])
    assert WindowSettings().last_folder == tmp_path


def test_single_folder_comes_back_as_a_folder(tmp_path: Path) -> None:
    WindowSettings().keep_folder(tmp_path)
    assert WindowSettings().recent_folders == (tmp_path,)


def test_folders_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    settings = WindowSettings()
    settings.keep_folder(gone)
    gone.rmdir()
    assert settings.recent_folders == ()


def test_number_of_folders_is_bounded(tmp_path: Path) -> None:
    settings = WindowSettings()
    for number in range(RECENT_FOLDERS_KEPT + 3):
        folder = tmp_path / str(number)
        folder.mkdir()
        settings.keep_folder(folder)
    assert len(settings.recent_folders) == RECENT_FOLDERS_KEPT


def test_geometry_survives(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    WindowSettings(file).keep_geometry(QByteArray(b"\x01\xd9\xd0\xcb"))
    assert WindowSettings(file).geometry == QByteArray(b"\x01\xd9\xd0\xcb")


def test_damaged_file_costs_only_the_memory() -> None:
    file = settings_folder() / "window.ini"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\x00\xff[window\ngeometry=@Byte(\nrecent_folders=17")
    settings = WindowSettings()
    assert settings.recent_folders == ()
    assert settings.geometry.isEmpty()


def test_limit_of_pixels_is_remembered_until_it_is_the_usual_one(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    assert WindowSettings(file).pixel_limit is None
    WindowSettings(file).keep_pixel_limit(600_000_000)
    assert WindowSettings(file).pixel_limit == 600_000_000
    WindowSettings(file).keep_pixel_limit(None)
    assert WindowSettings(file).pixel_limit is None


def test_limit_of_pixels_that_cannot_be_is_the_usual_one(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[data]\npixel_limit=-3\n")
    assert WindowSettings(file).pixel_limit is None


def test_folders_that_are_gone_are_remembered_until_the_list_is_cleared(tmp_path: Path, qtbot: QtBot) -> None:
    settings = WindowSettings(tmp_path / "window.ini")
    (tmp_path / "here").mkdir()
    for name in ("gone", "here"):
        settings.keep_folder(tmp_path / name)
    menu = RecentMenu(paths=settings.folders)
    qtbot.addWidget(menu)

    menu.aboutToShow.emit()
    here, gone, _separator, clear = menu.actions()
    assert (here.isEnabled(), gone.isEnabled()) == (True, False)
    assert gone.text().endswith("gone (not there)")
    assert settings.recent_folders == (tmp_path / "here",)
    with qtbot.waitSignal(menu.path_chosen) as chosen:
        here.trigger()
    assert chosen.args == [tmp_path / "here"]

    clear.trigger()
    assert settings.remembered_folders == ()


def test_a_damaged_file_is_kept_aside_and_the_usual_settings_hold(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    WindowSettings(file).keep_pixel_limit(600_000_000)
    whole = file.read_bytes()
    file.write_bytes(whole + b"[prediction]\nfolder=@Variant(\\0\\0\\0\\x7f)\n")

    settings = WindowSettings(file)

    assert settings.pixel_limit is None
    assert "window.ini.damaged" in settings.damage
    assert (tmp_path / "window.ini.damaged").read_bytes().startswith(whole)
    settings.keep_pixel_limit(5)
    assert WindowSettings(file).damage == ""


def test_what_is_remembered_is_never_taken_for_damage(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    settings = WindowSettings(file)
    odd = [tmp_path / name for name in ("[brackets]", "Straße, 100 %", "=", "; no comment", "@Variant", "two\nlines")]
    for folder in odd:
        folder.mkdir()
        settings.keep_folder(folder)
    settings.keep_geometry(QByteArray(bytes(range(256))))
    settings.keep_unlike_percentile(99.5)

    again = WindowSettings(file)

    assert again.damage == ""
    assert again.recent_folders == tuple(reversed(odd))
    assert again.geometry == QByteArray(bytes(range(256)))
    assert again.unlike_percentile == 99.5
