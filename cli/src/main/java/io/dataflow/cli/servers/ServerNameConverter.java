package io.dataflow.cli.servers;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a server.
final class ServerNameConverter implements ITypeConverter<ServerName> {
  @Override
  public ServerName convert(String word) {
    return ServerName.of(word)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "`"
                        + word
                        + "` is no server that can be started here. There are "
                        + String.join(", ", ServerName.words())
                        + "."));
  }
}
