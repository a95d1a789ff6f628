#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Scores `rushes stage` on benchmark prompts. They are split in two halves by a hash of the prompt: one to tune on, one to hold out.
usage: stage_score.py RUSHES PROMPTS-FOLDER [--dim D,…] [--limit N] [--json FILE] …"""
import argparse
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

from cases import load_cases
from shot_measure import Shot

WIDTH, HEIGHT = 320, 180


def half_of(prompt):
    return "tuned" if hashlib.sha256(prompt.strip().lower().encode()).digest()[0] % 2 == 0 else "held_out"


def arguments():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("rushes")
    ap.add_argument("prompts")
    ap.add_argument("--dim", default="", help="only these dimensions, separated by commas")
    ap.add_argument("--half", choices=["tuned", "held_out"], help="only this half")
    ap.add_argument("--limit", type=int, default=0, help="at most this many of each dimension and half, spread evenly; 0: all")
    ap.add_argument("--frames", type=int, default=16)
    ap.add_argument("--json", default="", help="write the result here")
    ap.add_argument("--keep", default="", help="keep the shots in this folder")
    ap.add_argument("--misses", action="store_true", help="list what failed, of the tuned half alone unless --half says otherwise")
    return ap.parse_args()


def pick(cases, a):
    groups = collections.defaultdict(list)
    wanted = [d for d in a.dim.split(",") if d]
    for case in cases:
        half = half_of(case.prompt)
        if (not wanted or case.dimension in wanted) and (not a.half or a.half == half):
            groups[case.dimension, half].append(case)
    out = []
    for (_, half), group in groups.items():
        n = min(len(group), a.limit or len(group))
        out += [(group[i * len(group) // n], half) for i in range(n)]
    return out


def stage(a, picked, folder):
    """One run of the program for all prompts; returns the shots, None where one failed."""
    lines = [json.dumps({"id": f"{i:04d}", "prompt": case.prompt, "frames": a.frames}) for i, (case, _) in enumerate(picked)]
    (folder / "prompts.jsonl").write_text("\n".join(lines) + "\n")
    run = subprocess.run([a.rushes, "stage", "--prompts", str(folder / "prompts.jsonl"), "--size", f"{WIDTH}x{HEIGHT}", "--no-frames", "--out",
                          str(folder / "shots")], capture_output=True, text=True)
    if run.returncode:
        print(f"rushes stage: exit {run.returncode}: {run.stderr.strip()[-300:]}", file=sys.stderr)
    for i in range(len(picked)):
        path = folder / "shots" / f"{i:04d}" / "shot.json"
        yield Shot(json.loads(path.read_text()), WIDTH * HEIGHT) if path.exists() else None


def score(a, picked, folder):
    table = collections.defaultdict(lambda: {h: [0, 0] for h in ("tuned", "held_out")})
    misses = []
    for (case, half), shot in zip(picked, stage(a, picked, folder)):
        good = shot is not None and bool(case.check(shot))
        table[case.dimension][half][0] += good
        table[case.dimension][half][1] += 1
        stood_in = [w for w in shot.warnings if "no model" in w or "no set" in w] if shot else []
        if not good or stood_in:
            misses.append(dict(dimension=case.dimension, half=half, prompt=case.prompt, want=case.note, failed=not good, stand_ins=stood_in))
    return table, misses


def percent(good, total):
    return f"{good:4d}/{total:<4d} {100 * good / total:5.1f} %" if total else f"{'–':>16}"


def main():
    a = arguments()
    folder = pathlib.Path(a.keep or tempfile.mkdtemp(prefix="stage_score_"))
    folder.mkdir(parents=True, exist_ok=True)
    picked = pick(load_cases(a.prompts), a)
    if not picked:
        sys.exit(f"{a.prompts}: no prompts to score")
    table, misses = score(a, picked, folder)
    total = {h: [sum(d[h][i] for d in table.values()) for i in (0, 1)] for h in ("tuned", "held_out")}
    print(f"{'dimension':22} {'tuned half':>18} {'held-out half':>18} {'together':>18}")
    for name, d in [*sorted(table.items()), ("all", total)]:
        both = [d["tuned"][i] + d["held_out"][i] for i in (0, 1)]
        print(f"{name:22} {percent(*d['tuned']):>18} {percent(*d['held_out']):>18} {percent(*both):>18}")
    stand_ins = sum(1 for m in misses if m["stand_ins"])
    print(f"shots with a stand-in for a model or a set: {stand_ins} of {len(picked)}")
    if a.misses:
        for m in misses:
            if m["half"] == (a.half or "tuned"):
                print("miss" if m["failed"] else "stand-in", m["dimension"], m["prompt"][:110], m["want"], *m["stand_ins"], sep=" | ")
    if a.json:
        result = {name: {h: dict(zip(("good", "all"), d[h])) for h in d} for name, d in sorted(table.items())}
        pathlib.Path(a.json).write_text(json.dumps({"dimensions": result, "stand_ins": stand_ins, "shots": len(picked), "misses": misses}, indent=1) + "\n")


if __name__ == "__main__":
    main()
