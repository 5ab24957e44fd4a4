package io.dataflow.operator.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;

/// An `Optional` in JSON: its value, or no key at all.
final class OptionalModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  OptionalModule() {
    addSerializer(Optional.class, new Writer());
    addDeserializer(Optional.class, new Reader(null));
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    var left = JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null);
    context.configOverride(Optional.class).setInclude(left);
  }

  @SuppressWarnings("rawtypes")
  private static final class Writer extends StdSerializer<Optional> {
    private static final long serialVersionUID = 1;

    Writer() {
      super(Optional.class);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Optional value) {
      return value.isEmpty();
    }

    @Override
    public void serialize(Optional value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(value.orElse(null), out);
    }
  }

  /// @param type of the value; none before it is known what for the reader is
  @SuppressWarnings("rawtypes")
  private static final class Reader extends StdDeserializer<Optional>
      implements ContextualDeserializer {
    private static final long serialVersionUID = 1;

    private final JavaType type;

    Reader(JavaType type) {
      super(Optional.class);
      this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty use) {
      return new Reader(context.getContextualType().containedType(0));
    }

    @Override
    public Optional deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Optional.ofNullable(context.readValue(in, type));
    }

    @Override
    public Optional getNullValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
