// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/action_text.h"
#include "engine/reading/actions.h"
#include "engine/reading/verb_motion.h"

#include <cstddef>
#include <vector>

namespace rushes::reading {

/// Tells the times of actions apart: 0, 1, … for what comes after another, equal for what is done at once.
class ActionOrder {
  public:
    /// `found` are the actions found so far; it outlives this.
    ActionOrder(const ActionText& text, const std::vector<FoundAction>& found) : m_text(text), m_found(found) {}

    /// "then", "before leaving": what comes next comes after.
    void readWord(std::size_t at);
    /// The order of the next action.
    int next(const ReadVerb& verb, const VerbMotion& motion);

  private:
    bool endsBefore(const ReadVerb& verb, const VerbMotion& motion) const;

    const ActionText& m_text;
    const std::vector<FoundAction>& m_found;
    int m_order = 0;
    bool m_pending = false; ///< the next action comes after
};

} // namespace rushes::reading
