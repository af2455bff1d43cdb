package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InFlightTest {
    private static JsonNode view(int azure, int heldByBirch, int birch, int heldByAzure) {
        return new JsonMapper().readTree("""
                        {"logs":[{"log":"a","by":"AZURE","size":%d,"held":{"BIRCH":{"size":%d}}},
                                 {"log":"b","by":"BIRCH","size":%d,"held":{"AZURE":{"size":%d}}},
                                 {"log":"c","by":"BIRCH","size":0,"held":{}}]}""".formatted(azure, heldByBirch, birch, heldByAzure));
    }

    private static boolean isInFlight(JsonNode azure, JsonNode birch) {
        return InFlight.of(Map.of("AZURE", azure, "BIRCH", birch)).isPresent();
    }

    @Test
    void nothing_is_in_flight_when_both_have_the_same_and_all_receipts_for_it() {
        assertThat(isInFlight(view(3, 3, 2, 2), view(3, 3, 2, 2))).isFalse();
        assertThat(isInFlight(view(0, 0, 0, 0), view(0, 0, 0, 0))).isFalse();
    }

    @Test
    void a_record_that_one_lacks_is_in_flight() {
        assertThat(isInFlight(view(3, 2, 2, 2), view(2, 2, 2, 2))).isTrue();
        assertThat(isInFlight(view(3, 3, 2, 2), view(3, 3, 3, 3))).isTrue();
    }

    @Test
    void a_receipt_that_has_not_come_to_all_is_in_flight() {
        assertThat(isInFlight(view(3, 2, 2, 2), view(3, 3, 2, 2))).isTrue();
        assertThat(isInFlight(view(3, 3, 2, 2), view(3, 3, 2, 1))).isTrue();
    }

    @Test
    void a_log_that_one_does_not_know_yet_is_in_flight() {
        JsonNode nothing = new JsonMapper().readTree("{\"logs\":[]}");
        assertThat(isInFlight(view(1, 1, 0, 0), nothing)).isTrue();
    }
}
