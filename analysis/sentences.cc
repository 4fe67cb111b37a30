// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <memory>

#include "analysis/icu.h"

namespace pilcrow {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

std::vector<Span> sentence_spans(std::string_view text) {
  // Making the rules costs far more than using them; cloning them is cheap.
  static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    require_icu(status, "find sentences");
    return made;
  }();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  require_icu(status, "find sentences");
  const std::unique_ptr<icu::BreakIterator> sentences(prototype->clone());
  sentences->setText(utext.get(), status);
  require_icu(status, "find sentences");
  std::vector<Span> spans;
  auto begin = static_cast<std::size_t>(sentences->first());
  for (std::int32_t next = sentences->next(); next != icu::BreakIterator::DONE;
       next = sentences->next()) {
    spans.push_back({begin, static_cast<std::size_t>(next)});
    begin = static_cast<std::size_t>(next);
  }
  return spans;
}

}  // namespace pilcrow
