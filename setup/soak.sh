#!/bin/sh
# Lets a scripted user work in the window for an hour and says what grew meanwhile; benchmarks/soak tells of it.
# On a machine without a screen in Xvfb where that is installed, else on Qt's own platform `offscreen`; which one it was
# stands in the summary. usage: [MINUTES=60] [SEED=0] setup/soak.sh [EXTRAS]
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

setup/python_environment.sh "${1:-dev}"
if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    if command -v Xvfb >/dev/null; then
        screen=$(mktemp)
        Xvfb -screen 0 1600x1000x24 -nolisten tcp -displayfd 3 3>"$screen" &
        xvfb=$!
        trap 'kill "$xvfb"; rm -f "$screen"' EXIT
        while [ ! -s "$screen" ] && kill -0 "$xvfb" 2>/dev/null; do sleep 0.1; done
        DISPLAY=":$(cat "$screen")" QT_QPA_PLATFORM=xcb
        export DISPLAY QT_QPA_PLATFORM
        say "The window is on Xvfb, display $DISPLAY."
    else
        export QT_QPA_PLATFORM=offscreen
        say "There is neither a screen nor Xvfb here: the window is drawn offscreen."
    fi
fi
setup/qt_libraries.sh
.venv/bin/python -m benchmarks.soak --minutes "${MINUTES:-60}" --seed "${SEED:-0}" --out build/soak
