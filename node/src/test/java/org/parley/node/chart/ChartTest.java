package org.parley.node.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.space.Entered;

/**
 * Files that other programs wrote ({@code squares.pmtiles} by the package pmtiles of PyPI, {@code squares.gpkg} by GDAL 3.10 with
 * GoogleMapsCompatible), and odd ones of our own.
 */
class ChartTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    Path folder;

    static Path squares() {
        return Path.of("src/test/resources/org/parley/node/chart/squares.pmtiles");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "1, 0, 1, 2",
        "1, 1, 0, 4",
        "2, 3, 1, 17",
        "5, 17, 9, 1213",
        "12, 3423, 1763, 19078479",
        "18, 161234, 98765, 80872994636",
        "26, 67108863, 67108863, 4503599627370495"
    })
    void tiles_are_numbered_as_other_programs_number_them(int z, int x, int y, long number) {
        assertThat(new Tile(z, x, y).number()).isEqualTo(number);
    }

    @Test
    void every_tile_of_an_archive_that_another_program_wrote_is_found_and_no_other() {
        try (Chart chart = Chart.open(squares()).orElseThrow()) {
            assertThat(chart.type()).isEqualTo("image/png");
            assertThat(chart.farthest()).isZero();
            assertThat(chart.nearest()).isEqualTo(2);
            assertThat(chart.bounds()).containsExactly(-180, -85, 180, 85);
            for (int z = 0; z <= 2; z++) {
                for (int x = 0; x < 1 << z; x++) {
                    for (int y = 0; y < 1 << z; y++) {
                        boolean left = z == 2 && x == 3 && y == 3;
                        assertThat(chart.tile(new Tile(z, x, y)).map(bytes -> startsWith(bytes, PNG)))
                                .as("%d/%d/%d", z, x, y)
                                .isEqualTo(left ? Optional.empty() : Optional.of(true));
                    }
                }
            }
            assertThat(chart.tile(new Tile(3, 0, 0))).isEmpty();
            assertThat(chart.tile(new Tile(1, 2, 0))).isEmpty();
            assertThat(chart.tile(new Tile(40, 0, 0))).isEmpty();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] with) {
        return ByteBuffer.wrap(bytes, 0, with.length).equals(ByteBuffer.wrap(with));
    }

    /** A directory of one entry: number, run, length and offset of it. */
    private static byte[] directory(int number, int run, int length, int offset) {
        return new byte[] {1, (byte) number, (byte) run, (byte) length, (byte) (offset + 1)};
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    /** An archive: root, another directory, and what lies in it, one after the other behind the header. */
    private Path archive(byte[] root, byte[] leaf, byte[] tiles, int compression) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(127 + root.length + leaf.length + tiles.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        all.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
        all.putLong(127).putLong(root.length).putLong(0).putLong(0);
        all.putLong(127 + root.length)
                .putLong(leaf.length)
                .putLong(127 + root.length + leaf.length)
                .putLong(tiles.length);
        all.put(97, (byte) compression)
                .put(98, (byte) compression)
                .put(99, (byte) 1)
                .put(101, (byte) 3);
        all.position(127).put(root).put(leaf).put(tiles);
        return Files.write(folder.resolve("own.pmtiles"), all.array());
    }

    @Test
    void a_directory_leads_to_another_and_a_run_of_tiles_is_the_same() throws IOException {
        byte[] water = packed("water".getBytes(StandardCharsets.UTF_8));
        byte[] leaf = packed(directory(5, 3, water.length, 0));
        byte[] root = packed(directory(0, 0, leaf.length, 0));
        try (Chart chart = Chart.open(archive(root, leaf, water, 2)).orElseThrow()) {
            assertThat(chart.type()).isEqualTo("application/vnd.mapbox-vector-tile");
            // Numbers 5 to 7 are the first three of the third level.
            assertThat(chart.tile(new Tile(2, 0, 0))).hasValue("water".getBytes(StandardCharsets.UTF_8));
            assertThat(chart.tile(new Tile(2, 1, 1))).hasValue("water".getBytes(StandardCharsets.UTF_8));
            assertThat(chart.tile(new Tile(2, 0, 1))).isEmpty();
            assertThat(chart.tile(new Tile(1, 1, 0))).isEmpty();
        }
    }

    @Test
    void directories_in_a_circle_come_to_an_end() throws IOException {
        byte[] circle = directory(0, 0, 5, 0);
        try (Chart chart = Chart.open(archive(circle, circle, new byte[0], 1)).orElseThrow()) {
            assertThatThrownBy(() -> chart.tile(new Tile(0, 0, 0))).hasMessageContaining("no end");
        }
    }

    @Test
    void what_is_no_archive_is_refused_with_its_reason() throws IOException {
        assertThat(reason(folder.resolve("nothing"))).contains("no file that can be read");
        assertThat(reason(Files.writeString(folder.resolve("short"), "PMTiles")))
                .contains("ends before its end");
        assertThat(reason(Files.writeString(folder.resolve("text"), "x".repeat(200))))
                .contains("no PMTiles archive of version 3");
        byte[] cut = Files.readAllBytes(squares());
        assertThat(reason(Files.write(folder.resolve("cut"), Arrays.copyOf(cut, 140))))
                .contains("no whole archive");
        cut[97] = 4;
        assertThat(reason(Files.write(folder.resolve("zstd"), cut))).contains("of a kind that is not read here");
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0xff);
        assertThat(reason(archive(endless, new byte[0], new byte[0], 1))).contains("a number without end");
    }

    private static Path squaresOfGdal() {
        return Path.of("src/test/resources/org/parley/node/chart/squares.gpkg");
    }

    @Test
    void pictures_of_a_geopackage_are_found_where_they_lie_on_the_earth() {
        try (Chart chart = Chart.open(squaresOfGdal()).orElseThrow()) {
            assertThat(chart.type()).isEqualTo("image/png");
            assertThat(chart.farthest()).isZero();
            assertThat(chart.nearest()).isEqualTo(5);
            // Two by two squares of the fifth level: from 17/9 on, each 11.25 degrees wide.
            assertThat(chart.bounds()[0]).isCloseTo(11.25, within(1e-9));
            assertThat(chart.bounds()[2]).isCloseTo(33.75, within(1e-9));
            assertThat(chart.bounds()[1]).isCloseTo(48.922499, within(1e-6));
            assertThat(chart.bounds()[3]).isCloseTo(61.606396, within(1e-6));
            for (int x = 15; x < 21; x++) {
                for (int y = 7; y < 13; y++) {
                    boolean there = (x == 17 || x == 18) && (y == 9 || y == 10);
                    assertThat(chart.tile(new Tile(5, x, y)).map(bytes -> startsWith(bytes, PNG)))
                            .as("5/%d/%d", x, y)
                            .isEqualTo(there ? Optional.of(true) : Optional.empty());
                }
            }
            assertThat(chart.tile(new Tile(4, 8, 4))).isPresent();
            assertThat(chart.tile(new Tile(6, 34, 18))).isEmpty();
            assertThat(chart.tile(new Tile(5, 40, 9))).isEmpty();
        }
    }

    /** The GeoPackage with something else in it. */
    private Path altered(String... statements) throws Exception {
        Path file = folder.resolve("altered" + statements.length + ".gpkg");
        Files.copy(squaresOfGdal(), file, StandardCopyOption.REPLACE_EXISTING);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return file;
    }

    @Test
    void a_geopackage_of_a_part_of_the_earth_counts_its_tiles_from_there() throws Exception {
        double square = 2 * Math.PI * 6_378_137 / 32;
        Path part = altered(
                "DELETE FROM gpkg_tile_matrix WHERE zoom_level <> 5",
                "UPDATE gpkg_tile_matrix SET matrix_width = 2, matrix_height = 2, zoom_level = 0",
                "UPDATE gpkg_tile_matrix_set SET min_x = " + square + ", max_y = " + 7 * square,
                "DELETE FROM squares WHERE zoom_level <> 5",
                "UPDATE squares SET zoom_level = 0, tile_column = tile_column - 17, tile_row = tile_row - 9");
        try (Chart chart = Chart.open(part).orElseThrow()) {
            assertThat(chart.farthest()).isEqualTo(5);
            assertThat(chart.tile(new Tile(5, 17, 9))).isPresent();
            assertThat(chart.tile(new Tile(5, 18, 10))).isPresent();
            assertThat(chart.tile(new Tile(5, 19, 10))).isEmpty();
            assertThat(chart.tile(new Tile(5, 0, 0))).isEmpty();
        }
    }

    @Test
    void a_geopackage_that_cannot_be_shown_is_refused_with_its_reason() throws Exception {
        assertThat(reason(altered("UPDATE gpkg_tile_matrix_set SET srs_id = 4326")))
                .contains("no tiles in EPSG:3857");
        assertThat(reason(altered("UPDATE gpkg_tile_matrix SET pixel_x_size = pixel_x_size * 1.1", "SELECT 1")))
                .contains("squares of the web");
        assertThat(reason(altered("DROP TABLE gpkg_contents", "SELECT 1", "SELECT 1")))
                .contains("no whole GeoPackage");
        byte[] cut = Files.readAllBytes(squaresOfGdal());
        assertThat(reason(Files.write(folder.resolve("cut.gpkg"), Arrays.copyOf(cut, 4_000))))
                .contains("no whole GeoPackage");
    }

    private static String reason(Path file) {
        return switch (Chart.open(file)) {
            case Entered.Accepted<Chart> read -> {
                read.value().close();
                yield "";
            }
            case Entered.Refused<Chart> refused -> refused.problems().getFirst().reason();
        };
    }
}
