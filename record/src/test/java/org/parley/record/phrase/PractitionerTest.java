package org.parley.record.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.words.Language;
import org.parley.record.Precedence;
import org.parley.space.geodesy.Place;
import org.parley.space.height.Height;
import org.parley.space.window.Window;

/** RIVER, 20 November 2017 (design, domain 5.1), as the desks would read it. */
class PractitionerTest {
    private static final PhraseBook BOOK = PhraseBook.shipped();

    /** 2017-11-20 00:00Z; Syria had UTC+3 in summer and UTC+2 from 27 October 2017. */
    private static final long DAY = 1_511_136_000_000L;

    private static final long HOUR = 3_600_000;
    private static final Manner DAMASCUS = new Manner(
            List.of(new Manner.Offset(1_490_911_200_000L, 180), new Manner.Offset(1_509_051_600_000L, 120)),
            false,
            List.of());

    @Test
    void birch_announces_that_a_convoy_escort_crosses_the_line() {
        Map<String, Value> values = Map.of(
                "where", new Value.Point(Place.ofDegrees(35.02, 40.46)),
                "when", new Value.During(new Window(DAY + 7 * HOUR, DAY + 8 * HOUR)),
                "who", new Value.Sign("B-02"),
                "why", new Value.Word("crossingPurpose", "escort"));
        assertThat(say("NT-10", values, Language.EN))
                .isEqualTo(
                        "We plan to cross the line. Place: 35.0200° N 40.4600° E. Time: from 2017-11-20 07:00Z (09:00 +02:00,"
                                + " 200700ZNOV17) to 2017-11-20 08:00Z (10:00 +02:00, 200800ZNOV17). Who: B-02. Purpose: escort.");
        assertThat(say("NT-10", values, Language.RU))
                .isEqualTo(
                        "Планируем пересечь линию. Место: 35.0200° с. ш. 40.4600° в. д. Время: с 2017-11-20 07:00Z (09:00 +02:00,"
                                + " 200700ZNOV17) до 2017-11-20 08:00Z (10:00 +02:00, 200800ZNOV17). Кто: B-02. Цель: сопровождение.");
        assertThat(say("NT-10", values, Language.AR))
                .startsWith(
                        "نعتزم عبور الخط. المكان: \u2066\u206635.0200°\u2069 N \u206640.4600°\u2069 E\u2069. الوقت: \u2067من \u2066")
                .endsWith("الجهة العابرة: \u2066B-02\u2069. الغرض: مرافقة.");
    }

    @Test
    void azure_reads_it_back_and_birch_corrects_a_slip() {
        Value read = fields(new Value.Said("where", new Value.Point(Place.ofDegrees(35.20, 40.46)), Optional.empty()));
        assertThat(say("AK-2", Map.of("of", new Value.Name("BIRCH-7"), "fields", read), Language.EN))
                .isEqualTo("Read-back of BIRCH-7 – place: 35.2000° N 40.4600° E.");
        Value right = fields(new Value.Said(
                "where",
                new Value.Point(Place.ofDegrees(35.02, 40.46)),
                Optional.of(new Value.Point(Place.ofDegrees(35.20, 40.46)))));
        assertThat(say("AK-3", Map.of("of", new Value.Name("BIRCH-8"), "right", right), Language.RU))
                .isEqualTo("Исправление к записи BIRCH-8 – место: прежнее значение: 35.2000° с. ш. 40.4600° в. д."
                        + " — новое значение: 35.0200° с. ш. 40.4600° в. д.");
    }

    @Test
    void birch_calls_stop_with_what_it_knows() {
        Map<String, Value> little = Map.of("what", new Value.Word("struck", "partnerForce"));
        assertThat(say("SF-1", little, Language.EN))
                .isEqualTo(
                        "STOP. STOP. STOP. Our people or a protected place are being hit. What is hit: our partner force."
                                + " Place not known yet.");
        Map<String, Value> more = Map.of(
                "what", new Value.Word("struck", "partnerForce"),
                "place", new Value.Point(Place.ofDegrees(35.33, 40.30)),
                "since", new Value.Moment(DAY + 13 * HOUR + 60_000),
                "contact", new Value.Sign("+1 555 0100"));
        assertThat(say("SF-1", more, Language.EN))
                .endsWith("Place: 35.3300° N 40.3000° E. Since: 2017-11-20 13:01Z (15:01 +02:00, 201301ZNOV17)."
                        + " Contact: +1 555 0100.");
        assertThat(BOOK.template("SF-1").orElseThrow())
                .matches(template -> template.precedence() == Precedence.FLASH
                        && template.kind().equals("stop"));
    }

    @Test
    void not_ours_never_stands_alone() {
        Map<String, Value> values =
                Map.of("of", new Value.Name("AZURE-S4"), "answer", new Value.Word("forceAnswer", "notOurs"));
        assertThat(say("SF-5", values, Language.EN))
                .isEqualTo(
                        "Answer to AZURE-S4: not ours. This does not say who they are, nor that they may be attacked.");
        assertThat(say("SF-5", values, Language.RU)).contains("не наши. Это не говорит ни о том, кто они");
        assertThat(say("SF-5", values, Language.AR)).contains("ليس لنا. لا يعني ذلك تحديد هويتهم");
    }

    @Test
    void the_conflict_c1_is_told_with_its_figures() {
        Map<String, Value> values = Map.of(
                "first", new Value.Sign("A-02"),
                "second", new Value.Sign("B-02"),
                "apart", new Value.Distance(0),
                "overlap", new Value.Distance(600),
                "shared", new Value.Span(3_600));
        assertThat(say("AK-6", values, Language.EN))
                .isEqualTo(
                        "Conflict found: A-02 and B-02. Distance between them: 0 m. Common height: 600 m. Common time: 1 hour.");
        assertThat(say("AK-6", values, Language.RU))
                .endsWith("Расстояние между ними: 0 м. Перекрытие по высоте: 600 м. Общее время: 1 час.");
    }

    @Test
    void the_uav_orbit_a_02_is_notified() {
        Map<String, Value> values = Map.of(
                "volume", new Value.Circle(Place.ofDegrees(35.03, 40.62), 8_000),
                "band", new Value.Band(new Height.Amsl(2_400), new Height.Amsl(4_000)),
                "when", new Value.During(new Window(DAY + 6 * HOUR + HOUR / 2, DAY + 12 * HOUR)),
                "kind", new Value.Word("droneClass", "heavy"),
                "lostLink", new Value.Word("lostLink", "returnHome"));
        assertThat(say("NT-4", values, Language.EN))
                .startsWith(
                        "Unmanned aircraft. Mass: over 150 kg. Area: circle of radius 8 km around 35.0300° N 40.6200° E."
                                + " Heights: from 2400 m AMSL to 4000 m AMSL. Time: from 2017-11-20 06:30Z (08:30 +02:00, 200630ZNOV17)")
                .endsWith(" If its link is lost, it returns to its place of departure.");
        assertThat(say("NT-4", values, Language.RU))
                .contains(
                        "Высоты: нижняя граница: 2400 м над средним уровнем моря, верхняя граница: 4000 м над средним уровнем моря.");
    }

    private static Value fields(Value.Said said) {
        return new Value.Fields(List.of(said));
    }

    private static String say(String code, Map<String, Value> values, Language language) {
        Phrase text = BOOK.template(code).orElseThrow().text();
        return BOOK.fill(text.id(), values).orElseThrow().in(language, DAMASCUS).text();
    }
}
