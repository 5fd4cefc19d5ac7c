// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/html_tags.h"
#include "python/simple_page.h"

#include <QTest>

using namespace dosirak::python;

namespace {

constexpr const char *pageUrl = "https://index.example.org/simple/foo/";

std::string sha(char digit)
{
    return std::string(64, digit);
}

} // namespace

class TestSimplePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void htmlPage();
    void htmlLinks_data();
    void htmlLinks();
    void htmlMetadataClaims_data();
    void htmlMetadataClaims();
    void htmlBrokenMarkup_data();
    void htmlBrokenMarkup();
    void jsonPage();
    void jsonYanked_data();
    void jsonYanked();
    void jsonMetadataClaims_data();
    void jsonMetadataClaims();
    void jsonBroken_data();
    void jsonBroken();
    void jsonDepth();
    void unsafeNames_data();
    void unsafeNames();
    void mediaTypes_data();
    void mediaTypes();
    void otherMajorVersion();
};

void TestSimplePage::htmlPage()
{
    const std::string page = "<!DOCTYPE html><html><head><meta name=\"pypi:repository-version\" content=\"1.1\">"
                             "<meta name=\"pypi:tracks\" content=\"https://up.example.org/simple/foo/\">"
                             "<meta name='pypi:project-status' content='archived'></head><body><h1>Links</h1>\n"
                             "<a href=\"/files/foo-1.0-py3-none-any.whl#sha256=" + sha('A') + "\" data-requires-python=\"&gt;=3.8\""
                             " data-yanked=\"broken &amp; bad\" data-core-metadata=\"sha256=" + sha('b') + "\">foo</a><br/>\n"
                             "<A HREF='foo-1.0.tar.gz'>foo-1.0.tar.gz</A></body></html>";
    const auto parsed = parseSimpleHtml(page, pageUrl);
    QVERIFY(parsed);
    QCOMPARE(parsed->apiVersion, std::string("1.1"));
    QCOMPARE(parsed->tracks, std::vector<std::string>{"https://up.example.org/simple/foo/"});
    QCOMPARE(parsed->projectStatus, std::string("archived"));
    QCOMPARE(parsed->files.size(), std::size_t(2));
    const SimpleFile &wheel = parsed->files[0];
    QCOMPARE(wheel.fileName, std::string("foo-1.0-py3-none-any.whl"));
    QCOMPARE(wheel.url, std::string("https://index.example.org/files/foo-1.0-py3-none-any.whl"));
    QCOMPARE(wheel.sha256(), sha('a'));
    QCOMPARE(wheel.requiresPython, std::string(">=3.8"));
    QVERIFY(wheel.yanked);
    QCOMPARE(wheel.yankedReason, std::string("broken & bad"));
    QVERIFY(wheel.hasMetadata);
    QCOMPARE(wheel.metadataHashes.at("sha256"), sha('b'));
    QCOMPARE(wheel.size, std::int64_t(-1));
    QCOMPARE(parsed->files[1].url, std::string("https://index.example.org/simple/foo/foo-1.0.tar.gz"));
    QVERIFY(!parsed->files[1].yanked && !parsed->files[1].hasMetadata && parsed->files[1].hashes.empty());
}

