// A vector whose first elements live on the stack: most sums and products are short.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>

namespace pdiff {

template <class T, std::size_t Inline = 16>
class SmallVector {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    SmallVector() {}  // NOLINT: `= default` would let {} clear the elements to come
    SmallVector(const SmallVector& other) { assign(other); }
    SmallVector& operator=(const SmallVector& other) {
        if (this != &other) assign(other);
        return *this;
    }

    void push_back(const T& value) {
        const T copy = value;  // it may be one of ours
        if (size_ == capacity_) reserve(2 * capacity_);
        data_[size_++] = copy;
    }
    void assign(std::span<const T> values) {
        if (values.size() > capacity_) reserve(values.size());
        std::copy(values.begin(), values.end(), data_);
        size_ = values.size();
    }
    void clear() { size_ = 0; }
    void shrink(std::size_t size) { size_ = size; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    T& operator[](std::size_t i) { return data_[i]; }
    const T& operator[](std::size_t i) const { return data_[i]; }
    operator std::span<const T>() const { return {data_, size_}; }  // NOLINT: a view of the same elements
    std::span<T> all() { return {data_, size_}; }
    std::span<const T> all() const { return {data_, size_}; }

private:
    void reserve(std::size_t capacity) {
        auto larger = std::make_unique_for_overwrite<T[]>(capacity);
        std::copy_n(data_, size_, larger.get());
        heap_ = std::move(larger);
        data_ = heap_.get();
        capacity_ = capacity;
    }

    std::array<T, Inline> local_;
    std::unique_ptr<T[]> heap_;
    T* data_ = local_.data();
    std::size_t size_ = 0, capacity_ = Inline;
};

}  // namespace pdiff
