// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation.h"
#include "cli/command.h"

#include <QCoreApplication>
#include <QTextStream>
#include <csignal>
#include <pthread.h>
#include <thread>
#include <unistd.h>

namespace {

/// Ctrl+C asks the work to stop, and a second one ends the program: signals are taken by a thread of their own, so that
/// what they do is ordinary code.
void watchSignals(std::stop_source stop)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, stop]() mutable {
        int number = 0;
        for (int times = 0;; ++times) {
            sigwait(&signals, &number);
            if (times > 0)
                ::_exit(130);
            stop.request_stop();
        }
    }).detach();
}

} // namespace

int main(int argc, char **argv)
{
    std::stop_source stop;
    watchSignals(stop);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("dosirak"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DOSIRAK_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    // What a program reads is the same in every language.
    if (dosirak::cli::isForPrograms(arguments))
        dosirak::installNoTranslations();
    else
        dosirak::installTranslations(dosirak::languageOption(arguments));
    QTextStream out(stdout);
    QTextStream err(stderr);
    return dosirak::cli::run(arguments, out, err, stop.get_token());
}
