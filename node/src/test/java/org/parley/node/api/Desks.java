package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.parley.node.Town;
import org.parley.node.access.Caller;
import org.parley.node.access.How;
import org.parley.node.access.Right;
import org.parley.node.access.Role;
import org.parley.node.config.Config;
import org.parley.node.desk.Release;
import org.parley.node.pairing.Pairings;
import org.parley.node.pictures.LinePicture;
import org.parley.node.pictures.Pictures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Some nodes on real folders and links, each with its desk, asked as the owner of the folder asks. */
final class Desks implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private static final AtomicReference<Optional<Described>> DESCRIBED = new AtomicReference<>(Optional.empty());

    final Town town;
    private final Release release;
    private final Config config;
    private final Map<String, Service> services = new HashMap<>();

    /** What was answered. */
    record Told(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString();
        }

        Told is(int expected) {
            assertThat(status).as(body.toPrettyString()).isEqualTo(expected);
            return this;
        }
    }

    Desks(Path folder, Release release, String... parties) throws IOException {
        this(folder, release, Config.USUAL, parties);
    }

    Desks(Path folder, Release release, Config config, String... parties) throws IOException {
        town = new Town(folder, parties);
        this.release = release;
        this.config = config;
        for (String party : parties) {
            begin(party);
        }
    }

    private void begin(String party) {
        services.put(party, Service.begin(town.node(party), new Pairings(town.node(party)), release, config));
    }

    void stop(String party) {
        service(party).close();
        town.stop(party);
    }

    void start(String party) throws IOException {
        town.start(party);
        begin(party);
    }

    Service service(String party) {
        return Optional.ofNullable(services.get(party)).orElseThrow();
    }

    /** Asks; {@code ~} at the beginning of a path stands for the line. */
    Told ask(String party, String method, String path, String body, Map<String, String> headers) {
        String target = "/api/v1/" + path.replaceFirst("^~", "lines/" + town.line.hex());
        Local.Answer answer = service(party).local().ask(method, target, headers, body.replace('\'', '"'));
        described(party).check(method, target, answer);
        return new Told(answer.status(), answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()));
    }

    /** The same as somebody who may do this and nothing else. */
    Told getAs(String party, Right right, String path) {
        Caller caller = new Caller("kim", "K1", Set.of(Role.UNIT), Set.of(right), true, How.CONSOLE);
        Local.Answer answer = service(party)
                .as(new Visitor(Optional.of(caller)))
                .ask("GET", "/api/v1/" + path.replaceFirst("^~", "lines/" + town.line.hex()), Map.of(), "");
        return new Told(answer.status(), JSON.readTree(answer.body()));
    }

    /** All nodes of one program describe the same. */
    private Described described(String party) {
        return DESCRIBED
                .updateAndGet(before -> before.or(() -> Optional.of(new Described(JSON.readTree(service(party)
                        .local()
                        .ask("GET", "/api/v1/openapi.json", Map.of(), "")
                        .body())))))
                .orElseThrow();
    }

    Told get(String party, String path) {
        return ask(party, "GET", path, "", Map.of());
    }

    /** Says a record; single quotes stand for double ones. */
    Told say(String party, String record) {
        return ask(party, "POST", "~/records", record, Map.of());
    }

    /** The first picture of a party's node in which this holds. */
    LinePicture when(String party, Predicate<LinePicture> holds) {
        Pictures pictures = service(party).pictures();
        CompletableFuture<LinePicture> found = new CompletableFuture<>();
        pictures.listen(change -> complete(found, change.after(), holds));
        complete(found, pictures.of(town.line), holds);
        return found.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void complete(CompletableFuture<LinePicture> found, LinePicture picture, Predicate<LinePicture> holds) {
        if (picture.line().equals(town.line) && holds.test(picture)) {
            found.complete(picture);
        }
    }

    /** Somebody has listened to the events of a party's node and is gone: what happens now is kept. The id of the last event. */
    String listened(String party) throws IOException {
        Events events = service(party).events();
        OutputStream gone = OutputStream.nullOutputStream();
        gone.close();
        assertThatIOException().isThrownBy(() -> events.listen(Optional.empty(), true, () -> true, gone));
        return events.lastId();
    }

    /** Waits until a party's picture has a record of this name. */
    void has(String party, String record) {
        when(party, picture -> picture.picture().subject(record).isPresent());
    }

    /** Waits until a party owes something: its machine holds a record, and its picture knows that from its own receipt. */
    void owes(String party) {
        long now = town.node(party).options().clock().millis();
        when(
                party,
                picture ->
                        !picture.picture().open(picture.me(), now + 3_600_000).isEmpty());
    }

    @Override
    public void close() {
        services.values().forEach(Service::close);
        town.close();
    }
}
