// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/html/html_tokens.h"

namespace pilcrow {
namespace {

using Hint = HtmlHint;

struct HintWords {
  Hint::Set hint;
  std::string_view words;  // Words, or two that follow each other in a name.
};

// Names of classes are split into words: "articleBody", "article-body" and "article__body" are all
// "article-body".
constexpr HintWords hint_words[] = {
    {Hint::content,
     "articlebody articletext articlecontent storybody entrycontent postcontent postbody fulltext "
     "article-body article-content article-text article-copy entry-content entry-body entry-text "
     "post-content post-body post-text story-body story-content story-text blog-content blog-body "
     "news-content news-text news-body detail-content detail-text body-text body-copy "
     "single-content name-body parser-output gh-content "
     "available-content e-content caas-body full-text article-formatted artikel-text topic-body "
     "article-detail news-detail text-body release-body press-body"},
    {Hint::positive,
     "article body content entry hentry main page post text blog story blogpost artikel beitrag "
     "prose markdown"},
    {Hint::comment,
     "comment comments commentlist disqus respond kommentare kommentar commentaires comentarios "
     "yorum yorumlar livefyre spotim spot-im replies hyvor remark42 commentbox discussion-thread"},
    {Hint::related,
     "related relatedposts recirc recirculation recommended recommendation recommendations "
     "recommend more-stories more-news more-articles read-also read-next read-more readmore "
     "up-next next-article may-like also-like most-read most-popular mostpopular popular trending "
     "top-stories latest-news outbrain taboola zergnet revcontent mgid yarpp see-also more-from "
     "more-on recent-posts latest-posts onward rich-link richlink linkbox lire-aussi lesen-auch "
     "mehr-zum similar similar-news other-news also-read similar-posts navbox jp-relatedposts "
     "prev-next read-too keep-reading teasers suggested suggestions"},
    {Hint::navigation,
     "nav navigation navbar menu submenu megamenu breadcrumb breadcrumbs crumbs bread-crumb "
     "sidebar "
     "side-bar right-rail toolbar skip-link skip-to share sharing sharedaddy social socials "
     "addthis "
     "addtoany sharebar post-tags article-tags tag-list taglist tags entry-tags tags-links "
     "tag-cloud "
     "tagcloud cat-links post-categories entry-meta post-meta entry-footer post-footer "
     "article-footer footer pagination pager toc table-of-contents of-contents noprint no-print "
     "sr-only reader-text visually-hidden visuallyhidden offscreen jump-link widget-area "
     "author-bio "
     "author-box author-info about-author the-author author-card author-profile bio authorbox "
     "follow "
     "rating ratings login signin sign-in searchform search-form post-navigation toolbox tools "
     "editsection catlinks masthead article-meta tagline post-nav postnav nextprev shares topics "
     "postmetadata post-metadata site-header backlink back-link likes reactions"},
    {Hint::advert,
     "ad ads advert adverts advertisement advertising adsbygoogle adslot adbox sponsored sponsor "
     "promo promotion promotional promobox banner billboard leaderboard dfp gpt anzeige werbung "
     "reklama newsletter newsletters subscribe subscription subscriptions signup sign-up optin "
     "mailchimp mc4wp donate donation cta to-action popup pop-up modal overlay toast upsell "
     "adcontainer adwrapper teads affiliate abo marketing"},
    {Hint::legal,
     "copyright cookie cookies cookiebot cookieconsent consent gdpr onetrust didomi usercentrics "
     "qc-cmp cmpbox sp-message truste disclaimer legal terms privacy imprint colophon"},
    {Hint::caption,
     "caption captions cutline legende article-legend wp-caption figcaption imagecaption img-desc "
     "img-cap "
     "image-desc photo-desc pic-desc media-desc img-text bildtext bildunterschrift bild-text "
     "image-title legende pie-foto"},
    {Hint::credit,
     "credit credits photo-credit image-credit image-source photographer image-copyright img-src "
     "img-source photo-source photo-author bildquelle bildnachweis"},
    {Hint::byline,
     "byline author authors autor auteur autore verfasser by by-line writer posted-by contributor "
     "contributors vcard muhabir yazar writers reporter journalist redacteur firma signature "
     "name-uid"},
    {Hint::dateline,
     "date dateline datetime published timestamp posted-on pubdate publish-date pub-date updated "
     "modified lastmodified post-info article-info tarih fecha datum uhrzeit pubtime publish-time "
     "time"},
    {Hint::kicker,
     "kicker eyebrow overline rubric rubrik dachzeile topline section-label category "
     "categories section-name cat-label"},
    {Hint::standfirst,
     "standfirst dek deck lede lead subtitle sub-title subheadline sub-headline subhead summary "
     "intro "
     "teaser abstract excerpt description chapeau chapo vorspann anriss bajada announce anons "
     "introduction leadtext entradilla spot"},
    {Hint::footer, "footer fuss colophon pied pie-pagina"},
    {Hint::title,
     "title heading subheading zwischentitel ueberschrift titre intertitre titulo ladillo "
     "zagolovok baslik"},
    {Hint::offer,
     "paywall regwall support contribute contribution contributions membership members donate "
     "offer "
     "subscriber premium qr qrcode qr-code newsletter subscribe"},
    {Hint::pull_quote, "pullquote pull-quote blockquote-pull"},
};

using WordMap = std::unordered_map<std::string_view, Hint::Set>;

const WordMap& word_map() {
  static const WordMap map = [] {
    WordMap filled;
    for (const HintWords& entry : hint_words) {
      for (std::string_view words = entry.words; !words.empty();) {
        const std::size_t end = std::min(words.find(' '), words.size());
        filled[words.substr(0, end)] |= entry.hint;
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
    return filled;
  }();
  return map;
}

Hint::Set lookup(std::string_view word) {
  const auto found = word_map().find(word);
  return found == word_map().end() ? 0 : found->second;
}

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}
bool is_lower(char byte) {
  return byte >= 'a' && byte <= 'z';
}
bool is_name_character(char byte) {
  return is_upper(byte) || is_lower(byte) || is_digit(byte);
}

// "bOfAdX": made by a tool; words in there are chance.
bool is_random(std::string_view token) {
  std::size_t words = 1;
  for (std::size_t i = 1; i < token.size(); ++i) {
    words += is_upper(token[i]) && is_lower(token[i - 1]) ? 1 : 0;
  }
  return words > 2 && token.size() * 2 < words * 5;
}

// The words of a name, joined by "-", and where each begins.
struct NameWords {
  static constexpr std::size_t words_max = 12;
  std::string joined = {};
  std::array<std::size_t, words_max + 1> begins{};
  std::size_t count = 0;

  explicit NameWords(std::string_view name) {
    bool inside = false;
    bool has_humps = true;
    for (std::size_t i = 0; i < name.size() && count < words_max; ++i) {
      const char byte = name[i];
      if (!is_name_character(byte)) {
        inside = false;
        continue;
      }
      if (!inside) {
        const auto end = std::find_if_not(name.begin() + static_cast<std::ptrdiff_t>(i), name.end(),
                                          is_name_character);
        has_humps = !is_random({name.begin() + static_cast<std::ptrdiff_t>(i), end});
      }
      const bool is_hump = has_humps && inside && is_upper(byte) && is_lower(name[i - 1]);
      if (!inside || is_hump) {
        joined += joined.empty() ? "" : "-";
        begins[count++] = joined.size();
        inside = true;
      }
      joined += is_upper(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    begins[count] = joined.size() + 1;
  }

  std::string_view words(std::size_t first, std::size_t number) const {
    return std::string_view(joined).substr(begins[first],
                                           begins[first + number] - begins[first] - 1);
  }
};

// "entry-content-wrapper" is one, "entry-content-share" is not.
bool ends_content_name(const NameWords& words, std::size_t next) {
  constexpr std::string_view allowed[] = {"wrapper", "wrap", "inner", "container", "main",  "text",
                                          "content", "body", "area",  "companion", "column"};
  for (; next < words.count; ++next) {
    const std::string_view word = words.words(next, 1);
    if (std::find(std::begin(allowed), std::end(allowed), word) == std::end(allowed) &&
        !is_digit(word[0])) {
      return false;
    }
  }
  return true;
}

Hint::Set name_hints(std::string_view name) {
  const NameWords words(name);
  Hint::Set hints = 0;
  for (std::size_t i = 0; i < words.count; ++i) {
    for (std::size_t number = 1; number <= 2 && i + number <= words.count; ++number) {
      Hint::Set found = lookup(words.words(i, number));
      if ((found & Hint::content) != 0 && !ends_content_name(words, i + number)) {
        found &= ~Hint::content;
      }
      hints |= found;
    }
  }
  // Builders of pages call every part a widget; a sidebar's begin with the word.
  if (words.count > 0 && words.words(0, 1) == "widget") {
    hints |= Hint::navigation;
  }
  return hints;
}

// "has-sidebar", "no-comments": said of what is elsewhere.
bool speaks_of_others(std::string_view name) {
  constexpr std::string_view beginnings[] = {"has-",   "no-",          "with-",     "is-",
                                             "js-has", "tag-",         "category-", "single-",
                                             "postid", "elementor-kit"};
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view begin) { return name.starts_with(begin); });
}

Hint::Set class_hints(std::string_view value) {
  Hint::Set hints = 0;
  bool hides = false;
  bool shows = false;
  while (!value.empty()) {
    std::size_t end = 0;
    while (end < value.size() && !is_space(value[end])) {
      ++end;
    }
    const std::string_view name = value.substr(0, end);
    value.remove_prefix(std::min(end + 1, value.size()));
    if (name.empty() || speaks_of_others(name)) {
      continue;
    }
    hints |= name_hints(name);
    hides = hides || name == "hidden" || name == "hide" || name == "d-none";
    // Shown on wide screens.
    shows = shows || name.ends_with("block") || name.ends_with("flex") || name.ends_with("grid") ||
            name.ends_with("inline");
  }
  return hints | (hides && !shows ? Hint::hidden : 0);
}

bool style_hides(std::string_view value) {
  std::string squeezed;
  std::copy_if(value.begin(), value.end(), std::back_inserter(squeezed),
               [](char byte) { return !is_space(byte); });
  // Scripts show later what is only invisible.
  return squeezed.find("display:none") != std::string::npos;
}

Hint::Set item_hints(std::string_view value) {
  if (value == "articleBody" || value == "text articleBody") return Hint::content;
  if (value == "comment") return Hint::comment;
  if (value == "author") return Hint::byline;
  if (value == "datePublished" || value == "dateModified") return Hint::dateline;
  if (value == "caption") return Hint::caption;
  if (value == "description") return Hint::standfirst;
  if (value == "copyrightHolder") return Hint::legal;
  return value == "breadcrumb" ? Hint::navigation : 0;
}

Hint::Set type_hints(std::string_view value) {
  constexpr std::string_view articles[] = {"Article", "NewsArticle", "BlogPosting", "Report"};
  const std::string_view type = value.substr(value.rfind('/') + 1);
  if (std::find(std::begin(articles), std::end(articles), type) != std::end(articles)) {
    return Hint::article;
  }
  if (type == "Comment" || type == "UserComments") return Hint::comment;
  if (type == "BreadcrumbList" || type == "SiteNavigationElement") return Hint::navigation;
  return type == "WPAdBlock" ? Hint::advert : 0;
}

Hint::Set role_hints(std::string_view value) {
  if (value == "article") return Hint::article;
  if (value == "navigation" || value == "search" || value == "toolbar" || value == "menu") {
    return Hint::navigation;
  }
  if (value == "contentinfo") return Hint::legal;
  if (value == "complementary") return Hint::related;
  return value == "dialog" || value == "alertdialog" ? Hint::advert : 0;
}

}  // namespace

HtmlHint::Set html_hints(std::string_view attributes) {
  Hint::Set hints = 0;
  std::string_view name;
  std::string_view value;
  while (next_html_attribute(attributes, name, value)) {
    if (equals_lower(name, "class") || equals_lower(name, "id")) {
      hints |= class_hints(value);
    } else if (equals_lower(name, "style")) {
      hints |= style_hides(value) ? Hint::hidden : 0;
    } else if (equals_lower(name, "hidden")) {
      hints |= value == "until-found" ? 0 : Hint::hidden;
    } else if (equals_lower(name, "aria-hidden")) {
      hints |= value == "true" ? Hint::hidden : 0;
    } else if (equals_lower(name, "itemprop")) {
      hints |= item_hints(value);
    } else if (equals_lower(name, "itemtype")) {
      hints |= type_hints(value);
    } else if (equals_lower(name, "role")) {
      hints |= role_hints(value);
    } else if (equals_lower(name, "rel")) {
      hints |= value == "author" ? Hint::byline : 0;
    } else if (equals_lower(name, "href")) {
      hints |= value.starts_with('#') ? Hint::page_anchor : 0;
    } else if (equals_lower(name, "data-testid") || equals_lower(name, "data-component")) {
      hints |= name_hints(value) & (Hint::noise | Hint::caption | Hint::byline | Hint::dateline);
    }
  }
  return hints;
}

bool isolates_html(std::string_view attributes) {
  const Hint::Set hints = html_hints(attributes);
  return (hints & (Hint::hidden | Hint::advert | Hint::caption | Hint::credit | Hint::kicker |
                   Hint::legal)) != 0 ||
         attributes.find("sr-only") != std::string_view::npos ||
         attributes.find("screen-reader") != std::string_view::npos ||
         attributes.find("visually") != std::string_view::npos;
}

HtmlHint::Set html_sign(HtmlTag tag, std::string_view attributes) {
  const Hint::Set hints = tag == HtmlTag::time ? Hint::dateline : html_hints(attributes);
  return (hints & Hint::dateline) != 0 ? Hint::dateline : hints & Hint::byline;
}

}  // namespace pilcrow
