package org.parley.node.api;

import java.util.Locale;

/** Every figure that is told at {@code /metrics}; docs/metrics.md has the same, and a test holds it to that. */
enum Figure {
    COMMIT_SECONDS("How long transactions took until they were durable, writing and fsync, in seconds."),
    BATCH_RECORDS("How many records that were said here became durable together."),
    QUEUE("What waits for the committer now, by class: safety, main, other, bulk."),
    REFUSED_TOTAL("Requests that the ledger refused since the start, by reason."),
    API_REFUSED_TOTAL("Requests that the API refused since the start, by the type of problem."),
    FENCE_OPEN("Whether our logs of a line may be signed: 1 yes, 0 no."),
    LINKED("Whether a link to the machine of a member works: 1 yes, 0 no."),
    CLOCK_OFFSET_SECONDS("By how much the clock of a member was ahead of ours when it was last asked, in seconds."),
    LOG_ENTRIES("Entries of a member's logs that are durable here."),
    RECEIPT_LAG_ENTRIES("Entries of our logs for which there is no receipt of a member's machine yet."),
    RECEIPT_AGE_SECONDS("Seconds since a member's machine, by its clock, last gave a receipt over our logs."),
    FOLD_LAG_ENTRIES("Entries of a line that are durable and not in its picture yet."),
    MACHINE_ANSWERS("Whether the machine of a member answered the last check: 1 yes, 0 no."),
    MISSED_CHECKS("Checks in a row that the machine of a member missed."),
    CONFLICTS("Live conflicts of a line, by how far the parties are."),
    CONFLICTS_FOUND_TOTAL("Conflicts that came since the start."),
    CONFLICTS_ENDED_TOTAL("Conflicts that were gone before both sides would have been there, since the start."),
    CONFLICTS_BEGUN_TOTAL("Conflicts that stood when both sides were to be there, since the start."),
    CONFLICT_LEAD_SECONDS(
            "How long before both sides would have been there conflicts were gone, since the start: the median, in whole minutes as seconds."),
    LONGEST_SILENCE_SECONDS_DAY(
            "The longest time that the machine of a member did not answer within the last 24 hours, as far as this node ran, in seconds."),
    MISSED_CHECKS_DAY("Checks that the machine of a member missed within the last 24 hours, as far as this node ran."),
    DUTIES("Open duties of a party, by how they stand."),
    OVERDUE_ACTIVITIES("Activities whose end has gone by and that nobody reported over."),
    DRAFTS("Drafts that wait for a second person."),
    ALARMS("Alarms that sound now, by what they are about."),
    ALARMS_WITHIN_HOUR("Alarms that began, grew or called somebody else within the last hour."),
    DUTIES_OWED_DAY("Duties that fell to a party within the last 24 hours, by what is owed."),
    DUTIES_MET_DAY("Of those, how many were met."),
    DUTIES_IN_TIME_DAY("Of those, how many were met in time."),
    DUTY_SECONDS_DAY("From a party's own receipt to its answer within the last 24 hours, in seconds, by quantile."),
    ACKNOWLEDGEMENTS_OWED_DAY("Of the duties of the last 24 hours, those to acknowledge, by precedence."),
    ACKNOWLEDGEMENTS_IN_TIME_DAY("Of those, how many were met in time."),
    ACKNOWLEDGEMENT_SECONDS_DAY(
            "From a party's own receipt to its acknowledgement, in seconds, by precedence and quantile."),
    NOTICE_GIVEN_SECONDS_DAY(
            "From the receipt of a counterpart's machine to the planned start of what a party notified, in seconds, by quantile."),
    SUSPENDED_SECONDS_DAY("For how long of the last 24 hours the line was declared suspended, in seconds."),
    COUNTS_DAY(
            "What a party said within the last 24 hours, by what: notices, short-notices, crossings, corrections, queries,"
                    + " read-backs, mismatches, claims, claims-unknown, relays-due, relays-whole, resolutions; and its sites now: sites, sites-verified.");

    private final String says;

    Figure(String says) {
        this.says = says;
    }

    /** As Prometheus has it: {@code parley_commit_seconds}. */
    String metric() {
        return "parley_" + name().toLowerCase(Locale.ROOT);
    }

    /** What it means, with its unit. */
    String says() {
        return says;
    }
}
