# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fills dosirak.1.in with what the program says of itself, so that the page cannot fall behind it:
#   cmake -DPROGRAM=… -DVERSION=… -DIN=dosirak.1.in -DOUT=dosirak.1 -P man.cmake
set(ENV{LC_ALL} C.UTF-8)
set(ENV{LANGUAGE} "")
set(ENV{COLUMNS} 100)

function(ask result)
    execute_process(COMMAND "${PROGRAM}" help ${ARGN} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
    # Text for roff: no escapes of its own, hyphens that can be copied, no line that reads as a request.
    string(REPLACE "\\" "\\e" text "${text}")
    string(REPLACE "-" "\\-" text "${text}")
    string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
    string(REGEX REPLACE "\n+$" "" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

ask(overview)
string(REGEX MATCHALL "(^|\n)  [a-z][a-z\\\\-]*" rows "${overview}")
if(NOT rows)
    message(FATAL_ERROR "“dosirak help” lists no command")
endif()
set(COMMANDS "")
foreach(row IN LISTS rows)
    string(STRIP "${row}" name)
    string(REPLACE "\\-" "-" word "${name}")
    ask(help "${word}")
    string(APPEND COMMANDS ".SS ${name}\n.nf\n${help}\n.fi\n")
endforeach()
ask(EXIT_CODES exit-codes)
configure_file("${IN}" "${OUT}" @ONLY)
file(TOUCH "${OUT}") # an equal page is made, too
