// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <memory>

namespace dosirak {

using namespace Qt::StringLiterals;

namespace {

/// Loads what @p load finds and hands it to the application, which owns it. The language of it; empty: there is none.
template<class Load>
QString install(Load load)
{
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    if (!load(*translator))
        return {};
    const QString language = translator->language();
    QCoreApplication::installTranslator(translator.release());
    return language;
}

QString installOurs(const QLocale &locale)
{
    return install([&](QTranslator &translator) { return translator.load(locale, u"dosirak"_s, u"_"_s, u":/i18n"_s); });
}

} // namespace

void installTranslations(const QString &language)
{
    // English is in the code but for its plurals; a translation that is installed later is asked first.
    installOurs(QLocale(QLocale::English));
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const QString found = installOurs(QLocale());
    if (found.isEmpty())
        return;
    // Qt's own in the same language: one window does not speak two.
    install([&](QTranslator &translator) {
        return translator.load(u"qtbase_"_s + found, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    });
}

void installNoTranslations()
{
    QLocale::setDefault(QLocale::c());
    installOurs(QLocale(QLocale::English));
}

QString languageOption(const QStringList &arguments)
{
    const QString option = u"--language"_s;
    for (qsizetype i = 0; i < arguments.size() && arguments.at(i) != u"--"_s; ++i) {
        if (arguments.at(i).startsWith(option + u'='))
            return arguments.at(i).mid(option.size() + 1);
        if (arguments.at(i) == option)
            return arguments.value(i + 1);
    }
    return {};
}

} // namespace dosirak
