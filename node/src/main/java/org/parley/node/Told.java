package org.parley.node;

import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Effect;
import org.parley.node.journal.Journal;

/** What of the effects goes into the journal: never what people said, and what comes with every record only on request. */
final class Told {
    private Told() {}

    static Json.Builder fields(String name, String value) {
        return Json.Obj.builder().put(name, value);
    }

    static void write(Journal journal, Effect effect) {
        switch (effect) {
            case Effect.Alarm alarm ->
                journal.alarm("alarm", fields("cause", alarm.cause().name()).put("text", alarm.text()));
            case Effect.Linked linked ->
                journal.note("linked", fields("party", linked.party().name()).put("link", linked.link()));
            case Effect.FenceChanged fence ->
                journal.note(
                        "fence",
                        fields("line", fence.line().hex())
                                .put("state", fence.state().name())
                                .put("why", fence.why()));
            case Effect.Close close ->
                journal.note("closing", fields("why", close.why()).put("link", close.link()));
            case Effect.RefusedRequest refused -> journal.note("refused", fields("why", refused.why()));
            case Effect.ClockOffset offset ->
                journal.detail("clock", fields("party", offset.party().name()).put("offset-ms", offset.offset()));
            case Effect.Said _,
                    Effect.Done _,
                    Effect.Send _,
                    Effect.Appended _,
                    Effect.Signed _,
                    Effect.LineChanged _,
                    Effect.Receipted _ -> {}
        }
    }
}
