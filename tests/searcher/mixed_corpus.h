// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/articles.h"

namespace pilcrow {

// Articles in four languages with furniture, facts and dates, of words that have forms and look
// alike.
class MixedCorpus {
 public:
  MixedCorpus() {
    const std::vector<std::string> latin = {"ka", "lo", "mer", "tis", "bro", "nul", "sha", "vin"};
    const std::vector<std::string> cyrillic = {"ка", "ло", "мер", "тис", "бро", "нул", "ша", "вин"};
    for (const char* language : languages) {
      const auto& syllables = language == std::string("ru") ? cyrillic : latin;
      std::vector<std::string>& words = words_[language];
      for (int i = 0; i < 90; ++i) {
        std::string word;
        for (std::size_t left = 2 + random_() % 3; left > 0; --left) {
          word += syllables[random_() % syllables.size()];
        }
        words.push_back(word);
      }
    }
    words_["en"].insert(words_["en"].begin() + 20, {"the", "Urumchi", "Almaty", "and"});
    words_["ru"].insert(words_["ru"].begin() + 20, {"Урумчи", "Алматы"});
    for (int i = 0; i < 96; ++i) {
      articles_.push_back(make(i));
    }
    articles_[61].text = articles_[60].text;  // A copy, in the same quarter.
    articles_[61].paragraphs = articles_[60].paragraphs;
  }

  const std::vector<Article>& articles() const { return articles_; }

  const std::string& word(const std::string& language) {
    const std::vector<std::string>& words = words_[language];
    return words[std::min({random_() % words.size(), random_() % words.size()})];
  }
  std::string any_word() { return word(languages[random_() % 4]); }
  std::size_t random(std::size_t below) { return random_() % below; }

  // Two or three words as they stand in some paragraph.
  std::string words_of_a_text() {
    std::istringstream text(articles_[random(articles_.size())].text);
    std::vector<std::string> all{std::istream_iterator<std::string>(text), {}};
    const std::size_t at = random(all.size() - 3);
    return all[at] + ' ' + all[at + 1] + (random(2) == 0 ? "" : ' ' + all[at + 2]);
  }

 private:
  static constexpr const char* languages[] = {"en", "de", "ru", "xx"};

  std::string sentence(const std::string& language, std::size_t words) {
    std::string text;
    for (; words > 0; --words) {
      text += (text.empty() ? "" : " ") + word(language);
    }
    return text;
  }

  Article make(int number) {
    const std::string language = languages[random(4)];
    std::string text;
    std::vector<ParagraphKind> kinds;
    for (std::size_t left = 1 + random(6); left > 0; --left) {
      const bool is_caption = random(4) == 0;
      text += sentence(language, is_caption ? 4 + random(6) : 8 + random(40)) + "\n\n";
      kinds.push_back(is_caption ? ParagraphKind::caption : ParagraphKind::body);
    }
    Article article = make_article("article " + std::to_string(number),
                                   sentence(language, 1 + random(4)), text, language);
    article.paragraphs = split_paragraphs(text);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      article.paragraphs[i].kind = kinds[i];
    }
    article.section = random(3) == 0 ? "Trade" : "Water & Power";
    article.author = random(2) == 0 ? "Dana Whitfield" : "Aigul Serik and Li Wei";
    article.date = random(5) == 0 ? ""
                                  : "20" + std::to_string(18 + random(4)) + "-0" +
                                        std::to_string(1 + random(9)) + "-15";
    article.facets["place"] = random(2) == 0 ? "Aralsk" : "Khorgos";
    return article;
  }

  std::mt19937 random_{7};
  std::map<std::string, std::vector<std::string>> words_;
  std::vector<Article> articles_;
};

}  // namespace pilcrow
