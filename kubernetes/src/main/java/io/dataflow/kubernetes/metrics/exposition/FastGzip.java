package io.dataflow.kubernetes.metrics.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Gzip that rather saves time than the last bytes.
final class FastGzip extends GZIPOutputStream {
  private static final int BUFFER = 8192;

  FastGzip(OutputStream out) throws IOException {
    super(out, BUFFER);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
