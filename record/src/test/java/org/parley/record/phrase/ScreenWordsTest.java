package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ledger.PartyName;
import org.parley.ledger.words.Language;
import org.parley.space.geodesy.Place;
import org.parley.space.window.Window;

/** The words of the screen, W1 to W19 of the design: in English exactly these. */
class ScreenWordsTest {
    private static final PhraseBook BOOK = PhraseBook.shipped();

    /** 2017-11-20 00:00Z. */
    private static final long DAY = 1_511_136_000_000L;

    private static final Map<String, Value> VALUES = Map.ofEntries(
            Map.entry("party", new Value.Party(new PartyName("BIRCH"))),
            Map.entry("by", new Value.Party(new PartyName("AZURE"))),
            Map.entry("through", new Value.Name("BIRCH-412")),
            Map.entry("count", new Value.Count(3)),
            Map.entry("when", new Value.During(new Window(DAY + 10 * 3_600_000, DAY + 12 * 3_600_000))),
            Map.entry("limit", new Value.Count(10)),
            Map.entry("contact", new Value.Sign("+…")),
            Map.entry("radius", new Value.Distance(500)),
            Map.entry("receivers", new Value.Parties(List.of(new PartyName("S")))),
            Map.entry("activity", new Value.Sign("B-02")),
            Map.entry("bearer", new Value.Word("bearer", "telephone")),
            Map.entry("read", new Value.Word("readBack", "yes")),
            Map.entry("language", new Value.Word("language", "ru")),
            Map.entry("first", new Value.Sign("M-01")),
            Map.entry("firstLine", new Value.Sign("HUM")),
            Map.entry("second", new Value.Sign("B-02")),
            Map.entry("secondLine", new Value.Sign("R-1")),
            Map.entry("scope", new Value.Word("scope", "routine")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            W1 | 12:00:00 | 14 | No conflict found among what has been notified. BIRCH through BIRCH-412, 14 s old; BIRCH declared this area complete until 12:00Z. This is not a clearance.
            W2 | 00:00:00 | 0 | UNKNOWN. BIRCH has notified nothing here for 10:00–12:00Z and has not said that this is complete.
            W2b | 00:00:00 | 0 | UNKNOWN. No conflict found with the 3 that BIRCH has notified here for 10:00–12:00Z; it has not said that this is complete.
            W3 | 09:48:10 | 850 | OLD PICTURE. Last heard from BIRCH 09:48:10Z, 14 min ago. What it notified since is missing. A missing conflict means nothing.
            W4a | 10:02:13 | 0 | Stored by BIRCH's machine 10:02:13Z. No person has seen it.
            W4b | 10:02:40 | 0 | Shown 10:02:40Z. Nobody has answered.
            W4c | 10:04:00 | 0 | BIRCH duty: received and understood 10:04Z. Not agreement, not approval.
            W5 | 00:00:00 | 720 | NO ANSWER for 12 min (limit 10). Silence is not consent. Nothing is agreed.
            W6 | 00:00:00 | 0 | Noted. This neither permits nor confirms that the activity is safe.
            W7a | 00:00:00 | 14 | NOT DELIVERED 0:14. CALL NOW +… and read the sheet.
            W7b | 00:00:00 | 41 | On their machine. NOBODY HAS TAKEN IT 0:41.
            W7c | 00:00:00 | 0 | Taken. Taking is not stopping.
            W7d | 00:00:00 | 0 | BIRCH SAYS it has ceased. Is it still happening?
            W7e | 00:00:00 | 0 | Still
            W7f | 00:00:00 | 0 | Ceased
            W9 | 00:00:00 | 0 | BIRCH says: not ours. It does not say who they are, nor that they may be attacked. No answer is not "not ours".
            W10 | 00:00:00 | 10800 | No notified site within 500 m (list 3 h old). Hospitals, schools and others that were never notified are protected all the same.
            W11 | 00:00:00 | 0 | These receivers will hold the point for good: S. Withdrawing asks them to stop using it; it does not delete their copy. Notification gives no protection by itself.
            W12 | 00:00:00 | 0 | AGREED, NOT DONE. Conflict stands until BIRCH amends B-02.
            W13 | 00:00:00 | 0 | BIRCH still holds the old plan. Both plans count until it acknowledges.
            W14 | 10:04:00 | 0 | HEARD by telephone 10:04Z from BIRCH, noted by AZURE, read back. Not signed by BIRCH.
            W15 | 00:00:00 | 0 | OVERDUE: not reported stopped, counted as still there.
            W16 | 00:00:00 | 0 | Russian text not yet released by a linguist.
            W17 | 00:00:00 | 0 | Proves that BIRCH's computer held these bytes at this time by its clock. It does not prove that anyone read, knew or agreed.
            W18 | 00:00:00 | 0 | ONLY YOU SEE THIS: M-01 (line HUM) and B-02 (line R-1). Neither is told. You may send a hold request without a reason, or ask the owner's leave.
            W19 | 00:00:00 | 0 | SUSPENDED by BIRCH: routine. Safety traffic still passes.
            """)
    void the_english_is_exact(String id, String clock, long seconds, String words) {
        Phrase phrase = BOOK.phrase(id).orElseThrow();
        Map<String, Value> values = new HashMap<>();
        for (Field field : phrase.fields()) {
            values.put(
                    field.name(),
                    switch (field.type()) {
                        case CLOCK ->
                            new Value.Moment(DAY + LocalTime.parse(clock).toSecondOfDay() * 1_000L);
                        case AGE, TIMER -> new Value.Span(seconds);
                        default -> VALUES.getOrDefault(field.name(), new Value.Count(0));
                    });
        }
        assertThat(BOOK.fill(id, values)
                        .orElseThrow()
                        .in(Language.EN, Manner.PLAIN)
                        .text())
                .isEqualTo(words);
    }

    @Test
    void a_stop_that_comes_in_says_where_as_far_as_anybody_knows() {
        Value azure = new Value.Party(new PartyName("AZURE"));
        Value since = new Value.Moment(DAY + 13 * 3_600_000L + 60_000);
        Value where = new Value.Point(Place.ofDegrees(35.33, 40.3));
        assertThat(stop(Map.of("party", azure, "since", since, "where", where)))
                .isEqualTo(
                        "AZURE says its people or a protected place are being hit at 35.3300° N 40.3000° E since 13:01Z."
                                + " Taking means: I am answering now. It admits nothing.");
        assertThat(stop(Map.of("party", azure, "since", since, "near", new Value.Name("BIRCH-7"))))
                .contains("are being hit near BIRCH-7 since 13:01Z.");
        assertThat(stop(Map.of("party", azure, "since", since)))
                .contains("are being hit at a place not yet known since 13:01Z.");
    }

    private static String stop(Map<String, Value> values) {
        return BOOK.fill("W8", values)
                .orElseThrow()
                .in(Language.EN, Manner.PLAIN)
                .text();
    }

    @Test
    void no_text_calls_anything_clear_or_safe_but_the_two_that_deny_it() {
        Pattern banned = Pattern.compile("\\b(clear|cleared|safe|OK)\\b", Pattern.CASE_INSENSITIVE);
        assertThat(BOOK.phrases())
                .filteredOn(phrase -> banned.matcher(phrase.text(Language.EN)).find())
                .extracting(Phrase::id)
                .containsExactlyInAnyOrder("AK-5.text", "W6");
    }
}
