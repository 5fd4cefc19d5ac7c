// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

using Sample = std::vector<std::uint8_t>;

constexpr int mutations = 20'000;

Sample current; ///< what is being read, for the report of a crash

/// Only calls that are allowed in a signal handler.
extern "C" void reportCurrent(int signal)
{
    constexpr char digits[] = "0123456789abcdef";
    constexpr std::string_view head = "\nthe input was (hex): ";
    (void)!write(STDERR_FILENO, head.data(), head.size());
    for (const std::uint8_t byte : current) {
        const char hex[2] = {digits[byte >> 4], digits[byte & 15]};
        (void)!write(STDERR_FILENO, hex, 2);
    }
    (void)!write(STDERR_FILENO, "\n", 1);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::vector<Sample> readCorpus(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end()); // the same mutations everywhere
    std::vector<Sample> samples;
    for (const auto &file : files) {
        std::ifstream stream(file, std::ios::binary);
        samples.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return samples;
}

/// Pseudo-random, and the same in every run: the engine's numbers are fixed by the C++ standard.
class Mutator {
public:
    explicit Mutator(const std::vector<Sample> &samples) : m_samples(samples) {}

    Sample next()
    {
        Sample sample = m_samples[below(m_samples.size())];
        for (std::size_t changes = 1 + below(4); changes > 0; --changes)
            change(sample);
        return sample;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

    void change(Sample &sample)
    {
        const auto at = static_cast<std::ptrdiff_t>(below(sample.size() + 1));
        const bool inside = at < static_cast<std::ptrdiff_t>(sample.size());
        const std::uint8_t byte = static_cast<std::uint8_t>(m_random());
        switch (below(6)) {
        case 0:
            sample.insert(sample.begin() + at, byte);
            break;
        case 1:
            if (inside)
                sample[static_cast<std::size_t>(at)] = byte;
            break;
        case 2: {
            const auto end = std::min<std::size_t>(static_cast<std::size_t>(at) + 1 + below(8), sample.size());
            sample.erase(sample.begin() + at, sample.begin() + static_cast<std::ptrdiff_t>(end));
            break;
        }
        case 3: { // the rest of another sample
            const Sample &other = m_samples[below(m_samples.size())];
            sample.erase(sample.begin() + at, sample.end());
            sample.insert(sample.end(), other.begin() + static_cast<std::ptrdiff_t>(below(other.size() + 1)), other.end());
            break;
        }
        case 4: { // a byte that means something to these formats
            constexpr std::string_view telling = "\"'<>()[]{}@;,=#\\\n\r\t &!-+.*0aA/:%\x00\xff";
            sample.insert(sample.begin() + at, static_cast<std::uint8_t>(telling[below(telling.size())]));
            break;
        }
        default: { // a piece again
            const auto end = std::min<std::size_t>(static_cast<std::size_t>(at) + 1 + below(16), sample.size());
            const Sample piece(sample.begin() + at, sample.begin() + static_cast<std::ptrdiff_t>(end));
            sample.insert(sample.begin() + at, piece.begin(), piece.end());
        }
        }
    }

    const std::vector<Sample> &m_samples;
    std::mt19937 m_random;
};

void runOne(Sample sample)
{
    current = std::move(sample);
    dosirak::fuzz::fuzzOne(current);
}

} // namespace

/// Runs the target on every file of the folder that is named, and on mutations of them.
int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s corpus-folder\n", argv[0]);
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS})
        std::signal(signal, reportCurrent);
    const auto samples = readCorpus(argv[1]);
    if (samples.empty()) {
        std::fprintf(stderr, "%s has no samples\n", argv[1]);
        return 1;
    }
    for (const Sample &sample : samples)
        runOne(sample);
    Mutator mutator(samples);
    for (int i = 0; i < mutations; ++i)
        runOne(mutator.next());
    std::printf("%zu samples, %d mutations\n", samples.size(), mutations);
    return 0;
}
