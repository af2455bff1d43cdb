package org.parley.node.form;

import java.util.Optional;
import java.util.function.Function;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.words.Language;
import org.parley.space.footprint.Extent;
import org.parley.space.height.HeightTerms;

/**
 * What must be known before a body can be entered.
 *
 * @param heights what turns heights into metres above the ellipsoid: of the agreement in force
 * @param area where places are expected; those outside are warned of
 * @param records the record of a name, if there is one here
 * @param about the record that this one is about; its form says what the fields of an answer mean
 * @param language of texts that do not say theirs
 */
public record Terms(
        HeightTerms heights,
        Optional<Extent> area,
        Function<String, Optional<RecordRef>> records,
        Optional<Answered> about,
        Language language) {
    /** Nothing agreed, no area, no records; English. */
    public static final Terms NONE =
            new Terms(HeightTerms.none(), Optional.empty(), name -> Optional.empty(), Optional.empty(), Language.EN);

    public Terms withHeights(HeightTerms agreed) {
        return new Terms(agreed, area, records, about, language);
    }

    public Terms withArea(Extent expected) {
        return new Terms(heights, Optional.of(expected), records, about, language);
    }

    public Terms withRecords(Function<String, Optional<RecordRef>> known) {
        return new Terms(heights, area, known, about, language);
    }

    public Terms withAbout(Answered answered) {
        return new Terms(heights, area, records, Optional.of(answered), language);
    }

    public Terms withLanguage(Language spoken) {
        return new Terms(heights, area, records, about, spoken);
    }
}
