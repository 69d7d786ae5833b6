#!/bin/sh
# Checks the source without running it; every check runs, also after one that failed. usage: setup/lint.sh [EXTRAS]
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

status=0
check() {
    say "$*"
    "$@" || status=1
}

# A file that long holds more than one idea. core/messages.py holds one, all messages, and no behaviour.
no_file_above_400_lines() {
    long=$(find core gui assets tests benchmarks setup -name '*.py' ! -path core/messages.py -exec wc -l {} + |
        awk '$1 > 400 && $2 != "total"')
    [ -z "$long" ] || { say "$long"; return 1; }
}

setup/python_environment.sh "${1:-dev}"
check .venv/bin/ruff check .
check .venv/bin/ruff format --check .
check .venv/bin/mypy
check .venv/bin/mypy setup/start_qt.py
check .venv/bin/mypy setup/render_icons.py
for file in setup/package/*.py; do check .venv/bin/mypy "$file"; done
for file in setup/translations/*.py; do check env MYPYPATH=setup/translations .venv/bin/mypy "$file"; done
check .venv/bin/lint-imports
check no_file_above_400_lines
check setup/audit.sh
exit "$status"
