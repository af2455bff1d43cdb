package org.parley.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.parley.ledger.canonical.Json;

class JournalTextTest {
    private static LogRecord happening(Level level, String what, Json.Builder fields) {
        LogRecord happening = new LogRecord(level, what);
        happening.setInstant(Instant.parse("2026-11-28T12:00:00.123Z"));
        happening.setParameters(new Object[] {fields.build()});
        return happening;
    }

    private static String text(LogRecord happening) {
        return new JournalText().format(happening);
    }

    @Test
    void a_happening_is_one_line_that_people_read() {
        Json.Builder fields = Json.Obj.builder().put("party", "BIRCH").put("size", 7);
        assertThat(text(happening(Level.INFO, "linked", fields)))
                .isEqualTo("2026-11-28T12:00:00.123Z linked: party BIRCH, size 7\n");
        assertThat(text(happening(Level.WARNING, "link lost", Json.Obj.builder().put("why", "Обрыв"))))
                .isEqualTo("2026-11-28T12:00:00.123Z ALARM link lost: why Обрыв\n");
    }

    @Test
    void what_a_peer_wrote_moves_no_cursor_and_turns_no_text_around() {
        String bad = "a\u001b[2Jb\nc\u202ed";
        assertThat(text(happening(Level.INFO, "heard", Json.Obj.builder().put("why", bad))))
                .isEqualTo("2026-11-28T12:00:00.123Z heard: why a?[2Jb?c?d\n");
    }

    @Test
    void a_fault_is_told_with_where_it_was() {
        LogRecord fault = new LogRecord(Level.SEVERE, "failed");
        fault.setThrown(new IllegalStateException("of this"));
        assertThat(text(fault)).contains(" SEVERE failed\n", "IllegalStateException: of this", "\tat ");
    }
}
