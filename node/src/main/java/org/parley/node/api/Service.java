package org.parley.node.api;

import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.access.Access;
import org.parley.node.access.FirstCode;
import org.parley.node.alarm.Watch;
import org.parley.node.chart.Chart;
import org.parley.node.config.Certified;
import org.parley.node.config.Config;
import org.parley.node.desk.Clerk;
import org.parley.node.desk.Desk;
import org.parley.node.desk.Release;
import org.parley.node.form.Forms;
import org.parley.node.journal.Journal;
import org.parley.node.pairing.Pairings;
import org.parley.node.pictures.Pictures;

/**
 * What a served node does for its people: pictures, desk, alarms and the API to them.
 *
 * <pre>
 *   Node ─▶ Pictures ─┬▶ Herald, Watch ─▶ Events ─▶ whoever listens
 *                     └▶ Clerk ─┐
 *   HTTP, socket ─▶ Router ─▶ Desk ─▶ Node
 * </pre>
 */
public final class Service implements AutoCloseable {
    private static final Duration CERTIFICATE_ENDS_SOON = Duration.ofDays(14);

    private final Pictures pictures;
    private final Clerk clerk;
    private final Watch watch;
    private final Events events;
    private final Herald herald;
    private final Access access;
    private final Optional<Chart> chart;
    private final Router router;
    private Optional<Server> server = Optional.empty();

    private Service(Node node, Pairings pairings, Release release, Config config) {
        var clock = node.options().clock();
        access = Access.open(
                node.folder(), config.signIn(), clock, node.options().random());
        pictures = Pictures.begin(node, config.keep());
        events = new Events(node);
        Desk desk = new Desk(node, pictures, release);
        herald = Herald.begin(pictures, events, node);
        clerk = Clerk.begin(desk, pictures);
        watch = Watch.begin(
                pictures, clock, config, told -> events.tell("alarm", () -> View.alarm(told.alarm(), told.over())));
        chart = config.map().map(file -> Chart.open(file).orElseThrow());
        router = Router.of(
                new Rooms(node, pictures, desk, access, Forms.shipped(), events, watch, config, pairings, chart));
    }

    /**
     * Begins for a node that is open.
     *
     * @param pairings by which it finds its first links
     * @param release what waits for a second person; an exercise may have less than the settings say
     */
    public static Service begin(Node node, Pairings pairings, Release release, Config config) {
        return new Service(node, pairings, release, config);
    }

    /** The pictures of its lines. */
    public Pictures pictures() {
        return pictures;
    }

    /** What changes. */
    Events events() {
        return events;
    }

    /** For whoever may open the socket in the node's folder. */
    public Local local() {
        return as(Visitor.OWNER);
    }

    /** For a visitor. */
    Local as(Visitor visitor) {
        return new Local(router, visitor);
    }

    /**
     * Begins to answer over HTTP.
     *
     * @return where people find it: {@code https://parley.example:8443}
     * @throws BindException the port cannot be had
     */
    public String open(Entrance entrance) throws BindException {
        Server opened = Server.start(entrance, router, new Gate(access, entrance));
        server = Optional.of(opened);
        entrance.tls().ifPresent(certified -> tell(certified, Instant.now()));
        return entrance.url(opened.port());
    }

    /** Whoever runs the node is told in time: browsers that have seen it over TLS take nothing else from it. */
    private static void tell(Certified certified, Instant now) {
        Json.Builder fields = Json.Obj.builder().put("until", certified.until().toString());
        if (certified.until().isBefore(now.plus(CERTIFICATE_ENDS_SOON))) {
            new Journal().alarm("the certificate of the API ends soon", fields);
        } else {
            new Journal().note("the API speaks TLS", fields);
        }
    }

    /** A code that makes the first account, where there is none. */
    public Optional<FirstCode> firstCode() {
        return access.firstCode();
    }

    /** Ends; to be called before the node is closed. */
    @Override
    public void close() {
        events.close();
        server.ifPresent(Server::close);
        watch.close();
        clerk.close();
        pictures.close();
        herald.close();
        chart.ifPresent(Chart::close);
    }
}
