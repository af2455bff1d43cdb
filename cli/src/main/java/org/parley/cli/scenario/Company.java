package org.parley.cli.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.cli.verify.VerifyCommand;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Who plays a story: two nodes with a cable between them, and somebody signed in at each. */
final class Company implements AutoCloseable {
    /** Alarms are looked for twice a second, and a cable that is mended is dialled anew. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Story story;
    private final Stage stage;
    private final Map<String, Cable> cables = new LinkedHashMap<>();
    private final Map<String, Player.Session> sessions = new ConcurrentHashMap<>();
    private final Names names;
    private final Judge judge;
    private final Meeting meeting;
    private final List<String> visitorWords;
    private final List<String> otherWords;
    private boolean cut;
    private final AtomicInteger signedIn = new AtomicInteger();

    private Company(Story story, Stage stage) throws IOException, InterruptedException {
        this.story = story;
        this.stage = stage;
        for (Player player : stage.players()) {
            cables.put(player.party(), Cable.to(player.link()));
            sessions.put(player.party(), player.signIn());
        }
        List<String> parties = story.scenario().parties();
        meeting = Meeting.of(
                stage.player(parties.getFirst()),
                stage.player(parties.getLast()),
                cable(parties.getFirst()).address(),
                cable(parties.getLast()).address());
        stage.founded(line(), meeting.line());
        visitorWords = meeting.words(true, "en");
        otherWords = meeting.words(false, "ru");
        names = new Names(stage.lines());
        judge = new Judge(story.scenario(), stage, names);
    }

    /** Begins with two nodes that have met and have not confirmed the six words. */
    static Company gather(Story story, Path under, Optional<String> framedBy) throws IOException, InterruptedException {
        Map<String, Player.Seat> seats = new LinkedHashMap<>();
        for (String party : story.scenario().parties()) {
            boolean visitor = party.equals(story.visitor());
            seats.put(party, new Player.Seat(framedBy, visitor ? "VISITOR" : "SCRIPTED", visitor ? "en" : "ru"));
        }
        Stage stage = Stage.strangers(story.scenario(), under, seats);
        try {
            return new Company(story, stage);
        } catch (IOException | InterruptedException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private String line() {
        return story.scenario().lines().keySet().iterator().next();
    }

    private Cable cable(String party) {
        return Optional.ofNullable(cables.get(party)).orElseThrow();
    }

    Stage stage() {
        return stage;
    }

    /** Who is signed in at a party's console. */
    Player.Session session(String party) {
        return Optional.ofNullable(sessions.get(party)).orElseThrow();
    }

    /** The six words as the visitor reads them, or as the other side does. */
    List<String> words(boolean ofVisitor) {
        return ofVisitor ? visitorWords : otherWords;
    }

    /** How often a node was started again, and somebody signed in anew. */
    int signedIn() {
        return signedIn.get();
    }

    /** What the visitor says from now on. */
    Visit visit() throws IOException, InterruptedException {
        return new Visit(stage, story.visitor(), meeting.line());
    }

    /** Moves all clocks on. */
    void clock(Instant to) throws IOException {
        for (String party : story.scenario().parties()) {
            stage.clock(party, to);
        }
    }

    /** The visitor has said this at the console. */
    void heard(Step step, String record) throws IOException, InterruptedException {
        step.name().ifPresent(name -> names.said(name, record));
        settle();
    }

    /** Says what a step says, as whoever is signed in there; why not, if it is refused. */
    Optional<String> say(Step step) throws IOException, InterruptedException {
        Player.Said said;
        try {
            said = asked(step, "/records");
        } catch (Blanks.Unknown absent) {
            return Optional.of(String.valueOf(absent.getMessage()));
        }
        if (said.status() != 201) {
            return Optional.of(said.status() + " " + said.answer());
        }
        String record = said.answer().path("record").asString();
        step.name().ifPresent(name -> names.said(name, record));
        if (step.awaits().isPresent()) {
            stage.await(step.line(), record, step.awaits().get());
        }
        settle();
        return Optional.empty();
    }

    private Player.Said asked(Step step, String what) throws IOException, InterruptedException {
        return stage.player(step.by()).as(session(step.by()), "/lines/" + meeting.line() + what, filled(step));
    }

    /** What a step says, with the names that became of those of the script; {@link Blanks.Unknown} where one stands for nothing. */
    JsonNode filled(Step step) {
        return Blanks.filled(step.say(), judge.known(step.by(), step.line()));
    }

    /** Tries what a step would say, and holds the answer against what is wanted. */
    Verdict tries(Beat.Tries tries) throws IOException, InterruptedException {
        try {
            Player.Said said = asked(tries.step(), "/preview");
            Blanks.Known known = judge.known(tries.step().by(), line());
            Likeness like = Likeness.of(Blanks.filled(tries.wanted(), known), said.answer());
            return like.isThere() ? new Verdict.Met(like.seen()) : new Verdict.NotMet(like.differences());
        } catch (Blanks.Unknown absent) {
            return new Verdict.NotMet(List.of(String.valueOf(absent.getMessage())));
        }
    }

    /** What is not so at once may be so in a moment. */
    Verdict verdict(Expected expected) throws IOException, InterruptedException {
        return judge.verdict(expected, PATIENCE);
    }

    private void settle() throws IOException, InterruptedException {
        if (!cut) {
            stage.settle(line());
        }
    }

    /** Does something to the nodes or to what lies between them; what came of it, if that is to be told. */
    Optional<Verdict> does(Beat.Done done) throws IOException, InterruptedException {
        switch (done.deed()) {
            case LINK -> meeting.confirm();
            case PRESENT -> present(done.of());
            case CUT -> {
                cut = true;
                cables.values().forEach(Cable::cut);
            }
            case MEND -> {
                cut = false;
                cables.values().forEach(Cable::mend);
                settle();
            }
            case KILL -> {
                Player player = stage.player(done.of());
                player.kill();
                player.again(stage.clock(done.of()));
                sessions.put(done.of(), player.signIn());
                signedIn.incrementAndGet();
                settle();
            }
            case PROVE -> {
                return Optional.of(prove(done.of()));
            }
            case WAIT -> settle();
        }
        return Optional.empty();
    }

    private void present(String name) throws IOException, InterruptedException {
        String other = story.scenario().parties().getLast();
        Player.Said said = stage.player(other)
                .as(
                        session(other),
                        "/lines/" + meeting.line() + "/records/"
                                + names.record(name).orElseThrow(() -> new Blanks.Unknown(name)) + "/presented",
                        Scenario.JSON.createObjectNode());
        if (said.status() >= 300) {
            throw new IOException(other + " answers " + said.answer());
        }
        settle();
    }

    /** The whole folder of a node, by the program that shares no code with the node. */
    private Verdict prove(String party) {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(stage.player(party).folder().toString());
        List<String> lines = out.toString().lines().toList();
        return code == 0 ? new Verdict.Met(lines) : new Verdict.NotMet(lines);
    }

    @Override
    public void close() {
        stage.close();
        cables.values().forEach(Cable::close);
    }
}
