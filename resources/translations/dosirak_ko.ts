<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>BuildsPage</name>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Use the cache of earlier builds</source>
        <translation>이전 빌드의 캐시 사용</translation>
    </message>
    <message>
        <source>Smoke test</source>
        <translation>스모크 테스트</translation>
    </message>
    <message>
        <source>No build yet</source>
        <translation>아직 빌드가 없습니다</translation>
    </message>
    <message>
        <source>Builds made so far</source>
        <translation>지금까지 한 빌드</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>표시할 줄</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>로그에서 찾기</translation>
    </message>
    <message>
        <source>First error</source>
        <translation>첫 오류</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>A build takes the files of the lock and makes the image with the network cut. What is missing is locked and fetched first. Each build is recorded with its recipe, its steps, its log and its result, and stands here from then on, the newest first.</source>
        <translation>빌드는 잠금의 파일을 가져와 네트워크를 끊은 채 이미지를 만듭니다. 없는 것은 먼저 잠그고 내려받습니다. 빌드마다 레시피, 단계, 로그, 결과가 기록되어 여기에 새것부터 놓입니다.</translation>
    </message>
    <message>
        <source>Build this preset</source>
        <translation>이 프리셋 빌드</translation>
    </message>
    <message>
        <source>Look inside the image</source>
        <translation>이미지 안 보기</translation>
    </message>
    <message>
        <source>Read layers, labels and packages out of the engine and compare them with the lock; nothing of the image is run</source>
        <translation>엔진에서 레이어, 레이블, 패키지를 읽어 잠금과 비교합니다. 이미지의 것은 아무것도 실행하지 않습니다</translation>
    </message>
</context>
<context>
    <name>BundlesPage</name>
    <message>
        <source>Make a bundle</source>
        <translation>번들 만들기</translation>
    </message>
    <message>
        <source>Parts of at most</source>
        <translation>조각 최대 크기</translation>
    </message>
    <message>
        <source>Size of a part</source>
        <translation>조각 크기</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>No bundle yet</source>
        <translation>아직 번들이 없습니다</translation>
    </message>
    <message>
        <source>A bundle is the one archive, or its numbered parts, that crosses the air gap: the preset, its lock and every file, each with its SHA-256. On the other side it is verified and imported.</source>
        <translation>번들은 망 분리 구간을 넘어가는 하나의 아카이브, 또는 번호가 붙은 조각들입니다. 프리셋과 잠금, 모든 파일이 각각의 SHA-256과 함께 들어 있습니다. 건너편에서 검증하고 가져옵니다.</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>번들</translation>
    </message>
    <message>
        <source>Choose a bundle and verify it: every byte is read and compared with its manifest.</source>
        <translation>번들을 고르고 검증하세요. 모든 바이트를 읽어 매니페스트와 비교합니다.</translation>
    </message>
    <message>
        <source>Files of the bundle</source>
        <translation>번들의 파일</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>What changed between two chosen bundles</source>
        <translation>고른 두 번들 사이에 바뀐 것</translation>
    </message>
    <message>
        <source>Make the first bundle</source>
        <translation>첫 번들 만들기</translation>
    </message>
    <message>
        <source>Import one …</source>
        <translation>번들 가져오기…</translation>
    </message>
</context>
<context>
    <name>DownloadsPage</name>
    <message>
        <source>Sync</source>
        <translation>동기화</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>모두 일시 중지</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>모두 계속</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>실패한 파일 다시 시도</translation>
    </message>
    <message>
        <source>Filter: name, version, why</source>
        <translation>필터: 이름, 버전, 이유</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>표시할 파일</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>묶기 기준</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Nothing is locked yet</source>
        <translation>아직 잠근 것이 없습니다</translation>
    </message>
    <message>
        <source>A lock names every wheel, Debian package, source archive and base image that the preset needs, with its size and the reason why it is there. It is computed for the target, not for this machine.</source>
        <translation>잠금은 프리셋에 필요한 모든 휠, 데비안 패키지, 소스 아카이브, 베이스 이미지를 크기와 필요한 이유와 함께 적어 둔 것입니다. 이 컴퓨터가 아니라 대상 환경을 기준으로 계산합니다.</translation>
    </message>
    <message>
        <source>Lock this preset</source>
        <translation>이 프리셋 잠그기</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Choose a file to see why it is here.</source>
        <translation>파일을 고르면 왜 필요한지 보여 줍니다.</translation>
    </message>
    <message>
        <source>What needs what</source>
        <translation>의존 관계</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Read every byte that is here and compare it with the lock</source>
        <translation>여기 있는 모든 바이트를 읽어 잠금과 비교합니다</translation>
    </message>
    <message>
        <source>These requirements do not go together</source>
        <translation>이 요구 사항들은 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Why there is no solution</source>
        <translation>해결책이 없는 이유</translation>
    </message>
    <message>
        <source>Change the preset</source>
        <translation>프리셋 바꾸기</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>다시 잠그기</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Dosirak</source>
        <translation>도시락</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Ro&amp;ws</source>
        <translation>행(&amp;W)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>맞바꾸기</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>열(&amp;C)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Compatibility matrix</source>
        <translation>호환성 표</translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation>칸을 고르세요</translation>
    </message>
    <message>
        <source>It says why, and names the source.</source>
        <translation>이유와 출처를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Use in preset</source>
        <translation>프리셋에 사용</translation>
    </message>
    <message>
        <source>New preset here</source>
        <translation>이 조합으로 새 프리셋</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>고정한 값</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>CUDA pinned</source>
        <translation>고정한 CUDA</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>PyTorch pinned</source>
        <translation>고정한 PyTorch</translation>
    </message>
    <message>
        <source>TensorRT</source>
        <translation>TensorRT</translation>
    </message>
    <message>
        <source>TensorRT pinned</source>
        <translation>고정한 TensorRT</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Python pinned</source>
        <translation>고정한 Python</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>System pinned</source>
        <translation>고정한 시스템</translation>
    </message>
    <message>
        <source>cuDNN</source>
        <translation>cuDNN</translation>
    </message>
    <message>
        <source>cuDNN pinned</source>
        <translation>고정한 cuDNN</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU pinned</source>
        <translation>고정한 GPU</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>Driver pinned</source>
        <translation>고정한 드라이버</translation>
    </message>
    <message>
        <source>Pin as the preset</source>
        <translation>프리셋대로 고정</translation>
    </message>
    <message>
        <source>Free all</source>
        <translation>모두 풀기</translation>
    </message>
    <message>
        <source>Values that every cell is judged with; what is free says nothing</source>
        <translation>모든 칸을 판정할 때 함께 쓰는 값. 비워 둔 것은 아무 말도 하지 않습니다</translation>
    </message>
    <message>
        <source>✓ yes   ⚠ with limits   ✕ no   ? unknown: nobody has said, which is not a no   ○ your presets   ● the open one</source>
        <translation>✓ 됨   ⚠ 제한 있음   ✕ 안 됨   ? 알 수 없음: 아무도 말하지 않았으며, 안 된다는 뜻이 아님   ○ 내 프리셋   ● 열린 프리셋</translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>내 컴퓨터</translation>
    </message>
    <message>
        <source>&amp;GPU</source>
        <translation>GPU(&amp;G)</translation>
    </message>
    <message>
        <source>GPU of my machine</source>
        <translation>내 컴퓨터의 GPU</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <translation>드라이버(&amp;D)</translation>
    </message>
    <message>
        <source>Driver of my machine</source>
        <translation>내 컴퓨터의 드라이버</translation>
    </message>
    <message>
        <source>Fade what cannot run there</source>
        <translation>그곳에서 돌 수 없는 것 흐리게</translation>
    </message>
    <message>
        <source>Read this machine</source>
        <translation>이 컴퓨터 읽기</translation>
    </message>
