package io.dataflow.house;

/// One place where the tree breaks a rule: which file, which line, what is wrong and what to do.
record Problem(String file, int line, String what, String remedy) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + what + ". " + remedy + ".";
  }
}
