#!/bin/sh
# Runs the fault suite and the fuzzing in full, which `make test` does with a few seeds only.
# usage: setup/faults.sh [EXTRAS [PYTEST ARGUMENTS...]]      e.g. setup/faults.sh dev tests/faults -k "kill and 17"
set -eu
cd "$(dirname "$0")/.."

extras=${1:-dev}
[ $# = 0 ] || shift
if [ $# = 0 ]; then
    for folder in tests/faults tests/fuzz; do
        [ ! -d "$folder" ] || set -- "$@" "$folder"
    done
fi
export FAULTS=full
# A test of the full suite may take as long as its own patience, which is made for a very busy machine.
exec setup/test.sh "$extras" "$@" -o timeout=1800
