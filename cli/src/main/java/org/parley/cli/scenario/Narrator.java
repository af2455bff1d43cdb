package org.parley.cli.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Tells a story: plays what is scripted, waits for the visitor where the visitor is to act, and goes to any chapter by script. */
final class Narrator {
    /** So often it is looked for what the visitor has said. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    /** Between two things that happen by themselves, for somebody who looks. */
    private static final Duration BREATH = Duration.ofMillis(600);

    /** What the visitor wants of the story. */
    sealed interface Wish {
        /** The one thing that is waited for, done by script. */
        record DoIt() implements Wish {}

        /** The rest of this chapter by script, and then the next. */
        record Next() implements Wish {}

        /** To this chapter: all before it by script. */
        record Go(int chapter) implements Wish {}
    }

    /** Makes a company anew. */
    interface Gathering {
        Company gather() throws IOException, InterruptedException;
    }

    private final Story story;
    private final Gathering gathering;
    private final Audience audience;
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();

    /** The chapter that waits for the visitor; all before it are played by script. */
    private int live;

    /** Whether that is not ahead: then the story begins anew, with other nodes. */
    private boolean back;

    Narrator(Story story, Gathering gathering, Audience audience) {
        this.story = story;
        this.gathering = gathering;
        this.audience = audience;
    }

    void wish(Wish wish) {
        wishes.add(wish);
    }

    /** Tells the story until its end is left; a story that goes back begins anew with other nodes. */
    void tell(int from) throws IOException, InterruptedException {
        live = from;
        boolean ended = false;
        while (!ended) {
            back = false;
            try (Company company = gathering.gather()) {
                audience.gathered(company);
                ended = tell(company);
            } catch (IOException | Blanks.Unknown broken) {
                audience.failed(String.valueOf(broken.getMessage()));
                if (live > story.chapters().size()) {
                    throw broken; // nobody is there who could begin it anew
                }
                takeUp();
            }
        }
    }

    /** Waits until somebody says with which chapter to begin anew. */
    private void takeUp() throws InterruptedException {
        if (wishes.take() instanceof Wish.Go(int to)) {
            live = to;
        }
    }

    /** Whether the story came to its end; otherwise it goes back. */
    private boolean tell(Company company) throws IOException, InterruptedException {
        Visit visit = company.visit();
        for (Chapter chapter : story.chapters()) {
            audience.opens(chapter);
            visit.forget();
            if (!tell(company, visit, chapter)) {
                return false;
            }
        }
        return true;
    }

    private boolean isLive(Chapter chapter) {
        return chapter.no() == live;
    }

    private boolean tell(Company company, Visit visit, Chapter chapter) throws IOException, InterruptedException {
        for (Beat beat : chapter.beats()) {
            company.clock(beat.at());
            switch (beat) {
                case Beat.Says says -> says(company, visit, chapter, says);
                case Beat.Tries tries ->
                    audience.judged(tries.at(), tries.step().text(), company.tries(tries));
                case Beat.Shows(Expected expected) ->
                    audience.judged(expected.at(), expected.text(), company.verdict(expected));
                case Beat.Done done -> does(company, visit, chapter, done);
            }
            if (back) {
                return false;
            }
        }
        return rests(chapter);
    }

    private void does(Company company, Visit visit, Chapter chapter, Beat.Done done)
            throws IOException, InterruptedException {
        if (done.deed() == Beat.Deed.LINK) {
            awaits(visit, chapter, done.text(), Optional.empty());
        }
        if (!done.text().isEmpty()) {
            audience.happened(done.at(), "", done.text());
        }
        company.does(done).ifPresent(verdict -> audience.judged(done.at(), done.text(), verdict));
        breathe(chapter);
    }

    private void says(Company company, Visit visit, Chapter chapter, Beat.Says says)
            throws IOException, InterruptedException {
        Step step = says.step();
        Optional<String> said = says.visitor()
                ? awaits(visit, chapter, step.text(), Optional.of(company.filled(step)))
                : Optional.empty();
        if (said.isPresent()) {
            audience.happened(step.at(), story.visitor(), step.text());
            company.heard(step, said.get());
            return;
        }
        Optional<String> refused = company.say(step);
        audience.happened(step.at(), step.by() + " (SCRIPTED)", step.text());
        refused.ifPresent(why -> audience.judged(step.at(), step.text(), new Verdict.NotMet(List.of(why))));
        if (step.by().equals(story.visitor())) {
            visit.forget();
        }
        breathe(chapter);
    }

    private void breathe(Chapter chapter) throws InterruptedException {
        if (isLive(chapter)) {
            TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
        }
    }

    /** The record in which the visitor has said it; empty where it is to be done by script. */
    private Optional<String> awaits(Visit visit, Chapter chapter, String task, Optional<JsonNode> wanted)
            throws IOException, InterruptedException {
        if (!isLive(chapter)) {
            return Optional.empty();
        }
        audience.waits(Audience.Waits.VISITOR, task);
        Optional<String> said = Optional.empty();
        Optional<Wish> wish = Optional.empty();
        while (said.isEmpty() && wish.isEmpty()) {
            wish = Optional.ofNullable(wishes.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
            said = wanted.isPresent() ? visit.said(wanted.get()) : Optional.empty();
        }
        wish.ifPresent(asked -> take(asked, chapter));
        audience.waits(Audience.Waits.PLAYING, "");
        return said;
    }

    /** From which chapter on the story is told live, by what the visitor wants. */
    private void take(Wish wish, Chapter chapter) {
        switch (wish) {
            case Wish.DoIt _ -> live = chapter.no();
            case Wish.Next _ -> live = chapter.no() + 1;
            case Wish.Go(int to) -> {
                live = to;
                back = to <= chapter.no();
            }
        }
    }

    /** At the end of a chapter: until the visitor goes on. Whether that is forward. */
    private boolean rests(Chapter chapter) throws InterruptedException {
        while (isLive(chapter)) {
            audience.waits(Audience.Waits.NEXT, "");
            take(wishes.take(), chapter);
            if (back) {
                return false;
            }
        }
        audience.waits(Audience.Waits.PLAYING, "");
        return true;
    }
}
