package io.dataflow.runtime.kafka.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.Avro;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
  private static final String WRITER =
      """
      {'type':'record','name':'Order','fields':[
        {'name':'id','type':'int'},
        {'name':'gone','type':{'type':'array','items':['null','string',{'type':'map','values':'Order'}]}},
        {'name':'colour','type':{'type':'enum','name':'C','symbols':['RED','BLUE']}},
        {'name':'note','type':'string'}]}
      """;
  private static final String MESSAGE =
      "{'id':7,'gone':[{'string':'x'},null],'colour':'BLUE','note':'n'}";

  @Test
  void leavesOutRenamesPromotesAndFillsIn() {
    var reader =
        """
        {'type':'record','name':'Order','fields':[
          {'name':'at','type':{'type':'long','logicalType':'timestamp-millis'},'default':0},
          {'name':'text','aliases':['note'],'type':['null','string']},
          {'name':'id','type':'long'},
          {'name':'price','type':{'type':'bytes','logicalType':'decimal','precision':4,'scale':2},'default':'\\u0001'},
          {'name':'colour','type':{'type':'enum','name':'C','symbols':['OTHER','RED'],'default':'OTHER'}},
          {'name':'tags','type':{'type':'map','values':'int'},'default':{'a':1}}]}
        """;
    assertThat(read(reader, MESSAGE))
        .isEqualTo(
            "{'id':7,'colour':'OTHER','text':'n','at':'1970-01-01T00:00:00.000Z','price':0.01,'tags':{'a':1}}"
                .replace('\'', '"'));
  }

  @Test
  void refusesWhatAFieldIsMissingFor() {
    var reader = "{'type':'record','name':'Order','fields':[{'name':'must','type':'string'}]}";
    assertThatThrownBy(() -> read(reader, MESSAGE))
        .isInstanceOf(AvroFault.class)
        .hasMessageContaining("the schemas do not fit")
        .hasMessageContaining("must");
  }

  private static String read(String reader, String message) {
    var writer = Avro.schema(WRITER);
    var out = new Bytes(16);
    new AvroReader(writer, Avro.schema(reader)).read(Avro.written(writer, message), 0, out);
    return out.toString();
  }
}
