package org.parley.node.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.parley.ledger.PartyName;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Known;
import org.parley.space.Volume;
import org.parley.space.window.Window;
import tools.jackson.databind.node.ObjectNode;

/** What is known of the others where somebody wants to go: what must stand beside every "none" (W1, W2, W2b). */
final class Knowledge {
    private Knowledge() {}

    /** Of each other party, on the ground and in the windows of some volumes. What is declared complete must be so for all of them. */
    static ObjectNode of(LinePicture line, List<Volume> volumes, long instant) {
        ObjectNode view = View.object();
        view.put("from", View.time(edge(volumes, Window::from).min().orElseThrow()));
        view.put("until", View.time(edge(volumes, Window::until).max().orElseThrow()));
        ObjectNode parties = view.putObject("parties");
        for (PartyName party : line.members()) {
            if (!party.equals(line.me())) {
                List<Known> known = volumes.stream()
                        .map(volume -> line.picture().known(volume.footprint(), volume.window(), party, instant))
                        .toList();
                parties.set(party.name(), view(known, instant));
            }
        }
        return view;
    }

    private static LongStream edge(List<Volume> volumes, ToLongFunction<Window> which) {
        return volumes.stream().map(Volume::window).mapToLong(which);
    }

    private static ObjectNode view(List<Known> known, long instant) {
        ObjectNode view = View.object();
        TreeSet<String> activities = new TreeSet<>();
        known.forEach(each -> activities.addAll(each.activities()));
        Optional<Known.Declared> complete = complete(known);
        view.put("says", word(activities.isEmpty(), complete.isPresent()));
        activities.forEach(view.putArray("activities")::add);
        complete.ifPresent(declared -> view.putObject("complete")
                .put("record", declared.record().record())
                .put("heard", declared.heard())
                .put("nil", declared.nil())
                .put("through", declared.through())
                .put("until", View.time(declared.until()))
                .put("at", View.time(declared.at())));
        Known first = known.getFirst();
        first.through().ifPresent(record -> view.put("through", record));
        first.heard().ifPresent(heard -> view.put("heard", View.time(heard)));
        first.age(instant).ifPresent(age -> view.put("age", age / 1_000));
        return view;
    }

    /** Which of the sentences of domain §2.7 holds; {@code some} has no sentence of its own: they are named. */
    private static String word(boolean none, boolean complete) {
        if (complete) {
            return none ? "none-declared-complete" : "some-declared-complete";
        }
        return none ? "unknown-none-notified" : "unknown-some-notified";
    }

    /** The declaration that ends first, where each volume has one. */
    private static Optional<Known.Declared> complete(List<Known> known) {
        return known.stream().allMatch(each -> each.complete().isPresent())
                ? known.stream()
                        .flatMap(each -> each.complete().stream())
                        .min(Comparator.comparingLong(Known.Declared::until))
                : Optional.empty();
    }
}
