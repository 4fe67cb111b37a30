// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/character_decoder.h"

#include <unicode/ucnv.h>
#include <algorithm>
#include <map>

#include "corpus/charset_names.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

bool is_surrogate(char32_t point) {
  return point >= 0xD800 && point <= 0xDFFF;
}

// What vendors have put where a charset has nothing.
bool is_private(char32_t point) {
  return point >= 0xE000 && point <= 0xF8FF;
}

}  // namespace

void CharacterDecoder::Close::operator()(UConverter* converter) const {
  ucnv_close(converter);
}

CharacterDecoder::CharacterDecoder(const std::string& charset) : charset_(charset) {
  if (is_wide_charset(charset)) {
    kind_ = Kind::wide;
    big_endian_ = charset.ends_with("BE");
    unit_bytes_ = charset.starts_with("UTF-16") ? 2 : 4;
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  converter_.reset(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) {
    status = U_ZERO_ERROR;
    converter_.reset(ucnv_open("windows-1252", &status));
  }
  if (U_SUCCESS(status)) {
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  }
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("open a converter of ICU: ") +
                                         u_errorName(status) + "; its data may not be installed");
  }
  if (ucnv_getType(converter_.get()) == UCNV_ISO_2022) {
    kind_ = Kind::stateful;
  } else {
    fill_table();
  }
}

void CharacterDecoder::fill_table() {
  for (std::size_t byte = 0; byte < table_.size(); ++byte) {
    const char single = static_cast<char>(byte);
    const char* source = &single;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_resetToUnicode(converter_.get());
    const UChar32 point = ucnv_getNextUChar(converter_.get(), &source, source + 1, &status);
    if (status == U_TRUNCATED_CHAR_FOUND) {
      table_[byte] = lead_byte;
    } else {
      const bool is_assigned = U_SUCCESS(status) && !is_private(static_cast<char32_t>(point));
      table_[byte] = is_assigned ? static_cast<char32_t>(point) : Character::broken;
    }
  }
  // Some tables of ICU exchange controls, as the hardware that they were made for did.
  if (table_['a'] == U'a') {
    for (std::size_t byte = 0; byte < ' '; ++byte) {
      table_[byte] = static_cast<char32_t>(byte);
    }
  }
}

void CharacterDecoder::reset() {
  if (kind_ == Kind::stateful) {
    ucnv_resetToUnicode(converter_.get());
  }
}

Character CharacterDecoder::converted(std::string_view bytes, std::size_t at) {
  constexpr std::size_t longest = 8;  // No character has as many.
  const char* const begin = bytes.data() + at;
  const char* source = begin;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_resetToUnicode(converter_.get());
  const UChar32 point = ucnv_getNextUChar(converter_.get(), &source,
                                          begin + std::min(longest, bytes.size() - at), &status);
  const auto taken = static_cast<std::size_t>(source - begin);
  if (U_SUCCESS(status)) {
    return {static_cast<char32_t>(point), taken};
  }
  // A well-formed pair that stands for nothing is one part, unless it would swallow ASCII.
  const bool is_pair =
      status == U_INVALID_CHAR_FOUND && taken == 2 && static_cast<unsigned char>(begin[1]) >= 0x80;
  return {Character::broken, is_pair ? taken : 1};
}

Character CharacterDecoder::converted_in_state(std::string_view bytes, std::size_t at) {
  const char* const begin = bytes.data() + at;
  const char* source = begin;
  UErrorCode status = U_ZERO_ERROR;
  const UChar32 point =
      ucnv_getNextUChar(converter_.get(), &source, bytes.data() + bytes.size(), &status);
  const std::size_t taken = std::max<std::size_t>(1, static_cast<std::size_t>(source - begin));
  if (U_SUCCESS(status)) {
    return {static_cast<char32_t>(point), taken};
  }
  return {status == U_INDEX_OUTOFBOUNDS_ERROR ? Character::none : Character::broken, taken};
}

CharacterDecoder& thread_decoder(const std::string& charset) {
  constexpr std::size_t kept_max = 64;  // More than the detector has candidates.
  thread_local std::map<std::string, std::unique_ptr<CharacterDecoder>> decoders;
  if (decoders.size() >= kept_max && !decoders.contains(charset)) {
    decoders.clear();
  }
  std::unique_ptr<CharacterDecoder>& decoder = decoders[charset];
  if (decoder == nullptr) {
    decoder = std::make_unique<CharacterDecoder>(charset);
  }
  decoder->reset();
  return *decoder;
}

Character CharacterDecoder::wide(std::string_view bytes, std::size_t at) const {
  const auto unit = [&](std::size_t begin) {
    char32_t value = 0;
    for (std::size_t i = 0; i < unit_bytes_; ++i) {
      const std::size_t shift = 8 * (big_endian_ ? unit_bytes_ - 1 - i : i);
      value |= static_cast<char32_t>(static_cast<unsigned char>(bytes[begin + i])) << shift;
    }
    return value;
  };
  const std::size_t left = bytes.size() - at;
  if (left < unit_bytes_) {
    return {Character::broken, left};
  }
  const char32_t first = unit(at);
  if (!is_surrogate(first) || unit_bytes_ == 4) {
    return {first > 0x10FFFF || is_surrogate(first) ? Character::broken : first, unit_bytes_};
  }
  if (first <= 0xDBFF && left >= 4) {
    const char32_t second = unit(at + 2);
    if (second >= 0xDC00 && second <= 0xDFFF) {
      return {0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4};
    }
  }
  return {Character::broken, 2};
}

}  // namespace pilcrow
