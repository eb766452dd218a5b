// A vector whose first elements live on the stack: most sums and products are short.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace pdiff {

template <class T, std::size_t Inline = 16>
class SmallVector {
public:
    void push_back(const T& value) {
        if (size_ < Inline) {
            local_[size_++] = value;
            return;
        }
        if (size_ == Inline) heap_.assign(local_.begin(), local_.end());
        heap_.push_back(value);
        ++size_;
    }
    void clear() { size_ = 0, heap_.clear(); }
    void resize_down(std::size_t size) {
        if (size_ > Inline && size <= Inline) std::copy_n(heap_.begin(), size, local_.begin());
        if (size_ > Inline) heap_.resize(size <= Inline ? 0 : size);
        size_ = size;
    }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return size_ > Inline ? heap_.data() : local_.data(); }
    T* end() { return begin() + size_; }
    T& operator[](std::size_t i) { return begin()[i]; }
    operator std::span<const T>() { return {begin(), size_}; }  // NOLINT: a view of the same elements
    std::span<T> all() { return {begin(), size_}; }

private:
    std::array<T, Inline> local_;
    std::vector<T> heap_;
    std::size_t size_ = 0;
};

}  // namespace pdiff
