package io.dataflow.api.model.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Later;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.RecordModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One `config` has the keys of all types, whatever they make of the same word.
class UnionTest {
  @Doc("Something to cook in.")
  sealed interface Vessel permits Pan, Pot {}

  @Doc("A pan.")
  record Pan(
      @Doc("Litres.") @Default("2") @Range(min = 1, max = 3) int litres,
      @Doc("What is in it.") @NotEmpty List<String> food,
      @Doc("Its lid.") Optional<String> lid,
      @Doc("Its handle.") Optional<String> handle,
      @Doc("Its marks.") List<String> marks)
      implements Vessel {}

  @Doc("A pot.")
  @Later("steam")
  record Pot(
      @Doc("Litres.") @Range(min = 5, max = 90) Optional<Integer> litres,
      @Doc("What is in it.") Optional<List<String>> food,
      @Doc("Its lids.") Optional<Map<String, String>> lid,
      @Doc("Its marks.") Map<String, String> marks,
      @Doc("Centimetres.") Optional<Integer> depth,
      @Doc("Its colour.") Optional<String> colour)
      implements Vessel {}

  record Shelf(Optional<Shelf> below) {}

  private static final Schema VESSEL =
      new ChoiceSchema(ChoiceModel.of(Vessel.class), Schema.of("object")).schema();

  private static Map<?, ?> key(String name) {
    var properties = (Map<?, ?>) VESSEL.printed().get("properties");
    var config = (Map<?, ?>) properties.get("config");
    return (Map<?, ?>) ((Map<?, ?>) config.get("properties")).get(name);
  }

  private static List<String> rules(String path) {
    return VESSEL.invariants().stream()
        .filter(it -> it.path().equals(path))
        .map(Invariant::cel)
        .toList();
  }

  @Test
  void boundsANumberForEachTypeApart() {
    assertThat(key("litres").get("type")).isEqualTo("integer");
    assertThat(key("litres").containsKey("maximum")).isFalse();
    assertThat(rules("config.litres"))
        .containsExactlyInAnyOrder(
            rule("pan", "litres", "self.config.litres >= 1"),
            rule("pan", "litres", "self.config.litres <= 3"),
            rule("pot", "litres", "self.config.litres >= 5"),
            rule("pot", "litres", "self.config.litres <= 90"));
  }

  private static String rule(String type, String key, String cel) {
    return "self.type != '%s' || !has(self.config) || !has(self.config.%s) || %s"
        .formatted(type, key, cel);
  }

  @Test
  void hasNoDefaultsBecauseTheyWouldStandInTheConfigOfAnotherType() {
    assertThat(key("litres").containsKey("default")).isFalse();
    assertThat(key("litres").get("description").toString()).contains("Default: `2`.");
  }

  @Test
  void asksForWhatOneTypeNeeds() {
    assertThat(key("food").containsKey("minItems")).isFalse();
    assertThat(rules("config.food"))
        .contains(
            "self.type != 'pan' || has(self.config) && (has(self.config.food)"
                + " && self.config.food.size() > 0)");
  }

  @Test
  void takesAnythingWhereTypesHaveNothingInCommon() {
    assertThat(key("lid").get("x-kubernetes-preserve-unknown-fields")).isEqualTo(true);
    assertThat(key("lid").containsKey("type")).isFalse();
  }

  @Test
  void doesNotAskForWhatNoRuleCanSee() {
    assertThat(key("marks").get("x-kubernetes-preserve-unknown-fields")).isEqualTo(true);
    assertThat(VESSEL.invariants()).noneMatch(it -> it.cel().contains("marks"));
    assertThat(rules("config.marks"))
        .containsExactly("!(self.type in ['pan', 'pot']) || has(self.config)");
  }

  @Test
  void knowsWhoseKeyItIs() {
    assertThat(key("handle").get("description")).isEqualTo("Of `pan`. Its handle.");
    assertThat(rules("config.handle"))
        .containsExactly("self.type != 'pot' || !has(self.config) || !(has(self.config.handle))");
  }

  @Test
  void namesTheKeysThatOnlyOtherTypesHaveInOneRule() {
    assertThat(rules("config"))
        .containsExactly(
            "self.type != 'pan' || !has(self.config) || !(has(self.config.depth) ||"
                + " has(self.config.colour))");
    assertThat(VESSEL.invariants())
        .filteredOn(it -> it.path().equals("config"))
        .singleElement()
        .extracting(Invariant::message)
        .isEqualTo(
            "'unknown keys for type `' + self.type + '`:' + (has(self.config.depth) ? ' `depth`' :"
                + " '') + (has(self.config.colour) ? ' `colour`' : '') + '; only `pot` has them."
                + " Remove them.'");
  }

  @Test
  void refusesWhatALaterVersionWillHave() {
    assertThat(key("steam").get("enum")).isEqualTo(List.of("not in this version yet"));
    assertThat(VESSEL.printed().toString()).contains("enum=[pan, pot, wok]");
  }

  @Test
  void hasAnEnd() {
    assertThatThrownBy(() -> Endless.refuse(RecordModel.of(Shelf.class)))
        .hasMessageContaining("Shelf is below itself");
  }
}
