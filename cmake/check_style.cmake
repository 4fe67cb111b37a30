# SPDX-License-Identifier: GPL-2.0-or-later
# cmake -DSOURCE_DIR=... -P check_style.cmake: house rules that no other tool knows.
cmake_minimum_required(VERSION 3.25)

set(lines_max 420)
set(main_lines_max 150)
set(wrong "")
set(types "")
file(GLOB_RECURSE sources
  ${SOURCE_DIR}/include/pilcrow/*.h*
  ${SOURCE_DIR}/base/*.h ${SOURCE_DIR}/base/*.cc
  ${SOURCE_DIR}/corpus/*.h ${SOURCE_DIR}/corpus/*.cc
  ${SOURCE_DIR}/analysis/*.h ${SOURCE_DIR}/analysis/*.cc
  ${SOURCE_DIR}/store/*.h ${SOURCE_DIR}/store/*.cc
  ${SOURCE_DIR}/sealed/*.h ${SOURCE_DIR}/sealed/*.cc
  ${SOURCE_DIR}/indexer/*.h ${SOURCE_DIR}/indexer/*.cc
  ${SOURCE_DIR}/searcher/*.h ${SOURCE_DIR}/searcher/*.cc ${SOURCE_DIR}/cli/*.h
  ${SOURCE_DIR}/bench/*.cc ${SOURCE_DIR}/examples/*.cc
  ${SOURCE_DIR}/tests/*/*.cc ${SOURCE_DIR}/tests/*/*.h)
foreach(source ${sources})
  file(READ ${source} text)
  if(NOT text MATCHES "^// SPDX-License-Identifier: GPL-2.0-or-later\n")
    list(APPEND wrong "${source}: the first line must be the SPDX line")
  endif()
  string(REGEX MATCHALL "\n" newlines "${text}")
  list(LENGTH newlines lines)
  if(lines GREATER lines_max)
    list(APPEND wrong "${source}: ${lines} lines; at most ${lines_max}, so split it")
  endif()
  if(source MATCHES "/main\\.cc$" AND lines GREATER main_lines_max)
    list(APPEND wrong "${source}: a main.cc only parses, calls and prints")
  endif()
  # Two types of one name are two functions of one name to the linker, which takes either.
  if(source MATCHES "\\.h$" AND NOT source MATCHES "/tests/[^/]+/[^/]+$")
    string(REGEX MATCHALL "\n(struct|class) (PILCROW_EXPORT )?[A-Za-z]+ [^;\n]*{" heads "${text}")
    foreach(head ${heads})
      string(REGEX REPLACE "\n(struct|class) (PILCROW_EXPORT )?([A-Za-z]+).*" "\\3" type "${head}")
      if(type IN_LIST types)
        list(APPEND wrong "${source}: another header has a ${type} too")
      endif()
      list(APPEND types ${type})
    endforeach()
  endif()
  if(text MATCHES "TODO|FIXME")
    list(APPEND wrong "${source}: holds a TODO; finish it or file an issue")
  endif()
endforeach()
if(wrong)
  list(JOIN wrong "\n" wrong)
  message(FATAL_ERROR "${wrong}")
endif()
