// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"

#include <iostream>
#include <string>

/// Questions on standard input, one JSON object a line; one answer a line on standard output, in order.
int main()
{
    std::ios::sync_with_stdio(false);
    std::string line;
    while (std::getline(std::cin, line)) {
        std::cout << dosirak::conformance::answerLine(line) << '\n';
        if (std::cin.rdbuf()->in_avail() <= 0) // someone may wait for this answer before asking on
            std::cout.flush();
    }
    return std::cout.good() ? 0 : 1;
}
