// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rushes::media {

enum class LayerBlend { srcOver, multiply, other };

/// One element of OpenRaster's stack.xml (openraster.org, "Layer Stack Specification" 0.0.5): a layer, or a group of them.
struct StackNode {
    bool group = false;
    std::string name;
    std::string source; ///< of a layer: its entry in the archive
    int x = 0, y = 0;   ///< pixels, of the layer's corner in the picture
    double opacity = 1;
    LayerBlend blend = LayerBlend::srcOver;
    bool visible = true;
    bool locked = false;   ///< against painting
    bool selected = false; ///< the layer a painter starts on
    bool isolated = true;  ///< of a group: it is made by itself, then laid over what lies under it
    std::vector<StackNode> children; ///< topmost first
};

struct LayerStack {
    int width = 0, height = 0;
    StackNode root; ///< a group
};

/// Reads stack.xml. Fails with damaged for what is not well-formed, has no size, nests deeper than 16 or holds more than 1024 elements.
Result<LayerStack> parseStack(std::string_view xml);
/// Writes it.
std::string stackXml(const LayerStack& stack);

} // namespace rushes::media
