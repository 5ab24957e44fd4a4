package io.dataflow.runtime.cluster;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.UnavailableException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Speaks with the API server as the pod's service account. One request at a time; nothing is set
/// up before the first one.
public final class ApiServer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Cluster cluster;
  private Optional<HttpClient> client = Optional.empty();

  /// A server that nothing is asked of yet.
  public ApiServer(Cluster cluster) {
    this.cluster = cluster;
  }

  /// Asks for an object.
  ///
  /// @throws UnavailableException when no answer came
  public Answer get(String path) throws UnavailableException {
    return send(HttpRequest.newBuilder(cluster.server().resolve(path)).GET());
  }

  /// Merges into an object (RFC 7396). With a `resourceVersion` in the patch the answer is 409 when
  /// the object has changed since.
  ///
  /// @throws UnavailableException when no answer came; whether the object has changed is not known
  public Answer merge(String path, byte[] patch) throws UnavailableException {
    return send(
        HttpRequest.newBuilder(cluster.server().resolve(path))
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofByteArray(patch)));
  }

  private synchronized Answer send(HttpRequest.Builder request) throws UnavailableException {
    try {
      // The token is read each time, because it is renewed every hour or so.
      var token = Files.readString(cluster.token()).strip();
      var whole =
          request.header("Authorization", "Bearer " + token).header("Accept", "application/json");
      var answer = client().send(whole.timeout(LIMIT).build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.body());
    } catch (HttpTimeoutException e) {
      throw unavailable(ErrorType.TIMEOUT, "does not answer", e);
    } catch (SSLException e) {
      // The authority may have been renewed too: the next client reads it anew.
      close();
      throw unavailable(ErrorType.CONNECTION_ERROR, "is not trusted: " + e.getMessage(), e);
    } catch (IOException e) {
      throw unavailable(ErrorType.CONNECTION_ERROR, "cannot be reached: " + words(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(ErrorType.CONTEXT_CANCELED, "was not waited for", e);
    }
  }

  private HttpClient client() throws IOException {
    if (client.isEmpty()) {
      var builder =
          HttpClient.newBuilder()
              // A connection that has died is not used again after a timeout, as one of HTTP/2 is.
              .version(Version.HTTP_1_1)
              .followRedirects(Redirect.NEVER)
              .connectTimeout(LIMIT);
      if (cluster.server().getScheme().equals("https")) {
        builder.sslContext(Trust.of(cluster.authority()));
      }
      client = Optional.of(builder.build());
    }
    return client.get();
  }

  private UnavailableException unavailable(ErrorType type, String what, Exception cause) {
    return new UnavailableException(type, "the API server " + cluster.server() + " " + what, cause);
  }

  private static String words(IOException e) {
    var name = e.getClass().getSimpleName().replace("Exception", "");
    return Optional.ofNullable(e.getMessage()).map(text -> name + " (" + text + ")").orElse(name);
  }

  @Override
  public synchronized void close() {
    client.ifPresent(HttpClient::shutdownNow);
    client = Optional.empty();
  }
}
