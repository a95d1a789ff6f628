// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/fronts.h"
#include "engine/sets/set_builder.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

void outsideWindow(Soup& soup, const WindowSpec& w, const MaterialTable& m) {
    const double x = w.x, y = w.y, hw = w.width / 2, h = w.height, border = .09;
    const bool frames = w.detail != FrontDetail::far;
    if (w.kind != WindowKind::plain && frames)
        frontQuad(soup, x - hw - border, y - border, x + hw + border, y + h + border, .03, m["white"]);
    frontQuad(soup, x - hw, y, x + hw, y + h, .06, w.lit ? m["lamp"] : m["glass"]);
    if (!frames) return;
    if (w.kind == WindowKind::sash || w.kind == WindowKind::plain)
        frontQuad(soup, x - hw, y + h * .5 - .03, x + hw, y + h * .5 + .03, .08, m["white"]);
    if (w.kind == WindowKind::french || w.kind == WindowKind::sash)
        frontQuad(soup, x - .03, y, x + .03, y + h, .085, m["white"]);
    if (w.kind == WindowKind::strip)
        for (double t = x - hw + 1.2; t < x + hw - .3; t += 1.2)
            frontQuad(soup, t - .03, y, t + .03, y + h, .08, m["dark"]);
    if (w.kind != WindowKind::strip) soup.add(box({w.width + .3, .08, .2}, {x, y - .12, .1}), m["stone"]);
    if (w.kind == WindowKind::sash && w.detail == FrontDetail::near)
        soup.add(box({w.width + .26, .14, .1}, {x, y + h + .08, .05}), m["stone"]);
}

namespace {

using V = glm::dvec3;

/// What the house fronts of a row are drawn from at random.
struct FrontStyle {
    double storey = 3.1, ground = 3.7, depth = 9, shop = .6, balcony = .15, awning = .45, escape = 0,
           airConditioner = 0, lit = 0;
    bool timber = false;
    std::vector<std::uint32_t> walls;
    std::vector<WindowKind> windows{WindowKind::sash, WindowKind::french, WindowKind::plain};
    std::vector<std::string> roofs{"cornice", "cornice", "mansard", "gable"};
};

/// One house front, x from 0 to `width`, facing +Z at z = 0, its body to -Z.
class Front {
public:
    Front(const FrontStyle& style, const PropBook& props, Random& random, double width, int storeys, FrontDetail detail)
        : m_style(style), m_props(props), m(props.materials()), m_random(random), m_width(width), m_storeys(storeys),
          m_detail(detail) {}

    Soup build() {
        const FrontStyle& o = m_style;
        m_wall = o.walls[m_random.below(std::uint32_t(o.walls.size()))];
        m_shop = m_random.unit() < o.shop;
        m_top = o.ground + (m_storeys - 1) * o.storey + .5;
        m_soup.add(box({m_width, m_top, o.depth}, {m_width / 2, 0, -o.depth / 2}), m_wall);
        m_window = o.windows[m_random.below(std::uint32_t(o.windows.size()))];
        m_bays = std::max(1, int(std::nearbyint(m_width / m_random.between(2.3, 3.2))));
        m_bay = m_width / m_bays;
        m_windowWidth = std::min(m_bay * .5, m_random.between(.95, 1.35));
        m_windowHeight = o.storey * m_random.between(.48, .6);
        upperWindows();
        m_door = !m_shop ? m_random.between(.9, std::max(1., m_width - .9)) : m_random.unit() < .5 ? m_width - .8 : .8;
        m_shop ? shopFront() : groundWindows();
        door();
        m_soup.add(box({m_width + .06, .14, .2}, {m_width / 2, o.ground - .06, .06}), m["stone"]);
        roof(o.roofs[m_random.below(std::uint32_t(o.roofs.size()))]);
        if (o.timber && drawn()) timber();
        hangings();
        return std::move(m_soup);
    }

    /// The middle of the shop window, when light falls out of it.
    std::optional<double> litShop() const { return m_litShop; }

private:
    bool drawn() const { return m_detail != FrontDetail::far; }
    void block(const V& size, const V& at, const char* material) { m_soup.add(box(size, at), m[material]); }
    void quad(double x0, double y0, double x1, double y1, double z, const char* material) {
        frontQuad(m_soup, x0, y0, x1, y1, z, m[material]);
    }
    WindowKind smallWindow() const { return m_window == WindowKind::strip ? WindowKind::plain : m_window; }
    const char* pick(std::initializer_list<const char*> names) {
        return names.begin()[m_random.below(std::uint32_t(names.size()))];
    }
    double floorAt(int storey) const { return m_style.ground + (storey - 1) * m_style.storey; }

