package org.parley.cli.check.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.space.ActivityId;
import org.parley.space.Entered;
import org.parley.space.Problem;
import org.parley.space.Volume;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Band;
import org.parley.space.height.BandEntry;
import org.parley.space.height.Height;
import org.parley.space.height.HeightTerms;
import org.parley.space.window.Window;

/** Turns a feature into a volume of an activity, or into every reason why not. */
final class VolumeEntry {
    private static final Footprint ANYWHERE = Footprint.at(new Place(0, 0));

    private final HeightTerms terms;
    private final RawFeature feature;
    private final List<Problem> problems;
    private final List<Problem> warnings = new ArrayList<>(0);
    private final Properties properties;

    private VolumeEntry(RawFeature feature, HeightTerms terms) {
        this.terms = terms;
        this.feature = feature;
        this.problems = new ArrayList<>(feature.problems());
        this.properties = new Properties(feature.properties(), problems);
    }

    static Entered<EnteredVolume> enter(RawFeature feature, HeightTerms terms) {
        return new VolumeEntry(feature, terms).enter();
    }

    private Entered<EnteredVolume> enter() {
        String party = properties.name(Property.PARTY);
        String activity = properties.name(Property.ACTIVITY);
        String kind = properties.has(Property.KIND) ? properties.name(Property.KIND) : "other";
        Optional<Footprint> footprint = GeometryEntry.volume(feature, properties, warnings);
        Optional<Window> window = window();
        Optional<Band> band = band(footprint);
        if (!problems.isEmpty() || footprint.isEmpty() || window.isEmpty() || band.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        Volume volume = new Volume(footprint.get(), band.get(), window.get());
        return new Entered.Accepted<>(new EnteredVolume(new ActivityId(party, activity), kind, volume), warnings);
    }

    private Optional<Window> window() {
        Optional<Moment> from = properties.moment(Property.FROM);
        Optional<Moment> until = properties.moment(Property.UNTIL);
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get().compareTo(from.get()) <= 0) {
            String value = properties.text(Property.UNTIL).orElse("");
            problems.add(new Problem(
                    "until", "\"" + value + "\"", "not after from", "the end comes after the beginning: correct one"));
            return Optional.empty();
        }
        return Optional.of(new Window(from.get().floor(), until.get().ceiling()));
    }

    /** Within one band a level meets metres; between two, all of the input must be known first. */
    private void levelMeetsMetres(Height lower, Height upper) {
        boolean oneIsLevel = lower instanceof Height.FlightLevel || upper instanceof Height.FlightLevel;
        boolean oneIsMetres = inMetres(lower) || inMetres(upper);
        if (oneIsLevel && oneIsMetres && terms.levelMargin().isEmpty()) {
            String field = lower instanceof Height.FlightLevel ? "lowerRef" : "upperRef";
            problems.add(new Problem(
                    field,
                    "FL",
                    "a flight level meets a height in metres",
                    "state with --fl-margin how many metres the atmosphere may differ from the standard"));
        }
    }

    /** Said here and not left to the entry of the band, which knows no options. */
    private void needTerrain(Height height, Property reference) {
        if ((height instanceof Height.Agl || height instanceof Height.Surface)
                && terms.terrain().isEmpty()) {
            problems.add(new Problem(
                    reference.field(),
                    height instanceof Height.Agl ? "AGL" : "SFC",
                    "needs the lowest and highest ground",
                    "state them with --terrain LOW,HIGH in metres above the ellipsoid, or the height as HAE or AMSL"));
        }
    }

    private static boolean inMetres(Height height) {
        return !(height instanceof Height.FlightLevel || height instanceof Height.Unbounded);
    }

    private Optional<Band> band(Optional<Footprint> footprint) {
        int before = problems.size();
        Height lower = HeightReading.read(properties, Property.LOWER, Property.LOWER_REF);
        Height upper = HeightReading.read(properties, Property.UPPER, Property.UPPER_REF);
        levelMeetsMetres(lower, upper);
        needTerrain(lower, Property.LOWER_REF);
        needTerrain(upper, Property.UPPER_REF);
        boolean comparable = footprint.isPresent() || lower.getClass() == upper.getClass();
        if (problems.size() > before || !comparable) {
            return Optional.empty();
        }
        return switch (BandEntry.enter(lower, upper, footprint.orElse(ANYWHERE), terms)) {
            case Entered.Accepted<Band> accepted -> {
                warnings.addAll(accepted.warnings());
                yield Optional.of(accepted.value());
            }
            case Entered.Refused<Band> refused -> {
                problems.addAll(refused.problems());
                yield Optional.empty();
            }
        };
    }
}
