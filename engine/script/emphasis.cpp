// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/emphasis.h"

#include "engine/script/letters.h"

#include <array>

namespace rushes::script {

namespace {

enum Kind : unsigned { italic = 1, bold = 2, underline = 4 };

/// A run of one to three signs in the raw text. `opens` and `closes` are the kinds that found their twin.
struct Marker {
    std::size_t at = 0;
    std::size_t length = 0;
    unsigned opens = 0;
    unsigned closes = 0;
};

bool isWordByte(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isSpaceByte(char c) { return isBlankChar(c) || c == '\n'; }

class Pairing {
public:
    explicit Pairing(std::string_view raw) : m_raw(raw) {}

    std::vector<Marker> run() {
        for (std::size_t i = 0; i < m_raw.size();) {
            const char c = m_raw[i];
            if (c == '\n') m_open.fill(none);
            if (c == '\\' && i + 1 < m_raw.size() && (m_raw[i + 1] == '*' || m_raw[i + 1] == '_')) {
                i += 2;
            } else if (c == '*' || c == '_') {
                i = meet(i);
            } else {
                ++i;
            }
        }
        return std::move(m_markers);
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Looks at the run of signs at `at`; returns where it ends.
    std::size_t meet(std::size_t at) {
        const char sign = m_raw[at];
        std::size_t end = at;
        while (end < m_raw.size() && m_raw[end] == sign)
            ++end;
        const std::size_t length = end - at;
        if (length > (sign == '_' ? 1u : 3u)) return end;
        const unsigned kinds = sign == '_' ? underline : static_cast<unsigned>(length);
        bool afterText = at > 0 && !isSpaceByte(m_raw[at - 1]);
        bool beforeText = end < m_raw.size() && !isSpaceByte(m_raw[end]);
        if (sign == '_') { // inside a word, as in file_name, it is a letter
            const bool wordBefore = at > 0 && isWordByte(m_raw[at - 1]),
                       wordAfter = end < m_raw.size() && isWordByte(m_raw[end]);
            if (wordBefore && wordAfter) return end;
        }
        Marker marker{at, length, 0, 0};
        const std::size_t index = m_markers.size();
        for (unsigned bit = 0; bit < 3; ++bit) {
            const unsigned kind = 1u << bit;
            if (!(kinds & kind)) continue;
            if (m_open[bit] != none && afterText) {
                m_markers[m_open[bit]].opens |= kind;
                marker.closes |= kind;
                m_open[bit] = none;
            } else if (m_open[bit] == none && beforeText) {
                m_open[bit] = index;
            }
        }
        m_markers.push_back(marker);
        return end;
    }

    std::string_view m_raw;
    std::array<std::size_t, 3> m_open{none, none, none};
    std::vector<Marker> m_markers;
};

std::size_t signsUsed(const Marker& marker) {
    const unsigned used = marker.opens | marker.closes;
    return (used & italic ? 1u : 0u) + (used & bold ? 2u : 0u) + (used & underline ? 1u : 0u);
}

} // namespace

EmphasizedText readEmphasis(std::string_view raw) {
    EmphasizedText out;
    if (raw.find_first_of("*_\\") == std::string_view::npos) {
        out.text = raw;
        return out;
    }
    const std::vector<Marker> markers = Pairing(raw).run();
    unsigned now = 0;
    std::size_t since = 0, next = 0;
    const auto change = [&](unsigned to) {
        if (now != 0 && out.text.size() > since)
            out.spans.push_back(
                {since, out.text.size(), (now & bold) != 0, (now & italic) != 0, (now & underline) != 0});
        now = to;
        since = out.text.size();
    };
    for (std::size_t i = 0; i < raw.size();) {
        if (next < markers.size() && markers[next].at == i) {
            const Marker& marker = markers[next++];
            const std::size_t left = marker.length - signsUsed(marker); // signs without a twin stay outside the run
            if (marker.closes == 0) out.text.append(left, raw[i]);
            if (marker.opens | marker.closes) change((now & ~marker.closes) | marker.opens);
            if (marker.closes != 0) out.text.append(left, raw[i]);
            i += marker.length;
        } else if (raw[i] == '\\' && i + 1 < raw.size() && (raw[i + 1] == '*' || raw[i + 1] == '_')) {
            out.text += raw[i + 1];
            i += 2;
        } else {
            out.text += raw[i++];
        }
    }
    change(0);
    return out;
}

} // namespace rushes::script
