# find_package(pdiff) gives the target pdiff::pdiff.
include("${CMAKE_CURRENT_LIST_DIR}/pdiff-dependencies.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/pdiff-targets.cmake")
