package org.parley.ledger.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.parley.ledger.Lane;
import org.parley.ledger.Refused;

/**
 * What waits for the next step, and what of it goes into one step together: says of the safety log first, and no more than a
 * batch of says. Every node decides it here, so that what is simulated is what runs. One thread at a time may call it.
 */
public final class Agenda {
    /** Says in a step: with the entries that the ledger adds, a batch of 256 is not passed. */
    public static final int SAYS_IN_STEP = 250;

    /** Other events in a step: enough to make a commit worth its fsync, few enough that says do not wait long. */
    public static final int OTHERS_IN_STEP = 512;

    /** Bytes of bulk frames in a step, but at least one: what stands behind them, a safety record say, waits so much less. */
    public static final long BULK_IN_STEP = 512 << 10;

    /** Says that may wait in a lane: sixteen full steps. Who says more is refused, so nothing that is logged is ever dropped. */
    public static final int SAYS_WAITING = 16 * SAYS_IN_STEP;

    private final Deque<Event.Say> safety = new ArrayDeque<>();
    private final Deque<Event.Say> main = new ArrayDeque<>();
    private final Deque<Item> others = new ArrayDeque<>();
    private final Deque<Item> bulk = new ArrayDeque<>();

    /**
     * Something that happened.
     *
     * @param event made when its step begins
     * @param alone it is made from what is durable: nothing else but says goes into its step
     * @param bulk its bytes, where it is a bulk frame, which waits until nothing else does; otherwise 0
     * @param after is run when what the step told has been carried out
     */
    public record Item(Supplier<? extends Event> event, boolean alone, int bulk, Runnable after) {
        /** Something that may share its step. */
        public static Item of(Event event, Runnable after) {
            return new Item(() -> event, false, 0, after);
        }

        /** A frame of so many bytes that came over a link. */
        public static Item came(Event.Came came, int bytes, Runnable after) {
            return new Item(() -> came, false, isBulk(came.frame()) ? bytes : 0, after);
        }
    }

    /** Whether a frame waits until nothing else does: records of the main log. */
    public static boolean isBulk(Frame frame) {
        return frame instanceof Frame.Batch batch && batch.origin().lane() == Lane.MAIN;
    }

    /** What is dealt with together. */
    public record Taken(List<Event.Say> says, List<Item> others) {
        /** The events of the step in their order: what came, what is said, and last that time went by, if it did. */
        public List<Event> events(boolean tick) {
            List<Event> events = new ArrayList<>(says.size() + others.size() + 1);
            others.forEach(item -> events.add(item.event().get()));
            events.addAll(says);
            if (tick) {
                events.add(new Event.Tick());
            }
            return events;
        }

        /** What the step told has been carried out. */
        public void done() {
            others.forEach(item -> item.after().run());
        }
    }

    /** Takes a say, or refuses it where too many wait. */
    public void say(Event.Say say) {
        Deque<Event.Say> lane = say.draft().lane() == Lane.SAFETY ? safety : main;
        if (lane.size() >= SAYS_WAITING) {
            throw new Refused(
                    Refused.Reason.FULL, SAYS_WAITING + " records wait to become durable: say it again in a while");
        }
        lane.add(say);
    }

    /** Takes an event of a link or a request. */
    public void put(Item item) {
        (item.bulk > 0 ? bulk : others).add(item);
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return safety.isEmpty() && main.isEmpty() && others.isEmpty() && bulk.isEmpty();
    }

    /**
     * How many of each class wait.
     *
     * @param safety says of the safety log
     * @param main says of the main log
     * @param others events that may share their step, and requests
     * @param bulk frames with records of the main log
     */
    public record Waiting(int safety, int main, int others, int bulk) {}

    /** What waits now. */
    public Waiting waiting() {
        return new Waiting(safety.size(), main.size(), others.size(), bulk.size());
    }

    /** Forgets all that waits, as the end of a process does. */
    public void clear() {
        safety.clear();
        main.clear();
        others.clear();
        bulk.clear();
    }

    /** Takes what goes into the next step. */
    public Taken take() {
        List<Event.Say> says = new ArrayList<>();
        move(safety, says, SAYS_IN_STEP);
        move(main, says, SAYS_IN_STEP - says.size());
        List<Item> rest = new ArrayList<>();
        moveOthers(rest);
        return new Taken(says, rest);
    }

    private void moveOthers(List<Item> to) {
        while (!others.isEmpty() && to.size() < OTHERS_IN_STEP) {
            if (others.element().alone()) {
                if (to.isEmpty()) {
                    to.add(others.remove());
                }
                return;
            }
            to.add(others.remove());
        }
        for (long bytes = 0; !bulk.isEmpty() && bytes < BULK_IN_STEP && to.size() < OTHERS_IN_STEP; ) {
            Item next = bulk.remove();
            bytes += next.bulk;
            to.add(next);
        }
    }

    private static <T> void move(Deque<T> from, List<T> to, int atMost) {
        for (int i = 0; i < atMost && !from.isEmpty(); i++) {
            to.add(from.remove());
        }
    }
}
