// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class PresetsPage;
}

namespace dosirak::gui {

class PresetEditor;
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
    void makeViews();
    void makeActions();
    void connectEditor();
    void connectJson();
    void showList();
    void showState(const QString &presetName);
    void showEditor();
    void showJson();
    void showDiff();
    void showFindings();
    void goTo(const QString &pointer);
    void notice(const QString &text, const QString &yes, std::function<void()> onYes, const QString &no, std::function<void()> onNo);
    void newPreset();
    void importRequirements();
    void duplicate();
    void rename();
    void trash();
    void create(const QString &title, const QString &suggestion, const QByteArray &text);
    void run(const QString &title, std::function<Result<void>()> work, const QString &thenOpen);

    std::unique_ptr<Ui::PresetsPage> m_ui;
    PresetEditor *m_editor;
    PresetListModel *m_list;
    QSortFilterProxyModel *m_filtered;
    PresetForm *m_form;
    QList<QAction *> m_actions;
    std::function<void()> m_onYes, m_onNo;
};

} // namespace dosirak::gui
