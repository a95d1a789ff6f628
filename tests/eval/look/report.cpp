// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::eval {
namespace {

using nlohmann::ordered_json;

ordered_json known(double v, double scale = 1000) { return std::isfinite(v) ? ordered_json(std::round(v * scale) / scale) : ordered_json(nullptr); }

ordered_json toJson(const Score& s) {
    return {{"psnr", known(s.psnr)}, {"line", known(s.line)}, {"ssim", known(s.ssim)}, {"patch", known(s.patch)}, {"unseen", known(s.unseen)},
            {"warp", known(s.warp)}, {"warp_truth", known(s.warpTruth)}, {"sharpness", known(s.sharpness)}, {"swaps", s.swaps.wrong}, {"swaps_of", s.swaps.of}};
}

ordered_json toJson(const LookRun& run) {
    ordered_json out{{"shot", run.shot}, {"look", run.look}, {"seed", run.seed}, {"learn_cpu_s", known(run.learnCpuSeconds)}, {"unet_cpu_s", known(run.unetCpuSeconds)}, {"unet_steps", run.unetSteps}, {"prepare_s", known(run.prepareSeconds)}, {"learn_s", known(run.learnSeconds)}, {"steps_per_s", known(run.stepsPerSecond)},
                     {"frame_s", known(run.frameSeconds)}, {"memory_mb", known(run.extraMegabytes)}, {"loose_lines", known(run.looseLines)}, {"loose_shadows", known(run.looseShadows)}};
    for (int m = 0; m < kMethods; ++m)
        if (const auto& score = run.scores[std::size_t(m)]) out["scores"][nameOf(Method(m))] = toJson(*score);
    return out;
}

/// The facts' bars, each for the worst shot.
struct Bar {
    const char* look;
    double psnr, line, ssim, patch;
};
constexpr Bar kBars[] = {{"gouache", 27.2, 21.5, 0.80, 0.06}, {"hatch", 20.0, 19.6, 0.60, 0.18}, {"cel", 30.8, 26.9, 0.88, 0.065}};
constexpr double kSharpness = 0.75;

/// Means over the prototype's four shots of its own results with one painted frame, and by how much they beat its colour transfer,
/// which says more where a scene has other contrasts than the prototype's.
struct Prototype {
    const char* look;
    double psnr, line, ssim, patch, gain, lineGain;
};
constexpr Prototype kPrototype[] = {{"gouache", 29.98, 22.75, 0.91, 0.0275, 7.35, 8.5}, {"hatch", 24.43, 21.55, 0.76, 0.1125, 6.7, 11.3}, {"cel", 33.5, 28.6, 0.94, 0.03, 9.78, 12.9}};

std::string cell(double v, int digits) { return std::isfinite(v) ? fmt::format("{:.{}f}", v, digits) : std::string("-"); }

std::string line(const LookRun& r) {
    const auto& ct = r.score(Method::transfer);
    const auto& net = r.score(Method::net);
    const auto& carried = r.score(Method::carried);
    const auto& s = r.score(Method::result);
    return fmt::format("{:9} {:8} {:>5}/{:>5} {:>5}/{:>5} {:>5}/{:>4} {:>5} {:>5} {:>4} {:>4} {:>5} {:>5} ({:>5}) {:>4} {:>3}/{:<4} {:>5.1f} {:>4.0f} {:>5.1f} {:>5.0f}\n", r.shot, r.look, cell(ct.psnr, 1), cell(ct.line, 1), cell(net.psnr, 1),
                       cell(net.line, 1), cell(carried.psnr, 1), cell(carried.patch, 2), cell(s.psnr, 1), cell(s.line, 1), cell(s.ssim, 2), cell(s.patch, 2), cell(s.unseen, 1), cell(s.warp, 2), cell(s.warpTruth, 2),
                       cell(s.sharpness, 2), s.swaps.wrong, s.swaps.of, r.learnSeconds, r.stepsPerSecond, 1 / r.frameSeconds, r.extraMegabytes);
}

/// What stands beside a result where it was asked for: baseline and ceiling.
std::string besides(const LookRun& r) {
    std::string out;
    if (const auto& s = r.scores[int(Method::unet)])
        out += fmt::format("{:9} {:8} U-Net, {} steps in {:.1f} s of processor: {}/{} dB, ssim {}, patches {}, warp {} ({}), hp {}\n", r.shot, r.look, r.unetSteps, r.unetCpuSeconds, cell(s->psnr, 1), cell(s->line, 1), cell(s->ssim, 2),
                           cell(s->patch, 2), cell(s->warp, 2), cell(s->warpTruth, 2), cell(s->sharpness, 2));
    if (const auto& s = r.scores[int(Method::ceiling)])
        out += fmt::format("{:9} {:8} at best: {}/{} dB, unseen {}\n", r.shot, r.look, cell(s->psnr, 1), cell(s->line, 1), cell(s->unseen, 1));
    return out;
}

/// How far results lie apart that differ in the seed alone.
std::string spread(const std::vector<LookRun>& runs) {
    std::map<std::pair<std::string, std::string>, std::vector<const Score*>> groups;
    for (const auto& r : runs) groups[{r.shot, r.look}].push_back(&r.score(Method::result));
    std::string out;
    for (const auto& [name, scores] : groups) {
        if (scores.size() < 2) continue;
        const auto range = [&](double Score::*value, int digits) {
            const auto [low, high] = std::minmax_element(scores.begin(), scores.end(), [&](const Score* a, const Score* b) { return a->*value < b->*value; });
            return cell((*low)->*value, digits) + ".." + cell((*high)->*value, digits);
        };
        out += fmt::format("{:9} {:8} over {} seeds: P {}, L {}, S {}, W {}, warp {}\n", name.first, name.second, scores.size(), range(&Score::psnr, 2), range(&Score::line, 2), range(&Score::ssim, 3), range(&Score::patch, 3),
                           range(&Score::warp, 2));
    }
    return out;
}

std::string missed(const LookRun& r) {
    std::string out;
    const Score& s = r.score(Method::result);
    const auto check = [&](const char* what, bool met, double value, double bar) {
        if (!met) out += fmt::format("  {} {}: {} {:.3g}, bar {:.3g}\n", r.shot, r.look, what, value, bar);
    };
    for (const Bar& bar : kBars) {
        if (r.look != bar.look) continue;
        check("psnr", s.psnr >= bar.psnr, s.psnr, bar.psnr);
        check("near lines", s.line >= bar.line, s.line, bar.line);
        check("ssim", s.ssim >= bar.ssim, s.ssim, bar.ssim);
        check("patches", s.patch <= bar.patch, s.patch, bar.patch);
        check("warp", s.warp <= s.warpTruth, s.warp, s.warpTruth);
        check("sharpness", s.sharpness >= kSharpness, s.sharpness, kSharpness);
        check("colour swaps", s.swaps.wrong == 0, s.swaps.wrong, 0);
    }
    return out;
}

/// Means of a look's shots: the prototype's four alone, and all.
std::string means(const std::vector<LookRun>& runs, const Prototype& prototype) {
    std::string out;
    for (const bool all : {false, true}) {
        Score sum, transfer;
        int count = 0;
        for (const auto& r : runs) {
            if (r.look != prototype.look || !(all || r.prototype)) continue;
            const Score& s = r.score(Method::result);
            sum.psnr += s.psnr;
            sum.line += s.line;
            sum.ssim += s.ssim;
            sum.patch += s.patch;
            transfer.psnr += r.score(Method::transfer).psnr;
            transfer.line += r.score(Method::transfer).line;
            ++count;
        }
        if (count == 0) continue;
        out += fmt::format("mean {:8} of {:2} {}: {:.2f} dB, {:.2f} near lines, {:.3f} ssim, {:.3f} patches; above colour transfer {:.2f}, {:.2f}\n", prototype.look, count,
                           all ? "shots           " : "like prototype's", sum.psnr / count, sum.line / count, sum.ssim / count, sum.patch / count, (sum.psnr - transfer.psnr) / count, (sum.line - transfer.line) / count);
    }
    if (!out.empty())
        out += fmt::format("     {:8} the prototype's own: {:.2f} dB, {:.2f}, {:.3f}, {:.3f}; above colour transfer {:.2f}, {:.2f}\n", prototype.look, prototype.psnr, prototype.line, prototype.ssim, prototype.patch, prototype.gain,
                           prototype.lineGain);
    return out;
}

} // namespace

