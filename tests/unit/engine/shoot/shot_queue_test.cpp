// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/tables.h"
#include "engine/shoot/make_shot_request.h"
#include "engine/shoot/shot_queue.h"
#include "tests/unit/engine/project/temporary_folder.h"

#include <atomic>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <sys/wait.h>
#include <unistd.h>

using namespace rushes;
using namespace rushes::shoot;
using namespace rushes::project;
using test::must;

namespace {

/// Lets frames through one by one, so that a test can stop the shoot thread exactly where it wants. Open by default.
struct Gate {
    std::mutex mutex;
    std::condition_variable changed;
    std::int64_t allowed = std::numeric_limits<std::int64_t>::max();
    std::int64_t passed = 0;

    void pass(const CancelToken& cancel) {
        std::unique_lock lock(mutex);
        while (passed >= allowed && !cancel.cancelled()) changed.wait_for(lock, std::chrono::milliseconds(1));
        ++passed;
        changed.notify_all();
    }
    void allow(std::int64_t frames) {
        const std::lock_guard lock(mutex);
        allowed = frames;
        changed.notify_all();
    }
    void waitFor(std::int64_t frames) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return passed >= frames; });
    }
};

/// A small real generator: each frame is grey with the seed and the frame's number in it. Some prompts break it.
class ToyGenerator final : public generate::Generator {
public:
    explicit ToyGenerator(std::shared_ptr<Gate> gate) : m_gate(std::move(gate)) {}
    std::string_view id() const override { return "toy"; }
    std::string version() const override { return "1.2"; }
    Result<generate::Plan> plan(const generate::ShotRequest& request) const override {
        if (request.prompt == "impossible") return fail(ErrorCategory::badInput, "That cannot be shot", "Write something else.");
        return generate::Plan{};
    }
    Result<void> generate(const generate::ShotRequest& request, const generate::FrameSink& sink, const CancelToken& cancel) override {
        for (std::int64_t frame = 0; frame < request.duration.value; ++frame) {
            if (request.prompt == "short" && frame == 2) return {};
            if (request.prompt == "throws" && frame == 1) throw std::runtime_error("a tensor of the wrong shape");
            m_gate->pass(cancel);
            if (cancel.cancelled()) return fail(ErrorCategory::cancelled, "Stopped");
            const bool nan = request.prompt == "nan" && frame == 1;
            Image picture = Image::create(request.width, request.height, nan ? PixelFormat::grey32f : PixelFormat::grey8);
            if (nan) picture.rowAs<float>(0)[3] = std::numeric_limits<float>::quiet_NaN();
            else for (auto& byte : picture.data) byte = std::byte(request.seed * 16 + std::uint64_t(frame));
            if (auto sunk = sink(frame, picture); !sunk) return sunk;
        }
        return {};
    }

private:
    std::shared_ptr<Gate> m_gate;
};

/// Keeps frames as plain bytes. A test can make the disk full.
class RawWriter final : public FrameWriter {
public:
    RawWriter(const FrameWriterOptions& options, bool full) : m_out(options.file, std::ios::binary), m_full(full) {}
    Result<void> write(const Image& picture) override {
        if (m_full) return fail(ErrorCategory::noSpace, "The disk is full", "Free some space.");
        m_out.write(reinterpret_cast<const char*>(picture.data.data()), std::streamsize(picture.data.size()));
        return {};
    }
    Result<void> finish() override {
        m_out.close();
        return {};
    }

private:
    std::ofstream m_out;
    bool m_full;
};

struct Set {
    test::TemporaryFolder folder;
    std::unique_ptr<ProjectStore> store;
    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    std::unique_ptr<ShotQueue> queue;
    std::vector<TakeDraft> drafts;
    std::atomic<int> wakes = 0;
    bool diskFull = false;

    explicit Set(int shots = 3) {
        store = must(ProjectStore::create(folder / "Film.rushes", {.width = 32, .height = 16}));
        for (int i = 0; i < shots; ++i) addShot("A quay");
        open();
    }
    ~Set() { queue.reset(); }

