#!/bin/sh
# Runs the tests, with windows that nobody sees. usage: [BACKEND=torch] setup/test.sh [EXTRAS [PYTEST ARGUMENTS...]]
# With another backend than TensorFlow: the tests of the core that can notice one, see tests/backend_pass.py.
set -eu
cd "$(dirname "$0")/.."

extras=${1:-dev}
[ $# = 0 ] || shift
if [ "${BACKEND:-tensorflow}" != tensorflow ]; then
    [ "$extras" != dev ] || extras=dev,$BACKEND
    [ $# != 0 ] || set -- tests/core
    set -- -p tests.backend_pass "$@"
    export KERAS_BACKEND="$BACKEND"
fi
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
setup/python_environment.sh "$extras"
setup/qt_libraries.sh
# One process for each core; each holds a TensorFlow of its own, so not too many.
exec .venv/bin/python -m pytest -n auto --maxprocesses 4 --dist worksteal "$@"
