# SPDX-License-Identifier: GPL-2.0-or-later
# Finds what the library is built on, as imported targets pilcrow_xapian, pilcrow_cld2, ...
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(Xapian REQUIRED NAMES xapian)

# Xapian's package defines variables only.
add_library(pilcrow_xapian INTERFACE)
target_include_directories(pilcrow_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(pilcrow_xapian INTERFACE ${XAPIAN_LIBRARIES})

# The full table replaces the small one by symbol interposition, so it must come first and must
# not be dropped as unneeded.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
find_library(CLD2_FULL_LIBRARY cld2_full REQUIRED)
add_library(pilcrow_cld2 INTERFACE)
target_include_directories(pilcrow_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})
target_link_libraries(pilcrow_cld2 INTERFACE
  -Wl,--push-state,--no-as-needed ${CLD2_FULL_LIBRARY} -Wl,--pop-state ${CLD2_LIBRARY})

# What reads formats, and zlib, which compresses.  INTERFACE helpers, so that an installed static library names them plainly.
find_package(LibXml2 REQUIRED)
add_library(pilcrow_libxml2 INTERFACE)
target_include_directories(pilcrow_libxml2 SYSTEM INTERFACE ${LIBXML2_INCLUDE_DIR})
target_link_libraries(pilcrow_libxml2 INTERFACE ${LIBXML2_LIBRARIES})
find_package(LibArchive 3.6 REQUIRED)
add_library(pilcrow_libarchive INTERFACE)
target_include_directories(pilcrow_libarchive SYSTEM INTERFACE ${LibArchive_INCLUDE_DIRS})
target_link_libraries(pilcrow_libarchive INTERFACE ${LibArchive_LIBRARIES})
find_package(ZLIB REQUIRED)
find_path(MD4C_INCLUDE_DIR md4c.h REQUIRED)
find_library(MD4C_LIBRARY md4c REQUIRED)
add_library(pilcrow_md4c INTERFACE)
target_include_directories(pilcrow_md4c SYSTEM INTERFACE ${MD4C_INCLUDE_DIR})
target_link_libraries(pilcrow_md4c INTERFACE ${MD4C_LIBRARY})

# Compiled into the object that uses it (XXH_INLINE_ALL).
find_path(XXHASH_INCLUDE_DIR xxhash.h REQUIRED)

# Of the program pilcrow-searcher, not of the library.
find_path(EDIT_INCLUDE_DIR histedit.h REQUIRED)
find_library(EDIT_LIBRARY edit REQUIRED)
add_library(pilcrow_libedit INTERFACE)
target_include_directories(pilcrow_libedit SYSTEM INTERFACE ${EDIT_INCLUDE_DIR})
target_link_libraries(pilcrow_libedit INTERFACE ${EDIT_LIBRARY})
