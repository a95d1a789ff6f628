#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
"""Writes parity.json: size and triangle count of every prop and kit as the authoring prototype builds them.

usage: make_parity.py PROTOTYPE_FOLDER DATA_FOLDER OUT   (needs numpy; PROTOTYPE_FOLDER holds geom.py and kit.py, DATA_FOLDER kits/ and props/)
"""
import json, os, pickle, shutil, sys, tempfile

prototype, data, out = map(os.path.abspath, sys.argv[1:4])
work = tempfile.mkdtemp()
for name in ("geom.py", "kit.py"):
    os.makedirs(work + "/src", exist_ok=True)
    shutil.copy(f"{prototype}/{name}", work + "/src")
for name in ("kits", "props"):
    shutil.copytree(f"{data}/{name}", f"{work}/{name}")
os.makedirs(work + "/cache")
pickle.dump(([], {}), open(work + "/cache/figs.pkl", "wb"))
if os.path.exists(work + "/props/catalogue.json"):
    os.remove(work + "/props/catalogue.json")
sys.path.insert(0, work + "/src")
os.chdir(work)
import numpy as np
from kit import PR, ROOT, SPECIES, Set


def whole(P, T):
    """Triangles that are no slivers (the poles of spheres)."""
    P = P.astype(float)
    return int((np.linalg.norm(np.cross(P[T[:, 1]] - P[T[:, 0]], P[T[:, 2]] - P[T[:, 0]]), axis=1) > 1e-10).sum())


def box(P):
    return [round(float(v), 3) for v in (*P.min(0), *P.max(0))]


result = {"props": {}, "kits": {}}
for name in sorted(list(PR.d) + [s for s in SPECIES if s[0] != "_"]):
    P, _, T, _, _ = PR.get(name).arrays()
    result["props"][name] = {"box": box(P[np.unique(T)]), "triangles": whole(P, T)}
for file in sorted(os.listdir(ROOT + "/kits")):
    if file[0] == "_":
        continue
    kit = json.load(open(f"{ROOT}/kits/{file}"))
    s = Set(kit).build()
    P = np.concatenate(s.P)
    result["kits"][file[:-5]] = {"box": box(P), "triangles": whole(P, np.concatenate(s.T)), "objects": s.nobj - 1}
with open(out, "w") as f:
    f.write("{\n")
    for k, table in enumerate(("props", "kits")):
        rows = ",\n".join(f"  {json.dumps(n)}: {json.dumps(v)}" for n, v in result[table].items())
        f.write(f'"{table}": {{\n{rows}\n}}' + (",\n" if k == 0 else "\n"))
    f.write("}\n")
shutil.rmtree(work)
