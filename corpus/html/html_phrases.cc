// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_phrases.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "corpus/letters.h"

namespace pilcrow {

double link_density(const HtmlPiece& piece) {
  return static_cast<double>(piece.link_bytes) / static_cast<double>(piece.text.size());
}

std::size_t text_width(std::string_view text) {
  std::size_t result = 0;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    result += value >= 0xE3 ? 3 : (value & 0xC0U) != 0x80U ? 1 : 0;
  }
  return result;
}

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
    const bool is_alphanumeric = byte < 0x80 && std::isalnum(byte) != 0;
    const bool is_mark =
        byte == 0xC2 || byte == 0xEF || byte == 0xF0 || (byte == 0xE2 && next < 0xB0);
    if (is_alphanumeric || (byte >= 0xC0 && !is_mark)) {
      return true;
    }
  }
  return false;
}

bool is_html_offer(const HtmlPiece& piece) {
  constexpr std::size_t bytes_max = 250;
  constexpr std::size_t call_bytes_max = 120;
  constexpr std::string_view beginnings[] = {
      "sign up for",         "sign up to",       "subscribe to",
      "subscribe now",       "follow us on",     "like us on",
      "join our newsletter", "download our app", "get our newsletter",
      "подписывайтесь на",   "читайте нас в",    "abonnieren sie",
      "folgen sie uns",      "abonnez-vous",     "inscrivez-vous",
      "suscríbete",          "síguenos"};
  // A call and what it is for.
  constexpr std::string_view calls[] = {"жазылыңыз", "подпишитесь", "подписывайтесь", "abone ol",
                                        "扫一扫",    "关注",        "اشترك",          "تابعونا"};
  constexpr std::string_view channels[] = {"telegram", "whatsapp", "youtube", "instagram",
                                           "facebook", "телеграм", "канал",   "рассылк",
                                           "арна",     "微信",     "公众号",  "bülten"};
  const std::string begin = lower_case(std::string_view(piece.text).substr(0, call_bytes_max));
  const auto holds = [&](std::string_view known) { return begin.find(known) != std::string::npos; };
  return (piece.text.size() <= bytes_max &&
          std::any_of(std::begin(beginnings), std::end(beginnings),
                      [&](std::string_view known) { return begin.starts_with(known); })) ||
         (piece.text.size() <= call_bytes_max &&
          std::any_of(std::begin(calls), std::end(calls), holds) &&
          std::any_of(std::begin(channels), std::end(channels), holds));
}

bool is_pager(std::string_view text) {
  constexpr std::string_view arrows[] = {"«", "»", "‹", "›", "←", "→", "<", ">", " "};
  constexpr std::string_view words[] = {
      "back",      "next",      "previous", "prev",   "zurück",   "weiter",    "nächste",
      "vorherige", "назад",     "далее",    "вперед", "следующ",  "предыдущ",  "алдыңғы",
      "келесі",    "précédent", "suivant",  "retour", "anterior", "siguiente", "volver",
      "önceki",    "sonraki",   "上一",     "下一",   "返回",     "السابق",    "التالي"};
  constexpr std::size_t width_max = 24;
  const std::size_t all = text.size();
  for (bool removed = true; removed;) {
    removed = false;
    for (const std::string_view arrow : arrows) {
      if (text.starts_with(arrow)) {
        text.remove_prefix(arrow.size());
        removed = true;
      }
    }
  }
  const std::string lower = lower_case(text);
  return (text.size() < all || text_width(text) <= width_max) &&
         std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return lower.starts_with(word); });
}

}  // namespace pilcrow
