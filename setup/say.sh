# How the scripts of this folder speak to people. Read with `.`, not run.
# shellcheck shell=sh

say() {
    printf '%s\n' "$*"
}

# Say what is wrong and what to do about it, one line for each argument, and end: with stop_status, where that is set.
stop() {
    printf 'frostline: %s\n' "$1" >&2
    shift
    for line in "$@"; do
        printf '    %s\n' "$line" >&2
    done
    exit "${stop_status:-1}"
}
