package io.dataflow.runtime.checkpoint;

import io.dataflow.runtime.cluster.Answer;
import io.dataflow.runtime.cluster.ApiServer;
import io.dataflow.runtime.cluster.Cluster;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.HashSet;
import java.util.Set;

/// A checkpoint in the ConfigMap `df-<name>-checkpoint` (`docs/processor.md`). It needs `get` and
/// `patch` of this one object.
///
/// Every write is a compare-and-set by the object's `resourceVersion`. Where somebody else has
/// changed the object, what they have changed stays and the write is done again, unless it is the
/// very position that is to be written: then another processor runs, or a person has put the
/// position elsewhere. Nobody here can tell whose word counts, so nothing is overwritten: the flow
/// stops, and the next start goes on from what is there. The same holds for an object that was
/// deleted and made anew: it may belong to another flow of the same name.
final class CheckpointConfigMap implements CheckpointPlace {
  private static final int ATTEMPTS = 5;

  private final ApiServer server;
  private final String where;
  private final String path;

  /// Positions of writes of which it is not known whether the server has done them.
  private final Set<String> unanswered = new HashSet<>();

  private ConfigMapVersion seen = ConfigMapVersion.NONE;

  CheckpointConfigMap(Cluster cluster, String namespace, String name) {
    this.server = new ApiServer(cluster);
    this.where = "ConfigMap " + namespace + "/" + name;
    this.path = "/api/v1/namespaces/" + namespace + "/configmaps/" + name;
  }

  @Override
  public Checkpoint read() throws UnavailableException {
    seen = look();
    unanswered.clear();
    return seen.checkpoint();
  }

  private ConfigMapVersion look() throws UnavailableException {
    var answer = server.get(path);
    if (!answer.isGood()) {
      throw refused(answer, "get");
    }
    return ConfigMapVersion.of(answer, this::unusable);
  }

  @Override
  public void write(Change change) throws UnavailableException {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var answer = merge(change);
      if (answer.isGood()) {
        seen = ConfigMapVersion.of(answer, this::unusable);
        unanswered.clear();
        return;
      }
      if (answer.status() != 409) {
        throw refused(answer, "patch");
      }
      var now = look();
      refuseToOverwrite(now, change);
      seen = now;
      unanswered.clear();
    }
    throw new UnavailableException(
        ErrorType.TRANSIENT, where + ": it is changed by others all the time", null);
  }

  private Answer merge(Change change) throws UnavailableException {
    var wanted = seen.checkpoint().with(change);
    var certain = false;
    try {
      var answer = server.merge(path + "?fieldManager=dataflow-processor", seen.patch(wanted));
      certain = answer.status() < 500;
      return answer;
    } finally {
      if (!certain) {
        change.positions().keySet().forEach(type -> unanswered.add(wanted.text(type)));
      }
    }
  }

  private void refuseToOverwrite(ConfigMapVersion now, Change change) {
    var ours =
        change.positions().keySet().stream()
            .allMatch(
                type -> {
                  var text = now.checkpoint().text(type);
                  return text.equals(seen.checkpoint().text(type)) || unanswered.contains(text);
                });
    if (!now.uid().equals(seen.uid())) {
      throw new FlowException(
          where
              + ": it was deleted and created again while this processor ran, so it may belong to"
              + " another flow. Nothing was written; the next start goes on from what is in it.");
    }
    if (!ours) {
      throw new FlowException(
          where
              + ": somebody else has changed the position of `"
              + String.join("`, `", change.positions().keySet())
              + "` while this processor ran. See to it that only one processor of the flow runs."
              + " Nothing was overwritten; the next start goes on from what is in it.");
    }
  }

  private UnavailableException refused(Answer answer, String verb) {
    var problem =
        switch (answer.status()) {
          case 401 -> "the API server does not accept the pod's token. Look at its ServiceAccount";
          case 403 ->
              "this pod may not "
                  + verb
                  + " it. Give its ServiceAccount a Role with `get` and `patch` of it";
          case 404 ->
              "it is not there. The operator makes it; look whether it runs, or set"
                  + " `checkpointPersistence: false`";
          default -> "the API server refuses to " + verb + " it: " + answer.reason();
        };
    return new UnavailableException(type(answer.status()), where + ": " + problem, null);
  }

  private static ErrorType type(int status) {
    return switch (status) {
      case 401, 403 -> ErrorType.AUTH_ERROR;
      case 429 -> ErrorType.TRANSIENT;
      default -> status >= 500 ? ErrorType.TRANSIENT : ErrorType.UNKNOWN;
    };
  }

  @Override
  public FlowException unusable(String problem) {
    return new FlowException(
        where
            + ": "
            + problem
            + ". It was left as it is. Repair its key `checkpoint.json`, or remove the key to read"
            + " the source from its start.");
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public String toString() {
    return where;
  }
}