    void upperWindows() {
        if (m_window == WindowKind::strip) {
            for (int k = 1; k < m_storeys; ++k)
                outsideWindow(m_soup, {m_width / 2, floorAt(k) + .9, m_width - .8, 1.7, m_window, m_detail, false}, m);
            return;
        }
        for (int k = 1; k < m_storeys; ++k) {
            const bool balcony = m_random.unit() < m_style.balcony && drawn();
            for (int i = 0; i < m_bays; ++i) {
                const bool lit = m_random.unit() < m_style.lit;
                const double x = m_bay * (i + .5);
                outsideWindow(m_soup,
                              {x, floorAt(k) + (balcony ? .1 : .75), m_windowWidth,
                               m_windowHeight + (balcony ? .65 : 0), m_window, m_detail, lit},
                              m);
                if (balcony) addBalcony(x, floorAt(k));
            }
        }
    }

    void addBalcony(double x, double y) {
        block({m_windowWidth + .7, .1, .8}, {x, y - .05, .4}, "stone");
        block({m_windowWidth + .7, .05, .05}, {x, y + .95, .78}, "dark");
        for (const double t :
             spread(x - m_windowWidth / 2 - .3, x + m_windowWidth / 2 + .3, m_detail == FrontDetail::near ? 8 : 4))
            m_soup.addTo(0, box({.025, .95, .025}, {t, y, .78}), m["dark"]);
    }

    void shopFront() {
        const double gh = m_style.ground;
        block({m_width - .2, .65, .16}, {m_width / 2, gh - .75, .08}, pick({"paint1", "paint2", "paint3", "wood"}));
        const double a = m_door > m_width / 2 ? .3 : m_door + .75,
                     b = m_door > m_width / 2 ? m_door - .75 : m_width - .3;
        const bool lit = m_style.lit > 0 && int(m_width * 100) % 2 == 0;
        if (lit) m_litShop = (a + b) / 2;
        quad(a, .5, b, gh - .95, .06, lit ? "lamp" : "glass");
        quad(a, .12, b, .5, .07, "wall2");
        if (!drawn()) return;
        const auto bars = spread(a, b, std::max(2, int((b - a) / 1.6) + 1));
        for (std::size_t i = 1; i + 1 < bars.size(); ++i)
            quad(bars[i] - .03, .5, bars[i] + .03, gh - .95, .08, "dark");
        quad(a + .3, gh - .66, b - .2, gh - .28, .18, "white");
        if (m_random.unit() < m_style.awning) {
            const std::vector<V> p{{a - .1, gh - .72, .1},    {b + .1, gh - .72, .1},    {b + .1, gh - 1.15, 1.35},
                                   {a - .1, gh - 1.15, 1.35}, {b + .1, gh - 1.38, 1.35}, {a - .1, gh - 1.38, 1.35}};
            m_soup.add(flatFaces(p, {{3, 2, 1, 0}, {5, 4, 2, 3}}), m[pick({"stripe", "paint1", "paint2"})]);
        }
    }

    void groundWindows() {
        for (int i = 0; i < m_bays; ++i) {
            const double x = m_bay * (i + .5);
            if (std::abs(x - m_door) > m_windowWidth + .2)
                outsideWindow(m_soup, {x, 1.1, m_windowWidth, m_style.ground - 2.1, smallWindow(), m_detail, false}, m);
        }
    }

    void door() {
        quad(m_door - .62, 0, m_door + .62, 2.55, .04, "stone");
        quad(m_door - .48, 0, m_door + .48, 2.35, .07, pick({"darkwood", "paint3", "paint2", "dark"}));
        if (drawn()) block({1.3, .16, .5}, {m_door, 0, .25}, "stone");
    }

    void roof(const std::string& kind) {
        if (kind == "cornice") {
            block({m_width + .2, .35, .55}, {m_width / 2, m_top - .1, .12}, "stone");
            m_soup.add(box({m_width, .5, .25}, {m_width / 2, m_top + .25, -.1}), m_wall);
        } else if (kind == "mansard") {
            m_soup.add(box({m_width, 2.4, m_style.depth}, {m_width / 2, m_top, -m_style.depth / 2}, {.97, .75}),
                       m["shingle"]);
            block({m_width + .2, .25, .5}, {m_width / 2, m_top - .12, .1}, "stone");
            for (int i = 0; i < m_bays; ++i) {
                const double x = m_bay * (i + .5);
                m_soup.add(box({1.1, 1.5, 1.0}, {x, m_top + .3, -.65}), m_wall);
                quad(x - .35, m_top + .5, x + .35, m_top + 1.5, -.12, "glass");
            }
        } else if (kind == "gable") {
            gable();
        } else if (kind == "eaves") {
            eaves();
        }
    }

