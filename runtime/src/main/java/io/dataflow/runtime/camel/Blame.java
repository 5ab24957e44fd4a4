package io.dataflow.runtime.camel;

import io.dataflow.api.endpoint.Calls;
import io.dataflow.runtime.connector.ErrorType;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.http.base.HttpOperationFailedException;

/// Whose fault it is that an endpoint has failed: the world's, or the record's.
record Blame(Calls calls) {
  /// Of clients that are not on the class path of every processor.
  private static final Set<String> NETWORK =
      Set.of(
          "NoHttpResponseException",
          "ConnectionClosedException",
          "ConnectTimeoutException",
          "ConnectionRequestTimeoutException",
          "UnresolvedAddressException");

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /// What kind of outage it is; empty when the endpoint was there and has refused the record.
  Optional<ErrorType> outage(Throwable failure) {
    return causes(failure).stream().flatMap(it -> kind(it).stream()).findFirst();
  }

  private Optional<ErrorType> kind(Throwable cause) {
    if (isNamed(cause)) {
      return Optional.of(ErrorType.TRANSIENT);
    }
    return switch (cause) {
      case HttpOperationFailedException http ->
          Optional.of(ErrorType.TRANSIENT).filter(_ -> isOutage(http.getStatusCode()));
      case SocketTimeoutException _, HttpTimeoutException _ -> Optional.of(ErrorType.TIMEOUT);
      case TimeoutException _, ExchangeTimedOutException _ -> Optional.of(ErrorType.TIMEOUT);
      case ConnectException _, NoRouteToHostException _, UnknownHostException _ ->
          Optional.of(ErrorType.CONNECTION_ERROR);
      case SocketException _, ClosedChannelException _ -> Optional.of(ErrorType.CONNECTION_ERROR);
      default ->
          Optional.of(ErrorType.CONNECTION_ERROR)
              .filter(_ -> NETWORK.contains(cause.getClass().getSimpleName()));
    };
  }

  private static boolean isOutage(int status) {
    return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
  }

  /// Whether the manifest calls it an outage.
  private boolean isNamed(Throwable cause) {
    var names = new ArrayList<>(List.of(cause.getClass().getName()));
    names.add(cause.getClass().getSimpleName());
    if (cause instanceof HttpOperationFailedException http) {
      names.add(String.valueOf(http.getStatusCode()));
    }
    return calls.outages().stream().anyMatch(names::contains);
  }

  private static List<Throwable> causes(Throwable failure) {
    var causes = new ArrayList<Throwable>();
    for (var it = failure; it != null && !causes.contains(it); it = it.getCause()) {
      causes.add(it);
    }
    return causes;
  }
}
