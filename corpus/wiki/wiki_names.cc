// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/wiki/wiki_names.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "corpus/ascii.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

constexpr std::size_t namespace_bytes_max = 40;

constexpr std::string_view files[] = {
    "file",     "image",  "media",       "datei",      "bild",     "fichier",  "archivo",
    "imagen",   "файл",   "изображение", "зображення", "сурет",    "сүрөт",    "рәсем",
    "文件",     "檔案",   "图像",        "圖像",       "ファイル", "画像",     "ھۆججەت",
    "ملف",      "پرونده", "dosya",       "fayl",       "plik",     "grafika",  "bestand",
    "ficheiro", "imagem", "immagine",    "soubor",     "fil",      "tiedosto", "파일",
};
constexpr std::string_view categories[] = {
    "category", "kategorie", "catégorie", "categoría", "категория", "категорія", "санат",
    "төркем",   "分类",      "分類",      "カテゴリ",  "تۈر",       "تصنيف",     "رده",
    "kategori", "kategoria", "categorie", "categoria", "turkum",    "luokka",    "분류",
};
constexpr std::string_view file_options[] = {
    "thumb",     "thumbnail", "frame",   "framed",    "frameless", "border",
    "left",      "right",     "center",  "none",      "baseline",  "middle",
    "top",       "bottom",    "upright", "miniatur",  "mini",      "gerahmt",
    "rahmenlos", "links",     "rechts",  "zentriert", "hochkant",  "vignette",
    "gauche",    "droite",    "centré",  "redresse",  "cadre",     "miniaturadeimagen",
    "derecha",   "izquierda", "мини",    "миниатюра", "слева",     "справа",
    "центр",     "безрамки",  "нобай",   "солға",     "оңға",      "缩略图",
    "縮圖",      "右",        "左",      "居中",      "有框",
};
constexpr std::string_view removed_elements[] = {
    "ref",   "math",  "gallery",        "timeline",     "score",    "syntaxhighlight", "source",
    "chem",  "ce",    "graph",          "templatedata", "imagemap", "mapframe",        "maplink",
    "hiero", "style", "templatestyles", "script",       "inputbox", "includeonly",
};
constexpr std::string_view breaking_elements[] = {
    "br", "p", "div", "hr", "li", "ul", "ol", "dl", "dd", "dt", "td", "th", "tr", "blockquote",
};
constexpr std::string_view related_headings[] = {
    "see also",
    "references",
    "external links",
    "further reading",
    "notes",
    "sources",
    "siehe auch",
    "weblinks",
    "literatur",
    "einzelnachweise",
    "quellen",
    "voir aussi",
    "références",
    "liens externes",
    "notes et références",
    "véase también",
    "referencias",
    "enlaces externos",
    "см. также",
    "примечания",
    "ссылки",
    "литература",
    "источники",
    "дереккөздер",
    "сілтемелер",
    "тағы қараңыз",
    "әдебиет",
    "参见",
    "參見",
    "参考文献",
    "參考文獻",
    "外部链接",
    "外部連結",
    "注释",
    "参考资料",
};

template <std::size_t size>
bool holds(const std::string_view (&words)[size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}

// "de", "zh-yue"
bool is_language(std::string_view prefix) {
  const std::size_t letters = std::min(prefix.find('-'), prefix.size());
  return letters >= 2 && letters <= 3 && std::all_of(prefix.begin(), prefix.end(), [](char byte) {
           return is_small(byte) || byte == '-';
         });
}

}  // namespace

LinkKind link_kind(std::string_view target) {
  const std::size_t colon = target.substr(0, namespace_bytes_max).find(':');
  if (colon == npos || colon == 0) {
    return LinkKind::shown;
  }
  const std::string prefix = one_line(target.substr(0, colon));
  const std::string lower = lower_case(prefix);
  return holds(files, lower)        ? LinkKind::file
         : holds(categories, lower) ? LinkKind::category
         : is_language(prefix)      ? LinkKind::hidden
                                    : LinkKind::shown;
}

bool is_file_option(std::string_view part) {
  constexpr std::size_t key_bytes_max = 20;
  const std::string lower = lower_case(one_line(part));
  const std::size_t equal = lower.find('=');
  const bool has_key = equal < key_bytes_max && lower.find(' ') > equal;
  const bool is_size =
      (lower.ends_with("px") || lower.ends_with("пкс")) && lower.find_first_of("0123456789") == 0;
  return has_key || is_size || holds(file_options, lower);
}

bool is_removed_element(std::string_view name) {
  return holds(removed_elements, name);
}

bool is_breaking_element(std::string_view name) {
  return holds(breaking_elements, name);
}

bool is_related_heading(std::string_view heading) {
  return holds(related_headings, lower_case(heading));
}

}  // namespace pilcrow
