// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/frame/page.h"

#include <memory>

namespace Ui {
class BuildsPage;
}

namespace dosirak::gui {

class HistoryModel;
class LogText;
class StepsModel;

/// The build console: what was built, the steps of one build, the log of a step.
class BuildsPage : public Page
{
    Q_OBJECT

public:
    explicit BuildsPage(Session &session, QWidget *parent = nullptr);
    ~BuildsPage() override;

    [[nodiscard]] PageId id() const override { return PageId::Builds; }
    [[nodiscard]] QString title() const override { return tr("Builds"); }
    [[nodiscard]] Shape shape() const override { return Shape::Builds; }
    [[nodiscard]] QList<QAction *> pageActions() const override { return m_actions; }
    [[nodiscard]] QList<QuickItem> quickItems() override;
    void shown() override;

    void begin();                                            ///< a build starts: its events follow
    void apply(const QList<build::BuildEvent> &events);      ///< taken in slices beside other events
    void end(const Result<build::BuildRecord> &result);
    void setRecords(const QList<build::BuildRecord> &records);
    void setEngines(const build::EngineReport &report);
    void findEngines(); ///< asks every client beside the UI; enginesKnown() tells the answer
    [[nodiscard]] StepsModel *steps() const { return m_steps; }
    [[nodiscard]] LogText *logText() const { return m_log; }

Q_SIGNALS:
    void enginesKnown(const QString &text, bool usable); ///< the best one, or a sentence that none is there

private:
    void makeViews();
    void makeActions();
    void connectLog();
    void applySlice();
    void takeEvent(const build::BuildEvent &event);
    void reload(const QString &select = {});
    void showRecord();
    void inspect();
    void readBuildFiles(const build::BuildRecord &record);
    void showStepLog(int stepId);
    void showLogFile(const QByteArray &log);
    void showFailure();
    void showRun();
    void chooseStep(int stepId);
    void startOrStop();
    void find(bool includeCurrent);
    [[nodiscard]] bool isLive() const { return m_live; }

    std::unique_ptr<Ui::BuildsPage> m_ui;
    HistoryModel *m_history;
    StepsModel *m_steps;
    LogText *m_log;
    QList<QAction *> m_actions;
    QList<build::BuildEvent> m_pending;
    qsizetype m_taken = 0;
    QTimer m_slice;
    QString m_shownId;
    bool m_live = false;
    bool m_enginesAsked = false;
    std::optional<Result<build::BuildRecord>> m_result; ///< came before all events were shown
};

} // namespace dosirak::gui
