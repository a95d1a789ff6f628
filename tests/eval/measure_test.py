#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""The measure on toy shots whose answer is known."""
import math
import unittest

from cases import CAMERA, load_cases
from make_prompts import rows
from shot_measure import CameraMotion, Shot, same_word


def shot(boxes, colours=("red", None), warnings=()):
    """Two subjects, a cup (object 7) and a dog (object 8); `boxes` are frames of {object: [pixels, x0, y0, x1, y1]}."""
    subjects = [dict(id="s1", noun="cup", colour=colours[0]), dict(id="s2", noun="dog", colour=colours[1])]
    return Shot({"description": {"subjects": subjects, "place": {"kind": "city_street"}, "actions": [], "unknown": []},
                 "blocking": {"objects": [{"id": 7, "subject": "s1"}, {"id": 8, "subject": "s2"}]},
                 "seen": {"frames": [{"frame": i, "objects": b} for i, b in enumerate(boxes)]},
                 "camera": {"samples": []}, "warnings": list(warnings)}, 320 * 180)


def turned(degrees):
    a = math.radians(degrees)
    return dict(eye=[0, 1.6, 0], right=[math.cos(a), 0, math.sin(a)], up=[0, 1, 0], focalMm=35)


class Measure(unittest.TestCase):
    big, small = [400, 10, 10, 40, 40], [100, 60, 60, 70, 70]

    def test_a_thing_counts_from_two_thousandths_in_half_the_frames(self):
        self.assertTrue(shot([{"7": self.big}, {}]).sees("cup"))
        self.assertFalse(shot([{"7": self.big}, {}, {}]).sees("cup"))
        self.assertFalse(shot([{"7": self.small}]).sees("cup"))

    def test_relations_are_read_from_box_centres(self):
        s = shot([{"7": self.big, "8": self.small}])
        self.assertTrue(s.relates("cup", "dog", "on the left of"))
        self.assertFalse(s.relates("cup", "dog", "on the right of"))
        self.assertTrue(s.relates("cup", "dog", "on the top of"))
        self.assertFalse(s.relates("dog", "cup", "on the top of"))

    def test_a_colour_needs_a_thing_that_is_seen(self):
        self.assertTrue(shot([{"7": self.big}]).has_colour("red"))
        self.assertFalse(shot([{"8": self.big}]).has_colour("red"))

    def test_words_match_by_stem_and_by_part(self):
        self.assertTrue(same_word("cups", "cup"))
        self.assertTrue(same_word("city street", "street"))
        self.assertFalse(same_word("cat", "cow"))

    def test_a_turn_to_the_right_is_a_pan_right_and_nothing_else(self):
        motion = CameraMotion([turned(a) for a in (0, 5, 10)])
        self.assertTrue(CAMERA["only_pan_right"](motion))
        self.assertFalse(CAMERA["pan_left"](motion))
        self.assertFalse(CAMERA["static"](motion))

    def test_made_prompts_are_the_same_every_time(self):
        self.assertEqual(list(rows()), list(rows()))


if __name__ == "__main__":
    unittest.main()
