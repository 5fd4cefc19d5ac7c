# SPDX-License-Identifier: GPL-3.0-or-later
#
# dosirak_test(<name> SOURCES test_x.cpp ROOMS python fetch [LIBRARIES …] [GUI] [TIMEOUT seconds] [ARGS …])
# One QtTest class in one executable; the CTest name is <room folder>/<name>. GUI tests run offscreen.
function(dosirak_test name)
    cmake_parse_arguments(TEST "GUI" "TIMEOUT" "SOURCES;ROOMS;LIBRARIES;ARGS" ${ARGN})
    get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
    set(target test_${folder}_${name})
    add_executable(${target} ${TEST_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    list(TRANSFORM TEST_ROOMS PREPEND dosirak_)
    target_link_libraries(${target} PRIVATE dosirak_options ${TEST_ROOMS} ${TEST_LIBRARIES} Qt6::Test)
    target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    dosirak_precompiled(${target})
    target_compile_definitions(${target} PRIVATE DOSIRAK_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        DOSIRAK_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" DOSIRAK_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    add_test(NAME ${folder}/${name} COMMAND ${target} ${TEST_ARGS})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    # A locale of its own, so that no test's answer depends on who runs it.
    set(environment "LC_ALL=C.UTF-8" "LANGUAGE=" "QT_LOGGING_RULES=" "QT_QPA_PLATFORM=offscreen")
    set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} ENVIRONMENT "${environment}")
endfunction()
