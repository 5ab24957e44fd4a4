package io.dataflow.runtime.trino;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One answer of the statement protocol.
record StatementAnswer(
    String id, Optional<URI> next, List<ResultColumn> columns, List<JsonArray> rows) {
  private static final int OK = 200;

  static StatementAnswer of(HttpResponse<byte[]> response) throws TrinoException {
    if (response.statusCode() != OK) {
      throw TrinoException.ofHttp(response.statusCode());
    }
    var body = object(response.body());
    var error = body.get("error").filter(JsonObject.class::isInstance);
    if (error.isPresent()) {
      throw TrinoException.of((JsonObject) error.get());
    }
    return new StatementAnswer(
        text(body, "id"),
        body.get("nextUri").map(Json::text).map(URI::create),
        items(body, "columns").stream().map(it -> column((JsonObject) it)).toList(),
        items(body, "data").stream().map(JsonArray.class::cast).toList());
  }

  private static JsonObject object(byte[] body) throws TrinoException {
    try {
      if (Json.parse(body) instanceof JsonObject object && object.get("id").isPresent()) {
        return object;
      }
    } catch (JsonException e) {
      // Something else than Trino has answered; its words are nobody's.
      throw TrinoException.ofHttp(OK);
    }
    throw TrinoException.ofHttp(OK);
  }

  private static ResultColumn column(JsonObject column) {
    return new ResultColumn(text(column, "name"), text(column, "type"));
  }

  private static List<Json> items(JsonObject body, String name) {
    var items = new ArrayList<Json>();
    if (body.get(name).orElse(null) instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        items.add(array.get(i));
      }
    }
    return items;
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).map(Json::text).orElse("");
  }
}
