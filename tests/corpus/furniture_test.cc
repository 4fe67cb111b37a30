// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/furniture.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

struct FurnitureRow {
  const char* text;
  bool expected;
};

TEST(IsLabel, IsShortAndDoesNotEndAsASentence) {
  constexpr FurnitureRow rows[] = {
      {"Water", true},
      {"A Harbour Waits for Its Sea", true},
      {"最新文章", true},
      {"“Enough to float a boat”", true},
      {"It rained.", false},
      {"He said:", false},
      {"“It rained.”", false},
      {"Did it rain?", false},
      {"标尺用铝制成。", false},
      {"کیا بارش ہوئی؟", false},
      {"A line without an end that goes on and on for so many words that no page would ever print "
       "it as a label above anything",
       false},
  };
  for (const FurnitureRow& row : rows) {
    EXPECT_EQ(is_label(row.text), row.expected) << row.text;
  }
}

TEST(IsCredit, KnowsManyLanguages) {
  constexpr FurnitureRow rows[] = {
      {"Credit: Dana Whitfield", true},  {"Photo by Dana Whitfield", true},
      {"Foto: Jonas Keller", true},      {"Bildquelle: Archiv", true},
      {"Фото: Нина Орлова", true},       {"Сурет: Ерлан Мұқанов", true},
      {"图片来源：李明", true},          {"Crédit : Claire Fontenay", true},
      {"© Example Agency", true},        {"Credit is cheap this year.", false},
      {"Photography is an art.", false}, {"Фотограф пришёл поздно.", false},
  };
  for (const FurnitureRow& row : rows) {
    EXPECT_EQ(is_credit(row.text), row.expected) << row.text;
  }
}

TEST(IsCaption, NeedsTheWordsOfOne) {
  constexpr FurnitureRow rows[] = {
      {"In this March 2, 2021, photo, two boats lie on the sand.", true},
      {"Pictured: combines at night.", true},
      {"FILE - A train leaves the station.", true},
      {"Auf diesem Foto liegen zwei Boote.", true},
      {"На фото: поезд на станции.", true},
      {"Суретте: контейнер пойызы.", true},
      {"图为集装箱列车。", true},
      {"Sur cette photo, une électrice vote.", true},
      {"In this town nobody has a photo.", true},
      {"In this town, which is far away and hard to reach, there hangs no picture.", false},
      {"Two boats lie on the sand.", false},
  };
  for (const FurnitureRow& row : rows) {
    EXPECT_EQ(is_caption(row.text), row.expected) << row.text;
  }
}

TEST(IsCaption, IsNotLong) {
  std::string paragraph = "In this photo, two boats lie on the sand.";
  EXPECT_TRUE(is_caption(paragraph));
  for (int i = 0; i < 100; ++i) {
    paragraph += " It rained.";
  }
  EXPECT_FALSE(is_caption(paragraph));
}

TEST(IsLegal, KnowsNoticesInManyLanguages) {
  constexpr FurnitureRow rows[] = {
      {"© 2021 The Harbour Post", true},
      {"Copyright © 1999–2021 The Harbour Post", true},
      {"The Harbour Post. All Rights Reserved.", true},
      {"Terms of Use", true},
      {"We use cookies to count our readers.", true},
      {"Diese Seite verwendet Cookies.", true},
      {"Alle Rechte vorbehalten", true},
      {"Tous droits réservés", true},
      {"Todos los derechos reservados", true},
      {"Все права защищены.", true},
      {"Барлық құқықтар қорғалған", true},
      {"版权所有 港口邮报", true},
      {"未经许可不得转载。", true},
      {"Tüm hakları saklıdır.", true},
      {"جميع الحقوق محفوظة", true},
      {"نەشر ھوقۇقى پورت گېزىتىگە مەنسۇپ", true},
      {"© Example Agency", false},
      {"Copyright is older than the harbour.", false},
      {"The baker put cookies on the quay.", false},
      {"(c) the mayor keeps the key.", false},
  };
  for (const FurnitureRow& row : rows) {
    EXPECT_EQ(is_legal(row.text), row.expected) << row.text;
  }
}

TEST(BylineAuthor, IsTheNameAlone) {
  constexpr struct {
    const char* text;
    const char* author;
  } rows[] = {
      {"By Dana Whitfield", "Dana Whitfield"},
      {"Von Jonas Keller", "Jonas Keller"},
      {"Автор: Нина Орлова", "Нина Орлова"},
      {"Авторлар: Айгүл Сәрсенова", "Айгүл Сәрсенова"},
      {"记者 李明", "李明"},
      {"作者：王芳", "王芳"},
      {"Par Claire Fontenay", "Claire Fontenay"},
      {"Written by Dana Whitfield", "Dana Whitfield"},
      {"Publicado por Remedios Soler", "Remedios Soler"},
      {"Haber: Deniz Yalçın", "Deniz Yalçın"},
      {"بقلم: سلمى", "سلمى"},
      {"文 / 李明", "李明"},
      {"By the numbers", ""},
      {"By Monday it had rained.", ""},
      {"Dana Whitfield", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(byline_author(row.text), row.author) << row.text;
  }
}

TEST(LabelKind, KnowsNavigationAdvertsAndWhatLeadsElsewhere) {
  constexpr struct {
    const char* text;
    ParagraphKind kind;
  } rows[] = {
      {"Recent Features", ParagraphKind::navigation},
      {"SUBSCRIBE", ParagraphKind::navigation},
      {"Aktuelle Beiträge", ParagraphKind::navigation},
      {"Соңғы мақалалар", ParagraphKind::navigation},
      {"最新文章", ParagraphKind::navigation},
      {"Advertisement", ParagraphKind::advert},
      {"Реклама", ParagraphKind::advert},
      {"РЕКЛАМА", ParagraphKind::advert},
      {"Subscribe to our letter", ParagraphKind::navigation},
      {"Read more about glaciers", ParagraphKind::related},
      {"Читайте также", ParagraphKind::related},
      {"Read more slowly, she said.", ParagraphKind::body},
      {"Print version", ParagraphKind::navigation},
      {"Версия для печати", ParagraphKind::navigation},
      {"Discussion about this post", ParagraphKind::comment},
      {"Yorumlar (3)", ParagraphKind::comment},
      {"Das könnte Sie auch interessieren", ParagraphKind::related},
      {"Glaciers", ParagraphKind::body},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(to_string(label_kind(row.text)), to_string(row.kind)) << row.text;
  }
}

}  // namespace
}  // namespace pilcrow
