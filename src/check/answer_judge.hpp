// The verdict on one part of an answer: where the function has a derivative, on the curve, whatever f may be.
#pragma once

#include "pdiff/check_answer.hpp"

namespace pdiff {

Judgement judge_part(Pool& pool, const AnswerKey& key, Expr right, Expr answer, JudgeOptions options);

}  // namespace pdiff
