#!/bin/sh
# Prints the name of a Python that Frostline runs on. TensorFlow has builds for 3.11, 3.12 and 3.13.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
    if fits "$candidate"; then
        say "$candidate"
        exit 0
    fi
done

found=$(${PYTHON:-python3} --version 2>/dev/null || say "no ${PYTHON:-python3}")
stop "Frostline needs Python 3.11, 3.12 or 3.13, and here is $found." \
    "Install one of them (Debian 12 or 13, Ubuntu 24.04: apt-get install python3 python3-venv)," \
    "or name the one to use: make run PYTHON=/path/to/python3.12"
