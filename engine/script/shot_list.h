// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/people_in_text.h"
#include "engine/script/prompt.h"

namespace rushes::script {

/// What one set-up shows, before it is written down as a shot.
struct SetUp {
    CameraNote camera;
    std::string body; ///< what happens, as sentences of the prompt; may be empty
    double seconds = 0;
    std::vector<std::size_t> who; ///< persons seen
    int firstLine = 1, lastLine = 1;
};

/// The shots of one scene while they are planned. Lives as long as the scene is covered; scene and cast outlive it.
class ShotList {
public:
    ShotList(const SceneBeats& scene, const Cast& cast, std::size_t index, std::string location);

    bool empty() const { return m_shots.empty(); }
    ScriptShot& last() { return m_shots.back(); }
    const ScriptShot& last() const { return m_shots.back(); }

    ScriptShot& add(SetUp setUp);
    /// Adds what is heard to the newest shot.
    void addLines(const Beat& speech, const std::string& text);
    /// Whether the newest shot is of this size and of these people, so that a cut to the same would jump.
    bool wouldJump(const std::string& size, const std::vector<std::size_t>& who) const;
    /// The shots with lengths in whole tenths of a second, none too short.
    std::vector<ScriptShot> finished();

private:
    std::vector<std::string> names(const std::vector<std::size_t>& who) const;

    const Cast& m_cast;
    std::size_t m_index;
    std::string m_location;
    std::string m_where;
    std::vector<ScriptShot> m_shots;
};

} // namespace rushes::script
