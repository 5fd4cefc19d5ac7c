// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/main_window.h"
#include "gui/frame/message_area.h"
#include "gui/presets/json_edit.h"
#include "gui/presets/lines_edit.h"
#include "gui/presets/preset_editor.h"
#include "gui/presets/presets_page.h"
#include "gui/theme/theme.h"
#include "made_verbs.h"

#include <QCompleter>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dosirak;
using namespace dosirak::gui;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Some pointers to values of a document, lists and objects among them.
QStringList pointersOf(const Json &value, const QString &at)
{
    QStringList pointers;
    if (value.is_object())
        for (const auto &[key, item] : value.items()) {
            const QString pointer = at + u'/' + fromStd(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
            pointers.append(pointer);
            pointers += pointersOf(item, pointer);
        }
    return pointers;
}

} // namespace

/// What a person does with presets in the real window: inherit, import, rename, throw away, type what is wrong.
class TestEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<AnsweredDialogs> m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString presetPath(const QString &name) const { return path(u"presets/%1.json"_s.arg(name)); }
    template<class T>
    T *find(const char *name) const { return m_window->findChild<T *>(QString::fromLatin1(name)); }
    PresetEditor *editor() const { return static_cast<PresetsPage *>(m_window->page(PageId::Presets))->editor(); }

    bool show(const QString &presetName)
    {
        m_session->setCurrent(presetName);
        return QTest::qWaitFor([&] { return editor()->isOpen() && editor()->presetName() == presetName && editor()->analysis().loaded.preset.name == presetName; });
    }
    void trigger(const QKeySequence &keys)
    {
        for (QAction *action : m_window->page(PageId::Presets)->pageActions())
            if (action->shortcuts().contains(keys))
                return action->trigger();
        QFAIL(qPrintable(u"no action has "_s + keys.toString()));
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : find<MessageArea>("messages")->findChildren<QPushButton *>(u"messageButton"_s))
            if (one->text() == text)
                return one;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", path(u"state"_s).toUtf8());
        qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
        QVERIFY(QDir(m_folder->path()).mkpath(u"data"_s)); // the trash is in it
        for (const QString &file : QDir(QStringLiteral(DOSIRAK_SOURCE_DIR "/presets")).entryList({u"*.json"_s}, QDir::Files))
            QVERIFY(put(path(u"presets/"_s + file), contents(QStringLiteral(DOSIRAK_SOURCE_DIR "/presets/") + file)));
        QVERIFY(put(presetPath(u"child"_s), R"({"schema_version": 1, "extends": "debian12-cpu", "description": "mine"})"));
        m_dialogs = std::make_shared<AnsweredDialogs>();
        m_settings = std::make_unique<QSettings>(path(u"settings.ini"_s), QSettings::IniFormat);
        applyTheme(*qApp, ThemeChoice::Light);
        m_session = std::make_unique<Session>(workspace::Workspace(m_folder->path()), std::make_shared<MadeVerbs>(), m_dialogs);
        m_window = std::make_unique<MainWindow>(*m_session, *m_settings);
        m_window->show();
        QTRY_VERIFY(editor()->isOpen());
    }

    void cleanup() { m_window.reset(); m_session.reset(); }

    void randomEditsAreUndoneToTheByte()
    {
        QRandomGenerator random(2026);
        for (const QString &name : m_session->presetNames()) {
            QVERIFY2(show(name), qPrintable(name));
            const QByteArray before = editor()->text();
            for (int i = 0; i < 40; ++i) {
                const QStringList pointers = pointersOf(editor()->document()->json(), {});
                const QString pointer = pointers.at(random.bounded(int(pointers.size())));
                switch (random.bounded(4)) {
                case 0: editor()->setValue(pointer, random.bounded(2) == 0 ? Json("changed %") : Json::array({"a", "b"}), u"set"_s); break;
                case 1: editor()->removeValue(pointer, u"remove"_s); break;
                case 2: editor()->setValue(u"/x-%1"_s.arg(i), Json{{"deep", {{"er", i}}}}, u"add"_s, random.bounded(2) == 0); break;
                case 3: editor()->setText(QByteArray(editor()->text()).replace("  ", " "), u"type"_s, random.bounded(2) == 0); break;
                }
            }
            QVERIFY2(editor()->text() != before, qPrintable(name));
            while (editor()->undoStack()->canUndo())
                editor()->undoStack()->undo();
            QCOMPARE(editor()->text(), before);
            QVERIFY(!editor()->isModified());
        }
    }

    void inheritedValuesSayFromWhereAndGoBack()
    {
        QVERIFY(show(u"child"_s));
        QCOMPARE(editor()->parentOf(u"/os/release"_s), u"debian12-cpu"_s);
        auto *box = find<QComboBox>("releaseBox");
        QTRY_COMPARE(box->currentText(), u"12"_s);
        QTRY_VERIFY2(box->toolTip().contains(u"debian12-cpu"_s), qPrintable(box->toolTip()));
        const QByteArray before = editor()->text();
        editor()->setValue(u"/os/release"_s, "13", u"x"_s);
        QVERIFY(editor()->text().contains("\"13\""));
        // The field offers the way back, which leaves nothing of its own.
        auto reset = [&]() -> QToolButton * {
            for (auto *one : box->parentWidget()->findChildren<QToolButton *>(u"resetButton"_s))
                if (!one->isHidden())
                    return one;
            return nullptr;
        };
        QTRY_VERIFY(reset());
        QVERIFY2(reset()->text().contains(u"12"_s) && reset()->text().contains(u"debian12-cpu"_s), qPrintable(reset()->text()));
        reset()->click();
        QTRY_COMPARE(box->currentText(), u"12"_s);
        QVERIFY(!editor()->ownValue(u"/os/release"_s));
        while (editor()->undoStack()->canUndo())
            editor()->undoStack()->undo();
        QCOMPARE(editor()->text(), before);
    }

    void linesAreCheckedAsTheyAreTyped()
    {
        QVERIFY(show(u"debian12-cpu"_s));
        auto *lines = find<LinesEdit>("requirementsEdit");
        QVERIFY(lines->problem().isEmpty());
        const QByteArray before = editor()->text();
        lines->setFocus();
        lines->moveCursor(QTextCursor::End);
        QTest::keyClick(lines, Qt::Key_Return);
        QTest::keyClicks(lines, u"scipy >= banana"_s);
        QVERIFY2(lines->problem().contains(u"banana"_s) || !lines->problem().isEmpty(), "a requirement that is none");
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(lines, Qt::Key_Backspace);
        QTest::keyClicks(lines, u"1.10"_s);
        QVERIFY2(lines->problem().isEmpty(), qPrintable(lines->problem()));
        QTRY_VERIFY(editor()->text().contains("scipy >= 1.10") || editor()->text().contains("scipy>=1.10"));
        while (editor()->undoStack()->canUndo())
            editor()->undoStack()->undo();
        QCOMPARE(editor()->text(), before);
    }

    void theSchemaCompletesTheJson()
    {
        QVERIFY(show(u"debian12-cpu"_s));
        trigger(Qt::ALT | Qt::Key_2);
        auto *json = find<JsonEdit>("json");
        json->setFocus();
        json->moveCursor(QTextCursor::Start);
        QTextCursor cursor = json->textCursor();
        cursor.movePosition(QTextCursor::Right); // behind the first {
        json->setTextCursor(cursor);
        QTest::keyClick(json, Qt::Key_Space, Qt::ControlModifier);
        auto *completer = json->findChild<QCompleter *>();
        QVERIFY(completer);
        QTRY_VERIFY(completer->completionCount() > 0);
        QStringList offered;
        for (int i = 0; i < completer->completionModel()->rowCount(); ++i)
            offered.append(completer->completionModel()->index(i, 0).data().toString());
        const auto offers = [&](const QString &key) { return std::any_of(offered.begin(), offered.end(), [&](const QString &one) { return one.section(u' ', 0, 0) == key; }); };
        QVERIFY2(offers(u"extends"_s) && offers(u"tensorrt"_s), qPrintable(offered.join(u' ')));
        QVERIFY2(!offers(u"release"_s), "that is a key of the system, not of the preset");
        QVERIFY2(!offers(u"os"_s) && !offers(u"python"_s), "what is there already is not offered again");
    }

    void filesAreImportedIntoTheOpenPreset()
    {
        QVERIFY(show(u"debian12-cpu"_s));
        const QByteArray before = editor()->text();
        QVERIFY(put(path(u"pyproject.toml"_s), "[project]\nname = \"x\"\ndependencies = [\"scipy>=1.10\"]\n"));
        m_dialogs->paths = {path(u"pyproject.toml"_s)};
        m_dialogs->answers = {Dialogs::Answer::Yes};
        trigger(Qt::CTRL | Qt::Key_I);
        QTRY_VERIFY(editor()->text().contains("scipy>=1.10"));
        QCOMPARE(contents(presetPath(u"debian12-cpu"_s)), before);
        editor()->undoStack()->undo();
        QCOMPARE(editor()->text(), before);
    }

    void filesBecomeANewPresetAndWhatIsLeftOutIsTold()
    {
        QVERIFY(put(path(u"Dockerfile"_s), "FROM debian:12\nRUN apt-get install -y libgomp1\nRUN make everything\n"));
        m_dialogs->paths = {path(u"Dockerfile"_s)};
        m_dialogs->answers = {Dialogs::Answer::No};
        m_dialogs->texts = {u"brought"_s};
        trigger(Qt::CTRL | Qt::Key_I);
        QTRY_VERIFY(contents(presetPath(u"brought"_s)).contains("libgomp1"));
        QTRY_COMPARE(m_session->current(), u"brought"_s);
        QTRY_VERIFY(find<MessageArea>("messages")->count() > 0);
    }

    void aRenameTakesArtifactsAndChildrenAlong()
    {
        QVERIFY(put(path(u"artifacts/debian12-cpu/wheels/x.whl"_s), "x"));
        QVERIFY(show(u"debian12-cpu"_s));
        const QByteArray child = contents(presetPath(u"child"_s));
        m_dialogs->texts = {u"base"_s};
        trigger(Qt::Key_F2);
        QTRY_COMPARE(m_session->current(), u"base"_s);
        QVERIFY(QFile::exists(path(u"artifacts/base/wheels/x.whl"_s)) && !QFile::exists(presetPath(u"debian12-cpu"_s)));
        QVERIFY(contents(presetPath(u"child"_s)).contains("\"extends\": \"base\""));
        QTRY_VERIFY(button(u"Undo"_s));
        button(u"Undo"_s)->click();
        QTRY_COMPARE(m_session->current(), u"debian12-cpu"_s);
        QVERIFY(QFile::exists(path(u"artifacts/debian12-cpu/wheels/x.whl"_s)));
        QCOMPARE(contents(presetPath(u"child"_s)), child);
    }

    void whatIsThrownAwayComesBack()
    {
        QVERIFY(show(u"debian13-cpu"_s));
        const QByteArray text = editor()->text();
        trigger(Qt::CTRL | Qt::Key_Delete);
        QTRY_VERIFY(!QFile::exists(presetPath(u"debian13-cpu"_s)));
        QTRY_VERIFY(!m_session->presetNames().contains(u"debian13-cpu"_s));
        QTRY_VERIFY(button(u"Undo"_s));
        button(u"Undo"_s)->click();
        QTRY_COMPARE(contents(presetPath(u"debian13-cpu"_s)), text);
        QTRY_VERIFY(m_session->presetNames().contains(u"debian13-cpu"_s));
    }

    void hundredsOfPresetsAreFiltered()
    {
        const QByteArray text = contents(presetPath(u"debian12-cpu"_s));
        for (int i = 0; i < 300; ++i)
            QVERIFY(put(presetPath(u"many-%1"_s.arg(i)), QByteArray(text).replace("Debian 12 without", "Number " + QByteArray::number(i) + "# without")));
        m_session->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->presetNames().size(), qsizetype(309), 20'000);
        auto *filter = m_window->page(PageId::Presets)->findChild<QLineEdit *>(u"filterEdit"_s);
        QVERIFY(filter);
        auto *list = m_window->page(PageId::Presets)->findChild<QListView *>(u"presets"_s);
        filter->setText(u"number 217#"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, 20'000); // found by its description, which is read beside the window
        filter->clear();
        QTRY_COMPARE(list->model()->rowCount(), 309);
    }
};

QTEST_MAIN(TestEditor)
#include "test_editor.moc"
