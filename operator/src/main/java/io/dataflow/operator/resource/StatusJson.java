package io.dataflow.operator.resource;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.dataflow.api.model.type.WordType;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A flow's status as JSON. The record is the model's, of which the CRD is rendered: it knows the
/// API server's schema and nothing of JSON.
final class StatusJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new OptionalModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(new TimeWriter())
                  .addDeserializer(OffsetDateTime.class, new TimeReader()))
          .annotationIntrospector(new WordNames())
          .withConfigOverride(
              List.class, all -> all.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private StatusJson() {}

  static ObjectNode write(Record status) {
    return JSON.valueToTree(status);
  }

  /// @param status empty before anything was seen
  /// @throws IllegalStateException when it is none, which the CRD's schema does not let happen
  static <S extends Record> S read(Optional<ObjectNode> status, Class<S> type) {
    try {
      return JSON.treeToValue(status.orElseGet(JSON::createObjectNode), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("status: " + e.getOriginalMessage(), e);
    }
  }

  private static final class WordNames extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public String[] findEnumValues(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
      return Arrays.stream(values).map(WordType::word).toArray(String[]::new);
    }
  }

  /// In UTC, with as many digits as it has, in groups of three.
  private static final class TimeWriter extends StdSerializer<OffsetDateTime> {
    private static final long serialVersionUID = 1;

    TimeWriter() {
      super(OffsetDateTime.class);
    }

    @Override
    public void serialize(OffsetDateTime moment, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(moment.toInstant().toString());
    }
  }

  private static final class TimeReader extends StdDeserializer<OffsetDateTime> {
    private static final long serialVersionUID = 1;

    TimeReader() {
      super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return OffsetDateTime.parse(in.getText());
    }
  }
}
