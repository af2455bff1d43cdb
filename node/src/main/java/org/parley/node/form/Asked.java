package org.parley.node.form;

import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.Form;
import org.parley.record.phrase.TemplateForm;
import org.parley.record.volume.Bound;
import org.parley.record.volume.PlaceType;
import org.parley.record.volume.ShapeType;
import org.parley.record.volume.StatedVolume;

/** What is asked of outsiders for a field, in words: {@code a number from 0 to 500000 metres …}. */
final class Asked {
    private Asked() {}

    static String of(FieldType type) {
        return switch (type) {
            case FieldType.Whole whole -> Quantity.of(whole).asked(whole);
            case FieldType.Moment moment -> LeafReader.MOMENT;
            case FieldType.Ref ref -> LeafReader.RECORD;
            case FieldType.ListOf(FieldType item, int most) -> "a list of 1 to " + most + ", each " + of(item);
            case FieldType.Group(Form form) -> group(form);
            case PlaceType place -> PlaceReader.ASKED;
            case ShapeType shape -> "a shape: " + GeometryReader.ASKED;
            default -> type.asked();
        };
    }

    static String group(Form form) {
        if (form.equals(StatedVolume.FORM)) {
            return "a volume: " + GeometryReader.ASKED + "; lower, upper, from, until";
        } else if (form.equals(Bound.FORM)) {
            return HeightReader.ASKED;
        } else if (form.equals(TemplateForm.WRITTEN)) {
            return "a text, or {\"language\":\"ru\",\"text\":…}";
        }
        return "an object with "
                + String.join(", ", form.fields().stream().map(Field::name).toList());
    }
}
