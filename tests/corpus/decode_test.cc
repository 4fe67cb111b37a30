// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/decode.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "corpus/charset_names.h"
#include "corpus/utf8.h"
#include "pilcrow/article.h"
#include "tests/support/encode.h"
#include "tests/support/expect_error.h"
#include "tests/support/repeated.h"

namespace pilcrow {
namespace {

using namespace std::string_literals;

// The bytes that the map gives for any part of the text must decode to that part.
void expect_exact_map(const std::string& bytes, const DecodedText& decoded) {
  EXPECT_TRUE(is_valid_utf8(decoded.text));
  EXPECT_EQ(decoded.map.text_size(), decoded.text.size());
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < decoded.text.size(); ++i) {
    if ((static_cast<unsigned char>(decoded.text[i]) & 0xC0U) != 0x80U) {
      starts.push_back(i);
    }
  }
  starts.push_back(decoded.text.size());
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    for (const std::size_t characters : {1U, 2U, 5U, 1000U}) {
      const Span part = {starts[i], starts[std::min(i + characters, starts.size() - 1)]};
      const Span source = decoded.map.source(part);
      ASSERT_LE(source.end, bytes.size());
      ASSERT_EQ(decode_bytes(bytes.substr(source.begin, source.size()), decoded.charset),
                decoded.text.substr(part.begin, part.size()))
          << decoded.charset << " at " << part.begin;
    }
  }
}

TEST(DecodeTest, WhatDecidesComesInOrder) {
  const std::string russian = "Поезд пришёл вовремя. ";
  const struct {
    std::string bytes;
    const char* declared;
    const char* charset;
    std::string text;
  } rows[] = {
      {"", "", "", ""},
      {"plain", "koi8-r", "", "plain"},
      // A byte order mark before everything.
      {"\xEF\xBB\xBF\xC3\xA4", "koi8-r", "", "ä"},
      {"\xFF\xFEh\0i\0"s, "koi8-r", "UTF-16LE", "hi"},
      {"\xFE\xFF\x04\x1F\x04\x3E"s, "", "UTF-16BE", "По"},
      {"\xFF\xFE\0\0h\0\0\0"s, "", "UTF-32LE", "h"},
      {"\0\0\xFE\xFF\0\x01\xF4\x04"s, "", "UTF-32BE", "\U0001F404"},
      {"\xFF\xFE", "", "UTF-16LE", ""},
      // UTF-8 before what is declared.
      {"Drei gr\xC3\xBC\xC3\x9F\xC3\xA4n", "iso-8859-1", "", "Drei grüßän"},
      // What is declared before what it looks like.
      {encode(russian, "windows-1251"), "Windows-1252", "windows-1252", "Ïîåçä ïðèø¸ë âîâðåìÿ. "},
      {"\x93na\xEFve\x94", "latin1", "windows-1252", "“naïve”"},
      {"\x80 20", "ISO-8859-1", "windows-1252", "€ 20"},
      {encode("镕 is a character of GBK", "GB18030"), "gb2312", "GB18030",
       "镕 is a character of GBK"},
      {encode("똠방각하", "windows-949"), "ks_c_5601-1987", "windows-949", "똠방각하"},
      {"\x87\x40 \xA4\xA2", "shift_jis", "Shift_JIS", "① ､｢"},
      {"\xA1\xA2\x93", "TIS-620", "windows-874", "กข“"},
      {encode("ďábelské ódy", "ISO-8859-2"), " 'latin2' ", "ISO-8859-2", "ďábelské ódy"},
      // A name of nothing, a wrong name, and one that the bytes do not fit: what it looks like.
      {encode(russian, "windows-1251"), "x-none", "windows-1251", russian},
      {encode(russian, "windows-1251"), "utf-8", "windows-1251", russian},
      {encode(russian, "windows-1251"), "utf-16", "windows-1251", russian},
      {encode(russian, "windows-1251"), "shift_jis", "windows-1251", russian},
      {encode(russian, "windows-1251"), "big5", "windows-1251", russian},
  };
  for (const auto& row : rows) {
    const DecodedText decoded = decode_text(row.bytes, row.declared);
    EXPECT_EQ(decoded.charset, row.charset) << row.text;
    EXPECT_EQ(decoded.text, row.text);
    EXPECT_EQ(decoded.replaced, 0U) << row.text;
    EXPECT_EQ(decoded.map.source_end(), row.bytes.size()) << row.text;
    expect_exact_map(row.bytes, decoded);
  }
}

