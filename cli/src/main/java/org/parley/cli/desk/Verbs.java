package org.parley.cli.desk;

import static org.parley.cli.desk.Part.flag;
import static org.parley.cli.desk.Part.option;
import static org.parley.cli.desk.Part.placed;

import org.parley.cli.desk.Verb.About;
import org.parley.cli.desk.Verb.Tail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** All commands that say something, each declared once. */
final class Verbs {
    private static final JsonNode NO = JsonNodeFactory.instance.booleanNode(false);

    private static final String[] BEARERS = {
        "telephone", "radio", "satellite", "fax", "e-mail", "paper", "person", "link"
    };

    private static final Part[] ACTIVITY = {
        option("--name", "NAME", "name", "What it is called: A-02."),
        option("--activity", "WORD", "activity", "What it is.")
                .oneOf(
                        "air",
                        "uas",
                        "ground",
                        "sea",
                        "subsurface",
                        "fires-hazard",
                        "humanitarian",
                        "repair",
                        "sar",
                        "medevac",
                        "test",
                        "other"),
        flag("--crossing", "crossing", "It crosses a control line."),
        option("--on-behalf-of", "NAME", "onBehalfOf", "The partner force whose activity it is."),
        option("--title", "TEXT", "title", "A line about it."),
        option("--callsign", "TEXT", "callsign", "Its call sign."),
        option("--marking", "TEXT", "marking", "How it is marked."),
        option("--count", "COUNT", "count", "How many.").oneOf("1", "2-4", "5-9", "10-19", "20-49", "50-"),
        option("--contact", "TEXT", "contact", "How it is reached."),
        option("--lost-link", "TEXT", "lostLink", "What it does when its link is lost."),
        option("--hazard", "TEXT", "hazard", "What is dangerous about it."),
        option("--composition", "TEXT", "composition", "What it is made up of: guards joined, …")
    };

    private static final Part[] SITE = {
        option("--site", "WORD", "site", "What it is.")
                .oneOf(
                        "hospital",
                        "school",
                        "water",
                        "warehouse",
                        "office",
                        "shelter",
                        "cultural",
                        "worship",
                        "dam",
                        "nuclear",
                        "camp"),
        option("--name", "NAME", "name", "What it is called."),
        option("--place", "PLACE", "place", "Where it is, in any form of coordinates."),
        option("--outline", "FILE", "outline", "A GeoJSON file that draws it.").of(Part.Type.SHAPE),
        option("--buffer", "LENGTH", "buffer", "The distance to be kept around it: \"500 m\"."),
        option("--valid-from", "TIME", "validFrom", "Since when."),
        option("--valid-until", "TIME", "validUntil", "Until when; a site must be renewed."),
        option("--verified-at", "TIME", "verifiedAt", "When somebody looked at it last."),
        flag("--emblem", "emblem", "It bears a protective emblem."),
        option("--contact", "TEXT", "contact", "How it is reached.")
    };

    private static final Part AT = option("--at", "TIME", "at", "When; now, if it is not said.");
    private static final Part REASON = option("--reason", "TEXT", "reason", "Why.");

    private Verbs() {}

    static Verb preview() {
        return Verb.of(
                        "preview",
                        "Shows what a notice would do, before it is sent: what is read of it, conflicts, breaches, who"
                                + " will see it.",
                        "activity preview azure a-02.geojson")
                .kind("activity")
                .volumes()
                .tail(Tail.FILE, "")
                .parts(ACTIVITY)
                .preview();
    }

    static Verb notice() {
        return Verb.of(
                        "notify",
                        "Notifies an activity, from options or from a file, and prints what the node read of it and"
                                + " what it conflicts with.",
                        "activity notify azure --name A-02 --activity uas --circle 35.03N,40.62E --radius '8000 m'"
                                + " --lower '2400 m AMSL' --upper '4000 m AMSL' --from 2017-11-20T06:30Z --until"
                                + " 2017-11-20T12:00Z")
                .kind("activity")
                .volumes()
                .tail(Tail.FILE, "")
                .parts(ACTIVITY);
    }

    static Verb amendment() {
        return Verb.of(
                        "amend",
                        "Amends an activity: what is not given stays as the current version says. RECORD must be the"
                                + " newest version.",
                        "activity amend azure AZURE-5 --upper '2000 m AMSL'")
                .kind("activity")
                .about(About.VERSION)
                .volumes()
                .tail(Tail.FILE, "")
                .parts(ACTIVITY);
    }

