package org.parley.cli.desk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.cli.Exit;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any command that has the node do something that is no record: its errand tells what. */
final class ErrandCommand extends DeskCommand {
    private final Errand errand;
    private final Map<Part, ArgSpec> parts = new LinkedHashMap<>();

    private ErrandCommand(Errand errand) {
        this.errand = errand;
    }

    static CommandSpec of(Errand errand) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        codes.put("2", "refused, with every reason");
        return new ErrandCommand(errand)
                .described(new Description(errand.name(), errand.text(), errand.example(), codes));
    }

    @Override
    void complete(CommandSpec spec) {
        int index = 1;
        for (Part part : errand.parts()) {
            ArgSpec arg = part.spec(index);
            spec.add(arg);
            parts.put(part, arg);
            index += arg.isPositional() ? 1 : 0;
        }
    }

    @Override
    int run(Api api) throws IOException, InterruptedException {
        String path = errand.path();
        ObjectNode body = Jsons.object();
        for (Map.Entry<Part, ArgSpec> part : parts.entrySet()) {
            String field = part.getKey().field();
            Optional<JsonNode> value = part.getKey().given(part.getValue());
            if (field.equals(Errand.LINE)) {
                path = path.replace(
                        field, OurLine.of(api, value.map(JsonNode::asString)).id());
            } else if (field.startsWith("{")) {
                path = path.replace(field, OurLine.encoded(value.orElseThrow().asString()));
            } else {
                value.ifPresent(given -> body.set(field, given));
            }
        }
        Optional<JsonNode> sent = errand.sends() ? Optional.of(body) : Optional.empty();
        Api.Answer answer = api.ask(errand.method(), Api.ROOT + path, Map.of(), sent);
        if (where().json()) {
            print(answer.body());
        } else {
            errand.tell().apply(answer.body()).forEach(this::line);
        }
        return Exit.DONE;
    }
}
