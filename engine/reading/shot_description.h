// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/film_words.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// Bytes [begin, end) of the prompt. Empty for what no words stand for.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
};

enum class SubjectKind { person, animal, vehicle, prop, plant, structure, effect };
enum class AgeClass { baby, child, teen, young, adult, middle, old };
enum class Sex { unknown, male, female }; ///< unknown: the seed decides

/// A garment or worn thing: "a black leather jacket" → noun "jacket", colour "black", material "leather".
struct WornThing {
    std::string noun;   ///< lemma
    std::string model;  ///< the lexicon's prop or empty
    std::string colour; ///< English basic colour word or empty
    std::string material;
    Span span;
    bool operator==(const WornThing&) const = default;
};

/// Someone or something that the prompt names, once per thing however often it is named.
/// Strings are empty where the prompt (or the lexicon) says nothing.
struct Subject {
    std::string id;    ///< "s1", "s2", … in the order of the prompt
    std::string noun;  ///< lemma as in the prompt
    SubjectKind kind = SubjectKind::prop;
    std::string model; ///< what draws it: the first word of a lexicon entry; empty when nothing is known (see ShotDescription::unknown)
    int count = 1;
    std::string colour; ///< red orange yellow green blue purple pink brown black white grey
    std::string name;   ///< a character's: as Names has it, else as written
    Span span;

    // What the stage needs beyond the contract's JSON.
    std::string category;      ///< the lexicon's: an animal's rig, a vehicle's kind of motion, a prop's use, "effect" …
    double size = 0;           ///< metres: longest side of a prop, height of anything upright; 0 = unknown
    double sizeFactor = 1;     ///< 0.1 miniature, 0.5 small, 1.5 large, 2.5 giant
    Sex sex = Sex::unknown;
    AgeClass age = AgeClass::adult;
    std::optional<int> ageYears;          ///< "a 60-year-old man", "Mara (34)"
    std::string build;                    ///< tall short heavy slim muscular
    std::vector<std::string> hair;        ///< bald blond brown black red grey long short curly
    std::vector<std::string> face;        ///< what is said of its parts: "hooked nose", "square jaw"
    std::string feeling;                  ///< the word that the expression was read from ("weeping"), or empty
    std::string expression;               ///< happy sad angry afraid surprised calm disgusted tired confused sly
    std::string state;                    ///< burning, smoking, exploding; empty
    std::string material;                 ///< the word itself: wooden, metal, glass …
    std::string outfit;                   ///< casual, suit, raincoat … (persons.json), from the trade or from what is worn
    std::vector<WornThing> wears;
    std::string prop;                     ///< what the trade is known by (trades.json, persons.json: a violinist's "violin"), empty for none
    std::string holds;                    ///< what the trade has in free hands (trades.json: a waiter's "tray"); empty
    std::string side;                     ///< left, right, centre, foreground, background: where in the frame, when said alone
    std::string say;                      ///< the words that this one says in the shot, without quotes
    Span saySpan;
    std::string heldBy;   ///< id of who is said to have it: "a woman with a bag"; empty
    bool implied = false; ///< no noun stands for it ("she walks")
    bool worn = false;    ///< worn by someone, or within what they hold: draw it on them or not at all, never in the set
    bool operator==(const Subject&) const = default;
};

struct Action {
    std::string subject; ///< id, or empty when nobody is there to do it
    std::string verb;    ///< lemma
    std::string motion;  ///< motions.json: walk, run, sit_down, talk …
    std::string target;  ///< id or empty
    std::string object;  ///< last word of the verb's object as written, which need not be a subject ("her hand"); empty
    std::string particle; ///< that changes the verb: on, off, up, down, away …; empty
    std::string act;     ///< of the figures, where the lexicon's deeds say which ("ladles": pour); empty
    bool actByVerb = false; ///< the verb alone says so: what hangs on it may say more
    std::string part;    ///< the part of the body that the prompt makes the subject ("her hands knead the dough": "hand"); empty
    std::string tool;    ///< id of what it is done with ("beats the carpet with a stick"); empty
    std::string course;  ///< as the camera sees it: towards_camera, away_from_camera, past_camera, left_to_right … (staging.json), "around" its target, "upstairs"; empty
    int order = 0;       ///< 0, 1, … for "then"; equal = at the same time
    bool fast = false;   ///< "quickly"
    bool slow = false;   ///< "slowly"
    Span span;
    bool ongoing = false; ///< a posture that they are in when the shot begins ("a kneeling soldier")
    bool operator==(const Action&) const = default;
};

enum class RelationKind { leftOf, rightOf, above, below, on, under, in, behind, inFrontOf, beside, between, facing, around };

/// a RELATION b; left and right as seen in the frame. "between" comes as one relation for each of the two.
struct Relation {
    std::string a;
    std::string b;
    RelationKind relation = RelationKind::beside;
    int order = 0;
    Span span;
    bool operator==(const Relation&) const = default;
};

