// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/lists.h"

#include <algorithm>
#include <functional>

#include "pilcrow/error.h"
#include "sealed/keys.h"

namespace pilcrow::sealed {
namespace {

// A term of a list but the first, which follows `previous`.
char* put_term(char* out, std::string_view previous, const TermCount& term) {
  const std::size_t reused = shared_bytes(previous, term.term);
  const bool ascends =
      reused < term.term.size() &&
      (reused == previous.size() || static_cast<unsigned char>(previous[reused]) <
                                        static_cast<unsigned char>(term.term[reused]));
  if (!ascends) {
    throw Error(ErrorCode::internal,
                "write a term list: terms came in the wrong order; this is a defect, please "
                "report it");
  }
  // A small count stands in one byte with what is reused: above the length of the term before,
  // which no number of reused bytes is.
  constexpr std::uint32_t packed_wdf_max = 126;
  const std::uint64_t packed = (std::uint64_t{term.wdf} + 1) * (previous.size() + 1) + reused;
  const bool packs = term.wdf <= packed_wdf_max && packed <= 0xff;
  *out++ = static_cast<char>(packs ? packed : reused);
  *out++ = static_cast<char>(term.term.size() - reused);
  out = put_bytes(out, term.term.substr(reused));
  return packs ? out : put_leb128(out, term.wdf);
}

}  // namespace

void refuse_term(std::string_view term) {
  throw Error(ErrorCode::invalid_argument,
              "write a database: a term has " + std::to_string(sort_string_size(term)) +
                  " bytes, where each zero byte counts twice; from 1 to 245 are possible");
}

void PostingListWriter::begin(std::string_view key, std::string_view separator,
                              std::uint64_t frequency, std::uint64_t collection_frequency) {
  key_.assign(key);
  first_key_bytes_ = key_.size();
  key_.append(separator);
  later_key_bytes_ = key_.size();
  frequency_ = frequency;
  collection_frequency_ = collection_frequency;
  first_chunk_ = true;
  out_ = body();
  last_docid_ = 0;
  count_ = 0;
  sum_ = 0;
}

void PostingListWriter::end() {
  if (out_ != body()) {
    write_chunk(true);
  }
}

void PostingListWriter::write_chunk(bool last) {
  char header[header_bytes_max];
  char* end = header;
  if (first_chunk_) {
    end = put_leb128(end, frequency_);
    end = put_leb128(end, collection_frequency_);
    end = put_leb128(end, first_docid_ - 1);
    key_.resize(first_key_bytes_);
  } else {
    key_.resize(later_key_bytes_);
    append_sort_uint(key_, first_docid_);
  }
  end = put_bool(end, last);
  end = put_leb128(end, last_docid_ - first_docid_);
  const std::string_view written(header, static_cast<std::size_t>(end - header));
  char* begin = body() - written.size();
  put_bytes(begin, written);
  table_.add(key_, {begin, static_cast<std::size_t>(out_ - begin)});
  first_chunk_ = false;
  out_ = body();
}

void PostingListWriter::refuse(std::uint32_t docid) const {
  throw Error(ErrorCode::internal, "write table " + table_.path().string() + ": document " +
                                       std::to_string(docid) + " follows " +
                                       std::to_string(last_docid_) +
                                       "; this is a defect, please report it");
}

void SlotStatistics::count(std::string_view value) {
  if (frequency == 0 || value < lower) {
    lower.assign(value);
  }
  if (frequency == 0 || value > upper) {
    upper.assign(value);
  }
  ++frequency;
}

std::string encode(const SlotStatistics& statistics) {
  std::string out;
  append_leb128(out, statistics.frequency);
  append_string(out, statistics.lower);
  // An upper bound that equals the lower one is left out.
  if (statistics.upper != statistics.lower) {
    out += statistics.upper;
  }
  return out;
}

void ValueListWriter::begin(std::uint32_t slot) {
  statistics_ = {};
  statistics_.slot = slot;
  key_.clear();
  append_values_key(key_, slot);
  key_bytes_ = key_.size();
  chunk_.clear();
  last_docid_ = 0;
}

void ValueListWriter::add(std::uint32_t docid, std::string_view value) {
  if (docid <= last_docid_ || value.empty()) {
    throw Error(ErrorCode::internal,
                "write table " + table_.path().string() +
                    (value.empty() ? ": a value is empty" : ": values came in the wrong order") +
                    "; this is a defect, please report it");
  }
  if (chunk_.empty()) {
    first_docid_ = docid;
  } else {
    append_leb128(chunk_, docid - last_docid_ - 1);
  }
  append_string(chunk_, value);
  last_docid_ = docid;
  statistics_.count(value);
  if (chunk_.size() >= chunk_bytes) {
    write_chunk();
  }
}

void ValueListWriter::end() {
  if (!chunk_.empty()) {
    write_chunk();
  }
}

void ValueListWriter::write_chunk() {
  key_.resize(key_bytes_);
  append_sort_uint(key_, first_docid_);
  table_.add(key_, chunk_);
  chunk_.clear();
}

std::string_view TermlistEncoder::encode(std::uint32_t document_length,
                                         std::span<const TermCount> terms) {
  // A document without terms has an empty list.
  if (terms.empty()) {
    return {};
  }
  constexpr std::size_t numbers_bytes_max = 2 + leb128_32_bytes_max;
  std::size_t bytes_max = 2 * leb128_bytes_max;
  for (const TermCount& term : terms) {
    check_term(term.term);
    bytes_max += term.term.size() + numbers_bytes_max;
  }
  if (out_.size() < bytes_max) {
    out_.resize(2 * bytes_max);
  }
  char* out = put_leb128(put_leb128(out_.data(), document_length), terms.size());
  *out++ = static_cast<char>(terms.front().term.size());
  out = put_leb128(put_bytes(out, terms.front().term), terms.front().wdf);
  for (std::size_t i = 1; i < terms.size(); ++i) {
    out = put_term(out, terms[i - 1].term, terms[i]);
  }
  return {out_.data(), static_cast<std::size_t>(out - out_.data())};
}

void append_slots(std::string& out, std::span<const std::uint32_t> slots) {
  if (std::adjacent_find(slots.begin(), slots.end(), std::greater_equal<>()) != slots.end()) {
    throw Error(ErrorCode::internal,
                "write a term list: slots came in the wrong order; this is a defect, please "
                "report it");
  }
  append_leb128(out, slots.front());
  for (std::size_t i = 1; i < slots.size(); ++i) {
    append_leb128(out, slots[i] - slots[i - 1] - 1);
  }
}

}  // namespace pilcrow::sealed
