package dev.descent.race;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.descent.race.specification.AxisSpecification;
import dev.descent.race.specification.AxisSpecification.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Something in which variants differ: their value on an axis, or which of those that were
 * given they come from.
 *
 * @param name the field of the axis, or "variant"
 * @param levels its values; numbers ascending, others in the order of the request
 * @param names of the levels, for a name of a variant
 * @param levelOf for each variant the number of its level
 * @param logarithmic whether equal ratios of its values stand at equal distances
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Factor(String name, List<@Nullable Object> levels, List<String> names, int[] levelOf,
		boolean logarithmic) {

	/** The name of the factor that is no axis. */
	public static final String VARIANT = "variant";

	private static final MathContext DIGITS = new MathContext(3);

	/**
	 * Beyond this factor between the lowest and the highest, differences are not seen.
	 */
	private static final double WIDE = 10;

	/** Which of the given variants a variant comes from; points vary faster. */
	static Factor given(List<String> names, int variants) {
		int[] levelOf = new int[variants];
		Arrays.setAll(levelOf, (v) -> v / (variants / names.size()));
		return new Factor(VARIANT, List.copyOf(names), names, levelOf, false);
	}

	/** The values of variants on an axis. */
	static Factor of(AxisSpecification axis, List<@Nullable Object> values) {
		var wanted = (axis.values() != null) ? axis.values() : values;
		boolean numeric = wanted.stream().allMatch(Number.class::isInstance);
		Map<@Nullable Object, @Nullable Object> distinct = numeric ? new TreeMap<>() : new LinkedHashMap<>();
		wanted.forEach((value) -> distinct.putIfAbsent(key(value), value));
		var keys = new ArrayList<@Nullable Object>(distinct.keySet());
		var levels = new ArrayList<@Nullable Object>(distinct.values());
		return new Factor(axis.field(), Collections.unmodifiableList(levels),
				levels.stream().map((level) -> VariantNames.of(axis.field(), level)).toList(),
				values.stream().mapToInt((value) -> keys.indexOf(key(value))).toArray(),
				numeric && isWide(axis, levels));
	}

	/** 1 and 1.0 are the same number. */
	private static @Nullable Object key(@Nullable Object value) {
		return (value instanceof Number number) ? (Object) number.doubleValue() : value;
	}

	private static boolean isWide(AxisSpecification axis, List<@Nullable Object> levels) {
		double low = number(levels.getFirst());
		double high = number(levels.getLast());
		return low > 0 && (axis.scale() == Scale.LOGARITHMIC || (axis.values() != null && high > WIDE * low));
	}

	private static double number(@Nullable Object level) {
		return ((Number) Objects.requireNonNull(level)).doubleValue();
	}

	/** Whether all its levels are numbers. */
	public boolean isNumeric() {
		return levels.stream().allMatch(Number.class::isInstance);
	}

	/** Whether variants differ in it. */
	boolean isVaried() {
		return levels.size() > 1;
	}

	/** A level of a numeric one. */
	public double number(int level) {
		return number(levels.get(level));
	}

	/** All levels in few words, without the name of the factor, none like another. */
	public List<String> labels() {
		if (!isNumeric()) {
			return names.stream().map(this::withoutField).toList();
		}
		var brief = levels.stream().map((level) -> brief(number(level))).toList();
		return (brief.stream().distinct().count() == brief.size()) ? brief
				: levels.stream().map((level) -> plain(BigDecimal.valueOf(number(level)))).toList();
	}

	private String withoutField(String label) {
		String field = name.substring(name.lastIndexOf('.') + 1) + "=";
		return label.startsWith(field) ? label.substring(field.length()) : label;
	}

	/** A number with three digits. */
	public static String brief(double number) {
		return plain(BigDecimal.valueOf(number).round(DIGITS));
	}

	private static String plain(BigDecimal number) {
		double size = number.abs().doubleValue();
		return (size == 0 || (size >= 1e-4 && size < 1e6)) ? number.stripTrailingZeros().toPlainString()
				: new DecimalFormat("0.################E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
					.format(number)
					.replace('E', 'e');
	}

}
