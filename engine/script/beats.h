// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/camera_words.h"
#include "engine/script/cast.h"
#include "engine/script/heading.h"

namespace rushes::script {

/// One sentence of action, or one speech: what coverage is made of.
struct Beat {
    enum class Kind { action, speech, pause };
    Kind kind = Kind::action;
    std::string text;       ///< plain prose, or what is said
    CameraNote camera;      ///< what the script asks for
    bool opens = false;     ///< the script starts a new set-up here
    bool leadsOn = false;   ///< ends in "..." and goes on in what comes next
    bool paragraph = false; ///< first sentence of its paragraph
    std::vector<std::size_t> speakers;
    std::string cue;    ///< as a name, for speakers that are no one of the cast ("Everyone")
    std::string manner; ///< "softly", "smiles", "in Vietnamese": of the parentheticals
    int pauses = 0;
    bool offscreen = false; ///< V.O., O.S., a voice on the radio
    bool voiceOver = false; ///< V.O.: no one in the scene hears it
    bool dual = false;      ///< spoken at the same time as the speech before it
    int firstLine = 1, lastLine = 1;
};

struct SceneBeats {
    std::string heading;
    std::string number; ///< as the script has it, may be empty
    HeadingInfo info;
    std::string synopsis;
    std::string cards; ///< centred text, joined by blanks
    std::vector<Beat> beats;
    std::vector<std::string> weather; ///< of heading and opening action
    int firstLine = 1, lastLine = 1;

    /// How Cast names the scene.
    int key() const { return heading.empty() ? 0 : firstLine; }
};

/// The script as scenes of beats, without what is only for the page: transitions, page numbers, (MORE), CONTINUED. Text
/// before the first heading becomes a scene without heading, unless a page break shows that it is front matter.
std::vector<SceneBeats> readBeats(const Document& document, const Cast& cast, std::vector<ScriptWarning>& warnings);

} // namespace rushes::script