</context>
<context>
    <name>PresetsPage</name>
    <message>
        <source>Begin with a preset</source>
        <translation>프리셋으로 시작하기</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>템플릿으로 새로 만들기</translation>
    </message>
    <message>
        <source>Filter presets</source>
        <translation>프리셋 필터</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>양식</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>A preset is one JSON file that says what the image is to hold. Make one from a template, bring your requirements.txt or Dockerfile, or open a folder that has presets.</source>
        <translation>프리셋은 이미지에 무엇이 들어가는지 적은 JSON 파일 하나입니다. 템플릿에서 만들거나, 쓰던 requirements.txt 또는 Dockerfile을 가져오거나, 프리셋이 있는 폴더를 여세요.</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>requirements.txt, pyproject.toml, a Dockerfile, what pip freeze or dpkg -l printed</source>
        <translation>requirements.txt, pyproject.toml, Dockerfile, 또는 pip freeze나 dpkg -l이 출력한 것</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Filter: name, cuda 12.4, numpy …</source>
        <translation>필터: 이름, cuda 12.4, numpy …</translation>
    </message>
    <message>
        <source>Which presets are shown</source>
        <translation>보여 줄 프리셋</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>A language is used from the next start on.</source>
        <translation>언어는 다음에 시작할 때부터 적용됩니다.</translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>내 컴퓨터</translation>
    </message>
    <message>
        <source>What the image is to run on. The matrix shows what cannot run there.</source>
        <translation>이미지를 실행할 컴퓨터입니다. 그곳에서 실행할 수 없는 것을 호환성 표에 표시합니다.</translation>
    </message>
    <message>
        <source>&amp;GPU</source>
        <translation>GPU(&amp;G)</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>for example H100 or RTX 4090</source>
        <translation>예: H100 또는 RTX 4090</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <translation>드라이버(&amp;D)</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>for example 535.183.01</source>
        <translation>예: 535.183.01</translation>
    </message>
    <message>
        <source>Read from this machine</source>
        <translation>이 컴퓨터에서 읽기</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>설정 파일</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>작업 폴더</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>How files come here. None of it is part of a preset or a lock; the console program uses the same.</source>
        <translation>파일이 여기로 오는 방법. 프리셋이나 잠금에는 들어가지 않으며, 콘솔 프로그램도 같은 것을 씁니다.</translation>
    </message>
    <message>
        <source>HTTPS &amp;proxy</source>
        <translation>HTTPS 프록시(&amp;P)</translation>
    </message>
    <message>
        <source>HTTPS proxy</source>
        <translation>HTTPS 프록시</translation>
    </message>
    <message>
        <source>http://proxy.example:3128, empty: as the environment says</source>
        <translation>http://proxy.example:3128, 비워 두면 환경 변수를 따름</translation>
    </message>
    <message>
        <source>HTTP p&amp;roxy</source>
        <translation>HTTP 프록시(&amp;R)</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP 프록시</translation>
    </message>
    <message>
        <source>Own &amp;certificates</source>
        <translation>자체 인증서(&amp;C)</translation>
    </message>
    <message>
        <source>File with own certificates</source>
        <translation>자체 인증서 파일</translation>
    </message>
    <message>
        <source>a file of PEM certificates, beside those of the system</source>
        <translation>시스템 인증서에 더해 쓰는 PEM 인증서 파일</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>&amp;Bandwidth</source>
        <translation>대역폭(&amp;B)</translation>
    </message>
    <message>
        <source>Bandwidth limit</source>
        <translation>대역폭 제한</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source> MB/s</source>
        <translation> MB/s</translation>
    </message>
    <message>
        <source>Mirrors: what a URL begins with, and what stands for it here. Locks keep the origin.</source>
        <translation>미러: URL의 앞부분과 여기에서 그것을 대신하는 것. 잠금에는 원래 주소가 남습니다.</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>미러</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>보관소</translation>
    </message>
    <message>
        <source>Every file once, by its SHA-256, whichever presets use it.</source>
        <translation>어느 프리셋이 쓰든 모든 파일을 SHA-256별로 하나만 둡니다.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>폴더(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>보관소 폴더</translation>
    </message>
    <message>
        <source>empty: the cache folder of your user</source>
        <translation>비워 두면 사용자의 캐시 폴더</translation>
    </message>
    <message>
        <source>&amp;Budget</source>
        <translation>한도(&amp;B)</translation>
    </message>
    <message>
        <source>Budget of the store</source>
        <translation>보관소 한도</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Files behind a login</source>
        <translation>로그인이 필요한 파일</translation>
    </message>
    <message>
        <source>Folders that are watched for what you download with a browser, such as TensorRT. What a lock waits for is offered; nothing is taken without your word.</source>
        <translation>TensorRT처럼 브라우저로 내려받는 것을 지켜볼 폴더입니다. 잠금이 기다리는 것이 오면 알려 주며, 말없이 가져가지 않습니다.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>지켜보는 폴더</translation>
    </message>
    <message>
        <source>Engines and places</source>
        <translation>엔진과 위치</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>엔진(&amp;E)</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>These changes are not in use yet.</source>
        <translation>바꾼 것이 아직 적용되지 않았습니다.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>dosirak</name>
    <message>
        <source>Stopped on request.</source>
        <translation>요청에 따라 중지했습니다.</translation>
    </message>
    <message>
        <source>There is no space left for “%1”.</source>
        <translation>“%1”을(를) 쓸 공간이 부족합니다.</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again: nothing that was whole is lost.</source>
        <translation>해당 디스크의 공간을 비운 뒤 다시 시도하세요. 온전했던 것은 아무것도 잃지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>“%1” cannot be read or written: %2.</source>
        <translation>“%1”을(를) 읽거나 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Check that the path exists and that you may read and write there.</source>
        <translation>경로가 있는지, 그곳을 읽고 쓸 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1”은(는) 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is larger than the %2 bytes allowed here.</source>
        <translation>“%1”은(는) 여기서 허용하는 %2바이트보다 큽니다.</translation>
    </message>
    <message>
        <source>“%1” is missing or is not %2.</source>
        <translation>“%1”이(가) 없거나 %2이(가) 아닙니다.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply.</source>
        <translation>JSON이 너무 깊이 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>The key “%1” stands twice in one object.</source>
        <translation>“%1” 키가 한 객체 안에 두 번 있습니다.</translation>
    </message>
    <message>
        <source>This is not well-formed JSON.</source>
        <translation>올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>The program “%1” could not be started.</source>
        <translation>“%1” 프로그램을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Install it, or name another one in the settings.</source>
        <translation>설치하거나, 설정에서 다른 프로그램을 지정하세요.</translation>
    </message>
    <message>
        <source>“%1” did not end within %2 s.</source>
        <translation>“%1”이(가) %2초 안에 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>“%1” printed more than can be accepted.</source>
        <translation>“%1”의 출력이 받아들일 수 있는 양을 넘었습니다.</translation>
    </message>
    <message>
        <source>“%1” crashed.</source>
        <translation>“%1”이(가) 비정상 종료되었습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a file name that can be accepted.</source>
        <translation>“%1”은(는) 받아들일 수 없는 파일 이름입니다.</translation>
    </message>
    <message>
        <source>Whoever made it may be trying to write outside the folder; nothing was written.</source>
        <translation>이것을 만든 쪽이 폴더 밖에 쓰려는 것일 수 있습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>The base image “%1” is neither among the artifacts nor in the engine.</source>
        <translation>“%1” 베이스 이미지가 아티팩트에도 엔진에도 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is missing from the artifacts.</source>
        <translation>아티팩트에 “%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Run “dosirak sync %1” first.</source>
        <translation>먼저 “dosirak sync %1”을(를) 실행하세요.</translation>
    </message>
    <message>
        <source>The build may need %1 below “%2”, where %3 are free.</source>
        <translation>빌드에는 “%2” 아래에 %1이(가) 필요할 수 있는데, 남은 공간은 %3입니다.</translation>
    </message>
    <message>
        <source>“docker system df” shows what takes the room, “docker builder prune” frees the build cache.</source>
        <translation>“docker system df”로 무엇이 공간을 차지하는지 볼 수 있고, “docker builder prune”으로 빌드 캐시를 비울 수 있습니다.</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>빌드 중</translation>
    </message>
    <message>
        <source>Testing the image</source>
        <translation>이미지 테스트 중</translation>
    </message>
    <message>
        <source>The image was built, and its smoke test failed: %1</source>
        <translation>이미지는 빌드했지만 스모크 테스트에 실패했습니다: %1</translation>
    </message>
    <message>
        <source>Correct the preset (packages, imports, commands), then lock, sync and build again.</source>
        <translation>프리셋(패키지, 모듈, 명령)을 고친 뒤 다시 잠그고 동기화하고 빌드하세요.</translation>
    </message>
    <message>
        <source>The engine&apos;s client ended well and named no image.</source>
        <translation>엔진 클라이언트가 정상 종료했지만 이미지를 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>The build may have been stopped from outside; try again.</source>
        <translation>빌드가 밖에서 중지되었을 수 있습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>buildah is here without podman, which is needed to load and run images.</source>
        <translation>buildah는 있지만 이미지를 불러오고 실행하는 데 필요한 podman이 없습니다.</translation>
    </message>
    <message>
        <source>Install podman as well.</source>
        <translation>podman도 설치하세요.</translation>
    </message>
    <message>
        <source>No engine is there that can build images.</source>
        <translation>이미지를 빌드할 수 있는 엔진이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is taken: it reports each step with its times.</source>
        <translation>%1을(를) 사용합니다: 단계마다 걸린 시간을 알려 줍니다.</translation>
    </message>
    <message>
        <source>%1 is taken: it builds with BuildKit, which mounts artifacts instead of copying them.</source>
        <translation>%1을(를) 사용합니다: BuildKit으로 빌드하므로 아티팩트를 복사하지 않고 마운트합니다.</translation>
    </message>
    <message>
        <source>%1 is taken: no docker engine answers.</source>
        <translation>%1을(를) 사용합니다: 응답하는 docker 엔진이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is taken: no client here can use BuildKit. Install docker&apos;s buildx plugin for faster builds and less disk.</source>
        <translation>%1을(를) 사용합니다: BuildKit을 쓸 수 있는 클라이언트가 없습니다. docker의 buildx 플러그인을 설치하면 더 빠르게 빌드하고 디스크도 덜 씁니다.</translation>
    </message>
    <message>
        <source>docker %1 with buildx %2 (%3)</source>
        <translation>docker %1, buildx %2 (%3)</translation>
    </message>
    <message>
        <source>docker %1 with BuildKit (%2)</source>
        <translation>docker %1, BuildKit (%2)</translation>
    </message>
    <message>
        <source>docker %1 with the legacy builder (%2)</source>
        <translation>docker %1, 구형 빌더 (%2)</translation>
    </message>
    <message>
        <source>buildah %1 (%2)</source>
        <translation>buildah %1 (%2)</translation>
    </message>
    <message>
        <source>podman %1 (%2)</source>
        <translation>podman %1 (%2)</translation>
    </message>
    <message>
        <source>The engine “%1” is not here.</source>
        <translation>“%1” 엔진은 여기 없습니다.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>있는 것: %1.</translation>
    </message>
    <message>
        <source>No engine is here that can build images.</source>
        <translation>여기에는 이미지를 빌드할 수 있는 엔진이 없습니다.</translation>
    </message>
    <message>
        <source>Install docker, podman or buildah; packaging/setup.sh does it on Debian.</source>
        <translation>docker, podman, buildah 중 하나를 설치하세요. 데비안에서는 packaging/setup.sh가 설치합니다.</translation>
    </message>
    <message>
        <source>answer of the engine</source>
        <translation>엔진의 응답</translation>
    </message>
    <message>
        <source>The client&apos;s version is not understood.</source>
        <translation>클라이언트의 버전을 알아볼 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” cannot write its own settings folder.</source>
        <translation>“%1”이(가) 자신의 설정 폴더에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Make your home folder writable, or set DOCKER_CONFIG and BUILDX_CONFIG to folders that are.</source>
        <translation>홈 폴더를 쓸 수 있게 하거나, DOCKER_CONFIG와 BUILDX_CONFIG를 쓸 수 있는 폴더로 지정하세요.</translation>
    </message>
    <message>
        <source>You may not talk to the engine of “%1”.</source>
        <translation>“%1”의 엔진에 접근할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Join the group “docker” (sudo usermod -aG docker $USER, then log in anew), or use a rootless engine.</source>
        <translation>“docker” 그룹에 들어가거나(sudo usermod -aG docker $USER 후 다시 로그인) 루트가 필요 없는 엔진을 사용하세요.</translation>
    </message>
    <message>
        <source>The engine of “%1” is not running.</source>
        <translation>“%1”의 엔진이 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>Start it (sudo systemctl start docker), or choose another host.</source>
        <translation>엔진을 시작하거나(sudo systemctl start docker) 다른 호스트를 고르세요.</translation>
    </message>
    <message>
        <source>“%1” and its engine do not understand each other: one of them is too old.</source>
        <translation>“%1”과(와) 그 엔진이 서로 통하지 않습니다. 한쪽이 너무 오래되었습니다.</translation>
    </message>
    <message>
        <source>Update the older one.</source>
        <translation>오래된 쪽을 업데이트하세요.</translation>
    </message>
    <message>
        <source>The engine of “%1” does not answer as it should.</source>
        <translation>“%1”의 엔진이 제대로 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>See the details for its own words.</source>
        <translation>엔진이 한 말은 자세한 내용을 보세요.</translation>
    </message>
    <message>
        <source>The engine&apos;s client cannot write its own settings folder.</source>
        <translation>엔진 클라이언트가 자신의 설정 폴더에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Make your home folder writable, or set BUILDX_CONFIG to a folder that is.</source>
        <translation>홈 폴더를 쓸 수 있게 하거나, BUILDX_CONFIG를 쓸 수 있는 폴더로 지정하세요.</translation>
    </message>
    <message>
        <source>You may not talk to the engine.</source>
        <translation>엔진에 접근할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>엔진이 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The engine&apos;s disk is full.</source>
        <translation>엔진의 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>A “# syntax=” line made the build ask for an image from the network.</source>
        <translation>“# syntax=” 줄 때문에 빌드가 네트워크에서 이미지를 가져오려 했습니다.</translation>
    </message>
    <message>
        <source>Take that line out of the Dockerfile.</source>
        <translation>Dockerfile에서 그 줄을 빼세요.</translation>
    </message>
    <message>
        <source>This recipe needs BuildKit, and the engine built without it.</source>
        <translation>이 레시피에는 BuildKit이 필요한데, 엔진이 BuildKit 없이 빌드했습니다.</translation>
    </message>
    <message>
        <source>Choose another engine, or render the recipe for the legacy builder.</source>
        <translation>다른 엔진을 고르거나, 레시피를 구형 빌더용으로 만드세요.</translation>
    </message>
    <message>
        <source>A step had a network, and the recipe refuses to run then.</source>
        <translation>한 단계에 네트워크가 있었고, 이 레시피는 그럴 때 실행을 거부합니다.</translation>
    </message>
    <message>
        <source>Build with --network=none, as dosirak build does.</source>
        <translation>dosirak build처럼 --network=none으로 빌드하세요.</translation>
    </message>
    <message>
        <source>The builder stage has no pip to install the wheels with.</source>
        <translation>빌더 스테이지에 휠을 설치할 pip가 없습니다.</translation>
    </message>
    <message>
        <source>Add python3-venv to the preset&apos;s builder packages, lock and sync again.</source>
        <translation>프리셋의 빌더 패키지에 python3-venv를 추가한 뒤 다시 잠그고 동기화하세요.</translation>
    </message>
    <message>
        <source>The base image has a user “%1” with another number.</source>
        <translation>베이스 이미지에 “%1” 사용자가 다른 번호로 있습니다.</translation>
    </message>
    <message>
        <source>Give that number as the preset&apos;s image.user.</source>
        <translation>그 번호를 프리셋의 image.user에 적으세요.</translation>
    </message>
    <message>
        <source>The builder stage does not have the preset&apos;s Python.</source>
        <translation>빌더 스테이지에 프리셋의 Python이 없습니다.</translation>
    </message>
    <message>
        <source>Add that Python to the preset&apos;s builder packages, lock and sync again.</source>
        <translation>프리셋의 빌더 패키지에 그 Python을 추가한 뒤 다시 잠그고 동기화하세요.</translation>
    </message>
    <message>
        <source>A file changed after it was downloaded.</source>
        <translation>내려받은 뒤에 파일이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Run verify to see which, then sync again.</source>
        <translation>어느 파일인지 verify로 확인한 뒤 다시 동기화하세요.</translation>
    </message>
    <message>
        <source>The package “%1” is not among the artifacts in the locked version.</source>
        <translation>“%1” 패키지가 잠긴 버전으로 아티팩트에 있지 않습니다.</translation>
    </message>
    <message>
        <source>Run sync again; if the base image changed, lock again first.</source>
        <translation>다시 동기화하세요. 베이스 이미지가 바뀌었으면 먼저 다시 잠그세요.</translation>
    </message>
    <message>
        <source>The package “%1” is not among the artifacts.</source>
        <translation>“%1” 패키지가 아티팩트에 없습니다.</translation>
    </message>
    <message>
        <source>The locked Debian packages do not fit this base image (%1).</source>
        <translation>잠긴 데비안 패키지가 이 베이스 이미지에 맞지 않습니다(%1).</translation>
    </message>
    <message>
        <source>The base image is another one than the preset was locked for: lock and sync again.</source>
        <translation>프리셋을 잠글 때와 다른 베이스 이미지입니다. 다시 잠그고 동기화하세요.</translation>
    </message>
    <message>
        <source>The wheel “%1” is not among the artifacts, or is for another Python or platform.</source>
        <translation>“%1” 휠이 아티팩트에 없거나, 다른 Python 또는 플랫폼용입니다.</translation>
    </message>
    <message>
        <source>Check the preset&apos;s Python version, then lock and sync again.</source>
        <translation>프리셋의 Python 버전을 확인한 뒤 잠그고 다시 동기화하세요.</translation>
    </message>
    <message>
        <source>A base image is not in the engine.</source>
        <translation>엔진에 베이스 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Load it there (docker load -i FILE), or bundle it with the preset.</source>
        <translation>그곳에 불러오거나(docker load -i FILE) 프리셋과 함께 번들에 넣으세요.</translation>
    </message>
    <message>
        <source>A file of the recipe is missing from the artifacts.</source>
        <translation>레시피의 파일이 아티팩트에 없습니다.</translation>
    </message>
    <message>
        <source>The engine does not understand the recipe.</source>
        <translation>엔진이 레시피를 이해하지 못합니다.</translation>
    </message>
    <message>
        <source>See the details for the line.</source>
        <translation>어느 줄인지 자세한 내용을 보세요.</translation>
    </message>
    <message>
        <source>A step was killed: the machine ran out of memory, or someone ended it.</source>
        <translation>단계가 강제 종료되었습니다. 컴퓨터의 메모리가 부족했거나 누군가 종료했습니다.</translation>
    </message>
    <message>
        <source>Give the machine more memory, or build fewer things at once.</source>
        <translation>컴퓨터의 메모리를 늘리거나, 동시에 빌드하는 수를 줄이세요.</translation>
    </message>
    <message>
        <source>The build failed (the engine&apos;s client ended with %1).</source>
        <translation>빌드에 실패했습니다(엔진 클라이언트 종료 코드 %1).</translation>
    </message>
    <message>
        <source>The log of the failing step says more.</source>
        <translation>실패한 단계의 로그에 더 자세한 내용이 있습니다.</translation>
    </message>
    <message>
        <source>The image “%1” is known only when the build runs.</source>
        <translation>“%1” 이미지는 빌드를 실행해야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Write the image&apos;s name itself.</source>
        <translation>이미지 이름을 직접 적으세요.</translation>
    </message>
    <message>
        <source>ADD fetches “%1” from the network, even under --network=none.</source>
        <translation>ADD가 --network=none에서도 네트워크에서 “%1”을(를) 가져옵니다.</translation>
    </message>
    <message>
        <source>Put the file into the preset&apos;s sources.</source>
        <translation>파일을 프리셋의 sources에 넣으세요.</translation>
    </message>
    <message>
        <source>A step asks for a network of its own: “%1”.</source>
        <translation>한 단계가 따로 네트워크를 요구합니다: “%1”.</translation>
    </message>
    <message>
        <source>Take that option out.</source>
        <translation>그 옵션을 빼세요.</translation>
    </message>
    <message>
        <source>A “# syntax=” line makes every build pull an image.</source>
        <translation>“# syntax=” 줄이 있으면 빌드할 때마다 이미지를 받습니다.</translation>
    </message>
    <message>
        <source>Take the line out.</source>
        <translation>그 줄을 빼세요.</translation>
    </message>
    <message>
        <source>The lock names a Debian package that cannot be: “%1=%2”.</source>
        <translation>잠금에 있을 수 없는 데비안 패키지가 적혀 있습니다: “%1=%2”.</translation>
    </message>
    <message>
        <source>Lock the preset again.</source>
        <translation>프리셋을 다시 잠그세요.</translation>
    </message>
    <message>
        <source>The preset has wheels and no Python version to install them for.</source>
        <translation>프리셋에 휠이 있는데 설치할 Python 버전이 없습니다.</translation>
    </message>
    <message>
        <source>Set python.version, for example to 3.11.</source>
        <translation>python.version을 지정하세요. 예: 3.11.</translation>
    </message>
    <message>
        <source>“%1” is no folder to unpack to.</source>
        <translation>“%1”은(는) 압축을 풀 폴더가 될 수 없습니다.</translation>
    </message>
    <message>
        <source>Give an absolute path of letters, digits and “_ . + -”.</source>
        <translation>영문자, 숫자, “_ . + -”로 된 절대 경로를 적으세요.</translation>
    </message>
    <message>
        <source>The file name “%1” cannot stand in a recipe.</source>
        <translation>“%1” 파일 이름은 레시피에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has no SHA-256 in the lock yet.</source>
        <translation>잠금에 “%1”의 SHA-256이 아직 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is no user name or number.</source>
        <translation>“%1”은(는) 사용자 이름도 번호도 아닙니다.</translation>
    </message>
    <message>
        <source>Give a number such as 1000, or a name of small letters and digits.</source>
        <translation>1000 같은 번호나, 영문 소문자와 숫자로 된 이름을 적으세요.</translation>
    </message>
    <message>
        <source>The working folder “%1” is not an absolute path.</source>
        <translation>작업 폴더 “%1”은(는) 절대 경로가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is no name for a variable.</source>
        <translation>“%1”은(는) 변수 이름이 될 수 없습니다.</translation>
    </message>
    <message>
        <source>The preset names no runtime base image.</source>
        <translation>프리셋에 런타임 베이스 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Set base_images.runtime.reference.</source>
        <translation>base_images.runtime.reference를 지정하세요.</translation>
    </message>
    <message>
        <source>“%1” is no preset-name.</source>
        <translation>“%1”은(는) 프리셋 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>A recipe was asked for without its lock&apos;s SHA-256.</source>
        <translation>잠금의 SHA-256 없이 레시피를 요청했습니다.</translation>
    </message>
    <message>
        <source>The preset has builder packages and no wheels: there is no builder stage, and they are not used.</source>
        <translation>프리셋에 빌더 패키지만 있고 휠이 없습니다. 빌더 스테이지가 없으므로 그 패키지는 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” is no image reference.</source>
        <translation>“%1”은(는) 이미지 참조가 아닙니다.</translation>
    </message>
    <message>
        <source>Write it as registry/name:tag, in small letters, for example localhost/dosirak/demo:latest.</source>
        <translation>소문자로 registry/name:tag 형식으로 적으세요. 예: localhost/dosirak/demo:latest.</translation>
    </message>
    <message>
        <source>The recipe template “%1” is missing from the program.</source>
        <translation>프로그램에 “%1” 레시피 템플릿이 없습니다.</translation>
    </message>
    <message>
        <source>A label or variable cannot hold a line end or control character.</source>
        <translation>레이블이나 변수에는 줄 바꿈이나 제어 문자를 넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>Write it in one line.</source>
        <translation>한 줄로 적으세요.</translation>
    </message>
    <message>
        <source>“%1” is no build record.</source>
        <translation>“%1”은(는) 빌드 기록이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of this program.</source>
        <translation>“%1”은(는) 이 프로그램의 더 새로운 버전이 썼습니다.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>“%1” is not the id of a build.</source>
        <translation>“%1”은(는) 빌드의 id가 아닙니다.</translation>
    </message>
    <message>
        <source>“dosirak history” lists them.</source>
        <translation>“dosirak history”가 목록을 보여 줍니다.</translation>
    </message>
    <message>
        <source>There is no build “%1”.</source>
        <translation>“%1” 빌드가 없습니다.</translation>
    </message>
    <message>
        <source>“%1” could not be removed.</source>
        <translation>“%1”을(를) 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>it did not end within %1 s</source>
        <translation>%1초 안에 끝나지 않음</translation>
    </message>
    <message>
        <source>the whole test</source>
        <translation>테스트 전체</translation>
    </message>
    <message>
        <source>start Python in the image</source>
        <translation>이미지에서 Python 시작</translation>
    </message>
    <message>
        <source>The smoke test gave no answer.</source>
        <translation>스모크 테스트가 답하지 않았습니다.</translation>
    </message>
    <message>
        <source>answer of the smoke test</source>
        <translation>스모크 테스트의 답</translation>
    </message>
    <message>
        <source>The smoke test&apos;s answer is not understood.</source>
        <translation>스모크 테스트의 답을 알아볼 수 없습니다.</translation>
    </message>
    <message>
        <source>The preset asks for no check.</source>
        <translation>프리셋이 요구하는 검사가 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has no place in a working folder.</source>
        <translation>“%1”은(는) 작업 폴더에 있을 수 없습니다.</translation>
    </message>
    <message>
        <source>Do not use this bundle: nothing was written.</source>
        <translation>이 번들을 쓰지 마세요. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>The size or SHA-256 of “%1” is malformed.</source>
        <translation>“%1”의 크기나 SHA-256 형식이 잘못되었습니다.</translation>
    </message>
    <message>
        <source>This bundle was made by a newer Dosirak (version %1).</source>
        <translation>이 번들은 더 새로운 Dosirak(버전 %1)으로 만들었습니다.</translation>
    </message>
    <message>
        <source>Use that version here, or unpack it with tar and run verify.sh.</source>
        <translation>여기서도 그 버전을 쓰거나, tar로 풀고 verify.sh를 실행하세요.</translation>
    </message>
    <message>
        <source>The bundle does not say what it holds.</source>
        <translation>번들에 무엇이 들어 있는지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” is listed twice.</source>
        <translation>“%1”이(가) 두 번 적혀 있습니다.</translation>
    </message>
    <message>
        <source>“%1” has no place in a bundle.</source>
        <translation>“%1”은(는) 번들에 있을 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>“%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Run “dosirak sync” first.</source>
        <translation>먼저 “dosirak sync”를 실행하세요.</translation>
    </message>
    <message>
        <source>“%1” is larger than 8 GiB, which a bundle cannot hold.</source>
        <translation>“%1”이(가) 8 GiB보다 커서 번들에 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>꾸리는 중</translation>
    </message>
    <message>
        <source>The bundle could not be written.</source>
        <translation>번들을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not what the lock says: it is damaged or was changed.</source>
        <translation>“%1”이(가) 잠금에 적힌 것과 다릅니다. 손상되었거나 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Run “dosirak verify”, then “dosirak sync”, which fetches it anew.</source>
        <translation>“dosirak verify”를 실행한 다음 “dosirak sync”를 실행하면 새로 받아 옵니다.</translation>
    </message>
    <message>
        <source>The bundle needs %1 bytes, and %2 are free at “%3”.</source>
        <translation>번들에 %1바이트가 필요한데, “%3”에 남은 공간은 %2입니다.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>공간을 비우거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>There is no bundle at “%1”.</source>
        <translation>“%1”에 번들이 없습니다.</translation>
    </message>
    <message>
        <source>The part “%1” of the bundle is missing.</source>
        <translation>번들의 조각 “%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Copy it beside the others, then try again.</source>
        <translation>나머지 조각 옆에 복사한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The first part of the bundle “%1” is missing.</source>
        <translation>번들 “%1”의 첫 조각이 없습니다.</translation>
    </message>
    <message>
        <source>The bundle is cut off or malformed.</source>
        <translation>번들이 잘렸거나 형식이 잘못되었습니다.</translation>
    </message>
    <message>
        <source>Copy it again.</source>
        <translation>다시 복사하세요.</translation>
    </message>
    <message>
        <source>“%1” is not a bundle of Dosirak.</source>
        <translation>“%1”은(는) Dosirak의 번들이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a bundle of Dosirak: it has no manifest.</source>
        <translation>“%1”은(는) Dosirak의 번들이 아닙니다. 매니페스트가 없습니다.</translation>
    </message>
    <message>
        <source>Verifying the bundle</source>
        <translation>번들 검증 중</translation>
    </message>
    <message>
        <source>Unpacking the bundle</source>
        <translation>번들 푸는 중</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1”이(가) 이미 있습니다.</translation>
    </message>
    <message>
        <source>Unpacking needs %1 bytes, and %2 are free.</source>
        <translation>푸는 데 %1바이트가 필요한데, 남은 공간은 %2입니다.</translation>
    </message>
    <message>
        <source>The bundle is not whole: nothing was imported.</source>
        <translation>번들이 온전하지 않아 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>Copy it again from where it was made.</source>
        <translation>만든 곳에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>Work in this folder instead of the current one.</source>
        <translation>현재 폴더 대신 이 폴더에서 작업합니다.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Print the result as JSON.</source>
        <translation>결과를 JSON으로 출력합니다.</translation>
    </message>
    <message>
        <source>Print no progress.</source>
        <translation>진행 상황을 출력하지 않습니다.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>이 도움말을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Usage: dosirak [-C folder] command [options]</source>
        <translation>사용법: dosirak [-C 폴더] 명령 [옵션]</translation>
    </message>
    <message>
        <source>Packs everything a GPU AI container image needs, for machines that never see the internet.</source>
        <translation>인터넷에 연결되지 않는 컴퓨터를 위해, GPU AI 컨테이너 이미지에 필요한 모든 것을 꾸립니다.</translation>
    </message>
    <message>
        <source>“dosirak command --help” tells more. “dosirak help exit-codes” lists what it returns.</source>
        <translation>“dosirak 명령 --help”에 자세한 설명이 있고, “dosirak help exit-codes”는 종료 코드를 보여 줍니다.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>an outside tool failed, or a defect of this program</source>
        <translation>외부 도구가 실패했거나 이 프로그램의 결함</translation>
    </message>
    <message>
        <source>the call or the input is wrong</source>
        <translation>호출이나 입력이 잘못됨</translation>
    </message>
    <message>
        <source>what was named does not exist</source>
        <translation>지정한 것이 없음</translation>
    </message>
    <message>
        <source>the preset has errors</source>
        <translation>프리셋에 오류가 있음</translation>
    </message>
    <message>
        <source>the requirements cannot be met together</source>
        <translation>요구 사항을 함께 만족할 수 없음</translation>
    </message>
    <message>
        <source>no answer from the network, or a refusal</source>
        <translation>네트워크가 응답하지 않거나 거부함</translation>
    </message>
    <message>
        <source>bytes are not the right ones</source>
        <translation>바이트가 올바르지 않음</translation>
    </message>
    <message>
        <source>some of the work is left</source>
        <translation>일부 작업이 남음</translation>
    </message>
    <message>
        <source>an outside program is missing</source>
        <translation>외부 프로그램이 없음</translation>
    </message>
    <message>
        <source>the file system refused, is full, or another process is at work</source>
        <translation>파일 시스템이 거부했거나 가득 찼거나 다른 프로세스가 작업 중</translation>
    </message>
    <message>
        <source>check --strict: warnings and no errors</source>
        <translation>check --strict: 오류는 없고 경고가 있음</translation>
    </message>
    <message>
        <source>stopped by the user</source>
        <translation>사용자가 중지함</translation>
    </message>
    <message>
        <source>error:</source>
        <translation>오류:</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>“%1” 명령은 없습니다.</translation>
    </message>
    <message>
        <source>hint:</source>
        <translation>힌트:</translation>
    </message>
    <message>
        <source>“dosirak help” lists them all.</source>
        <translation>“dosirak help”가 모두 보여 줍니다.</translation>
    </message>
    <message>
        <source>Perhaps: %1</source>
        <translation>혹시 이것인가요: %1</translation>
    </message>
    <message>
        <source>“dosirak %1 --help” lists the options.</source>
        <translation>“dosirak %1 --help”가 옵션을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Say what goes with what: full combinations, best first</source>
        <translation>무엇이 서로 맞는지 보여 줍니다: 전체 조합, 가장 좋은 것부터</translation>
    </message>
    <message>
        <source>PyTorch, as 2.4 or 2.4.1.</source>
        <translation>PyTorch. 예: 2.4 또는 2.4.1.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>CUDA, as 12.1.</source>
        <translation>CUDA. 예: 12.1.</translation>
    </message>
    <message>
        <source>TensorRT, or “none”.</source>
        <translation>TensorRT 또는 “none”.</translation>
    </message>
    <message>
        <source>Python, as 3.10.</source>
        <translation>Python. 예: 3.10.</translation>
    </message>
    <message>
        <source>Distribution and release, as ubuntu22.04.</source>
        <translation>배포판과 릴리스. 예: ubuntu22.04.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The target&apos;s GPU, as “A100”.</source>
        <translation>대상의 GPU. 예: “A100”.</translation>
    </message>
    <message>
        <source>The target&apos;s driver, as 535.104.05 or 535.</source>
        <translation>대상의 드라이버. 예: 535.104.05 또는 535.</translation>
    </message>
    <message>
        <source>How many answers at the most.</source>
        <translation>답의 최대 개수.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Nothing that is known goes with all of that.</source>
        <translation>알려진 것 가운데 그 모두와 맞는 조합이 없습니다.</translation>
    </message>
    <message>
        <source>Leave one of them free.</source>
        <translation>그중 하나를 풀어 두세요.</translation>
    </message>
    <message>
        <source>system</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>제한</translation>
    </message>
    <message>
        <source>Which preset.</source>
        <translation>대상 프리셋.</translation>
    </message>
    <message>
        <source>Build the image with the network cut, and try it</source>
        <translation>네트워크를 끊고 이미지를 빌드한 뒤 시험합니다</translation>
    </message>
    <message>
        <source>Which engine, as “dosirak doctor” names it.</source>
        <translation>“dosirak doctor”가 보여 주는 이름의 엔진을 사용합니다.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>Call the image this instead of what the preset says.</source>
        <translation>프리셋에 적힌 이름 대신 이 이름을 이미지에 붙입니다.</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>참조</translation>
    </message>
    <message>
        <source>Use no step of an earlier build.</source>
        <translation>이전 빌드의 단계를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Do not try the image.</source>
        <translation>이미지를 시험하지 않습니다.</translation>
    </message>
    <message>
        <source>Never lock or sync: build from what is here.</source>
        <translation>잠그거나 동기화하지 않고, 있는 것으로만 빌드합니다.</translation>
    </message>
    <message>
        <source>%1: %2, %3, built in %4 (%5)</source>
        <translation>%1: %2, %3, 빌드 시간 %4 (%5)</translation>
    </message>
    <message>
        <source>smoke test: all %1 checks passed</source>
        <translation>스모크 테스트: 검사 %1개 모두 통과</translation>
    </message>
    <message>
        <source>smoke test: not run. %1</source>
        <translation>스모크 테스트: 실행하지 않음. %1</translation>
    </message>
    <message>
        <source>Pack what crosses the air gap: preset, lock and artifacts</source>
        <translation>망 분리 구간을 넘어갈 것을 꾸립니다: 프리셋, 잠금, 아티팩트</translation>
    </message>
    <message>
        <source>File or folder to write.</source>
        <translation>쓸 파일 또는 폴더.</translation>
    </message>
    <message>
        <source>path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Cut into parts of this size, as 3900MiB or 4GB (FAT32 holds less than 4 GiB a file); 0: one file.</source>
        <translation>이 크기의 조각으로 나눕니다. 예: 3900MiB 또는 4GB(FAT32에는 4 GiB 미만 파일만 들어갑니다). 0이면 파일 하나.</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Say what is wrong with a preset, and what would mend it</source>
        <translation>프리셋의 무엇이 잘못되었고 어떻게 고치는지 알려 줍니다</translation>
    </message>
    <message>
        <source>Which presets.</source>
        <translation>대상 프리셋(여러 개 가능).</translation>
    </message>
    <message>
        <source>Check every preset.</source>
        <translation>모든 프리셋을 검사합니다.</translation>
    </message>
    <message>
        <source>Return %1 when there are warnings.</source>
        <translation>경고가 있으면 %1을(를) 돌려줍니다.</translation>
    </message>
    <message>
        <source>Print SARIF 2.1.0 for code review tools.</source>
        <translation>코드 검토 도구를 위한 SARIF 2.1.0을 출력합니다.</translation>
    </message>
    <message>
        <source>Resolve Debian packages for a target, without a preset</source>
        <translation>프리셋 없이, 대상을 위한 데비안 패키지를 해결합니다</translation>
    </message>
    <message>
        <source>A .sources or .list file; without it this machine&apos;s own sources.</source>
        <translation>.sources 또는 .list 파일. 없으면 이 컴퓨터의 것을 씁니다.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>The target&apos;s architecture.</source>
        <translation>대상의 아키텍처.</translation>
    </message>
    <message>
        <source>A further architecture of the target (can be repeated).</source>
        <translation>대상의 추가 아키텍처(반복 가능).</translation>
    </message>
    <message>
        <source>The target&apos;s dpkg status file; without it an empty root.</source>
        <translation>대상의 dpkg status 파일. 없으면 빈 루트로 봅니다.</translation>
    </message>
    <message>
        <source>An apt_preferences(5) file.</source>
        <translation>apt_preferences(5) 파일.</translation>
    </message>
    <message>
        <source>Leave recommended packages out.</source>
        <translation>추천 패키지를 뺍니다.</translation>
    </message>
    <message>
        <source>Fetch the files into this folder.</source>
        <translation>파일을 이 폴더로 받아 옵니다.</translation>
    </message>
    <message>
        <source>note:</source>
        <translation>참고:</translation>
    </message>
    <message>
        <source>Nothing is asked for.</source>
        <translation>요청한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Say what this machine has and lacks for the way of a preset</source>
        <translation>프리셋의 전 과정에 필요한 것 중 이 컴퓨터에 있는 것과 없는 것을 알려 줍니다</translation>
    </message>
    <message>
        <source>Do not ask the indexes.</source>
        <translation>인덱스에 묻지 않습니다.</translation>
    </message>
    <message>
        <source>Say what a finding means, and where that is known from</source>
        <translation>지적 사항의 뜻과 그 출처를 알려 줍니다</translation>
    </message>
    <message>
        <source>As “dosirak check” prints it in brackets; none: all of them.</source>
        <translation>“dosirak check”가 대괄호 안에 출력하는 것. 없으면 모두 보여 줍니다.</translation>
    </message>
    <message>
        <source>There is no finding “%1”.</source>
        <translation>“%1” 지적 사항은 없습니다.</translation>
    </message>
    <message>
        <source>“dosirak explain” lists them all.</source>
        <translation>“dosirak explain”이 모두 보여 줍니다.</translation>
    </message>
    <message>
        <source>when: %1</source>
        <translation>조건: %1</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>결과: %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>List earlier builds, or show one with its log</source>
        <translation>이전 빌드를 나열하거나, 하나를 로그와 함께 보여 줍니다</translation>
    </message>
    <message>
        <source>A preset-name, or the id of a build.</source>
        <translation>프리셋 이름 또는 빌드의 id.</translation>
    </message>
    <message>
        <source>Print the build&apos;s whole log.</source>
        <translation>빌드의 전체 로그를 출력합니다.</translation>
    </message>
    <message>
        <source>This is no build record, or one that cannot be read: %1</source>
        <translation>빌드 기록이 아니거나 읽을 수 없는 기록입니다: %1</translation>
    </message>
    <message>
        <source>Nothing was built yet.</source>
        <translation>아직 빌드한 것이 없습니다.</translation>
    </message>
    <message>
        <source>The log of “%1” is not there.</source>
        <translation>“%1”의 로그가 없습니다.</translation>
    </message>
    <message>
        <source>Unpack a bundle into this folder, checking every byte</source>
        <translation>모든 바이트를 검사하면서 번들을 이 폴더에 풉니다</translation>
    </message>
    <message>
        <source>The bundle, or any of its parts.</source>
        <translation>번들 또는 그 조각 중 하나.</translation>
    </message>
    <message>
        <source>Say which bundle.</source>
        <translation>번들을 지정하세요.</translation>
    </message>
    <message>
        <source>Imported %1: %2 files, %3, all good.</source>
        <translation>%1을(를) 가져왔습니다: 파일 %2개, %3, 모두 정상.</translation>
    </message>
    <message>
        <source>Say what is in the image: layers, waste, packages against the lock</source>
        <translation>이미지에 무엇이 있는지 알려 줍니다: 레이어, 낭비, 잠금과 비교한 패키지</translation>
    </message>
    <message>
        <source>Look at this image instead.</source>
        <translation>대신 이 이미지를 살펴봅니다.</translation>
    </message>
    <message>
        <source>%1: %2, %3 in %4 layers, %5 wasted</source>
        <translation>%1: %2, 레이어 %4개에 %3, 낭비 %5</translation>
    </message>
    <message>
        <source>%1 debs, %2 wheels</source>
        <translation>deb 패키지 %1개, 휠 %2개</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>없음: %1</translation>
    </message>
    <message>
        <source>another version: %1</source>
        <translation>다른 버전: %1</translation>
    </message>
    <message>
        <source>There is no lock to compare it with.</source>
        <translation>비교할 잠금이 없습니다.</translation>
    </message>
    <message>
        <source>All that the lock says is in it.</source>
        <translation>잠금에 적힌 것이 모두 들어 있습니다.</translation>
    </message>
    <message>
        <source>List the presets and how far each is</source>
        <translation>프리셋을 나열하고 각각 어디까지 왔는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Only the preset-names.</source>
        <translation>프리셋 이름만 출력합니다.</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>동기화</translation>
    </message>
    <message>
        <source>bundle</source>
        <translation>번들</translation>
    </message>
    <message>
        <source>build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>There are no presets in “%1”. Make one with “dosirak new”.</source>
        <translation>“%1”에 프리셋이 없습니다. “dosirak new”로 만드세요.</translation>
    </message>
    <message>
        <source>Resolve a preset to every file, with version, size and SHA-256</source>
        <translation>프리셋을 모든 파일의 버전, 크기, SHA-256으로 확정합니다</translation>
    </message>
    <message>
        <source>Let everything move to its newest version.</source>
        <translation>모두 최신 버전으로 옮겨 가게 합니다.</translation>
    </message>
    <message>
        <source>Let this package move (can be repeated).</source>
        <translation>이 패키지가 옮겨 가게 합니다(반복 가능).</translation>
    </message>
    <message>
        <source>Ask no network: caches alone.</source>
        <translation>네트워크에 묻지 않고 캐시만 씁니다.</translation>
    </message>
    <message>
        <source>Show what would change and why; write nothing.</source>
        <translation>무엇이 왜 바뀌는지 보여 주고, 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Return %1 when the lock no longer answers the preset; write nothing.</source>
        <translation>잠금이 더는 프리셋과 맞지 않으면 %1을(를) 돌려주고, 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The lock answers the preset.</source>
        <translation>잠금이 프리셋과 맞습니다.</translation>
    </message>
    <message>
        <source>“%1” has no lock.</source>
        <translation>“%1”에는 잠금이 없습니다.</translation>
    </message>
    <message>
        <source>The lock of “%1” no longer answers the preset.</source>
        <translation>“%1”의 잠금이 더는 프리셋과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Run “dosirak lock %1”.</source>
        <translation>“dosirak lock %1”을(를) 실행하세요.</translation>
    </message>
    <message>
        <source>Make a preset from a template or from another preset</source>
        <translation>템플릿이나 다른 프리셋으로 프리셋을 만듭니다</translation>
    </message>
    <message>
        <source>What the new preset is called.</source>
        <translation>새 프리셋의 이름.</translation>
    </message>
    <message>
        <source>A template, or a preset of this folder.</source>
        <translation>템플릿 또는 이 폴더의 프리셋.</translation>
    </message>
    <message>
        <source>preset-name</source>
        <translation>프리셋 이름</translation>
    </message>
    <message>
        <source>List the templates.</source>
        <translation>템플릿을 나열합니다.</translation>
    </message>
    <message>
        <source>Say what it is called, and what it is made from.</source>
        <translation>이름과, 무엇으로 만들지 지정하세요.</translation>
    </message>
    <message>
        <source>“dosirak new my-preset --from debian12-cpu”; “dosirak new --templates” lists the templates.</source>
        <translation>“dosirak new my-preset --from debian12-cpu”. “dosirak new --templates”는 템플릿을 나열합니다.</translation>
    </message>
    <message>
        <source>Show a preset with all that it inherits, and where each value is from</source>
        <translation>프리셋을 물려받은 것까지 모두 보여 주고, 각 값의 출처를 알려 줍니다</translation>
    </message>
    <message>
        <source>Say which preset gives each value.</source>
        <translation>각 값이 어느 프리셋에서 왔는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Show what its lock holds instead.</source>
        <translation>대신 잠금에 무엇이 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Fetch every file of the lock into artifacts/&lt;preset-name&gt;/</source>
        <translation>잠금의 모든 파일을 artifacts/&lt;preset-name&gt;/로 받아 옵니다</translation>
    </message>
    <message>
        <source>Never lock: fail when the lock does not answer the preset.</source>
        <translation>잠그지 않습니다. 잠금이 프리셋과 맞지 않으면 실패합니다.</translation>
    </message>
    <message>
        <source>Ask no network: the store alone.</source>
        <translation>네트워크에 묻지 않고 보관소만 씁니다.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>받는 중</translation>
    </message>
    <message>
        <source>moved aside: %1</source>
        <translation>옆으로 옮김: %1</translation>
    </message>
    <message>
        <source>%1: %2 files here (%3 fetched, %4 from the store, %5 were there); %6 fetched in %7</source>
        <translation>%1: 파일 %2개 준비됨(%3개 받음, %4개는 보관소에서, %5개는 이미 있었음). %7 동안 %6 받음</translation>
    </message>
    <message>
        <source>Read every byte of the artifacts, or of a bundle, and compare</source>
        <translation>아티팩트나 번들의 모든 바이트를 읽어 비교합니다</translation>
    </message>
    <message>
        <source>A preset-name, or the path of a bundle (any of its parts).</source>
        <translation>프리셋 이름 또는 번들의 경로(조각 중 아무것이나).</translation>
    </message>
    <message>
        <source>%1 good, %2 damaged, %3 missing, %4 extra; %5 read in %6</source>
        <translation>정상 %1개, 손상 %2개, 없음 %3개, 남는 것 %4개. %6 동안 %5 읽음</translation>
    </message>
    <message>
        <source>Resolve Python requirements for a target, without a preset</source>
        <translation>프리셋 없이, 대상을 위한 Python 요구 사항을 해결합니다</translation>
    </message>
    <message>
        <source>Requirements (PEP 508).</source>
        <translation>요구 사항(PEP 508).</translation>
    </message>
    <message>
        <source>Read requirements from this file (can be repeated).</source>
        <translation>이 파일에서 요구 사항을 읽습니다(반복 가능).</translation>
    </message>
    <message>
        <source>Read constraints from this file (can be repeated).</source>
        <translation>이 파일에서 제약 조건을 읽습니다(반복 가능).</translation>
    </message>
    <message>
        <source>The index to take packages from; without it this machine&apos;s own.</source>
        <translation>패키지를 가져올 인덱스. 없으면 이 컴퓨터의 것을 씁니다.</translation>
    </message>
    <message>
        <source>url</source>
        <translation>url</translation>
    </message>
    <message>
        <source>A further index, for packages that the first does not know (can be repeated).</source>
        <translation>첫 인덱스에 없는 패키지를 위한 추가 인덱스(반복 가능).</translation>
    </message>
    <message>
        <source>The target&apos;s Python, as 3.10.</source>
        <translation>대상의 Python. 예: 3.10.</translation>
    </message>
    <message>
        <source>The target&apos;s platform, as manylinux_2_35_x86_64.</source>
        <translation>대상의 플랫폼. 예: manylinux_2_35_x86_64.</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Welcome pre-releases of what is asked for.</source>
        <translation>요청한 것의 사전 릴리스도 받아들입니다.</translation>
    </message>
    <message>
        <source>Write requirements with hashes to this file.</source>
        <translation>해시를 붙인 요구 사항을 이 파일에 씁니다.</translation>
    </message>
    <message>
        <source>Say what the target is: --python and --platform.</source>
        <translation>대상을 지정하세요: --python과 --platform.</translation>
    </message>
    <message>
        <source>For example: --python 3.10 --platform manylinux_2_35_x86_64</source>
        <translation>예: --python 3.10 --platform manylinux_2_35_x86_64</translation>
    </message>
    <message>
        <source>Give requirements, or a file with -r.</source>
        <translation>요구 사항을 적거나, -r로 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>Say why a package is in the lock</source>
        <translation>패키지가 왜 잠금에 있는지 알려 줍니다</translation>
    </message>
    <message>
        <source>Name of a wheel, deb or source archive.</source>
        <translation>휠, deb 패키지 또는 소스 아카이브의 이름.</translation>
    </message>
    <message>
        <source>Say which package.</source>
        <translation>패키지를 지정하세요.</translation>
    </message>
    <message>
        <source>the preset asks for it</source>
        <translation>프리셋이 요구함</translation>
    </message>
    <message>
        <source>needed by: %1</source>
        <translation>필요로 하는 것: %1</translation>
    </message>
    <message>
        <source>“%1” is not in the lock of “%2”.</source>
        <translation>“%1”은(는) “%2”의 잠금에 없습니다.</translation>
    </message>
    <message>
        <source>Show who needs what in the lock</source>
        <translation>잠금 안에서 무엇이 무엇을 필요로 하는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Completion is written for bash, zsh and fish.</source>
        <translation>자동 완성은 bash, zsh, fish용으로 있습니다.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>fix: %1</source>
        <translation>고치기: %1</translation>
    </message>
    <message>
        <source>%1: %2 errors, %3 warnings, %4 notes</source>
        <translation>%1: 오류 %2개, 경고 %3개, 참고 %4개</translation>
    </message>
    <message>
        <source>TensorRT %1</source>
        <translation>TensorRT %1</translation>
    </message>
    <message>
        <source>facts %1</source>
        <translation>호환성 자료 %1</translation>
    </message>
    <message>
        <source>licences: %1</source>
        <translation>라이선스: %1</translation>
    </message>
    <message>
        <source>One preset-name is expected here, %1 were given.</source>
        <translation>여기에는 프리셋 이름이 하나 와야 하는데 %1개가 주어졌습니다.</translation>
    </message>
    <message>
        <source>Say which preset.</source>
        <translation>프리셋을 지정하세요.</translation>
    </message>
    <message>
        <source>There are none in “%1”. Make one with “dosirak new”.</source>
        <translation>“%1”에는 하나도 없습니다. “dosirak new”로 만드세요.</translation>
    </message>
    <message>
        <source>“%1” is not a size.</source>
        <translation>“%1”은(는) 크기가 아닙니다.</translation>
    </message>
    <message>
        <source>Write it as 3900MiB or 4GB.</source>
        <translation>3900MiB 또는 4GB처럼 적으세요.</translation>
    </message>
    <message>
        <source>“%1” is too large.</source>
        <translation>“%1”은(는) 너무 큽니다.</translation>
    </message>
    <message>
        <source>It is not known which GPUs PyTorch %1 %2 has code for.</source>
        <translation>PyTorch %1 %2에 어느 GPU용 코드가 있는지 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 %2 has no code for %3 itself; the driver compiles it at the first start.</source>
        <translation>PyTorch %1 %2에는 %3 전용 코드가 없습니다. 처음 시작할 때 드라이버가 컴파일합니다.</translation>
    </message>
    <message>
        <source>The TensorRT version is not one of supported_versions</source>
        <translation>TensorRT 버전이 supported_versions에 없음</translation>
    </message>
    <message>
        <source>The preset&apos;s own mapping wants another CUDA for this TensorRT</source>
        <translation>프리셋 자체의 대응표로는 이 TensorRT에 다른 CUDA가 필요함</translation>
    </message>
    <message>
        <source>TensorRT is switched off</source>
        <translation>TensorRT가 꺼져 있음</translation>
    </message>
    <message>
        <source>TensorRT is not required in the runtime image</source>
        <translation>런타임 이미지에 TensorRT가 필수가 아님</translation>
    </message>
    <message>
        <source>What TensorRT &quot;auto&quot; stands for</source>
        <translation>TensorRT &quot;auto&quot;가 뜻하는 버전</translation>
    </message>
    <message>
        <source>No build of this TensorRT for this CUDA is known</source>
        <translation>이 CUDA용으로 알려진 TensorRT 빌드가 없음</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s matrix does not list this CUDA for this TensorRT</source>
        <translation>NVIDIA의 호환성 표에 이 TensorRT와 이 CUDA의 조합이 없음</translation>
    </message>
    <message>
        <source>A key that means nothing to Dosirak</source>
        <translation>Dosirak에는 뜻이 없는 키</translation>
    </message>
    <message>
        <source>A field that every preset needs is missing</source>
        <translation>모든 프리셋에 필요한 필드가 없음</translation>
    </message>
    <message>
        <source>A package is listed twice</source>
        <translation>패키지가 두 번 적혀 있음</translation>
    </message>
    <message>
        <source>An index is named and not declared</source>
        <translation>인덱스를 이름만 쓰고 선언하지 않음</translation>
    </message>
    <message>
        <source>No declared index takes the packages that are pinned to none</source>
        <translation>어느 곳에도 고정되지 않은 패키지를 받을 인덱스가 선언되어 있지 않음</translation>
    </message>
    <message>
        <source>The base image&apos;s CUDA is not the preset&apos;s</source>
        <translation>베이스 이미지의 CUDA가 프리셋과 다름</translation>
    </message>
    <message>
        <source>The base image&apos;s system is not the preset&apos;s</source>
        <translation>베이스 이미지의 시스템이 프리셋과 다름</translation>
    </message>
    <message>
        <source>The key of an apt source is not there yet</source>
        <translation>apt 소스의 키가 아직 없음</translation>
    </message>
    <message>
        <source>An apt source is taken unsigned</source>
        <translation>apt 소스를 서명 없이 사용함</translation>
    </message>
    <message>
        <source>Nothing is known of this system</source>
        <translation>이 시스템에 대해 알려진 바가 없음</translation>
    </message>
    <message>
        <source>Nothing is known of this PyTorch</source>
        <translation>이 PyTorch에 대해 알려진 바가 없음</translation>
    </message>
    <message>
        <source>Nothing is known of this GPU</source>
        <translation>이 GPU에 대해 알려진 바가 없음</translation>
    </message>
    <message>
        <source>The distribution has another Python</source>
        <translation>배포판의 Python이 다름</translation>
    </message>
    <message>
        <source>The facts are malformed.</source>
        <translation>호환성 자료의 형식이 잘못되었습니다.</translation>
    </message>
    <message>
        <source>These facts are for a newer Dosirak.</source>
        <translation>이 호환성 자료는 더 새로운 Dosirak용입니다.</translation>
    </message>
    <message>
        <source>Use a newer Dosirak.</source>
        <translation>더 새로운 Dosirak을 사용하세요.</translation>
    </message>
    <message>
        <source>Nothing is known of PyTorch %1.</source>
        <translation>PyTorch %1에 대해 알려진 바가 없습니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 has a build for CUDA %2: %3.</source>
        <translation>PyTorch %1에는 CUDA %2용 빌드가 있습니다: %3.</translation>
    </message>
    <message>
        <source>Nothing is known of the CUDA builds of PyTorch %1.</source>
        <translation>PyTorch %1의 CUDA 빌드에 대해 알려진 바가 없습니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 has no build for CUDA %2; there are builds for %3.</source>
        <translation>PyTorch %1에는 CUDA %2용 빌드가 없습니다. %3용 빌드가 있습니다.</translation>
    </message>
    <message>
        <source>It is not known which Python PyTorch %1 has wheels for.</source>
        <translation>PyTorch %1에 어느 Python용 휠이 있는지 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 has wheels for Python %2.</source>
        <translation>PyTorch %1에는 Python %2용 휠이 있습니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 has no wheels for Python %2; it has them for %3.</source>
        <translation>PyTorch %1에는 Python %2용 휠이 없습니다. %3용 휠이 있습니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 has code for %2 (compute capability %3).</source>
        <translation>PyTorch %1에는 %2용 코드가 있습니다(연산 능력 %3).</translation>
    </message>
    <message>
        <source>PyTorch %1 has no code for %2; the driver compiles it from PTX at the first start, which takes long.</source>
        <translation>PyTorch %1에는 %2용 코드가 없습니다. 처음 시작할 때 드라이버가 PTX에서 컴파일하며, 시간이 오래 걸립니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 has no code for %2 (compute capability %3).</source>
        <translation>PyTorch %1에는 %2용 코드가 없습니다(연산 능력 %3).</translation>
    </message>
    <message>
        <source>It is not known which GPUs PyTorch %1 was compiled for.</source>
        <translation>PyTorch %1이(가) 어느 GPU용으로 컴파일되었는지 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1 needs glibc %2; %3 has %4.</source>
        <translation>%1에는 glibc %2이(가) 필요하고, %3에는 %4이(가) 있습니다.</translation>
    </message>
    <message>
        <source>%1 needs glibc %2, and %3 has only %4.</source>
        <translation>%1에는 glibc %2이(가) 필요한데, %3에는 %4밖에 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is known of TensorRT %1.</source>
        <translation>TensorRT %1에 대해 알려진 바가 없습니다.</translation>
    </message>
    <message>
        <source>NVIDIA shipped TensorRT %1 for CUDA %2.</source>
        <translation>NVIDIA는 CUDA %2용 TensorRT %1을(를) 배포했습니다.</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s matrix lists CUDA %2 for TensorRT %1; its builds are for CUDA %3.</source>
        <translation>NVIDIA의 호환성 표는 TensorRT %1에 CUDA %2을(를) 적고 있으며, 빌드는 CUDA %3용입니다.</translation>
    </message>
    <message>
        <source>It is not known which CUDA TensorRT %1 goes with.</source>
        <translation>TensorRT %1이(가) 어느 CUDA와 맞는지 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>TensorRT %1 was shipped for CUDA %2, not for %3.</source>
        <translation>TensorRT %1은(는) CUDA %3용이 아니라 CUDA %2용으로 배포되었습니다.</translation>
    </message>
    <message>
        <source>It is not known which driver CUDA %1 needs.</source>
        <translation>CUDA %1에 어느 드라이버가 필요한지 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>Driver %1 cannot run CUDA %2: it needs at least %3.</source>
        <translation>드라이버 %1에서는 CUDA %2을(를) 실행할 수 없습니다. %3 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>Driver %1 runs CUDA %2 by minor version compatibility, with limits; it came with driver %3.</source>
        <translation>드라이버 %1은(는) 마이너 버전 호환으로 CUDA %2을(를) 제한적으로 실행합니다. 함께 나온 드라이버는 %3입니다.</translation>
    </message>
    <message>
        <source>Driver %1 is new enough for CUDA %2.</source>
        <translation>드라이버 %1은(는) CUDA %2에 충분히 새롭습니다.</translation>
    </message>
    <message>
        <source>Nothing is known of the GPU “%1”.</source>
        <translation>GPU “%1”에 대해 알려진 바가 없습니다.</translation>
    </message>
    <message>
        <source>%1 needs CUDA %2 or newer.</source>
        <translation>%1에는 CUDA %2 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>CUDA %1 no longer supports %2; the last one that did is %3.</source>
        <translation>CUDA %1은(는) 더는 %2을(를) 지원하지 않습니다. 마지막으로 지원한 것은 %3입니다.</translation>
    </message>
    <message>
        <source>It is not known from which CUDA on %1 is supported.</source>
        <translation>%1이(가) 어느 CUDA부터 지원되는지 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>CUDA %1 supports %2.</source>
        <translation>CUDA %1은(는) %2을(를) 지원합니다.</translation>
    </message>
    <message>
        <source>It is not known which Python %1 has.</source>
        <translation>%1에 어느 Python이 있는지 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1 has Python %2 itself.</source>
        <translation>%1에는 Python %2이(가) 기본으로 있습니다.</translation>
    </message>
    <message>
        <source>%1 has Python %2; another must come from an apt source of its own.</source>
        <translation>%1에는 Python %2이(가) 있습니다. 다른 버전은 별도의 apt 소스에서 가져와야 합니다.</translation>
    </message>
    <message>
        <source>The base image nvidia/cuda:%1 is at its end of life and may be gone.</source>
        <translation>nvidia/cuda:%1 베이스 이미지는 지원이 끝나 사라질 수 있습니다.</translation>
    </message>
    <message>
        <source>There is a base image for them: nvidia/cuda:%1.</source>
        <translation>이들을 위한 베이스 이미지가 있습니다: nvidia/cuda:%1.</translation>
    </message>
    <message>
        <source>No nvidia/cuda base image with CUDA %1 on %2 is known.</source>
        <translation>%2에 CUDA %1이(가) 있는 nvidia/cuda 베이스 이미지는 알려진 것이 없습니다.</translation>
    </message>
    <message>
        <source>The base image nvidia/cuda:%1 has cuDNN %2.</source>
        <translation>nvidia/cuda:%1 베이스 이미지에는 cuDNN %2이(가) 있습니다.</translation>
    </message>
    <message>
        <source>No base image with CUDA %1 and cuDNN %2 is known.</source>
        <translation>CUDA %1과(와) cuDNN %2이(가) 있는 베이스 이미지는 알려진 것이 없습니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 brings cuDNN %2 of its own beside the image&apos;s %3.</source>
        <translation>PyTorch %1은(는) 이미지의 cuDNN %3과(와) 별도로 자체 cuDNN %2을(를) 가져옵니다.</translation>
    </message>
    <message>
        <source>cuDNN %1 no longer runs on %2.</source>
        <translation>cuDNN %1은(는) 더는 %2에서 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>됨</translation>
    </message>
    <message>
        <source>with limits</source>
        <translation>제한적으로 됨</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>no</source>
        <translation>안 됨</translation>
    </message>
    <message>
        <source>Ask for a newer driver on the target, take a lower CUDA major version, or, on data-center GPUs only, use the cuda-compat package.</source>
        <translation>대상에 더 새로운 드라이버를 요청하거나, CUDA 메이저 버전을 낮추거나, 데이터 센터 GPU라면 cuda-compat 패키지를 쓰세요.</translation>
    </message>
    <message>
        <source>Driver %1 is older than the one that CUDA %2 came with (%3): it works with limits.</source>
        <translation>드라이버 %1은(는) CUDA %2과(와) 함께 나온 드라이버(%3)보다 오래되어 제한적으로 동작합니다.</translation>
    </message>
    <message>
        <source>By minor version compatibility; code that is compiled from PTX and newer driver features can fail.</source>
        <translation>마이너 버전 호환으로 동작합니다. PTX에서 컴파일되는 코드와 새 드라이버 기능은 실패할 수 있습니다.</translation>
    </message>
    <message>
        <source>The container would not start: the image asks for %1, driver %2 reports CUDA %3.</source>
        <translation>컨테이너가 시작되지 않습니다. 이미지는 %1을(를) 요구하는데 드라이버 %2은(는) CUDA %3을(를) 보고합니다.</translation>
    </message>
    <message>
        <source>Take an image with a lower check. NVIDIA_DISABLE_REQUIRE=1 skips the check, not the limits of the driver.</source>
        <translation>검사 기준이 낮은 이미지를 쓰세요. NVIDIA_DISABLE_REQUIRE=1은 검사를 건너뛸 뿐 드라이버의 한계를 없애지는 않습니다.</translation>
    </message>
    <message>
        <source>The forward compatibility package does not cover %1.</source>
        <translation>상위 호환 패키지가 %1을(를) 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The image&apos;s cuDNN %1 is not the one inside the PyTorch wheel (%2).</source>
        <translation>이미지의 cuDNN %1이(가) PyTorch 휠 안의 것(%2)과 다릅니다.</translation>
    </message>
    <message>
        <source>Where LD_LIBRARY_PATH names the image&apos;s, it overrides PyTorch&apos;s own. Take a base image without cuDNN when only PyTorch needs it.</source>
        <translation>LD_LIBRARY_PATH가 이미지의 것을 가리키면 PyTorch 자체의 것보다 먼저 쓰입니다. PyTorch만 cuDNN을 쓴다면 cuDNN이 없는 베이스 이미지를 고르세요.</translation>
    </message>
    <message>
        <source>cuDNN %1 no longer runs on %2 (compute capability %3).</source>
        <translation>cuDNN %1은(는) 더는 %2에서 실행되지 않습니다(연산 능력 %3).</translation>
    </message>
    <message>
        <source>Stay on cuDNN 9.10.2.</source>
        <translation>cuDNN 9.10.2를 유지하세요.</translation>
    </message>
    <message>
        <source>Nothing is known of the GPU “%1”: it is not checked.</source>
        <translation>GPU “%1”에 대해 알려진 바가 없어 검사하지 않습니다.</translation>
    </message>
    <message>
        <source>docker/%1 begins with a “# syntax=” line: every build would pull an image for it.</source>
        <translation>docker/%1이(가) “# syntax=” 줄로 시작합니다. 빌드할 때마다 그 이미지를 받게 됩니다.</translation>
    </message>
    <message>
        <source>Take the line out; nothing that Dosirak writes needs it.</source>
        <translation>그 줄을 빼세요. Dosirak이 쓰는 것에는 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” is left out, and PyTorch may need it: its wheels bring CUDA&apos;s libraries as packages of their own.</source>
        <translation>“%1”이(가) 빠져 있는데 PyTorch에 필요할 수 있습니다. PyTorch 휠은 CUDA 라이브러리를 별도 패키지로 가져옵니다.</translation>
    </message>
    <message>
        <source>Do not leave it out</source>
        <translation>빼지 않기</translation>
    </message>
    <message>
        <source>“%1” is a built TensorRT engine: it loads only with the TensorRT and on the GPU architecture it was built for.</source>
        <translation>“%1”은(는) 빌드된 TensorRT 엔진입니다. 빌드할 때의 TensorRT와 GPU 아키텍처에서만 로드됩니다.</translation>
    </message>
    <message>
        <source>Build it on the target, or with version and hardware compatibility on.</source>
        <translation>대상에서 빌드하거나, 버전 및 하드웨어 호환 기능을 켜고 빌드하세요.</translation>
    </message>
    <message>
        <source>The base image has CUDA %1; the preset has CUDA %2.</source>
        <translation>베이스 이미지의 CUDA는 %1인데 프리셋의 CUDA는 %2입니다.</translation>
    </message>
    <message>
        <source>The base image is Ubuntu %1; the preset is for %2 %3.</source>
        <translation>베이스 이미지는 Ubuntu %1인데 프리셋은 %2 %3용입니다.</translation>
    </message>
    <message>
        <source>The base image would be made of “%1”; %2 %3 is “%4”.</source>
        <translation>베이스 이미지를 “%1”(으)로 만들게 되는데, %2 %3은(는) “%4”입니다.</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>NVIDIA has ended support for “%1”: the tag may be deleted at any time.</source>
        <translation>NVIDIA가 “%1”의 지원을 끝냈습니다. 태그가 언제든 지워질 수 있습니다.</translation>
    </message>
    <message>
        <source>Keep it in the bundle; its digest is recorded in the lock.</source>
        <translation>번들에 넣어 두세요. 다이제스트는 잠금에 기록됩니다.</translation>
    </message>
    <message>
        <source>“%1” does not cross the gap with the bundle: it must be in the far side&apos;s engine under exactly this name.</source>
        <translation>“%1”은(는) 번들과 함께 건너가지 않습니다. 건너편 엔진에 정확히 이 이름으로 있어야 합니다.</translation>
    </message>
    <message>
        <source>The first PyTorch for Python %1 is %2.</source>
        <translation>Python %1용 첫 PyTorch는 %2입니다.</translation>
    </message>
    <message>
        <source>%1 %2 has Python %3, and no package brings Python %4.</source>
        <translation>%1 %2에는 Python %3이(가) 있고, Python %4을(를) 가져오는 패키지가 없습니다.</translation>
    </message>
    <message>
        <source>Take Python %1</source>
        <translation>Python %1 사용</translation>
    </message>
    <message>
        <source>pip refuses to install into the system&apos;s Python on %1 %2.</source>
        <translation>%1 %2에서는 pip가 시스템 Python에 설치하기를 거부합니다.</translation>
    </message>
    <message>
        <source>Let Dosirak install it: add it to the requirements.</source>
        <translation>Dosirak이 설치하게 하세요. 요구 사항에 추가하면 됩니다.</translation>
    </message>
    <message>
        <source>“%1” means nothing to Dosirak.</source>
        <translation>“%1”은(는) Dosirak에 아무 뜻이 없습니다.</translation>
    </message>
    <message>
        <source>It is kept as it is. Keys of your own begin with “x-”.</source>
        <translation>그대로 둡니다. 직접 쓰는 키는 “x-”로 시작합니다.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>The preset does not say %1.</source>
        <translation>프리셋에 %1이(가) 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>which distribution it is for</source>
        <translation>어느 배포판용인지</translation>
    </message>
    <message>
        <source>which release it is for</source>
        <translation>어느 릴리스용인지</translation>
    </message>
    <message>
        <source>which architecture it is for</source>
        <translation>어느 아키텍처용인지</translation>
    </message>
    <message>
        <source>which Python it is for</source>
        <translation>어느 Python용인지</translation>
    </message>
    <message>
        <source>what the image is called</source>
        <translation>이미지의 이름</translation>
    </message>
    <message>
        <source>which base image the runtime has</source>
        <translation>런타임의 베이스 이미지</translation>
    </message>
    <message>
        <source>Nothing is known of %1 %2: without its glibc no wheel can be chosen.</source>
        <translation>%1 %2에 대해 알려진 바가 없습니다. glibc 버전을 모르면 휠을 고를 수 없습니다.</translation>
    </message>
    <message>
        <source>Take the second one out</source>
        <translation>두 번째 것 빼기</translation>
    </message>
    <message>
        <source>Each index needs a name of its own.</source>
        <translation>인덱스마다 서로 다른 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>Every index takes only the packages that it lists; the others have nowhere to come from.</source>
        <translation>모든 인덱스가 적힌 패키지만 받으므로, 나머지는 가져올 곳이 없습니다.</translation>
    </message>
    <message>
        <source>Leave “packages” out of one index: the rest comes from it.</source>
        <translation>인덱스 하나에서 “packages”를 빼세요. 나머지는 그곳에서 가져옵니다.</translation>
    </message>
    <message>
        <source>The apt source “%1” is taken unsigned: nothing proves who made its packages.</source>
        <translation>apt 소스 “%1”을(를) 서명 없이 사용합니다. 패키지를 누가 만들었는지 증명할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The key of “%1” is not there yet: %2.</source>
        <translation>“%1”의 키가 아직 없습니다: %2.</translation>
    </message>
    <message>
        <source>The apt source “%1” names no key.</source>
        <translation>apt 소스 “%1”에 키가 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>TensorRT is switched off.</source>
        <translation>TensorRT가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>The image has no TensorRT: engines do not load, and inference runs without its acceleration.</source>
        <translation>이미지에 TensorRT가 없습니다. 엔진이 로드되지 않고, 추론이 가속 없이 실행됩니다.</translation>
    </message>
    <message>
        <source>Switch TensorRT on</source>
        <translation>TensorRT 켜기</translation>
    </message>
    <message>
        <source>TensorRT is not required in the runtime image.</source>
        <translation>런타임 이미지에 TensorRT가 필수가 아닙니다.</translation>
    </message>
    <message>
        <source>It is there while building only: programs of the runtime image cannot load engines.</source>
        <translation>빌드할 때만 있습니다. 런타임 이미지의 프로그램은 엔진을 로드할 수 없습니다.</translation>
    </message>
    <message>
        <source>Require it in the runtime</source>
        <translation>런타임에 필수로 지정</translation>
    </message>
    <message>
        <source>No TensorRT goes with CUDA %1 by supported_versions and cuda_compatibility.</source>
        <translation>supported_versions와 cuda_compatibility로는 CUDA %1과(와) 맞는 TensorRT가 없습니다.</translation>
    </message>
    <message>
        <source>“auto” stands for TensorRT %1.</source>
        <translation>“auto”는 TensorRT %1을(를) 뜻합니다.</translation>
    </message>
    <message>
        <source>The newest supported one that CUDA %1 allows.</source>
        <translation>지원하는 것 가운데 CUDA %1에서 쓸 수 있는 가장 새로운 버전입니다.</translation>
    </message>
    <message>
        <source>TensorRT %1 is not one of supported_versions (%2).</source>
        <translation>TensorRT %1은(는) supported_versions(%2)에 없습니다.</translation>
    </message>
    <message>
        <source>Choose by itself (“auto”)</source>
        <translation>자동 선택(“auto”)</translation>
    </message>
    <message>
        <source>TensorRT %1 needs CUDA %2 by the preset&apos;s own mapping; the preset has %3.</source>
        <translation>프리셋 자체의 대응표로는 TensorRT %1에 CUDA %2이(가) 필요한데, 프리셋의 CUDA는 %3입니다.</translation>
    </message>
    <message>
        <source>Use TensorRT %1</source>
        <translation>TensorRT %1 사용</translation>
    </message>
    <message>
        <source>NVIDIA made no build of TensorRT %1 for CUDA %2 that is known (known: %3).</source>
        <translation>NVIDIA가 만든 CUDA %2용 TensorRT %1 빌드는 알려진 것이 없습니다(알려진 것: %3).</translation>
    </message>
    <message>
        <source>The preset&apos;s mapping allows TensorRT %1 with CUDA %2; NVIDIA&apos;s matrix lists %3.</source>
        <translation>프리셋의 대응표는 TensorRT %1과(와) CUDA %2을(를) 허용하지만, NVIDIA의 호환성 표에는 %3이(가) 적혀 있습니다.</translation>
    </message>
    <message>
        <source>A build for this CUDA major version exists; NVIDIA does not list the combination.</source>
        <translation>이 CUDA 메이저 버전용 빌드는 있지만, NVIDIA가 이 조합을 적어 두지는 않았습니다.</translation>
    </message>
    <message>
        <source>The package “tensorrt” runs pip against another index while it is installed, which fails without a network.</source>
        <translation>“tensorrt” 패키지는 설치하면서 다른 인덱스에 pip를 실행하므로 네트워크가 없으면 실패합니다.</translation>
    </message>
    <message>
        <source>Its real parts are separate packages; give the preset “tensorrt_source”: “debs”, “tar” or “wheels” instead.</source>
        <translation>실제 구성 요소는 별도 패키지입니다. 대신 프리셋에 “tensorrt_source”: “debs”, “tar” 또는 “wheels”를 지정하세요.</translation>
    </message>
    <message>
        <source>Take the requirement out</source>
        <translation>요구 사항에서 빼기</translation>
    </message>
    <message>
        <source>The wheels of TensorRT 8.6 bring CUDA 12 libraries; the preset has CUDA %1.</source>
        <translation>TensorRT 8.6의 휠은 CUDA 12 라이브러리를 가져오는데, 프리셋의 CUDA는 %1입니다.</translation>
    </message>
    <message>
        <source>Take the debs</source>
        <translation>deb 패키지 사용</translation>
    </message>
    <message>
        <source>“%1” is not pinned to one version: apt takes the newest, for any CUDA.</source>
        <translation>“%1”이(가) 한 버전으로 고정되어 있지 않습니다. apt는 CUDA와 상관없이 가장 새로운 것을 고릅니다.</translation>
    </message>
    <message>
        <source>Write it as name=version+cudaX.Y, the same for the whole set.</source>
        <translation>name=version+cudaX.Y 형식으로, 묶음 전체에 같게 적으세요.</translation>
    </message>
    <message>
        <source>TensorRT %1 has no packages for Ubuntu %2.</source>
        <translation>TensorRT %1에는 Ubuntu %2용 패키지가 없습니다.</translation>
    </message>
    <message>
        <source>Change TensorRT or Ubuntu.</source>
        <translation>TensorRT나 Ubuntu를 바꾸세요.</translation>
    </message>
    <message>
        <source>Nothing is known of PyTorch %1: its combinations are not checked.</source>
        <translation>PyTorch %1에 대해 알려진 바가 없어 조합을 검사하지 않습니다.</translation>
    </message>
    <message>
        <source>There is no build “%1” of PyTorch %2; there are: %3.</source>
        <translation>PyTorch %2에는 “%1” 빌드가 없습니다. 있는 것: %3.</translation>
    </message>
    <message>
        <source>PyTorch %1 without a build label is the one for CUDA %2; the preset has CUDA %3.</source>
        <translation>빌드 레이블이 없는 PyTorch %1은(는) CUDA %2용인데, 프리셋의 CUDA는 %3입니다.</translation>
    </message>
    <message>
        <source>Name the build, and pin PyTorch&apos;s packages to the index of that build.</source>
        <translation>빌드를 지정하고, PyTorch 패키지를 그 빌드의 인덱스에 고정하세요.</translation>
    </message>
    <message>
        <source>The PyTorch build “%1” is for CUDA %2; the preset has CUDA %3.</source>
        <translation>PyTorch 빌드 “%1”은(는) CUDA %2용인데, 프리셋의 CUDA는 %3입니다.</translation>
    </message>
    <message>
        <source>%1 %2 does not go with PyTorch %3; its pair is %4.</source>
        <translation>%1 %2은(는) PyTorch %3과(와) 맞지 않습니다. 짝은 %4입니다.</translation>
    </message>
    <message>
        <source>The first one that has it is PyTorch %1 %2.</source>
        <translation>이것이 있는 첫 버전은 PyTorch %1 %2입니다.</translation>
    </message>
    <message>
        <source>PyTorch %1 %2 has no code for %3 (compute capability %4); it has %5.</source>
        <translation>PyTorch %1 %2에는 %3용 코드가 없습니다(연산 능력 %4). 있는 것: %5.</translation>
    </message>
    <message>
        <source>Take the cu126 build (up to PyTorch 2.14) or an older PyTorch.</source>
        <translation>cu126 빌드(PyTorch 2.14까지)나 더 오래된 PyTorch를 쓰세요.</translation>
    </message>
    <message>
        <source>The wheels of PyTorch %1 %2 are tagged “%3”, which this index is not allowed to give.</source>
        <translation>PyTorch %1 %2의 휠에는 “%3” 태그가 붙어 있는데, 이 인덱스에서는 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Accept them from this index</source>
        <translation>이 인덱스에서 허용</translation>
    </message>
    <message>
        <source>No index is pinned for torch; the build “%1” is on PyTorch&apos;s own.</source>
        <translation>torch가 고정된 인덱스가 없습니다. “%1” 빌드는 PyTorch 자체 인덱스에 있습니다.</translation>
    </message>
    <message>
        <source>Add PyTorch&apos;s index</source>
        <translation>PyTorch의 인덱스 추가</translation>
    </message>
    <message>
        <source>PyTorch %1 was built for numpy 1; nothing keeps numpy below 2.</source>
        <translation>PyTorch %1은(는) numpy 1용으로 빌드되었는데, numpy를 2 미만으로 묶는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Add numpy&lt;2</source>
        <translation>numpy&lt;2 추가</translation>
    </message>
    <message>
        <source>PyTorch %1 leaves triton out on Python 3.12: torch.compile is not available.</source>
        <translation>PyTorch %1은(는) Python 3.12에서 triton을 뺍니다. torch.compile을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The wheels of PyTorch %1 %2 need glibc %3; %4 %5 has %6.</source>
        <translation>PyTorch %1 %2의 휠에는 glibc %3이(가) 필요한데, %4 %5에는 %6이(가) 있습니다.</translation>
    </message>
    <message>
        <source>Move to a newer release, such as Ubuntu 20.04 or later.</source>
        <translation>Ubuntu 20.04 이상처럼 더 새로운 릴리스로 옮기세요.</translation>
    </message>
    <message>
        <source>A line is continued, but there is no field before it.</source>
        <translation>이어지는 줄이 있는데 그 앞에 필드가 없습니다.</translation>
    </message>
    <message>
        <source>This line is not a field: a name and a colon are expected.</source>
        <translation>이 줄은 필드가 아닙니다. 이름과 쌍점이 와야 합니다.</translation>
    </message>
    <message>
        <source>This paragraph is too long.</source>
        <translation>이 단락이 너무 깁니다.</translation>
    </message>
    <message>
        <source>%1 is not a Debian package, or it is broken.</source>
        <translation>%1은(는) 데비안 패키지가 아니거나 깨졌습니다.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>%1 파일이 없습니다.</translation>
    </message>
    <message>
        <source>%1 unpacks to more than it may.</source>
        <translation>%1을(를) 풀면 허용 크기를 넘습니다.</translation>
    </message>
    <message>
        <source>%1 has a link where a file should be: %2</source>
        <translation>%1에서 파일이 있어야 할 자리에 링크가 있습니다: %2</translation>
    </message>
    <message>
        <source>%1 carries no repository.</source>
        <translation>%1에 저장소가 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Unpacking packages</source>
        <translation>패키지 푸는 중</translation>
    </message>
    <message>
        <source>%1 is not a package.</source>
        <translation>%1은(는) 패키지가 아닙니다.</translation>
    </message>
    <message>
        <source>A package is written as name, name:architecture, name=version or name/release; a local file as a path with a slash that ends in .deb.</source>
        <translation>패키지는 name, name:architecture, name=version, name/release로 적고, 로컬 파일은 빗금이 들어 있고 .deb로 끝나는 경로로 적습니다.</translation>
    </message>
    <message>
        <source>No package is asked for.</source>
        <translation>요청한 패키지가 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be a foreign architecture here.</source>
        <translation>%1은(는) 여기서 추가 아키텍처가 될 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no architecture.</source>
        <translation>%1은(는) 아키텍처가 아닙니다.</translation>
    </message>
    <message>
        <source>the base image&apos;s package list</source>
        <translation>베이스 이미지의 패키지 목록</translation>
    </message>
    <message>
        <source>The base image has %1 half installed; it does not count as installed.</source>
        <translation>베이스 이미지에 %1이(가) 설치되다 말았습니다. 설치된 것으로 치지 않습니다.</translation>
    </message>
    <message>
        <source>Choosing packages</source>
        <translation>패키지 고르는 중</translation>
    </message>
    <message>
        <source>A compressed file is broken or cut short.</source>
        <translation>압축 파일이 깨졌거나 잘렸습니다.</translation>
    </message>
    <message>
        <source>A file is larger than it may be.</source>
        <translation>파일이 허용 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>A compressed file unpacks to more than it may.</source>
        <translation>압축 파일을 풀면 허용 크기를 넘습니다.</translation>
    </message>
    <message>
        <source>%1 is in no source.</source>
        <translation>%1은(는) 어느 소스에도 없습니다.</translation>
    </message>
    <message>
        <source>The index entry of %1 cannot be read.</source>
        <translation>%1의 인덱스 항목을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The index has no usable SHA256 for %1.</source>
        <translation>인덱스에 %1의 쓸 만한 SHA256이 없습니다.</translation>
    </message>
    <message>
        <source>apt-config does not say where this machine&apos;s sources are.</source>
        <translation>apt-config가 이 컴퓨터의 소스 위치를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>This machine&apos;s apt has no source from which %1 could be had.</source>
        <translation>이 컴퓨터의 apt에는 %1을(를) 가져올 소스가 없습니다.</translation>
    </message>
    <message>
        <source>Write the source&apos;s URIs into the preset instead of taking this machine&apos;s.</source>
        <translation>이 컴퓨터의 것을 쓰는 대신 소스의 URI를 프리셋에 적으세요.</translation>
    </message>
    <message>
        <source>There is no way to fetch %1.</source>
        <translation>%1을(를) 가져올 방법이 없습니다.</translation>
    </message>
    <message>
        <source>This paragraph names no package, or one with a name that no package may have.</source>
        <translation>이 단락에 패키지 이름이 없거나, 패키지가 가질 수 없는 이름입니다.</translation>
    </message>
    <message>
        <source>%1 has no version, or one that cannot be.</source>
        <translation>%1에 버전이 없거나 있을 수 없는 버전입니다.</translation>
    </message>
    <message>
        <source>%1 has no architecture, or one that cannot be.</source>
        <translation>%1에 아키텍처가 없거나 있을 수 없는 아키텍처입니다.</translation>
    </message>
    <message>
        <source>%1 has a size that is no number.</source>
        <translation>%1의 크기가 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 has a dependency that cannot be read.</source>
        <translation>%1에 읽을 수 없는 의존 관계가 있습니다.</translation>
    </message>
    <message>
        <source>This index has too many packages.</source>
        <translation>이 인덱스에 패키지가 너무 많습니다.</translation>
    </message>
    <message>
        <source>%1 is larger than any package index may be.</source>
        <translation>%1이(가) 패키지 인덱스의 허용 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>A pin is &quot;version …&quot;, &quot;release …&quot; or &quot;origin …&quot;.</source>
        <translation>핀은 &quot;version …&quot;, &quot;release …&quot;, &quot;origin …&quot; 중 하나입니다.</translation>
    </message>
    <message>
        <source>This pin names no package (&quot;Package: *&quot; means all).</source>
        <translation>이 핀에 패키지 이름이 없습니다(&quot;Package: *&quot;는 모두를 뜻합니다).</translation>
    </message>
    <message>
        <source>The Pin-Priority is missing or is no whole number.</source>
        <translation>Pin-Priority가 없거나 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>This Release file has no SHA256 section; older hashes are not taken.</source>
        <translation>이 Release 파일에 SHA256 부분이 없습니다. 더 오래된 해시는 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Valid-Until is no date.</source>
        <translation>Valid-Until이 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>The SHA256 section cannot be read.</source>
        <translation>SHA256 부분을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 was valid until %2 only: the mirror is out of date, or somebody shows an old state.</source>
        <translation>%1은(는) %2까지만 유효했습니다. 미러가 오래되었거나 누군가 옛 상태를 보여 주고 있습니다.</translation>
    </message>
    <message>
        <source>Use another mirror, or set Check-Valid-Until: no for a source that is an archive on purpose.</source>
        <translation>다른 미러를 쓰거나, 일부러 보관해 둔 소스라면 Check-Valid-Until: no로 지정하세요.</translation>
    </message>
    <message>
        <source>%1 says that it is %2, not %3.</source>
        <translation>%1은(는) 자신이 %3이(가) 아니라 %2(이)라고 합니다.</translation>
    </message>
    <message>
        <source>its size and hash are not known, so it cannot be listed.</source>
        <translation>크기와 해시를 몰라 목록에 넣을 수 없음.</translation>
    </message>
    <message>
        <source>its control paragraph names no package and version.</source>
        <translation>control 단락에 패키지와 버전이 없음.</translation>
    </message>
    <message>
        <source>Reading packages</source>
        <translation>패키지 읽는 중</translation>
    </message>
    <message>
        <source>Reading package sources</source>
        <translation>패키지 소스 읽는 중</translation>
    </message>
    <message>
        <source>%1 has no Release file; it is taken as it is, because it is marked as trusted.</source>
        <translation>%1에 Release 파일이 없습니다. 신뢰하는 것으로 표시되어 있어 그대로 씁니다.</translation>
    </message>
    <message>
        <source>There is no repository at %1.</source>
        <translation>%1에 저장소가 없습니다.</translation>
    </message>
    <message>
        <source>Check the URI and the suite of the source.</source>
        <translation>소스의 URI와 suite를 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is not signed.</source>
        <translation>%1에 서명이 없습니다.</translation>
    </message>
    <message>
        <source>Mark the source as trusted only when you know where its files come from.</source>
        <translation>파일이 어디서 오는지 알 때만 소스를 신뢰하는 것으로 표시하세요.</translation>
    </message>
    <message>
        <source>%1 is taken unsigned, because it is marked as trusted.</source>
        <translation>%1은(는) 신뢰하는 것으로 표시되어 있어 서명 없이 씁니다.</translation>
    </message>
    <message>
        <source>%1 has no packages of component %2 for this architecture.</source>
        <translation>%1에 이 아키텍처용 %2 구성 요소의 패키지가 없습니다.</translation>
    </message>
    <message>
        <source>%1 is not the file that the repository&apos;s Release names.</source>
        <translation>%1은(는) 저장소의 Release에 적힌 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The mirror may be in the middle of an update: try again in some minutes.</source>
        <translation>미러가 갱신 중일 수 있습니다. 몇 분 뒤에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>%1 has no package index.</source>
        <translation>%1에 패키지 인덱스가 없습니다.</translation>
    </message>
    <message>
        <source>Check the URI, the suite and the components of the source.</source>
        <translation>소스의 URI, suite, 구성 요소를 확인하세요.</translation>
    </message>
    <message>
        <source>Reading package lists</source>
        <translation>패키지 목록 읽는 중</translation>
    </message>
    <message>
        <source>The signature of %1 is bad: the file was changed on its way.</source>
        <translation>%1의 서명이 잘못되었습니다. 오는 길에 파일이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>%1 is not signed by a key of this source.</source>
        <translation>%1은(는) 이 소스의 키로 서명되지 않았습니다.</translation>
    </message>
    <message>
        <source>Check the keyring that the source names with Signed-By, and its mirror.</source>
        <translation>소스의 Signed-By에 적힌 키링과 미러를 확인하세요.</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>임시 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The source of %1 names no keyring, so its signature cannot be checked.</source>
        <translation>%1의 소스에 키링이 지정되어 있지 않아 서명을 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Name the keyring with Signed-By, or mark the source as trusted.</source>
        <translation>Signed-By로 키링을 지정하거나, 소스를 신뢰하는 것으로 표시하세요.</translation>
    </message>
    <message>
        <source>A signed file is broken or cut short.</source>
        <translation>서명된 파일이 깨졌거나 잘렸습니다.</translation>
    </message>
    <message>
        <source>The key of a source is no valid key block.</source>
        <translation>소스의 키가 올바른 키 블록이 아닙니다.</translation>
    </message>
    <message>
        <source>no source has it</source>
        <translation>어느 소스에도 없음</translation>
    </message>
    <message>
        <source>there is %1</source>
        <translation>있는 것: %1</translation>
    </message>
    <message>
        <source>What you ask for is to be installed.</source>
        <translation>요청한 것을 설치해야 합니다.</translation>
    </message>
    <message>
        <source>No source has %1.</source>
        <translation>어느 소스에도 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be installed.</source>
        <translation>%1을(를) 설치할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 needs %2, which cannot be had: %3.</source>
        <translation>%1에는 %2이(가) 필요한데 구할 수 없습니다: %3.</translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>%1에는 %2이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>%1 conflicts with itself.</source>
        <translation>%1은(는) 자기 자신과 충돌합니다.</translation>
    </message>
    <message>
        <source>%1 conflicts with %2.</source>
        <translation>%1은(는) %2과(와) 충돌합니다.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot both be installed.</source>
        <translation>%1과(와) %2을(를) 함께 설치할 수 없습니다.</translation>
    </message>
    <message>
        <source>The base image has %1, which is not removed.</source>
        <translation>베이스 이미지에 %1이(가) 있고, 이것은 제거하지 않습니다.</translation>
    </message>
    <message>
        <source>No source has the package %1.</source>
        <translation>어느 소스에도 %1 패키지가 없습니다.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the sources and architectures are the right ones.</source>
        <translation>철자와, 소스와 아키텍처가 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is provided by several packages: %2.</source>
        <translation>%1은(는) 여러 패키지가 제공합니다: %2.</translation>
    </message>
    <message>
        <source>Ask for one of them by its own name.</source>
        <translation>그중 하나를 그 이름으로 요청하세요.</translation>
    </message>
    <message>
        <source>The architecture %1 of %2 is not one of the target&apos;s.</source>
        <translation>%2의 %1 아키텍처는 대상의 아키텍처가 아닙니다.</translation>
    </message>
    <message>
        <source>Add it to the foreign architectures.</source>
        <translation>추가 아키텍처에 넣으세요.</translation>
    </message>
    <message>
        <source>%1 has no version that may be installed.</source>
        <translation>%1에는 설치할 수 있는 버전이 없습니다.</translation>
    </message>
    <message>
        <source>Look at the pins and at the list of forbidden packages. There is: %1</source>
        <translation>핀과 금지 패키지 목록을 살펴보세요. 있는 것: %1</translation>
    </message>
    <message>
        <source>No release %1 has %2.</source>
        <translation>%2이(가) 있는 릴리스 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>No source has version %1 of %2.</source>
        <translation>어느 소스에도 %2의 버전 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is: %1</source>
        <translation>있는 것: %1</translation>
    </message>
    <message>
        <source>%1 is asked for and forbidden.</source>
        <translation>%1을(를) 요청하면서 금지했습니다.</translation>
    </message>
    <message>
        <source>%1 is asked for in two versions.</source>
        <translation>%1을(를) 두 가지 버전으로 요청했습니다.</translation>
    </message>
    <message>
        <source>It would work if these packages of the base image went: %1. Take another base image, or ask for less.</source>
        <translation>베이스 이미지의 이 패키지들을 빼면 됩니다: %1. 다른 베이스 이미지를 쓰거나 요청을 줄이세요.</translation>
    </message>
    <message>
        <source>It works with versions that are not the preferred ones: ask for %1 as well.</source>
        <translation>우선하지 않는 버전으로는 됩니다. 이것도 요청하세요: %1.</translation>
    </message>
    <message>
        <source>Ask for less, or add a source that has what is missing.</source>
        <translation>요청을 줄이거나, 없는 것이 있는 소스를 추가하세요.</translation>
    </message>
    <message>
        <source>These packages cannot be installed together.</source>
        <translation>이 패키지들은 함께 설치할 수 없습니다.</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>preferences</translation>
    </message>
    <message>
        <source>Signed-By names neither an absolute path nor a key: %1</source>
        <translation>Signed-By에 절대 경로도 키도 없습니다: %1</translation>
    </message>
    <message>
        <source>This source lacks a URI or a suite.</source>
        <translation>이 소스에 URI나 suite가 없습니다.</translation>
    </message>
    <message>
        <source>This source&apos;s URI is not http, https or file: %1</source>
        <translation>이 소스의 URI가 http, https, file이 아닙니다: %1</translation>
    </message>
    <message>
        <source>The suite %1 is a folder, so there can be no components.</source>
        <translation>suite %1은(는) 폴더이므로 구성 요소가 있을 수 없습니다.</translation>
    </message>
    <message>
        <source>The suite %1 needs components.</source>
        <translation>suite %1에는 구성 요소가 필요합니다.</translation>
    </message>
    <message>
        <source>A flat repository is written as a folder, with a slash at its end.</source>
        <translation>평면 저장소는 끝에 빗금을 붙인 폴더로 적습니다.</translation>
    </message>
    <message>
        <source>A suite must not contain &quot;..&quot;.</source>
        <translation>suite에는 &quot;..&quot;이 들어갈 수 없습니다.</translation>
    </message>
    <message>
        <source>This is no architecture: %1</source>
        <translation>이것은 아키텍처가 아닙니다: %1</translation>
    </message>
    <message>
        <source>This source has no Types field.</source>
        <translation>이 소스에 Types 필드가 없습니다.</translation>
    </message>
    <message>
        <source>This line begins neither with &quot;deb&quot; nor with &quot;deb-src&quot;.</source>
        <translation>이 줄은 &quot;deb&quot;로도 &quot;deb-src&quot;로도 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>The options in brackets do not end.</source>
        <translation>대괄호 안의 옵션이 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>An option is written as name=value.</source>
        <translation>옵션은 name=value로 적습니다.</translation>
    </message>
    <message>
        <source>“%1” has no bytes from %2 on.</source>
        <translation>“%1”에는 %2부터의 바이트가 없습니다.</translation>
    </message>
    <message>
        <source>Check the connection, the proxy and the mirrors in the settings, then try again.</source>
        <translation>연결, 프록시, 설정의 미러를 확인한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>No address is known for “%1”.</source>
        <translation>“%1”의 주소를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” does not accept connections.</source>
        <translation>“%1”이(가) 연결을 받지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” closed the connection before the answer was whole.</source>
        <translation>답이 다 오기 전에 “%1”이(가) 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>Try again: what has arrived is kept.</source>
        <translation>다시 시도하세요. 이미 받은 것은 남아 있습니다.</translation>
    </message>
    <message>
        <source>“%1” did not answer in time.</source>
        <translation>“%1”이(가) 제때 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not trusted.</source>
        <translation>“%1”의 인증서를 신뢰할 수 없습니다.</translation>
    </message>
    <message>
        <source>If your site has its own authority, add its PEM file in the settings.</source>
        <translation>자체 인증 기관을 쓰는 곳이라면 설정에 그 PEM 파일을 추가하세요.</translation>
    </message>
    <message>
        <source>The proxy on the way to “%1” does not answer.</source>
        <translation>“%1”(으)로 가는 프록시가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The proxy on the way to “%1” wants a user and a password.</source>
        <translation>“%1”(으)로 가는 프록시가 사용자와 암호를 요구합니다.</translation>
    </message>
    <message>
        <source>Put them into the proxy setting.</source>
        <translation>프록시 설정에 넣으세요.</translation>
    </message>
    <message>
        <source>The answer of “%1” is broken.</source>
        <translation>“%1”의 응답이 깨졌습니다.</translation>
    </message>
    <message>
        <source>Try again; if it stays, a proxy or mirror on the way may be at fault.</source>
        <translation>다시 시도하세요. 계속되면 중간의 프록시나 미러에 문제가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>“%1” sent nothing for %2 seconds.</source>
        <translation>“%1”이(가) %2초 동안 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>“%1” wants a user and a password.</source>
        <translation>“%1”이(가) 사용자와 암호를 요구합니다.</translation>
    </message>
    <message>
        <source>Add them in the settings or in ~/.netrc.</source>
        <translation>설정이나 ~/.netrc에 추가하세요.</translation>
    </message>
    <message>
        <source>“%1” does not let you have “%2”.</source>
        <translation>“%1”이(가) “%2”을(를) 내주지 않습니다.</translation>
    </message>
    <message>
        <source>Check that the address is right and that your account may read it.</source>
        <translation>주소가 맞는지, 계정에 읽기 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>“%1” does not have “%2”.</source>
        <translation>“%1”에 “%2”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Check the address; locking again finds files that were moved.</source>
        <translation>주소를 확인하세요. 다시 잠그면 옮겨진 파일을 찾습니다.</translation>
    </message>
    <message>
        <source>“%1” has a fault of its own (HTTP %2).</source>
        <translation>“%1” 자체에 문제가 있습니다(HTTP %2).</translation>
    </message>
    <message>
        <source>Try again later, or set a mirror.</source>
        <translation>나중에 다시 시도하거나 미러를 지정하세요.</translation>
    </message>
    <message>
        <source>“%1” refused the request (HTTP %2).</source>
        <translation>“%1”이(가) 요청을 거부했습니다(HTTP %2).</translation>
    </message>
    <message>
        <source>It asks to wait %1 seconds; try again after that.</source>
        <translation>%1초 기다려 달라고 합니다. 그 뒤에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>“%1” is too busy to answer (HTTP %2).</source>
        <translation>“%1”이(가) 너무 바빠 응답하지 못합니다(HTTP %2).</translation>
    </message>
    <message>
        <source>The answer of “%1” is larger than the %2 bytes allowed for it.</source>
        <translation>“%1”의 응답이 허용하는 %2바이트보다 큽니다.</translation>
    </message>
    <message>
        <source>Check that the address is that of an index and not of a file.</source>
        <translation>주소가 파일이 아니라 인덱스의 주소인지 확인하세요.</translation>
    </message>
    <message>
        <source>“%1” sends headers without end.</source>
        <translation>“%1”이(가) 헤더를 끝없이 보냅니다.</translation>
    </message>
    <message>
        <source>Check the address; a proxy or mirror on the way may be at fault.</source>
        <translation>주소를 확인하세요. 중간의 프록시나 미러에 문제가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>“%1” stopped after %2 of %3 bytes.</source>
        <translation>“%1”이(가) %3바이트 중 %2바이트에서 멈췄습니다.</translation>
    </message>
    <message>
        <source>“%1” is not asked: Dosirak is offline, and the answer is not kept here.</source>
        <translation>“%1”에 묻지 않습니다. Dosirak이 오프라인이고, 답이 여기 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>Turn offline mode off in the settings, or use a bundle.</source>
        <translation>설정에서 오프라인 모드를 끄거나 번들을 쓰세요.</translation>
    </message>
    <message>
        <source>Addresses that begin with “%1:” cannot be fetched.</source>
        <translation>“%1:”(으)로 시작하는 주소는 받아 올 수 없습니다.</translation>
    </message>
    <message>
        <source>Use https, http or file.</source>
        <translation>https, http, file 중 하나를 쓰세요.</translation>
    </message>
    <message>
        <source>“%1” sends us on to an address that is not followed (%2).</source>
        <translation>“%1”이(가) 따라가지 않는 주소로 보냅니다(%2).</translation>
    </message>
    <message>
        <source>Only http and https are followed, and never from https back to http.</source>
        <translation>http와 https만 따라가며, https에서 http로는 되돌아가지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” sends us round in circles.</source>
        <translation>“%1”이(가) 주소를 빙빙 돌립니다.</translation>
    </message>
    <message>
        <source>Check the address and the mirrors in the settings.</source>
        <translation>주소와 설정의 미러를 확인하세요.</translation>
    </message>
    <message>
        <source>“%1” holds no certificates that can be read.</source>
        <translation>“%1”에 읽을 수 있는 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>Correct the list of authorities in the settings (or SSL_CERT_FILE, REQUESTS_CA_BUNDLE, PIP_CERT).</source>
        <translation>설정(또는 SSL_CERT_FILE, REQUESTS_CA_BUNDLE, PIP_CERT)의 인증 기관 목록을 고치세요.</translation>
    </message>
    <message>
        <source>Download “%1” from %2.</source>
        <translation>%2에서 “%1”을(를) 내려받으세요.</translation>
    </message>
    <message>
        <source>This is %1 %2, and the lock needs %3.</source>
        <translation>이것은 %1 %2인데, 잠금에는 %3이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>The name of this %1 file does not say for which CUDA it was built.</source>
        <translation>이 %1 파일의 이름만으로는 어느 CUDA용으로 빌드되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Give it back the name it was downloaded with.</source>
        <translation>내려받았을 때의 이름으로 되돌리세요.</translation>
    </message>
    <message>
        <source>This %1 is built for CUDA %2, and the lock needs the build for CUDA %3.</source>
        <translation>이 %1은(는) CUDA %2용으로 빌드되었는데, 잠금에는 CUDA %3용 빌드가 필요합니다.</translation>
    </message>
    <message>
        <source>This %1 is right but comes in another form than the lock needs.</source>
        <translation>이 %1은(는) 맞지만 잠금에 필요한 형태가 아닙니다.</translation>
    </message>
    <message>
        <source>This %1 is for %2, and the lock needs it for %3.</source>
        <translation>이 %1은(는) %2용인데, 잠금에는 %3용이 필요합니다.</translation>
    </message>
    <message>
        <source>This is %1 %2, as the lock needs it.</source>
        <translation>잠금에 필요한 %1 %2입니다.</translation>
    </message>
    <message>
        <source>“%1” is a web page and not the file: the login was not passed.</source>
        <translation>“%1”은(는) 파일이 아니라 웹 페이지입니다. 로그인을 통과하지 못했습니다.</translation>
    </message>
    <message>
        <source>Log in with a browser and download it again.</source>
        <translation>브라우저로 로그인해서 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>검사 중</translation>
    </message>
    <message>
        <source>“%1” is not a file that any lock waits for.</source>
        <translation>“%1”은(는) 어느 잠금도 기다리지 않는 파일입니다.</translation>
    </message>
    <message>
        <source>Compare its name with those in the list.</source>
        <translation>목록의 이름과 비교해 보세요.</translation>
    </message>
    <message>
        <source>Download it again: %1</source>
        <translation>다시 내려받으세요: %1</translation>
    </message>
    <message>
        <source>The file is truncated: it has %1 of %2 bytes.</source>
        <translation>파일이 잘렸습니다. %2바이트 중 %1바이트만 있습니다.</translation>
    </message>
    <message>
        <source>The file is truncated or damaged: its archive does not come to an end.</source>
        <translation>파일이 잘렸거나 손상되었습니다. 아카이브가 끝까지 이어지지 않습니다.</translation>
    </message>
    <message>
        <source>It failed before the restart.</source>
        <translation>다시 시작하기 전에 실패했습니다.</translation>
    </message>
    <message>
        <source>Retry it to see why.</source>
        <translation>이유를 보려면 다시 시도하세요.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Dosirak.</source>
        <translation>“%1”은(는) 더 새로운 Dosirak이 썼습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a download queue.</source>
        <translation>“%1”은(는) 다운로드 대기열이 아닙니다.</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>내려받는 중</translation>
    </message>
    <message>
        <source>“%1” is not a SHA-256.</source>
        <translation>“%1”은(는) SHA-256이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not the file that is wanted: its SHA-256 differs.</source>
        <translation>“%1”은(는) 원하는 파일이 아닙니다. SHA-256이 다릅니다.</translation>
    </message>
    <message>
        <source>Download it again from its page.</source>
        <translation>받은 페이지에서 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>A file of the store is damaged (%1).</source>
        <translation>보관소의 파일이 손상되었습니다(%1).</translation>
    </message>
    <message>
        <source>It is set aside; the next sync downloads it anew. Check the disk.</source>
        <translation>따로 치워 두었습니다. 다음 동기화에서 새로 받습니다. 디스크를 점검하세요.</translation>
    </message>
    <message>
        <source>The files still need %1, and the disk of “%2” has %3 left.</source>
        <translation>파일에 아직 %1이(가) 필요한데, “%2”의 디스크에는 %3이(가) 남아 있습니다.</translation>
    </message>
    <message>
        <source>Free some space, or move the store to another disk; then go on: nothing is lost.</source>
        <translation>공간을 비우거나 보관소를 다른 디스크로 옮긴 뒤 계속하세요. 아무것도 잃지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” sent another part of the file than was asked for.</source>
        <translation>“%1”이(가) 요청한 것과 다른 부분을 보냈습니다.</translation>
    </message>
    <message>
        <source>Try another mirror.</source>
        <translation>다른 미러를 써 보세요.</translation>
    </message>
    <message>
        <source>“%1” has a shorter file than the one begun here.</source>
        <translation>“%1”의 파일이 여기서 받기 시작한 것보다 짧습니다.</translation>
    </message>
    <message>
        <source>Lock again if the file was replaced.</source>
        <translation>파일이 교체되었다면 다시 잠그세요.</translation>
    </message>
    <message>
        <source>“%1” packs the file on the way (%2), so that it is not the one that was locked.</source>
        <translation>“%1”이(가) 파일을 보내면서 압축하므로(%2) 잠근 파일과 달라집니다.</translation>
    </message>
    <message>
        <source>A proxy or mirror does this; use another, or have it switched off.</source>
        <translation>프록시나 미러가 그렇게 합니다. 다른 것을 쓰거나 그 기능을 끄게 하세요.</translation>
    </message>
    <message>
        <source>What came was a login page of “%1” and not the file.</source>
        <translation>파일이 아니라 “%1”의 로그인 페이지가 왔습니다.</translation>
    </message>
    <message>
        <source>Log in there with a browser, download the file and drop it into the inbox, or set credentials for that host.</source>
        <translation>브라우저로 로그인해서 파일을 내려받아 받은 파일함에 넣거나, 그 호스트의 인증 정보를 설정하세요.</translation>
    </message>
    <message>
        <source>“%1” has %2 bytes there; %3 were expected.</source>
        <translation>“%1”에는 %2바이트가 있는데, %3바이트를 기대했습니다.</translation>
    </message>
    <message>
        <source>Lock again if the file was replaced; else use another mirror.</source>
        <translation>파일이 교체되었다면 다시 잠그고, 아니면 다른 미러를 쓰세요.</translation>
    </message>
    <message>
        <source>What came was a page of “%1” and not the file.</source>
        <translation>파일이 아니라 “%1”의 페이지가 왔습니다.</translation>
    </message>
    <message>
        <source>A login or a proxy may be in the way: open the address in a browser.</source>
        <translation>로그인이나 프록시가 막고 있을 수 있습니다. 브라우저로 주소를 열어 보세요.</translation>
    </message>
    <message>
        <source>“%1” sends more than the %2 bytes expected.</source>
        <translation>“%1”이(가) 기대한 %2바이트보다 많이 보냅니다.</translation>
    </message>
    <message>
        <source>The file from “%1” is not the one that was locked: its SHA-256 differs.</source>
        <translation>“%1”에서 온 파일이 잠근 것이 아닙니다. SHA-256이 다릅니다.</translation>
    </message>
    <message>
        <source>Do not use it. Try another mirror; lock again only if you know why it was replaced.</source>
        <translation>사용하지 마세요. 다른 미러를 써 보고, 왜 교체되었는지 알 때만 다시 잠그세요.</translation>
    </message>
    <message>
        <source>“%1” has %2 bytes; %3 were expected.</source>
        <translation>“%1”은(는) %2바이트인데, %3바이트를 기대했습니다.</translation>
    </message>
    <message>
        <source>Copy the file again, or lock again if it was replaced.</source>
        <translation>파일을 다시 복사하거나, 교체되었다면 다시 잠그세요.</translation>
    </message>
    <message>
        <source>“%1” is not a tar archive that can be read.</source>
        <translation>“%1”은(는) 읽을 수 있는 tar 아카이브가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a Debian package that can be read.</source>
        <translation>“%1”은(는) 읽을 수 있는 데비안 패키지가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is no file of TensorRT or cuDNN.</source>
        <translation>“%1”은(는) TensorRT나 cuDNN 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>거기에 없습니다.</translation>
    </message>
    <message>
        <source>It has %1 bytes and should have %2.</source>
        <translation>%1바이트인데 %2바이트여야 합니다.</translation>
    </message>
    <message>
        <source>Its content has changed: the SHA-256 differs.</source>
        <translation>내용이 바뀌었습니다. SHA-256이 다릅니다.</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>검증 중</translation>
    </message>
    <message>
        <source>This archive holds no container image.</source>
        <translation>이 아카이브에는 컨테이너 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Give a file that “docker save” or “podman save” wrote, or an OCI layout as a tar.</source>
        <translation>“docker save”나 “podman save”가 쓴 파일, 또는 tar로 묶은 OCI 레이아웃을 지정하세요.</translation>
    </message>
    <message>
        <source>The image archive is not whole: the layer “%1” is missing.</source>
        <translation>이미지 아카이브가 온전하지 않습니다. 레이어 “%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The image archive is not whole: “%1” is missing.</source>
        <translation>이미지 아카이브가 온전하지 않습니다. “%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>A layer of the image archive is damaged.</source>
        <translation>이미지 아카이브의 레이어가 손상되었습니다.</translation>
    </message>
    <message>
        <source>Make or copy the archive again.</source>
        <translation>아카이브를 다시 만들거나 복사하세요.</translation>
    </message>
    <message>
        <source>The image “%1” is not in the archive.</source>
        <translation>아카이브에 “%1” 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Its images have no names: say under which name to take it.</source>
        <translation>이미지에 이름이 없습니다. 어떤 이름으로 가져올지 지정하세요.</translation>
    </message>
    <message>
        <source>It holds: %1.</source>
        <translation>들어 있는 것: %1.</translation>
    </message>
    <message>
        <source>The image in this archive has no name: say under which name to take it.</source>
        <translation>이 아카이브의 이미지에는 이름이 없습니다. 어떤 이름으로 가져올지 지정하세요.</translation>
    </message>
    <message>
        <source>Reading the image</source>
        <translation>이미지 읽는 중</translation>
    </message>
    <message>
        <source>A part of the image is damaged: its content does not match its digest.</source>
        <translation>이미지의 일부가 손상되었습니다. 내용이 다이제스트와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Get the image again.</source>
        <translation>이미지를 다시 받으세요.</translation>
    </message>
    <message>
        <source>“%1” is not a suite, variant or package name.</source>
        <translation>“%1”은(는) suite, variant, 패키지 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>Correct the preset&apos;s bootstrap block.</source>
        <translation>프리셋의 bootstrap 블록을 고치세요.</translation>
    </message>
    <message>
        <source>There is no package source to make the base image “%1” from.</source>
        <translation>“%1” 베이스 이미지를 만들 패키지 소스가 없습니다.</translation>
    </message>
    <message>
        <source>Name an apt source in the preset, or use this machine&apos;s own.</source>
        <translation>프리셋에 apt 소스를 지정하거나, 이 컴퓨터의 것을 쓰세요.</translation>
    </message>
    <message>
        <source>There is no space left to make the base image “%1”.</source>
        <translation>“%1” 베이스 이미지를 만들 공간이 없습니다.</translation>
    </message>
    <message>
        <source>Free some space in the temporary folder and in the workspace.</source>
        <translation>임시 폴더와 작업 폴더의 공간을 비우세요.</translation>
    </message>
    <message>
        <source>The packages of the base image “%1” could not be fetched.</source>
        <translation>“%1” 베이스 이미지의 패키지를 받아 올 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the preset&apos;s apt sources and the network, then try again.</source>
        <translation>프리셋의 apt 소스와 네트워크를 확인한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The package source of the base image “%1” is not signed by a known key.</source>
        <translation>“%1” 베이스 이미지의 패키지 소스가 알려진 키로 서명되지 않았습니다.</translation>
    </message>
    <message>
        <source>Name the keyring of that distribution in the preset (signed_by).</source>
        <translation>프리셋에 그 배포판의 키링을 지정하세요(signed_by).</translation>
    </message>
    <message>
        <source>mmdebstrap could not make the base image “%1”.</source>
        <translation>mmdebstrap이 “%1” 베이스 이미지를 만들지 못했습니다.</translation>
    </message>
    <message>
        <source>Making the base image</source>
        <translation>베이스 이미지 만드는 중</translation>
    </message>
    <message>
        <source>The engine has no space left.</source>
        <translation>엔진에 남은 공간이 없습니다.</translation>
    </message>
    <message>
        <source>Free some with “%1 system prune”, or give its data folder more room.</source>
        <translation>“%1 system prune”으로 공간을 비우거나, 데이터 폴더의 공간을 늘리세요.</translation>
    </message>
    <message>
        <source>“%1 %2” failed.</source>
        <translation>“%1 %2” 실행에 실패했습니다.</translation>
    </message>
    <message>
        <source>See the details for the engine&apos;s own words; “dosirak doctor” shows what is wrong with an engine.</source>
        <translation>엔진이 한 말은 자세한 내용을 보세요. “dosirak doctor”는 엔진의 문제를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The engine has no image “%1”.</source>
        <translation>엔진에 “%1” 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Load it first (docker load), or bundle it with the preset.</source>
        <translation>먼저 불러오거나(docker load) 프리셋과 함께 번들에 넣으세요.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer about an image is not understood.</source>
        <translation>이미지에 대한 엔진의 답을 알아볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Loading the image into the engine</source>
        <translation>엔진에 이미지 불러오는 중</translation>
    </message>
    <message>
        <source>The engine holds another image than the one it was given as “%1”.</source>
        <translation>엔진에 “%1”(으)로 넘긴 것과 다른 이미지가 있습니다.</translation>
    </message>
    <message>
        <source>Reading the image from the engine</source>
        <translation>엔진에서 이미지 읽는 중</translation>
    </message>
    <message>
        <source>The compressed data is damaged.</source>
        <translation>압축된 데이터가 손상되었습니다.</translation>
    </message>
    <message>
        <source>The compressed data ends in the middle.</source>
        <translation>압축된 데이터가 중간에서 끝납니다.</translation>
    </message>
    <message>
        <source>The image “%1” has no Debian packages.</source>
        <translation>“%1” 이미지에 데비안 패키지가 없습니다.</translation>
    </message>
    <message>
        <source>Choose a base image of Debian or Ubuntu.</source>
        <translation>데비안이나 우분투의 베이스 이미지를 고르세요.</translation>
    </message>
    <message>
        <source>The image&apos;s list of packages is larger than 64 MiB.</source>
        <translation>이미지의 패키지 목록이 64 MiB보다 큽니다.</translation>
    </message>
    <message>
        <source>The image “%1” is not whole: %2 is missing.</source>
        <translation>“%1” 이미지가 온전하지 않습니다. %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Run sync again.</source>
        <translation>다시 동기화하세요.</translation>
    </message>
    <message>
        <source>“%1” became shorter while it was read.</source>
        <translation>“%1”을(를) 읽는 동안 길이가 줄었습니다.</translation>
    </message>
    <message>
        <source>“%1” is not an OCI image layout: it has no file “oci-layout”.</source>
        <translation>“%1”은(는) OCI 이미지 레이아웃이 아닙니다. “oci-layout” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is an OCI image layout of version %2; this program knows 1.x.</source>
        <translation>“%1”은(는) 버전 %2의 OCI 이미지 레이아웃입니다. 이 프로그램은 1.x를 압니다.</translation>
    </message>
    <message>
        <source>“%1/index.json” is not an OCI image index.</source>
        <translation>“%1/index.json”은 OCI 이미지 인덱스가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not an OCI image index.</source>
        <translation>“%1”은(는) OCI 이미지 인덱스가 아닙니다.</translation>
    </message>
    <message>
        <source>The image “%1” is not in “%2”.</source>
        <translation>“%2”에 “%1” 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>It holds no image yet: run sync first.</source>
        <translation>아직 이미지가 없습니다. 먼저 동기화하세요.</translation>
    </message>
    <message>
        <source>“%1” is damaged: its content does not match its name.</source>
        <translation>“%1”이(가) 손상되었습니다. 내용이 이름과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Run sync again: what is damaged is fetched anew.</source>
        <translation>다시 동기화하세요. 손상된 것은 새로 받습니다.</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>이미지 복사 중</translation>
    </message>
    <message>
        <source>The image “%1” names %2 layers and has %3.</source>
        <translation>“%1” 이미지에 레이어 %2개가 적혀 있는데 %3개가 있습니다.</translation>
    </message>
    <message>
        <source>A layer of the image “%1” is not the one its configuration names.</source>
        <translation>“%1” 이미지의 레이어가 구성에 적힌 것과 다릅니다.</translation>
    </message>
    <message>
        <source>Checking images</source>
        <translation>이미지 검사 중</translation>
    </message>
    <message>
        <source>“%1” is not a SHA-256 digest.</source>
        <translation>“%1”은(는) SHA-256 다이제스트가 아닙니다.</translation>
    </message>
    <message>
        <source>image configuration</source>
        <translation>이미지 구성</translation>
    </message>
    <message>
        <source>The image configuration is not a JSON object.</source>
        <translation>이미지 구성이 JSON 객체가 아닙니다.</translation>
    </message>
    <message>
        <source>The image index or manifest has an entry that is not a descriptor.</source>
        <translation>이미지 인덱스나 매니페스트에 디스크립터가 아닌 항목이 있습니다.</translation>
    </message>
    <message>
        <source>The image index or manifest has an entry with a negative size.</source>
        <translation>이미지 인덱스나 매니페스트에 크기가 음수인 항목이 있습니다.</translation>
    </message>
    <message>
        <source>image manifest</source>
        <translation>이미지 매니페스트</translation>
    </message>
    <message>
        <source>This image manifest has no configuration and layers.</source>
        <translation>이 이미지 매니페스트에 구성과 레이어가 없습니다.</translation>
    </message>
    <message>
        <source>Images in the old schema 1, and indexes of several platforms, must be converted or chosen from first.</source>
        <translation>옛 schema 1 이미지와 여러 플랫폼의 인덱스는 먼저 변환하거나 하나를 골라야 합니다.</translation>
    </message>
    <message>
        <source>Write it as registry/name:tag, for example nvidia/cuda:12.4.1-runtime-ubuntu22.04.</source>
        <translation>registry/name:tag 형식으로 적으세요. 예: nvidia/cuda:12.4.1-runtime-ubuntu22.04.</translation>
    </message>
    <message>
        <source>The registry “%1” does not give out “%2” without a login.</source>
        <translation>레지스트리 “%1”은(는) 로그인 없이 “%2”을(를) 내주지 않습니다.</translation>
    </message>
    <message>
        <source>Run “docker login %1”, or check that the name is right.</source>
        <translation>“docker login %1”을(를) 실행하거나 이름이 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>The registry&apos;s answer for “%1” is not an image index.</source>
        <translation>“%1”에 대한 레지스트리의 답이 이미지 인덱스가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not there for %2.</source>
        <translation>%2용 “%1”은(는) 없습니다.</translation>
    </message>
    <message>
        <source>It is there for: %1.</source>
        <translation>있는 플랫폼: %1.</translation>
    </message>
    <message>
        <source>answer of the registry</source>
        <translation>레지스트리의 응답</translation>
    </message>
    <message>
        <source>The registry “%1” has no image “%2:%3”.</source>
        <translation>레지스트리 “%1”에 “%2:%3” 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Check the name and the tag in the preset.</source>
        <translation>프리셋의 이름과 태그를 확인하세요.</translation>
    </message>
    <message>
        <source>The registry gave another content than “%1” stands for.</source>
        <translation>레지스트리가 “%1”이(가) 뜻하는 것과 다른 내용을 주었습니다.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell the registry&apos;s owner.</source>
        <translation>다시 시도하세요. 계속되면 레지스트리 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>The registry&apos;s index of “%1” leads in circles.</source>
        <translation>레지스트리의 “%1” 인덱스가 빙빙 돕니다.</translation>
    </message>
    <message>
        <source>The registry asked for a new token.</source>
        <translation>레지스트리가 새 토큰을 요구했습니다.</translation>
    </message>
    <message>
        <source>The registry “%1” answered %2 for a layer.</source>
        <translation>레지스트리 “%1”이(가) 레이어에 %2(으)로 답했습니다.</translation>
    </message>
    <message>
        <source>The registry “%1” broke a layer off.</source>
        <translation>레지스트리 “%1”이(가) 레이어를 보내다가 끊었습니다.</translation>
    </message>
    <message>
        <source>A layer from “%1” does not match its digest.</source>
        <translation>“%1”의 레이어가 다이제스트와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Try again; something between here and the registry changes bytes.</source>
        <translation>다시 시도하세요. 여기와 레지스트리 사이의 무언가가 바이트를 바꿉니다.</translation>
    </message>
    <message>
        <source>Fetching the image</source>
        <translation>이미지 받는 중</translation>
    </message>
    <message>
        <source>Docker&apos;s configuration names a credential helper that cannot be.</source>
        <translation>Docker 설정에 있을 수 없는 인증 도우미가 적혀 있습니다.</translation>
    </message>
    <message>
        <source>The credential helper “%1” failed.</source>
        <translation>인증 도우미 “%1”이(가) 실패했습니다.</translation>
    </message>
    <message>
        <source>Run docker login again.</source>
        <translation>docker login을 다시 실행하세요.</translation>
    </message>
    <message>
        <source>This is not a readable tar archive.</source>
        <translation>읽을 수 있는 tar 아카이브가 아닙니다.</translation>
    </message>
    <message>
        <source>The tar archive ends in the middle.</source>
        <translation>tar 아카이브가 중간에서 끝납니다.</translation>
    </message>
    <message>
        <source>It was cut while it was written or copied: make or copy it again.</source>
        <translation>쓰거나 복사하는 도중에 잘렸습니다. 다시 만들거나 복사하세요.</translation>
    </message>
    <message>
        <source>“%1” is not there (HTTP %2).</source>
        <translation>“%1”이(가) 없습니다(HTTP %2).</translation>
    </message>
    <message>
        <source>An object was expected here.</source>
        <translation>여기에는 객체가 와야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>“%1”이(가) 빠져 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is not text.</source>
        <translation>“%1”이(가) 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”이(가) 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a list.</source>
        <translation>“%1”이(가) 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” holds something that is not text.</source>
        <translation>“%1”에 텍스트가 아닌 것이 있습니다.</translation>
    </message>
    <message>
        <source>Make the lock anew with “dosirak lock”.</source>
        <translation>“dosirak lock”으로 잠금을 새로 만드세요.</translation>
    </message>
    <message>
        <source>The SHA-256 of “%1” is missing or malformed.</source>
        <translation>“%1”의 SHA-256이 없거나 형식이 잘못되었습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a kind of artifact.</source>
        <translation>“%1”은(는) 아티팩트의 종류가 아닙니다.</translation>
    </message>
    <message>
        <source>This is not a lock of Dosirak.</source>
        <translation>Dosirak의 잠금이 아닙니다.</translation>
    </message>
    <message>
        <source>This lock has version %1; this program reads up to %2.</source>
        <translation>이 잠금의 버전은 %1입니다. 이 프로그램은 %2까지 읽습니다.</translation>
    </message>
    <message>
        <source>The lock has no list of artifacts.</source>
        <translation>잠금에 아티팩트 목록이 없습니다.</translation>
    </message>
    <message>
        <source>Wheels</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Debs of the builder</source>
        <translation>빌더의 deb 패키지</translation>
    </message>
    <message>
        <source>Debs of the runtime</source>
        <translation>런타임의 deb 패키지</translation>
    </message>
    <message>
        <source>No wheels are made for the architecture “%1”.</source>
        <translation>“%1” 아키텍처용 휠은 만들어지지 않습니다.</translation>
    </message>
    <message>
        <source>The glibc of %1 %2 is not known.</source>
        <translation>%1 %2의 glibc를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Import newer facts, or choose another release.</source>
        <translation>더 새로운 호환성 자료를 가져오거나 다른 릴리스를 고르세요.</translation>
    </message>
    <message>
        <source>The preset names no Python version.</source>
        <translation>프리셋에 Python 버전이 없습니다.</translation>
    </message>
    <message>
        <source>A preset is a JSON object.</source>
        <translation>프리셋은 JSON 객체입니다.</translation>
    </message>
    <message>
        <source>The whole document cannot be set.</source>
        <translation>문서 전체를 설정할 수는 없습니다.</translation>
    </message>
    <message>
        <source>A list with that many elements was expected here.</source>
        <translation>여기에는 그만큼의 항목이 있는 목록이 와야 합니다.</translation>
    </message>
    <message>
        <source>The whole document cannot be removed.</source>
        <translation>문서 전체를 지울 수는 없습니다.</translation>
    </message>
    <message>
        <source>A JSON patch is a list of operations.</source>
        <translation>JSON 패치는 작업의 목록입니다.</translation>
    </message>
    <message>
        <source>An operation of a JSON patch lacks its value.</source>
        <translation>JSON 패치의 작업에 값이 없습니다.</translation>
    </message>
    <message>
        <source>The preset is not what this change was made for.</source>
        <translation>이 변경이 만들어진 프리셋이 아닙니다.</translation>
    </message>
    <message>
        <source>A list index was expected here.</source>
        <translation>여기에는 목록의 색인이 와야 합니다.</translation>
    </message>
    <message>
        <source>The operation “%1” of a JSON patch is not supported.</source>
        <translation>JSON 패치의 작업 “%1”은(는) 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” is no JSON pointer.</source>
        <translation>“%1”은(는) JSON 포인터가 아닙니다.</translation>
    </message>
    <message>
        <source>A preset-name was expected.</source>
        <translation>프리셋 이름이 와야 합니다.</translation>
    </message>
    <message>
        <source>The preset is malformed: %1</source>
        <translation>프리셋의 형식이 잘못되었습니다: %1</translation>
    </message>
    <message>
        <source>“dosirak schema” prints what may stand there.</source>
        <translation>“dosirak schema”가 무엇을 적을 수 있는지 출력합니다.</translation>
    </message>
    <message>
        <source>This preset was made for a newer Dosirak (schema %1; this one reads up to %2).</source>
        <translation>이 프리셋은 더 새로운 Dosirak용입니다(스키마 %1. 이 프로그램은 %2까지 읽습니다).</translation>
    </message>
    <message>
        <source>The preset “%1” extends itself: %2.</source>
        <translation>프리셋 “%1”이(가) 자기 자신을 확장합니다: %2.</translation>
    </message>
    <message>
        <source>Take one of them out of “extends”.</source>
        <translation>그중 하나를 “extends”에서 빼세요.</translation>
    </message>
    <message>
        <source>“%1” extends “%2”, which is not there.</source>
        <translation>“%1”이(가) 확장하는 “%2”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>%1자보다 김</translation>
    </message>
    <message>
        <source>it does not begin with a lower-case letter or a digit</source>
        <translation>영문 소문자나 숫자로 시작하지 않음</translation>
    </message>
    <message>
        <source>it holds “%1”; allowed are a–z, 0–9, “.”, “_”, “+” and “-”</source>
        <translation>“%1”이(가) 들어 있음. 쓸 수 있는 것은 a–z, 0–9, “.”, “_”, “+”, “-”</translation>
    </message>
    <message>
        <source>it holds “..” or ends in “.”</source>
        <translation>“..”이 들어 있거나 “.”으로 끝남</translation>
    </message>
    <message>
        <source>it is reserved on some systems</source>
        <translation>일부 시스템에서 예약된 이름임</translation>
    </message>
    <message>
        <source>“%1” cannot be a preset-name: %2.</source>
        <translation>“%1”은(는) 프리셋 이름이 될 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Take a name such as ubuntu22.04-cuda11.8-torch2.1.</source>
        <translation>ubuntu22.04-cuda11.8-torch2.1 같은 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>an object was expected</source>
        <translation>객체가 와야 합니다</translation>
    </message>
    <message>
        <source>text was expected</source>
        <translation>텍스트가 와야 합니다</translation>
    </message>
    <message>
        <source>true or false was expected</source>
        <translation>true 또는 false가 와야 합니다</translation>
    </message>
    <message>
        <source>a whole number was expected</source>
        <translation>정수가 와야 합니다</translation>
    </message>
    <message>
        <source>The preset is malformed: %1.</source>
        <translation>프리셋의 형식이 잘못되었습니다: %1.</translation>
    </message>
    <message>
        <source>a list was expected</source>
        <translation>목록이 와야 합니다</translation>
    </message>
    <message>
        <source>“debs”, “tar” or “wheels” was expected</source>
        <translation>“debs”, “tar”, “wheels” 중 하나가 와야 합니다</translation>
    </message>
    <message>
        <source>a size such as “3900MiB” was expected</source>
        <translation>“3900MiB” 같은 크기가 와야 합니다</translation>
    </message>
    <message>
        <source>“%1” is not understood: %2 is expected here.</source>
        <translation>“%1”을(를) 이해할 수 없습니다. 여기에는 %2이(가) 와야 합니다.</translation>
    </message>
    <message>
        <source>A requirement of more than 64 KiB is refused.</source>
        <translation>64 KiB보다 큰 요구 사항은 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>the name of a package</source>
        <translation>패키지 이름</translation>
    </message>
    <message>
        <source>the end of the requirement</source>
        <translation>요구 사항의 끝</translation>
    </message>
    <message>
        <source>the name of an extra</source>
        <translation>extra의 이름</translation>
    </message>
    <message>
        <source>a comma or “]” after the name of an extra</source>
        <translation>extra 이름 뒤의 쉼표나 “]”</translation>
    </message>
    <message>
        <source>a URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>“;” before a marker</source>
        <translation>마커 앞의 “;”</translation>
    </message>
    <message>
        <source>“)” after the version conditions</source>
        <translation>버전 조건 뒤의 “)”</translation>
    </message>
    <message>
        <source>a version condition, or “;” before a marker</source>
        <translation>버전 조건, 또는 마커 앞의 “;”</translation>
    </message>
    <message>
        <source>a comma, or “;” before a marker</source>
        <translation>쉼표, 또는 마커 앞의 “;”</translation>
    </message>
    <message>
        <source>“.*” is only possible after == or !=, and after plain numbers.</source>
        <translation>“.*”는 ==나 != 뒤, 그리고 숫자만으로 된 버전 뒤에서만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>A local version (“+…”) is only possible after == or !=.</source>
        <translation>로컬 버전(“+…”)은 ==나 != 뒤에서만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>“and”, “or” or the end of the marker</source>
        <translation>“and”, “or” 또는 마커의 끝</translation>
    </message>
    <message>
        <source>A marker with more than %1 parentheses inside each other is refused.</source>
        <translation>괄호가 %1개보다 깊이 중첩된 마커는 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>“)” after a marker</source>
        <translation>마커 뒤의 “)”</translation>
    </message>
    <message>
        <source>a variable of markers or a quoted text</source>
        <translation>마커 변수 또는 따옴표로 묶은 텍스트</translation>
    </message>
    <message>
        <source>A quoted text has no end.</source>
        <translation>따옴표로 묶은 텍스트가 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>A quoted text has a broken escape, a line break or a NUL in it.</source>
        <translation>따옴표로 묶은 텍스트에 잘못된 이스케이프, 줄 바꿈 또는 NUL이 있습니다.</translation>
    </message>
    <message>
        <source>“in” after “not”</source>
        <translation>“not” 뒤의 “in”</translation>
    </message>
    <message>
        <source>a comparison (&lt;=, &lt;, !=, ==, &gt;=, &gt;, ~=, ===, in, not in)</source>
        <translation>비교 연산자(&lt;=, &lt;, !=, ==, &gt;=, &gt;, ~=, ===, in, not in)</translation>
    </message>
    <message>
        <source>“%1” is not the file name of a wheel.</source>
        <translation>“%1”은(는) 휠의 파일 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>Names of wheels look like numpy-1.26.4-cp311-cp311-manylinux_2_17_x86_64.whl.</source>
        <translation>휠의 이름은 numpy-1.26.4-cp311-cp311-manylinux_2_17_x86_64.whl과 같은 모양입니다.</translation>
    </message>
    <message>
        <source>“%1” is not the file name of a source archive.</source>
        <translation>“%1”은(는) 소스 아카이브의 파일 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>Names of source archives look like numpy-1.26.4.tar.gz.</source>
        <translation>소스 아카이브의 이름은 numpy-1.26.4.tar.gz와 같은 모양입니다.</translation>
    </message>
    <message>
        <source>“%1” is not a file that can be downloaded.</source>
        <translation>“%1”은(는) 내려받을 수 있는 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>Build a wheel of it, place it in a folder, and name that folder as an index.</source>
        <translation>휠을 만들어 폴더에 두고, 그 폴더를 인덱스로 지정하세요.</translation>
    </message>
    <message>
        <source>%1 on index “%2”</source>
        <translation>인덱스 “%2”의 %1</translation>
    </message>
    <message>
        <source>No wheel index is configured, and pip cannot be asked for its own.</source>
        <translation>설정된 휠 인덱스가 없고, pip에 물어볼 수도 없습니다.</translation>
    </message>
    <message>
        <source>No wheel index is configured on this machine.</source>
        <translation>이 컴퓨터에 설정된 휠 인덱스가 없습니다.</translation>
    </message>
    <message>
        <source>The target has no value for “%1”, which a marker asks for.</source>
        <translation>마커가 요구하는 “%1”의 값이 대상에 없습니다.</translation>
    </message>
    <message>
        <source>“%1 %2 %3” in a marker compares what are no versions.</source>
        <translation>마커의 “%1 %2 %3”은(는) 버전이 아닌 것을 비교합니다.</translation>
    </message>
    <message>
        <source>“%1” in a marker can only stand after “in” or “not in”.</source>
        <translation>마커에서 “%1”은(는) “in”이나 “not in” 뒤에만 올 수 있습니다.</translation>
    </message>
    <message>
        <source>This version says what it needs in a way that pip refuses too. Exclude the version, or override what it needs.</source>
        <translation>이 버전은 pip도 거부하는 방식으로 필요한 것을 적고 있습니다. 이 버전을 제외하거나, 필요한 것을 재정의하세요.</translation>
    </message>
    <message>
        <source>The metadata has no valid name.</source>
        <translation>메타데이터에 올바른 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The metadata of %1 has no version.</source>
        <translation>%1의 메타데이터에 버전이 없습니다.</translation>
    </message>
    <message>
        <source>The metadata of %1 has a version that is none: “%2”.</source>
        <translation>%1의 메타데이터에 버전이 아닌 것이 적혀 있습니다: “%2”.</translation>
    </message>
    <message>
        <source>Metadata of more than %1 MiB is refused.</source>
        <translation>%1 MiB보다 큰 메타데이터는 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The file says that it is %1 %2.</source>
        <translation>파일이 자신을 %1 %2(이)라고 합니다.</translation>
    </message>
    <message>
        <source>The metadata beside the file is not what the index promises.</source>
        <translation>파일 옆의 메타데이터가 인덱스에 적힌 것과 다릅니다.</translation>
    </message>
    <message>
        <source>The index or something between is broken: do not use it until that is cleared up.</source>
        <translation>인덱스나 중간의 무언가가 고장 났습니다. 원인이 밝혀질 때까지 쓰지 마세요.</translation>
    </message>
    <message>
        <source>The index lists this file, but it is not there.</source>
        <translation>인덱스에는 이 파일이 있지만 실제로는 없습니다.</translation>
    </message>
    <message>
        <source>The wheel&apos;s directory leads nowhere.</source>
        <translation>휠의 디렉터리가 아무 데도 가리키지 않습니다.</translation>
    </message>
    <message>
        <source>The archive is not the one that the index promises.</source>
        <translation>아카이브가 인덱스에 적힌 것과 다릅니다.</translation>
    </message>
    <message>
        <source>“%1” is not a readable source archive.</source>
        <translation>“%1”은(는) 읽을 수 있는 소스 아카이브가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” unpacks to more than %2 bytes.</source>
        <translation>“%1”을(를) 풀면 %2바이트를 넘습니다.</translation>
    </message>
    <message>
        <source>“%1” is a kind of source archive that cannot be read.</source>
        <translation>“%1”은(는) 읽을 수 없는 종류의 소스 아카이브입니다.</translation>
    </message>
    <message>
        <source>The wheel is not a readable ZIP archive.</source>
        <translation>휠이 읽을 수 있는 ZIP 아카이브가 아닙니다.</translation>
    </message>
    <message>
        <source>The decompressor does not start.</source>
        <translation>압축 해제기가 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>A requirements file of more than %1 MiB is refused.</source>
        <translation>%1 MiB보다 큰 요구 사항 파일은 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation>파일이 UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>Save it as UTF-8; some editors write UTF-16.</source>
        <translation>UTF-8로 저장하세요. UTF-16으로 쓰는 편집기도 있습니다.</translation>
    </message>
    <message>
        <source>The line takes a value from an environment variable, which is not done here: a lock must not depend on the shell it was made in.</source>
        <translation>이 줄은 환경 변수에서 값을 가져오는데, 여기서는 하지 않습니다. 잠금은 그것을 만든 셸에 좌우되어서는 안 됩니다.</translation>
    </message>
    <message>
        <source>Write the value itself. Passwords for an index belong in ~/.netrc.</source>
        <translation>값을 직접 적으세요. 인덱스의 암호는 ~/.netrc에 두세요.</translation>
    </message>
    <message>
        <source>%1: %2 means nothing here and was passed over.</source>
        <translation>%1: %2은(는) 여기서 뜻이 없어 지나쳤습니다.</translation>
    </message>
    <message>
        <source>“%1” is to be installed from a folder that one edits in; an image needs a wheel.</source>
        <translation>“%1”은(는) 편집 중인 폴더에서 설치하게 되어 있습니다. 이미지에는 휠이 필요합니다.</translation>
    </message>
    <message>
        <source>Build a wheel of it (pip wheel) and give its folder with --find-links.</source>
        <translation>휠을 만들고(pip wheel) --find-links로 그 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>--hash belongs on the line of a requirement.</source>
        <translation>--hash는 요구 사항의 줄에 와야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is not read: only local files are.</source>
        <translation>“%1”은(는) 읽지 않습니다. 로컬 파일만 읽습니다.</translation>
    </message>
    <message>
        <source>Download the file, look at it, and name your copy.</source>
        <translation>파일을 내려받아 살펴본 뒤 그 사본을 지정하세요.</translation>
    </message>
    <message>
        <source>The file “%1” does not exist.</source>
        <translation>“%1” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” lies outside the folder of the first requirements file and is not read.</source>
        <translation>“%1”은(는) 첫 요구 사항 파일의 폴더 밖에 있어 읽지 않습니다.</translation>
    </message>
    <message>
        <source>Name the outer file itself, or keep all of them in one folder.</source>
        <translation>바깥 파일을 직접 지정하거나, 모두 한 폴더에 두세요.</translation>
    </message>
    <message>
        <source>“%1” names itself, directly or through others.</source>
        <translation>“%1”이(가) 직접 또는 다른 파일을 거쳐 자기 자신을 가리킵니다.</translation>
    </message>
    <message>
        <source>The files name each other more than %1 deep, or they are more than %2.</source>
        <translation>파일들이 서로를 %1단계보다 깊이 가리키거나, %2개보다 많습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a hash.</source>
        <translation>“%1”은(는) 해시가 아닙니다.</translation>
    </message>
    <message>
        <source>Hashes look like sha256: and 64 hexadecimal digits.</source>
        <translation>해시는 sha256: 뒤에 16진수 64자가 오는 모양입니다.</translation>
    </message>
    <message>
        <source>“%1” does not say which package it is.</source>
        <translation>“%1”에는 어느 패키지인지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>Write it as “name @ URL”; a local wheel as “name @ file:///path/to/its.whl”.</source>
        <translation>“name @ URL”로 적으세요. 로컬 휠은 “name @ file:///path/to/its.whl”로 적으세요.</translation>
    </message>
    <message>
        <source>A constraint cannot have extras (“%1”).</source>
        <translation>제약 조건에는 extra가 있을 수 없습니다(“%1”).</translation>
    </message>
    <message>
        <source>%1 needs a line of its own.</source>
        <translation>%1은(는) 따로 한 줄에 적어야 합니다.</translation>
    </message>
    <message>
        <source>The requirement has hashes, and none of them is a SHA-256.</source>
        <translation>요구 사항에 해시가 있는데 SHA-256이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>Add a --hash=sha256:… of each file.</source>
        <translation>파일마다 --hash=sha256:…을 추가하세요.</translation>
    </message>
    <message>
        <source>A quote has no end.</source>
        <translation>따옴표가 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” is not an option of a requirements file.</source>
        <translation>“%1”은(는) 요구 사항 파일의 옵션이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1에는 값이 올 수 없습니다.</translation>
    </message>
    <message>
        <source>The index page %1 cannot be read: %2</source>
        <translation>인덱스 페이지 %1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Check that the address is that of a Python package index (PEP 503 or PEP 691).</source>
        <translation>주소가 Python 패키지 인덱스(PEP 503 또는 PEP 691)의 주소인지 확인하세요.</translation>
    </message>
    <message>
        <source>it lists more than %1 files.</source>
        <translation>파일이 %1개보다 많음.</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB.</source>
        <translation>%1 MiB보다 큼.</translation>
    </message>
    <message>
        <source>it is of version %1 of the format, and only version 1 is known.</source>
        <translation>형식 버전이 %1인데, 버전 1만 지원함.</translation>
    </message>
    <message>
        <source>its type is “%1”.</source>
        <translation>형식이 “%1”임.</translation>
    </message>
    <message>
        <source>it nests too deep.</source>
        <translation>너무 깊이 중첩됨.</translation>
    </message>
    <message>
        <source>its list of files is none.</source>
        <translation>파일 목록이 목록이 아님.</translation>
    </message>
    <message>
        <source>it is a list, and an object is expected.</source>
        <translation>객체가 와야 하는데 목록임.</translation>
    </message>
    <message>
        <source>it is not JSON at byte %1.</source>
        <translation>바이트 %1에서 JSON이 아님.</translation>
    </message>
    <message>
        <source>it has no list of files.</source>
        <translation>파일 목록이 없음.</translation>
    </message>
    <message>
        <source>“%1” is not a version condition.</source>
        <translation>“%1”은(는) 버전 조건이 아닙니다.</translation>
    </message>
    <message>
        <source>Conditions look like &gt;=1.2, ==1.2.*, ~=1.4.2 or !=1.5 (PEP 440).</source>
        <translation>조건은 &gt;=1.2, ==1.2.*, ~=1.4.2, !=1.5와 같은 모양입니다(PEP 440).</translation>
    </message>
    <message>
        <source>“%1” is not a platform that wheels are made for.</source>
        <translation>“%1”은(는) 휠을 만드는 플랫폼이 아닙니다.</translation>
    </message>
    <message>
        <source>Platforms look like manylinux_2_35_x86_64, manylinux2014_aarch64, musllinux_1_2_x86_64 or linux_x86_64.</source>
        <translation>플랫폼은 manylinux_2_35_x86_64, manylinux2014_aarch64, musllinux_1_2_x86_64, linux_x86_64와 같은 모양입니다.</translation>
    </message>
    <message>
        <source>“%1” is not a version of Python.</source>
        <translation>“%1”은(는) Python 버전이 아닙니다.</translation>
    </message>
    <message>
        <source>Versions of Python look like 3.11, 3.11.4 or, for the free-threaded build, 3.13t.</source>
        <translation>Python 버전은 3.11, 3.11.4, 또는 자유 스레드 빌드라면 3.13t와 같은 모양입니다.</translation>
    </message>
    <message>
        <source>“%1” is not a version.</source>
        <translation>“%1”은(는) 버전이 아닙니다.</translation>
    </message>
    <message>
        <source>Versions look like 1.2.3, 1.0rc1 or 2.5.1+cu118 (PEP 440).</source>
        <translation>버전은 1.2.3, 1.0rc1, 2.5.1+cu118과 같은 모양입니다(PEP 440).</translation>
    </message>
    <message>
        <source>%1 was withdrawn by its authors (%2) and is taken because it is pinned.</source>
        <translation>%1은(는) 만든 이가 철회했지만(%2) 고정되어 있어 사용합니다.</translation>
    </message>
    <message>
        <source>without a reason</source>
        <translation>이유 없음</translation>
    </message>
    <message>
        <source>The index has no hash of %1: it is hashed when it is downloaded for the first time, and pinned from then on.</source>
        <translation>인덱스에 %1의 해시가 없습니다. 처음 내려받을 때 해시를 계산하고, 그 뒤로는 고정합니다.</translation>
    </message>
    <message>
        <source>%1 has no extra “%2”: it brings nothing.</source>
        <translation>%1에는 extra “%2”이(가) 없어 더해지는 것이 없습니다.</translation>
    </message>
    <message>
        <source>another index</source>
        <translation>다른 인덱스</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last two of a list</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no index knows %1</source>
        <translation>어느 인덱스에도 %1이(가) 없음</translation>
    </message>
    <message>
        <source>%1 has no files</source>
        <translation>%1에 파일이 없음</translation>
    </message>
    <message>
        <source>%1 has no wheel for Python %2 on %3</source>
        <translation>%1에는 %3의 Python %2용 휠이 없음</translation>
    </message>
    <message>
        <source>%1 needs Python %2</source>
        <translation>%1에는 Python %2이(가) 필요함</translation>
    </message>
    <message>
        <source>%1 is only there as a source archive</source>
        <translation>%1은(는) 소스 아카이브로만 있음</translation>
    </message>
    <message>
        <source>%1 is newer than the date that is allowed</source>
        <translation>%1은(는) 허용한 날짜보다 새로움</translation>
    </message>
    <message>
        <source>no file of %1 has one of the hashes that are allowed</source>
        <translation>%1의 어느 파일에도 허용한 해시가 없음</translation>
    </message>
    <message>
        <source>No set of wheels gives %1.</source>
        <translation>%1을(를) 만족하는 휠 조합이 없습니다.</translation>
    </message>
    <message>
        <source>No set of wheels gives all of these: %1.</source>
        <translation>다음을 모두 만족하는 휠 조합이 없습니다: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n earlier lines are left out.)</source>
        <translation>
            <numerusform>(앞의 %n줄을 생략했습니다.)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more facts</source>
        <translation>
            <numerusform>사실 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>Because %1, there is no solution.</source>
        <translation>다음 때문에 해결할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>(%1) Because %2: %3.</source>
        <translation>(%1) %2 → %3.</translation>
    </message>
    <message>
        <source>you allow only %1</source>
        <translation>%1만 허용함</translation>
    </message>
    <message>
        <source>there are %1</source>
        <translation>있는 것은 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>you ask for %1</source>
        <translation>%1을(를) 요청함</translation>
    </message>
    <message>
        <source>you ask for %1, which nothing fits (%2)</source>
        <translation>%1을(를) 요청했지만 맞는 것이 없음(%2)</translation>
    </message>
    <message>
        <source>%1 needs %2, which nothing fits (%3)</source>
        <translation>%1에는 %2이(가) 필요하지만 맞는 것이 없음(%3)</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1에는 %2이(가) 필요함</translation>
    </message>
    <message>
        <source>%1 needs, each version its own, some of %2</source>
        <translation>%1에는 버전마다 다르게 %2 중 일부가 필요함</translation>
    </message>
    <message>
        <source>%1 cannot be taken</source>
        <translation>%1을(를) 쓸 수 없음</translation>
    </message>
    <message>
        <source>%1 do not go together</source>
        <translation>%1은(는) 함께 쓸 수 없음</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 또는 </translation>
    </message>
    <message>
        <source>%1 is needed</source>
        <translation>%1이(가) 필요함</translation>
    </message>
    <message>
        <source>allow %1 as a source archive, or find a wheel of it</source>
        <translation>%1을(를) 소스 아카이브로 허용하거나, 휠을 구하기</translation>
    </message>
    <message>
        <source>drop the limit %1</source>
        <translation>%1 제한을 풀기</translation>
    </message>
    <message>
        <source>ask for another version of one of %1</source>
        <translation>%1 중 하나의 다른 버전을 요청하기</translation>
    </message>
    <message>
        <source>ask for another version than %1</source>
        <translation>%1이(가) 아닌 다른 버전을 요청하기</translation>
    </message>
    <message>
        <source>choose another Python or platform</source>
        <translation>다른 Python이나 플랫폼을 고르기</translation>
    </message>
    <message>
        <source>What can be done: %1.</source>
        <translation>할 수 있는 것: %1.</translation>
    </message>
    <message>
        <source>no version of %1</source>
        <translation>%1의 어느 버전도 아님</translation>
    </message>
    <message>
        <source>%1 and newer</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>%1 (%2 of its versions from %3 to %4)</source>
        <translation>%1(%3~%4 버전 %2개)</translation>
    </message>
    <message>
        <source>The constraint “%1” names extras.</source>
        <translation>제약 조건 “%1”에 extra가 있습니다.</translation>
    </message>
    <message>
        <source>A constraint only narrows versions: move it to the requirements, or drop the extras.</source>
        <translation>제약 조건은 버전을 좁히기만 합니다. 요구 사항으로 옮기거나 extra를 빼세요.</translation>
    </message>
    <message>
        <source>No index knows a package named “%1”.</source>
        <translation>“%1” 패키지가 어느 인덱스에도 없습니다.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the package is pinned to the right index.</source>
        <translation>철자와, 패키지가 올바른 인덱스에 고정되어 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is no source: while it is built it downloads its real parts by running pip against %2</source>
        <translation>%1은(는) 소스가 아님. 빌드하면서 %2에 pip를 실행해 실제 구성 요소를 내려받음</translation>
    </message>
    <message>
        <source>Choosing wheels</source>
        <translation>휠 고르는 중</translation>
    </message>
    <message>
        <source>%1 asks for a file by its URL: %2</source>
        <translation>%1이(가) URL로 파일을 요청합니다: %2</translation>
    </message>
    <message>
        <source>“%1” is not a digest that is known here.</source>
        <translation>“%1”은(는) 여기서 아는 다이제스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The base image “%1” is not here.</source>
        <translation>“%1” 베이스 이미지가 여기 없습니다.</translation>
    </message>
    <message>
        <source>The preset names no base image.</source>
        <translation>프리셋에 베이스 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Give “base_images” a reference.</source>
        <translation>“base_images”에 reference를 지정하세요.</translation>
    </message>
    <message>
        <source>The base image “%1” is not here, and the network is not to be used.</source>
        <translation>“%1” 베이스 이미지가 여기 없고, 네트워크는 쓰지 않게 되어 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1: %3이(가) 아니라 %2</translation>
    </message>
    <message>
        <source>“%1” has no lock that answers it.</source>
        <translation>“%1”에는 맞는 잠금이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>“%1”을(를) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The bundle&apos;s lock is for “%1”, not for “%2”.</source>
        <translation>번들의 잠금은 “%2”이(가) 아니라 “%1”의 것입니다.</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Install docker.io, or podman with buildah.</source>
        <translation>docker.io를 설치하거나, podman을 buildah와 함께 설치하세요.</translation>
    </message>
    <message>
        <source>not found; it is needed for %1</source>
        <translation>없음. %1에 필요합니다</translation>
    </message>
    <message>
        <source>Install the package that has it.</source>
        <translation>그것이 들어 있는 패키지를 설치하세요.</translation>
    </message>
    <message>
        <source>apt sources</source>
        <translation>apt 소스</translation>
    </message>
    <message>
        <source>%1 in this machine&apos;s configuration</source>
        <translation>이 컴퓨터의 설정에 %1개</translation>
    </message>
    <message>
        <source>Presets that name their own sources do not need them.</source>
        <translation>자체 소스를 지정한 프리셋에는 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>wheel index</source>
        <translation>휠 인덱스</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1이(가) 응답함</translation>
    </message>
    <message>
        <source>free space</source>
        <translation>남은 공간</translation>
    </message>
    <message>
        <source>%1 where the store is</source>
        <translation>보관소가 있는 곳에 %1</translation>
    </message>
    <message>
        <source>A GPU preset needs 10 GB and more.</source>
        <translation>GPU 프리셋에는 10 GB 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>checking the signatures of apt sources</source>
        <translation>apt 소스의 서명 확인</translation>
    </message>
    <message>
        <source>making base images of Debian and Ubuntu</source>
        <translation>데비안과 우분투의 베이스 이미지 만들기</translation>
    </message>
    <message>
        <source>There is no template “%1”.</source>
        <translation>“%1” 템플릿이 없습니다.</translation>
    </message>
    <message>
        <source>There is a preset “%1” already.</source>
        <translation>“%1” 프리셋이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Take another preset-name.</source>
        <translation>다른 프리셋 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>Mend them first; “dosirak check %1” says how.</source>
        <translation>먼저 고치세요. 방법은 “dosirak check %1”이(가) 알려 줍니다.</translation>
    </message>
    <message>
        <source>The settings are malformed: %1 was expected.</source>
        <translation>설정의 형식이 잘못되었습니다. %1이(가) 와야 합니다.</translation>
    </message>
    <message>
        <source>an object of URL prefixes</source>
        <translation>URL 접두사의 객체</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>%1 of %2 files are not here.</source>
        <translation>파일 %2개 중 %1개가 여기 없습니다.</translation>
    </message>
    <message>
        <source>Run it again to go on.</source>
        <translation>이어서 하려면 다시 실행하세요.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>오류 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>valid, %n warning(s)</source>
        <translation>
            <numerusform>유효함, 경고 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>valid</source>
        <translation>유효함</translation>
    </message>
    <message>
        <source>all here, %1</source>
        <translation>모두 있음, %1</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>파일 %2개 중 %1개</translation>
    </message>
    <message>
        <source>older than the lock</source>
        <translation>잠금보다 오래됨</translation>
    </message>
    <message>
        <source>the last one failed</source>
        <translation>마지막 빌드가 실패함</translation>
    </message>
    <message>
        <source>the last one was cancelled</source>
        <translation>마지막 빌드가 취소됨</translation>
    </message>
    <message>
        <source>running, or cut off</source>
        <translation>실행 중이거나 끊김</translation>
    </message>
    <message>
        <source>Place it by hand.</source>
        <translation>직접 넣으세요.</translation>
    </message>
    <message>
        <source>Fetch it by hand from %1.</source>
        <translation>%1에서 직접 받으세요.</translation>
    </message>
    <message>
        <source>The lock of “%1” does not answer the preset.</source>
        <translation>“%1”의 잠금이 프리셋과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 files of “%3” are not here.</source>
        <translation>“%3”의 파일 %2개 중 %1개가 여기 없습니다.</translation>
    </message>
    <message>
        <source>Run it again to go on; files that need a person go in with “dosirak inbox add”.</source>
        <translation>이어서 하려면 다시 실행하세요. 사람이 받아야 하는 파일은 “dosirak inbox add”로 넣습니다.</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>the manifest does not know it</source>
        <translation>매니페스트에 없는 파일</translation>
    </message>
    <message>
        <source>“dosirak list” shows what is there.</source>
        <translation>무엇이 있는지는 “dosirak list”가 보여 줍니다.</translation>
    </message>
    <message>
        <source>There is no preset “%1”.</source>
        <translation>“%1” 프리셋이 없습니다.</translation>
    </message>
    <message>
        <source>Language of the messages, such as ko.</source>
        <translation>메시지의 언어. 예: ko.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>light, dark or system</source>
        <translation>light, dark, system 중 하나</translation>
    </message>
    <message>
        <source>Language of the window, such as ko</source>
        <translation>창의 언어. 예: ko</translation>
    </message>
    <message>
        <source>Show PAGE, save a picture of the window and leave</source>
        <translation>PAGE를 열고 창의 그림을 저장한 뒤 끝냅니다</translation>
    </message>
    <message>
        <source>Where --screenshot writes</source>
        <translation>--screenshot이 쓸 파일</translation>
    </message>
    <message>
        <source>Size of the window for --screenshot</source>
        <translation>--screenshot을 위한 창의 크기</translation>
    </message>
    <message>
        <source>Working folder, as the argument</source>
        <translation>작업 폴더. 인자와 같음</translation>
    </message>
    <message>
        <source>Working folder (one that has presets/)</source>
        <translation>작업 폴더(presets/가 있는 폴더)</translation>
    </message>
    <message>
        <source>Run “dosirak base-image make %1” where there is a network, or load the image (docker load -i FILE).</source>
        <translation>네트워크가 있는 곳에서 “dosirak base-image make %1”을(를) 실행하거나, 이미지를 불러오세요(docker load -i FILE).</translation>
    </message>
    <message>
        <source>The lock names a source archive that cannot be: “%1”.</source>
        <translation>잠금에 있을 수 없는 소스 아카이브가 적혀 있습니다: “%1”.</translation>
    </message>
    <message>
        <source>Hand the file over with “dosirak inbox add FILE”, or drop it on the page Downloads.</source>
        <translation>“dosirak inbox add FILE”로 파일을 넘기거나 다운로드 페이지에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>“%1”은(는) 남는 인자입니다.</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>표준 입력을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Standard input is larger than any file of this kind.</source>
        <translation>표준 입력이 이런 종류의 어떤 파일보다도 큽니다.</translation>
    </message>
    <message>
        <source>Add to a preset what a requirements.txt, pyproject.toml, Dockerfile, “pip freeze” or “dpkg -l” names</source>
        <translation>requirements.txt, pyproject.toml, Dockerfile, “pip freeze”, “dpkg -l”에 적힌 것을 프리셋에 더합니다</translation>
    </message>
    <message>
        <source>What to read; “-” is standard input.</source>
        <translation>읽을 것. “-”는 표준 입력입니다.</translation>
    </message>
    <message>
        <source>What the files are, where their names do not say it: requirements, pyproject, dockerfile, pip-freeze or dpkg.</source>
        <translation>이름만으로 알 수 없을 때 파일의 종류: requirements(요구 사항), pyproject, dockerfile, pip-freeze, dpkg.</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Say which preset, and which files.</source>
        <translation>어느 프리셋에 어느 파일을 더할지 적으세요.</translation>
    </message>
    <message>
        <source>“dosirak add my-preset requirements.txt”; “dosirak add --help” tells the kinds.</source>
        <translation>“dosirak add my-preset requirements.txt”. 종류는 “dosirak add --help”에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>바꿀 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 (%2): %3 changes, %4 notes</source>
        <translation>%1(%2): 변경 %3개, 참고 %4개</translation>
    </message>
    <message>
        <source>Bring base images to hand: make, import, list, remove</source>
        <translation>베이스 이미지 준비: 만들기, 가져오기, 목록, 제거</translation>
    </message>
    <message>
        <source>What to do: make (pull it, or make it with mmdebstrap, as the preset says), import (from a file of docker save, an OCI layout or the engine), list, remove.</source>
        <translation>할 일: make(프리셋대로 받아 오거나 mmdebstrap으로 만들기), import(docker save 파일, OCI 레이아웃, 엔진에서 가져오기), list, remove.</translation>
    </message>
    <message>
        <source>make: the preset. import: the file or folder. remove: the image&apos;s name.</source>
        <translation>make: 프리셋. import: 파일이나 폴더. remove: 이미지의 이름.</translation>
    </message>
    <message>
        <source>make: although it is there.</source>
        <translation>make: 이미 있어도 다시 합니다.</translation>
    </message>
    <message>
        <source>make: ask no network.</source>
        <translation>make: 네트워크를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>import: what the image is called in presets.</source>
        <translation>import: 프리셋에서 이미지를 부르는 이름.</translation>
    </message>
    <message>
        <source>import: from the engine, by the name that --as gives.</source>
        <translation>import: --as에 적은 이름으로 엔진에서 가져옵니다.</translation>
    </message>
    <message>
        <source>Say what to do.</source>
        <translation>할 일을 적으세요.</translation>
    </message>
    <message>
        <source>“%1” is not something to do with base images.</source>
        <translation>“%1”은(는) 베이스 이미지로 할 수 있는 일이 아닙니다.</translation>
    </message>
    <message>
        <source>“dosirak base-image make [preset-name]”, “… import FILE [--as NAME]”, “… list” or “… remove NAME”.</source>
        <translation>“dosirak base-image make [preset-name]”, “… import FILE [--as NAME]”, “… list”, “… remove NAME” 가운데 하나로 쓰세요.</translation>
    </message>
    <message>
        <source>Say what to import: one file or folder, or --engine.</source>
        <translation>가져올 것을 적으세요: 파일이나 폴더 하나, 또는 --engine.</translation>
    </message>
    <message>
        <source>“dosirak base-image import cuda.tar”, or “dosirak base-image import --engine --as nvidia/cuda:12.4.1-runtime-ubuntu22.04”.</source>
        <translation>“dosirak base-image import cuda.tar” 또는 “dosirak base-image import --engine --as nvidia/cuda:12.4.1-runtime-ubuntu22.04”.</translation>
    </message>
    <message>
        <source>Say which image: “dosirak base-image remove NAME”; “dosirak base-image list” shows them.</source>
        <translation>어느 이미지인지 적으세요: “dosirak base-image remove NAME”. “dosirak base-image list”로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 freed</source>
        <translation>%1 비움</translation>
    </message>
    <message>
        <source>As apt takes it: name, name:arch, name=version, name/release, ./file.deb.</source>
        <translation>apt와 같은 형식: name, name:arch, name=version, name/release, ./file.deb.</translation>
    </message>
    <message>
        <source>Let packages of the target go where apt-get would remove them.</source>
        <translation>apt-get이라면 제거할 대상의 패키지를 제거해도 됩니다.</translation>
    </message>
    <message>
        <source>Fetch the files into this folder, with an index that apt reads.</source>
        <translation>파일을 이 폴더에 내려받고 apt가 읽는 색인을 만듭니다.</translation>
    </message>
    <message>
        <source>Print the files as apt-get --print-uris does: &apos;URL&apos; name size SHA256:hash.</source>
        <translation>apt-get --print-uris처럼 파일을 출력합니다: &apos;URL&apos; 이름 크기 SHA256:해시.</translation>
    </message>
    <message>
        <source>Name at least one package.</source>
        <translation>패키지를 하나 이상 적으세요.</translation>
    </message>
    <message>
        <source>goes: %1 %2</source>
        <translation>제거: %1 %2</translation>
    </message>
    <message>
        <source>Nothing is to be installed: the target has it all.</source>
        <translation>설치할 것이 없습니다. 대상에 모두 있습니다.</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation>%1(%2에서)</translation>
    </message>
    <message>
        <source>Say in which fields two presets differ, with all that they inherit</source>
        <translation>두 프리셋이 어느 필드에서 다른지 물려받은 것까지 보여 줍니다</translation>
    </message>
    <message>
        <source>The left one, and the right one.</source>
        <translation>왼쪽 것과 오른쪽 것.</translation>
    </message>
    <message>
        <source>Say which two presets.</source>
        <translation>어느 두 프리셋인지 적으세요.</translation>
    </message>
    <message>
        <source>“dosirak list” shows which there are.</source>
        <translation>“dosirak list”로 무엇이 있는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>They hold the same.</source>
        <translation>내용이 같습니다.</translation>
    </message>
    <message>
        <source>Name one preset, or none for all.</source>
        <translation>프리셋 하나를 적거나, 모두면 비워 두세요.</translation>
    </message>
    <message>
        <source>not known yet: you confirm that of the first file</source>
        <translation>아직 모름: 처음 온 파일의 값을 확인하게 됩니다</translation>
    </message>
    <message>
        <source>log in and download it: %1</source>
        <translation>로그인하여 내려받으세요: %1</translation>
    </message>
    <message>
        <source>No lock here needs a file from a person.</source>
        <translation>사람이 가져와야 하는 파일이 필요한 잠금이 없습니다.</translation>
    </message>
    <message>
        <source>Files behind a login: what is needed, and take what you downloaded</source>
        <translation>로그인이 필요한 파일: 필요한 것을 보고, 내려받은 것을 넘깁니다</translation>
    </message>
    <message>
        <source>“list [preset-name]” (default): what the locks need from a person; “add FILE…”: take these files.</source>
        <translation>“list [프리셋 이름]”(기본): 잠금이 사람에게 바라는 것. “add FILE…”: 이 파일들을 넘깁니다.</translation>
    </message>
    <message>
        <source>Only for this preset.</source>
        <translation>이 프리셋에만.</translation>
    </message>
    <message>
        <source>Confirm: record the SHA-256 of a file that is seen for the first time.</source>
        <translation>확인: 처음 보는 파일의 SHA-256을 기록합니다.</translation>
    </message>
    <message>
        <source>Say which files: “dosirak inbox add FILE…”.</source>
        <translation>어느 파일인지 적으세요: “dosirak inbox add FILE…”.</translation>
    </message>
    <message>
        <source>“%1” was not taken: nobody confirmed it.</source>
        <translation>“%1”을(를) 받지 않았습니다. 아무도 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Compare its SHA-256 with what the vendor says, then add --yes: %1</source>
        <translation>SHA-256을 공급사가 알린 값과 비교한 뒤 --yes를 붙이세요: %1</translation>
    </message>
    <message>
        <source>Taken for %1.</source>
        <translation>%1용으로 받았습니다.</translation>
    </message>
    <message>
        <source>It is seen for the first time. Record this SHA-256 in the lock? [y/N] </source>
        <translation>처음 보는 파일입니다. 이 SHA-256을 잠금에 기록할까요? [y/N] </translation>
    </message>
    <message>
        <source>List the keys that apt sources are checked with, or add one (keys add FILE)</source>
        <translation>apt 소스를 검증하는 키를 보거나 더합니다(keys add FILE)</translation>
    </message>
    <message>
        <source>What to do: list (without a word, too), or add.</source>
        <translation>할 일: list(적지 않아도 같음) 또는 add.</translation>
    </message>
    <message>
        <source>add: the vendor&apos;s public key, armored or not.</source>
        <translation>add: 공급사의 공개 키. 아머 형식이어도 됩니다.</translation>
    </message>
    <message>
        <source>add: what it is called below keys/; else as the file.</source>
        <translation>add: keys/ 아래에서 쓸 이름. 없으면 파일 이름을 씁니다.</translation>
    </message>
    <message>
        <source>add: the fingerprint that the vendor publishes, 40 hexadecimal digits.</source>
        <translation>add: 공급사가 공개한 지문, 16진수 40자리.</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>“dosirak keys” or “dosirak keys add FILE” is the call.</source>
        <translation>“dosirak keys” 또는 “dosirak keys add FILE”로 쓰세요.</translation>
    </message>
    <message>
        <source>ships with Dosirak</source>
        <translation>Dosirak에 들어 있음</translation>
    </message>
    <message>
        <source>Write the wheels as pylock.toml (PEP 751) to this file, too.</source>
        <translation>휠을 pylock.toml(PEP 751)로도 이 파일에 씁니다.</translation>
    </message>
    <message>
        <source>There is no schema of “%1”.</source>
        <translation>“%1”의 스키마가 없습니다.</translation>
    </message>
    <message>
        <source>Show, check or clean the store that all presets share (store info, verify, gc)</source>
        <translation>모든 프리셋이 함께 쓰는 보관소를 보고, 검사하고, 정리합니다(store info, verify, gc)</translation>
    </message>
    <message>
        <source>info: its size and budget. verify: read every byte. gc: remove what no lock needs, the least recently used first, until it fits its budget.</source>
        <translation>info: 크기와 한도. verify: 모든 바이트를 읽음. gc: 한도에 맞을 때까지 어느 잠금도 필요로 하지 않는 것을 오래 쓰지 않은 것부터 제거.</translation>
    </message>
    <message>
        <source>gc: how much may stay, as 20GB or 512MiB, instead of the settings&apos; store_budget; 0 removes all that no lock needs.</source>
        <translation>gc: 남겨도 되는 양. 설정의 store_budget 대신 20GB나 512MiB처럼 적습니다. 0이면 어느 잠금도 필요로 하지 않는 것을 모두 제거합니다.</translation>
    </message>
    <message>
        <source>gc: leave alone what was added or used in the last minutes (60).</source>
        <translation>gc: 최근 몇 분 안에 더하거나 쓴 것은 그대로 둡니다(60).</translation>
    </message>
    <message>
        <source>gc: a working folder that is gone for good; what it used may go. May be given several times.</source>
        <translation>gc: 영영 사라진 작업 폴더. 그곳에서 쓰던 것은 제거해도 됩니다. 여러 번 적을 수 있습니다.</translation>
    </message>
    <message>
        <source>gc: say what would be removed, and remove nothing.</source>
        <translation>gc: 무엇을 제거할지 보여 주기만 하고 아무것도 제거하지 않습니다.</translation>
    </message>
    <message>
        <source>“dosirak store info”, “store verify” or “store gc” is the call.</source>
        <translation>보관소 명령은 “dosirak store info”, “store verify”, “store gc” 가운데 하나로 쓰세요.</translation>
    </message>
    <message>
        <source>files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>끝나지 않음</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>free there</source>
        <translation>남은 공간</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>The store is larger than its budget: “dosirak store gc” removes what no lock needs.</source>
        <translation>보관소가 한도보다 큽니다. “dosirak store gc”로 어느 잠금도 필요로 하지 않는 것을 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 good, %2 damaged or unreadable; %3 read</source>
        <translation>정상 %1개, 손상되었거나 읽을 수 없음 %2개. %3 읽음</translation>
    </message>
    <message>
        <source>“%1” is not a number of minutes.</source>
        <translation>“%1”은(는) 분을 나타내는 수가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not there now; what it used last stays. “--forget” it if it is gone for good.</source>
        <translation>지금은 “%1”이(가) 없습니다. 그곳에서 마지막으로 쓴 것은 남습니다. 영영 사라졌으면 “--forget”으로 알려 주세요.</translation>
    </message>
    <message>
        <source>%1 files, %2, would be removed; %3 would stay, of which locks need %4</source>
        <translation>파일 %1개, %2을(를) 제거하게 됩니다. %3이(가) 남으며, 그 가운데 %4은(는) 잠금에 필요합니다</translation>
    </message>
    <message>
        <source>%1 files, %2, were removed; %3 stay, of which locks need %4</source>
        <translation>파일 %1개, %2을(를) 제거했습니다. %3이(가) 남았으며, 그 가운데 %4은(는) 잠금에 필요합니다</translation>
    </message>
    <message>
        <source>No budget is set, so all may stay: give one with --budget, or as store_budget in the settings.</source>
        <translation>한도가 없으므로 모두 남겨도 됩니다. --budget으로, 또는 설정의 store_budget으로 정하세요.</translation>
    </message>
    <message>
        <source>That is more than the budget of %1: the rest is needed, or was used a moment ago.</source>
        <translation>한도 %1보다 많습니다. 나머지는 필요하거나 방금 쓴 것입니다.</translation>
    </message>
    <message>
        <source>Read from this file what replaces the requirements of packages (can be repeated).</source>
        <translation>패키지의 요구 사항을 대신할 것을 이 파일에서 읽습니다(여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>Leave this package out, whoever asks for it (can be repeated).</source>
        <translation>누가 요구하든 이 패키지를 뺍니다(여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>A folder of files that comes before the indexes (can be repeated).</source>
        <translation>인덱스보다 먼저 찾아볼 파일 폴더(여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>Ask no index: the folders of --find-links alone.</source>
        <translation>인덱스에 묻지 않고 --find-links의 폴더만 씁니다.</translation>
    </message>
    <message>
        <source>These packages come from this index and no other: URL=NAME,NAME… (NAME may end with *; can be repeated).</source>
        <translation>이 패키지들은 이 인덱스에서만 가져옵니다: URL=이름,이름…(이름은 *로 끝날 수 있으며, 여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>url=names</source>
        <translation>URL=이름들</translation>
    </message>
    <message>
        <source>This package may come as a source archive (can be repeated).</source>
        <translation>이 패키지는 소스 아카이브여도 됩니다(여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>Write pylock.toml (PEP 751) to this file.</source>
        <translation>pylock.toml(PEP 751)을 이 파일에 씁니다.</translation>
    </message>
    <message>
        <source>“%1” does not say which packages come from where.</source>
        <translation>“%1”은(는) 어느 패키지가 어디에서 오는지 말하지 않습니다.</translation>
    </message>
    <message>
        <source>For example: --pin https://index.example.org/simple=torch,nvidia-*</source>
        <translation>예: --pin https://index.example.org/simple=torch,nvidia-*</translation>
    </message>
    <message>
        <source>No index is to be asked, and there is no folder to look in.</source>
        <translation>물어볼 인덱스도 찾아볼 폴더도 없습니다.</translation>
    </message>
    <message>
        <source>Give one with --find-links.</source>
        <translation>--find-links로 적으세요.</translation>
    </message>
    <message>
        <source>(source)</source>
        <translation>(소스)</translation>
    </message>
    <message>
        <source>Write without asking.</source>
        <translation>묻지 않고 씁니다.</translation>
    </message>
    <message>
        <source>Only show what would be written.</source>
        <translation>무엇을 쓸지 보여 주기만 합니다.</translation>
    </message>
    <message>
        <source>There is nobody to ask: standard input is no terminal.</source>
        <translation>물어볼 사람이 없습니다. 표준 입력이 터미널이 아닙니다.</translation>
    </message>
    <message>
        <source> [y/N] </source>
        <translation> [y/N] </translation>
    </message>
    <message>
        <source>Write this to %1?</source>
        <translation>%1에 쓸까요?</translation>
    </message>
    <message>
        <source>“--yes” writes without asking, “-n” only shows.</source>
        <translation>“--yes”는 묻지 않고 쓰고, “-n”은 보여 주기만 합니다.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>말하지 않음</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>(and %1 of unknown size)</source>
        <translation>(그리고 크기를 모르는 것 %1개)</translation>
    </message>
    <message>
        <source>“%1” is checked with a key of this folder, %2, not with the key of %3 that ships.</source>
        <translation>“%1”은(는) 들어 있는 %3의 키가 아니라 이 폴더의 키 %2(으)로 검증됩니다.</translation>
    </message>
    <message>
        <source>That is right for a mirror that signs with its own key; else remove the file.</source>
        <translation>자체 키로 서명하는 미러라면 맞습니다. 아니면 그 파일을 치우세요.</translation>
    </message>
    <message>
        <source>%1 %2 has other contents in %3 than in %4; the file of %4 is taken.</source>
        <translation>%1 %2의 내용이 %3과(와) %4에서 서로 다릅니다. %4의 파일을 씁니다.</translation>
    </message>
    <message>
        <source>Put the vendor&apos;s package there, or correct the path in the source.</source>
        <translation>공급사의 패키지를 그곳에 두거나 소스의 경로를 고치세요.</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked without a cache folder.</source>
        <translation>캐시 폴더 없이는 %1을(를) 풀 수 없습니다.</translation>
    </message>
    <message>
        <source>No source has the package %1 for %2.</source>
        <translation>%2용 %1 패키지가 어느 소스에도 없습니다.</translation>
    </message>
    <message>
        <source>apt finds no way to install this: what it takes for one dependency is in the way of another.</source>
        <translation>apt도 이것을 설치할 방법을 찾지 못합니다. 한 의존성을 위해 고른 것이 다른 의존성을 막습니다.</translation>
    </message>
    <message>
        <source>Ask for less at a time.</source>
        <translation>한 번에 더 적게 요구하세요.</translation>
    </message>
    <message>
        <source>There is a way with other packages. Ask for these as well: %1</source>
        <translation>다른 패키지로 가는 길이 있습니다. 이것들도 함께 요구하세요: %1</translation>
    </message>
    <message>
        <source>This is “%1”, as the lock needs it.</source>
        <translation>“%1”이며 잠금이 필요로 하는 것입니다.</translation>
    </message>
    <message>
        <source>This is not the file “%1” that was locked: its content differs.</source>
        <translation>잠긴 파일 “%1”이(가) 아닙니다. 내용이 다릅니다.</translation>
    </message>
    <message>
        <source>It is not a plain file.</source>
        <translation>일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>Waiting for another Dosirak that works on base images</source>
        <translation>베이스 이미지를 다루는 다른 Dosirak을 기다리는 중</translation>
    </message>
    <message>
        <source>This is no tar archive.</source>
        <translation>tar 아카이브가 아닙니다.</translation>
    </message>
    <message>
        <source>Apt source “%1”</source>
        <translation>apt 소스 “%1”</translation>
    </message>
    <message>
        <source>The address of the index “%1” holds a password. It is used and not written into the lock; ~/.netrc is the place for it, so that it is in no preset either.</source>
        <translation>인덱스 “%1”의 주소에 암호가 들어 있습니다. 쓰기는 하지만 잠금에는 적지 않습니다. 어느 프리셋에도 남지 않도록 ~/.netrc에 두는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>Hashing what its index gives no SHA-256 for</source>
        <translation>인덱스가 SHA-256을 알려 주지 않는 파일의 해시 계산 중</translation>
    </message>
    <message>
        <source>Other programs do not take “%1” for a lock.</source>
        <translation>다른 프로그램은 “%1”을(를) 잠금으로 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Name it pylock.toml, or pylock.NAME.toml.</source>
        <translation>이름을 pylock.toml 또는 pylock.NAME.toml로 하세요.</translation>
    </message>
    <message>
        <source>%1 names indexes. They are not asked: the preset says where packages come from (wheels.indexes).</source>
        <translation>%1에 인덱스가 적혀 있습니다. 그곳에는 묻지 않습니다. 휠이 어디에서 오는지는 프리셋이 정합니다(wheels.indexes).</translation>
    </message>
    <message>
        <source>The key file “%1” is not there.</source>
        <translation>키 파일 “%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Get it from %1 and give it to “dosirak keys add FILE --as %2”; its fingerprint is %3.</source>
        <translation>%1에서 받아 “dosirak keys add FILE --as %2”로 더하세요. 지문은 %3입니다.</translation>
    </message>
    <message>
        <source>Get the vendor&apos;s public key, compare its fingerprint, and give it to “dosirak keys add FILE --as %1”.</source>
        <translation>공급사의 공개 키를 받아 지문을 비교한 뒤 “dosirak keys add FILE --as %1”로 더하세요.</translation>
    </message>
    <message>
        <source>Presets extend each other more than %1 deep: %2.</source>
        <translation>프리셋이 %1단계보다 깊게 서로를 물려받습니다: %2.</translation>
    </message>
    <message>
        <source>Put what they have in common into fewer presets.</source>
        <translation>공통된 것을 더 적은 프리셋에 모으세요.</translation>
    </message>
    <message>
        <source>Correct “extends”, or bring that preset.</source>
        <translation>“extends”를 고치거나 그 프리셋을 가져오세요.</translation>
    </message>
    <message>
        <source>The preset does not say which version of the format it has.</source>
        <translation>프리셋이 어느 버전의 형식인지 말하지 않습니다.</translation>
    </message>
    <message>
        <source>Write “&quot;schema_version&quot;: %1” into it.</source>
        <translation>“&quot;schema_version&quot;: %1”을(를) 적어 넣으세요.</translation>
    </message>
    <message>
        <source>There is no such version of the format: whole numbers from 1 to %1 are known.</source>
        <translation>그런 버전의 형식은 없습니다. 1부터 %1까지의 정수를 압니다.</translation>
    </message>
    <message>
        <source>The whole document cannot be changed at once.</source>
        <translation>문서 전체를 한 번에 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>This value is inherited; it cannot be taken out here.</source>
        <translation>물려받은 값이므로 여기에서 뺄 수 없습니다.</translation>
    </message>
    <message>
        <source>Change the preset that it comes from, or give it another value here.</source>
        <translation>그 값을 주는 프리셋을 바꾸거나, 여기에서 다른 값을 주세요.</translation>
    </message>
    <message>
        <source>A JSON patch names a place that is not there.</source>
        <translation>JSON 패치가 없는 자리를 가리킵니다.</translation>
    </message>
    <message>
        <source>A JSON patch does not fit the preset.</source>
        <translation>JSON 패치가 프리셋에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>[build-system] requires of %1</source>
        <translation>%1의 빌드 요구 사항([build-system] requires)</translation>
    </message>
    <message>
        <source>With what the source archives need to be built</source>
        <translation>소스 아카이브를 빌드하는 데 필요한 것을 더해</translation>
    </message>
    <message>
        <source>What the source archives need to be built does not come to an end.</source>
        <translation>소스 아카이브를 빌드하는 데 필요한 것이 끝없이 이어집니다.</translation>
    </message>
    <message>
        <source>Allow fewer packages as source archives.</source>
        <translation>소스 아카이브를 허용하는 패키지를 줄이세요.</translation>
    </message>
    <message>
        <source>%1 decides while it is built what it needs: its source archive may not name all of it. Add what is missing to the requirements.</source>
        <translation>%1은(는) 빌드하는 동안 무엇이 필요한지 정하므로, 소스 아카이브에 다 적혀 있지 않을 수 있습니다. 빠진 것을 요구 사항에 더하세요.</translation>
    </message>
    <message>
        <source> (%1-libs and %1-bindings)</source>
        <translation> (%1-libs, %1-bindings)</translation>
    </message>
    <message>
        <source>%1 is no source: while it is built it downloads its real parts by running pip against %2, so it cannot be locked. Ask for those parts themselves%3, and add that index for their names.</source>
        <translation>%1은(는) 소스가 아닙니다. 빌드하는 동안 %2에 대고 pip을 실행해 진짜 부분을 내려받으므로 잠글 수 없습니다. 그 부분을 직접 요구하고%3, 그 이름들에 그 인덱스를 더하세요.</translation>
    </message>
    <message>
        <source>There is a %1 on index “%2” and one on %3. It is taken from “%2”, which comes first; pin it to the index that you mean.</source>
        <translation>인덱스 “%2”에도 %3에도 %1이(가) 있습니다. 앞선 “%2”에서 가져옵니다. 뜻한 인덱스에 고정하세요.</translation>
    </message>
    <message>
        <source>An image of “%1” has no full name of its own: “%2”.</source>
        <translation>“%1”의 이미지에는 온전한 이름이 없습니다: “%2”.</translation>
    </message>
    <message>
        <source>Say what it is called: --as localhost/my-base:1</source>
        <translation>이름을 적으세요: --as localhost/my-base:1</translation>
    </message>
    <message>
        <source>Say which image of the engine is meant.</source>
        <translation>엔진의 어느 이미지인지 적으세요.</translation>
    </message>
    <message>
        <source>“dosirak base-image import --engine --as nvidia/cuda:12.4.1-runtime-ubuntu22.04”</source>
        <translation>“dosirak base-image import --engine --as nvidia/cuda:12.4.1-runtime-ubuntu22.04”</translation>
    </message>
    <message>
        <source>Make it with “docker save -o FILE IMAGE” where the image is.</source>
        <translation>이미지가 있는 곳에서 “docker save -o FILE IMAGE”로 만드세요.</translation>
    </message>
    <message>
        <source>“%1” is not an image archive.</source>
        <translation>“%1”은(는) 이미지 아카이브가 아닙니다.</translation>
    </message>
    <message>
        <source>The archive of the base image is not there: %1.</source>
        <translation>베이스 이미지의 아카이브가 없습니다: %1.</translation>
    </message>
    <message>
        <source>Make it with “docker save -o %1 %2” where the image is, or correct “base_images”.</source>
        <translation>이미지가 있는 곳에서 “docker save -o %1 %2”로 만들거나 “base_images”를 고치세요.</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>레지스트리에 묻는 중</translation>
    </message>
    <message>
        <source>Run “dosirak base-image make” where there is a network, or bring it: “dosirak base-image import FILE --as %1”.</source>
        <translation>네트워크가 있는 곳에서 “dosirak base-image make”를 실행하거나, “dosirak base-image import FILE --as %1”로 가져오세요.</translation>
    </message>
    <message>
        <source>Load it into the engine (docker pull or docker load), bring an archive or a layout of it with “dosirak base-image import FILE --as %1”, or name one in the preset.</source>
        <translation>엔진에 불러오거나(docker pull 또는 docker load), 그 아카이브나 레이아웃을 “dosirak base-image import FILE --as %1”로 가져오거나, 프리셋에 다른 이미지를 적으세요.</translation>
    </message>
    <message>
        <source>“%1” names no registry.</source>
        <translation>“%1”에 레지스트리 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The registry did not give out “%1” (%2); %3 was taken.</source>
        <translation>레지스트리가 “%1”을(를) 주지 않아(%2) %3을(를) 썼습니다.</translation>
    </message>
    <message>
        <source>the copy of an earlier run</source>
        <translation>이전 실행의 사본</translation>
    </message>
    <message>
        <source>the engine&apos;s image of that name</source>
        <translation>엔진에 있는 그 이름의 이미지</translation>
    </message>
    <message>
        <source>The image that “%1” stood for cannot be had any more; a newer one takes its place.</source>
        <translation>“%1”이(가) 가리키던 이미지를 더는 구할 수 없어 새 이미지로 대신합니다.</translation>
    </message>
    <message>
        <source>“%1” is another image here than the one the lock names.</source>
        <translation>여기의 “%1”은(는) 잠금에 적힌 것과 다른 이미지입니다.</translation>
    </message>
    <message>
        <source>Run “dosirak lock --upgrade-package %1 %2” to take this one, or bring the one of the lock: “dosirak base-image import FILE”.</source>
        <translation>“dosirak lock --upgrade-package %1 %2”를 실행해 이것을 쓰거나, 잠금의 것을 “dosirak base-image import FILE”로 가져오세요.</translation>
    </message>
    <message>
        <source>locked: %1
here:   %2</source>
        <translation>잠긴 것: %1
여기 것: %2</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile; nothing was written.</source>
        <translation>그사이 %1이(가) 바뀌어 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Try again: the change is then made for what is there now.</source>
        <translation>다시 시도하세요. 그러면 지금 있는 것에 맞추어 바꿉니다.</translation>
    </message>
    <message>
        <source>The file is larger than any that people write.</source>
        <translation>사람이 쓰는 어떤 파일보다도 큽니다.</translation>
    </message>
    <message>
        <source>At most %1 MiB are read.</source>
        <translation>최대 %1 MiB까지 읽습니다.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>It is not known what kind of file this is.</source>
        <translation>어떤 종류의 파일인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Known are requirements.txt, pyproject.toml, Dockerfile, and what “pip freeze” and “dpkg -l” print; say which it is.</source>
        <translation>requirements.txt, pyproject.toml, Dockerfile, “pip freeze”와 “dpkg -l”의 출력을 압니다. 어느 것인지 적으세요.</translation>
    </message>
    <message>
        <source>This line pulls an image in every build; Dosirak&apos;s recipes need none.</source>
        <translation>이 줄은 빌드할 때마다 이미지를 받아 옵니다. Dosirak의 레시피에는 필요 없습니다.</translation>
    </message>
    <message>
        <source>There is no FROM: this is no Dockerfile.</source>
        <translation>FROM이 없습니다. Dockerfile이 아닙니다.</translation>
    </message>
    <message>
        <source>This FROM was not understood.</source>
        <translation>이 FROM을 이해하지 못했습니다.</translation>
    </message>
    <message>
        <source>Files of a build context are not part of a preset: add what is to come with it to “sources”.</source>
        <translation>빌드 컨텍스트의 파일은 프리셋에 들어가지 않습니다. 함께 가져갈 것은 “sources”에 더하세요.</translation>
    </message>
    <message>
        <source>“%1” has no place in a preset.</source>
        <translation>“%1”은(는) 프리셋에 들어갈 자리가 없습니다.</translation>
    </message>
    <message>
        <source>The command “%1” was not understood: Dosirak&apos;s recipes run no commands of their own.</source>
        <translation>“%1” 명령을 이해하지 못했습니다. Dosirak의 레시피는 따로 적은 명령을 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” was not understood as the name of a package.</source>
        <translation>“%1”을(를) 패키지 이름으로 이해하지 못했습니다.</translation>
    </message>
    <message>
        <source>Only “apt-get install” is taken.</source>
        <translation>“apt-get install”만 가져옵니다.</translation>
    </message>
    <message>
        <source>Nothing is upgraded in a build: take a newer base image, or name the packages.</source>
        <translation>빌드에서는 아무것도 업그레이드하지 않습니다. 더 새 베이스 이미지를 쓰거나 패키지를 적으세요.</translation>
    </message>
    <message>
        <source>Only “pip install” is taken.</source>
        <translation>“pip install”만 가져옵니다.</translation>
    </message>
    <message>
        <source>An index is not taken by itself: add it below “wheels.indexes” with the packages that are to come from it.</source>
        <translation>인덱스만 따로 가져오지는 않습니다. 그곳에서 올 패키지와 함께 “wheels.indexes” 아래에 더하세요.</translation>
    </message>
    <message>
        <source>“%1” is another file: import it as well.</source>
        <translation>“%1”은(는) 다른 파일입니다. 그것도 가져오세요.</translation>
    </message>
    <message>
        <source>The option “%1” has no place in a preset.</source>
        <translation>옵션 “%1”은(는) 프리셋에 들어갈 자리가 없습니다.</translation>
    </message>
    <message>
        <source>“%1” was not understood as a requirement.</source>
        <translation>“%1”을(를) 요구 사항으로 이해하지 못했습니다.</translation>
    </message>
    <message>
        <source>An editable install has no wheel: build a wheel of it, and give it a place in an index or a folder.</source>
        <translation>편집 가능 설치에는 휠이 없습니다. 휠로 빌드하여 인덱스나 폴더에 두세요.</translation>
    </message>
    <message>
        <source>Pre-releases are welcomed package by package, in “wheels.prereleases”.</source>
        <translation>사전 릴리스는 패키지마다 “wheels.prereleases”에서 허용합니다.</translation>
    </message>
    <message>
        <source>This is no requirement: %1</source>
        <translation>요구 사항이 아닙니다: %1</translation>
    </message>
    <message>
        <source>“%1” comes from a place that only that machine has: give its wheel a place in an index or a folder.</source>
        <translation>“%1”은(는) 그 컴퓨터에만 있는 곳에서 옵니다. 그 휠을 인덱스나 폴더에 두세요.</translation>
    </message>
    <message>
        <source>Variables of the environment have no place in a preset.</source>
        <translation>환경 변수는 프리셋에 들어갈 자리가 없습니다.</translation>
    </message>
    <message>
        <source>It comes with PyTorch, at the version that PyTorch names.</source>
        <translation>PyTorch가 정한 버전으로 PyTorch와 함께 옵니다.</translation>
    </message>
    <message>
        <source>This is no line of dpkg&apos;s.</source>
        <translation>dpkg의 줄이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” was not wholly installed there.</source>
        <translation>“%1”은(는) 그곳에 온전히 설치되어 있지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 packages are taken without their versions: the lock pins each to what the preset&apos;s apt sources have.</source>
        <translation>패키지 %1개를 버전 없이 가져옵니다. 잠금이 각각을 프리셋의 apt 소스에 있는 것으로 고정합니다.</translation>
    </message>
    <message>
        <source>%1 → %2, in the place of %3</source>
        <translation>%3 대신 %1 → %2</translation>
    </message>
    <message>
        <source>The preset&apos;s “pytorch” names one exact release: choose it there, or with “dosirak auto”.</source>
        <translation>프리셋의 “pytorch”에는 정확한 릴리스 하나를 적습니다. 그곳에서 고르거나 “dosirak auto”를 쓰세요.</translation>
    </message>
    <message>
        <source>TensorRT is chosen in the preset&apos;s “tensorrt”: its package on the index fetches more while it is installed.</source>
        <translation>TensorRT는 프리셋의 “tensorrt”에서 고릅니다. 인덱스에 있는 패키지는 설치하는 동안 더 내려받습니다.</translation>
    </message>
    <message>
        <source>“%1” names no base image that could be taken.</source>
        <translation>“%1”에는 가져올 수 있는 베이스 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Which system “%1” holds is not known by its name: look whether “os” and “cuda” still hold.</source>
        <translation>“%1”에 어느 시스템이 들어 있는지는 이름만으로 알 수 없습니다. “os”와 “cuda”가 여전히 맞는지 보세요.</translation>
    </message>
    <message>
        <source>The preset keeps its Python: look whether it is one of these.</source>
        <translation>프리셋의 Python을 그대로 둡니다. 이 가운데 하나인지 보세요.</translation>
    </message>
    <message>
        <source>It does not come from an index: give its wheel a place in an index or a folder.</source>
        <translation>인덱스에서 오지 않습니다. 그 휠을 인덱스나 폴더에 두세요.</translation>
    </message>
    <message>
        <source>This form has no plain requirement: write it by hand.</source>
        <translation>이 형식은 보통의 요구 사항으로 적을 수 없습니다. 직접 적으세요.</translation>
    </message>
    <message>
        <source>A requirement is text.</source>
        <translation>요구 사항은 텍스트여야 합니다.</translation>
    </message>
    <message>
        <source>The optional group “%1” is not taken: add by hand what you need of it.</source>
        <translation>선택 그룹 “%1”은(는) 가져오지 않습니다. 필요한 것을 직접 더하세요.</translation>
    </message>
    <message>
        <source>This is no TOML: %1</source>
        <translation>TOML이 아닙니다: %1</translation>
    </message>
    <message>
        <source>There is neither a [project] table nor one of Poetry&apos;s: nothing is taken.</source>
        <translation>[project] 표도 Poetry의 표도 없습니다. 아무것도 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>The dependencies are only known when the project is built: import its requirements.txt or a “pip freeze”.</source>
        <translation>의존성은 프로젝트를 빌드할 때에야 알 수 있습니다. requirements.txt나 “pip freeze”를 가져오세요.</translation>
    </message>
    <message>
        <source>%1 %2 for CUDA %3</source>
        <translation>CUDA %3용 %1 %2</translation>
    </message>
    <message>
        <source>“%1” is not locked yet: what it needs is not known.</source>
        <translation>“%1”은(는) 아직 잠그지 않아 무엇이 필요한지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Taking it into the store</source>
        <translation>보관소에 넣는 중</translation>
    </message>
    <message>
        <source>“%1” holds no OpenPGP public key.</source>
        <translation>“%1”에 OpenPGP 공개 키가 없습니다.</translation>
    </message>
    <message>
        <source>Save the key file itself, not the page that shows it.</source>
        <translation>키를 보여 주는 페이지가 아니라 키 파일 자체를 저장하세요.</translation>
    </message>
    <message>
        <source>Name it with --as, for example --as nvidia-cuda.asc.</source>
        <translation>--as로 이름을 적으세요. 예: --as nvidia-cuda.asc.</translation>
    </message>
    <message>
        <source>“%1” is no fingerprint: 40 hexadecimal digits are.</source>
        <translation>“%1”은(는) 지문이 아닙니다. 지문은 16진수 40자리입니다.</translation>
    </message>
    <message>
        <source>“%1” holds the key %2. Nothing here says whether that is the vendor&apos;s.</source>
        <translation>“%1”에 키 %2이(가) 들어 있습니다. 그것이 공급사의 키인지는 여기에서 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Compare it with what the vendor publishes, then add it with --fingerprint %1.</source>
        <translation>공급사가 공개한 것과 비교한 뒤 --fingerprint %1을(를) 붙여 더하세요.</translation>
    </message>
    <message>
        <source>“%1” holds the key %2, not %3.</source>
        <translation>“%1”에 %3이(가) 아니라 키 %2이(가) 들어 있습니다.</translation>
    </message>
    <message>
        <source>The key of %1 is at %2.</source>
        <translation>%1의 키는 %2에 있습니다.</translation>
    </message>
    <message>
        <source>Do not use it, unless you know why it is another one.</source>
        <translation>왜 다른 키인지 알지 못한다면 쓰지 마세요.</translation>
    </message>
    <message>
        <source>“%1” does not say what a working folder uses.</source>
        <translation>“%1”은(는) 작업 폴더가 무엇을 쓰는지 말하지 않습니다.</translation>
    </message>
    <message>
        <source>Remove it and sync that folder&apos;s presets again.</source>
        <translation>그것을 제거하고 그 폴더의 프리셋을 다시 동기화하세요.</translation>
    </message>
    <message>
        <source>“%1” is not a working folder that is known here.</source>
        <translation>“%1”은(는) 여기에서 아는 작업 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>“dosirak store gc --dry-run --json” lists those that are.</source>
        <translation>아는 폴더는 “dosirak store gc --dry-run --json”으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The base image “%1” was not brought to hand.</source>
        <translation>베이스 이미지 “%1”을(를) 준비하지 못했습니다.</translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation>절대 경로</translation>
    </message>
    <message>
        <source>a whole number of at least %1</source>
        <translation>%1 이상의 정수</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1부터 %2까지의 정수</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>텍스트의 목록</translation>
    </message>
    <message>
        <source>“URL prefix”: “URL prefix”, each beginning with https://, http:// or file://</source>
        <translation>“URL 앞부분”: “URL 앞부분”, 각각 https://, http://, file:// 가운데 하나로 시작</translation>
    </message>
    <message>
        <source>an object of hosts</source>
        <translation>호스트의 객체</translation>
    </message>
    <message>
        <source>“user” and “password” for each host</source>
        <translation>호스트마다 “user”와 “password”</translation>
    </message>
    <message>
        <source>There is no setting “%1”.</source>
        <translation>“%1” 설정이 없습니다.</translation>
    </message>
    <message>
        <source>These are known: %1</source>
        <translation>아는 설정: %1</translation>
    </message>
    <message>
        <source>“%1” is no address for %2.</source>
        <translation>“%1”은(는) %2의 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>Write it as http://host:port or socks5://host:port.</source>
        <translation>http://host:port 또는 socks5://host:port로 적으세요.</translation>
    </message>
    <message>
        <source>Write it as https://host/path.</source>
        <translation>https://host/path로 적으세요.</translation>
    </message>
    <message>
        <source>the HTTP proxy</source>
        <translation>HTTP 프록시</translation>
    </message>
    <message>
        <source>the HTTPS proxy</source>
        <translation>HTTPS 프록시</translation>
    </message>
    <message>
        <source>a mirror&apos;s origin</source>
        <translation>미러의 원래 주소</translation>
    </message>
    <message>
        <source>a mirror</source>
        <translation>미러</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>“%1” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Choose a file of PEM certificates.</source>
        <translation>PEM 인증서 파일을 고르세요.</translation>
    </message>
    <message>
        <source>The folder of the store is not an absolute path: “%1”.</source>
        <translation>보관소 폴더가 절대 경로가 아닙니다: “%1”.</translation>
    </message>
    <message>
        <source>Another Dosirak is syncing “%1” at this moment.</source>
        <translation>지금 다른 Dosirak이 “%1”을(를) 동기화하고 있습니다.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>The store cannot be written to. %1</source>
        <translation>보관소에 쓸 수 없습니다. %1</translation>
    </message>
    <message>
        <source>Set “store_folder” in the settings to a folder of yours.</source>
        <translation>설정의 “store_folder”를 쓸 수 있는 폴더로 바꾸세요.</translation>
    </message>
    <message>
        <source>The exact archive of TensorRT %1 for CUDA %2 is not known.</source>
        <translation>CUDA %2용 TensorRT %1의 정확한 아카이브를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Name it in “sources”: an entry “TensorRT” with “file” as NVIDIA&apos;s page names it, and no “url”.</source>
        <translation>“sources”에 적으세요: “url” 없이 NVIDIA 페이지에 적힌 이름을 “file”로 한 “TensorRT” 항목.</translation>
    </message>
    <message>
        <source>A person must fetch it: %1</source>
        <translation>사람이 가져와야 합니다: %1</translation>
    </message>
    <message>
        <source>The lock does not know it.</source>
        <translation>잠금에 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1; manifest SHA-256 %2</source>
        <translation>
            <numerusform>파일 %n개, %1. 매니페스트 SHA-256 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packages, %1</source>
        <translation>
            <numerusform>패키지 %n개, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 in all</source>
        <translation>
            <numerusform>파일 %n개, 모두 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wheels</source>
        <translation>
            <numerusform>휠 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n debs</source>
        <translation>
            <numerusform>deb 패키지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source archives</source>
        <translation>
            <numerusform>소스 아카이브 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n base images</source>
        <translation>
            <numerusform>베이스 이미지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” has %n errors and cannot be locked.</source>
        <translation>
            <numerusform>“%1”에 오류 %n개가 있어 잠글 수 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1</source>
        <translation>
            <numerusform>파일 %n개, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend what can be mended: each change is shown and asked for.</source>
        <translation>고칠 수 있는 것을 고칩니다. 변경마다 보여 주고 묻습니다.</translation>
    </message>
    <message>
        <source>“dosirak facts show [section]”, “facts diff FILE”, “facts import FILE” or “facts remove” is the call.</source>
        <translation>“dosirak facts show [section]”, “facts diff FILE”, “facts import FILE”, “facts remove” 가운데 하나로 쓰세요(호환성 자료).</translation>
    </message>
    <message>
        <source>from</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>The facts have no section “%1”.</source>
        <translation>호환성 자료에 “%1” 구역이 없습니다.</translation>
    </message>
    <message>
        <source>These are: %1</source>
        <translation>쓸 수 있는 것: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2: %n changes</source>
        <translation>
            <numerusform>%1 → %2: 변경 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Show, compare or import the compatibility facts (facts show, diff, import, remove)</source>
        <translation>호환성 자료를 보고, 비교하고, 가져옵니다(facts show, diff, import, remove)</translation>
    </message>
    <message>
        <source>show (without a word, too): the set in use, or one section of it. diff: what a file would change. import: use a newer file. remove: back to the set that ships.</source>
        <translation>show(적지 않아도 같음): 쓰고 있는 자료 또는 그 한 구역. diff: 파일이 바꿀 것. import: 더 새 파일을 씀. remove: 함께 제공되는 자료로 돌아감.</translation>
    </message>
    <message>
        <source>import: the SHA-256 that the file was published with.</source>
        <translation>import: 파일과 함께 공개된 SHA-256.</translation>
    </message>
    <message>
        <source>import: take the file as it is, without asking.</source>
        <translation>import: 묻지 않고 파일을 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Facts %1, SHA-256 %2. Use them?</source>
        <translation>호환성 자료 %1, SHA-256 %2. 쓸까요?</translation>
    </message>
    <message>
        <source>Give the SHA-256 that it was published with (--sha256), or --yes.</source>
        <translation>함께 공개된 SHA-256을 적거나(--sha256) --yes를 붙이세요.</translation>
    </message>
    <message>
        <source>Facts %1 are in use now.</source>
        <translation>이제 호환성 자료 %1을(를) 씁니다.</translation>
    </message>
    <message>
        <source>“%1” is no axis of the matrix.</source>
        <translation>“%1”은(는) 호환성 표의 축이 아닙니다.</translation>
    </message>
    <message>
        <source>✓ yes  ⚠ with limits  ✕ no  ? unknown, which is not a no  ● a preset of this folder</source>
        <translation>✓ 됨  ⚠ 제한 있음  ✕ 안 됨  ? 알 수 없음(안 된다는 뜻이 아님)  ● 이 폴더의 프리셋</translation>
    </message>
    <message>
        <source>(…) not on that machine</source>
        <translation>(…) 그 컴퓨터에서는 안 됨</translation>
    </message>
    <message>
        <source>Print the compatibility matrix of any two axes</source>
        <translation>두 축을 골라 호환성 표를 출력합니다</translation>
    </message>
    <message>
        <source>An axis (pytorch): %1.</source>
        <translation>축(pytorch): %1.</translation>
    </message>
    <message>
        <source>Another axis (cuda).</source>
        <translation>다른 축(cuda).</translation>
    </message>
    <message>
        <source>Only rows of this version (can be repeated).</source>
        <translation>이 버전의 행만(여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>Only columns of this version (can be repeated).</source>
        <translation>이 버전의 열만(여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>Judge every cell with this value of another axis, as python=3.10 (can be repeated).</source>
        <translation>python=3.10처럼 다른 축의 값을 모든 칸에 함께 판정합니다(여러 번 쓸 수 있음).</translation>
    </message>
    <message>
        <source>axis=value</source>
        <translation>축=값</translation>
    </message>
    <message>
        <source>Mark what does not run on this GPU.</source>
        <translation>이 GPU에서 돌지 않는 것을 표시합니다.</translation>
    </message>
    <message>
        <source>Mark what does not run with this driver.</source>
        <translation>이 드라이버로 돌지 않는 것을 표시합니다.</translation>
    </message>
    <message>
        <source>text, tsv, csv, markdown or html.</source>
        <translation>text, tsv, csv, markdown, html 가운데 하나.</translation>
    </message>
    <message>
        <source>form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Rows and columns are the same axis.</source>
        <translation>행과 열이 같은 축입니다.</translation>
    </message>
    <message>
        <source>Name two of these: %1</source>
        <translation>이 가운데 둘을 적으세요: %1</translation>
    </message>
    <message>
        <source>The facts %1 know no such version.</source>
        <translation>호환성 자료 %1에 그런 버전이 없습니다.</translation>
    </message>
    <message>
        <source>“dosirak matrix” without --row and --column shows all.</source>
        <translation>--row와 --column 없이 “dosirak matrix”를 실행하면 모두 보입니다.</translation>
    </message>
    <message>
        <source>“%1” gives no value.</source>
        <translation>“%1”에 값이 없습니다.</translation>
    </message>
    <message>
        <source>For example: --pin python=3.10</source>
        <translation>예: --pin python=3.10</translation>
    </message>
    <message>
        <source>“%1” is no form of a matrix.</source>
        <translation>“%1”은(는) 호환성 표의 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>These are: text, tsv, csv, markdown, html.</source>
        <translation>쓸 수 있는 것: text, tsv, csv, markdown, html.</translation>
    </message>
    <message>
        <source>These are no facts of Dosirak: “facts_schema” is missing or is not a whole number.</source>
        <translation>Dosirak의 호환성 자료가 아닙니다. “facts_schema”가 없거나 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>Judging the matrix</source>
        <translation>호환성 표 판정 중</translation>
    </message>
    <message>
        <source>%1 (not on my machine)</source>
        <translation>%1(내 컴퓨터에서는 안 됨)</translation>
    </message>
    <message>
        <source>Facts %1</source>
        <translation>호환성 자료 %1</translation>
    </message>
    <message>
        <source>pinned: %1</source>
        <translation>고정: %1</translation>
    </message>
    <message>
        <source>my machine: %1 %2</source>
        <translation>내 컴퓨터: %1 %2</translation>
    </message>
    <message>
        <source>Name an index in the preset or in the settings, set PIP_INDEX_URL, or install pip.</source>
        <translation>프리셋이나 설정에 인덱스를 적거나, PIP_INDEX_URL을 설정하거나, pip을 설치하세요.</translation>
    </message>
    <message>
        <source>The facts that ship with the program are not in it.</source>
        <translation>프로그램에 들어 있어야 할 호환성 자료가 없습니다.</translation>
    </message>
    <message>
        <source>Import a set that is whole, or go back to the one that ships: “dosirak facts remove”.</source>
        <translation>온전한 호환성 자료를 가져오거나, “dosirak facts remove”로 함께 제공되는 자료로 돌아가세요.</translation>
    </message>
    <message>
        <source>“%1” is not the file that was confirmed: its SHA-256 differs.</source>
        <translation>“%1”은(는) 확인한 파일이 아닙니다. SHA-256이 다릅니다.</translation>
    </message>
    <message>
        <source>Get it again, or compare the SHA-256 with where it was published.</source>
        <translation>다시 받거나, SHA-256을 공개된 곳의 값과 비교하세요.</translation>
    </message>
    <message>
        <source>wanted: %1
here:   %2</source>
        <translation>바라는 것: %1
여기 것: %2</translation>
    </message>
    <message>
        <source>The facts %1 are older than those that ship with the program, %2.</source>
        <translation>호환성 자료 %1이(가) 프로그램에 들어 있는 %2보다 오래되었습니다.</translation>
    </message>
    <message>
        <source>Import a newer set.</source>
        <translation>더 새 호환성 자료를 가져오세요.</translation>
    </message>
    <message>
        <source>No facts were imported: those that ship with the program are in use.</source>
        <translation>가져온 호환성 자료가 없습니다. 프로그램에 들어 있는 것을 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>“%1” cannot be removed.</source>
        <translation>“%1”을(를) 제거할 수 없습니다.</translation>
    </message>
    <message>
        <source>There are artifacts of “%1” already.</source>
        <translation>“%1”의 아티팩트가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Choose another name, or move %1 away.</source>
        <translation>다른 이름을 고르거나 %1을(를) 치우세요.</translation>
    </message>
    <message>
        <source>The artifacts of “%1” could not be renamed.</source>
        <translation>“%1”의 아티팩트 폴더 이름을 바꾸지 못했습니다.</translation>
    </message>
    <message>
        <source>Look whether the folder can be written.</source>
        <translation>폴더에 쓸 수 있는지 보세요.</translation>
    </message>
    <message>
        <source>“%1” could not be renamed.</source>
        <translation>“%1”의 이름을 바꾸지 못했습니다.</translation>
    </message>
    <message>
        <source>“%1” could not be moved to the trash.</source>
        <translation>“%1”을(를) 휴지통으로 옮기지 못했습니다.</translation>
    </message>
    <message>
        <source>Print the JSON Schema of a preset, of a lock or of facts</source>
        <translation>프리셋, 잠금, 호환성 자료의 JSON 스키마를 출력합니다</translation>
    </message>
    <message>
        <source>“preset” (without it, too), “lock” or “facts”.</source>
        <translation>“preset”(적지 않아도 같음, 프리셋), “lock”(잠금), “facts”(호환성 자료).</translation>
    </message>
    <message>
        <source>There are those of “preset”, “lock” and “facts”.</source>
        <translation>“preset”(프리셋), “lock”(잠금), “facts”(호환성 자료)의 스키마가 있습니다.</translation>
    </message>
    <message>
        <source>The facts do not hold to their schema: %1</source>
        <translation>호환성 자료가 스키마에 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>“dosirak schema facts” prints it.</source>
        <translation>호환성 자료의 스키마는 “dosirak schema facts”로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>No secure connection to “%1” could be made.</source>
        <translation>“%1”에 보안 연결을 맺지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>dosirak::gui</name>
    <message>
        <source>Step by step:</source>
        <translation>단계별로:</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::Background</name>
    <message>
        <source>Show Dosirak</source>
        <translation>Dosirak 보기</translation>
    </message>
    <message>
        <source>Cancel all that runs</source>
        <translation>실행 중인 것 모두 취소</translation>
    </message>
    <message numerus="yes">
        <source>Dosirak: %n running</source>
        <translation>
            <numerusform>Dosirak: %n개 실행 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Dosirak</source>
        <translation>도시락</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::BuildsPage</name>
    <message>
        <source>This step</source>
        <translation>이 단계</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>모든 단계</translation>
    </message>
    <message>
        <source>The best that is here</source>
        <translation>여기 있는 가장 좋은 엔진</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1번째 줄</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>&amp;Find in the log</source>
        <translation>로그에서 찾기(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>다음 찾기(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the first &amp;error</source>
        <translation>첫 오류로 가기(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;ollow the log</source>
        <translation>로그 따라가기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Look for engines again</source>
        <translation>엔진 다시 찾기(&amp;L)</translation>
    </message>
    <message>
        <source>Look for engines</source>
        <translation>엔진 찾기</translation>
    </message>
    <message>
        <source>None was found</source>
        <translation>찾은 것이 없음</translation>
    </message>
    <message>
        <source>The best: %1</source>
        <translation>가장 좋은 것: %1</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>엔진 없음</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 읽는 중…</translation>
    </message>
    <message>
        <source>Look inside %1</source>
        <translation>%1 안 보기</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::BundlesModel</name>
    <message>
        <source>Bundle</source>
        <translation>번들</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>조각</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>만든 때</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::BundlesPage</name>
    <message>
        <source>as the preset says</source>
        <translation>프리셋대로</translation>
    </message>
    <message>
        <source>no limit: one file</source>
        <translation>제한 없음: 파일 하나</translation>
    </message>
    <message>
        <source>FAT32: 4 GiB less one byte</source>
        <translation>FAT32: 4 GiB에서 1바이트 뺀 크기</translation>
    </message>
    <message>
        <source>1 GiB</source>
        <translation>1 GiB</translation>
    </message>
    <message>
        <source>&amp;Make a bundle</source>
        <translation>번들 만들기(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Verify the chosen bundle</source>
        <translation>고른 번들 검증(&amp;V)</translation>
    </message>
    <message>
        <source>Verify a &amp;file …</source>
        <translation>파일 검증(&amp;F)…</translation>
    </message>
    <message>
        <source>Verify a bundle</source>
        <translation>번들 검증</translation>
    </message>
    <message>
        <source>Bundles (*.tar *.001)</source>
        <translation>번들 (*.tar *.001)</translation>
    </message>
    <message>
        <source>&amp;Import a bundle …</source>
        <translation>번들 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Import a bundle: its file or its first part</source>
        <translation>번들 가져오기: 파일 또는 첫 조각</translation>
    </message>
    <message>
        <source>Verifying %1 …</source>
        <translation>%1 검증 중…</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 검증</translation>
    </message>
    <message>
        <source>The verification was stopped.</source>
        <translation>검증을 중지했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 is whole: %n files, %2, every byte read in %3.</source>
        <translation>
            <numerusform>✓ %1은(는) 온전합니다. 파일 %n개, %2, %3 동안 모든 바이트를 읽었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>✗ %1 is not whole: %2 damaged, %3 missing, %4 not in the manifest. Carry it again.</source>
        <translation>✗ %1이(가) 온전하지 않습니다. 손상 %2개, 없음 %3개, 매니페스트에 없는 파일 %4개. 다시 옮기세요.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>번들 만들기</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>번들</translation>
    </message>
    <message>
        <source>&amp;Compare two chosen bundles</source>
        <translation>고른 두 번들 비교(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;opy the list of files</source>
        <translation>파일 목록 복사(&amp;O)</translation>
    </message>
    <message>
        <source>Choose a bundle to see what is in it.</source>
        <translation>번들을 고르면 안에 든 것을 볼 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %2: %n files, %3. Verify it to have every byte read and compared with its manifest.</source>
        <translation>
            <numerusform>%2용 %1: 파일 %n개, %3. 검증하면 모든 바이트를 읽어 매니페스트와 비교합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose two bundles (with Ctrl) to compare them.</source>
        <translation>비교하려면 번들 둘을 고르세요(Ctrl과 함께).</translation>
    </message>
    <message>
        <source>%1 and %2 hold the same files.</source>
        <translation>%1과(와) %2에 든 파일이 같습니다.</translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2: %n files differ.</source>
        <translation>
            <numerusform>%1에서 %2(으)로: 파일 %n개가 다릅니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::ChoiceBox</name>
    <message>
        <source>%1, does not go: %2</source>
        <translation>%1, 맞지 않음: %2</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::ContentsModel</name>
    <message>
        <source>not verified yet</source>
        <translation>아직 검증하지 않음</translation>
    </message>
    <message>
        <source>good</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not in the manifest</source>
        <translation>매니페스트에 없음</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 파일</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>%1 before, %2 now</source>
        <translation>전에는 %1, 지금은 %2</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>없어짐</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::DependencyModel</name>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::DiffView</name>
    <message>
        <source>&amp;Against</source>
        <translation>비교 대상(&amp;A)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교할 것</translation>
    </message>
    <message>
        <source>what was saved</source>
        <translation>저장된 것</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>이전 변경</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>다음 변경</translation>
    </message>
    <message>
        <source>What a save would change</source>
        <translation>저장하면 바뀌는 것</translation>
    </message>
    <message>
        <source>+%1 −%2 lines</source>
        <translation>줄 +%1 −%2</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::DownloadsPage</name>
    <message>
        <source>why:</source>
        <translation>이유:</translation>
    </message>
    <message>
        <source>state:</source>
        <translation>상태:</translation>
    </message>
    <message>
        <source>from:</source>
        <translation>출처:</translation>
    </message>
    <message>
        <source>licence:</source>
        <translation>라이선스:</translation>
    </message>
    <message>
        <source>page:</source>
        <translation>페이지:</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>종류별</translation>
    </message>
    <message>
        <source>By requirement</source>
        <translation>요구 사항별</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>상태별</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>아직 없는 것</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>직접 넣을 것</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>&amp;Filter files</source>
        <translation>파일 필터(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pause these</source>
        <translation>이 파일 일시 중지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume these</source>
        <translation>이 파일 계속(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;try these</source>
        <translation>이 파일 다시 시도(&amp;T)</translation>
    </message>
    <message>
        <source>These &amp;first</source>
        <translation>이 파일 먼저(&amp;F)</translation>
    </message>
    <message>
        <source>Open the f&amp;older of this file</source>
        <translation>이 파일의 폴더 열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy these rows</source>
        <translation>이 행 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Lock again</source>
        <translation>다시 잠그기</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>파일 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>실패 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by hand</source>
        <translation>
            <numerusform>직접 넣을 것 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>동기화</translation>
    </message>
    <message>
        <source>Choose a file to see why it is here.</source>
        <translation>파일을 고르면 왜 필요한지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>&amp;Verify what is here</source>
        <translation>여기 있는 것 검증(&amp;V)</translation>
    </message>
    <message>
        <source>Pause a&amp;ll</source>
        <translation>모두 일시 중지(&amp;L)</translation>
    </message>
    <message>
        <source>Resu&amp;me all</source>
        <translation>모두 계속(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Hand over files that needed a login …</source>
        <translation>로그인이 필요했던 파일 넘기기…(&amp;H)</translation>
    </message>
    <message>
        <source>Files that you downloaded behind a login</source>
        <translation>로그인하여 내려받은 파일</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일(*)</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::FindingsPanel</name>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>지적 사항</translation>
    </message>
    <message>
        <source>✓ No findings</source>
        <translation>✓ 지적 사항 없음</translation>
    </message>
    <message>
        <source>Findings: %1, %2</source>
        <translation>지적 사항: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>오류 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>경고 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::FixView</name>
    <message>
        <source>%1: taken out</source>
        <translation>%1: 뺌</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Apply this change</source>
        <translation>이 변경 적용</translation>
    </message>
    <message>
        <source>Show the change before it is made</source>
        <translation>변경하기 전에 보여 줍니다</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>이미 그렇게 되어 있습니다.</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::FormField</name>
    <message>
        <source>↳ From “%1”. A change here overrides it.</source>
        <translation>↳ “%1”에서 옴. 여기에서 바꾸면 그것을 덮습니다.</translation>
    </message>
    <message>
        <source>↳ Overrides “%1”.</source>
        <translation>↳ “%1”을(를) 덮음.</translation>
    </message>
    <message>
        <source>Back to “%1” of “%2”</source>
        <translation>“%2”의 “%1”(으)로 되돌리기</translation>
    </message>
    <message>
        <source>Back to what “%1” says</source>
        <translation>“%1”의 값으로 되돌리기</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::HistoryModel</name>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>built</source>
        <translation>빌드됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Smoke test</source>
        <translation>스모크 테스트</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ 통과</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ 실패</translation>
    </message>
    <message>
        <source>– not run</source>
        <translation>– 실행 안 함</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Image ID</source>
        <translation>이미지 ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Base images</source>
        <translation>베이스 이미지</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Lock SHA-256</source>
        <translation>잠금 SHA-256</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Against the lock</source>
        <translation>잠금과 비교</translation>
    </message>
    <message>
        <source>There is no lock to compare it with.</source>
        <translation>비교할 잠금이 없습니다.</translation>
    </message>
    <message>
        <source>Everything the lock names is in the image, in its version.</source>
        <translation>잠금에 적힌 것이 모두 그 버전으로 이미지에 있습니다.</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>없음: %1</translation>
    </message>
    <message>
        <source>%1 Debian packages, %2 wheels</source>
        <translation>데비안 패키지 %1개, 휠 %2개</translation>
    </message>
    <message>
        <source>Layers, lowest first</source>
        <translation>레이어, 맨 아래부터</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>낭비</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>만든 명령</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::InboxPanel</name>
    <message>
        <source>Choose files …</source>
        <translation>파일 고르기…</translation>
    </message>
    <message numerus="yes">
        <source>%n files need a login: download them with a browser and drop them here.</source>
        <translation>
            <numerusform>파일 %n개에 로그인이 필요합니다. 브라우저로 내려받아 여기에 끌어다 놓으세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files that needed a login are here.</source>
        <translation>로그인이 필요했던 파일이 모두 있습니다.</translation>
    </message>
    <message>
        <source>SHA-256 not known yet: you confirm that of the first file</source>
        <translation>SHA-256을 아직 모름: 처음 온 파일의 값을 확인하게 됩니다</translation>
    </message>
    <message>
        <source>here</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>to be downloaded by hand</source>
        <translation>직접 내려받아야 함</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>페이지 열기</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::Job</name>
    <message>
        <source>Dosirak ran into a defect of its own.</source>
        <translation>Dosirak 자체의 결함이 발생했습니다.</translation>
    </message>
    <message>
        <source>Please report it, with the details.</source>
        <translation>자세한 내용과 함께 알려 주세요.</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::JsonView</name>
    <message>
        <source>JSON of the preset</source>
        <translation>프리셋의 JSON</translation>
    </message>
    <message>
        <source>JSON pointer at the cursor; type one and press Enter to go there</source>
        <translation>커서 자리의 JSON 포인터. 적고 Enter를 누르면 그리로 갑니다</translation>
    </message>
    <message>
        <source>JSON pointer</source>
        <translation>JSON 포인터</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>텍스트에서 찾기</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>✗ Line %1, column %2: %3 The form stays on the last good state.</source>
        <translation>✗ %1번째 줄 %2번째 칸: %3 양식은 마지막으로 올바르던 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>There is no %1 in this preset.</source>
        <translation>이 프리셋에 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>거기에 없습니다.</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::LinesEdit</name>
    <message>
        <source>A name of letters, digits, “.”, “_” and “-” is expected here, without a version.</source>
        <translation>버전 없이 글자, 숫자, “.”, “_”, “-”로 된 이름을 적어야 합니다.</translation>
    </message>
    <message>
        <source>A name, or the beginning of names with “*” at its end, is expected here.</source>
        <translation>이름, 또는 “*”로 끝나는 이름의 앞부분을 적어야 합니다.</translation>
    </message>
    <message>
        <source>NAME=value is expected here.</source>
        <translation>NAME=value 꼴로 적어야 합니다.</translation>
    </message>
    <message>
        <source>“TensorRT = CUDA” is expected here, such as “10.x = 12.x”.</source>
        <translation>“10.x = 12.x”처럼 “TensorRT = CUDA” 꼴로 적어야 합니다.</translation>
    </message>
    <message>
        <source>A version of numbers and dots is expected here, such as “11.8”.</source>
        <translation>“11.8”처럼 숫자와 점으로 된 버전을 적어야 합니다.</translation>
    </message>
    <message>
        <source>A version such as “8.6.1”, or “auto”, is expected here.</source>
        <translation>“8.6.1” 같은 버전이나 “auto”를 적어야 합니다.</translation>
    </message>
    <message>
        <source>A version or a pattern is expected here, such as “8.6.1” or “10.x”.</source>
        <translation>“8.6.1”이나 “10.x” 같은 버전이나 패턴을 적어야 합니다.</translation>
    </message>
    <message>
        <source>A size is expected here: bytes, or with a unit such as “3900MiB”.</source>
        <translation>크기를 적어야 합니다. 바이트 수, 또는 “3900MiB”처럼 단위와 함께.</translation>
    </message>
    <message>
        <source>A whole number is expected here.</source>
        <translation>정수를 적어야 합니다.</translation>
    </message>
    <message>
        <source>A SHA-256 has 64 hexadecimal digits; this has %1 characters.</source>
        <translation>SHA-256은 16진수 64자리인데 이것은 %1자입니다.</translation>
    </message>
    <message>
        <source>An absolute path in the image is expected here.</source>
        <translation>이미지 안의 절대 경로를 적어야 합니다.</translation>
    </message>
    <message>
        <source>The name of a Python module is expected here, such as “torch.cuda”.</source>
        <translation>“torch.cuda”처럼 Python 모듈의 이름을 적어야 합니다.</translation>
    </message>
    <message>
        <source>The facts do not know a GPU “%1”, so nothing can be checked for it.</source>
        <translation>호환성 자료에 “%1” GPU가 없어 그것에 대해서는 아무것도 검사할 수 없습니다.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>위로 옮기기	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>아래로 옮기기	Alt+Down</translation>
    </message>
    <message>
        <source>Remove the line	Ctrl+Shift+K</source>
        <translation>줄 제거	Ctrl+Shift+K</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::LogView</name>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>No output.</source>
        <translation>출력이 없습니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::MainWindow</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>%1 – Dosirak</source>
        <translation>%1 – Dosirak</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open working folder …</source>
        <translation>작업 폴더 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>페이지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>검사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>잠금(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>동기화(&amp;S)</translation>
    </message>
    <message>
        <source>B&amp;undle</source>
        <translation>번들(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>빌드(&amp;B)</translation>
    </message>
    <message>
        <source>Lock, &amp;upgrading everything</source>
        <translation>모두 올려서 잠그기(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;ancel all that runs</source>
        <translation>실행 중인 작업 모두 취소(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Find anything …</source>
        <translation>무엇이든 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Next preset</source>
        <translation>다음 프리셋(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous preset</source>
        <translation>이전 프리셋(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Dosirak</source>
        <translation>Dosirak 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Dosirak %1</source>
        <translation>Dosirak %1</translation>
    </message>
    <message>
        <source>Packs everything a GPU AI container image needs, for machines that never see the internet.</source>
        <translation>인터넷에 연결되지 않는 컴퓨터를 위해, GPU AI 컨테이너 이미지에 필요한 모든 것을 꾸립니다.</translation>
    </message>
    <message>
        <source>Qt %1, working folder %2
GPL-3.0-or-later</source>
        <translation>Qt %1, 작업 폴더 %2
GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Open working folder</source>
        <translation>작업 폴더 열기</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Save before closing?</source>
        <translation>닫기 전에 저장할까요?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>&amp;Read the folder again</source>
        <translation>폴더 다시 읽기(&amp;R)</translation>
    </message>
    <message>
        <source>Stopped now, it goes on where it was when you resume it: nothing is lost.</source>
        <translation>지금 멈추면 다시 시작할 때 있던 자리에서 이어 갑니다. 잃는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Stopped now, what is downloaded stays; the rest begins again when you resume it.</source>
        <translation>지금 멈추면 내려받은 것은 남고, 나머지는 다시 시작할 때 처음부터 합니다.</translation>
    </message>
    <message>
        <source>Work is running</source>
        <translation>작업이 실행 중입니다</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>백그라운드에서 계속</translation>
    </message>
    <message>
        <source>Stop, resume later</source>
        <translation>멈추고 나중에 다시 시작</translation>
    </message>
    <message>
        <source>“%1” of %2 was stopped when the window closed.</source>
        <translation>창을 닫을 때 “%2”의 “%1” 작업이 멈추었습니다.</translation>
    </message>
    <message>
        <source>It goes on from what is there.</source>
        <translation>있는 것에서 이어 갑니다.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>다시 시작</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::MatrixModel</name>
    <message>
        <source>not judged yet</source>
        <translation>아직 판정하지 않음</translation>
    </message>
    <message>
        <source>%1; presets: %2</source>
        <translation>%1. 프리셋: %2</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::MatrixPage</name>
    <message>
        <source>free</source>
        <translation>고정 안 함</translation>
    </message>
    <message>
        <source>&amp;Swap rows and columns</source>
        <translation>행과 열 맞바꾸기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Use in the preset</source>
        <translation>프리셋에 사용(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;New preset here …</source>
        <translation>이 조합으로 새 프리셋(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Export as CSV, HTML or PNG …</source>
        <translation>CSV, HTML, PNG로 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>The facts say nothing of these two. Pin more values to learn more.</source>
        <translation>호환성 자료에 이 둘에 대한 내용이 없습니다. 값을 더 고정하면 더 알 수 있습니다.</translation>
    </message>
    <message>
        <source>It cannot run on your machine.</source>
        <translation>내 컴퓨터에서 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>호환성 표 내보내기</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>호환성 표</translation>
    </message>
    <message>
        <source>any</source>
        <translation>아무 값</translation>
    </message>
    <message>
        <source>&amp;Go to the preset on this cell</source>
        <translation>이 칸의 프리셋으로 가기(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pin as the preset</source>
        <translation>프리셋대로 고정(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Free all pins</source>
        <translation>고정 모두 풀기(&amp;F)</translation>
    </message>
    <message>
        <source>Fade what &amp;cannot run on my machine</source>
        <translation>내 컴퓨터에서 돌 수 없는 것 흐리게(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Read this machine&apos;s GPU and driver</source>
        <translation>이 컴퓨터의 GPU와 드라이버 읽기(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;opy the matrix</source>
        <translation>호환성 표 복사(&amp;O)</translation>
    </message>
    <message>
        <source>Gives these values to “%1”</source>
        <translation>“%1”에 이 값들을 줍니다</translation>
    </message>
    <message>
        <source>Say beneath which GPU and driver the machine has.</source>
        <translation>컴퓨터의 GPU와 드라이버를 아래에 적으세요.</translation>
    </message>
    <message>
        <source>Asking the driver …</source>
        <translation>드라이버에 묻는 중…</translation>
    </message>
    <message>
        <source>✓ The driver is read; choose the GPU.</source>
        <translation>✓ 드라이버를 읽었습니다. GPU를 고르세요.</translation>
    </message>
    <message>
        <source>The facts do not know %1.</source>
        <translation>호환성 자료에 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>✓ %1, compute capability %2, ×%3</source>
        <translation>✓ %1, 연산 능력 %2, ×%3</translation>
    </message>
    <message>
        <source>Copy the matrix</source>
        <translation>호환성 표 복사</translation>
    </message>
    <message>
        <source>The matrix is on the clipboard, as a table.</source>
        <translation>호환성 표를 표 형식으로 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>그림을 만들 수 없었습니다.</translation>
    </message>
    <message>
        <source>Export as HTML instead.</source>
        <translation>대신 HTML로 내보내세요.</translation>
    </message>
    <message>
        <source>The matrix is in %1.</source>
        <translation>호환성 표는 %1에 있습니다.</translation>
    </message>
    <message>
        <source>No NVIDIA driver was found here.</source>
        <translation>여기에서 NVIDIA 드라이버를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Choose the GPU and the driver of the machine that the image is for.</source>
        <translation>이미지를 쓸 컴퓨터의 GPU와 드라이버를 고르세요.</translation>
    </message>
    <message>
        <source>nvidia-smi answered in a form that Dosirak does not know.</source>
        <translation>nvidia-smi가 Dosirak이 모르는 형식으로 답했습니다.</translation>
    </message>
    <message>
        <source>The NVIDIA driver here knows no GPU.</source>
        <translation>여기의 NVIDIA 드라이버가 아는 GPU가 없습니다.</translation>
    </message>
    <message>
        <source>The NVIDIA driver here does not say its version.</source>
        <translation>여기의 NVIDIA 드라이버가 버전을 말하지 않습니다.</translation>
    </message>
    <message>
        <source>nvidia-smi could not speak to the driver.</source>
        <translation>nvidia-smi가 드라이버와 통신하지 못했습니다.</translation>
    </message>
    <message>
        <source>HTML (*.html);;CSV (*.csv);;Markdown (*.md);;PNG (*.png)</source>
        <translation>HTML(*.html);;CSV(*.csv);;Markdown(*.md);;PNG(*.png)</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::MessageArea</name>
    <message>
        <source>Copy this message</source>
        <translation>이 메시지 복사</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::PresetEditor</name>
    <message>
        <source>%1 is not UTF-8 text.</source>
        <translation>%1은(는) UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>Convert it, then open it again.</source>
        <translation>변환한 뒤 다시 여세요.</translation>
    </message>
    <message>
        <source>what another program wrote</source>
        <translation>다른 프로그램이 쓴 내용</translation>
    </message>
    <message>
        <source>the draft that was not saved</source>
        <translation>저장하지 않은 초안</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::PresetForm</name>
    <message>
        <source>“auto” finds no TensorRT that fits.</source>
        <translation>“auto”에 맞는 TensorRT가 없습니다.</translation>
    </message>
    <message>
        <source>“auto” stands for %1 here.</source>
        <translation>여기서 “auto”는 %1을(를) 뜻합니다.</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s apt repository</source>
        <translation>NVIDIA의 apt 저장소</translation>
    </message>
    <message>
        <source>the tar archive, by hand</source>
        <translation>tar 아카이브, 직접 넘김</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s Python packages</source>
        <translation>NVIDIA의 Python 패키지</translation>
    </message>
    <message>
        <source>the facts in use</source>
        <translation>쓰고 있는 호환성 자료</translation>
    </message>
    <message>
        <source>x86-64</source>
        <translation>x86-64</translation>
    </message>
    <message>
        <source>AArch64</source>
        <translation>AArch64</translation>
    </message>
    <message>
        <source>It is the pair of PyTorch %1, not of %2.</source>
        <translation>PyTorch %2이(가) 아니라 %1의 짝입니다.</translation>
    </message>
    <message>
        <source>the pair of PyTorch %1</source>
        <translation>PyTorch %1의 짝</translation>
    </message>
    <message>
        <source>PyTorch %1 has no build “%2”.</source>
        <translation>PyTorch %1에는 “%2” 빌드가 없습니다.</translation>
    </message>
    <message>
        <source>It is for CUDA %1, and the preset has CUDA %2.</source>
        <translation>CUDA %1용인데 프리셋은 CUDA %2입니다.</translation>
    </message>
    <message>
        <source>It has CUDA %1, and the preset has CUDA %2.</source>
        <translation>CUDA %1이(가) 들어 있는데 프리셋은 CUDA %2입니다.</translation>
    </message>
    <message>
        <source>It is Ubuntu %1.</source>
        <translation>Ubuntu %1입니다.</translation>
    </message>
    <message>
        <source>It is at its end of life and may be gone.</source>
        <translation>지원이 끝나 없어졌을 수 있습니다.</translation>
    </message>
    <message>
        <source>The system&apos;s own: %1</source>
        <translation>시스템의 것: %1</translation>
    </message>
    <message>
        <source>The wheel without a mark, which has CUDA %1</source>
        <translation>표시가 없는 휠, CUDA %1</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>One sentence for people</source>
        <translation>사람이 읽을 한 문장</translation>
    </message>
    <message>
        <source>Extends</source>
        <translation>물려받음</translation>
    </message>
    <message>
        <source>Presets that this one is built on, one a line</source>
        <translation>이 프리셋의 바탕이 되는 프리셋, 한 줄에 하나</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>배포판</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>릴리스</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>아키텍처</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Checked with facts</source>
        <translation>검사에 쓴 호환성 자료</translation>
    </message>
    <message>
        <source>Version of the facts of the last check</source>
        <translation>마지막 검사에 쓴 호환성 자료의 버전</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>cuDNN of the image</source>
        <translation>이미지의 cuDNN</translation>
    </message>
    <message>
        <source>none beside PyTorch&apos;s own</source>
        <translation>PyTorch 자체의 것 말고는 없음</translation>
    </message>
    <message>
        <source>Target driver</source>
        <translation>대상 드라이버</translation>
    </message>
    <message>
        <source>not said: nothing is checked for it</source>
        <translation>말하지 않음: 그것에 대해서는 검사하지 않음</translation>
    </message>
    <message>
        <source>Target GPUs</source>
        <translation>대상 GPU</translation>
    </message>
    <message>
        <source>One a line: A100</source>
        <translation>한 줄에 하나: A100</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>torchvision</source>
        <translation>torchvision</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>쓰지 않음</translation>
    </message>
    <message>
        <source>torchaudio</source>
        <translation>torchaudio</translation>
    </message>
    <message>
        <source>TensorRT</source>
        <translation>TensorRT</translation>
    </message>
    <message>
        <source>Install TensorRT</source>
        <translation>TensorRT 설치</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Required in the runtime image</source>
        <translation>런타임 이미지에 꼭 있어야 함</translation>
    </message>
    <message>
        <source>Comes as</source>
        <translation>오는 방법</translation>
    </message>
    <message>
        <source>Supported versions</source>
        <translation>지원하는 버전</translation>
    </message>
    <message>
        <source>One a line: 8.6.1 or 10.x</source>
        <translation>한 줄에 하나: 8.6.1 또는 10.x</translation>
    </message>
    <message>
        <source>CUDA of each</source>
        <translation>각각의 CUDA</translation>
    </message>
    <message>
        <source>TensorRT = CUDA, one a line: 10.x = 12.x</source>
        <translation>TensorRT = CUDA, 한 줄에 하나: 10.x = 12.x</translation>
    </message>
    <message>
        <source>Wheels</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>요구 사항</translation>
    </message>
    <message>
        <source>One a line: numpy&lt;2</source>
        <translation>한 줄에 하나: numpy&lt;2</translation>
    </message>
    <message>
        <source>Requirement files</source>
        <translation>요구 사항 파일</translation>
    </message>
    <message>
        <source>One path a line, from the working folder</source>
        <translation>한 줄에 경로 하나, 작업 폴더 기준</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>pytorch-cu118</source>
        <translation>pytorch-cu118</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>this machine&apos;s default index</source>
        <translation>이 컴퓨터의 기본 인덱스</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>이것에만</translation>
    </message>
    <message>
        <source>all that no other index is for; one name a line, nvidia-* for many</source>
        <translation>다른 인덱스에 없는 모두. 한 줄에 이름 하나, 여럿이면 nvidia-*</translation>
    </message>
    <message>
        <source>Accept wheels tagged linux_x86_64</source>
        <translation>linux_x86_64 태그의 휠 허용</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>제약 조건</translation>
    </message>
    <message>
        <source>Limits, without asking for the package</source>
        <translation>패키지를 요구하지 않고 한정만 함</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>대체</translation>
    </message>
    <message>
        <source>In place of what packages ask for</source>
        <translation>패키지가 요구하는 것 대신</translation>
    </message>
    <message>
        <source>Never install</source>
        <translation>설치하지 않음</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>한 줄에 이름 하나</translation>
    </message>
    <message>
        <source>Pre-releases of</source>
        <translation>사전 릴리스 허용</translation>
    </message>
    <message>
        <source>Source archives of</source>
        <translation>소스 아카이브 허용</translation>
    </message>
    <message>
        <source>Debs</source>
        <translation>deb</translation>
    </message>
    <message>
        <source>In the builder</source>
        <translation>빌더에</translation>
    </message>
    <message>
        <source>One a line: python3-venv, name=version</source>
        <translation>한 줄에 하나: python3-venv, name=version</translation>
    </message>
    <message>
        <source>In the runtime image</source>
        <translation>런타임 이미지에</translation>
    </message>
    <message>
        <source>One a line: libgomp1, name=version</source>
        <translation>한 줄에 하나: libgomp1, name=version</translation>
    </message>
    <message>
        <source>Apt sources</source>
        <translation>apt 소스</translation>
    </message>
    <message>
        <source>ubuntu</source>
        <translation>ubuntu</translation>
    </message>
    <message>
        <source>As this machine&apos;s own apt</source>
        <translation>이 컴퓨터의 apt와 같음</translation>
    </message>
    <message>
        <source>URIs</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>http://archive.ubuntu.com/ubuntu</source>
        <translation>http://archive.ubuntu.com/ubuntu</translation>
    </message>
    <message>
        <source>Suites</source>
        <translation>스위트</translation>
    </message>
    <message>
        <source>jammy jammy-updates, or ./</source>
        <translation>jammy jammy-updates 또는 ./</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>컴포넌트</translation>
    </message>
    <message>
        <source>main universe</source>
        <translation>main universe</translation>
    </message>
    <message>
        <source>Architectures</source>
        <translation>아키텍처</translation>
    </message>
    <message>
        <source>that of the system</source>
        <translation>시스템과 같음</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>서명 키</translation>
    </message>
    <message>
        <source>A keyring file, or an armored key</source>
        <translation>키링 파일 또는 아머 형식의 키</translation>
    </message>
    <message>
        <source>Take it unsigned</source>
        <translation>서명 없이 받음</translation>
    </message>
    <message>
        <source>Follow Recommends</source>
        <translation>Recommends 따름</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>우선순위 설정</translation>
    </message>
    <message>
        <source>As in apt_preferences(5)</source>
        <translation>apt_preferences(5)와 같음</translation>
    </message>
    <message>
        <source>Must not move</source>
        <translation>바뀌면 안 됨</translation>
    </message>
    <message>
        <source>Must not come</source>
        <translation>들어오면 안 됨</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Source archives</source>
        <translation>소스 아카이브</translation>
    </message>
    <message>
        <source>tensorrt-tar</source>
        <translation>tensorrt-tar</translation>
    </message>
    <message>
        <source>none: a person puts it there</source>
        <translation>없음: 사람이 둠</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>as the address ends</source>
        <translation>주소의 끝과 같음</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>아직 보지 못함</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>크기(바이트)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Where a person downloads it</source>
        <translation>사람이 내려받는 곳</translation>
    </message>
    <message>
        <source>Unpack to</source>
        <translation>푸는 곳</translation>
    </message>
    <message>
        <source>not unpacked: only offered to the builder</source>
        <translation>풀지 않음: 빌더에 주기만 함</translation>
    </message>
    <message>
        <source>Goes into the runtime image</source>
        <translation>런타임 이미지에 들어감</translation>
    </message>
    <message>
        <source>Builder base</source>
        <translation>빌더 베이스</translation>
    </message>
    <message>
        <source>Runtime base</source>
        <translation>런타임 베이스</translation>
    </message>
    <message>
        <source>nvidia/cuda:… or localhost/…</source>
        <translation>nvidia/cuda:… 또는 localhost/…</translation>
    </message>
    <message>
        <source>Made of suite</source>
        <translation>만들 스위트</translation>
    </message>
    <message>
        <source>bookworm: made here by mmdebstrap</source>
        <translation>bookworm: mmdebstrap으로 여기에서 만듦</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>minbase</source>
        <translation>minbase</translation>
    </message>
    <message>
        <source>With packages</source>
        <translation>더할 패키지</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>한 줄에 하나</translation>
    </message>
    <message>
        <source>From a tar</source>
        <translation>tar에서</translation>
    </message>
    <message>
        <source>A docker save tar, from the working folder</source>
        <translation>docker save의 tar, 작업 폴더 기준</translation>
    </message>
    <message>
        <source>From a layout</source>
        <translation>레이아웃에서</translation>
    </message>
    <message>
        <source>An OCI layout folder</source>
        <translation>OCI 레이아웃 폴더</translation>
    </message>
    <message>
        <source>Crosses the gap with the bundle</source>
        <translation>번들과 함께 망을 건넘</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>localhost/dosirak/name:latest</source>
        <translation>localhost/dosirak/name:latest</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>작업 폴더</translation>
    </message>
    <message>
        <source>/workspace</source>
        <translation>/workspace</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>엔트리포인트</translation>
    </message>
    <message>
        <source>One argument a line</source>
        <translation>한 줄에 인자 하나</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경 변수</translation>
    </message>
    <message>
        <source>NAME=value, one a line</source>
        <translation>NAME=value, 한 줄에 하나</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>name=value, one a line</source>
        <translation>name=value, 한 줄에 하나</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Must import</source>
        <translation>import되어야 함</translation>
    </message>
    <message>
        <source>One Python module a line</source>
        <translation>한 줄에 Python 모듈 하나</translation>
    </message>
    <message>
        <source>Must end well</source>
        <translation>성공해야 함</translation>
    </message>
    <message>
        <source>One shell line a line</source>
        <translation>한 줄에 셸 명령 하나</translation>
    </message>
    <message>
        <source>Time limit, seconds</source>
        <translation>제한 시간(초)</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>번들</translation>
    </message>
    <message>
        <source>Part size</source>
        <translation>조각 크기</translation>
    </message>
    <message>
        <source>one file; for FAT32: 3900MiB</source>
        <translation>파일 하나. FAT32이면 3900MiB</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>서명 키</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>서명하지 않음</translation>
    </message>
    <message>
        <source>Bases</source>
        <translation>베이스</translation>
    </message>
    <message>
        <source>Sections of the form</source>
        <translation>양식의 구역</translation>
    </message>
    <message>
        <source>Form of the preset</source>
        <translation>프리셋의 양식</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>줄여 보기</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>더 보기: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>오류 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>경고 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dosirak::gui::PresetListModel</name>
    <message>
        <source>changed, not saved</source>
        <translation>변경됨, 저장 안 함</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>저장하지 않음</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::PresetsPage</name>
    <message>
        <source>the matrix&apos;s values</source>
        <translation>호환성 표의 값</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>새 프리셋</translation>
    </message>
    <message>
        <source>&amp;New from a template …</source>
        <translation>템플릿으로 새로 만들기(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate …</source>
        <translation>복제(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Rename …</source>
        <translation>이름 바꾸기(&amp;R)…</translation>
    </message>
    <message>
        <source>Move to the &amp;trash</source>
        <translation>휴지통으로 옮기기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Show as &amp;form</source>
        <translation>양식으로 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Show as &amp;JSON</source>
        <translation>JSON으로 보기(&amp;J)</translation>
    </message>
    <message>
        <source>Another program changed this preset while you were editing it. Nothing is lost until you choose.</source>
        <translation>편집하는 동안 다른 프로그램이 이 프리셋을 바꿨습니다. 고를 때까지 아무것도 잃지 않습니다.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>바뀐 것 쓰기</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>내 것 유지</translation>
    </message>
    <message>
        <source>There are changes of this preset that were not saved last time.</source>
        <translation>지난번에 저장하지 않은 이 프리셋의 변경 내용이 있습니다.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>버리기</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>오류 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>경고 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>지적 사항 없음</translation>
    </message>
    <message>
        <source>Changed, not saved</source>
        <translation>변경됨, 저장 안 함</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>Nothing changed since the last save.</source>
        <translation>마지막으로 저장한 뒤 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”에 저장하지 않은 변경 내용이 있습니다.</translation>
    </message>
    <message>
        <source>Duplicate the preset</source>
        <translation>프리셋 복제</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>프리셋 이름 바꾸기</translation>
    </message>
    <message>
        <source>Move to the trash?</source>
        <translation>휴지통으로 옮길까요?</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>There is a preset “%1” already.</source>
        <translation>“%1” 프리셋이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Preset-name: it describes the environment, such as ubuntu22.04-cuda11.8-torch2.1</source>
        <translation>프리셋 이름: ubuntu22.04-cuda11.8-torch2.1처럼 환경을 나타냅니다</translation>
    </message>
    <message>
        <source>From the template</source>
        <translation>바탕이 될 템플릿</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>New preset from “%1” with the matrix&apos;s values</source>
        <translation>호환성 표의 값으로 “%1”에서 새 프리셋 만들기</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>“%1” 복제</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Rename “%1”; its artifacts go with it</source>
        <translation>“%1” 이름 바꾸기. 아티팩트도 따라갑니다</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>These extend it and follow: %1</source>
        <translation>이것을 물려받는 프리셋도 따라 바뀝니다: %1</translation>
    </message>
    <message>
        <source>“%1” is “%2” now.</source>
        <translation>“%1”의 이름이 이제 “%2”입니다.</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved. They go with it.</source>
        <translation>“%1”에 저장하지 않은 변경이 있습니다. 함께 사라집니다.</translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation>“%1”을(를) 휴지통으로 옮겼습니다.</translation>
    </message>
    <message>
        <source>Its artifacts and builds stay.</source>
        <translation>아티팩트와 빌드는 남습니다.</translation>
    </message>
    <message>
        <source>Take it out of the trash</source>
        <translation>휴지통에서 꺼내기</translation>
    </message>
    <message>
        <source>Open working folder</source>
        <translation>작업 폴더 열기</translation>
    </message>
    <message>
        <source>New preset from %1</source>
        <translation>%1에서 새 프리셋 만들기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>All presets</source>
        <translation>모든 프리셋</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>오류가 있는 것</translation>
    </message>
    <message>
        <source>With errors or warnings</source>
        <translation>오류나 경고가 있는 것</translation>
    </message>
    <message>
        <source>&amp;Import requirements.txt, pyproject.toml, Dockerfile …</source>
        <translation>requirements.txt, pyproject.toml, Dockerfile 가져오기…(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Compare with another preset …</source>
        <translation>다른 프리셋과 비교…(&amp;C)</translation>
    </message>
    <message>
        <source>Show what c&amp;hanged</source>
        <translation>바뀐 것 보기(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Go to a JSON pointer …</source>
        <translation>JSON 포인터로 가기…(&amp;G)</translation>
    </message>
    <message>
        <source>N&amp;ext finding</source>
        <translation>다음 지적 사항(&amp;E)</translation>
    </message>
    <message>
        <source>Fi&amp;nd in the JSON, or filter presets</source>
        <translation>JSON에서 찾기 또는 프리셋 거르기(&amp;N)</translation>
    </message>
    <message>
        <source>Another program deleted the file of “%1”. What you see is kept here until you choose.</source>
        <translation>다른 프로그램이 “%1” 파일을 지웠습니다. 고를 때까지 보이는 것을 여기에 둡니다.</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>다시 쓰기</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>No preset is like that.</source>
        <translation>그런 프리셋이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 presets</source>
        <translation>프리셋 %2개 가운데 %1개</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Its file is gone</source>
        <translation>파일이 없어짐</translation>
    </message>
    <message>
        <source>“%1” is the same.</source>
        <translation>“%1”과(와) 같습니다.</translation>
    </message>
    <message>
        <source>These presets have changes that are not saved: %1</source>
        <translation>이 프리셋들에 저장하지 않은 변경이 있습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were taken from %1.</source>
        <translation>
            <numerusform>%1에서 항목 %n개를 가져왔습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines were not taken, or not as they stood: the details say why.</source>
        <translation>
            <numerusform>%n줄은 가져오지 않았거나 그대로 가져오지 않았습니다. 까닭은 자세히에 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requirements, pyproject.toml, Dockerfiles and lists (*.txt *.in *.toml *.list Dockerfile* *.dockerfile);;All files (*)</source>
        <translation>요구 사항, pyproject.toml, Dockerfile, 목록(*.txt *.in *.toml *.list Dockerfile* *.dockerfile);;모든 파일(*)</translation>
    </message>
    <message>
        <source>Add what %1 names to “%2”, or make a new preset of it?</source>
        <translation>%1에 적힌 것을 “%2”에 더할까요, 새 프리셋으로 만들까요?</translation>
    </message>
    <message>
        <source>Add to “%1”</source>
        <translation>“%1”에 더하기</translation>
    </message>
    <message>
        <source>New preset …</source>
        <translation>새 프리셋…</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile: nothing was imported.</source>
        <translation>그사이 “%1”이(가) 바뀌어 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>Import again.</source>
        <translation>다시 가져오세요.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 가져오기</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::QuickOpen</name>
    <message>
        <source>A preset, an action, a package, a build …</source>
        <translation>프리셋, 동작, 패키지, 빌드…</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>무엇이든 찾기</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>찾은 것</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::RecordsField</name>
    <message>
        <source>Insert adds one, Delete removes it, Alt with the arrows moves it.</source>
        <translation>Insert로 더하고, Delete로 빼고, Alt와 화살표로 옮깁니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 옮기기</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 옮기기</translation>
    </message>
    <message>
        <source>(no object)</source>
        <translation>(객체 아님)</translation>
    </message>
    <message>
        <source>as this machine&apos;s own apt</source>
        <translation>이 컴퓨터의 apt와 같음</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(이름 없음)</translation>
    </message>
    <message>
        <source>%1: add</source>
        <translation>%1: 더하기</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: 빼기</translation>
    </message>
    <message>
        <source>%1: move</source>
        <translation>%1: 옮기기</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::Session</name>
    <message>
        <source>Check %1</source>
        <translation>%1 검사</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 잠금</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message numerus="yes">
        <source>Locked %1: %n files, %2.</source>
        <translation>
            <numerusform>%1을(를) 잠갔습니다: 파일 %n개, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed since the last lock.</source>
        <translation>마지막 잠금 이후 바뀐 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes since the last lock.</source>
        <translation>
            <numerusform>마지막 잠금 이후 %n개가 바뀌었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>동기화</translation>
    </message>
    <message>
        <source>Sync %1</source>
        <translation>%1 동기화</translation>
    </message>
    <message numerus="yes">
        <source>%1 is here: %n files.</source>
        <translation>
            <numerusform>%1이(가) 준비되었습니다: 파일 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 downloaded in %2; %3 files came from the store, %4 were there already.</source>
        <translation>%2 동안 %1을(를) 내려받았습니다. 파일 %3개는 보관소에서 왔고, %4개는 이미 있었습니다.</translation>
    </message>
    <message>
        <source>Moved aside:</source>
        <translation>옆으로 옮긴 것:</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>번들</translation>
    </message>
    <message>
        <source>Bundle %1</source>
        <translation>%1 번들</translation>
    </message>
    <message numerus="yes">
        <source>Bundled %1: %2 in %n parts.</source>
        <translation>
            <numerusform>%1 번들을 만들었습니다: %2, 조각 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare this on the other side: manifest SHA-256 %1</source>
        <translation>건너편에서 이것과 비교하세요: 매니페스트 SHA-256 %1</translation>
    </message>
    <message>
        <source>Show bundles</source>
        <translation>번들 보기</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 가져오기</translation>
    </message>
    <message numerus="yes">
        <source>Imported %1: %n files, %2.</source>
        <translation>
            <numerusform>%1을(를) 가져왔습니다: 파일 %n개, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 빌드</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>로그 보기</translation>
    </message>
    <message>
        <source>Built %1: %2 in %3.</source>
        <translation>%1을(를) 빌드했습니다: %2, %3 걸림.</translation>
    </message>
    <message>
        <source>Work runs in %1.</source>
        <translation>%1에서 작업이 실행 중입니다.</translation>
    </message>
    <message>
        <source>Wait for it or cancel it, then open another folder.</source>
        <translation>끝나기를 기다리거나 취소한 뒤 다른 폴더를 여세요.</translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>지적 사항 보기</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>설정 열기</translation>
    </message>
    <message>
        <source>%1 is not complete</source>
        <translation>%1이(가) 완전하지 않습니다</translation>
    </message>
    <message>
        <source>%1 is here</source>
        <translation>%1이(가) 준비되었습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 downloaded.</source>
        <translation>
            <numerusform>파일 %n개, %1 내려받음.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 검증</translation>
    </message>
    <message numerus="yes">
        <source>%1 is whole: %n files, every byte read.</source>
        <translation>
            <numerusform>%1은(는) 온전합니다. 파일 %n개의 모든 바이트를 읽었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%2에 %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is not whole: %n files are not as the lock says.</source>
        <translation>
            <numerusform>%1이(가) 온전하지 않습니다. 파일 %n개가 잠금과 다릅니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A sync brings what is missing or damaged and moves aside what does not belong.</source>
        <translation>동기화하면 없거나 손상된 것을 가져오고, 속하지 않는 것을 옆으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Bundled %1</source>
        <translation>%1을(를) 번들로 묶음</translation>
    </message>
    <message>
        <source>Built %1</source>
        <translation>%1을(를) 빌드함</translation>
    </message>
    <message>
        <source>The build of %1 failed</source>
        <translation>%1의 빌드 실패</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 보기</translation>
    </message>
    <message>
        <source>%1 has come: %2</source>
        <translation>%1이(가) 왔습니다: %2</translation>
    </message>
    <message>
        <source>It is seen for the first time: taking it records its SHA-256 in the lock.</source>
        <translation>처음 보는 파일입니다. 받으면 SHA-256을 잠금에 기록합니다.</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>받기</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>페이지 열기</translation>
    </message>
    <message>
        <source>“%1” was not taken. %2</source>
        <translation>“%1”을(를) 받지 않았습니다. %2</translation>
    </message>
    <message>
        <source>Record this file in the lock?</source>
        <translation>이 파일을 잠금에 기록할까요?</translation>
    </message>
    <message>
        <source>It is seen for the first time. Compare its SHA-256 with what the vendor&apos;s page says; from now on only this file will do.</source>
        <translation>처음 보는 파일입니다. SHA-256을 공급사 페이지의 값과 비교하세요. 이제부터 이 파일만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is taken when what runs has ended.</source>
        <translation>실행 중인 일이 끝나면 %1을(를) 받습니다.</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>Its SHA-256 is in the lock of %1 now.</source>
        <translation>SHA-256이 이제 %1의 잠금에 있습니다.</translation>
    </message>
    <message>
        <source>It is in its place for %1.</source>
        <translation>%1의 자리에 놓았습니다.</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>시스템대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>No engine was found. Install docker or podman to build images here.</source>
        <translation>엔진을 찾지 못했습니다. 여기서 이미지를 빌드하려면 docker나 podman을 설치하세요.</translation>
    </message>
    <message>
        <source>Asking the driver …</source>
        <translation>드라이버에 묻는 중…</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n GPUs, compute capability %1</source>
        <translation>
            <numerusform>✓ GPU %n개, 연산 능력 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n files, in %2</source>
        <translation>
            <numerusform>%2에서 파일 %n개, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply the settings</source>
        <translation>설정 적용(&amp;A)</translation>
    </message>
    <message>
        <source>URLs that begin with</source>
        <translation>이렇게 시작하는 URL을</translation>
    </message>
    <message>
        <source>are fetched from</source>
        <translation>여기에서 가져옴</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>인증서(*.pem *.crt *.cer);;모든 파일(*)</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>보관소 폴더</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>이 폴더 지켜보기</translation>
    </message>
    <message>
        <source>Edit the file</source>
        <translation>파일 편집</translation>
    </message>
    <message>
        <source>Apply the settings</source>
        <translation>설정 적용</translation>
    </message>
    <message>
        <source>The settings were changed and not applied.</source>
        <translation>설정을 바꾸고 적용하지 않았습니다.</translation>
    </message>
    <message>
        <source>None was found</source>
        <translation>찾은 것이 없음</translation>
    </message>
    <message>
        <source>The best: %1</source>
        <translation>가장 좋은 것: %1</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::StageButton</name>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>일부 완료</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>오류 있음</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 안 함</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>취소: %1</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>실행: %1</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::StageStrip</name>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>The preset that the stages beside it are about</source>
        <translation>옆의 단계들이 다루는 프리셋</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>동기화</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>번들</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>무엇이든 찾기</translation>
    </message>
    <message>
        <source>Find anything: presets, actions, packages, builds (Ctrl+K)</source>
        <translation>무엇이든 찾기: 프리셋, 동작, 패키지, 빌드 (Ctrl+K)</translation>
    </message>
    <message>
        <source>No preset here yet</source>
        <translation>아직 프리셋이 없습니다</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::StatusParts</name>
    <message>
        <source>Store %1 of %2</source>
        <translation>보관소 %1 / %2</translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation>보관소 %1</translation>
    </message>
    <message>
        <source>What the shared store of downloads holds; click for its settings</source>
        <translation>다운로드를 함께 쓰는 보관소의 크기. 누르면 설정이 열립니다</translation>
    </message>
    <message>
        <source>The engines that can build images here; click for the builds</source>
        <translation>여기서 이미지를 빌드할 수 있는 엔진. 누르면 빌드 페이지가 열립니다</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>실행 중 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs now; click to see or cancel it</source>
        <translation>지금 실행 중인 작업. 눌러서 보거나 취소합니다</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>How fast files come in; click for the downloads</source>
        <translation>파일이 들어오는 속도. 누르면 다운로드 페이지가 열립니다</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>취소: %1</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>실행 중인 작업 없음</translation>
    </message>
    <message>
        <source>The shared store of downloads is over its budget; “dosirak store gc” makes room. Click for its settings</source>
        <translation>함께 쓰는 내려받은 파일 보관소가 한도를 넘었습니다. “dosirak store gc”로 비울 수 있습니다. 누르면 설정을 엽니다</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::StepsModel</name>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>캐시됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::TimelineView</name>
    <message>
        <source>Timeline of the steps</source>
        <translation>단계별 시간 표</translation>
    </message>
</context>
<context>
    <name>dosirak::gui::TransferModel</name>
    <message>
        <source>Wheels</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Debian packages</source>
        <translation>데비안 패키지</translation>
    </message>
    <message>
        <source>Source archives</source>
        <translation>소스 아카이브</translation>
    </message>
    <message>
        <source>Base images</source>
        <translation>베이스 이미지</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%2 중 %1%</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>검증 중</translation>
    </message>
    <message>
        <source>here</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>here, from the store</source>
        <translation>준비됨, 보관소에서</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>실패: %1</translation>
    </message>
    <message>
        <source>to be placed by hand</source>
        <translation>직접 넣어야 함</translation>
    </message>
    <message>
        <source>Asked for by the preset itself</source>
        <translation>프리셋이 직접 요청함</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>%1 of %2 here</source>
        <translation>%2 중 %1 준비됨</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>필요한 이유</translation>
    </message>
</context>
</TS>
