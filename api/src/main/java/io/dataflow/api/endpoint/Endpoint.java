package io.dataflow.api.endpoint;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.secret.Options;
import java.util.Optional;

/// What takes a message or brings one: all that the three spellings of it have in common.
public sealed interface Endpoint {
  /// What the stage of it is called: `http`, `geo-lookup`.
  String label();

  /// The key of its settings in the manifest.
  String key();

  /// Its settings.
  Options settings();

  /// An endpoint of any component of Camel's.
  record Address(
      @Doc(
              value = "Address of the endpoint, as Camel writes it, without secrets.",
              example = "http://prices:8080/v1/orders")
          String uri,
      @Doc(
              value =
                  "Options of the endpoint. `<option>SecretRef` takes one from a Secret, which is"
                      + " then neither in the address nor in JMX.",
              example = "{httpMethod: POST}")
          Optional<Options> options)
      implements Endpoint {

    @Override
    public String label() {
      return scheme();
    }

    /// The component: `http`.
    public String scheme() {
      int end = uri.indexOf(':');
      return end < 0 ? uri : uri.substring(0, end);
    }

    @Override
    public String key() {
      return "options";
    }

    @Override
    public Options settings() {
      return options.orElseGet(Options::none);
    }
  }

  /// A Kamelet.
  record Kamelet(
      @Doc(value = "Name of the Kamelet.", example = "log-sink") @AtMost(NAME) String name,
      @Doc(
              value =
                  "Properties of the Kamelet. `<property>SecretRef` takes one from a Secret, which"
                      + " is then not in JMX.",
              example = "{showHeaders: true}")
          Optional<Options> properties)
      implements Endpoint {

    @Override
    public String label() {
      return name;
    }

    @Override
    public String key() {
      return "properties";
    }

    @Override
    public Options settings() {
      return properties.orElseGet(Options::none);
    }
  }

  /// A route template of the user's own.
  record Template(
      @Doc(value = "Name of the route template.", example = "geo-lookup") @AtMost(NAME) String name,
      @Doc(
              value =
                  "Parameters of the template. `<parameter>SecretRef` takes one from a Secret,"
                      + " which is then not in JMX.",
              example = "{host: geo}")
          Optional<Options> parameters)
      implements Endpoint {

    @Override
    public String label() {
      return name;
    }

    @Override
    public String key() {
      return "parameters";
    }

    @Override
    public Options settings() {
      return parameters.orElseGet(Options::none);
    }
  }

  /// The most characters of a name.
  int NAME = 253;
}
