#!/bin/sh
# Plays the demo and puts its pictures of the pages into assets/screenshots, where the README shows them.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
# The pictures are those of an English manual, whatever language this machine has.
export FROSTLINE_LANGUAGE=en
setup/python_environment.sh
setup/qt_libraries.sh
.venv/bin/frostline demo --out build/demo
mkdir -p assets/screenshots
for page in data layers layers-dark layers-deuteranopia inspector train evaluate predict export; do
    [ -f "build/demo/$page.png" ] || stop "The demo left no build/demo/$page.png."
    cp "build/demo/$page.png" assets/screenshots/
done
say "Renewed the pictures in assets/screenshots."
