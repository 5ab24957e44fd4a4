package io.dataflow.runtime.camel;

import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.api.template.Templates;
import java.util.LinkedHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.util.URISupport;

/// An endpoint as a flow's routes name it.
///
/// @param stage where in the flow it is: `sink:main`
record EndpointRoute(String stage, Endpoint endpoint) {

  /// The id of the template's own route.
  private String inner() {
    return stage + ":template";
  }

  /// The id of the route that has the messages for it.
  String messages() {
    return stage + ":messages";
  }

  /// Puts its template and its secrets into Camel.
  void prepare(CamelContext camel) {
    switch (endpoint) {
      case Endpoint.Address _ -> {
        // Camel finds the component by itself.
      }
      case Endpoint.Kamelet(var name, var _) -> load(camel, name);
      case Endpoint.Template(var name, var _) -> load(camel, name);
    }
    endpoint
        .settings()
        .secret()
        .forEach(
            (key, secret) -> {
              SecretOptions.of(camel).add(reference(key), secret);
              // So that `${ref:{{key}}}` in a template finds it.
              camel.getRegistry().bind(reference(key), secret.value());
            });
  }

  private static void load(CamelContext camel, String name) {
    var templates = camel.getRegistry().findSingleByType(Templates.class);
    new TemplateLoading(camel).load(templates, name);
  }

  /// Its address, in which names stand for secrets.
  String uri() {
    return switch (endpoint) {
      case Endpoint.Address(var uri, var _) -> address(uri);
      case Endpoint.Kamelet(var name, var _) -> "kamelet:" + kamelet(name);
      case Endpoint.Template(var name, var _) -> "kamelet:" + kamelet(name);
    };
  }

  /// Name, route and settings of a template, as Camel's Kamelets are called.
  String kamelet(String name) {
    // Camel gives a template what stands there, so it stands there as it is meant.
    var settings = new LinkedHashMap<String, Object>();
    endpoint.settings().plain().forEach((key, value) -> settings.put(key, raw(value)));
    endpoint.settings().secret().keySet().forEach(key -> settings.put(key, reference(key)));
    return with(name + "/" + inner(), URISupport.createQueryString(settings, false));
  }

  private static String raw(String value) {
    return value.contains(")") ? "RAW{" + value + "}" : "RAW(" + value + ")";
  }

  private String address(String uri) {
    var settings = new LinkedHashMap<String, Object>(endpoint.settings().plain());
    endpoint.settings().secret().keySet().forEach(key -> settings.put(key, reference(key)));
    return with(uri, URISupport.createQueryString(settings));
  }

  private static String with(String address, String query) {
    return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
  }

  /// What stands in the place of a secret. No name is the beginning of another.
  private String reference(String key) {
    return "secret." + stage.replaceAll("[^A-Za-z0-9]", "-") + "." + key + ".value";
  }
}
