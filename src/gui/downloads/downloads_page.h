// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"

#include <QSet>
#include <QTimer>
#include <memory>

namespace Ui {
class DownloadsPage;
}

namespace dosirak::gui {

class DependencyModel;
class TransferModel;

/// Every file of the chosen preset's lock: what it is, why it is there, how far it is.
class DownloadsPage : public Page
{
    Q_OBJECT

public:
    explicit DownloadsPage(Session &session, QWidget *parent = nullptr);
    ~DownloadsPage() override;

    [[nodiscard]] PageId id() const override { return PageId::Downloads; }
    [[nodiscard]] QString title() const override { return tr("Downloads"); }
    [[nodiscard]] Shape shape() const override { return Shape::Downloads; }
    [[nodiscard]] QList<QAction *> pageActions() const override { return m_actions; }
    [[nodiscard]] QList<QuickItem> quickItems() override;

    [[nodiscard]] TransferModel *model() const { return m_model; }
    void setLock(const lock::LockFile &lock, const QList<workspace::TransferRow> &rows);
    /// Rows that changed. They reach the table in slices, so that a batch of thousands never holds up a frame.
    void apply(const QList<workspace::TransferRow> &rows, const workspace::TransferTotals &totals);
    void setInbox(const QList<workspace::InboxFile> &files);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    void makeViews();
    void connectButtons();
    void connectConflict();
    void keepPlace();
    void reload();
    void applySlice();
    void showBody();
    void pickForInbox();
    void showTotals(const workspace::TransferTotals &totals);
    void showDetails();
    void showSync();
    void setFilter();
    void expandGroups();
    void copyRows() const;
    void openFolder();
    void steer(void (workspace::SyncControl::*what)(const QString &));
    void retryFailed();
    [[nodiscard]] QList<const workspace::TransferRow *> chosen() const;

    std::unique_ptr<Ui::DownloadsPage> m_ui;
    TransferModel *m_model;
    DependencyModel *m_dependencies;
    lock::LockFile m_lock;
    QList<QAction *> m_actions;
    QHash<QString, workspace::TransferRow> m_incoming; ///< not in the table yet, the latest of each
    QTimer m_slice;
    QSet<QString> m_collapsed;                          ///< titles of groups that the user closed
    QStringList m_chosen;                               ///< ids, while the model is being reset
};

} // namespace dosirak::gui
