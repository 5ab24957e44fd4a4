package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.kubernetes.certificate.ServingCertificate;
import io.dataflow.kubernetes.http.ListenAddress;
import io.fabric8.kubernetes.api.model.StatusCause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookServerTest {
  private static final String GOOD =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: orders, namespace: shop, uid: 4711, managedFields: [{manager: kubectl}]}
      spec:
        source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
        sink:
          type: postgresql
          config: {connectionString: "postgres://db/shop", table: orders, upsertMode: true}
      """;
  private static final String WARNED = GOOD + "  ackGranularity: message\n";
  private static final String BAD =
      GOOD.replace("topic: orders", "topics: orders") + "  replicas: -1\n";

  private static WebhookServer server;
  private static WebhookClient caller;

  @BeforeAll
  static void start() {
    var certificate = ServingCertificate.generate(List.of("127.0.0.1"), Duration.ofHours(1));
    var address = ListenAddress.parse("127.0.0.1:0", Optional.empty());
    server = WebhookServer.start(address, new PresentedCertificate(certificate));
    caller = WebhookClient.of(server.port(), certificate);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Response ask(ReviewText review) throws Exception {
    return Response.of(caller.post(review.toString()));
  }

  @Test
  void isReadyWhileItsCertificateIsValid() {
    assertThat(server.isReady()).isTrue();
  }

  @Test
  void aGoodFlowIsAllowedWithoutAWord() throws Exception {
    var response = ask(ReviewText.create(GOOD));
    assertThat(response.allowed()).isTrue();
    assertThat(response.response().getWarnings()).isEmpty();
    assertThat(response.response().getStatus()).isNull();
  }

  @Test
  void aBadFlowIsToldAllItsProblemsALineEach() throws Exception {
    var response = ask(ReviewText.create(BAD));
    assertThat(response.allowed()).isFalse();
    var status = response.response().getStatus();
    assertThat(status.getCode()).isEqualTo(422);
    assertThat(status.getMessage().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("`orders` has 2 problems:"),
            line -> assertThat(line).startsWith("  spec.source.config.topics: unknown key. Did"),
            line -> assertThat(line).startsWith("  spec.replicas: `-1` is too small. "));
    assertThat(status.getDetails().getName()).isEqualTo("orders");
    assertThat(status.getDetails().getCauses())
        .extracting(StatusCause::getField)
        .containsExactly("spec.source.config.topics", "spec.replicas");
    assertThat(status.getDetails().getCauses())
        .allMatch(cause -> cause.getReason().equals("FieldValueInvalid"));
  }

  @Test
  void textsMayHoldAnyCharacter() throws Exception {
    for (var text :
        List.of("ü", "🚀", "\\u007f", "\\u0085", "\\ud83d", "\\ufffe", "\\u0001", "a: b #")) {
      var selecting = GOOD + "  nodeSelector: {k: \"" + text + "\", \"" + text + "\": v}\n";
      assertThat(ask(ReviewText.create(selecting)).allowed()).as(text).isTrue();
    }
  }

  @Test
  void warningsRefuseNothing() throws Exception {
    var response = ask(ReviewText.create(WARNED));
    assertThat(response.allowed()).isTrue();
    assertThat(response.response().getWarnings())
        .containsExactly(
            "spec.ackGranularity: no effect yet: a batch is acknowledged whole. Remove it.");
  }

  @Test
  void aChangeForTheWorseIsRefused() throws Exception {
    assertThat(ask(ReviewText.update(GOOD, BAD)).allowed()).isFalse();
    assertThat(ask(ReviewText.update(BAD, GOOD)).allowed()).isTrue();
  }

  @Test
  void aSpecThatHasBecomeInvalidKeepsNothingFromChangingLabels() throws Exception {
    var labelled = BAD.replace("uid: 4711", "labels: {team: a}");
    assertThat(ask(ReviewText.update(BAD, labelled)).allowed()).isTrue();
  }

  @Test
  void aFlowThatIsBeingDeletedMayChangeAsItLikes() throws Exception {
    var leaving = BAD.replace("uid: 4711", "deletionTimestamp: 2026-01-01T00:00:00Z");
    assertThat(ask(ReviewText.update(GOOD, leaving)).allowed()).isTrue();
    assertThat(ask(ReviewText.of("DELETE").with("oldObject", BAD)).allowed()).isTrue();
    assertThat(ask(ReviewText.of("DELETE")).allowed()).isTrue();
  }

  @Test
  void aSubresourceIsNotASpec() throws Exception {
    var status = ReviewText.update(GOOD, BAD).withText("subResource", "status");
    assertThat(ask(status).allowed()).isTrue();
  }

  @Test
  void anotherKindIsRefusedWithAReason() throws Exception {
    var response = ask(ReviewText.create("kind: Pod").ofKind("Pod"));
    assertThat(response.allowed()).isFalse();
    assertThat(response.response().getStatus().getMessage()).contains("`Pod`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "metadata: {name: x}",
        "spec: []",
        "spec: text",
        "[]",
        "7",
        "null",
        "{kind: [], apiVersion: {}, metadata: 7, spec: {source: {type: [1]}}}"
      })
  void anObjectOfAnyShapeGetsItsProblems(String object) throws Exception {
    assertThat(ask(ReviewText.create(object)).allowed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | ''",
        "400 | hunter2",
        "400 | [[[",
        "400 | {}",
        "400 | []",
        "400 | {\"apiVersion\": \"admission.k8s.io/v1beta1\", \"kind\": \"AdmissionReview\"}",
        "400 | {\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"AdmissionReview\"}",
        "400 | {\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"AdmissionReview\","
            + " \"request\": 7}",
      })
  void whatIsNoReviewIsRefusedPlainly(int status, String body) throws Exception {
    var answer = caller.post(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isNotBlank().doesNotContain("hunter2").doesNotContain("Exception");
  }

  @Test
  void aReviewThatIsTooLargeOrTooDeepIsRefused() throws Exception {
    assertThat(caller.post(" ".repeat(AdmissionHandler.LARGEST + 1)).statusCode()).isEqualTo(413);
    assertThat(caller.post("[".repeat(100_000)).statusCode()).isEqualTo(400);
    var deep = "{a: ".repeat(900) + "1" + "}".repeat(900);
    var review = ReviewText.create("spec: {source: " + deep + "}");
    assertThat(ask(review).allowed()).isFalse();
  }

  @Test
  void flowsOnAScheduleHaveAPathOfTheirOwn() throws Exception {
    var cron =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlowCron
        metadata: {name: nightly}
        spec:
          schedule: "0 3 * * %s"
          source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
          sink: {type: kafka, config: {brokers: ["kafka:9092"], topic: out}}
        """;
    var bad = ReviewText.create(cron.formatted(7)).ofKind("DataFlowCron").toString();
    assertThat(caller.post(WebhookServer.CRON_PATH, bad).body())
        .contains("\"allowed\":false", "spec.schedule", "no day of the week");
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws Exception {
    assertThat(caller.post("/validate", "{}").statusCode()).isEqualTo(404);
    assertThat(caller.post(WebhookServer.PATH + "/more", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void manyAskAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var questions =
          IntStream.range(0, 500)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> ask(ReviewText.create(i % 2 == 0 ? GOOD : BAD)).allowed())
              .toList();
      var answers = threads.invokeAll(questions);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0);
      }
    }
  }
}
