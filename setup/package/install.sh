#!/bin/sh
# Puts this Frostline into the menu of your desktop, with its icon and its kind of files, or takes it out again. It
# stays in the folder where it is; after moving that, run this again. usage: ./install [remove]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export ICONS="$here/desktop/icons" REMOVE_WITH="$here/install remove"
exec "$here/desktop/setup/desktop.sh" "${1:-install}" "$here/frostline"
