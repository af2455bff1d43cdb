package org.parley.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String CONFLICTS = "/lines/4f/conflicts?limit=1000";

    private static final Scenario SCENARIO = Scenario.read(ToldNodes.json("""
            {'title':'','begins':'2017-11-20T05:00:00Z','parties':['AZURE','BIRCH'],'lines':{'RIVER':['AZURE','BIRCH']},
             'conflicts':{'C1':['A-02','B-02']},'steps':[],'expected':[]}"""));

    private final ToldNodes nodes = new ToldNodes();
    private final Names names = new Names(Map.of("RIVER", "4f"));
    private final Judge judge = new Judge(SCENARIO, nodes, names);

    @BeforeEach
    void say() {
        names.said("A-02", "AZURE-2");
        names.said("B-02", "BIRCH-3");
        names.said("B-02", "BIRCH-5");
        for (String node : List.of("AZURE", "BIRCH")) {
            nodes.answers(node, CONFLICTS, conflict("77", 0));
            nodes.answers(node, "/lines/4f/records/AZURE-2", volume(2410, 4010));
            nodes.answers(node, "/lines/4f/records/BIRCH-3", volume(310, 3014.5));
        }
    }

    private static String conflict(String hash, double apart) {
        return """
                {'items':[{'id':'c0ffee','a':'AZURE-2','b':'BIRCH-3','stand':'open','finding':{'hash':'%s','a':'AZURE-2','volumeA':0,
                'b':'BIRCH-3','volumeB':0,'horizontal':%s,'vertical':0.00,'time':0.000,
                'from':'2017-11-20T07:00:00.000Z','until':'2017-11-20T08:00:00.000Z'}}]}""".formatted(hash, apart);
    }

    private static String volume(double lower, double upper) {
        return "{'body':{'volumes':[{'hae':{'lower':%s,'upper':%s}}]}}".formatted(lower, upper);
    }

    private Verdict verdict(String row) throws Exception {
        String whole = "{'at':'2017-11-20T06:26:00Z','text':'x'," + row + "}";
        return judge.verdict(Expected.read(ToldNodes.json(whole), "RIVER", SCENARIO.lines()));
    }

    private static List<String> why(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        return ((Verdict.NotMet) verdict).why();
    }

    @Test
    void a_conflict_is_met_where_all_nodes_show_it_alike_with_its_figures() throws Exception {
        assertThat(verdict("""
                'conflict':'C1','stand':'open','figures':{'apart':0,'bands':{'about':600,'within':10},'windows':3600}"""))
                .isEqualTo(new Verdict.Met(List.of("AZURE, BIRCH: apart 0.0, bands 604.5, windows 3600, stand open")));
        assertThat(why(verdict("'conflict':'C1','stand':'proposed'")))
                .containsExactly("AZURE, BIRCH: stand is open, not proposed");
    }

    @Test
    void a_conflict_that_one_node_shows_otherwise_or_not_at_all_is_not_met() throws Exception {
        nodes.answers("BIRCH", CONFLICTS, conflict("78", 0));
        assertThat(why(verdict("'conflict':'C1'"))).containsExactly("all: name it, or what was found, differently");
        nodes.answers("BIRCH", CONFLICTS, "{'items':[]}");
        assertThat(why(verdict("'conflict':'C1'"))).containsExactly("BIRCH: shows no conflict of these two");
    }

    @Test
    void no_conflict_is_met_only_where_no_node_shows_one_of_that_activity() throws Exception {
        names.said("A-01", "AZURE-1");
        assertThat(verdict("'noConflict':'A-01'")).isInstanceOf(Verdict.Met.class);
        assertThat(why(verdict("'noConflict':'B-02'"))).containsExactly("AZURE, BIRCH: AZURE-2 with BIRCH-3");
    }

    @Test
    void an_answer_is_held_against_a_pattern_in_which_names_stand_for_records() throws Exception {
        nodes.answers("AZURE", "/lines/4f/subjects/BIRCH-5", "{'id':'BIRCH-3','properties':{'current':'BIRCH-5'}}");
        String row = "'nodes':['AZURE'],'get':'/lines/{RIVER}/subjects/{B-02}',";
        assertThat(verdict(row + "'has':{'id':'{B-02#1}','properties':{'current':'{B-02}'}}"))
                .isEqualTo(new Verdict.Met(List.of("AZURE: id BIRCH-3, current BIRCH-5")));
        assertThat(why(verdict(row + "'has':{'id':'{A-02}'}"))).containsExactly("AZURE: id is BIRCH-3, not AZURE-2");
        assertThat(verdict(row + "'lacks':[{'id':'{A-02}'}]")).isInstanceOf(Verdict.Met.class);
        assertThat(why(verdict(row + "'lacks':[{'id':'{A-02}'},{'id':'{B-02#1}'}]")))
                .containsExactly("AZURE: shows id BIRCH-3");
    }

    @Test
    void the_id_of_a_conflict_is_known_when_it_is_over() throws Exception {
        assertThat(verdict("'conflict':'C1'")).isInstanceOf(Verdict.Met.class);
        for (String node : List.of("AZURE", "BIRCH")) {
            nodes.answers(node, CONFLICTS, "{'items':[]}");
            nodes.tells(node, "conflict-over", "{'id':'c0ffee'}");
        }
        assertThat(verdict("'event':'conflict-over','has':{'id':'{C1.id}'}")).isInstanceOf(Verdict.Met.class);
        assertThat(why(verdict("'event':'conflict','has':{'id':'{C1.id}'}")))
                .containsExactly("AZURE, BIRCH: has told no such conflict");
    }

    @Test
    void what_must_be_alike_is_compared_by_the_fields_that_are_named() throws Exception {
        nodes.answers(
                "AZURE",
                "/lines/4f/records",
                "{'items':[{'record':'A','leaf':'1','x':1},{'record':'B','leaf':'2','x':1}]}");
        nodes.answers(
                "BIRCH",
                "/lines/4f/records",
                "{'items':[{'record':'B','leaf':'2','x':2},{'record':'A','leaf':'1','x':2}]}");
        String row = "'alike':'/lines/{RIVER}/records','of':";
        assertThat(verdict(row + "['record','leaf']")).isEqualTo(new Verdict.Met(List.of("all: the same 2 items")));
        assertThat(verdict(row + "['record','x']")).isInstanceOf(Verdict.NotMet.class);
    }

    @Test
    void items_are_counted() throws Exception {
        assertThat(verdict("'get':'/lines/{RIVER}/conflicts?limit=1000','counts':1"))
                .isInstanceOf(Verdict.Met.class);
        assertThat(why(verdict("'get':'/lines/{RIVER}/conflicts?limit=1000','counts':0")))
                .containsExactly("AZURE, BIRCH: 1 and not 0");
    }

    @Test
    void what_was_never_said_or_is_not_answered_is_not_met() throws Exception {
        assertThat(why(verdict("'noConflict':'B-09'"))).containsExactly("nothing is called B-09");
        assertThat(why(verdict("'get':'/no/such','has':{}"))).containsExactly("/no/such is answered by 404");
    }

    @Test
    void what_no_node_can_show_is_open() throws Exception {
        assertThat(verdict("'open':'there are no incidents'")).isEqualTo(new Verdict.Open("there are no incidents"));
    }
}
