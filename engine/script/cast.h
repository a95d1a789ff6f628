// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/breakdown.h"
#include "engine/script/words.h"

#include <map>
#include <set>

namespace rushes::script {

/// Who is in the film, and how the text names them. Built once from the whole script; then only read.
class Cast {
public:
    struct Person {
        std::string name;
        std::string description;
        Sex sex = Sex::unknown;
        int firstLine = 0;
        bool common = false; ///< a noun ("Conductor"), so that the text may say "the conductor"
    };
    /// A name found in a sentence: [begin, end) in bytes, without a possessive 's.
    struct Mention {
        std::size_t person = 0;
        std::size_t begin = 0, end = 0;
        bool possessive = false;
    };

    static Cast fromDocument(const Document& document);

    const std::vector<Person>& people() const { return m_people; }
    /// The persons of a cue: one, or several for "EDWARD AND WILL". Empty for "ALL", "BOTH" and words that are no one.
    std::vector<std::size_t> ofCue(std::string_view cueName) const;
    /// `scene` is the line of the scene's heading, 0 above the first heading: nouns like "the man" are people only
    /// where they speak or are introduced.
    std::vector<Mention> mentionsIn(std::string_view sentence, int scene = anyScene) const;
    static constexpr int anyScene = -1;
    /// "Mara", or "the Conductor" within a sentence.
    std::string inSentence(std::size_t person) const;

    /// Words in capitals become small, names become the names of the cast, ellipses and double dashes plain
    /// punctuation.
    std::string plainText(std::string_view sentence, int scene = anyScene) const;
    /// The sentence less what it says to introduce people ("MARA, 30s, a clerk, waits" → "MARA waits"): their
    /// description in the cast says it, and a reader would take the appositions for more people.
    std::string withoutIntroductions(std::string_view sentence) const;
    /// A word of the heading in small letters, unless the script writes it with a capital elsewhere.
    std::string placeWord(std::string_view word) const;

private:
    struct Alias {
        std::vector<std::string> words; ///< lowered
        std::size_t person = 0;
        bool anyCase = false;
    };

    void addCues(const Document& document);
    void addIntroductions(const Document& document);
    void addIntroduction(const std::string& sentence, int line);
    void addNamed(std::string_view run, std::string_view sentence, std::size_t begin, std::size_t end, int line);
    std::string plainDescription(const std::string& description) const;
    std::size_t personOfCueWords(const std::vector<std::string>& run) const;
    std::size_t addPerson(std::string_view cue, int line);
    void addAlias(const std::vector<std::string>& words, std::size_t person, bool anyCase);
    void addShortNames();
    void learnCase(const Document& document);
    void learnSexes(const Document& document);

    bool isIn(std::size_t person, int scene) const;
    std::string plainWord(const Word& word, std::string_view whole, bool shouted) const;

    std::vector<Person> m_people;
    std::map<std::size_t, std::set<int>>
        m_scenes;    ///< of each person: heading lines of where it speaks or is introduced
    int m_scene = 0; ///< of the element being read
    std::map<std::string, std::size_t, std::less<>> m_byCue;          ///< lowered cue
    std::map<std::string, std::vector<Alias>, std::less<>> m_aliases; ///< by first word, longest first
    std::set<std::string, std::less<>> m_small;                       ///< words seen in small letters
    std::set<std::string, std::less<>> m_capital; ///< lowered words seen with a capital inside a sentence
};

/// What a cue that is no person's name is: "CUT TO:", "LATER", "CLOSE ON THE GUN".
bool isSpeakerName(std::string_view cueName);

/// The voice of a thing or of someone away: "RADIO VOICE", "ANSWERING MACHINE".
bool isDeviceVoice(std::string_view cueName);

} // namespace rushes::script
