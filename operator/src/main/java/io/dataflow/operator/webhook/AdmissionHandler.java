package io.dataflow.operator.webhook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.dataflow.kubernetes.http.BodyBudget;
import io.dataflow.kubernetes.http.TextResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the API server's questions, and nothing else. Whoever asks gets an answer: an exception
/// here would be a refused flow without a reason.
final class AdmissionHandler implements HttpHandler {
  /// An object of the API server's largest size twice, as it was and as it shall be, and room.
  static final int LARGEST = 8 << 20;

  private static final BodyBudget BUDGET = new BodyBudget(LARGEST, Duration.ofSeconds(5));

  private static final Logger LOG = LoggerFactory.getLogger(AdmissionHandler.class);
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      BUDGET.handle(exchange, AdmissionHandler::answer);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try {
      send(exchange, answer(AdmissionRequest.read(body(exchange))));
    } catch (BadReviewException refused) {
      TextResponse.of(refused.status(), refused.getMessage() + "\n").send(exchange);
    } catch (RuntimeException | StackOverflowError failure) {
      // The end of the line for what nobody thought of: logged here once, with its place but
      // without its text, which may quote a flow.
      LOG.error("a review failed with {} at {}", failure.getClass().getName(), place(failure));
      TextResponse.of(500, "the review failed; the operator's log says where.\n").send(exchange);
    }
  }

  private static byte[] answer(AdmissionRequest request) throws IOException {
    return JSON.writeValueAsBytes(AdmissionResponses.to(request, AdmissionDecision.on(request)));
  }

  private static byte[] body(HttpExchange exchange) throws IOException, BadReviewException {
    if (!WebhookServer.PATHS.contains(exchange.getRequestURI().getPath())) {
      throw new BadReviewException(
          404, "not found. There is " + String.join(", ", WebhookServer.PATHS) + ".");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      throw new BadReviewException(405, "only POST is answered here.");
    }
    var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw new BadReviewException(
          413, "a review of more than " + LARGEST + " bytes. Make it less.");
    }
    return body;
  }

  private static void send(HttpExchange exchange, byte[] answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
  }

  private static Object place(Throwable failure) {
    var trace = failure.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0];
  }
}
