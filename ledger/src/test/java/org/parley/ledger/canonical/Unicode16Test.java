package org.parley.ledger.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of Unicode is a rule of the line: a node of another version would refuse what this one takes. */
class Unicode16Test {
    /** From the blocks and additions of Unicode 16.0 (September 2024): unassigned in 15.1. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x10D40, // Garay
                0x105C0, // Todhri
                0x11380, // Tulu-Tigalari
                0x11BC0, // Sunuwar
                0x16100, // Gurung Khema
                0x16D40, // Kirat Rai
                0x1E5D0, // Ol Onal
                0x13460, // Egyptian Hieroglyphs Extended-A
                0x1CC00, // Symbols for Legacy Computing Supplement
                0x1C89, // CYRILLIC CAPITAL LETTER TJE
                0xA7CB // LATIN CAPITAL LETTER RAMS HORN
            })
    void what_Unicode_16_brought_is_taken(int codePoint) {
        assertThat(Unicode16.allows(codePoint)).isTrue();
    }

    /** From the blocks and additions of Unicode 17.0 (September 2025). */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x10940, // Sidetic
                0x11B60, // Sharada Supplement
                0x11DB0, // Tolong Siki
                0x16EA0, // Beria Erfe
                0x1E6C0, // Tai Yo
                0x18D80, // Tangut Components Supplement
                0x323B0, // CJK Unified Ideographs Extension J
                0x20C1, // SAUDI RIYAL SIGN
                0x1FAEA // DISTORTED FACE
            })
    void what_Unicode_17_brought_is_refused(int codePoint) {
        assertThat(Unicode16.allows(codePoint)).isFalse();
    }

    /**
     * As the Unicode Standard counts its version 16: 154,998 characters, 65 controls and 137,468 code points of private use;
     * the rest are 2,048 surrogates, 66 noncharacters and 819,467 that are reserved.
     */
    @Test
    void as_many_code_points_are_taken_as_Unicode_16_has() {
        int taken = 0;
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            taken += Unicode16.allows(codePoint) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(154_998 + 65 + 137_468);
    }

    @Test
    void private_use_is_taken_and_surrogates_and_noncharacters_are_not() {
        assertThat(IntStream.of(0xE000, 0xF8FF, 0xF0000, 0x10FFFD)).allMatch(Unicode16::allows);
        assertThat(IntStream.of(0xD800, 0xDBFF, 0xDC00, 0xDFFF)).noneMatch(Unicode16::allows);
        for (int plane = 0; plane <= 0x10; plane++) {
            assertThat(Unicode16.allows((plane << 16) + 0xFFFE)).isFalse();
            assertThat(Unicode16.allows((plane << 16) + 0xFFFF)).isFalse();
        }
        for (int codePoint = 0xFDD0; codePoint <= 0xFDEF; codePoint++) {
            assertThat(Unicode16.allows(codePoint)).isFalse();
        }
    }
}
