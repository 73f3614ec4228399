import { type Kind, kind, text } from "./kind.ts";

/** Interceptors that change, delay or order messages. */
export const INTERCEPTORS: readonly Kind[] = [
  kind("decrypt-failed", "fault", "encryptInterceptor.decrypt.failed", {
    title: text("A message cannot be decrypted", "메시지를 복호화할 수 없습니다"),
    means: text(
      "It is thrown away: nodes with different keys see each other and replicate nothing.",
      "메시지를 버립니다. 키가 다른 노드는 서로를 보지만 아무것도 복제하지 않습니다.",
    ),
    causes: [
      text(
        "encryptionKey or encryptionAlgorithm differs between the nodes.",
        "노드 사이의 encryptionKey나 encryptionAlgorithm이 다릅니다",
      ),
      text(
        "The other node has no EncryptInterceptor, or has it at another place of the stack.",
        "다른 노드에 EncryptInterceptor가 없거나 스택의 다른 위치에 있습니다",
      ),
      text(
        "Their releases of Tomcat write encrypted messages in different ways.",
        "Tomcat 버전에 따라 암호화된 메시지의 형식이 다릅니다",
      ),
    ],
    next: [
      text(
        "Give all nodes the same key, algorithm and release of Tomcat.",
        "모든 노드의 키, 알고리즘, Tomcat 버전을 같게 하십시오.",
      ),
    ],
    at: "Interceptor.encryptionKey Interceptor.encryptionAlgorithm",
  }),
  kind("replay-refused", "fault", "encryptInterceptor.decrypt.replay", {
    title: text("A message is refused as a replay", "메시지를 재전송 공격으로 보고 거부합니다"),
    means: text(
      "It came twice, or its time is too far from this node's clock. It is thrown away.",
      "두 번 왔거나, 메시지의 시각이 이 노드의 시계와 너무 다릅니다. 메시지를 버립니다.",
    ),
    causes: [
      text(
        "The clocks of the nodes differ by more than replayWindowTime.",
        "노드의 시계가 replayWindowTime보다 많이 다릅니다",
      ),
      text(
        "A message was sent again after its acknowledgement was lost.",
        "수신 확인이 유실되어 메시지를 다시 보냈습니다",
      ),
    ],
    next: [text("Keep the clocks together (NTP, chrony).", "NTP나 chrony로 시계를 맞추십시오.")],
    at: "Interceptor.replayWindowTime",
  }),
  kind("encrypt-failed", "fault", "encryptInterceptor.encrypt.failed", {
    title: text("A message cannot be encrypted", "메시지를 암호화할 수 없습니다"),
    means: text("It is not sent.", "메시지가 전송되지 않습니다."),
    causes: [
      text("Java lacks the algorithm, or the key does not fit it.", "Java에 알고리즘이 없거나 키가 맞지 않습니다"),
    ],
    at: "Interceptor.encryptionAlgorithm Interceptor.encryptionKey",
  }),
  kind("encrypt-weak", "notice", "encryptInterceptor.algorithm.switch", {
    title: text("The algorithm is no protection against changes", "알고리즘이 변조를 막지 못합니다"),
    means: text(
      "Messages are encrypted, but who can send to the Receiver may change them unseen.",
      "메시지는 암호화되지만, Receiver로 보낼 수 있는 쪽이 들키지 않고 바꿀 수 있습니다.",
    ),
    next: [text("Use AES/GCM/NoPadding on all nodes at once.", "모든 노드에서 함께 AES/GCM/NoPadding을 쓰십시오.")],
    at: "Interceptor.encryptionAlgorithm",
  }),
  kind("gzip-failed", "fault", "gzipInterceptor.compress.failed gzipInterceptor.decompress.failed", {
    title: text("A message cannot be compressed or unpacked", "메시지를 압축하거나 풀 수 없습니다"),
    means: text("It is lost.", "메시지가 유실됩니다."),
    causes: [
      text(
        "Only some nodes have GzipInterceptor, or it stands at another place.",
        "일부 노드에만 GzipInterceptor가 있거나 위치가 다릅니다",
      ),
      text("The nodes run lines of Tomcat whose formats differ.", "형식이 다른 Tomcat 버전대를 씁니다"),
    ],
    at: "Interceptor",
  }),
  kind("dispatcher-flag", "notice", "messageDispatchInterceptor.warning.optionflag", {
    title: text("The option flag of asynchronous sending was changed", "비동기 전송의 옵션 플래그가 바뀌었습니다"),
    means: text(
      "Messages sent with the usual flag 8 are no longer asynchronous.",
      "보통의 플래그 8로 보낸 메시지가 비동기로 전송되지 않습니다.",
    ),
    at: "Interceptor.optionFlag",
  }),
  kind(
    "dispatcher-report-failed",
    "notice",
    "messageDispatchInterceptor.completeMessage.failed messageDispatchInterceptor.errorMessage.failed",
    {
      title: text("The result of asynchronous sending was not taken", "비동기 전송의 결과를 전달하지 못했습니다"),
      means: text(
        "Who waits for the result threw an exception; the message itself is not concerned.",
        "결과를 기다리는 쪽에서 예외가 발생했습니다. 메시지 자체와는 관계없습니다.",
      ),
    },
  ),
  kind(
    "coordinator",
    "fault",
    `nonBlockingCoordinator.heartbeat.failed nonBlockingCoordinator.memberAdded.failed
     nonBlockingCoordinator.memberAlive.failed nonBlockingCoordinator.memberDisappeared.failed
     nonBlockingCoordinator.processCoordinationMessage.failed nonBlockingCoordinator.electionMessage.sendfailed`,
    {
      title: text("The election of a coordinator failed", "코디네이터 선출이 실패했습니다"),
      means: text(
        "Nodes may name different coordinators. Tomcat's own replication needs none.",
        "노드마다 다른 코디네이터를 가질 수 있습니다. Tomcat의 복제에는 필요하지 않습니다.",
      ),
      at: "Interceptor",
    },
  ),
  kind(
    "interceptor-cleanup",
    "notice",
    `fragmentationInterceptor.heartbeat.failed twoPhaseCommitInterceptor.heartbeat.failed
     twoPhaseCommitInterceptor.expiredMessage twoPhaseCommitInterceptor.originalMessage.missing`,
    {
      title: text("A message waited too long for its other part", "메시지가 나머지 부분을 너무 오래 기다렸습니다"),
      means: text(
        "It is removed: its confirmation or another part did not come in time.",
        "수신 확인이나 나머지 부분이 제시간에 오지 않아 메시지를 제거합니다.",
      ),
      causes: [
        text("The sender was stopped in between, or is very slow.", "보낸 노드가 도중에 종료되었거나 매우 느립니다"),
      ],
      at: "Interceptor.expire",
    },
  ),
];
