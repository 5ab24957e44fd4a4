package io.dataflow.operator.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflow.api.spec.status.ConditionStatus;
import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.Phase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusJsonTest {
  private static final String WHOLE =
      """
      {"phase":"Running","message":"","lastProcessedTime":"2026-01-01T02:00:00.120Z",\
      "processedCount":9007199254740993,"errorCount":0,"observedGeneration":1,"conditions":[{\
      "type":"Stalled","status":"False","reason":"NotStalled","message":"",\
      "lastTransitionTime":"2026-01-01T02:00:00Z","observedGeneration":1}],"maintenanceStatus":{\
      "inMaintenance":false,"nextMaintenanceTime":"2026-01-02T02:00:00Z","suspended":false},\
      "replicas":1,"selector":"app=dataflow-processor","guarantee":"at least once",\
      "processors":[{"instance":"a","pod":"p","processedCount":150,"errorCount":2}]}\
      """;

  private static DataFlowStatus read(ObjectNode json) {
    return StatusJson.read(Optional.of(json), DataFlowStatus.class);
  }

  @Test
  void comesBackAsItWas() throws Exception {
    var json = (ObjectNode) JsonMapper.builder().build().readTree(WHOLE);
    var status = read(json);
    assertThat(status.phase()).contains(Phase.RUNNING);
    assertThat(status.conditions().getFirst().status()).isEqualTo(ConditionStatus.FALSE);
    assertThat(status.maintenanceStatus().orElseThrow().lastMaintenanceTime()).isEmpty();
    assertThat(StatusJson.write(status)).hasToString(WHOLE);
    assertThat(read(StatusJson.write(status))).isEqualTo(status);
  }

  @Test
  void isEmptyBeforeAnythingWasSeen() {
    var none = new DataFlowResource().lastStatus();
    assertThat(none.phase()).isEmpty();
    assertThat(none.conditions()).isEmpty();
    assertThat(none.processors()).isEmpty();
    assertThat(StatusJson.write(none)).hasToString("{\"conditions\":[],\"processors\":[]}");
  }
}
