#include "cli/record.hpp"

#include "cli/record_fields.hpp"
#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

constexpr std::string_view expected = "expected an object such as {\"expr\": \"x^2\", \"wrt\": \"x\"}";
constexpr FieldRow fields[] = {{"expr"}, {"wrt", true}};

}  // namespace

Record read_record(const Task& task, std::string_view line) {
    if (task.options.input == "text") return {};
    Record record;
    std::vector<std::string> wrt;
    for (Field& field : read_fields(line, fields, expected)) {
        if (field.name == "expr")
            record.text = std::move(field.values.front());
        else
            wrt = std::move(field.values);
    }
    if (!record.text) throw Error(ErrorKind::syntax, "the record has no \"expr\"", {}, std::string(expected));
    if (!wrt.empty()) record.own_task = std::make_shared<const Task>(with_wrt(task, std::move(wrt)));
    return record;
}

}  // namespace pdiff::cli
