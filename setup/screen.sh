# A screen for windows that nobody sees. Read with `.` after say.sh, not run.
# shellcheck shell=sh

# On a Linux without a screen: starts Xvfb where that is installed and sets DISPLAY and QT_QPA_PLATFORM; otherwise has
# Qt draw offscreen. Says which. Sets the shell's trap for its end.
provide_screen() {
    [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || return 0
    if ! command -v Xvfb >/dev/null; then
        export QT_QPA_PLATFORM=offscreen
        say "There is neither a screen nor Xvfb here: the window is drawn offscreen."
        return 0
    fi
    screen=$(mktemp)
    # An X server resets itself when its last window goes, and turns away who comes meanwhile.
    Xvfb -screen 0 1600x1000x24 -noreset -nolisten tcp -displayfd 3 3>"$screen" &
    xvfb=$!
    trap end_screen EXIT
    # dash leaves out the trap of its end when a signal ends it.
    trap 'exit 143' HUP INT TERM
    while [ ! -s "$screen" ] && kill -0 "$xvfb" 2>/dev/null; do sleep 0.1; done
    [ -s "$screen" ] || stop "Xvfb is installed, and did not start; its messages are above."
    DISPLAY=":$(cat "$screen")" QT_QPA_PLATFORM=xcb
    export DISPLAY QT_QPA_PLATFORM
    say "The window is on Xvfb, display $DISPLAY."
}

# For a script that sets the trap itself.
end_screen() {
    [ -n "${xvfb:-}" ] || return 0
    kill "$xvfb" 2>/dev/null || true
    rm -f "$screen"
}
