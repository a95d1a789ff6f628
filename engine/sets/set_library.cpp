// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/set_library.h"

#include "engine/base/paths.h"
#include "engine/sets/kit.h"
#include "engine/sets/kit_text.h"
#include "engine/sets/own_place.h"
#include "engine/sets/set_builder.h"
#include "engine/sets/word_book.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>

namespace rushes::sets {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t keptSets = 6;
constexpr std::string_view ownMark = "own "; ///< before the word, in the name of a film's own prop

std::string textOf(const fs::path& file) {
    auto text = readFile(file);
    if (!text) throw ReadError(text.error().text());
    return *text;
}

/// Files "<name>.json" of a folder, sorted; those that begin with `_` are tables of their own.
std::vector<fs::path> jsonFiles(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".json" && entry.path().filename().string()[0] != '_')
            out.push_back(entry.path());
    if (error) throw ReadError("the folder " + folder.string() + " cannot be read: " + error.message());
    std::sort(out.begin(), out.end());
    return out;
}

/// A parsed file that stays alive while its nodes are read.
struct File {
    nlohmann::json json;
    std::string name;

    explicit File(const fs::path& path)
        : json(parseJson(textOf(path), path.filename().string())), name(path.filename().string()) {}
    Node top() const { return Node(json, name); }
};

/// The upper surface over the middle, if it is about where the word's usual thing has its seat: a horse's back, a chair's seat.
float seatOf(const geometry::Mesh& mesh, float usual) {
    const auto& p = mesh.positions;
    float best = usual, nearest = .4f * usual;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = p[mesh.indices[i]], b = p[mesh.indices[i + 1]], c = p[mesh.indices[i + 2]];
        const float area = (b.x - a.x) * (c.z - a.z) - (b.z - a.z) * (c.x - a.x);
        if (std::abs(area) < 1e-9f) continue;
        const float v = (-a.x * (c.z - a.z) + a.z * (c.x - a.x)) / area, w = ((b.x - a.x) * -a.z + (b.z - a.z) * a.x) / area;
        const float y = a.y + v * (b.y - a.y) + w * (c.y - a.y);
        if (v < 0 || w < 0 || v + w > 1 || std::abs(y - usual) >= nearest) continue;
        nearest = std::abs(y - usual);
        best = y;
    }
    return best;
}

struct SetKey {
    std::string kit;
    std::uint32_t seed;
    BuildOptions options;

    bool operator==(const SetKey& o) const {
        return kit == o.kit && seed == o.seed && options.night == o.options.night &&
               options.weather == o.options.weather && options.sun == o.options.sun;
    }
};

} // namespace

struct SetLibrary::Private {
    MaterialTable materials;
    PropBook props{materials};
    std::map<std::string, std::unique_ptr<Kit>, std::less<>> kits;
    std::map<std::string, nlohmann::json, std::less<>> open; ///< kits with fields that the seed closes
    WordBook words;

    struct Cache {
        std::mutex mutex;
        std::deque<std::pair<SetKey, std::shared_ptr<const BuiltSet>>> sets; ///< newest last
        std::map<std::pair<std::string, Variant>, std::shared_ptr<const Prop>> props;
    };
    mutable Cache cache;

    void read(const fs::path& kitFolder, const fs::path& propFolder);
    std::shared_ptr<const Prop> makeProp(const std::string& name, const Variant& variant) const;
    Result<std::shared_ptr<const BuiltSet>> make(const Kit& kit, const SetKey& key, const BuildOptions& options) const;
};

/// With another seed than the author's, the fields that the kit leaves open are closed anew.
Result<std::shared_ptr<const BuiltSet>> SetLibrary::Private::make(const Kit& kit, const SetKey& key, const BuildOptions& options) const {
    const auto left = open.find(key.kit);
    if (key.seed == kit.seed || left == open.end()) return SetBuilder(kit, props, key.seed, options).finish();
    try {
        const nlohmann::json text = closed(left->second, key.seed);
        const auto other = readKit(key.kit, Node(text, key.kit + ".json"), Vocabulary{materials, props});
        return SetBuilder(*other, props, key.seed, options).finish();
    } catch (const ReadError& e) {
        return fail(ErrorCategory::damaged, e.what(), "Correct the file, or put back the one that came with Rushes");
    }
}

