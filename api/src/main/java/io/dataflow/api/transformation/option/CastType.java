package io.dataflow.api.transformation.option;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.model.Name;

/// A type that `cast` makes values of. A value that is of the type already is the very same value
/// afterwards, so it keeps its bytes.
public enum CastType {
  /// Text: numbers as they stand, digit by digit, `true` and `false`.
  @Name("string")
  STRING {
    @Override
    Json cast(JsonScalar value) throws MisfitException {
      return switch (value.kind()) {
        case STRING -> value;
        case NUMBER, BOOLEAN -> JsonScalar.of(value.text());
        case NULL -> throw new MisfitException("null");
      };
    }
  },

  /// A whole number of 64 bits, of a number or a text.
  @Name("int64")
  INT64 {
    @Override
    Json cast(JsonScalar value) throws MisfitException {
      try {
        var whole = JsonScalar.of(NumberText.of(value).toLong());
        return TextForm.of(whole).sameAs(TextForm.of(value)) && NumberText.isNumber(value)
            ? value
            : whole;
      } catch (ArithmeticException _) {
        throw new MisfitException("a number with a fraction or with more than 64 bits");
      }
    }
  },

  /// A number as 64 bits with a floating point hold it, of a number or a text. A number with no
  /// more digits than that stays as it stands.
  @Name("float64")
  FLOAT64 {
    @Override
    Json cast(JsonScalar value) throws MisfitException {
      var exact = NumberText.of(value);
      double rounded = Double.parseDouble(exact.toString());
      if (Double.isInfinite(rounded)) {
        throw new MisfitException("a number too large for 64 bits");
      }
      var shortest = TextForm.of(NumberText.shortest(rounded));
      return NumberText.isNumber(value) && exact.order(shortest) == 0
          ? value
          : NumberText.json(shortest);
    }
  },

  /// `true` or `false`, of these words in any case and of 0 and 1.
  @Name("bool")
  BOOL {
    @Override
    Json cast(JsonScalar value) throws MisfitException {
      return switch (value.kind()) {
        case BOOLEAN -> value;
        case STRING, NUMBER -> truth(TextForm.of(value));
        case NULL -> throw new MisfitException("null");
      };
    }

    private static Json truth(TextForm form) throws MisfitException {
      boolean number = form.isNumber();
      if (number && form.order(ONE) == 0 || form.characters() == 4 && isWord(form, "true")) {
        return JsonScalar.TRUE;
      }
      if (number && form.order(ZERO) == 0 || form.characters() == 5 && isWord(form, "false")) {
        return JsonScalar.FALSE;
      }
      throw new MisfitException("neither `true` nor `false`, 1 nor 0");
    }

    private static boolean isWord(TextForm form, String word) {
      return form.toString().equalsIgnoreCase(word);
    }
  },

  /// `null`, of whatever is there.
  @Name("null")
  NULL {
    @Override
    public Json of(Json value) {
      return JsonScalar.NULL;
    }

    @Override
    Json cast(JsonScalar value) {
      return JsonScalar.NULL;
    }
  };

  private static final TextForm ONE = TextForm.of("1");
  private static final TextForm ZERO = TextForm.of("0");

  /// The value as one of this type.
  public Json of(Json value) throws MisfitException {
    return switch (value) {
      case JsonScalar scalar -> cast(scalar);
      case JsonObject _ -> throw new MisfitException("an object");
      case JsonArray _ -> throw new MisfitException("an array");
    };
  }

  abstract Json cast(JsonScalar value) throws MisfitException;
}