void TestSimplePage::htmlLinks_data()
{
    QTest::addColumn<std::string>("html");
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("fileName");
    const auto row = [](const char *name, const char *html, const char *url, const char *fileName) {
        QTest::newRow(name) << std::string(html) << std::string(url) << std::string(fileName);
    };
    row("absolute", "<a href='https://files.example.org/x/a-1.whl'>", "https://files.example.org/x/a-1.whl", "a-1.whl");
    row("beside the page", "<a href=a-1.whl>", "https://index.example.org/simple/foo/a-1.whl", "a-1.whl");
    row("above the page", "<a href='../../p/a-1.whl#md5=x'>", "https://index.example.org/p/a-1.whl", "a-1.whl");
    row("another host", "<a href='//cdn.example.org/a-1.whl'>", "https://cdn.example.org/a-1.whl", "a-1.whl");
    row("against base href", "<base href='https://b.example.org/c/'><a href='a-1.whl'>", "https://b.example.org/c/a-1.whl", "a-1.whl");
    row("the first base counts", "<base href='/x/'><base href='/y/'><a href='a-1.whl'>", "https://index.example.org/x/a-1.whl", "a-1.whl");
    row("a plus that is escaped", "<a href='torch-2.1%2Bcu118-py3-none-any.whl'>", "https://index.example.org/simple/foo/torch-2.1%2Bcu118-py3-none-any.whl",
        "torch-2.1+cu118-py3-none-any.whl");
    row("a query is no part of the name", "<a href='https://f.example.org/a-1.whl?token=/x'>", "https://f.example.org/a-1.whl?token=/x", "a-1.whl");
    row("blanks around", "<a href=' a-1.whl '>", "https://index.example.org/simple/foo/a-1.whl", "a-1.whl");
    row("dots are resolved", "<a href='https://f.example.org/x/../a-1.whl'>", "https://f.example.org/a-1.whl", "a-1.whl");
}

void TestSimplePage::htmlLinks()
{
    QFETCH(std::string, html);
    const auto page = parseSimpleHtml(html, pageUrl);
    QVERIFY(page);
    QCOMPARE(page->files.size(), std::size_t(1));
    QTEST(page->files[0].url, "url");
    QTEST(page->files[0].fileName, "fileName");
}

void TestSimplePage::htmlMetadataClaims_data()
{
    QTest::addColumn<std::string>("attributes");
    QTest::addColumn<bool>("there");
    QTest::addColumn<int>("hashes");
    const std::string hash = "sha256=" + sha('c');
    QTest::newRow("none") << std::string() << false << 0;
    QTest::newRow("true (PEP 714)") << std::string("data-core-metadata=true") << true << 0;
    QTest::newRow("a hash (PEP 714)") << "data-core-metadata=" + hash << true << 1;
    QTest::newRow("a hash (PEP 658)") << "data-dist-info-metadata=" + hash << true << 1;
    QTest::newRow("false") << std::string("data-core-metadata=false") << false << 0;
    QTest::newRow("PEP 714 wins") << "data-core-metadata=false data-dist-info-metadata=" + hash << false << 0;
    QTest::newRow("a broken hash is there, and none") << std::string("data-core-metadata=sha256=xyz") << true << 0;
}

void TestSimplePage::htmlMetadataClaims()
{
    QFETCH(std::string, attributes);
    const auto page = parseSimpleHtml("<a href=a-1.whl " + attributes + ">", pageUrl);
    QTEST(page->files.at(0).hasMetadata, "there");
    QTEST(static_cast<int>(page->files.at(0).metadataHashes.size()), "hashes");
}

void TestSimplePage::htmlBrokenMarkup_data()
{
    QTest::addColumn<std::string>("html");
    QTest::addColumn<int>("files");
    QTest::newRow("an empty page") << std::string() << 0;
    QTest::newRow("a tag that does not end") << std::string("<a href='x-1.whl'>ok</a><a href='y-1.whl'") << 1;
    QTest::newRow("a value that does not end") << std::string("<a href='x-1.whl'><a href='y-1.whl>") << 1;
    QTest::newRow("a link in a comment") << std::string("<!-- <a href=x-1.whl> --><a href=y-1.whl>") << 1;
    QTest::newRow("a comment that does not end") << std::string("<a href=y-1.whl><!-- <a href=x-1.whl>") << 1;
    QTest::newRow("a link in a script") << std::string("<script>\"<a href=x-1.whl>\"</script><a href=y-1.whl>") << 1;
    QTest::newRow("a link in a style") << std::string("<style></x><a href=x-1.whl></STYLE><a href=y-1.whl>") << 1;
    QTest::newRow("a smaller-than in text") << std::string("1 < 2 <a href=x-1.whl>") << 1;
    QTest::newRow("no blank between attributes") << std::string("<a title=\"x\"href=\"x-1.whl\"data-yanked=''>") << 1;
    QTest::newRow("blanks around equals") << std::string("<a href = \"x-1.whl\">") << 1;
    QTest::newRow("a slash before the end") << std::string("<a href=\"x-1.whl\"/>") << 1;
    QTest::newRow("an equals sign first") << std::string("<a =x href=\"x-1.whl\">") << 1;
    QTest::newRow("the first of two links counts") << std::string("<a href=x-1.whl href=>") << 1;
    QTest::newRow("no link at all") << std::string("<a name=x><p href=x-1.whl>") << 0;
    QTest::newRow("a link to a folder") << std::string("<a href='../'>up</a>") << 0;
    QTest::newRow("only a smaller-than") << std::string("<") << 0;
    QTest::newRow("an end tag that does not end") << std::string("</a") << 0;
}

