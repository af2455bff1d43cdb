package org.parley.node.api;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.node.access.Access;
import org.parley.node.access.Session;
import org.parley.node.form.OutsideJson;

/**
 * Who comes in over HTTP, and as whom. A browser shows its session by a cookie, and with what changes something the session's
 * token too; a program shows a token as Bearer. Another site's page gets nothing: its Host or Origin is not ours.
 */
public final class Gate {
    /** What a page sends with what changes something. */
    static final String CSRF = "x-parley-csrf";

    /** Where the address of the other side stands among the headers; no header has this name, for it has a space. */
    static final String CLIENT = "client address";

    private static final Map<String, String> HEADERS = Map.of(
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin",
            "content-security-policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src"
                            + " 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Access access;
    private final Set<String> hosts;
    private final Carriage carriage;
    private final Map<String, String> headers;

    /** To what a node is reached by. */
    public Gate(Access access, Entrance entrance) {
        this.access = access;
        this.hosts = entrance.hosts();
        this.carriage = entrance.carriage();
        this.headers = entrance.framedBy().map(Gate::framed).orElseGet(Gate::unframed);
    }

    private static Map<String, String> unframed() {
        Map<String, String> all = framed("'none'");
        all.put("x-frame-options", "DENY");
        return all;
    }

    /** The older header knows no one page that may frame, so it is left out. */
    private static Map<String, String> framed(String by) {
        Map<String, String> all = new TreeMap<>(HEADERS);
        all.merge("content-security-policy", by, String::concat);
        return all;
    }

    /** What goes with every answer to a request that named this host. */
    Map<String, String> headers(String host) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(carriage.headers(host));
        return all;
    }

    /** Bytes of a body at most. */
    int mostBytes() {
        return OutsideJson.MOST_BYTES;
    }

    /** The same call with who asks; {@link Unanswerable} where it may not come in. */
    Call admit(Call call) {
        String host = host(call);
        if (!isOurs(host)) {
            throw Unanswerable.of(
                    Trouble.HOST, "host", host, "not a name of this node", "name it in host-names of parley.toml");
        }
        call.header("origin").filter(origin -> !isOurPage(origin, host)).ifPresent(origin -> {
            throw Unanswerable.of(Trouble.HOST, "origin", origin, "another site's page", "open the node's own page");
        });
        requireJson(call);
        Call carried = call.over(carriage);
        return carried.by(visitor(carried));
    }

    private boolean isOurs(String host) {
        return hosts.contains(host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT));
    }

    /** Over our own TLS the page has the very host and port of the request; a proxy may have another port than the node. */
    private boolean isOurPage(String origin, String host) {
        return carriage.host(origin)
                .filter(page -> carriage == Carriage.TLS ? page.equalsIgnoreCase(host) : isOurs(page))
                .isPresent();
    }

    /** A form of another site's page cannot send this type without asking first. */
    private static void requireJson(Call call) {
        String type = call.header("content-type").orElse("");
        if (call.body().length() > 0 && !type.matches("(?i)application/(geo\\+)?json(;.*)?")) {
            throw Unanswerable.of(Trouble.TYPE, "content-type", type, "not JSON", "send application/json");
        }
    }

    private Visitor visitor(Call call) {
        Optional<String> bearer = call.header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
        if (bearer.isPresent()) {
            return Visitor.of(() -> access.token(bearer.get()));
        }
        Optional<String> cookie = cookie(call);
        if (cookie.isEmpty()) {
            return Visitor.STRANGER;
        }
        Optional<Session> session = READING.contains(call.method())
                ? access.session(cookie.get())
                : access.session(cookie.get(), call.header(CSRF).orElse(""));
        if (session.isEmpty()
                && !READING.contains(call.method())
                && access.session(cookie.get()).isPresent()) {
            throw Unanswerable.of(
                    Trouble.CSRF, CSRF, "absent or another", "the page did not show that it is of this session", "");
        }
        return new Visitor(
                session.map(Session::caller), () -> access.session(cookie.get()).map(Session::caller));
    }

    /** The host that a call named. */
    static String host(Call call) {
        return call.header("host").orElse("");
    }

    /** The id of the session that a browser shows. */
    static Optional<String> cookie(Call call) {
        String cookie = call.carriage().cookie(host(call));
        for (String part : call.header("cookie").orElse("").split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals(cookie)) {
                return Optional.of(pair[1]);
            }
        }
        return Optional.empty();
    }

    /** Where the other side sits. */
    static InetAddress client(Call call) {
        return InetAddress.ofLiteral(call.header(CLIENT).orElse("127.0.0.1"));
    }
}