void SetLibrary::Private::read(const fs::path& kitFolder, const fs::path& propFolder) {
    materials.read(File(kitFolder / "_materials.json").top());
    if (fs::exists(propFolder / "quadrupeds.json")) props.readAnimals(File(propFolder / "quadrupeds.json").top());
    if (fs::exists(propFolder / "birds.json")) props.readBirds(File(propFolder / "birds.json").top());
    if (fs::exists(propFolder / "animal_acts.json")) props.readActs(File(propFolder / "animal_acts.json").top());
    if (fs::exists(propFolder / "thing_motions.json")) props.readMotions(File(propFolder / "thing_motions.json").top());
    for (const fs::path& path : jsonFiles(propFolder)) {
        const std::string stem = path.stem().string();
        if (stem != "quadrupeds" && stem != "nouns" && stem != "birds" && stem != "animal_acts" && stem != "thing_motions") props.readProps(File(path).top());
    }
    props.check();
    for (const char* needed : {"chimney", "fire escape", "ac unit", "car", "suv", "hatchback",
                               "van"}) // what facades and streets use by themselves
        if (!props.has(needed))
            throw ReadError("props: there is no prop `" + std::string(needed) + "`, which facades and streets need");
    const Vocabulary vocabulary{materials, props};
    std::vector<std::string> names;
    KitTexts texts;
    for (const fs::path& path : jsonFiles(kitFolder)) {
        names.push_back(path.stem().string());
        texts.add(names.back(), File(path).json);
    }
    for (const std::string& name : names) {
        nlohmann::json whole = texts.whole(name);
        const nlohmann::json own = closed(whole, {});
        kits[name] = readKit(name, Node(own, name + ".json"), vocabulary);
        if (leavesOpen(whole)) open[name] = std::move(whole);
    }
    if (names.empty()) throw ReadError("the folder " + kitFolder.string() + " holds no kits");
    if (fs::exists(kitFolder / "_places.json")) words.readPlaces(File(kitFolder / "_places.json").top(), names);
    if (fs::exists(propFolder / "nouns.json")) words.readNouns(File(propFolder / "nouns.json").top(), props);
    if (const auto lexicon = findAsset("lexicon/places.json")) words.readLexicon(File(*lexicon).top());
}

std::shared_ptr<const Prop> SetLibrary::Private::makeProp(const std::string& name, const Variant& variant) const {
    auto out = std::make_shared<Prop>();
    out->name = name;
    out->mesh = props.mesh(name, variant);
    out->materials = materials.shared();
    out->size = out->mesh->bounds.size();
    // A foot swings as a sine, so half way between its mean and its highest speed is where it slides least.
    if (const auto species = props.species().find(name); species != props.species().end()) out->stride = float(5.2 * species->second.stride * species->second.height);
    out->family = props.familyOf(name);
    for (const Soup::Joint& joint : props.soup(name, variant)->joints) {
        PropJoint turns{glm::vec3(joint.centre), glm::vec3(joint.axis), joint.turning, {}};
        for (std::uint32_t v = 0; v < out->mesh->positions.size(); ++v) {
            const std::uint32_t part = out->mesh->surfaces[out->mesh->surfaceOf[v]].part;
            if (part >= joint.first && part < joint.last) turns.vertices.push_back(v);
        }
        out->joints.push_back(std::move(turns));
    }
    if (const PropEntry* entry = props.entry(name)) {
        if (entry->seat) out->seatHeight = float(*entry->seat);
        out->pose = entry->pose;
        out->seats = entry->seats;
        out->manned = entry->manned;
        out->hold = entry->hold;
        // Unless the prop says where: a small thing is held at its middle, what stands up at two fifths of its height.
        const glm::vec3 middle = out->mesh->bounds.centre();
        out->grip = entry->grip
                        ? glm::vec3(*entry->grip)
                        : glm::vec3(middle.x, out->mesh->bounds.low.y + out->size.y * (out->size.y > .5f ? .4f : .5f),
                                    middle.z);
    }
    return out;
}

