// SPDX-License-Identifier: GPL-2.0-or-later
// What queries find in the sample corpus: patterns, fields, articles, and what only looks like an
// operator.
#include <gtest/gtest.h>

#include "tests/searcher/sample_index.h"

namespace pilcrow {
namespace {

using QueryFieldTest = SampleIndexTest;

TEST_F(QueryFieldTest, Patterns) {
  expect_found({
      {"cran*", "aral:1 khorgos:1,3,5"},
      {"gla*", "aral:5 glacier:1,2,3,4,5 lac:4"},
      {"glac*", "aral:5 glacier:1,2,3,4,5 lac:4"},
      {"k*n", "khorgos:3 hafen:1,2"},
      {"*stan", "khorgos:3 wheat:3"},
      {"*burg", "khorgos:2"},
      {"h?mburg", "khorgos:2"},
      {"?rane", "khorgos:5"},
      {"*ilometre*", "aral:4 glacier:2"},
      {"kilom*s", "aral:4"},
      {"st?ke*", "glacier:1"},
      {"metr*", "aral:2,4"},
      {"alma*", "aral:3 khorgos:1,4 school:1,5 glacier:1,2,3,4,5 apfel:3 hafen:3"},
      {"kaz*kh*", "khorgos:3 school:2,5"},
      {"ka?akh", "school:2,5"},
      {"*tenny*", ""},
      {"zzz*", ""},
      {"*stan NEAR/2 *stan", "khorgos:3 wheat:3"},
      {"-kaz* alphabet", "school:1"},
      {"title:gla*", "glacier:1,2,3,4,5"},
      {"title:*etable", "school:1,2,3,4,5"},
      {"+cran* +fish", "aral:1"},
      {"Лед*", "lednik:1,2,3,4,5"},
      {"*порт", "urumchi:2"},
      {"порт*", "teniz:4 zholy:2 urumchi:2"},
      {"у?умчи", "urumchi:1,2,3,4"},
      {"қ*ғас", "zholy:2"},
      {"apf*l", "apfel:1,2,3,4"},
      {"a*l -apfel", "aral:2 khorgos:1 school:3"},
      {"contain*^2", "khorgos:1"},
  });
}

TEST_F(QueryFieldTest, NearlySpelled) {
  expect_found({
      {"crane~1", "aral:1 khorgos:1,3,5"},
      {"cranr~1", "khorgos:5"},
      {"crnae~1", "khorgos:5"},
      {"carne~1", "khorgos:5"},
      {"glasier~1", "glacier:1,2,3,4,5"},
      {"glaciar~", "aral:5 glacier:1,2,3,4,5 lac:4"},
      {"glacir~1", "glacier:1,2,3,4,5"},
      {"kazakstan~1", "khorgos:3"},
      {"kazahstan~2", "khorgos:3"},
      {"harbor~1", "aral:1,2,3,4,5"},
      {"harbur~", "aral:1,2,3,4,5 khorgos:2"},
      {"whaet~1", "aral:2 khorgos:3 glacier:4 wheat:1,2,3,4"},
      {"whaet~", "aral:1,2,5 khorgos:2,3,4,5 school:3,4 glacier:2,3,4,5 wheat:1,2,3,4 hafen:1,2"},
      {"khorgas~1", "khorgos:1,2,3,4,5 wheat:3"},
      {"title:glaceir~1", "glacier:1,2,3,4,5"},
      {"title:timetabel~1", "school:1,2,3,4,5"},
      {"-crane~1 lift", ""},
      {"xqzwv~", ""},
      {"школы~2", "zholy:4"},
  });
}

TEST_F(QueryFieldTest, TitleOfTheArticle) {
  expect_found({
      {"title:wheat", "wheat:1,2,3,4"},
      {"title:glacier", "glacier:1,2,3,4,5"},
      {"title:sea", "aral:1,2,3,4,5"},
      {"title:\"the railway\"", "khorgos:1,2,3,4,5"},
      {"title:\"railway the\"", ""},
      {"title:(wheat OR sea)", "aral:1,2,3,4,5 wheat:1,2,3,4"},
      {"title:(railway AND gauge)", "khorgos:1,2,3,4,5"},
      {"title:(railway AND wheat)", ""},
      {"-title:almaty glacier", "aral:5 lac:4"},
      {"title:wheat -farmers", "wheat:1,3,4"},
      {"title:teacher", ""},
      {"title:\"three languages\" physics", "school:1,2,3,4,5"},
      {"title:冰川", "bing:1,2,3,4"},
      {"title:ледник", "lednik:1,2,3,4,5"},
      {"title:лед*", "lednik:1,2,3,4,5"},
      {"title:wheat OR title:sea", "aral:1,2,3,4,5 wheat:1,2,3,4"},
      {"wheat -title:wheat", "glacier:4"},
  });
}

TEST_F(QueryFieldTest, FactsOfTheArticle) {
  expect_found({
      {"section:climate", "glacier:1,2,3,4,5"},
      {"section:Climate", "glacier:1,2,3,4,5"},
      {"section:water", "aral:1,2,3,4,5"},
      {"section:(water OR trade) crane", "aral:1 khorgos:1,3,5"},
      {"section:water OR section:trade", "aral:1,2,3,4,5 khorgos:1,2,3,4,5"},
      {"section:water crane", "aral:1"},
      {"section:water -crane", "aral:2,3,4,5"},
      {"-section:water crane", "khorgos:1,3,5"},
      {"section:nowhere", ""},
      {"author:whitfield section:water", "aral:1,2,3,4,5"},
      {"author:\"dana whitfield\" ice", "glacier:1,3,5"},
      {"author:\"whitfield dana\"", ""},
      {"author:dana AND author:whitfield AND title:sea", "aral:1,2,3,4,5"},
      {"author:oakes wheat", "wheat:1,2,3,4"},
      {"author:(oakes OR ashgrove) railway", "khorgos:1,2,3,4,5 wheat:3"},
      {"author:\"Лисин\" поезд", "urumchi:1,2,3,4"},
      {"date:2021-05-06", "khorgos:1,2,3,4,5"},
      {"date:2021-05 lang:en", "khorgos:1,2,3,4,5"},
      {"date:2021-05", "khorgos:1,2,3,4,5 zholy:1,2,3,4 urumchi:1,2,3,4 tielu:1,2,3,4"},
      {"date:2020-08..2020-09 lang:en", "school:1,2,3,4,5 glacier:1,2,3,4,5"},
      {"date:>=2021-05-12 lang:zh", "tielu:1,2,3,4"},
      {"date:<2020-08-20", "glacier:1,2,3,4,5"},
      {"date:..2020-08-19", "glacier:1,2,3,4,5"},
      {"date:2021-03..2021-03 lang:de", "hafen:1,2,3,4"},
      {"date:>2021-05-12 lang:kk", "zholy:1,2,3,4"},
      {"date:2019", ""},
      {"lang:fr", "lac:1,2,3,4"},
      {"lang:kk балық", "teniz:1,2,3"},
      {"language:ru ледник", "lednik:1,2,3,4,5"},
      {"lang:zh -冰川", "tielu:1,2,3,4"},
      {"lang:de wasser", "hafen:2"},
      {"lang:xx", ""},
      {"article:\"SAMPLE/fr-election-locale.txt\"", "lac:1,2,3,4"},
      {"article:none", ""},
      {"-article:\"SAMPLE/en-khorgos-railway.txt\" crane", "aral:1"},
      {"section:climate lang:zh OR lang:fr", ""},
      {"(section:climate AND lang:zh) OR lang:fr", "lac:1,2,3,4"},
      {"section:climate OR timetable", "school:1,2,3,4,5 glacier:1,2,3,4,5"},
      {"+section:climate +summer", "glacier:1,4,5"},
      {"section:\"climate\" date:2020 lang:en snow", "glacier:3"},
  });
}

TEST_F(QueryFieldTest, WithinOneArticle) {
  expect_found({
      {"WITHIN ARTICLE (crane seventeen)", "aral:1,4"},
      {"WITHIN ARTICLE (crane gauge)", "khorgos:1,2,3,4,5"},
      {"WITHIN ARTICLE (crane glacier)", "aral:1,5"},
      {"WITHIN ARTICLE (timetable physics roof)", "school:1,2,3,4,5"},
      {"WITHIN ARTICLE (wheat -drought)", "glacier:4"},
      {"WITHIN ARTICLE (crane -boat)", "khorgos:1,3,5"},
      {"WITHIN ARTICLE (\"dry port\" fourth)", "khorgos:2,5"},
      {"WITHIN ARTICLE (snow (mud OR gauge))", "glacier:3,5"},
      {"+railway WITHIN ARTICLE (crane customs)", "khorgos:1,2,3,4,5"},
      {"almaty WITHIN ARTICLE (crane customs)", "khorgos:1,3,4,5"},
      {"-WITHIN ARTICLE (crane customs) crane", "aral:1"},
      {"WITHIN ARTICLE (crane customs) OR timetable", "khorgos:1,3,4,5 school:1,2,3,4,5"},
      {"section:water WITHIN ARTICLE (crane seventeen)", "aral:1,4"},
      {"WITHIN ARTICLE (the crane)", "aral:1 khorgos:1,3,5"},
      {"WITHIN ARTICLE (nowhere crane)", ""},
      {"WITHIN ARTICLE (glac* diary)", "glacier:1,2,3,4,5"},
  });
}

TEST_F(QueryFieldTest, KindsOfPassages) {
  expect_found({
      {"type:caption",
       "aral:f10 khorgos:f10 school:f10 glacier:f10 wheat:f10 apfel:f10 hafen:f10 lac:f10 "
       "teniz:f10 zholy:f10 urumchi:f10 lednik:f10 bing:f10 tielu:f10"},
      {"type:caption photo", "aral:f10 khorgos:f10 school:f10 glacier:f10 lac:f10"},
      {"type:caption lang:en crane", "khorgos:f10"},
      {"type:caption section:climate", "glacier:f10"},
      {"type:credit author:brandt", "apfel:f11"},
      {"type:caption type:credit foto", "apfel:f10,f11 hafen:f10,f11"},
      {"type:(caption OR credit) foto", "apfel:f10,f11 hafen:f10,f11"},
      {"type:headline harbour", "aral:f2,f5,f9"},
      {"type:caption title:glacier", "glacier:f10"},
      {"type:body lang:fr", "lac:1,2,3,4"},
      {"type:captain crane", "aral:1 khorgos:1,3,5"},
      {"type:caption \"april 20\"", "khorgos:f10"},
      {"type:caption crane NEAR/4 container", "khorgos:f10"},
  });
}

TEST_F(QueryFieldTest, WhatLooksLikeOperators) {
  expect_found({
      {"and or not near", ""},
      {"HARBOUR NEAR SAND", "aral:1,2,3,4,5 hafen:1"},
      {"crane AND", "aral:1 khorgos:1,3,5"},
      {"OR crane", "aral:1 khorgos:1,3,5"},
      {"crane ( railway", "aral:1,3 khorgos:1,2,3,4,5 wheat:3"},
      {"crane) quay", "aral:1 khorgos:1,3,5"},
      {"\"crane", "aral:1 khorgos:1,3,5"},
      {"title: crane", "aral:1 khorgos:1,3,5"},
      {"unknown:crane", "aral:1 khorgos:1,3,5"},
      {"foo:(crane)", "aral:1 khorgos:1,3,5"},
      {"crane?", "aral:1 khorgos:1,3,5"},
      {"what is a crane?", "aral:1,2 khorgos:1,3,5"},
      {"crane:", "aral:1 khorgos:1,3,5"},
      {"gauge (railway)", "aral:3 khorgos:1,2,3,4,5 wheat:3"},
      {"c(rane)", ""},
      {"crane^2", "aral:1 khorgos:1,3,5"},
      {"crane^0 quay", "aral:1 khorgos:1,3,5"},
      {"10^2", ""},
      {"~ * ? ^ ( )", ""},
      {"+", ""},
      {"- crane", "aral:1 khorgos:1,3,5"},
      {"-- crane", "aral:1 khorgos:1,3,5"},
      {"crane --", "aral:1 khorgos:1,3,5"},
  });
}

}  // namespace
}  // namespace pilcrow
