// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"

#include <memory>

namespace Ui {
class BundlesPage;
}

namespace dosirak::gui {

class BundlesModel;
class ContentsModel;

/// Bundles: make, verify, import, and what is in the folder.
class BundlesPage : public Page
{
    Q_OBJECT

public:
    explicit BundlesPage(Session &session, QWidget *parent = nullptr);
    ~BundlesPage() override;

    [[nodiscard]] PageId id() const override { return PageId::Bundles; }
    [[nodiscard]] QString title() const override { return tr("Bundles"); }
    [[nodiscard]] Shape shape() const override { return Shape::Bundles; }
    [[nodiscard]] QList<QAction *> pageActions() const override { return m_actions; }
    void shown() override { reload(); }

    void verify(const QString &path);

private:
    void makeActions();
    void reload();
    void make();
    void import();
    void showRun();
    void showContents();
    void compare();
    void showVerified(const QString &name, const Result<workspace::VerifyReport> &report);

    std::unique_ptr<Ui::BundlesPage> m_ui;
    BundlesModel *m_bundles;
    ContentsModel *m_files;
    QList<QAction *> m_actions;
};

} // namespace dosirak::gui
