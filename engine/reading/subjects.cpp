// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/subjects.h"

#include "engine/reading/attributes.h"
#include "engine/reading/body_parts.h"
#include "engine/reading/counting.h"
#include "engine/reading/members.h"
#include "engine/reading/name_phrases.h"
#include "engine/reading/noun_guess.h"
#include "engine/reading/person_words.h"
#include "engine/reading/place.h"
#include "engine/reading/pronoun_sex.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <utility>

namespace rushes::reading {

namespace {

/// Parts of the body, and what is worn on it, that are things where nobody owns them.
constexpr std::string_view kOwnParts = "chest nail nails palm palms temple temples calf calves trunk lap lashes watch wristwatch";

/// "the hood of a car", "the edge of the bed": where on it, the thing being meant.
bool isPartWord(std::string_view noun) { return isOneOf(noun, "hood bonnet tailgate edge end rim foot arm roof trunk lap"); }

/// "the hem of the groom's trousers": of what somebody wears.
bool isGarmentPart(std::string_view noun) { return isOneOf(noun, "hem cuff cuffs sleeve sleeves collar lapel lapels seam waistband hemline"); }

/// What "takes a swing" and "gives it a kick" do: no things.
constexpr std::string_view kDoings = "swing step steps bow dive punch kick leap jump drag puff sip bite swig look peek breath nap stroll walk run turn spin swipe stab slash hit sniff stretch pull push nudge tug shove";

bool isGroupWord(std::string_view noun) {
    return isOneOf(noun, "group pair couple flock herd pack number bunch crowd row series variety lot school team pile stack array line dozen dozens hundreds "
                         "thousands piece slice swarm gang trio cluster army sea view shot fleet collection ball band litter class squad crew platoon posse patrol choir troupe circle ring "
                         "congregation mob throng party quartet company body");
}

std::string personNoun(Sex sex, AgeClass age) {
    if (age == AgeClass::baby) return "baby";
    const bool small = age == AgeClass::child || age == AgeClass::teen;
    if (sex == Sex::male) return small ? "boy" : "man";
    if (sex == Sex::female) return small ? "girl" : "woman";
    return age == AgeClass::child ? "child" : "person";
}

/// Reads the phrases of one text in order.
class SubjectReader {
  public:
    SubjectReader(const TaggedText& text, FormTable& forms, std::string_view prompt, NounPhrases& phrases, ShotDescription& out)
        : m_t(text), m_forms(forms), m_lexicon(forms.lexicon()), m_prompt(prompt), m_phrases(phrases), m_out(out), m_places(text, forms, phrases, out), m_counting(text, forms), m_members(text, phrases, out) {}

    void run() {
        for (NounPhrase& phrase : m_phrases.list) read(phrase);
        colourByPredicate();
    }

  private:
    const Entity& entityOf(const NounPhrase& p) const { return m_t.entities[p.head]; }
    std::string before(const NounPhrase& p) const { return p.begin > 0 ? m_t.w[p.begin - 1] : std::string{}; }

    /// "through the car window", "opens the truck door": the vehicle.
    void takeVehicleOf(NounPhrase& p) const {
        if (p.head != p.last || p.last == p.begin || !isOneOf(m_t.w[p.last], "window windows door doors hood trunk windshield windscreen bonnet tire tyre tires tyres bumper headlights dashboard tailgate mirror")) return;
        const NounForm* const thing = m_t.entities[p.last - 1].thing;
        if (thing && m_t.entities[p.last - 1].length == 1 && thing->entry->kind == SubjectKind::vehicle && !isOneOf(thing->lemma, "train bus plane airplane subway ship")) p.head = p.last - 1;
    }

