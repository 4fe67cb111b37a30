// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <limits>
#include <utility>

#include "corpus/letters.h"
#include "corpus/utf8.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

constexpr std::size_t read_bytes_max = std::size_t{64} << 10;
// However little is packed, so much may be unpacked.
constexpr std::uint64_t unpacked_bytes_free = std::uint64_t{64} << 20;

// libarchive converts names to the charset of the locale, which is ASCII in many services.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) {
      before_ = ::uselocale(locale_);
    }
  }
  ~Utf8Locale() {
    if (locale_ != nullptr) {
      ::uselocale(before_);
      ::freelocale(locale_);
    }
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

// Names in old charsets stay distinct, which replacing their bytes would not give.
std::string readable(std::string_view name) {
  if (is_valid_utf8(name)) {
    return std::string(name);
  }
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string written;
  for (const char character : name) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x80) {
      written += character;
    } else {
      written += {'%', digits[byte >> 4], digits[byte & 0xF]};
    }
  }
  return written;
}

// Sets the name, without empty parts and ".", and whether a part of it is hidden.
void name_member(std::string_view whole, ArchiveMember& member) {
  while (!whole.empty()) {
    const std::string_view part = whole.substr(0, whole.find('/'));
    whole.remove_prefix(std::min(whole.size(), part.size() + 1));
    if (part.empty() || part == ".") {
      continue;
    }
    member.is_hidden |= (part.starts_with('.') && part != "..") || part == "__MACOSX";
    member.name += member.name.empty() ? "" : "/";
    member.name += part;
  }
}

// "dump.jsonl" for "dump.jsonl.gz".
std::string name_without_compression(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> endings = {
      {{".gz", ""},
       {".bz2", ""},
       {".xz", ""},
       {".zst", ""},
       {".tgz", ".tar"},
       {".tbz2", ".tar"},
       {".tbz", ".tar"},
       {".txz", ".tar"},
       {".tzst", ".tar"}}};
  const std::string small = lower_case(name);
  for (const auto& [ending, instead] : endings) {
    if (small.ends_with(ending) && small.size() > ending.size()) {
      return std::string(name.substr(0, name.size() - ending.size())) + std::string(instead);
    }
  }
  return name == "-" ? "content" : std::string(name) + ".content";
}

}  // namespace

std::uint64_t unpacked_bytes_max(std::uint64_t packed_bytes, std::size_t expansion_max) {
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const bool overflows = expansion_max != 0 && packed_bytes > most / expansion_max;
  return std::max(overflows ? most : packed_bytes * expansion_max, unpacked_bytes_free);
}

struct ArchiveStream::Impl {
  using Handle = std::unique_ptr<archive, int (*)(archive*)>;

  Impl(std::unique_ptr<InputFile> input, const ReadOptions& options)
      : file(std::move(input)),
        expansion_max(options.expansion_max),
        expansion(file->origin().expansion),
        is_outermost(expansion == nullptr) {
    if (is_outermost) {
      expansion = std::make_shared<Expansion>();
    }
  }

  static la_ssize_t read_packed(archive* handle, void* self, const void** buffer) {
    Impl& impl = *static_cast<Impl*>(self);
    try {
      const std::string_view bytes = impl.file->read_some(read_bytes_max);
      impl.expansion->packed_bytes += impl.is_outermost ? bytes.size() : 0;
      *buffer = bytes.data();
      return static_cast<la_ssize_t>(bytes.size());
    } catch (...) {
      // Not through the library, which is C; check() throws it again.
      impl.failure = std::current_exception();
      archive_set_error(handle, EIO, "the file can't be read");
      return -1;
    }
  }

  void open() {
    const bool is_zip = file->peek(2) == "PK";
    if (is_zip) {
      archive_read_support_format_zip_streamable(handle.get());
    } else {
      archive_read_support_filter_gzip(handle.get());
      archive_read_support_filter_bzip2(handle.get());
      archive_read_support_filter_xz(handle.get());
      archive_read_support_filter_zstd(handle.get());
      archive_read_support_format_tar(handle.get());
      archive_read_support_format_raw(handle.get());
      archive_read_support_format_empty(handle.get());
    }
    check(archive_read_open(handle.get(), this, nullptr, &Impl::read_packed, nullptr));
    is_opened = true;
  }

  // Throws for what can't be gone on from.
  void check(int status) {
    if (failure != nullptr) {
      is_done = true;
      std::rethrow_exception(std::exchange(failure, nullptr));
    }
    if (status == ARCHIVE_FATAL || status == ARCHIVE_FAILED) {
      is_done = status == ARCHIVE_FATAL;
      fail();
    }
  }

