# The libraries that pdiff is linked with; read when pdiff is built and by every program that finds it.
include(CMakeFindDependencyMacro)
find_dependency(fmt 9)

# They come without CMake packages of their own, so each becomes a target here.
function(pdiff_system_library target header)
  if(TARGET ${target})
    return()
  endif()
  string(MAKE_C_IDENTIFIER ${target} id)
  find_library(${id}_LIBRARY NAMES ${ARGN} REQUIRED)
  find_path(${id}_INCLUDE ${header} REQUIRED)
  mark_as_advanced(${id}_LIBRARY ${id}_INCLUDE)
  add_library(${target} UNKNOWN IMPORTED)
  set_target_properties(${target} PROPERTIES
    IMPORTED_LOCATION "${${id}_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${${id}_INCLUDE}")
endfunction()

pdiff_system_library(pdiff::gmp gmp.h gmp)
pdiff_system_library(pdiff::mpfr mpfr.h mpfr)
pdiff_system_library(pdiff::flint flint/fmpq.h flint)
pdiff_system_library(pdiff::arb arb.h flint-arb arb)
pdiff_system_library(pdiff::calcium calcium/ca.h calcium)
