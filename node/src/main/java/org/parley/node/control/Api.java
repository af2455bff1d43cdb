package org.parley.node.control;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.api.Local;

/**
 * {@code api}: what the HTTP API answers to the owner of the folder: {@code method}, {@code path} with its query, {@code
 * headers}, {@code body} as text. With {@code listen} it goes on with events.
 */
final class Api implements Request {
    private final Local local;

    Api(Local local) {
        this.local = local;
    }

    @Override
    public void answer(Node node, Json.Obj request, Sink sink) throws IOException, InterruptedException {
        String path = request.require("path").text();
        Map<String, String> headers = new TreeMap<>();
        request.get("headers")
                .ifPresent(given -> given.object()
                        .members()
                        .forEach(header ->
                                headers.put(header.name(), header.value().text())));
        if (Asked.flag(request, "listen")) {
            local.listen(
                    path,
                    headers,
                    event -> sink.item(Json.Obj.builder().put("events", event).build()));
            return;
        }
        Local.Answer answer = local.ask(
                request.require("method").text(),
                path,
                headers,
                Asked.text(request, "body").orElse(""));
        sink.item(Json.Obj.builder()
                .put("status", answer.status())
                .put("body", answer.body())
                .build());
    }
}
