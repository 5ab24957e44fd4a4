package io.dataflow.runtime.connector.polling;

/// How much one batch holds, at most; a single row may be longer.
public record ChunkLimit(int rows, long bytes) {
  private static final int ROWS = 5000;
  private static final long BYTES = 8 << 20;

  /// The limit for a `readBatchSize`; 0 leaves it to us.
  public static ChunkLimit of(int readBatchSize) {
    return new ChunkLimit(readBatchSize == 0 ? ROWS : Math.min(readBatchSize, ROWS), BYTES);
  }
}
