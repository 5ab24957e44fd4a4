package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.orders.OrderTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import org.postgresql.PGConnection;

/// Copies a file of ready rows over one connection.
final class CeilingProgram {
  static final String BEGINS = "begins ";

  private CeilingProgram() {}

  /// Arguments: JDBC URL, file.
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection(args[0]);
        var rows = Files.newInputStream(Path.of(args[1]))) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      System.out.println(BEGINS + Instant.now());
      copy.copyIn(OrderTable.ORDERS.copy(), rows, 1 << 16);
    }
  }
}
