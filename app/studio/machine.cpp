// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/machine.h"

#ifdef RUSHES_STAGE
#include "engine/gpu/device.h"
#endif

#include <QCoreApplication>
#include <QThread>

namespace rushes::studio {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("machine", text); }

} // namespace

QString machineWords() {
    const int cores = QThread::idealThreadCount();
    const QString count = cores == 1 ? tr("1 core") : tr("%1 cores").arg(cores);
#ifdef RUSHES_STAGE
    const auto device = gpu::Device::create(gpu::DeviceOptions{});
    if (!device) return tr("This machine: %1, no Vulkan driver. Stage cannot draw here; install mesa-vulkan-drivers.").arg(count);
    const QString name = QString::fromStdString((*device)->info().name).section(QLatin1Char('('), 0, 0).trimmed();
    const bool software = (*device)->info().kind == gpu::DeviceKind::cpu;
    return software ? tr("This machine: %1, software Vulkan. Stage draws on the processor here.").arg(count) : tr("This machine: %1, %2.").arg(count, name);
#else
    return tr("This machine: %1. Built without Vulkan: shots cannot be drawn here.").arg(count);
#endif
}

bool hasVulkan() {
#ifdef RUSHES_STAGE
    return gpu::Device::create(gpu::DeviceOptions{}).has_value();
#else
    return false;
#endif
}

} // namespace rushes::studio
