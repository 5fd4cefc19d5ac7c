// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/form_field.h"

class QListWidget;

namespace dosirak::gui {

/// A list of objects: their names above, the fields of the chosen one beneath. Insert adds, Delete removes, Alt with the
/// arrows moves.
class RecordsField : public QWidget
{
    Q_OBJECT

public:
    RecordsField(const FieldSpec &spec, PresetEditor &editor, QWidget *parent = nullptr);

    void showRecords(const QString &pointer);   ///< of the list
    void showFindings(const QList<compat::Finding> &findings);
    void setNames(const NamePool &pool);
    void focusAt(const QString &rest);          ///< "2/url"

Q_SIGNALS:
    void fixWanted(const dosirak::compat::Fix &fix);

private:
    void makeButtons();
    void add();
    void remove();
    void move(int by);
    void showCurrent();
    void giveFindings();
    [[nodiscard]] QString summary(const Json &record) const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    FieldSpec m_spec;
    PresetEditor &m_editor;
    QString m_pointer;
    QListWidget *m_list;
    QWidget *m_detail;
    QList<FormField *> m_members;
    QList<compat::Finding> m_findings;
    QList<QToolButton *> m_needRecord; ///< buttons that act on the chosen one
    bool m_showing = false;
};

} // namespace dosirak::gui
