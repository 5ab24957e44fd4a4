package io.dataflow.api.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Our reader and Jackson's: the same verdict, the same keys, the same digits.
class JsonAgainstJacksonTest {
  private static final JsonFactory JACKSON = new JsonFactory();

  @Test
  void readsWhatJacksonReads() {
    Tries.of(20_000, chance -> assertSame(chance.document().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesWhatJacksonRefuses() {
    Tries.of(
        60_000,
        chance -> assertSame(chance.mutated(chance.document().getBytes(StandardCharsets.UTF_8))));
  }

  private static void assertSame(byte[] bytes) {
    assertThat(ours(bytes))
        .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
        .isEqualTo(jacksons(bytes));
  }

  private static Optional<Object> ours(byte[] bytes) {
    try {
      return Optional.of(Reference.of(Json.parse(bytes)));
    } catch (JsonException _) {
      return Optional.empty();
    }
  }

  /// Given characters: Jackson would guess the encoding of bytes, and let more than UTF-8 pass.
  private static Optional<Object> jacksons(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (var parser = JACKSON.createParser(text)) {
        if (parser.nextToken() == null) {
          return Optional.empty();
        }
        var value = value(parser);
        return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
      }
    } catch (CharacterCodingException | JsonParseException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var fields = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          parser.nextToken();
          fields.put(name, value(parser));
        }
        yield fields;
      }
      case START_ARRAY -> {
        var elements = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser));
        }
        yield elements;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
          new Reference.Word(parser.getText());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException(parser.currentToken().name());
    };
  }
}
