// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/dialogue.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <optional>

namespace rushes::reading {

namespace {

bool isSayVerb(std::string_view verb) {
    return isOneOf(verb, "say ask whisper shout yell reply answer mutter murmur scream tell cry call explain add sing announce speak talk argue plead beg warn growl "
                         "sigh laugh sob hiss bark snap insist declare exclaim continue");
}

bool isSayForm(std::string_view word) {
    return isOneOf(word, "say says said saying ask asks asked asking whisper whispers whispering shout shouts shouting yell yells yelling reply replies answer "
                         "answers mutter mutters murmur murmurs scream screams tell tells cry cries call calls sing sings announce announces speak speaks "
                         "exclaims exclaim hisses growls snaps sighs continues");
}

/// The first word that is no mark, from `at` on in a direction.
std::string_view neighbour(const std::vector<Token>& tokens, std::size_t at, bool forward) {
    for (std::size_t step = 1; step <= 3; ++step) {
        if (!forward && at < step) return {};
        const std::size_t i = forward ? at + step : at - step;
        if (i >= tokens.size()) return {};
        if (tokens[i].kind == TokenKind::word) return tokens[i].text;
    }
    return {};
}

bool isPerson(const ShotDescription& out, int i) {
    return i != nobody && (out.subjects[static_cast<std::size_t>(i)].kind == SubjectKind::person || out.subjects[static_cast<std::size_t>(i)].kind == SubjectKind::animal);
}

} // namespace

std::vector<Quote> findDialogue(const std::vector<Token>& tokens) {
    std::vector<Quote> quotes;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].text != "\"") continue;
        std::size_t close = i + 1;
        while (close < tokens.size() && tokens[close].text != "\"") ++close;
        const bool said = isSayForm(neighbour(tokens, i, false)) || isSayForm(neighbour(tokens, close, true));
        // One quote mark alone is a slip of the pen, unless somebody says it.
        if (close == tokens.size() && !said) break;
        if (close - i > 2 || (said && close - i > 1)) quotes.push_back({i, close});
        i = close;
    }
    return quotes;
}

void readDialogue(const std::vector<Token>& tokens, const std::vector<Quote>& quotes, const std::vector<std::size_t>& kept, std::string_view prompt,
                  const NounPhrases& phrases, std::vector<FoundAction>& actions, ShotDescription& out) {
    std::optional<int> lastOrder;
    for (const Quote& quote : quotes) {
        const std::size_t begin = tokens[quote.open].span.end;
        const std::size_t end = quote.close < tokens.size() ? tokens[quote.close].span.begin : prompt.size();
        const auto here = static_cast<std::size_t>(std::lower_bound(kept.begin(), kept.end(), quote.open) - kept.begin());
        // 1. A verb of saying beside the quote speaks for it.
        FoundAction* saying = nullptr;
        for (FoundAction& action : actions) {
            const bool near = action.at + 6 >= here && action.at <= here + 3;
            if (isSayVerb(action.verb) && near && (!saying || action.at < here)) saying = &action;
        }
        // 2. Else the nearest person before it, else the first after it, says it.
        int speaker = saying ? saying->subject : nobody;
        for (const NounPhrase& p : phrases.list) {
            if (!saying && isPerson(out, p.subject) && (p.begin < here || speaker == nobody)) speaker = p.subject;
        }
        if (!saying) {
            for (std::size_t i = 0; speaker == nobody && i < out.subjects.size(); ++i) {
                if (isPerson(out, static_cast<int>(i))) speaker = static_cast<int>(i);
            }
            FoundAction action;
            action.subject = speaker;
            action.at = here;
            action.verb = "say";
            action.motion = "talk";
            action.order = actions.empty() ? 0 : actions.back().order;
            action.span = {tokens[quote.open].span.begin, quote.close < tokens.size() ? tokens[quote.close].span.end : prompt.size()};
            actions.push_back(std::move(action));
        }
        FoundAction& spoken = saying ? *saying : actions.back();
        if (lastOrder && spoken.order <= *lastOrder) { // one line after the other, and what follows after both
            const int shift = *lastOrder + 1 - spoken.order;
            for (FoundAction& action : actions) {
                if (action.at >= spoken.at) action.order += shift;
            }
        }
        lastOrder = spoken.order;
        const std::string words(prompt.substr(begin, end - begin));
        DialogueLine line{"", words, {begin, end}};
        if (speaker != nobody) {
            Subject& s = out.subjects[static_cast<std::size_t>(speaker)];
            line.subject = s.id;
            if (s.say.empty()) s.saySpan = line.span;
            s.say.append(s.say.empty() ? "" : " ").append(words);
        }
        out.dialogue.push_back(std::move(line));
    }
}

} // namespace rushes::reading
