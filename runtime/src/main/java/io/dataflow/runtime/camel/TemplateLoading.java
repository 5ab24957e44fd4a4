package io.dataflow.runtime.camel;

import io.dataflow.api.template.TemplateFile;
import io.dataflow.api.template.Templates;
import io.dataflow.runtime.connector.FlowException;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/// Has Camel read templates.
record TemplateLoading(CamelContext camel) {
  private static final int LONGEST = 400;

  /// Has Camel know the template.
  ///
  /// @throws FlowException when there is none of this name, or Camel cannot read it
  void load(Templates templates, String name) {
    if (((ModelCamelContext) camel).getRouteTemplateDefinition(name) != null) {
      return;
    }
    var template =
        templates
            .find(name)
            .orElseThrow(() -> new FlowException("Template `" + name + "` is not there."));
    read(template.file());
  }

  private void read(TemplateFile file) {
    var extension = file.isKamelet() ? ".kamelet.yaml" : ".camel.yaml";
    var location = "mem:" + file.name().replaceFirst("(\\.kamelet|\\.camel)?\\.ya?ml$", extension);
    try {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.fromString(location, file.text()));
    } catch (Exception e) {
      throw new FlowException(file.name() + ": Camel cannot read it: " + words(e), e);
    }
  }

  /// What Camel says of a file that its author has written: with line and column where it knows.
  private static String words(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var text = String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
