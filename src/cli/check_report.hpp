// What `check` and `equal` say of one answer, as lines of text or one JSON object.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/check_rows.hpp"
#include "cli/task.hpp"
#include "cli/workspace.hpp"
#include "pdiff/check_answer.hpp"
#include "pdiff/mistakes.hpp"

namespace pdiff::cli {

// How the two sides are called.
struct Sides {
    std::string_view left, right;  // in sentences: "the derivative"
    std::string_view first_key;    // in JSON: of the first text,
    std::string_view left_key;     // of what the second one is held against,
    std::string_view right_key;    // and of the second
};

// What another system may redo from the beginning: an expression as typed, and what it is to be differentiated by.
struct Original {
    Expr typed{};
    std::vector<Expr> by;
};

struct Report {
    std::string_view id;             // of a record; empty where it has none
    std::string_view first, second;  // the texts
    CheckedAnswer checked;
    std::vector<std::string> names;  // of the parts; empty where there is one
    bool chain = false;              // the parts are steps a = b = c of one answer
    std::string form;                // that was asked for: "factored"
    Diagnosis diagnosis;
    bool diagnosed = false;
    bool decimals = false;
    std::vector<Original> originals;        // of the parts; none where the system cannot
    std::vector<std::string> result_names;  // and what is right, where it is to be shown
    std::vector<Expr> results;
};

// "right", "wrong" or "undecided".
std::string_view verdict_name(Verdict verdict);

// 0 right, 1 wrong or not in the form, 3 undecided.
int exit_status(const Task& task, const CheckedAnswer& checked);

// The verdict, then with `separator` in front what else is to be said.
void append_report(std::string& to, Workspace& workspace, const Sides& sides, const Report& report,
                   std::string_view separator);

void append_report_json(std::string& to, Workspace& workspace, const Sides& sides, const Report& report);
void append_report_error(std::string& to, const Error& error, const Sides& sides, const Row& row);

}  // namespace pdiff::cli
