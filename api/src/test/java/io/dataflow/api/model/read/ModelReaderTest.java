package io.dataflow.api.model.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.Later;
import io.dataflow.api.model.Name;
import io.dataflow.api.model.NoEffect;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.reference.JsonSchema;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.model.yaml.YamlDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A field is one line in a record; that line alone gives all of this.
class ModelReaderTest {
  @Doc("A kettle.")
  @Later("steam")
  record Kettle(
      @Doc(value = "Litres that it holds.", example = "2") @Range(min = 1, max = 9) int litres,
      @Doc("Colour of the lid.") @Default("red") Colour lid,
      @Doc("Words on it.") Optional<Map<String, Long>> words,
      @Doc(value = "Who may use it.", example = "[ann, bob]") @FromSecret("usersSecretRef")
          Optional<List<String>> users,
      @Doc("How loud it whistles.") @NoEffect("it rings") @Default("3") int whistle) {
    @Rule(path = "litres", message = "too heavy.")
    boolean isLightEnough() {
      return litres < 9;
    }
  }

  enum Colour {
    @Name("red")
    RED,
    LIGHT_BLUE
  }

  private static Outcome<Kettle> read(String yaml, Secrets secrets) {
    var tree = YamlDocument.all(yaml).getFirst().root();
    return ModelReader.read(Kettle.class, tree, "kettle", Optional.of(secrets));
  }

  private static Kettle kettle(String yaml) {
    return read(yaml, (secret, key) -> Optional.of(secret + "," + key + ", "))
        .value()
        .orElseThrow();
  }

  private static List<String> problems(String yaml) {
    return read(yaml, Secrets.none()).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void bindsWithDefaults() {
    assertThat(kettle("litres: 2"))
        .isEqualTo(new Kettle(2, Colour.RED, Optional.empty(), Optional.empty(), 3));
    assertThat(kettle("{litres: 3, lid: light-blue, words: {a: 9007199254740993}, users: [x]}"))
        .isEqualTo(
            new Kettle(
                3,
                Colour.LIGHT_BLUE,
                Optional.of(Map.of("a", 9007199254740993L)),
                Optional.of(List.of("x")),
                3));
  }

  @Test
  void splitsAListOutOfASecret() {
    assertThat(kettle("{litres: 2, usersSecretRef: {name: a, key: b}}").users())
        .contains(List.of("a", "b"));
  }

  @Test
  void takesTheSecretAndNotThePlainValue() {
    assertThat(kettle("{litres: 2, users: [x], usersSecretRef: {name: a, key: b}}").users())
        .contains(List.of("a", "b"));
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(problems("{lid: green, words: {a: b}, steam: 1, litre: 3}"))
        .containsExactly(
            "kettle.lid: `green` is not known. There are `red`, `LIGHT_BLUE`.",
            "kettle.words.a: wants a whole number, found the text `b`. Write for example `a: 1`.",
            "kettle.steam: `steam` is not in this version yet. There are `litres`, `lid`, `words`,"
                + " `users`, `usersSecretRef`, `whistle`.",
            "kettle.litre: unknown key. Did you mean `litres`?");
    assertThat(problems("{}"))
        .containsExactly("kettle.litres: missing. Litres that it holds, for example `2`.");
    assertThat(problems("litres: 10"))
        .containsExactly("kettle.litres: `10` is too large. Set it to 1 to 9.");
  }

  @Test
  void asksForRulesOnlyWhenEveryFieldIsRight() {
    assertThat(problems("litres: 9")).containsExactly("kettle.litres: too heavy.");
    assertThat(problems("{litres: 9, lid: 7}")).noneMatch(it -> it.contains("heavy"));
  }

  @Test
  void warnsOfWhatIsSetAndHasNoEffect() {
    assertThat(problems("{litres: 2, whistle: 4}"))
        .containsExactly("warning: kettle.whistle: no effect yet: it rings. Remove it.");
    assertThat(problems("{litres: 2, whistle: 3}")).isEmpty();
    assertThat(JsonSchema.of(Kettle.class)).contains("whistles. No effect yet: it rings.");
  }

  @Test
  void givesTheSchema() {
    assertThat(JsonSchema.of(Kettle.class))
        .contains(
            "\"litres\"", "\"maximum\": 9", "[\"red\", \"LIGHT_BLUE\"]", "\"default\": \"red\"");
  }
}
