package org.parley.node.form;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import org.parley.ledger.canonical.Json;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.volume.StatedVolume;
import org.parley.space.Entered;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;
import tools.jackson.databind.JsonNode;

/** The activities of the founding scenario, 20 November 2017, as their officers enter them. */
enum River {
    A_01("activity", """
            {"activity":"air","name":"A-01","title":"air orbit","volumes":[{
              "geometry":{"type":"Point","coordinates":[40.75,35.45]},"radius":"25 km",
              "lower":"6,100 m AMSL","upper":"8,530 m AMSL",
              "from":"2017-11-20T05:00:00Z","until":"2017-11-20T11:00:00Z"}]}"""),
    A_02("activity", """
            {"activity":"uas","name":"A-02","volumes":[{
              "geometry":"35.03N 40.62E","radius":8000,"lower":"2400 m AMSL","upper":"4000 m AMSL",
              "from":"200630ZNOV17","until":"201200ZNOV17"}]}"""),
    A_03("activity", """
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[40.31,35.33],[40.45,35.40]]},
             "properties":{"activity":"ground","name":"A-03","onBehalfOf":"A-1","halfWidth":1000,
              "lower":"SFC","upper":"SFC","from":"2017-11-20 10:00 +02:00","until":"2017-11-20 16:00 +02:00"}}"""),
    A_04("activity", """
            {"activity":"air","name":"A-04","volumes":[{
              "geometry":{"type":"LineString","coordinates":[[39.90,35.90],[41.20,35.30]]},"halfWidth":9000,
              "lower":{"value":7620,"unit":"m","ref":"AMSL"},"upper":{"value":27000,"unit":"ft","ref":"AMSL"},
              "from":"2017-11-20T05:00Z","until":"2017-11-20T13:00Z"}]}"""),
    A_05("distress", """
            {"template":"MS-2","name":"A-05","nature":"crew down, rescue flight","volumes":[{
              "geometry":{"type":"Point","coordinates":[40.30,35.15]},"radius":10000,
              "lower":"0 m AMSL","upper":"1500 m AMSL","from":"2017-11-20T10:10:00Z","until":"2017-11-20T11:30:00Z"}]}"""),
    B_01("activity", """
            {"activity":"air","name":"B-01","volumes":[{
              "geometry":{"text":"35 03.0N 40 03.0E"},"radius":15000,"lower":"1500 m AMSL","upper":"5000 m AMSL",
              "from":"2017-11-20T05:30:00Z","until":"2017-11-20T09:30:00Z"}]}"""),
    B_02("activity", """
            {"activity":"humanitarian","name":"B-02","crossing":true,"volumes":[{
              "geometry":{"type":"LineString","coordinates":["35.02N 40.35E","35.02N 40.55E"]},"halfWidth":"5 km",
              "lower":"300 m AMSL","upper":"3000 m AMSL","from":"2017-11-20T07:00Z","until":"2017-11-20T08:00Z"}]}"""),
    B_03("activity", """
            {"activity":"ground","name":"B-03","onBehalfOf":"B-1","volumes":[{
              "geometry":{"type":"LineString","coordinates":[[40.20,35.30],[40.30,35.33]]},"halfWidth":"1 km",
              "lower":"SFC","upper":"SFC","from":"2017-11-20T13:00Z","until":"2017-11-20T16:00Z"}]}"""),
    B_04("activity", """
            {"activity":"air","name":"B-04","volumes":[{
              "geometry":{"type":"LineString","coordinates":[[35.95,35.40],[40.18,35.29]]},"halfWidth":10000,
              "edges":"geodesic","lower":"4500 m AMSL","upper":"6000 m AMSL",
              "from":"2017-11-20T09:00Z","until":"2017-11-20T11:00Z"}]}"""),
    B_05("activity", """
            {"type":"FeatureCollection","properties":{"activity":"air","name":"B-05","title":"operations box"},
             "features":[{"type":"Feature","geometry":{"type":"Polygon",
              "coordinates":[[[40.3,35.2],[41.3,35.2],[41.3,36.2],[40.3,36.2],[40.3,35.2]]]},
              "properties":{"lower":"0 m AMSL","upper":"12000 m AMSL",
              "from":"2017-11-20T12:00Z","until":"2017-11-21T12:00Z"}}]}""");

    /** Heights AMSL, terrain 150 to 450 m above the ellipsoid. */
    static final Terms TERMS = Terms.NONE.withHeights(
            new HeightTerms(Geoid.egm96(), Optional.of(new HeightTerms.Terrain(150, 450)), OptionalDouble.empty()));

    private final String kind;
    private final String outside;

    River(String kind, String outside) {
        this.kind = kind;
        this.outside = outside;
    }

    Kind kind() {
        return Kinds.named(kind).orElseThrow();
    }

    byte[] bytes() {
        return outside.getBytes(StandardCharsets.UTF_8);
    }

    JsonNode outside() {
        return OutsideJson.read(bytes()).orElseThrow();
    }

    Entered<Entry> entered() {
        return Forms.shipped().enter(kind(), outside(), TERMS);
    }

    Json.Obj body() {
        return entered().orElseThrow().body();
    }

    StatedVolume volume() {
        return StatedVolume.read(body().require("volumes").array().getFirst());
    }
}
