package org.parley.cli.node;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;

/**
 * What a node says when it is ready.
 *
 * @param listens where links of others are taken
 * @param carries lines and the folders through which they are carried, by turns
 * @param logs where its logs are shown
 * @param api where the API answers
 * @param witnessed how many logs of others it witnesses
 */
record Ready(
        PartyName party,
        Path folder,
        List<InetSocketAddress> listens,
        List<String> carries,
        Optional<String> logs,
        Optional<String> api,
        Optional<Integer> witnessed) {

    /** One line for people. */
    String text() {
        StringBuilder said = new StringBuilder("ready: " + party + " serves " + folder);
        listens.forEach(each -> said.append(", listens on ").append(address(each)));
        for (int i = 0; i < carries.size(); i += 2) {
            said.append(", carries ").append(carries.get(i)).append(" through ").append(carries.get(i + 1));
        }
        logs.ifPresent(of -> said.append(", shows its logs at ").append(of));
        api.ifPresent(of -> said.append(", answers at ").append(of));
        witnessed.ifPresent(of -> said.append(", witnesses ").append(of).append(of == 1 ? " log" : " logs"));
        return said.toString();
    }

    /** One object for programs. */
    Json.Obj json() {
        Json.Builder said = Json.Obj.builder()
                .put("ready", party.name())
                .put("folder", folder.toString())
                .put(
                        "listens",
                        Json.of(listens.stream()
                                .map(each -> Json.of(address(each)))
                                .toList()));
        logs.ifPresent(of -> said.put("logs", of));
        api.ifPresent(of -> said.put("api", of));
        witnessed.ifPresent(of -> said.put("witnesses", of));
        return said.build();
    }

    private static String address(InetSocketAddress at) {
        String host = at.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort();
    }
}
