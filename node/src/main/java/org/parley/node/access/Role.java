package org.parley.node.access;

import static org.parley.node.access.Right.ACCEPT;
import static org.parley.node.access.Right.ADMINISTER;
import static org.parley.node.access.Right.ANSWER;
import static org.parley.node.access.Right.AUDIT;
import static org.parley.node.access.Right.CALL;
import static org.parley.node.access.Right.DRAFT;
import static org.parley.node.access.Right.LINE;
import static org.parley.node.access.Right.METRICS;
import static org.parley.node.access.Right.PROPOSE;
import static org.parley.node.access.Right.READ;
import static org.parley.node.access.Right.READ_SITES;
import static org.parley.node.access.Right.RELEASE;
import static org.parley.node.access.Right.SEND;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a person is at the desk, in the words that records use, and what follows from it. Whoever reads what lines hold may
 * say STOP and answer, the auditor alone excepted: when people are being hit, nobody who sees it may have to look for another.
 */
public enum Role {
    /** Has the whole picture; releases what goes out, suspends a line. */
    SUPERVISOR,
    /** Holds the line. */
    DUTY_OFFICER,
    LINGUIST,
    /** Draws, notifies and amends activities. */
    PLANNER,
    /** With the other side, in the field, on a convoy. */
    LIAISON,
    /** Executes, and says that it has been told. */
    UNIT,
    /** Notifies sites and movements. */
    HUMANITARIAN,
    MONITOR,
    /** Brings the two accounts of an incident to a finding. */
    INCIDENT_OFFICER,
    LEGAL,
    /** A principal: initials and signs. */
    SIGNATORY,
    /** Sees what is published, which needs no right. */
    PUBLIC_AFFAIRS,
    /** Convenes, relays and mediates. */
    FACILITATOR,
    /** States the position of the state whose ground it is. */
    HOST_STATE,
    /** Reads, and does nothing else. */
    AUDITOR,
    /** Looks after the node, and sees nothing of what lines hold. */
    ADMINISTRATOR;

    /** As records say it: {@code duty-officer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of this word, if there is one. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** What follows from it: the whole table. */
    public Set<Right> rights() {
        return switch (this) {
            case SUPERVISOR ->
                Set.of(READ, DRAFT, SEND, RELEASE, ANSWER, CALL, PROPOSE, ACCEPT, LINE, READ_SITES, AUDIT, METRICS);
            case DUTY_OFFICER -> Set.of(READ, DRAFT, SEND, ANSWER, CALL, PROPOSE, ACCEPT, READ_SITES, METRICS);
            case LINGUIST -> Set.of(READ, DRAFT, ANSWER, CALL);
            case PLANNER -> Set.of(READ, DRAFT, SEND, ANSWER, CALL, READ_SITES);
            case LIAISON -> Set.of(READ, DRAFT, SEND, ANSWER, CALL);
            case UNIT -> Set.of(READ, ANSWER, CALL);
            case HUMANITARIAN -> Set.of(READ, DRAFT, SEND, ANSWER, CALL, READ_SITES);
            case MONITOR -> Set.of(READ, DRAFT, SEND, ANSWER, CALL);
            case INCIDENT_OFFICER -> Set.of(READ, DRAFT, SEND, ANSWER, CALL, PROPOSE, READ_SITES, AUDIT);
            case LEGAL -> Set.of(READ, DRAFT, ANSWER, CALL, AUDIT);
            case SIGNATORY -> Set.of(READ, ANSWER, CALL, ACCEPT);
            case PUBLIC_AFFAIRS -> Set.of();
            case FACILITATOR -> Set.of(READ, DRAFT, SEND, ANSWER, CALL, PROPOSE);
            case HOST_STATE -> Set.of(READ, DRAFT, SEND, ANSWER, CALL);
            case AUDITOR -> Set.of(READ, READ_SITES, AUDIT, METRICS);
            case ADMINISTRATOR -> Set.of(ADMINISTER);
        };
    }

    /** What somebody may do who has all of these. */
    static Set<Right> rights(Collection<Role> roles) {
        Set<Right> all = new TreeSet<>();
        roles.forEach(role -> all.addAll(role.rights()));
        return Set.copyOf(all);
    }
}
