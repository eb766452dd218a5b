// A vector of plain data that is pushed and popped all the time: growing is a call of its own, so the rest is a few
// instructions wherever it is used.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace pdiff {

template <class T>
class Stack {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    Stack() = default;
    Stack(Stack&& other) noexcept
        : data_(std::move(other.data_)),
          size_(std::exchange(other.size_, 0)),
          capacity_(std::exchange(other.capacity_, 0)) {}
    Stack& operator=(Stack&& other) noexcept {
        std::swap(data_, other.data_), std::swap(size_, other.size_), std::swap(capacity_, other.capacity_);
        return *this;
    }

    void push_back(T value) {
        if (size_ == capacity_) grow(size_ + 1);
        data_[size_++] = value;
    }
    // Of another stack.
    void append(std::span<const T> values) {
        if (size_ + values.size() > capacity_) grow(size_ + values.size());
        for (const T& value : values) data_[size_++] = value;
    }
    void pop_back() { --size_; }
    void shrink(std::size_t size) { size_ = size; }
    void clear() { size_ = 0; }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* data() { return data_.get(); }
    const T* data() const { return data_.get(); }
    T* begin() { return data(); }
    T* end() { return data() + size_; }
    const T* begin() const { return data(); }
    const T* end() const { return data() + size_; }
    T& back() { return data_[size_ - 1]; }
    const T& back() const { return data_[size_ - 1]; }
    T& operator[](std::size_t i) { return data_[i]; }
    const T& operator[](std::size_t i) const { return data_[i]; }

private:
    [[gnu::noinline]] void grow(std::size_t least) {
        const std::size_t capacity = std::max<std::size_t>({least, 2 * capacity_, 16});
        auto larger = std::make_unique_for_overwrite<T[]>(capacity);
        std::copy_n(data_.get(), size_, larger.get());
        data_ = std::move(larger);
        capacity_ = capacity;
    }

    std::unique_ptr<T[]> data_;
    std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace pdiff
