package org.parley.cli.html;

import java.util.List;
import java.util.Optional;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.drawing.Sketch;
import org.parley.space.separation.Minima;
import org.parley.space.separation.Separation;

/**
 * What a page shows.
 *
 * @param title what was checked, in a few words
 * @param lead a sentence or two on where the data are from; may be empty
 * @param activities all that were checked
 * @param conflicts what was found, in the order of their numbers; of very many the first {@link #MOST_CONFLICTS} do
 * @param found how many were found
 * @param minima what the check asked for
 * @param inputs where the volumes came from
 * @param near activities that come near notified sites, where sites were given
 * @param cautions what the reader must know before anything else, such as what was refused: a sentence each
 * @param notes where data are from and what to beware of: a paragraph each
 */
public record Report(
        String title,
        String lead,
        List<Activity> activities,
        List<Conflict> conflicts,
        long found,
        List<Between> minima,
        List<Input> inputs,
        List<Near> near,
        List<String> cautions,
        List<String> notes) {
    /** Conflicts that a page shows: it must open at once. */
    public static final int MOST_CONFLICTS = 1_000;

    public Report {
        activities = List.copyOf(activities);
        conflicts = List.copyOf(conflicts);
        minima = List.copyOf(minima);
        inputs = List.copyOf(inputs);
        near = List.copyOf(near);
        cautions = List.copyOf(cautions);
        notes = List.copyOf(notes);
    }

    /** Number of volumes checked. */
    int volumes() {
        return activities.stream()
                .mapToInt(activity -> activity.volumes().size())
                .sum();
    }

    /**
     * Two activities that conflict, by the pair of their volumes that come nearest.
     *
     * @param a the first activity
     * @param b the second
     * @param volumeA a volume of the first
     * @param volumeB a volume of the second
     * @param separation between the two volumes
     * @param place where they meet, or the shortest line between them
     * @param ends what would end the conflict, a sentence each; may be empty
     */
    public record Conflict(
            ActivityId a,
            ActivityId b,
            Volume volumeA,
            Volume volumeB,
            Separation separation,
            Sketch place,
            List<String> ends) {
        public Conflict {
            ends = List.copyOf(ends);
        }
    }

    /**
     * Minima and what they hold between.
     *
     * @param kinds for example {@code air and ground}; empty for every pair that is not named
     */
    public record Between(Optional<String> kinds, Minima minima) {}

    /**
     * An activity that comes near a notified site.
     *
     * @param site party and name of the site
     * @param activity what comes near
     * @param metres between them; 0 when they meet
     */
    public record Near(String site, ActivityId activity, double metres) {}

    /**
     * Something that was read.
     *
     * @param name of the file
     * @param content what was in it, in a few words
     */
    public record Input(String name, String content) {}
}