    // Rows are written past the editor, which this folder cannot use.
    ShotId addShot(const std::string& prompt) {
        Shot shot;
        shot.sequence = mainSequence(store->project())->id;
        shot.order = std::int64_t(store->project().shots.size());
        shot.number = std::to_string(shot.order + 1) + "A";
        shot.prompt = prompt;
        shot.frames = 4;
        shot.generator = "toy";
        shot.id = must(insertRow(store->database(), shot));
        store->modelForPatch().shots.put(shot);
        return shot.id;
    }

    TakeId addTake(const TakeDraft& draft) {
        Take take;
        take.shot = draft.shot;
        take.number = int(store->project().takes.countOf(draft.shot)) + 1;
        take.media = must(store->recordMedia(draft.media)).name;
        take.rate = draft.rate;
        take.request = draft.request;
        take.job = draft.job;
        take.id = must(insertRow(store->database(), take));
        store->modelForPatch().takes.put(take);
        drafts.push_back(draft);
        return take.id;
    }

    void open() {
        generate::GeneratorRegistry registry;
        registry.add("toy", [gate = gate]() -> Result<std::unique_ptr<generate::Generator>> { return std::make_unique<ToyGenerator>(gate); });
        ShotQueueOptions options;
        options.writer = {"raw", [this](const FrameWriterOptions& o) -> Result<std::unique_ptr<FrameWriter>> { return std::make_unique<RawWriter>(o, diskFull); }};
        options.onTake = [this](const TakeDraft& draft) -> Result<TakeId> { return addTake(draft); };
        options.wake = [this] { ++wakes; };
        queue = must(ShotQueue::create(*store, std::move(registry), std::move(options)));
    }

    JobId add(ShotId shot) { return must(queue->add(shot, must(makeShotRequest(store->project(), shot)))); }
    JobState state(JobId job) { return queue->find(job)->state; }

    void runToEnd() {
        while (queue->busy()) {
            queue->waitForNews(std::chrono::seconds(10));
            must(queue->poll());
        }
    }
    std::size_t filesInMedia() const {
        std::size_t files = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(store->media().path())) ++files;
        return files;
    }
};

} // namespace

TEST_CASE("Jobs are shot in order and become takes with their slate", "[shoot]") {
    Set set;
    const JobId a = set.add({1}), b = set.add({2});
    CHECK(set.state(a) == JobState::waiting);
    CHECK_FALSE(set.queue->busy());
    set.queue->start();
    set.runToEnd();
    CHECK(set.state(a) == JobState::done);
    CHECK(set.state(b) == JobState::done);
    REQUIRE(set.drafts.size() == 2);
    CHECK(set.drafts[0].shot == ShotId{1});
    CHECK(set.drafts[0].frames == 4);
    CHECK(set.drafts[0].generatorVersion == "1.2");
    CHECK(set.queue->find(a)->take);
    const auto bytes = test::bytesOf(set.store->media().pathOf(set.drafts[0].media.name));
    CHECK(bytes.size() == 4 * 32 * 16);
    CHECK(set.wakes > 0);
    CHECK(set.queue->takeLiveFrame()->frame == 3);
    CHECK_FALSE(set.queue->takeLiveFrame().has_value());
    CHECK(must(set.store->verify()).empty());
}

TEST_CASE("A take shot again from its slate has the same bytes", "[shoot]") {
    Set set;
    set.add({1});
    set.queue->start();
    set.runToEnd();
    const TakeId take = set.store->project().takes.begin()->first;
    must(set.queue->add({1}, must(requestOfTake(set.store->project(), take))));
    set.runToEnd();
    REQUIRE(set.drafts.size() == 2);
    CHECK(set.drafts[0].media.name == set.drafts[1].media.name);
    CHECK(set.drafts[0].request == set.drafts[1].request);
    CHECK(set.filesInMedia() == 1);
}

