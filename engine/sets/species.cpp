// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/nature.h"

#include <algorithm>

namespace rushes::sets {

namespace {

Species readOne(const Node& n, Species s, const MaterialTable& materials) {
    const auto number = [&](const char* key, double& v) { v = n.number(key, v); };
    number("H", s.height), number("len", s.length), number("girth", s.girth), number("hip", s.hip),
        number("width", s.width);
    number("sag", s.sag), number("belly", s.belly), number("rump", s.rump), number("chest", s.chest),
        number("hump", s.hump);
    number("neck", s.neck), number("neckang", s.neckAngle), number("neckr0", s.neckRadius0),
        number("neckr1", s.neckRadius1);
    number("head", s.head), number("headang", s.headAngle), number("headr", s.headRadius),
        number("snoutr", s.snoutRadius);
    number("ear", s.ear), number("earout", s.earOut), number("earup", s.earUp), number("horn", s.horn),
        number("hornout", s.hornOut);
    number("knee", s.knee), number("foot", s.foot), number("hock", s.hock), number("hockh", s.hockHeight);
    number("tail", s.tail), number("tailang", s.tailAngle), number("tailcurl", s.tailCurl),
        number("tailr", s.tailRadius), number("tailtip", s.tailTip);
    number("trunk", s.trunk), number("mane", s.mane), number("smooth", s.smooth), number("res", s.cell),
        number("stride", s.stride);
    number("tuck", s.tuck), number("stripes", s.stripes), number("spots", s.spots);
    number("face", s.face), number("ruff", s.ruff);
    number("earw", s.earWidth), number("noser", s.noseRadius), number("wing", s.wing), number("wingchord", s.wingChord);
    s.family = n.text("family", s.family);
    s.primate = n.flag("primate", s.primate);
    s.flatEars = n.flag("earflat", s.flatEars);
    s.nose = n.flag("nose", s.nose);
    if (const auto leg = n.find("leg")) {
        const auto v = leg->numbers(3, 3);
        std::copy(v.begin(), v.end(), s.leg);
    }
    if (const auto m = n.find("mat")) s.material = materials.index(*m);
    if (const auto m = n.find("mat2")) s.second = materials.index(*m);
    if (const auto m = n.find("socks")) s.socks = int(materials.index(*m));
    n.finish();
    return s;
}

} // namespace

std::map<std::string, Species> readSpecies(const Node& file, const MaterialTable& materials) {
    Species common;
    common.material = materials["fur1"];
    common.second = materials["fur3"];
    if (const auto node = file.find("_default")) common = readOne(*node, common, materials);
    std::map<std::string, Species> out;
    for (const auto& [name, node] : file.fields())
        if (name != "_default") out[name] = readOne(node, common, materials);
    return out;
}

} // namespace rushes::sets
