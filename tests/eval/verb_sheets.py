#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Sheets to judge verbs by eye: a strip of five frames for every line of a list, with the acts that are played.

Usage: verb_sheets.py RUSHES LIST.txt OUT [FIRST LAST]
Writes OUT/acts.tsv (line, verb, object, motion, acts) and OUT/sheet-NN.jpg of 12 lines each. Needs ffmpeg and ImageMagick.
"""
import json
import pathlib
import subprocess
import sys

from motion_score import played

FRAMES = 72
SHOWN = (5, 20, 35, 50, 66)
LINES_A_SHEET = 12


def strip(movie, label, out):
    picked = "+".join(f"eq(n\\,{n})" for n in SHOWN)
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-i", movie, "-vf", f"select={picked},tile={len(SHOWN)}x1", "-frames:v", "1", out], check=True)
    subprocess.run(["convert", out, "-background", "#141517", "-fill", "#d0d4d8", "-font", "DejaVu-Sans", "-pointsize", "13", f"label:{label}", "+swap", "-append", out],
                   check=True)


def main():
    rushes, listed, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    lines = list(enumerate(listed.read_text(encoding="utf-8").splitlines(), 1))
    if len(sys.argv) > 5:
        lines = [line for line in lines if int(sys.argv[4]) <= line[0] <= int(sys.argv[5])]
    out.mkdir(parents=True, exist_ok=True)
    prompts = out / "prompts.jsonl"
    prompts.write_text("".join(json.dumps({"id": f"{n:03}", "prompt": text, "frames": FRAMES}) + "\n" for n, text in lines))
    subprocess.run([rushes, "stage", "--prompts", prompts, "--size", "256x144", "--movie", "--no-frames", "--out", out / "shots", "--quiet"], check=True)
    strips, rows = [], []
    for n, text in lines:
        shot = out / "shots" / f"{n:03}"
        acts = list(played(json.loads((shot / "shot.json").read_text())))
        rows += ["\t".join((str(n), *row, text)) for row in acts] or [f"{n}\t-\t\t\t\t{text}"]
        strips.append(out / f"strip-{n:03}.png")
        strip(next(shot.glob("*.mp4")), f"{n} {text}   [" + "; ".join(f"{verb} {noun}: {act}" for verb, noun, _, act in acts) + "]", strips[-1])
    (out / "acts.tsv").write_text("\n".join(rows) + "\n")
    for first in range(0, len(strips), LINES_A_SHEET):
        page = [str(s) for s in strips[first:first + LINES_A_SHEET]]
        subprocess.run(["convert", *page, "-background", "#141517", "-append", "-quality", "88", out / f"sheet-{first // LINES_A_SHEET:02}.jpg"], check=True)


if __name__ == "__main__":
    main()
