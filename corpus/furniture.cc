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

// What notices of rights, cookies and terms hold, in small letters.
constexpr std::array<std::string_view, 34> legal_words = {"all rights reserved",
                                                          "terms of use",
                                                          "terms of service",
                                                          "terms and conditions",
                                                          "privacy policy",
                                                          "we use cookies",
                                                          "uses cookies",
                                                          "our use of cookies",
                                                          "cookie policy",
                                                          "alle rechte vorbehalten",
                                                          "datenschutzerklärung",
                                                          "verwendet cookies",
                                                          "nutzungsbedingungen",
                                                          "wir verwenden cookies",
                                                          "tous droits réservés",
                                                          "mentions légales",
                                                          "utilise des cookies",
                                                          "nous utilisons des cookies",
                                                          "conditions d'utilisation",
                                                          "todos los derechos reservados",
                                                          "aviso legal",
                                                          "utiliza cookies",
                                                          "utilizamos cookies",
                                                          "все права защищены",
                                                          "использует файлы cookie",
                                                          "используем файлы cookie",
                                                          "пользовательское соглашение",
                                                          "барлық құқықтар қорғалған",
                                                          "барлық құқығы қорғалған",
                                                          "cookie файлдарын",
                                                          "版权所有",
                                                          "使用条款",
                                                          "隐私政策",
                                                          "保留所有权利"};

constexpr std::array<std::string_view, 5> copyrights = {"©", "Copyright", "COPYRIGHT", "(c)",
                                                        "(C)"};

struct LabelWord {
  ParagraphKind kind;
  bool whole;  // The paragraph is these words; otherwise it begins with them.
  std::string_view text;
};

constexpr ParagraphKind navigation = ParagraphKind::navigation;
constexpr ParagraphKind advert = ParagraphKind::advert;
constexpr ParagraphKind related = ParagraphKind::related;
constexpr ParagraphKind comment = ParagraphKind::comment;

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
    {navigation, false, "filed under"},
    {navigation, false, "this entry was posted"},
    {navigation, false, "posted in"},
    {navigation, false, "tags:"},
    {navigation, false, "tagged:"},
    {navigation, false, "share this"},
    {navigation, false, "was this page helpful"},
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
    {advert, false, "subscribe to continue"},
    {advert, false, "skip advertisement"},
    {advert, true, "- advertisement -"},
    {comment, true, "comments"},
    {comment, false, "leave a reply"},
    {comment, false, "leave a comment"},
    {comment, false, "post a comment"},
    {comment, true, "kommentare"},
    {comment, false, "kommentar schreiben"},
    {comment, false, "schreibe einen kommentar"},
    {comment, true, "commentaires"},
    {comment, false, "laisser un commentaire"},
    {comment, true, "comentarios"},
    {comment, false, "deja un comentario"},
    {comment, true, "Комментарии"},
    {comment, false, "Добавить комментарий"},
    {comment, false, "Оставить комментарий"},
    {comment, true, "Пікірлер"},
    {comment, false, "Пікір қалдыру"},
    {comment, true, "评论"},
    {comment, false, "发表评论"},
    {comment, false, "网友评论"},
    {related, false, "read more"},
    {related, false, "read also"},
    {related, false, "related:"},
    {related, true, "related"},
    {related, true, "related articles"},
    {related, false, "see also"},
    {related, false, "more on this"},
    {related, false, "you might also like"},
    {related, false, "you may also like"},
    {related, true, "related posts"},
    {related, true, "related stories"},
    {related, true, "more stories"},
    {related, true, "recommended"},
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

// "12 comments", "3 Responses to “Rain”", "Комментарии (5)"
bool counts_comments(std::string_view lower) {
  const std::size_t digits = std::min(lower.find_first_not_of("0123456789 "), lower.size());
  const std::string_view rest = lower.substr(digits);
  constexpr std::array<std::string_view, 5> counted = {"comment", "response", "kommentar",
                                                       "commentaire", "комментари"};
  constexpr std::array<std::string_view, 5> before = {
      "comments (", "kommentare (", "commentaires (", "комментарии (", "пікірлер ("};
  constexpr std::size_t few_bytes = 60;
  return (digits > 0 && lower.size() < few_bytes && !prefix_in(counted, rest).empty()) ||
         !prefix_in(before, lower).empty();
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

bool is_legal(std::string_view text) {
  constexpr std::size_t characters_max = 300;
  if (character_count(text) > characters_max) {
    return false;
  }
  const std::string lower = lower_case(text);
  const bool has_words =
      std::any_of(legal_words.begin(), legal_words.end(),
                  [&](std::string_view words) { return lower.find(words) != std::string::npos; });
  // A year tells the notice of a page from the credit of a picture.
  std::string_view rest = text;
  rest.remove_prefix(prefix_in(copyrights, text).size());
  constexpr std::size_t year_near = 14;
  const std::string_view near = rest.substr(0, year_near);
  const bool has_year =
      near.find("20") != std::string_view::npos || near.find("19") != std::string_view::npos;
  return has_words || (rest.size() < text.size() && has_year && is_label(text.substr(0, 400)));
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
  return counts_comments(lower) ? comment : ParagraphKind::body;
}

ParagraphKind evident_kind(std::string_view text) {
  if (is_legal(text)) return ParagraphKind::legal;
  if (is_credit(text)) return ParagraphKind::credit;
  if (is_caption(text)) return ParagraphKind::caption;
  if (!parse_date_line(text).empty()) return ParagraphKind::dateline;
  if (!byline_author(text).empty()) return ParagraphKind::byline;
  return label_kind(text);
}

}  // namespace pilcrow
