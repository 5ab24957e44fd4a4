package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// How a producer makes its batches smaller.
public enum Compression {
  /// Not at all.
  @Name("none")
  NONE,
  /// Small, and slow to write.
  @Name("gzip")
  GZIP,
  /// As `lz4`, with larger batches.
  @Name("snappy")
  SNAPPY,
  /// Fast on both sides.
  @Name("lz4")
  LZ4,
  /// As small as `gzip`, and faster.
  @Name("zstd")
  ZSTD
}
