#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Writes more prompts of VBench's kinds than VBench has, from the COCO classes: other pairs, other wordings, always the same ones.
usage: make_prompts.py FOLDER [SEED]   (then: stage_score.py RUSHES FOLDER)"""
import hashlib
import json
import pathlib
import random
import sys

COCO = """person bicycle car motorcycle airplane bus train truck boat|traffic light|fire hydrant|stop sign|parking meter|bench bird cat dog horse sheep
cow elephant bear zebra giraffe backpack umbrella handbag tie suitcase frisbee skis snowboard|sports ball|kite|baseball bat|baseball glove|skateboard
surfboard|tennis racket|bottle|wine glass|cup fork knife spoon bowl banana apple sandwich orange broccoli carrot|hot dog|pizza donut cake chair couch|
potted plant|bed|dining table|toilet tv laptop|mouse remote keyboard|cell phone|microwave oven toaster sink refrigerator book clock vase scissors|
teddy bear|hair drier|toothbrush"""
PHRASES = ["traffic light", "fire hydrant", "stop sign", "parking meter", "sports ball", "baseball bat", "baseball glove", "tennis racket", "wine glass", "hot dog",
           "potted plant", "dining table", "cell phone", "teddy bear", "hair drier"]
WORDINGS = {
    "on the left of": ["{a} to the left of {b}", "{a} on the left side of {b}, front view", "{a} left of {b}"],
    "on the right of": ["{a} to the right of {b}", "{a} on the right side of {b}", "{a} is to the right of {b}, front view"],
    "on the top of": ["{a} on top of {b}", "{a} above {b}, front view", "{a} sits on {b}"],
    "on the bottom of": ["{a} underneath {b}", "{a} below {b}, front view", "{a} beneath {b}"],
}
GROUPS = [["bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe"],
          ["bicycle", "car", "motorcycle", "bus", "truck", "train", "bench", "fire hydrant", "stop sign", "parking meter", "traffic light"],
          ["bottle", "cup", "fork", "bowl", "banana", "apple", "sandwich", "orange", "broccoli", "carrot", "pizza", "donut", "cake", "book", "vase", "clock"],
          ["chair", "couch", "bed", "tv", "laptop", "microwave", "oven", "toaster", "sink", "refrigerator", "potted plant", "toilet", "suitcase", "backpack"],
          ["frisbee", "skis", "snowboard", "sports ball", "kite", "skateboard", "surfboard", "umbrella", "handbag"], ["person", "dog", "car", "chair", "bench", "horse"]]
COLOURS = ["red", "orange", "yellow", "green", "blue", "purple", "pink", "black", "white", "brown", "grey"]
PLURAL = {"skis", "scissors"}


def classes():
    words = []
    for part in COCO.replace("\n", " ").split("|"):
        words += [part.strip()] if part.strip() in PHRASES else part.split()
    return words


def article(noun):
    return noun if noun in PLURAL or noun == "broccoli" else ("an " if noun[0] in "aeiou" else "a ") + noun


def rows(seed=20):
    pick = random.Random(seed)
    all_classes = classes()
    assert len(all_classes) == 80, len(all_classes)
    for noun in all_classes:
        yield {"text": pick.choice(["{} ", "there is {}", "a picture of {}"]).format(article(noun)).strip(), "dimension": ["object_class"],
               "aux": {"object_class": {"object": noun}}}
    for _ in range(160):
        a, b = pick.sample(all_classes, 2)
        yield {"text": pick.choice(["{} and {}", "{} next to {}", "{} with {}"]).format(article(a), article(b)), "dimension": ["multiple_objects"],
               "aux": {"multiple_objects": {"object": f"{a} and {b}"}}}
    for relation, wordings in WORDINGS.items():
        for i in range(48):
            a, b = pick.sample(GROUPS[i % len(GROUPS)], 2)
            text = pick.choice(wordings).format(a=article(a), b=article(b))
            yield {"text": text, "dimension": ["spatial_relationship"],
                   "aux": {"spatial_relationship": {"spatial_relationship": {"object_a": a, "object_b": b, "relationship": relation}}}}
    for i in range(110):
        noun, colour = pick.choice([c for c in all_classes if c != "person" and c != "orange"]), COLOURS[i % len(COLOURS)]
        one = article(f"{colour} {noun}") if noun not in PLURAL else f"{colour} {noun}"
        yield {"text": one, "dimension": ["color"], "aux": {"color": {"color": colour}}}
    for word in pathlib.Path(__file__).with_name("scene_words.txt").read_text().splitlines():
        if word and not word.startswith("#"):
            yield {"text": word, "dimension": ["scene"], "aux": {"scene": {"scene": {"scene": word}}}}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join(json.dumps(row) for row in rows(int(sys.argv[2]) if len(sys.argv) > 2 else 20)) + "\n"
    (folder / "vbench.jsonl").write_text(text)
    print(f"{len(text.splitlines())} prompts, {hashlib.sha256(text.encode()).hexdigest()[:12]}")


if __name__ == "__main__":
    main()