    private static Verb status(String name, String status, String text, String example) {
        return Verb.of(name, text, example)
                .kind("status")
                .about(About.RECORD)
                .parts(AT, REASON)
                .usually("status", status)
                .usually("at", OurLine::instant);
    }

    static Verb withdrawal(String of) {
        return status(
                "withdraw",
                "withdrawn",
                "Withdraws it. It still counts at a counterpart until that has taken note.",
                of + " withdraw azure AZURE-5 --reason weather");
    }

    static Verb start() {
        return status("start", "started", "Reports that it has started.", "activity start azure AZURE-5");
    }

    static Verb end() {
        return status(
                "stop",
                "stopped",
                "Reports that it has ended. Without that it counts as still there.",
                "activity stop azure AZURE-5 --at 2017-11-20T11:48Z");
    }

    static Verb site() {
        return Verb.of(
                        "notify",
                        "Notifies a site that is protected.",
                        "site notify azure --site hospital --name Nur --place 14.8005N,42.9510E --buffer '500 m'"
                                + " --valid-from 2017-11-20T00:00Z --valid-until 2018-02-18T00:00Z")
                .kind("site")
                .tail(Tail.FILE, "")
                .parts(SITE)
                .beforehand(
                        "These receivers will hold the point for good: {others}. Withdrawing asks them to stop using"
                                + " it; it does not delete their copy. Notification gives no protection by itself.");
    }

    static Verb siteAmendment() {
        return Verb.of(
                        "amend",
                        "Amends a site: what is not given stays as the current version says.",
                        "site amend azure AZURE-9 --valid-until 2018-05-18T00:00Z")
                .kind("site")
                .about(About.VERSION)
                .tail(Tail.FILE, "")
                .parts(SITE);
    }

    static Verb completeness() {
        return Verb.of(
                        "complete",
                        "Says that all that the agreement asks for in an area and a window has been notified, through"
                                + " the newest record; with --nil, that there is nothing to notify.",
                        "complete azure area.geojson 2017-11-20T06:00Z 2017-11-20T12:00Z --nil")
                .kind("completeness")
                .parts(
                        placed("AREA-FILE", "shape", "A GeoJSON file that draws the area.")
                                .of(Part.Type.SHAPE),
                        placed("FROM", "from", "When the window begins."),
                        placed("UNTIL", "until", "When it ends."),
                        flag("--nil", "nil", "There is nothing to notify."),
                        option("--through", "NO", "through", "The number of the last record that it counts on.")
                                .of(Part.Type.NUMBER))
                .usually("through", OurLine::through)
                .usually("nil", line -> NO);
    }

    static Verb stop() {
        return Verb.of(
                        "stop",
                        "STOP: says that people or a protected place are being hit. It waits for nobody and passes on a"
                                + " suspended line. The place may be unknown.",
                        "stop azure --what protected-place --at 35.02N,40.58E")
                .kind("stop")
                .parts(
                        option("--what", "WORD", "what", "What is being hit; our people, if it is not said.")
                                .oneOf("our-people", "partner-force", "protected-place"),
                        option("--at", "PLACE", "place", "Where, in any form of coordinates."),
                        option("--near", "RECORD", "near", "Near what was notified by this record."),
                        option("--since", "TIME", "since", "Since when."),
                        option("--contact", "TEXT", "contact", "How the caller is reached."),
                        option("--text", "TEXT", "text", "What else is to be said."))
                .usually("what", "our-people");
    }

    static Verb message() {
        return Verb.of(
                        "message",
                        "Sends a message: a template of the phrase book with its fields, or --text.",
                        "message azure LC-4 --to BIRCH/duty-officer bearer=radio address='121.5 MHz'"
                                + " fromTime=2017-11-20T06:20Z")
                .kind("message")
                .tail(Tail.TEMPLATE, "fields")
                .parts(
                        option("--to", "PARTY[/ROLE]", "to", "Whom it is for.").of(Part.Type.PARTY),
                        option("--text", "TEXT", "text", "Free text, where there is no template for it."),
                        option("--place", "PLACE", "place", "The place that it is about."),
                        option("--ack-by", "TIME", "ackBy", "Until when a person is to take note."));
    }