    /// "a crowded party", "a packed bar": people whom no noun names.
    void readCrowd(const NounPhrase& p) {
        constexpr int many = 18;
        const bool full = std::any_of(m_t.w.begin() + std::ptrdiff_t(p.begin), m_t.w.begin() + std::ptrdiff_t(p.last), [](const std::string& x) { return isOneOf(x, "crowded packed overcrowded bustling thronged"); });
        const bool known = std::any_of(m_out.subjects.begin(), m_out.subjects.end(), [](const Subject& s) { return s.count > 4; });
        const Entity& entity = entityOf(p);
        if (!full || known || entity.character || (entity.thing && !entity.place && entity.thing->entry->kind != SubjectKind::structure && entity.thing->entry->kind != SubjectKind::vehicle)) return;
        NounPhrase crowd;
        crowd.begin = p.begin, crowd.end = p.end, crowd.last = p.last, crowd.head = p.head;
        Subject& subject = addPerson(crowd, "person");
        subject.noun = "people";
        subject.implied = true;
        subject.count = many;
    }

    void read(NounPhrase& p) {
        readCrowd(p);
        takeVehicleOf(p);
        const Entity& entity = entityOf(p);
        const std::string head = join(p.head, p.end);
        p.lemma = entity.thing ? entity.thing->lemma : m_forms.nounLemma(head);
        p.definite = isAny(m_t.w[p.begin], {"the", "this", "that"});
        p.preposition = p.groupPreposition ? *p.groupPreposition : p.begin > 0 && m_t.is(p.begin - 1, Tag::preposition) ? before(p) : "";
        if (m_members.read(p, [this](NounPhrase& q) { read(q); })) return;
        readOwner(p);
        if (std::exchange(m_worn, false)) return; // on whom it is
        readOwnerByPronoun(p);
        if (readGroup(p, head)) return;
        if (m_places.read(p)) return;
        if (entity.character) return useCharacter(p, *entity.character);
        if (readApposition(p) || readName(p)) return;
        if (isNoThing(p)) return readStrangersPart(p) || readBody(p) ? void() : describeOwner(p);
        readThing(p);
    }

    std::string join(std::size_t begin, std::size_t end) const {
        std::string text;
        for (std::size_t i = begin; i < end; ++i) text.append(text.empty() ? "" : " ").append(m_t.w[i]);
        return text;
    }

    // ---- groups and owners

    /// "a flock of birds" stands for birds; "a vase of roses" stays a vase.
    bool readGroup(NounPhrase& p, const std::string& head) {
        NounPhrase* const next = m_phrases.after(p);
        if (m_t.word(p.end) != "of" || !(isGroupWord(head) || isPartOf(p, head) || isGarmentPart(head)) || !next || next->begin != p.end + 1) return false;
        if (isOneOf(head, "class body circle ring party company") && !isPersonPhrase(*next)) return false;
        p.group = true;
        next->groupPreposition = p.preposition;
        if (isGroupWord(head)) next->count = m_counting.groupOf(p, *next, head);
        return true;
    }

    /// Of what people sit on, behind "on" and "at".
    bool isPartOf(const NounPhrase& p, const std::string& head) const { return isPartWord(head) && isOneOf(p.preposition, "on onto at from off") && p.preposition.size() > 1; }

    bool isPersonPhrase(const NounPhrase& p) const {
        const Entity& entity = entityOf(p);
        return entity.character || (entity.thing && entity.thing->entry->kind == SubjectKind::person);
    }

    /// "Mara's hand": the person is there, and the hand is hers.
    void readOwner(NounPhrase& p) {
        for (std::size_t k = p.begin + 1; k < p.head; ++k) {
            if (!m_t.is(k, Tag::possessive)) continue;
            NounPhrase owner;
            owner.begin = p.begin;
            owner.end = k;
            owner.last = k - 1;
            owner.head = k - 1;
            for (std::size_t q = p.begin; q < k; ++q) {
                if (m_t.entities[q] && q + m_t.entities[q].length == k) owner.head = q;
            }
            const Entity& entity = m_t.entities[owner.head];
            const bool body = contains(m_lexicon.bodyParts, m_forms.nounLemma(m_t.w[p.last])) || isOneOf(m_t.w[p.last], kOwnParts);
            const bool person = entity.thing ? entity.thing->entry->kind == SubjectKind::person || entity.thing->entry->kind == SubjectKind::animal : namesPerson(m_t, m_forms, owner.last);
            const NounForm* const own = m_t.entities[p.head].thing;
            const bool worn = (own && own->entry->category == "clothing" && p.groupPreposition) || isGarmentPart(m_t.w[p.last]); // "pins the hem of the groom's trousers"
            if (entity.character) {
                useCharacter(owner, *entity.character);
            } else if ((body || worn) && person) {
                owner.lemma = entity.thing ? entity.thing->lemma : m_forms.nounLemma(m_t.w[owner.last]);
                owner.definite = m_t.w[p.begin] == "the";
                readThing(owner);
            } else if (m_t.capital[owner.last] && m_lexicon.names.contains(m_t.w[owner.last])) {
                readName(owner);
            }
            if (body || worn) p.subject = owner.subject;
            m_worn = m_worn || (worn && person && owner.subject != nobody);
        }
    }

