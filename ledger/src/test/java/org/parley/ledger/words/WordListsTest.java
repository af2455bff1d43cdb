package org.parley.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes the lists fit for a bad telephone, as far as a machine can tell. */
class WordListsTest {
    private static final Path DOC = Path.of(System.getProperty("parley.root", ".."), "docs", "words.md");

    /** Spelling alphabets, numbers, orders, brevity words, weapons, party names of exercises, terms of the ledger. */
    private static final Set<String> BANNED = Set.of("""
            alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa
            quebec romeo sierra tango uniform victor whiskey xray yankee zulu
            able baker dog easy fox george how item jig king love nan oboe peter queen roger sugar tare uncle william
            yoke zebra azure birch juniper cedar
            zero one two three four five six seven eight nine ten eleven twelve hundred thousand million
            stop halt fire clear cease go attack danger hold abort break copy over out wilco repeat ready launch shoot
            shift lift move turn climb descend land wait march duck cover engage watch ring tap switch pump taxi
            anchor fence music nail nails paint parrot popeye rope rumba sandwich shackle snow squawk sunrise sunset
            trailer wedge wall
            gun rifle bullet shell bomb mine tank rocket missile grenade knife sword bow arrow drone mortar barrel
            battery magazine trigger hawk falcon eagle viper hornet sparrow tiger leopard patriot phantom
            line record head lane epoch witness receipt party word agreement conflict safe safety
            ноль один два три четыре пять шесть семь восемь девять десять сто сорок тысяча миллион
            огонь стоп стой пуск отбой атака вперед назад бой враг цель
            анна борис василий григорий дмитрий елена иван константин леонид михаил николай ольга павел роман семен
            татьяна ульяна федор харитон цапля человек шура щука эхо юрий яков игрек
            мина граната гранат ракета лук пуля ствол танк пушка снаряд бук град тополь пион гвоздика акация тюльпан
            гиацинт игла стрела верба сосна корнет оса герань ланцет орлан искандер кинжал ураган смерч орешник орех
            лотос каштан пальма магнолия береза оркестр спрут шмель
            صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف
            نار قف توقف انسحب هجوم خطر عدو هدف لغم قنبلة صاروخ سيف سهم درع دبابة بندقية رصاص مدفع كمين شاهد فجر رعد
            هلال صليب أرز
            """.strip().split("\\s+", -1));

    @ParameterizedTest
    @EnumSource
    void a_list_has_256_different_words_of_three_to_nine_letters(Language language) {
        assertThat(SixWords.all(language))
                .hasSize(256)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).matches(form(language)));
    }

    @ParameterizedTest
    @EnumSource
    void two_words_of_a_list_differ_in_enough_letters(Language language) {
        assertThat(closerThan(leastDistance(language), SixWords.all(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void two_words_of_a_list_differ_even_where_the_line_makes_letters_alike(Language language) {
        List<String> heard = SixWords.all(language).stream()
                .map(word -> alike(word, language))
                .toList();
        assertThat(closerThan(2, heard)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_word_of_a_list_begins_with_another(Language language) {
        List<String> all = SixWords.all(language);
        assertThat(all)
                .allSatisfy(word -> assertThat(all)
                        .filteredOn(other -> other.startsWith(word))
                        .containsExactly(word));
    }

    @ParameterizedTest
    @EnumSource
    void no_word_is_an_order_a_weapon_a_number_or_a_letter(Language language) {
        assertThat(SixWords.all(language)).doesNotContainAnyElementsOf(BANNED);
    }

    @Test
    void the_english_words_are_in_the_order_of_the_alphabet() {
        assertThat(SixWords.all(Language.EN)).isSorted();
    }

    @Test
    void the_table_in_the_docs_is_the_lists() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 256; n++) {
            rows.add(String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %s |",
                    n,
                    SixWords.all(Language.EN).get(n),
                    SixWords.all(Language.RU).get(n),
                    SixWords.all(Language.AR).get(n)));
        }
        assertThat(Files.readAllLines(DOC))
                .filteredOn(line -> line.matches("\\| \\d.*"))
                .isEqualTo(rows);
    }

    /** Letters of one word; the Russian has no ё, the Arabic no diacritics and no lengthening. */
    private static String form(Language language) {
        return switch (language) {
            case EN -> "[a-z]{3,9}";
            case RU -> "[а-я]{3,9}";
            case AR -> "[\\u0621-\\u063a\\u0641-\\u064a]{3,9}";
        };
    }

    private static int leastDistance(Language language) {
        return language == Language.AR ? 2 : 3;
    }

    /** Groups of letters that a bad line makes alike, each written as its first. */
    private static List<String> soundAlike(Language language) {
        return switch (language) {
            case EN -> List.of("pb", "td", "kgcq", "fv", "szx", "iy", "mn");
            case RU -> List.of("пб", "тд", "кг", "фв", "сз", "шжщ", "ао", "иеы", "мн");
            case AR -> List.of("كق", "سصث", "تطة", "دض", "زذظ", "هح", "اأإآى");
        };
    }

    private static String alike(String word, Language language) {
        String heard = word;
        for (String group : soundAlike(language)) {
            heard = heard.replaceAll("[" + group + "]", group.substring(0, 1));
        }
        return heard;
    }

    /** {@code salt-silk 2} for every pair below that distance. */
    private static List<String> closerThan(int least, List<String> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < i; j++) {
                int distance = distance(words.get(j), words.get(i));
                if (distance < least) {
                    pairs.add(words.get(j) + "-" + words.get(i) + " " + distance);
                }
            }
        }
        return pairs;
    }

    /** Levenshtein's distance: letters to put in, leave out or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
