// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever numbers, strings, positions, keys and tags there are, they come back as they were.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sealed/codec.h"
#include "sealed/table_writer.h"
#include "tests/sealed/decode.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

// A difference is a crash, which the fuzzer reports.
void require(bool true_here) {
  if (!true_here) {
    std::abort();
  }
}

class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size)
      : rest_(reinterpret_cast<const char*>(data), size) {}

  bool empty() const { return rest_.empty(); }
  std::uint64_t number(std::size_t bytes) {
    std::uint64_t value = 0;
    for (const char byte : text(bytes)) {
      value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
  }
  std::string text(std::size_t bytes) {
    std::string text(rest_.substr(0, bytes));
    rest_.remove_prefix(text.size());
    return text;
  }

 private:
  std::string_view rest_;
};

void check_number(std::uint64_t value) {
  std::string bytes;
  append_leb128(bytes, value);
  append_sort_uint(bytes, value);
  std::string_view rest = bytes;
  require(take_vint(rest) == value && take_sort_uint(rest) == value && rest.empty());
  bytes.clear();
  append_last_uint(bytes, value);
  require(decode_last_uint(bytes) == value);
}

void check_string(const std::string& string) {
  for (const KeyEnd end : {KeyEnd::here, KeyEnd::later}) {
    std::string bytes;
    append_sort_string(bytes, string, end);
    std::string_view rest = bytes;
    require(take_sort_string(rest, end == KeyEnd::here) == string && rest.empty());
  }
}

void check_positions(Input& input) {
  std::set<std::uint32_t> sorted;
  const auto bytes = 1 + input.number(1) % 4;
  for (auto count = 1 + input.number(1); count > 0; --count) {
    sorted.insert(static_cast<std::uint32_t>(input.number(bytes)));
  }
  const std::vector<std::uint32_t> positions(sorted.begin(), sorted.end());
  if (positions == std::vector<std::uint32_t>{0, 1}) {
    return;  // The format spells them as it does 1.
  }
  std::string out;
  append_positions(out, positions);
  require(decode_positions(out) == positions);
}

void check_table(Input& input) {
  const TemporaryPath folder;
  TableWriter table(folder / "table", std::uint32_t{2048} << input.number(1) % 6, 0);
  std::map<std::string, TableEntry> sorted;
  while (!input.empty()) {
    const bool deflated = input.number(1) % 2 != 0;
    const std::size_t key_bytes = 1 + input.number(1) % key_bytes_max;
    const std::string key = input.text(key_bytes);
    // What is told of a tag is its size, so that little input makes big tables.
    const std::string tag(input.number(2) % 9000, static_cast<char>(key_bytes));
    if (!key.empty()) {
      sorted[key] = {key, tag, deflated};
    }
  }
  std::vector<TableEntry> entries;
  for (const auto& [key, entry] : sorted) {
    table.add(key, entry.tag, entry.deflated ? TagForm::deflated : TagForm::plain);
    entries.push_back(entry);
  }
  const RootInfo root = table.finish();
  table.close();
  require(read_table(folder / "table", root) == entries);
}

}  // namespace
}  // namespace pilcrow::sealed

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pilcrow::sealed;
  Input input(data, size);
  switch (input.number(1) % 4) {
    case 0:
      check_number(input.number(8));
      break;
    case 1:
      check_string(input.text(300));
      break;
    case 2:
      check_positions(input);
      break;
    default:
      check_table(input);
  }
  return 0;
}
