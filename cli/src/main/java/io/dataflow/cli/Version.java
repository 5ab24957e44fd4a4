package io.dataflow.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build has put into the jar.
final class Version implements IVersionProvider {
  private static final String POM = "/META-INF/maven/io.dataflow/dataflow-cli/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (var in = Version.class.getResourceAsStream(POM)) {
      if (in != null) {
        properties.load(in);
      }
    }
    // Classes that are not in a jar yet have no version.
    var version = properties.getProperty("version", "development");
    return new String[] {
      "dataflow " + version, "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
    };
  }
}