SetLibrary::SetLibrary(std::unique_ptr<Private> p) : m_p(std::move(p)) {}
SetLibrary::~SetLibrary() = default;

Result<std::shared_ptr<const SetLibrary>> SetLibrary::load() {
    const auto kits = findAsset("kits"), props = findAsset("props");
    if (!kits) return failBecause(kits.error(), "The sets cannot be read");
    if (!props) return failBecause(props.error(), "The props cannot be read");
    return load(kits->string(), props->string());
}

Result<std::shared_ptr<const SetLibrary>> SetLibrary::load(const std::string& kitFolder,
                                                           const std::string& propFolder) {
    auto p = std::make_unique<Private>();
    try {
        p->read(kitFolder, propFolder);
    } catch (const ReadError& e) {
        return fail(ErrorCategory::damaged, e.what(), "Correct the file, or put back the one that came with Rushes");
    } catch (const nlohmann::json::exception& e) {
        return fail(ErrorCategory::damaged, std::string("The sets cannot be read: ") + e.what(),
                    "Put back the files that came with Rushes");
    } catch (const fs::filesystem_error& e) {
        return fail(ErrorCategory::damaged, std::string("The sets cannot be read: ") + e.what());
    }
    return std::make_shared<const SetLibrary>(std::move(p));
}

std::vector<std::string> SetLibrary::kitNames() const {
    std::vector<std::string> out;
    for (const auto& [name, kit] : m_p->kits)
        out.push_back(name);
    return out;
}

bool SetLibrary::hasKit(std::string_view name) const { return m_p->kits.find(name) != m_p->kits.end(); }

std::optional<Match> SetLibrary::kitFor(std::string_view words) const { return m_p->words.place(words); }

bool SetLibrary::interior(std::string_view kit) const {
    const auto it = m_p->kits.find(kit);
    return it != m_p->kits.end() && it->second->interior;
}

std::vector<std::string> SetLibrary::propNames() const { return m_p->props.names(); }

bool SetLibrary::hasProp(std::string_view name) const { return name.starts_with(ownMark) ? m_own.contains(name.substr(ownMark.size())) : m_p->props.has(name); }

std::optional<Match> SetLibrary::propFor(std::string_view noun) const {
    if (!m_own.empty()) {
        const std::string words = plainWords(noun);
        for (const std::string& word : {words, singular(words)})
            if (m_own.contains(word)) return Match{std::string(ownMark) + word};
    }
    return m_p->words.noun(noun);
}

Result<std::shared_ptr<const Prop>> SetLibrary::prop(std::string_view name, const PropOptions& o) const {
    if (!hasProp(name))
        return fail(ErrorCategory::notFound, "There is no prop `" + std::string(name) + "`",
                    "Name one of assets/props");
    if (name.starts_with(ownMark)) return m_own.find(name.substr(ownMark.size()))->second;
    Variant variant;
    variant.seed = std::max(0, o.seed);
    variant.detail = o.detail;
    variant.walk = o.pose == "walk" && m_p->props.species().contains(std::string(name));
    if (!variant.walk && o.pose != "stand" && !o.pose.empty()) {
        variant.act = o.pose;
        variant.phase = int(std::lround(std::clamp(o.phase, 0.0f, 1.0f) * 32));
    }
    if (variant.walk) variant.phase = int(std::lround((o.phase - std::floor(o.phase)) * 16)) % 16;
    const std::pair<std::string, Variant> key{std::string(name), variant};
    {
        const std::lock_guard lock(m_p->cache.mutex);
        const auto it = m_p->cache.props.find(key);
        if (it != m_p->cache.props.end()) return it->second;
    }
    auto made = m_p->makeProp(key.first, variant);
    const std::lock_guard lock(m_p->cache.mutex);
    return m_p->cache.props.try_emplace(key, std::move(made)).first->second;
}

