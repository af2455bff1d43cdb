package org.parley.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed, read back by a reader of other authors. */
class QrTextTest {
    private static final int SCALE = 4;

    private static String read(List<String> lines) throws Exception {
        int width = lines.getFirst().length();
        int height = 2 * lines.size();
        int[] pixels = new int[width * height * SCALE * SCALE];
        for (int y = 0; y < height * SCALE; y++) {
            for (int x = 0; x < width * SCALE; x++) {
                char block = lines.get(y / SCALE / 2).charAt(x / SCALE);
                boolean light = block == '█' || block == (y / SCALE % 2 == 0 ? '▀' : '▄');
                pixels[y * width * SCALE + x] = light ? 0xffffff : 0;
            }
        }
        var image = new RGBLuminanceSource(width * SCALE, height * SCALE, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(image)))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARLEY1-DD4Y0-42YBS-F5WQJ-YBSF5-WQGH2-48H24-8H248-H248H-248H2-48H03-0000G-73KSW-ESQQX-C",
                "PARLEY1-X",
                "small letters too, for hosts of any length: node.example.of.somebody.who.likes.long.names:7443"
            })
    void another_reader_reads_the_text(String text) throws Exception {
        assertThat(read(QrText.lines(text, false))).isEqualTo(text);
    }

    @Test
    void a_code_fits_into_a_terminal_of_24_lines_and_80_columns() {
        List<String> lines = QrText.lines(
                "PARLEY1-DD4Y0-42YBS-F5WQJ-YBSF5-WQGH2-48H24-8H248-H248H-248H2-48H03-0000G-73KSW-ESQQX-C", false);
        assertThat(lines)
                .hasSizeLessThanOrEqualTo(24)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void colours_are_set_for_each_line_and_taken_back() {
        assertThat(QrText.lines("PARLEY1-X", true))
                .allSatisfy(line -> assertThat(line).startsWith("\u001b[97;40m").endsWith("\u001b[0m"));
    }
}
