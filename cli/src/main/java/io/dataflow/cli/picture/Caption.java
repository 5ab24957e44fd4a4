package io.dataflow.cli.picture;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a picture says of a connector or a step besides its type: the topic, the table, the fields,
/// the condition. Found by the order in which records state their fields, so that a new type needs
/// nothing here.
public final class Caption {
  private Caption() {}

  /// The first field of a step, unless it holds records of its own as a router does.
  public static String ofStep(Record step) {
    return components(step).map(component -> read(component, step)).findFirst().stream()
        .map(Caption::text)
        .collect(Collectors.joining());
  }

  /// The first plain text among a connector's fields, or within those that are records. Addresses
  /// of servers are a list and a connection string is a secret, so neither is.
  public static String ofConnector(Record connector) {
    var values =
        components(connector)
            .map(component -> read(component, connector))
            .map(value -> value instanceof Optional<?> maybe ? maybe.orElse(null) : value)
            .filter(Objects::nonNull)
            .toList();
    return Stream.concat(
            values.stream().filter(String.class::isInstance).map(String.class::cast),
            values.stream()
                .filter(Record.class::isInstance)
                .map(value -> ofConnector((Record) value)))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String text(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream()
              .filter(item -> !(item instanceof Record))
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      case Record record -> ofConnector(record);
      default -> value.toString();
    };
  }

  private static Stream<RecordComponent> components(Record config) {
    return Stream.of(config.getClass().getRecordComponents());
  }

  private static Object read(RecordComponent component, Record config) {
    try {
      return component.getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the record " + config.getClass() + " cannot be read", e);
    }
  }
}
