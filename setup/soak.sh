#!/bin/sh
# Lets a scripted user work in the window for an hour and says what grew meanwhile; benchmarks/soak tells of it.
# On a machine without a screen in Xvfb where that is installed, else on Qt's own platform `offscreen`; which one it was
# stands in the summary. usage: [MINUTES=60] [SEED=0] setup/soak.sh [EXTRAS]
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh
. setup/screen.sh

setup/python_environment.sh "${1:-dev}"
provide_screen
setup/qt_libraries.sh
.venv/bin/python -m benchmarks.soak --minutes "${MINUTES:-60}" --seed "${SEED:-0}" --out build/soak
