// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/thing_stacks.h"

#include "engine/stage/easing.h"
#include "engine/stage/thing_shape.h"

#include <algorithm>
#include <optional>

namespace rushes::stage {
namespace {

using reading::Relation;
using reading::RelationKind;
using reading::SubjectKind;

constexpr float tooLargeToRest = 4.0f; ///< times the length of what is below: it would look wrong even as a joke
constexpr float tableThing = 0.56f;    ///< metres

enum class Join { none, on, above, inside, underneath };

struct Link {
    std::size_t child, parent;
    Join join;
};

class Stacker {
public:
    Stacker(Blocking& blocking, const reading::ShotDescription& description, const glm::vec3& toCamera, float down)
        : m_blocking(blocking), m_description(description) {
        const float e = glm::radians(down);
        const glm::vec3 look = -toCamera * std::cos(e) - glm::vec3(0, std::sin(e), 0);
        for (std::size_t i = 0; i < blocking.props.size(); ++i) {
            StagedProp& prop = blocking.props[i];
            const auto* subject = description.subject(prop.subject);
            if (prop.holder || !subject) continue;
            m_things.push_back(thing(i, *subject, prop, toCamera, look));
        }
    }

    std::vector<Stack> stacks() {
        link();
        std::vector<Stack> out;
        for (std::size_t i = 0; i < m_things.size(); ++i)
            if (!parentOf(i) && firstCopy(i) == i) out.push_back(stackOn(i));
        std::stable_sort(out.begin(), out.end(), [](const Stack& a, const Stack& b) { return a.length() > b.length(); });
        order(out);
        return out;
    }

private:
    Thing thing(std::size_t index, const reading::Subject& subject, StagedProp& prop, const glm::vec3& toCamera, const glm::vec3& look) const {
        float turn = presentingYaw(*prop.prop, subject.kind);
        if (faces(subject.id)) turn = 72;
        if (prop.path.size() < 2) prop.yaw = yawOf(toCamera) + turn;
        const float seen = prop.path.size() < 2 ? turn : turnBetween(yawOf(toCamera), yawOf(prop.path.back() - prop.path.front()));
        const float c = std::abs(std::cos(glm::radians(seen))), s = std::abs(std::sin(glm::radians(seen)));
        const glm::vec3 size = prop.prop->size * prop.scale;
        Thing out{index, &subject, {}, 0, {}};
        out.half = {(size.x * c + size.z * s) * 0.5f, size.y, (size.x * s + size.z * c) * 0.5f};
        out.area = shownArea(*prop.prop, prop.scale, yawOf(toCamera) + seen, look);
        return out;
    }

    bool faces(const std::string& id) const {
        for (const auto& r : m_description.relations)
            if (r.relation == RelationKind::facing && r.a == id) return true;
        return false;
    }

    std::optional<std::size_t> find(const std::string& subject) const {
        for (std::size_t i = 0; i < m_things.size(); ++i)
            if (m_things[i].subject->id == subject) return i;
        return std::nullopt;
    }

    std::size_t firstCopy(std::size_t i) const { return *find(m_things[i].subject->id); }
    const StagedProp& propOf(std::size_t i) const { return m_blocking.props[m_things[i].prop]; }

    std::optional<std::size_t> parentOf(std::size_t child) const {
        for (const auto& l : m_links)
            if (l.child == child) return l.parent;
        return std::nullopt;
    }

    bool carries(std::size_t a, std::size_t b) const { // a is somewhere below b
        for (auto up = std::optional(b); up; up = parentOf(*up))
            if (*up == a) return true;
        return false;
    }

    void add(std::size_t child, std::size_t parent, Join join) {
        if (!parentOf(child) && !carries(child, parent)) m_links.push_back({child, parent, join});
    }

    void link() {
        for (const auto& r : m_description.relations) {
            const auto a = find(r.a), b = find(r.b);
            if (!a || !b || *a == *b) continue;
            switch (r.relation) {
            case RelationKind::on: rest(*a, *b, Join::on); break;
            case RelationKind::above: rest(*a, *b, Join::above); break;
            case RelationKind::in: rest(*a, *b, Join::inside); break;
            case RelationKind::under:
            case RelationKind::below: shelter(*a, *b); break;
            default: break;
            }
        }
        takeTable();
    }

