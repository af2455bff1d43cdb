package org.parley.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.parley.ledger.PartyName;
import org.parley.ledger.envelope.RecordRef;
import org.parley.space.Activity;
import org.parley.space.ActivityId;
import org.parley.space.Volume;
import org.parley.space.separation.Separation;

/**
 * What would follow from a notice of an activity that is not written yet.
 *
 * @param conflicts with subjects of other parties, by their names; who is overdue counts as still there
 * @param narrow what would be in conflict if each least separation were a quarter more
 * @param matches the sites and declared areas that it would touch, by their names
 * @param breaches what of it the agreement in force does not allow
 */
public record Preview(List<Against> conflicts, List<Against> narrow, List<At> matches, List<Excess> breaches) {
    /**
     * The notice.
     *
     * @param owner the party whose activity it is
     * @param kind of activity: {@code air}, {@code humanitarian}, …
     * @param volumes at least one
     * @param crossing whether it says that it crosses a control line
     * @param replaces the name of a record of the subject whose current version it would replace
     * @param now when all would hold it, in milliseconds since 1970: notice is counted from then
     */
    public record Of(
            PartyName owner, String kind, List<Volume> volumes, boolean crossing, Optional<String> replaces, long now) {
        public Of {
            volumes = List.copyOf(volumes);
        }
    }

    /**
     * A subject that it would come too near to, where they are nearest.
     *
     * @param volume which of its own volumes, from 0
     * @param other the name of the subject
     * @param version the version of that subject
     * @param onOther which volume of that version, from 0
     * @param separation from its own volume to the other
     */
    public record Against(int volume, String other, RecordRef version, int onOther, Separation separation) {}

    /**
     * A site or an area that it would touch.
     *
     * @param volume which of its own volumes, from 0
     * @param place the name of the site or the area
     * @param version the version of that
     * @param distance centimetres between the two, the buffer of a site not counted; 0 where they meet
     */
    public record At(int volume, String place, RecordRef version, long distance) {}

    public Preview {
        conflicts = List.copyOf(conflicts);
        narrow = List.copyOf(narrow);
        matches = List.copyOf(matches);
        breaches = List.copyOf(breaches);
    }

    static List<Against> conflicts(Of notice, OnLine line, GoingOn plans) {
        return plans.meetings(plan(notice, line)).values().stream()
                .map(Preview::against)
                .toList();
    }

    /** What it stays clear of by little: {@link Picture#narrow}. */
    static List<Against> narrow(Of notice, OnLine line, Plans plans, List<Against> conflicts) {
        return plans.narrow(plan(notice, line)).stream()
                .map(Preview::against)
                .filter(against -> conflicts.stream()
                        .noneMatch(conflict -> conflict.other().equals(against.other())))
                .toList();
    }

    /** The other of a meeting, seen from the first. */
    static Against against(Meeting meeting) {
        return new Against(
                meeting.onA(),
                meeting.b().name(),
                meeting.b().version(meeting.onB()),
                meeting.b().counted().get(meeting.onB()).number(),
                meeting.separation());
    }

    /** Its name is none that a record has, and comes before all others: so it is the first of each meeting. */
    private static ActivityId id(Of notice) {
        return new ActivityId(notice.owner().name(), "");
    }

    private static Plan plan(Of notice, OnLine line) {
        Set<PartyName> forWhom = line.counterparts(notice.owner());
        List<Counted> counted = new ArrayList<>();
        for (Volume volume : notice.volumes()) {
            counted.add(new Counted(0, counted.size(), volume, forWhom));
        }
        Activity activity = new Activity(id(notice), notice.kind(), notice.volumes());
        return new Plan(notice.owner(), activity, counted, List.of());
    }

    static List<At> matches(Of notice, Places places) {
        Said said = Said.of(id(notice), "activity", Taken.of(notice.volumes()));
        return places.ofSaid(said).stream()
                .map(touch -> new At(
                        touch.onSaid(),
                        touch.place().name(),
                        touch.place().taken().get(touch.onPlace()).about().orElseThrow(),
                        touch.distance()))
                .toList();
    }

    static List<Excess> breaches(Of notice, OnLine line, Optional<Subject> replaced, Breaches.Terms terms) {
        List<Volume> before =
                replaced.map(subject -> subject.current().volumes()).orElse(List.of());
        return Breaches.of(
                new Breaches.Notice(notice.owner(), notice.kind(), notice.crossing(), notice.volumes(), before),
                line.otherMembers(notice.owner()),
                counterpart -> OptionalLong.of(notice.now()),
                terms);
    }
}
