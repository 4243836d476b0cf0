package gantry.payments.intent;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as SVG: one path, no markup of anybody else's. */
final class QrSvg {
  private static final int BORDER = 4;

  private QrSvg() {}

  static String of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var size = code.size + 2 * BORDER;
    var path = new StringBuilder();
    for (var y = 0; y < code.size; y++) {
      for (var x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(',').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + size
        + " "
        + size
        + "\"><path fill=\"#fff\" d=\"M0,0h"
        + size
        + "v"
        + size
        + "H0z\"/><path d=\""
        + path
        + "\"/></svg>";
  }
}
