#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
#
# The review player plays a movie in a real window, by both picture paths, without a Vulkan validation error; and says what is wrong without a
# display. usage: review_plays.sh RUSHES-REVIEW WORK-FOLDER
set -u
review=$1 work=$2
mkdir -p "$work"
fail() { echo "review_plays: $*" >&2; exit 1; }
ffmpeg -y -v error -f lavfi -i testsrc2=s=320x180:r=24:d=2 -pix_fmt yuv420p "$work/clip.mp4" || fail "no clip could be made"
if env -u DISPLAY -u WAYLAND_DISPLAY "$review" "$work/clip.mp4" 2>"$work/no-display.txt"; then fail "it ran without a display"; fi
grep -q "display" "$work/no-display.txt" || fail "no word of the display: $(cat "$work/no-display.txt")"
if "$review" "$work/none.mp4" 2>"$work/none.txt"; then fail "it opened a file that is not there"; fi
grep -q "none.mp4" "$work/none.txt" || fail "the missing file is not named"
[ -n "${DISPLAY:-}" ] || { echo "no display here: the window itself was not tried"; exit 77; }
for path in "" --force-shader; do
    "$review" "$work/clip.mp4" --seconds 2 --loop --validation --width 640 --height 420 $path >"$work/counters.json" 2>"$work/messages.txt" ||
        fail "exit code $? with '$path': $(head -c 400 "$work/messages.txt")"
    grep -q "Validation Error" "$work/messages.txt" && fail "Vulkan validation: $(grep -m1 Validation "$work/messages.txt" | head -c 300)"
    shown=$(sed -E 's/.*"shown": ([0-9]+).*/\1/' "$work/counters.json")
    [ "$shown" -ge 6 ] || fail "only $shown pictures shown with '$path'"
done
echo "Both picture paths play."