TEST(DecodeTest, AFewBrokenPartsDoNotMakeUtf8AnythingElse) {
  const std::string valid = repeated("Шёл дождь. ", 20);
  const struct {
    const char* what;
    std::string bytes;
    std::string text;
    std::size_t replaced;
  } rows[] = {
      {"stray bytes", valid + "\xFF" + valid + "\xE4" + valid,
       valid + "\uFFFD" + valid + "\uFFFD" + valid, 2},
      {"cut at the end", "Drei \xC3\x84pfel und \xE2\x80", "Drei Äpfel und \uFFFD", 1},
      {"a surrogate", valid + "\xED\xA0\x80" + valid, valid + "\uFFFD\uFFFD\uFFFD" + valid, 3},
      {"a stray NUL", "Drei \xC3\x84pfel\0 gro\xC3\x9F"s, "Drei Äpfel\uFFFD groß", 1},
      {"after a mark", "\xEF\xBB\xBF\xFFx", "\uFFFDx", 1},
  };
  for (const auto& row : rows) {
    const DecodedText decoded = decode_text(row.bytes);
    EXPECT_EQ(decoded.charset, "") << row.what;
    EXPECT_EQ(decoded.text, row.text) << row.what;
    EXPECT_EQ(decoded.replaced, row.replaced) << row.what;
    expect_exact_map(row.bytes, decoded);
  }
  EXPECT_EQ(decode_text("It r\xE4ined.").charset, "windows-1252");
}

TEST(DecodeTest, BrokenPartsOfOtherCharsetsAreReplacedOneByOne) {
  const struct {
    const char* charset;
    std::string bytes;
    std::string text;
  } rows[] = {
      {"windows-1252", "a\x81z", "a\u0081z"},
      {"windows-1253", "\xE1\xD2\xE2", "α\uFFFDβ"},
      {"KOI8-R", "a\0b"s,
       "a\uFFFD"
       "b"},
      {"UTF-16LE", "a\0\x3D\xD8\x0A\0b"s, "a\uFFFD\n\uFFFD"},
      {"UTF-16BE", "\xD8\x3D\xDC\x04\xDC\x04"s, "\U0001F404\uFFFD"},
      {"UTF-32LE", "a\0\0\0\0\0\x11\0\0\xD8\0\0z"s, "a\uFFFD\uFFFD\uFFFD"},
      {"GB18030", "\x81\x30\x81\n\xD6",
       "\uFFFD"
       "0\uFFFD\n\uFFFD"},
      {"EUC-JP", "\x8F\xA1 \xA4\xA2\x8F\xA1\n", "\uFFFD\uFFFD あ\uFFFD\uFFFD\n"},
      {"Shift_JIS", "\x82\xA0\x82\n\xFF", "あ\uFFFD\n\uFFFD"},
      {"Big5", "\xA4\x40\xFF<\xA4", "一\uFFFD<\uFFFD"},
      {"windows-949", "\xB0\xA1\xB0<\xFF", "가\uFFFD<\uFFFD"},
  };
  for (const auto& row : rows) {
    const DecodedText decoded = decode_as(row.bytes, row.charset);
    EXPECT_EQ(decoded.text, row.text) << row.charset;
    EXPECT_EQ(decoded.charset, row.charset);
    expect_exact_map(row.bytes, decoded);
  }
}

TEST(DecodeTest, LinesOfIso2022JpStandForThemselves) {
  const std::string text = "列車は着いた。\nNobody was waiting: 誰も。\nおわり";
  const std::string bytes = encode(text, "ISO-2022-JP");
  const DecodedText decoded = decode_text(bytes);
  EXPECT_EQ(decoded.charset, "ISO-2022-JP");
  EXPECT_EQ(decoded.text, text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span source = decoded.map.source({begin, end});
    EXPECT_EQ(decode_bytes(bytes.substr(source.begin, source.size()), "ISO-2022-JP"),
              text.substr(begin, end - begin));
    begin = end + 1;
  }
}

TEST(DecodeTest, LabelsMeanWhatBrowsersTakeThemFor) {
  const struct {
    const char* label;
    const char* charset;
  } rows[] = {
      {"UTF8", ""},
      {"utf-8", ""},
      {"ASCII", "windows-1252"},
      {"ISO8859-1", "windows-1252"},
      {"iso_8859-9", "windows-1254"},
      {"Latin-1", "windows-1252"},
      {"cp1251", "windows-1251"},
      {"win-1251", nullptr},
      {"GBK", "GB18030"},
      {"x-sjis", "Shift_JIS"},
      {"euc_kr", "windows-949"},
      {"KOI8-RU", "KOI8-U"},
      {"macintosh", "macintosh"},
      {"", nullptr},
      {"utf-7", nullptr},
      {"hz-gb-2312", nullptr},
      {"ISO-2022-KR", nullptr},
      {"SCSU", nullptr},
      {"binary", nullptr},
      {"../../etc/passwd", nullptr},
  };
  for (const auto& row : rows) {
    const auto charset = charset_of_label(row.label);
    ASSERT_EQ(charset.has_value(), row.charset != nullptr) << row.label;
    EXPECT_EQ(charset.value_or("-"), row.charset == nullptr ? "-" : row.charset) << row.label;
  }
  EXPECT_FALSE(charset_of_label("koi8-r\0"s));
  EXPECT_FALSE(charset_of_label(std::string(100000, 'a')));
}

