package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Exit;

/** The first ten minutes, played by script alone: real processes, and every sentence of the steps read back from them. */
class StoryTest {
    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();

    private int play(Story story) throws IOException, InterruptedException {
        return new StoryDemo(true, Optional.of(temp), Optional.empty()).run(story, new PrintWriter(out));
    }

    private String last() {
        return out.toString().lines().toList().getLast();
    }

    private static List<Beat> beats(Story story) {
        return story.chapters().stream()
                .flatMap(chapter -> chapter.beats().stream())
                .toList();
    }

    @Test
    void all_twenty_steps_end_as_they_must() throws Exception {
        Story story = Story.shipped();
        assertThat(story.chapters()).hasSize(20);
        int code = play(story);
        assertThat(last()).as(out.toString()).contains(" met, 0 not met, ");
        assertThat(code).isEqualTo(Exit.DONE);
        long expected = beats(story).stream()
                .filter(beat -> (beat instanceof Beat.Shows(Expected shown) && !(shown.what() instanceof Expected.Open))
                        || beat instanceof Beat.Tries
                        || (beat instanceof Beat.Done(var _, Beat.Deed deed, var _, var _) && deed == Beat.Deed.PROVE))
                .count();
        assertThat(last()).startsWith(expected + " met");
    }

    @Test
    @Tag("nightly")
    void without_the_agreed_amendment_the_story_does_not_end_as_it_must() throws Exception {
        Story story = Story.shipped();
        List<Chapter> left = story.chapters().stream()
                .map(chapter -> new Chapter(
                        chapter.no(),
                        chapter.title(),
                        chapter.text(),
                        chapter.look(),
                        chapter.beats().stream()
                                .filter(beat -> !(beat instanceof Beat.Says(Step step, var _)
                                        && step.text().equals("amends B-02: below 2,000 m")))
                                .toList()))
                .toList();
        assertThat(play(new Story(story.scenario(), story.visitor(), left)))
                .as(out.toString())
                .isEqualTo(Exit.NOT_MET);
    }

    /** Scripts are played in order: a clock goes forward only. */
    @Test
    void no_beat_is_before_the_one_before_it() throws IOException {
        assertThat(beats(Story.shipped()).stream().map(Beat::at).toList()).isSorted();
    }

    @Test
    void every_step_says_what_to_do_and_what_to_look_at() throws IOException {
        assertThat(Story.shipped().chapters()).allSatisfy(chapter -> {
            assertThat(chapter.title()).isNotBlank();
            assertThat(chapter.text()).isNotBlank();
            assertThat(chapter.look()).isNotEmpty();
        });
    }

    /** Where somebody left off is noted, and no number outside the story is taken for a step. */
    @Test
    void a_step_that_is_none_is_refused() throws IOException {
        Files.writeString(temp.resolve("step"), "21");
        assertThat(new picocli.CommandLine(new org.parley.cli.demo.DemoCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setErr(new PrintWriter(out))
                        .execute("--keep", temp.toString()))
                .isNotZero();
    }
}
