// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/netrc.h"

#include "base/files.h"

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

class Tokens
{
public:
    explicit Tokens(const QByteArray &text) : m_text(text) {}

    /// The next token; empty at the end.
    QByteArray next()
    {
        skipBlanks();
        if (m_at >= m_text.size())
            return {};
        if (m_text.at(m_at) == '"')
            return quoted();
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !isBlank(m_text.at(m_at)))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    /// A macro runs to the next empty line.
    void skipMacro()
    {
        const qsizetype end = m_text.indexOf("\n\n", m_at);
        m_at = end < 0 ? m_text.size() : end;
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ','; }

    void skipBlanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) == '#') {
                const qsizetype end = m_text.indexOf('\n', m_at);
                m_at = end < 0 ? m_text.size() - 1 : end;
            } else if (!isBlank(m_text.at(m_at))) {
                return;
            }
        }
    }

    QByteArray quoted()
    {
        QByteArray token;
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != '"'; ++m_at) {
            if (m_text.at(m_at) == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            token += m_text.at(m_at);
        }
        ++m_at;
        return token;
    }

    QByteArray m_text;
    qsizetype m_at = 0;
};

} // namespace

Netrc Netrc::parse(const QByteArray &text)
{
    Netrc netrc;
    Tokens tokens(text);
    QString host;
    Credentials credentials;
    bool open = false;
    const auto close = [&] {
        if (open && host.isEmpty())
            netrc.m_default = credentials;
        else if (open && !netrc.m_hosts.contains(host)) // the first entry of a host counts
            netrc.m_hosts.insert(host, credentials);
        credentials = {};
    };
    for (QByteArray word = tokens.next(); !word.isEmpty(); word = tokens.next()) {
        if (word == "machine" || word == "default") {
            close();
            open = true;
            host = word == "machine" ? QString::fromUtf8(tokens.next()).toLower() : QString();
        } else if (word == "login") {
            credentials.user = QString::fromUtf8(tokens.next());
        } else if (word == "password") {
            credentials.password = QString::fromUtf8(tokens.next());
        } else if (word == "account") {
            tokens.next();
        } else if (word == "macdef") {
            tokens.skipMacro();
        }
    }
    close();
    return netrc;
}

Netrc Netrc::read(const QString &path)
{
    if (path.isEmpty())
        return {};
    const auto text = readFile(path, 1 << 20);
    return text ? parse(*text) : Netrc();
}

std::optional<Credentials> Netrc::find(const QString &host) const
{
    if (const auto found = m_hosts.constFind(host.toLower()); found != m_hosts.cend())
        return *found;
    return m_default;
}

} // namespace dosirak::fetch
