"""setup/audit.sh with pip-audit itself, and a database of vulnerabilities that answers on this machine."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pip_audit", reason="an environment made before pip-audit was among the dev packages")

ROOT = Path(__file__).parents[2]
VULNERABLE = {
    "id": "GHSA-aaaa-bbbb-cccc",
    "aliases": ["CVE-2026-0001"],
    "summary": "A picture can start a program.",
    "affected": [
        {
            "package": {"name": "pillow", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.0"}]}],
        }
    ],
}

Audit = Callable[..., subprocess.CompletedProcess[str]]


class Database(BaseHTTPRequestHandler):
    """Answers as OSV does: of the packages asked about, Pillow alone is vulnerable."""

    asked: list[str]
    status = 200

    def do_POST(self) -> None:
        package = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["package"]["name"]
        self.asked.append(package)
        content = json.dumps({"vulns": [VULNERABLE]} if package == "pillow" else {}).encode()
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - its name there
        pass


@pytest.fixture
def database() -> Iterator[ThreadingHTTPServer]:
    handler = type("OneDatabase", (Database,), {"asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def audit(tmp_path: Path, database: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> Audit:
    """Return a function that audits these pins, with these exceptions, in a repository of their own."""
    shutil.copytree(ROOT / "setup", tmp_path / "setup", ignore=shutil.ignore_patterns("__pycache__"))
    program = tmp_path / ".venv" / "bin" / "pip-audit"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip_audit "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PIP_AUDIT_OSV_URL", f"http://127.0.0.1:{database.server_port}/v1/query")

    def run(*pins: str, exceptions: str = "") -> subprocess.CompletedProcess[str]:
        (tmp_path / "setup" / "constraints.txt").write_text("# Pinned.\n" + "".join(f"{pin}\n" for pin in pins))
        (tmp_path / "setup" / "audit_exceptions.txt").write_text(f"# Passed over.\n{exceptions}\n")
        return subprocess.run([tmp_path / "setup" / "audit.sh"], capture_output=True, text=True, check=False)

    return run


def test_pins_that_are_not_known_to_be_vulnerable_pass_and_are_asked_about_once_a_day(
    audit: Audit, database: Any
) -> None:
    first, again = audit("numpy==2.4.6", "idna==3.20"), audit("numpy==2.4.6", "idna==3.20")

    assert (first.returncode, again.returncode) == (0, 0), first.stderr
    assert first.stdout == "No known vulnerabilities found\n"
    assert sorted(database.RequestHandlerClass.asked) == ["idna", "numpy"]


def test_a_vulnerable_pin_fails_with_the_list(audit: Audit) -> None:
    done = audit("numpy==2.4.6", "pillow==13.0.0")

    assert done.returncode == 1
    for word in ("pillow", "13.0.0", "CVE-2026-0001", "99.0", "A picture can start a program."):
        assert word in done.stdout
    assert "known to be vulnerable" in done.stderr
    assert "setup/audit_exceptions.txt" in done.stderr


def test_a_vulnerability_with_a_date_and_a_reason_is_passed_over(audit: Audit) -> None:
    done = audit("pillow==13.0.0", exceptions="GHSA-aaaa-bbbb-cccc 2026-11-29 Frostline opens no such pictures.")

    assert done.returncode == 0, done.stderr
    assert "1 ignored" in done.stdout


@pytest.mark.parametrize("entry", ["GHSA-aaaa-bbbb-cccc", "GHSA-aaaa-bbbb-cccc it is harmless, is it not"])
def test_an_exception_without_a_date_or_a_reason_is_refused(audit: Audit, entry: str) -> None:
    done = audit("pillow==13.0.0", exceptions=entry)

    assert done.returncode == 1
    assert entry in done.stderr
    assert "YEAR-MONTH-DAY" in done.stderr


def test_without_the_database_lint_goes_on(audit: Audit, database: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    database.RequestHandlerClass.status = 503
    out_of_order = audit("pillow==13.0.0")
    monkeypatch.setenv("PIP_AUDIT_OSV_URL", "http://127.0.0.1:9/v1/query")
    not_there = audit("pillow==13.0.0")

    for done in (out_of_order, not_there):
        assert (done.returncode, done.stderr) == (0, "")
        assert (
            done.stdout
            == "The database of vulnerabilities can't be reached, so the pinned versions were not audited.\n"
        )


def test_pins_that_cannot_be_read_are_not_taken_for_a_missing_network(audit: Audit) -> None:
    done = audit("numpy>=2")

    assert done.returncode == 1
    assert "numpy" in done.stderr
