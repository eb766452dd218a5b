#include "pdiff/blocks.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace pdiff;

TEST_CASE("what is in blocks stays where it is") {
    Blocks<int, 4> blocks;
    std::vector<const int*> places;
    std::vector<std::size_t> firsts;
    for (int i = 0; i < 200; ++i) {
        const std::vector<int> run(static_cast<std::size_t>(i % 7), i);
        firsts.push_back(blocks.append(run));
        places.push_back(run.empty() ? nullptr : &blocks[firsts.back()]);
    }
    for (std::size_t i = 0; i < firsts.size(); ++i)
        for (std::size_t k = 0; k < i % 7; ++k) {
            CHECK(places[i][k] == static_cast<int>(i));
            CHECK(&blocks[firsts[i] + k] == places[i] + k);
        }
    const int one_more[] = {5};
    CHECK(blocks.size() >= 200 * 3 - 3);
    blocks.clear();
    CHECK(blocks.append(one_more) == 0);
    CHECK(blocks[0] == 5);
}
