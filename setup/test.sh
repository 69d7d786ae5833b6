#!/bin/sh
# Runs the tests, with windows that nobody sees. usage: [BACKEND=torch] setup/test.sh [EXTRAS [PYTEST ARGUMENTS...]]
# With another backend than TensorFlow: the tests of the core that can notice one, see tests/backend_pass.py.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh
. setup/debian_packages.sh

# A bus for the tests of gui/desktop, which are skipped without one. Nothing else needs it, so nobody is asked for it.
provide_bus() {
    [ "$(uname -s)" = Linux ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
    command -v dbus-daemon >/dev/null && return 0
    say "Installing with apt, for the tests of gui/desktop: dbus-daemon"
    install_packages dbus-daemon || install_packages dbus || say "There is none: those tests are skipped."
}

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
provide_bus
# One process for each core; each holds a TensorFlow of its own, so not too many.
exec .venv/bin/python -m pytest -n auto --maxprocesses 4 --dist worksteal "$@"
