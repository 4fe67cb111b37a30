// SPDX-License-Identifier: GPL-2.0-or-later
// What kind of furniture the blocks of a page are that are no part of its text.
#pragma once

#include <optional>
#include <vector>

#include "corpus/html/html_metadata.h"
#include "corpus/html/html_regions.h"

namespace pilcrow {

// Corrects the kinds of the pieces around the body and the headlines, which stay as they are, by
// where they stand and what they are called.
void refine_html_furniture(const HtmlDocument& document, const HtmlRegions& regions,
                           const HtmlMetadata& metadata, std::optional<std::size_t> title,
                           std::vector<ParagraphKind>& kinds);

}  // namespace pilcrow
