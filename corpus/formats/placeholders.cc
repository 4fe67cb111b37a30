// SPDX-License-Identifier: GPL-2.0-or-later
// Stands for readers that are written elsewhere, until they are here.
#include "corpus/formats/readers.h"
#include "corpus/formats/spelling.h"
#include "corpus/pdf_text.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

[[noreturn]] void refuse(const char* format) {
  throw Error(ErrorCode::internal, std::string("no reader of ") + format + " yet; left out");
}

}  // namespace

ReaderPointer make_html_reader(InputPointer, const ReadOptions&) {
  refuse("html");
}
ReaderPointer make_markdown_reader(InputPointer, const ReadOptions&) {
  refuse("markdown");
}
ReaderPointer make_docx_reader(InputPointer, const ReadOptions&) {
  refuse("docx");
}
ReaderPointer make_pdf_reader(InputPointer, const ReadOptions&) {
  refuse("pdf");
}
ReaderPointer make_json_reader(InputPointer, const ReadOptions&) {
  refuse("json");
}
ReaderPointer make_csv_reader(InputPointer, char separator, const ReadOptions&) {
  refuse(separator == '\t' ? "tsv" : "csv");
}
ReaderPointer make_feed_reader(InputPointer, const ReadOptions&) {
  refuse("feed");
}
ReaderPointer make_mediawiki_reader(InputPointer, const ReadOptions&) {
  refuse("mediawiki");
}
ReaderPointer make_epub_reader(InputPointer, const ReadOptions&) {
  refuse("epub");
}

std::string pdf_text(std::string_view) {
  return "";
}

std::string json_string_text(std::string_view spelling) {
  return std::string(spelling);
}
std::string csv_field_text(std::string_view spelling) {
  return std::string(spelling);
}
std::string html_text(std::string_view spelling) {
  return std::string(spelling);
}
std::string xml_text(std::string_view spelling) {
  return std::string(spelling);
}
std::string markdown_text(std::string_view spelling) {
  return std::string(spelling);
}
std::string wikitext_text(std::string_view spelling) {
  return std::string(spelling);
}
std::string docx_text(std::string_view spelling) {
  return std::string(spelling);
}
std::string xml_character_data(std::string_view spelling) {
  return std::string(spelling);
}

}  // namespace pilcrow
