// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/furniture.h"

#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

constexpr std::size_t label_characters_max = 100;
constexpr std::size_t credit_characters_max = 200;
// A longer paragraph that begins as a caption does is part of the article.
constexpr std::size_t caption_characters_max = 600;
constexpr std::size_t byline_characters_max = 80;

constexpr std::array<std::string_view, 25> sentence_ends = {
    ".",  "!", "?", "…", ":", ";", ",",    "—", "。", "！", "？", "；", "：",
    "，", "؟", "۔", "،", "।", "።", "。」", "｡", "॥",  "؛",  "။",  "։"};
constexpr std::array<std::string_view, 12> closers = {"\"", "'", ")",  "]",  "”",  "’",
                                                      "»",  "“", "」", "』", "）", "]"};

constexpr std::array<std::string_view, 36> credits = {"Credit:",
                                                      "Credits:",
                                                      "Photo credit:",
                                                      "Photo:",
                                                      "Photo by ",
                                                      "(Photo by ",
                                                      "Image:",
                                                      "Image by ",
                                                      "Image credit:",
                                                      "Picture:",
                                                      "Photograph:",
                                                      "Courtesy of ",
                                                      "Foto:",
                                                      "Fotos:",
                                                      "Bild:",
                                                      "Bildquelle:",
                                                      "Bildnachweis:",
                                                      "©",
                                                      "Фото:",
                                                      "Фото автора",
                                                      "Снимок:",
                                                      "Источник фото:",
                                                      "Иллюстрация:",
                                                      "Сурет:",
                                                      "Суретті түсірген",
                                                      "Суретші:",
                                                      "图片来源",
                                                      "图源",
                                                      "图：",
                                                      "图/",
                                                      "摄影",
                                                      "Crédit",
                                                      "Photo :",
                                                      "Crédito:",
                                                      "Fotoğraf:",
                                                      "سۈرەت:"};

constexpr std::array<std::string_view, 31> captions = {"FILE - ",        "FILE – ",
                                                       "FILE — ",        "Pictured:",
                                                       "Pictured here",  "A file photo",
                                                       "Caption:",       "Auf diesem Foto",
                                                       "Auf dem Foto",   "Auf diesem Bild",
                                                       "Auf dem Bild",   "Das Foto zeigt",
                                                       "Das Bild zeigt", "Dieses Foto",
                                                       "Im Bild:",       "На фото",
                                                       "На снимке",      "На этой фотографии",
                                                       "На этом снимке", "Суретте",
                                                       "Бұл суретте",    "Фотода",
                                                       "图为",           "图中",
                                                       "资料图",         "Sur cette photo",
                                                       "Sur la photo",   "En esta foto",
                                                       "En la foto",     "Bu fotoğrafta",
                                                       "Nella foto"};

constexpr std::array<std::string_view, 18> bylines = {
    "By ",      "Von ",      "Par ",   "Por ",   "Author:",  "Autor:",
    "Autorin:", "Text:",     "Автор:", "Автор ", "Авторы:",  "Текст:",
    "Мәтін:",   "Авторлар:", "作者",   "记者",   "本报记者", "文："};

struct LabelWord {
  ParagraphKind kind;
  bool whole;  // The paragraph is these words; otherwise it begins with them.
  std::string_view text;
};

constexpr ParagraphKind navigation = ParagraphKind::navigation;
constexpr ParagraphKind advert = ParagraphKind::advert;
constexpr ParagraphKind related = ParagraphKind::related;