void TestSimplePage::htmlBrokenMarkup()
{
    QFETCH(std::string, html);
    const auto page = parseSimpleHtml(html, pageUrl);
    QVERIFY(page);
    QTEST(static_cast<int>(page->files.size()), "files");
    QCOMPARE(parseSimpleHtml("<a href=x-1.whl data-yanked='\xfc'>", pageUrl)->files.at(0).yankedReason, std::string("\xef\xbf\xbd"));
    QCOMPARE(withoutCharacterReferences("a&lt;b&#62;&#x41;&amp;amp;&nope;&#xZZ;&"), std::string("a<b>A&amp;&nope;&#xZZ;&"));
}

void TestSimplePage::jsonPage()
{
    const std::string page = R"({"meta": {"api-version": "1.3", "tracks": ["https://up.example.org/"], "_last-serial": 5},
        "name": "foo", "versions": ["1.0", "2.0"], "alternate-locations": ["https://alt.example.org/"],
        "project-status": {"status": "archived", "reason": "name"},
        "unknown": {"files": [{"filename": "x"}], "name": "no"},
        "files": [{"filename": "foo-1.0-py3-none-any.whl", "url": "https://files.example.org/foo-1.0-py3-none-any.whl#x",
            "hashes": {"SHA256": ")" + sha('D') + R"(", "blake2b": "00", "md5": "zz"}, "requires-python": ">=3.8", "size": 12,
            "upload-time": "2024-01-02T03:04:05.678Z", "core-metadata": {"sha256": ")" + sha('e') + R"("}, "yanked": false,
            "provenance": {"url": "https://wrong.example.org/"}, "gpg-sig": true},
          {"filename": "foo-1.0.tar.gz", "url": "../../foo-1.0.tar.gz", "hashes": {}, "requires-python": null, "yanked": "why"}]})";
    const auto parsed = parseSimpleJson(page, pageUrl);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text()));
    QCOMPARE(parsed->name, std::string("foo"));
    QCOMPARE(parsed->apiVersion, std::string("1.3"));
    QCOMPARE(parsed->versions, (std::vector<std::string>{"1.0", "2.0"}));
    QCOMPARE(parsed->tracks, std::vector<std::string>{"https://up.example.org/"});
    QCOMPARE(parsed->alternateLocations, std::vector<std::string>{"https://alt.example.org/"});
    QCOMPARE(parsed->projectStatus, std::string("archived"));
    QCOMPARE(parsed->files.size(), std::size_t(2));
    const SimpleFile &wheel = parsed->files[0];
    QCOMPARE(wheel.url, std::string("https://files.example.org/foo-1.0-py3-none-any.whl"));
    QCOMPARE(wheel.sha256(), sha('d'));
    QCOMPARE(wheel.hashes.size(), std::size_t(1));
    QCOMPARE(wheel.requiresPython, std::string(">=3.8"));
    QCOMPARE(wheel.size, std::int64_t(12));
    QCOMPARE(wheel.uploadTime, std::string("2024-01-02T03:04:05.678Z"));
    QVERIFY(wheel.hasMetadata && !wheel.yanked);
    QCOMPARE(wheel.metadataHashes.at("sha256"), sha('e'));
    QCOMPARE(parsed->files[1].url, std::string("https://index.example.org/foo-1.0.tar.gz"));
    QVERIFY(parsed->files[1].yanked && parsed->files[1].requiresPython.empty());
    QCOMPARE(parsed->files[1].yankedReason, std::string("why"));
}

