package io.dataflow.runtime.checkpoint;

import static io.dataflow.runtime.checkpoint.Stores.json;
import static io.dataflow.runtime.checkpoint.Stores.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.checkpoint.FakeConfigMapApi.Fault;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointConfigMapTest {
  @TempDir Path folder;
  private FakeConfigMapApi api;
  private CheckpointConfigMap map;

  @BeforeEach
  void start() throws Exception {
    api = new FakeConfigMapApi(folder);
    map = api.configMap();
  }

  @AfterEach
  void stop() {
    map.close();
    api.close();
  }

  @Test
  void writesTheDocumentedKeyOfTheDocumentedObjectAndTouchesNothingElse() throws Exception {
    map.read();
    write("1");
    assertThat(api.text("checkpoint.json"))
        .isEqualTo("{\"postgresql\":{\"lastReadOrderByValue\":1}}");
    assertThat(api.requests)
        .containsExactly(
            "GET /api/v1/namespaces/shop/configmaps/df-orders-checkpoint",
            "PATCH"
                + " /api/v1/namespaces/shop/configmaps/df-orders-checkpoint?fieldManager=dataflow-processor");
  }

  @Test
  void keepsWhatOthersWriteMeanwhile() throws Exception {
    map.read();
    write("1");
    api.put("note", "of a person");
    api.put(
        "checkpoint.json",
        "{\"postgresql\":{\"lastReadOrderByValue\":1},\"trino\":{\"lastReadID\": 7 }}");
    write("2");
    assertThat(api.text("checkpoint.json"))
        .isEqualTo("{\"postgresql\":{\"lastReadOrderByValue\":2},\"trino\":{\"lastReadID\": 7 }}");
    assertThat(api.text("note")).isEqualTo("of a person");
  }

  @Test
  void stopsRatherThanOverwriteThePositionOfAnotherProcessor() throws Exception {
    map.read();
    write("1");
    var other = "{\"postgresql\":{\"lastReadOrderByValue\":9}}";
    api.put("checkpoint.json", other);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> write("2"))
          .isInstanceOf(FlowException.class)
          .hasMessage(
              "ConfigMap shop/df-orders-checkpoint: somebody else has changed the position of"
                  + " `postgresql` while this processor ran. See to it that only one processor of"
                  + " the flow runs. Nothing was overwritten; the next start goes on from what is"
                  + " in it.");
    }
    assertThat(api.text("checkpoint.json")).isEqualTo(other);
  }

  @Test
  void noticesAnotherProcessorThatIsJustAsFar() throws Exception {
    map.read();
    api.put("checkpoint.json", "{\"postgresql\":{\"lastReadOrderByValue\":1}}");
    assertThatThrownBy(() -> write("1")).isInstanceOf(FlowException.class);
  }

  @Test
  void writesNothingIntoAnObjectThatWasMadeAnew() throws Exception {
    map.read();
    write("1");
    api.delete();
    assertThatThrownBy(() -> write("2"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("it is not there");
    api.create("second");
    assertThatThrownBy(() -> write("2"))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("it was deleted and created again");
    assertThat(api.text("checkpoint.json")).isEmpty();
  }

  @Test
  void knowsItsOwnWriteAgainWhenTheAnswerWasLost() throws Exception {
    map.read();
    api.faults.add(Fault.LOST_ANSWER);
    assertThatThrownBy(() -> write("1"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("cannot be reached");
    write("2");
    api.faults.add(Fault.LOST_REQUEST);
    assertThatThrownBy(() -> write("3")).isInstanceOf(UnavailableException.class);
    write("4");
    assertThat(api.text("checkpoint.json"))
        .isEqualTo("{\"postgresql\":{\"lastReadOrderByValue\":4}}");
  }

  @ParameterizedTest
  @CsvSource({
    "401, does not accept the pod's token",
    "403, Give its ServiceAccount a Role with `get` and `patch`",
    "404, The operator makes it",
    "429, the API server refuses to get it: 429 as the test wants it",
    "500, the API server refuses to get it: 500 as the test wants it"
  })
  void saysWhatIsInTheWayAndTriesAgainLater(int status, String words) throws Exception {
    api.statuses.add(status);
    assertThatThrownBy(map::read)
        .isInstanceOf(UnavailableException.class)
        .hasMessageStartingWith("ConfigMap shop/df-orders-checkpoint: ")
        .hasMessageContaining(words)
        .hasMessageNotContaining(FakeConfigMapApi.TOKEN);
    assertThat(map.read().positions().size()).isZero();
  }

  @Test
  void refusesAContentThatMakesNoSenseAndLeavesItAlone() {
    api.put("checkpoint.json", "{\"postgresql\": {\"lastRead");
    assertThatThrownBy(map::read)
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("`checkpoint.json` in it is not JSON")
        .hasMessageContaining("It was left as it is.");
    api.put("checkpoint.json", "[]");
    assertThatThrownBy(map::read)
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("not a JSON object");
    assertThat(api.patches()).isZero();
  }

  @Test
  void readsARenewedToken() throws Exception {
    map.read();
    api.renewToken("another");
    write("1");
    assertThat(api.text("checkpoint.json")).contains("1");
  }

  @Test
  void resetsItsOwnPositionOnceForEachToken() throws Exception {
    api.put(
        "checkpoint.json",
        "{\"postgresql\":{\"lastReadOrderByValue\":1},\"trino\":{\"lastReadID\":7}}");
    new Resets(map).perform("postgresql", Optional.of("7"));
    assertThat(api.text("checkpoint.json")).isEqualTo("{\"trino\":{\"lastReadID\":7}}");
    assertThat(api.text("reset")).isEqualTo("7");
    write("2");
    var kept = new Resets(map).perform("postgresql", Optional.of("7"));
    assertThat(kept.text("postgresql")).isEqualTo("{\"lastReadOrderByValue\":2}");
    assertThat(new Resets(map).perform("postgresql", Optional.empty()).text("postgresql"))
        .isEqualTo("{\"lastReadOrderByValue\":2}");
    assertThat(new Resets(map).perform("postgresql", Optional.of("8")).text("postgresql"))
        .isEmpty();
  }

  @Test
  void resetsAManifestAgainThatWasStartedWithoutTheFlagInBetween() throws Exception {
    new Resets(map).perform("postgresql", Optional.of("spec-1"));
    write("1");
    new Resets(map).perform("postgresql", Optional.empty());
    assertThat(api.text("reset")).isEmpty();
    assertThat(new Resets(map).perform("postgresql", Optional.of("spec-1")).text("postgresql"))
        .isEmpty();
  }

  @Test
  void needsNoDataInTheObject() throws Exception {
    api.edit(object -> json("{}"));
    map.read();
    write("1");
    assertThat(JsonScalar.of(api.text("checkpoint.json")).text()).contains("1");
  }

  private void write(String key) throws UnavailableException {
    map.write(Change.of(Map.of("postgresql", Optional.of(position(key)))));
  }
}
