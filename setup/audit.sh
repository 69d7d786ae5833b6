#!/bin/sh
# Asks OSV, the open database of vulnerabilities, about every version pinned in setup/constraints.txt.
# Fails when one is known to be vulnerable; where the database can't be reached, says so and passes. What passed is not
# asked about again on the same day. PIP_AUDIT_OSV_URL: another place that answers as OSV does.
set -eu
cd "$(dirname "$0")/.."
. setup/say.sh

pins=setup/constraints.txt
exceptions=setup/audit_exceptions.txt
passed=.venv/audit-passed
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT

entries() {
    sed '/^#/d; /^[[:space:]]*$/d' "$exceptions"
}

today_and_pins() {
    { date +%F && cat "$pins" "$exceptions"; } | cksum
}

# pip-audit ends with 1 for what it found and for what went wrong alike; only what it found is in the report.
# 5 seconds is how long it waits for a connection or an answer.
ask() {
    # shellcheck disable=SC2046 # one word each
    .venv/bin/pip-audit --requirement "$pins" --no-deps --disable-pip --vulnerability-service osv --timeout 5 \
        --progress-spinner off --format columns --desc on --output "$found/report" \
        $(entries | awk '{ print "--ignore-vuln", $1 }') 2>"$found/messages"
}

nameless=$(entries | awk 'NF < 3 || $2 !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/')
[ -z "$nameless" ] || stop "$exceptions has an entry without a date or a reason: $nameless" \
    "Write: IDENTIFIER YEAR-MONTH-DAY why it does not touch us"
[ "$(cat "$passed" 2>/dev/null)" != "$(today_and_pins)" ] || exit 0

if ask; then
    tail -n 1 "$found/messages"
    today_and_pins >"$passed"
elif [ -s "$found/report" ]; then
    cat "$found/report"
    stop "A pinned version is known to be vulnerable, see the list above." \
        "Move the pin with make constraints, or say in $exceptions why it does not touch us."
elif tail -n 1 "$found/messages" | grep -Eq '^(requests\.exceptions|pip_audit\._service)\.|blocking this service'; then
    say "The database of vulnerabilities can't be reached, so the pinned versions were not audited."
else
    stop "pip-audit could not read the pinned versions; it said:" "$(tail -n 3 "$found/messages")"
fi
