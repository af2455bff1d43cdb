package org.parley.cli.node;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/** A text as a QR code of half blocks: two rows of it in a line, what is light is drawn. */
final class QrText {
    /** Light modules around it, which the standard asks for. */
    private static final int QUIET = 4;

    /** White on black, whatever the terminal's own colours are: some readers do not take the negative. */
    private static final String COLOURS = "\u001b[97;40m";

    private static final String NO_COLOURS = "\u001b[0m";

    private QrText() {}

    /** The lines to print, for a terminal with its colours. */
    static List<String> lines(String text, boolean coloured) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        List<String> lines = new ArrayList<>();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            StringBuilder line = new StringBuilder(coloured ? COLOURS : "");
            for (int x = -QUIET; x < code.size + QUIET; x++) {
                boolean upper = !code.getModule(x, y);
                boolean lower = y + 1 < code.size + QUIET && !code.getModule(x, y + 1);
                line.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
            }
            lines.add(line.append(coloured ? NO_COLOURS : "").toString());
        }
        return lines;
    }
}
