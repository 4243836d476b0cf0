package gantry.tokenscan.scans;

import gantry.tokenscan.AskedToken;
import org.jspecify.annotations.Nullable;

/** A token to scan, on a chain or on whichever has it. */
record ScanOrder(String address, @Nullable String chain) {
  static ScanOrder of(AskedToken.Known known) {
    return new ScanOrder(known.token().address(), known.token().chain());
  }
}