    /// "Her hands tremble": someone is there, known before or not.
    void readOwnerByPronoun(NounPhrase& p) {
        const Sex sex = m_t.w[p.begin] == "his" ? Sex::male : m_t.w[p.begin] == "her" ? Sex::female : Sex::unknown;
        if (sex == Sex::unknown || p.begin == p.last || !contains(m_lexicon.bodyParts, m_forms.nounLemma(m_t.w[p.last]))) return;
        int owner = nobody;
        bool person = false;
        for (std::size_t i = 0; i < m_out.subjects.size(); ++i) {
            const Subject& s = m_out.subjects[i];
            person = person || s.kind == SubjectKind::person || s.kind == SubjectKind::animal;
            if (s.kind == SubjectKind::person && (s.sex == sex || s.sex == Sex::unknown)) owner = static_cast<int>(i);
        }
        if (!person) {
            const char* const noun = sex == Sex::male ? "man" : "woman";
            Subject subject = newSubject(m_out, m_lexicon.thing(noun));
            subject.noun = noun;
            subject.kind = SubjectKind::person;
            subject.implied = true;
            subject.span = m_t.span(p.begin, p.begin + 1);
            owner = static_cast<int>(m_out.subjects.size());
            m_out.subjects.push_back(std::move(subject));
        }
        if (owner != nobody) m_out.pronouns.push_back({m_t.span(p.begin, p.begin + 1), m_out.subjects[static_cast<std::size_t>(owner)].id});
        if (p.preposition.empty()) p.subject = owner;
    }

    Subject& addPerson(NounPhrase& p, const char* noun) {
        Subject subject = newSubject(m_out, m_lexicon.thing(noun));
        subject.noun = noun;
        subject.kind = SubjectKind::person;
        subject.span = m_t.span(p.begin, p.end);
        p.subject = static_cast<int>(m_out.subjects.size());
        m_out.subjects.push_back(std::move(subject));
        return m_out.subjects.back();
    }

    /// "A hand reaches down to him", "close on hands typing": somebody's, whose no words say.
    bool readStrangersPart(NounPhrase& p) {
        const std::string part = bodyPartOf(m_forms, m_t.w[p.last]);
        if (m_t.word(p.end) == "of") return false; // of a clock, a cave, a mountain, or of one who is named there
        for (std::size_t k = p.begin; k < p.end; ++k)
            if (m_t.is(k, Tag::possessive)) return false;
        const bool first = &p == m_phrases.list.data() && m_out.subjects.empty() && (p.preposition.empty() || isOneOf(p.preposition, "of on to")) && isOneOf(part, "hand finger fist foot leg eye mouth lip");
        const bool another = p.preposition.empty() && isAny(m_t.w[p.begin], {"a", "an", "another", "two"}) && (isOneOf(part, "hand arm finger fist foot") || m_forms.nounLemma(m_t.w[p.last]) == "boot");
        if (!first && !(another && (m_t.is(p.end, Tag::verb) || m_t.is(p.end, Tag::gerund)))) return false;
        addPerson(p, "person").implied = true;
        return true;
    }

    /// "over a body on the floor", "the bodies of soldiers": somebody dead.
    bool readBody(NounPhrase& p) {
        const std::string lemma = m_forms.nounLemma(m_t.w[p.last]);
        if (lemma != "body" || isAny(m_t.w[p.begin], {"his", "her", "their", "its", "my", "your", "our"}) || isOneOf(p.preposition, "of with in")) return false;
        if (p.begin == p.last && m_t.w[p.last] == "body") return false;
        if (m_t.word(p.end) == "of") return false;
        Subject& subject = addPerson(p, "corpse");
        subject.count = m_t.w[p.last] == "body" ? 1 : m_counting.countOf(p, nullptr);
        return true;
    }

