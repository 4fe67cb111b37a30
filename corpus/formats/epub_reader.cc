// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "corpus/article_builder.h"
#include "corpus/article_facts.h"
#include "corpus/formats/epub_package.h"
#include "corpus/formats/readers.h"
#include "corpus/furniture.h"
#include "corpus/html/html_blocks.h"
#include "corpus/whole_file.h"
#include "corpus/zip_members.h"

namespace pilcrow {
namespace {

constexpr std::size_t chapters_max = 10000;

class EpubReader : public ArticleReader {
 public:
  EpubReader(InputPointer file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (!std::exchange(opened_, true) && !open(problems)) {
      package_.chapters.clear();
    }
    while (next_chapter_ < package_.chapters.size()) {
      if (read_chapter(package_.chapters[next_chapter_++], article, problems)) {
        found_any_ = true;
        return true;
      }
    }
    if (zip_ != nullptr && !found_any_) {
      note(problems, "", "it holds no text; left out");
    }
    zip_.reset();
    return false;
  }

 private:
  void note(std::vector<Problem>& problems, const std::string& where, std::string reason) const {
    problems.push_back({file_->origin().id(), where, std::move(reason)});
  }

  // Reads what is known of the whole book; where it can't be read, `zip_` stays empty.
  bool open(std::vector<Problem>& problems) {
    std::optional<std::string> bytes = read_bytes(*file_, options_, problems);
    if (!bytes) {
      return false;
    }
    auto zip = std::make_unique<ZipMembers>(*std::move(bytes), options_);
    std::string reason;
    const std::optional<std::string> container = zip->read("META-INF/container.xml", reason);
    const std::string member = epub_package_member(container.value_or(""));
    const std::optional<std::string> package =
        member.empty() ? std::nullopt : zip->read(member, reason);
    std::string absent;
    if (!package) {
      reason = reason.empty() ? "its container names no package document" : reason;
    } else if (is_epub_encrypted(zip->read("META-INF/encryption.xml", absent).value_or(""))) {
      reason = "it is encrypted";
    }
    if (!reason.empty()) {
      note(problems, "", reason + "; left out");
      return false;
    }
    zip_ = std::move(zip);
    take_package(decode_text(*package).text, member, problems);
    return true;
  }

  void take_package(std::string_view xml, const std::string& member,
                    std::vector<Problem>& problems) {
    package_ = read_epub_package(xml, member);
    if (package_.chapters.size() > chapters_max) {
      package_.chapters.resize(chapters_max);
      note(problems, "",
           "it has more than " + std::to_string(chapters_max) + " chapters; the rest is left out");
    }
    std::string absent;
    constexpr std::size_t contents_max = 4;
    for (std::size_t i = 0; i < std::min(package_.contents.size(), contents_max); ++i) {
      const std::string& contents = package_.contents[i];
      const std::string bytes = zip_->read(contents, absent).value_or("");
      read_epub_labels(decode_text(bytes).text, contents, labels_);
    }
  }

  bool read_chapter(const std::string& member, Article& article, std::vector<Problem>& problems) {
    std::string reason;
    std::optional<std::string> bytes = zip_->read(member, reason);
    if (!bytes) {
      note(problems, member, reason + "; left out");
      return false;
    }
    const std::size_t size = bytes->size();
    const DecodedText chapter = decode_text(*std::move(bytes));
    start_article(member, chapter.charset, size, article);
    ArticleBuilder builder(article, options_);
    std::string heading;
    bool has_body = false;
    for (const HtmlBlock& block : read_html_blocks(chapter.text)) {
      const ParagraphKind kind =
          block.kind == ParagraphKind::body ? evident_kind(block.text) : block.kind;
      heading = heading.empty() && kind == ParagraphKind::headline ? block.text : heading;
      has_body |= kind == ParagraphKind::body;
      builder.add(kind, block.text, block.map, &chapter.map);
    }
    const auto label = labels_.find(member);
    article.title = heading.empty() && label != labels_.end() ? label->second : heading;
    return has_body;
  }

  void start_article(const std::string& member, const std::string& charset, std::size_t size,
                     Article& article) const {
    SourceOrigin origin = file_->origin();
    origin.member = member_within(origin, member);
    article = article_of(origin, charset, {0, size});
    article.section = package_.book.section;
    article.author = package_.book.author;
    article.date = package_.book.date;
    article.language = package_.book.language;
    article.facets = package_.book.facets;
    article.source_encoding = SourceEncoding::html;
  }

  InputPointer file_;
  const ReadOptions options_;
  bool opened_ = false;
  bool found_any_ = false;
  std::unique_ptr<ZipMembers> zip_;
  EpubPackage package_;
  std::map<std::string, std::string> labels_;  // Of chapters, by member.
  std::size_t next_chapter_ = 0;
};

}  // namespace

ReaderPointer make_epub_reader(InputPointer file, const ReadOptions& options) {
  return std::make_unique<EpubReader>(std::move(file), options);
}

}  // namespace pilcrow
