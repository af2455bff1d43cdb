package org.parley.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.agreement.Agreement;

/**
 * Which agreement is in force on a line: of all that were concluded, the one that nothing concluded replaces. Where two replace
 * the same one, that with the lower leaf hash stands, on every node.
 */
final class Agreements {
    private Agreements() {}

    /** An agreement in force. */
    record InForce(RecordRef record, Agreement terms) {}

    /** All that were ever in force, each replaced by the next; the last is in force. */
    static List<InForce> chain(Collection<Subject> agreements) {
        List<Subject> concluded =
                new ArrayList<>(agreements.stream().filter(Subject::isConcluded).toList());
        List<InForce> chain = new ArrayList<>();
        Optional<Subject> next = successor(Optional.empty(), concluded);
        while (next.isPresent()) {
            concluded.remove(next.get());
            terms(next.get()).ifPresent(chain::add);
            next = successor(next, concluded);
        }
        return List.copyOf(chain);
    }

    /** The terms in force; where nothing was concluded the usual ones, which bind nobody. */
    static Agreement inForce(List<InForce> chain) {
        return chain.isEmpty() ? Agreement.NONE : chain.getLast().terms();
    }

    /** Whether two chains are of the same records: an agreement read twice is not equal to itself. */
    static boolean same(List<InForce> one, List<InForce> other) {
        return one.stream()
                .map(InForce::record)
                .toList()
                .equals(other.stream().map(InForce::record).toList());
    }

    private static Optional<Subject> successor(Optional<Subject> of, List<Subject> concluded) {
        Optional<RecordRef> replaced =
                of.map(subject -> subject.current().record().ref());
        return concluded.stream()
                .filter(subject -> subject.current().record().about().equals(replaced))
                .min(Comparator.comparing(subject -> subject.current().record().leaf()));
    }

    private static Optional<InForce> terms(Subject subject) {
        Held record = subject.current().record();
        return record.says().map(body -> new InForce(record.ref(), Agreement.read(body)));
    }
}
