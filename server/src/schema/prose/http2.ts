import { explain, type ProseBook } from "./model.ts";

/** `<UpgradeProtocol>`: HTTP/2. */
export const http2Prose = (): ProseBook => ({
  "org.apache.coyote.http2.Http2Protocol": {
    text: {
      en: "Adds HTTP/2 to an HTTP Connector, beside HTTP/1.1. Browsers use it on encrypted Connectors only. Since Tomcat 10 it takes header and compression settings from the Connector.",
      ko: "HTTP Connector에 HTTP/1.1과 함께 HTTP/2를 추가합니다. 브라우저는 암호화된 Connector에서만 사용합니다. Tomcat 10부터 헤더와 압축 설정은 Connector를 따릅니다.",
    },
    attributes: {
      allowSchemeMismatch: explain(
        "Takes requests that claim another scheme than their connection has. Needed only behind a trusted proxy that ends TLS.",
        "연결과 다른 스킴을 주장하는 요청을 받아들입니다. TLS를 처리하는 신뢰할 수 있는 프록시 뒤에서만 필요합니다.",
      ),
      allowedTrailerHeaders: explain(
        "Headers that may come behind a body, separated by commas; all others are dropped.",
        "본문 뒤에 올 수 있는 헤더를 쉼표로 구분합니다. 나머지는 버려집니다.",
      ),
      compressibleMimeType: explain(
        "Content types that are compressed over HTTP/2, separated by commas.",
        "HTTP/2에서 압축할 콘텐츠 유형을 쉼표로 구분합니다.",
      ),
      compression: explain(
        "Compresses HTTP/2 answers with gzip: off, on, force, or a number of bytes from which on.",
        "HTTP/2 응답을 gzip으로 압축합니다. off, on, force 또는 압축을 시작할 바이트 수를 씁니다.",
      ),
      compressionMinSize: explain(
        "HTTP/2 answers smaller than this stay uncompressed.",
        "이보다 작은 HTTP/2 응답은 압축하지 않습니다.",
        { unit: "bytes", range: { min: 0 } },
      ),
      noCompressionStrongETag: explain(
        "Leaves HTTP/2 answers with a strong ETag uncompressed.",
        "강한 ETag가 있는 HTTP/2 응답은 압축하지 않습니다.",
      ),
      noCompressionUserAgents: explain(
        "Regular expression over the User-Agent header of HTTP/2 clients that get no compression.",
        "압축하지 않을 HTTP/2 클라이언트의 User-Agent 헤더에 적용하는 정규식입니다.",
      ),
      discardRequestsAndResponses: explain(
        "Makes new request and response objects for each stream instead of using them again.",
        "요청과 응답 객체를 재사용하지 않고 스트림마다 새로 만듭니다.",
      ),
      drainTimeout: explain(
        "How long an ending connection takes new requests beyond the measured round trip, so that ones under way are not lost.",
        "연결을 닫는 동안 도착 중인 요청이 사라지지 않도록 측정된 왕복 시간보다 더 오래 새 요청을 받는 시간입니다.",
        { unit: "ns", range: { min: 0 } },
      ),
      initialWindowSize: explain(
        "How much of a request body a client may send on a stream before Tomcat asks for more.",
        "Tomcat이 더 요청하기 전에 클라이언트가 스트림 하나에 보낼 수 있는 본문의 크기입니다.",
        { unit: "bytes", range: { min: 0 } },
      ),
      keepAliveTimeout: explain(
        "How long a connection without streams stays open; a negative value is for ever.",
        "스트림이 없는 연결을 유지하는 시간이며 음수이면 무제한입니다.",
        { unit: "ms" },
      ),
      maxConcurrentStreamExecution: explain(
        "Requests of one connection that run at once; the others wait. It keeps one client from taking all threads.",
        "연결 하나에서 동시에 실행하는 요청 수이며 나머지는 기다립니다. 한 클라이언트가 모든 스레드를 차지하지 못하게 합니다.",
        { unit: "streams", range: { min: 1 } },
      ),
      maxConcurrentStreams: explain(
        "Requests a client may have open on one connection; further ones are refused.",
        "클라이언트가 연결 하나에서 동시에 열 수 있는 요청 수이며 넘으면 거부합니다.",
        { unit: "streams", range: { min: 0 } },
      ),
      maxHeaderCount: explain(
        "Most headers of one HTTP/2 request; a negative value is no limit.",
        "HTTP/2 요청 하나의 최대 헤더 수이며 음수이면 제한이 없습니다.",
      ),
      maxHeaderSize: explain(
        "Most bytes of all headers of one HTTP/2 request; a negative value is no limit.",
        "HTTP/2 요청 하나의 모든 헤더의 최대 크기이며 음수이면 제한이 없습니다.",
        { unit: "bytes" },
      ),
      maxTrailerCount: explain(
        "Most headers behind the body of one HTTP/2 request; a negative value is no limit.",
        "HTTP/2 요청의 본문 뒤에 오는 헤더의 최대 수이며 음수이면 제한이 없습니다.",
      ),
      maxTrailerSize: explain(
        "Most bytes of the headers behind the body of one HTTP/2 request; a negative value is no limit.",
        "HTTP/2 요청의 본문 뒤에 오는 헤더의 최대 크기이며 음수이면 제한이 없습니다.",
        { unit: "bytes" },
      ),
      overheadContinuationThreshold: explain(
        "CONTINUATION frames smaller than this count as overhead, the more so the smaller; 0 or less counts none.",
        "이보다 작은 CONTINUATION 프레임은 작을수록 더 큰 오버헤드로 셉니다. 0 이하이면 세지 않습니다.",
        { unit: "bytes" },
      ),
      overheadCountFactor: explain(
        "Weight of each control frame in the count of overhead. A connection with too much overhead for its data is closed, as attackers make such ones; 0 counts no control frames.",
        "오버헤드를 셀 때 제어 프레임 하나의 비중입니다. 데이터에 비해 오버헤드가 너무 많은 연결은 공격으로 보고 닫습니다. 0이면 제어 프레임을 세지 않습니다.",
      ),
      overheadDataThreshold: explain(
        "DATA frames smaller than this on average count as overhead, the more so the smaller; 0 or less counts none.",
        "평균 크기가 이보다 작은 DATA 프레임은 작을수록 더 큰 오버헤드로 셉니다. 0 이하이면 세지 않습니다.",
        { unit: "bytes" },
      ),
      overheadResetFactor: explain(
        "Weight of each stream that is reset in the count of overhead. It guards against rapid reset attacks.",
        "오버헤드를 셀 때 재설정된 스트림 하나의 비중입니다. 빠른 재설정(rapid reset) 공격을 막습니다.",
      ),
      overheadWindowUpdateThreshold: explain(
        "WINDOW_UPDATE frames smaller than this on average count as overhead, the more so the smaller; 0 or less counts none.",
        "평균 크기가 이보다 작은 WINDOW_UPDATE 프레임은 작을수록 더 큰 오버헤드로 셉니다. 0 이하이면 세지 않습니다.",
        { unit: "bytes" },
      ),
      readTimeout: explain(
        "How long the rest of a frame may take to arrive; a negative value is for ever.",
        "프레임의 나머지가 도착하기를 기다리는 시간이며 음수이면 무제한입니다.",
        { unit: "ms" },
      ),
      writeTimeout: explain(
        "How long the rest of a frame may take to be sent; a negative value is for ever.",
        "프레임의 나머지를 보내는 데 허용하는 시간이며 음수이면 무제한입니다.",
        { unit: "ms" },
      ),
      streamReadTimeout: explain(
        "How long an application waits for the next data of a body; a negative value is for ever.",
        "애플리케이션이 본문의 다음 데이터를 기다리는 시간이며 음수이면 무제한입니다.",
        { unit: "ms" },
      ),
      streamWriteTimeout: explain(
        "How long an application waits until the client takes more data; a negative value is for ever.",
        "클라이언트가 데이터를 더 받을 때까지 애플리케이션이 기다리는 시간이며 음수이면 무제한입니다.",
        { unit: "ms" },
      ),
      useSendfile: explain(
        "Sends static files by mapping them into memory. On Windows this may lock the files.",
        "정적 파일을 메모리에 매핑하여 보냅니다. Windows에서는 파일이 잠길 수 있습니다.",
      ),
    },
  },
});
