"""Who may write to a project, and what is told of one that can't be written to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import FrostlineError, UnusableInput
from core.project.contents import ProjectContents
from core.project.open_project import make_project, open_project
from core.project.project_file import PROJECT_FILE, read_project, write_project
from core.project.project_lock import LOCK_FILE

if sys.platform != "win32":
    import resource

_OTHER = """
import sys
from pathlib import Path
from core.project.open_project import open_project
project = open_project(Path(sys.argv[1]))
print(project.read_only or "writes", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "insects.frostline", ProjectContents(page="train"))


def test_the_second_one_reads_only_until_the_first_is_gone(project: Path) -> None:
    # Given another process that has the project open
    command = [sys.executable, "-c", _OTHER, str(project)]
    with subprocess.Popen(
        command, cwd=Path(__file__).parents[3], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "writes"
        # When it is opened here
        second = open_project(project)
        # Then it is told why nothing is written, and what it holds is read
        assert second.read_only == "“insects” is open in another window already, which alone writes to it."
        assert second.contents.page == "train"
        second.close()
        # When the other dies
        other.kill()
        other.wait(30)
    # Then the next one writes, and leaves no lock behind
    third = open_project(project)
    assert not third.read_only
    third.close()
    third.close()
    assert not (project / LOCK_FILE).exists()


def test_a_second_window_of_the_same_process_reads_only(project: Path) -> None:
    first = open_project(project)
    second = open_project(project)

    assert (first.read_only, bool(second.read_only)) == ("", True)
    second.close()
    assert open_project(project).read_only
    first.close()


def test_a_folder_that_can_not_be_written_to_is_opened_read_only(project: Path) -> None:
    # Given a place where no lock can be made
    (project / LOCK_FILE).mkdir()
    (project / PROJECT_FILE).write_text("damaged", encoding="utf-8")

    opened = open_project(project)

    assert opened.read_only.startswith("“insects” can't be written to: ")
    assert opened.remark.endswith(").")
    assert (project / PROJECT_FILE).read_text(encoding="utf-8") == "damaged"


def test_a_project_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="There is no project in") as refused:
        open_project(tmp_path / "gone.frostline")

    assert refused.value.hint == "If it was moved, open it where it is now."


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size there")
def test_a_disk_that_is_full_costs_neither_the_project_nor_what_it_held(project: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, before[1]))
    try:
        with pytest.raises(FrostlineError) as refused:
            write_project(project, ProjectContents(page="layers"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert refused.value.message.startswith(f"The project can't be written to {project / PROJECT_FILE}: ")
    assert refused.value.hint.startswith("Make room on the disk")
    assert read_project(project).page == "train"
    assert sorted(one.name for one in project.iterdir()) == [PROJECT_FILE, "runs"]