    /// "with long red hair", "with a white beard" behind a person.
    void describeOwner(const NounPhrase& p) {
        if (m_out.subjects.empty()) return;
        if (Subject& last = m_out.subjects.back(); last.kind == SubjectKind::person && (p.preposition == "with" || p.preposition.empty())) addFace(last, m_t.w, p.last);
        const int owner = ownerOfHair(p);
        if (owner == nobody || m_out.subjects[static_cast<std::size_t>(owner)].kind != SubjectKind::person) return;
        if (!isHairWord(m_t.w[p.last]) && !isHairstyle(p)) return;
        const std::string said = isHairstyle(p) ? "hair in a " + m_t.w[p.last] : join(p.begin, p.end);
        describeFrom(m_lexicon, said, m_out.subjects[static_cast<std::size_t>(owner)]);
        m_described = {p.end, owner};
    }

    /// Who the phrase before is, when this one hangs on it: "a man with a beard and long hair", "a woman, her red hair in a bun".
    int ownerOfHair(const NounPhrase& p) const {
        const NounPhrase* const previous = &p == m_phrases.list.data() ? nullptr : &p - 1;
        const std::size_t gap = previous ? p.begin - previous->end : 0;
        if (previous && isAny(m_t.w[p.begin], {"his", "her"})) return p.subject != nobody ? p.subject : previous->subject;
        const bool joined = isAny(p.preposition, {"with", "in"}) || (p.preposition.empty() && gap <= 2);
        if (!previous || !joined || gap > 2) return nobody;
        if (m_described.second != nobody && m_described.first == previous->end) return m_described.second;
        return p.preposition == "with" ? previous->subject : nobody;
    }

    /// "her hair in a bun"
    bool isHairstyle(const NounPhrase& p) const {
        if (!isOneOf(m_t.w[p.last], "bun bob knot chignon tail")) return false;
        for (std::size_t k = p.begin; k-- > 0 && p.begin - k < 5;)
            if (m_t.w[k] == "hair") return true;
        return false;
    }

    // ---- people by name

    void useCharacter(NounPhrase& p, const CastName& member) {
        for (std::size_t i = 0; i < m_out.subjects.size(); ++i) {
            if (m_out.subjects[i].name == member.name) p.subject = static_cast<int>(i);
        }
        if (p.subject != nobody) return;
        Subject subject = newSubject(m_out, nullptr);
        subject.kind = SubjectKind::person;
        subject.name = member.name;
        subject.sex = member.sex;
        if (member.age) subject.age = *member.age;
        if (member.ageYears) setAge(subject, *member.ageYears);
        describeFrom(m_lexicon, member.description, subject);
        if (subject.sex == Sex::unknown) subject.sex = sexByName(member.name);
        finishNamed(p, std::move(subject));
    }

    /// "Mara, 30s, a ferry clerk in a red coat": the clerk is Mara.
    bool readApposition(NounPhrase& p) {
        const Entity& entity = entityOf(p);
        const bool person = entity.thing && entity.thing->entry->kind == SubjectKind::person;
        if (!person || p.begin < 2 || !isAny(m_t.w[p.begin], {"a", "an", "the"}) || m_t.w[p.begin - 1] != ",") return false;
        std::size_t name = p.begin - 1; // back over ", 30s" and ", late 40s"
        while (name > 0 && (isNumeral(m_t.w[name - 1]) || isAny(m_t.w[name - 1], {",", "s", "'s", "early", "mid", "late", "about", "aged", "age"}))) --name;
        const NounPhrase* const named = name > 0 ? m_phrases.around(name - 1) : nullptr;
        if (!named || named->subject == nobody) return false;
        Subject& subject = m_out.subjects[static_cast<std::size_t>(named->subject)];
        if (subject.name.empty() || named->end > p.begin) return false;
        describeFrom(m_lexicon, join(name, p.end), subject);
        p.subject = named->subject;
        return true;
    }

