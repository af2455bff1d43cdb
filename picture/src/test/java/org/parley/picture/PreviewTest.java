package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.parley.picture.Teller.DAY;
import static org.parley.picture.Teller.MINUTE;
import static org.parley.picture.Teller.circle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Volume;
import org.parley.space.separation.Separation;

/** What an officer is told while the notice is still being drawn. */
class PreviewTest {
    /** When all was said. */
    private static final long NOW = DAY + 1_000;

    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private static Preview.Of draft(Teller owner, Optional<Held> replaces, StatedVolume... volumes) {
        return new Preview.Of(
                owner.name,
                "air",
                Stream.of(volumes).map(StatedVolume::volume).toList(),
                false,
                replaces.map(Held::name),
                NOW);
    }

    /** The law: what was shown before is what follows when it is written, and all members hold it at that instant. */
    @RepeatedTest(40)
    void a_preview_is_what_follows_when_it_is_written(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Talk talk = new Talk(random);
        Teller owner = talk.parties.get(random.nextInt(3));
        StatedVolume[] volumes = {talk.volume(), talk.volume()};
        Fold whole = talk.taken();
        Preview preview = whole.picture().preview(draft(owner, Optional.empty(), volumes));

        owner.inForce = Optional.empty();
        owner.clock = NOW - owner.main.size();
        Held written = owner.notifies("DRAFT", Optional.empty(), volumes);
        whole.take(written);
        talk.parties.stream()
                .filter(member -> member != owner)
                .forEach(member -> whole.stored(owner.log(Lane.MAIN), member.name, owner.main.size(), NOW));
        Picture after = whole.picture();

        assertThat(preview.conflicts().stream().map(PreviewTest::figures))
                .containsExactlyInAnyOrderElementsOf(after.conflictsOf(written.name()).stream()
                        .map(conflict -> figures(conflict, written))
                        .toList());
        assertThat(preview.matches())
                .extracting(Preview.At::place, Preview.At::version, Preview.At::distance)
                .containsExactlyInAnyOrderElementsOf(after.matches(written.name()).stream()
                        .map(match -> tuple(match.place(), match.of(), match.distance()))
                        .toList());
        assertThat(after.breaches(written.name()))
                .isEqualTo(preview.breaches().stream()
                        .map(excess -> Breach.of(written.ref(), excess))
                        .toList());
    }

    private record Figures(String other, int volume, int onOther, long horizontal, long from, long until) {}

    private static Figures figures(Preview.Against against) {
        Separation apart = against.separation();
        return new Figures(
                against.version().record(),
                against.volume(),
                against.onOther(),
                apart.horizontal(),
                apart.from(),
                apart.until());
    }

    private static Figures figures(Conflict conflict, Held written) {
        Finding finding = conflict.finding();
        boolean first = conflict.a().equals(written.name());
        Separation apart = finding.separation();
        return new Figures(
                (first ? finding.b() : finding.a()).record(),
                first ? finding.volumeA() : finding.volumeB(),
                first ? finding.volumeB() : finding.volumeA(),
                apart.horizontal(),
                apart.from(),
                apart.until());
    }

    /** RIVER's C1. */
    @Test
    void the_conflict_of_a_draft_names_the_other_and_its_figures() {
        Held orbit =
                taken(azure.notifies("A-02", Optional.empty(), circle(35.03, 40.62, 8_000, 2_400, 4_000, 390, 720)));
        Preview preview = fold.picture()
                .preview(draft(birch, Optional.empty(), circle(35.02, 40.50, 5_000, 300, 3_000, 420, 480)));
        assertThat(preview.conflicts()).singleElement().satisfies(against -> {
            assertThat(against.other()).isEqualTo(orbit.name());
            assertThat(against.version()).isEqualTo(orbit.ref());
            assertThat(against.separation().verticalOverlap()).hasValue(600);
        });
    }

    @Test
    void a_draft_is_not_held_against_what_is_its_owners() {
        taken(azure.notifies("A-02", Optional.empty(), circle(35.03, 40.62, 8_000, 2_400, 4_000, 390, 720)));
        assertThat(fold.picture()
                        .preview(draft(azure, Optional.empty(), circle(35.02, 40.50, 5_000, 300, 3_000, 420, 480)))
                        .conflicts())
                .isEmpty();
    }

