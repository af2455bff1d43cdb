package org.parley.cli.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.node.control.ControlClient;

/** One of two parties: its folder, where its process listens, and under which program that runs. */
record Party(PartyName name, Path folder, String listen, List<String> under) {
    Party {
        under = List.copyOf(under);
    }

    /** Asks the process that serves the folder. */
    List<Json.Obj> ask(Json.Builder request) throws IOException {
        List<Json.Obj> items = new ArrayList<>();
        try (ControlClient client = client()) {
            client.ask(request, items::add);
        }
        return items;
    }

    ControlClient client() throws IOException {
        return ControlClient.of(folder).orElseThrow(() -> new IOException("nobody serves " + folder));
    }

    @Override
    public String toString() {
        return name.name();
    }
}
