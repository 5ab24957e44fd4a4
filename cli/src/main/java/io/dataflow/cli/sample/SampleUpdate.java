package io.dataflow.cli.sample;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;

/// Writes what came out of a sample's flow into the sample's files, for a person to read and
/// commit.
record SampleUpdate(Sample sample, Outcome outcome) {

  void write() {
    var files = new TreeSet<>(outcome.files());
    files.addAll(sample.expectations());
    files.add(Sample.OUT);
    files.forEach(this::write);
  }

  private void write(String name) {
    var path = sample.file(name);
    try {
      if (outcome.at(name).isEmpty() && !name.equals(Sample.OUT)) {
        Files.deleteIfExists(path);
        return;
      }
      var envelopes = sample.has(name) && MessageFile.read(path).envelopes();
      Files.createDirectories(path.getParent());
      Files.write(path, lines(outcome.at(name), envelopes));
    } catch (IOException e) {
      throw Sample.unwritable(path, e);
    }
  }

  private static byte[] lines(List<MessageLine> messages, boolean envelopes) {
    var out = new Bytes(4096);
    for (var message : messages) {
      if (envelopes) {
        out.put("{\"value\":");
      }
      out.put(message.body());
      if (envelopes) {
        out.put(",\"metadata\":");
        message.metadata().orElseGet(JsonObject::empty).writeTo(out);
        out.put('}');
      }
      out.put('\n');
    }
    return out.toByteArray();
  }
}