    void rest(std::size_t upper, std::size_t lower, Join join) {
        if (m_things[upper].length() < tooLargeToRest * m_things[lower].length()) add(upper, lower, join);
        else m_low.push_back(lower);
    }

    /// Under a table there is room; under what stands flat on the floor there is none, so that goes on top, when it can.
    void shelter(std::size_t lower, std::size_t upper) {
        const auto room = clearBelow(*propOf(upper).prop, propOf(upper).scale, {m_things[lower].half.x, m_things[lower].half.z});
        if (room && *room > m_things[lower].half.y && m_things[lower].half.x < m_things[upper].half.x * 1.3f) return add(lower, upper, Join::underneath);
        rest(upper, lower, Join::on);
    }

    /// A cup that is said beside a table is on it.
    void takeTable() {
        for (std::size_t table = 0; table < m_things.size(); ++table) {
            if (!isTable(*propOf(table).prop, propOf(table).scale)) continue;
            for (std::size_t i = 0; i < m_things.size(); ++i)
                if (i != table && !parentOf(i) && firstCopy(i) == i && !related(i) && belongsOnTable(*m_things[i].subject, propOf(i))) add(i, table, Join::on);
        }
    }

    bool related(std::size_t i) const {
        return std::any_of(m_description.relations.begin(), m_description.relations.end(),
                           [&](const Relation& r) { return (r.a == m_things[i].subject->id || r.b == m_things[i].subject->id) && r.relation != RelationKind::beside; });
    }

    Stack stackOn(std::size_t root) {
        Stack stack;
        stack.forTable = belongsOnTable(*m_things[root].subject, propOf(root));
        stack.flies = floats(root);
        put(stack, root, {0, 0, 0});
        if (std::find(m_low.begin(), m_low.end(), root) != m_low.end()) stack.below = true;
        stack.low = {1e9f, 1e9f, 1e9f};
        stack.high = -stack.low;
        for (const Thing& t : stack.things) {
            stack.low = glm::min(stack.low, t.offset - glm::vec3(t.half.x, 0, t.half.z));
            stack.high = glm::max(stack.high, t.offset + t.half);
        }
        return stack;
    }

    bool floats(std::size_t i) const {
        for (const char* word : {"kite", "balloon", "flying bird", "ufo", "drone", "parachute", "butterfly", "satellite"})
            if (propOf(i).model == word) return true;
        return false;
    }

    void put(Stack& stack, std::size_t i, const glm::vec3& at) {
        std::vector<std::size_t> copies;
        for (std::size_t k = i; k < m_things.size(); ++k)
            if (firstCopy(k) == i) copies.push_back(k);
        const int columns = std::max(1, int(std::ceil(std::sqrt(float(copies.size()) * 1.6f))));
        for (std::size_t k = 0; k < copies.size(); ++k) {
            Thing& t = m_things[copies[k]];
            const int row = int(k) / columns, column = int(k) % columns;
            const float across = (float(column) - float(columns - 1) * 0.5f + (row % 2 ? 0.5f : 0.0f)) * t.half.x * 2.25f;
            t.offset = at + glm::vec3(copies.size() > 1 ? across : 0.0f, 0, -float(row) * (t.half.z * 2.3f + 0.1f));
            stack.things.push_back(t);
        }
        putChildren(stack, i);
    }

    void putChildren(Stack& stack, std::size_t parent) {
        std::vector<const Link*> links;
        for (const auto& l : m_links)
            if (l.parent == parent) links.push_back(&l);
        for (std::size_t k = 0; k < links.size(); ++k) {
            const Thing &base = m_things[parent], &thing = m_things[links[k]->child];
            const float spread = links.size() > 1 ? (float(k) / float(links.size() - 1) - 0.5f) * base.half.x * 1.2f : 0.0f;
            put(stack, links[k]->child, base.offset + glm::vec3(spread, 0, 0) + joinOffset(*links[k], base, thing));
        }
    }

