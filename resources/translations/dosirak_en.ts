<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>dosirak</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n earlier lines are left out.)</source>
        <translation>
            <numerusform>(%n earlier line is left out.)</numerusform>
            <numerusform>(%n earlier lines are left out.)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more facts</source>
        <translation>
            <numerusform>%n more fact</numerusform>
            <numerusform>%n more facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>valid, %n warning(s)</source>
        <translation>
            <numerusform>valid, %n warning</numerusform>
            <numerusform>valid, %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1; manifest SHA-256 %2</source>
        <translation>
            <numerusform>%n file, %1; manifest SHA-256 %2</numerusform>
            <numerusform>%n files, %1; manifest SHA-256 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packages, %1</source>
        <translation>
            <numerusform>%n package, %1</numerusform>
            <numerusform>%n packages, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 in all</source>
        <translation>
            <numerusform>%n file, %1 in all</numerusform>
            <numerusform>%n files, %1 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wheels</source>
        <translation>
            <numerusform>%n wheel</numerusform>
            <numerusform>%n wheels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n debs</source>
        <translation>
            <numerusform>%n deb</numerusform>
            <numerusform>%n debs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source archives</source>
        <translation>
            <numerusform>%n source archive</numerusform>
            <numerusform>%n source archives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n base images</source>
        <translation>
            <numerusform>%n base image</numerusform>
            <numerusform>%n base images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” has %n errors and cannot be locked.</source>
        <translation>
            <numerusform>“%1” has %n error and cannot be locked.</numerusform>
            <numerusform>“%1” has %n errors and cannot be locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2: %n changes</source>
        <translation>
            <numerusform>%1 → %2: %n change</numerusform>
            <numerusform>%1 → %2: %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::Background</name>
    <message numerus="yes">
        <source>Dosirak: %n running</source>
        <translation>
            <numerusform>Dosirak: %n running</numerusform>
            <numerusform>Dosirak: %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::BundlesPage</name>
    <message numerus="yes">
        <source>✓ %1 is whole: %n files, %2, every byte read in %3.</source>
        <translation>
            <numerusform>✓ %1 is whole: %n file, %2, every byte read in %3.</numerusform>
            <numerusform>✓ %1 is whole: %n files, %2, every byte read in %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %2: %n files, %3. Verify it to have every byte read and compared with its manifest.</source>
        <translation>
            <numerusform>%1 for %2: %n file, %3. Verify it to have every byte read and compared with its manifest.</numerusform>
            <numerusform>%1 for %2: %n files, %3. Verify it to have every byte read and compared with its manifest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2: %n files differ.</source>
        <translation>
            <numerusform>From %1 to %2: %n file differs.</numerusform>
            <numerusform>From %1 to %2: %n files differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::DownloadsPage</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by hand</source>
        <translation>
            <numerusform>%n by hand</numerusform>
            <numerusform>%n by hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::FindingsPanel</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::InboxPanel</name>
    <message numerus="yes">
        <source>%n files need a login: download them with a browser and drop them here.</source>
        <translation>
            <numerusform>%n file needs a login: download it with a browser and drop it here.</numerusform>
            <numerusform>%n files need a login: download them with a browser and drop them here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::PresetForm</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::PresetsPage</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were taken from %1.</source>
        <translation>
            <numerusform>%n entry was taken from %1.</numerusform>
            <numerusform>%n entries were taken from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines were not taken, or not as they stood: the details say why.</source>
        <translation>
            <numerusform>%n line was not taken, or not as it stood: the details say why.</numerusform>
            <numerusform>%n lines were not taken, or not as they stood: the details say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::Session</name>
    <message numerus="yes">
        <source>Locked %1: %n files, %2.</source>
        <translation>
            <numerusform>Locked %1: %n file, %2.</numerusform>
            <numerusform>Locked %1: %n files, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes since the last lock.</source>
        <translation>
            <numerusform>%n change since the last lock.</numerusform>
            <numerusform>%n changes since the last lock.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is here: %n files.</source>
        <translation>
            <numerusform>%1 is here: %n file.</numerusform>
            <numerusform>%1 is here: %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bundled %1: %2 in %n parts.</source>
        <translation>
            <numerusform>Bundled %1: %2 in %n part.</numerusform>
            <numerusform>Bundled %1: %2 in %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %1: %n files, %2.</source>
        <translation>
            <numerusform>Imported %1: %n file, %2.</numerusform>
            <numerusform>Imported %1: %n files, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 downloaded.</source>
        <translation>
            <numerusform>%n file, %1 downloaded.</numerusform>
            <numerusform>%n files, %1 downloaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is whole: %n files, every byte read.</source>
        <translation>
            <numerusform>%1 is whole: %n file, every byte read.</numerusform>
            <numerusform>%1 is whole: %n files, every byte read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is not whole: %n files are not as the lock says.</source>
        <translation>
            <numerusform>%1 is not whole: %n file is not as the lock says.</numerusform>
            <numerusform>%1 is not whole: %n files are not as the lock says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::SettingsPage</name>
    <message numerus="yes">
        <source>✓ %n GPUs, compute capability %1</source>
        <translation>
            <numerusform>✓ %n GPU, compute capability %1</numerusform>
            <numerusform>✓ %n GPUs, compute capability %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n files, in %2</source>
        <translation>
            <numerusform>%1 in %n file, in %2</numerusform>
            <numerusform>%1 in %n files, in %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::StatusParts</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
</TS>
