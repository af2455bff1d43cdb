package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.node.desk.Release;

/** The page as a browser gets it from a real node. The page here is a small one among the resources of the tests. */
class PageTest {
    private static final String SCRIPT = "/assets/main-1a2b.js";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Desks desks;
    private URI root;

    @BeforeEach
    void open() throws IOException {
        desks = new Desks(folder, Release.NONE, "AZURE", "BIRCH");
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        root = URI.create(
                desks.service("AZURE").open(new Entrance(here, "127.0.0.1", Set.of("127.0.0.1"), Optional.empty())));
    }

    @AfterEach
    void close() {
        desks.close();
        client.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_page_is_at_the_root_for_everybody_and_asked_for_anew_each_time() throws Exception {
        for (String path : List.of("/", "/index.html")) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
            assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
            assertThat(text(answer)).contains("A page of the tests");
        }
        assertThat(get("/api/v1/lines").statusCode())
                .as("the API is as closed as before")
                .isEqualTo(401);
    }

    @Test
    void nothing_inside_the_page_may_run_but_what_comes_from_the_node() throws Exception {
        String policy = header(get("/"), "content-security-policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(header(get("/"), "x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void no_page_may_have_it_inside_unless_the_node_was_told_whose() throws Exception {
        assertThat(header(get("/"), "content-security-policy")).endsWith("frame-ancestors 'none'");
        assertThat(header(get("/"), "x-frame-options")).isEqualTo("DENY");
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Entrance framed = new Entrance(here, "127.0.0.1", Set.of("127.0.0.1"), Optional.empty())
                .framedBy("http://127.0.0.1:9000");
        root = URI.create(desks.service("BIRCH").open(framed));
        assertThat(header(get("/"), "content-security-policy")).endsWith("frame-ancestors http://127.0.0.1:9000");
        assertThat(header(get("/"), "x-frame-options")).isEmpty();
        for (String wrong : List.of("*", "http://a b", "http://127.0.0.1:9000; script-src *", "javascript:0", "")) {
            assertThatThrownBy(() -> framed.framedBy(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Cookies know no ports: a browser that is signed in at two nodes of one machine sends each the cookies of both. */
    @Test
    void two_nodes_of_one_machine_do_not_sign_each_other_out() {
        String one = Carriage.CLEAR.cookie("127.0.0.1:8080");
        String other = Carriage.CLEAR.cookie("127.0.0.1:8081");
        assertThat(one).isNotEqualTo(other);
        assertThat(Carriage.CLEAR.cookie("[::1]:8080")).isEqualTo(one);
        assertThat(Carriage.CLEAR.cookie("parley.example")).isEqualTo("parley-session");
        assertThat(Carriage.CLEAR.cookie("[::1]")).isEqualTo("parley-session");
        assertThat(Carriage.CLEAR.setting("127.0.0.1:8080", "x")).startsWith(one + "=x; ");
        assertThat(Carriage.TLS.cookie("parley.example:8443")).isEqualTo("__Host-parley-session");
    }

    @Test
    void a_file_with_a_hash_in_its_name_is_kept_for_good() throws Exception {
        HttpResponse<byte[]> answer = get(SCRIPT);
        assertThat(header(answer, "content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(answer, "cache-control")).contains("immutable");
    }

    @Test
    void who_has_a_file_already_is_told_so() throws Exception {
        String tag = header(get(SCRIPT), "etag");
        HttpResponse<byte[]> again = get(SCRIPT, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(SCRIPT, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void who_can_unpack_gets_it_packed_under_a_tag_of_its_own() throws Exception {
        HttpResponse<byte[]> plain = get(SCRIPT);
        HttpResponse<byte[]> packed = get(SCRIPT, "Accept-Encoding", "br, gzip");
        assertThat(header(plain, "content-encoding")).isEmpty();
        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(header(packed, "vary")).isEqualTo("accept-encoding");
        assertThat(header(packed, "etag")).isNotEqualTo(header(plain, "etag"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(get(SCRIPT, "Accept-Encoding", "gzip;q=0"), "content-encoding"))
                .isEmpty();
    }

    @Test
    void no_path_leads_out_of_the_page() throws Exception {
        for (String path : List.of(
                "/assets/nothing.js",
                "/assets/..%2Findex.html",
                "/assets/%2e%2e/index.html",
                "/assets/.hidden",
                "/assets/a/b.js",
                "/org/parley/console/page/index.html",
                "/assets/")) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
            assertThat(header(answer, "content-type")).as(path).isEqualTo("application/problem+json");
        }
    }

    @Test
    void the_phrase_book_has_every_text_in_every_language_and_a_tag() {
        Desks.Told book = desks.get("AZURE", "phrase-book").is(200);
        for (String language : List.of("en", "ru", "ar")) {
            assertThat(book.body().at("/phrases/W4a/" + language).asString("")).contains("{party}");
        }
        assertThat(book.body().at("/lists/bearer/0").asString("")).startsWith("bearer.");
        assertThat(book.body().path("templates"))
                .anySatisfy(
                        template -> assertThat(template.path("code").asString()).isEqualTo("LC-4"));
        String tag = '"' + book.text("hash") + '"';
        assertThat(desks.service("AZURE")
                        .local()
                        .ask("GET", "/api/v1/phrase-book", Map.of("if-none-match", tag), "")
                        .status())
                .isEqualTo(304);
    }
}
