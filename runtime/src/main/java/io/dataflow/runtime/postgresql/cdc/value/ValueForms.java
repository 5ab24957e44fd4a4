package io.dataflow.runtime.postgresql.cdc.value;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The forms of the types of a database, asked of its catalog once for each.
public final class ValueForms {
  private static final String TYPE =
      """
      SELECT t.typtype, t.typbasetype, t.typrelid, t.typcategory, t.typelem,
        coalesce(e.typdelim, ',')
      FROM pg_type AS t LEFT JOIN pg_type AS e ON e.oid = t.typelem WHERE t.oid = ?\
      """;
  private static final String FIELDS =
      "SELECT attname, atttypid FROM pg_attribute WHERE attrelid = ? AND attnum > 0"
          + " AND NOT attisdropped ORDER BY attnum";

  private final Connection catalog;
  private final Map<Integer, ValueForm> known = new HashMap<>();

  /// @param catalog a connection to the database, which is closed elsewhere
  public ValueForms(Connection catalog) {
    this.catalog = catalog;
  }

  /// The form of a type. One that has been dropped since is a text.
  public ValueForm of(int oid) throws SQLException {
    var form = known.get(oid);
    if (form == null) {
      form = builtIn(oid);
      known.put(oid, form);
    }
    return form;
  }

  private ValueForm builtIn(int oid) throws SQLException {
    return switch (oid) {
      case 16 -> ValueForm.FLAG;
      case 20, 21, 23, 700, 701, 1700 -> ValueForm.NUMBER;
      case 114, 3802 -> ValueForm.JSON;
      case 1114 -> ValueForm.LOCAL_TIME;
      case 1184 -> ValueForm.MOMENT;
      case 17, 25, 1042, 1043, 1082, 1083, 2950 -> ValueForm.TEXT;
      default -> fromCatalog(oid);
    };
  }

  private ValueForm fromCatalog(int oid) throws SQLException {
    try (var statement = catalog.prepareStatement(TYPE)) {
      statement.setLong(1, Integer.toUnsignedLong(oid));
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          return ValueForm.TEXT;
        }
        if (row.getString(1).equals("d")) {
          return of((int) row.getLong(2));
        }
        if (row.getString(1).equals("c")) {
          return composite(row.getLong(3));
        }
        return row.getString(4).equals("A") && row.getLong(5) != 0
            ? new ArrayForm(of((int) row.getLong(5)), (byte) row.getString(6).charAt(0))
            : ValueForm.TEXT;
      }
    }
  }

  private ValueForm composite(long relation) throws SQLException {
    var names = new ArrayList<String>();
    var types = new ArrayList<Integer>();
    try (var statement = catalog.prepareStatement(FIELDS)) {
      statement.setLong(1, relation);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
          types.add((int) rows.getLong(2));
        }
      }
    }
    List<CompositeForm.Field> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(new CompositeForm.Field(names.get(i), of(types.get(i))));
    }
    return new CompositeForm(List.copyOf(fields));
  }
}
