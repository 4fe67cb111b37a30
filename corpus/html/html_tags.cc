// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_tags.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace pilcrow {
namespace {

enum class Role : unsigned char { in_line, block, empty, empty_block, skipped };

struct Entry {
  std::string_view name;
  HtmlTag tag;
  Role role;
};

constexpr Entry entries[] = {
    {"a", HtmlTag::a, Role::in_line},
    {"address", HtmlTag::address, Role::block},
    {"amp-ad", HtmlTag::amp_ad, Role::block},
    {"amp-sidebar", HtmlTag::amp_sidebar, Role::block},
    {"area", HtmlTag::without_content, Role::empty},
    {"article", HtmlTag::article, Role::block},
    {"aside", HtmlTag::aside, Role::block},
    {"audio", HtmlTag::audio, Role::skipped},
    {"b", HtmlTag::bold, Role::in_line},
    {"base", HtmlTag::without_content, Role::empty},
    {"blockquote", HtmlTag::blockquote, Role::block},
    {"body", HtmlTag::body, Role::block},
    {"br", HtmlTag::br, Role::empty},
    {"button", HtmlTag::button, Role::skipped},
    {"canvas", HtmlTag::canvas, Role::skipped},
    {"caption", HtmlTag::caption, Role::block},
    {"center", HtmlTag::center, Role::block},
    {"col", HtmlTag::without_content, Role::empty},
    {"dd", HtmlTag::dd, Role::block},
    {"details", HtmlTag::details, Role::block},
    {"dialog", HtmlTag::dialog, Role::block},
    {"div", HtmlTag::div, Role::block},
    {"dl", HtmlTag::dl, Role::block},
    {"dt", HtmlTag::dt, Role::block},
    {"embed", HtmlTag::without_content, Role::empty},
    {"fieldset", HtmlTag::fieldset, Role::block},
    {"figcaption", HtmlTag::figcaption, Role::block},
    {"figure", HtmlTag::figure, Role::block},
    {"footer", HtmlTag::footer, Role::block},
    {"form", HtmlTag::form, Role::block},
    {"h1", HtmlTag::h1, Role::block},
    {"h2", HtmlTag::h2, Role::block},
    {"h3", HtmlTag::h3, Role::block},
    {"h4", HtmlTag::h4, Role::block},
    {"h5", HtmlTag::h5, Role::block},
    {"h6", HtmlTag::h6, Role::block},
    {"head", HtmlTag::head, Role::block},
    {"header", HtmlTag::header, Role::block},
    {"hgroup", HtmlTag::div, Role::block},
    {"hr", HtmlTag::hr, Role::empty_block},
    {"html", HtmlTag::html, Role::block},
    {"iframe", HtmlTag::iframe, Role::skipped},
    {"img", HtmlTag::without_content, Role::empty},
    {"input", HtmlTag::without_content, Role::empty},
    {"li", HtmlTag::li, Role::block},
    {"link", HtmlTag::link, Role::empty},
    {"main", HtmlTag::main, Role::block},
    {"meta", HtmlTag::meta, Role::empty},
    {"nav", HtmlTag::nav, Role::block},
    {"noscript", HtmlTag::noscript, Role::skipped},
    {"ol", HtmlTag::ol, Role::block},
    {"option", HtmlTag::option, Role::block},
    {"p", HtmlTag::p, Role::block},
    {"param", HtmlTag::without_content, Role::empty},
    {"pre", HtmlTag::pre, Role::block},
    {"script", HtmlTag::script, Role::skipped},
    {"section", HtmlTag::section, Role::block},
    {"select", HtmlTag::select, Role::skipped},
    {"source", HtmlTag::without_content, Role::empty},
    {"strong", HtmlTag::bold, Role::in_line},
    {"style", HtmlTag::style, Role::skipped},
    {"summary", HtmlTag::summary, Role::block},
    {"svg", HtmlTag::svg, Role::skipped},
    {"table", HtmlTag::table, Role::block},
    {"tbody", HtmlTag::tbody, Role::block},
    {"td", HtmlTag::td, Role::block},
    {"template", HtmlTag::inert, Role::skipped},
    {"textarea", HtmlTag::textarea, Role::skipped},
    {"tfoot", HtmlTag::tfoot, Role::block},
    {"th", HtmlTag::th, Role::block},
    {"thead", HtmlTag::thead, Role::block},
    {"time", HtmlTag::time, Role::in_line},
    {"title", HtmlTag::title, Role::skipped},
    {"tr", HtmlTag::tr, Role::block},
    {"track", HtmlTag::without_content, Role::empty},
    {"ul", HtmlTag::ul, Role::block},
    {"video", HtmlTag::video, Role::skipped},
    {"wbr", HtmlTag::without_content, Role::empty},
};

constexpr std::size_t tag_bytes_max = 11;

constexpr std::array<Role, 256> roles = [] {
  std::array<Role, 256> table{};
  for (const Entry& entry : entries) {
    table[static_cast<std::size_t>(entry.tag)] = entry.role;
  }
  return table;
}();

Role role_of(HtmlTag tag) {
  return roles[static_cast<std::size_t>(tag)];
}

}  // namespace

HtmlTag html_tag(std::string_view name) {
  static const std::unordered_map<std::string_view, HtmlTag> by_name = [] {
    std::unordered_map<std::string_view, HtmlTag> map;
    for (const Entry& entry : entries) {
      map.emplace(entry.name, entry.tag);
    }
    return map;
  }();
  if (name.size() > tag_bytes_max) {
    return HtmlTag::other;
  }
  std::array<char, tag_bytes_max> lower{};
  std::transform(name.begin(), name.end(), lower.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  const auto found = by_name.find(std::string_view(lower.data(), name.size()));
  return found == by_name.end() ? HtmlTag::other : found->second;
}

bool is_block(HtmlTag tag) {
  return role_of(tag) == Role::block || role_of(tag) == Role::empty_block;
}

bool is_void(HtmlTag tag) {
  return role_of(tag) == Role::empty || role_of(tag) == Role::empty_block;
}

bool is_skipped(HtmlTag tag) {
  return role_of(tag) == Role::skipped;
}

}  // namespace pilcrow
