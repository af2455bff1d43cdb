package org.parley.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    @ParameterizedTest
    @EnumSource
    void a_role_is_known_by_its_word(Role role) {
        assertThat(Role.of(role.word())).contains(role);
    }

    @ParameterizedTest
    @EnumSource
    void a_right_is_known_by_its_word(Right right) {
        assertThat(Right.of(right.word())).contains(right);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_reads_a_line_may_say_STOP_and_answer_but_the_auditor(Role role) {
        boolean acts = role.rights().contains(Right.READ) && role != Role.AUDITOR;
        assertThat(role.rights().contains(Right.CALL)).isEqualTo(acts);
        assertThat(role.rights().contains(Right.ANSWER)).isEqualTo(acts);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_does_not_read_does_nothing_on_a_line(Role role) {
        if (!role.rights().contains(Right.READ)) {
            assertThat(role.rights()).isSubsetOf(Right.ADMINISTER);
        }
    }

    @Test
    void the_words_are_those_that_records_use() {
        assertThat(Stream.of(Role.values()).map(Role::word))
                .containsExactly(
                        "supervisor",
                        "duty-officer",
                        "linguist",
                        "planner",
                        "liaison",
                        "unit",
                        "humanitarian",
                        "monitor",
                        "incident-officer",
                        "legal",
                        "signatory",
                        "public-affairs",
                        "facilitator",
                        "host-state",
                        "auditor",
                        "administrator");
    }

    @Test
    void an_administrator_sees_nothing_of_what_lines_hold_and_an_auditor_only_reads() {
        assertThat(Role.ADMINISTRATOR.rights()).containsOnly(Right.ADMINISTER);
        assertThat(Role.AUDITOR.rights()).containsOnly(Right.READ, Right.READ_SITES, Right.AUDIT, Right.METRICS);
    }

    @Test
    void a_supervisor_alone_releases_and_suspends() {
        for (Right right : Set.of(Right.RELEASE, Right.LINE)) {
            assertThat(Stream.of(Role.values()).filter(role -> role.rights().contains(right)))
                    .containsExactly(Role.SUPERVISOR);
        }
    }

    @Test
    void two_roles_together_may_what_either_may() {
        assertThat(Role.rights(Set.of(Role.ADMINISTRATOR, Role.UNIT)))
                .containsOnly(Right.ADMINISTER, Right.READ, Right.ANSWER, Right.CALL);
        assertThat(Role.rights(Set.of())).isEmpty();
    }
}
