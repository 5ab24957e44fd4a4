package io.dataflow.runtime.postgresql.cdc.change;

import java.util.List;

/// Who is told of the changes, transaction by transaction.
public interface ChangeListener {
  /// A transaction begins; its changes follow.
  void begun(CommittedTransaction transaction);

  /// One change of it, the `ordinal`th from 1, of all tables of the publication.
  void changed(TableChange change, long ordinal);

  /// A change of a table that the flow does not want.
  void passed(long ordinal);

  /// Tables were emptied.
  void truncated(List<String> tables);

  /// The transaction is complete.
  ///
  /// @param end where the log goes on
  void committed(long end);
}
