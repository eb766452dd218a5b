// Points at which two expressions are compared by enclosures: a witness that they differ, or evidence that they agree.
#pragma once

#include <optional>
#include <vector>

#include "check/points.hpp"
#include "pdiff/check.hpp"

namespace pdiff {

// Compares f and g wherever `within` has real values and `conditions` hold.
class Witnesses {
public:
    Witnesses(Pool& pool, Expr f, Expr g, std::vector<Expr> within, std::vector<Expr> conditions);

    // Looks at up to `most` further points; in doubles first, which proves nothing but spares enclosures: where the
    // values are near each other the point is put aside for `look_closely`.
    std::optional<Witness> look(std::size_t most);
    // By enclosures alone, at the points put aside and at further ones.
    std::optional<Witness> look_closely(std::size_t most);
    // How far the two agree at `most` points; a point where they do not is a witness.
    Evidence gather(std::size_t most, std::size_t bits, std::optional<Witness>& witness);

    bool knows_doubles() const { return search_.knows_values(); }
    // Whether a point was proved to lie in all domains.
    bool met_domain() const { return met_domain_; }
    // Points where one of the two alone has a value.
    std::vector<Binding> only_left, only_right;

private:
    std::optional<RationalPoint> next();
    bool look_different() const;
    std::optional<Witness> compare_at(const RationalPoint& point, std::size_t bits);
    bool is_inside(const std::vector<Binding>& point);

    Pool& pool_;
    Expr f_, g_;
    std::vector<Expr> within_, conditions_;
    PointSearch search_;
    std::vector<RationalPoint> aside_;
    bool met_domain_ = false;
    std::size_t agreed_bits_ = 0;  // of the last comparison; 0 where it was none
};

}  // namespace pdiff
