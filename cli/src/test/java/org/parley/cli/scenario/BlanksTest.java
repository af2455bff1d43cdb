package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlanksTest {
    private static final Map<String, JsonNode> VALUES =
            Map.of("B-02", json("'BIRCH-3'"), "C1.figures", json("{'time':0}"), "two words", json("'a b/c'"));

    private static final Blanks.Known KNOWN = name -> Optional.ofNullable(VALUES.get(name));

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void a_name_that_is_all_of_a_text_becomes_what_it_stands_for_whatever_that_is() {
        assertThat(Blanks.filled(json("{'about':'{B-02}','list':['{C1.figures}',1,true]}"), KNOWN))
                .isEqualTo(json("{'about':'BIRCH-3','list':[{'time':0},1,true]}"));
    }

    @Test
    void braces_within_a_text_are_text() {
        JsonNode text = json("{'text':'see {B-02} of today'}");
        assertThat(Blanks.filled(text, KNOWN)).isEqualTo(text);
    }

    @Test
    void in_a_path_names_are_written_as_urls_are() {
        assertThat(Blanks.path("/lines/{B-02}/subjects/{two words}?x=1", KNOWN))
                .isEqualTo("/lines/BIRCH-3/subjects/a+b%2Fc?x=1");
    }

    @Test
    void a_name_that_stands_for_nothing_is_told() {
        assertThatThrownBy(() -> Blanks.filled(json("['{B-09}']"), KNOWN)).hasMessage("nothing is called B-09");
        assertThatThrownBy(() -> Blanks.path("/{B-09}", KNOWN)).isInstanceOf(Blanks.Unknown.class);
    }
}
