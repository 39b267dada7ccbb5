package dev.descent.reliability.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.descent.reliability.fuzz.Probe.Header;
import tools.jackson.databind.node.JsonNodeFactory;

/** What those send who mean no good. None of it names anything of Java's. */
final class Nastiness {

	private static final List<String> TEXTS = List.of("", " ", "\t\n", "\u0000", "a\u0000b", "\u202eabc", "\ufeff",
			"\ud800", "\ud83d\ude00", "\u00e9\u0301", "\u0130\u0131\u00df", "\uffff", "'", "\"", "\\",
			"\"><script>alert(1)</script>", "{{7*7}}", "${7*7}", "#{7*7}", "${jndi:ldap://127.0.0.1/a}", "' OR '1'='1",
			"; ls", "|id", "../../etc/passwd", "..\\..\\x", "%00", "%n%s%x", "NaN", "Infinity", "-Infinity", "1e999",
			"-0", "0x1p3", "1,5", "\u0661\u0662", "null", "true", "undefined", "[]", "{}", "file:///etc/passwd",
			"http://127.0.0.1:1/", "http://[::1]/", "http://169.254.169.254/latest",
			"https://user:pass@hooks.example.invalid/", "https://hooks.example.invalid/#a", "http://\u0661.0.0.1/",
			"http://0x7f000001/", "javascript:alert(1)", "PT-1S", "P1000000000D", "PT999999999999999999S", "PT0S", "P",
			"x1^^2", "x1*", "*", "sin(", "sin(sin(x1))", "x1^10", "x1^0", "cos()", "^", "x1 ^ 2 * x2", "((((((((((",
			"!".repeat(300), "-".repeat(300) + "1", "(".repeat(200) + "loss", "loss < 1 && ".repeat(30) + "true",
			"loss < 1 ? ".repeat(40), "[1,2].exists(x, x > 1)", "{'a': 1}.a > 0", "loss.matches('(a+)+$')",
			"'a'.size() > 0", "b'\\xff' == b''", "1u < 2", "9223372036854775808 > 0", "1e400 > loss", "loss < 0.1 // c",
			"true", "a.b.c", "`x`", "loss in [1]", "dyn(loss) > 1", "type(loss) == int", "x".repeat(201),
			"x".repeat(2001), "a~1b~0", "/optimizer", "optimizer..x", "optimizer.type", "__proto__", "constructor",
			"0.0.0", "w0.0.0", "0.-1.0", "99999999999999999999", "epoch=1", "x1=", "=1", "x1=NaN", "x1=1e999",
			"x1=0.5=1", "a,b", ",", ",,", "succeeded,", "*/*", "example", "example/", "-1", "1~", "1~\u0000",
			"123~a~b");

	private final Dice dice;

	Nastiness(Dice dice) {
		this.dice = dice;
	}

	String text() {
		return dice.chance(0.9) ? dice.of(TEXTS) : noise();
	}

	private String noise() {
		var noise = new StringBuilder();
		for (int i = dice.below(20); i >= 0; i--) {
			noise.appendCodePoint(dice.of(dice.below(128), dice.below(0x800), 0x1f600 + dice.below(50)));
		}
		return noise.toString();
	}

	/** A piece of an address as it may stand there, and as it may not. */
	String addressPiece() {
		return dice.of("%", "%2", "%zz", "%00", "%2e%2e%2f", "..", "../..", "..;/", ";a=b", "%2F", "%5c", "%25%32%65",
				"//", "\u00e9", "%C3%28", "%ED%A0%80", "{x}", "a b", "|", "^", "[", "\\", "<>", "\"", "#x", "?x", "?",
				"&", "=", "+", "%u0041", "\u0001", "x".repeat(300), "x".repeat(9000), "WEB-INF/web.xml", "%2e/", "*",
				"~", "@", ":80");
	}

