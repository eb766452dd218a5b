# What `cmake --install` puts in place: program, libraries, headers, package files, manual page and completions.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/pdiff)

install(TARGETS pdiff RUNTIME)
install(TARGETS pdiff_module LIBRARY DESTINATION ${module_dir})
install(TARGETS pdiff_core pdiff_engine pdiff_tutor pdiff_all EXPORT pdiff-targets ARCHIVE)
install(DIRECTORY include/pdiff TYPE INCLUDE)

set_target_properties(pdiff_core PROPERTIES EXPORT_NAME core)
set_target_properties(pdiff_engine PROPERTIES EXPORT_NAME engine)
set_target_properties(pdiff_tutor PROPERTIES EXPORT_NAME tutor)
set_target_properties(pdiff_all PROPERTIES EXPORT_NAME pdiff)
install(EXPORT pdiff-targets NAMESPACE pdiff:: DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/pdiff-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES cmake/pdiff-config.cmake cmake/pdiff-dependencies.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/pdiff-config-version.cmake DESTINATION ${package_dir})

# The program prints its own manual page and completions, so they cannot fall behind.
install(CODE [[
  function(print_to file)
    get_filename_component(folder "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/${file}" DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    message(STATUS "Installing: $ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/${file}")
    execute_process(COMMAND "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/bin/pdiff" ${ARGN}
      OUTPUT_FILE "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/${file}" COMMAND_ERROR_IS_FATAL ANY)
  endfunction()
  print_to(share/man/man1/pdiff.1 --man)
  print_to(share/bash-completion/completions/pdiff --completions bash)
  print_to(share/zsh/site-functions/_pdiff --completions zsh)
  print_to(share/fish/vendor_completions.d/pdiff.fish --completions fish)
]])
