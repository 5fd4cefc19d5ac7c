// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"

#include <memory>

namespace Ui {
class PresetsPage;
}

namespace dosirak::gui {

class DiffView;
class JsonView;
class PresetEditor;
class PresetFilter;
class PresetForm;
class PresetListModel;

/// Presets: the list, one open in form, JSON and diff, and its findings.
class PresetsPage : public Page
{
    Q_OBJECT

public:
    explicit PresetsPage(Session &session, QWidget *parent = nullptr);
    ~PresetsPage() override;

    [[nodiscard]] PageId id() const override { return PageId::Presets; }
    [[nodiscard]] QString title() const override { return tr("Presets"); }
    [[nodiscard]] Shape shape() const override { return Shape::Presets; }
    [[nodiscard]] QList<QAction *> pageActions() const override { return m_actions; }
    [[nodiscard]] QString unsaved() const override;
    bool save() override;

    [[nodiscard]] PresetEditor *editor() const { return m_editor; }

private:
    enum View { ShowForm, ShowJson, ShowDiff };
    struct Notice {
        QString text, yes, no;
        std::function<void()> onYes, onNo;
        bool compares = false; ///< offers to look at the difference first
    };

    void makeViews();
    void makeList();
    void makeActions();
    void makeUndo();
    void connectEditor();
    void showList();
    void showNames();
    void showCount();
    void takeScan(const QStringList &presetNames);
    void showState(const QString &presetName);
    void showEditor();
    void showDiff();
    void showFindings();
    void goTo(const QString &pointer);
    void find();
    void notice(const Notice &notice);
    void aboutGone();
    void newPreset();
    void newFromPatch(const dosirak::Json &patch);
    void import();
    void importIntoOpen(const QStringList &paths);
    void importAsNew(const QStringList &paths);
    void duplicate();
    void compare();
    void rename();
    void trash();
    void openFolder();
    [[nodiscard]] std::optional<Dialogs::NewAnswer> askName(Dialogs::NewQuestion question);
    [[nodiscard]] QString freeName(const QString &wish) const;
    void run(const QString &title, std::function<Result<void>()> work, const QString &thenOpen, std::function<void()> then = {});

    std::unique_ptr<Ui::PresetsPage> m_ui;
    PresetEditor *m_editor;
    PresetListModel *m_list;
    PresetFilter *m_filtered;
    PresetForm *m_form;
    JsonView *m_json;
    DiffView *m_diff;
    QList<QAction *> m_actions;
    Notice m_notice;
    QString m_leaving; ///< preset whose file this page itself takes away
};

} // namespace dosirak::gui
