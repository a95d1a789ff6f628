// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/main_window.h"
#include "engine/base/log.h"
#include "ui/bridge/stall_meter.h"
#include "ui/theme/rushes_style.h"

#ifdef RUSHES_STAGE
#include "engine/look/look_generator.h"
#include "engine/stage/stage_generator.h"
#endif

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace {

using namespace rushes;

generate::GeneratorRegistry generators() {
    generate::GeneratorRegistry registry;
#ifdef RUSHES_STAGE
    stage::registerGenerator(registry);
    look::registerGenerator(registry);
#endif
    return registry;
}

/// Milliseconds since the kernel made this process: what the user waits, the dynamic loader included. Resolution of a clock tick, 10 ms.
double msSinceProcessStart() {
    std::ifstream stat("/proc/self/stat"), uptime("/proc/uptime");
    std::string text((std::istreambuf_iterator<char>(stat)), {});
    double up = 0;
    uptime >> up;
    const auto end = text.rfind(')');
    if (end == std::string::npos) return 0;
    std::istringstream fields(text.substr(end + 2));
    std::string field;
    for (int i = 3; i <= 22 && fields >> field; ++i) {}
    return (up - std::strtod(field.c_str(), nullptr) / double(sysconf(_SC_CLK_TCK))) * 1000.0;
}

/// Prints how long it took until the window was painted for the first time and the event loop is free again, and quits.
class FirstPaint : public QObject {
public:
    FirstPaint(QElapsedTimer since, QWidget* window) : QObject(window), m_since(since) { window->installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Paint || m_seen) return false;
        m_seen = true;
        QTimer::singleShot(0, this, [this] {
            std::printf("{\"schema\": 1, \"startMs\": %.1f, \"sinceProcessMs\": %.0f}\n", double(m_since.nsecsElapsed()) / 1e6, msSinceProcessStart());
            std::fflush(stdout);
            QCoreApplication::quit();
        });
        return false;
    }

private:
    QElapsedTimer m_since;
    bool m_seen = false;
};

/// Without a screen Qt would abort; say it in words instead.
bool hasDisplay(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (std::strncmp(argv[i], "-platform", 9) == 0 || std::strcmp(argv[i], "--help") == 0 || std::strcmp(argv[i], "--version") == 0) return true;
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr || std::getenv("QT_QPA_PLATFORM") != nullptr;
}

void openLog() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    log::open((folder + QStringLiteral("/studio.log")).toStdString(), false);
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer since;
    since.start();
    if (!hasDisplay(argc, argv)) {
        std::fputs("rushes-studio: there is no display. Start it on a desktop, or work on the film with `rushes --help`.\n", stderr);
        return 1;
    }
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY") && !std::getenv("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Rushes"));
    QApplication::setApplicationName(QStringLiteral("rushes-studio"));
    QApplication::setApplicationVersion(QStringLiteral(RUSHES_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QObject::tr("The Rushes studio: direct a film's shots."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption measureStart(QStringLiteral("measure-start"), QObject::tr("Print the time to the first painted window as JSON and quit."));
    const QCommandLineOption measure(QStringLiteral("measure"), QObject::tr("Print the longest gap of the event loop as JSON when quitting."));
    const QCommandLineOption silent(QStringLiteral("no-sound"), QObject::tr("Do not touch a sound device."));
    parser.addOptions({measureStart, measure, silent});
    parser.addPositionalArgument(QStringLiteral("film"), QObject::tr("A film (Film.rushes) or a script to start from."), QStringLiteral("[film]"));
    parser.process(app);
    if (parser.positionalArguments().size() > 1) {
        std::fputs("rushes-studio: one film at a time. See --help.\n", stderr);
        return 2;
    }

    openLog();
    ui::applyTheme(app);
    studio::MainWindow window({generators(), !parser.isSet(silent)});
    if (parser.isSet(measureStart)) new FirstPaint(since, &window);
    std::unique_ptr<ui::StallMeter> meter;
    window.show();
    if (parser.isSet(measure)) {
        meter = std::make_unique<ui::StallMeter>();
        meter->countWhile([&window] { return window.isVisible(); });
    }
    if (!parser.positionalArguments().isEmpty()) window.openPath(QFileInfo(parser.positionalArguments().front()).absoluteFilePath());
    const int code = QApplication::exec();
    if (meter) std::printf("{\"schema\": 1, \"longestGapMs\": %.1f, \"busiestMs\": %.1f, \"gapsOver50Ms\": %d, \"lastOver50AtMs\": %.0f}\n", meter->longestMs(), meter->busiestMs(), meter->over50(), meter->lastOver50At());
    return code;
}