    glm::vec3 joinOffset(const Link& l, const Thing& base, const Thing& thing) const {
        const StagedProp& prop = propOf(l.parent);
        const float rest = restHeight(*prop.prop, prop.scale, {thing.half.x, thing.half.z});
        switch (l.join) {
        case Join::underneath: return {0, 0, base.half.z * 0.25f};
        case Join::above: return {0, std::max(rest, base.half.y) + std::clamp(0.25f * thing.half.y, 0.03f, 0.6f), 0};
        case Join::inside: return {0, std::min(rest, base.half.y * 0.55f), base.half.z * 0.1f};
        case Join::on:
        case Join::none: break;
        }
        return {0, floats(l.child) ? base.half.y + thing.half.y * 0.2f : rest, 0};
    }

    // Left to right.

    static Stack* stackOf(std::vector<Stack>& stacks, const std::string& subject) {
        for (auto& stack : stacks)
            for (const auto& t : stack.things)
                if (t.subject->id == subject) return &stack;
        return nullptr;
    }

    void order(std::vector<Stack>& stacks) {
        if (stacks.empty()) return;
        std::vector<const Stack*> placed{&stacks.front()};
        const auto taken = [&](int slot) { return std::any_of(placed.begin(), placed.end(), [&](const Stack* s) { return s->slot == slot; }); };
        const auto give = [&](Stack& stack, int slot, int step) {
            while (taken(slot)) slot += step;
            stack.slot = slot;
            placed.push_back(&stack);
        };
        const auto has = [&](const Stack* s) { return std::find(placed.begin(), placed.end(), s) != placed.end(); };
        for (std::size_t round = 0; round < stacks.size(); ++round)
            for (const auto& r : m_description.relations) {
                Stack *a = stackOf(stacks, r.a), *b = stackOf(stacks, r.b);
                if (!a || !b || a == b || has(a) == has(b)) continue;
                const bool aIsNew = has(b);
                Stack &fresh = aIsNew ? *a : *b, &old = aIsNew ? *b : *a;
                int side = r.relation == RelationKind::leftOf ? -1 : r.relation == RelationKind::rightOf ? 1 : 0;
                if (!aIsNew) side = -side;
                if (r.relation == RelationKind::behind || r.relation == RelationKind::inFrontOf) {
                    const float towards = (r.relation == RelationKind::inFrontOf) == aIsNew ? 1.0f : -1.0f;
                    fresh.forward = old.forward + towards * (old.high.z - old.low.z + fresh.high.z - fresh.low.z + 0.3f) * 0.5f;
                    fresh.laps = true;
                }
                if (side == 0) side = !aIsNew && r.relation == RelationKind::between && !taken(old.slot - 1) ? -1 : 1;
                give(fresh, old.slot + side, side);
            }
        int turn = 0;
        for (auto& stack : stacks) {
            if (has(&stack)) continue;
            const std::string& side = stack.things.front().subject->side;
            const int step = side == "left" ? -1 : side == "right" ? 1 : turn++ % 2 ? -1 : 1;
            give(stack, step, step);
        }
    }

    Blocking& m_blocking;
    const reading::ShotDescription& m_description;
    std::vector<Thing> m_things;
    std::vector<Link> m_links;
    std::vector<std::size_t> m_low; ///< what would carry something far too large, and so lies before it
};

} // namespace

float Stack::length() const {
    float most = 0;
    for (const auto& t : things) most = std::max(most, t.length());
    return most;
}

std::vector<Stack> stackThings(Blocking& blocking, const reading::ShotDescription& description, const glm::vec3& toCamera, float down) {
    return Stacker(blocking, description, toCamera, down).stacks();
}

bool belongsOnTable(const reading::Subject& subject, const StagedProp& prop) {
    const glm::vec3 size = prop.prop->size * prop.scale;
    if (prop.motion && prop.motion->unit != sets::ThingMotion::Unit::edge) return false; // a ball that bounces has the floor
    const bool dead = subject.kind == SubjectKind::prop || subject.kind == SubjectKind::plant;
    return dead && std::max({size.x, size.y, size.z}) < tableThing;
}

} // namespace rushes::stage