    Sex sexByName(std::string_view name) const {
        const Words parts = words(name);
        const auto found = parts.empty() ? m_lexicon.names.end() : m_lexicon.names.find(parts.front());
        return found == m_lexicon.names.end() ? Sex::unknown : found->second;
    }

    void finishNamed(NounPhrase& p, Subject subject) {
        subject.noun = personNoun(subject.sex, subject.age);
        const ThingEntry* const entry = m_lexicon.thing(subject.noun);
        subject.model = entry ? entry->model : subject.noun;
        if (subject.outfit.empty() && entry) subject.outfit = entry->outfit;
        if (entry) subject.size = entry->size;
        subject.span = m_t.span(p.begin, p.end);
        applyAdjectives(m_lexicon, m_t, p.begin, p.head, subject);
        p.subject = static_cast<int>(m_out.subjects.size());
        m_out.subjects.push_back(std::move(subject));
    }

    bool readName(NounPhrase& p) {
        const std::optional<std::size_t> begin = nameBegin(m_t, m_forms, m_prompt, p, isNoThing(p));
        if (!begin) return false;
        const Span span = m_t.span(*begin, p.last + 1);
        const std::string name(m_prompt.substr(span.begin, span.end - span.begin));
        for (std::size_t i = 0; i < m_out.subjects.size(); ++i) {
            if (m_out.subjects[i].name == name) p.subject = static_cast<int>(i);
        }
        if (p.subject != nobody) return true;
        // "a woman named Sarah": the woman gets the name
        if (p.begin > 0 && isAny(m_t.w[p.begin - 1], {"named", "called"}) && !m_out.subjects.empty() && m_out.subjects.back().name.empty()) {
            m_out.subjects.back().name = name;
            p.subject = static_cast<int>(m_out.subjects.size()) - 1;
            return true;
        }
        const NounForm* title = m_lexicon.nouns.exact(m_t.w[*begin]);
        const NounForm* before = *begin > p.begin ? m_lexicon.nouns.exact(m_t.w[*begin - 1]) : nullptr;
        const NounForm* trade = title && title->entry->kind == SubjectKind::person ? title : before;
        Subject subject = newSubject(m_out, trade && trade->entry->kind == SubjectKind::person ? trade->entry : nullptr);
        subject.kind = SubjectKind::person;
        subject.name = name;
        if (subject.sex == Sex::unknown) subject.sex = sexByName(name);
        if (subject.sex == Sex::unknown && *begin < p.last) subject.sex = isOneOf(m_t.w[*begin], "mr sir lord uncle")        ? Sex::male
                                                                          : isOneOf(m_t.w[*begin], "mrs ms lady aunt miss") ? Sex::female
                                                                                                                             : Sex::unknown;
        finishNamed(p, std::move(subject));
        return true;
    }

    // ---- things

    /// "Her chest" is not a piece of furniture, and her watch is on her wrist.
    bool isOwnBody(const NounPhrase& p) const {
        if (!isOneOf(m_t.w[p.last], kOwnParts)) return false;
        if (p.end == p.begin + 2 && isAny(m_t.w[p.begin], {"his", "her", "their", "its", "my"})) return true;
        for (std::size_t k = p.begin; k < p.last; ++k)
            if (m_t.is(k, Tag::possessive)) return true; // "a customer's nails"
        return false;
    }

    /// "in class", "after class", "in company": no people.
    bool isOccasion(const NounPhrase& p) const {
        return p.begin == p.last && isOneOf(m_t.w[p.last], "class company party team") && isOneOf(p.preposition, "in to after during at from before");
    }

    /// "the front wheel" of a car that is there, "the seat" of a bicycle, a sprinter's "blocks".
    bool isPartOfVehicle(const NounPhrase& p) const {
        const std::string& word = m_t.w[p.last];
        const auto named = [&](std::string_view nouns) { return std::any_of(m_out.subjects.begin(), m_out.subjects.end(), [&](const Subject& s) { return isOneOf(s.noun, nouns); }); };
        if (isOneOf(word, "wheel wheels tyre tire fender headlight headlights windshield windscreen bumper")) return p.end > p.begin + 2 && isOneOf(m_t.w[p.last - 1], "front rear back left right") && named("car taxi truck van bus motorcycle bicycle bike jeep suv limousine");
        if (isOneOf(word, "seat saddle handlebars pedals")) return named("bicycle bike motorcycle motorbike scooter horse");
        return word == "blocks" && named("sprinter runner athlete swimmer");
    }

