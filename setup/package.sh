#!/bin/sh
# Builds the Frostline that needs no Python: the folder dist/frostline, and the archive of it to hand over, for the
# kind of Linux that it is built on and newer ones. usage: [TRY=1] setup/package.sh
#   TRY: then lets it do the whole job, unpacked from the archive, on Xvfb if that can be had (tests/package).
# Exit status: 0 done, 69 this machine lacks what programs are built with, or room, and that can't be helped, else failed.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh
. setup/debian_packages.sh
. setup/screen.sh

python=.venv/bin/python
program=dist/frostline

provide_tools() {
    command -v objcopy >/dev/null && command -v strip >/dev/null ||
        provide_packages "PyInstaller needs objcopy, of binutils." binutils
    shared_python && return 0
    # Debian keeps it in a package of its own; others build Python without it unless told otherwise.
    [ "$("$python" -c 'import sys; print(sys.base_prefix)')" = /usr ] ||
        stop "This Python was built without its shared library, which a program of its own is made with." \
            "Take another: remove .venv and give PYTHON=/path/to/python3.12, or build it with --enable-shared."
    provide_packages "PyInstaller needs Python as a shared library." \
        "$("$python" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')"
}

shared_python() {
    "$python" -c 'from PyInstaller.depend.bindepend import get_python_library_path as path; path()' 2>/dev/null
}

# The program has 1.8 GB, its archive 0.7; to be tried it is unpacked once more.
require_room() {
    has_room . 3000000 || stop "There is too little room in $PWD: building the program takes 3 GB." "Make room for it."
    [ -z "${TRY:-}" ] || { has_room . 5000000 && has_room "${TMPDIR:-/tmp}" 2000000; } ||
        stop "There is too little room: trying the program takes 5 GB in all, 2 of them in ${TMPDIR:-/tmp}." \
            "Make room, or name another folder for what is passing: TMPDIR=/path make package TRY=1"
}

# has_room FOLDER KILOBYTES
has_room() {
    [ "$(df -Pk "$1" | awk 'NR == 2 { print $4 }')" -ge "$2" ]
}

build() {
    say "Building $program; it takes some minutes."
    # What PyInstaller keeps between builds lies here too.
    PYINSTALLER_CONFIG_DIR="$PWD/build/pyinstaller" TF_CPP_MIN_LOG_LEVEL=2 QT_QPA_PLATFORM=offscreen \
        "$python" -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller \
        setup/package/frostline.spec
    # The names in TensorFlow's libraries, for debuggers, are a fifth of them.
    find "$program/_internal/tensorflow" -name '*.so*' -size +1M -exec strip --strip-unneeded {} +
    # Packages that went in as they lie in their folders. Where the program may not write, they would be compiled at
    # every start; and no time of a file that a copy of the folder changes may make Python compile them again.
    for package in tensorflow keras scipy sklearn; do
        set -- "$@" "$program/_internal/$package"
    done
    "$python" -m compileall -q -j 0 --invalidation-mode unchecked-hash -s "$program/_internal" "$@"
}

# What people and desktops need beside the program.
add_what_goes_along() {
    needs=$("$python" setup/package/needs.py "$program")
    glibc=$(printf '%s' "$needs" | "$python" -c 'import json, sys; print(json.load(sys.stdin)["glibc"])')
    version=$("$python" -c 'from core import __version__; print(__version__)')
    sed "s/@VERSION@/$version/; s/@GLIBC@/$glibc/" setup/package/README.txt >"$program/README.txt"
    cp LICENSE "$program/LICENSE"
    cp setup/package/install.sh "$program/install"
    mkdir -p "$program/desktop/setup" "$program/desktop/assets/icons" "$program/desktop/icons"
    cp setup/desktop.sh setup/say.sh "$program/desktop/setup/"
    cp -R assets/desktop "$program/desktop/assets/"
    cp assets/icons/frostline.svg "$program/desktop/assets/icons/"
    QT_QPA_PLATFORM=offscreen "$python" setup/render_icons.py assets/icons/frostline.svg "$program/desktop/icons"
}

# Written beside and renamed, so that there is never half an archive.
pack() {
    archive=dist/frostline-$version-linux-$(uname -m).tar.gz
    tar -C dist -cf - frostline | "$(command -v pigz || echo gzip)" -1 >"$archive.part"
    mv "$archive.part" "$archive"
    say "Made $archive: $(du -h "$archive" | cut -f 1), unpacked $(du -sh "$program" | cut -f 1); needs glibc $glibc."
}

provide_xvfb() {
    command -v Xvfb >/dev/null || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing with apt: xvfb"
        install_packages xvfb || say "apt could not install xvfb; its messages are above."
    fi
}

# Unpacked as by whoever is handed it. The window works in one process while the commands are tried in another.
try() {
    say "Trying it."
    handed_over=$(mktemp -d)
    trap 'rm -rf "$handed_over"; end_screen' EXIT
    tar -xf "$archive" -C "$handed_over"
    PROGRAM="$handed_over/frostline" "$python" -m pytest -m package -n 2 --dist loadfile tests/package
}

[ "$(uname -s)" = Linux ] || stop "This builds the program for Linux." "For Windows and macOS see docs/installers.md."
export stop_status=69
setup/python_environment.sh "package${TRY:+,dev}"
# With a screen, so that what Qt needs for one is here, and is taken along.
provide_xvfb
provide_screen
setup/qt_libraries.sh
provide_tools
require_room
unset stop_status
build
add_what_goes_along
pack
[ -z "${TRY:-}" ] || try
