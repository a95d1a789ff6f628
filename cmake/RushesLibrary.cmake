# SPDX-FileCopyrightText: 2026 The Rushes authors
# SPDX-License-Identifier: Apache-2.0
#
# One folder is one static library. Sources are what lies in the folder; what a folder may use is what it links.

# rushes_library(engine/time DEPENDS engine/base LIBRARIES PkgConfig::X PUBLIC_LIBRARIES glm::glm)
function(rushes_library folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;PUBLIC_LIBRARIES;EXCLUDE" ${ARGN})
  string(REPLACE "/" "_" target "rushes_${folder}")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_SOURCE_DIR}/${folder}/*.h)
  foreach(name ${ARG_EXCLUDE})
    list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/${folder}/${name})
  endforeach()
  file(GLOB compiled CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
  if(compiled)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE ${ARG_LIBRARIES})
    target_compile_options(${target} PRIVATE ${RUSHES_WARNINGS})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_SOURCE_DIR})
  target_link_libraries(${target} ${scope} ${ARG_PUBLIC_LIBRARIES})
  foreach(dependency ${ARG_DEPENDS})
    string(REPLACE "/" "_" dependency "rushes_${dependency}")
    target_link_libraries(${target} ${scope} ${dependency})
  endforeach()
endfunction()

# rushes_unit_tests(engine/time [LIBRARIES …] [DEPENDS other/folders …]): one program from tests/unit/<folder>/*_test.cpp,
# one ctest entry named after the folder.
function(rushes_unit_tests folder)
  cmake_parse_arguments(ARG "" "" "LIBRARIES;DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/${folder}/*.cpp)
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" name "${folder}")
  add_executable(test_${name} ${sources})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_compile_options(test_${name} PRIVATE ${RUSHES_WARNINGS})
  target_link_libraries(test_${name} PRIVATE rushes_${name} rushes_test_main ${ARG_LIBRARIES})
  foreach(dependency ${ARG_DEPENDS})
    string(REPLACE "/" "_" dependency "rushes_${dependency}")
    target_link_libraries(test_${name} PRIVATE ${dependency})
  endforeach()
  add_test(NAME unit/${folder} COMMAND test_${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(unit/${folder} PROPERTIES TIMEOUT 300 LABELS unit)
endfunction()

# rushes_shaders(target file.vert file.frag …): SPIR-V as C initialiser lists, included as "<name>.spv.inc"
# (const std::uint32_t words[] = #include "ink.frag.spv.inc").
function(rushes_shaders target)
  set(outputs)
  foreach(shader ${ARGN})
    get_filename_component(name ${shader} NAME)
    set(output ${CMAKE_BINARY_DIR}/shaders/${name}.spv.inc)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/shaders
      COMMAND glslc --target-env=vulkan1.3 -O -mfmt=c -MD -MF ${output}.d -o ${output} ${CMAKE_SOURCE_DIR}/${shader}
      DEPENDS ${CMAKE_SOURCE_DIR}/${shader} DEPFILE ${output}.d VERBATIM)
    list(APPEND outputs ${output})
  endforeach()
  target_sources(${target} PRIVATE ${outputs})
  target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/shaders)
endfunction()
