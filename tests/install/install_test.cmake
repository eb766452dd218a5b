# Installs `build` below `work`, moves it away, so that nothing may rely on the place, and builds `source` against it.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE output)
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect actual expected)
  if(NOT actual STREQUAL expected)
    message(FATAL_ERROR "expected:\n${expected}\nbut got:\n${actual}")
  endif()
endfunction()

if(sanitize)
  string(APPEND flags " -fsanitize=address,undefined")
endif()
file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})
run(${CMAKE_COMMAND} --install ${build} --prefix ${work}/first)
file(RENAME ${work}/first ${work}/prefix)

run(${CMAKE_COMMAND} -S ${source} -B ${work}/example -G Ninja -D CMAKE_PREFIX_PATH=${work}/prefix
    -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_CXX_FLAGS=${flags})
run(${CMAKE_COMMAND} --build ${work}/example)
run(${work}/example/example)
expect("${output}" "2*x*sin(y)\n0.95885107720840600055\n")

run(${work}/prefix/bin/pdiff "3*x^2*y" --wrt x)
expect("${output}" "6*x*y\n")
