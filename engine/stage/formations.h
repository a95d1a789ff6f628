// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/worker.h"

#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// Where those stand whose places the words give: in a row, in a circle, around somebody or something, beside, behind or in front of somebody, back
/// to back. Those who go somewhere are left to the walks. Lives as long as one blocking.
class Formations {
public:
    explicit Formations(BlockingWork& work) : m_work(work) {}

    void arrange();

private:
    /// What others are placed by: a person or a thing that stands.
    struct Anchor {
        glm::vec3 middle{0};
        float radius = 0.25f; ///< metres
        float yaw = 0;        ///< degrees: where it faces
    };

    void form(const reading::Arrangement& arrangement);
    void standOver(const std::vector<Worker*>& who, const Worker& lying);
    std::optional<Anchor> tableOver(const reading::Subject& table);
    void goUnder(const std::vector<Worker*>& who, const reading::Subject& thing);
    void standBetween(const std::vector<Worker*>& who, const reading::Relation& relation);
    void leaveVehicles();
    void lieTogether();
    void joinRing();
    void lookOn();
    void attend();
    void audience(const std::vector<Worker*>& who, const Worker& speaker);
    void relate(const reading::Relation& relation);
    void ring(const std::vector<Worker*>& who, const Anchor& about, bool closed);
    std::optional<Anchor> anchorOf(const std::string& subject, std::size_t company);
    std::optional<Anchor> thingOf(const reading::Subject& subject, std::size_t company);
    bool goes(const Worker& worker) const;
    bool isDoing(const Worker& worker, std::string_view motion) const;
    void put(Worker& worker, const glm::vec3& at, float yaw);
    std::vector<Worker*> free(const std::vector<Worker*>& who) const;
    glm::vec3 openFloor(const glm::vec3& near, float radius) const;

    BlockingWork& m_work;
    std::optional<Anchor> m_ring; ///< the last that was formed
};

} // namespace rushes::stage