    /// "takes a huge swing", "takes a few careful steps"
    bool isDoingTaken(const NounPhrase& p) const {
        const auto verb = p.begin > 0 && isOneOf(m_t.w[p.last], kDoings) ? m_forms.verbLemma(m_t.w[p.begin - 1]) : std::nullopt;
        return verb && isOneOf(*verb, "take give") && !isOneOf(m_t.w[p.begin], "the his her their");
    }

    bool isNoThing(const NounPhrase& p) const {
        const bool fuel = m_t.w[p.last] == "tank" && p.begin > 0 && isOneOf(m_t.w[p.begin - 1], "fill fills filling refill refills refuel refuels top tops"); // "fills his tank"
        if (fuel || isDoingTaken(p) || isPartOfVehicle(p) || isOwnBody(p) || isOccasion(p) || isHairWord(m_t.w[p.last]) || isHairstyle(p)) return true;
        if (entityOf(p)) return false;
        const std::string& word = m_t.w[p.last];
        return contains(m_lexicon.notThings, m_forms.nounLemma(word)) || contains(m_lexicon.notThings, word) || m_lexicon.table(FilmTable::time).exact(word) ||
               m_lexicon.table(FilmTable::season).exact(word);
    }

    /// What a noun is that no table lists: the longest collocation that WordNet knows, then the head. False when it is no thing.
    bool guess(NounPhrase& p, SubjectKind& kind, const ThingEntry*& entry) {
        std::optional<NounGuess> found;
        for (std::size_t k = p.begin; k <= p.last && !found; ++k) {
            if (!m_t.is(k, Tag::noun) && !m_t.is(k, Tag::adjective)) continue;
            const std::string lemma = m_forms.nounLemma(join(k, p.last + 1));
            if (!isKnownNoun(m_forms, lemma)) continue;
            found = guessNoun(m_forms, lemma);
            if (found) p.lemma = lemma;
        }
        const std::string& word = m_t.w[p.last];
        const bool listed = isKnownNoun(m_forms, m_forms.nounLemma(word));
        if (!found && (listed || word.size() <= 2 || m_forms.verbLemma(word))) return false;
        std::replace(p.lemma.begin(), p.lemma.end(), '_', ' ');
        const bool proper = m_t.capital[p.last] && p.begin != 0 && !(p.begin == p.last && isAny(before(p), {".", "!", "?"}));
        kind = found ? found->kind : proper ? SubjectKind::person : SubjectKind::prop;
        entry = found ? found->entry : nullptr;
        if (!found || found->rough || !entry) {
            m_out.unknown.push_back({p.lemma, m_t.span(p.head, p.end), entry ? entry->model : kind == SubjectKind::person ? "person" : "box"});
        }
        return true;
    }

    /// "A coach shouts", "a fan waves a flag", "a camper pitches a tent": one word for somebody and for a thing; what it does tells.
    bool actsAsPerson(const NounPhrase& p) {
        if (p.lemma == "trainer" && (m_t.is(p.end, Tag::gerund) || m_t.is(p.end, Tag::verb))) return true;
        if (!isOneOf(p.lemma, "coach fan camper conductor rider printer") || !m_t.is(p.end, Tag::verb)) return false;
        const auto verb = m_forms.verbLemma(m_t.word(p.end));
        const std::string* const motion = verb ? m_lexicon.motion(*verb) : nullptr;
        return motion && !isOneOf(*motion, "drive run walk turn stand flow fly_plane transform") && !isOneOf(*verb, "blow stop park roll");
    }

