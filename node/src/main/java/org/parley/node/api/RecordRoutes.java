package org.parley.node.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.node.access.Caller;
import org.parley.node.access.Right;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Held;

/** What is done with one record: somebody has seen it, or takes its proof away. */
final class RecordRoutes {
    private final Rooms rooms;
    private final Sites sites;

    RecordRoutes(Rooms rooms, Sites sites) {
        this.rooms = rooms;
        this.sites = sites;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/api/v1/lines/{line}/records/{record}/presented",
                                Right.ANSWER,
                                "A visible page has shown it to a person who was at the keyboard within ten minutes",
                                this::presented)
                        .givesNothing(),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/records/{record}/proof",
                                Right.AUDIT,
                                "That it stands in its log, and whose machines have signed that they hold it: a tlog-proof",
                                this::proof)
                        .givesText("text/plain"));
    }

    /** Said once of each record, however many pages show it; one's own party's words need no such word. */
    private Reply presented(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        rooms.desk().presents(line.line(), held(line, named));
        return Reply.nothing();
    }

    /** A proof has the whole entry in it: that of a site is for those alone who may see where sites are, and is a look at one. */
    private Reply proof(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        Held held = held(line, named);
        if (isOfSite(line, held)) {
            Caller caller = call.visitor().require(Right.READ_SITES);
            sites.looked(caller, "proof of " + held.name(), 1);
        }
        rooms.node().settle().join();
        byte[] proof = rooms.node()
                .proof(held.envelope().origin(), held.envelope().no() - 1)
                .bytes();
        return Reply.text("text/plain; charset=utf-8", new String(proof, StandardCharsets.UTF_8));
    }

    private static boolean isOfSite(LinePicture line, Held held) {
        return held.kind().equals("site")
                || line.picture()
                        .subject(held.name())
                        .filter(subject -> subject.kind().name().equals("site"))
                        .isPresent();
    }

    private Held held(LinePicture line, Map<String, String> named) {
        String record = Optional.ofNullable(named.get("record")).orElseThrow();
        return rooms.pictures()
                .records()
                .named(line.line(), record)
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.NOT_HERE,
                        "record",
                        record,
                        "no record of this name is here",
                        "look at its name again"));
    }
}