std::string SetLibrary::animalAct(std::string_view prop, std::string_view verb, const std::vector<std::string>& with) const {
    const std::string family = m_p->props.familyOf(prop);
    return family.empty() ? std::string() : m_p->props.acts().forVerb(verb, with, family);
}

const AnimalAct* SetLibrary::act(std::string_view prop, std::string_view name) const {
    const std::string family = m_p->props.familyOf(prop);
    return family.empty() ? nullptr : m_p->props.acts().find(name, family);
}

const ThingMotion* SetLibrary::motionFor(std::string_view verb, const std::vector<std::string>& with, const std::vector<std::string>& of) const {
    return m_p->props.motions().forVerb(verb, with, of);
}

double SetLibrary::heightOf(std::string_view prop) const { return m_p->props.heightOf(prop); }

Result<std::shared_ptr<const BuiltSet>> SetLibrary::build(std::string_view kit, std::uint32_t seed,
                                                          const BuildOptions& options) const {
    const auto it = m_p->kits.find(kit);
    if (it == m_p->kits.end())
        return fail(ErrorCategory::notFound, "There is no set `" + std::string(kit) + "`", "Name one of assets/kits");
    const std::uint32_t variant = seed == 0 ? it->second->seed : seed;
    if (auto set = kept(it->first, variant, options)) return set;
    auto built = m_p->make(*it->second, SetKey{it->first, variant, options}, options);
    if (built) keep(it->first, variant, options, *built);
    return built;
}

std::shared_ptr<const BuiltSet> SetLibrary::kept(const std::string& kit, std::uint32_t seed, const BuildOptions& options) const {
    const SetKey key{kit, seed, options};
    const std::lock_guard lock(m_p->cache.mutex);
    for (const auto& [k, set] : m_p->cache.sets)
        if (k == key) return set;
    return nullptr;
}

void SetLibrary::keep(const std::string& kit, std::uint32_t seed, const BuildOptions& options, std::shared_ptr<const BuiltSet> set) const {
    const std::lock_guard lock(m_p->cache.mutex);
    m_p->cache.sets.emplace_back(SetKey{kit, seed, options}, std::move(set));
    if (m_p->cache.sets.size() > keptSets) m_p->cache.sets.pop_front();
}

std::shared_ptr<const SetLibrary> SetLibrary::with(const std::vector<OwnProp>& props) const {
    auto out = std::make_shared<SetLibrary>(*this);
    for (const OwnProp& own : props) {
        const std::string word = singular(plainWords(own.word));
        auto prop = std::make_shared<Prop>();
        prop->name = std::string(ownMark) + word;
        prop->mesh = own.mesh;
        prop->materials = own.materials;
        prop->coarser = own.coarser;
        prop->size = own.mesh->bounds.size();
        prop->grip = own.mesh->bounds.centre();
        if (const auto match = m_p->words.noun(word); match && match->exact) {
            const auto usual = m_p->makeProp(match->name, {});
            const glm::vec3 share = prop->size / glm::max(usual->size, glm::vec3(.01f));
            if (usual->seatHeight) prop->seatHeight = seatOf(*own.mesh, *usual->seatHeight * share.y);
            prop->pose = usual->pose;
            prop->hold = usual->hold;
            prop->grip = usual->grip * share;
        }
        out->m_own[word] = std::move(prop);
    }
    return out;
}

std::shared_ptr<const BuiltSet> SetLibrary::build(const OwnPlace& place, std::string_view airKit, const BuildOptions& options) const {
    const std::string key = "own " + place.key + " " + place.name + " in " + std::string(airKit);
    if (auto set = kept(key, 1, options)) return set;
    const auto air = m_p->kits.find(airKit);
    const auto kit = ownKit(place, air == m_p->kits.end() ? nullptr : air->second.get(), m_p->materials);
    auto set = SetBuilder(*kit, m_p->props, kit->seed, options).finish();
    keep(key, 1, options, set);
    return set;
}

} // namespace rushes::sets
