// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/form_fields.h"
#include "gui/presets/preset_editor.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dosirak::gui {

/// Names that completion offers, by kind.
using NamePool = QHash<FieldSpec::Names, QStringList>;

/// One value of the preset with all that belongs beside it: the widget that edits it, what is wrong with it while it is
/// typed, where an inherited value comes from and the way back to it, its findings and their fixes.
class FormField : public QWidget
{
    Q_OBJECT

public:
    FormField(const FieldSpec &spec, PresetEditor &editor, QWidget *parent = nullptr);

    [[nodiscard]] const FieldSpec &spec() const { return m_spec; }
    [[nodiscard]] QString pointer() const { return m_base + m_spec.pointer; }
    [[nodiscard]] QWidget *input() const { return m_input; }
    void setBase(const QString &base);          ///< of a record's member: the record's own pointer
    void showValue();
    void showChoices(const Choices &choices);
    void showFindings(const QList<compat::Finding> &findings); ///< those of this field and of what is in it
    void setNames(const NamePool &pool);
    void focusAt(const QString &pointer);       ///< of the field, or of something in it
    [[nodiscard]] bool hasValue() const;

Q_SIGNALS:
    void fixWanted(const dosirak::compat::Fix &fix);

private:
    void makeInput();
    void makeChoice();
    void makeLines();
    void connectText(QLineEdit *edit);
    void showPairs();
    void showOrigin();
    void showProblem();
    void write(bool typing);
    void writeText(const QString &text, bool typing);
    void writeLines(bool typing);
    void setNote(QLabel *&label, const QString &text, const char *role);
    bool eventFilter(QObject *watched, QEvent *event) override;

    FieldSpec m_spec;
    PresetEditor &m_editor;
    QString m_base;
    QWidget *m_input = nullptr;
    QVBoxLayout *m_layout;
    QToolButton *m_reset = nullptr;
    QLabel *m_origin = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_meaning = nullptr;
    QList<QWidget *> m_findings;
    QString m_findingsKey;
    bool m_showing = false;
};

/// Text of a value: a string as it is, anything else as JSON, nothing for null.
[[nodiscard]] QString textOf(const Json *value);
[[nodiscard]] QStringList linesOf(const Json *value);

} // namespace dosirak::gui
