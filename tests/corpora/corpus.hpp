// Derivatives collected from elsewhere, which lie in a folder beside the project where they are present at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pdiff/parse.hpp"
#include "support/files.hpp"

namespace pdiff::test {

struct Row {
    std::string file;
    std::string id;
    std::string expression;
    std::string variables;  // a comma list, applied in sequence
    std::string expected;   // empty where the source gives none
    std::string point;      // "x1=1.6,x2=0.95": there the derivative is `value`
    std::string value;
    bool standard_names = false;  // e and gamma mean what the language says, not variables
};

fs::path corpora_dir();
fs::path hostile_dir();

// How much is run: "full" is every row, else the large files are sampled. From the environment: PDIFF_CORPORA.
bool run_everything();

std::vector<Row> corpus_rows();

// Names that stand bare. In the corpora all of them but pi are variables, e and gamma too.
std::vector<std::string> bare_names(std::string_view text);
// How the texts of a row are to be read.
ParseOptions options_of(const Row& row);

}  // namespace pdiff::test
