// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/arguments.h"
#include "app/rushes/command.h"
#include "app/rushes/generators.h"
#include "engine/edit/take_commands.h"
#include "engine/shoot/make_shot_request.h"
#include "engine/shoot/shot_queue.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace rushes::app {
namespace {

using namespace std::chrono_literals;

struct GenerateOptions {
    std::string film, generator, size;
    std::vector<std::string> shots;
    std::optional<std::uint64_t> seed;
    bool again = false, dryRun = false;
};

Result<std::vector<project::ShotId>> shotsToShoot(const project::Project& film, const GenerateOptions& options) {
    std::vector<project::ShotId> shots;
    for (const auto& name : options.shots) {
        const auto shot = project::findShot(film, name);
        if (!shot) return fail(shot.error());
        shots.push_back((*shot)->id);
    }
    if (options.shots.empty())
        for (const auto* shot : film.shots.of(project::mainSequence(film)->id))
            if (options.again || film.takes.countOf(shot->id) == 0) shots.push_back(shot->id);
    return shots;
}

Result<void> override(generate::ShotRequest& request, const GenerateOptions& options) {
    if (!options.generator.empty()) request.generator = options.generator;
    if (options.seed) request.seed = *options.seed;
    if (options.size.empty()) return {};
    const auto size = parsePictureSize(options.size);
    if (!size) return fail(size.error());
    request.width = size->width;
    request.height = size->height;
    return {};
}

/// The requests of all shots, checked with their generators before anything starts.
struct Planned {
    std::vector<std::pair<project::ShotId, generate::ShotRequest>> requests;
    std::vector<generate::Plan> plans;
    double seconds = 0;
};

Result<Planned> planAll(const project::Project& film, const GenerateOptions& options, const generate::GeneratorRegistry& registry) {
    const auto shots = shotsToShoot(film, options);
    if (!shots) return fail(shots.error());
    Planned planned;
    std::map<std::string, std::unique_ptr<generate::Generator>> generators;
    for (const auto id : *shots) {
        auto request = shoot::makeShotRequest(film, id);
        if (!request) return fail(request.error());
        if (auto done = override(*request, options); !done) return fail(done.error());
        auto& generator = generators[request->generator];
        if (!generator) {
            auto made = registry.create(request->generator);
            if (!made) return failBecause(made.error(), "Shot " + request->shotNumber + " cannot be shot");
            generator = std::move(*made);
        }
        auto plan = generator->plan(*request);
        if (!plan) return failBecause(plan.error(), "Shot " + request->shotNumber + " cannot be shot");
        planned.seconds += plan->seconds;
        planned.plans.push_back(std::move(*plan));
        planned.requests.emplace_back(id, std::move(*request));
    }
    return planned;
}

int printPlan(Console& console, const Planned& planned) {
    nlohmann::ordered_json json{{"shots", nlohmann::ordered_json::array()}, {"seconds", planned.seconds}};
    for (std::size_t i = 0; i < planned.requests.size(); ++i) {
        const auto& request = planned.requests[i].second;
        const auto& plan = planned.plans[i];
        json["shots"].push_back({{"shot", request.shotNumber}, {"generator", request.generator}, {"frames", request.duration.value},
                                 {"seconds", plan.seconds}, {"memoryBytes", plan.memoryBytes}, {"warnings", plan.warnings}});
        if (!console.json)
            console.print(fmt::format("{:<6} {:<8} {:>5} frames  {}x{}  about {}\n", request.shotNumber, request.generator, request.duration.value, request.width,
                                      request.height, minutes(plan.seconds)));
    }
    if (console.json) console.print(json.dump(1) + "\n");
    else console.print(fmt::format("{} shots, about {}\n", planned.requests.size(), minutes(planned.seconds)));
    return console.done();
}

const shoot::Job* waitingJobOf(const shoot::ShotQueue& queue, project::ShotId shot) {
    const auto job = std::find_if(queue.jobs().begin(), queue.jobs().end(),
                                  [&](const shoot::Job& each) { return each.shot == shot && each.state == shoot::JobState::waiting; });
    return job == queue.jobs().end() ? nullptr : &*job;
}

/// Adds what is not queued already: an earlier run may have been interrupted. A job whose shot was edited since gives way to a new one.
/// Where --again was interrupted only the rest of it is shot, so that the same command carries on.
Result<void> enqueue(shoot::ShotQueue& queue, const Planned& planned, bool again, const Console& console) {
    const auto waits = [&](const auto& request) { return waitingJobOf(queue, request.first) != nullptr; };
    const auto left = std::count_if(planned.requests.begin(), planned.requests.end(), waits);
    const bool onlyTheRest = again && left > 0;
    if (onlyTheRest) console.message(fmt::format("Carrying on with {} shot{} of an interrupted run.", left, left == 1 ? "" : "s"));
    std::vector<shoot::NewJob> missing;
    for (const auto& [shot, request] : planned.requests) {
        const auto* job = waitingJobOf(queue, shot);
        if (job ? job->request == request.toJson() : onlyTheRest) continue;
        if (job)
            if (auto cancelled = queue.cancel(job->id); !cancelled) return cancelled;
        missing.push_back({shot, request});
    }
    if (missing.empty()) return {};
    const auto added = queue.addAll(missing);
    return added ? Result<void>{} : fail(added.error());
}

/// Says why jobs failed, once where many fail for one reason (no Vulkan driver).
class FailureReport {
public:
    void add(const shoot::Job& job) {
        ++m_failures;
        if (m_told.insert(job.error).second) fmt::print(stderr, "Shot {} failed: {}\n", job.shotNumber, job.error);
        else ++m_alike;
    }
    int failures() const { return m_failures; }
    void end() const {
        if (m_alike) fmt::print(stderr, "{} more shot{} failed for the same reason.\n", m_alike, m_alike == 1 ? "" : "s");
    }

private:
    std::set<std::string> m_told;
    int m_failures = 0, m_alike = 0;
};

int shootAll(Console& console, OpenProject& project, const Planned& planned, bool again, generate::GeneratorRegistry registry) {
    shoot::ShotQueueOptions options;
    options.onTake = [&](const project::TakeDraft& draft) { return edit::addTake(*project.editor, draft); };
    options.liveFrames = false;
    auto queue = shoot::ShotQueue::create(*project.store, std::move(registry), std::move(options));
    if (!queue) return console.failed(queue.error());
    if (auto added = enqueue(**queue, planned, again, console); !added) return console.failed(added.error());
    if (std::none_of((*queue)->jobs().begin(), (*queue)->jobs().end(), [](const shoot::Job& job) { return job.state == shoot::JobState::waiting; })) {
        console.message("Every shot has a take. --again shoots new ones.");
        return console.done();
    }
    int made = 0;
    FailureReport report;
    const auto finished = (*queue)->takeMade().connect([&](project::JobId, project::TakeId) { ++made; });
    const auto changed = (*queue)->jobChanged().connect([&](project::JobId id) {
        const auto* job = (*queue)->find(id);
        if (!job || job->state != shoot::JobState::failed) return;
        console.endProgress();
        report.add(*job);
    });
    (*queue)->start();
    while ((*queue)->busy() && !Console::interrupted().cancelled()) {
        (*queue)->waitForNews(200ms);
        if (auto polled = (*queue)->poll(); !polled) return console.failed(polled.error());
        console.progress((*queue)->progress());
    }
    console.endProgress();
    if (Console::interrupted().cancelled()) {
        (void)(*queue)->stop();
        console.message(fmt::format("Stopped after {} takes. The same command carries on.", made));
        return exitInterrupted;
    }
    report.end();
    console.message(fmt::format("{} take{} made{}", made, made == 1 ? "" : "s", report.failures() ? fmt::format(", {} failed", report.failures()) : ""));
    return report.failures() ? exitFailed : console.done();
}

int runGenerate(Console& console, const GenerateOptions& options) {
    auto project = openProject(options.film);
    if (!project) return console.failed(project.error());
    const auto registry = makeRegistry();
    const auto planned = planAll(project->film(), options, registry);
    if (!planned) return console.failed(planned.error());
    for (const auto& plan : planned->plans)
        for (const auto& warning : plan.warnings) console.warning(warning);
    if (options.dryRun) return printPlan(console, *planned);
    return shootAll(console, *project, *planned, options.again, registry);
}

Result<std::unique_ptr<shoot::ShotQueue>> openQueue(OpenProject& project) {
    shoot::ShotQueueOptions options;
    options.onTake = [&project](const project::TakeDraft& draft) { return edit::addTake(*project.editor, draft); };
    return shoot::ShotQueue::create(*project.store, makeRegistry(), std::move(options));
}

int runQueue(Console& console, const std::string& film) {
    auto project = openProject(film);
    if (!project) return console.failed(project.error());
    const auto queue = openQueue(*project);
    if (!queue) return console.failed(queue.error());
    nlohmann::ordered_json json{{"jobs", nlohmann::ordered_json::array()}};
    for (const auto& job : (*queue)->jobs()) {
        json["jobs"].push_back({{"id", job.id.value}, {"shot", job.shotNumber}, {"state", shoot::name(job.state)}, {"frames", job.framesTotal},
                                {"done", job.framesDone}, {"error", job.error}});
        if (!console.json)
            console.print(fmt::format("{:<5} {:<6} {:<10} {}/{}  {}\n", job.id.value, job.shotNumber, shoot::name(job.state), job.framesDone, job.framesTotal, job.error));
    }
    if (console.json) console.print(json.dump(1) + "\n");
    return console.done();
}

int runCancel(Console& console, const std::string& film, std::int64_t job) {
    auto project = openProject(film);
    if (!project) return console.failed(project.error());
    const auto queue = openQueue(*project);
    if (!queue) return console.failed(queue.error());
    const auto cancelled = (*queue)->cancel(project::JobId{job});
    return cancelled ? console.done() : console.failed(cancelled.error());
}

} // namespace