std::string Report::toJson() const {
    ordered_json out{{"width", width}, {"height", height}, {"keys", keys}, {"steps", steps}, {"shots", ordered_json::array()}, {"runs", ordered_json::array()}};
    for (const auto& s : shots) out["shots"].push_back({{"shot", s.shot}, {"guides_s", known(s.guideSeconds)}, {"correspondence_s", known(s.correspondenceSeconds)}});
    for (const auto& r : runs) out["runs"].push_back(eval::toJson(r));
    return out.dump(1) + "\n";
}

std::string Report::toTable() const {
    std::string out = fmt::format("{}x{}, {} painted frame{}, {} steps. P dB, L dB near lines, S ssim, W patches, u dB unseen, hp sharpness\n", width, height, keys, keys > 1 ? "s" : "", steps);
    out += "shot      look        transfer     network carried    result                    warp (truth)   hp   swaps learn st/s   fps    MB\n";
    out += "                       P     L     P     L     P    W     P     L    S    W     u\n";
    for (const auto& run : runs) out += line(run);
    for (const auto& run : runs) out += besides(run);
    out += spread(runs);
    for (const auto& prototype : kPrototype) out += means(runs, prototype);
    for (const auto& s : shots) out += fmt::format("{}: guides {:.0f} ms, correspondence {:.0f} ms a frame\n", s.shot, s.guideSeconds * 1000, s.correspondenceSeconds * 1000);
    if (runs.empty()) return out;
    std::string bars;
    for (const auto& run : runs) bars += missed(run);
    return out + (bars.empty() ? "All bars are met.\n" : "Bars missed:\n" + bars);
}

} // namespace rushes::eval