    void gable() {
        const double rise = std::min(m_width * .5, 3.6), w = m_width, h = m_top, d = m_style.depth;
        m_soup.add(extrude({{-.25, h}, {w + .25, h}, {w / 2, h + rise}}, d).moved({0, 0, -d / 2}), m_wall);
        const Polygon slopes[2] = {{{-.35, h - .1}, {-.35, h + .12}, {w / 2, h + rise + .22}, {w / 2, h + rise}},
                                   {{w + .35, h - .1}, {w / 2, h + rise}, {w / 2, h + rise + .22}, {w + .35, h + .12}}};
        for (const auto& slope : slopes)
            m_soup.add(extrude(slope, d + .7).moved({0, 0, -d / 2 + .1}), m["shingle"]);
        outsideWindow(m_soup, {w / 2, h + .6, .8, 1.0, smallWindow(), m_detail, false}, m);
    }

    void eaves() {
        const double rise = 3, w = m_width, h = m_top, d = m_style.depth;
        const std::vector<V> p{{-.3, h - .15, .6},      {w + .3, h - .15, .6},      {w + .3, h + rise, -d / 2},
                               {-.3, h + rise, -d / 2}, {w + .3, h - .15, -d - .6}, {-.3, h - .15, -d - .6}};
        m_soup.add(flatFaces(p, {{0, 1, 2, 3}, {3, 2, 4, 5}, {0, 3, 5}, {1, 4, 2}}), m["shingle"]);
        block({w + .6, .18, .1}, {w / 2, h - .3, .6}, "wood");
        if (m_random.unit() < .7) {
            const double x = m_random.between(1, w - 1);
            m_soup.merge(*m_props.soup("chimney"), glm::dmat3(1.0), {x, h + rise - 1.0, -d / 2 + .5});
        }
    }

    void timber() {
        for (int k = 1; k < m_storeys; ++k) {
            const double y = floorAt(k);
            const auto beam = [&](const Patch& patch) { m_soup.addTo(0, patch, m["darkwood"]); };
            beam(box({m_width, .2, .1}, {m_width / 2, y - .05, .04}));
            for (int i = 0; i <= m_bays; ++i)
                beam(box({.18, m_style.storey, .08}, {std::min(std::max(m_bay * i, .1), m_width - .1), y, .03}));
            for (const int i : {0, m_bays - 1}) { // one diagonal in each outer bay
                const double side = i == 0 ? 1 : -1;
                beam(box({.14, m_style.storey * 1.02, .07})
                         .turned(turnZ(20 * side))
                         .moved({m_bay * (i + .5) - side * .34 * m_bay * .9, y + .05, .03}));
            }
        }
    }

    void hangings() {
        if (m_style.escape > m_random.unit() && m_storeys > 3 && drawn())
            m_soup.merge(*m_props.soup("fire escape"), glm::dmat3(1.0), {m_width / 2, m_style.ground - 3.0 + .4, 0});
        if (!drawn() || m_random.unit() >= m_style.airConditioner) return;
        for (int k = 1; k < m_storeys; ++k)
            if (m_random.unit() < .5)
                m_soup.merge(*m_props.soup("ac unit"), glm::dmat3(1.0),
                             {m_bay * .5 + m_windowWidth, floorAt(k) + .4, .25});
    }

    const FrontStyle& m_style;
    const PropBook& m_props;
    const MaterialTable& m;
    Random& m_random;
    double m_width;
    int m_storeys;
    FrontDetail m_detail;
    Soup m_soup;
    std::uint32_t m_wall = 0;
    bool m_shop = false;
    std::optional<double> m_litShop;
    WindowKind m_window = WindowKind::sash;
    int m_bays = 1;
    double m_top = 0, m_bay = 1, m_windowWidth = 1, m_windowHeight = 1, m_door = 1;
};

/// A row of house fronts along a line; they face the heart of the set.
struct Facades : Element {
    glm::dvec2 from{0}, to{0}, heart{0}, lots{6, 11};
    glm::ivec2 storeys{2, 5};
    std::optional<glm::dvec2> gap, setback;
    std::optional<double> y;
    double near = 22, far = 60;
    FrontStyle style;

