// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are read whole, since they are one article.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/decode.h"
#include "corpus/input_file.h"
#include "pilcrow/article.h"

namespace pilcrow {

// All bytes of a file that has no more than ReadOptions::article_bytes_max; nothing, and a problem,
// where it has more.
std::optional<std::string> read_bytes(InputFile& file, const ReadOptions& options,
                                      std::vector<Problem>& problems);

// The charset of a text that begins with `bytes`: ReadOptions::charset, else as find_charset finds
// it where the origin, or else `find_declared` (a <meta> element), tells what is declared.
std::string charset_of(std::string_view bytes, const SourceOrigin& origin,
                       const ReadOptions& options,
                       std::string (*find_declared)(std::string_view) = nullptr);

// The text of a file; nothing, and a problem, where it is too large, no text or empty.  Broken
// parts are a problem too, and replaced.
std::optional<DecodedText> read_text(InputFile& file, const ReadOptions& options,
                                     std::vector<Problem>& problems,
                                     std::string (*find_declared)(std::string_view) = nullptr);

// The problem that parts were broken; of which charset (empty: UTF-8), and how many.
std::string replaced_reason(const std::string& charset, std::size_t replaced);

// An article with everything that follows from where it was read: id, paths, charset, url, date.
Article article_of(const SourceOrigin& origin, std::string_view charset, Span source_record);

}  // namespace pilcrow
