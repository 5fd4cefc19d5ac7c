// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QWidget>

class QComboBox;
class QLabel;

namespace dosirak::gui {

/// Two texts beside each other, line by line, with the numbers of both; long stretches that are the same are folded.
class DiffText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DiffText(QWidget *parent = nullptr);

    void setTexts(const QByteArray &from, const QByteArray &to);
    [[nodiscard]] int added() const { return m_added; }
    [[nodiscard]] int removed() const { return m_removed; }
    void goToChange(int by); ///< 1: the next one, -1: the one before

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QList<QChar> m_signs; ///< of each line that is shown: '+', '-', ' ' or '…'
    int m_added = 0;
    int m_removed = 0;
};

/// The diff view: against what was saved, or against another preset.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void setPresets(const QStringList &names);       ///< that can be compared with
    void compareWith(const QString &presetName);     ///< empty: what was saved
    [[nodiscard]] QString comparedWith() const;
    /// @p same is said where there is no difference.
    void show(const QByteArray &from, const QByteArray &to, const QString &same);
    void showMeaning(const QStringList &lines);      ///< what the difference means, one line each; none: hidden

Q_SIGNALS:
    void wanted(); ///< other texts, for another comparison

private:
    QComboBox *m_against;
    QLabel *m_count;
    QLabel *m_meaning;
    DiffText *m_text;
};

} // namespace dosirak::gui
