# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Benchmark prompts and what their shots must show."""
import collections
import json
import pathlib

from shot_measure import ROTATION, ZOOM

Case = collections.namedtuple("Case", "dimension prompt note check")  # check: Shot -> bool

# Label of VBench-2 or CameraBench -> test of the camera's motion.
CAMERA = {
    "zoom_in": lambda c: c.zoom > ZOOM or c.forward > 0.3,
    "zoom_out": lambda c: c.zoom < -ZOOM or c.forward < -0.3,
    "tilt_up": lambda c: c.tilt > ROTATION,
    "tilt_down": lambda c: c.tilt < -ROTATION,
    "pan_left": lambda c: c.pan < -ROTATION,
    "pan_right": lambda c: c.pan > ROTATION,
    "static": lambda c: c.only(),
    "fixed_camera": lambda c: c.only(),
    "orbits": lambda c: c.path > 0.5 and abs(c.pan) > 15,
    "has_roll_clockwise": lambda c: c.roll < -ROTATION,
    "has_roll_counterclockwise": lambda c: c.roll > ROTATION,
    "has_zoom_in": lambda c: c.zoom > ZOOM,
    "has_zoom_out": lambda c: c.zoom < -ZOOM,
    "has_dolly_in_zoom_out": lambda c: c.forward > 0.2 and c.zoom < -ZOOM,
    "has_dolly_out_zoom_in": lambda c: c.forward < -0.2 and c.zoom > ZOOM,
    "has_arc_clockwise": lambda c: c.right < -0.2 and c.pan > ROTATION,
    "has_arc_counterclockwise": lambda c: c.right > 0.2 and c.pan < -ROTATION,
    "has_crane_up": lambda c: c.rise > 0.3,
    "has_crane_down": lambda c: c.rise < -0.3,
    "has_leftward": lambda c: c.right < -0.2,
    "has_rightward": lambda c: c.right > 0.2,
    "only_leftward": lambda c: c.right < -0.2 and c.only("move") and abs(c.forward) < 0.2,
    "only_rightward": lambda c: c.right > 0.2 and c.only("move") and abs(c.forward) < 0.2,
    "moving_camera": lambda c: bool(c.moves()),
    "clear_moving_camera": lambda c: bool(c.moves()),
}
for turn in ("pan_left", "pan_right", "tilt_up", "tilt_down"):
    CAMERA["has_" + turn] = CAMERA[turn]
    CAMERA["only_" + turn] = lambda c, t=CAMERA[turn], k=turn[: turn.index("_")]: t(c) and c.only(k)
for kind in ("roll", "zoom"):
    for way in ("clockwise", "counterclockwise") if kind == "roll" else ("in", "out"):
        CAMERA[f"only_{kind}_{way}"] = lambda c, t=CAMERA[f"has_{kind}_{way}"], k=kind: t(c) and c.only(k)
for frame in ("wrt_camera", "wrt_ground"):
    for name, test in dict(forward=lambda c: c.forward > 0.2, backward=lambda c: c.forward < -0.2, upward=lambda c: c.rise > 0.2,
                           downward=lambda c: c.rise < -0.2).items():
        CAMERA[f"has_{name}_{frame}"] = test
        CAMERA[f"only_{name}_{frame}"] = lambda c, t=test: t(c) and c.only("move")

# CameraBench's framing labels -> field and value of the description's camera.
FRAMING = {"is_dutch_angle": ("angle", "dutch"), "camera_angle_is_bird_eye_angle": ("angle", "bird_eye"), "camera_angle_is_worm_eye_angle": ("angle", "worm_eye"),
           "first_person_pov": ("pov", "first_person"), "third_person_over_shoulder_pov": ("pov", "over_shoulder"),
           "third_person_over_hip_pov": ("pov", "over_hip"), "drone_pov": ("pov", "drone"), "selfie_pov": ("pov", "selfie"),
           "dashcam_pov": ("pov", "dashcam"), "overhead_pov": ("pov", "overhead"), "locked_on_pov": ("pov", "locked_on")}
for size in "extreme_wide wide full medium_full medium medium_close_up close_up extreme_close_up".split():
    FRAMING[f"shot_size_is_{size}"] = ("size", size)
for angle in "high level low".split():
    FRAMING[f"camera_angle_is_{angle}_angle"] = ("angle", angle)
for height in "ground hip eye overhead aerial water underwater".split():
    FRAMING[f"height_wrt_ground_is_{height}_level"] = ("height", height)


def _whole_action(shot):
    return bool(shot.motions()) and all(u.get("takenFor") for u in shot.description["unknown"])


def _ordered(shot):
    return len({a["order"] for a in shot.description["actions"] if a.get("motion") not in (None, "stand", "idle")}) >= 2


def _vbench(rows):
    for row in rows:
        text, aux = row["text"], row.get("aux", {})
        for d in row["dimension"]:
            if d == "object_class":
                noun = aux[d]["object"]
                yield Case(d, text, noun, lambda s, n=noun: s.sees(n))
            elif d == "multiple_objects":
                nouns = aux[d]["object"]
                yield Case(d, text, nouns, lambda s, n=nouns: all(s.sees(k) for k in n.split(" and ")))
            elif d == "spatial_relationship":
                q = aux[d][d]
                yield Case(d, text, f"{q['object_a']} {q['relationship']} {q['object_b']}",
                           lambda s, q=q: s.relates(q["object_a"], q["object_b"], q["relationship"]))
            elif d == "color":
                colour = aux[d]["color"]
                yield Case(d, text, colour, lambda s, c=colour: s.has_colour(c))
            elif d == "scene":
                word = aux[d][d][d]
                yield Case(d, text, word, lambda s, w=word: s.is_place(w))
            elif d == "human_action":
                yield Case(d, text, "", _whole_action)


def _vbench2(rows):
    for row in rows:
        if row["dimension"] == "Camera_Motion" and row["aux"] in CAMERA:
            yield Case("vbench2_camera", row["text"], row["aux"], lambda s, k=row["aux"]: CAMERA[k](s.camera))
        if row["dimension"] == "Motion_Order_Understanding":
            yield Case("motion_order", row["text"], str(row["aux"]), _ordered)


def _camerabench(rows):
    for row in rows:
        name = row["label_name"]
        for text in row["prompt"] + row["alt_prompt"]:
            if name in CAMERA:
                yield Case("camerabench_motion", text, name, lambda s, n=name: CAMERA[n](s.camera))
            elif name in FRAMING:
                field, value = FRAMING[name]
                yield Case("camerabench_framing", text, name, lambda s, f=field, v=value: s.description["camera"].get(f) == v)


READERS = {"vbench.jsonl": _vbench, "vbench2.jsonl": _vbench2, "camera_language_labels.jsonl": _camerabench}


def load_cases(folder):
    """All cases of the files that the folder has, in the order of the files."""
    out = []
    for name, read in READERS.items():
        path = pathlib.Path(folder) / name
        if path.exists():
            out += read(json.loads(line) for line in path.read_text().splitlines() if line.strip())
    return out