constexpr LabelWord label_words[] = {
    {navigation, false, "subscribe to"},
    {navigation, false, "sign up for"},
    {navigation, false, "follow us"},
    {navigation, true, "newsletter"},
    {navigation, true, "abonnieren"},
    {navigation, false, "Подписывайтесь"},
    {navigation, true, "Подписаться"},
    {navigation, true, "Жазылу"},
    {navigation, true, "订阅"},
    {navigation, true, "suscríbete"},
    {navigation, true, "s’abonner"},
    {navigation, true, "s'abonner"},
    {navigation, true, "recent features"},
    {navigation, true, "home"},
    {navigation, true, "menu"},
    {navigation, true, "share"},
    {navigation, true, "share this article"},
    {navigation, true, "print"},
    {navigation, true, "search"},
    {navigation, true, "subscribe"},
    {navigation, true, "log in"},
    {navigation, true, "sign in"},
    {navigation, true, "latest"},
    {navigation, true, "latest news"},
    {navigation, true, "most read"},
    {navigation, true, "trending"},
    {navigation, true, "tags"},
    {navigation, true, "comments"},
    {navigation, true, "skip to content"},
    {navigation, true, "Aktuelle Beiträge"},
    {navigation, true, "startseite"},
    {navigation, true, "teilen"},
    {navigation, true, "drucken"},
    {navigation, true, "suche"},
    {navigation, true, "anmelden"},
    {navigation, true, "meistgelesen"},
    {navigation, true, "Последние материалы"},
    {navigation, true, "Главная"},
    {navigation, true, "Поделиться"},
    {navigation, true, "Поиск"},
    {navigation, true, "Войти"},
    {navigation, true, "Самое читаемое"},
    {navigation, true, "Соңғы мақалалар"},
    {navigation, true, "Басты бет"},
    {navigation, true, "Бөлісу"},
    {navigation, true, "Іздеу"},
    {navigation, true, "最新文章"},
    {navigation, true, "首页"},
    {navigation, true, "分享"},
    {navigation, true, "搜索"},
    {navigation, true, "登录"},
    {navigation, true, "accueil"},
    {navigation, true, "partager"},
    {navigation, true, "compartir"},
    {advert, true, "advertisement"},
    {advert, true, "advertising"},
    {advert, true, "sponsored"},
    {advert, true, "anzeige"},
    {advert, true, "werbung"},
    {advert, true, "Реклама"},
    {advert, true, "Жарнама"},
    {advert, true, "广告"},
    {advert, true, "publicité"},
    {advert, true, "publicidad"},
    {advert, true, "reklam"},
    {related, false, "read more"},
    {related, false, "read also"},
    {related, false, "related:"},
    {related, true, "related"},
    {related, true, "related articles"},
    {related, false, "see also"},
    {related, false, "more on this"},
    {related, false, "lesen sie auch"},
    {related, false, "mehr zum thema"},
    {related, false, "Читайте также"},
    {related, false, "По теме"},
    {related, false, "Тағы оқыңыз"},
    {related, false, "相关阅读"},
    {related, false, "延伸阅读"},
    {related, false, "lire aussi"},
    {related, false, "à lire aussi"},
    {related, false, "lea también"},
};

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

template <typename List>
std::string_view prefix_in(const List& list, std::string_view text) {
  for (const std::string_view prefix : list) {
    if (text.starts_with(prefix)) {
      return prefix;
    }
  }
  return {};
}

std::string_view without_closers(std::string_view text) {
  for (bool removed = true; removed;) {
    removed = false;
    for (const std::string_view closer : closers) {
      if (text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        removed = true;
      }
    }
  }
  return text;
}

// "In this March 31, 2018, photo," and the like: the words stand near the beginning.
bool is_dated_photo(std::string_view text) {
  constexpr std::size_t near = 60;
  const std::string begin = lower_case(text.substr(0, near));
  return begin.starts_with("in this ") &&
         (begin.find("photo") != std::string::npos || begin.find("image") != std::string::npos ||
          begin.find("picture") != std::string::npos);
}

bool begins_as_name(std::string_view text) {
  return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] & 0x80) != 0);
}

}  // namespace

bool is_label(std::string_view text) {
  if (character_count(text) > label_characters_max) {
    return false;
  }
  const std::string_view bare = without_closers(text);
  return std::none_of(sentence_ends.begin(), sentence_ends.end(),
                      [&](std::string_view end) { return bare.ends_with(end); });
}

bool is_credit(std::string_view text) {
  return character_count(text) <= credit_characters_max && !prefix_in(credits, text).empty();
}

bool is_caption(std::string_view text) {
  return character_count(text) <= caption_characters_max &&
         (!prefix_in(captions, text).empty() || is_dated_photo(text));
}

std::string byline_author(std::string_view text) {
  if (character_count(text) > byline_characters_max || !is_label(text)) {
    return "";
  }
  std::string_view name = text;
  name.remove_prefix(prefix_in(bylines, text).size());
  if (name.size() == text.size()) {
    return "";
  }
  for (const std::string_view skipped : {" ", ":", "：", "/", "\u3000"}) {
    while (name.starts_with(skipped)) {
      name.remove_prefix(skipped.size());
    }
  }
  return begins_as_name(name) ? std::string(name) : "";
}

ParagraphKind label_kind(std::string_view text) {
  if (character_count(text) > label_characters_max) {
    return ParagraphKind::body;
  }
  // Lowered once, since every short line is compared with all of them.
  static const std::vector<std::string> known = [] {
    std::vector<std::string> words;
    for (const LabelWord& word : label_words) {
      words.push_back(lower_case(word.text));
    }
    return words;
  }();
  const std::string lower = lower_case(text);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const LabelWord& word = label_words[i];
    if (word.whole ? lower == known[i] : lower.starts_with(known[i]) && is_label(text)) {
      return word.kind;
    }
  }
  return ParagraphKind::body;
}

ParagraphKind evident_kind(std::string_view text) {
  if (is_credit(text)) return ParagraphKind::credit;
  if (is_caption(text)) return ParagraphKind::caption;
  if (!parse_date_line(text).empty()) return ParagraphKind::dateline;
  if (!byline_author(text).empty()) return ParagraphKind::byline;
  return label_kind(text);
}

}  // namespace pilcrow
