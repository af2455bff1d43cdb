package org.parley.picture;

import java.util.List;
import org.parley.space.Volume;

/**
 * One version of what a party says of a subject.
 *
 * @param volumes the space and time that it takes; none where its kind takes none
 * @param inside whether every volume lies inside one of the version before: then nobody needs to hear of it to be safe
 */
public record Version(Held record, List<Volume> volumes, boolean inside) {
    public Version {
        volumes = List.copyOf(volumes);
    }
}
