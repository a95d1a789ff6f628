// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/picture_mark.h"

#include "ui/theme/tokens.h"

#include <algorithm>

namespace rushes::studio {

Image marked(const StagedScene& scene, const Taken& chosen) {
    const auto& picture = *scene.picture;
    Image out = picture.colour;
    if (!chosen || (chosen.isPerson() && std::size_t(chosen.index) >= picture.objects.size())) return out;
    const std::uint16_t object = chosen.isPerson() ? picture.objects[std::size_t(chosen.index)] : scene.things[std::size_t(chosen.index)].object;
    const int width = picture.ids.width, height = picture.ids.height;
    if (out.width != width || out.height != height) return out;
    const auto is = [&](int x, int y) { return picture.ids.rowAs<std::uint16_t>(y)[x] == object; };
    const QColor& line = ui::token::accent;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            if (is(x, y)) continue; // the line lies outside, so that small things stay to be seen
            const bool beside = (x > 0 && is(x - 1, y)) || (x + 1 < width && is(x + 1, y)) || (y > 0 && is(x, y - 1)) || (y + 1 < height && is(x, y + 1));
            if (!beside) continue;
            auto* pixel = out.rowAs<std::uint8_t>(y) + 4 * x;
            pixel[0] = std::uint8_t(line.red());
            pixel[1] = std::uint8_t(line.green());
            pixel[2] = std::uint8_t(line.blue());
        }
    return out;
}

} // namespace rushes::studio
