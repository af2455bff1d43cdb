package org.parley.bench.load;

/**
 * Where the features of a load lie: theatres, the cities in them, the world, the antimeridian and the poles. The same for
 * every seed, so that what is drawn with one seed asks about what was drawn with another.
 *
 * @param theatres number of theatres; the first ones are the same whatever their number
 * @param side of a theatre in metres
 * @param cities number in each theatre
 */
public record Layout(int theatres, double side, int cities) {
    /** Volumes for each theatre of the standard load. */
    public static final int THEATRE = 10_000;

    private static final double SIDE = 600_000;
    private static final int CITIES = 4;
    private static final int DENSER = 10;

    /** Radius of a city in metres: what tunes the load to about 10.9 conflicts a query. */
    static final double CITY = 6_850;

    /** Radius of a crowd at the antimeridian, and of one at a pole for one theatre, in metres. */
    private static final double CROWD = 20_000;

    private static final double POLAR_CROWD = 30_000;

    private static final long SEED = 20_260_101;

    /** The standard load: one theatre of 600 × 600 km and 4 cities for every 10,000 volumes. */
    public static Layout standard(int volumes) {
        return new Layout(Math.max(1, Math.round(volumes / (float) THEATRE)), SIDE, CITIES);
    }

    /** The denser load: one theatre, ten times as many volumes to the square kilometre and to each city; from 25,000 on. */
    public static Layout dense(int volumes) {
        double standard = volumes / (double) (DENSER * THEATRE);
        return new Layout(1, SIDE * Math.sqrt(standard), (int) Math.max(1, Math.round(CITIES * standard)));
    }

    /** Middle of a theatre, by R. Roberts' sequence R2: spread evenly between 70° south and 70° north. */
    private static Spot theatre(int number) {
        double z = 0.94 * (2 * fraction(0.876 + number * 0.754_877_666_246_693) - 1);
        return new Spot(StrictMath.asin(z), 2 * Math.PI * fraction(0.59 + number * 0.569_840_290_998_053));
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    /** A place in any theatre; its ground is that of the theatre. */
    Ground inTheatre(Draw draw) {
        int number = draw.below(theatres);
        double half = side / 2;
        return ground(number, theatre(number).offset(draw.between(-half, half), draw.between(-half, half)));
    }

    /** A place in any city of any theatre, more often near its middle: the distance from there is drawn evenly. */
    Ground inCity(Draw draw) {
        int number = draw.below(theatres);
        Draw own = new Draw(SEED, (long) number * cities + draw.below(cities));
        double half = Math.max(side / 4, side / 2 - 4 * CITY);
        Spot city = theatre(number).offset(own.between(-half, half), own.between(-half, half));
        return ground(number, city.move(draw.azimuth(), draw.between(0, CITY)));
    }

    private static Ground ground(int theatre, Spot spot) {
        return new Ground(spot, Math.rint(new Draw(SEED + 1, theatre).between(0, 400)));
    }

    /** A place anywhere on earth, evenly by area. */
    static Ground inTheWorld(Draw draw) {
        return new Ground(new Spot(StrictMath.asin(draw.between(-1, 1)), draw.azimuth()), 0);
    }

    /** Four fifths in one crowd on the antimeridian for each theatre, one fifth around either pole. */
    Ground atTheEdges(Draw draw) {
        if (draw.chance(0.8)) {
            double latitude = 140 * fraction(0.3 + draw.below(theatres) * 0.618_033_988_749_895) - 70;
            return new Ground(Spot.ofDegrees(latitude, 180).move(draw.azimuth(), draw.between(0, CROWD)), 0);
        }
        Spot pole = Spot.ofDegrees(draw.chance(0.5) ? 90 : -90, 0);
        return new Ground(pole.move(draw.azimuth(), draw.between(0, POLAR_CROWD * Math.sqrt(theatres))), 0);
    }

    /**
     * A place and the height of its ground.
     *
     * @param height whole metres above the ellipsoid
     */
    record Ground(Spot spot, double height) {}
}
