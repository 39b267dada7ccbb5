package dev.descent.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JVM beside this one that is started as the test says. */
public final class OtherJvm implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	/**
	 * @param options of the JVM, the class path among them
	 * @param main the class to run
	 */
	public OtherJvm(List<String> options, Class<?> main, String... arguments) {
		this(options, main.getName(), arguments);
	}

	/**
	 * @param options of the JVM, at last {@code -jar} if it runs one
	 * @param main the class or the jar to run
	 */
	public OtherJvm(List<String> options, String main, String... arguments) {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.add(main);
		command.addAll(List.of(arguments));
		try {
			process = new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		output = process.inputReader();
		// Says in time that something hangs: nobody could interrupt the reading.
		CompletableFuture.delayedExecutor(20, TimeUnit.MINUTES).execute(process::destroyForcibly);
	}

	/** The option that gives it the classes of this one. */
	public static List<String> withClassPath(String... options) {
		var all = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
		all.addAll(List.of(options));
		return all;
	}

	/** All that it prints until it ends. */
	public String output() {
		return output.lines().collect(Collectors.joining("\n"));
	}

	/** All that it prints until a line contains a match. */
	public String outputUntil(Pattern pattern) {
		var read = new StringBuilder();
		try {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				read.append(line).append('\n');
				if (pattern.matcher(line).find()) {
					return read.toString();
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new AssertionError(pattern + " was not printed, but " + read);
	}

	/** Shows each line that it prints from now on, until it ends. */
	public void follow(Consumer<String> reader) {
		try {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				reader.accept(line);
			}
		}
		catch (IOException _) {
			// It was closed.
		}
	}

	public long pid() {
		return process.pid();
	}

	/** What it has taken of the processors so far. */
	public Duration processorTime() {
		return process.info().totalCpuDuration().orElseThrow();
	}

	@Override
	public void close() {
		process.destroy();
		process.onExit().join();
	}

}
