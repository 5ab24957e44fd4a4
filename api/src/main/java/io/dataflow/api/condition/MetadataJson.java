package io.dataflow.api.condition;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.path.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of the metadata as JSON, so that conditions treat it as they treat fields.
public final class MetadataJson {
  private MetadataJson() {}

  /// What stands under a key; empty when nothing does.
  ///
  /// @param keys the first one is the metadata's, the others lead into the map that is found there
  public static Optional<Json> find(Metadata metadata, List<String> keys) {
    Optional<?> value = metadata.get(keys.getFirst());
    for (var key : keys.subList(1, keys.size())) {
      value = value.map(inner -> inner instanceof Map<?, ?> map ? map.get(key) : null);
    }
    return value.map(MetadataJson::of);
  }

  /// The keys in a place for metadata, for [#find].
  ///
  /// @param text in which the place is
  /// @param path what stands behind `metadata.` in it
  /// @throws io.dataflow.api.path.PathException when it is no path
  /// @throws IllegalArgumentException when it may mean several keys
  public static List<String> keys(String text, String path) {
    return Path.parse(path)
        .names()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`%s` names several keys. Metadata is named by plain keys, for example"
                            .formatted(text)
                        + " `${metadata.topic}`."));
  }

  static Json of(Object value) {
    return switch (value) {
      case Boolean bool -> bool ? JsonScalar.TRUE : JsonScalar.FALSE;
      case Long number -> JsonScalar.of(number);
      case Integer number -> JsonScalar.of(number);
      case Map<?, ?> map -> {
        var object = JsonObject.empty();
        map.forEach((key, inner) -> object.put(key.toString(), of(inner)));
        yield object;
      }
      case Collection<?> all -> JsonArray.of(all.stream().map(MetadataJson::of).toList());
      case null -> JsonScalar.NULL;
      case Object other -> JsonScalar.of(other.toString());
    };
  }
}
