#!/bin/sh
# Runs the tests, with windows that nobody sees. usage: setup/test.sh [EXTRAS [PYTEST ARGUMENTS...]]
set -eu
cd "$(dirname "$0")/.."

extras=${1:-dev}
[ $# = 0 ] || shift
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
setup/python_environment.sh "$extras"
setup/qt_libraries.sh
# One process for each core; each holds a TensorFlow of its own, so not too many.
exec .venv/bin/python -m pytest -n auto --maxprocesses 4 --dist worksteal "$@"
