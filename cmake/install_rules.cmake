# SPDX-License-Identifier: GPL-2.0-or-later
# What is installed: the library with its public headers, the two programs, and the files by which
# find_package and pkg-config find it.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/pilcrow)
# What a static library asks its user to link: imported targets of other packages by name, our own
# INTERFACE helpers by what they stand for.
install(TARGETS pilcrow EXPORT pilcrowTargets FILE_SET HEADERS
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS pilcrow_xapian pilcrow_cld2 pilcrow_libxml2 pilcrow_libarchive pilcrow_md4c
  EXPORT pilcrowTargets)
install(TARGETS pilcrow-indexer pilcrow-searcher RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT pilcrowTargets NAMESPACE pilcrow:: DESTINATION ${package_dir})

configure_package_config_file(cmake/pilcrowConfig.cmake.in pilcrowConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(pilcrowConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/pilcrowConfig.cmake ${PROJECT_BINARY_DIR}/pilcrowConfigVersion.cmake
  DESTINATION ${package_dir})

if(BUILD_SHARED_LIBS)
  set(pc_static_only .private)
else()
  set(pc_static_only "")
  set(pc_defines -DPILCROW_STATIC_DEFINE)
endif()
configure_file(cmake/pilcrow.pc.in pilcrow.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/pilcrow.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
