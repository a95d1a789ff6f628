# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""What a shot.json shows: the camera's motion from its own samples, the objects from the id pass."""
import math
import re

SHARE = 0.002  # of the frame: what a named thing must cover to count as seen
ROTATION, PATH, ZOOM = 4.0, 0.15, 0.08  # degrees, metres, log focal length: less than this is a camera at rest


def _minus(p, q):
    return [p[i] - q[i] for i in range(3)]


def _dot(p, q):
    return sum(x * y for x, y in zip(p, q))


def _cross(p, q):
    return [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]]


def _length(p):
    return math.sqrt(_dot(p, p))


def _roll(sample, forward):
    """Degrees between the camera's right and the level; rising means rolled counterclockwise."""
    level = _cross(forward, [0, 1, 0])
    n = _length(level) or 1
    return math.degrees(math.atan2(_dot(sample["right"], [0, 1, 0]), _dot(sample["right"], [k / n for k in level])))


class CameraMotion:
    """From the first sample to the last. Degrees and metres; right, up and forward are the first frame's."""

    def __init__(self, samples):
        forward = [_cross(s["up"], s["right"]) for s in samples]
        heading = [math.degrees(math.atan2(f[0], -f[2])) for f in forward]
        elevation = [math.degrees(math.asin(max(-1, min(1, forward[i][1])))) for i in (0, -1)]
        way = _minus(samples[-1]["eye"], samples[0]["eye"])
        steps = [_minus(b["eye"], a["eye"]) for a, b in zip(samples, samples[1:])]
        self.pan = sum((b - a + 180) % 360 - 180 for a, b in zip(heading, heading[1:]))
        self.tilt = elevation[1] - elevation[0]
        self.roll = _roll(samples[-1], forward[-1]) - _roll(samples[0], forward[0])
        self.right, self.up, self.forward = _dot(way, samples[0]["right"]), _dot(way, samples[0]["up"]), _dot(way, forward[0])
        self.rise = way[1]
        self.zoom = math.log(samples[-1]["focalMm"] / samples[0]["focalMm"])
        self.path = sum(_length(s) for s in steps)

    def moves(self):
        return {k for k, on in dict(pan=abs(self.pan) > ROTATION, tilt=abs(self.tilt) > ROTATION, roll=abs(self.roll) > ROTATION,
                                    move=self.path > PATH, zoom=abs(self.zoom) > ZOOM).items() if on}

    def only(self, *allowed):
        return not self.moves() - set(allowed)


def same_word(noun, want):
    """True when the description's noun is the wanted one: plural endings and longer forms of it count."""
    words = lambda t: " ".join(re.findall(r"[a-z]+", (t or "").lower()))
    stem = lambda t: re.sub(r"(es|s)$", "", t)
    n, w = words(noun), words(want)
    return bool(n) and (n == w or stem(n) == stem(w) or (len(w) > 3 and (w in n or n in w)))


class Shot:
    """A parsed shot.json that was measured on a picture of `area` pixels."""

    def __init__(self, json, area):
        self.description, self.blocking = json["description"], json["blocking"]
        self.frames, self.area, self.warnings = json["seen"]["frames"], area, json["warnings"]
        samples = json["camera"]["samples"]
        self.camera = CameraMotion(samples) if len(samples) > 1 else None

    def find(self, noun):
        return {s["id"] for s in self.description["subjects"] if same_word(s["noun"], noun)}

    def objects(self, subjects):
        return {str(o["id"]) for o in self.blocking["objects"] if o.get("subject") in subjects}

    def visible(self, subjects):
        """Frame by frame: do these subjects together cover enough of the picture?"""
        ids = self.objects(subjects)
        if not ids:
            return []
        return [sum(f["objects"].get(i, [0])[0] for i in ids) / self.area >= SHARE for f in self.frames]

    def sees(self, noun):
        frames = self.visible(self.find(noun))
        return bool(frames) and sum(frames) >= len(frames) / 2

    def stands_in(self, noun):
        """True when something of another kind stands for the thing, which the stage says in a warning."""
        nouns = {s["noun"] for s in self.description["subjects"] if s["id"] in self.find(noun)}
        return any("stands for it" in w and f'"{n}"' in w for w in self.warnings for n in nouns)

    def box(self, subjects, frame):
        boxes = [frame["objects"][i] for i in self.objects(subjects) if i in frame["objects"]]
        return (min(b[1] for b in boxes), min(b[2] for b in boxes), max(b[3] for b in boxes), max(b[4] for b in boxes)) if boxes else None

    def relates(self, a, b, relation):
        """Left, right, top and bottom as the centres of the boxes say, in 80 % of the frames that show both."""
        first, second = self.find(a), self.find(b)
        good = both = 0
        for frame in self.frames:
            p, q = self.box(first, frame), self.box(second, frame)
            if a == b or not p or not q:
                continue
            both += 1
            across, down = (q[0] + q[2]) - (p[0] + p[2]), (q[1] + q[3]) - (p[1] + p[3])
            good += {"on the left of": across > 0, "on the right of": across < 0, "on the top of": down > 0, "on the bottom of": down < 0}.get(relation, False)
        return both > 0 and good >= 0.8 * both and both >= 0.5 * len(self.frames)

    def has_colour(self, colour):
        return any(s.get("colour") == colour and any(self.visible({s["id"]})) for s in self.description["subjects"])

    def is_place(self, word):
        return same_word((self.description["place"] or {}).get("kind", "").replace("_", " "), word)

    def motions(self):
        return [a.get("motion") for a in self.description["actions"] if a.get("motion") not in (None, "", "stand", "idle")]