    void build(SetBuilder& set, Random& random) const override {
        FrontStyle drawn = style;
        if (set.night()) drawn.lit = .3;
        const double length = glm::length(to - from);
        const glm::dvec2 d = (to - from) / length;
        glm::dvec2 normal(-d.y, d.x);
        if (glm::dot(heart - (from + to) / 2.0, normal) < 0) normal = -normal;
        const double yaw = std::atan2(normal.x, normal.y) * 180 / 3.14159265358979323846;
        const glm::dmat3 r = turnY(yaw);
        const V across = r * V(1, 0, 0);
        const bool backwards = across.x * d.x + across.z * d.y < 0;
        for (double t = 0; t < length - 2;) {
            double w = std::min(random.between(lots.x, lots.y), length - t);
            if (length - t - w < 3) w = length - t;
            const glm::dvec2 corner = from + d * (t + (backwards ? w : 0)), middle = from + d * (t + w / 2);
            const double distance = glm::length(middle - heart);
            const FrontDetail detail = distance < near  ? FrontDetail::near
                                       : distance < far ? FrontDetail::middle
                                                        : FrontDetail::far;
            const int count = storeys.x + int(random.below(std::uint32_t(storeys.y - storeys.x + 1)));
            Front front(drawn, set.props, random, w, count, detail);
            const Soup soup = front.build();
            const double back = setback ? random.between(setback->x, setback->y) : 0;
            Placing placing;
            placing.turn = r;
            placing.at = {corner.x - normal.x * back, y ? *y : set.height(middle.x, middle.y),
                          corner.y - normal.y * back};
            placing.name = "facade";
            set.addSoup(soup, placing);
            if (front.litShop() && detail == FrontDetail::near) {
                Lamp glow;
                glow.position = glm::vec3(placing.at + r * V(*front.litShop(), 1.5, 1.1));
                glow.radius = 4.5f;
                set.addLight(glow);
            }
            t += w + (gap ? random.between(gap->x, gap->y) : 0);
        }
    }
};

WindowKind windowKind(const Node& name) {
    static const std::map<std::string, WindowKind> kinds{{"sash", WindowKind::sash},
                                                         {"french", WindowKind::french},
                                                         {"plain", WindowKind::plain},
                                                         {"strip", WindowKind::strip}};
    const auto it = kinds.find(name.text());
    if (it == kinds.end())
        name.wrong("there is no window `" + name.text() + "`; there are sash, french, plain and strip");
    return it->second;
}

void readStyle(const Node& n, const Vocabulary& words, FrontStyle& s) {
    s.storey = n.number("storey", s.storey);
    s.ground = n.number("ground", s.ground);
    s.depth = n.number("depth", s.depth);
    s.shop = n.number("shop", s.shop);
    s.balcony = n.number("balcony", s.balcony);
    s.awning = n.number("awning", s.awning);
    s.escape = n.number("escape", 0);
    s.airConditioner = n.number("ac", 0);
    s.lit = n.number("lit", 0);
    s.timber = n.flag("timber", false);
    if (const auto mats = n.find("mats"))
        for (const Node& m : mats->items())
            s.walls.push_back(words.materials.index(m));
    else
        for (const char* name : {"wall0", "wall1", "brick", "wall2"})
            s.walls.push_back(words.materials[name]);
    if (const auto windows = n.find("windows")) {
        s.windows.clear();
        for (const Node& w : windows->items())
            s.windows.push_back(windowKind(w));
    }
    if (const auto roofs = n.find("roofs")) {
        s.roofs.clear();
        for (const Node& roof : roofs->items()) {
            s.roofs.push_back(roof.text());
            if (s.roofs.back() != "cornice" && s.roofs.back() != "mansard" && s.roofs.back() != "gable" &&
                s.roofs.back() != "eaves" && s.roofs.back() != "flat")
                roof.wrong("there is no roof `" + s.roofs.back() +
                           "`; there are cornice, mansard, gable, eaves and flat");
        }
    }
    if (s.walls.empty() || s.windows.empty() || s.roofs.empty())
        n.wrong("`mats`, `windows` and `roofs` must not be empty");
}

} // namespace

std::unique_ptr<Element> readFacades(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Facades>();
    e->from = n.at("from").vec2();
    e->to = n.at("to").vec2();
    if (glm::length(e->to - e->from) < .1) n.wrong("`from` and `to` are the same place");
    e->heart = n.vec2("heart", e->heart);
    e->lots = n.vec2("lots", e->lots);
    if (e->lots.x < 2 || e->lots.y < e->lots.x) n.at("lots").wrong("must be [narrowest, widest], 2 m or more");
    e->storeys = glm::ivec2(n.vec2("storeys", glm::dvec2(e->storeys)));
    if (e->storeys.x < 1 || e->storeys.y < e->storeys.x || e->storeys.y > 80)
        n.at("storeys").wrong("must be [fewest, most], 1 to 80");
    if (n.has("gap")) e->gap = n.at("gap").vec2();
    if (n.has("setback")) e->setback = n.at("setback").vec2();
    if (n.has("y")) e->y = n.at("y").number();
    e->near = n.number("near", e->near);
    e->far = n.number("far", e->far);
    n.ignore({"left"}); // a row faces the heart, whichever side of its line that is
    readStyle(n, words, e->style);
    return e;
}

} // namespace rushes::sets
