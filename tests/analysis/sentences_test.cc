// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/sentences.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace pilcrow {
namespace {

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  for (const Span& span : sentence_spans(text)) {
    sentences.emplace_back(text.substr(span.begin, span.size()));
  }
  return sentences;
}

TEST(SentenceSpans, CoverTheWholeText) {
  EXPECT_THAT(sentences_of(""), testing::IsEmpty());
  EXPECT_THAT(sentences_of("One. Two!  Größe? three"),
              testing::ElementsAre("One. ", "Two!  ", "Größe? ", "three"));
  EXPECT_THAT(sentences_of("第一。第二。"), testing::ElementsAre("第一。", "第二。"));
}

TEST(SentenceSpans, TakeInvalidBytesAsTheyAre) {
  EXPECT_THAT(sentences_of("A\xFF. \xE2\x80"), testing::ElementsAre("A\xFF. ", "\xE2\x80"));
}

}  // namespace
}  // namespace pilcrow
