package org.parley.node.api;

import java.util.List;
import java.util.Locale;
import org.parley.node.form.FormSchemas;
import org.parley.record.phrase.PhraseBook;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API in the words of OpenAPI 3.1, made of the routes that answer and of the forms by which bodies are read. */
final class Description {
    private static final String PROBLEM = "problem";

    private final List<Route> routes;

    Description(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** All of it; it refers to nothing outside. */
    ObjectNode openApi() {
        ObjectNode all = View.object().put("openapi", "3.1.0");
        all.putObject("info")
                .put("title", "Parley node")
                .put("version", "1")
                .put(
                        "summary",
                        "The deconfliction line of one party: what is said, what follows from it, what is owed.");
        ObjectNode paths = all.putObject("paths");
        routes.forEach(route -> add(paths, route));
        ObjectNode components = all.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        schemas.setAll(new FormSchemas(PhraseBook.shipped()).components());
        Answers.all().forEach(schemas::set);
        Bodies.all().forEach(schemas::set);
        schemas.set(PROBLEM, problem());
        security(components.putObject("securitySchemes"));
        return all;
    }

    private static void add(ObjectNode paths, Route route) {
        String path = "/" + String.join("/", route.path());
        ObjectNode operation = paths.withObject("/" + path.replace("~", "~0").replace("/", "~1"))
                .putObject(route.method().toLowerCase(Locale.ROOT))
                .put("summary", route.summary());
        ArrayNode parameters = operation.putArray("parameters");
        route.asks().forEach(name -> parameters.add(Parameters.named(name)));
        for (String segment : route.path()) {
            if (segment.startsWith("{")) {
                parameters
                        .addObject()
                        .put("name", segment.substring(1, segment.length() - 1))
                        .put("in", "path")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string");
            }
        }
        body(operation, route);
        answers(operation.putObject("responses"), route);
        route.right().ifPresent(right -> {
            ArrayNode either = operation.putArray("security");
            either.addObject().putArray("token").add(right.word());
            either.addObject().putArray("session").add(right.word());
        });
    }

    private static void body(ObjectNode operation, Route route) {
        route.takes()
                .ifPresent(schema -> operation
                        .putObject("requestBody")
                        .putObject("content")
                        .putObject("application/json")
                        .set("schema", Schema.ref(schema)));
    }

    private static void answers(ObjectNode responses, Route route) {
        route.gives().forEach((status, given) -> {
            ObjectNode response =
                    responses.putObject(status.toString()).put("description", status == 304 ? "As it was" : "Done");
            if (!given.type().isEmpty()) {
                ObjectNode content = response.putObject("content").putObject(given.type());
                given.schema().ifPresent(schema -> content.set("schema", Schema.ref(schema)));
            }
        });
        responses
                .putObject("default")
                .put("description", "Nothing was done, and why: RFC 9457")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", Schema.ref(PROBLEM));
    }

    private static ObjectNode problem() {
        ObjectNode problem = View.object().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        ArrayNode types = properties.putObject("type").put("type", "string").putArray("enum");
        for (Trouble trouble : Trouble.values()) {
            types.add(trouble.type());
        }
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        ObjectNode item = properties
                .putObject("errors")
                .put("type", "array")
                .putObject("items")
                .put("type", "object");
        ObjectNode fields = item.putObject("properties");
        for (String field : List.of("field", "value", "reason", "wayOut")) {
            fields.putObject(field).put("type", "string");
        }
        return problem;
    }

    private static void security(ObjectNode schemes) {
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", Carriage.TLS.cookie(""));
    }

    /** What each type of problem means, one a line; the anchors are where the types lead. */
    static String problems() {
        StringBuilder text = new StringBuilder();
        for (Trouble trouble : Trouble.values()) {
            text.append(trouble.type().substring(trouble.type().indexOf('#') + 1))
                    .append("  ")
                    .append(trouble.status())
                    .append("  ")
                    .append(trouble.title())
                    .append('\n');
        }
        return text.toString();
    }
}
