#!/bin/sh
# Makes sure that Qt starts on this machine: starts it, and when it doesn't, finds which system libraries
# are missing and installs their packages (root, Debian or Ubuntu) or says how to.
# The platform is Qt's own choice: QT_QPA_PLATFORM, else the display that is there.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh
. setup/debian_packages.sh

# Elsewhere PySide6 brings along all that it needs.
[ "$(uname -s)" = Linux ] || exit 0

# Sets status: 0 Qt starts, 3 it has no fonts, else it doesn't start; complaint is what it said then.
start_qt() {
    status=0
    # The inner group also catches the shell's own word when Qt aborts.
    complaint=$({ .venv/bin/python setup/start_qt.py; } 2>&1) || status=$?
}

# The files that Qt loads on the platforms in question, its plugins among them.
files_that_qt_loads() {
    pyside=$(echo .venv/lib/python3*/site-packages/PySide6)
    plugins=$pyside/Qt/plugins
    ls "$pyside"/Qt*Widgets.abi3.so "$pyside"/QtSvg.abi3.so "$pyside"/QtTest.abi3.so
    ls "$plugins"/imageformats/*.so "$plugins"/iconengines/*.so
    case "${QT_QPA_PLATFORM:-}:${DISPLAY:-}" in
        *xcb*:* | :?*) ls "$plugins"/platforms/libqxcb.so "$plugins"/xcbglintegrations/*.so ;;
    esac
    case "${QT_QPA_PLATFORM:-}:${WAYLAND_DISPLAY:-}" in
        *wayland*:* | :?*) ls "$plugins"/platforms/libqwayland*.so "$plugins"/wayland-*-client/*.so ;;
    esac
}

# Without those of Qt itself: a plugin of the Qt add-ons that PySide6-Essentials carries along misses one.
missing_libraries() {
    files_that_qt_loads | xargs ldd 2>/dev/null | awk '/not found/ && !/libQt6/ { print $1 }' | sort -u
}

# The packages of Debian and Ubuntu that have these libraries; nothing for a library that Qt is not known to need.
packages_of() {
    .venv/bin/python -c '
import sys
from core.diagnosis.debian_packages import DEBIAN_PACKAGES

print(*sorted({DEBIAN_PACKAGES[library] for library in sys.argv[1:] if library in DEBIAN_PACKAGES}))' "$@"
}

give_up() {
    stop "Qt can't start, and no library that is known here is missing. It said:" "$complaint" \
        "If this machine has no screen: unset DISPLAY WAYLAND_DISPLAY, and make run plays the demo."
}

start_qt
if [ "$status" != 0 ] && [ "$status" != 3 ]; then
    libraries=$(missing_libraries)
    # shellcheck disable=SC2086 # one word each, here and below
    packages=$(packages_of $libraries)
    [ -n "$packages" ] || give_up
    # shellcheck disable=SC2086,SC2116
    provide_packages "Qt misses system libraries: $(echo $libraries)." $packages
    start_qt
fi
if [ "$status" = 3 ]; then
    provide_packages "Qt finds no font on this machine, so no text would show." fonts-dejavu-core
    start_qt
fi
[ "$status" = 0 ] || give_up
