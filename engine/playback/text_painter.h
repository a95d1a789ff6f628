// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/playback/cut.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::playback {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
};

enum class Face { regular, semibold, mono };

/// Sets text into pictures: Inter and JetBrains Mono from the assets or from the system's fonts. Without any font it draws nothing and
/// says so once in the log. Immutable after the first use; any thread.
class TextPainter {
public:
    static const TextPainter& instance();

    /// Width of a line in pixels at a type size in pixels (em).
    double width(std::string_view utf8, Face face, double size) const;
    /// The lines of a text that is at most `maxWidth` pixels wide: broken at spaces, words that are too long anywhere. At most
    /// `maxLines`; the last one then ends in an ellipsis.
    std::vector<std::string> wrap(std::string_view utf8, Face face, double size, double maxWidth, int maxLines) const;
    /// Draws one line with its baseline at y, from x on, into rgba8 or bgra8.
    void draw(Image& image, double x, double y, std::string_view utf8, Face face, double size, Colour colour) const;

    bool available() const;

private:
    TextPainter();
    struct Impl;
    std::shared_ptr<const Impl> m_impl;
};

/// A filled rectangle with round corners, blended.
void fillRectangle(Image& image, double x, double y, double width, double height, double radius, Colour colour);

/// The card of a shot without a take, as bgra8.
Image drawCard(const CardText& card, int width, int height);

} // namespace rushes::playback
