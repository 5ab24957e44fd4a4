package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.connector.writer.WriterSink;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

class WriterSinkTest {
  private static final Database DATABASE = Database.fresh();

  @Test
  void writesADeliveryThroughItsRouteTemplate() throws Exception {
    DATABASE.run("CREATE TABLE routed (id int PRIMARY KEY)");
    try (var connector = new WriterSink("postgresql", Written.writer(DATABASE.insert("routed")));
        var camel = camel(connector)) {
      var messages = Database.messages("{'id': 1}", "{'id': 'x'}", "{'id': 3}");
      var delivery = new Delivery(Delivery.MAIN, Mark.none(), messages);
      var exchange =
          camel.createFluentProducerTemplate().to("direct:sink:main").withBody(delivery).send();
      assertThat(exchange.getException()).isInstanceOf(RejectedRecordsException.class);
      assertThat(delivery.pending()).isEmpty();
      assertThat(delivery.rejected()).hasSize(1);
    }
    assertThat(DATABASE.rows("SELECT id FROM routed ORDER BY 1")).containsExactly("1", "3");
  }

  private static CamelContext camel(WriterSink connector) throws Exception {
    connector.open();
    var camel = new DefaultCamelContext();
    var resource = "classpath:route-templates/" + connector.template() + ".yaml";
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, resource));
    var route = TemplatedRouteBuilder.builder(camel, connector.template()).routeId("sink:main");
    route.parameter("name", "sink:main");
    connector.parameters().forEach(route::parameter);
    connector
        .beans()
        .forEach(
            (name, bean) -> {
              camel.getRegistry().bind("sink-main-" + name, bean);
              route.parameter(name, "sink-main-" + name);
            });
    route.add();
    camel.start();
    return camel;
  }
}
