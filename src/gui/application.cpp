// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include "base/tr.h"
#include "base/translation.h"
#include "gui/frame/main_window.h"
#include "gui/theme/theme.h"
#include "gui/work/workspace_verbs.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSettings>
#include <QTextStream>
#include <QTimer>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 1500; // a picture is taken when first checks have answered

struct Picture {
    QString page, file;
    QSize size{1280, 800};
};

PageId pageOf(const QString &name)
{
    const QStringList names{u"presets"_s, u"matrix"_s, u"downloads"_s, u"bundles"_s, u"builds"_s, u"settings"_s};
    return PageId(std::max<qsizetype>(0, names.indexOf(name)));
}

void takePicture(MainWindow &window, const Picture &picture)
{
    window.resize(picture.size);
    window.showPage(pageOf(picture.page));
    QTimer::singleShot(settleMs, &window, [&window, picture] { QCoreApplication::exit(window.grab().save(picture.file) ? 0 : 1); });
}

} // namespace

int runApplication(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"dosirak"_s);
    QCoreApplication::setOrganizationName(u"dosirak"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DOSIRAK_VERSION));
    QGuiApplication::setDesktopFileName(u"org.dosirak.Dosirak"_s);
    QGuiApplication::setWindowIcon(icon(Shape::Bundles));

    // Before the options are declared: their help is translated as well.
    QSettings settings;
    const QString asked = languageOption(QCoreApplication::arguments());
    installTranslations(asked.isEmpty() ? settings.value(u"language"_s).toString() : asked);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(u"theme"_s, coreTr("light, dark or system"), u"name"_s);
    const QCommandLineOption language(u"language"_s, coreTr("Language of the window, such as ko"), u"code"_s);
    const QCommandLineOption picture(u"screenshot"_s, coreTr("Show PAGE, save a picture of the window and leave"), u"page"_s);
    const QCommandLineOption output(u"output"_s, coreTr("Where --screenshot writes"), u"file"_s, u"dosirak.png"_s);
    const QCommandLineOption size(u"size"_s, coreTr("Size of the window for --screenshot"), u"WxH"_s, u"1280x800"_s);
    const QCommandLineOption root(u"C"_s, coreTr("Working folder, as the argument"), u"folder"_s);
    parser.addOptions({theme, language, picture, output, size, root});
    parser.addPositionalArgument(u"folder"_s, coreTr("Working folder (one that has presets/)"), u"[folder]"_s);
    parser.process(application);

    applyTheme(application, themeFromName(parser.isSet(theme) ? parser.value(theme) : settings.value(u"theme"_s).toString()));

    const auto folder = workspace::Workspace::find(parser.isSet(root) ? parser.value(root) : parser.positionalArguments().value(0, QDir::currentPath()));
    auto verbs = WorkspaceVerbs::open(folder);
    if (!verbs) {
        QTextStream(stderr) << verbs.error().text() << '\n';
        return 1;
    }
    Session session(folder, *verbs, std::make_shared<Dialogs>());
    MainWindow window(session, settings);
    QObject::connect(&window, &MainWindow::leftForGood, &application, &QCoreApplication::quit);
    window.show();
    if (parser.isSet(picture)) {
        const QStringList sides = parser.value(size).split(u'x');
        takePicture(window, {parser.value(picture), parser.value(output), QSize(sides.value(0).toInt(), sides.value(1).toInt())});
    }
    return QApplication::exec();
}

} // namespace dosirak::gui