    /// "On stage, spotlight", "by candlelight": how it is lit, which the film words know; nothing that stands there, unless somebody does something to it.
    bool isLightAlone(const NounPhrase& p) {
        // "…, hard overhead lamp", "…, bright noon sun": between marks
        const std::size_t first = p.begin > 0 && m_t.is(p.begin - 1, Tag::adverb) ? p.begin - 1 : p.begin;
        const bool apart = (first == 0 || m_t.is(first - 1, Tag::mark)) && (p.end >= m_t.size() || m_t.is(p.end, Tag::mark));
        for (std::size_t k = first; apart && p.end > first + 1 && k <= p.last; ++k)
            if (const auto light = m_lexicon.table(FilmTable::light).at(m_t.w, k); light && k + light.length == p.end) return true;
        if (!isOneOf(p.lemma, "spotlight candlelight moonlight starlight lamplight firelight torchlight limelight daylight")) return false;
        return !(p.begin > 0 && (m_t.is(p.begin - 1, Tag::verb) || m_t.is(p.begin - 1, Tag::gerund))) && !m_t.is(p.end, Tag::verb);
    }

    /// "A man in glasses", "her glasses", "wears thick glasses": not what one drinks from.
    bool isEyewear(const NounPhrase& p) {
        if (m_t.w[p.last] != "glasses" || m_t.word(p.end) == "of") return false;
        for (std::size_t i = p.begin; i < p.last; ++i) {
            if (m_t.is(i, Tag::number)) return false;
            if (isOneOf(m_t.w[i], "his her their my thick dark reading round wire-rimmed horn-rimmed rimmed steel-rimmed gold-rimmed nerdy tinted cracked")) return true;
        }
        const auto verb = p.begin > 0 ? m_forms.verbLemma(m_t.w[p.begin - 1]) : std::nullopt;
        return (p.begin > 0 && isOneOf(m_t.w[p.begin - 1], "in with behind")) || (verb && isOneOf(*verb, "wear adjust"));
    }

    void readThing(NounPhrase& p) {
        const Entity& entity = entityOf(p);
        const ThingEntry* entry = entity.thing ? entity.thing->entry : nullptr;
        if (isLightAlone(p)) return;
        if (actsAsPerson(p)) entry = m_lexicon.thing("person");
        const bool eyewear = isEyewear(p);
        if (eyewear) {
            entry = m_lexicon.thing("spectacles");
            p.lemma = "glasses";
        }
        SubjectKind kind = entry ? entry->kind : SubjectKind::prop;
        if (!entry && !guess(p, kind, entry)) return;
        Subject subject = newSubject(m_out, entry);
        subject.noun = isLongGarment(p) ? "long " + p.lemma : p.lemma;
        subject.kind = kind;
        if (const TradeEntry* trade = kind == SubjectKind::person ? m_lexicon.trade(p.lemma) : nullptr) {
            subject.prop = trade->tool;
            subject.holds = trade->holds;
        }
        if (kind == SubjectKind::person && sexOfNoun(p.lemma) != Sex::unknown) subject.sex = sexOfNoun(p.lemma);
        subject.count = eyewear ? 1 : m_counting.countOf(p, entityOf(p).thing);
        subject.colour = colourIn(m_lexicon, m_t, p.begin, p.head);
        subject.span = m_t.span(p.begin, p.end);
        takeLikeness(m_out, subject);
        applyAdjectives(m_lexicon, m_t, p.begin, p.head, subject);
        readYears(p, subject);
        if (const int known = sameAsBefore(p, subject); known != nobody) {
            Subject& old = m_out.subjects[static_cast<std::size_t>(known)];
            if (old.colour.empty()) old.colour = subject.colour;
            p.subject = known;
            return;
        }
        p.subject = static_cast<int>(m_out.subjects.size());
        m_out.subjects.push_back(std::move(subject));
    }

    /// "a long red skirt": another garment than a skirt.
    bool isLongGarment(const NounPhrase& p) const {
        if (!isOneOf(p.lemma, "skirt dress")) return false;
        for (std::size_t k = p.begin; k < p.head; ++k)
            if (isAny(m_t.w[k], {"long", "flowing", "floor", "ankle"})) return true;
        return false;
    }

    /// "a 60-year-old man"
    void readYears(const NounPhrase& p, Subject& subject) const {
        for (std::size_t k = p.begin; k + 2 < p.end; ++k) {
            if (isNumeral(m_t.w[k]) && isAny(m_t.w[k + 1], {"year", "years"}) && m_t.w[k + 2] == "old" && std::stoi(m_t.w[k]) < 120) setAge(subject, std::stoi(m_t.w[k]));
        }
    }

