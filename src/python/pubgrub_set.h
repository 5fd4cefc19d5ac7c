// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dosirak::python::pubgrub {

/// A set of choices of one package: one bit a version by rank (0 is the oldest), and a last bit, `absent()`, for "the
/// package is not selected". Sets of one package have the same size; mixing sizes is a defect. A plain value.
class ChoiceSet
{
public:
    ChoiceSet() = default;
    /// The empty set of a package with @p versions versions.
    explicit ChoiceSet(std::size_t versions) : m_bits(versions + 1), m_words((versions + 64) / 64) {}

    [[nodiscard]] static ChoiceSet full(std::size_t versions)
    {
        ChoiceSet set(versions);
        set.invert();
        return set;
    }
    [[nodiscard]] static ChoiceSet of(std::size_t versions, std::size_t rank)
    {
        ChoiceSet set(versions);
        set.add(rank);
        return set;
    }

    [[nodiscard]] std::size_t versions() const { return m_bits - 1; }
    [[nodiscard]] std::size_t absent() const { return m_bits - 1; }
    [[nodiscard]] bool mayBeAbsent() const { return has(absent()); }

    [[nodiscard]] bool has(std::size_t bit) const { return (m_words[bit / 64] >> (bit % 64) & 1U) != 0; }
    void add(std::size_t bit) { m_words[bit / 64] |= std::uint64_t{1} << (bit % 64); }
    void remove(std::size_t bit) { m_words[bit / 64] &= ~(std::uint64_t{1} << (bit % 64)); }
    void invert()
    {
        for (auto &word : m_words)
            word = ~word;
        trim();
    }
    [[nodiscard]] ChoiceSet inverted() const
    {
        ChoiceSet copy = *this;
        copy.invert();
        return copy;
    }

    [[nodiscard]] bool empty() const
    {
        for (const auto word : m_words)
            if (word != 0)
                return false;
        return true;
    }
    [[nodiscard]] bool isFull() const { return count() == m_bits; }
    [[nodiscard]] std::size_t count() const
    {
        std::size_t sum = 0;
        for (const auto word : m_words)
            sum += std::size_t(std::popcount(word));
        return sum;
    }
    [[nodiscard]] std::size_t countVersions() const { return count() - (mayBeAbsent() ? 1 : 0); }
    [[nodiscard]] bool meets(const ChoiceSet &other) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            if ((m_words[i] & other.m_words[i]) != 0)
                return true;
        return false;
    }
    [[nodiscard]] bool within(const ChoiceSet &other) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            if ((m_words[i] & ~other.m_words[i]) != 0)
                return false;
        return true;
    }
    /// The only choice in the set, or -1: there are none or several.
    [[nodiscard]] std::ptrdiff_t single() const
    {
        std::ptrdiff_t found = -1;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const std::uint64_t word = m_words[i];
            if (word == 0)
                continue;
            if (found >= 0 || (word & (word - 1)) != 0)
                return -1;
            found = std::ptrdiff_t(i * 64) + std::countr_zero(word);
        }
        return found;
    }
    /// A choice of this set that is not in @p other, or -1: all are.
    [[nodiscard]] std::ptrdiff_t witnessOutside(const ChoiceSet &other) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            if (const std::uint64_t word = m_words[i] & ~other.m_words[i]; word != 0)
                return std::ptrdiff_t(i * 64) + std::countr_zero(word);
        return -1;
    }
    [[nodiscard]] std::size_t hash() const
    {
        std::size_t sum = m_bits;
        for (const auto word : m_words)
            sum = (sum ^ word) * 0x9E3779B97F4A7C15U + (sum >> 29);
        return sum;
    }
    /// The newest version in the set, or -1: none but perhaps "not selected".
    [[nodiscard]] std::ptrdiff_t newest() const
    {
        for (std::size_t i = m_words.size(); i-- > 0;) {
            std::uint64_t word = m_words[i];
            if (i == m_words.size() - 1)
                word &= ~(std::uint64_t{1} << (absent() % 64));
            if (word != 0)
                return std::ptrdiff_t(i * 64 + 63) - std::countl_zero(word);
        }
        return -1;
    }
    /// Calls f(rank) for every version in the set, oldest first.
    template<class F>
    void forEachVersion(F &&f) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1) {
                const std::size_t bit = i * 64 + std::size_t(std::countr_zero(word));
                if (bit != absent())
                    f(bit);
            }
    }

    ChoiceSet &operator&=(const ChoiceSet &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    ChoiceSet &operator|=(const ChoiceSet &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    ChoiceSet &operator-=(const ChoiceSet &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }
    friend bool operator==(const ChoiceSet &, const ChoiceSet &) = default;

private:
    void trim()
    {
        if (const std::size_t used = m_bits % 64; used != 0)
            m_words.back() &= (std::uint64_t{1} << used) - 1;
    }

    std::size_t m_bits = 1;
    std::vector<std::uint64_t> m_words = std::vector<std::uint64_t>(1);
};

} // namespace dosirak::python::pubgrub
