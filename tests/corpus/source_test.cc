// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/format_names.h"
#include "tests/support/archives.h"

namespace pilcrow {
namespace {

using testing::HasSubstr;

GuessedFormat guess(const std::string& name, std::string bytes,
                    const std::string& media_type = "") {
  InputFile file(make_memory_stream(std::move(bytes)),
                 SourceOrigin{.path = name, .media_type = media_type});
  return guess_format(file);
}

TEST(GuessFormat, UnmistakableContentBeatsTheName) {
  const struct {
    std::string bytes;
    SourceFormat format;
  } rows[] = {
      {"%PDF-1.7\n", SourceFormat::pdf},
      {std::string("PK\3\4\0", 5), SourceFormat::archive},
      {pack("zip", "none", {{"mimetype", "application/epub+zip"}}, "zip:compression=store"),
       SourceFormat::epub},
      {pack("zip", "none", {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<d/>"}}),
       SourceFormat::docx},
      {compress("gzip", "x"), SourceFormat::archive},
      {compress("bzip2", "x"), SourceFormat::archive},
      {compress("xz", "x"), SourceFormat::archive},
      {compress("zstd", "x"), SourceFormat::archive},
      {pack("ustar", "none", {{"a", "b"}}), SourceFormat::archive},
      {"WARC/1.1\r\n", SourceFormat::warc},
      {"\n<!DOCTYPE HTML>", SourceFormat::html},
      {"\xEF\xBB\xBF <!-- saved --><HTML lang=de>", SourceFormat::html},
      {"<head><title>A", SourceFormat::html},
      {"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", SourceFormat::html},
      {"<!DOCTYPE rss [<!ENTITY a 'b'> <!ENTITY c 'd'>] ><rss>", SourceFormat::feed},
      {"<?xml version='1.0'?>\n<rss version='2.0'>", SourceFormat::feed},
      {"<rdf:RDF xmlns='x'>", SourceFormat::feed},
      {"<?xml version='1.0'?><!-- a --><feed xmlns='x'>", SourceFormat::feed},
      {"<mediawiki xml:lang='kk'>", SourceFormat::mediawiki},
      {std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14), SourceFormat::html},
      {std::string("\xFE\xFF\0<\0f\0e\0e\0d\0>", 14), SourceFormat::feed},
  };
  for (const auto& row : rows) {
    for (const char* name : {"-", "a", "a.txt", "a.csv"}) {
      const GuessedFormat guessed = guess(name, row.bytes);
      EXPECT_EQ(guessed.format, row.format) << name << ": " << row.bytes.substr(0, 40);
      EXPECT_EQ(guessed.refusal, "");
    }
  }
}

TEST(GuessFormat, TheNameDecidesWhereTheContentDoesNot) {
  const struct {
    const char* name;
    SourceFormat format;
  } rows[] = {
      {"a", SourceFormat::text},        {"a.TXT", SourceFormat::text},
      {"a.md", SourceFormat::markdown}, {"a.html", SourceFormat::html},
      {"a.csv", SourceFormat::csv},     {"a.tab", SourceFormat::tsv},
      {"a.jsonl", SourceFormat::jsonl}, {"a.json", SourceFormat::json},
      {"a.1", SourceFormat::text},      {"a.warc", SourceFormat::warc},
      {"-", SourceFormat::text},        {".html", SourceFormat::text},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(guess(row.name, "It rained.").format, row.format) << row.name;
  }
}

TEST(GuessFormat, JsonIsOneArticleALineWhereTheFirstLineIsAnObject) {
  const struct {
    const char* name;
    const char* bytes;
    SourceFormat format;
  } rows[] = {
      {"-", "{\"a\":1}\n{\"a\":2}\n", SourceFormat::jsonl},
      {"-", "{\"a\":1}", SourceFormat::jsonl},
      {"a.json", "{\"a\":1}\n", SourceFormat::json},
      {"a.json", "{\"a\":1}\n{\"a\":2}\n", SourceFormat::jsonl},
      {"a", "{\n  \"a\": 1\n}", SourceFormat::json},
      {"a", " [\n{\"a\": 1}]", SourceFormat::json},
      {"a.jsonl", "{broken", SourceFormat::jsonl},
      {"a", "[Music] He sang.", SourceFormat::text},
      {"a", "{Editor's note} He sang.", SourceFormat::text},
      {"a.txt", "{\"a\":1}\n", SourceFormat::text},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(guess(row.name, row.bytes).format, row.format) << row.name << ' ' << row.bytes;
  }
}

TEST(GuessFormat, TheMediaTypeOfACrawlGoesBeforeTheName) {
  EXPECT_EQ(guess("show.php", "<p>Rain", "text/html").format, SourceFormat::html);
  EXPECT_EQ(guess("logo.png", "Rain", "text/plain").format, SourceFormat::text);
  EXPECT_EQ(guess("index", "<rss>", "text/xml").format, SourceFormat::feed);
}

TEST(GuessFormat, WhatCannotBeReadSaysWhy) {
  const struct {
    const char* name;
    const char* bytes;
    const char* reason;
  } rows[] = {
      {"a.png", "x", "it is no text but .png"},
      {"a.odt", "PK\3\4", "it is no text but .odt"},
      {"a.pdf", "Rain", "it is no pdf"},
      {"a.docx", "", "it is empty"},
      {"a.xml", "<?xml version='1.0'?><plist>", "it is XML, but neither a feed"},
      {"a", "<?xml version='1.0'?><plist>", "but <plist>"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(guess(row.name, row.bytes).refusal, HasSubstr(row.reason)) << row.name;
  }
}

}  // namespace
}  // namespace pilcrow