	/** An address that leads nowhere near the service. */
	String address() {
		return dice.of("/", "//", "///", "//:80", "//@", "//[", "/:x", "/..", "/%2e%2e/", "*", "", "x", "/?", "/;",
				"/;x=y", "/\u00e9", "http://localhost/", "http://evil.invalid/api/v1/training-jobs", "https://x:99999/",
				"/error", "/error?x", "/actuator", "/actuator/health", "/actuator/env", "/actuator/heapdump",
				"/actuator/health/x", "/v3/api-docs.yaml", "/v3/api-docs/x", "/v3/api-docs/swagger-config",
				"/swagger-ui/index.html", "/swagger-ui.html", "/swagger-ui/../x", "/webjars/x", "/favicon.ico", "/api",
				"/api/", "/api/v1", "/api/v1/", "/api/v2/training-jobs", "/api/v1/training-jobs/",
				"/API/v1/training-jobs", "/api/v1/training-jobs.json", "/api/v1//training-jobs", "/problems/not-found");
	}

	/** A line of the head that is strange. */
	Header header() {
		return dice.of(new Header("Accept", oddAccept()), new Header("Content-Type", oddType()),
				new Header("If-None-Match",
						dice.of("*", "", "\"", "W/", "W/\"x\"", "\"a\", \"b\"", "x".repeat(3000), "\"\u00e9\"")),
				new Header("Prefer",
						dice.of("wait", "wait=", "wait=-1", "wait=999999999999999", "wait=1e9",
								"wait=99999999999999999999", "wait=0, wait=1", "WAIT = \"0\"", "respond-async", ";;;",
								"wait=0;;,", "\u00e9", "wait=000000000000000")),
				new Header("Idempotency-Key",
						dice.of("", " ", "k", "\u00e9", "k".repeat(255), "k".repeat(256), "a b", "\t", "\"k\"")),
				new Header("Last-Event-ID",
						dice.of("", "-1", "x", "1e3", "99999999999", "2147483647", "0", "1, 2", "\u00e9")),
				new Header("Accept-Encoding", dice.of("gzip", "br", "identity;q=0", "*;q=0", "gzip;q=2", "x")),
				new Header("Accept-Language", dice.of("de", "xx-invalid-", "*", "a".repeat(500))),
				new Header("Accept-Charset", dice.of("utf-16", "x", "*")),
				new Header("Origin", dice.of("null", "http://127.0.0.1", "x", "https://evil.invalid")),
				new Header("Range", dice.of("bytes=0-1", "bytes=-1", "x", "bytes=5-1,7-")),
				new Header("If-Modified-Since", dice.of("x", "Thu, 01 Jan 1970 00:00:00 GMT")),
				new Header("If-Match", dice.of("*", "x", "\"x\"")), new Header("Expect", dice.of("100-continue", "x")),
				new Header("Connection", dice.of("close", "upgrade", "x, y")),
				new Header("Upgrade", dice.of("h2c", "websocket")),
				new Header("Cookie", dice.of("a=b", "\u0001", "=;;;")), new Header("X-HTTP-Method-Override", "DELETE"),
				new Header("X-Forwarded-For", "127.0.0.1"),
				new Header("X-Forwarded-Host", dice.of("evil.invalid", "a b", "\u00e9")),
				new Header("X-Forwarded-Prefix", "/x"), new Header("Forwarded", dice.of("for=x", ";;;")),
				new Header("Authorization", dice.of("Basic x", "Bearer " + "x".repeat(2000), "\u00e9")),
				new Header("X-API-Key", dice.of("", "x", "\u0000")),
				new Header("Content-Encoding", dice.of("gzip", "x")), new Header("X-" + "y".repeat(100), "z"),
				new Header("X-Long", "z".repeat(dice.of(4000, 7000))), new Header("Content-Language", "x"),
				new Header("Access-Control-Request-Method", dice.of("PUT", "x y")));
	}

	/** What is no header at all, or breaks the framing. */
	Header brokenHeader() {
		return dice.of(new Header("Transfer-Encoding", dice.of("chunked", "x", "gzip, chunked", "identity")),
				new Header("Content-Length", dice.of("-1", "x", "99999999999999999999", "5, 6", "")),
				new Header("X\u0000", "y"), new Header("X y", "z"), new Header("X", "a\r\n b"), new Header("", "x"),
				new Header("X", "a\r\nSet-Cookie: b=c"), new Header("X", "\u0000\u0001"), new Header("Host", "a b"),
				new Header("Host", "\u00e9"), new Header("Host", ""), new Header("X-Long", "z".repeat(20_000)),
				new Header("X", "y\n\nGET / HTTP/1.1"));
	}

