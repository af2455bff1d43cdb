package org.parley.node;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Effect;

/** Who waits for which answer. */
final class Tickets {
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, CompletableFuture<Effect>> waiting = new ConcurrentHashMap<>();

    /** Asks with a new ticket; what cannot be asked is answered at once. */
    CompletableFuture<Effect> ask(LongFunction<Boolean> asking) {
        long ticket = last.incrementAndGet();
        CompletableFuture<Effect> answer = new CompletableFuture<>();
        waiting.put(ticket, answer);
        try {
            if (!asking.apply(ticket)) {
                refuse(ticket, new Refused(Refused.Reason.FENCED, "the node stops"));
            }
        } catch (Refused refused) {
            refuse(ticket, refused);
        }
        return answer;
    }

    /** The answer came, if that is what this is. */
    void take(Effect effect) {
        switch (effect) {
            case Effect.Said said -> complete(said.ticket(), said);
            case Effect.Done done -> complete(done.ticket(), done);
            case Effect.RefusedRequest refused ->
                refuse(refused.ticket(), new Refused(refused.reason(), refused.why()));
            default -> {}
        }
    }

    private void complete(long ticket, Effect effect) {
        CompletableFuture<Effect> answer = waiting.remove(ticket);
        if (answer != null) {
            answer.complete(effect);
        }
    }

    void refuse(long ticket, Refused refused) {
        CompletableFuture<Effect> answer = waiting.remove(ticket);
        if (answer != null) {
            answer.completeExceptionally(refused);
        }
    }

    /** Nothing will be answered any more. */
    void close() {
        waiting.keySet().forEach(ticket -> refuse(ticket, new Refused(Refused.Reason.FENCED, "the node stops")));
    }
}