TEST(DecodeTest, AnUnknownCharsetIsAnErrorThatSuggestsOne) {
  expect_error(ErrorCode::invalid_argument, "'windws-1251'",
               [] { require_charset("windws-1251"); });
  expect_error(ErrorCode::invalid_argument, "did you mean 'windows-1251'",
               [] { require_charset("windws-1251"); });
  expect_error(ErrorCode::invalid_argument, "did you mean",
               [] { require_charset(std::string(100000, 'x')); });
  require_charset("");
  require_charset("cp866");
}

TEST(DecodeTest, ACharsetWithoutAConverterNeverFails) {
  EXPECT_EQ(decode_bytes("caf\xE9", "no-such-charset"), "café");
}

TEST(DecodeTest, RandomBytesDecodeAsSomething) {
  std::mt19937 random(20240229);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) {
      byte = static_cast<char>(random());
    }
    expect_exact_map(bytes, decode_text(bytes));
    for (const char* charset : {"", "UTF-16LE", "UTF-32BE", "GB18030", "Big5", "Shift_JIS",
                                "EUC-JP", "windows-949", "windows-1255"}) {
      expect_exact_map(bytes, decode_as(bytes, charset));
    }
    decode_as(bytes, "ISO-2022-JP");
  }
}

// Texts of one alphabet each, which is all that the charset holds of it.
TEST(DecodeTest, RandomTextsComeBackFromEveryCharset) {
  const struct {
    const char* charset;
    std::vector<const char*> characters;
  } rows[] = {
      {"", {"a", "é", "ж", "中", "\U0001F404", "\n", " "}},
      {"UTF-16LE", {"a", "é", "ж", "中", "\U0001F404", "\n", " "}},
      {"UTF-16BE", {"a", "é", "ж", "中", "\U0001F404", "\n", " "}},
      {"UTF-32LE", {"a", "é", "ж", "中", "\U0001F404", "\n", " "}},
      {"GB18030", {"a", "é", "ж", "中", "国", "\U0001F404", "ұ", "\n", " "}},
      {"Big5", {"a", "中", "國", "，", "\n", " "}},
      {"Shift_JIS", {"a", "中", "ソ", "表", "ｱ", "。", "\n", " "}},
      {"EUC-JP", {"a", "中", "ソ", "表", "ｱ", "丂", "\n", " "}},
      {"windows-949", {"a", "가", "똠", "中", "\n", " "}},
      {"windows-1251", {"a", "ж", "Ж", "ё", "—", "\n", " "}},
      {"KOI8-U", {"a", "ж", "Ж", "ї", "─", "\n", " "}},
      {"windows-1257", {"a", "ė", "š", "Ž", "\n", " "}},
      {"windows-874", {"a", "ก", "่", "\n", " "}},
  };
  std::mt19937 random(20240301);
  for (const auto& row : rows) {
    for (int round = 0; round < 20; ++round) {
      std::string text;
      for (std::size_t left = random() % 120; left > 0; --left) {
        text += row.characters[random() % row.characters.size()];
      }
      const std::string bytes = *row.charset == '\0' ? text : encode(text, row.charset);
      const DecodedText decoded = decode_as(bytes, row.charset);
      EXPECT_EQ(decoded.text, text) << row.charset;
      EXPECT_EQ(decoded.replaced, 0U) << row.charset;
      expect_exact_map(bytes, decoded);
    }
  }
}

TEST(DecodeTest, MuchOfNothingIsDecodedInATimeThatGrowsWithIt) {
  const std::string bytes(std::size_t{4} << 20, '\xFF');
  for (const char* charset : {"", "GB18030", "windows-1252", "UTF-16LE", "EUC-JP"}) {
    EXPECT_EQ(decode_as(bytes, charset).map.source_end(), bytes.size()) << charset;
  }
  EXPECT_EQ(decode_text(bytes).map.source_end(), bytes.size());
}

}  // namespace
}  // namespace pilcrow