    /// The subject that is named once more: "the dog", a noun again; "another" and "the other" are new.
    int sameAsBefore(const NounPhrase& p, const Subject& now) const {
        const std::string& first = m_t.w[p.begin];
        const auto number = m_lexicon.counts.at(m_t.w, p.begin);
        const bool indefinite = isAny(first, {"a", "an", "another"}) || number;
        if (first == "another" || (first == "a" && isOneOf(m_t.word(p.begin + 1), "second third new different fresh")) || (first == "the" && m_t.word(p.begin + 1) == "other") || (indefinite && !now.colour.empty())) return nobody;
        const bool coordinated = p.begin == 0 || m_t.is(p.begin - 1, Tag::conjunction) || (indefinite && first != "a");
        if (!p.definite && coordinated) return nobody;
        for (std::size_t i = m_out.subjects.size(); i-- > 0;) {
            const Subject& s = m_out.subjects[i];
            if (s.noun != now.noun || !s.name.empty()) continue;
            if (now.colour.empty() || s.colour.empty() || s.colour == now.colour) return static_cast<int>(i);
        }
        return p.definite ? sameInOtherWords(now) : nobody;
    }

    /// "A truck … the vehicle", "her two sons … the boys": a word for all of the kind.
    int sameInOtherWords(const Subject& now) const {
        const bool people = now.count > 1 && isOneOf(now.noun, "boy girl kid child");
        if (!people && !isOneOf(now.noun, "vehicle animal creature beast weapon instrument")) return nobody;
        const auto is = [&](const Subject& s) {
            if (people) return s.kind == SubjectKind::person && s.count > 1 && !(s.sex != Sex::unknown && now.sex != Sex::unknown && s.sex != now.sex) && isOneOf(s.noun, "son daughter brother sister twin kid child teenager student pupil schoolchild boy girl sibling");
            if (now.noun == "vehicle") return s.kind == SubjectKind::vehicle;
            if (isOneOf(now.noun, "animal creature beast")) return s.kind == SubjectKind::animal;
            return s.category == now.noun;
        };
        for (std::size_t i = m_out.subjects.size(); i-- > 0;)
            if (is(m_out.subjects[i])) return static_cast<int>(i);
        return nobody;
    }

    /// "the car is red"
    void colourByPredicate() {
        for (std::size_t i = 1; i + 1 < m_t.size(); ++i) {
            const NounPhrase* const phrase = m_phrases.around(i - 1);
            if (!m_t.is(i, Tag::auxiliary) || !phrase || phrase->subject == nobody) continue;
            const auto colour = m_lexicon.colours.at(m_t.w, i + 1);
            if (!colour || !(i + 2 >= m_t.size() || isAny(m_t.w[i + 2], {".", ",", "and"}))) continue;
            Subject& subject = m_out.subjects[static_cast<std::size_t>(phrase->subject)];
            if (subject.colour.empty()) subject.colour = *colour.value;
        }
    }

    const TaggedText& m_t;
    FormTable& m_forms;
    const Lexicon& m_lexicon;
    std::string_view m_prompt;
    NounPhrases& m_phrases;
    ShotDescription& m_out;
    PlaceReader m_places;
    Counting m_counting;
    MemberReader m_members;
    bool m_worn = false; ///< the phrase names what somebody else who is named there has on
    std::pair<std::size_t, int> m_described{0, nobody}; ///< where the last phrase about somebody's hair ended, and who that is
};

} // namespace

Subject newSubject(const ShotDescription& out, const ThingEntry* entry) {
    Subject subject;
    subject.id = "s" + std::to_string(out.subjects.size() + 1);
    if (!entry) return subject;
    subject.kind = entry->kind;
    subject.model = entry->model;
    applyEntry(subject, *entry);
    return subject;
}

void readSubjects(const TaggedText& text, FormTable& forms, std::string_view prompt, NounPhrases& phrases, ShotDescription& out) {
    SubjectReader(text, forms, prompt, phrases, out).run();
    readSexByPronouns(text, forms, phrases, out);
}

} // namespace rushes::reading
