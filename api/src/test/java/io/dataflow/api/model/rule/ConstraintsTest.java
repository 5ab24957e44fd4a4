package io.dataflow.api.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.read.ModelReader;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One annotation gives what `validate` checks, what the API server checks, and the sentence of
/// both. That CEL and Java agree is shown by the operator's tests, on a real API server.
class ConstraintsTest {
  @Doc("A door.")
  @Together({"lock", "key"})
  @OneOf({"wood", "glass"})
  @Needs(key = "carved", needs = "wood", because = "glass cannot be carved")
  @NotWith(
      key = "key",
      with = "guard",
      at = {"DOG", "NONE"})
  @Needs(key = "guard", at = "DOORMAN", needs = "desk")
  @OnlyWith(
      key = "bell",
      with = {"desk", "carved"})
  record Door(
      @Doc(value = "Its lock.", example = "yale") Optional<String> lock,
      @Doc(value = "Its key.", example = "k1") @FromSecret Optional<String> key,
      @Doc(value = "Kind of wood.", example = "oak") @FromSecret Optional<String> wood,
      @Doc("Kind of glass.") Optional<String> glass,
      @Doc("Whether it is carved.") @Default("false") boolean carved,
      @Doc("Who guards it.") Optional<Guard> guard,
      @Doc("Where the guard sits.") Optional<Desk> desk,
      @Doc("Its bell.") Optional<String> bell)
      implements Named {
    @Override
    public String name() {
      return lock.orElse("door");
    }
  }

  interface Named {
    String name();

    @Rule(cel = "self.lock != 'none'", path = "lock", message = "no name at all.")
    default boolean hasName() {
      return !name().equals("none");
    }
  }

  enum Guard {
    DOG,
    NONE,
    DOORMAN
  }

  @Doc("A desk.")
  record Desk(
      @Doc(value = "Its width.", example = "1") int width,
      @Doc(value = "Its height.", example = "1") int height) {}

  private static List<String> problems(String yaml) {
    var tree = YamlDocument.all(yaml).getFirst().root();
    return ModelReader.read(Door.class, tree, "door", Optional.empty()).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  private static List<String> cel(String path) {
    return Constraints.of(RecordModel.of(Door.class)).stream()
        .filter(it -> it.path().equals(path))
        .flatMap(it -> it.cel().stream())
        .toList();
  }

  @Test
  void together() {
    assertThat(problems("{wood: oak, lock: yale}"))
        .containsExactly(
            "door.key: missing. `lock` needs it, for example `k1`; or leave both out.");
    assertThat(problems("{wood: oak, keySecretRef: {name: a, key: b}}"))
        .containsExactly(
            "door.lock: missing. `key` needs it, for example `yale`; or leave both out.");
    assertThat(problems("{wood: oak, lock: yale, key: k}")).isEmpty();
    assertThat(cel("lock"))
        .contains(
            "!(has(self.key) && self.key.trim() != '' || has(self.keySecretRef)) || has(self.lock)"
                + " && self.lock.trim() != ''");
  }

  @Test
  void oneOf() {
    assertThat(problems("{}"))
        .containsExactly(
            "door.wood: missing. Kind of wood, for example `oak`; or give `woodSecretRef` or"
                + " `glass`.");
    assertThat(problems("glass: clear")).isEmpty();
    assertThat(cel("wood"))
        .contains(
            "has(self.wood) && self.wood.trim() != '' || has(self.woodSecretRef) || has(self.glass)"
                + " && self.glass.trim() != ''");
  }

  @Test
  void needs() {
    assertThat(problems("{glass: clear, carved: true}"))
        .containsExactly(
            "door.wood: missing. `carved: true` needs it, because glass cannot be carved. Give it,"
                + " for example `oak`, or remove `carved`.");
    assertThat(problems("{glass: clear, guard: doorman}"))
        .containsExactly(
            "door.desk: missing. `guard: DOORMAN` needs it. Give it with `width` and `height`, or"
                + " change `guard`.");
    assertThat(problems("{wood: oak, guard: doorman, desk: {width: 1, height: 1}}")).isEmpty();
    assertThat(cel("desk"))
        .containsExactly(
            "!(has(self.guard) && self.guard.trim().replace('-', '_').upperAscii() in ['DOORMAN'])"
                + " || has(self.desk)");
  }

  @Test
  void notWith() {
    assertThat(problems("{wood: oak, lock: yale, key: k1, guard: dog}"))
        .containsExactly(
            "door.key: not possible with `guard: DOG` or `NONE`. Remove it, or leave `guard` out.");
  }

  @Test
  void onlyWithIsAWarningAndNothingToTheApiServer() {
    assertThat(problems("{wood: oak, bell: brass}"))
        .containsExactly(
            "warning: door.bell: has no effect without `desk` and `carved: true`. Add them or"
                + " remove it.");
    assertThat(problems("{wood: oak, carved: true, bell: brass}")).isEmpty();
    assertThat(cel("bell")).isEmpty();
  }

  @Test
  void aMethodOfARecordOrOfItsInterface() {
    assertThat(problems("{wood: oak, lock: none, key: k1}"))
        .containsExactly("door.lock: no name at all.");
    assertThat(cel("lock")).contains("self.lock != 'none'");
  }

  @Test
  void aFieldHasOneProblemAtATime() {
    assertThat(problems("{carved: true}"))
        .containsExactly(
            "door.wood: missing. Kind of wood, for example `oak`; or give `woodSecretRef` or"
                + " `glass`.");
  }
}
