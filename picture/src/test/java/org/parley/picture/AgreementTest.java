package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.LINE;
import static org.parley.picture.Teller.circle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;

class AgreementTest {
    private final Teller azure = new Teller("AZURE");
    private final Teller birch = new Teller("BIRCH");
    private final Fold fold = new Fold(LINE, Set.of(azure.name, birch.name));

    private Held taken(Held record) {
        fold.take(record);
        return record;
    }

    /** RIVER's separation between aircraft, or another. */
    private Json.Obj terms(String title, long horizontal) {
        return Terms.of(List.of(azure, birch), title, horizontal, 0);
    }

    private Held concludes(Teller proposer, Held proposal, Held... acceptances) {
        return taken(proposer.concludes(proposal, acceptances));
    }

    private Held inForce(Teller proposer, Teller other, Optional<Held> instead, Json.Obj terms) {
        Held proposal = taken(proposer.says(Lane.MAIN, "agreement", instead, terms));
        concludes(proposer, proposal, taken(other.answers(proposal, "accepted")));
        return proposal;
    }

    private String title() {
        return fold.picture().agreement().map(agreement -> agreement.title()).orElse("none");
    }

    @Test
    void an_agreement_is_in_force_when_all_have_accepted_the_very_same_and_its_proposer_concluded_it() {
        Held proposal = taken(azure.says(Lane.MAIN, "agreement", Optional.empty(), terms("R-1", 926_000)));
        assertThat(title()).isEqualTo("none");

        Held acceptance = taken(birch.answers(proposal, "accepted"));
        assertThat(title()).isEqualTo("none");

        concludes(azure, proposal, acceptance);
        assertThat(title()).isEqualTo("R-1");
    }

    @Test
    void a_conclusion_that_names_no_acceptance_concludes_nothing() {
        Held proposal = taken(azure.says(Lane.MAIN, "agreement", Optional.empty(), terms("R-1", 926_000)));
        Held read = taken(birch.answers(proposal, "read"));
        concludes(azure, proposal, read);

        assertThat(title()).isEqualTo("none");
    }

    @Test
    void nobody_is_bound_by_an_agreement_that_leaves_them_out() {
        imposes(Terms.of(List.of(azure), "imposed", 0, 0));
        Json.Builder witnessed = Json.Obj.builder();
        terms("witnessed", 0).members().stream()
                .filter(member -> !member.name().equals("parties"))
                .forEach(member -> witnessed.put(member.name(), member.value()));
        imposes(witnessed
                .put("parties", Json.of(List.of(as("AZURE", "member"), as("BIRCH", "witness"))))
                .build());
    }

    private static Json as(String party, String as) {
        return Json.Obj.builder().put("party", party).put("as", as).build();
    }

    private void imposes(Json.Obj terms) {
        Held proposal = taken(azure.says(Lane.MAIN, "agreement", Optional.empty(), terms));
        concludes(azure, proposal, taken(birch.answers(proposal, "read")));
        assertThat(title()).isEqualTo("none");
    }

    @Test
    void an_acceptance_after_the_time_to_decide_accepts_nothing() {
        Held proposal = taken(azure.says(Lane.MAIN, "agreement", Optional.empty(), terms("R-1", 926_000)));
        long decideBy = proposal.moment("decideBy").orElseThrow();
        concludes(azure, proposal, taken(birch.answersAt(proposal, "accepted", decideBy + 1)));
        assertThat(title()).isEqualTo("none");

        Held again = taken(azure.says(Lane.MAIN, "agreement", Optional.empty(), terms("R-2", 926_000)));
        concludes(azure, again, taken(birch.answersAt(again, "accepted", decideBy)));
        assertThat(title()).isEqualTo("R-2");
    }

    @Test
    void nobody_concludes_anothers_proposal() {
        Held proposal = taken(azure.says(Lane.MAIN, "agreement", Optional.empty(), terms("R-1", 926_000)));
        concludes(birch, proposal, taken(birch.answers(proposal, "accepted")));

        assertThat(title()).isEqualTo("none");
    }

    @Test
    void either_party_may_propose_what_comes_instead() {
        Held first = inForce(azure, birch, Optional.empty(), terms("R-1", 926_000));
        inForce(birch, azure, Optional.of(first), terms("R-1 amended", 500_000));

        assertThat(title()).isEqualTo("R-1 amended");
    }

    @Test
    void of_two_that_replace_the_same_the_lower_leaf_stands_in_whatever_order_they_came() {
        Held first = inForce(azure, birch, Optional.empty(), terms("R-1", 926_000));
        Held one = inForce(birch, azure, Optional.of(first), terms("one", 500_000));
        Held other = inForce(azure, birch, Optional.of(first), terms("other", 600_000));

        assertThat(title()).isEqualTo(one.leaf().compareTo(other.leaf()) < 0 ? "one" : "other");
    }

    @Test
    void conflicts_are_computed_anew_under_other_terms() {
        taken(azure.notifies("A-01", Optional.empty(), circle(35.0, 40.0, 1_000, 1_000, 2_000, 0, 60)));
        taken(birch.notifies("B-01", Optional.empty(), circle(35.0, 40.06, 1_000, 1_000, 2_000, 0, 60)));
        assertThat(fold.picture().conflicts()).isEmpty();

        Held first = inForce(azure, birch, Optional.empty(), terms("R-1", 926_000));
        assertThat(fold.picture().conflicts()).hasSize(1);

        inForce(azure, birch, Optional.of(first), terms("R-1 amended", 300_000));
        assertThat(fold.picture().conflicts()).isEmpty();
    }

    @Test
    void what_is_owed_already_is_owed_by_the_new_deadlines() {
        Held plan = taken(azure.notifies("A-01", Optional.empty(), circle(35.0, 40.0, 1_000, 1_000, 2_000, 0, 60)));
        fold.stored(azure.log(Lane.MAIN), birch.name, 1, Teller.DAY);
        Json.Builder sooner = Json.Obj.builder();
        terms("R-1", 926_000).members().forEach(member -> sooner.put(member.name(), member.value()));
        sooner.put(
                "deadlines",
                Json.Obj.builder()
                        .put("FLASH", 60)
                        .put("IMMEDIATE", 120)
                        .put("PRIORITY", 180)
                        .put("ROUTINE", 240)
                        .build());

        inForce(azure, birch, Optional.empty(), sooner.build());

        assertThat(fold.picture().duties(plan.name()).getFirst().due()).hasValue(Teller.DAY + 240_000);
    }
}
