// SPDX-License-Identifier: GPL-2.0-or-later
// What the name of a file, its media type and its first bytes tell of its format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/input_file.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Of "text/html" and the like.
std::optional<SourceFormat> format_of_media_type(std::string_view media_type);

// Pictures, sound, films, fonts, styles, scripts: what stands beside articles and is never one.
bool is_companion_name(std::string_view name);

// The format of a file, or why it has none that can be read.
struct GuessedFormat {
  SourceFormat format = SourceFormat::text;
  std::string refusal = {};  // Empty: it can be read.
};

// Decides by the first bytes where they are unmistakable, else by media type and name, else text.
GuessedFormat guess_format(InputFile& file);

// By the first bytes alone: zip, tar, gzip, bzip2, xz and zstd.
bool is_archive(InputFile& file);

}  // namespace pilcrow