TEST_CASE("A failed job keeps its reason and the queue goes on", "[shoot]") {
    for (const auto& [prompt, reason] : std::vector<std::pair<std::string, std::string>>{
             {"impossible", "cannot be shot"}, {"nan", "NaN"}, {"throws", "wrong shape"}, {"short", "2 of 4 frames"}}) {
        INFO(prompt);
        Set set;
        const JobId bad = set.add(set.addShot(prompt)), good = set.add({1});
        set.queue->start();
        set.runToEnd();
        CHECK(set.state(bad) == JobState::failed);
        CHECK(set.queue->find(bad)->error.find(reason) != std::string::npos);
        CHECK(set.state(good) == JobState::done);
        CHECK(set.filesInMedia() == 1);
        must(set.queue->retry(bad));
        set.runToEnd();
        CHECK(set.state(bad) == JobState::failed);
        must(set.queue->clearFinished());
        CHECK(set.queue->jobs().empty());
    }
}

TEST_CASE("An unknown generator fails the job and names those there are", "[shoot]") {
    Set set;
    auto request = must(makeShotRequest(set.store->project(), {1}));
    request.generator = "wan";
    const JobId job = must(set.queue->add({1}, request));
    set.queue->start();
    set.runToEnd();
    CHECK(set.queue->find(job)->error.find("toy") != std::string::npos);
}

TEST_CASE("A full disk stops the queue; the others wait", "[shoot]") {
    Set set;
    set.diskFull = true;
    const JobId a = set.add({1}), b = set.add({2});
    set.queue->start();
    set.runToEnd();
    CHECK(set.state(a) == JobState::failed);
    CHECK(set.state(b) == JobState::waiting);
    CHECK_FALSE(set.queue->started());
    CHECK(set.filesInMedia() == 0);
    set.diskFull = false;
    must(set.queue->retry(a));
    set.queue->start();
    set.runToEnd();
    CHECK(set.drafts.size() == 2);
}

TEST_CASE("Cancel stops the running job within a frame and removes what it wrote", "[shoot]") {
    Set set;
    set.gate->allow(2);
    const JobId a = set.add({1}), b = set.add({2});
    set.queue->start();
    set.gate->waitFor(2);
    must(set.queue->cancel(a));
    CHECK(set.state(a) == JobState::cancelled);
    set.gate->allow(1000);
    set.runToEnd();
    CHECK(set.state(a) == JobState::cancelled);
    CHECK(set.state(b) == JobState::done);
    CHECK(set.gate->passed <= 2 + 1 + 4);
    CHECK(set.filesInMedia() == 1);
    CHECK(set.queue->cancel(a).error().category == ErrorCategory::badInput);
    CHECK(set.queue->cancel({99}).error().category == ErrorCategory::notFound);
}

TEST_CASE("A paused job holds after its frame and goes on where it was", "[shoot]") {
    Set set;
    set.gate->allow(1);
    const JobId a = set.add({1});
    set.queue->start();
    set.gate->waitFor(1);
    must(set.queue->pause(a));
    set.gate->allow(1000);
    set.gate->waitFor(1); // the second frame may be in the making, the third may not
    CHECK(set.state(a) == JobState::paused);
    while (set.queue->waitForNews(std::chrono::milliseconds(30))) must(set.queue->poll());
    CHECK(set.gate->passed <= 2);
    CHECK(set.drafts.empty());
    must(set.queue->resume(a));
    CHECK(set.state(a) == JobState::running);
    set.runToEnd();
    CHECK(set.gate->passed == 4); // none was made twice
    CHECK(set.drafts.size() == 1);
}

TEST_CASE("Waiting jobs can be paused and moved", "[shoot]") {
    Set set;
    const JobId a = set.add({1}), b = set.add({2}), c = set.add({3});
    must(set.queue->moveBefore(c, a));
    must(set.queue->pause(a));
    set.queue->start();
    set.runToEnd();
    REQUIRE(set.drafts.size() == 2);
    CHECK(set.drafts[0].job == c);
    CHECK(set.drafts[1].job == b);
    CHECK(set.state(a) == JobState::paused);
    must(set.queue->resume(a));
    set.runToEnd();
    CHECK(set.drafts.back().job == a);
    CHECK(set.queue->moveBefore(a, b).error().category == ErrorCategory::badInput);
}

