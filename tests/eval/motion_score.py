#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""What people do in staged shots, against what the prompts say.

usage: motion_score.py RUSHES PROMPTS.jsonl [--dimension D] [--sample N] [--half a|b] [--judged FILE.tsv] [--out DIR]

Stages a hash-chosen sample of prompts, lists every action of a person with the motion that is played (verb, object, motion of the
lexicon, act), and scores it with judgements made by a person: a tab-separated file of verb, object, act and 1 or 0 ("*" stands for
any object). What has no judgement is printed with "?" and counted apart, never as right. Actions that end up standing, or played by
nobody, are wrong unless they were judged otherwise.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile


def prompts_of(file, dimension):
    for line in open(file, encoding="utf-8"):
        row = json.loads(line)
        dims = row.get("dimension", [])
        dims = [dims] if isinstance(dims, str) else dims
        text = row.get("text") or row.get("prompt")
        if isinstance(text, str) and (not dimension or dimension in dims):
            yield text


def chosen(prompts, count, half):
    """The prompts in the order of their hashes; half "a" has the even ones."""
    keyed = sorted((hashlib.sha256(p.encode()).hexdigest(), p) for p in set(prompts))
    if half:
        keyed = [k for k in keyed if (int(k[0][:8], 16) % 2 == 0) == (half == "a")]
    return [p for _, p in keyed[:count]]


def judgements(file):
    out = {}
    if file:
        for line in open(file, encoding="utf-8"):
            part = line.rstrip("\n").split("\t")
            if len(part) == 4 and not line.startswith("#"):
                out[tuple(part[:3])] = part[3] == "1"
    return out


def played(shot):
    """(verb, object, motion, act) of every action of a person; the act is what the person's track shows longest in its share."""
    people = {s["id"] for s in shot["description"]["subjects"] if s["kind"] == "person"}
    nouns = {s["id"]: s["noun"] for s in shot["description"]["subjects"]}
    figures = collections.defaultdict(list)
    for o in shot["blocking"]["objects"]:
        figures[o["subject"]].append(o["id"])
    tracks = {t["object"]: t["samples"] for t in shot["blocking"]["tracks"]}
    seen = set()
    for a in shot["description"]["actions"]:
        if a["subject"] not in people or not figures[a["subject"]]:
            continue
        acts = []
        for sample in tracks.get(figures[a["subject"]][0], []):
            if not acts or acts[-1] != sample["motion"]:
                acts.append(sample["motion"])
        key = (a["verb"], nouns.get(a["target"], ""), a["motion"], "+".join(acts))
        if key not in seen:
            seen.add(key)
            yield key


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("rushes")
    ap.add_argument("prompts")
    ap.add_argument("--dimension", default="")
    ap.add_argument("--sample", type=int, default=60)
    ap.add_argument("--half", choices=["a", "b"], default="")
    ap.add_argument("--judged", default="")
    ap.add_argument("--out", default="")
    a = ap.parse_args()
    picked = chosen(prompts_of(a.prompts, a.dimension), a.sample, a.half)
    out = pathlib.Path(a.out or tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "prompts.jsonl", "w", encoding="utf-8") as f:
        for i, text in enumerate(picked):
            f.write(json.dumps({"id": f"{i:04d}", "prompt": text, "frames": 12}) + "\n")
    done = subprocess.run([a.rushes, "stage", "--prompts", str(out / "prompts.jsonl"), "--size", "160x90", "--no-frames", "--out", str(out / "shots")],
                          capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"rushes stage: exit {done.returncode}: {done.stderr.strip()[-200:]}")
    judged, count, wholly = judgements(a.judged), collections.Counter(), collections.Counter()
    for i, text in enumerate(picked):
        shot = json.load(open(out / "shots" / f"{i:04d}" / "shot.json", encoding="utf-8"))
        rows = list(played(shot))
        verdicts = []
        for verb, noun, motion, acts in rows:
            verdict = judged.get((verb, noun, acts), judged.get((verb, "*", acts)))
            if verdict is None and acts == "stand" and motion != "stand":
                verdict = False
            verdicts.append(verdict)
            count[verdict] += 1
            print({True: "1", False: "0", None: "?"}[verdict], verb, noun, motion, acts, text[:110], sep="\t")
        if not rows:
            print("-", "", "", "", "", text[:110], sep="\t")
        wholly["none" if not rows else "open" if None in verdicts else "right" if all(verdicts) else "wrong"] += 1
    total = count[True] + count[False]
    print(f"actions: {count[True]} of {total} judged fit = {100 * count[True] / max(1, total):.1f} %, {count[None]} not judged; prompts: " +
          ", ".join(f"{k} {v}" for k, v in sorted(wholly.items())))


if __name__ == "__main__":
    main()
