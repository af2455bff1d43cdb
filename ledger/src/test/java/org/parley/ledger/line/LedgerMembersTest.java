package org.parley.ledger.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.ledger.Lane;

/** Members that a line gets when it has long begun. */
class LedgerMembersTest {
    private final Room room = new Room();
    private final Desk birch = room.desk("BIRCH");
    private final Desk cedar = room.desk("CEDAR");

    @Test
    void a_third_member_is_named_later_and_gets_all() {
        room.found(birch.signer, cedar.signer);
        room.link(birch, cedar);
        birch.said(Lane.MAIN, "before");
        Desk elm = room.desk("ELM");
        room.found(birch.signer, cedar.signer, elm.signer);
        room.link(birch, elm);
        room.link(elm, cedar);
        birch.said(Lane.MAIN, "after");
        room.pass(2);
        assertThat(elm.entries(birch.main())).isEqualTo(birch.entries(birch.main()));
        assertThat(elm.entries(cedar.main())).isEqualTo(cedar.entries(cedar.main()));
        assertThat(birch.disk.receipts(birch.main(), elm.signer.name, Receipt.Place.START, 100))
                .isNotEmpty();
    }
}