void TestSimplePage::jsonYanked_data()
{
    QTest::addColumn<std::string>("value");
    QTest::addColumn<bool>("yanked");
    QTest::newRow("false") << std::string("false") << false;
    QTest::newRow("true") << std::string("true") << true;
    QTest::newRow("a reason") << std::string("\"bad\"") << true;
    QTest::newRow("null") << std::string("null") << false;
}

void TestSimplePage::jsonYanked()
{
    QFETCH(std::string, value);
    const auto page = parseSimpleJson(R"({"files": [{"filename": "a-1.whl", "url": "a-1.whl", "yanked": )" + value + "}]}", pageUrl);
    QTEST(page->files.at(0).yanked, "yanked");
}

void TestSimplePage::jsonMetadataClaims_data()
{
    QTest::addColumn<std::string>("members");
    QTest::addColumn<bool>("there");
    QTest::addColumn<int>("hashes");
    const std::string hashes = "{\"sha256\": \"" + sha('f') + "\"}";
    QTest::newRow("true (PEP 714)") << std::string("\"core-metadata\": true") << true << 0;
    QTest::newRow("hashes (PEP 714)") << "\"core-metadata\": " + hashes << true << 1;
    QTest::newRow("hashes (PEP 658)") << "\"dist-info-metadata\": " + hashes << true << 1;
    QTest::newRow("PEP 714 wins") << "\"dist-info-metadata\": " + hashes + ", \"core-metadata\": false" << false << 0;
    QTest::newRow("false") << std::string("\"dist-info-metadata\": false") << false << 0;
}

void TestSimplePage::jsonMetadataClaims()
{
    QFETCH(std::string, members);
    const auto page = parseSimpleJson(R"({"files": [{"filename": "a-1.whl", "url": "a-1.whl", )" + members + "}]}", pageUrl);
    QTEST(page->files.at(0).hasMetadata, "there");
    QTEST(static_cast<int>(page->files.at(0).metadataHashes.size()), "hashes");
}

void TestSimplePage::jsonBroken_data()
{
    QTest::addColumn<std::string>("json");
    for (const char *json : {"", "{", "[]", "5", "{}", "{\"files\": {}}", "{\"files\": [}", "{\"files\": []} x", "<html>", "{\"files\": \"x\"}",
                             "[{\"files\": []}]", "{\"files\": [{\"filename\": \"\xff\"}]}"})
        QTest::addRow("“%s” is no page", json) << std::string(json);
}

void TestSimplePage::jsonBroken()
{
    QFETCH(std::string, json);
    const auto page = parseSimpleJson(json, pageUrl);
    QVERIFY(!page);
    QCOMPARE(page.error().code, dosirak::ErrorCode::Invalid);
    QVERIFY(page.error().what.contains(QLatin1String(pageUrl)));
}