	String oddAccept() {
		return dice.of("*/*", "application/*", "text/html", "image/png", "image/gif", "text/csv", "text/plain",
				"application/json;q=0", "application/json;q=2", "application/json;charset=utf-16", "x", "/", "a/b/c",
				",", "", "*/*;q=0", "application/xml", "image/svg+xml, */*;q=0.1", "text/event-stream",
				"application/problem+json", "application/vnd.plotly.v1+json;x=y", "application/yaml", "text/markdown",
				"application/x-latex", "application/json, ".repeat(60), "\u00e9/x", "application/json;charset=nonsense",
				"*/json", "text/*");
	}

	String oddType() {
		return dice.of("text/plain", "application/xml", "application/json;charset=utf-16", "application/json;charset=x",
				"application/json;charset=iso-8859-1", "application/x-www-form-urlencoded",
				"multipart/form-data; boundary=x", "multipart/form-data", "text/csv", "text/csv;charset=x",
				"text/csv;charset=utf-16", "application/json; x", "x", "/", "", "application/merge-patch+json",
				"application/json-patch+json", "application/*", "*/*", "\u00e9", "application/json;charset=\"",
				"application/vnd.x+json", "text/csv;header=absent", "application/cbor");
	}

	/** A body that is meant to cost much or to confuse. */
	byte[] body() {
		String text = switch (dice.below(16)) {
			case 0 -> "[".repeat(dice.of(100, 1100, 100_000));
			case 1 -> "{\"a\":".repeat(dice.of(100, 1100, 50_000));
			case 2 -> "{\"seed\": " + "9".repeat(dice.of(20, 400, 2000)) + "}";
			case 3 -> "{\"seed\": 1e" + "9".repeat(dice.of(3, 9, 30)) + "}";
			case 4 -> "{\"" + "n".repeat(60_000) + "\": 1}";
			case 5 -> "{\"name\": \"" + "\\u0000\\ud800".repeat(20) + "\"}";
			case 6 -> "{\"dataset\": {\"type\": \"inline\", \"features\": [" + "[1],".repeat(5000)
					+ "[1]], \"targets\": [1]}}";
			case 7 -> "{\"features\": [" + "\"x1\",".repeat(20_000) + "\"x1\"]}";
			case 8 -> "{\"labels\": {" + labels() + "}}";
			case 9 -> "a,b\n" + "\"".repeat(dice.of(1, 2, 3, 10_001));
			case 10 -> "x,y\n" + dice
				.of("1e999,a", "NaN,1", "=cmd|' /C calc'!A0,1", "\u0661,2", "1;2", "0x10,1", "1,\"a\nb\"", "1,", ",",
						"1,2,3", "'1,2'", "1\u0000,2", "1d,2", "1f,2")
				.concat("\n")
				.repeat(dice.of(1, 50));
			case 11 -> ",".repeat(dice.of(10, 3000)) + "\n" + ",".repeat(10);
			case 12 -> "x,x,x\n1,2,3\n";
			case 13 -> "{\"breakpoints\": [{\"when\": " + quoted(text()) + "}]}";
			case 14 -> "{\"inputs\": [" + "[1e308, -1e308],".repeat(200) + "[0, 0]]}";
			default -> "{\"features\": [" + quoted(text()) + "], \"notes\": " + quoted(text()) + "}";
		};
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private String labels() {
		var labels = new StringBuilder("\"a\": \"b\"");
		for (int i = dice.of(10, 1000); i > 0; i--) {
			labels.append(", \"k").append(i).append("\": ").append(quoted(text()));
		}
		return labels.toString();
	}

	private static String quoted(String text) {
		return JsonNodeFactory.instance.stringNode(text).toString();
	}

}
