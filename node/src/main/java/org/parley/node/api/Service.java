package org.parley.node.api;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.parley.node.Node;
import org.parley.node.access.Access;
import org.parley.node.access.FirstCode;
import org.parley.node.access.SignInLimits;
import org.parley.node.alarm.Watch;
import org.parley.node.desk.Clerk;
import org.parley.node.desk.Desk;
import org.parley.node.desk.Release;
import org.parley.node.form.Forms;
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
    private final Pictures pictures;
    private final Clerk clerk;
    private final Watch watch;
    private final Events events;
    private final Access access;
    private final Router router;
    private Optional<Server> server = Optional.empty();

    private Service(Node node, Release release, SignInLimits limits) {
        var clock = node.options().clock();
        access = Access.open(node.folder(), limits, clock, node.options().random());
        pictures = Pictures.begin(node);
        events = new Events(node);
        Desk desk = new Desk(node, pictures, release);
        pictures.listen(new Herald(events, clock)::changed);
        clerk = Clerk.begin(desk, pictures);
        watch = Watch.begin(pictures, clock, told -> events.tell("alarm", View.alarm(told.alarm(), told.over())));
        router = Router.of(new Rooms(node, pictures, desk, access, Forms.shipped(), events, watch));
    }

    /** Begins for a node that is open. */
    public static Service begin(Node node, Release release, SignInLimits limits) {
        return new Service(node, release, limits);
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
     * Begins to answer over HTTP; on loopback only, as long as there is no TLS.
     *
     * @param hosts the names under which it is reached
     * @return the port
     * @throws BindException the port cannot be had
     */
    public int open(InetSocketAddress at, Set<String> hosts) throws BindException {
        Server opened = Server.start(at, router, new Gate(access, hosts));
        server = Optional.of(opened);
        return opened.port();
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
    }
}
