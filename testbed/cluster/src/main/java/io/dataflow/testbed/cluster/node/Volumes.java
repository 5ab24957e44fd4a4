package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes the volumes of a pod as folders, once, before its containers start.
public record Volumes(PodContext pod) {

  /// The folder of each volume by the volume's name; throws `StuckException` where something is
  /// missing.
  public Map<String, Path> write() throws IOException {
    var folders = new TreeMap<String, Path>();
    for (var volume : pod.pod().getSpec().getVolumes()) {
      folders.put(volume.getName(), write(volume));
    }
    return folders;
  }

  private Path write(Volume volume) throws IOException {
    if (volume.getHostPath() != null) {
      return Path.of(volume.getHostPath().getPath());
    }
    var folder = pod.folder().volume(volume.getName());
    if (volume.getConfigMap() != null) {
      var source = volume.getConfigMap();
      var files = VolumeFiles.in(folder, source.getDefaultMode());
      configMap(files, source.getName(), source.getItems(), isTrue(source.getOptional()));
    } else if (volume.getSecret() != null) {
      var source = volume.getSecret();
      var files = VolumeFiles.in(folder, source.getDefaultMode());
      secret(files, source.getSecretName(), source.getItems(), isTrue(source.getOptional()));
    } else if (volume.getProjected() != null) {
      var files = VolumeFiles.in(folder, volume.getProjected().getDefaultMode());
      for (var source : volume.getProjected().getSources()) {
        project(files, source);
      }
    } else if (volume.getDownwardAPI() != null) {
      var files = VolumeFiles.in(folder, volume.getDownwardAPI().getDefaultMode());
      downward(files, volume.getDownwardAPI().getItems());
    } else if (volume.getEmptyDir() == null) {
      throw new StuckException(
          "ContainerCreating",
          "the volume " + volume.getName() + " is of a kind that the FakeKubelet does not have");
    }
    return folder;
  }

  private void project(VolumeFiles files, VolumeProjection source) throws IOException {
    if (source.getConfigMap() != null) {
      var map = source.getConfigMap();
      configMap(files, map.getName(), map.getItems(), isTrue(map.getOptional()));
    } else if (source.getSecret() != null) {
      var secret = source.getSecret();
      secret(files, secret.getName(), secret.getItems(), isTrue(secret.getOptional()));
    } else if (source.getDownwardAPI() != null) {
      downward(files, source.getDownwardAPI().getItems());
    } else if (source.getServiceAccountToken() != null) {
      token(files, source.getServiceAccountToken());
    }
  }

  private void configMap(VolumeFiles files, String name, List<KeyToPath> items, boolean optional)
      throws IOException {
    var found = pod.host().api().configMap(pod.namespace(), name);
    if (found.isEmpty() && !optional) {
      throw new StuckException("ContainerCreating", "configmap \"" + name + "\" not found");
    }
    if (found.isPresent()) {
      var map = found.get();
      files.write(VolumeFiles.bytes(map.getData(), map.getBinaryData()), items, optional);
    }
  }

  private void secret(VolumeFiles files, String name, List<KeyToPath> items, boolean optional)
      throws IOException {
    var found = pod.host().api().secret(pod.namespace(), name);
    if (found.isEmpty() && !optional) {
      throw new StuckException("ContainerCreating", "secret \"" + name + "\" not found");
    }
    if (found.isPresent()) {
      files.write(VolumeFiles.bytes(Map.of(), found.get().getData()), items, optional);
    }
  }

  private void token(VolumeFiles files, ServiceAccountTokenProjection source) throws IOException {
    var audiences = Optional.ofNullable(source.getAudience()).map(List::of).orElse(List.of());
    var token = pod.host().api().token(pod, audiences);
    files.write(source.getPath(), token.getBytes(StandardCharsets.UTF_8), files.defaultMode());
  }

  private void downward(VolumeFiles files, List<DownwardAPIVolumeFile> items) throws IOException {
    var fields = new PodFields(pod);
    for (var item : items) {
      var value =
          item.getFieldRef() != null
              ? fields.value(item.getFieldRef())
              : fields.value(item.getResourceFieldRef(), container(item));
      var mode = Optional.ofNullable(item.getMode()).orElse(files.defaultMode());
      files.write(item.getPath(), value.getBytes(StandardCharsets.UTF_8), mode);
    }
  }

  private io.fabric8.kubernetes.api.model.Container container(DownwardAPIVolumeFile item) {
    var name = item.getResourceFieldRef().getContainerName();
    return pod.pod().getSpec().getContainers().stream()
        .filter(container -> container.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new StuckException("ContainerCreating", "there is no container " + name));
  }

  private static boolean isTrue(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
