// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <memory>

#include "tests/support/processor_time.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using StreamOutcome = XmlStream::Outcome;

// Gives a few bytes at a time, as a slow pipe does.
class SlowStream : public ByteStream {
 public:
  SlowStream(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min({size, step_, bytes_.size() - at_});
    std::copy_n(bytes_.data() + at_, count, buffer);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

struct Found {
  std::vector<std::string> elements;
  std::vector<StreamOutcome> outcomes;
  std::vector<std::uint64_t> offsets;
};

Found find_items(const std::string& xml, std::size_t bytes_max = 1000, std::size_t step = 1000) {
  InputFile file(std::make_unique<SlowStream>(xml, step), {});
  XmlStream stream(file, bytes_max);
  Found found;
  for (XmlTag tag; stream.next_tag(tag);) {
    if (tag.local_name() == "item" && tag.kind != XmlTag::Kind::end) {
      std::string element;
      found.outcomes.push_back(stream.read_element(element));
      found.elements.push_back(element);
      found.offsets.push_back(stream.offset());
    }
  }
  return found;
}

TEST(XmlStreamTest, ElementsAreTheirBytesWhateverTheChunks) {
  const std::string xml =
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a \"<item>\">]><!-- <item> --><rss>"
      "<item>1 <b a='</item>'/></item> <![CDATA[<item>]]><item a=\"/\"/><x:item "
      ">3<![CDATA[</item>]]>"
      "</x:item></rss>";
  for (std::size_t step = 1; step < xml.size(); ++step) {
    const Found found = find_items(xml, 1000, step);
    EXPECT_THAT(found.elements, ElementsAre("<item>1 <b a='</item>'/></item>", "<item a=\"/\"/>",
                                            "<x:item >3<![CDATA[</item>]]></x:item>"));
    for (std::size_t i = 0; i < found.elements.size(); ++i) {
      EXPECT_EQ(xml.substr(found.offsets[i], found.elements[i].size()), found.elements[i]);
    }
  }
}

TEST(XmlStreamTest, WhatIsBrokenDoesNotTakeTheRestWithIt) {
  const Found found = find_items("<rss><item>1<p><item>2</b></item></x><item>3</item><item>4");
  EXPECT_THAT(found.elements,
              ElementsAre("<item>1<p>", "<item>2</b></item>", "<item>3</item>", ""));
  EXPECT_THAT(found.outcomes, ElementsAre(StreamOutcome::unclosed, StreamOutcome::complete,
                                          StreamOutcome::complete, StreamOutcome::cut_off));
}

TEST(XmlStreamTest, WhatIsTooLargeIsPassedOver) {
  const std::string large = "<item>" + std::string(300, 'x') + "<b>" + std::string(5'000'000, 'y') +
                            "</b><item2/></item>";
  const Found found = find_items("<item>1</item>" + large + "<item>3</item>", 100);
  EXPECT_THAT(found.elements, ElementsAre("<item>1</item>", "", "<item>3</item>"));
  EXPECT_EQ(found.outcomes[1], StreamOutcome::too_large);
}

TEST(XmlStreamTest, AnElementOfExactlyTheLimitIsKept) {
  const std::string item = "<item>" + std::string(87, 'x') + "</item>";
  EXPECT_THAT(find_items(item, 100).outcomes, ElementsAre(StreamOutcome::complete));
  EXPECT_THAT(find_items(item, 99).outcomes, ElementsAre(StreamOutcome::too_large));
}

TEST(XmlStreamTest, ALargeElementGrowsTheWindow) {
  const std::string item = "<item>" + std::string(3'000'000, 'x') + "</item>";
  EXPECT_THAT(find_items("<r>" + item + item + "</r>", 4'000'000, 70'000).elements,
              ElementsAre(item, item));
}

TEST(XmlStreamTest, HostileMarkupEndsInBoundedTime) {
  const auto repeat = [](std::string_view part, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
      all += part;
    }
    return all;
  };
  const double start = processor_seconds();
  for (const char* part :
       {"<", "<!--", "<![CDATA[", "<a \"", "<?", "<!DOCTYPE [", "<d>", "</", "&"}) {
    find_items("<item>" + repeat(part, 1'000'000), std::size_t{1} << 30);
    find_items(repeat(part, 1'000'000), 1000);
    bool broken = false;
    xml_children("<item>" + repeat(part, 100'000), broken);
  }
  EXPECT_LT(processor_seconds() - start, 20.0);
}

TEST(XmlStreamTest, ChildrenAreTheElementsDirectlyWithin) {
  bool broken = false;
  const std::string xml =
      "<item><a x='1' y = \"2 &amp; 3\">one<a>two</a></a><!-- <c/> --><b/>text</item>";
  const std::vector<XmlChild> children = xml_children(xml, broken);
  ASSERT_EQ(children.size(), 2U);
  EXPECT_FALSE(broken);
  EXPECT_EQ(children[0].content, "one<a>two</a>");
  EXPECT_EQ(xml.substr(children[0].begin, 3), "one");
  EXPECT_EQ(xml_attribute(children[0].attributes, "y"), "2 & 3");
  EXPECT_EQ(xml_attribute(children[0].attributes, "z"), "");
  EXPECT_EQ(children[1].name, "b");
  EXPECT_EQ(children[1].content, "");
}

TEST(XmlStreamTest, AChildWithoutAnEndTagEndsAtTheNextTag) {
  bool broken = false;
  const std::vector<XmlChild> children = xml_children("<item><a>one<b>two</b></item>", broken);
  ASSERT_EQ(children.size(), 2U);
  EXPECT_TRUE(broken);
  EXPECT_EQ(children[0].content, "one");
  EXPECT_EQ(children[1].content, "two");
}

}  // namespace
}  // namespace pilcrow