void TestSimplePage::jsonDepth()
{
    const auto nested = [](std::size_t depth) {
        return "{\"x\": " + std::string(depth, '[') + std::string(depth, ']') + ", \"files\": []}";
    };
    QVERIFY(parseSimpleJson(nested(40), pageUrl));
    QVERIFY(!parseSimpleJson(nested(200'000), pageUrl));
}

void TestSimplePage::unsafeNames_data()
{
    QTest::addColumn<std::string>("fileName");
    QTest::addColumn<std::string>("url");
    const std::string good = "https://files.example.org/a-1.whl";
    QTest::newRow("a path") << std::string("../a-1.whl") << good;
    QTest::newRow("a path of another system") << std::string("..\\\\a-1.whl") << good;
    QTest::newRow("the folder itself") << std::string("..") << good;
    QTest::newRow("nothing") << std::string() << good;
    QTest::newRow("a NUL") << std::string("a\\u0000.whl") << good;
    QTest::newRow("a line feed") << std::string("a\\n.whl") << good;
    QTest::newRow("a name that is too long") << std::string(256, 'a') << good;
    QTest::newRow("a file of this machine") << std::string("a-1.whl") << std::string("file:///etc/passwd");
    QTest::newRow("another scheme") << std::string("a-1.whl") << std::string("ftp://files.example.org/a-1.whl");
    QTest::newRow("a script") << std::string("a-1.whl") << std::string("javascript:alert(1)");
    QTest::newRow("data") << std::string("a-1.whl") << std::string("data:text/plain,x");
    QTest::newRow("no URL") << std::string("a-1.whl") << std::string();
    QTest::newRow("a line feed in the URL") << std::string("a-1.whl") << std::string("https://files.example.org/a\\n-1.whl");
}

void TestSimplePage::unsafeNames()
{
    QFETCH(std::string, fileName);
    QFETCH(std::string, url);
    const std::string good = R"({"filename": "b-1.whl", "url": "b-1.whl"})";
    const auto page = parseSimpleJson(R"({"files": [{"filename": ")" + fileName + R"(", "url": ")" + url + "\"}, " + good + "]}", pageUrl);
    QVERIFY2(page, page ? "" : qPrintable(page.error().text()));
    QCOMPARE(page->files.size(), std::size_t(1));
    QCOMPARE(page->files[0].fileName, std::string("b-1.whl"));
    QCOMPARE(page->refused, std::size_t(1));
    // Names in URLs of HTML pages are decoded before they are looked at.
    QCOMPARE(parseSimpleHtml("<a href='x/..%2Fa-1.whl'>", pageUrl)->refused, std::size_t(1));
    // A page of a folder may name files of it.
    QCOMPARE(parseSimpleHtml("<a href='a-1.whl'>", "file:///mirror/simple/a/")->files.size(), std::size_t(1));
}

void TestSimplePage::mediaTypes_data()
{
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<bool>("read");
    const std::string json = R"({"files": []})";
    QTest::newRow("JSON") << std::string("application/vnd.pypi.simple.v1+json; charset=utf-8") << json << true;
    QTest::newRow("plain JSON") << std::string("application/json") << json << true;
    QTest::newRow("HTML") << std::string("Text/HTML; charset=UTF-8") << std::string("<a>") << true;
    QTest::newRow("HTML of the specification") << std::string("application/vnd.pypi.simple.v1+html") << std::string("<a>") << true;
    QTest::newRow("HTML that says it is JSON") << std::string("application/vnd.pypi.simple.v1+json") << std::string("<a>") << false;
    QTest::newRow("something else") << std::string("application/zip") << json << false;
    QTest::newRow("nothing said") << std::string() << json << false;
}

void TestSimplePage::mediaTypes()
{
    QFETCH(std::string, type);
    QFETCH(std::string, bytes);
    QTEST(parseSimplePage(bytes, type, pageUrl).has_value(), "read");
}

void TestSimplePage::otherMajorVersion()
{
    QVERIFY(!parseSimpleJson(R"({"meta": {"api-version": "2.0"}, "files": []})", pageUrl));
    QVERIFY(!parseSimpleHtml("<meta name='pypi:repository-version' content='2.0'>", pageUrl));
    QVERIFY(parseSimpleJson(R"({"meta": {"api-version": "1.9"}, "files": []})", pageUrl));
}

QTEST_GUILESS_MAIN(TestSimplePage)
#include "test_simple_page.moc"