void addGenerateCommands(CommandLine& line) {
    auto* generate = line.app.add_subcommand("generate", "Shoot takes: of every shot that has none, or of those named");
    auto options = std::make_shared<GenerateOptions>();
    generate->add_option("FILM", options->film)->required();
    generate->add_option("--shot", options->shots, "Only this shot; may be repeated");
    generate->add_option("--generator", options->generator, "Instead of the shot's own");
    generate->add_option("--size", options->size, "Instead of the film's, such as 640x360");
    generate->add_option("--seed", options->seed, "Instead of the shot's own");
    generate->add_flag("--again", options->again, "Also shots that have takes");
    generate->add_flag("--dry-run", options->dryRun, "Print the plan, shoot nothing");
    addCommonOptions(*generate, line.console);
    generate->callback([&line, options] { line.run = [&line, options] { return runGenerate(line.console, *options); }; });

    auto film = std::make_shared<std::string>();
    auto job = std::make_shared<std::int64_t>(0);
    auto* queue = line.app.add_subcommand("queue", "The jobs of the shot queue");
    queue->add_option("FILM", *film)->required();
    addCommonOptions(*queue, line.console);
    queue->callback([&line, film] { line.run = [&line, film] { return runQueue(line.console, *film); }; });
    auto* cancel = line.app.add_subcommand("cancel", "Cancel a job of the queue");
    cancel->add_option("FILM", *film)->required();
    cancel->add_option("JOB", *job)->required();
    addCommonOptions(*cancel, line.console);
    cancel->callback([&line, film, job] { line.run = [&line, film, job] { return runCancel(line.console, *film, *job); }; });
}

} // namespace rushes::app
