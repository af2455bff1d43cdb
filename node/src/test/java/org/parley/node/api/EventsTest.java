package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.desk.Release;

/** What changes is told without a gap, or it is said that there is one. */
class EventsTest {
    private static final String NOTICE = "{'kind':'activity','body':{'activity':'uas','name':'A-02','volumes':["
            + "{'geometry':{'type':'Point','coordinates':[40.62,35.03]},'radius':8000,'lower':'2400 m HAE',"
            + "'upper':'4000 m HAE','from':'2037-11-20T06:30:00Z','until':'2037-11-20T12:00:00Z'}]}}";

    @TempDir
    Path folder;

    private Desks desks() throws IOException {
        return new Desks(folder, Release.NONE, "AZURE", "BIRCH");
    }

    private static String since(Events events, String id) throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        events.listen(Optional.of(id), true, () -> true, heard);
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Test
    void who_comes_back_with_the_last_event_misses_none() throws Exception {
        try (Desks desks = desks()) {
            Events events = desks.service("AZURE").events();
            String before = desks.listened("AZURE");
            String a = desks.say("AZURE", NOTICE).is(201).text("record");
            desks.stop("AZURE");
            assertThat(since(events, before))
                    .contains("event: record", "\"record\":\"" + a + "\"")
                    .doesNotContain("event: reset");
            assertThat(since(events, "0badcafe-1")).contains("event: reset").doesNotContain("event: record");
            desks.start("AZURE");
        }
    }

    @Test
    void what_nobody_heard_is_not_kept_and_who_comes_back_is_told_so() throws Exception {
        try (Desks desks = desks()) {
            Events events = desks.service("AZURE").events();
            String before = events.lastId();
            desks.say("AZURE", NOTICE).is(201);
            desks.stop("AZURE");
            assertThat(events.lastId()).isNotEqualTo(before);
            assertThat(since(events, before)).contains("event: reset").doesNotContain("event: record");
            desks.start("AZURE");
        }
    }

    /** It tells more than is kept while its listener is about to write for the first time. */
    private static final class Slow extends ByteArrayOutputStream {
        private static final int MORE_THAN_IS_KEPT = 20_001;

        private final Events events;

        Slow(Events events) {
            this.events = events;
        }

        @Override
        public void write(byte[] bytes) {
            if (size() == 0) {
                for (int i = 1; i <= MORE_THAN_IS_KEPT; i++) {
                    int number = i;
                    events.tell("test", () -> View.object().put("number", number));
                }
                events.close();
            }
            writeBytes(bytes);
        }
    }

    @Test
    void a_listener_too_slow_for_what_is_kept_is_told_that_it_missed_something() throws Exception {
        try (Desks desks = desks()) {
            Events events = desks.service("AZURE").events();
            Slow slow = new Slow(events);
            events.listen(Optional.empty(), true, () -> true, slow);
            String heard = slow.toString(StandardCharsets.UTF_8);
            assertThat(heard)
                    .contains("event: reset")
                    .doesNotContain("{\"number\":1}")
                    .contains("{\"number\":20001}");
            assertThat(heard.indexOf("event: reset")).isLessThan(heard.indexOf("event: test"));
        }
    }

    /** A session that is signed out, or a token that is taken back: what happens afterwards is not for them. */
    @Test
    void who_may_not_listen_any_more_is_told_no_more() throws Exception {
        AtomicLong now = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        Events events = new Events(new SecureRandom(), () -> Instant.ofEpochMilli(now.get()));
        ByteArrayOutputStream heard = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes) {
                writeBytes(bytes);
                now.addAndGet(10_000);
                events.tell("test", () -> View.object().put("asked", asked.get()));
            }
        };
        events.listen(Optional.empty(), true, () -> asked.incrementAndGet() < 3, heard);
        assertThat(heard.toString(StandardCharsets.UTF_8)).contains("{\"asked\":0}", "{\"asked\":1}");
        assertThat(asked).hasValue(3);
    }
}
