// SPDX-License-Identifier: GPL-2.0-or-later
// One reader a format.  docs/formats/ tells what each takes from where.
#pragma once

#include <memory>

#include "corpus/input_file.h"
#include "pilcrow/article.h"

namespace pilcrow {

using InputPointer = std::unique_ptr<InputFile>;
using ReaderPointer = std::unique_ptr<ArticleReader>;

// Readers of one article a file.
ReaderPointer make_text_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_html_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_markdown_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_docx_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_pdf_reader(InputPointer file, const ReadOptions& options);

// Readers of many articles a file, which hold one of them at a time.
ReaderPointer make_jsonl_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_json_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_csv_reader(InputPointer file, char separator, const ReadOptions& options);
ReaderPointer make_feed_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_mediawiki_reader(InputPointer file, const ReadOptions& options);
ReaderPointer make_epub_reader(InputPointer file, const ReadOptions& options);

// Readers of other files within a file; `depth` counts how many are around it.  All members of an
// archive are read as `format`.
ReaderPointer make_archive_reader(InputPointer file, const ReadOptions& options, int depth,
                                  SourceFormat format = SourceFormat::automatic);
ReaderPointer make_warc_reader(InputPointer file, const ReadOptions& options, int depth);

// The reader for a file, whichever it is.
ReaderPointer make_reader(InputPointer file, SourceFormat format, const ReadOptions& options,
                          int depth = 0);

}  // namespace pilcrow