    static Verb answer() {
        return Verb.of(
                        "answer",
                        "Answers a record of another party: what a person says of it. Which answers there are depends"
                                + " on its kind; none but accepted is consent.",
                        "answer azure BIRCH-3 read-back name=B-02")
                .kind("answer")
                .about(About.RECORD)
                .tail(Tail.FIELDS, "fields")
                .parts(
                        placed("SAYS", "says", "What is answered.")
                                .oneOf(
                                        "read",
                                        "read-back",
                                        "relayed",
                                        "noted",
                                        "objected",
                                        "unable",
                                        "taken",
                                        "checking",
                                        "ceased",
                                        "not-ours-passing-on",
                                        "answered",
                                        "not-answered",
                                        "held",
                                        "ours",
                                        "partners",
                                        "not-ours",
                                        "unknown",
                                        "accepted",
                                        "declined",
                                        "countered",
                                        "adopted"),
                        REASON,
                        option("--level", "NO", "level", "Of relayed: how many echelons down.")
                                .of(Part.Type.NUMBER),
                        option("--coverage", "BAND", "coverage", "Of relayed: how many percent there know it.")
                                .oneOf("0", "1-49", "50-99", "100"));
    }

    static Verb report() {
        return Verb.of(
                        "report",
                        "Says how one's own record stands: of a STOP lifted or not-ceased, of a message recalled, of an"
                                + " activity non-conforming, and so on by kind.",
                        "report azure AZURE-S3 not-ceased")
                .kind("status")
                .about(About.RECORD)
                .parts(
                        placed("STATUS", "status", "How it stands."),
                        AT,
                        REASON,
                        option("--place", "PLACE", "place", "Where."),
                        option("--until", "TIME", "until", "Until when."))
                .usually("at", OurLine::instant);
    }

    static Verb heard() {
        return Verb.of(
                        "heard",
                        "Enters what another party said by voice, fax or paper. It counts in conflicts and duties, is"
                                + " shown as heard, and is never their signature.",
                        "heard azure BIRCH telephone 2017-11-20T10:04Z activity --read-back name=B-02 activity=air"
                                + " --circle 35.02N,40.58E --radius '5 km' --lower '1000 m AMSL' --upper '2000 m AMSL'"
                                + " --from 2017-11-20T10:30Z --until 2017-11-20T11:00Z")
                .kind("heard")
                .tail(Tail.EITHER, "says")
                .volumes()
                .parts(
                        placed("WHO", "from", "The party that was heard."),
                        placed("BEARER", "bearer", "By what.").oneOf(BEARERS),
                        placed("AT", "at", "When."),
                        placed("KIND", "kind", "The kind of record that it would have been."),
                        flag("--read-back", "readBack", "It was read back, and confirmed."),
                        option("--of", "RECORD", "about", "The record that it is about."))
                .usually("readBack", line -> NO);
    }

    static Verb proposal() {
        return Verb.of(
                        "propose",
                        "Proposes an agreement, in place of the one in force. It is in force when all have accepted it.",
                        "agreement propose azure agreement.json")
                .kind("agreement")
                .about(About.IN_FORCE)
                .tail(Tail.FILE, "")
                .parts(option("--decide-by", "TIME", "decideBy", "Until when it is to be decided."));
    }

    static Verb acceptance() {
        return Verb.of(
                        "accept",
                        "Accepts a proposal of another party, as the very record that is named.",
                        "agreement accept azure BIRCH-7")
                .kind("answer")
                .about(About.RECORD)
                .parts(REASON)
                .usually("says", "accepted");
    }

    private static Verb lineState(String name, String state, String text) {
        return Verb.of(name, text, "line " + name + " azure --reason 'decision of the government'")
                .kind("line-state")
                .parts(
                        option("--cause", "WORD", "cause", "Of what sort the cause is.")
                                .oneOf("decision", "technical", "weather", "power", "unknown"),
                        REASON,
                        option("--from", "TIME", "from", "From when; now, if it is not said."))
                .usually("state", state)
                .usually("from", OurLine::instant);
    }

    static Verb suspension() {
        return lineState(
                        "suspend",
                        "suspended",
                        "Declares the line suspended for routine traffic. Safety traffic still passes.")
                .usually("scope", line -> Jsons.array().add("routine"));
    }

    static Verb resumption() {
        return lineState("resume", "open", "Declares the line open again.");
    }

    static Verb tell() {
        return Verb.of(
                        "tell",
                        "Says anything of the catalogue that has no command of its own: query, hold, force-claim, area,"
                                + " check, resolution and the like.",
                        "tell azure force-claim place=35.02N,40.58E at=2017-11-20T07:22Z")
                .about(About.OPTION)
                .volumes()
                .tail(Tail.EITHER, "");
    }
}
