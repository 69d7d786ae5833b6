#!/bin/sh
# Puts Frostline into the menu of this user's desktop, with its icon and its kind of files; or takes it out again.
# Only files of its own, under XDG_DATA_HOME (~/.local/share). usage: setup/desktop.sh install|remove [PROGRAM]
#   PROGRAM: what is started, otherwise .venv/bin/frostline of this folder.
#   ICONS: a folder with the icon in every size; without it they are drawn. REMOVE_WITH: the command that removes.
# The self-contained program brings this script along; its `install` starts it.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

what=${1:-install}
program=${2:-$PWD/.venv/bin/frostline}
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/frostline.desktop
kind=$data/mime/packages/frostline.xml
about=$data/metainfo/frostline.metainfo.xml
icons=$data/icons/hicolor

# What remembers menus, kinds of files and icons is told, where it is there.
tell_the_desktop() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
    if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf "$icons" || true; fi
}

install_files() {
    case $program in
        /*) ;;
        *) stop "$program is no absolute path." "Name the program as the desktop is to start it." ;;
    esac
    [ -x "$program" ] || stop "There is no program $program." "Set it up first: make run"
    mkdir -p "${entry%/*}" "${kind%/*}" "${about%/*}"
    # A desktop entry reads quotes, and backslashes in them, and % as a field of its own.
    quoted=$(printf '%s' "$program" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
    replacement=$(printf '%s' "$quoted" | sed 's/[\\&|]/\\&/g')
    sed "s|^Exec=frostline|Exec=\"$replacement\"|" assets/desktop/frostline.desktop >"$entry.part"
    mv "$entry.part" "$entry"
    cp assets/desktop/frostline.xml "$kind"
    cp assets/desktop/frostline.metainfo.xml "$about"
    mkdir -p "$icons/scalable/apps"
    cp assets/icons/frostline.svg "$icons/scalable/apps/frostline.svg"
    if [ -n "${ICONS:-}" ]; then
        cp -R "$ICONS/." "$icons/"
    else
        QT_QPA_PLATFORM=offscreen "${PYTHON:-.venv/bin/python}" setup/render_icons.py assets/icons/frostline.svg "$icons"
    fi
    tell_the_desktop
    say "Frostline is in the menu of your desktop. ${REMOVE_WITH:-make desktop REMOVE=1} takes it out again."
}

remove_files() {
    rm -f "$entry" "$kind" "$about" "$icons"/*/apps/frostline.png "$icons/scalable/apps/frostline.svg"
    tell_the_desktop
    say "Frostline is no longer in the menu of your desktop. Runs and settings are as they were."
}

case $what in
    install) install_files ;;
    remove) remove_files ;;
    *) stop "Expected install or remove, not $what." ;;
esac
