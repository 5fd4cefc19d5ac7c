// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/import_sources.h"

namespace dosirak::workspace::importing {

struct Entry {
    int line = 0;
    QString value;
};

/// What one file asks for, before it is put beside what a preset has.
struct Wanted {
    QList<Entry> requirements;     ///< PEP 508
    QList<Entry> constraints;
    QList<Entry> torchIndexes;     ///< labels of PyTorch's own indexes: "cu118"
    QList<Entry> builderDebs, runtimeDebs, heldDebs;
    QList<std::pair<QString, Entry>> env, labels;
    Entry builderBase, runtimeBase;
    Entry python;                  ///< "3.10"
    Entry user, workingFolder;
    std::optional<QStringList> entrypoint, command;
    QList<ImportNote> notes;

    void note(int line, const QString &text, const QString &what);
};

/// Lines of text of any line end; the text was checked to be UTF-8.
[[nodiscard]] QStringList linesOf(const QString &text);

void readRequirements(const QString &text, Wanted &wanted);
/// Takes one requirement; @p where is the line as the user wrote it.
void takeRequirement(const QString &requirement, int line, const QString &where, Wanted &wanted);
/// "https://download.pytorch.org/whl/cu118" → "cu118"; empty: no index of PyTorch's.
[[nodiscard]] QString torchIndexLabel(const QString &url);
void readPipFreeze(const QString &text, Wanted &wanted);
void readDpkgList(const QString &text, Wanted &wanted);
void readDockerfile(const QString &text, Wanted &wanted);
[[nodiscard]] Result<void> readPyProject(const QByteArray &bytes, const QString &fileName, Wanted &wanted);

/// The patch that brings a preset to what is wanted; tells in @p import what it does and what it leaves.
void makePatch(const Wanted &wanted, const Json &own, const Json &resolved, SourceImport &import);

} // namespace dosirak::workspace::importing
