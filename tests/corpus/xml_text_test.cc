// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_text.h"

#include <gtest/gtest.h>

#include "corpus/formats/spelling.h"

namespace pilcrow {
namespace {

TEST(XmlTextTest, CharacterDataIsWhatStandsBetweenTags) {
  constexpr struct {
    const char* xml;
    const char* text;
  } rows[] = {
      {"", ""},
      {"Қар еріді", "Қар еріді"},
      {"salt &amp; snow &lt;3 &#1178;&#x430;р", "salt & snow <3 Қар"},
      {"a&nbsp;b &unknown; &#0; &#xD800; &amp &;", "a&nbsp;b &unknown; &#0; &#xD800; &amp &;"},
      {"one <b>two</b> <!-- not <this> -->three<?php echo ?>", "one two three"},
      {"<![CDATA[<p>raw &amp; whole</p>]]> tail", "<p>raw &amp; whole</p> tail"},
      {"<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"},
      {"1 < 2 <", "1 < 2 <"},
      {"<title", "<title"},
      {"<![CDATA[open", "<![CDATA[open"},
      {"<a href='x>y'>link</a>", "link"},
      {"two\r\nlines\rthree", "two\nlines\nthree"},
      {"  spaces\n stay ", "  spaces\n stay "},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(xml_character_data(row.xml), row.text) << row.xml;
  }
}

TEST(XmlTextTest, WhiteSpaceOfATextIsOneSpace) {
  EXPECT_EQ(xml_text("  Der\r\n\tSee &#160; ist\u00A0zu. "), "Der See ist zu.");
}

TEST(XmlTextTest, EveryUnitKnowsItsBytes) {
  const std::string xml = "x &amp;\r\n<![CDATA[y<z]]><b>!</b>";
  const XmlText read = read_xml_text(xml);
  EXPECT_EQ(read.text, "x &\ny<z!");
  EXPECT_EQ(read.map.source({2, 3}), (Span{2, 7}));
  EXPECT_EQ(read.map.source({3, 4}), (Span{7, 9}));
  EXPECT_EQ(read.map.source({4, 7}), (Span{18, 21}));
  EXPECT_EQ(read.map.source({7, 8}), (Span{xml.size() - 5, xml.size() - 4}));
  EXPECT_EQ(read.map.text_size(), read.text.size());
}

}  // namespace
}  // namespace pilcrow
