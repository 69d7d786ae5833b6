#!/bin/sh
# Opens Frostline's window. On a machine without a screen, plays the whole job in the same window, unseen,
# and leaves a picture of each page. usage: setup/run.sh [FOLDER]
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

has_screen() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

setup/python_environment.sh
if has_screen; then
    setup/qt_libraries.sh
    exec .venv/bin/frostline "$@"
fi
say "There is no screen here (DISPLAY and WAYLAND_DISPLAY are unset): playing the demo into build/demo."
export QT_QPA_PLATFORM=offscreen
setup/qt_libraries.sh
exec .venv/bin/frostline demo --out build/demo