  [[noreturn]] void fail() const {
    const char* reason = archive_error_string(handle.get());
    throw Error(ErrorCode::io, std::string("it is damaged: ") +
                                   (reason == nullptr ? "no reason known" : reason) +
                                   (is_done ? "; the rest of it is left out" : "; left out"));
  }

  void count(std::size_t bytes) {
    expansion->unpacked_bytes += bytes;
    const std::uint64_t limit = unpacked_bytes_max(expansion->packed_bytes, expansion_max);
    is_done = is_done || expansion->exceeded;
    if (!is_done && expansion->unpacked_bytes > limit) {
      expansion->exceeded = true;
      is_done = true;
      throw Error(ErrorCode::io, "it unpacks to more than " + std::to_string(expansion_max) +
                                     " times its size, as an attack would; the rest of it is "
                                     "left out");
    }
  }

  // Reading, other than the library's own skipping, keeps count of what is unpacked.
  void skip_rest() {
    std::array<char, 16384> buffer;
    while (has_data && !is_done && read(buffer.data(), buffer.size()) > 0) {
    }
  }

  std::size_t read(char* buffer, std::size_t size) {
    if (is_done || !has_data) {
      return 0;
    }
    has_data = false;
    const la_ssize_t bytes = archive_read_data(handle.get(), buffer, size);
    if (bytes < 0) {
      check(static_cast<int>(bytes));
      fail();
    }
    has_data = bytes > 0;
    count(static_cast<std::size_t>(bytes));
    return static_cast<std::size_t>(bytes);
  }

  std::unique_ptr<InputFile> file;
  Handle handle{archive_read_new(), &archive_read_free};
  std::exception_ptr failure;
  std::size_t expansion_max;
  std::shared_ptr<Expansion> expansion;
  bool is_outermost;
  bool is_opened = false;
  bool has_data = false;  // The current member may have more.
  bool is_done = false;
};

ArchiveStream::ArchiveStream(std::unique_ptr<InputFile> file, const ReadOptions& options)
    : impl_(std::make_unique<Impl>(std::move(file), options)) {}

ArchiveStream::~ArchiveStream() = default;

const SourceOrigin& ArchiveStream::origin() const noexcept {
  return impl_->file->origin();
}

const std::shared_ptr<Expansion>& ArchiveStream::expansion() const noexcept {
  return impl_->expansion;
}

std::size_t ArchiveStream::read(char* buffer, std::size_t size) {
  return impl_->read(buffer, size);
}

std::optional<ArchiveMember> ArchiveStream::next_member() {
  Impl& impl = *impl_;
  const Utf8Locale names;
  impl.skip_rest();
  if (impl.is_done) {
    return std::nullopt;
  }
  if (!impl.is_opened) {
    impl.is_done = true;
    impl.open();
    impl.is_done = false;
  }
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(impl.handle.get(), &entry);
  impl.is_done = status != ARCHIVE_OK && status != ARCHIVE_WARN;
  impl.check(impl.is_done && status != ARCHIVE_EOF ? ARCHIVE_FATAL : ARCHIVE_OK);
  if (impl.is_done) {
    return std::nullopt;
  }
  impl.has_data = true;
  ArchiveMember member;
  if (archive_format(impl.handle.get()) == ARCHIVE_FORMAT_RAW) {
    if (archive_filter_count(impl.handle.get()) <= 1) {
      impl.is_done = true;
      throw Error(ErrorCode::io, "it is no archive that can be read; left out");
    }
    member.name = name_without_compression(origin().name());
    return member;
  }
  const char* name = archive_entry_pathname(entry);
  name_member(readable(name == nullptr ? "" : name), member);
  member.is_file = archive_entry_filetype(entry) == AE_IFREG &&
                   archive_entry_hardlink(entry) == nullptr && !member.name.empty();
  member.is_encrypted = archive_entry_is_encrypted(entry) != 0;
  // An encrypted member can't be read through either; the library passes over it.
  impl.has_data = !member.is_encrypted;
  return member;
}

namespace {

class MemberStream : public ByteStream {
 public:
  explicit MemberStream(std::shared_ptr<ArchiveStream> archive) : archive_(std::move(archive)) {}

  std::size_t read(char* buffer, std::size_t size) override { return archive_->read(buffer, size); }

 private:
  std::shared_ptr<ArchiveStream> archive_;
};

}  // namespace

std::unique_ptr<InputFile> open_member(std::shared_ptr<ArchiveStream> archive,
                                       const std::string& name) {
  SourceOrigin origin;
  origin.path = archive->origin().path;
  origin.member = archive->origin().member;
  origin.member += (origin.member.empty() ? "" : "/") + name;
  origin.expansion = archive->expansion();
  return std::make_unique<InputFile>(std::make_unique<MemberStream>(std::move(archive)),
                                     std::move(origin));
}

}  // namespace pilcrow
