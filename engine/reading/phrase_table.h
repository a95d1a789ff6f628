// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/tokenizer.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rushes::reading {

/// The words of a text or of a part of it, in order.
using Words = std::vector<std::string>;

/// Lets a hash map of strings be asked with a view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T> using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// Phrases to values, asked at a position of a text; the longest phrase wins, and of two equal phrases the one added first.
template <class T> class PhraseTable {
  public:
    struct Hit {
        std::size_t length = 0;
        const T* value = nullptr;
        explicit operator bool() const { return value != nullptr; }
    };

    void add(std::string_view phrase, T value) {
        const Words key = words(phrase);
        if (key.empty() || !m_values.emplace(join(key, 0, key.size()), std::move(value)).second) return;
        std::vector<std::size_t>& lengths = m_lengths[key.front()];
        if (std::find(lengths.begin(), lengths.end(), key.size()) != lengths.end()) return;
        lengths.push_back(key.size());
        std::sort(lengths.rbegin(), lengths.rend());
    }

    Hit at(const Words& text, std::size_t i) const {
        const auto lengths = m_lengths.find(text[i]);
        if (lengths == m_lengths.end()) return {};
        for (const std::size_t n : lengths->second) {
            if (i + n > text.size()) continue;
            const auto found = m_values.find(n == 1 ? text[i] : join(text, i, n));
            if (found != m_values.end()) return {n, &found->second};
        }
        return {};
    }

    /// The value of exactly this phrase, words joined by a space.
    const T* exact(std::string_view joined) const {
        const auto found = m_values.find(joined);
        return found == m_values.end() ? nullptr : &found->second;
    }

  private:
    static std::string join(const Words& text, std::size_t begin, std::size_t count) {
        std::string key = text[begin];
        for (std::size_t i = begin + 1; i < begin + count; ++i) key.append(1, ' ').append(text[i]);
        return key;
    }

    TextMap<T> m_values;
    TextMap<std::vector<std::size_t>> m_lengths;
};

} // namespace rushes::reading
