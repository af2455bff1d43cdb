package org.parley.cli.faults;

import java.util.List;

/** Two network namespaces with a cable between them, so that the kernel's own network can be cut. */
final class TwoHosts implements AutoCloseable {
    static final String MISSING =
            "network namespaces are not permitted (they need root and ip of iproute2), so no cable of the kernel was cut";

    private static final String PREFIX = "parley" + ProcessHandle.current().pid();
    private static final List<String> HOSTS = List.of(PREFIX + "a", PREFIX + "b");
    private static final List<String> ENDS = List.of("cable-a", "cable-b");
    private static final String NETWORK = "10.213.7.";

    TwoHosts() throws InterruptedException {
        for (String host : HOSTS) {
            Here.run("ip", "netns", "add", host);
        }
        Here.run(
                "ip",
                "link",
                "add",
                ENDS.get(0),
                "netns",
                HOSTS.get(0),
                "type",
                "veth",
                "peer",
                "name",
                ENDS.get(1),
                "netns",
                HOSTS.get(1));
        for (int host = 0; host < HOSTS.size(); host++) {
            ip(host, "addr", "add", address(host) + "/24", "dev", ENDS.get(host));
            ip(host, "link", "set", "lo", "up");
            ip(host, "link", "set", ENDS.get(host), "up");
        }
    }

    static boolean possible() throws InterruptedException {
        String probe = PREFIX + "probe";
        boolean made = Here.does("ip", "netns", "add", probe);
        boolean cabled =
                made && Here.does("ip", "-n", probe, "link", "add", "probe", "type", "veth", "peer", "name", "end");
        return made && Here.does("ip", "netns", "del", probe) && cabled;
    }

    static String address(int host) {
        return NETWORK + (host + 1);
    }

    /** The command line under which a process runs on that host. */
    static List<String> under(int host) {
        return List.of("ip", "netns", "exec", HOSTS.get(host));
    }

    private static void ip(int host, String... command) throws InterruptedException {
        String[] whole = new String[command.length + 3];
        System.arraycopy(command, 0, whole, 3, command.length);
        whole[0] = "ip";
        whole[1] = "-n";
        whole[2] = HOSTS.get(host);
        Here.run(whole);
    }

    void cut() throws InterruptedException {
        ip(0, "link", "set", ENDS.get(0), "down");
    }

    void heal() throws InterruptedException {
        ip(0, "link", "set", ENDS.get(0), "up");
    }

    /** What the second host sends is lost; what it is sent still comes. */
    void loseOneDirection() throws InterruptedException {
        ip(1, "route", "add", "blackhole", address(0) + "/32");
    }

    void healDirection() throws InterruptedException {
        ip(1, "route", "del", "blackhole", address(0) + "/32");
    }

    @Override
    public void close() {
        for (String host : HOSTS) {
            try {
                Here.does("ip", "netns", "del", host);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
