// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/cast.h"

namespace rushes::script {

/// Follows who is there while the text of one scene is read, so that "She locks the door." can say who. One per scene.
class PeopleInText {
public:
    PeopleInText(const Cast& cast, int scene) : m_cast(cast), m_scene(scene) {}

    /// The text with a he, she, his, her or they that stands before every name replaced by the name it means, when that
    /// is plain.
    std::string resolve(const std::string& text) const;
    /// The same for a sentence that follows `before` in one prompt: a pronoun stays when `before` already names who it
    /// means.
    std::string resolveAfter(const std::string& before, const std::string& text) const;

    /// "Joe kisses her cheek." → "Joe kisses Kate's cheek.", when Joe is a he and only one she was there lately.
    std::string resolveOther(const std::string& text) const;

    /// Who the text shows: the named, not the owners of named things ("Joe's hat").
    std::vector<std::size_t> seenIn(const std::string& text) const;

    void remember(const std::string& text);
    void see(const std::vector<std::size_t>& people);
    void speaks(const std::vector<std::size_t>& people);

    const std::vector<std::size_t>& recent() const { return m_recent; }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t lastSpeakerExcept(const std::vector<std::size_t>& people) const;
    std::size_t lastSeenExcept(const std::vector<std::size_t>& people) const;

private:
    std::size_t recentOf(Sex sex) const;
    void touch(std::size_t person);

    const Cast& m_cast;
    int m_scene;                         ///< the line of its heading, as Cast::mentionsIn takes it
    std::vector<std::size_t> m_recent;   ///< newest first
    std::vector<std::size_t> m_speakers; ///< newest first
    std::vector<std::size_t> m_pair;     ///< the last two that a text or an exchange put together
};

} // namespace rushes::script
