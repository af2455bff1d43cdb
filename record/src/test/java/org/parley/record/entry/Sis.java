package org.parley.record.entry;

import java.util.HashMap;
import java.util.Map;
import org.apache.sis.geometry.DirectPosition2D;
import org.apache.sis.referencing.CRS;
import org.apache.sis.referencing.CommonCRS;
import org.apache.sis.referencing.gazetteer.MilitaryGridReferenceSystem;
import org.opengis.referencing.crs.ProjectedCRS;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.TransformException;
import org.opengis.util.FactoryException;

/** Apache SIS, asked for the same figures: other authors, other formulas. */
final class Sis {
    private final Map<String, MathTransform> transforms = new HashMap<>();
    private final MilitaryGridReferenceSystem.Coder coder = new MilitaryGridReferenceSystem().createCoder();

    /** Easting and northing, UTM in the place's own zone or UPS. */
    double[] grid(double latitude, double longitude) throws FactoryException, TransformException {
        return grid(CommonCRS.WGS84.universal(latitude, longitude), latitude, longitude);
    }

    /** UTM in the zone that holds another place. */
    double[] gridOf(double zoneLatitude, double zoneLongitude, double latitude, double longitude)
            throws FactoryException, TransformException {
        return grid(CommonCRS.WGS84.universal(zoneLatitude, zoneLongitude), latitude, longitude);
    }

    private double[] grid(ProjectedCRS crs, double latitude, double longitude)
            throws FactoryException, TransformException {
        String name = crs.getName().getCode();
        MathTransform transform = transforms.get(name);
        if (transform == null) {
            transform =
                    CRS.findOperation(CommonCRS.WGS84.geographic(), crs, null).getMathTransform();
            transforms.put(name, transform);
        }
        double[] out = new double[2];
        transform.transform(new double[] {latitude, longitude}, 0, out, 0, 1);
        boolean northFirst =
                crs.getCoordinateSystem().getAxis(0).getAbbreviation().startsWith("N");
        return northFirst ? new double[] {out[1], out[0]} : out;
    }

    /** MGRS to 1 m, without gaps. */
    String mgrs(double latitude, double longitude) throws TransformException {
        coder.setPrecision(1);
        coder.setSeparator("");
        return coder.encode(new DirectPosition2D(CommonCRS.WGS84.geographic(), latitude, longitude));
    }
}
