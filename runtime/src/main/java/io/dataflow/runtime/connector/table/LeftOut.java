package io.dataflow.runtime.connector.table;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pieces of metadata that no column takes: each is warned of once, and not of ever new ones.
final class LeftOut {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);
  private static final int MOST = 100;

  private final Set<String> told = new HashSet<>();

  void warn(TableName table, String column) {
    var shown = ShownName.of(column);
    if (told.size() < MOST && told.add(shown)) {
      LOG.warn(
          "the metadata for the column `{}` is not stored, because the table `{}` has no such"
              + " column, or fills it itself",
          shown,
          table);
    }
  }
}
