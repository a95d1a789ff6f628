// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/expressions.h"

#include "engine/reading/text.h"

#include <array>
#include <utility>

namespace rushes::reading {

namespace {

using Row = std::pair<std::string_view, std::string_view>; ///< expression, words

constexpr std::array<Row, 10> verbs = {{{"angry", "frown scowl glare snarl seethe growl fume bristle rage"},
                                        {"happy", "smile grin beam rejoice celebrate"},
                                        {"laugh", "laugh giggle chuckle chortle guffaw"},
                                        {"sad", "cry weep sob mourn grieve sigh pout whimper"},
                                        {"afraid", "tremble cower cringe flinch recoil quake panic"},
                                        {"surprised", "gasp gape gawk startle marvel"},
                                        {"disgusted", "grimace sneer wince gag retch"},
                                        {"tired", "yawn doze nod-off slump"},
                                        {"sly", "smirk wink leer"},
                                        {"shout", "shout scream yell roar shriek"}}};

constexpr std::array<Row, 9> feelings = {{{"angry", "anger fury rage wrath outrage hostility annoyance irritation frustration indignation hatred determination resentment"},
                                          {"afraid", "fear terror horror panic dread fright alarm anxiety worry nervousness despair desperation apprehension"},
                                          {"happy", "joy happiness delight glee excitement amusement pride triumph love affection satisfaction relief smile elation pleasure gratitude hope"},
                                          {"sad", "sadness grief sorrow misery shame regret guilt melancholy longing loneliness embarrassment disappointment remorse tears heartbreak"},
                                          {"surprised", "surprise shock awe amazement astonishment wonder disbelief wonderment curiosity fascination"},
                                          {"disgusted", "disgust distaste contempt revulsion repulsion scorn disdain"},
                                          {"tired", "exhaustion fatigue weariness boredom tiredness"},
                                          {"confused", "confusion bewilderment puzzlement perplexity doubt suspicion"},
                                          {"calm", "calm serenity peace tranquility tranquillity concentration contentment confidence"}}};

template <std::size_t Count> std::string rowOf(const std::array<Row, Count>& rows, std::string_view word) {
    if (word.find(' ') != std::string_view::npos) return {};
    for (const auto& [expression, words] : rows)
        if (isOneOf(word, words)) return std::string(expression);
    return {};
}

class ExpressionReader {
  public:
    ExpressionReader(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, const std::vector<FoundAction>& actions, ShotDescription& out)
        : m_t(text), m_forms(forms), m_phrases(phrases), m_actions(actions), m_out(out) {}

    void run() {
        for (std::size_t i = 0; i < m_t.size(); ++i) {
            const std::string feeling = at(i);
            if (feeling.empty()) continue;
            if (const int who = whose(i); who != nobody && subject(who).expression.empty()) {
                subject(who).expression = feeling;
                subject(who).feeling = m_t.w[i];
            }
        }
    }

  private:
    Subject& subject(int i) { return m_out.subjects[static_cast<std::size_t>(i)]; }
    bool isLiving(int i) { return i != nobody && (subject(i).kind == SubjectKind::person || subject(i).kind == SubjectKind::animal); }

    /// What the word at `i` says of a face, or empty.
    std::string at(std::size_t i) {
        const Tag tag = m_t.tags[i];
        if (tag == Tag::verb || tag == Tag::gerund || tag == Tag::participle) {
            if (const auto verb = m_forms.verbLemma(m_t.w[i]))
                if (auto found = rowOf(verbs, *verb); !found.empty()) return found;
        }
        if (const auto hit = m_forms.lexicon().expressions.at(m_t.w, i)) {
            const std::size_t last = i + hit.length;
            const bool beforeNoun = m_t.is(last, Tag::noun) && m_t.is(i, Tag::adjective) && !isBody(m_t.word(last)); // that noun has it already
            if (!beforeNoun) return *hit.value;
        }
        if (!m_t.is(i, Tag::noun) || i == 0) return {};
        const auto* phrase = m_phrases.around(i);
        const std::string before = phrase && phrase->begin > 0 ? m_t.w[phrase->begin - 1] : m_t.w[i - 1];
        if (!isAny(before, {"in", "with", "of", "and", "from", "pure", "by"})) return {};
        return expressionOfFeeling(m_forms, m_t.w[i]);
    }

    bool isBody(const std::string& word) { return contains(m_forms.lexicon().bodyParts, m_forms.nounLemma(word)) || isAny(word, {"expression", "look", "smile", "gaze"}); }

    /// The one spoken of last, else the first to come.
    int whose(std::size_t i) {
        for (auto action = m_actions.rbegin(); action != m_actions.rend(); ++action)
            if (action->at <= i && i <= action->at + 3 && isLiving(action->subject)) return action->subject;
        for (auto phrase = m_phrases.list.rbegin(); phrase != m_phrases.list.rend(); ++phrase)
            if (phrase->begin <= i && isLiving(phrase->subject) && sameSentence(phrase->begin, i)) return phrase->subject;
        for (auto action = m_actions.rbegin(); action != m_actions.rend(); ++action)
            if (action->at <= i && isLiving(action->subject)) return action->subject;
        for (const auto& phrase : m_phrases.list)
            if (phrase.begin > i && isLiving(phrase.subject)) return phrase.subject;
        int only = nobody;
        for (std::size_t k = 0; k < m_out.subjects.size(); ++k)
            if (m_out.subjects[k].kind == SubjectKind::person) only = only == nobody ? static_cast<int>(k) : -2;
        return only < 0 ? nobody : only;
    }

    bool sameSentence(std::size_t from, std::size_t to) const {
        for (std::size_t k = from; k < to; ++k)
            if (isAny(m_t.w[k], {".", "!", "?"})) return false;
        return true;
    }

    const TaggedText& m_t;
    FormTable& m_forms;
    const NounPhrases& m_phrases;
    const std::vector<FoundAction>& m_actions;
    ShotDescription& m_out;
};

} // namespace

std::string expressionOfFeeling(FormTable& forms, const std::string& noun) {
    const std::string lemma = forms.nounLemma(noun);
    if (auto named = rowOf(feelings, lemma); !named.empty()) return named;
    if (auto named = rowOf(feelings, noun); !named.empty()) return named;
    if (!forms.wordnet()) return {};
    for (const Hypernym& above : forms.wordnet()->above(lemma, PartOfSpeech::noun, 2, 3)) {
        if (above.file != "noun.feeling") continue;
        for (const std::string& word : above.words)
            if (auto found = rowOf(feelings, word); !found.empty()) return found;
    }
    return {};
}

void readExpressions(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, const std::vector<FoundAction>& actions, ShotDescription& out) {
    ExpressionReader(text, forms, phrases, actions, out).run();
}

} // namespace rushes::reading
