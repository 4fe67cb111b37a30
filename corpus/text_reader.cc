// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <utility>

#include "corpus/furniture.h"
#include "corpus/letters.h"
#include "corpus/readers.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

// Formats whose files can be free of NUL bytes at their beginning, so that only the name tells.
constexpr std::string_view binary_extensions[] = {
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf", ".zip",  ".gz",  ".bz2",
    ".xz",  ".zst", ".7z",   ".tar", ".docx", ".odt", ".epub", ".mp3", ".mp4",
};

std::string reason_against_name(const std::string& path) {
  const std::string extension = lower_case(std::filesystem::path(path).extension().string());
  const bool is_binary = std::find(std::begin(binary_extensions), std::end(binary_extensions),
                                   extension) != std::end(binary_extensions);
  return is_binary ? "it is no text but " + extension + "; convert it to UTF-8 text; left out" : "";
}

// More than one byte of a hundred: a stray one does not make a text binary.
bool has_many_nuls(std::string_view bytes) {
  constexpr std::size_t looked_at = 8192;
  bytes = bytes.substr(0, looked_at);
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  return nuls * 100 > bytes.size();
}

// A NUL is no text either; it is counted and replaced as broken UTF-8 is.
void replace_nuls(std::string& text, std::size_t& replaced) {
  constexpr std::string_view replacement = "\uFFFD";
  for (std::size_t at = 0; (at = text.find('\0', at)) != std::string::npos; ++replaced) {
    text.replace(at, 1, replacement);
    at += replacement.size();
  }
}

// Why this is no text; empty where it may be some.
std::string_view reason_against(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return "it is UTF-16, which is not read; convert it to UTF-8; left out";
  }
  if (has_many_nuls(bytes)) {
    return "it holds NUL bytes, so it is no text; left out";
  }
  return "";
}

class TextReader : public ArticleReader {
 public:
  TextReader(std::unique_ptr<InputFile> file, const ReadOptions& options)
      : file_(std::move(file)), options_(options) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    if (std::exchange(done_, true)) {
      return false;
    }
    if (std::string reason = reason_against_name(file_->path()); !reason.empty()) {
      problems.push_back({file_->path(), "", std::move(reason)});
      return false;
    }
    std::string bytes = file_->read_all(options_.article_bytes_max);
    if (bytes.size() > options_.article_bytes_max) {
      problems.push_back({file_->path(), "",
                          "it has more than " + std::to_string(options_.article_bytes_max) +
                              " bytes; split it; left out"});
      return false;
    }
    if (const std::string_view reason = reason_against(bytes); !reason.empty()) {
      problems.push_back({file_->path(), "", std::string(reason)});
      return false;
    }
    return read(std::move(bytes), article, problems);
  }

 private:
  bool read(std::string bytes, Article& article, std::vector<Problem>& problems) {
    article = {};
    article.id = article.source_path = file_->path();
    article.id_is_path = true;
    article.source_record = {0, bytes.size()};
    const std::size_t begin = bytes.starts_with(bom) ? bom.size() : 0;
    article.paragraphs =
        split_paragraphs(std::string_view(bytes).substr(begin), options_.paragraph_bytes_max);
    if (article.paragraphs.empty()) {
      problems.push_back({file_->path(), "", "it holds no text; left out"});
      return false;
    }
    for (Paragraph& paragraph : article.paragraphs) {
      paragraph.source = {paragraph.source.begin + begin, paragraph.source.end + begin};
    }
    if (begin == 0 && bytes.find('\0') == std::string::npos && is_valid_utf8(bytes)) {
      article.text = std::move(bytes);
    } else {
      repair(bytes, article, problems);
    }
    type_paragraphs(article);
    return true;
  }

  // Joins the paragraphs, each repaired on its own, so that each knows the bytes it came from.
  void repair(std::string_view bytes, Article& article, std::vector<Problem>& problems) {
    std::size_t replaced = 0;
    for (Paragraph& paragraph : article.paragraphs) {
      article.text += article.text.empty() ? "" : "\n\n";
      const std::size_t begin = article.text.size();
      std::string text =
          repair_utf8(bytes.substr(paragraph.source.begin, paragraph.source.size()), replaced);
      replace_nuls(text, replaced);
      article.text += text;
      paragraph.span = {begin, article.text.size()};
    }
    if (replaced > 0) {
      problems.push_back({file_->path(), "",
                          "it is not valid UTF-8; parts replaced by U+FFFD: " +
                              std::to_string(replaced) + "; the rest is indexed"});
    }
  }

  static void type_paragraphs(Article& article) {
    std::vector<std::string_view> texts;
    for (const Paragraph& paragraph : article.paragraphs) {
      texts.push_back(
          std::string_view(article.text).substr(paragraph.span.begin, paragraph.span.size()));
    }
    Page page = read_page(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      article.paragraphs[i].kind = page.kinds[i];
    }
    article.title = std::move(page.title);
    article.section = std::move(page.section);
    article.author = std::move(page.author);
    article.date = std::move(page.date);
  }

  std::unique_ptr<InputFile> file_;
  const ReadOptions options_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ArticleReader> make_text_reader(std::unique_ptr<InputFile> file,
                                                const ReadOptions& options) {
  return std::make_unique<TextReader>(std::move(file), options);
}

}  // namespace pilcrow
