// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "workspace/keys.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Keys : public Command
{
public:
    QString name() const override { return u"keys"_s; }
    QString summary() const override { return coreTr("List the keys that apt sources are checked with, or add one (keys add FILE)"); }
    Words completes() const override { return Words::Files; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"list"_s, coreTr("What to do: list (without a word, too), or add."), u"[list|add]"_s);
        parser.addPositionalArgument(u"file"_s, coreTr("add: the vendor's public key, armored or not."), u"[file]"_s);
        parser.addOption({u"as"_s, coreTr("add: what it is called below keys/; else as the file."), coreTr("name")});
        parser.addOption({u"fingerprint"_s, coreTr("add: the fingerprint that the vendor publishes, 40 hexadecimal digits."), coreTr("digits")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QStringList arguments = parser.positionalArguments();
        const QString what = arguments.value(0, u"list"_s);
        if (what == u"list"_s && arguments.size() <= 1)
            return list(context);
        if (what == u"add"_s && arguments.size() == 2)
            return add(parser, arguments.at(1), context);
        return context.fail({ErrorCode::Usage, coreTr("“dosirak keys” or “dosirak keys add FILE” is the call."), {}, {}, {}, {}});
    }

private:
    ExitCode list(Context &context) const
    {
        const auto keys = workspace::keys(context.workspace, context.stop);
        if (!keys)
            return context.fail(keys.error());
        Json rows = Json::array();
        for (const workspace::KeyState &key : *keys) {
            rows.push_back({{"name", toStd(key.name)}, {"path", toStd(key.path)}, {"owner", toStd(key.owner)},
                            {"fingerprints", jsonList(key.fingerprints)}, {"presets", jsonList(key.presetNames)}});
            if (context.json)
                continue;
            const QString place = key.path.isEmpty() ? coreTr("not there") : key.path.startsWith(u":/"_s) ? coreTr("ships with Dosirak") : key.path;
            context.out << key.name << "  " << place << (key.owner.isEmpty() ? QString() : u"  "_s + key.owner) << '\n';
            for (const QString &fingerprint : key.fingerprints)
                context.out << "    " << fingerprint << '\n';
            if (!key.hint.isEmpty())
                context.out << "    " << key.hint << '\n';
        }
        return context.json ? context.print({{"keys", rows}}) : ExitCode::Ok;
    }

    ExitCode add(const QCommandLineParser &parser, const QString &file, Context &context) const
    {
        const auto path = workspace::addKey(context.workspace, file, parser.value(u"as"_s), parser.value(u"fingerprint"_s), context.stop);
        if (!path)
            return context.fail(path.error());
        if (context.json)
            return context.print({{"path", toStd(*path)}});
        context.out << *path << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeKeys() { return std::make_unique<Keys>(); }

} // namespace dosirak::cli
