#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Sheets to be looked at: 24 prompts in three looks, 8 scenes from five sides, 12 places by day and by night.

Usage: contact_sheets.py RUSHES OUT [looks|scenes|places ...]
Needs ffmpeg and ImageMagick. Writes OUT/looks.jpg, OUT/scenes.jpg and OUT/places.jpg.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
FRAMES = 24


def run(*words):
    subprocess.run([str(w) for w in words], check=True, stdout=subprocess.DEVNULL)


def still(movie, frame, out):
    run("ffmpeg", "-y", "-v", "error", "-i", movie, "-vf", f"select=eq(n\\,{frame})", "-frames:v", "1", out)


def sheet(pictures, across, width, out):
    """pictures: (label, file)"""
    words = ["montage", "-font", "DejaVu-Sans", "-pointsize", "11", "-background", "#141517", "-fill", "#a4a8ae"]
    for label, file in pictures:
        words += ["-label", label, str(file)]
    run(*words, "-tile", f"{across}x", "-geometry", f"{width}x+4+4", "-quality", "86", out)


def stage(rushes, prompts, look, folder):
    """prompts: (id, prompt); a picture from the middle of each"""
    listed = folder / "prompts.jsonl"
    listed.write_text("".join(json.dumps({"id": key, "prompt": prompt, "frames": FRAMES}) + "\n" for key, prompt in prompts))
    out = folder / look
    run(rushes, "stage", "--prompts", listed, "--look", look, "--size", "960x540", "--movie", "--no-frames", "--out", out, "--quiet")
    pictures = {}
    for key, _ in prompts:
        pictures[key] = folder / f"{look}-{key}.png"
        still(next((out / key).glob("*.mp4")), FRAMES // 2, pictures[key])
    return pictures


def looks(rushes, folder, out):
    prompts = [(f"{i:02}", line) for i, line in enumerate((HERE / "contact_prompts.txt").read_text().splitlines())]
    drawn = {look: stage(rushes, prompts, look, folder) for look in ("board", "clay", "colour")}
    sheet([(prompt if look == "board" else look, drawn[look][key]) for key, prompt in prompts for look in drawn], 6, 400, out / "looks.jpg")


def places(rushes, folder, out):
    names = (HERE / "contact_places.txt").read_text().split("\n")[:-1]
    prompts = [(f"{i:02}{when}", f"Wide shot of a {name}, {'midnight' if when == 'n' else 'midday'}.") for i, name in enumerate(names) for when in "dn"]
    drawn = stage(rushes, prompts, "board", folder)
    labels = {f"{i:02}{when}": f"{name}, {'night' if when == 'n' else 'day'}" for i, name in enumerate(names) for when in "dn"}
    sheet([(labels[key], drawn[key]) for key, _ in prompts], 4, 480, out / "places.jpg")


def shots_of(scene):
    a, b, at = scene["a"], scene["b"], f"in the {scene['place']} {scene['when']}"
    return [
        ("master", f"Wide shot {at}. {a} and {b} talk."),
        ("two-shot", f"Medium two-shot {at}. {a} talks to {b}."),
        (f"over {b}", f"Over the shoulder of {b} {at}. {a} talks."),
        (f"over {a}", f"Over the shoulder of {a} {at}. {b} talks."),
        (f"close-up {a}", f"Close-up {at}. {a} listens to {b}."),
    ]


def scenes(rushes, folder, out):
    listed = json.loads((HERE / "contact_scenes.json").read_text())
    script, film = folder / "scenes.fountain", folder / "Scenes.rushes"
    script.write_text("\n\n".join(f"{s['heading']}\n\n{s['cast']}, talk." for s in listed) + "\n")
    run(rushes, "new", film, "--script", script, "--quiet")
    made = json.loads(subprocess.run([rushes, "shots", film, "--json"], check=True, capture_output=True, text=True).stdout)["shots"]
    labels = []
    for number, scene in enumerate(listed, 1):
        own = [shot for shot in made if str(shot["scene"]) == str(number)]
        for extra in own[1:]:
            run(rushes, "shot", "remove", film, extra["number"], "--quiet")
        after = own[0]["number"]
        for i, (label, prompt) in enumerate(shots_of(scene)):
            fields = [f"prompt={prompt}", f"frames={FRAMES}", f"location={own[0]['location']}", "size=", "angle=", "move="]
            if i == 0:
                run(rushes, "shot", "set", film, after, *fields, "--quiet")
            else:
                run(rushes, "shot", "add", film, *fields, "--after", after, "--quiet")
                every = json.loads(subprocess.run([rushes, "shots", film, "--json"], check=True, capture_output=True, text=True).stdout)["shots"]
                after = every[[shot["number"] for shot in every].index(after) + 1]["number"]
            labels.append(f"{scene['place']}: {label}")
    run(rushes, "generate", film, "--size", "960x540", "--quiet")
    movie = folder / "scenes.mp4"
    run(rushes, "export", film, movie, "--size", "960x540", "--quiet")
    pictures = []
    for i, label in enumerate(labels):
        pictures.append((label, folder / f"scene-{i:02}.png"))
        still(movie, i * FRAMES + FRAMES // 2, pictures[-1][1])
    sheet(pictures, 5, 480, out / "scenes.jpg")


def main():
    rushes, out = sys.argv[1], pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[3:] or ["looks", "scenes", "places"]
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            here = pathlib.Path(folder) / name
            here.mkdir()
            {"looks": looks, "scenes": scenes, "places": places}[name](rushes, here, out)


if __name__ == "__main__":
    main()
