package org.parley.cli.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.BadInput;
import org.parley.ledger.canonical.Json;
import org.parley.node.control.ControlClient;
import tools.jackson.databind.JsonNode;

/** The API of the process that serves a folder, over its socket: whoever may open that is the owner. */
final class FolderApi implements Api {
    private final Path folder;
    private final ControlClient client;

    private FolderApi(Path folder, ControlClient client) {
        this.folder = folder;
        this.client = client;
    }

    static FolderApi of(Path folder) throws IOException {
        return new FolderApi(folder, client(folder));
    }

    private static ControlClient client(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("node.toml"))) {
            throw new BadInput(
                    folder + " is no node's folder", "give a folder made by parley init, or http://HOST:PORT");
        }
        return ControlClient.of(folder)
                .orElseThrow(() -> new BadInput("no process serves " + folder, "parley serve " + folder));
    }

    private static Json.Builder request(String method, String path) {
        return Json.Obj.builder().put("do", "api").put("method", method).put("path", path);
    }

    @Override
    public Answer ask(String method, String path, Map<String, String> headers, Optional<JsonNode> body)
            throws IOException {
        Json.Builder of = Json.Obj.builder();
        headers.forEach(of::put);
        Json.Builder request = request(method, path).put("headers", of.build());
        body.ifPresent(json -> request.put("body", Jsons.print(json)));
        List<Json.Obj> items = new ArrayList<>();
        client.ask(request, items::add);
        Json.Obj answer = items.getFirst();
        return Api.taken(
                (int) answer.require("status").integer(), answer.require("body").text());
    }

    /** On a connection of its own, so that whoever listens may ask. */
    @Override
    public void listen(Listener listener) throws IOException, InterruptedException {
        try (ControlClient listening = client(folder)) {
            listening.ask(request("GET", ROOT + "events").put("listen", true), item -> heard(listener));
        }
    }

    private static void heard(Listener listener) throws IOException {
        try {
            listener.heard();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
