package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.polling.Position;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is asked of a source whose position sinks store with the rows: that its cursor tells all
/// rows apart, and that what they have stored is a position in its order.
record OnceCheck(Select select, SourceCatalog catalog, SourceProblems problems) {

  /// The positions of the sinks that are ahead of where reading goes on, in the order of the
  /// cursor.
  ///
  /// @param start where reading goes on
  /// @param stored by sink
  /// @throws FlowException when the flow cannot keep what it promises
  List<Position> ahead(Position start, Map<String, JsonObject> stored) throws SQLException {
    checkCursor();
    var ahead = new ArrayList<Position>();
    for (var sink : stored.entrySet()) {
      if (!sink.getKey().equals(Delivery.MAIN)) {
        insert(Position.of(sink.getValue()), start, ahead);
      }
    }
    return ahead;
  }

  private void checkCursor() throws SQLException {
    var cursor = select.cursor().orElseThrow(problems::noCursor);
    if (catalog.isUnique(cursor.columns()).filter(unique -> !unique).isPresent()) {
      throw problems.notUnique(cursor);
    }
  }

  /// Looks whether what sinks have stored is in the order in which rows are read now.
  ///
  /// @param stored by sink
  /// @throws FlowException when it is not
  void checkOrigins(Map<String, JsonObject> stored) {
    var form = select.form().orElseThrow();
    stored.forEach(
        (sink, position) -> {
          if (!form.fits(position)) {
            throw problems.otherOrigin(sink, position, form.cursor());
          }
        });
  }

  private void insert(Position position, Position start, List<Position> ahead) throws SQLException {
    if (!isBehind(position, start) || ahead.contains(position)) {
      return;
    }
    int place = 0;
    while (place < ahead.size() && isBehind(position, ahead.get(place))) {
      place++;
    }
    ahead.add(place, position);
  }

  private boolean isBehind(Position later, Position earlier) throws SQLException {
    return catalog.brings(select.comparison(later, earlier), select.compared(later, earlier));
  }
}
