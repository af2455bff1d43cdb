package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LikenessTest {
    private static JsonNode json(String text) {
        return Scenario.JSON.readTree(text.replace('\'', '"'));
    }

    private static Likeness of(String wanted, String there) {
        return Likeness.of(json(wanted), json(there));
    }

    @Test
    void everything_is_like_itself_and_an_object_like_one_with_fewer_members() {
        for (String text : List.of(
                "{'a':1,'b':[{'c':'x'},{'c':'y'}],'d':true}",
                "[[40.35,35.02],[40.55,35.02]]",
                "'x'",
                "0",
                "[]",
                "{}")) {
            assertThat(of(text, text).isThere()).as(text).isTrue();
            assertThat(of("{}", text).isThere()).as(text).isTrue();
        }
        assertThat(of("{'a':1}", "{'a':1,'b':2}").isThere()).isTrue();
        assertThat(of("{'a':1,'b':2}", "{'a':1}").differences()).containsExactly("b is not there");
        assertThat(of("{'a':{}}", "{'b':1}").differences()).containsExactly("a is not there");
        assertThat(of("{'a':{}}", "{'a':null}").isThere()).isFalse();
    }

    @Test
    void a_list_is_like_one_of_which_each_item_has_one_like_it() {
        String there = "{'items':[{'what':'a','n':1},{'what':'b','n':2}]}";
        assertThat(of("{'items':[{'what':'b'}]}", there).isThere()).isTrue();
        assertThat(of("{'items':[{'what':'b'},{'n':1}]}", there).isThere()).isTrue();
        assertThat(of("{'items':[{'what':'b','n':1}]}", there).isThere()).isFalse();
        assertThat(of("{'items':[{}]}", "{'items':[]}").differences()).containsExactly("items has nothing in it");
        assertThat(of("{'items':[{}]}", "{}").differences()).containsExactly("items is not there");
    }

    @Test
    void a_number_may_be_near_and_its_digits_do_not_matter() {
        assertThat(of("{'about':600,'within':10}", "604.08").isThere()).isTrue();
        assertThat(of("{'about':600,'within':10}", "610").isThere()).isTrue();
        assertThat(of("{'about':600,'within':10}", "610.01").differences())
                .containsExactly(" is 610.01, not 600 within 10");
        assertThat(of("{'about':600,'within':10}", "'600'").isThere()).isFalse();
        assertThat(of("0", "0.00").isThere()).isTrue();
        assertThat(of("1", "'1'").isThere()).isFalse();
        assertThat(of("true", "false").isThere()).isFalse();
    }

    @Test
    void what_was_seen_is_told_as_it_was_there() {
        assertThat(of("{'figure':{'about':2400,'within':5},'unit':'s'}", "{'figure':2398.000,'unit':'s','x':1}")
                        .seen())
                .containsExactly("figure 2398.000", "unit s");
    }
}
