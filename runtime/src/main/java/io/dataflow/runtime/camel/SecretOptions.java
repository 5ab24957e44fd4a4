package io.dataflow.runtime.camel;

import io.dataflow.api.model.secret.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.PluginHelper;

/// The secrets of a flow's endpoints. An address holds a name in the place of each, and nobody else
/// puts the value there than the component that is given it: so it is in no address, and nothing
/// that shows addresses shows it.
final class SecretOptions implements ComponentResolver {
  private static final String BEAN = "secret-options";

  private final Map<String, Secret> values = new ConcurrentHashMap<>();
  private final ComponentResolver components;

  private SecretOptions(ComponentResolver components) {
    this.components = components;
  }

  /// Those of a flow.
  static SecretOptions of(CamelContext camel) {
    var known = camel.getRegistry().lookupByNameAndType(BEAN, SecretOptions.class);
    if (known != null) {
      return known;
    }
    var secrets = new SecretOptions(PluginHelper.getComponentResolver(camel));
    camel.getCamelContextExtension().addContextPlugin(ComponentResolver.class, secrets);
    camel.getRegistry().bind(BEAN, secrets);
    return secrets;
  }

  /// From here on the name stands for the value.
  void add(String name, Secret value) {
    values.put(name, value);
  }

  /// A text with the values in it, instead of their names.
  String resolved(String text) {
    var resolved = text;
    for (var entry : values.entrySet()) {
      resolved = resolved.replace(entry.getKey(), entry.getValue().value());
    }
    return resolved;
  }

  @Override
  public Component resolveComponent(String name, CamelContext camel) throws Exception {
    var component = components.resolveComponent(name, camel);
    return component == null || name.equals("kamelet")
        ? component
        : new SecretComponent(component, this);
  }
}
