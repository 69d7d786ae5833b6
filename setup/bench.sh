#!/bin/sh
# Measures what the README promises. usage: [JSON=1] [ONLY=row,...] [NAIVE_EPOCHS=20] setup/bench.sh [EXTRAS]
set -eu
cd "$(dirname "$0")/.."

export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
setup/python_environment.sh "${1:-dev}"
setup/qt_libraries.sh
exec .venv/bin/python -m benchmarks ${JSON:+--json} ${NAIVE_EPOCHS:+--naive-epochs "$NAIVE_EPOCHS"} \
    $(printf '%s' "${ONLY:-}" | tr ',' ' ')
