package io.dataflow.api.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MapType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.model.yaml.YamlKind;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The records of the model say what the reader of the model needs, everywhere.
class ModelTest {
  static Set<RecordModel> records() {
    var found = new LinkedHashSet<RecordModel>();
    collect(RecordModel.of(DataFlow.class), found);
    collect(RecordModel.of(DataFlowCron.class), found);
    return found;
  }

  private static void collect(ValueType type, Set<RecordModel> found) {
    switch (type) {
      case RecordModel record when found.add(record) ->
          record.fields().forEach(field -> collect(field.type(), found));
      case ChoiceModel choice ->
          choice.names().forEach(name -> collect(choice.model(name).orElseThrow(), found));
      case ListType list -> collect(list.item(), found);
      default -> {}
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void saysWhatItIsFor(RecordModel record) {
    assertThat(record.doc()).as(record.type().getName()).endsWith(".");
    assertThat(record.fields())
        .filteredOn(field -> !field.inline())
        .allSatisfy(field -> assertThat(field.doc()).as(field.name()).endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("records")
  void hasExamplesAndDefaultsThatAreRight(RecordModel record) {
    for (var field : record.fields()) {
      Stream.concat(Stream.of(field.example()), field.fallback().stream())
          .filter(text -> !text.isEmpty())
          .forEach(text -> check(field, text));
    }
  }

  private static void check(Field field, String yaml) {
    var document = YamlDocument.all(yaml).getFirst();
    assertThat(document.problems()).as(field.name()).isEmpty();
    switch (field.type()) {
      case ScalarType scalar -> parse(scalar, (YamlScalar) document.root(), field);
      case ListType list -> assertThat(document.root().kindFound()).isEqualTo(list.wanted());
      case MapType map -> {
        assertThat(document.root()).isInstanceOf(YamlObject.class);
        for (var entry : ((YamlObject) document.root()).fields().entrySet()) {
          parse(map.key(), new YamlScalar(entry.getKey(), YamlKind.TEXT), field);
          parse((ScalarType) map.value(), (YamlScalar) entry.getValue(), field);
        }
      }
      case ValueType.OptionsType _ -> assertThat(document.root()).isInstanceOf(YamlObject.class);
      default -> throw new AssertionError(field.name() + " needs no example");
    }
  }

  private static void parse(ScalarType type, YamlScalar value, Field field) {
    assertThat(type.accepts(value.kind())).as(field.name()).isTrue();
    try {
      assertThat(type.parse(value.text())).isNotNull();
    } catch (RefusedException e) {
      throw new AssertionError(field.name() + ": " + e.getMessage(), e);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void hasNothingThatIsAlsoSaidToComeLater(RecordModel record) {
    assertThat(record.keys()).doesNotHaveDuplicates().noneMatch(record.later()::contains);
  }

  @ParameterizedTest
  @MethodSource("records")
  void givesAnExampleOfWhatItMustHave(RecordModel record) {
    var without = new ArrayList<String>();
    for (var field : record.fields()) {
      boolean single = field.type() instanceof ScalarType scalar && !scalar.isSecret();
      if (single && field.required() && field.constant().isEmpty() && field.example().isEmpty()) {
        without.add(field.name());
      }
    }
    assertThat(without).as(record.type().getName()).isEqualTo(List.of());
  }
}
