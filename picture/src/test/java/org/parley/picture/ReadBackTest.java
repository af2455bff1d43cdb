package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.record.volume.StatedVolume;

/** A digit that was heard wrong shows before anybody flies by it. */
class ReadBackTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(Teller.LINE, Set.of(azure.name, birch.name));
    private final Held notice = taken(azure.notifies("A-02", Optional.empty(), volume(35.02)));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    private static StatedVolume volume(double latitude) {
        return circle(latitude, 40.35, 5_000, 300, 3_000, 420, 480);
    }

    private static Json.Obj volumes(StatedVolume volume) {
        return Json.Obj.builder()
                .put("volumes", Json.of(List.of(volume.json())))
                .build();
    }

    private Held readsBack(Held about, Json.Obj fields) {
        return taken(birch.says(
                about.origin().lane(),
                "answer",
                Optional.of(about),
                Json.Obj.builder()
                        .put("says", "read-back")
                        .put("fields", fields)
                        .build()));
    }

    private List<ReadBack.Difference> differences(Held answer) {
        Picture picture = fold.picture();
        Subject subject = picture.subject(answer.name()).orElseThrow();
        return picture.readBack(subject.answers().stream()
                .filter(each -> each.record().name().equals(answer.name()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void what_was_heard_right_differs_in_nothing() {
        assertThat(differences(readsBack(notice, volumes(volume(35.02))))).isEmpty();
    }

    /** 35.02 as 35.20: 0.18 degrees along the meridian, at 110,938 m each. */
    @Test
    void two_digits_the_other_way_round_are_twenty_kilometres() {
        assertThat(differences(readsBack(notice, volumes(volume(35.20)))))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.field()).isEqualTo("volumes[0].shape.circle.centre");
                    assertThat(difference.apart().orElseThrow()).isBetween(1_996_000L, 1_998_000L);
                });
    }

    @Test
    void other_values_are_shown_side_by_side() {
        Json.Obj read =
                Json.Obj.builder().put("name", "A-03").put("marker", "red").build();
        assertThat(differences(readsBack(notice, read)))
                .containsExactly(
                        new ReadBack.Difference("marker", Optional.empty(), Json.of("red"), OptionalLong.empty()),
                        new ReadBack.Difference(
                                "name", Optional.of(Json.of("A-02")), Json.of("A-03"), OptionalLong.empty()));
    }

    @Test
    void who_was_asked_to_read_back_is_held_to_what_the_request_is_about() {
        Held request = taken(azure.says(
                Lane.MAIN,
                "read-back-request",
                Optional.of(notice),
                Json.Obj.builder()
                        .put("fields", Json.of(List.of(Json.of("name"))))
                        .build()));
        Json.Obj read = Json.Obj.builder().put("name", "A-03").build();
        assertThat(differences(readsBack(request, read)))
                .extracting(ReadBack.Difference::field)
                .containsExactly("name");
    }

    @Test
    void a_query_marks_what_it_is_about_until_that_is_amended_or_the_query_withdrawn() {
        Held query = taken(birch.says(
                Lane.MAIN,
                "query",
                Optional.of(notice),
                Json.Obj.builder().put("question", "which part, and when?").build()));
        assertThat(fold.picture().calls(subject())).extracting(Subject::name).containsExactly(query.name());
        assertThat(fold.picture().isQueried(subject())).isTrue();
        taken(birch.status(query, "withdrawn"));
        assertThat(fold.picture().isQueried(subject())).isFalse();
        taken(birch.says(
                Lane.MAIN,
                "query",
                Optional.of(notice),
                Json.Obj.builder().put("question", "which part?").build()));
        assertThat(fold.picture().isQueried(subject())).isTrue();
        taken(azure.notifies("A-02", Optional.of(notice), volume(35.03)));
        assertThat(fold.picture().isQueried(subject())).as("another version").isFalse();
    }

    private Subject subject() {
        return fold.picture().subject(notice.name()).orElseThrow();
    }
}
