package org.parley.node.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.parley.ledger.envelope.Instants;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.PrivateConflict;
import org.parley.space.window.Window;

/** What of all lines together no other party is told of: conflicts among one's own activities, and between two lines. */
public final class PrivateConflicts {
    /** Any time at all. */
    public static final Window EVER = new Window(Instants.MIN, Instants.MAX);

    private PrivateConflicts() {}

    /** Those within a window, line by line. */
    public static List<PrivateConflict> of(Collection<LinePicture> pictures, Window when) {
        List<LinePicture> lines = pictures.stream()
                .filter(line -> !line.isPrivate())
                .sorted(Comparator.comparing(line -> line.line().hex()))
                .toList();
        List<PrivateConflict> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LinePicture line = lines.get(i);
            all.addAll(line.picture().ownConflicts(line.me(), when));
            for (LinePicture other : lines.subList(i + 1, lines.size())) {
                all.addAll(line.picture().conflictsAcross(other.picture(), when));
            }
        }
        return all;
    }
}
