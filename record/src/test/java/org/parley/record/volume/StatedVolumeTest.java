package org.parley.record.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.space.Entered;
import org.parley.space.footprint.Chain;
import org.parley.space.footprint.Edges;
import org.parley.space.footprint.Footprint;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import org.parley.space.window.Window;

class StatedVolumeTest {
    private static final HeightTerms TERMS =
            new HeightTerms(Geoid.egm96(), Optional.of(new HeightTerms.Terrain(150, 450)), OptionalDouble.of(300));

    /** The law: what is read again is what was written, to the bit, through the very bytes of a record. */
    @RepeatedTest(300)
    void a_volume_that_is_read_again_is_the_volume(RepetitionInfo run) {
        StatedVolume volume = any(new Random(run.getCurrentRepetition()));

        StatedVolume read = StatedVolume.read(Canonical.parse(Canonical.bytes(volume.json())));

        assertThat(read.json()).isEqualTo(volume.json());
        assertThat(read.shape()).isEqualTo(volume.shape());
        assertThat(read.band()).isEqualTo(volume.band());
        assertThat(read.volume().window()).isEqualTo(volume.volume().window());
        assertSame(read.volume().footprint(), volume.volume().footprint());
    }

    @RepeatedTest(100)
    void the_form_finds_nothing_wrong_with_what_was_entered(RepetitionInfo run) {
        StatedVolume volume = any(new Random(1_000 + run.getCurrentRepetition()));

        assertThat(StatedVolume.FORM.problems(volume.json())).isEmpty();
    }

    /** RIVER's A-02, as an officer enters it. */
    @Test
    void a_height_is_shown_as_it_was_entered_and_compared_as_it_was_converted() {
        Shape circle = new Shape.Circle(Place.ofDegrees(35.03, 40.62), 8_000_00);
        StatedBand band = entered(StatedBand.enter(
                Optional.of(new Bound(2_400_00, "m", "AMSL")),
                Optional.of(new Bound(4_000_00, "m", "AMSL")),
                circle.footprint().orElseThrow(),
                TERMS));

        assertThat(new String(Canonical.bytes(band.json()), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"lower\":{\"ref\":\"AMSL\",\"unit\":\"m\",\"value\":240000}")
                .contains("\"geoid\":{\"error\":117,\"model\":\"EGM96\"}");
        assertThat(band.band().hae().lower()).isLessThan(2_400_00 + 30_00).isGreaterThan(2_400_00);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        Json.Obj bad = Json.Obj.builder()
                .put(
                        "shape",
                        Json.Obj.builder()
                                .put(
                                        "circle",
                                        Json.Obj.builder().put("radius", 0).build())
                                .build())
                .put("band", Json.Obj.builder().build())
                .put("from", "20 November")
                .build();

        assertThat(StatedVolume.FORM.problems(bad))
                .extracting(problem -> problem.field())
                .containsExactly("shape.circle.centre", "shape.circle.radius", "band.hae", "from", "until");
    }

    @Test
    void an_end_before_its_beginning_is_said_of_the_volume() {
        StatedVolume volume = any(new Random(5));
        Json.Builder turned = Json.Obj.builder();
        volume.json()
                .members()
                .forEach(member -> turned.put(
                        switch (member.name()) {
                            case "from" -> "until";
                            case "until" -> "from";
                            default -> member.name();
                        },
                        member.value()));

        assertThat(StatedVolume.FORM.problems(turned.build()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("ends after it begins"));
    }

    @Test
    void a_ring_that_crosses_itself_is_no_shape() {
        Shape bow = new Shape.Area(
                List.of(List.of(List.of(
                        new Place(0, 0),
                        new Place(10_000_000, 10_000_000),
                        new Place(10_000_000, 0),
                        new Place(0, 10_000_000),
                        new Place(0, 0)))),
                Edges.GEODESIC);
        Json.Obj body = Json.Obj.builder().put("shape", bow.json()).build();

        assertThat(org.parley.record.form.Form.of(org.parley.record.form.Field.required("shape", new ShapeType()))
                        .problems(body))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("crosses"));
    }

    private static StatedVolume any(Random random) {
        Shape shape = shape(random);
        Footprint footprint = shape.footprint().orElseThrow();
        String[] references = {"HAE", "AMSL", "AGL"};
        String reference = references[random.nextInt(references.length)];
        long lower = random.nextInt(300_000);
        Optional<Bound> low = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new Bound(lower, "m", reference));
        Optional<Bound> high = random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(new Bound(lower + random.nextInt(500_000), "m", reference));
        if (random.nextInt(4) == 0) {
            low = Optional.of(new Bound(random.nextInt(200) * 100L, "FL", "FL"));
            high = Optional.of(new Bound(20_000 + random.nextInt(200) * 100L, "FL", "FL"));
        }
        long from = 1_511_136_000_000L + random.nextInt(86_400_000);
        return StatedVolume.of(
                shape,
                footprint,
                entered(StatedBand.enter(low, high, footprint, TERMS)),
                new Window(from, from + 1 + random.nextInt(86_400_000)));
    }

    private static Shape shape(Random random) {
        Place centre =
                new Place(random.nextInt(1_600_000_000) - 800_000_000, random.nextInt(2_000_000_000) - 1_000_000_000);
        return switch (random.nextInt(3)) {
            case 0 -> new Shape.Circle(centre, 1 + random.nextInt(5_000_000));
            case 1 ->
                new Shape.Corridor(
                        List.of(centre, moved(centre, random), moved(centre, random)),
                        1 + random.nextInt(1_000_000),
                        random.nextBoolean() ? Edges.PLANAR : Edges.GEODESIC);
            default ->
                new Shape.Area(
                        List.of(List.of(List.of(
                                centre,
                                new Place(centre.lat(), centre.lon() + 900_000),
                                new Place(centre.lat() + 800_000, centre.lon() + 500_000),
                                centre))),
                        random.nextBoolean() ? Edges.PLANAR : Edges.GEODESIC);
        };
    }

    private static Place moved(Place from, Random random) {
        return new Place(from.lat() + 1 + random.nextInt(4_000_000), from.lon() + 1 + random.nextInt(4_000_000));
    }

    private static StatedBand entered(Entered<StatedBand> band) {
        return band.orElseThrow();
    }

    private static void assertSame(Footprint one, Footprint other) {
        assertThat(one.buffer()).isEqualTo(other.buffer());
        Chain chain = one.chain();
        assertThat(chain.size()).isEqualTo(other.chain().size());
        for (int i = 0; i < chain.size(); i++) {
            assertThat(chain.place(i)).isEqualTo(other.chain().place(i));
        }
    }
}
