package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FlownTest {
    private static final Flown AS_IT_WAS = new Flown(
            "T71", "/org/parley/cli/demo/calfire.json.gz", "T71_117", BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO);

    /** The first row of that flight in its file. */
    @Test
    void a_flight_that_is_not_moved_begins_where_and_when_it_was_received() throws IOException {
        JsonNode first = AS_IT_WAS.volumes().path(0);
        assertThat(first.path("geometry").path("coordinates").path(0).toString())
                .isEqualTo("[-116.7639587,32.7051544]");
        assertThat(first.path("from").asString()).isEqualTo("2020-09-08T00:00:01Z");
    }

    @Test
    void every_place_and_time_of_it_is_moved_alike_and_nothing_else() throws IOException {
        Flown moved = new Flown(
                "T71",
                "/org/parley/cli/demo/calfire.json.gz",
                "T71_117",
                new BigDecimal("-4.06"),
                new BigDecimal("6.385"),
                Duration.ofDays(1));
        JsonNode before = AS_IT_WAS.volumes();
        JsonNode after = moved.volumes();
        assertThat(after).hasSameSizeAs(before).hasSizeGreaterThan(10);
        for (int i = 0; i < before.size(); i++) {
            JsonNode was = before.path(i);
            JsonNode is = after.path(i);
            assertThat(is.path("lower")).isEqualTo(was.path("lower"));
            assertThat(is.path("upper")).isEqualTo(was.path("upper"));
            assertThat(is.path("from").asString())
                    .isEqualTo(was.path("from").asString().replace("-08T", "-09T"));
            List<BigDecimal> there = numbers(was.path("geometry").path("coordinates"));
            List<BigDecimal> here = numbers(is.path("geometry").path("coordinates"));
            assertThat(here).hasSameSizeAs(there);
            for (int j = 0; j < there.size(); j++) {
                assertThat(here.get(j).subtract(there.get(j))).isEqualByComparingTo(j % 2 == 0 ? "-4.06" : "6.385");
            }
        }
    }

    /** Of a position or a line of them, in their order: east, north, east, … */
    private static List<BigDecimal> numbers(JsonNode coordinates) {
        return coordinates.isNumber()
                ? List.of(coordinates.decimalValue())
                : coordinates
                        .valueStream()
                        .flatMap(each -> numbers(each).stream())
                        .toList();
    }

    @Test
    void it_is_always_told_that_it_is_shifted_and_by_how_much() throws IOException {
        assertThat(Scenario.shipped("cedar").flights().values())
                .hasSize(2)
                .allSatisfy(flight -> assertThat(flight.told())
                        .contains("OpenSky Network", "traffic", "MIT", "SHIFTED: ", "° north", " days "));
    }
}
