package org.parley.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.envelope.RecordRef;
import org.parley.record.agreement.Agreement;
import org.parley.record.agreement.Measure;

/** The control measures that were agreed on their own, and which of them a record is judged by. */
final class Measures {
    private static final String ENDED = "ended";

    private Measures() {}

    /**
     * A measure that was in force.
     *
     * @param from when it was concluded, by its proposer's clock
     * @param until when it was ended or another replaced it, by the clock of who did; {@link Long#MAX_VALUE} while it is in force
     */
    record InForce(RecordRef record, Measure measure, long from, long until) {
        private boolean isAt(long instant) {
            return from <= instant && instant < until;
        }

        /** What it is known by: a measure read twice is not equal to itself. */
        private List<Object> key() {
            return List.of(record, from, until);
        }
    }

    /** All that were ever in force. Of two that replace one the lower leaf hash stands, as among agreements; the other never was. */
    static List<InForce> ever(List<Subject> measures) {
        List<Subject> concluded = measures.stream()
                .filter(Subject::isConcluded)
                .sorted(Comparator.comparing(
                        subject -> subject.current().record().leaf()))
                .toList();
        List<InForce> all = new ArrayList<>();
        for (Subject subject : concluded) {
            Held record = subject.current().record();
            if (record.about().isEmpty()
                    || successor(record.about().get(), concluded).equals(Optional.of(subject))) {
                record.says()
                        .map(body -> new InForce(
                                record.ref(), Measure.read(body), concludedAt(subject), until(subject, concluded)))
                        .ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Subject> successor(RecordRef of, List<Subject> byLeaf) {
        return byLeaf.stream()
                .filter(subject -> subject.current().record().about().equals(Optional.of(of)))
                .findFirst();
    }

    private static long concludedAt(Subject subject) {
        return subject.concluded().orElseThrow().envelope().at();
    }

    /** Nobody ends it before saying so. */
    private static long until(Subject subject, List<Subject> concluded) {
        Stream<Long> ended = subject.statuses().stream()
                .filter(change -> change.status().equals(ENDED))
                .map(change -> Math.max(change.at(), change.record().envelope().at()));
        Stream<Long> replaced =
                successor(subject.current().record().ref(), concluded).map(Measures::concludedAt).stream();
        return Stream.concat(ended, replaced).min(Comparator.naturalOrder()).orElse(Long.MAX_VALUE);
    }

    /** Whether two are the same. */
    static boolean same(List<InForce> one, List<InForce> other) {
        return one.stream()
                .map(InForce::key)
                .toList()
                .equals(other.stream().map(InForce::key).toList());
    }

    /** Those of an agreement, and those of their own that were in force at an instant. */
    static List<Measure> at(long instant, Agreement terms, List<InForce> ever) {
        return Stream.concat(
                        terms.measures().stream(),
                        ever.stream().filter(each -> each.isAt(instant)).map(InForce::measure))
                .toList();
    }
}
