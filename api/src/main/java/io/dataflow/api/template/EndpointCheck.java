package io.dataflow.api.template;

import io.dataflow.api.endpoint.Endpoint;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.secret.Options;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.EndpointPlace;
import io.dataflow.api.spec.EndpointPlace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What is wrong with the endpoints of a flow, as far as it can be known before it runs.
public final class EndpointCheck {
  private final Templates templates;
  private final Schemes schemes;
  private final Predicate<String> isThere;
  private final List<Problem> problems = new ArrayList<>();

  private EndpointCheck(Templates templates, Schemes schemes, Predicate<String> isThere) {
    this.templates = templates;
    this.schemes = schemes;
    this.isThere = isThere;
  }

  /// The problems of a flow's endpoints; their paths begin with `spec`, or name a file.
  ///
  /// @param isThere whether a component of Camel's is at hand
  public static List<Problem> of(
      DataFlowSpec spec, Templates templates, Schemes schemes, Predicate<String> isThere) {
    var places = EndpointPlace.all(spec);
    if (places.isEmpty()) {
      return List.of();
    }
    var check = new EndpointCheck(templates, schemes, isThere);
    if (places.stream().anyMatch(it -> !(it.endpoint() instanceof Endpoint.Address))) {
      check.problems.addAll(templates.problems());
    }
    places.forEach(check::check);
    return check.problems.stream().distinct().toList();
  }

  private void check(EndpointPlace place) {
    var config = "spec." + place.config();
    switch (place.endpoint()) {
      case Endpoint.Address address -> address(address, config);
      case Endpoint.Kamelet(var name, var _) -> template(name, place, config);
      case Endpoint.Template(var name, var _) -> template(name, place, config);
    }
  }

  private void address(Endpoint.Address address, String config) {
    var at = YamlPath.below(config, "uri");
    if (!address.uri().matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
      problems.add(
          new Problem(
              at,
              "`%s` is no address. Begin with a component, for example `http://prices:8080/v1`."
                  .formatted(Words.shown(address.uri()))));
      return;
    }
    schemes
        .refusal(address)
        .or(() -> missing(address.scheme()))
        .ifPresent(why -> problems.add(new Problem(at, why)));
  }

  private Optional<String> missing(String scheme) {
    return isThere.test(scheme)
        ? Optional.empty()
        : Optional.of(
            "component `%s` is not in this processor. Add the jars of `camel-%s` to its image."
                .formatted(Words.shown(scheme), Words.shown(scheme)));
  }

  private void template(String name, EndpointPlace place, String config) {
    var found = templates.find(name);
    if (found.isEmpty()) {
      problems.add(
          new Problem(
              YamlPath.below(config, "name"),
              "template " + Words.refusal(name, templates.names(), List.of())));
      return;
    }
    parameters(found.get(), place, YamlPath.below(config, place.endpoint().key()));
    ends(found.get(), place.role()).ifPresent(why -> inFile(found.get(), why));
    steps(found.get(), place.endpoint().settings());
  }

  private void parameters(RouteTemplate template, EndpointPlace place, String path) {
    var settings = place.endpoint().settings();
    var known = template.parameters().stream().map(TemplateParameter::name).toList();
    for (var key : settings.keys()) {
      if (!known.contains(key)) {
        problems.add(
            new Problem(
                YamlPath.field(path, key),
                "template `%s` has no such parameter: %s"
                    .formatted(template.name(), Words.refusal(key, known, List.of()))));
      }
    }
    for (var parameter : template.parameters()) {
      var at = YamlPath.field(path, parameter.name());
      var plain = Optional.ofNullable(settings.plain().get(parameter.name()));
      if (parameter.required() && !settings.keys().contains(parameter.name())) {
        problems.add(
            new Problem(at, "missing. Template `%s` needs it.".formatted(template.name())));
      }
      plain.flatMap(parameter::problem).ifPresent(why -> problems.add(new Problem(at, why)));
      if (plain.isPresent() && parameter.secret()) {
        problems.add(
            new Problem(
                at,
                "a secret, which JMX and logs would show. Put it into a Secret and write"
                    + " `%sSecretRef: {name: …, key: …}`.".formatted(parameter.name())));
      }
    }
  }

  private static Optional<String> ends(RouteTemplate template, Role role) {
    var from = template.from().replaceFirst("\\?.*", "");
    var wanted =
        switch (role) {
          case SOURCE -> from.equals(RouteTemplate.SOURCE) ? "a source begins at an endpoint" : "";
          case STEP, SINK ->
              from.equals(RouteTemplate.SOURCE)
                  ? ""
                  : "a " + (role == Role.SINK ? "sink" : "step") + " begins at `kamelet:source`";
        };
    if (!wanted.isEmpty()) {
      return Optional.of(
          wanted + ", and it begins at `" + Words.shown(from) + "`. Change its `from`.");
    }
    return role == Role.SINK || template.steps().names(RouteTemplate.SINK)
        ? Optional.empty()
        : Optional.of(
            "nothing in it goes to `kamelet:sink`, so it swallows each message. End it with `- to:"
                + " kamelet:sink`.");
  }

  private void steps(RouteTemplate template, Options settings) {
    var steps = template.steps();
    steps.keys().stream()
        .flatMap(key -> schemes.refusal(key).stream())
        .forEach(why -> inFile(template, why));
    for (var written : steps.addresses()) {
      var uri = template.filled(written, settings);
      if (uri.matches("[a-zA-Z][a-zA-Z0-9+.-]*(:.*)?") && !uri.startsWith("kamelet:")) {
        var address = new Endpoint.Address(uri, Optional.empty());
        schemes
            .refusal(address)
            .or(() -> missing(address.scheme()))
            .ifPresent(why -> inFile(template, why));
      }
    }
  }

  private void inFile(RouteTemplate template, String why) {
    problems.add(new Problem(template.file().name(), "template `" + template.name() + "`: " + why));
  }
}
