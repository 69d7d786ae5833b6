#!/bin/sh
# Brings the translations of the window up to its texts, and says which are still to be made. usage: [CHECK=1] ...
set -eu
cd "$(dirname "$0")/.."

setup/python_environment.sh "${1:-dev}"
.venv/bin/python setup/translations/renew.py ${CHECK:+--check}
