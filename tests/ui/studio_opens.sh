#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
#
# The studio in a real window: opens empty and with a film, shows pictures through Vulkan with the validation layer on, takes real mouse and key
# events, and reports no validation error. usage: studio_opens.sh RUSHES-STUDIO RUSHES WORK-FOLDER
set -u
studio=$1 rushes=$2 work=$3
fail() { echo "studio_opens: $*" >&2; exit 1; }
[ -n "${DISPLAY:-}" ] || { echo "no display here: the window was not tried"; exit 77; }
rm -rf "$work"
mkdir -p "$work/home" "$work/run"
chmod 700 "$work/run"
export HOME=$work/home XDG_RUNTIME_DIR=$work/run QT_QPA_PLATFORM=xcb
started=$("$studio" --measure-start 2>"$work/start.txt") || fail "exit code $? at start: $(head -c 300 "$work/start.txt")"
grep -q '"startMs"' <<<"$started" || fail "no start time: $started"
printf 'EXT. HARBOUR - DAY\n\nMARA waves.\n\nMara walks.\n' >"$work/film.fountain"
"$rushes" new "$work/Film.rushes" --script "$work/film.fountain" --size 320x180 --quiet || fail "no film"
"$rushes" generate "$work/Film.rushes" --size 160x90 --quiet || fail "no takes"
RUSHES_VALIDATION=1 "$studio" --measure --no-sound "$work/Film.rushes" >"$work/measure.json" 2>"$work/messages.txt" &
pid=$!
trap 'kill -9 $pid 2>/dev/null' EXIT
window=
for _ in $(seq 100); do
    window=$(xdotool search --onlyvisible --pid $pid 2>/dev/null | head -1)
    [ -n "$window" ] && break
    kill -0 $pid 2>/dev/null || fail "it ended: $(head -c 400 "$work/messages.txt")"
    xdotool sleep 0.1
done
[ -n "$window" ] || fail "no window appeared"
xdotool mousemove 800 400 click 1 sleep 0.3 key space sleep 1.5 key space sleep 0.3 key Right sleep 0.2 key Home sleep 0.3
kill -0 $pid 2>/dev/null || fail "it ended while it was used: $(head -c 400 "$work/messages.txt")"
grep -q "Validation Error" "$work/messages.txt" && fail "Vulkan validation: $(grep -m1 "Validation Error" "$work/messages.txt" | head -c 300)"
grep -qi "no Vulkan\|cannot draw" "$work/messages.txt" && fail "the viewport gave up: $(head -c 300 "$work/messages.txt")"
echo "The studio opens, draws and takes keys."
