// How the page of a worked solution looks: on a screen, on a telephone, in the dark and on paper.
#pragma once

#include <string_view>

namespace pdiff::explain {

inline constexpr std::string_view page_style =
    R"(:root { color-scheme: light dark; --ink: #1c1f24; --paper: #fdfdfb; --soft: #5d6570; --line: #d9dce1; --accent: #2257a8; --box: #f3f5f9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e6ea; --paper: #16181c; --soft: #9aa3b0; --line: #343942; --accent: #8db4f0; --box: #1f2329; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
h2.title { border-bottom: 1px solid var(--line); color: var(--accent); }
small { color: var(--soft); font-weight: normal; margin-left: .5rem; }
math { font-size: 1.1em; }
.math { display: inline-block; max-width: 100%; overflow-x: auto; overflow-y: hidden; vertical-align: middle; padding: .15rem 0; }
.rule { color: var(--soft); font-size: .9rem; margin-left: 1rem; }
.rule math, .law math { font-size: 1em; }
.number { display: inline-block; min-width: 1.6em; margin-right: .5rem; border-radius: .8em; background: var(--accent); color: var(--paper); font-size: .8rem; text-align: center; }
details { border-left: 3px solid var(--line); margin: .4rem 0; padding: 0 0 .1rem .8rem; }
details[open] { border-left-color: var(--accent); }
details details, details .line { margin-left: .6rem; }
summary { cursor: pointer; }
.law { margin: .1rem 0 .3rem; color: var(--soft); font-size: .95rem; overflow-x: auto; overflow-y: hidden; padding: .15rem 0; }
.with { margin-left: .5rem; }
.line, .result, .given { margin: .3rem 0; }
.result { margin-left: .9rem; }
details + .result { margin-top: -.1rem; }
.answer { border: 1px solid var(--accent); border-radius: .4rem; background: var(--box); padding: 0 1rem .5rem; margin-top: 1.5rem; }
.answer h2 { margin-top: .6rem; color: var(--accent); }
.next { font-weight: bold; }
figure { margin: 1.5rem 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; background: #fff; }
figcaption { color: var(--soft); font-size: .9rem; }
@media (max-width: 40rem) { main { padding: .6rem; } .rule { display: block; margin-left: 0; } details { padding-left: .5rem; } details details, details .line, .result { margin-left: .2rem; } }
@media print { body { background: #fff; color: #000; } main { max-width: none; } h2, summary { break-after: avoid; } .line, .result, .answer, figure { break-inside: avoid; } details::details-content { content-visibility: visible; display: block; } }
)";

}  // namespace pdiff::explain
