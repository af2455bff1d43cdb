package org.parley.node.chart;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.space.Entered;
import org.sqlite.SQLiteConfig;

/** The first set of tiles of a GeoPackage (OGC 12-128r19, tiles): pictures, in those of its matrices that are squares of the web. */
final class GeoPackage implements Chart {
    /** Half of the square that the web maps the earth to, metres of EPSG:3857. */
    private static final double HALF = Math.PI * 6_378_137;

    private static final double ROUNDING = 1e-3;

    private static final String SET = """
            SELECT c.table_name, s.min_x, s.max_y,
                   coalesce(c.min_x, s.min_x) west, coalesce(c.min_y, s.min_y) south,
                   coalesce(c.max_x, s.max_x) east, coalesce(c.max_y, s.max_y) north
            FROM gpkg_contents c
            JOIN gpkg_tile_matrix_set s ON s.table_name = c.table_name
            JOIN gpkg_spatial_ref_sys r ON r.srs_id = s.srs_id
            WHERE c.data_type = 'tiles' AND upper(r.organization) = 'EPSG' AND r.organization_coordsys_id = 3857
            ORDER BY c.table_name LIMIT 1""";
    private static final String MATRICES =
            "SELECT zoom_level, pixel_x_size * tile_width wide, pixel_y_size * tile_height high"
                    + " FROM gpkg_tile_matrix WHERE table_name = ?";

    private final Connection file;
    private final Lock lock = new ReentrantLock();
    private final String table;
    private final double[] bounds;
    private final TreeMap<Integer, Matrix> matrices = new TreeMap<>();
    private final String type;

    /** A matrix of the set whose tiles are squares of the web; its own are counted from where it begins. */
    private record Matrix(int level, int west, int north) {}

    private GeoPackage(Connection file, ResultSet set) throws SQLException {
        this.file = file;
        table = set.getString("table_name");
        bounds = new double[] {
            longitude(set.getDouble("west")),
            latitude(set.getDouble("south")),
            longitude(set.getDouble("east")),
            latitude(set.getDouble("north"))
        };
        read(set.getDouble("min_x"), set.getDouble("max_y"));
        type = sniffed();
    }

    static Entered<Chart> open(Path path) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            Connection file = config.createConnection(
                    "jdbc:sqlite:" + path.toUri().toString().replaceFirst("^file:/*", "file:/") + "?immutable=1");
            Entered<Chart> opened = opened(path, file);
            if (opened instanceof Entered.Refused<Chart>) {
                file.close();
            }
            return opened;
        } catch (SQLException e) {
            return Chart.refused(path, "is no whole GeoPackage: " + e.getMessage());
        }
    }

    private static Entered<Chart> opened(Path path, Connection file) {
        try (PreparedStatement sets = file.prepareStatement(SET);
                ResultSet set = sets.executeQuery()) {
            if (!set.next()) {
                return Chart.refused(path, "holds no tiles in EPSG:3857");
            }
            GeoPackage chart = new GeoPackage(file, set);
            return chart.matrices.isEmpty()
                    ? Chart.refused(path, "holds no tiles in the squares of the web")
                    : Entered.accepted(chart);
        } catch (SQLException e) {
            return Chart.refused(path, "is no whole GeoPackage: " + e.getMessage());
        }
    }

    private void read(double west, double north) throws SQLException {
        try (PreparedStatement all = file.prepareStatement(MATRICES)) {
            all.setString(1, table);
            try (ResultSet row = all.executeQuery()) {
                while (row.next()) {
                    double wide = row.getDouble("wide");
                    double level = Math.log(2 * HALF / wide) / Math.log(2);
                    double across = (west + HALF) / wide;
                    double down = (HALF - north) / row.getDouble("high");
                    if (isWhole(level) && isWhole(across) && isWhole(down) && isWhole(row.getDouble("high") / wide)) {
                        matrices.put(
                                (int) Math.round(level),
                                new Matrix(row.getInt("zoom_level"), (int) Math.round(across), (int) Math.round(down)));
                    }
                }
            }
        }
    }

    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < ROUNDING;
    }

    /** Every picture of a set may be of its own kind; a browser looks itself, and is told what the first is. */
    private String sniffed() throws SQLException {
        try (PreparedStatement first =
                        file.prepareStatement("SELECT substr(tile_data, 1, 4) FROM " + quoted() + " LIMIT 1");
                ResultSet row = first.executeQuery()) {
            byte[] begins = row.next() ? row.getBytes(1) : new byte[0];
            return switch (HexFormat.of().formatHex(begins)) {
                case "ffd8ffe0", "ffd8ffe1", "ffd8ffdb" -> "image/jpeg";
                case "52494646" -> "image/webp";
                default -> "image/png";
            };
        }
    }

    private String quoted() {
        return '"' + table.replace("\"", "\"\"") + '"';
    }

    private static double longitude(double x) {
        return Math.toDegrees(x / HALF * Math.PI);
    }

    private static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(y / HALF * Math.PI)));
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public int farthest() {
        return matrices.firstKey();
    }

    @Override
    public int nearest() {
        return matrices.lastKey();
    }

    @Override
    public double[] bounds() {
        return bounds.clone();
    }

    @Override
    public Optional<byte[]> tile(Tile tile) {
        Optional<Matrix> found = Optional.ofNullable(matrices.get(tile.z()));
        if (!tile.exists() || found.isEmpty()) {
            return Optional.empty();
        }
        Matrix matrix = found.get();
        lock.lock();
        try (PreparedStatement one = file.prepareStatement(
                "SELECT tile_data FROM " + quoted() + " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?")) {
            one.setInt(1, matrix.level());
            one.setInt(2, tile.x() - matrix.west());
            one.setInt(3, tile.y() - matrix.north());
            try (ResultSet row = one.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the map cannot be read any more", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            file.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the map cannot be closed", e);
        } finally {
            lock.unlock();
        }
    }
}
