# SPDX-License-Identifier: GPL-3.0-or-later
set(root "${BUILD}/Testing/install-test")
file(REMOVE_RECURSE "${root}")
set(ENV{LC_ALL} C.UTF-8)
set(ENV{LANGUAGE} "")

execute_process(COMMAND ${CMAKE_COMMAND} -E env "DESTDIR=${root}" ${CMAKE_COMMAND} --install "${BUILD}"
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
set(usr "${root}${PREFIX}")

foreach(file IN ITEMS
        bin/dosirak
        bin/dosirak-gui
        share/man/man1/dosirak.1
        share/man/man1/dosirak-gui.1
        share/bash-completion/completions/dosirak
        share/zsh/vendor-completions/_dosirak
        share/fish/vendor_completions.d/dosirak.fish
        share/applications/org.dosirak.Dosirak.desktop
        share/metainfo/org.dosirak.Dosirak.metainfo.xml
        share/icons/hicolor/scalable/apps/org.dosirak.Dosirak.svg
        share/dosirak/presets/debian12-cpu.json)
    if(NOT EXISTS "${usr}/${file}")
        message(SEND_ERROR "not installed: ${file}")
    endif()
endforeach()

# The installed program runs from where it lies, and is this version.
execute_process(COMMAND "${usr}/bin/dosirak" --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
if(NOT version STREQUAL "dosirak ${VERSION}")
    message(SEND_ERROR "“dosirak --version” says “${version}”, not “dosirak ${VERSION}”")
endif()

# Every command that the program lists has its section in the man page.
execute_process(COMMAND "${usr}/bin/dosirak" help OUTPUT_VARIABLE overview COMMAND_ERROR_IS_FATAL ANY)
file(READ "${usr}/share/man/man1/dosirak.1" page)
string(REPLACE "\\-" "-" page "${page}")
string(REGEX MATCHALL "\n  [a-z][a-z-]*" rows "${overview}")
list(LENGTH rows count)
if(count LESS 10)
    message(SEND_ERROR "“dosirak help” lists ${count} commands only")
endif()
foreach(row IN LISTS rows)
    string(STRIP "${row}" name)
    string(FIND "${page}" ".SS ${name}\n" at)
    if(at EQUAL -1)
        message(SEND_ERROR "dosirak(1) does not describe “${name}”")
    endif()
endforeach()
if(page MATCHES "@[A-Z_]+@")
    message(SEND_ERROR "dosirak(1) holds an unfilled ${CMAKE_MATCH_0}")
endif()

execute_process(COMMAND "${DESKTOP_FILE_VALIDATE}" "${usr}/share/applications/org.dosirak.Dosirak.desktop"
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${APPSTREAMCLI}" validate --no-net "${usr}/share/metainfo/org.dosirak.Dosirak.metainfo.xml"
    COMMAND_ERROR_IS_FATAL ANY)