    /** What becomes smaller needs no notice; what lasts longer needs it from the old end on. */
    @Test
    void a_draft_that_replaces_a_plan_gives_notice_of_what_is_new() {
        Held proposal = taken(azure.says(
                Lane.MAIN, "agreement", Optional.empty(), Terms.of(List.of(azure, birch), "RIVER", 50_000, 60)));
        taken(azure.concludes(proposal, taken(birch.answers(proposal, "accepted"))));
        Held first = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40.5, 5_000, 0, 900, 10, 40)));

        StatedVolume longer = circle(35, 40.5, 5_000, 0, 900, 10, 50);
        assertThat(fold.picture()
                        .preview(draft(azure, Optional.of(first), longer))
                        .breaches())
                .containsExactly(new Excess(
                        Breach.What.LEAD_TIME,
                        Optional.of(birch.name),
                        "air",
                        40 * MINUTE - 1_000,
                        60 * MINUTE,
                        Optional.empty()));
        StatedVolume smaller = circle(35, 40.5, 4_000, 0, 900, 10, 40);
        assertThat(fold.picture()
                        .preview(draft(azure, Optional.of(first), smaller))
                        .breaches())
                .isEmpty();
    }

    /** Another thread may ask while the fold goes on: it asks what was, and gets what was. */
    @Test
    void a_picture_answers_the_same_while_the_fold_goes_on() {
        List<Picture> pictures = new ArrayList<>();
        List<Preview> previews = new ArrayList<>();
        Preview.Of draft = draft(azure, Optional.empty(), circle(35, 40, 5_000, 0, 900, 0, 60));
        Volume box = circle(35, 40, 5_000, 0, 900, 0, 60).volume();
        List<CompletableFuture<List<Preview>>> asked = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Held notice = taken(
                    birch.notifies("B-" + i, Optional.empty(), circle(35, 40 + i * 0.0002, 1_000, 0, 900, 0, 60)));
            if (i % 3 == 0) {
                taken(birch.status(notice, "stopped"));
            }
            Picture now = fold.picture();
            pictures.add(now);
            previews.add(now.preview(draft));
            if (i % 20 == 0) {
                List<Picture> until = List.copyOf(pictures);
                asked.add(CompletableFuture.supplyAsync(() ->
                        until.stream().map(picture -> picture.preview(draft)).toList()));
            }
        }
        for (CompletableFuture<List<Preview>> answers : asked) {
            List<Preview> same = answers.join();
            assertThat(same).isEqualTo(previews.subList(0, same.size()));
        }
        assertThat(pictures.getFirst().within(box, DAY)).isEmpty();
        assertThat(pictures.get(1).within(box, DAY)).hasSize(1);
        assertThat(pictures.getLast().within(box, DAY)).hasSize(133);
    }

    /** A hospital with a buffer, asked from 720 m away: the buffer is no part of it. */
    @Test
    void near_sites_are_told_with_their_distances_and_how_old_the_list_is() {
        assertThat(fold.picture().near(circle(35, 40, 1, 0, 10, 0, 60).volume().footprint(), 500))
                .isEqualTo(new Nearby(List.of(), OptionalLong.empty()));
        Held near = taken(birch.notifiesSite("H", 35, 40.01, 5_000));
        taken(birch.notifiesSite("far", 35, 40.2, 5_000));
        Nearby found =
                fold.picture().near(circle(35, 40, 100, 0, 10, 0, 60).volume().footprint(), 1_000);
        assertThat(found.places()).singleElement().satisfies(place -> {
            assertThat(place.subject().name()).isEqualTo(near.name());
            assertThat(place.version()).isEqualTo(near.ref());
            assertThat(place.distance()).isBetween(81_000L, 81_600L);
        });
        assertThat(found.newest()).hasValue(DAY + 1);
        assertThat(fold.picture()
                        .near(circle(35, 40, 100, 0, 10, 0, 60).volume().footprint(), 800)
                        .places())
                .isEmpty();
    }

    @Test
    void a_map_shows_all_that_touches_its_box_and_its_time() {
        Held flight = taken(azure.notifies("A-1", Optional.empty(), circle(35, 40, 1_000, 0, 900, 10, 40)));
        Held area = taken(birch.declaresArea("R-1", circle(35, 40, 2_000, 0, 1_000, 0, 600)));
        Held site = taken(birch.notifiesSite("H", 35, 40, 700));
        taken(azure.notifies("A-2", Optional.empty(), circle(36, 40, 1_000, 0, 900, 10, 40)));
        assertThat(fold.picture().within(circle(35.01, 40, 500, 0, 5_000, 0, 60).volume(), DAY))
                .extracting(Subject::name)
                .containsExactly(flight.name(), area.name(), site.name());
        assertThat(fold.picture()
                        .within(circle(35.01, 40, 500, 0, 5_000, 41, 60).volume(), DAY))
                .extracting(Subject::name)
                .containsExactly(area.name(), site.name());
    }
}
