// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/noun_phrases.h"
#include "engine/reading/text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// The text whose actions are read, with its phrases and the subjects found so far. Owns nothing; lives within one reading.
class ActionText {
  public:
    ActionText(const TaggedText& tagged, FormTable& forms, NounPhrases& phrases, ShotDescription& out) : m_tagged(tagged), m_forms(forms), m_phrases(phrases), m_out(out) {}

    const TaggedText& tagged() const { return m_tagged; }
    FormTable& forms() const { return m_forms; }
    const Lexicon& lexicon() const { return m_forms.lexicon(); }
    NounPhrases& phrases() const { return m_phrases; }
    ShotDescription& out() const { return m_out; }

    std::size_t size() const { return m_tagged.size(); }
    const std::string& word(std::size_t i) const { return m_tagged.word(i); }
    bool is(std::size_t i, std::string_view list) const { return i < size() && isOneOf(m_tagged.w[i], list); }
    Tag tag(std::size_t i) const { return i < size() ? m_tagged.tags[i] : Tag::unknown; }
    /// The word just before, or unknown at the start.
    Tag tagBefore(std::size_t i) const { return i > 0 ? tag(i - 1) : Tag::unknown; }
    Span span(std::size_t begin, std::size_t end) const { return m_tagged.span(begin, end); }

    std::vector<Subject>& subjects() const { return m_out.subjects; }
    Subject& subject(int i) const { return m_out.subjects[static_cast<std::size_t>(i)]; }
    bool isOfKind(int i, SubjectKind kind) const { return i != nobody && subject(i).kind == kind; }
    bool isLiving(int i) const { return isOfKind(i, SubjectKind::person) || isOfKind(i, SubjectKind::animal); }

  private:
    const TaggedText& m_tagged;
    FormTable& m_forms;
    NounPhrases& m_phrases;
    ShotDescription& m_out;
};

} // namespace rushes::reading
