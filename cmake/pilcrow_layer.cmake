# SPDX-License-Identifier: GPL-2.0-or-later
# Flags of our own code only; nothing is passed on to programs that use the library.
add_library(pilcrow_flags INTERFACE)
target_compile_options(pilcrow_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # False alarms on adding strings in GCC 12 (its bug 105651).
  target_compile_options(pilcrow_flags INTERFACE -Wno-restrict)
endif()
if(CMAKE_UNITY_BUILD)
  # Where several files are compiled as one, these take the names of one for seen by the next.
  # clang-tidy, which takes each on its own, looks for shadows then.
  target_compile_options(pilcrow_flags INTERFACE -Wno-shadow
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_include_directories(pilcrow_flags INTERFACE
  ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)
if(PILCROW_SANITIZE)
  target_compile_options(pilcrow_flags INTERFACE
    -fsanitize=${PILCROW_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_definitions(pilcrow_flags INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(pilcrow_flags INTERFACE -fsanitize=${PILCROW_SANITIZE})
endif()

function(pilcrow_own_code target)
  target_link_libraries(${target} PRIVATE pilcrow_flags)
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  if(PILCROW_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY clang-tidy)
  endif()
endfunction()

# pilcrow_precompile(TARGET HEADERS...): the standard headers that most files include, and HEADERS,
# are compiled once for the whole target.  With clang only: GCC 12 forgets in a precompiled header
# which warnings the standard library silences in itself.
function(pilcrow_precompile target)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang AND PILCROW_PRECOMPILE_STANDARD)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <filesystem> <functional> <map> <memory> <optional> <set> <string>
      <string_view> <unordered_map> <utility> <vector> ${ARGN})
  endif()
endfunction()

# pilcrow_layer(NAME SOURCES ... USES ...): one folder, an OBJECT library that becomes part of the
# library pilcrow.  USES names what it is built on besides our own headers.
function(pilcrow_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
  add_library(pilcrow_${name} OBJECT ${arg_SOURCES})
  pilcrow_own_code(pilcrow_${name})
  target_link_libraries(pilcrow_${name} PUBLIC ${arg_USES})
  if(pilcrow_xapian IN_LIST arg_USES)
    pilcrow_precompile(pilcrow_${name} <xapian.h>)
  else()
    pilcrow_precompile(pilcrow_${name})
  endif()
  # The objects end up in one library, so they export its symbols.
  target_compile_definitions(pilcrow_${name} PRIVATE pilcrow_EXPORTS)
  set_target_properties(pilcrow_${name} PROPERTIES
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  target_sources(pilcrow PRIVATE $<TARGET_OBJECTS:pilcrow_${name}>)
  target_link_libraries(pilcrow PRIVATE ${arg_USES})
endfunction()
