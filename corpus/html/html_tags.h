// SPDX-License-Identifier: GPL-2.0-or-later
// The elements of HTML that mean something to us.
#pragma once

#include <string_view>

namespace pilcrow {

enum class HtmlTag : unsigned char {
  other,  // Inline, and its content is text.
  a,
  address,
  amp_ad,
  amp_sidebar,
  article,
  aside,
  audio,
  blockquote,
  body,
  bold,
  br,
  button,
  canvas,
  caption,
  center,
  dd,
  details,
  dialog,
  div,
  dl,
  dt,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  iframe,
  li,
  main,
  meta,
  nav,
  noscript,
  ol,
  option,
  p,
  pre,
  script,
  section,
  select,
  style,
  summary,
  svg,
  table,
  tbody,
  td,
  inert,  // <template>.
  textarea,
  tfoot,
  th,
  thead,
  title,
  tr,
  ul,
  video,
  without_content,  // Any other element that has no content.
  link,
  time
};

// `name` in any case.
HtmlTag html_tag(std::string_view name);

// Begins and ends a block of text.
bool is_block(HtmlTag tag);
// Has no content and no end tag.
bool is_void(HtmlTag tag);
// What is inside is no text of the page.
bool is_skipped(HtmlTag tag);

constexpr bool is_heading(HtmlTag tag) {
  return tag >= HtmlTag::h1 && tag <= HtmlTag::h6;
}

}  // namespace pilcrow
