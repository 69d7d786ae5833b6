#!/bin/sh
# Makes .venv with Frostline and the pinned versions of what it needs; leaves it alone when nothing changed.
# usage: setup/python_environment.sh [EXTRAS]     EXTRAS as in pyproject.toml, e.g. dev,torch
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh
. setup/debian_packages.sh

extras=${1:-}
stamp=.venv/installed-${extras:-base}

# What the environment was made from. A clone that was moved needs a new one: a venv holds its own path.
fingerprint() {
    { pwd && .venv/bin/python --version && cat pyproject.toml setup/constraints.txt; } 2>/dev/null | cksum
}

environment_works() {
    [ "$(cat .venv/made-in 2>/dev/null)" = "$PWD" ] && .venv/bin/python -c ''
}

make_environment() {
    python=$(setup/find_python.sh)
    "$python" -c 'import ensurepip, venv' 2>/dev/null || provide_venv_module "$python"
    say "Making .venv with $("$python" --version)."
    rm -rf .venv
    "$python" -m venv .venv
    pwd >.venv/made-in
}

# Debian keeps the module venv in a package of its own, one for each Python.
provide_venv_module() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    [ "$1" != python3 ] || package=python3-venv
    provide_packages "$1 can't make virtual environments: its module venv is not installed." "$package"
}

install() {
    say "Installing Frostline${extras:+ with $extras} into .venv; the first time takes some minutes and about 3 GB."
    [ -t 1 ] || quiet=yes
    # The build tool comes first and pinned: without isolation pip builds with it and fetches no other.
    .venv/bin/python -m pip install ${quiet:+--quiet} -c setup/constraints.txt setuptools &&
        .venv/bin/python -m pip install ${quiet:+--quiet} -c setup/constraints.txt --no-build-isolation \
            -e ".${extras:+[$extras]}"
}

environment_works || make_environment
if [ "$(cat "$stamp" 2>/dev/null)" != "$(fingerprint)" ]; then
    install || stop "pip could not install Frostline's packages; its messages are above." \
        "With a network that reaches a Python package index, give the same command again."
    fingerprint >"$stamp"
fi
