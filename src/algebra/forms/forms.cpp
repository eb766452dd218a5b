#include "pdiff/forms.hpp"

namespace pdiff {
namespace {

struct FormName {
    std::string_view name;
    Form form;
};
constexpr FormName form_names[] = {{"auto", Form::automatic},
                                   {"raw", Form::raw},
                                   {"expanded", Form::expanded},
                                   {"factored", Form::factored},
                                   {"together", Form::together}};

}  // namespace

std::optional<Form> find_form(std::string_view name) {
    for (const FormName& f : form_names)
        if (f.name == name) return f.form;
    return std::nullopt;
}

std::string_view form_name(Form form) {
    for (const FormName& f : form_names)
        if (f.form == form) return f.name;
    return {};
}

}  // namespace pdiff
