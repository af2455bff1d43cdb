package org.parley.ledger.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;

class JsonTest {
    private static final Json.Obj LIFT = Json.Obj.builder()
            .put("up", 12_000)
            .put("exercise", true)
            .put("what", "lift")
            .build();

    @Test
    void a_member_is_found_by_its_name_alone() {
        var builder = Json.Obj.builder();
        for (int i = 0; i < 40; i++) {
            builder.put("n" + i, i);
        }
        Json.Obj object = builder.build();
        for (int i = 0; i < 40; i++) {
            assertThat(object.require("n" + i).integer()).isEqualTo(i);
        }
        assertThat(object.get("n")).isEmpty();
        assertThat(object.get("n40")).isEmpty();
        assertThat(object.get("n9z")).isEmpty();
        assertThat(object.has("n7")).isTrue();
        assertThatThrownBy(() -> object.require("x"))
                .isInstanceOf(Refused.class)
                .hasMessage("\"x\" is missing");
    }

    @Test
    void a_value_of_another_kind_is_refused() {
        assertThat(LIFT.require("what").text()).isEqualTo("lift");
        assertThat(LIFT.require("up").integer()).isEqualTo(12_000);
        assertThat(LIFT.require("exercise").flag()).isTrue();
        assertThat(LIFT.object()).isSameAs(LIFT);
        assertThat(Json.of(List.of(LIFT)).array()).containsExactly(LIFT);
        assertThatThrownBy(() -> Json.of(1).text()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Json.of("1").integer()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Json.of(1).flag()).isInstanceOf(Refused.class);
        assertThatThrownBy(LIFT::array).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Json.of(1).object()).isInstanceOf(Refused.class);
    }

    @Test
    void members_stand_in_the_order_of_UTF_16_each_once() {
        assertThat(LIFT.members()).extracting(Json.Member::name).containsExactly("exercise", "up", "what");
        var a = new Json.Member("a", Json.of(1));
        var b = new Json.Member("b", Json.of(1));
        assertThat(new Json.Obj(List.of(a, b)).members()).containsExactly(a, b);
        assertThatIllegalArgumentException().isThrownBy(() -> new Json.Obj(List.of(b, a)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Json.Obj(List.of(a, a)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.Obj.builder().put("a", 1).put("a", "2"));
    }

    @Test
    void an_integer_beyond_2_53_minus_1_does_not_exist() {
        assertThat(Json.of(9_007_199_254_740_991L).value()).isEqualTo(Json.Int.MAX);
        assertThat(Json.of(-9_007_199_254_740_991L).value()).isEqualTo(-Json.Int.MAX);
        assertThatIllegalArgumentException().isThrownBy(() -> Json.of(9_007_199_254_740_992L));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.of(-9_007_199_254_740_992L));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.of(Long.MIN_VALUE));
    }

    @Test
    void a_value_does_not_change_with_the_list_it_was_made_from() {
        List<Json> items = new ArrayList<>(List.of(Json.of(1)));
        var array = new Json.Arr(items);
        items.add(Json.of(2));
        assertThat(array.items()).containsExactly(Json.of(1));
    }
}
