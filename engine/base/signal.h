// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace rushes {

/// Keeps a listener connected for as long as it lives. Move-only.
class Connection {
public:
    Connection() = default;
    explicit Connection(std::shared_ptr<void> token) : m_token(std::move(token)) {}
    Connection(Connection&&) = default;
    Connection& operator=(Connection&&) = default;

    void disconnect() { m_token.reset(); }

private:
    std::shared_ptr<void> m_token;
};

/// Tells listeners that something happened. One thread only: connect, emit and disconnect on the thread that owns it.
/// A listener may connect or disconnect while it is being called.
template <class... Args> class Signal {
public:
    using Listener = std::function<void(Args...)>;

    [[nodiscard]] Connection connect(Listener listener) {
        auto token = std::make_shared<Listener>(std::move(listener));
        m_listeners.push_back(token);
        return Connection(std::move(token));
    }

    void emit(Args... args) {
        const auto listeners = m_listeners;
        for (const auto& weak : listeners)
            if (auto listener = weak.lock()) (*listener)(args...);
        std::erase_if(m_listeners, [](const auto& weak) { return weak.expired(); });
    }

private:
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

} // namespace rushes
