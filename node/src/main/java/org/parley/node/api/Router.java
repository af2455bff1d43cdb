package org.parley.node.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.parley.ledger.Refused;
import org.parley.node.journal.Journal;
import org.parley.record.phrase.PhraseBook;
import tools.jackson.databind.JsonNode;

/** Finds what is asked for, and answers it: the same over HTTP and over the socket in the node's folder. */
public final class Router {
    private final List<Route> routes;
    private final BiFunction<Call, JsonNode, JsonNode> seen;
    private final Refusals refusals;
    private final Journal journal = new Journal();

    /** @param seen what of an answer a caller may see */
    Router(List<Route> routes, BiFunction<Call, JsonNode, JsonNode> seen, Refusals refusals) {
        this.seen = seen;
        this.refusals = refusals;
        List<Route> all = new ArrayList<>(routes);
        all.add(Route.open("GET", "/api/v1/openapi.json", "This description", this::description)
                .givesText("application/json"));
        all.add(Route.open("GET", "/api/v1/problems", "What each type of problem means", this::problems)
                .givesText("text/plain"));
        this.routes = List.copyOf(all);
    }

    private Reply description(Call call, Map<String, String> named) {
        return Reply.of(new Description(routes).openApi());
    }

    private Reply problems(Call call, Map<String, String> named) {
        return Reply.text("text/plain; charset=utf-8", Description.problems());
    }

    /** The API of a node that is served. */
    static Router of(Rooms rooms) {
        Sites sites = new Sites(rooms);
        Refusals refusals = new Refusals();
        List<Route> routes = Stream.of(
                        new NodeRoutes(rooms).routes(),
                        new MetricRoutes(rooms, refusals).routes(),
                        new SessionRoutes(
                                        rooms.access(),
                                        rooms.config().languages().first())
                                .routes(),
                        new AccountRoutes(rooms.access()).routes(),
                        new ReadRoutes(rooms).routes(),
                        new NearRoutes(rooms).routes(),
                        new RecordRoutes(rooms, sites).routes(),
                        new PairingRoutes(new FirstLink(rooms.node(), rooms.pairings())).routes(),
                        new SayRoutes(rooms).routes(),
                        new PhraseRoutes(PhraseBook.shipped()).routes(),
                        new MapRoutes(rooms.chart()).routes(),
                        new EventRoutes(rooms, sites).routes())
                .flatMap(List::stream)
                .toList();
        return new Router(routes, sites::seenBy, refusals);
    }

    /** Answers; what cannot be answered as problem details. */
    Reply answer(Call call) {
        try {
            return found(call).written(json -> seen.apply(call, json));
        } catch (Unanswerable why) {
            return not(why);
        } catch (Refused refused) {
            return not(Unanswerable.of(refused));
        } catch (RuntimeException fault) {
            journal.fault("a request was not answered", fault);
            return not(Unanswerable.of(
                    Trouble.FAILED, "request", "", "the node has told its people", "try again in a while"));
        }
    }

    /** Says why not, and counts it. */
    Reply not(Unanswerable why) {
        refusals.add(why.trouble());
        return Reply.not(why);
    }

    private Reply found(Call call) {
        boolean otherMethod = false;
        for (Route route : routes) {
            Optional<Map<String, String>> named = route.fits(call.path());
            if (named.isPresent() && route.method().equals(call.method())) {
                route.right().ifPresent(call.visitor()::require);
                return route.handler().answer(call, named.get());
            }
            otherMethod |= named.isPresent();
        }
        throw Unanswerable.of(
                otherMethod ? Trouble.METHOD : Trouble.NOT_HERE,
                "path",
                String.join("/", call.path()),
                otherMethod ? "not with " + call.method() : "nothing is here",
                "/api/v1/openapi.json says what there is");
    }
}
