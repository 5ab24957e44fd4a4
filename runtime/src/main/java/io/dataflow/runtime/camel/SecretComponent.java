package io.dataflow.runtime.camel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.URISupport;

/// A component whose options may be secrets: they reach it beside the address, and not in it.
final class SecretComponent extends ServiceSupport implements Component {
  private final Component component;
  private final SecretOptions secrets;

  SecretComponent(Component component, SecretOptions secrets) {
    this.component = component;
    this.secrets = secrets;
  }

  @Override
  public Endpoint createEndpoint(String uri) throws Exception {
    return createEndpoint(uri, Map.of());
  }

  @Override
  public Endpoint createEndpoint(String uri, Map<String, Object> parameters) throws Exception {
    int query = uri.indexOf('?');
    if (query < 0) {
      return component.createEndpoint(uri, parameters);
    }
    var open = new LinkedHashMap<String, Object>();
    var hidden = new HashMap<String, Object>();
    URISupport.parseQuery(uri.substring(query + 1))
        .forEach(
            (key, value) -> {
              var text = String.valueOf(value);
              var resolved = secrets.resolved(text);
              if (resolved.equals(text)) {
                open.put(key, value);
              } else {
                hidden.put(key, resolved);
              }
            });
    if (hidden.isEmpty()) {
      return component.createEndpoint(uri, parameters);
    }
    if (parameters != null) {
      hidden.putAll(parameters);
    }
    var address = uri.substring(0, query);
    return component.createEndpoint(
        open.isEmpty() ? address : address + "?" + URISupport.createQueryString(open), hidden);
  }

  @Override
  public boolean useRawUri() {
    return component.useRawUri();
  }

  @Override
  public void setCamelContext(CamelContext camel) {
    component.setCamelContext(camel);
  }

  @Override
  public CamelContext getCamelContext() {
    return component.getCamelContext();
  }

  @Override
  protected void doInit() {
    ServiceHelper.initService(component);
  }

  @Override
  protected void doStart() {
    ServiceHelper.startService(component);
  }

  @Override
  protected void doStop() {
    ServiceHelper.stopAndShutdownService(component);
  }
}