/// How some stand or go with one another: "side by side", "in a circle".
struct Arrangement {
    std::string kind;                 ///< side_by_side single_file row circle back_to_back face_to_face (staging.json)
    std::vector<std::string> members; ///< ids
    int order = 0;
    Span span;
    bool operator==(const Arrangement&) const = default;
};

struct Place {
    std::string kind;      ///< a kind of places.json: alley, harbor, living_room …
    bool interior = false;
    std::string location;  ///< the film's own location, by the name given in Names; empty
    Span span;
    bool byHand = false;   ///< the director said so: it outranks the scene's heading
    std::string state;     ///< burning, smoking, exploding; empty
    bool inferred = false; ///< from what is in the shot; no words name it, so its span is empty, and any heading outranks it
    bool operator==(const Place&) const = default;
};

struct Conditions {
    std::optional<TimeOfDay> time;
    std::vector<Weather> weather;
    std::optional<Season> season;
    std::vector<std::string> light; ///< ids of light.json: neon, candle, moon, back …
    bool operator==(const Conditions&) const = default;
};

struct CameraMove {
    Move move = Move::fixed;
    std::optional<Direction> direction;
    MoveSpeed speed = MoveSpeed::normal;
    int order = 0;         ///< equal = at the same time
    bool assumed = false;  ///< "the camera moves": no move was named
    std::string target;    ///< id of what it follows, leads, circles or goes to; empty when not said
    Span span;
    bool operator==(const CameraMove&) const = default;
};

struct CameraWords {
    std::optional<ShotSize> size;
    std::optional<CameraAngle> angle;
    std::optional<CameraHeight> height;
    std::optional<PointOfView> pov;
    std::optional<double> lensMm;
    std::optional<std::string> sensor; ///< "super35", "full_frame", "imax", "16mm" …
    std::optional<double> stop;        ///< f-number
    std::vector<CameraMove> moves;
    std::optional<ShotSize> endSize;   ///< where the framing changes; absent when it does not
    std::optional<CameraAngle> endAngle;
    std::optional<CameraHeight> endHeight;

    // Beyond the contract's JSON.
    std::vector<std::string> focus;       ///< shallow deep soft split_diopter tilt_shift out_of_focus
    std::vector<std::string> playback;    ///< slow_motion time_lapse fast_motion speed_ramp freeze reverse stop_motion
    std::vector<std::string> composition; ///< thirds centered two_shot single foreground silhouette …
    std::string target;                   ///< id of what the framing is of ("close-up of the ring", "OTS on Maria"); empty when not said
    std::string part;                     ///< of the target's body, when the framing is of that ("close-up of her hands": "hand"); empty
    std::string over;                     ///< id of whose shoulder or hip it is; empty
    std::string eyes;                     ///< id of whose point of view it is ("POV of a boxer"); empty
    bool operator==(const CameraWords&) const = default;
};

/// A word that no table knew. `takenFor` is what stands in its place; absent when nothing does.
struct UnknownWord {
    std::string word;
    Span span;
    std::optional<std::string> takenFor;
    bool operator==(const UnknownWord&) const = default;
};

/// A pronoun and whom it was taken for.
struct Pronoun {
    Span span;
    std::string subject; ///< id
    bool operator==(const Pronoun&) const = default;
};

/// What the director corrected in this reading (see corrections.h).
struct CorrectedReading {
    std::string kind;  ///< meaning, who, place, action
    std::string words; ///< as written; empty for a place that no words name
    std::string was;   ///< what was read before, when that is known
    std::string is;
    Span span;
    bool operator==(const CorrectedReading&) const = default;
};

/// "Mara says …": the words between the quotes and who says them.
struct DialogueLine {
    std::string subject; ///< id or empty
    std::string text;
    Span span;           ///< of the words, without the quotes
    bool operator==(const DialogueLine&) const = default;
};

/// What a prompt says, as a plain value. Everything in it has a stable order; the same prompt gives the same value everywhere.
struct ShotDescription {
    std::vector<Subject> subjects;
    std::vector<Action> actions;
    std::vector<Relation> relations;
    std::vector<Arrangement> arrangements;   ///< beyond the contract's JSON
    std::optional<Place> place;
    Conditions conditions;
    CameraWords camera;
    std::vector<std::string> style;
    std::vector<UnknownWord> unknown;
    std::vector<DialogueLine> dialogue;
    std::vector<Pronoun> pronouns;           ///< in the order of the prompt
    std::vector<CorrectedReading> corrected; ///< what holds by hand

    /// The subject of this id, or null.
    const Subject* subject(std::string_view id) const;

    /// Exactly the "description" object of shot.json (docs: the stage's contract), keys in the contract's order, one line per
    /// list entry, UTF-8.
    std::string toJson() const;
    /// toJson() and with it every attribute above that the contract leaves out, for `rushes shot explain --all` and for tests.
    std::string toDetailedJson() const;

    bool operator==(const ShotDescription&) const = default;
};

} // namespace rushes::reading
