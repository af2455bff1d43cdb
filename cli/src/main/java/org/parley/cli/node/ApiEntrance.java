package org.parley.cli.node;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.cli.BadInput;
import org.parley.node.api.Entrance;
import org.parley.node.config.Config;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** Where {@code serve --api} opens the API. */
final class ApiEntrance {
    private static final String OPTION = "--api";

    private ApiEntrance() {}

    /**
     * Looks at address and certificate before the node is opened.
     *
     * @param address as it was given; empty for that of the settings
     */
    static Entrance of(String address, Config.Api settings) {
        String text = address.isEmpty() ? settings.listen().toString() : address;
        InetSocketAddress at = HostPort.of(OPTION, text);
        if (at.isUnresolved()) {
            throw new BadInput(OPTION + " " + text + ": there is no such host", "give an address of this machine");
        }
        // A certificate is judged by the clock that browsers have, also where that of the node is stepped.
        return switch (Entrance.of(settings, HostPort.host(text), at, Instant.now())) {
            case Entered.Accepted<Entrance> accepted -> accepted.value();
            case Entered.Refused<Entrance>(List<Problem> problems) ->
                throw new BadInput(
                        OPTION + " " + text + ": "
                                + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")),
                        "docs/config.md says how the API is shown beyond this machine");
        };
    }
}
