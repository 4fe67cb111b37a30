// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/decode.h"

#include "corpus/utf8.h"

namespace pilcrow {
namespace {

constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";

}  // namespace

DecodedText decode_text(std::string bytes, std::string_view /*declared*/) {
  DecodedText decoded;
  const std::size_t begin = bytes.starts_with(utf8_bom) ? utf8_bom.size() : 0;
  decoded.map = OffsetMap(begin);
  decoded.text = repair_utf8(std::string_view(bytes).substr(begin), decoded.replaced);
  decoded.map.copy(decoded.text.size());
  return decoded;
}

std::string decode_bytes(std::string_view bytes, std::string_view /*charset*/) {
  std::size_t replaced = 0;
  return repair_utf8(bytes, replaced);
}

}  // namespace pilcrow
