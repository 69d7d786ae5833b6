#!/bin/sh
# Writes setup/constraints.txt anew: the versions that pip picks today in a fresh environment with the extras
# dev, torch, jax, camera and package. usage: setup/renew_constraints.sh [KEEP...]     KEEP: a version to hold, e.g. torch==2.13.0
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

python=$(setup/find_python.sh)
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
"$python" -m venv "$fresh/venv"
for version in "$@"; do
    say "$version"
done >"$fresh/keep.txt"
"$fresh/venv/bin/python" -m pip install --upgrade -c "$fresh/keep.txt" setuptools
"$fresh/venv/bin/python" -m pip install -c "$fresh/keep.txt" --no-build-isolation -e '.[dev,torch,jax,camera,package]'
{
    sed '/^#/!d' setup/constraints.txt
    # A build's local name (torch==2.13.0+cpu) is that of one machine.
    "$fresh/venv/bin/python" -m pip freeze --all --exclude frostline --exclude pip | sed 's/+[^ ]*$//'
} >"$fresh/constraints.txt"
mv "$fresh/constraints.txt" setup/constraints.txt
say "Renewed setup/constraints.txt with $("$python" --version)."
