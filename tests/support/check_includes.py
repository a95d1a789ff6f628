#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Fails when a file includes what its folder may not use. The table is the one of docs/architecture.md.
usage: check_includes.py REPOSITORY"""
import pathlib
import re
import sys

MAY_USE = {
    "engine/base": "",
    "engine/time": "base",
    "engine/project": "base time",
    "engine/edit": "base time project",
    "engine/script": "base time",
    "engine/generate": "base time",
    "engine/gpu": "base",
    "engine/geometry": "base",
    "engine/reading": "base",
    "engine/figures": "base time geometry",
    "engine/sets": "base geometry",
    "engine/models": "base geometry",
    "engine/render": "base geometry gpu",
    "engine/stage": "base time generate geometry reading figures sets models render gpu",
    "engine/neural": "base time generate",
    "engine/look": "base time generate geometry media render stage neural",
    "engine/media": "base time",
    "engine/brush": "base",
    "engine/shoot": "base time project generate media",
    "engine/playback": "base time project media",
    "engine/export": "base time project media playback gpu",
    "engine/interchange": "base time geometry project edit script",
}
UI_SHARED = {"ui/widgets", "ui/theme", "ui/bridge", "ui/overlay", "ui/viewport"}
# Outside libraries and the folders that may see them.
LIBRARIES = {
    r"^(torch|ATen|c10)/": {"engine/neural", "engine/look"},
    r"^lib(av|sw)\w+/": {"engine/media"},
    r"^(assimp/|meshoptimizer|stb/stb_image)": {"engine/models"},
    r"^(vulkan/|volk\.h)": {"engine/gpu", "engine/render", "ui/viewport", "ui/overlay", "ui/review", "app/review", "app/rushes"},
    r"^sqlite3\.h": {"engine/project", "engine/edit", "engine/shoot", "app/rushes"},
    r"^Q[A-Z]\w+|^Qt\w+/": {"ui/bridge", "ui/storyboard", "ui/timeline", "ui/shot", "ui/takes", "ui/draw", "ui/widgets", "ui/theme",
                           "ui/viewport", "app/studio"},
    r"^mypaint-": {"engine/brush"},
    r"^GLFW/": {"ui/review", "app/review"},
    r"^imgui": {"ui/overlay", "ui/review", "ui/viewport"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def allowed(folder: str, target: str) -> bool:
    if folder == target or folder.startswith(("app/", "tests", "assets/")):
        return True
    if folder.startswith("engine/"):
        return target.startswith("engine/") and target.split("/")[1] in MAY_USE.get(folder, "").split()
    if folder.startswith("ui/"):
        return target.startswith("engine/") or target in UI_SHARED
    return False


def check(root: pathlib.Path) -> list[str]:
    wrong = []
    for file in sorted(root.glob("engine/**/*")) + sorted(root.glob("ui/**/*")) + sorted(root.glob("app/**/*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        relative = file.relative_to(root)
        folder = "/".join(relative.parts[:2])
        if folder.startswith("engine/") and folder not in MAY_USE:
            wrong.append(f"{relative}: the folder {folder} is not in the table")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, path = match.groups()
            if quote == '"' and path.split("/")[0] in ("engine", "ui", "app", "tests", "assets"):
                target = "/".join(path.split("/")[:2])
                if not allowed(folder, target):
                    wrong.append(f"{relative}:{number}: {folder} may not include {target}")
            for pattern, folders in LIBRARIES.items():
                if quote == "<" and re.match(pattern, path) and folder not in folders:
                    wrong.append(f"{relative}:{number}: {path} belongs to {', '.join(sorted(folders))}")
    return wrong


if __name__ == "__main__":
    problems = check(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) if problems else "All includes follow the arrows.")
    sys.exit(1 if problems else 0)
