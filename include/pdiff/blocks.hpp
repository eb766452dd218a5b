// Elements that stay where they are while more are added: in blocks, each twice as large as the one before.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <memory>
#include <span>

namespace pdiff {

// References to elements, and spans of those that were appended together, are good until clear().
template <class T, std::size_t First>
class Blocks {
public:
    // One behind the last index. Indices that a block had no room left for are left out.
    std::size_t size() const { return end_; }
    const T& operator[](std::size_t i) const {
        if (i < First) return blocks_[0][i];
        const std::size_t b = block_of(i);
        return blocks_[b][i - start(b)];
    }
    bool has_room(std::size_t count) const {
        return blocks_[block_of(end_)] && end_ + count <= start(block_of(end_) + 1);
    }

    // Side by side; returns the index of the first.
    std::size_t append(std::span<const T> values) {
        std::size_t b = block_of(end_), first = end_;
        while (first + values.size() > start(b + 1)) first = start(++b);
        if (!blocks_[b]) blocks_[b] = std::make_unique_for_overwrite<T[]>(First << b);
        std::copy(values.begin(), values.end(), &blocks_[b][first - start(b)]);
        end_ = first + values.size();
        return first;
    }

    // Keeps the memory.
    void clear() { end_ = 0; }

private:
    static std::size_t block_of(std::size_t i) { return static_cast<std::size_t>(std::bit_width(i / First + 1)) - 1; }
    static std::size_t start(std::size_t block) { return First * ((std::size_t{1} << block) - 1); }

    std::array<std::unique_ptr<T[]>, 32> blocks_;
    std::size_t end_ = 0;
};

}  // namespace pdiff
