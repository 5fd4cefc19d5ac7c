# SPDX-License-Identifier: GPL-3.0-or-later
#
# A room is a folder of src/ and one static library, dosirak_<room>. What it may use is said once, in its own
# CMakeLists.txt: ROOMS are the rooms below it, LIBRARIES what comes from outside.
#
#   dosirak_room(fetch SOURCES … ROOMS base LIBRARIES CURL::libcurl)
#
# Arrows are checked by tests/architecture (which reads the same declarations and the #include lines).

if(CMAKE_CXX_COMPILER_LAUNCHER STREQUAL "" OR NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(CCACHE_PROGRAM ccache)
    if(CCACHE_PROGRAM)
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
    endif()
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

if(DOSIRAK_SANITIZE)
    add_compile_options(-fsanitize=${DOSIRAK_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${DOSIRAK_SANITIZE})
endif()

# What every target of ours is compiled with.
add_library(dosirak_options INTERFACE)
target_compile_options(dosirak_options INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
    -Wnull-dereference $<$<BOOL:${DOSIRAK_WERROR}>:-Werror>)
target_compile_definitions(dosirak_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS)
target_include_directories(dosirak_options INTERFACE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_BINARY_DIR}/src")

# What nearly every file includes from outside is parsed once: two thirds of a small file's compile time were its headers.
# Sources still name what they use; -DDOSIRAK_PRECOMPILE=OFF shows whether they do.
option(DOSIRAK_PRECOMPILE "Parse the outside headers that all rooms use only once" ON)
if(DOSIRAK_PRECOMPILE)
    file(WRITE "${CMAKE_BINARY_DIR}/src/precompiled.cpp.in" "// Only carries the precompiled headers.\n")
    configure_file("${CMAKE_BINARY_DIR}/src/precompiled.cpp.in" "${CMAKE_BINARY_DIR}/src/precompiled.cpp" COPYONLY)
    add_library(dosirak_precompiled STATIC "${CMAKE_BINARY_DIR}/src/precompiled.cpp")
    set_target_properties(dosirak_precompiled PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(dosirak_precompiled PRIVATE dosirak_options Qt6::Core)
    target_precompile_headers(dosirak_precompiled PRIVATE
        <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QList> <QMap> <QMutex> <QRegularExpression>
        <QSet> <QString> <QStringList> <QTemporaryDir> <QUrl>
        <algorithm> <array> <chrono> <functional> <map> <memory> <nlohmann/json.hpp> <optional> <set> <stop_token> <string>
        <string_view> <thread> <tl/expected.hpp> <unordered_map> <utility> <variant> <vector>)
endif()

# Lets a target use them.
function(dosirak_precompiled target)
    if(DOSIRAK_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM dosirak_precompiled)
    endif()
endfunction()

function(dosirak_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
    add_library(dosirak_${name} STATIC ${ROOM_SOURCES})
    set_target_properties(dosirak_${name} PROPERTIES AUTOMOC ON POSITION_INDEPENDENT_CODE ON)
    list(TRANSFORM ROOM_ROOMS PREPEND dosirak_)
    target_link_libraries(dosirak_${name} PUBLIC dosirak_options ${ROOM_ROOMS} ${ROOM_LIBRARIES})
    if(NOT "Qt6::Widgets" IN_LIST ROOM_LIBRARIES) # the desktop has its own, with windows
        dosirak_precompiled(dosirak_${name})
    endif()
    set_property(GLOBAL APPEND PROPERTY DOSIRAK_ROOMS ${name})
endfunction()
