package io.dataflow.api.schedule;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Kubernetes;
import io.dataflow.api.model.Matching;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A container that is started once when a run has succeeded, and the triggers before it have.
@Doc("A container that is started once after a run that has succeeded.")
public record Trigger(
    @Doc(
            value = "Name of the container; `trigger-<index>` when left out.",
            example = "refresh-report")
        @Matching(
            value = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?",
            otherwise =
                "is no name for a container. Use at most 63 lower-case letters, digits and `-`,"
                    + " with a letter or digit at both ends.")
        Optional<String> name,
    @Doc(value = "Image of the container.", example = "curlimages/curl:8.11.1") String image,
    @Doc(
            value = "What is run in place of the image's entry point.",
            example = "[curl, --fail, 'http://reports/refresh']")
        @Default("[]")
        @AtMost(64)
        List<String> command,
    @Doc("Arguments of the command, or of the image's entry point.") @Default("[]") @AtMost(64)
        List<String> args,
    @Doc("Variables of the container, beside those of the run (`DATAFLOW_…`).")
        @Kubernetes("core/v1 EnvVar")
        @Default("[]")
        @AtMost(64)
        List<Map<String, Object>> env,
    @Doc("ConfigMaps and Secrets of the namespace, all keys of which become variables.")
        @Kubernetes("core/v1 EnvFromSource")
        @Default("[]")
        @AtMost(16)
        List<Map<String, Object>> envFrom,
    @Doc("CPU and memory of the container.") @Kubernetes("core/v1 ResourceRequirements")
        Optional<Map<String, Object>> resources,
    @Doc("When a node fetches the image.") Optional<ImagePullPolicy> imagePullPolicy) {

  /// The container's name.
  ///
  /// @param index the trigger's place, from 0
  public String name(int index) {
    return name.orElse("trigger-" + index);
  }
}
