// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::debian {

/// One apt source (sources.list(5)): every pair of a URI and a suite in it is one repository. A plain value.
struct Source {
    std::string name;                       ///< for people and for DebPackage::source; empty: "<uri> <suite>" stands for it
    std::vector<std::string> uris;          ///< http, https or file; as written
    std::vector<std::string> suites;        ///< "bookworm"; one that ends in "/" is the folder of a flat repository
    std::vector<std::string> components;    ///< empty exactly when the suites are flat
    std::vector<std::string> architectures; ///< empty: those of the request
    std::vector<std::string> signedBy;      ///< absolute paths of keyrings (binary or armored)
    std::string signedByKey;                ///< an armored OpenPGP key block itself
    std::vector<std::string> fingerprints;  ///< Signed-By that names keys: only these of the keyrings may sign
    std::string targetSuite;                ///< Suite or Codename that the Release file must claim; empty: as apt, a warning
    bool trusted = false;                   ///< taken unsigned (Trusted: yes)
    bool checkValidUntil = true;

    friend bool operator==(const Source &, const Source &) = default;
};

/// Reads deb822 text (a .sources file); @p file names it in errors. Stanzas of deb-src alone and such with Enabled: no
/// give nothing. Unknown fields are ignored, as in apt. Errors: Invalid with the line. Thread: any.
[[nodiscard]] Result<std::vector<Source>> parseSources(std::string_view text, const std::string &file);

/// Reads one-line text (a .list file): "deb [arch=amd64 signed-by=…] URI suite component…". Errors: Invalid with the line.
[[nodiscard]] Result<std::vector<Source>> parseSourcesList(std::string_view text, const std::string &file);

/// Either of the two, told apart by the file's ending (.sources, else .list). Errors: NotFound, Invalid, Io.
[[nodiscard]] Result<std::vector<Source>> readSources(const QString &path);

/// deb822 text that parseSources() reads back to equal values (the name aside, which apt has no field for).
[[nodiscard]] std::string writeSources(const std::vector<Source> &sources);

/// What apt on this machine reads, in its order. It asks apt-config for the folders, for the keyrings of sources that name
/// none, and for what it says of dates.
/// Errors: MissingTool, ToolFailed, Invalid. Thread: any but the UI thread.
[[nodiscard]] Result<std::vector<Source>> readHostSources(const std::stop_token &stop = {});

/// Gives sources that are not trusted and name no keyring those that this machine's apt would take for them (trusted.gpg and
/// trusted.gpg.d). Sources stay as they are when there are none. Errors: ToolFailed. Thread: any but the UI thread.
[[nodiscard]] Result<void> addHostKeyrings(std::vector<Source> &sources, const std::stop_token &stop = {});

/// Sources for @p suites out of what this machine's apt uses for its own release, so that another release of the same
/// distribution comes from the same place: a "…-security" suite gets the URIs of the host's "…-security" suite, any other
/// one those of its base suite; the keyring is the host's (else the distribution's own, where installed). @p name is put
/// into each. @p components empty: the host's. Errors: NotFound (no such source on this machine), and those above.
[[nodiscard]] Result<std::vector<Source>> hostSources(const std::string &name, const std::vector<std::string> &suites,
                                                      const std::vector<std::string> &components,
                                                      const std::stop_token &stop = {});
/// The same from sources that were read already.
[[nodiscard]] Result<std::vector<Source>> deriveSources(const std::vector<Source> &host, const std::string &name,
                                                        const std::vector<std::string> &suites,
                                                        const std::vector<std::string> &components);

} // namespace dosirak::debian
