package io.dataflow.runtime.connector.polling;

/// How much one batch holds, at most; a single row may be longer.
public record ChunkLimit(int rows, long bytes) {
  private static final long BYTES = 8 << 20;

  /// The limit for a flow's `channelBufferSize` and its source's `readBatchSize`, which is 0 where
  /// it sets none.
  public static ChunkLimit of(int channelBufferSize, int readBatchSize) {
    int rows = readBatchSize == 0 ? channelBufferSize : Math.min(readBatchSize, channelBufferSize);
    return new ChunkLimit(rows, BYTES);
  }
}
