// evaluate.hpp and forms.hpp for the program: loads the numeric layer at its first use. It looks only beside the
// program and where the installation put the module, never in a path that an input or the environment could name.
#include <dlfcn.h>
#include <unistd.h>

#include <string>

#include "algebra/forms/form_parts.hpp"
#include "engine/engine.hpp"

namespace pdiff {
namespace {

std::string program_folder() {
    char path[4096];
    const ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    const std::string_view program(path, n > 0 ? static_cast<std::size_t>(n) : 0);
    return std::string(program.substr(0, program.rfind('/') + 1));
}

const Engine& load() {
    const std::string folder = program_folder();
    for (const char* place : {"", PDIFF_MODULE_FOLDER}) {
        void* module = dlopen((folder + place + PDIFF_MODULE_NAME).c_str(), RTLD_NOW | RTLD_LOCAL);
        if (module == nullptr) continue;
        if (void* entry = dlsym(module, engine_symbol)) return *reinterpret_cast<const Engine* (*)()>(entry)();
    }
    throw Error(ErrorKind::internal, "the numeric module " PDIFF_MODULE_NAME " is missing or cannot be loaded", {},
                "install pdiff again");
}

const Engine& engine() {
    static const Engine& loaded = load();
    return loaded;
}

template <class T>
T unwrap(Guarded<T> result) {
    if (result.error) throw std::move(*result.error);
    return std::move(result.value);
}

}  // namespace

Evaluation evaluate(Pool& pool, Expr f, std::span<const Binding> point, std::size_t digits, Precision limit) {
    return unwrap(engine().evaluate(pool, f, point, digits, limit));
}

Comparison compare(Pool& pool, Expr f, Expr g, std::span<const Binding> point, Precision limit) {
    return unwrap(engine().compare(pool, f, g, point, limit));
}

std::optional<int> sign_at(Pool& pool, Expr f, std::span<const Binding> point, Precision limit) {
    return unwrap(engine().sign_at(pool, f, point, limit));
}

std::optional<bool> holds_at(Pool& pool, Expr condition, std::span<const Binding> point, Precision limit) {
    return unwrap(engine().holds_at(pool, condition, point, limit));
}

std::optional<bool> is_zero_constant(Pool& pool, Expr constant) {
    return unwrap(engine().is_zero_constant(pool, constant));
}

std::optional<DividedLine> divide_line(Pool& pool, std::span<const Expr> polynomials, Expr x) {
    return unwrap(engine().divide_line(pool, polynomials, x));
}

Expr deep_form(Pool& pool, Expr f, Form form, bool& complete) {
    return unwrap(engine().deep_form(pool, f, form, complete));
}

Expr Former::operator()(Pool& pool, Expr f, Form form, bool* complete) {
    bool ignored;
    return form_by_parts(pool, f, form, {}, complete ? *complete : ignored, scratch_->measure);
}

bool is_zero(Pool& pool, Expr f) { return f == zero || (!pool.is_number(f) && unwrap(engine().is_zero(pool, f))); }

}  // namespace pdiff
