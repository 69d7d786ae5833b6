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

# The package of Debian and Ubuntu that has a library; nothing for one that Qt is not known to need.
package_of() {
    case $1 in
        libEGL.so.1) echo libegl1 ;;
        libGL.so.1) echo libgl1 ;;
        libOpenGL.so.0) echo libopengl0 ;;
        libX11.so.6) echo libx11-6 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libfontconfig.so.1) echo libfontconfig1 ;;
        libfreetype.so.6) echo libfreetype6 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libgssapi_krb5.so.2) echo libgssapi-krb5-2 ;;
        libwayland-client.so.0) echo libwayland-client0 ;;
        libwayland-cursor.so.0) echo libwayland-cursor0 ;;
        libwayland-egl.so.1) echo libwayland-egl1 ;;
        libxcb.so.1) echo libxcb1 ;;
        libxcb-cursor.so.0) echo libxcb-cursor0 ;;
        libxcb-glx.so.0) echo libxcb-glx0 ;;
        libxcb-icccm.so.4) echo libxcb-icccm4 ;;
        libxcb-image.so.0) echo libxcb-image0 ;;
        libxcb-keysyms.so.1) echo libxcb-keysyms1 ;;
        libxcb-randr.so.0) echo libxcb-randr0 ;;
        libxcb-render.so.0) echo libxcb-render0 ;;
        libxcb-render-util.so.0) echo libxcb-render-util0 ;;
        libxcb-shape.so.0) echo libxcb-shape0 ;;
        libxcb-shm.so.0) echo libxcb-shm0 ;;
        libxcb-sync.so.1) echo libxcb-sync1 ;;
        libxcb-util.so.1) echo libxcb-util1 ;;
        libxcb-xfixes.so.0) echo libxcb-xfixes0 ;;
        libxcb-xkb.so.1) echo libxcb-xkb1 ;;
        libxkbcommon.so.0) echo libxkbcommon0 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libz.so.1) echo zlib1g ;;
        libzstd.so.1) echo libzstd1 ;;
    esac
}

give_up() {
    stop "Qt can't start, and no library that is known here is missing. It said:" "$complaint" \
        "If this machine has no screen: unset DISPLAY WAYLAND_DISPLAY, and make run plays the demo."
}

start_qt
if [ "$status" != 0 ] && [ "$status" != 3 ]; then
    libraries=$(missing_libraries)
    packages=$(for library in $libraries; do package_of "$library"; done | sort -u)
    [ -n "$packages" ] || give_up
    # shellcheck disable=SC2086,SC2116 # one word each, joined to one line
    provide_packages "Qt misses system libraries: $(echo $libraries)." $packages
    start_qt
fi
if [ "$status" = 3 ]; then
    provide_packages "Qt finds no font on this machine, so no text would show." fonts-dejavu-core
    start_qt
fi
[ "$status" = 0 ] || give_up