TEST_CASE("Stopping puts the running job back; start carries on", "[shoot]") {
    Set set;
    set.gate->allow(2);
    const JobId a = set.add({1});
    set.queue->start();
    set.gate->waitFor(2);
    must(set.queue->stop());
    CHECK(set.state(a) == JobState::waiting);
    set.gate->allow(1000);
    set.queue->start();
    set.runToEnd();
    CHECK(set.state(a) == JobState::done);
    CHECK(set.drafts.size() == 1);
}

TEST_CASE("Progress counts frames and tells the time left", "[shoot]") {
    Set set;
    set.gate->allow(2);
    const JobId a = set.add({1});
    set.add({2});
    set.queue->start();
    set.gate->waitFor(2);
    while (set.queue->find(a)->framesDone < 2) {
        set.queue->waitForNews(std::chrono::seconds(10));
        must(set.queue->poll());
    }
    const Progress progress = set.queue->progress();
    CHECK(progress.done == 2);
    CHECK(progress.total == 8);
    CHECK(progress.secondsLeft.has_value());
    CHECK(progress.what == "Shooting 1A");
    CHECK(set.queue->find(a)->secondsLeft.has_value());
    set.gate->allow(1000);
    set.runToEnd();
    CHECK(set.queue->progress().total == 0);
}

TEST_CASE("A killed program's queue carries on", "[shoot]") {
    const test::TemporaryFolder folder;
    const auto film = folder / "Film.rushes";
    const pid_t child = ::fork();
    if (child == 0) {
        Set set;
        set.add({1});
        set.add({2});
        set.gate->allow(6); // one whole shot, and two frames of the next
        set.queue->start();
        while (set.drafts.empty()) {
            set.queue->waitForNews(std::chrono::seconds(10));
            (void)set.queue->poll();
        }
        set.gate->waitFor(6);
        test::writeBytes(folder / "where", set.store->folder().string());
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    const std::filesystem::path killed = test::bytesOf(folder / "where");

    Set set(0);
    set.queue.reset();
    set.store = must(ProjectStore::open(killed));
    set.open();
    REQUIRE(set.queue->jobs().size() == 2);
    CHECK(set.queue->jobs()[0].state == JobState::done);
    CHECK(set.queue->jobs()[1].state == JobState::waiting);
    CHECK(set.filesInMedia() == 1); // no half file
    set.queue->start();
    set.runToEnd();
    CHECK(set.store->project().takes.size() == 2);
    CHECK(must(set.store->verify()).empty());
    std::filesystem::remove_all(killed.parent_path());
}

TEST_CASE("A job whose take was saved before the crash is not shot twice", "[shoot]") {
    Set set;
    const JobId a = set.add({1});
    set.queue->start();
    set.runToEnd();
    must(set.store->database().run("UPDATE jobs SET state = 'running', take = NULL"));
    set.queue.reset();
    set.open();
    CHECK(set.state(a) == JobState::done);
    CHECK(set.queue->find(a)->take);
}

TEST_CASE("Jobs of removed shots fail; removed ones cannot be queued", "[shoot]") {
    Set set;
    const JobId a = set.add({1});
    const auto request = must(makeShotRequest(set.store->project(), {2}));
    must(removeRow<Shot>(set.store->database(), {1}));
    set.store->modelForPatch().shots.erase({1});
    CHECK(set.queue->add({1}, request).error().category == ErrorCategory::notFound);
    set.queue->start();
    set.runToEnd();
    CHECK(set.state(a) == JobState::failed);
}

TEST_CASE("Cancelling over and over leaves nothing running and nothing behind", "[shoot]") {
    Set set;
    set.queue->start();
    for (int i = 0; i < 60; ++i) {
        const JobId job = set.add({1 + i % 3});
        if (i % 3 == 0) set.queue->waitForNews(std::chrono::milliseconds(1));
        (void)set.queue->poll();
        if (i % 2 == 0) (void)set.queue->cancel(job);
    }
    set.runToEnd();
    for (const Job& job : set.queue->jobs()) CHECK((job.state == JobState::done || job.state == JobState::cancelled));
    CHECK(must(set.store->verify()).empty());
}
