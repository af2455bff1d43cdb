package org.parley.record.entry;

/**
 * The letters of the Military Grid Reference System (NGA.STND.0037; lettering for WGS 84). A reference is cut off, never
 * rounded: it names the square that the point lies in.
 */
final class Mgrs {
    private Mgrs() {}

    static final int SQUARE = 100_000;

    /** Rows of squares repeat after 2,000 km. */
    static final String ROWS = "ABCDEFGHJKLMNPQRSTUV";

    private static final String[] COLUMNS = {"STUVWXYZ", "ABCDEFGH", "JKLMNPQR"};

    /** Even zones begin with row F at the equator. */
    private static final int EVEN_ZONE_SHIFT = 5;

    /** Columns of the polar grid west of the pole, the first from 800 km on; and east of it, from 2,000 km on. */
    static final String POLAR_WEST = "JKLPQRSTUXYZ";

    static final String POLAR_EAST = "ABCFGHJKLPQR";

    /** Rows of the polar grids: the southern begin at 800 km, the northern at 1,300 km. */
    static final String POLAR_ROWS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    static String columns(int zone) {
        return COLUMNS[zone % 3];
    }

    /** How many squares above a multiple of 2,000 km a row lies. */
    static int row(int zone, char letter) {
        return Math.floorMod(ROWS.indexOf(letter) - (zone % 2 == 0 ? EVEN_ZONE_SHIFT : 0), ROWS.length());
    }

    static int polarWest() {
        return 8 * SQUARE;
    }

    static int polarSouth(boolean north) {
        return (north ? 13 : 8) * SQUARE;
    }

    /** {@code 37S DV 12345 67890}, or fewer digits, at least one of each. */
    static String print(Degrees at, int digits) {
        return Utm.covers(at.latitude())
                ? print(Utm.of(at), ZoneCell.band(at.latitude()), digits)
                : print(Ups.of(at.latitude() > 0, at), digits);
    }

    private static String print(Utm utm, char band, int digits) {
        int column = (int) Math.floor(utm.easting() / SQUARE) - 1;
        int row = (int) Math.floor(utm.northing() / SQUARE) + (utm.zone() % 2 == 0 ? EVEN_ZONE_SHIFT : 0);
        String square = "" + columns(utm.zone()).charAt(column) + ROWS.charAt(row % ROWS.length());
        return Decimal.padded(utm.zone(), 2) + band + " " + square + digits(utm.easting(), utm.northing(), digits);
    }

    private static String print(Ups ups, int digits) {
        boolean west = ups.easting() < Ups.POLE;
        char zone = ups.north() ? west ? 'Y' : 'Z' : west ? 'A' : 'B';
        int column = (int) Math.floor((ups.easting() - (west ? polarWest() : Ups.POLE)) / SQUARE);
        int row = (int) Math.floor((ups.northing() - polarSouth(ups.north())) / SQUARE);
        String square = "" + (west ? POLAR_WEST : POLAR_EAST).charAt(column) + POLAR_ROWS.charAt(row);
        return zone + " " + square + digits(ups.easting(), ups.northing(), digits);
    }

    private static String digits(double easting, double northing, int digits) {
        return " " + digits(easting, digits) + " " + digits(northing, digits);
    }

    private static String digits(double metres, int digits) {
        return Decimal.padded((int) (metres % SQUARE), 5).substring(0, digits);
    }
}
